package rules

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// lineProof is something a score line can do that a worked case must show: give
// points, take a level, fall into a row; or a group or criterion: cut what lies
// beyond its maximum.
type lineProof struct {
	line   string // or group or criterion
	at     evaluate.Origin
	what   GapKind
	detail string      // the level or row concerned
	give   []givenFact // values that would show it
	shows  func(r *lineReader) bool
}

// prover lists the proofs of one sheet.
type prover struct {
	sheet  *evaluate.SheetSpec
	schema *evaluate.Schema
	line   *evaluate.SheetLine
	out    []lineProof
}

func lineProofs(s *evaluate.SheetSpec, schema *evaluate.Schema) []lineProof {
	p := &prover{sheet: s, schema: schema}
	for i := range s.Groups {
		g := &s.Groups[i]
		for l := range g.AllLines() {
			p.line = l
			p.prove(g.Role == evaluate.DeductionGroup)
		}
		for j := range g.Criteria {
			c := &g.Criteria[j]
			var lines []*evaluate.SheetLine
			for k := range c.Lines {
				lines = append(lines, &c.Lines[k])
			}
			p.cut(c.Clamp, c.At, c.ID, c.Max, lines)
		}
		p.cut(g.Clamp, g.At, g.ID, g.Max, slices.Collect(g.AllLines()))
	}
	return p.out
}

// cut wants lines that come to more than their criterion or group may.
func (p *prover) cut(clamp bool, at evaluate.Origin, id string, most evaluate.Num, lines []*evaluate.SheetLine) {
	if !clamp {
		return
	}
	var give []givenFact
	for _, l := range lines {
		if l.Fact != "" {
			give = append(give, p.given(l.Fact, l.ID, bestValue(l, true)))
		}
		for j := range l.Parts {
			if m := &l.Parts[j].Measure; m.Over {
				give = append(give, p.measured(m, l.ID+"."+l.Parts[j].ID, evaluate.Int(150))...)
			}
		}
	}
	p.out = append(p.out, lineProof{line: id, at: at, what: GapCut, give: give, shows: func(r *lineReader) bool {
		var sum evaluate.Num
		for _, l := range lines {
			if n, known := r.rules.PointsOf(r.frame, r.row, &r.walk, l.ID); known {
				sum = sum.Add(n)
			}
		}
		return sum.Cmp(most) > 0
	}})
}

func (p *prover) add(what GapKind, detail string, shows func(*lineReader) bool, give ...givenFact) {
	if p.line.Reason && len(give) > 0 {
		give = append(give, p.given(p.sheet.FactOf(p.line.ID, "reason"), p.line.ID+".reason", labelExampleReason))
	}
	p.out = append(p.out, lineProof{line: p.line.ID, at: p.line.At, what: what, detail: detail, give: give, shows: shows})
}

// own writes a value for the line itself.
func (p *prover) own(text string) givenFact {
	return givenFact{id: evaluate.FactID(p.line.ID), line: p.line.ID, text: text}
}

// prove lists what the form of a line can do.
func (p *prover) prove(deducts bool) {
	l := p.line
	scored := GapScored
	if deducts {
		scored = GapDeducted
	}
	switch l.Form {
	case evaluate.PointsLine:
		if l.Ranges != nil {
			p.ranges()
			return
		}
		p.add(scored, "", func(r *lineReader) bool { n, ok := r.number(l.Fact); return ok && n.Sign() > 0 }, p.own(p.half()))
	case evaluate.TickLine, evaluate.ShareOfLine:
		p.add(scored, "", func(r *lineReader) bool { return r.chose(l.Fact, 0) }, p.own("yes"))
	case evaluate.OptionsLine:
		p.levels(l.Options, l.Fact, l.ID)
	case evaluate.EachLine, evaluate.LoseLine:
		p.add(GapCounted, "", func(r *lineReader) bool {
			n, ok := r.number(l.Fact)
			within := n.Mul(l.Points).Cmp(l.Max) < 0 || l.Points.Cmp(l.Max) >= 0
			return ok && n.Sign() > 0 && within
		}, p.own("1"))
	case evaluate.PercentLine:
		p.partly(scored, "", l.Measure, l.ID)
		p.minus("", l.Measure, l.ID)
	case evaluate.TableLine:
		for i, row := range l.Rows {
			p.add(GapRow, labelFrom(row.AtLeast), p.inRow(l.Measure, i, func(k int) *evaluate.Num { return l.Rows[k].AtLeast }),
				p.measured(l.Measure, l.ID, rowStart(row.AtLeast))...)
		}
		p.minus("", l.Measure, l.ID)
	case evaluate.ProductLine:
		p.product(scored)
	case evaluate.MeanLine:
		p.add(scored, "", func(r *lineReader) bool {
			for _, id := range l.Mean {
				if n, ok := r.number(id); ok && n.Sign() > 0 {
					return true
				}
			}
			return false
		})
	}
}

// half is about half of the line's points, a whole number of its steps.
func (p *prover) half() string {
	step := evaluate.Int(1)
	if i, ok := p.schema.Index(p.line.Fact); ok && p.schema.Facts[i].Step.Sign() > 0 {
		step = p.schema.Facts[i].Step
	}
	n, _ := p.line.Max.Div(step.Mul(evaluate.Int(2)))
	return step.Mul(evaluate.Int(max(n.Floor(), 1))).String()
}

// levels wants every level chosen.
func (p *prover) levels(levels []evaluate.LineOption, fact evaluate.FactID, key string) {
	for i, o := range levels {
		p.add(GapLevel, o.Code+" “"+o.Label+"”", func(r *lineReader) bool { return r.chose(fact, i) }, p.given(fact, key, o.Code))
	}
}

