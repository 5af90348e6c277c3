package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A district under a province stands above base organizations and below the office.
func districtTree() ([]evaluate.Org, []evaluate.Body) {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	return []evaluate.Org{{Code: "XA", Name: "Đảng bộ tỉnh Mẫu", Level: evaluate.CommitteeLevel, Type: "commune", Founded: founded},
			{Code: "H", Name: "Đảng bộ huyện Mẫu", Parent: "XA", Level: evaluate.CommitteeLevel, Type: "commune", Founded: founded},
			{Code: "DB", Name: "Đảng bộ xã Mẫu", Parent: "H", Level: evaluate.BaseCommittee, Type: "commune", Founded: founded},
			{Code: "A", Name: "Chi bộ Mẫu", Parent: "DB", Level: evaluate.Branch, Type: "commune", Founded: founded}},
		[]evaluate.Body{{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ huyện Mẫu", Org: "H", Size: 5, Founded: founded}}
}

// It has a workbook of its own, which asks of it, of its committee and of who leads
// there what a base committee's asks, and names nobody below it: they have theirs.
func TestCommitteeBetweenHasItsWorkbook(t *testing.T) {
	orgs, bodies := districtTree()
	config := Config{Period: "2025", ReferenceDate: "2025-12-31", CommentFromMonths: "6",
		Office: excel.Office{Code: "XA", Name: "TỈNH ỦY MẪU", Superior: "TRUNG ƯƠNG MẪU", Place: "Mẫu"}}
	c := begun(t, config, orgs, bodies, time.Date(2025, 12, 31, 8, 0, 0, 0, time.UTC))
	specs, err := c.TemplateSpecs()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(specs, func(s excel.TemplateSpec) bool { return s.Stamp.Org == "H" })
	if at < 0 || specs[at].Stamp.Kind != excel.BaseBook {
		t.Fatalf("no workbook: %d", at)
	}
	asked := map[evaluate.Kind][]string{}
	for _, s := range specs[at].Sheets {
		k := s.Schema.Kind
		asked[k] = []string{}
		for row := 0; s.Prefill != nil && row < s.Prefill.Len(); row++ {
			asked[k] = append(asked[k], s.Prefill.Text(row, s.Schema.ByRole(evaluate.RoleBranchCode)))
		}
		for _, id := range []evaluate.FactID{"reviewed", "tasks_done"} {
			if i, ok := s.Schema.Index(id); ok && k != evaluate.Leader && !slices.Contains(s.Facts, i) {
				t.Errorf("%s: %s is not asked for", k, id)
			}
		}
	}
	// No base committee stands above anybody in it, so none proposes; in the workbook of
	// one it does, for those below itself.
	for org, want := range map[string]map[evaluate.Kind]bool{"H": {evaluate.Organization: false, evaluate.Collective: false, evaluate.Leader: false},
		"DB": {evaluate.Organization: true, evaluate.Member: true}, "XA": {evaluate.Organization: true, evaluate.Collective: false, evaluate.Leader: true}} {
		i := slices.IndexFunc(specs, func(s excel.TemplateSpec) bool { return s.Stamp.Org == org })
		for _, s := range specs[i].Sheets {
			has := slices.ContainsFunc(s.Facts, func(f int) bool { return s.Schema.Facts[f].ID == "proposal_base" })
			if expected, told := want[s.Schema.Kind]; told && has != expected {
				t.Errorf("%s, %s: the base committee proposes: %v", org, s.Schema.Kind, has)
			}
		}
	}
	if !slices.Equal(asked[evaluate.Organization], []string{"H"}) || !slices.Equal(asked[evaluate.Collective], []string{"TV"}) || asked[evaluate.Leader] == nil || asked[evaluate.Member] != nil {
		t.Errorf("asks about %v", asked)
	}
}

// A remark below no heading refuses none of its sheets: the column in which a base
// committee proposes was never there.
func TestCommitteeBetweenLacksNoColumn(t *testing.T) {
	orgs, bodies := districtTree()
	config := Config{Period: "2025", ReferenceDate: "2025-12-31", CommentFromMonths: "6", Office: excel.Office{Code: "XA", Name: "TỈNH ỦY MẪU", Place: "Mẫu"}}
	c := begun(t, config, orgs, bodies, time.Date(2025, 12, 31, 8, 0, 0, 0, time.UTC))
	specs, err := c.TemplateSpecs()
	if err != nil {
		t.Fatal(err)
	}
	for org, want := range map[string]evaluate.Severity{"H": evaluate.Warning, "DB": evaluate.Warning} {
		spec := specs[slices.IndexFunc(specs, func(s excel.TemplateSpec) bool { return s.Stamp.Org == org })]
		path := filepath.Join(c.Folder.Inbox(), org+".xlsx")
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(excel.WriteTemplate(out, spec), out.Close()); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(f.SetCellStr("Tổ chức", "CA9", "ghi chú riêng"), f.Save(), f.Close()); err != nil {
			t.Fatal(err)
		}
		report, err := c.Import(ImportOptions{Paths: []string{path}, DryRun: true})
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for _, p := range report.Files[0].Problems {
			if p.Code == "X143" {
				if told = true; p.Severity != want {
					t.Errorf("%s: told as %v: %s", org, p.Severity, p.Message)
				}
			}
		}
		if !told {
			t.Errorf("%s: not told: %v", org, report.Files[0].Problems)
		}
	}
}

// What its workbook says is enough to grade it, its committee and its secretary, and
// nothing waits before it came but for that workbook.
func TestCommitteeBetweenIsGraded(t *testing.T) {
	orgs, bodies := districtTree()
	own := func(k evaluate.Kind, r row) sheet { return sheet{excel.BaseBook, "H", k, []row{r}} }
	books := []sheet{
		own(evaluate.Organization, body366("44", row{"org_code": "H"})),
		own(evaluate.Collective, collective366("TV", "committee", "44")),
		own(evaluate.Leader, somebody("Bí Thư", leader366("head", "Bí thư", "TV", "không", "không", "25", row{"party_post": "secretary", "units_in_charge": "0", "units_failed": "0"})))}
	l := libraries{}
	r := (&coupling{period: "2025", orgs: orgs, bodies: bodies, books: books}).run(t, l)
	for k, who := range map[evaluate.Kind]string{evaluate.Organization: "H", evaluate.Collective: "TV", evaluate.Leader: "Bí Thư"} {
		row := r.find(k, who)
		if row < 0 {
			t.Fatalf("%s is not there", who)
		}
		if res := &r.report.Results[k][row]; res.Outcome != evaluate.Graded {
			t.Errorf("%s: %s, waits for %v", who, r.outcome(k, row), r.report.Missing(k, row))
		}
	}
	r = (&coupling{period: "2025", orgs: orgs, bodies: bodies, books: nil}).run(t, l)
	if row := r.find(evaluate.Organization, "H"); row < 0 || r.report.Results[evaluate.Organization][row].Outcome != evaluate.Undecided {
		t.Error("it is not waited for before it reported")
	}
}
