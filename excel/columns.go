package excel

import (
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Rows of every data sheet that can be read back (templates, organization
// list, results): title block, the hidden stamp row, group headings, headings.
const (
	titleRow   = 3
	stampRow   = 6
	groupRow   = 7
	headingRow = 8
	dataRow    = 9
)

// stampMark precedes the fact id in the stamp row.
const stampMark = "#"

// kindStamp precedes the subject kind in the stamp row.
const kindStamp = "kind:"

// endStamp marks the hidden row that ends a template's table.
const endStamp = "end"

// stampOpens precedes the workbook's stamp behind the subject kind.
const stampOpens = "?"

// column is one column of a data sheet.
type column struct {
	stamp     string // fact id in the stamp row; "" for columns never read back
	group     string
	heading   string
	hint      string
	width     float64
	look      look
	locked    bool
	hidden    bool
	unprinted bool     // shown and not printed; only at the end of a table for reading
	choices   []string // drop-down, by way of the list sheet
	check     func() *excelize.DataValidation
	bounds    string // what of a number x is out of bounds, as terms of an OR; "" for none
	turns     bool   // begins a page, so that a group's heading does not run over its edge
}

// factColumn draws a fact as an input column.
func factColumn(def *evaluate.FactDef, max *evaluate.Num) column {
	c := sizedColumn(def, max, tableSize)
	c.look.size = 0
	return c
}

// sizedColumn is factColumn in letters of a size.
func sizedColumn(def *evaluate.FactDef, max *evaluate.Num, size float64) column {
	c := column{stamp: string(def.ID), group: def.Group, heading: def.Heading, hint: def.Hint,
		width: float64(def.Width), look: look{size: size, frame: boxed, wrap: true, unlocked: true}}
	if c.width == 0 {
		c.width = 12
	}
	if owed(def) {
		c.heading += requiredMark
	}
	switch def.Type {
	case evaluate.ChoiceFact:
		for _, choice := range def.Choices {
			c.choices = append(c.choices, choice.Label)
		}
		room := clearOf(widthFor(c.width*tableSize/size, choiceLines, c.choices)+choiceMargin, c.choices)
		c.width = math.Ceil(room*size/tableSize*10) / 10
	case evaluate.DateFact:
		c.look.format, c.look.align = dateFormat, "center"
		c.check = func() *excelize.DataValidation { return dateCheck(lastDay()) }
	case evaluate.NumberFact:
		c.look.align = "center"
		low, high := def.Min, def.Max
		if max != nil {
			high = max
		}
		step := def.Step
		c.check = func() *excelize.DataValidation { return numberCheck(low, high, step) }
		c.hint = joinHint(c.hint, rangeHint(low, high, step))
		c.bounds = beyond(low, high)
	case evaluate.TextFact:
		if def.Identity {
			c.look.format = textFormat
		}
		if def.Role == evaluate.RoleIdentity {
			c.check = identityCheck
		}
	}
	return c
}

// beyond are the terms that hold of a number x out of its bounds.
func beyond(low, high *evaluate.Num) string {
	var out []string
	if low != nil {
		out = append(out, "x<"+low.String())
	}
	if high != nil {
		out = append(out, "x>"+high.String())
	}
	return strings.Join(out, ",")
}

// choiceLines is into how many lines the longest choice of a column may wrap;
// rows to fill in are that high, whatever is picked.
const choiceLines = 2

// choiceMargin keeps a chosen text off the frame of its cell.
const choiceMargin = 1.2

// numberColumn is the running number, first on every data sheet.
func numberColumn() column {
	c := column{heading: labelNumber, width: 5, look: look{frame: boxed, align: "center"}}
	return c.lock()
}

// numberColumnOf is the running number of a sheet of subjects; its stamp says
// of which kind they are, for kinds have facts in common.
func numberColumnOf(k evaluate.Kind) column {
	c := numberColumn()
	c.stamp = kindStamp + string(k)
	return c
}

// lock makes a column ours: grey and closed on a protected sheet.
func (c column) lock() column {
	c.locked, c.look.unlocked, c.look.fill = true, false, lockedFill
	c.check, c.choices, c.hint, c.bounds = nil, nil, "", ""
	return c
}

func widthsOf(cols []column) []float64 {
	out := make([]float64, len(cols))
	for i, c := range cols {
		out[i] = c.width
	}
	return out
}

func hiddenOf(cols []column) []int {
	var out []int
	for i, c := range cols {
		if c.hidden {
			out = append(out, i+1)
		}
	}
	return out
}

// validations makes the checks of input columns for rows first..last. One
// column has one validation: overlapping ones are accepted in silence.
func (b *book) validations(cols []column, first, last int) []*excelize.DataValidation {
	var out []*excelize.DataValidation
	for i, c := range cols {
		if c.locked && c.hint == "" {
			continue
		}
		var v *excelize.DataValidation
		switch {
		case len(c.choices) > 0:
			v = listCheck(b.lists.ref(c.heading, c.choices))
		case c.check != nil:
			v = c.check()
		case c.hint != "":
			v = excelize.NewDataValidation(true)
		default:
			continue
		}
		if c.hint != "" {
			v.SetInput(clip(c.heading, 32), clip(c.hint, 255))
		}
		v.SetSqref(spanName(i+1, first, i+1, last))
		out = append(out, v)
	}
	return out
}

// headings draws the stamp row and the two heading rows.
func (p *page) headings(cols []column) {
	stamps, groups, heads := make([]any, len(cols)), make([]any, len(cols)), make([]any, len(cols))
	grouped := slices.ContainsFunc(cols, func(c column) bool { return c.group != "" })
	for i, c := range cols {
		if c.stamp != "" {
			stamps[i] = stampMark + c.stamp
			if strings.HasPrefix(c.stamp, kindStamp) && p.book.stamped != "" {
				stamps[i] = stampMark + c.stamp + stampOpens + p.book.stamped
			}
		}
		head := look{frame: boxed, bold: true, align: "center", wrap: true, fill: headFill}
		if c.group == "" && grouped {
			head.frame = boxedOpenAbove
			groups[i] = p.cell(nil, look{frame: boxedOpenBelow, fill: headFill})
		} else if grouped {
			groups[i] = p.cell(nil, head)
		}
		heads[i] = p.cell(c.heading, head)
	}
	p.row = stampRow
	p.writeHidden(stamps)
	p.groupHeadings(cols, groups)
	groupHeight, headHeight := headingHeights(cols)
	p.write(groupHeight, groups)
	p.write(headHeight, heads)
}

// headingHeights are the heights of the two heading rows.
func headingHeights(cols []column) (groups, heads float64) {
	groups = 3
	var texts []string
	widths := widthsOf(cols)
	for i := range widths {
		widths[i] *= boldRoom
		texts = append(texts, cols[i].heading)
	}
	for i := 0; i < len(cols); {
		j := groupEnd(cols, i)
		if g := cols[i].group; g != "" {
			span := 0.0
			for _, w := range widths[i : j+1] {
				span += w
			}
			groups = max(groups, heightFor(tableSize, 1, []string{g}, []float64{span}))
		}
		i = j + 1
	}
	return groups, heightFor(tableSize, 2, texts, widths)
}

// Into how many lines the headings of a template wrap before columns get wider:
// they stay in sight, and should leave a small screen to the rows.
const (
	mostHeadLines  = 4
	mostGroupLines = 2
)

// lowHeadings widens columns until their headings are low enough.
func lowHeadings(cols []column) {
	for i := range cols {
		cols[i].width = max(cols[i].width, widthFor(cols[i].width*boldRoom, mostHeadLines, []string{cols[i].heading})/boldRoom)
	}
	for i := 0; i < len(cols); {
		j := groupEnd(cols, i)
		if g := cols[i].group; g != "" {
			span := 0.0
			for _, c := range cols[i : j+1] {
				span += c.width
			}
			if need := widthFor(span*boldRoom, mostGroupLines, []string{g}) / boldRoom; need > span {
				for k := i; k <= j; k++ {
					cols[k].width += math.Ceil((need-span)/float64(j-i+1)*10) / 10
				}
			}
		}
		i = j + 1
	}
}

// groupEnd is the last column of the group that begins with the i-th, as far as
// it stands on one page.
func groupEnd(cols []column, i int) int {
	for i+1 < len(cols) && cols[i+1].group == cols[i].group && !cols[i+1].turns {
		i++
	}
	return i
}

// groupHeadings puts each group's name over its columns.
func (p *page) groupHeadings(cols []column, cells []any) {
	for i := 0; i < len(cols); {
		j := groupEnd(cols, i)
		if g := cols[i].group; g != "" {
			cells[i] = p.cell(g, look{frame: boxed, bold: true, align: "center", wrap: true, fill: headFill})
			p.merge(i+1, p.row, j+1, p.row)
		}
		i = j + 1
	}
}

// owed tells whether an empty cell of the fact is a problem. What is said of a
// leader may stand on the same person's row as a member instead.
func owed(def *evaluate.FactDef) bool {
	return def.Required && (def.Kind != evaluate.Leader || def.Role == evaluate.RoleName)
}
