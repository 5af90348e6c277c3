package evaluate

import "strings"

// Observation is what a condition saw: one fact of the subject, or a count of
// other subjects.
type Observation struct {
	Fact    FactID
	Heading string
	Shown   string // as people read it; "" when blank
	Data    string // as programs read it
	Blank   bool   // nothing was given and a blank means nothing
	Assumed bool   // the cell is blank and that means the value shown
	At      Origin
	// Supplier says in whose workbook the fact stands when At is zero.
	Supplier Supplier
	Kind     Kind // of the subject the fact is about
	// Counted is the condition that related subjects were counted by; Open tells
	// that some of them have no grade yet.
	Counted *CountSpec
	Open    bool
	// Parties are the subjects that were counted or whose grade was looked at.
	Parties []Party
}

// Place says where the fact stands, or in whose workbook it is to be given.
func (o Observation) Place() string {
	if o.Open {
		return phraseWaits
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
	return append(append(append(out, e.Sanction...), e.Notices...), e.Votes...)
}

// recorder notes what each rule sees. A nil recorder notes nothing.
type recorder struct {
	rule int
	seen map[int][]Observation
}

func (r *recorder) begin(rule int) {
	if r != nil {
		r.rule = rule
	}
}

func (r *recorder) fact(c *context, fact int, v Value) {
	if r == nil || c.related != nil {
		return
	}
	def := &c.frame.Schema.Facts[fact]
	if def.Derived != nil && v.IsBlank() {
		// Nobody fills in what is computed: what is missing are its operands.
		for _, id := range def.Derived.Of {
			if i, ok := c.frame.Schema.index[id]; ok {
				r.fact(c, i, c.frame.Known(c.row, i))
			}
		}
		return
	}
	for _, o := range r.seen[r.rule] {
		if o.Fact == def.ID {
			return
		}
	}
	given := c.frame.Value(c.row, fact)
	r.seen[r.rule] = append(r.seen[r.rule], Observation{Fact: def.ID, Heading: def.FullHeading(), Shown: c.frame.Show(fact, v),
		Data: c.frame.Data(fact, v), Blank: v.IsBlank(), Assumed: given.IsBlank() && !v.IsBlank() && def.Derived == nil,
		At: c.frame.Origin(c.row, fact), Supplier: def.Supplier, Kind: c.frame.Schema.Kind})
}

// count notes a count once, however often the rule asks for it.
func (r *recorder) count(n *countNode, t tally, seen []Party) {
	if r == nil {
		return
	}
	o := Observation{Heading: PhraseRelation(n.of), Data: dataTally(t), Counted: n.spec, Open: t.open > 0, Parties: seen}
	o.Shown = phraseTally(t, &o)
	for _, before := range r.seen[r.rule] {
		if before.Counted != nil && before.Heading == o.Heading && sameCount(before.Counted, n.spec) {
			return
		}
	}
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// points notes the points of a part of the score sheet.
func (r *recorder) points(part string, got span, most Num) {
	if r == nil {
		return
	}
	shown := phrasePoints(got, most)
	r.seen[r.rule] = append(r.seen[r.rule], Observation{Heading: phrasePart(part), Shown: shown, Data: got.low.String() + ".." + got.high.String()})
}

// related notes the grades of the subjects that bound this one.
func (r *recorder) related(of Relation, subjects []RelatedSubject) {
	if r == nil {
		return
	}
	var labels []string
	for i := range subjects {
		for rank := range subjects[i].Possible.All() {
			labels = append(labels, subjects[i].Scale.Rung(rank).Label)
		}
	}
	o := Observation{Heading: PhraseRelation(of), Data: strings.Join(labels, " / ")}
	for i := range subjects {
		o.Parties = append(o.Parties, partyOf(of, &subjects[i], NotApplicable))
	}
	o.Shown = o.phraseGrades(subjects)
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// unsaid notes that nobody has said who stands in a relation, and where that
// would be said.
func (r *recorder) unsaid(c *context, of Relation) {
	if r == nil || c.related != nil {
		return
	}
	schema := c.frame.Schema
	o := Observation{Heading: PhraseRelation(of), Blank: true, Kind: schema.Kind, Supplier: SupplyTree}
	for i := range schema.Facts {
		if def := &schema.Facts[i]; def.LeadsTo == of {
			o.Fact, o.Heading, o.Supplier, o.At = def.ID, def.FullHeading(), def.Supplier, c.frame.Origin(c.row, i)
		}
	}
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// givenBy notes the grades of a related subject that stand for a blank fact.
func (r *recorder) givenBy(c *context, fact int, related []RelatedSubject, codes []int) {
	if r == nil || c.related != nil {
		return
	}
	def := &c.frame.Schema.Facts[fact]
	var shown, data []string
	for _, code := range codes {
		shown, data = append(shown, def.Choices[code].Label), append(data, def.Choices[code].Code)
	}
	r.seen[r.rule] = append(r.seen[r.rule], Observation{Fact: def.ID, Heading: def.FullHeading() + " (" + PhraseRelation(def.GivenBy) + ")",
		Shown: strings.Join(shown, " / "), Data: strings.Join(data, " "), Open: len(codes) > 1,
		At: related[0].Frame.Origin(related[0].Row, -1), Supplier: def.Supplier, Kind: c.frame.Schema.Kind})
}

// FullHeading joins a column's group heading and heading.
func (f *FactDef) FullHeading() string {
	if f.Group == "" {
		return f.Heading
	}
	return f.Group + ": " + f.Heading
}

// Explain tells the walk of one subject step by step.
func (r *Report) Explain(k Kind, row int) Explanation {
	pop, results := r.Of(k)
	res := &results[row]
	rs := res.Rules
	rec := &recorder{seen: map[int][]Observation{}, rule: -1}
	c := &context{frame: pop.Frame, row: row, period: r.Inputs.Period, reference: r.Inputs.Reference,
		upstream: r.relations().upstream(k, row), record: rec}
	w := rs.decide(c, nil)
	e := Explanation{Kind: k, Subject: pop.Subjects[row], Result: res}
	step := func(i int) Step {
		return Step{Index: i, Rule: &rs.Rules[i], Verdict: w.Verdicts[i], Seen: rec.seen[i], Relevant: rs.relevant(&w, i)}
	}
	e.Lines = rs.lineSteps(pop.Frame, row, w.Score.Sheet, k)
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
	for _, i := range rs.notices {
		e.Notices = append(e.Notices, step(i))
	}
	e.Votes = rs.voteSteps(res, pop.Frame, row)
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
	case RoleVote:
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

// Missing lists what an undecided subject waits for: the facts that are blank
// in a rule or score line that could still change the grade.
func (r *Report) Missing(k Kind, row int) []Observation {
	pop, results := r.Of(k)
	res := &results[row]
	if res.Outcome != Undecided {
		return nil
	}
	var out []Observation
	seen := map[string]bool{}
	add := func(o Observation) {
		if key := string(o.Fact) + " " + o.Heading; !seen[key] {
			seen[key] = true
			out = append(out, o)
		}
	}
	e := r.Explain(k, row)
	for _, s := range e.Steps() {
		// What keeps a grade the rules gave from standing is the vote alone.
		if s.Verdict != Unknown || !s.Relevant || res.Walk.Outcome == Graded && s.Rule.Role != RoleVote {
			continue
		}
		for _, o := range s.Seen {
			switch {
			case o.Blank:
				add(o)
			case o.Open:
				o.Heading += " (" + o.Shown + ")"
				add(o)
			}
		}
	}
	if sh := res.Walk.Score.Sheet; sh >= 0 {
		if _, known := res.Walk.Score.Known(); !known {
			for _, i := range res.Rules.Sheets[sh].Blank(pop.Frame, row) {
				def := &pop.Frame.Schema.Facts[i]
				add(Observation{Fact: def.ID, Heading: def.FullHeading(), Blank: true, At: pop.Frame.Origin(row, i), Supplier: def.Supplier, Kind: k})
			}
		}
	}
	return out
}
