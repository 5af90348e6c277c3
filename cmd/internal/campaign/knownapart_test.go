package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What a list knows of somebody and his row denies is told with both cells. Days of
// each other, or of most rows, hold these rows with one question; one day is read both
// ways; numbers are told and hold nobody.
func TestKnownApart(t *testing.T) {
	lib := library(t)
	report := func(rows ...row) *kept { return book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...) }
	var known []row
	for i := range 9 {
		known = append(known, row{"full_name": fmt.Sprintf("Người Mẫu %c", 'A'+i), "identity_number": fmt.Sprintf("99900000010%d", i), "card_number": fmt.Sprintf("00099900010%d", i),
			"birth_date": fmt.Sprintf("196%d-01-01", i), "branch_code": "A", "admitted_on": fmt.Sprintf("199%d-02-03", i)})
	}
	with := func(change func(rows []row)) []row {
		out := make([]row, len(known))
		for i := range known {
			out[i] = known[i].with()
		}
		change(out)
		return out
	}
	days := func(of func(i int) string, among ...int) []row {
		return with(func(rows []row) {
			for _, i := range among {
				rows[i]["admitted_on"] = of(i)
			}
		})
	}
	all := []int{0, 1, 2, 3, 4, 5, 6, 7, 8}
	another := func(i int) string { return fmt.Sprintf("198%d-02-03", i) }
	for _, c := range []struct {
		name    string
		rows    []row
		held    []int
		doubted []int
		want    string
		roster  string // where a roster tells otherwise
	}{
		{"all as known", known, nil, nil, "", ""},
		{"the days turned about", days(func(i int) string { return fmt.Sprintf("199%d-02-03", 8-i) }, all...), []int{0, 1, 2, 3, 5, 6, 7, 8}, nil, "E358", ""},
		{"a row off, the last new", days(func(i int) string { return fmt.Sprintf("%d-02-03", 1991+i) }, all...), all, nil, "E358", ""},
		{"every day moved by ten years", days(another, all...), all, nil, "E358", ""},
		{"two days in each other's place", days(func(i int) string { return fmt.Sprintf("199%d-02-03", 3-i) }, 1, 2), []int{1, 2}, nil, "E358", ""},
		{"four days of eight corrected", func() []row { r := days(another, 4, 5, 6, 7); delete(r[8], "admitted_on"); return r }(), nil, []int{4, 5, 6, 7}, "E363 E363 E363 E363", ""},
		{"five days of nine others", days(another, 4, 5, 6, 7, 8), []int{4, 5, 6, 7, 8}, nil, "E358", ""},
		{"the official days, a year later", days(func(i int) string { return fmt.Sprintf("199%d-02-03", i+1) }, 0, 2, 4, 6, 8), nil, []int{0, 2, 4, 6, 8}, "E363", ""},
		{"two days corrected", days(another, 4, 5), nil, []int{4, 5}, "E363 E363", ""},
		{"one day corrected", days(another, 4), nil, []int{4}, "E363", ""},
		{"a day that is blank", with(func(rows []row) { delete(rows[3], "admitted_on") }), nil, nil, "", ""},
		{"turned about, and one whom no list knows", append(days(func(i int) string { return fmt.Sprintf("199%d-02-03", 8-i) }, all...),
			row{"full_name": "Người Mẫu Mới", "identity_number": "999000000190", "branch_code": "A", "admitted_on": "2020-02-03"}), []int{0, 1, 2, 3, 5, 6, 7, 8, 9}, nil, "E358", "E347 E358"},
		{"a number off by a digit", with(func(rows []row) { rows[2]["identity_number"] = "999000000182" }), nil, nil, "E345", "E345"},
		{"a number off by a digit, no card", with(func(rows []row) { rows[2]["identity_number"] = "999000000182"; delete(rows[2], "card_number") }), nil, nil, "E345", "E345"},
		{"cards without their zeros", with(func(rows []row) {
			for i := range rows {
				rows[i]["card_number"] = strings.TrimLeft(rows[i]["card_number"], "0")
			}
		}), nil, nil, "X113", ""},
		{"another card", with(func(rows []row) { rows[2]["card_number"] = "000999000777" }), nil, nil, "E363", ""},
	} {
		for _, by := range []string{"roster", "template"} {
			t.Run(c.name+" by "+by, func(t *testing.T) {
				a, want := office(t, lib, report(c.rows...)), c.want
				if by == "template" {
					a.prefilled = []*kept{report(known...)}
				} else {
					a.books = append(a.books, book(t, lib, excel.RosterBook, "R", evaluate.Member, known...))
					if c.roster != "" {
						want = c.roster
					}
				}
				pop, err := a.members()
				if err != nil {
					t.Fatal(err)
				}
				var held, doubted []int
				for i, s := range pop.Subjects {
					if slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return h.Problem.Code == "E358" }) {
						held = append(held, i)
					}
					if len(s.Doubts) > 0 {
						doubted = append(doubted, i)
					}
				}
				var codes []string
				for _, p := range a.problems {
					codes = append(codes, string(p.Code))
					if p.Code != "E347" && (len(p.Related) == 0 || p.Related[0].At.Cell == "") {
						t.Errorf("%s names one file alone", p.Code)
					}
				}
				slices.Sort(codes)
				if got := strings.Join(codes, " "); got != want || !slices.Equal(held, c.held) || !slices.Equal(doubted, c.doubted) {
					t.Errorf("held %v, doubted %v, told %s; want %v, %v, %s", held, doubted, got, c.held, c.doubted, want)
				}
			})
		}
	}
}

// Whoever would be too new a member by one of two days waits between being graded and
// not; where both days lead to one grade nobody waits, and it is told.
func TestKnownDaysAreReadBothWays(t *testing.T) {
	l := libraries{}
	for _, c := range []struct{ reported, known, to string }{
		{"2000-01-01", "2000-01-01", "excellent"},
		{"2000-01-01", "1999-01-01", "excellent: E363"},
		{"2000-01-01", "2025-09-01", "undecided: excellent: E363"},
		{"2025-09-01", "2000-01-01", "undecided: excellent: E363"},
		{"2025-09-01", "", "not_rated"},
	} {
		books := member366()
		books[0].rows[0] = books[0].rows[0].with(row{"admitted_on": c.reported})
		listed := somebody("An", row{"branch_code": "A"})
		if c.known != "" {
			listed["admitted_on"] = c.known
		}
		books = append(books, sheet{excel.RosterBook, "R", evaluate.Member, []row{listed}})
		r := (&coupling{period: "2025", books: books}).run(t, l)
		row := r.find(evaluate.Member, "An")
		got := r.outcome(evaluate.Member, row)
		for _, p := range r.problems {
			if p.Code == "E363" {
				got += ": " + string(p.Code)
			}
		}
		if _, results := r.report.Of(evaluate.Member); got != c.to || strings.HasPrefix(c.to, "undecided") && !results[row].MayBeNone {
			t.Errorf("%s reported, %s known: %s, want %s", c.reported, c.known, got, c.to)
		}
	}
}
