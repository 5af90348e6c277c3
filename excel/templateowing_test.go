package excel

import (
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// What may be said in several ways is one thing to do a row until one way is
// complete: the counter, the tint and the prompt say so, on the sheet and on the cover.
func TestTemplateCountsWhatMayBeSaidInSeveralWays(t *testing.T) {
	spec := sampleTemplate(t)
	members := &spec.Sheets[0]
	category, _ := members.Schema.Index("category")
	first, _ := members.Schema.Index("score_1")
	months, _ := members.Schema.Index("sick_leave_months")
	self, _ := members.Schema.Index("proposal_self")
	ways := [][]int{{first, months}, {self}}
	members.Wanted, members.Excused = nil, nil
	fill := func(r int, a, b, c bool) {
		for fact, is := range map[int]bool{first: a, months: b, self: c} {
			v := evaluate.Value{}
			if is && fact == self {
				v = evaluate.ChoiceValue(0)
			} else if is {
				v, _ = evaluate.NumberValue(evaluate.Int(1))
			}
			members.Prefill.Set(r, fact, v)
		}
	}
	said := [][3]bool{{true, true, false}, {false, false, true}, {true, false, false}, {false, true, false}, {}}
	for _, tc := range []struct {
		name  string
		forms []RowForm
		owes  func(r int) bool
	}{
		{"everybody", nil, func(int) bool { return true }},
		{"one form of two", []RowForm{{Name: "A", Fact: category, Choices: []int{0}}, {Name: "B", Fact: -1, Eithers: [][][]int{ways}}}, func(r int) bool { return r%2 == 1 }},
	} {
		members.Forms, members.Eithers = tc.forms, nil
		if tc.forms == nil {
			members.Eithers = [][][]int{ways}
		}
		open := 0
		for r := range members.Prefill.Len() {
			is := said[r%len(said)]
			fill(r, is[0], is[1], is[2])
			members.Prefill.Set(r, category, evaluate.ChoiceValue(r%2))
			if tc.owes(r) && !(is[0] && is[1]) && !is[2] {
				open++
			}
		}
		path, _ := written(t, "eithers", func(w io.Writer) error { return WriteTemplate(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := " Còn " + itoa(open) + " ô cần điền để xếp loại được."
		for _, at := range [][2]string{{"Đảng viên", "A5"}, {"Bìa", "C11"}} {
			got := get(t, f, at[0], at[1])
			formula, _ := f.GetCellFormula(at[0], at[1])
			if open == 0 || !strings.Contains(got, want) || (strings.Count(formula, "SUMPRODUCT(") == 1) != (at[0] != sheetCover) {
				t.Errorf("%s: %s!%s stores %q, want %q; formula %s", tc.name, at[0], at[1], got, want, formula)
			}
		}
		rules, _ := f.GetConditionalFormats("Đảng viên")
		tinted := ""
		for _, list := range rules {
			for _, r := range list {
				tinted += r.Criteria + "\n"
			}
		}
		if !strings.Contains(tinted, "*(1-(") {
			t.Errorf("%s: no tint until one way is complete among\n%s", tc.name, tinted)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if hint := eitherHint(members, months); !strings.Contains(hint, labelAnd) || !strings.Contains(hint, labelOr) || eitherHint(members, category) != "" {
			t.Errorf("%s: prompt %q", tc.name, hint)
		}
	}
}

// A line with a weight needs the rest where that is more than nothing, a mean as many
// numbers as its own count says, a line whose points are given unasked nothing there. White cells
// that some rows need are told of.
func TestTemplateCountsWhatLinesNeedOnSomeRows(t *testing.T) {
	spec := sampleTemplate(t)
	members := &spec.Sheets[0]
	at := func(id evaluate.FactID) int {
		i, ok := members.Schema.Index(id)
		if !ok {
			t.Fatal(id)
		}
		return i
	}
	weight, part, other, category := at("score_1"), at("score_2"), at("score_3"), at("category")
	members.Wanted, members.Excused, members.Perhaps = nil, nil, []int{at("sick_leave_months")}
	number := func(r, fact int, n int64) {
		v, _ := evaluate.NumberValue(evaluate.Int(n))
		members.Prefill.Set(r, fact, v)
	}
	for name, tc := range map[string]struct {
		need evaluate.LineNeed
		fill func(r int) (open int)
	}{
		"weight": {evaluate.LineNeed{Facts: []int{part, other}, Weight: weight, Count: -1, Full: -1}, func(r int) int {
			if r%3 > 0 {
				number(r, weight, int64(r%3-1)) // none, 0, 1
			}
			return map[bool]int{true: 2}[r%3 == 2]
		}},
		"count": {evaluate.LineNeed{Facts: []int{part, other}, Count: weight, Weight: -1, Full: -1}, func(r int) int {
			if r%3 > 0 {
				number(r, weight, int64(r%3))
				number(r, part, 1)
			}
			return map[bool]int{true: 1}[r%3 == 2]
		}},
		"full": {evaluate.LineNeed{Facts: []int{part}, Full: category, Codes: []int{0}, Count: -1, Weight: -1}, func(r int) int {
			members.Prefill.Set(r, category, evaluate.ChoiceValue(r%2))
			return r % 2
		}},
	} {
		members.Needs = []evaluate.LineNeed{tc.need}
		open := 0
		for r := range members.Prefill.Len() {
			for _, fact := range []int{weight, part, other} {
				members.Prefill.Set(r, fact, evaluate.Value{})
			}
			open += tc.fill(r)
		}
		f := templateOf(t, spec)
		want := " Còn " + itoa(open) + " ô cần điền để xếp loại được." + labelPerhaps
		got := get(t, f, "Đảng viên", "A5")
		if formula, _ := f.GetCellFormula("Đảng viên", "A5"); open == 0 || !strings.Contains(got, want) || strings.Count(formula, "SUMPRODUCT(") != 1 {
			t.Errorf("%s: stores %q, want %q; formula %s", name, got, want, formula)
		}
	}
}
