package demo

import (
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// lostZero makes an identity number a number, as a careless paste does.
func (e *editor) lostZero() {
	fact := e.sheet.Schema.ByRole(evaluate.RoleIdentity)
	full := func(row int) bool { return len(e.sheet.Prefill.Text(row, fact)) == 12 }
	row, ok := e.row(full)
	if !ok {
		return
	}
	n, err := strconv.Atoi(e.sheet.Prefill.Text(row, fact))
	if err != nil {
		e.err = err
		return
	}
	e.set(LostZero, cellOf(e.sheet, fact, row), n)
}

// tooManyPoints gives one point more than a line has.
func (e *editor) tooManyPoints() {
	row, ok := e.row(func(row int) bool { return e.w.members.rules.SheetOf(e.sheet.Prefill, row) != nil })
	if !ok {
		return
	}
	groups := e.w.members.rules.SheetOf(e.sheet.Prefill, row).Spec.Groups
	line := groups[len(groups)-1].Criteria[0].Lines[0]
	most, _ := line.Max.Add(evaluate.Int(1)).Int64()
	e.set(TooManyPoints, e.cell(line.Fact, row), int(most))
}

// twice writes somebody down once more below everybody else.
func (e *editor) twice() {
	row, ok := e.row(func(row int) bool { return e.identity(row) != "" })
	if !ok {
		return
	}
	to := len(e.rows)
	e.copyRow(e.sheet, row, to)
	e.note(TwiceInFile, e.name, e.sheet.Title, cellOf(e.sheet, e.sheet.Schema.ByRole(evaluate.RoleIdentity), to))
}

func (e *editor) identity(row int) string {
	return e.sheet.Prefill.Text(row, e.sheet.Schema.ByRole(evaluate.RoleIdentity))
}

// copyRow writes a row of another book's sheet into a row of this one.
func (e *editor) copyRow(from *excel.TemplateSheet, row, to int) {
	for _, fact := range from.Facts {
		if v := from.Prefill.Value(row, fact); !v.IsBlank() {
			e.write(cellOf(e.sheet, fact, to), typed(from.Prefill, fact, v))
		}
	}
}

// typed is a value as a hand would type it, dates as days of the workbook.
func typed(f *evaluate.Frame, fact int, v evaluate.Value) any {
	switch v.Type() {
	case evaluate.NumberFact:
		return v.Number().Float()
	case evaluate.DateFact:
		return v.Date().Vietnamese()
	}
	return f.Show(fact, v)
}

// formula leaves a formula that no program ever computed.
func (e *editor) formula() {
	row, ok := e.row(nil)
	if !ok || e.err != nil {
		return
	}
	cell := e.cell("sick_leave_months", row)
	e.set(NoStoredValue, cell, nil)
	if e.err == nil {
		e.err = e.file.SetCellFormula(e.sheet.Title, cell, "1+1")
	}
}

// contradiction attests a failure beside counts that show success.
func (e *editor) contradiction() {
	id, says := evaluate.FactID("task_statement"), "failed"
	if e.cell(id, 0) == "" {
		id, says = "completion_statement", "under_half"
	}
	row, ok := e.row(func(row int) bool { return e.allDone(row) && e.cell(id, row) != "" })
	if !ok {
		return
	}
	fact, _ := e.sheet.Schema.Index(id)
	def := &e.sheet.Schema.Facts[fact]
	code, _ := def.CodeIndex(says)
	e.set(Contradiction, e.cell(id, row), def.Choices[code].Label)
}

func (e *editor) allDone(row int) bool {
	assigned, done := e.given("tasks_assigned", row), e.given("tasks_done", row)
	return !assigned.IsBlank() && assigned == done
}

// brokenLimit counts more late tasks than were done, or more done than were
// assigned where lateness is not asked for.
func (e *editor) brokenLimit() {
	row, ok := e.row(e.allDone)
	if !ok {
		return
	}
	done, _ := e.given("tasks_done", row).Number().Int64()
	cell := e.cell("tasks_late", row)
	if cell == "" {
		cell = e.cell("tasks_done", row)
	}
	e.set(BrokenLimit, cell, int(done)+3)
}

// namesakes makes two people of one branch bear one name and takes away what
// would tell them apart.
func (p *planter) namesakes() error {
	at, ok := p.take(func(b *book) bool { return p.offers(b, nil) })
	if !ok {
		return nil
	}
	return p.edit(&p.books[at], func(e *editor) {
		one, _ := e.row(nil)
		two, _ := e.row(nil)
		s := e.sheet.Schema
		name := s.ByRole(evaluate.RoleName)
		for _, role := range []evaluate.Role{evaluate.RoleIdentity, evaluate.RoleCard, evaluate.RoleBirth, evaluate.RoleBirthYear} {
			e.write(cellOf(e.sheet, s.ByRole(role), two), nil)
		}
		e.write(cellOf(e.sheet, name, two), e.sheet.Prefill.Text(one, name))
		for _, row := range []int{one, two} {
			e.note(Namesakes, e.name, e.sheet.Title, cellOf(e.sheet, name, row))
		}
		e.note(NamesakesInFile, e.name, e.sheet.Title, cellOf(e.sheet, name, max(one, two)))
	})
}

// twoFiles lets a second branch report a member of a first, without a word on
// which of them is right.
func (p *planter) twoFiles() error {
	suits := func(b *book) bool { return p.offers(b, nil) }
	first, ok := p.take(suits)
	if !ok {
		return nil
	}
	second, ok := p.take(suits)
	if !ok {
		return nil
	}
	from := memberSheet(&p.books[first])
	name, branch := from.Schema.ByRole(evaluate.RoleName), from.Schema.ByRole(evaluate.RoleBranchCode)
	row := p.keyed(&p.books[first])
	if row < 0 {
		return nil
	}
	p.note(TwoFiles, p.books[first].file, from.Title, cellOf(from, name, row))
	return p.edit(&p.books[second], func(e *editor) {
		to := len(e.rows)
		e.copyRow(from, row, to)
		for _, fact := range from.Facts { // of the other branch's meeting this one knows nothing
			if from.Schema.Facts[fact].Ballot != nil {
				e.write(cellOf(e.sheet, fact, to), nil)
			}
		}
		e.write(cellOf(e.sheet, branch, to), e.w.layout.orgs[e.books[second].org].Code)
		e.note(TwoFiles, e.name, e.sheet.Title, cellOf(e.sheet, name, to))
	})
}

// keyed is the row of somebody with an identity number of whom only the branch
// speaks, -1 for nobody.
func (p *planter) keyed(b *book) int {
	s := memberSheet(b)
	identity := s.Schema.ByRole(evaluate.RoleIdentity)
	for row, m := range b.members {
		if p.quiet(m) && s.Prefill.Text(row, identity) != "" {
			return row
		}
	}
	return -1
}

// unknownOrg lets a base committee speak of an organization nobody listed.
func (p *planter) unknownOrg() error {
	for i := range p.books {
		b := &p.books[i]
		if b.kind() != excel.BaseBook || len(b.orgs) < 4 || p.spared(b.org) || p.spared(b.orgs[len(b.orgs)-1]) {
			continue
		}
		return p.editSheet(b, orgSheet(b), b.orgs, func(e *editor) {
			row := len(b.orgs) - 1
			code := e.sheet.Schema.ByRole(evaluate.RoleBranchCode)
			e.set(UnknownOrg, cellOf(e.sheet, code, row), e.w.layout.orgs[b.org].Code+".99")
			e.write(cellOf(e.sheet, e.sheet.Schema.ByRole(evaluate.RoleName), row), strangeBranch)
		})
	}
	return nil
}

// spared tells whether an organization plays in a scene.
func (p *planter) spared(org int) bool { return p.w.cast.spared[p.w.layout.orgs[org].Code] }

// commentMissing takes away the comment of the other place that a member
// active elsewhere needs.
func (p *planter) commentMissing() error {
	elsewhere := func(b *book) int {
		for row, m := range b.members {
			if p.w.people[m].status == "temporary_elsewhere" {
				return row
			}
		}
		return -1
	}
	at, ok := p.take(func(b *book) bool { return elsewhere(b) >= 0 })
	if !ok {
		return nil
	}
	return p.edit(&p.books[at], func(e *editor) {
		e.set(CommentMissing, e.cell("other_place_comment", elsewhere(&p.books[at])), nil)
	})
}
