package excel

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// A person's own words are taken as people see them, whatever a program made of them, and
// never refuse a file; what is no prose is refused as before.
func TestProseTakesWhatStandsThere(t *testing.T) {
	for name, c := range map[string]struct {
		fact    string
		v       any
		format  int // number format, 0 for none
		formula string
		want    string // what is kept
		told    string // code and severity, "" for nothing but that a remark was written
	}{
		"a day":                    {"remark", 45872, 14, "", "03/08/2025", "X163 note"},
		"a day with its time":      {"remark", 45872.5, 22, "", "03/08/2025 12:00", "X163 note"},
		"a time of day":            {"remark", 0.3125, 20, "", "07:30", "X163 note"},
		"a day before 1900's end":  {"remark", 20, 14, "", "20", "X163 note"},
		"a share":                  {"remark", 0.5, 9, "", "50%", ""},
		"a number":                 {"remark", 12, 0, "", "12", ""},
		"a fraction":               {"remark", 12.5, 0, "", "12.5", ""},
		"a sum of tenths":          {"remark", 0.1 + 0.2, 0, "", "0.3", ""},
		"TRUE":                     {"remark", true, 0, "", "TRUE", ""},
		"a number as text":         {"remark", "012", 0, "", "012", ""},
		"not computed":             {"remark", nil, 0, "J9&\"x\"", "", "X115 warning"},
		"a failed formula":         {"remark", "#NAME?", 0, "", "", "X116 warning"},
		"a name that is a day":     {"full_name", 45872, 14, "", "", "X104 error"},
		"a number that is a day":   {"identity_number", 45872, 14, "", "", "X104 error"},
		"a name not computed":      {"full_name", nil, 0, "J9&\"x\"", "", "X115 error"},
		"a name of failed formula": {"full_name", "#N/A", 0, "", "", "X116 error"},
	} {
		t.Run(name, func(t *testing.T) {
			in, ps := Read(filled(t, func(e *editor) {
				e.set(c.fact, 1, c.v)
				cell := e.at(sheetMembers, c.fact, 1)
				if c.format > 0 {
					style, err := e.NewStyle(&excelize.Style{NumFmt: c.format})
					e.must(err)
					e.must(e.SetCellStyle(sheetMembers, cell, cell, style))
				}
				if c.formula != "" {
					e.must(e.SetCellFormula(sheetMembers, cell, c.formula))
				}
			}), readSpec(t))
			told := ""
			for _, p := range ps {
				if p.Code == "X104" || p.Code == "X115" || p.Code == "X116" || p.Code == "X163" {
					told += string(p.Code) + " " + strings.ToLower(p.Severity.String())
				}
			}
			if told != c.told {
				explain(t, ps)
				t.Errorf("told %q, want %q", told, c.told)
			}
			worst, _ := evaluate.Worst(ps)
			if refused := strings.HasSuffix(c.told, "error"); (worst == evaluate.Error) != refused {
				t.Errorf("refused: %v", !refused)
			}
			if c.fact != "remark" {
				return
			}
			f := in.Frames[evaluate.Member]
			if got := f.Text(1, f.Schema.ByRole(evaluate.RoleRemark)); got != c.want {
				t.Errorf("kept %q, want %q", got, c.want)
			}
		})
	}
}

// So are the reasons written on the page of reviews; a number of a decision that a program
// made a day of is asked about there as in the lists.
func TestProseOfTheReview(t *testing.T) {
	for role, want := range map[string]string{string(evaluate.RoleDecisionReason): "X163", string(evaluate.RoleDecisionNumber): "X104"} {
		in, ps := writtenReview(t, 40, func(set func(string, int, any), groups []int, f *excelize.File) {
			columns, _ := reviewLines(t, f)
			set(string(evaluate.RoleDecision), groups[0], "Hoàn thành nhiệm vụ")
			set(role, groups[0], 45872)
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			if err != nil {
				t.Fatal(err)
			}
			cell := cellName(columns[role]+1, groups[0])
			if err := f.SetCellStyle(sheetReview, cell, cell, style); err != nil {
				t.Fatal(err)
			}
		})
		p := find(t, ps, evaluate.Code(want))
		if refused := p.Severity == evaluate.Error; refused != (want == "X104") || p.At.Sheet != sheetReview {
			t.Errorf("%s: told %+v", role, p)
		}
		if want != "X163" {
			continue
		}
		kept := ""
		for _, r := range in.Reviews {
			if i := r.Frame.Schema.ByRole(evaluate.RoleDecisionReason); r.Frame.Len() > 0 && i >= 0 {
				kept += r.Frame.Text(0, i)
			}
		}
		if kept != "03/08/2025" {
			t.Errorf("kept %q", kept)
		}
	}
}
