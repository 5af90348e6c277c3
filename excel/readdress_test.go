package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// What was done to a returned workbook beside its values is told where it stands.
func TestDressOfReturnsIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(e *editor)
		code evaluate.Code
		at   string
		want evaluate.Severity
	}{
		"a sheet renamed":       {func(e *editor) { e.must(e.SetSheetName(sheetMembers, "Sheet1")) }, "X175", "Sheet1!", evaluate.Note},
		"the stamp row deleted": {func(e *editor) { e.must(e.RemoveRow(sheetMembers, stampRow)) }, "X157", sheetMembers + "!", evaluate.Note},
		"a person crossed out": {func(e *editor) {
			style, err := e.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			e.must(err)
			cell := e.at(sheetMembers, "full_name", 1)
			e.must(e.SetCellStyle(sheetMembers, cell, cell, style))
		}, "X173", sheetMembers + "!B10", evaluate.Warning},
		"a card stored as a number of eleven digits": {func(e *editor) { e.set("card_number", 1, 45000123456) }, "X113", sheetMembers + "!D10", evaluate.Warning},
		"a card stored as a number of nine digits":   {func(e *editor) { e.set("card_number", 1, 300001209) }, "X113", sheetMembers + "!D10", evaluate.Warning},
		"a card stored as a number of six digits":    {func(e *editor) { e.set("card_number", 1, 123456) }, "X113", sheetMembers + "!D10", evaluate.Warning},
		"a card that became a fraction":              {func(e *editor) { e.set("card_number", 1, 27.06642) }, "X113", sheetMembers + "!D10", evaluate.Warning},
		"numbers in each other's column": {func(e *editor) {
			for n := range 5 {
				e.set("birth_date", n, "05/09/1960")
				e.set("identity_number", n, "04500012345"+itoa(n))
				e.set("card_number", n, "00106000000"+itoa(n))
			}
		}, "X112", sheetMembers + "!C8", evaluate.Warning},
	} {
		t.Run(name, func(t *testing.T) {
			_, ps := Read(filled(t, c.edit), readSpec(t))
			if !slices.ContainsFunc(ps, func(p evaluate.Problem) bool {
				return p.Code == c.code && p.Severity == c.want && p.At.Sheet+"!"+p.At.Cell == c.at
			}) {
				explain(t, ps)
				t.Errorf("want %s at %s", c.code, c.at)
			}
		})
	}
}

// Numbers that agree with the birth beside them on one row only are no swap.
func TestSwappedNumbersNeedEveryRow(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		for n := range 5 {
			e.set("birth_date", n, "05/09/1960")
			e.set("identity_number", n, "04500012345"+itoa(n))
			e.set("card_number", n, "00106000000"+itoa(n))
		}
		e.set("identity_number", 2, "001060123456")
	}), readSpec(t))
	if got := codesOf(ps); strings.Contains(got, "X112") {
		t.Errorf("got %s", got)
	}
}

// A file of another period is refused for that alone: nobody is sent to mend
// cells of it.
func TestAnotherPeriodIsTheOnlyCause(t *testing.T) {
	spec := readSpec(t)
	spec.Period.Year = 2026
	_, ps := Read(filled(t, func(e *editor) { e.set("category", 1, nil) }), spec)
	if got := codesOf(ps); got != "X153" {
		t.Errorf("got %s", got)
	}
}

// A group's heading pasted without its merge still stands over its columns, and
// over no others.
func TestGroupsPastedWithoutMerges(t *testing.T) {
	ix := newHeadingIndex(&evaluate.Schema{Kind: evaluate.Member, Facts: []evaluate.FactDef{
		{ID: "name", Heading: "Họ và tên"},
		{ID: "a1", Group: "I. Nhóm A (tối đa 30)", Heading: "I.1"}, {ID: "a2", Group: "I. Nhóm A (tối đa 30)", Heading: "I.2"},
		{ID: "b1", Group: "I. Nhóm B", Heading: "I.1"}, {ID: "b2", Group: "I. Nhóm B", Heading: "I.2"},
	}})
	for name, c := range map[string]struct {
		upper, lower []string
		want         []int
	}{
		"over its columns":      {[]string{"", "I. Nhóm A (tối đa 30)", ""}, []string{"Họ và tên", "I.1", "I.2"}, []int{0, 1, 2}},
		"the other group":       {[]string{"", "I. Nhóm B", ""}, []string{"Họ và tên", "I.1", "I.2"}, []int{0, 3, 4}},
		"both":                  {[]string{"I. Nhóm A", "", "I. Nhóm B", ""}, []string{"I.1", "I.2", "I.1", "I.2"}, []int{1, 2, 3, 4}},
		"not past a stranger":   {[]string{"I. Nhóm A", "", ""}, []string{"I.1", "Họ và tên", "I.2"}, []int{1, 0, -1}},
		"nothing that is known": {[]string{"Bảng", ""}, []string{"I.1", "I.2"}, []int{-1, -1}},
	} {
		if got := ix.headings(rawRow{1, c.upper}, rawRow{2, c.lower}, nil); !slices.Equal(got.facts, c.want) {
			t.Errorf("%s: %v, want %v", name, got.facts, c.want)
		}
	}
}
