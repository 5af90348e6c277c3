package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// readListed reads whom a workbook of ours lists, for the record, as no longer members:
// a template as it was written, for nobody types there and a report's own words stand
// in its table; and a result workbook that is asked who there is.
func (r *reader) readListed() {
	schema := r.spec.Vocabulary.Schema(evaluate.Member)
	asked := r.spec.Listed || r.spec.People && r.in.Stamp.Kind == ResultBook
	if !asked || schema == nil || r.in.Left != nil {
		return
	}
	r.in.Left, r.in.LeftAs = r.listedGone(schema, func(int, []string) bool { return true })
}

// listedGone reads the wanted rows of the list, nil where there is none.
func (r *reader) listedGone(schema *evaluate.Schema, wanted func(number int, cells []string) bool) (left *evaluate.Frame, as []string) {
	i := slices.IndexFunc(r.book.sheets, func(s bookSheet) bool { return tidy(s.name) == sheetLeft })
	if i < 0 || r.book.sheets[i].scan.fault != noFault {
		return nil, nil
	}
	rows, err := r.book.rows(r.book.sheets[i])
	if err != nil {
		return nil, nil
	}
	r.open = append(r.open, rows)
	var list *goneList
	for {
		number, cells, ok := rows.Next()
		switch {
		case !ok:
			return left, as
		case list == nil:
			if list = headOfGone(schema, cells); list != nil {
				left = evaluate.NewFrame(schema)
				left.AddSource(list.source(schema, evaluate.Origin{File: r.at.File, Sheet: r.book.sheets[i].name}))
			}
			continue
		case tidy(cellAt(cells, list.name)) == "" || !wanted(number, cells):
			continue
		}
		row := left.Append(evaluate.Place{Row: int32(number)})
		for column, fact := range list.facts {
			if v := tidy(cellAt(cells, column)); v != "" {
				list.take(left, row, fact, strings.Clone(v))
			}
		}
		as = append(as, strings.Clone(tidy(cellAt(cells, list.status))))
	}
}

// goneList is where a list of those who are gone says what, by column counted from 0.
type goneList struct {
	name, status int
	facts        map[int]int // column → fact
}

// take takes a cell: of whom the year of birth alone is known, his day of birth is a year.
func (l *goneList) take(left *evaluate.Frame, row, fact int, text string) {
	year := left.Schema.ByRole(evaluate.RoleBirthYear)
	switch role := left.Schema.Facts[fact].Role; {
	case role != evaluate.RoleBirth:
		left.SetText(row, fact, text)
	case year >= 0 && len(text) == 4 && allDigits(text):
		left.Set(row, year, newCellReader(&left.Schema.Facts[year], false).read(text).value)
	default:
		left.Set(row, fact, newCellReader(&left.Schema.Facts[fact], false).read(text).value)
	}
}

// headOfGone reads the headings of the list, nil where a row is none of them. Result
// workbooks also say in which branch somebody was: by its code, earlier ones by its name.
func headOfGone(s *evaluate.Schema, cells []string) *goneList {
	l := &goneList{name: -1, status: -1, facts: map[int]int{}}
	branch := -1
	for column, heading := range cells {
		role := evaluate.Role("")
		switch heading = tidy(heading); heading {
		case headingGoneName:
			l.name, role = column, evaluate.RoleName
		case headingGoneIdentity:
			role = evaluate.RoleIdentity
		case headingGoneCard:
			role = evaluate.RoleCard
		case headingGoneBorn:
			role = evaluate.RoleBirth
		case headingGoneRemark:
			role = evaluate.RoleRemark
		case headingGoneStatus, headingGoneState:
			l.status = column
		case headingGoneBranch, headingGoneCode:
			if branch < 0 || heading == headingGoneCode {
				delete(l.facts, branch)
				branch, role = column, evaluate.RoleBranchCode
			}
		}
		if fact := s.ByRole(role); role != "" && fact >= 0 {
			l.facts[column] = fact
		}
	}
	if l.name < 0 || l.status < 0 {
		return nil
	}
	return l
}

// source tells where the list says who somebody is, and in what state.
func (l *goneList) source(s *evaluate.Schema, at evaluate.Origin) evaluate.SourceSheet {
	sheet := evaluate.SourceSheet{File: at.File, Sheet: at.Sheet, Columns: make([]int32, len(s.Facts))}
	for column, fact := range l.facts {
		sheet.Columns[fact] = int32(column + 1)
		if year := s.ByRole(evaluate.RoleBirthYear); year >= 0 && s.Facts[fact].Role == evaluate.RoleBirth {
			sheet.Columns[year] = int32(column + 1)
		}
	}
	if status, ok := s.Index(factActivityStatus); ok {
		sheet.Columns[status] = int32(l.status + 1)
	}
	return sheet
}
