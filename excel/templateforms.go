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
	Called  map[int]string       // by line: what is scored there
	Wanted  []int                // lines without which nobody who takes the form has a grade
	Eithers [][][]int            // as TemplateSheet.Eithers, of whoever takes the form
	Needs   []evaluate.LineNeed  // as TemplateSheet.Needs, likewise
}

// takes is a product that is 1 for a row that takes the i-th form and 0 for every
// other; "" when a test has no column here. ref names the cell, or the cells, of
// a column. A row that does not yet say what is asked takes none, unless a blank says it.
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
		blank, says := c.saidByBlank(f.Fact)
		if !known[col] && !says {
			terms = append(terms, "("+ref(col)+`<>"")`)
		}
		known[col] = true
		var any []string
		if says && slices.Contains(f.Choices, blank) {
			any = append(any, "("+ref(col)+`="")`)
		}
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

// takeAny is takes for any of several forms, said by the others where these are fewer:
// a formula has a longest.
func (c *counting) takeAny(forms []int, ref func(col int) string) string {
	var others, out []string
	for i := range c.sheet.Forms {
		if term := c.takes(i, ref); slices.Contains(forms, i) {
			out = append(out, term)
		} else {
			others = append(others, term)
		}
	}
	if len(others) == 0 || len(others) >= len(out) {
		return "(" + strings.Join(out, "+") + ")"
	}
	return c.saysForm(ref) + "*(1-(" + strings.Join(others, "+") + "))"
}

// saidByBlank is the choice that a blank cell of a fact is declared to mean.
func (c *counting) saidByBlank(fact int) (choice int, says bool) {
	def := &c.sheet.Schema.Facts[fact]
	return def.CodeIndex(def.Blank)
}

// saysForm is a product that is 1 for a row whose cells say all that forms ask.
func (c *counting) saysForm(ref func(col int) string) string {
	var terms []string
	for _, f := range c.sheet.Forms {
		if f.Fact < 0 {
			continue
		}
		if _, says := c.saidByBlank(f.Fact); says {
			continue
		}
		if term := "(" + ref(c.column(f.Fact)) + `<>"")`; !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	if len(terms) == 0 {
		return "1"
	}
	return strings.Join(terms, "*")
}

// formOf is the form that a prefilled row takes, -1 while its cells do not say.
func (c *counting) formOf(row int) int {
	for i, f := range c.sheet.Forms {
		if f.Fact < 0 {
			return i
		}
		choice, says := c.saidByBlank(f.Fact)
		if v := c.sheet.Prefill.Value(row, f.Fact); !v.IsBlank() {
			choice, says = v.Choice(), true
		}
		if !says {
			return -1
		}
		if slices.Contains(f.Choices, choice) {
			return i
		}
	}
	return -1
}

// formColours are what is missing on the sheet that a row takes, what is beyond
// its bounds though another sheet would allow it, and points on a line that it
// does not have.
func (c *counting) formColours() []colour {
	var out []colour
	for _, o := range c.byForm {
		for _, rows := range c.askedRows(o.own) {
			out = append(out, colour{spansOver(o.cols, rows), o.test(c, rows), openFill, ""})
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

// formHint tells the bounds of a line on each form, "" where they are one; with room for it,
// and what the line is called there, as far as so many letters of it.
func formHint(s *TemplateSheet, fact, called int) string {
	def := &s.Schema.Facts[fact]
	var out, told []string
	differ, named := false, false
	for i, f := range s.Forms {
		if slices.Contains(told, f.Name) {
			continue
		}
		told = append(told, f.Name)
		most, own := f.Most[fact]
		first, had := s.Forms[0].Most[fact]
		differ = differ || i > 0 && (own != had || own && most.Cmp(first) != 0) || called > 0 && f.Called[fact] != s.Forms[0].Called[fact]
		said := labelNoSuchLine
		if own {
			said = rangeLabel(def.Min, &most)
			if name := f.Called[fact]; called > 0 && name != "" {
				said, named = clip(name, called)+" ("+said+")", true
			}
		}
		out = append(out, s.shortForm(i)+": "+said)
	}
	switch {
	case !differ && named:
		_, said, _ := strings.Cut(out[0], ": ")
		return said
	case !differ, !slices.ContainsFunc(s.Forms, func(f RowForm) bool { _, ok := f.Most[fact]; return ok }):
		return ""
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// shortForm is the name of a form without what stands in brackets behind it, where that
// tells it from the others.
func (s *TemplateSheet) shortForm(i int) string {
	name := s.Forms[i].Name
	short := cutAt(name, "(")
	if short == "" || slices.ContainsFunc(s.Forms, func(f RowForm) bool { return f.Name != name && cutAt(f.Name, "(") == short }) {
		return name
	}
	return short
}

// promptRoom is what a prompt has for what its line asks, beside the words around it.
const promptRoom = 195

// calledRoom is what it has for the name of a line of one sheet.
const calledRoom = 120

// lineHint is what a prompt says of a line of the score sheets: what it is called, and its
// bounds. Names that are too long beside each other are cut; what a column of its own asks
// its prompt says once.
func lineHint(s *TemplateSheet, fact int) string {
	for _, called := range []int{promptRoom, 60, 45, 36, 28} {
		if s.Schema.Facts[fact].Line != "" {
			break
		}
		if hint := formHint(s, fact, called); len([]rune(hint)) <= promptRoom {
			return hint
		}
	}
	return formHint(s, fact, 0)
}
