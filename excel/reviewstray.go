package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// The hidden cells of the review sheet say whose a row is; who writes a decision goes
// by what the row shows. Where somebody sorted or moved the visible columns alone the
// two disagree, and a decision there is nobody's.

// stray is how what a line shows disagrees with its hidden cells.
type stray int

const (
	noStray   stray = iota
	strayCode       // the look-up code is another's, or is gone
	strayName       // the name, or the heading of the group, is another's
)

// headings finds the columns that show whom a row is about; false where the row has
// none of their headings.
func (v *reviewReading) headings(cells []string) bool {
	v.heads = map[string]int{}
	for i, c := range cells {
		switch c = tidy(c); c {
		case labelNumber, labelLookUp, labelName:
			v.heads[c] = i
		}
	}
	return len(v.heads) > 0
}

// shown is the text of a row below a heading, "" where the column is gone.
func (v *reviewReading) shown(cells []string, heading string) string {
	if c, ok := v.heads[heading]; ok && c < len(cells) {
		return cells[c]
	}
	return ""
}

// straysAt holds what a line shows against its hidden cells. The heading of a group
// stands in the first column. Workbooks written before these had a column that
// repeats what is shown are held by their codes alone.
func (v *reviewReading) straysAt(e *entry, cells []string) stray {
	if !strings.EqualFold(e.code, e.subject) {
		return strayCode
	}
	heading := labelName
	if e.subject == "" {
		heading = labelNumber
	}
	if _, repeats := v.columns[markShown]; repeats && tidy(v.shown(cells, heading)) != tidy(v.cell(cells, markShown)) {
		return strayName
	}
	return noStray
}

// tellStrays tells of decisions on lines that show another than their hidden cells
// say. Of whom a group's line lists it is told once, at the decision of the group.
func (v *reviewReading) tellStrays() {
	tell := func(at int, e *entry) {
		v.add(problemStray(v.at(at, string(evaluate.RoleDecision)), e.strays, v.quoteCode(e.code), e.subject, v.at(e.row, markSubject)))
	}
	for _, key := range sortedKeys(v.groups) {
		if g := v.groups[key]; g.strays != noStray && len(g.said) > 0 {
			tell(g.row, &g)
		}
	}
	told := map[string]bool{}
	for i := range v.listed {
		e := &v.listed[i]
		group := v.groups[e.group]
		switch {
		case e.strays == noStray:
		case len(e.said) > 0:
			tell(e.row, e)
		case !told[e.group] && group.binds(v.kinds[e.kind].schema):
			told[e.group] = true
			tell(group.row, e)
		}
	}
}

// quoteCode repeats a code that this sheet gives somebody; anything else may be a name.
func (v *reviewReading) quoteCode(code string) string {
	for i := range v.listed {
		if strings.EqualFold(v.listed[i].subject, code) {
			return `"` + code + `"`
		}
	}
	if code == "" {
		return ""
	}
	return evaluate.Quote(code)
}
