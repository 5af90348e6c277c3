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
	for i := range s.Notices {
		m.rule(&s.Notices[i])
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

// sheet changes the numbers of a score sheet. A change that lines no longer add
// up under is refused by the sheet's own checks; what the checks cannot see must
// be seen by a case.
func (m *mutator) sheet(sheet *evaluate.SheetSpec) {
	at := m.spot(sheet.At, sheetRule+sheet.ID)
	half, _ := evaluate.Ratio(1, 2)
	m.points(at.in("max"), &sheet.Max, half)
	m.order(at.in("order"), &sheet.Order)
	m.points(at.in("clamp from"), sheet.ClampFrom, half)
	m.points(at.in("clamp to"), sheet.ClampTo, half)
	m.rounding(at.in("round"), &sheet.Round)
	m.rounding(at.in("round_lines"), &sheet.RoundLines)
	for i := range sheet.Groups {
		g := &sheet.Groups[i]
		s := m.spot(g.At, sheetRule+sheet.ID).in("%s", g.ID)
		m.points(s.in("max"), &g.Max, half)
		m.bonus(s.in("role"), &g.Role)
		m.flag(s.in("clamp"), &g.Clamp)
		m.points(s.in("weights_sum"), g.WeightsSum, evaluate.Int(1))
		for j := range g.Criteria {
			c := &g.Criteria[j]
			s := m.spot(c.At, sheetRule+sheet.ID).in("%s", c.ID)
			if len(c.Lines) > 1 { // otherwise its maximum is the line's
				m.points(s.in("max"), &c.Max, half)
			}
			m.flag(s.in("clamp"), &c.Clamp)
		}
		for l := range g.AllLines() {
			m.line(m.spot(l.At, sheetRule+sheet.ID).in("%s", l.ID), l, g.WeightsSum)
		}
	}
}

// order exchanges neighbouring steps of the total.
func (m *mutator) order(s spot, order *[]evaluate.SheetStage) {
	for i := 1; i+1 < len(*order); i++ {
		other := slices.Clone(*order)
		other[i], other[i+1] = other[i+1], other[i]
		m.offer(s, string((*order)[i]), string(other[i]), put(order, other))
	}
}

// bonus counts a bonus inside the whole, or on top of it.
func (m *mutator) bonus(s spot, role *evaluate.GroupRole) {
	other := map[evaluate.GroupRole]evaluate.GroupRole{evaluate.BonusInside: evaluate.BonusOnTop, evaluate.BonusOnTop: evaluate.BonusInside}[*role]
	if other != "" {
		m.offer(s, string(*role), string(other), put(role, other))
	}
}

func (m *mutator) line(s spot, l *evaluate.SheetLine, weights *evaluate.Num) {
	step := evaluate.Int(1)
	if d, ok := m.set.Schema().Index(l.Fact); ok && m.set.Schema().Facts[d].Step.Sign() > 0 {
		step = m.set.Schema().Facts[d].Step
	}
	if l.Weight != "" && weights != nil && l.Max.Cmp(*weights) == 0 {
		// The sum limits each weight already; the mistake is a line that limits it more.
		m.offer(s.in("max"), l.Max.String(), "1", put(&l.Max, evaluate.Int(1)))
	} else {
		m.points(s.in("max"), &l.Max, step)
	}
	m.rounding(s.in("round"), &l.Round)
	half, _ := evaluate.Ratio(1, 2)
	if l.Points.Sign() > 0 {
		m.points(s.in("%s", l.Form), &l.Points, half)
	}
	if l.Share.Sign() > 0 {
		m.points(s.in("share"), &l.Share, onePercent())
	}
	for i := range l.Options {
		o := &l.Options[i]
		if !o.Wipes { // whatever it gives is taken with the criterion
			m.points(s.in("option %s", o.Code), &o.Points, half)
		}
		m.flag(s.in("option %s wipes", o.Code), &o.Wipes)
	}
	for i := range l.Rows {
		m.points(s.in("row %d", i+1), l.Rows[i].AtLeast, half)
		m.points(s.in("row %d points", i+1), &l.Rows[i].Points, half)
	}
	m.points(s.in("times"), positive(&l.Times), onePercent())
	if w := l.FullWhen; w != nil {
		m.offer(s, "full_when", dropped, put(&l.FullWhen, nil))
	}
	if l.Measure != nil {
		m.measure(s, l.Measure)
	}
	for i := range l.Parts {
		m.points(s.in("%s share", l.Parts[i].ID), &l.Parts[i].Share, onePercent())
		m.measure(s.in("%s", l.Parts[i].ID), &l.Parts[i].Measure)
	}
	if l.Ranges != nil {
		for i := range l.Ranges.Rows {
			r := &l.Ranges.Rows[i]
			for _, x := range []*evaluate.Num{r.AtLeast, &r.From, r.To, r.Below} {
				m.points(s.in("range %d", i+1), x, half)
			}
		}
	}
}

func (m *mutator) measure(s spot, x *evaluate.Measure) {
	m.points(s.in("at_most"), x.AtMost, evaluate.Int(1))
	m.points(s.in("when_none"), x.WhenNone, evaluate.Int(1))
	if x.Each.Sign() > 0 {
		m.points(s.in("minus"), &x.Each, evaluate.Int(1))
	}
	m.flag(s.in("per_part"), &x.PerPart)
	m.flag(s.in("over"), &x.Over)
	for i := range x.Levels {
		m.points(s.in("level %s", x.Levels[i].Code), &x.Levels[i].Points, evaluate.Int(1))
	}
}

// points moves a number by one step either way; nil stands for none.
func (m *mutator) points(s spot, x *evaluate.Num, step evaluate.Num) {
	if x == nil {
		return
	}
	for _, y := range around(*x, step) {
		m.offer(s, x.String(), y.String(), put(x, y))
	}
}

// positive is nil for a number that was not stated.
func positive(x *evaluate.Num) *evaluate.Num {
	if x.Sign() > 0 {
		return x
	}
	return nil
}

// rounding drops a rounding.
func (m *mutator) rounding(s spot, x *evaluate.Num) {
	if x.Sign() > 0 {
		m.offer(s, x.String(), dropped, put(x, evaluate.Num{}))
	}
}

func (m *mutator) flag(s spot, x *bool) {
	if *x {
		m.offer(s, "true", dropped, put(x, false))
	}
}

// around is one step down and one step up.
func around(x, step evaluate.Num) []evaluate.Num {
	return []evaluate.Num{x.Sub(step), x.Add(step)}
}

func onePercent() evaluate.Num { n, _ := evaluate.Ratio(1, 100); return n }
