package demo

import "github.com/xeploai/xeploai/evaluate"

// Facts of the regime that gives collectives levels and asks for half of the
// tasks exceeded.

func (q quality) halfStatement() string {
	switch q {
	case star:
		return "exceeded"
	case fair:
		return "not_all"
	case weak:
		return "under_half"
	}
	return "on_time"
}

// collectiveLevels are the levels of an organization judged as a collective.
// Regimes that do not ask for them draw no dice.
func (r row) collectiveLevels(d dice, q quality) {
	if r.uses("level_building") {
		r.levels(d, q, []evaluate.FactID{"level_results"}, []evaluate.FactID{"level_building", "level_leadership",
			"level_control", "level_rules", "level_unity", "level_direction"})
	}
}
