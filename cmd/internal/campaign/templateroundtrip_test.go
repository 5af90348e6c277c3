package campaign

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A template sent back untouched is never refused for its form: only rows that
// are missing, or cells that must be filled in, may be asked for.
func TestOwnTemplatesAreReadUntouched(t *testing.T) {
	lib := library(t)
	branchBodies := []evaluate.Body{
		{Kind: evaluate.Unit, Code: "P1", Name: "Phòng Mẫu 1", Org: "A"},
		{Kind: evaluate.Collective, Code: "CU", Name: "Chi ủy Mẫu", Org: "A", Size: 3},
	}
	for name, bodies := range map[string][]evaluate.Body{"bodies of a branch alone": branchBodies, "bodies of the office too": communeBodies()} {
		t.Run(name, func(t *testing.T) {
			a := officeOf(t, lib, bodies)
			a.Campaign.Config.Office = excel.Office{Code: "XA", Name: "ĐẢNG ỦY XÃ MẪU"}
			m, err := newTemplateMaker(a, named{})
			if err != nil {
				t.Fatal(err)
			}
			targets, err := m.targets(nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, org := range targets {
				spec := m.spec(org)
				if spec.Stamp.Kind == excel.OfficeBook && !slices.ContainsFunc(spec.Sheets, func(s excel.TemplateSheet) bool { return s.Schema.Kind == evaluate.Leader }) {
					t.Error("the office has no sheet of leaders from the first")
				}
				var b bytes.Buffer
				for _, section := range spec.Guide {
					for _, line := range section.Lines {
						if strings.HasPrefix(line, "Văn phòng quyết định") && spec.Stamp.Kind != excel.OfficeBook {
							t.Errorf("%s is told what he is not asked: %s", spec.OrgName, line)
						}
					}
				}
				if err := excel.WriteTemplate(&b, spec); err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(t.TempDir(), "mau.xlsx")
				if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
				_, ps := excel.Read(path, a.Campaign.readSpec(path))
				for _, p := range ps {
					if p.Severity == evaluate.Error && p.Code != "X110" && p.Code != "X160" || p.Severity == evaluate.Warning && p.Code == "X167" {
						t.Errorf("%s: %s %s %s", spec.OrgName, p.Code, p.At, p.Message)
					}
				}
			}
		})
	}
}
