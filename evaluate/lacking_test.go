package evaluate

import "testing"

// A decision that fails two checks is one decision; the line of a group is one for each of
// its subjects.
func TestLackingDecisionsAreCountedOnce(t *testing.T) {
	at := func(cell string) Origin { return Origin{File: "a.xlsx", Sheet: "Đảng viên", Cell: cell} }
	p := func(code Code, cell, subject string, cells ...string) Problem {
		return Problem{Code: code, At: at(cell), Subject: subject, Cells: cells}
	}
	for _, c := range []struct {
		name string
		ps   []Problem
		want int
	}{
		{"none", []Problem{p("E339", "B9", "x")}, 0},
		{"two checks", []Problem{p("E333", "B9", "x"), p("E334", "B9", "x")}, 1},
		{"told at another column", []Problem{p("E338", "D9", "x"), p("E334", "B9", "x")}, 1},
		{"two rows", []Problem{p("E334", "B9", "x"), p("E334", "B10", "y")}, 2},
		{"one problem of many rows, and another check of one", []Problem{p("E334", "B10", "y"), p("E333", "B9", "", "B9:B12", "B14")}, 5},
		{"the line of a group", []Problem{p("E334", "B9", "x"), p("E334", "B9", "y"), p("E333", "B9", "y")}, 2},
	} {
		if got := LackingDecisions(c.ps); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
