package demo

import (
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// describe writes down what all books together would say about a person.
func (p *person) describe(d dice, r row, branchCode string) {
	p.identityFacts(r, branchCode)
	p.situation(d, r)
	q := p.quality
	r.points(d, q)
	r.levels(d, q, memberTaskLevels(), memberOtherLevels())
	r.remedy(d, q)
	r.tasks(d, q, ownTasks(), p.counted())
	r.completion(q, p.counted())
	p.shortcomings(d, r)
	p.proposals(d, r)
	if p.leader != "none" {
		p.leads(d, r)
	}
	p.officeKnows(d, r)
	if q == unrated {
		p.leaveOut(r)
	}
	if q == untold {
		p.forget(d, r)
	}
}

func (p *person) identityFacts(r row, branchCode string) {
	r.text("full_name", p.name)
	r.text("identity_number", p.identity)
	r.text("card_number", p.card)
	if p.yearOnly {
		r.number("birth_year", p.birth.Year)
	} else {
		r.date("birth_date", p.birth)
	}
	r.text("branch_code", branchCode)
}

func (p *person) situation(d dice, r row) {
	r.choice("category", p.category)
	r.choice("leadership_post", p.leader)
	r.choice("party_post", p.post)
	r.date("admitted_on", p.admitted)
	r.choice("activity_status", p.status)
	r.yes("reviewed", p.reviewed)
	if p.status == "temporary_elsewhere" || p.status == "moved_in" {
		r.yes("other_place_comment", true)
	}
	if p.status == "moved_in" {
		r.number("months_at_old_place", p.oldMonths)
	}
	r.number("sick_leave_months", p.sick)
	if p.maternity > 0 {
		r.number("maternity_months", p.maternity)
	}
	if d.chance(10) {
		r.text("remark", sampleRemark+strconv.Itoa(d.between(1, 99)))
	}
}

func (p *person) shortcomings(d dice, r row) {
	switch {
	case d.chance(880):
	case p.quality == star || d.chance(700):
		r.choice("prior_shortcomings", "all_fixed")
	default:
		r.choice("prior_shortcomings", "not_all")
	}
}

// proposals are what the person and the levels above ask for: mostly what the
// facts allow, sometimes more, now and then less.
func (p *person) proposals(d dice, r row) {
	asked := p.quality.grade()
	self := asked
	switch {
	case p.quality == torn:
		asked, self = "excellent", "excellent"
	case asked == "completed" && d.chance(400), asked == "not_completed" && d.chance(700):
		self = "good"
	case asked == "good" && d.chance(60):
		self = "excellent"
	}
	if p.quality == torn && r.uses("level_results") {
		asked = "not_completed" // nothing in the levels explains it: a person must look
	}
	r.choice("proposal_self", self)
	r.choice("proposal_branch", asked)
	if p.leader != "none" {
		r.choice("proposal_base", asked)
	}
}

// leads tells how the place did that the person leads.
func (p *person) leads(d dice, r row) {
	q := p.quality
	if q == weak && d.chance(500) {
		q = fair // not everybody who fails takes the place along
	}
	// What is counted for the post is not attested for the member.
	r.tasks(d, q, unitTasks(), d.chance(700) || p.posted)
	r.choice("unit_basic_targets", "none")
	if p.category == "official" || p.category == "civil_servant" {
		r.text("cap_group", leadersGroup)
	}
	units := d.between(1, 5)
	r.number("units_in_charge", units)
	r.number("units_failed", 0)
	// Whoever has a post was not voted on: the row of the post says so.
	held := p.leader == "head" && d.chance(250) && !p.posted
	r.yes("confidence_held", held)
	if held {
		total := d.between(15, 60)
		low := total * d.between(0, 20) / 100
		if q == weak {
			low = total * d.between(55, 80) / 100
		}
		r.number("confidence_total", total)
		r.number("confidence_low", low)
	}
}

// officeKnows is discipline, conclusions, relief and the grade the state gave.
func (p *person) officeKnows(d dice, r row) {
	if p.stateGraded() && p.quality != unrated && !p.official {
		r.choice("state_grade", p.stateGrade(d))
	}
	switch {
	case p.quality == weak && d.chance(350):
		r.choice("discipline", draw(d, []weighted[string]{{"reprimand", 6}, {"warning", 3}, {"post_removal", 1}}))
		r.yes("discipline_duty", d.chance(800))
		if d.chance(200) {
			r.yes("relief_claimed", true)
		}
	case p.quality == weak && d.chance(60):
		r.yes("concluded_decline", true)
	case p.quality == weak && d.chance(80):
		r.yes("forbidden_acts", true)
	case p.quality == weak && p.leader != "none" && d.chance(200):
		r.yes("subordinate_corruption", true)
		r.yes("relief_claimed", true)
	case p.quality == solid && !p.posted && d.chance(2): // whoever is on a committee is on its record, too
		r.choice("discipline", "reprimand")
		r.yes("discipline_duty", false)
		r.yes("discipline_counted_before", true)
	}
}

func (p *person) stateGrade(d dice) string {
	if p.quality == weak && d.chance(600) {
		return "completed"
	}
	return p.quality.grade()
}

// leaveOut removes what nobody fills in for a person without a grade.
func (p *person) leaveOut(r row) {
	keep := map[evaluate.FactID]bool{"category": true, "leadership_post": true, "party_post": true,
		"admitted_on": true, "activity_status": true, "reviewed": true, "remark": true}
	if p.status == "exempt" || p.status == "suspended" {
		r.yes("reviewed", false)
	}
	for i, f := range r.frame.Schema.Facts {
		if !f.Identity && !keep[f.ID] {
			r.frame.Set(r.at, i, evaluate.Value{})
		}
	}
}

// forget blanks something without which no grade can be told.
func (p *person) forget(d dice, r row) {
	for _, id := range memberTaskLevels() {
		r.blank(id)
	}
	if sheet := r.rules.SheetOf(r.frame, r.at); sheet != nil {
		criteria := sheet.Spec.Groups[len(sheet.Spec.Groups)-1].Criteria
		r.blank(criteria[d.IntN(len(criteria))].Lines[0].Fact)
	}
	r.blank("task_statement")
	r.blank("task_statement_half")
}
