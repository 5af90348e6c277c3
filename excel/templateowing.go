package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// owing is a group of columns that rows must fill in before anybody there has a grade:
// those of some forms, or some columns of several.
type owing struct {
	forms []int // nil for every row
	cols  []int
	// ways: the columns that have to stand together, of which one way is enough; nil
	// where every column is asked for.
	ways   [][]int
	enough int // column that says how many of them are enough, 0 where it is all
	// where are the terms that are 1 for a row that needs the columns, and 0 for others.
	where []term
	free  bool
	own   bool // as required.own
}

// term holds for a row whose cell of a column is more than nothing or, where not is
// given, says anything but that.
type term struct {
	col int
	not string
}

func (t term) formula(ref func(col int) string) string {
	if t.not == "" {
		return "(" + ref(t.col) + ">0)"
	}
	return "(" + ref(t.col) + "<>" + quoteText(t.not) + ")"
}

// holds is the same of a prefilled row.
func (t term) holds(c *counting, row int) bool {
	v := c.sheet.Prefill.Value(row, c.facts[t.col-1])
	switch {
	case v.IsBlank():
		return t.not != ""
	case t.not == "":
		return v.Number().Sign() > 0
	}
	return c.sheet.Schema.Facts[c.facts[t.col-1]].Choices[v.Choice()].Label != t.not
}

// always tells whether every row owes the group from the start.
func (o owing) always() bool { return o.forms == nil && len(o.where) == 0 }

// alike tells whether another group differs in nothing but its forms and columns.
func (o owing) alike(p owing) bool {
	return o.free == p.free && o.own == p.own && o.enough == p.enough && slices.Equal(o.where, p.where) && slices.EqualFunc(o.ways, p.ways, slices.Equal)
}

// owings groups the lines that only some forms have.
func (c *counting) owings() []owing {
	if len(c.sheet.Forms) == 0 || c.name == 0 || c.takes(len(c.sheet.Forms)-1, relative) == "" {
		return nil
	}
	var out []owing
	for i, fact := range c.facts {
		if fact < 0 || i+1 == c.name || slices.Contains(c.sheet.Locked, fact) || slices.Contains(c.sheet.Wanted, fact) || owed(&c.sheet.Schema.Facts[fact]) {
			continue
		}
		var forms []int
		for k, f := range c.sheet.Forms {
			if slices.Contains(f.Wanted, fact) {
				forms = append(forms, k)
			}
		}
		if len(forms) == 0 {
			continue
		}
		free, own := c.sheet.Schema.Facts[fact].Excusable() && len(c.excuses) > 0, !c.byCode() && c.ownOnly(&c.sheet.Schema.Facts[fact])
		if at := slices.IndexFunc(out, func(o owing) bool { return o.free == free && o.own == own && slices.Equal(o.forms, forms) }); at >= 0 {
			out[at].cols = append(out[at].cols, i+1)
			continue
		}
		out = append(out, owing{forms: forms, cols: []int{i + 1}, free: free, own: own})
	}
	return out
}

// needs groups the columns that a line needs on the rows that say so.
func (c *counting) needs() []owing {
	return addedUp(c, c.sheet.Needs, func(f *RowForm) []evaluate.LineNeed { return f.Needs }, c.need)
}

// addedUp gathers what every row is asked for and what only those of a form are.
func addedUp[T any](c *counting, all []T, of func(*RowForm) []T, add func(out []owing, x T, forms []int) []owing) (out []owing) {
	if c.name == 0 {
		return nil
	}
	for _, x := range all {
		out = add(out, x, nil)
	}
	for k := range c.sheet.Forms {
		if c.takes(k, relative) == "" {
			continue
		}
		for _, x := range of(&c.sheet.Forms[k]) {
			out = add(out, x, []int{k})
		}
	}
	return out
}

