package demo

import "github.com/xeploai/xeploai/evaluate"

// The divisions of the office's own agency that play in scenes.
const (
	fairDivision = iota + 1
	failedDivision
	otherFailed
	openDivision
	honestDivision // of a leader who found and mended what was wrong
	sharedDivision // its head leads elsewhere too
	quietDivision
	elsewhereDivision
	ledDisciplined
	ledAttached
	ledFair
)

// stageUnits lets units bound those who lead them.
func (w *world) stageUnits() {
	if w.sheets[evaluate.Unit] == nil {
		return
	}
	for i, q := range []quality{fairDivision: fair, failedDivision: weak, otherFailed: weak, openDivision: untold, honestDivision: star,
		sharedDivision: solid, quietDivision: solid, elsewhereDivision: star, ledDisciplined: star, ledAttached: star, ledFair: fair} {
		w.cast.bodies[w.division(i)] = q
	}
	if w.sheets[evaluate.Unit].row(0).uses("tasks_exceeded") {
		// The head counts the unit's tasks too: only its points keep it from the best.
		w.cast.tasks[w.division(fairDivision)], w.cast.tasks[w.division(openDivision)] = star, star
	}
	w.headOf(fairDivision, Scene{Kind: HeadByUnit, Rule: "HEAD-LE-UNIT", Grade: evaluate.Completed})
	failed := Scene{Kind: HeadOfFailedUnit, Rule: "LDR-K-UNIT", Grade: evaluate.NotCompleted}
	if !w.knows(evaluate.Leader, failed.Rule) {
		failed.Rule = "HEAD-LE-UNIT"
	}
	w.headOf(failedDivision, failed)
	w.headOf(openDivision, Scene{Kind: Waits, Rule: "HEAD-LE-UNIT", Outcome: evaluate.Undecided})
	if i := w.postIn(w.division(failedDivision), "deputy", 0); i >= 0 {
		w.posts[i].quality = star
		w.play(Scene{Kind: DeputyOfFailedUnit, Of: evaluate.Leader, Rule: "DEPUTY-UNIT-FLOOR", Verdict: evaluate.Holds,
			Outcome: evaluate.Graded, Grade: evaluate.Good, find: w.holder(i)})
	}
	w.stageElsewhere(w.division(elsewhereDivision))
}

// stageElsewhere gives a unit a grade of another authority, where anybody asks.
func (w *world) stageElsewhere(code string) {
	if s := w.sheets[evaluate.Unit]; !s.row(0).uses("graded_elsewhere") {
		return
	}
	w.later(func() { w.bodyRow(code).choice("graded_elsewhere", "completed") })
	w.play(Scene{Kind: GradedElsewhere, Of: evaluate.Unit, Outcome: evaluate.Graded, Grade: evaluate.Completed, find: place(code),
		check: func(r *evaluate.Report, k evaluate.Kind, row int) bool {
			_, results := r.Of(k)
			return results[row].Elsewhere != evaluate.NoRank && results[row].Walk.Rank != results[row].Rank
		}})
}

// headOf gives the head of a division an excellent year that a rule limits.
func (w *world) headOf(division int, s Scene) {
	i := w.postIn(w.division(division), "head", 0)
	if i < 0 {
		return
	}
	w.posts[i].quality = star
	s.Of, s.Verdict, s.find = evaluate.Leader, evaluate.Holds, w.holder(i)
	if s.Grade != "" {
		s.Outcome = evaluate.Graded
	}
	w.play(s)
}

// stageCharges lets leaders answer for the units in their charge and the people
// under them.
func (w *world) stageCharges() {
	leadership := w.layout.orgs[0].Code + codeAgency + codeLeadership
	first, second := w.postIn(leadership, "deputy", 0), w.postIn(leadership, "deputy", 1)
	if w.sheets[evaluate.Unit] != nil && first >= 0 && second >= 0 {
		w.stageFailedUnits(first)
		w.stageOpenUnit(second)
	}
	honest := w.postIn(w.division(honestDivision), "head", 0)
	if honest < 0 {
		return
	}
	w.posts[honest].quality = star
	w.later(func() {
		r := w.sheets[evaluate.Leader].row(honest)
		r.yes("subordinate_corruption", true)
		r.yes("relief_claimed", true)
		r.yes("self_found_remedied", true)
	})
	s := Scene{Kind: Corruption, Of: evaluate.Leader, Verdict: evaluate.Holds, Outcome: evaluate.Graded, Grade: evaluate.Excellent, find: w.holder(honest)}
	if s.Rule = "LDR-K-CORRUPTION-SELF"; !w.knows(evaluate.Leader, s.Rule) {
		s.Rule, s.Outcome, s.Grade = "K-L5-RELIEF", evaluate.Review, ""
	}
	w.play(s)
}

// stageFailedUnits gives a deputy three units, two of which failed.
func (w *world) stageFailedUnits(post int) {
	p := &w.posts[post]
	p.quality, p.charge = star, []string{w.division(failedDivision), w.division(otherFailed), w.division(honestDivision)}
	w.later(func() { // the base committee counts the same units of the member
		r := w.sheets[evaluate.Member].row(p.person)
		r.number("units_in_charge", len(p.charge))
		r.number("units_failed", 2)
	})
	s := Scene{Kind: UnitsInCharge, Of: evaluate.Leader, Rule: "K-L1-UNITS", Verdict: evaluate.Holds,
		Outcome: evaluate.Graded, Grade: evaluate.NotCompleted, find: w.holder(post)}
	if !w.knows(evaluate.Leader, s.Rule) {
		s.Rule, s.Verdict, s.Outcome, s.Grade = "LDR-HT-UNITS", evaluate.Fails, evaluate.Review, ""
	}
	w.play(s)
}

// stageOpenUnit gives a deputy four units, one of them open: too few to matter
// under a rule about half of them; under a rule about all of them the deputy's
// own late tasks have settled the matter.
func (w *world) stageOpenUnit(post int) {
	p := &w.posts[post]
	p.quality, p.charge = star, []string{w.division(openDivision), w.division(honestDivision), w.division(sharedDivision), w.division(quietDivision)}
	s := Scene{Kind: WaitsNot, Of: evaluate.Leader, Rule: "K-L1-UNITS", Verdict: evaluate.Fails,
		Outcome: evaluate.Graded, Grade: evaluate.Excellent, find: w.holder(post)}
	if !w.knows(evaluate.Leader, s.Rule) {
		s.Rule, s.Verdict, s.Grade = "LDR-T-UNITS-HT", evaluate.Unknown, evaluate.Completed
		w.later(func() {
			r := w.sheets[evaluate.Leader].row(post)
			if !w.people[p.person].counted() {
				r.choice("task_statement", "late_some")
				return
			}
			r.number("tasks_late", 1)
			r.number("tasks_exceeded", 0)
		})
	}
	w.play(s)
}

// bodyRow is the described row of a body.
func (w *world) bodyRow(code string) row {
	at := 0
	k := w.bodies[w.bodyIndex(code)].Kind
	for i := range w.bodies {
		if w.bodies[i].Code == code {
			return w.sheets[k].row(at)
		}
		if w.bodies[i].Kind == k {
			at++
		}
	}
	return row{}
}
