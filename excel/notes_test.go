package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Comments that a sender wrote on cells are told, those of a marked copy are not.
func TestCommentsOfTheSender(t *testing.T) {
	spec := readSpec(t)
	commented := filled(t, func(e *editor) {
		e.must(e.AddComment(sheetMembers, excelize.Comment{Cell: "B10", Author: "Mẫu", Text: "đã chuyển đi"}))
		e.must(e.AddComment(sheetMembers, excelize.Comment{Cell: "B12", Author: "Mẫu", Paragraph: []excelize.RichTextRun{{Text: "xem lại"}}}))
	})
	_, ps := Read(commented, spec)
	if p := find(t, ps, "X169"); p.Severity != evaluate.Warning || p.At.Sheet != sheetMembers || !slices.Equal(p.Cells, []string{"B10", "B12"}) || strings.Contains(p.Message, "chuyển") {
		t.Errorf("told as %+v", p)
	}
	_, ps = Read(filled(t, func(e *editor) {
		e.must(e.AddComment(sheetMembers, excelize.Comment{Cell: "B12", Author: "Mẫu", Text: "xem lại"}))
	}), spec)
	if p := find(t, ps, "X169"); p.Severity != evaluate.Note {
		t.Errorf("a comment about nobody's leaving is told as %+v", p)
	}
	faulty := filled(t, func(e *editor) { e.set("category", 1, "Sai") })
	_, ps = Read(faulty, spec)
	copied := marked(t, faulty, ps)
	_, again := Read(copied, spec)
	if codesOf(again) != codesOf(ps) {
		t.Errorf("the marked copy: %s, before %s", codesOf(again), codesOf(ps))
	}
	// a program that forgets the author
	for _, part := range parts(t, copied) {
		if strings.HasPrefix(part.name, "xl/comments") {
			_, again = Read(damaged(t, copied, part.name, func(s string) string { return strings.ReplaceAll(s, "<author>xeploai</author>", "<author></author>") }), spec)
		}
	}
	if codesOf(again) != codesOf(ps) {
		t.Errorf("without an author: %s, before %s", codesOf(again), codesOf(ps))
	}
}

// A remark in the first column above the headings is told like one in any other.
func TestRemarkAboveTheHeadings(t *testing.T) {
	spec := readSpec(t)
	for cell, edit := range map[string]func(e *editor){
		"A2": func(e *editor) { e.must(e.SetCellStr(sheetMembers, "A2", "đồng chí Mẫu 2 đã chuyển đi")) },
		"A5": func(e *editor) { e.must(e.SetCellStr(sheetMembers, "A5", "đã điền xong")) },
		"":   func(e *editor) {},
		"A1": func(e *editor) { // a row put in above everything
			e.must(e.InsertRows(sheetMembers, 1, 1))
			e.must(e.SetCellStr(sheetMembers, "A1", "gửi văn phòng"))
		},
	} {
		_, ps := Read(filled(t, edit), spec)
		at := ""
		for _, p := range ps {
			if p.Code == "X167" {
				at += p.At.Cell
			}
		}
		if at != cell {
			explain(t, ps)
			t.Errorf("told at %q, want %q", at, cell)
		}
	}
}