// need adds the columns of one line that are asked for here; that of several forms is one.
func (c *counting) need(out []owing, n evaluate.LineNeed, forms []int) []owing {
	var line []owing
	for _, fact := range n.Facts {
		def, col := &c.sheet.Schema.Facts[fact], c.column(fact)
		o := owing{forms: forms, cols: []int{col}, own: c.ownOnly(def), free: def.Excusable() && len(c.excuses) > 0, where: c.where(n)}
		if n.Count >= 0 {
			o.enough = c.column(n.Count)
		}
		if col == 0 || c.othersOnly(fact) || o.own && c.byCode() && c.code == 0 || slices.Contains(c.sheet.Locked, fact) || owed(def) {
			continue
		}
		if at := slices.IndexFunc(line, o.alike); at >= 0 {
			line[at].cols = append(line[at].cols, col)
			continue
		}
		line = append(line, o)
	}
	for _, o := range line {
		if at := slices.IndexFunc(out, func(p owing) bool { return p.forms != nil && o.alike(p) && slices.Equal(o.cols, p.cols) }); at >= 0 {
			out[at].forms = append(out[at].forms, o.forms...)
			continue
		}
		out = append(out, o)
	}
	return out
}

// where are the tests of a row's own cells, as far as they stand here.
func (c *counting) where(n evaluate.LineNeed) (out []term) {
	if col := c.column(n.Weight); col > 0 {
		out = append(out, term{col: col})
	}
	if col := c.column(n.Full); col > 0 {
		for _, code := range n.Codes {
			out = append(out, term{col, c.sheet.Schema.Facts[n.Full].Choices[code].Label})
		}
	}
	return out
}

// eithers groups what may be said in several ways.
func (c *counting) eithers() []owing {
	return addedUp(c, c.sheet.Eithers, func(f *RowForm) [][][]int { return f.Eithers }, c.either)
}

// either adds one such thing; that of several forms is one. What not every row that owes
// the one column owes of the other, or cannot be filled in here, is left out.
func (c *counting) either(out []owing, ways [][]int, forms []int) []owing {
	o := owing{forms: forms}
	for i, fact := range slices.Concat(ways...) {
		def := &c.sheet.Schema.Facts[fact]
		own, col := c.ownOnly(def), c.column(fact)
		if col == 0 || i > 0 && own != o.own || c.othersOnly(fact) || own && c.byCode() && c.code == 0 || slices.Contains(c.sheet.Locked, fact) {
			return out
		}
		o.own, o.free = own, def.Excusable() && len(c.excuses) > 0
		if !slices.Contains(o.cols, col) {
			o.cols = append(o.cols, col)
		}
	}
	slices.Sort(o.cols)
	for _, way := range ways {
		var cols []int
		for _, fact := range way {
			cols = append(cols, c.column(fact))
		}
		o.ways = append(o.ways, cols)
	}
	if at := slices.IndexFunc(out, func(p owing) bool { return forms != nil && o.alike(p) }); at >= 0 {
		out[at].forms = append(out[at].forms, forms...)
		return out
	}
	return append(out, o)
}

// who is a product that is 1 for a row that owes the group but for its form.
func (o owing) who(c *counting, ref func(col int) string) string {
	out := "(" + ref(c.name) + `<>"")`
	if o.own && c.byCode() {
		out = "(" + ref(c.code) + "=" + quoteText(c.spec.Stamp.Org) + ")"
	}
	for _, t := range o.where {
		out += "*" + t.formula(ref)
	}
	return out
}

// unsaid is how many of the cells of a row are missing; of what may be said in several
// ways, and where a cell says how many are enough, 1 until that is complete.
func (o owing) unsaid(ref func(col int) string) string {
	var out, said []string
	for _, col := range o.cols {
		out, said = append(out, "("+ref(col)+`="")`), append(said, "("+ref(col)+`<>"")`)
	}
	if o.enough > 0 {
		return "((" + strings.Join(said, "+") + ")<>" + ref(o.enough) + ")"
	}
	if o.ways == nil {
		return "(" + strings.Join(out, "+") + ")"
	}
	out = nil
	for _, way := range o.ways {
		var said []string
		for _, col := range way {
			said = append(said, "("+ref(col)+`<>"")`)
		}
		out = append(out, "(1-"+strings.Join(said, "*")+")")
	}
	return strings.Join(out, "*")
}

