package rules

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// change is one small mistake that somebody typing a regulation in could make.
type change struct {
	at       evaluate.Origin
	rule     string // the rule, band, ceiling or sheet it is in
	place    string // where in the rule
	from, to string
	edit     edit
}

// String names the change in the list of survivors: it says exactly what was
// changed, and nothing that moves when lines are added above.
func (c change) String() string {
	return c.rule + c.place + ": " + c.from + " → " + c.to
}

// edit makes a change and returns how to take it back.
type edit func() (undo func())

// put writes a value into a place.
func put[T any](place *T, value T) edit {
	return func() func() {
		old := *place
		*place = value
		return func() { *place = old }
	}
}

// both makes two edits that only together leave a set its checks accept.
func both(a, b edit) edit {
	return func() func() {
		first, second := a(), b()
		return func() { second(); first() }
	}
}

// leaveOut takes one element out of a list.
func leaveOut[T any](list *[]T, i int) edit {
	return put(list, slices.Delete(slices.Clone(*list), i, i+1))
}

// mutator walks a specification and offers every change to visit, in the order
// of the text. Each kind of change is made by one method below; whoever adds a
// part, a condition form or an operator to the rule language adds its numbers
// and choices there.
type mutator struct {
	vocabulary *evaluate.Vocabulary
	set        *evaluate.RuleSet // as compiled unchanged: schema and sheets
	visit      func(change)
}

// spot is where the walk stands.
type spot struct {
	at     evaluate.Origin
	rule   string
	place  string
	schema *evaluate.Schema
}

func (s spot) in(format string, args ...any) spot {
	s.place += " " + fmt.Sprintf(format, args...)
	return s
}

func (s spot) of(at evaluate.Origin) spot {
	if at.Line > 0 {
		s.at = at
	}
	return s
}

func (m *mutator) spot(at evaluate.Origin, rule string) spot {
	return spot{at: at, rule: rule, schema: m.set.Schema()}
}

func (m *mutator) offer(s spot, from, to string, e edit) {
	m.visit(change{at: s.at, rule: s.rule, place: s.place, from: from, to: to, edit: e})
}

// sheetRule marks changes of score sheets, which have files of their own.
const sheetRule = "sheet "

// dropped stands for nothing in the name of a change.
const dropped = "∅"

func (m *mutator) walk(s *evaluate.RuleSetSpec) {
	for i := range s.Groups {
		m.group(&s.Groups[i])
	}
	for i := range s.Profiles {
		m.profile(&s.Profiles[i])
	}
	for i := range s.NotRated {
		m.rule(&s.NotRated[i].RuleSpec)
	}
	for i := range s.Bars {
		m.bar(&s.Bars[i])
	}
	for i := range s.Ladder {
		m.band(s, i)
		for j := range s.Ladder[i].Needs {
			m.rule(&s.Ladder[i].Needs[j])
		}
	}
	m.fallThrough(s)
	for i := range s.Sanctions {
		m.sanction(s.Scale, &s.Sanctions[i])
	}
	for i := range s.RestsOn {
		m.rest(s, i)
	}
	for i := range s.Notices {
		m.rule(&s.Notices[i])
	}
	for i := range s.Votes {
		m.vote(s.Scale, &s.Votes[i])
	}
	if s.ExplainDifference != nil {
		m.difference(s.ExplainDifference)
	}
	for i := range s.Caps {
		m.cap(&s.Caps[i])
	}
}

// group leaves out each member of a named group of criteria.
func (m *mutator) group(g *evaluate.GroupSpec) {
	for i, f := range g.Facts {
		if len(g.Facts) > 1 {
			m.offer(m.spot(g.At, "group "+g.ID), string(f), dropped, leaveOut(&g.Facts, i))
		}
	}
}

// profile makes a row of the profile table take nobody, and changes its
// condition.
func (m *mutator) profile(p *evaluate.ProfileSpec) {
	if p.When == nil {
		return
	}
	s, when := m.spot(p.At, "profile "+p.ID), *p.When
	never := evaluate.ConditionSpec{At: p.At, All: []evaluate.ConditionSpec{when, {At: p.At, Not: &when}}}
	m.offer(s, "profile", dropped, put(&p.When, &never))
	m.condition(s, p.When)
}

func (m *mutator) bar(b *evaluate.BarSpec) {
	m.rule(&b.RuleSpec)
	for i := range b.Exceptions {
		m.rule(&b.Exceptions[i])
	}
	if b.Relief != nil {
		m.rule(b.Relief)
	}
}

// rule drops a rule, drops its scope, and changes both conditions. A dropped
// rule keeps its name but is switched off for good: a case that merely names it
// must not notice.
func (m *mutator) rule(r *evaluate.RuleSpec) {
	s := m.spot(r.At, r.ID)
	m.offer(s, "rule", dropped, both(put(&r.Switch, "a switch nobody turns"), put(&r.DefaultOn, false)))
	if r.AppliesWhen != nil {
		m.offer(s, "applies_when", dropped, put(&r.AppliesWhen, nil))
		m.condition(s.in("applies_when"), r.AppliesWhen)
	}
	m.condition(s, &r.When)
}

