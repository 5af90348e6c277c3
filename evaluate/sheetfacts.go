package evaluate

import (
	"slices"
	"strings"
)

// Facts declares the facts that the lines of a sheet ask for themselves, in
// column order. A sheet whose lines all name facts of the vocabulary has none.
func (s *SheetSpec) Facts() []FactDef {
	d := declarer{sheet: s}
	for i := range s.Groups {
		d.group = &s.Groups[i]
		for j := range d.group.Criteria {
			cr := &d.group.Criteria[j]
			for k := range cr.Lines {
				d.line(&cr.Lines[k])
			}
			d.noted(cr.At, cr.ID, cr.Triggers)
		}
		d.noted(d.group.At, d.group.ID, d.group.Triggers)
	}
	return d.facts
}

// declarer turns lines into columns.
type declarer struct {
	sheet *SheetSpec
	group *SheetGroup
	facts []FactDef
}

// FactOf is the id of a line's own fact; part names a measure of the line.
func (s *SheetSpec) FactOf(line, part string) FactID {
	id := s.Prefix + "_" + line
	if part != "" {
		id += "_" + part
	}
	return FactID(factName(id))
}

// factName makes an id out of what a printed sheet calls a line: I.2a → i_2a.
func factName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '_'
	}, s)
}

func (d *declarer) add(l *SheetLine, f FactDef) {
	f.At, f.Kind = l.At, d.sheet.Kind
	if f.Supplier == "" {
		f.Supplier = l.Supplier
	}
	if f.Supplier == "" {
		f.Supplier = d.sheet.Supplier
	}
	if f.Group == "" {
		f.Group = d.group.ID + ". " + d.group.Label
	}
	if f.Hint == "" {
		f.Hint = l.Label
	}
	if f.Heading == l.ID {
		f.Line = l.Label
	}
	for i := range d.facts {
		if d.facts[i].ID == f.ID { // a share or weight that several lines have in common
			return
		}
	}
	d.facts = append(d.facts, f)
}

func (d *declarer) line(l *SheetLine) {
	if l.Own {
		d.scored(l, d.fact(l))
	}
	for _, m := range []*Measure{l.Measure, rangesMeasure(l)} {
		d.measure(l, m)
	}
	if l.Form == ProductLine {
		d.product(l)
	}
	if l.Reason {
		d.add(l, FactDef{ID: d.sheet.FactOf(l.ID, "reason"), Type: TextFact, Prose: true, Heading: phraseReason(l.ID), Width: 24, Supplier: d.decider()})
	}
}

// noteSuffix ends the id of the fact that notes for what points came off.
const noteSuffix = "noted"

// noted is the column for what took points off the lines of a part.
func (d *declarer) noted(at Origin, id string, triggers []string) {
	if len(triggers) > 0 {
		d.add(&SheetLine{At: at}, FactDef{ID: d.sheet.FactOf(id, noteSuffix), Type: TextFact, Prose: true, Heading: phraseNoted(id),
			Hint: strings.Join(triggers, "; "), Width: 24})
	}
}

func rangesMeasure(l *SheetLine) *Measure {
	if l.Ranges == nil {
		return nil
	}
	return &l.Ranges.Measure
}

// fact is the column of what a line asks for directly.
func (d *declarer) fact(l *SheetLine) FactDef {
	f := FactDef{ID: l.Fact, Heading: l.ID, Blank: l.Blank, Width: 8}
	zero := Num{}
	switch l.Form {
	case TickLine, ShareOfLine:
		f.Type, f.Choices, f.Width = ChoiceFact, tickChoices(), 9
	case OptionsLine:
		f.Type, f.Width = ChoiceFact, 18
		for _, o := range l.Options {
			f.Choices = append(f.Choices, Choice{Code: o.Code, Label: o.Label})
		}
	case EachLine, LoseLine:
		f.Type, f.Unit, f.Step, f.Min = NumberFact, "times", Int(1), &zero
	default:
		f.Type, f.Unit, f.Step, f.Min = NumberFact, "points", l.step(d.sheet), &zero
	}
	return f
}

// step is the step of a line's own number: the line's, the sheet's or a
// thousandth, which no sheet seen is finer than.
func (l *SheetLine) step(s *SheetSpec) Num {
	for _, x := range []Num{l.Step, s.Step} {
		if x.Sign() > 0 {
			return x
		}
	}
	thousandth, _ := Ratio(1, 1000)
	return thousandth
}

