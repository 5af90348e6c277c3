package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// listColumn is a column of a result list with what it shows of a subject.
type listColumn struct {
	column
	show  func(s *subject) any
	turns bool // begins the second page: what is known before, what follows from it after
	fills bool // takes the room that its page leaves
	spare bool // left out where it would be empty for everybody
	leads bool // first columns, which stand on both pages
}

// writeList draws the list of one kind. Its layout is that of a template, stamp
// row included, so that it can be read back with the decisions filled in.
func (b *book) writeList(r *result, k evaluate.Kind) {
	rows := r.rows[k]
	list := r.usedColumns(k, r.listColumns(k))
	lead := 0 // columns that stand on both pages
	for lead < len(list) && list[lead].leads {
		lead++
	}
	cols := make([]column, len(list))
	for i, c := range list {
		c.look = c.look.padded()
		cols[i] = c.column
	}
	last := dataRow + len(rows) - 1
	turn := slices.IndexFunc(list, func(c listColumn) bool { return c.turns })
	breaks := []int{1 + turn}
	if fill := slices.IndexFunc(list, func(c listColumn) bool { return c.fills }); fill >= 0 {
		cols[fill].width = min(max(factsWidth, printWidth(cols[:lead])+printWidth(cols[turn:])-printWidth(cols[:turn])+factsWidth), widestFacts)
	}
	head := r.head(kindTitle(k))
	p := b.sheet(kindSheet(k), layout{
		widths: widthsOf(cols), hiddenCols: hiddenOf(cols), protect: true, grid: true,
		frozenRows: headingRow, frozenCols: lead, repeatFrom: groupRow, repeatTo: headingRow, repeatCols: lead,
		breaks: breaks, scale: scaleFor(cols, breaks, lead),
		filter: spanName(1, headingRow, len(cols), max(last, headingRow)),
		checks: b.validations(cols, dataRow, last), standing: head.standing, footer: head.foot(kindSheet(k)),
	})
	p.titleBlock(head, r.legend(k))
	p.headings(cols)
	plain, marked := make([]int, len(cols)), make([]int, len(cols))
	for i := range cols {
		plain[i], marked[i] = p.style(cols[i].dressed(false)), p.style(cols[i].dressed(true))
	}
	cells := make([]any, len(cols))
	for n, row := range rows {
		s := r.subject(k, row)
		dress, asked := plain, waits(s.res) || len(r.lacksOf(&s)) > 0
		if asked {
			dress = marked
		}
		cells[0] = styled(n+1, dress[0])
		for i := 1; i < len(list); i++ {
			v := list[i].show(&s)
			cells[i] = styled(v, dress[i])
			if endlessCell(v) {
				cells[i] = p.cell(v, cols[i].dressed(asked))
			}
		}
		p.fitRoom(cells)
	}
	p.end()
}

// dressed is how the cells of a column look, in the row of somebody who waits or not.
func (c *column) dressed(waits bool) look {
	l := c.look
	if waits && !l.unlocked {
		l.fill = waitFill
	}
	return l
}

// usedColumns leaves out what nobody has anything in, where that tells nothing and
// nothing can be written there.
func (r *result) usedColumns(k evaluate.Kind, list []listColumn) []listColumn {
	return slices.DeleteFunc(list, func(c listColumn) bool { return c.spare && !r.anyIn(k, c) })
}

// anyIn tells whether a column shows something of anybody.
func (r *result) anyIn(k evaluate.Kind, c listColumn) bool {
	return slices.ContainsFunc(r.rows[k], func(row int) bool {
		s := r.subject(k, row)
		return c.show(&s) != nil
	})
}

// legend spells out the short grade names used in the list.
func (r *result) legend(k evaluate.Kind) string {
	s := r.subject(k, r.rows[k][0])
	note := ""
	if len(r.suggestionColumns(k)) > 0 {
		note = labelSuggestionNote
	}
	return joinSentences(labelAllowedNote, note, spelledOut(s.res.Rules))
}

// shortNames spells out the short grade names of every set used.
func (r *result) shortNames() string {
	var out []string
	for _, rs := range r.ruleSets() {
		if s := spelledOut(rs); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return joinSentences(out...)
}

// spelledOut explains the short grade names of a set.
func spelledOut(rs *evaluate.RuleSet) string {
	var out []string
	for _, rung := range rs.Scale() {
		if rung.Short != "" {
			out = append(out, rung.Short+": "+rung.Label)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, "; ") + "."
}

// joinSentences joins sentences that have their own full stops.
func joinSentences(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
}
