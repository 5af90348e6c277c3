package demo

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// editor changes cells of one written workbook, as a clerk's hand would.
type editor struct {
	*planter
	file  *excelize.File
	name  string // of the file
	sheet *excel.TemplateSheet
	rows  []int // rows of world.members or world.orgs on the sheet
	used  []int // sheet rows spoiled already
	err   error
}

// cells spoils single cells of one branch's member sheet.
func (p *planter) cells(kinds ...Kind) func() error {
	return func() error {
		at, ok := p.take(func(b *book) bool { return p.offers(b, kinds) })
		if !ok {
			return nil
		}
		refuses := false
		err := p.edit(&p.books[at], func(e *editor) {
			for _, k := range kinds {
				before := len(p.mistakes)
				e.spoil(k)
				refuses = refuses || len(p.mistakes) > before
			}
		})
		if refuses {
			p.refused = append(p.refused, at)
		}
		return err
	}
}

// offers tells whether a book has people enough for mistakes of these kinds.
func (p *planter) offers(b *book, kinds []Kind) bool {
	quiet, counted := 0, 0
	e := editor{planter: p, sheet: memberSheet(b)}
	for row, m := range b.members {
		if p.quiet(m) {
			quiet++
			if e.allDone(row) {
				counted++
			}
		}
	}
	counts := slices.Contains(kinds, Contradiction) || slices.Contains(kinds, BrokenLimit)
	return quiet >= len(kinds)+2 && (!counts || counted >= len(kinds))
}

// quiet tells whether a person stands in the branch's book alone and had an
// ordinary year, so that a mistake about him leads to no other.
func (p *planter) quiet(member int) bool {
	q := &p.w.people[member]
	return !p.elsewhere[member] && q.status == "normal" && q.quality != unrated && q.post == "none"
}

// Changing a file that another program will read back is what clerks do; it
// goes through the workbook library itself and not through package excel, whose
// writers cannot make such mistakes.

// edit opens a written book, lets its member sheet be changed and saves it.
func (p *planter) edit(b *book, change func(e *editor)) error {
	return p.editSheet(b, memberSheet(b), b.members, change)
}

func (p *planter) editSheet(b *book, s *excel.TemplateSheet, rows []int, change func(e *editor)) error {
	f, err := excelize.OpenFile(p.path(b.file))
	if err != nil {
		return fmt.Errorf("reopening a sample workbook: %w", err)
	}
	defer f.Close()
	e := &editor{planter: p, file: f, name: b.file, sheet: s, rows: rows}
	change(e)
	if e.err != nil {
		return fmt.Errorf("changing a sample workbook: %w", e.err)
	}
	return campaign.Save(p.path(b.file), func(w io.Writer) error { return f.Write(w) }, nil)
}

func memberSheet(b *book) *excel.TemplateSheet {
	i := slices.IndexFunc(b.spec.Sheets, func(s excel.TemplateSheet) bool { return s.Schema.Kind == evaluate.Member })
	return &b.spec.Sheets[i]
}

func orgSheet(b *book) *excel.TemplateSheet {
	i := slices.IndexFunc(b.spec.Sheets, func(s excel.TemplateSheet) bool { return s.Schema.Kind == evaluate.Organization })
	return &b.spec.Sheets[i]
}

// firstDataRow is where the subjects begin on a template's sheet.
const firstDataRow = 9

// cellOf is the cell of a fact on a sheet's row (0-based), "" when the sheet
// has no column for it. The running number comes first; after the last score
// line stands their total.
func cellOf(s *excel.TemplateSheet, fact, row int) string {
	column := slices.Index(s.Facts, fact)
	if column < 0 {
		return ""
	}
	if total := lastTotal(s); total >= 0 && column > total {
		column++
	}
	return evaluate.ColumnName(column+2) + strconv.Itoa(firstDataRow+row)
}

func lastTotal(s *excel.TemplateSheet) int {
	last := -1
	for i, fact := range s.Facts {
		if slices.Contains(s.Total, fact) {
			last = i
		}
	}
	return last
}

// cell is the cell of a fact by id, "" when the sheet does not have it.
func (e *editor) cell(id evaluate.FactID, row int) string {
	fact, ok := e.sheet.Schema.Index(id)
	if !ok {
		return ""
	}
	return cellOf(e.sheet, fact, row)
}

// set writes a value over a cell and records the mistake there.
func (e *editor) set(k Kind, cell string, value any) {
	if cell == "" || e.err != nil {
		return
	}
	e.err = e.file.SetCellValue(e.sheet.Title, cell, value)
	e.note(k, e.name, e.sheet.Title, cell)
}

// write changes a cell without that being a mistake in itself.
func (e *editor) write(cell string, value any) {
	if cell != "" && e.err == nil {
		e.err = e.file.SetCellValue(e.sheet.Title, cell, value)
	}
}

// given reads what a row says about a fact.
func (e *editor) given(id evaluate.FactID, row int) evaluate.Value {
	fact, ok := e.sheet.Schema.Index(id)
	if !ok {
		return evaluate.Value{}
	}
	return e.sheet.Prefill.Value(row, fact)
}

// row finds a row not yet spoiled about somebody of whom only the branch
// speaks and that suits.
func (e *editor) row(suits func(row int) bool) (int, bool) {
	for row, member := range e.rows {
		if e.quiet(member) && !slices.Contains(e.used, row) && (suits == nil || suits(row)) {
			e.used = append(e.used, row)
			return row, true
		}
	}
	return 0, false
}

// spoil makes one mistake of a kind, or none when nobody on the sheet suits.
func (e *editor) spoil(k Kind) {
	switch k {
	case TextInNumber:
		e.anywhere(k, "sick_leave_months", wordForNumber)
	case OutOfRange:
		e.anywhere(k, "sick_leave_months", 13)
	case UnknownCode:
		e.anywhere(k, "category", categoryUnlisted)
	case NoSuchDay:
		e.anywhere(k, "admitted_on", "31/02/2010")
	case RequiredBlank:
		e.anywhere(k, "reviewed", nil)
	case OtherBranch:
		e.anywhere(k, "branch_code", e.w.layout.orgs[0].Code+".99.99")
	case LostZero:
		e.lostZero()
	case TooManyPoints:
		e.tooManyPoints()
	case TwiceInFile:
		e.twice()
	case NoStoredValue:
		e.formula()
	case Contradiction:
		e.contradiction()
	case BrokenLimit:
		e.brokenLimit()
	case BallotsOver:
		e.wrongBallots(k, "vote_branch_present", "vote_branch_present", "vote_branch_summoned")
	case BallotsSplit:
		e.wrongBallots(k, "vote_branch_returned", "vote_branch_invalid", "vote_branch_invalid")
	case BallotsVotes:
		e.wrongBallots(k, "vote_branch_valid", "vote_branch_not_completed", "vote_branch_not_completed")
	}
}

// wrongBallots writes one more than another figure of a vote into a cell; what
// no longer adds up is told at the first cell.
func (e *editor) wrongBallots(k Kind, told, cell, than evaluate.FactID) {
	row, ok := e.row(func(row int) bool { return !e.given(than, row).IsBlank() && e.cell(told, row) != "" })
	if !ok {
		return
	}
	n, _ := e.given(than, row).Number().Int64()
	e.write(e.cell(cell, row), int(n)+1)
	e.note(k, e.name, e.sheet.Title, e.cell(told, row))
}

func (e *editor) anywhere(k Kind, id evaluate.FactID, value any) {
	if row, ok := e.row(func(row int) bool { return e.cell(id, row) != "" }); ok {
		e.set(k, e.cell(id, row), value)
	}
}
