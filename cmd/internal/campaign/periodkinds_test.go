package campaign

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// In a quarter nobody grades members or organizations: the summary writes no forms of
// zeros about them, and no chart.
func TestFormsOfKindsThatNobodyGradesAreNotWritten(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		sets []evaluate.Kind
		want int
	}{{[]evaluate.Kind{evaluate.Leader, evaluate.Staff}, 0}, {[]evaluate.Kind{evaluate.Member}, 1}, {[]evaluate.Kind{evaluate.Member, evaluate.Organization}, 2}} {
		sets := map[evaluate.Kind]*evaluate.RuleSet{}
		for _, k := range c.sets {
			sets[k] = &evaluate.RuleSet{}
		}
		if got := formsOf(lib.Forms, sets); len(got) != c.want {
			t.Errorf("%v: %d forms", c.sets, len(got))
		}
	}
}

// A month has sets of local offices alone: which kinds they grade, and that they must be
// named, is the way out.
func TestAPeriodOfLocalSetsAloneNamesThem(t *testing.T) {
	lib := library(t)
	month, _ := evaluate.ParsePeriod("2018-06")
	camp := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, Config: Config{Period: "2018-06"}, terms: terms{period: month, reference: month.Last()}}
	_, err := camp.sets(nil)
	p := ProblemOf(err)
	if p.Code != "C922" || !strings.Contains(p.Hint, "kinds: [") || !strings.Contains(p.Hint, "leader: ") || !strings.Contains(p.Hint, "leader]") && !strings.Contains(p.Hint, "leader,") {
		t.Errorf("%s %s\n%s", p.Code, p.Message, p.Hint)
	}
}

// Whom a set grades at no time is asked nothing about himself: in a month of meetings only
// branches are, the committee has the rows of its branches alone, and one that speaks for
// nobody else sends nothing. Who is graded goes on being asked.
func TestWhoIsNeverGradedIsNotAsked(t *testing.T) {
	orgs := append(manyBranches(2), evaluate.Org{Code: "BP", Name: "Đảng bộ bộ phận Mẫu", Parent: "DU", Level: evaluate.SectionLevel}, evaluate.Org{Code: "C3", Name: "Chi bộ Mẫu 3", Parent: "BP", Level: evaluate.Branch})
	for _, c := range []struct{ period, set, sends, committee, office string }{
		{"2025-11", "an-phu-sheet-b@2025-r1", "XA DU C1 C2 C3", "C1 C2 C3", "C1 C2 C3"},
		{"2025", "", "XA DU C1 C2 BP C3", "DU C1 C2 BP C3", "XA DU C1 C2 BP C3"},
	} {
		run := &coupling{period: c.period, kinds: []evaluate.Kind{evaluate.Organization}, orgs: orgs, chosen: map[evaluate.Kind]string{evaluate.Organization: c.set}}
		a := run.assembly(t, libraries{})
		m, err := newTemplateMaker(a, named{})
		if err != nil {
			t.Fatal(err)
		}
		var sends []string
		rows := map[string]string{}
		for i, o := range a.tree.Orgs {
			key, awaited := m.reports.of(i)
			if awaited != m.fillsIn(i) {
				t.Errorf("%s, %s: awaited %v, has a template %v", c.period, o.Code, awaited, m.fillsIn(i))
			}
			if !awaited {
				continue
			}
			sends = append(sends, o.Code)
			for _, s := range m.spec(i).Sheets {
				rows[o.Code] = strings.Join(rowsOf(s), " ")
				if asked := m.reports.template(key.Kind, o.Code, evaluate.Organization); !slices.Equal(asked, s.Facts) {
					t.Errorf("%s, %s: the reader expects %v, the template has %v", c.period, o.Code, asked, s.Facts)
				}
			}
		}
		if got := strings.Join(sends, " "); got != c.sends || rows["DU"] != c.committee || rows["XA"] != c.office || rows["C1"] != "C1" {
			t.Errorf("%s: %s send; rows %v", c.period, got, rows)
		}
	}
}

