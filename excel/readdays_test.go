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
// asked about: all it could read so are stored as days, all others are texts.
func TestDaysExchanged(t *testing.T) {
	spec := readSpec(t)
	stored := func(y, m, d int) any { return serial(evaluate.Date{Year: y, Month: m, Day: d}) }
	for _, c := range []struct {
		name  string
		days  []any
		asked int // cells
	}{
		{"typed day first on such a machine", []any{stored(1951, 5, 9), "21/09/1951", stored(1960, 12, 1), "30/04/1975"}, 2},
		{"the same month and day may be either", []any{stored(1951, 5, 9), "21/09/1951", stored(1960, 7, 7), "30/04/1975", stored(1960, 12, 1)}, 2},
		{"one text may be a slip", []any{stored(1951, 5, 9), "21/09/1951", stored(1960, 12, 1)}, 0},
		{"a stored day after the twelfth", []any{stored(1951, 5, 9), "21/09/1951", stored(1960, 12, 1), "30/04/1975", stored(1960, 12, 13)}, 0},
		{"a text up to the twelfth", []any{stored(1951, 5, 9), "21/09/1951", stored(1960, 12, 1), "30/04/1975", "01/02/1960"}, 0},
		{"all stored", []any{stored(1951, 5, 9), stored(1960, 12, 1), stored(1960, 12, 2)}, 0},
		{"all texts", []any{"21/09/1951", "30/04/1975", "29/04/1975"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, ps := Read(filled(t, func(e *editor) {
				for i, d := range c.days {
					e.set("birth_date", i, d)
				}
			}), spec)
			ps = slices.DeleteFunc(ps, func(p evaluate.Problem) bool { return p.Code != "X111" })
			asked := 0
			for _, p := range ps {
				asked += max(1, len(p.Cells))
				if !strings.Contains(p.Message, "2 ô có ngày sau 12") {
					t.Errorf("told as %s", p.Message)
				}
			}
			if asked != c.asked {
				t.Errorf("%d cells asked about, want %d: %v", asked, c.asked, ps)
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
