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
		if got := get(t, f, at[0], at[1]); owe == 0 || !strings.Contains(got, want) || !strings.Contains(formula, "SUMPRODUCT(") {
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
	if !slices.ContainsFunc(checks, func(c *excelize.DataValidation) bool {
		return c.Prompt != nil && strings.Contains(*c.Prompt, "Phụ lục 4: không có tiêu chí này; Phụ lục 5: từ 0 đến 9")
	}) {
		t.Error("no prompt names the bounds of each sheet")
	}
}
