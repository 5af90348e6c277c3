package demo

import "github.com/xeploai/xeploai/evaluate"

// official is one person whom the office grades as an official too.
type official struct {
	person  int
	unit    string // division of the office's own agency, "" where units are not graded
	quality quality
}

// hire makes officials of the members of agencies who lead nothing, have a number
// by which every workbook knows them and are graded at all. What the state side
// says of them is then not entered among the members: it is graded here.
func (w *world) hire() {
	if w.sheets[evaluate.Staff] == nil {
		return
	}
	for i := range w.people {
		p := &w.people[i]
		if len(w.officials) == mostOfficials {
			break
		}
		switch {
		case w.layout.branches[p.branch].nature != agency || !p.stateGraded() || p.posted || p.leader != "none":
			continue
		case p.quality == unrated || p.status != "normal" || len(p.identity) != fullIdentity || w.cast.spared[w.codeOf(p)]:
			continue
		}
		o := official{person: i, quality: p.quality.asOfficial()}
		if unit := w.division(len(w.officials)%divisions + 1); w.bodyIndex(unit) >= 0 {
			o.unit = unit
		}
		p.official = true
		w.officials = append(w.officials, o)
	}
	w.stageOfficials()
}

// mostOfficials is how many work in the office's own agency.
const mostOfficials = 240

// asOfficial is how the year went for those the person works for.
func (q quality) asOfficial() quality {
	switch q {
	case star, fair:
		return q
	case weak:
		return fair
	}
	return solid
}

// stageOfficials lets an official fail, one be good and no more, and one be open,
// each of them a member with an excellent year.
func (w *world) stageOfficials() {
	failed := Scene{Kind: OfficialFailed, Rule: "MEM-K3", Verdict: evaluate.Holds, Outcome: evaluate.Graded, Grade: evaluate.NotCompleted}
	if !w.knows(evaluate.Member, failed.Rule) {
		failed.Rule, failed.Outcome, failed.Grade = "STATE-K", evaluate.Review, ""
	}
	open := Scene{Kind: OfficialOpen, Rule: failed.Rule, Verdict: evaluate.Unknown, Outcome: evaluate.Undecided}
	bound := Scene{Kind: OfficialBound, Rule: "MEM-XS3", Verdict: evaluate.Fails, Outcome: evaluate.Graded, Grade: evaluate.Good}
	at := 0
	for _, s := range []struct {
		scene Scene
		q     quality
		came  evaluate.Outcome // of the official
	}{{failed, weak, evaluate.Graded}, {open, untold, evaluate.Undecided}, {bound, solid, evaluate.Graded}} {
		for at < len(w.officials) && !w.civilServant(w.officials[at].person) {
			at++
		}
		if at == len(w.officials) || !w.knows(evaluate.Member, s.scene.Rule) {
			continue
		}
		o := &w.officials[at]
		p := &w.people[o.person]
		o.quality, p.quality, p.sick, p.maternity = s.q, star, 0, 0
		w.cast.spared[w.codeOf(p)] = true
		s.scene.Of, s.scene.find = evaluate.Member, w.member(o.person)
		s.scene.check = asOfficial(s.came)
		w.play(s.scene)
		at++
	}
}

// civilServant tells whether somebody is a plain member whom every regime couples
// to the state grade.
func (w *world) civilServant(i int) bool {
	return w.plain(i) && w.people[i].category == "civil_servant"
}

// asOfficial tells whether the same person came out so among the officials.
func asOfficial(want evaluate.Outcome) func(*evaluate.Report, evaluate.Kind, int) bool {
	return func(r *evaluate.Report, k evaluate.Kind, row int) bool {
		members, _ := r.Of(k)
		officials, results := r.Of(evaluate.Staff)
		for i := range results {
			if officials.Subjects[i].Person == members.Subjects[row].Person {
				return results[i].Outcome == want
			}
		}
		return false
	}
}

// describeOfficials writes down what the agency would say about its officials.
func (w *world) describeOfficials() {
	d := newDice(w.opt, "officials described")
	for i := range w.officials {
		o := &w.officials[i]
		o.describe(d, &w.people[o.person], w.sheets[evaluate.Staff].append(), w.codeOf(&w.people[o.person]))
	}
}

func (o *official) describe(d dice, who *person, r row, branch string) {
	who.identityFacts(r, branch)
	r.text("own_unit", orNone(o.unit))
	r.text("title", titleOfficial)
	r.choice("category", who.category)
	r.choice("leadership_post", "none")
	r.yes("reviewed", true)
	r.number("months_worked", monthsOfYear)
	q := o.quality
	conduct := "well"
	if q == fair || q == weak {
		conduct = "met"
	}
	if q != untold { // how the tasks went, the branch may say of the same person
		r.choice("conduct", conduct)
		r.officialTasks(d, q)
	}
	r.yes("initiative_applied", q == star)
	r.choice("proposal_self", q.grade())
	r.choice("proposal_unit", q.grade())
	r.text("cap_group", titleOfficial)
}

// monthsOfYear is a year worked without a break.
const monthsOfYear = 12

// officialTasks counts the tasks; decrees ask for half of them beyond the plan.
func (r row) officialTasks(d dice, q quality) {
	r.tasks(d, q, ownTasks(), true)
	r.number("tasks_poor", 0)
	if assigned, ok := r.count("tasks_assigned"); q == star && ok {
		r.number("tasks_exceeded", (assigned*d.between(55, 70)+99)/100)
	}
}
