package campaign

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A decision that lifts a ceiling has a cell where no organization is graded, too: in the
// workbook of whoever heads the list, on the rows in which it can lift one; what is written
// there comes back and lifts it, and organizations stay ungraded.
func TestDecisionsHaveACellWhereNoOrganizationIsGraded(t *testing.T) {
	lib := library(t)
	office, lone := manyBranches(2), manyBranches(2)[1:]
	lone[0].Parent = ""
	for _, c := range []struct {
		name  string
		orgs  []evaluate.Org
		kinds []evaluate.Kind
		fact  evaluate.FactID
		rows  []string // whose rows the sheet has; the decision stands in the last
		book  excel.BookKind
	}{
		{"members", office, []evaluate.Kind{evaluate.Member}, "cap_uplift_decision", []string{"DU"}, excel.OfficeBook},
		{"leaders", office, []evaluate.Kind{evaluate.Leader}, "cap_uplift_leaders_decision", []string{"XA"}, excel.OfficeBook},
		{"members and leaders", office, []evaluate.Kind{evaluate.Member, evaluate.Leader}, "cap_uplift_decision", []string{"XA", "DU"}, excel.OfficeBook},
		{"a base committee heads the list", lone, []evaluate.Kind{evaluate.Member}, "cap_uplift_decision", []string{"DU"}, excel.BaseBook},
	} {
		t.Run(c.name, func(t *testing.T) {
			camp := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, Config: Config{Period: "2025", Kinds: c.kinds, Office: excel.Office{Code: c.orgs[0].Code, Name: c.orgs[0].Name}},
				terms: terms{comment: evaluate.Int(6), period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}}
			camp.terms.reference = camp.terms.period.Last()
			var bodies []evaluate.Body
			if slices.Contains(c.kinds, evaluate.Leader) { // without something to lead nobody reports any
				bodies = []evaluate.Body{{Kind: evaluate.Collective, Code: "BTV", Name: "Ban Thường vụ Mẫu", Org: "XA", Size: 3}}
			}
			tree, _ := evaluate.NewTree(c.orgs, bodies...)
			sets, err := camp.sets(tree)
			if err != nil {
				t.Fatal(err)
			}
			a := newAssembly(camp, tree, sets, make([]byte, keySize))
			m, err := newTemplateMaker(a, named{})
			if err != nil {
				t.Fatal(err)
			}
			for i := range tree.Orgs {
				for _, s := range m.spec(i).Sheets {
					if i != tree.Root() && s.Schema.Kind == evaluate.Organization {
						t.Errorf("%s has a sheet of organizations", tree.Orgs[i].Code)
					}
				}
			}
			spec := m.spec(tree.Root())
			at := slices.IndexFunc(spec.Sheets, func(s excel.TemplateSheet) bool { return s.Schema.Kind == evaluate.Organization })
			if at < 0 || !m.fillsIn(tree.Root()) {
				t.Fatalf("no sheet of organizations")
			}
			s := &spec.Sheets[at]
			var rows []string
			for row := range s.Prefill.Len() {
				rows = append(rows, s.Prefill.Text(row, s.Schema.ByRole(evaluate.RoleBranchCode)))
			}
			fact, _ := s.Schema.Index(c.fact)
			if !slices.Equal(rows, c.rows) || !slices.Contains(s.Facts, fact) {
				t.Fatalf("rows %v, facts %v", rows, s.Facts)
			}
			s.Prefill.SetText(s.Prefill.Len()-1, fact, "12-QĐ/ĐU")
			a.books = []*kept{readBack(t, camp, tree, sets, spec)}
			in, ps, err := a.inputs()
			if err != nil {
				t.Fatal(err)
			}
			report, more := evaluate.Grade(in, sets)
			if pop, results := report.Of(evaluate.Organization); pop != nil || results != nil {
				t.Error("organizations are graded")
			}
			for _, p := range append(ps, more...) {
				if p.Code == "E349" || p.Code == "E368" {
					t.Errorf("%s %s", p.Code, p.Message)
				}
			}
			last := tree.Orgs[in.Lifting.Subjects[len(in.Lifting.Subjects)-1].Org].Code
			if in.Lifting.Frame.Text(in.Lifting.Frame.Len()-1, fact) != "12-QĐ/ĐU" || last != c.rows[len(c.rows)-1] || spec.Stamp.Kind != c.book {
				t.Errorf("the decision of %s is not taken over", last)
			}
		})
	}
}

// readBack writes a template and reads it as a report.
func readBack(t *testing.T, c *Campaign, tree *evaluate.Tree, sets map[evaluate.Kind]*evaluate.RuleSet, spec excel.TemplateSpec) *kept {
	t.Helper()
	var b bytes.Buffer
	if err := excel.WriteTemplate(&b, spec); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "mau.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	how := c.readSpec(path)
	how.Heads = func(org string) bool { return heads(tree, org) }
	how.Template = func(book excel.BookKind, org string, k evaluate.Kind) []int {
		return newReporting(tree, sets).template(book, org, k)
	}
	in, ps := excel.Read(path, how)
	for _, p := range ps {
		if p.Severity == evaluate.Error && strings.Contains(p.At.Sheet, sheetTitle(evaluate.Organization)) {
			t.Errorf("%s %s %s", p.Code, p.At, p.Message)
		}
	}
	return keptOf("nhan-ve/mau.xlsx", in, nil, time.Time{})
}

// A decision recorded on that sheet lifts the ceiling of members who are graded, and one
// on a row in which no ceiling counts is told.
func TestDecisionsLiftWhereNoOrganizationIsGraded(t *testing.T) {
	l := libraries{}
	for org, lifted := range map[string]bool{"DU": true, "C1": false} {
		r := (&coupling{period: "2025", kinds: []evaluate.Kind{evaluate.Member}, orgs: manyBranches(2),
			books: []sheet{{excel.BranchBook, "C1", evaluate.Member, crowd(1, "Đảng Viên", graded366("good").without("full_name", "identity_number"))},
				{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": org, "cap_uplift_decision": "12-QĐ"}}}}}).run(t, l)
		got := slices.ContainsFunc(r.report.Caps, func(f evaluate.CapFinding) bool { return f.Uplifted })
		told := slices.ContainsFunc(r.problems, func(p evaluate.Problem) bool { return p.Code == "E337" })
		if got != lifted || told == lifted {
			t.Errorf("%s: lifted %v, told %v", org, got, told)
		}
	}
}
