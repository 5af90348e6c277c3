package excel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Marks in the stamp row of the review sheet beside the roles of the entries:
// the hidden columns that say what a row is about. A row of a group has no
// subject. The last repeats what the row shows of it, so that a row whose visible
// cells were moved without the hidden ones is known.
const (
	markKind    = "kind"
	markSubject = "subject"
	markGroup   = "group"
	markShown   = "shown"
)

// reviewMarks are the hidden columns in their order.
func reviewMarks() []string { return []string{markKind, markSubject, markGroup, markShown} }

// entryRoles are the facts that may be written on the review sheet, by role:
// whatever the set calls them, every kind's stand in the same columns.
func entryRoles() []evaluate.Role {
	return []evaluate.Role{evaluate.RoleDecision, evaluate.RoleDecisionReason,
		evaluate.RoleDecisionNumber, evaluate.RoleDecisionDate, evaluate.RoleDecisionRelief}
}

// reviewGroup is the subjects about whom a person is asked the same question.
type reviewGroup struct {
	key  string
	rows []subject
}

func (g *reviewGroup) first() *subject          { return &g.rows[0] }
func (g *reviewGroup) res() *evaluate.Result    { return g.rows[0].res }
func (g *reviewGroup) schema() *evaluate.Schema { return g.rows[0].frame.Schema }

// relieves tells whether the group is asked about a relief.
func (g *reviewGroup) relieves() bool { return g.res().Cause == evaluate.CauseRelief }

// reviewGroups sorts who is under review into groups: by kind, cause, rule and
// the grade suggested, best first.
func (r *result) reviewGroups() []reviewGroup {
	var groups []reviewGroup
	at := map[string]int{}
	r.each(func(s subject) {
		key := s.res.ReviewKey()
		if key == "" {
			return
		}
		i, known := at[key]
		if !known {
			i = len(groups)
			at[key] = i
			groups = append(groups, reviewGroup{key: key})
		}
		groups[i].rows = append(groups[i].rows, s)
	})
	slices.SortStableFunc(groups, func(a, b reviewGroup) int {
		x, y := a.res(), b.res()
		return cmp.Or(slices.Index(r.kinds, a.first().kind)-slices.Index(r.kinds, b.first().kind),
			cmp.Compare(x.Cause, y.Cause), cmp.Compare(x.ReviewRule(), y.ReviewRule()), cmp.Compare(y.Suggested, x.Suggested), cmp.Compare(a.key, b.key))
	})
	return groups
}

// reviewSheet is the sheet being drawn: what is shown, what may be written and
// what is hidden, from left to right.
type reviewSheet struct {
	*page
	r       *result
	shown   []column
	roles   []evaluate.Role
	columns []column
}

// writeReview lists what a person must decide in groups of one cause. The line
// of a group takes one decision for everybody listed under it; a subject's own
// row takes another one for it alone. Hidden cells say which row is whose.
func (b *book) writeReview(r *result) {
	groups := r.reviewGroups()
	if len(groups) == 0 {
		return
	}
	s := &reviewSheet{r: r, shown: reviewColumns()}
	s.columns = slices.Clone(s.shown)
	for _, role := range entryRoles() {
		if c, used := entryColumn(groups, role); used {
			s.roles, s.columns = append(s.roles, role), append(s.columns, c)
		}
	}
	for _, mark := range reviewMarks() {
		s.columns = append(s.columns, column{stamp: mark, width: 12, locked: true, hidden: true})
	}
	head := r.head(labelReviewTitle)
	s.page = b.sheet(sheetReview, layout{widths: widthsOf(s.columns), hiddenCols: hiddenOf(s.columns), grid: true, protect: true,
		frozenRows: plainHeadRow, repeatFrom: plainHeadRow, repeatTo: plainHeadRow, checks: s.checks(b, groups),
		standing: head.standing, footer: head.foot(sheetReview)})
	s.titleBlock(head, joinSentences(labelReviewNote, r.shortNames()))
	s.head()
	for i := range groups {
		s.group(&groups[i])
	}
	s.end()
}

func reviewColumns() []column {
	return []column{
		{heading: labelNumber, width: 5}, {heading: labelLookUp, width: lookUpWidth}, {heading: labelName, width: 22},
		{heading: labelBranch, width: 19}, {heading: labelTotalScore, width: 7}, {heading: labelProposed, width: 17},
		{heading: labelSuggestedGrade, width: 9.5}, {heading: labelPossible, width: 12}, {heading: labelReason, width: 46},
	}
}

// entryColumn is the column of an entry; used is false where no group could
// write in it.
func entryColumn(groups []reviewGroup, role evaluate.Role) (c column, used bool) {
	for i := range groups {
		g := &groups[i]
		if at := g.schema().ByRole(role); at >= 0 && (role != evaluate.RoleDecisionRelief || g.relieves()) {
			c := factColumn(&g.schema().Facts[at], nil)
			c.stamp, c.width = string(role), min(c.width, 18)
			return c, true
		}
	}
	return column{}, false
}

// checks are the drop-downs and ranges while typing, of each kind over its rows.
func (s *reviewSheet) checks(b *book, groups []reviewGroup) []*excelize.DataValidation {
	var out []*excelize.DataValidation
	row := plainHeadRow + 1
	for i := 0; i < len(groups); {
		kind, schema, from := groups[i].first().kind, groups[i].schema(), row
		for ; i < len(groups) && groups[i].first().kind == kind; i++ {
			row += 1 + len(groups[i].rows)
		}
		cols := slices.Clone(s.columns)
		for j := range cols {
			cols[j].locked = true
		}
		for j, role := range s.roles {
			if at := schema.ByRole(role); at >= 0 {
				cols[len(s.shown)+j] = factColumn(&schema.Facts[at], nil)
			}
		}
		out = append(out, b.validations(cols, from, row-1)...)
	}
	return out
}

