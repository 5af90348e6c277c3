package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Where one day of a column is one month first alone, the others that may be meant so
// are asked about; where none is, all are read day first.
func TestMonthFirst(t *testing.T) {
	spec := readSpec(t)
	days := func(written ...string) []evaluate.Problem {
		_, ps := Read(filled(t, func(e *editor) {
			for i, d := range written {
				e.set("birth_date", i, d)
			}
		}), spec)
		return slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Severity != evaluate.Error })
	}
	if ps := days("05/09/1951", "10/04/1951", "13/04/1951", "07/07/1951"); len(ps) > 0 {
		explain(t, ps)
		t.Error("day first is asked about")
	}
	ps := days("05/09/1951", "10/04/1951", "04/13/1951", "07/07/1951", "25/12/1951")
	if codesOf(ps) != "X111 X107" && codesOf(ps) != "X107 X111" {
		t.Fatalf("told %s", codesOf(ps))
	}
	if p := find(t, ps, "X111"); !slices.Equal(p.Cells, []string{"E9:E10"}) || !strings.Contains(p.Message, "2 ô") {
		t.Errorf("told as %+v", p)
	}
	// those month first are one problem, and no note says that those asked about were understood
	_, all := Read(filled(t, func(e *editor) {
		for i, d := range []string{"05/09/1951", "04/13/1951", "05/14/1951", "10/04/1951"} {
			e.set("birth_date", i, d)
		}
	}), spec)
	all = slices.DeleteFunc(all, func(p evaluate.Problem) bool { return !strings.Contains(p.Message, "Ngày sinh") })
	if codesOf(all) != "X111 X107" || !slices.Equal(find(t, all, "X107").Cells, []string{"E10:E11"}) {
		t.Errorf("told as %+v", all)
	}
}

// Days that only a program set to month first can have made of what was typed are
// asked about with the texts beside them: all it could read so are stored as days, all
// others are texts. A few may be chance.
func TestDaysExchanged(t *testing.T) {
	spec := readSpec(t)
	early := func(n int) (out []any) {
		for i := range n {
			out = append(out, serial(evaluate.Date{Year: 1951 + i, Month: 2 + i, Day: 1 + i}))
		}
		return out
	}
	late := func(n int) (out []any) {
		for i := range n {
			out = append(out, []string{"21/09/1951", "30/04/1975", "29/04/1975", "13/01/1960", "31/12/1961"}[i])
		}
		return out
	}
	for _, c := range []struct {
		name   string
		days   []any
		wanted evaluate.Severity // of what is told; Note for nothing
		cells  string
	}{
		{"typed day first on such a machine", append(early(5), late(5)...), evaluate.Error, "E9:E18"},
		{"a few of each", append(early(3), late(3)...), evaluate.Warning, "E9:E14"},
		{"the same month and day may be either", append(append(early(3), late(3)...), serial(evaluate.Date{Year: 1960, Month: 7, Day: 7})), evaluate.Warning, "E9:E14"},
		{"two may be chance", append(early(2), late(5)...), evaluate.Note, ""},
		{"two texts may be slips", append(early(5), late(2)...), evaluate.Note, ""},
		{"a stored day after the twelfth", append(append(early(5), late(5)...), serial(evaluate.Date{Year: 1960, Month: 12, Day: 13})), evaluate.Note, ""},
		{"a text up to the twelfth", append(append(early(5), late(5)...), "01/02/1960"), evaluate.Note, ""},
		{"all stored", early(5), evaluate.Note, ""},
		{"all texts", late(5), evaluate.Note, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := Read(edited(t, fillTemplate(t, BranchBook, 12), func(e *editor) {
				for i := range 12 {
					e.set("birth_date", i, "")
				}
				for i, d := range c.days {
					e.set("birth_date", i, d)
				}
			}), spec)
			told, cells := evaluate.Note, ""
			for _, p := range ps {
				if p.Code == "X111" {
					told, cells = p.Severity, strings.Join(p.Cells, " ")
				}
				if p.Code == "X163" && c.cells != "" && strings.Contains(p.Message, "Ngày sinh") {
					t.Errorf("the same cells are said to be understood: %+v", p)
				}
			}
			if told != c.wanted || cells != c.cells {
				t.Errorf("told %v of %q, want %v of %q", told, cells, c.wanted, c.cells)
			}
		})
	}
}

// One machine typed the whole sheet: where each column has too few days of either kind,
// those of all columns together tell it, unless one of them speaks against it.
func TestDaysExchangedThroughTheSheet(t *testing.T) {
	spec := readSpec(t)
	stored := func(year, month, day int) any { return serial(evaluate.Date{Year: year, Month: month, Day: day}) }
	for _, c := range []struct {
		name           string
		born, admitted []any
		want           string
	}{
		{"two and one of each", []any{stored(1951, 5, 9), "21/09/1960", "30/04/1961"}, []any{stored(1990, 3, 2), stored(1991, 9, 2), "19/05/1992"}, "E9:E11 H9:H11"},
		{"a stored day after the twelfth in the other column", []any{stored(1951, 5, 9), "21/09/1960", "30/04/1961"}, []any{stored(1990, 3, 2), stored(1991, 5, 19), "19/05/1992"}, ""},
		{"a text up to the twelfth in the other column", []any{stored(1951, 5, 9), "21/09/1960", "30/04/1961"}, []any{stored(1990, 3, 2), "02/09/1991", "19/05/1992"}, ""},
		{"too few through the sheet", []any{stored(1951, 5, 9), "21/09/1960"}, []any{stored(1990, 3, 2), "19/05/1992"}, ""},
		{"texts in one column, stored days in the other", []any{"21/09/1960", "30/04/1961", "13/01/1962"}, []any{stored(1990, 3, 2), stored(1991, 9, 2), stored(1992, 11, 7)}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := Read(edited(t, fillTemplate(t, BranchBook, 3), func(e *editor) {
				for i := range 3 {
					e.set("birth_date", i, "")
					e.set("admitted_on", i, stored(1990, 2, 2))
				}
				for i, d := range c.born {
					e.set("birth_date", i, d)
				}
				for i, d := range c.admitted {
					e.set("admitted_on", i, d)
				}
			}), spec)
			var cells []string
			for _, p := range ps {
				if p.Code == "X111" {
					cells = append(cells, p.Cells...)
					if p.Severity != evaluate.Warning {
						t.Errorf("told as %v", p.Severity)
					}
				}
			}
			if got := strings.Join(cells, " "); got != c.want {
				explain(t, ps)
				t.Errorf("asked about %q, want %q", got, c.want)
			}
		})
	}
}

// Digits without separators are no count of days.
func TestDaysWithoutSeparators(t *testing.T) {
	spec := readSpec(t)
	for text, want := range map[string]evaluate.Code{"021060": "X108", "01022010": "X108", "010285": "X108", "31985": ""} {
		_, ps := Read(filled(t, func(e *editor) { e.set("birth_date", 0, text) }), spec)
		ps = slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Severity != evaluate.Error })
		if want == "" && len(ps) > 0 || want != "" && codesOf(ps) != string(want) {
			t.Errorf("%s: told %v, want %s", text, ps, want)
		}
	}
}
