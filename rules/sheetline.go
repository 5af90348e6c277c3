package rules

import (
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// lineForms lists the keys that say how a line's points come about; a line
// with none of them is given its points directly.
func lineForms() []string { return names(lineFormKeys()) }

// line reads one line of a score sheet.
func (d *sheetDecoder) line(n node, cite evaluate.Citation, standing evaluate.Standing) evaluate.SheetLine {
	f := d.fields(n, "lines", sheetLineKeys())
	out := evaluate.SheetLine{At: f.at, ID: f.text("id"), Label: f.text("label"), Note: f.maybe("note"), Blank: f.maybe("blank"),
		Step: f.zeroNumber("step"), Round: f.zeroNumber("round"), Reason: f.flag("reason"), Printed: f.maybeNumber("printed"),
		SeeAlso: f.texts("see"), Defects: f.texts("defects"), Supplier: evaluate.Supplier(f.maybeChoice("supplier", suppliers()...)),
		Fact: evaluate.FactID(f.maybe("fact")), Max: f.number("max")}
	out.Cite, out.Standing = d.inherit(f, cite, standing)
	d.form(f, &out)
	if n, ok := f.get("ranges"); ok {
		out.Ranges = d.ranges(n, out.ID)
	}
	if n, ok := f.get("full_when"); ok {
		g := d.fields(n, "full_when", fullWhenKeys())
		out.FullWhen = &evaluate.FullWhen{At: g.at, Fact: evaluate.FactID(g.text("fact")), Codes: g.texts("one_of")}
		g.need("one_of")
	}
	return out
}

// form reads what the line's one form needs.
func (d *sheetDecoder) form(f fields, l *evaluate.SheetLine) {
	form := ""
	for _, k := range lineForms() {
		if !f.has(k) || k == "parts" && (form == "weight" || form == "product") {
			continue
		}
		if form != "" && !(form == "weight" && k == "product") {
			d.fail(problemTwoForms(f.where(k), form, k))
			continue
		}
		form = k
	}
	own := func() { // the line asks for its own fact
		if l.Fact == "" {
			l.Fact, l.Own = d.sheet.FactOf(l.ID, ""), true
		}
	}
	switch form {
	case "tick":
		l.Form = evaluate.TickLine
		f.choice("tick", "true")
		own()
	case "options":
		l.Form, l.Options = evaluate.OptionsLine, d.options(f.list("options"), "points")
		own()
	case "each", "lose":
		l.Form, l.Points = evaluate.LineForm(form), f.number(form)
		own()
	case "percent":
		l.Form = evaluate.PercentLine
		n, _ := f.get("percent")
		l.Measure = d.measure(n, l.ID, "", l.ID)
	case "table":
		d.table(f, l)
	case "weight", "parts", "product":
		d.product(f, l)
	case "share_of":
		l.Form, l.Of = evaluate.ShareOfLine, f.text("share_of")
		if n, ok := f.need("share"); ok {
			l.Share = d.share(n, "share")
		}
		own()
	case "mean":
		n, _ := f.get("mean")
		g := d.fields(n, "mean", meanKeys())
		g.need("of")
		l.Form, l.Mean, l.Count = evaluate.MeanLine, g.factIDs("of"), evaluate.FactID(g.maybe("count"))
		l.Times = g.zeroNumber("times")
	default:
		l.Form = evaluate.PointsLine
		own()
	}
}

// options reads levels with their points, or with percentages; a level without
// a code of its own is known by its place.
func (d *decoder) options(items []node, points string) []evaluate.LineOption {
	var out []evaluate.LineOption
	for i, n := range items {
		g := d.fields(n, "options", optionKeys(points))
		o := evaluate.LineOption{Code: g.maybe("code"), Label: g.text("label"), Points: g.number(points), Wipes: g.flag("wipes")}
		if o.Code == "" {
			o.Code = "o" + strconv.Itoa(i+1)
		}
		if n, ok := g.get("covers"); ok {
			o.Covers = d.covers(n)
		}
		out = append(out, o)
	}
	return out
}

// covers reads the stretch of numbers that a level speaks of.
func (d *decoder) covers(n node) *evaluate.Covers {
	g := d.fields(n, "covers", coversKeys())
	out := &evaluate.Covers{From: g.maybeNumber("at_least"), To: g.maybeNumber("at_most")}
	if x := g.maybeNumber("more_than"); x != nil {
		out.From, out.Above = x, true
	}
	if x := g.maybeNumber("less_than"); x != nil {
		out.To, out.Below = x, true
	}
	if out.From == nil && out.To == nil {
		d.fail(problemMissing(g.at, "at_least"))
	}
	return out
}

func (d *sheetDecoder) table(f fields, l *evaluate.SheetLine) {
	n, _ := f.get("table")
	g := d.fields(n, "table", tableLineKeys())
	l.Form, l.Measure = evaluate.TableLine, d.measureOf(g, l.ID, "", l.ID)
	g.need("rows")
	for _, item := range g.list("rows") {
		r := d.fields(item, "rows", tableRowKeys())
		l.Rows = append(l.Rows, evaluate.TableRow{At: r.at, AtLeast: r.maybeNumber("at_least"), Points: r.number("points")})
	}
}

func (d *sheetDecoder) ranges(n node, line string) *evaluate.LineRanges {
	g := d.fields(n, "ranges", rangesKeys())
	out := &evaluate.LineRanges{Measure: *d.measureOf(g, line, "basis", line)}
	g.need("rows")
	for _, item := range g.list("rows") {
		r := d.fields(item, "rows", rangeRowKeys())
		out.Rows = append(out.Rows, evaluate.RangeRow{At: r.at, AtLeast: r.maybeNumber("at_least"), From: r.number("from"),
			To: r.maybeNumber("to"), Below: r.maybeNumber("below")})
	}
	return out
}

// product reads a weighted line; without parts of its own it measures what its
// group says. Where neither says anything the shares make no whole.
func (d *sheetDecoder) product(f fields, l *evaluate.SheetLine) {
	l.Form = evaluate.ProductLine
	if n, ok := f.get("weight"); ok {
		l.Weight = d.ownOr(n, "weight", l.ID, "weight")
	}
	if n, ok := f.get("factor"); ok {
		l.Factor = d.ownOr(n, "factor", l.ID, "factor")
	}
	for _, n := range f.list("parts") {
		l.Parts = append(l.Parts, d.part(n, l.ID))
	}
	if !f.has("parts") {
		for _, p := range d.group.Parts {
			if p.Measure.Own {
				p.Measure.Fact = d.sheet.FactOf(l.ID, p.ID)
				p.Measure.Label = l.ID + " " + p.Label
				if p.Measure.Minus != "" {
					p.Measure.Minus = d.sheet.FactOf(l.ID, p.ID+"_minus")
				}
			}
			l.Parts = append(l.Parts, p)
		}
	}
}

// ownOr reads "true" as the line's own fact, anything else as a fact's id.
func (d *sheetDecoder) ownOr(n node, key, line, part string) evaluate.FactID {
	if s := d.scalar(n, key); s != "true" {
		return evaluate.FactID(s)
	}
	return d.sheet.FactOf(line, part)
}

// part reads one measure of a product with its share: a percentage, a fraction,
// or "own" for a share of each person's own.
func (d *sheetDecoder) part(n node, of string) evaluate.LinePart {
	g := d.fields(n, "parts", linePartKeys())
	out := evaluate.LinePart{ID: g.text("id"), Label: g.text("label")}
	out.Measure = *d.measureOf(g, of, out.ID, of+" "+out.Label)
	if s, ok := g.need("share"); ok {
		if s.text == "own" {
			out.ShareFact = d.sheet.FactOf(of, out.ID+"_share")
		} else {
			out.Share = d.share(s, "share")
		}
	}
	return out
}

func (d *decoder) share(n node, key string) evaluate.Num {
	s := d.scalar(n, key)
	x, ok := evaluate.ParseShare(s)
	if !ok && n.shape == scalarNode {
		d.fail(problemNumber(n.at, key, s))
	}
	return x
}

// measure reads {percent: true} or {percent: {fact: …}}.
func (d *sheetDecoder) measure(n node, line, part, heading string) *evaluate.Measure {
	if n.shape == scalarNode {
		return &evaluate.Measure{At: n.at, Fact: d.sheet.FactOf(line, part), Own: true, Label: heading}
	}
	return d.measureOf(d.fields(n, "percent", measureKeys()), line, part, heading)
}

func (d *sheetDecoder) measureOf(g fields, line, part, heading string) *evaluate.Measure {
	out := &evaluate.Measure{At: g.at, Fact: evaluate.FactID(g.maybe("fact")), Part: evaluate.FactID(g.maybe("part")),
		Of: evaluate.FactID(g.maybe("of")), Label: heading, AtMost: g.maybeNumber("at_most"), WhenNone: g.maybeNumber("when_none"),
		Levels: d.options(g.list("levels"), "percent"), Over: g.maybeChoice("over", "true") != ""}
	if s := g.maybe("label"); s != "" && part == "" {
		out.Label = s
	}
	if out.Fact == "" && out.Part == "" {
		out.Fact, out.Own = d.sheet.FactOf(line, part), true
	}
	if n, ok := g.get("minus"); ok {
		m := d.fields(n, "minus", minusKeys())
		out.Each, out.Minus = m.number("each"), evaluate.FactID(m.maybe("fact"))
		out.PerPart = m.maybeChoice("per_part", "true") != ""
		if out.Minus == "" {
			out.Minus = d.sheet.FactOf(line, part+"_minus")
		}
	}
	return out
}
