package demo

import "github.com/xeploai/xeploai/evaluate"

// organization is one organization being described.
type organization struct {
	evaluate.Org
	served bool // a government, a Front and mass bodies stand beside it
	led    bool // the office grades leaders, whom the grade of their organization bounds
	cast   bool // its year is part of a scene: it went as forced
	forced quality
}

// describe writes down what all books together would say about an organization.
func (o *organization) describe(d dice, r row) {
	r.text("org_code", o.Code)
	r.text("org_name", o.Name)
	if o.Level == evaluate.CommitteeLevel {
		if o.led { // graded by its own superior
			r.choice("graded_elsewhere", "good")
		}
		return
	}
	q := orgQuality(d)
	if o.cast {
		q = o.forced
	}
	reviewed := !d.chance(4)
	r.yes("reviewed", reviewed)
	r.points(d, q)
	levels := q
	if levels == weak {
		levels = fair
	}
	r.levels(d, levels, orgLevels(), nil)
	if q == weak && d.chance(500) {
		r.choice("level_inspection", "poor")
	}
	r.collectiveLevels(d, levels)
	r.remedy(d, levels)
	counted := o.Level != evaluate.Branch || d.chance(500)
	r.tasks(d, q, orgTasks(), counted)
	if !counted || !r.uses("tasks_assigned") {
		r.completion(q, false)
	}
	if d.chance(150) {
		r.choice("prior_shortcomings", "all_fixed")
	}
	r.choice("proposal_self", q.grade())
	if o.Level != evaluate.BaseCommittee && o.Level != evaluate.BaseBranch {
		r.choice("proposal_base", q.grade())
	}
	if !reviewed { // nobody proposes a grade for it
		r.blank("proposal_self")
		r.blank("proposal_base")
	}
	o.beside(d, r, q)
	o.officeKnows(d, r, q)
}

func orgQuality(d dice) quality {
	return draw(d, []weighted[quality]{{solid, 690}, {star, 160}, {fair, 115}, {weak, 12}, {torn, 15}})
}

// beside is what the level above knows: targets, and the grades of bodies of
// the same level where there are any.
func (o *organization) beside(d dice, r row, q quality) {
	targets := "none"
	if o.served {
		targets = "met"
	}
	r.choice("basic_targets", targets)
	r.choice("main_targets", targets)
	r.number("bodies_failed", 0)
	for _, id := range []evaluate.FactID{"government_grade", "front_grade", "mass_bodies_grade"} {
		grade := "none"
		if o.served {
			grade = pick(d, []string{"excellent", "good", "good"})
			if q == fair || q == weak {
				grade = pick(d, []string{"good", "completed"})
			}
		}
		r.choice(id, grade)
	}
}

func (o *organization) officeKnows(d dice, r row, q quality) {
	switch {
	case q == weak && d.chance(300):
		r.yes("org_disciplined", true)
		r.yes("self_found_remedied", d.chance(300))
	case q == weak && d.chance(300):
		r.yes("wrongdoing_concluded", true)
		r.yes("relief_claimed", d.chance(500))
	case q == weak && d.chance(300):
		r.yes("force_majeure", true)
	case q == star && d.chance(60):
		r.yes("attached_disciplined", true)
	}
	if o.Level.IsBase() && q == star && d.chance(250) {
		r.text("cap_uplift_decision", upliftDecision)
	}
}