// band moves the edge between a rung and the one below, and gives the edge
// itself to the other: both ends together, or the set would be refused for its
// gap.
func (m *mutator) band(spec *evaluate.RuleSetSpec, i int) {
	b := spec.Ladder[i].Band
	if b == nil || b.From == nil || i+1 >= len(spec.Ladder) {
		return
	}
	below, s := spec.Ladder[i+1].Band, m.spot(b.At, "band "+spec.Ladder[i].Rung)
	for _, x := range around(*b.From, m.pointStep()) {
		m.offer(s, b.From.String(), x.String(), both(put(&b.From, &x), put(&below.To, &x)))
	}
	m.offer(s, "edge", "edge of the rung below", both(put(&b.FromExcluded, !b.FromExcluded), put(&below.ToIncluded, !below.ToIncluded)))
}

// pointStep is the finest step of the points on the set's sheets.
func (m *mutator) pointStep() evaluate.Num {
	var out evaluate.Num
	for _, sheet := range m.set.Sheets {
		for _, i := range sheet.Facts() {
			if step := m.set.Schema().Facts[i].Step; step.Sign() > 0 && (out.Sign() == 0 || step.Cmp(out) < 0) {
				out = step
			}
		}
	}
	if out.Sign() == 0 {
		return evaluate.Int(1)
	}
	return out
}

// fallThrough changes what happens when no rung matches, where that can be.
func (m *mutator) fallThrough(spec *evaluate.RuleSetSpec) {
	if !canFallThrough(spec) {
		return
	}
	for _, to := range []evaluate.FallThrough{evaluate.FallReview, evaluate.FallStepDown, evaluate.FallLowest} {
		if to != spec.FallThrough {
			m.offer(m.spot(spec.FallAt, "fall_through"), string(spec.FallThrough), string(to), put(&spec.FallThrough, to))
		}
	}
}

// rest drops a sentence on whose grades are to be weighed, its scope, and turns
// it to others of the kind that the set does not name yet. Members are left out: a
// case has one list of them, whichever way they are related.
func (m *mutator) rest(s *evaluate.RuleSetSpec, i int) {
	x := &s.RestsOn[i]
	m.rule(&x.RuleSpec)
	for _, of := range evaluate.Relations() {
		named := slices.ContainsFunc(s.RestsOn, func(r evaluate.RestSpec) bool { return r.Of == of })
		if kind := evaluate.RelationKind(of); !named && kind == evaluate.RelationKind(x.Of) && kind != evaluate.Member {
			m.offer(m.spot(x.At, x.ID).in("of"), string(x.Of), string(of), put(&x.Of, of))
		}
	}
}

// sanction drops a sanction, changes its condition and moves what it does by
// one rung.
func (m *mutator) sanction(scale evaluate.Scale, x *evaluate.SanctionSpec) {
	m.rule(&x.RuleSpec)
	s := m.spot(x.At, x.ID)
	if x.LowerBy > 0 {
		m.offer(s.in("lower_by"), strconv.Itoa(x.LowerBy), strconv.Itoa(x.LowerBy+1), put(&x.LowerBy, x.LowerBy+1))
	}
	m.rung(s.in("not_above"), scale, &x.NotAbove)
	m.rung(s.in("forced"), scale, &x.Forced)
}

// rung moves the name of a rung to its neighbours.
func (m *mutator) rung(s spot, scale evaluate.Scale, place *string) {
	i := slices.IndexFunc(scale, func(r evaluate.Rung) bool { return r.ID == *place })
	for _, j := range []int{i - 1, i + 1} {
		if i >= 0 && j >= 0 && j < len(scale) {
			m.offer(s, *place, scale[j].ID, put(place, scale[j].ID))
		}
	}
}

// cap changes every number and every choice of a ceiling.
func (m *mutator) cap(c *evaluate.CapSpec) {
	s := m.spot(c.At, c.ID)
	for _, x := range around(c.Rate, onePercent()) {
		m.offer(s.in("rate"), c.Rate.String(), x.String(), put(&c.Rate, x))
	}
	for _, base := range evaluate.CapBases() {
		if base != c.Base {
			m.offer(s.in("base"), string(c.Base), string(base), put(&c.Base, base))
		}
	}
	for _, rounding := range []string{"floor", "half_up"} {
		if rounding != c.Rounding {
			m.offer(s.in("rounding"), c.Rounding, rounding, put(&c.Rounding, rounding))
		}
	}
	if c.DefaultBy != "" {
		m.offer(s, "default_by", dropped, put(&c.DefaultBy, ""))
	}
	if c.Exclude != nil {
		m.offer(s, "exclude", dropped, put(&c.Exclude, nil))
		m.condition(s.in("exclude"), c.Exclude)
	}
	if c.Only != nil {
		m.offer(s, "only", dropped, put(&c.Only, nil))
		m.condition(s.in("only"), c.Only)
	}
	if u := c.Uplift; u != nil {
		m.offer(s, "uplift", dropped, put(&c.Uplift, nil))
		for _, x := range around(u.Rate, onePercent()) {
			m.offer(s.in("uplift"), u.Rate.String(), x.String(), put(&u.Rate, x))
		}
	}
}

// around is one step down and one step up.
func around(x, step evaluate.Num) []evaluate.Num {
	return []evaluate.Num{x.Sub(step), x.Add(step)}
}

func onePercent() evaluate.Num { n, _ := evaluate.Ratio(1, 100); return n }