// partly wants a measure that is neither nothing nor all.
func (p *prover) partly(what GapKind, detail string, m *evaluate.Measure, key string) {
	if len(m.Levels) > 0 {
		p.levels(m.Levels, m.Fact, key)
		return
	}
	p.add(what, detail, func(r *lineReader) bool {
		n, ok := r.measure(m)
		return ok && n.Sign() > 0 && n.Cmp(evaluate.Int(100)) < 0
	}, p.measured(m, key, evaluate.Int(70))...)
}

// minus wants something to come off the measure.
func (p *prover) minus(detail string, m *evaluate.Measure, key string) {
	if m.Minus == "" || m.Each.Sign() == 0 {
		return
	}
	give := []givenFact{givenUnder(p.sheet, m.Minus, "1", key+"_minus", key+"._minus")}
	for i := range p.line.Parts {
		other := &p.line.Parts[i]
		give = append(p.measured(&other.Measure, p.line.ID+"."+other.ID, evaluate.Int(100)), give...)
	}
	if len(p.line.Parts) == 0 {
		give = append(p.measured(m, key, evaluate.Int(100)), give...)
	}
	p.add(GapMinus, detail, func(r *lineReader) bool {
		n, ok := r.number(m.Minus)
		got, given := r.measure(m)
		return ok && given && n.Sign() > 0 && got.Sign() > 0
	}, give...)
}

// product wants each measure to differ from another, so that its share counts.
func (p *prover) product(what GapKind) {
	l := p.line
	for i := range l.Parts {
		p.minus(l.Parts[i].ID, &l.Parts[i].Measure, l.ID+"."+l.Parts[i].ID)
	}
	if len(l.Parts) == 1 {
		p.partly(what, "", &l.Parts[0].Measure, l.ID+"."+l.Parts[0].ID)
		return
	}
	for i := range l.Parts {
		part, key := &l.Parts[i], l.ID+"."+l.Parts[i].ID
		if len(part.Measure.Levels) > 0 {
			p.levels(part.Measure.Levels, part.Measure.Fact, key)
			continue
		}
		var give []givenFact // falling, since more cannot be good than is done
		for j := range l.Parts {
			percent := evaluate.Int(90)
			if j >= max(i, 1) {
				percent = evaluate.Int(70)
			}
			give = append(give, p.measured(&l.Parts[j].Measure, l.ID+"."+l.Parts[j].ID, percent)...)
		}
		p.add(GapPart, part.ID+" “"+part.Label+"”", func(r *lineReader) bool {
			n, ok := r.measure(&part.Measure)
			for j := range l.Parts {
				if other, known := r.measure(&l.Parts[j].Measure); ok && known && n.Cmp(other) != 0 {
					return true
				}
			}
			return false
		}, give...)
	}
}

// ranges wants points given in every range that another number allows.
func (p *prover) ranges() {
	x, fact := p.line.Ranges, p.line.Fact
	for i, row := range x.Rows {
		in := p.inRow(&x.Measure, i, func(k int) *evaluate.Num { return x.Rows[k].AtLeast })
		give := append(p.measured(&x.Measure, p.line.ID, rowStart(row.AtLeast)), p.own(row.From.String()))
		p.add(GapRow, labelFrom(row.AtLeast), func(r *lineReader) bool {
			_, ok := r.number(fact)
			return ok && in(r)
		}, give...)
	}
}

// inRow tells whether the measure falls into a row: at its start or beyond, and
// short of the row above.
func (p *prover) inRow(m *evaluate.Measure, row int, start func(int) *evaluate.Num) func(*lineReader) bool {
	return func(r *lineReader) bool {
		n, ok := r.measure(m)
		above := row > 0 && start(row-1) != nil && n.Cmp(*start(row - 1)) >= 0
		return ok && !above && (start(row) == nil || n.Cmp(*start(row)) >= 0)
	}
}

func rowStart(x *evaluate.Num) evaluate.Num {
	if x == nil {
		return evaluate.Num{}
	}
	return *x
}

// measured writes a percentage, or the two numbers whose share it is.
func (p *prover) measured(m *evaluate.Measure, key string, percent evaluate.Num) []givenFact {
	switch {
	case len(m.Levels) > 0:
		return []givenFact{p.given(m.Fact, key, optionWith(m.Levels, true))}
	case m.Fact != "":
		return []givenFact{p.given(m.Fact, key, percent.String())}
	}
	return []givenFact{{id: m.Of, text: "100"}, {id: m.Part, text: percent.String()}}
}

// given writes a value under the key that cases use for a fact: the line's, or
// the fact itself.
func (p *prover) given(fact evaluate.FactID, key, text string) givenFact {
	return givenUnder(p.sheet, fact, text, key, key+".basis")
}

// givenUnder writes a value under the first key that stands for its fact.
func givenUnder(s *evaluate.SheetSpec, fact evaluate.FactID, text string, keys ...string) givenFact {
	for _, key := range keys {
		if id, ok := lineFact(s, key); ok && id == fact {
			return givenFact{id: evaluate.FactID(key), line: key, text: text}
		}
	}
	return givenFact{id: fact, text: text}
}

// hint writes the values as a case would.
func (x *lineProof) hint() string {
	var lines, facts []string
	for _, g := range x.give {
		if g.line != "" {
			lines = append(lines, g.line+": "+g.text)
		} else {
			facts = append(facts, string(g.id)+": "+g.text)
		}
	}
	var out []string
	if len(lines) > 0 {
		out = append(out, "lines: {"+strings.Join(lines, ", ")+"}")
	}
	if len(facts) > 0 {
		out = append(out, "facts: {"+strings.Join(facts, ", ")+"}")
	}
	return strings.Join(out, ", ")
}
