package evaluate

import (
	"slices"
	"strings"
)

// recorder notes what each rule sees. A nil recorder notes nothing.
type recorder struct {
	rule int
	seen map[int][]Observation
	home *Observation // where the grade of the organization the campaign stands under is written
}

func (r *recorder) begin(rule int) {
	if r != nil {
		r.rule = rule
	}
}

// mark is where the observations of a part of a condition begin.
func (r *recorder) mark() int {
	if r == nil {
		return 0
	}
	return len(r.seen[r.rule])
}

// settle notes that a part has its verdict: what it saw for the first time, nobody
// waits for on its account.
func (r *recorder) settle(from int, v Verdict) {
	if r == nil || v == Unknown {
		return
	}
	for i := range r.seen[r.rule][from:] {
		r.seen[r.rule][from+i].Idle = true
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
	for i := range r.seen[r.rule] {
		if o := &r.seen[r.rule][i]; o.Fact == def.ID {
			o.Idle = false
			return
		}
	}
	given := c.frame.Value(c.row, fact)
	r.seen[r.rule] = append(r.seen[r.rule], Observation{Fact: def.ID, Heading: def.FullHeading(), Shown: c.frame.Show(fact, v),
		Data: c.frame.Data(fact, v), Blank: v.IsBlank(), Assumed: given.IsBlank() && !v.IsBlank() && def.Derived == nil,
		At: c.frame.Origin(c.row, fact), Supplier: def.Supplier, Kind: c.frame.Schema.Kind, OfPost: def.PerPost && c.frame.Schema.Kind == Leader})
}

// nought notes that a number is none, so that no share of it says anything.
func (r *recorder) nought(c *context, fact int) {
	if r == nil || c.related != nil {
		return
	}
	for i := range r.seen[r.rule] {
		if o := &r.seen[r.rule][i]; o.Fact == c.frame.Schema.Facts[fact].ID {
			o.Nought = true
		}
	}
}

// count notes a count once, however often the rule asks for it, and what came of it.
func (r *recorder) count(n *countNode, t tally, seen []Party, v Verdict) {
	if r == nil {
		return
	}
	none := t.yes+t.no+t.open == 0
	o := Observation{Heading: PhraseRelation(n.of), Data: dataTally(t), Counted: n.spec, Open: t.open > 0 || v == Unknown && !none, Nought: v == Unknown && none, Parties: seen}
	o.Shown = phraseTally(t, &o)
	for i := range r.seen[r.rule] {
		before := &r.seen[r.rule][i]
		if before.Counted != nil && before.Heading == o.Heading && sameCount(before.Counted, n.spec) {
			before.Idle = false
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
	o := Observation{Heading: PhraseRelation(of), Data: strings.Join(labels, " / "), Parties: boundBy(of, subjects)}
	o.Shown = o.phraseGrades(subjects)
	if i := slices.IndexFunc(subjects, func(s RelatedSubject) bool { return s.Elsewhere }); i >= 0 {
		o.At = subjects[i].givenAt()
	}
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// unsaid notes that nobody has said who stands in a relation, and where that
// would be said.
func (r *recorder) unsaid(c *context, of Relation) {
	if r == nil || c.related != nil {
		return
	}
	if of == HomeOrg && r.home != nil {
		r.seen[r.rule] = append(r.seen[r.rule], *r.home)
		return
	}
	schema := c.frame.Schema
	o := Observation{Heading: PhraseRelation(of), Blank: true, Unsaid: true, Kind: schema.Kind, Supplier: SupplyTree}
	told := of.toldBy()
	if of == HeadedBody && c.names(OwnCollective) && !c.names(OwnUnit) {
		told = OwnUnit // which of those he is of he heads the unit tells
	}
	for i := range schema.Facts {
		if def := &schema.Facts[i]; def.LeadsTo == told {
			o.Fact, o.Heading, o.Supplier, o.At = def.ID, def.FullHeading(), def.Supplier, c.frame.Origin(c.row, i)
		}
	}
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// names tells whether the row names somebody by a relation, or says that there is nobody.
func (c *context) names(of Relation) bool {
	for i := range c.frame.Schema.Facts {
		if c.frame.Schema.Facts[i].LeadsTo == of && !c.frame.Value(c.row, i).IsBlank() {
			return true
		}
	}
	return false
}

// toldBy is the relation whose cell tells who stands in this one.
func (r Relation) toldBy() Relation {
	if r == HeadedBody {
		return OwnCollective
	}
	return r
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
	o := Observation{Fact: def.ID, Heading: def.FullHeading() + " (" + PhraseRelation(def.GivenBy) + ")",
		Shown: strings.Join(shown, " / "), Data: strings.Join(data, " "), Open: len(codes) > 1 || slices.ContainsFunc(related, func(r RelatedSubject) bool { return r.Perhaps }), Parties: boundBy(def.GivenBy, related),
		At: related[0].Frame.Origin(related[0].Row, related[0].Frame.Schema.ByRole(RoleName)), Supplier: def.Supplier, Kind: c.frame.Schema.Kind}
	if o.At.Cell == "" {
		o.At = related[0].Frame.Origin(related[0].Row, -1)
	}
	r.seen[r.rule] = append(r.seen[r.rule], o)
}

// boundBy are the subjects whose grades bound another one or stand for a fact of it.
func boundBy(of Relation, subjects []RelatedSubject) []Party {
	var out []Party
	for i := range subjects {
		p := partyOf(of, &subjects[i], NotApplicable)
		asked := subjects[i]
		asked.Perhaps = asked.Perhaps && of != HeadedOrg && of != HeadedBody // there a cell says so, and that is told
		_, settled := asked.settled()
		p.Open = !settled && !asked.NotRated || asked.Perhaps
		out = append(out, p)
	}
	return out
}
