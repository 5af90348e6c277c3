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
	ways [][]int
	free bool
	own  bool // as required.own
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

// eithers groups what may be said in several ways.
func (c *counting) eithers() []owing {
	if c.name == 0 {
		return nil
	}
	var out []owing
	for _, ways := range c.sheet.Eithers {
		out = c.either(out, ways, nil)
	}
	for k, f := range c.sheet.Forms {
		if c.takes(k, relative) == "" {
			continue
		}
		for _, ways := range f.Eithers {
			out = c.either(out, ways, []int{k})
		}
	}
	return out
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
	for i := range out {
		if forms != nil && out[i].own == o.own && out[i].free == o.free && slices.EqualFunc(out[i].ways, o.ways, slices.Equal) {
			out[i].forms = append(out[i].forms, forms...)
			return out
		}
	}
	return append(out, o)
}

// who is a product that is 1 for a row that owes the group but for its form.
func (o owing) who(c *counting, ref func(col int) string) string {
	if o.own && c.byCode() {
		return "(" + ref(c.code) + "=" + quoteText(c.spec.Stamp.Org) + ")"
	}
	return "(" + ref(c.name) + `<>"")`
}

// unsaid is how many of the cells of a row are missing; of what may be said in several
// ways 1 until one of them is complete.
func (o owing) unsaid(ref func(col int) string) string {
	var out []string
	for _, col := range o.cols {
		out = append(out, "("+ref(col)+`="")`)
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
	return "AND(" + strings.Join(tests, ",") + ")"
}

// open counts what is missing of the group on a prefilled row.
func (o owing) open(c *counting, row int) int {
	if o.free && c.excused(row) || o.own && !c.speaksFor(row, c.facts[o.cols[0]-1]) || o.forms != nil && !slices.Contains(o.forms, c.formOf(row)) {
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
	return n
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

// headingsOf quotes the headings of facts.
func headingsOf(s *evaluate.Schema, facts []int) string {
	var out []string
	for _, fact := range facts {
		out = append(out, "“"+s.Facts[fact].Heading+"”")
	}
	return strings.Join(out, labelAnd)
}