// head draws the stamp row and the headings.
func (s *reviewSheet) head() {
	stamps := make([]any, len(s.columns))
	for i, c := range s.columns {
		if c.stamp != "" {
			stamps[i] = stampMark + c.stamp
		}
	}
	s.row = stampRow
	s.writeHidden(stamps)
	s.headRow(s.columns)
}

// group draws the decision line of a group and its subjects.
func (s *reviewSheet) group(g *reviewGroup) {
	n := len(s.shown)
	band := look{frame: boxed, bold: true, fill: totalFill, align: "left", wrap: true}
	cells := make([]any, n, len(s.columns))
	for i := range cells {
		cells[i] = s.cell(nil, band)
	}
	title := s.r.groupTitle(g)
	cells[0] = s.cell(title, band)
	cells = append(cells, s.entries(g, nil, inputFill)...)
	cells = append(cells, string(g.first().kind), nil, g.key, title)
	height := heightFor(tableSize, choiceLines, []string{title}, []float64{s.span(1, n) * boldRoom})
	s.keep()
	s.merge(1, s.row, n, s.row)
	s.write(height, cells)
	for i := range g.rows {
		s.subject(g, i)
	}
}

func (s *reviewSheet) subject(g *reviewGroup, i int) {
	x := &g.rows[i]
	rs := x.res.Rules
	named := joinComma(x.named(), birthYear(x))
	values := []any{i + 1, x.of.ID, named, s.r.place(x), totalPoints(x), text(proposedText(x)), text(short(rs, x.res.Suggested)),
		text(shorts(rs, x.res.Possible, x.res.MayBeNone)), s.r.reasonInGroup(x)}
	cells := make([]any, 0, len(s.columns))
	for c, v := range values {
		l := look{frame: boxed, wrap: true, top: true}
		if s.shown[c].width < lookUpWidth+1 {
			l.align = "center"
		}
		cells = append(cells, s.cell(v, l.padded()))
	}
	cells = append(cells, s.entries(g, x, "")...)
	height := s.heightOf(choiceLines, cells) // what is hidden takes no room
	s.write(height, append(cells, string(x.kind), x.of.ID, g.key, named))
}

// reasonInGroup is the reason of a subject without the rule that the line of its
// group quotes.
func (r *result) reasonInGroup(x *subject) string {
	reason := r.reason(x)
	if i := x.res.ReviewRule(); i >= 0 {
		return strings.Replace(reason, citedText(&x.res.Rules.Rules[i].RuleSpec), labelAsGroup, 1)
	}
	return reason
}

// baseName is the base organization that a subject's organization belongs to,
// "" where there is none.
func (r *result) baseName(x *subject) string {
	if x.of.Org < 0 {
		return ""
	}
	t := r.report.Inputs.Tree
	if base := t.Base(x.of.Org); base >= 0 {
		return t.Orgs[base].Name
	}
	return ""
}

// place is the organization of a subject with the base organization it belongs to:
// branches of many base organizations bear the same name.
func (r *result) place(x *subject) string {
	if base := r.baseName(x); base != x.org {
		return joinDots(x.org, base)
	}
	return x.org
}

// birthYear tells people of one name apart, "" where nobody said.
func birthYear(x *subject) string {
	if i := x.frame.Schema.ByRole(evaluate.RoleBirth); i >= 0 {
		if v := x.frame.Value(x.row, i); v.Type() == evaluate.DateFact {
			return itoa(v.Date().Year)
		}
	}
	if i := x.frame.Schema.ByRole(evaluate.RoleBirthYear); i >= 0 {
		return x.frame.Show(i, x.frame.Value(x.row, i))
	}
	return ""
}

// entries are the cells to write in: on a subject's row they hold what is
// recorded already. No line of a group settles decisions that contradict each other:
// the other one would stand beside it all the same. One that has lapsed is said again
// for each alone.
func (s *reviewSheet) entries(g *reviewGroup, x *subject, fill string) []any {
	out := make([]any, len(s.roles))
	for i, role := range s.roles {
		c := s.columns[len(s.shown)+i]
		at := g.schema().ByRole(role)
		if at < 0 || role == evaluate.RoleDecisionRelief && !g.relieves() || x == nil && g.res().Contested {
			out[i] = s.cell(nil, look{frame: boxed, fill: lockedFill})
			continue
		}
		c.look.fill, c.look.top = fill, x != nil
		var v any
		if x != nil {
			v = factCell(x.frame, x.row, at)
		}
		out[i] = s.cell(v, c.look)
	}
	return out
}

// groupTitle heads a group: whom it is about, its cause, the rule behind it,
// what is suggested and how many there are.
func (r *result) groupTitle(g *reviewGroup) string {
	res, rule, suggested := g.res(), "", ""
	if i := res.ReviewRule(); i >= 0 {
		rule = citedText(&res.Rules.Rules[i].RuleSpec)
	}
	if res.Suggested != evaluate.NoRank {
		suggested = labelSuggested + short(res.Rules, res.Suggested)
	}
	kind := ""
	if len(r.kinds) > 1 {
		kind = kindLabel(g.first().kind)
	}
	cause := causeLabel(res.Cause)
	switch {
	case res.Cause == evaluate.CauseFallThrough && res.Walk.Score.Sheet < 0:
		cause = labelNoRung
	case res.NoQuorum():
		cause = labelNoQuorum
	case res.Lapsed:
		cause = labelLapsed
	case res.Contested:
		cause = labelContested
	}
	return reviewGroupTitle(kind, cause, rule, suggested, len(g.rows))
}
