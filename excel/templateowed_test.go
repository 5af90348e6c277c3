package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// ownRowsTemplate is a base committee's workbook of units, the second of which
// another report speaks for, and of officials, the first of whom is another's.
func ownRowsTemplate(t *testing.T) TemplateSpec {
	t.Helper()
	all := allKindsVocabulary(t)
	var facts []evaluate.FactDef
	for _, k := range evaluate.Kinds() {
		facts = append(facts, all.Schema(k).Facts...)
	}
	for i := range facts {
		if facts[i].ID == "tasks_assigned" {
			facts[i].Required = facts[i].Kind == evaluate.Unit || facts[i].Kind == evaluate.Staff
		}
	}
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	spec := sampleTemplate(t)
	spec.Stamp.Kind, spec.Stamp.Org, spec.Sheets = BaseBook, "XA-MAU", nil
	sheet := func(k evaluate.Kind, title string, other, spare int, wanted string, columns ...string) {
		s := v.Schema(k)
		out := TemplateSheet{Title: title, Heading: title, Schema: s, Prefill: evaluate.NewFrame(s)}
		for _, id := range append(columns, "tasks_assigned", wanted) {
			i, ok := s.Index(evaluate.FactID(id))
			if !ok {
				t.Fatalf("no fact %s of %s", id, k)
			}
			out.Facts = append(out.Facts, i)
		}
		out.Wanted = out.Facts[len(out.Facts)-1:]
		for r := range 3 {
			out.Prefill.Append(evaluate.Place{Source: -1})
			for _, id := range columns {
				setText(out.Prefill, r, id, "M"+itoa(r))
			}
		}
		out.Closed = func(row, fact int) bool {
			return row == other && !s.Facts[fact].Identity && s.Facts[fact].Supplier == evaluate.SupplyBranch
		}
		out.Rows = out.Prefill.Len() + spare
		spec.Sheets = append(spec.Sheets, out)
	}
	sheet(evaluate.Unit, "Đơn vị", 1, 0, "score_1", "unit_code", "unit_name")
	sheet(evaluate.Staff, "Cán bộ công chức", 0, 5, "score_1", "full_name", "own_unit")
	return spec
}

// A base committee's workbook counts what it must fill in itself: the units and
// people that nobody else reports, whatever their codes, and no closed rows.
func TestTemplateCountsItsOwnRows(t *testing.T) {
	f := templateOf(t, ownRowsTemplate(t))
	said := func(cell, want string) {
		t.Helper()
		computed, err := f.CalcCellValue(sheetCover, cell)
		if err != nil || computed != want {
			t.Errorf("%s computes %q, want %q, %v", cell, computed, want, err)
		}
	}
	stored := func(cell, want string) {
		t.Helper()
		if got := get(t, f, sheetCover, cell); got != want {
			t.Errorf("%s stores %q, want %q", cell, got, want)
		}
		said(cell, want)
	}
	stored("C11", "Đã điền 0/2 ô bắt buộc, còn 2 ô. Còn 2 ô cần điền để xếp loại được.")
	stored("C12", "Đã điền 0/2 ô bắt buộc, còn 2 ô. Còn 2 ô cần điền để xếp loại được.")
	e := &editor{t, f}
	units, staff := columnOf(t, f, "Đơn vị", "tasks_assigned"), columnOf(t, f, "Cán bộ công chức", "tasks_assigned")
	e.must(f.SetCellInt("Đơn vị", units+"10", 5)) // another's
	said("C11", "Đã điền 0/2 ô bắt buộc, còn 2 ô. Còn 2 ô cần điền để xếp loại được.")
	e.must(f.SetCellInt("Đơn vị", units+"11", 5))
	said("C11", "Đã điền 1/2 ô bắt buộc, còn 1 ô. Còn 2 ô cần điền để xếp loại được.")
	e.must(f.SetCellInt("Cán bộ công chức", staff+"10", 5))
	e.must(f.SetCellStr("Cán bộ công chức", "B12", "Người Mẫu Mới"))
	said("C12", "Đã điền 1/3 ô bắt buộc, còn 2 ô. Còn 3 ô cần điền để xếp loại được.")
	rules, err := f.GetConditionalFormats("Đơn vị")
	e.must(err)
	for _, want := range []string{units + "9:" + units + "9", units + "11:" + units + "11"} {
		if _, ok := rules[want]; !ok {
			t.Errorf("no colour of missing cells over %s among %v", want, rules)
		}
	}
}

