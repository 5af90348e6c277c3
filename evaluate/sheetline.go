package evaluate

import "slices"

// sheetLine is a compiled line.
type sheetLine struct {
	spec    *SheetLine
	fact    int // -1 for none
	max     Num
	round   Num
	measure *measure
	ranges  *measure
	weight  int // product: fact of the weight, -1 for max
	factor  int // product: fact of the coefficient, -1 for none
	parts   []linePart
	of      int // share_of: index of the line
	mean    []int
	count   int // mean: fact of how many must be given, -1 for all
	full    *fullWhen
	needs   []int // facts without which the line stays open
	all     []int // every fact the line has to do with
}

type linePart struct {
	measure measure
	share   Num
	fact    int // individual share, -1 for none
}

// fullWhen is a compiled FullWhen.
type fullWhen struct {
	fact  int
	codes []int
}

func (w *fullWhen) verdict(f *Frame, row int) Verdict {
	v := f.Known(row, w.fact)
	if v.IsBlank() {
		return Unknown
	}
	return verdictOf(slices.Contains(w.codes, v.Choice()))
}

// score is the points of the line in one row, whether anything was given, and
// whether it wipes its criterion.
func (l *sheetLine) score(f *Frame, row int, x *scoring) (got span, given bool, wipes Verdict) {
	if l.full == nil {
		return l.own(f, row, x)
	}
	full := l.full.verdict(f, row)
	if full == Holds {
		return exactly(l.max), false, Fails
	}
	got, given, wipes = l.own(f, row, x)
	if full == Unknown {
		got.high = l.max
		wipes = and(wipes, Unknown)
	}
	return got, given, wipes
}

// own is score by the line's own form.
func (l *sheetLine) own(f *Frame, row int, x *scoring) (got span, given bool, wipes Verdict) {
	switch l.spec.Form {
	case PercentLine:
		got, given = l.percent(f, row)
		return got, given, Fails
	case TableLine:
		got, given = l.table(f, row)
		return got, given, Fails
	case ProductLine:
		got, given = l.product(f, row, x)
		return got, given, Fails
	case MeanLine:
		got, given = l.meanOf(f, row)
		return got, given, Fails
	}
	v := f.Known(row, l.fact)
	if v.IsBlank() {
		return span{Num{}, l.most(x)}, false, l.mayWipe()
	}
	switch l.spec.Form {
	case TickLine:
		return exactly(l.ticked(v, l.max)), true, Fails
	case ShareOfLine:
		of := x.lines[l.of]
		return of.each(func(n Num) Num { return l.ticked(v, n.Mul(l.spec.Share)) }), true, Fails
	case OptionsLine:
		o := l.spec.Options[v.Choice()]
		return exactly(o.Points), true, verdictOf(o.Wipes)
	case EachLine:
		return exactly(atMost(v.Number().Mul(l.spec.Points), l.max)), true, Fails
	case LoseLine:
		return exactly(atLeast(l.max.Sub(v.Number().Mul(l.spec.Points)), Num{})), true, Fails
	}
	if n := v.Number(); n.Sign() < 0 || n.Cmp(l.max) > 0 {
		return span{Num{}, l.max}, false, Fails
	} else {
		return exactly(n), true, Fails
	}
}

// most is what a blank line may still be worth.
func (l *sheetLine) most(x *scoring) Num {
	if l.spec.Form == ShareOfLine {
		return x.lines[l.of].high.Mul(l.spec.Share)
	}
	return l.max
}

func (l *sheetLine) mayWipe() Verdict {
	for _, o := range l.spec.Options {
		if o.Wipes {
			return Unknown
		}
	}
	return Fails
}

func (l *sheetLine) ticked(v Value, points Num) Num {
	if v.Choice() == 0 { // the first choice of a tick is "met"
		return points
	}
	return Num{}
}

// percent is the measured percentage of the maximum; beyond it the line is open
// and CheckRow says so.
func (l *sheetLine) percent(f *Frame, row int) (span, bool) {
	m, given := l.measure.of(f, row)
	got := m.each(func(n Num) Num { return n.Mul(l.max).Mul(hundredth()) })
	if got.high.Cmp(l.max) > 0 {
		return span{Num{}, l.max}, false
	}
	return got, given
}

// table finds the row of the number; an open number leaves all rows possible.
func (l *sheetLine) table(f *Frame, row int) (span, bool) {
	m, given := l.measure.of(f, row)
	if m.known() {
		return exactly(l.rowPoints(m.low)), given
	}
	out := span{l.max, Num{}}
	for _, r := range l.spec.Rows {
		out.low, out.high = atMost(out.low, r.Points), atLeast(out.high, r.Points)
	}
	return out, given
}

func (l *sheetLine) rowPoints(n Num) Num {
	for _, r := range l.spec.Rows {
		if r.AtLeast == nil || n.Cmp(*r.AtLeast) >= 0 {
			return r.Points
		}
	}
	return Num{}
}

