package demo

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// bodies spoils two sheets of leaders, one of collectives and one of units. None
// of these mistakes refuses a file: each holds at most whom it is about.
func (p *planter) bodies() error {
	for _, spoil := range []func() error{p.unknownUnit, p.unknownBody, p.othersUnit, p.unlikeUnit} {
		if err := spoil(); err != nil {
			return err
		}
	}
	return nil
}

// sheetOf is a book's sheet of a kind, nil for none.
func sheetOf(b *book, k evaluate.Kind) *excel.TemplateSheet {
	i := slices.IndexFunc(b.spec.Sheets, func(s excel.TemplateSheet) bool { return s.Schema.Kind == k })
	if i < 0 {
		return nil
	}
	return &b.spec.Sheets[i]
}

// ownOf is the first book of a kind, of an organization in no scene, that has
// something to say about subjects of its own; row is that subject's.
func (p *planter) ownOf(kind excel.BookKind, k evaluate.Kind) (b *book, row int) {
	places := p.w.places(k)
	for i := range p.books {
		b := &p.books[i]
		if b.kind() != kind || p.spared(b.org) || slices.Contains(p.refused, i) || slices.ContainsFunc(p.mistakes, func(m Mistake) bool { return m.File == p.label(b.file) }) {
			continue
		}
		if row := slices.IndexFunc(b.rows[k], func(at int) bool { return places[at] == b.org }); row >= 0 {
			return b, row
		}
	}
	return nil, -1
}

// unknownUnit puts a leader in charge of a unit that no list has.
func (p *planter) unknownUnit() error {
	b, row := p.ownOf(excel.BaseBook, evaluate.Leader)
	if b == nil {
		return nil
	}
	return p.editSheet(b, sheetOf(b, evaluate.Leader), b.rows[evaluate.Leader], func(e *editor) {
		if cell := e.cell("unit_codes_in_charge", row); cell != "" {
			e.set(UnknownUnit, cell, p.w.layout.orgs[0].Code+".99.DV")
		}
	})
}

// unknownBody lets a base committee speak of a collective that no list has.
func (p *planter) unknownBody() error {
	b, row := p.ownOf(excel.BaseBook, evaluate.Collective)
	if b == nil {
		return nil
	}
	return p.editSheet(b, sheetOf(b, evaluate.Collective), b.rows[evaluate.Collective], func(e *editor) {
		s := e.sheet.Schema
		e.set(UnknownBody, cellOf(e.sheet, s.ByRole(evaluate.RoleBranchCode), row), p.w.layout.orgs[b.org].Code+".99")
		e.write(cellOf(e.sheet, s.ByRole(evaluate.RoleName), row), strangeBody)
	})
}

// othersUnit lets a branch say of the office's own agency what only the office
// says of it.
func (p *planter) othersUnit() error {
	b, _ := p.ownOf(excel.BranchBook, evaluate.Unit)
	if b == nil {
		return nil
	}
	return p.editSheet(b, sheetOf(b, evaluate.Unit), b.rows[evaluate.Unit], func(e *editor) {
		s, to := e.sheet.Schema, len(b.rows[evaluate.Unit])
		agency := p.w.bodies[p.w.bodyIndex(p.w.layout.orgs[0].Code+codeAgency)]
		e.write(cellOf(e.sheet, s.ByRole(evaluate.RoleBranchCode), to), agency.Code)
		e.write(cellOf(e.sheet, s.ByRole(evaluate.RoleName), to), agency.Name)
		if cell := e.cell("reviewed", to); cell != "" {
			fact, _ := s.Index("reviewed")
			e.set(OthersUnit, cell, s.Facts[fact].Choices[0].Label)
		}
	})
}

// unlikeUnit lets the head of a division in no scene report one task done fewer
// than the division itself.
func (p *planter) unlikeUnit() error {
	division := p.w.division(divisions)
	book := slices.IndexFunc(p.books, func(b book) bool { return b.kind() == excel.OfficeBook })
	head := p.w.postIn(division, "head", 0)
	if book < 0 || head < 0 || slices.Contains(p.refused, book) {
		return nil
	}
	done, told := p.w.bodyRow(division).count("tasks_done")
	b := &p.books[book]
	row := slices.Index(b.rows[evaluate.Leader], head)
	if row < 0 || !told {
		return nil
	}
	return p.editSheet(b, sheetOf(b, evaluate.Leader), b.rows[evaluate.Leader], func(e *editor) {
		e.set(UnlikeUnit, e.cell("unit_tasks_done", row), done-1)
	})
}
