package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Facts about organizations that the organization list gives.
const (
	factLevel       = evaluate.FactOrgLevel
	factFounded     = evaluate.FactFoundedOn
	factPredecessor = evaluate.FactPredecessor
)

// orgRow is one row about an organization in some workbook.
type orgRow struct {
	bound
	row int
}

// organizations builds the population of the office's organizations: every one
// below the office itself, reported or not; and what the office's workbook says
// of itself.
func (a *assembly) organizations() (pop, above *evaluate.Population, err error) {
	schema := a.Library.Vocabulary.Schema(evaluate.Organization)
	books, err := a.bind(evaluate.Organization, schema, excel.BranchBook, excel.BaseBook, excel.OfficeBook, excel.ResultBook)
	if err != nil {
		return nil, nil, err
	}
	frame := evaluate.NewFrame(schema)
	pop = &evaluate.Population{Frame: frame}
	list := a.treeSource(frame)
	for _, b := range books {
		b.into(frame)
	}
	rows := a.orgRows(schema, books)
	var office []orgRow
	root := -1
	for i, o := range a.tree.Orgs {
		own := rows[o.Code]
		if o.Level == evaluate.CommitteeLevel && a.tree.Parent(i) < 0 {
			root = i
			own, office = split(own, func(r orgRow) bool { return r.book.Receipt.Kind != excel.OfficeBook })
		}
		if o.Level == evaluate.CommitteeLevel && len(own) == 0 {
			continue
		}
		a.addOrg(pop, list, i, own)
	}
	above, err = a.above(schema, root, office)
	return pop, above, err
}

func split(rows []orgRow, take func(orgRow) bool) (taken, left []orgRow) {
	for _, r := range rows {
		if take(r) {
			taken = append(taken, r)
		} else {
			left = append(left, r)
		}
	}
	return taken, left
}

// above is what the office's workbook says of the office itself, which is graded
// by its own superior: decisions about the whole campaign. Anything else there
// would be lost in silence, so it is pointed at.
func (a *assembly) above(schema *evaluate.Schema, root int, rows []orgRow) (*evaluate.Population, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	sets, err := a.sets()
	if err != nil {
		return nil, err
	}
	pop := &evaluate.Population{Frame: evaluate.NewFrame(schema)}
	for _, r := range rows {
		r.into(pop.Frame)
		at := r.append(r.row)
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: a.tree.Orgs[root].Code, Org: root})
		for i := range schema.Facts {
			f := &schema.Facts[i]
			if !f.Identity && !pop.Frame.Value(at, i).IsBlank() && !slices.Contains(evaluate.UpliftsAbove(sets), f.ID) {
				a.problems = append(a.problems, problemGradedElsewhere(pop.Frame.Origin(at, i)))
			}
		}
	}
	return pop, nil
}

// orgRows gathers the rows of all workbooks by organization code; the
// organization's own report comes first.
func (a *assembly) orgRows(schema *evaluate.Schema, books []bound) map[string][]orgRow {
	ids := identityOf(schema)
	out := map[string][]orgRow{}
	for _, b := range books {
		own := b.book.Receipt.Org
		for row := range b.table.len() {
			code := a.branchOf(b.table.find(ids.branch).text(row))
			if code == "" {
				code = a.branchOf(b.table.find(ids.name).text(row))
			}
			if code == "" && b.table.len() == 1 {
				code = own
			}
			if _, ok := a.tree.Index(code); !ok {
				a.problems = append(a.problems, problemUnknownOrg(b.table.origin(row, ids.branch), code))
				continue
			}
			r := orgRow{b, row}
			if code == own && ownReport(b.book.Receipt.Kind) {
				out[code] = slices.Insert(out[code], 0, r)
			} else {
				out[code] = append(out[code], r)
			}
		}
	}
	return out
}

// ownReport tells whether organizations speak of themselves in the workbook.
func ownReport(k excel.BookKind) bool { return k == excel.BranchBook || k == excel.BaseBook }

func (a *assembly) addOrg(pop *evaluate.Population, list int32, i int, rows []orgRow) {
	o := a.tree.Orgs[i]
	frame := pop.Frame
	fromList := evaluate.Place{Source: list, Row: rowOf(o.At.Cell)}
	var to int
	own := len(rows) > 0 && rows[0].book.Receipt.Org == o.Code && ownReport(rows[0].book.Receipt.Kind)
	if own {
		to = rows[0].append(rows[0].row)
		rows = rows[1:]
	} else {
		to = frame.Append(fromList)
	}
	pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: o.Code, Org: i})
	a.setTreeFacts(frame, to, o, fromList)
	for _, r := range rows {
		allowed := bookSuppliers()[r.book.Receipt.Kind][evaluate.Organization]
		a.overlay(pop, r.bound, r.row, to, func(fact int) bool {
			f := &frame.Schema.Facts[fact]
			return f.Supplier != evaluate.SupplyBranch && allowed.supply(f)
		})
		a.ownVoice(&pop.Subjects[to], r)
	}
}

// ownVoice holds an organization about which another workbook says what only
// the organization itself may say; it was not used.
func (a *assembly) ownVoice(s *evaluate.Subject, r orgRow) {
	for i := range r.table.Columns {
		c := &r.table.Columns[i]
		if pos := r.fact[i]; pos < 0 || !c.given(r.row) || r.target.Schema.Facts[pos].Identity ||
			r.target.Schema.Facts[pos].Supplier != evaluate.SupplyBranch {
			continue
		}
		a.hold(s, problemOwnVoice(r.table.origin(r.row, c.Fact)))
	}
}

// setTreeFacts gives the facts the organization list knows; it stands above
// what a workbook may repeat of them.
func (a *assembly) setTreeFacts(f *evaluate.Frame, row int, o evaluate.Org, at evaluate.Place) {
	s := f.Schema
	if i := s.ByRole(evaluate.RoleBranchCode); i >= 0 {
		f.SetTextFrom(row, i, o.Code, at)
	}
	if i := s.ByRole(evaluate.RoleName); i >= 0 {
		f.SetTextFrom(row, i, o.Name, at)
	}
	choose := func(id evaluate.FactID, code string) {
		if i, ok := s.Index(id); ok {
			if k, ok := s.Facts[i].CodeIndex(code); ok {
				f.SetFrom(row, i, evaluate.ChoiceValue(k), at)
			}
		}
	}
	choose(factLevel, string(o.Level))
	predecessor := "no"
	if len(o.Predecessors) > 0 {
		predecessor = "yes"
	}
	choose(factPredecessor, predecessor)
	if i, ok := s.Index(factFounded); ok && !o.Founded.IsZero() {
		f.SetFrom(row, i, evaluate.DateValue(o.Founded), at)
	}
}