// product is weight × coefficient × the mean of the measures by their shares.
func (l *sheetLine) product(f *Frame, row int, x *scoring) (span, bool) {
	weight, given := span{l.max, l.max}, false
	if l.weight >= 0 {
		weight, given = l.number(f, row, l.weight, span{Num{}, x.mostWeight(l)})
	}
	if weight.high.Sign() == 0 { // a line that is not used needs nothing else
		return weight, given
	}
	if l.factor >= 0 {
		v := f.Known(row, l.factor)
		if v.IsBlank() {
			return span{Num{}, l.max}, given
		}
		weight, given = weight.each(func(n Num) Num { return n.Mul(v.Number()) }), true
	}
	mean, ok := l.meanMeasure(f, row)
	return span{weight.low.Mul(mean.low).Mul(hundredth()), weight.high.Mul(mean.high).Mul(hundredth())}, given || ok
}

func (l *sheetLine) number(f *Frame, row, fact int, open span) (span, bool) {
	v := f.Known(row, fact)
	if v.IsBlank() {
		return open, false
	}
	return exactly(v.Number()), true
}

// meanMeasure weighs the measures by their shares. Individual shares that are
// open, or do not make a whole, leave the range between the least and the
// greatest measure.
func (l *sheetLine) meanMeasure(f *Frame, row int) (span, bool) {
	var mean, shares, ends span
	given := false
	for i := range l.parts {
		p := &l.parts[i]
		m, ok := p.measure.of(f, row)
		given = given || ok
		if p.measure.tooMuch(m) {
			m = span{Num{}, Int(100)} // CheckRow says so
		}
		share := exactly(p.share)
		if p.fact >= 0 {
			share, _ = l.number(f, row, p.fact, span{Num{}, Int(100)})
			share = share.each(func(n Num) Num { return n.Mul(hundredth()) })
		}
		shares = shares.add(share)
		mean = mean.add(span{m.low.Mul(share.low), m.high.Mul(share.high)})
		if i == 0 {
			ends = m
		}
		ends = span{atMost(ends.low, m.low), atLeast(ends.high, m.high)}
	}
	if !shares.known() || shares.low.Cmp(Int(1)) != 0 {
		return ends, given
	}
	return mean, given
}

// meanOf is the mean of the numbers given, once as many are given as the count
// says.
func (l *sheetLine) meanOf(f *Frame, row int) (span, bool) {
	var sum Num
	n := int64(0)
	for _, fact := range l.mean {
		if v := f.Known(row, fact); !v.IsBlank() {
			sum, n = sum.Add(v.Number()), n+1
		}
	}
	want := int64(len(l.mean))
	if l.count >= 0 {
		v := f.Known(row, l.count)
		if want, _ = v.Number().Int64(); v.IsBlank() {
			want = -1
		}
	}
	mean, ok := sum.Div(Int(n))
	if l.spec.Times.Sign() > 0 {
		mean = mean.Mul(l.spec.Times)
	}
	if n != want || !ok || mean.Cmp(l.max) > 0 {
		return span{Num{}, l.max}, n > 0
	}
	return exactly(mean), true
}

func hundredth() Num { x, _ := Ratio(1, 100); return x }

// measure is a compiled Measure: a percentage or a number.
type measure struct {
	spec              *Measure
	fact, part, whole int // -1 for none
	minus             int
}

// of is the measure of one row; without what it needs it lies anywhere between
// nothing and a hundred.
func (m *measure) of(f *Frame, row int) (got span, given bool) {
	open := span{Num{}, Int(100)}
	switch {
	case m.spec.AtMost != nil:
		open.high = *m.spec.AtMost
	case m.spec.Over:
		open.high = Int(overWhole)
	}
	got, given = m.plain(f, row)
	if !given {
		return open, false
	}
	if m.minus >= 0 {
		v := f.Known(row, m.minus)
		if v.IsBlank() {
			got.low = Num{}
		} else {
			off := m.off(f, row, v.Number())
			got = got.each(func(n Num) Num { return atLeast(n.Sub(off), Num{}) })
		}
	}
	if m.spec.AtMost != nil {
		got = got.each(func(n Num) Num { return atMost(n, *m.spec.AtMost) })
	}
	return got, true
}

// overWhole is the percentage that an open measure which may go beyond a hundred
// is taken to reach at most; no count seen comes near it.
const overWhole = 1_000_000

// off is what so many occurrences take off the measure.
func (m *measure) off(f *Frame, row int, times Num) Num {
	off := times.Mul(m.spec.Each)
	if !m.spec.PerPart {
		return off
	}
	share, _ := off.Div(f.Known(row, m.whole).Number()) // of nothing, nothing is taken off
	return share
}

// tooMuch tells whether a measure lies beyond a hundred percent although the
// sheet neither cuts it nor lets it.
func (m *measure) tooMuch(got span) bool {
	return m.spec.AtMost == nil && !m.spec.Over && got.high.Cmp(Int(100)) > 0
}

func (m *measure) plain(f *Frame, row int) (span, bool) {
	if m.fact >= 0 {
		v := f.Known(row, m.fact)
		switch {
		case v.IsBlank():
			return span{}, false
		case len(m.spec.Levels) > 0:
			return exactly(m.spec.Levels[v.Choice()].Points), true
		}
		return exactly(v.Number()), true
	}
	part, whole := f.Known(row, m.part), f.Known(row, m.whole)
	if part.IsBlank() || whole.IsBlank() {
		return span{}, false
	}
	share, ok := part.Number().Div(whole.Number())
	if !ok {
		if m.spec.WhenNone == nil {
			return span{}, false
		}
		return exactly(*m.spec.WhenNone), true
	}
	return exactly(share.Mul(Int(100))), true
}