// rowsOf are the organizations that a sheet has rows for.
func rowsOf(s excel.TemplateSheet) (out []string) {
	for row := range s.Prefill.Len() {
		out = append(out, s.Prefill.Text(row, s.Schema.ByRole(evaluate.RoleBranchCode)))
	}
	return out
}

// A column headed by the number of a line alone is named in every prompt and message by
// what the line asks, and said once.
func TestNumbersOfLinesAreNamed(t *testing.T) {
	run := &coupling{period: "2025-11", kinds: []evaluate.Kind{evaluate.Organization}, orgs: manyBranches(1), chosen: map[evaluate.Kind]string{evaluate.Organization: "an-phu-sheet-b@2025-r1"}}
	a := run.assembly(t, libraries{})
	m, err := newTemplateMaker(a, named{})
	if err != nil {
		t.Fatal(err)
	}
	org, _ := a.tree.Index("C1")
	path := filepath.Join(t.TempDir(), "mau.xlsx")
	var b bytes.Buffer
	if err := excel.WriteTemplate(&b, m.spec(org)); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = x.Close() }()
	sheet := sheetTitle(evaluate.Organization)
	checks, err := x.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	prompts := map[string]string{}
	for _, c := range checks {
		first, _, _ := strings.Cut(c.Sqref, ":")
		prompts[first] = *c.Prompt
	}
	if got := prompts["E9"]; got != "Cần để xếp loại: Thời gian sinh hoạt; để trống thì chưa xếp loại được" {
		t.Error(got)
	}
	for cell, v := range map[string]any{"D9": "Có", "E9": "đủ", "AC9": 94.12345} {
		if err := x.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	_, ps := excel.Read(path, a.readSpec(path))
	var told []string
	for _, p := range ps {
		told = append(told, p.Message)
	}
	for _, want := range []string{"cột “1a. Thời gian sinh hoạt”", "cột “7a. Tỷ lệ chỉ tiêu đạt được”"} {
		if !strings.Contains(strings.Join(told, "\n"), want) {
			t.Errorf("nothing says %s: %q", want, told)
		}
	}
	schema := a.sets[evaluate.Organization].Schema()
	for _, id := range []struct{ fact, full string }{{"an_phu_3c", "3c. Họp chi ủy (hoặc bí thư, phó bí thư hội ý), có biên bản"}, {"score_c1", "I. Tiêu chí chung (tối đa 30 điểm): I.1"}} {
		if i, ok := schema.Index(evaluate.FactID(id.fact)); ok && schema.Facts[i].FullHeading() != id.full {
			t.Errorf("%s is %q", id.fact, schema.Facts[i].FullHeading())
		}
	}
}

// The sheets of districts have many columns that only some rows need: their workbooks can
// be written, and no line of the guide is a wall of headings.
func TestGuidesOfManyColumnsCanBeWritten(t *testing.T) {
	for _, c := range []struct {
		period, set string
		kind        evaluate.Kind
	}{{"2018", "my-duc-421-leader@2017-r4", evaluate.Leader}, {"2018-06", "my-duc-11hd-staff@2018-r3", evaluate.Staff}} {
		run := &coupling{period: c.period, kinds: []evaluate.Kind{c.kind}, orgs: manyBranches(1), chosen: map[evaluate.Kind]string{c.kind: c.set},
			bodies: []evaluate.Body{{Kind: evaluate.Unit, Code: "UB", Name: "Ủy ban Mẫu", Org: "C1"}}}
		a := run.assembly(t, libraries{})
		m, err := newTemplateMaker(a, named{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.tree.Orgs {
			spec := m.spec(i)
			for _, section := range spec.Guide {
				for _, line := range section.Lines {
					if n := len([]rune(line)); n > 600 {
						t.Errorf("%s, %s: %d letters: %s", c.set, a.tree.Orgs[i].Code, n, line)
					}
				}
			}
			if err := excel.WriteTemplate(&bytes.Buffer{}, spec); err != nil {
				t.Errorf("%s, %s: %v", c.set, a.tree.Orgs[i].Code, err)
			}
		}
	}
}