// count are terms that count what is missing of the group.
func (o owing) count(c *counting) []string {
	var out []string
	for _, rows := range c.askedRows(o.own) {
		ref := func(col int) string { return c.part(rows, col) }
		term := o.who(c, ref)
		if o.free {
			for _, e := range c.excuses {
				term += "*(" + ref(e.col) + "<>" + quoteText(e.label) + ")"
			}
		}
		if c.leaving > 0 {
			term += "*(" + leftTest(ref(c.leaving), "<>") + ")"
		}
		if o.forms != nil {
			term += "*" + c.takeAny(o.forms, ref)
		}
		out = append(out, "SUMPRODUCT("+term+"*"+o.unsaid(ref)+")")
	}
	return out
}

// test tells of the first of some rows whether the first cell of the group is missing.
func (o owing) test(c *counting, rows rowSpan) string {
	ref := func(col int) string { return relativeIn(col, rows.from) }
	tests := []string{o.who(c, ref), cellName(o.cols[0], rows.from) + `=""`}
	if o.free {
		tests = append(tests, c.excusing("<>", rows.from)...)
	}
	if c.leaving > 0 {
		tests = append(tests, c.hasLeft("<>", rows.from))
	}
	if o.forms != nil {
		tests = append(tests, c.takeAny(o.forms, ref)+">0")
	}
	if o.ways != nil {
		tests = append(tests, o.unsaid(ref)+">0")
	}
	if o.enough > 0 {
		tests = append(tests, o.unsaid(ref))
	}
	return "AND(" + strings.Join(tests, ",") + ")"
}

// open counts what is missing of the group on a prefilled row.
func (o owing) open(c *counting, row int) int {
	if slices.ContainsFunc(o.where, func(t term) bool { return !t.holds(c, row) }) || o.free && c.excused(row) || o.own && !c.speaksFor(row, c.facts[o.cols[0]-1]) || o.forms != nil && !slices.Contains(o.forms, c.formOf(row)) {
		return 0
	}
	blank := func(col int) bool { return !c.stands(row, col) }
	if o.ways != nil {
		if slices.ContainsFunc(o.ways, func(way []int) bool { return !slices.ContainsFunc(way, blank) }) {
			return 0
		}
		return 1
	}
	n := 0
	for _, col := range o.cols {
		if blank(col) {
			n++
		}
	}
	if o.enough == 0 {
		return n
	}
	// A blank count is as good as 0 in the formula.
	if v := c.sheet.Prefill.Value(row, c.facts[o.enough-1]); evaluate.Int(int64(len(o.cols)-n)).Cmp(v.Number()) == 0 {
		return 0
	}
	return 1
}

// eitherHint tells in how many ways what a column is wanted for may be said, "" where
// it is no such column.
func eitherHint(s *TemplateSheet, fact int) string {
	all := slices.Clone(s.Eithers)
	for _, f := range s.Forms {
		all = append(all, f.Eithers...)
	}
	for _, ways := range all {
		if !slices.Contains(slices.Concat(ways...), fact) {
			continue
		}
		var said []string
		for _, way := range ways {
			said = append(said, headingsOf(s.Schema, way))
		}
		return strings.Join(said, labelOr)
	}
	return ""
}

// needHint tells on which rows a column is needed, "" where that hangs on no other cell.
func needHint(s *TemplateSheet, fact int) string {
	needs := s.Needs
	for _, f := range s.Forms {
		needs = slices.Concat(needs, f.Needs)
	}
	at := slices.IndexFunc(needs, func(n evaluate.LineNeed) bool { return slices.Contains(n.Facts, fact) })
	if at < 0 {
		return ""
	}
	switch n := needs[at]; {
	case n.Weight >= 0:
		return labelWhenWeighed(headingsOf(s.Schema, []int{n.Weight}))
	case n.Count >= 0:
		return labelAsManyAs(headingsOf(s.Schema, []int{n.Count}))
	default:
		return labelUnlessFull(headingsOf(s.Schema, []int{n.Full}), s.Schema.Facts[n.Full].Choices[n.Codes[0]].Label)
	}
}

// headingsOf quotes the headings of facts.
func headingsOf(s *evaluate.Schema, facts []int) string {
	var out []string
	for _, fact := range facts {
		out = append(out, "“"+s.Facts[fact].Heading+"”")
	}
	return strings.Join(out, labelAnd)
}
