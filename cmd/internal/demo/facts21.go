package demo

import "github.com/xeploai/xeploai/evaluate"

// Facts of regimes that give every criterion a level.

// levels fills in the levels: task criteria decide, the others follow.
func (r row) levels(d dice, q quality, task, other []evaluate.FactID) {
	main, rest := "good", []string{"excellent", "good", "good", "good"}
	switch q {
	case star:
		main, rest = "excellent", []string{"excellent", "excellent", "good"}
	case fair:
		main, rest = "average", []string{"good", "average", "average"}
	case weak:
		main, rest = "average", []string{"average", "poor"}
	case solid:
		rest = append(rest, "average")
	}
	for _, id := range task {
		r.choice(id, main)
	}
	for _, id := range other {
		r.choice(id, pick(d, rest))
	}
}

// remedy is the level of mending what was found wrong before: for most there
// was nothing.
func (r row) remedy(d dice, q quality) {
	switch {
	case d.chance(700):
		r.choice("level_remedy", "none")
	case q == star:
		r.choice("level_remedy", "excellent")
	case q == fair || q == weak:
		r.choice("level_remedy", "average")
	default:
		r.choice("level_remedy", "good")
	}
}

// completion tells how much of the targets was reached: in numbers where tasks
// are counted, else by statement.
func (r row) completion(q quality, counted bool) {
	switch {
	case counted:
	case q == weak:
		r.choice("completion_statement", "under_half")
	default:
		r.choice("completion_statement", "half_or_more")
	}
}

// grade is the statutory grade people would expect for the quality.
func (q quality) grade() string {
	switch q {
	case star:
		return "excellent"
	case fair:
		return "completed"
	case weak:
		return "not_completed"
	}
	return "good"
}

func memberTaskLevels() []evaluate.FactID { return []evaluate.FactID{"level_results"} }

func memberOtherLevels() []evaluate.FactID {
	return []evaluate.FactID{"level_politics", "level_ethics", "level_discipline", "level_style"}
}

func orgLevels() []evaluate.FactID {
	return []evaluate.FactID{"level_ideology", "level_organization", "level_inspection", "level_mass_work",
		"level_socioeconomic", "level_security"}
}
