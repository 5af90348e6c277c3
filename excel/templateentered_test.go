package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Rows that owe nothing but who they are are not called complete before anything was
// entered, neither by the counter nor by their colour.
func TestCounterOfWhatWasEntered(t *testing.T) {
	spec := sampleTemplate(t)
	spec.Sheets, spec.Stamp.Sheets = spec.Sheets[:1], []evaluate.Kind{evaluate.Member}
	spec.Stamp.Kind = BaseBook
	s := &spec.Sheets[0]
	remark, code := s.Schema.ByRole(evaluate.RoleRemark), s.Schema.ByRole(evaluate.RoleBranchCode)
	s.Facts = slices.DeleteFunc(slices.Clone(s.Facts), func(i int) bool { return !s.Schema.Facts[i].Identity && i != remark && i != code })
	for _, i := range []int{code, remark} {
		if !slices.Contains(s.Facts, i) {
			s.Facts = append(s.Facts, i)
		}
	}
	s.Wanted, s.Excused, s.Locked = nil, nil, nil
	for r := range s.Prefill.Len() {
		s.Prefill.SetText(r, s.Schema.ByRole(evaluate.RoleBranchCode), spec.Stamp.Org)
		s.Prefill.Set(r, remark, evaluate.Value{})
	}
	f := templateOf(t, spec)
	e := &editor{t, f}
	counted := func(want string) {
		t.Helper()
		if got, err := f.CalcCellValue(sheetCover, "C11"); err != nil || got != want {
			t.Errorf("the cover computes %q, want %q, %v", got, want, err)
		}
	}
	if got := get(t, f, sheetCover, "C11"); !strings.HasPrefix(got, "Đã nhập 0 ô số liệu ở ") {
		t.Errorf("stored %q", got)
	}
	counted(get(t, f, sheetCover, "C11"))
	e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, "remark", 1), "Mẫu"))
	counted(strings.Replace(get(t, f, sheetCover, "C11"), "nhập 0", "nhập 1", 1))
	rules, err := f.GetConditionalFormats(sheetMembers)
	e.must(err)
	for span := range rules {
		if strings.HasPrefix(span, "A9:") {
			t.Errorf("the numbers of rows are coloured: %s", span)
		}
	}
}

// A cell whose blank is declared to mean something is never said to be left blank by who
// does not know: what a blank is taken for is said instead.
func TestHintsOfDeclaredBlanks(t *testing.T) {
	none := evaluate.FactDef{ID: "d", Type: evaluate.ChoiceFact, Heading: "Kỷ luật", Blank: "none", Hint: "để trống nếu không bị kỷ luật",
		Choices: []evaluate.Choice{{Code: "none", Label: "Không bị kỷ luật"}, {Code: "warning", Label: "Cảnh cáo"}}}
	count := evaluate.FactDef{ID: "n", Type: evaluate.NumberFact, Heading: "Số", Blank: "0", Step: evaluate.Int(1)}
	open := evaluate.FactDef{ID: "o", Type: evaluate.NumberFact, Heading: "Số", Step: evaluate.Int(1)}
	for _, c := range []struct {
		def  *evaluate.FactDef
		want string
	}{{&none, "“Không bị kỷ luật”"}, {&count, "“0”"}, {&open, ""}} {
		for _, hint := range []string{templateHint(c.def, c.def.Hint, false, "", ""), problemNotNumber(evaluate.Origin{}, c.def, "x").Hint} {
			if unknown := strings.Contains(hint, "chưa biết thì để trống"); unknown != (c.want == "") || !strings.Contains(hint, c.want) {
				t.Errorf("%s: %s", c.def.Heading, hint)
			}
		}
	}
	if cover := strings.Join(coverSteps(&TemplateSpec{}), " "); !strings.Contains(cover, "ô trống được hiểu là") {
		t.Errorf("the cover says of unknown cells: %s", cover)
	}
}
