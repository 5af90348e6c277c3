package evaluate

// Observation is what a condition saw: one fact of the subject, or a count of
// other subjects.
type Observation struct {
	Fact    FactID
	Heading string
	Shown   string // as people read it; "" when blank
	Data    string // as programs read it
	Blank   bool   // nothing was given and a blank means nothing
	Idle    bool   // seen only in parts of the condition that have their verdict without it
	Unsaid  bool   // nobody has said who stands in a relation, or whether somebody does
	Assumed bool   // the cell is blank and that means the value shown
	Nought  bool   // the number is none, or nobody counts, and the rule asks for a share of it
	At      Origin
	// Supplier says in whose workbook the fact stands when At is zero.
	Supplier Supplier
	Kind     Kind // of the subject the fact is about
	// OfPost: it is asked of each post of somebody who may have several.
	OfPost bool
	// Counted is the condition that related subjects were counted by; Open tells
	// that some of them have no grade yet.
	Counted *CountSpec
	Open    bool
	// Parties are the subjects that were counted or whose grade was looked at.
	Parties []Party
}

// Place says where the fact stands, or in whose workbook it is to be given.
func (o Observation) Place() string {
	switch {
	case o.Nought && o.Counted != nil:
		return phraseDecides
	case o.Open && o.Counted != nil && !o.Counted.Where.asksGrade():
		return phraseWaitsFacts
	case o.Open:
		return phraseWaits
	}
	if o.At.IsZero() && o.OfPost {
		return PhraseSupplier(o.Kind, o.Supplier) + phraseOfPost
	}
	if o.At.IsZero() {
		return PhraseSupplier(o.Kind, o.Supplier)
	}
	return o.At.String()
}

// Step is one rule of the walk with what it saw.
type Step struct {
	Index   int
	Rule    *Rule
	Verdict Verdict
	Seen    []Observation
	// Relevant marks what decided, and what fails or is unknown one rung higher.
	Relevant bool
}

// RungStep is one step of the ladder: its band and its conditions.
type RungStep struct {
	Rung  Rung
	Spec  *RungSpec
	Band  Verdict // NotApplicable when the set has no bands
	Needs []Step
	Met   Verdict // of the whole rung
	Given bool    // this is the computed grade
}

// AboveBand tells that the points lie over the whole band of the rung, so that the
// band fails for being passed, not for being missed.
func (r *RungStep) AboveBand(s Scored) bool {
	return r.Band == Fails && r.Spec.Band != nil && r.Spec.Band.above(s.Low)
}

// Explanation is a walk told step by step. It is made by the same walk with a
// recorder, never by a second set of rules.
type Explanation struct {
	Kind     Kind
	Subject  Subject
	Result   *Result
	NotRated []Step
	Bars     []Step // each followed by its exceptions and relief
	Rungs    []RungStep
	Sanction []Step
	Rests    []Step // those whose grades come first and are to be weighed
	Notices  []Step
	Votes    []Step // the votes in force, then the difference to be explained
	Lines    []LineStep
	Profiles []Step // the table that chose score sheet and conditions, as far as it was read
}

// Steps lists every step in the order of the walk.
func (e *Explanation) Steps() []Step {
	var out []Step
	out = append(append(append(out, e.Profiles...), e.NotRated...), e.Bars...)
	for _, r := range e.Rungs {
		out = append(out, r.Needs...)
	}
	return append(append(append(append(out, e.Sanction...), e.Rests...), e.Notices...), e.Votes...)
}

// Named is a column's heading as people are told of it: with what the line of a score
// sheet asks, where only its number heads the column.
func (f *FactDef) Named() string {
	if f.Line == "" {
		return f.Heading
	}
	return f.Heading + ". " + f.Line
}

// FullHeading joins a column's group heading and heading.
func (f *FactDef) FullHeading() string {
	if f.Group == "" || f.Line != "" {
		return f.Named()
	}
	return f.Group + ": " + f.Heading
}

