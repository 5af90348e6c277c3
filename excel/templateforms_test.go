package excel

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Whose row takes a score sheet owes the lines of that sheet: the counter, the
// colours and the prompt follow what the row says of itself, never the loosest
// sheet.
func TestTemplateFollowsTheRowsOwnScoreSheet(t *testing.T) {
	spec := sampleTemplate(t)
	members := &spec.Sheets[0]
	category, _ := members.Schema.Index("category")
	first, _ := members.Schema.Index("score_1")
	months, _ := members.Schema.Index("sick_leave_months")
	retired := slices.IndexFunc(members.Schema.Facts[category].Choices, func(c evaluate.Choice) bool { return c.Label == "Hưu trí" })
	members.Forms = []RowForm{
		{Name: "Phụ lục 5", Fact: category, Choices: []int{retired}, Most: map[int]evaluate.Num{first: evaluate.Int(3), months: evaluate.Int(9)}, Wanted: []int{first, months}},
		{Name: "Phụ lục 4", Fact: -1, Most: map[int]evaluate.Num{first: evaluate.Int(7)}, Wanted: nil},
	}
	owe := 0
	for r := range members.Prefill.Len() {
		members.Prefill.Set(r, months, evaluate.Value{})
		members.Prefill.Set(r, category, evaluate.ChoiceValue((retired+r%2)%len(members.Schema.Facts[category].Choices)))
		if r%2 == 0 {
			owe++
			if members.Prefill.Value(r, first).IsBlank() {
				owe++
			}
		}
	}
	path, _ := written(t, "forms", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := " Còn " + itoa(owe) + " ô cần điền để xếp loại được."
	for _, at := range [][2]string{{"Đảng viên", "A5"}, {"Bìa", "C11"}} {
		formula, _ := f.GetCellFormula(at[0], at[1])
		if got := get(t, f, at[0], at[1]); owe == 0 || !strings.Contains(got, want) || strings.Contains(formula, "SUMPRODUCT(") != (at[0] != sheetCover) {
			t.Errorf("%s!%s stores %q, want %q; formula %s", at[0], at[1], got, want, formula)
		}
	}
	rules, _ := f.GetConditionalFormats("Đảng viên")
	said := ""
	for _, list := range rules {
		for _, r := range list {
			said += r.Criteria + "\n"
		}
	}
	for _, part := range []string{`>3,($F9<>"")*(($F9="Hưu trí"))>0)`, `="",`, `AND(H9<>"",($F9<>"")*(1-(($F9="Hưu trí")))>0)`} {
		if !strings.Contains(said, part) {
			t.Errorf("no colour tests %s among\n%s", part, said)
		}
	}
	checks, _ := f.GetDataValidations("Đảng viên")
	for cells, bound := range map[string]string{"I9": `IF($F9="",7,IF($F9="Hưu trí",3,7))`, "H9": `IF(OR($F9="",$F9="Hưu trí"),9,-1)`} {
		if !slices.ContainsFunc(checks, func(c *excelize.DataValidation) bool {
			return strings.HasPrefix(c.Sqref, cells+":") && c.Formula1 == "0" && c.Formula2 == bound && c.ErrorStyle != nil && *c.ErrorStyle == "warning"
		}) {
			t.Errorf("no check of %s up to %s", cells, bound)
		}
	}
	if !slices.ContainsFunc(checks, func(c *excelize.DataValidation) bool {
		return c.Prompt != nil && strings.Contains(*c.Prompt, "Phụ lục 4: không có tiêu chí này; Phụ lục 5: từ 0 đến 9")
	}) {
		t.Error("no prompt names the bounds of each sheet")
	}
}

// The most of a row is asked as the table of score sheets asks: a row that does not
// say yet may have what any sheet allows, and neighbours that allow the same are one
// question.
func TestRowMost(t *testing.T) {
	spec := sampleTemplate(t)
	s := &spec.Sheets[0]
	category, _ := s.Schema.Index("category")
	self, _ := s.Schema.Index("proposal_self")
	line, _ := s.Schema.Index("score_1")
	most := func(n int64) map[int]evaluate.Num { return map[int]evaluate.Num{line: evaluate.Int(n)} }
	_, facts := templateColumns(*s)
	c := &counting{sheet: s, facts: facts}
	f, p := relative(c.column(category)), relative(c.column(self))
	label := func(fact, i int) string { return quoteText(s.Schema.Facts[fact].Choices[i].Label) }
	for name, tc := range map[string]struct {
		forms []RowForm
		want  string
	}{
		"one bound":         {[]RowForm{{Fact: category, Choices: []int{0}, Most: most(7)}, {Fact: -1, Most: most(7)}}, ""},
		"a line of no form": {[]RowForm{{Fact: category, Choices: []int{0}}, {Fact: -1}}, ""},
		"two facts": {[]RowForm{{Fact: category, Choices: []int{0, 1}, Most: most(3)}, {Fact: self, Choices: []int{1}, Most: most(7)}, {Fact: -1, Most: most(5)}},
			"IF(" + f + `="",7,IF(OR(` + f + "=" + label(category, 0) + "," + f + "=" + label(category, 1) + "),3,IF(OR(" + p + `="",` + p + "=" + label(self, 1) + "),7,5)))"},
		"the rest allows the most": {[]RowForm{{Fact: category, Choices: []int{0}, Most: most(3)}, {Fact: self, Choices: []int{1}, Most: most(7)}, {Fact: -1, Most: most(7)}},
			"IF(" + f + `="",7,IF(` + f + "=" + label(category, 0) + ",3,7))"},
		"nobody else": {[]RowForm{{Fact: category, Choices: []int{0}, Most: most(3)}}, ""},
	} {
		s.Forms = tc.forms
		if got := c.rowMost(line); got != tc.want {
			t.Errorf("%s: %s, want %s", name, got, tc.want)
		}
	}
}

// The prompt of a line says what is scored there, by each form where they differ, and keeps
// the bounds whatever its names are.
func TestPromptsNameTheLine(t *testing.T) {
	spec := sampleTemplate(t)
	s := &spec.Sheets[0]
	line, _ := s.Schema.Index("score_1")
	prompt := func() string {
		cols, facts := templateColumns(*s)
		return cols[slices.Index(facts, line)].hint
	}
	s.Forms, s.Called = nil, map[int]string{line: "Phẩm chất"}
	if got := prompt(); !strings.Contains(got, "Phẩm chất; ") || !strings.Contains(got, "từ 0 đến") {
		t.Errorf("one sheet: %s", got)
	}
	most := map[int]evaluate.Num{line: evaluate.Int(7)}
	form := func(name, called string) RowForm {
		return RowForm{Name: name, Fact: -1, Most: most, Called: map[int]string{line: called}}
	}
	for _, c := range []struct {
		forms []RowForm
		want  []string
	}{
		{[]RowForm{form("Phụ lục 3", "Phẩm chất"), form("Phụ lục 5", "Phẩm chất")}, []string{"Phẩm chất (từ 0 đến 7)"}},
		{[]RowForm{form("Phụ lục 3", "Phẩm chất"), form("Phụ lục 5", "Kỷ luật")}, []string{"Phụ lục 3: Phẩm chất (từ 0 đến 7)", "Phụ lục 5: Kỷ luật (từ 0 đến 7)"}},
		{[]RowForm{form("Phụ lục 3", strings.Repeat("Phẩm chất ", 20)), form("Phụ lục 5", strings.Repeat("Kỷ luật ", 20))}, []string{"Phụ lục 3: Phẩm chất", "… (từ 0 đến 7)", "Phụ lục 5: Kỷ luật"}},
		{[]RowForm{form("Phụ lục 3", "Phẩm chất"), {Name: "Phụ lục 4", Fact: -1}}, []string{"Phụ lục 3: Phẩm chất (từ 0 đến 7)", "Phụ lục 4: " + labelNoSuchLine}},
	} {
		s.Forms = c.forms
		got := prompt()
		for _, part := range c.want {
			if !strings.Contains(got, part) || len([]rune(got)) > 255 {
				t.Errorf("%q lacks %q", got, part)
			}
		}
		if len(c.want) == 1 && strings.Contains(got, "Phụ lục") {
			t.Errorf("%q", got)
		}
	}
}
