package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// pasteAgain copies what stands in rows of the members' sheet to others.
func (e *editor) pasteAgain(from, to, n int) {
	for k := range n {
		for col := 2; col <= 30; col++ {
			src, dst := cellName(col, from+k), cellName(col, to+k)
			v, err := e.GetCellValue(sheetMembers, src)
			e.must(err)
			if v != "" {
				e.must(e.SetCellStr(sheetMembers, dst, v))
			}
		}
	}
}

// Rows pasted at one time are one problem with all their cells; rows that only
// happen to be there twice stay what they are.
func TestRowsPastedTwiceAreOneProblem(t *testing.T) {
	spec := readSpec(t)
	for name, c := range map[string]struct {
		edit func(e *editor)
		want string // code, cells, first place of the others
	}{
		"one row":        {func(e *editor) { e.pasteAgain(9, 14, 1) }, "X118 C14 C9"},
		"all rows":       {func(e *editor) { e.pasteAgain(9, 14, 5) }, "X118 C14:C18 C9"},
		"four, then one": {func(e *editor) { e.pasteAgain(9, 14, 4); e.pasteAgain(12, 18, 1) }, "X118 C14:C17 C9, X118 C18 C12"},
		"some have no number": {func(e *editor) {
			e.set("identity_number", 1, "")
			e.pasteAgain(9, 14, 3)
		}, "X118 C14 D15 C16 C9"},
		"one has nothing": {func(e *editor) {
			for _, fact := range []string{"identity_number", "card_number", "birth_date"} {
				e.set(fact, 1, "")
			}
			e.pasteAgain(9, 14, 3)
		}, "X118 C14 B15 C16 C9"},
		"none has anything": {func(e *editor) {
			for n := range 5 {
				for _, fact := range []string{"identity_number", "card_number", "birth_date"} {
					e.set(fact, n, "")
				}
			}
			e.pasteAgain(9, 14, 3)
		}, "X119 B14:B16 B9"},
		"two rows, here and there": {func(e *editor) { e.pasteAgain(9, 14, 1); e.pasteAgain(13, 15, 1) }, "X118 C14 C9, X118 C15 C13"},
	} {
		t.Run(name, func(t *testing.T) {
			_, ps := Read(filled(t, c.edit), spec)
			var got []string
			for _, p := range ps {
				if p.Severity == evaluate.Note {
					continue
				}
				cells := p.Cells
				if cells == nil {
					cells = []string{p.At.Cell}
				}
				told := string(p.Code) + " " + strings.Join(cells, " ")
				for _, r := range p.Related {
					told += " " + r.At.Cell
				}
				got = append(got, told)
			}
			if strings.Join(got, ", ") != c.want {
				explain(t, ps)
				t.Errorf("%q, want %q", got, c.want)
			}
			if said := find(t, ps, evaluate.Code(c.want[:4])).Message; strings.Contains(said, keyLabelNothing) != (name == "one has nothing") {
				t.Errorf("of what the rows have in common: %s", said)
			}
		})
	}
}

// A sheet copied whole is one problem, which names where the first one is.
func TestSheetCopiedWholeIsOneProblem(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		from, err := e.GetSheetIndex(sheetMembers)
		e.must(err)
		to, err := e.NewSheet(sheetMembers + " (2)")
		e.must(err)
		e.must(e.CopySheet(from, to))
	}), readSpec(t))
	n := 0
	for _, p := range ps {
		if p.Code == "X118" {
			n++
			if p.At.Sheet != sheetMembers+" (2)" || strings.Join(p.Cells, " ") != "C9:C13" || p.Related[0].At.Sheet != sheetMembers {
				t.Errorf("%+v", p)
			}
		}
	}
	if n != 1 {
		explain(t, ps)
		t.Errorf("%d problems", n)
	}
}

// Rows pasted twice of which a cell was changed since are told with that cell: the later row
// may be the right one.
func TestRowsPastedTwiceThatDiffer(t *testing.T) {
	for n, code := range map[int]string{1: "X118", 5: "X118"} {
		for _, changed := range []bool{false, true} {
			_, ps := Read(filled(t, func(e *editor) {
				e.pasteAgain(9, 14, n)
				if changed {
					e.set("score_1", 5, 1)
				}
			}), readSpec(t))
			p := find(t, ps, evaluate.Code(code))
			if told := strings.Contains(p.Message, "1 ô ghi khác dòng kia: ") && strings.HasPrefix(p.Hint, hintDiffering); told != changed {
				t.Errorf("%d rows, changed %v: %s (%s)", n, changed, p.Message, p.Hint)
			}
		}
	}
}

// Marks without width that a telephone leaves around a number are no part of it.
func TestUnseenMarksAroundANumber(t *testing.T) {
	whole, _ := Read(filled(t, nil), readSpec(t))
	in, ps := Read(filled(t, func(e *editor) {
		at := e.at(sheetMembers, "identity_number", 1)
		e.must(e.SetCellStr(sheetMembers, at, "\u202a"+e.text(sheetMembers, at)+"\u202c"))
	}), readSpec(t))
	if codesOf(ps) != "X165" || valuesOf(in) != valuesOf(whole) {
		t.Errorf("told %s", codesOf(ps))
	}
}
