package demo

import "github.com/xeploai/xeploai/evaluate"

// stageCollectives lets collectives answer for their fellows and units, and
// bound their heads.
func (w *world) stageCollectives() {
	if w.sheets[evaluate.Collective] == nil {
		return
	}
	w.stageFellow(w.division(ledDisciplined) + codeLeadership)
	attached := w.division(ledAttached) + codeLeadership
	w.led(attached, func(r row) {
		r.number("attached_count", 3)
		r.number("attached_disciplined_count", 1)
	}, Scene{Kind: UnitDisciplined, Rule: "XS-UNITS-DISCIPLINE", Verdict: evaluate.Fails, Outcome: evaluate.Review})
	w.led(w.division(ledFair)+codeLeadership, nil,
		Scene{Kind: LeadershipBound, Rule: "COL-LE-UNIT", Verdict: evaluate.Holds, Outcome: evaluate.Graded, Grade: evaluate.Completed})
	w.led(w.layout.orgs[0].Code+codeCouncil, nil,
		Scene{Kind: SmallCollective, Rule: "NR-SMALL", Verdict: evaluate.Holds, Outcome: evaluate.NotRated})
}

// led gives a collective an excellent year but for the change.
func (w *world) led(code string, change func(r row), s Scene) {
	if w.bodyIndex(code) < 0 {
		return
	}
	w.cast.bodies[code] = star
	if change != nil {
		w.later(func() { change(w.bodyRow(code)) })
	}
	s.Of, s.find = evaluate.Collective, place(code)
	w.play(s)
}

// stageFellow lets a fellow be disciplined for what he did in office: the
// collective fails, and its head with it.
func (w *world) stageFellow(code string) {
	s := Scene{Kind: FellowDisciplined, Rule: "K-C2", Verdict: evaluate.Holds, Outcome: evaluate.Graded, Grade: evaluate.NotCompleted}
	if !w.knows(evaluate.Collective, s.Rule) {
		s.Rule = "COL-K4"
	}
	if !w.knows(evaluate.Collective, s.Rule) {
		return
	}
	w.led(code, func(r row) {
		r.choice("fellow_discipline", "warning")
		r.yes("fellow_discipline_duty", true)
	}, s)
	if head := w.postIn(code, "head", 0); head >= 0 {
		w.posts[head].quality = star
		w.play(Scene{Kind: HeadByCollective, Of: evaluate.Leader, Rule: "HEAD-LE-COLLECTIVE", Verdict: evaluate.Holds,
			Outcome: evaluate.Graded, Grade: evaluate.NotCompleted, find: w.holder(head)})
	}
}

// stagePosts lets one person hold two posts, and too many of one position have
// an excellent year.
func (w *world) stagePosts() {
	w.stageTwoPosts()
	stars := 0
	for i := range w.posts {
		if p := &w.posts[i]; p.title == titleDeputyDivision && len(p.charge) == 0 && stars < starDeputies {
			p.quality = star
			stars++
		}
	}
	if stars == starDeputies {
		w.cast.scenes = append(w.cast.scenes, Scene{Kind: CapExceeded, Of: evaluate.Leader, group: overCap})
	}
}

// overCap tells whether the group of deputies has more at the best grade than
// the ceiling allows, however open grades turn out.
func overCap(r *evaluate.Report) (string, bool) {
	for _, c := range r.Caps {
		if c.Kind == evaluate.Leader && c.Group == titleDeputyDivision {
			return c.Cap.ID, c.Over.Min > 0
		}
	}
	return "", false
}

// starDeputies is how many deputies of divisions have an excellent year: half of
// them, more than any ceiling allows.
const starDeputies = 8

// stageTwoPosts seats the secretary of a base committee at the head of a
// division too.
func (w *world) stageTwoPosts() {
	division := w.postIn(w.division(sharedDivision), "head", 0)
	if division < 0 {
		return
	}
	for i := range w.posts {
		p := &w.posts[i]
		if p.org == 0 || p.role != "head" || p.party != "secretary" || w.cast.spared[w.layout.orgs[p.org].Code] || w.cast.spared[w.codeOf(&w.people[p.person])] {
			continue // another scene may say of the member what each post would have to answer
		}
		w.posts[division].person = p.person
		w.posts[division].quality, p.quality = solid, solid
		w.cast.scenes = append(w.cast.scenes, Scene{Kind: TwoPosts, Of: evaluate.Leader, Outcome: evaluate.Graded, Grade: evaluate.Good,
			find: w.holder(division), check: elsewhereToo})
		return
	}
}

// elsewhereToo tells whether the same person is graded under another
// organization as well.
func elsewhereToo(r *evaluate.Report, k evaluate.Kind, row int) bool {
	pop, _ := r.Of(k)
	one := &pop.Subjects[row]
	for i := range pop.Subjects {
		if other := &pop.Subjects[i]; i != row && other.Person == one.Person && other.Org != one.Org {
			return true
		}
	}
	return false
}