// Rows of others between all the own ones would make a formula that Excel cannot
// read: then the rows alone are counted, and nothing is called complete.
func TestTemplateCounterStaysReadable(t *testing.T) {
	spec := ownRowsTemplate(t)
	units := &spec.Sheets[0]
	for r := 3; r < 400; r++ {
		units.Prefill.Append(evaluate.Place{Source: -1})
		setText(units.Prefill, r, "unit_code", "M"+itoa(r))
		setText(units.Prefill, r, "unit_name", "Đơn vị Mẫu "+itoa(r))
	}
	closed := units.Closed
	units.Closed = func(row, fact int) bool { return row%2 == 1 && closed(1, fact) }
	units.Rows = units.Prefill.Len()
	f := templateOf(t, spec)
	formula, err := f.GetCellFormula(units.Title, cellName(1, noteRow))
	if err != nil || len(formula) > 8192 || len(formula) == 0 {
		t.Fatalf("a counter of %d letters, %v", len(formula), err)
	}
	computed, err := f.CalcCellValue(sheetCover, "C11")
	if want := "Đã ghi 400 dòng."; err != nil || computed != want || get(t, f, sheetCover, "C11") != want {
		t.Errorf("the cover computes %q and stores %q, want %q, %v", computed, get(t, f, sheetCover, "C11"), want, err)
	}
}

// columnOf is the column of a data sheet that the stamp row gives to a fact.
func columnOf(t *testing.T, f *excelize.File, sheet, fact string) string {
	t.Helper()
	for col := 1; col < 60; col++ {
		if name := evaluate.ColumnName(col); get(t, f, sheet, name+"6") == "#"+fact {
			return name
		}
	}
	t.Fatalf("no column of %s", fact)
	return ""
}

// The office's rows of members must say whose they are: the heading is marked as the
// reader demands, and the cover counts.
func TestOfficeMarksTheBranchCode(t *testing.T) {
	spec := wideTemplate(t, 3, 6)
	spec.Stamp.Kind = OfficeBook
	s := &spec.Sheets[0]
	code := s.Schema.ByRole(evaluate.RoleBranchCode)
	s.Locked = nil
	if !slices.Contains(s.Facts, code) {
		s.Facts = append(s.Facts, code)
	}
	s.Prefill.Set(1, code, evaluate.Value{})
	f := templateOf(t, spec)
	col := columnOf(t, f, s.Title, string(s.Schema.Facts[code].ID))
	if got := get(t, f, s.Title, col+"8"); got != s.Schema.Facts[code].Heading+requiredMark {
		t.Errorf("the heading is %q", got)
	}
	if got := get(t, f, sheetCover, "C11"); !strings.Contains(got, "còn 1 ô") {
		t.Errorf("the cover says %q", got)
	}
}

// The office's own row has cells that are not used there: they are grey, and neither the
// counter nor a colour asks for them.
func TestTemplateAsksNothingOfTheOfficeItself(t *testing.T) {
	facts := slices.Clone(allKindsVocabulary(t).Schema(evaluate.Organization).Facts)
	facts[slices.IndexFunc(facts, func(f evaluate.FactDef) bool { return f.ID == "score_1" })].Supplier = evaluate.SupplyOffice
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	all := v.Schema(evaluate.Organization)
	spec := sampleTemplate(t)
	spec.Stamp.Kind, spec.Stamp.Org = OfficeBook, "M0"
	at := func(id string) int {
		i, ok := all.Index(evaluate.FactID(id))
		if !ok {
			t.Fatalf("no fact %s", id)
		}
		return i
	}
	code, name, wanted := all.ByRole(evaluate.RoleBranchCode), all.ByRole(evaluate.RoleName), at("score_1")
	s := TemplateSheet{Title: "Tổ chức", Heading: "TỔ CHỨC", Schema: all, Prefill: evaluate.NewFrame(all), Facts: []int{code, name, wanted}, Locked: []int{code, name}, Wanted: []int{wanted}, Rows: 3}
	for r := range 3 {
		s.Prefill.Append(evaluate.Place{Source: -1})
		setText(s.Prefill, r, string(all.Facts[code].ID), "M"+itoa(r))
		setText(s.Prefill, r, string(all.Facts[name].ID), "Tổ chức Mẫu "+itoa(r))
	}
	s.Closed = func(row, fact int) bool { return row == 0 && fact == wanted }
	spec.Sheets = []TemplateSheet{s}
	f := templateOf(t, spec)
	col := columnOf(t, f, s.Title, "score_1")
	counted := func(want string) {
		t.Helper()
		if computed, err := f.CalcCellValue(sheetCover, "C11"); err != nil || computed != want {
			t.Errorf("the cover computes %q, want %q, %v", computed, want, err)
		}
	}
	if got, want := get(t, f, sheetCover, "C11"), "Đã ghi 3 dòng. Còn 2 ô cần điền để xếp loại được."; got != want {
		t.Errorf("the cover stores %q, want %q", got, want)
	}
	counted("Đã ghi 3 dòng. Còn 2 ô cần điền để xếp loại được.")
	e := &editor{t, f}
	for _, row := range []string{"10", "11"} {
		e.must(f.SetCellInt(s.Title, col+row, 5))
	}
	counted("Đã ghi 3 dòng. Còn 0 ô cần điền để xếp loại được.")
	formats, err := f.GetConditionalFormats(s.Title)
	e.must(err)
	for _, c := range formats[col+"9:"+col+"11"] {
		if c.Format != nil && strings.Contains(c.Criteria, `=""`) && !strings.Contains(c.Criteria, `<>"M0"`) {
			t.Errorf("the office's own row is coloured by %s", c.Criteria)
		}
	}
}
