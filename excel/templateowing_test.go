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