// Explain tells the walk of one subject step by step.
func (r *Report) Explain(k Kind, row int) Explanation {
	pop, results := r.Of(k)
	res := &results[row]
	rs := res.Rules
	rec := &recorder{seen: map[int][]Observation{}, rule: -1, home: r.gradeAbove(pop.Subjects[row].Org)}
	c := &context{frame: pop.Frame, row: row, period: r.Inputs.Period, reference: r.Inputs.Reference,
		upstream: r.relations().upstream(k, row, nil), record: rec}
	w := rs.decide(c, nil)
	place := func(seen []Observation) {
		for i := range seen {
			seen[i].Supplier = r.Inputs.Tree.suppliedBy(seen[i].Supplier, pop.Subjects[row].Org)
		}
	}
	for _, seen := range rec.seen {
		place(seen)
	}
	e := Explanation{Kind: k, Subject: pop.Subjects[row], Result: res}
	step := func(i int) Step {
		return Step{Index: i, Rule: &rs.Rules[i], Verdict: w.Verdicts[i], Seen: rec.seen[i], Relevant: rs.relevant(&w, i)}
	}
	e.Lines = rs.lineSteps(pop.Frame, row, w.Score.Sheet, k)
	for i := range e.Lines {
		place(e.Lines[i].Seen)
	}
	for _, p := range rs.profiles {
		if p.rule >= 0 {
			e.Profiles = append(e.Profiles, step(p.rule))
		}
	}
	for _, i := range rs.notRated {
		e.NotRated = append(e.NotRated, step(i))
	}
	for _, b := range rs.bars {
		e.Bars = append(e.Bars, step(b.rule))
		for _, x := range b.exceptions {
			e.Bars = append(e.Bars, step(x))
		}
		if b.relief >= 0 {
			e.Bars = append(e.Bars, step(b.relief))
		}
	}
	for i := range rs.ladder {
		e.Rungs = append(e.Rungs, rs.rungStep(&w, i, step))
	}
	for _, s := range rs.sanction {
		e.Sanction = append(e.Sanction, step(s.rule))
	}
	for _, i := range rs.rests {
		e.Rests = append(e.Rests, step(i))
	}
	for _, i := range rs.notices {
		e.Notices = append(e.Notices, step(i))
	}
	e.Votes = rs.voteSteps(res, pop.Frame, row)
	for i := range e.Votes {
		place(e.Votes[i].Seen)
	}
	return e
}

func (rs *RuleSet) rungStep(w *Walk, i int, step func(int) Step) RungStep {
	l := &rs.ladder[i]
	out := RungStep{Rung: rs.Spec.Scale.Rung(l.rank), Spec: l.spec, Band: NotApplicable,
		Given: w.Outcome == Graded && w.Rank == l.rank}
	if l.spec.Band != nil {
		out.Band = w.Score.within(l.spec.Band)
	}
	out.Met = and(out.Band, rs.needs(w, l))
	for _, n := range l.needs {
		out.Needs = append(out.Needs, step(n))
	}
	return out
}

// relevant tells whether a rule decided, or fails or is unknown one rung above
// the result.
func (rs *RuleSet) relevant(w *Walk, i int) bool {
	r, v := &rs.Rules[i], w.Verdicts[i]
	if i == w.Because {
		return true
	}
	if r.Off || v == NotApplicable {
		return false
	}
	switch r.Role {
	case RoleProfile:
		return v != Fails
	case RoleNotRated, RoleBar:
		return v == Unknown || v == Holds
	case RoleException, RoleRelief:
		return rs.relevant(w, r.Parent) && v != Fails
	case RoleNotice:
		return v == Holds
	case RoleVote, RoleRest:
		return true
	case RoleDifference:
		return v == Fails
	case RoleSanction:
		return v != Fails
	case RoleNeed:
		switch w.Outcome {
		case Graded:
			return r.Rank == w.Rank || r.Rank == w.Rank+1 && !v.Met()
		case Review:
			return !v.Met() && r.Rank >= w.Suggested
		case Undecided:
			return v == Unknown && w.Possible.Has(r.Rank)
		}
	}
	return false
}

// relations rebuilds who is related to whom for explanations.
func (r *Report) relations() *relations {
	r.once.Do(func() { r.graph = relate(r.Inputs, r) })
	return r.graph
}
