package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// RowForm is a score sheet that a row of a template takes by what its own cells
// say. Of several forms the first whose test holds is the row's.
type RowForm struct {
	Name string // as the prompt calls it: Phụ lục 5
	// Fact is the choice that is asked, -1 in the form of everybody else.
	Fact    int
	Choices []int
	Most    map[int]evaluate.Num // by line: the most points
	Wanted  []int                // lines without which nobody who takes the form has a grade
}

// takes is a product that is 1 for a row that takes the i-th form and 0 for every
// other; "" when a test has no column here. ref names the cell, or the cells, of
// a column. A row that does not yet say what is asked takes none.
func (c *counting) takes(i int, ref func(col int) string) string {
	var terms []string
	known := map[int]bool{}
	for k, f := range c.sheet.Forms[:i+1] {
		if f.Fact < 0 {
			continue
		}
		col := c.column(f.Fact)
		if col == 0 {
			return ""
		}
		if !known[col] {
			known[col] = true
			terms = append(terms, "("+ref(col)+`<>"")`)
		}
		var any []string
		for _, choice := range f.Choices {
			any = append(any, "("+ref(col)+"="+quoteText(c.sheet.Schema.Facts[f.Fact].Choices[choice].Label)+")")
		}
		if k < i {
			terms = append(terms, "(1-("+strings.Join(any, "+")+"))")
		} else {
			terms = append(terms, "("+strings.Join(any, "+")+")")
		}
	}
	if len(terms) == 0 {
		return ""
	}
	return strings.Join(terms, "*")
}

// takeAny is takes for any of several forms.
func (c *counting) takeAny(forms []int, ref func(col int) string) string {
	var out []string
	for _, i := range forms {
		out = append(out, c.takes(i, ref))
	}
	return "(" + strings.Join(out, "+") + ")"
}

// formOf is the form that a prefilled row takes, -1 while its cells do not say.
func (c *counting) formOf(row int) int {
	for i, f := range c.sheet.Forms {
		if f.Fact < 0 {
			return i
		}
		v := c.sheet.Prefill.Value(row, f.Fact)
		if v.IsBlank() {
			return -1
		}
		if slices.Contains(f.Choices, v.Choice()) {
			return i
		}
	}
	return -1
}

// owing is a group of columns that the rows of some forms must fill in before
// anybody there has a grade.
type owing struct {
	forms []int
	cols  []int
	free  bool
	own   bool // as required.own
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
		out = append(out, owing{forms, []int{i + 1}, free, own})
	}
	return out
}

// count are terms that count the blank cells of the group, on the named sheet.
func (o owing) count(c *counting, sheet string) []string {
	var out []string
	for _, rows := range c.askedRows(o.own) {
		ref := func(col int) string { return c.part(rows, col, sheet) }
		var blank []string
		for _, col := range o.cols {
			blank = append(blank, "("+ref(col)+`="")`)
		}
		who := "(" + ref(c.name) + `<>"")`
		if o.free {
			for _, e := range c.excuses {
				who += "*(" + ref(e.col) + "<>" + quoteText(e.label) + ")"
			}
		}
		if c.leaving > 0 {
			who += "*(" + leftTest(ref(c.leaving), "<>") + ")"
		}
		out = append(out, "SUMPRODUCT("+who+"*"+c.takeAny(o.forms, ref)+"*("+strings.Join(blank, "+")+"))")
	}
	return out
}

// open counts the blank cells of the group on a prefilled row.
func (o owing) open(c *counting, row int) int {
	if o.free && c.excused(row) || o.own && !c.speaksFor(row, c.facts[o.cols[0]-1]) || !slices.Contains(o.forms, c.formOf(row)) {
		return 0
	}
	n := 0
	for _, col := range o.cols {
		if !c.stands(row, col) {
			n++
		}
	}
	return n
}

// formColours are what is missing on the sheet that a row takes, what is beyond
// its bounds though another sheet would allow it, and points on a line that it
// does not have.
func (c *counting) formColours() []colour {
	var out []colour
	for _, o := range c.byForm {
		for _, rows := range c.askedRows(o.own) {
			ref := func(col int) string { return relativeIn(col, rows.from) }
			tests := []string{ref(c.name) + `<>""`, cellName(o.cols[0], rows.from) + `=""`}
			if o.free {
				tests = append(tests, c.excusing("<>", rows.from)...)
			}
			if c.leaving > 0 {
				tests = append(tests, c.hasLeft("<>", rows.from))
			}
			tests = append(tests, c.takeAny(o.forms, ref)+">0")
			out = append(out, colour{spansOver(o.cols, rows), "AND(" + strings.Join(tests, ",") + ")", openFill, ""})
		}
	}
	for i := range c.sheet.Forms {
		takes := c.takes(i, relative)
		if takes == "" {
			continue
		}
		var absent []int
		var order []string
		tighter := map[string][]int{}
		for at, fact := range c.facts {
			loosest, line := c.loosest(fact)
			most, own := c.sheet.Forms[i].Most[fact]
			switch {
			case !line:
			case !own:
				absent = append(absent, at+1)
			case most.Cmp(loosest) < 0:
				if key := most.String(); tighter[key] == nil {
					order = append(order, key)
				}
				tighter[most.String()] = append(tighter[most.String()], at+1)
			}
		}
		for _, most := range order {
			cols := tighter[most]
			cell := columnCell(cols[0])
			out = append(out, colour{c.spans(cols), "AND(ISNUMBER(" + cell + ")," + cell + ">" + most + "," + takes + ">0)", wrongFill, alertColor})
		}
		if len(absent) > 0 {
			out = append(out, colour{c.spans(absent), "AND(" + columnCell(absent[0]) + `<>"",` + takes + ">0)", wrongFill, alertColor})
		}
	}
	return out
}

// loosest is the most points that any form allows a line; false for what is none.
func (c *counting) loosest(fact int) (most evaluate.Num, line bool) {
	for _, f := range c.sheet.Forms {
		if m, ok := f.Most[fact]; ok && (!line || m.Cmp(most) > 0) {
			most, line = m, true
		}
	}
	return most, line
}

// columnCell names a cell of the first data row that moves with its column.
func columnCell(col int) string { return columnName(col) + itoa(dataRow) }

func (c *counting) spans(cols []int) string { return spansOver(cols, c.whole()) }

// spansOver are the cells of columns in some rows.
func spansOver(cols []int, rows rowSpan) string {
	var out []string
	for _, col := range cols {
		out = append(out, spanName(col, rows.from, col, rows.to))
	}
	return strings.Join(out, " ")
}

// formHint tells the bounds of a line on each form, "" where they are one.
func formHint(s *TemplateSheet, fact int) string {
	def := &s.Schema.Facts[fact]
	var out []string
	var told []string
	differ := false
	for i, f := range s.Forms {
		if slices.Contains(told, f.Name) {
			continue
		}
		told = append(told, f.Name)
		most, own := f.Most[fact]
		first, had := s.Forms[0].Most[fact]
		differ = differ || i > 0 && (own != had || own && most.Cmp(first) != 0)
		if own {
			out = append(out, f.Name+": "+rangeLabel(def.Min, &most))
		} else {
			out = append(out, f.Name+": "+labelNoSuchLine)
		}
	}
	if !differ || !slices.ContainsFunc(s.Forms, func(f RowForm) bool { _, ok := f.Most[fact]; return ok }) {
		return ""
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}