// decider is whose workbook a reason stands in: that of the scorer who decides;
// "" where there is one column only.
func (d *declarer) decider() Supplier {
	for _, s := range d.sheet.Scorers {
		if s.Decides {
			return s.Supplier
		}
	}
	return ""
}

// scored adds the column once for every scorer; the one who decides keeps the
// line's own id.
func (d *declarer) scored(l *SheetLine, f FactDef) {
	if len(d.sheet.Scorers) == 0 {
		d.add(l, f)
		return
	}
	for _, s := range d.sheet.Scorers {
		g := f
		g.Supplier, g.Heading, g.Line = s.Supplier, l.ID+" "+s.Label, l.Label
		if !s.Decides {
			g.ID = d.sheet.FactOf(l.ID, s.ID)
		}
		d.add(l, g)
	}
}

func (d *declarer) measure(l *SheetLine, m *Measure) {
	if m == nil {
		return
	}
	zero := Num{}
	switch {
	case !m.Own:
	case len(m.Levels) > 0:
		f := FactDef{ID: m.Fact, Type: ChoiceFact, Heading: m.Label, Width: 16}
		for _, o := range m.Levels {
			f.Choices = append(f.Choices, Choice{Code: o.Code, Label: o.Label})
		}
		d.add(l, f)
	default:
		hundredth, _ := Ratio(1, 100)
		f := FactDef{ID: m.Fact, Type: NumberFact, Unit: "percent", Step: hundredth, Min: &zero, Heading: m.Label, Width: 9}
		if whole := Int(100); l.Form != TableLine && m.AtMost == nil && !m.Over {
			f.Max = &whole
		}
		d.add(l, f)
	}
	if m.Minus != "" && strings.HasPrefix(string(m.Minus), d.sheet.Prefix+"_") {
		d.add(l, FactDef{ID: m.Minus, Type: NumberFact, Unit: "times", Step: Int(1), Min: &zero, Blank: "0", Heading: phraseMinus(m.Label), Width: 9})
	}
}

func (d *declarer) product(l *SheetLine) {
	hundredth, _ := Ratio(1, 100)
	zero := Num{}
	for _, own := range []struct {
		id           FactID
		title, blank string
	}{{l.Weight, phraseWeight(l.ID), l.Blank}, {l.Factor, phraseFactor(l.ID), ""}} {
		if own.id != "" && strings.HasPrefix(string(own.id), d.sheet.Prefix+"_") {
			d.add(l, FactDef{ID: own.id, Type: NumberFact, Unit: "points", Step: hundredth, Min: &zero, Blank: own.blank, Heading: own.title, Width: 9})
		}
	}
	for i := range l.Parts {
		p := &l.Parts[i]
		d.measure(l, &p.Measure)
		if p.ShareFact != "" && strings.HasPrefix(string(p.ShareFact), d.sheet.Prefix+"_") {
			d.add(l, FactDef{ID: p.ShareFact, Type: NumberFact, Unit: "percent", Step: hundredth, Min: &zero,
				Heading: phraseShare(p.Label), Hint: p.Label, Width: 9})
		}
	}
}

// mentioned lists every fact a line asks for or rests on.
func (l *SheetLine) mentioned(s *SheetSpec) []FactID {
	var out []FactID
	add := func(ids ...FactID) {
		for _, id := range ids {
			if id != "" && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	add(l.Fact, l.Weight, l.Factor, l.Count)
	add(l.Mean...)
	if l.FullWhen != nil {
		add(l.FullWhen.Fact)
	}
	for _, m := range []*Measure{l.Measure, rangesMeasure(l)} {
		if m != nil {
			add(m.Fact, m.Part, m.Of, m.Minus)
		}
	}
	for i := range l.Parts {
		p := &l.Parts[i]
		add(p.ShareFact, p.Measure.Fact, p.Measure.Part, p.Measure.Of, p.Measure.Minus)
	}
	if l.Own {
		for _, sc := range s.Scorers {
			if !sc.Decides {
				add(s.FactOf(l.ID, sc.ID))
			}
		}
	}
	if l.Reason {
		add(s.FactOf(l.ID, "reason"))
	}
	return out
}
