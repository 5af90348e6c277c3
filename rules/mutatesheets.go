package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

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
		if l.Parts[i].ShareFact == "" {
			m.points(s.in("%s share", l.Parts[i].ID), &l.Parts[i].Share, onePercent())
		}
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
