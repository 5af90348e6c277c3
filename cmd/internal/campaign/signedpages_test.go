//go:build libreoffice

package campaign

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// calledOnPaper begins the names of all subjects in these tests: no other word on
// paper does.
const calledOnPaper = "Quỳnh Mẫu"

// Nobody signs a page that says of nobody what is signed: printed by LibreOffice, the
// page of a data sheet with the signatures bears one of the subjects at least, however
// many there are.
func TestSignaturesStandUnderRowsInLibreOffice(t *testing.T) {
	specs := signedOffice(t)
	sizes := []int{1, 6, 11, 12, 23, 36, 39, 42, 51, 60}
	for _, spec := range specs {
		t.Run(spec.OrgName, func(t *testing.T) {
			for batch := range slices.Chunk(sizes, 5) {
				dir := t.TempDir()
				var paths []string
				for _, n := range batch {
					paths = append(paths, signedBook(t, dir, spec, n))
				}
				savedByLibreOffice(t, "pdf", dir, paths...)
				for i, n := range batch {
					checkSigned(t, spec, n, strings.TrimSuffix(paths[i], ".xlsx")+".pdf")
				}
			}
		})
	}
}

// checkSigned looks at the pages of a workbook with so many rows on each sheet.
func checkSigned(t *testing.T, spec excel.TemplateSpec, n int, pdf string) {
	t.Helper()
	signed := 0
	for i, page := range pagesOf(t, pdf) {
		if !strings.Contains(page, "NGƯỜI LẬP") {
			continue
		}
		signed++
		if !strings.Contains(page, calledOnPaper) {
			t.Errorf("%d rows: page %d bears the signatures and no row:\n%s", n, i+1, page)
		}
	}
	if signed != len(spec.Sheets) {
		t.Errorf("%d rows: %d pages are signed, of %d sheets", n, signed, len(spec.Sheets))
	}
}

// signedOffice are the templates of a branch, a base committee and the office, who
// report on units, collectives and leaders too.
func signedOffice(t *testing.T) []excel.TemplateSpec {
	t.Helper()
	orgs := []evaluate.Org{
		{Code: "DU", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel, Type: "commune"},
		{Code: "CS", Name: "Đảng bộ cơ sở Mẫu", Parent: "DU", Level: evaluate.BaseCommittee, Type: "commune"},
		{Code: "CB", Name: "Chi bộ Mẫu", Parent: "CS", Level: evaluate.Branch, Type: "commune"},
	}
	var bodies []evaluate.Body
	for _, o := range orgs {
		bodies = append(bodies, evaluate.Body{Kind: evaluate.Unit, Code: "DV" + o.Code, Name: "Phòng " + o.Code, Org: o.Code},
			evaluate.Body{Kind: evaluate.Collective, Code: "TT" + o.Code, Name: "Tập thể " + o.Code, Org: o.Code, Superior: "DV" + o.Code, Size: 3})
	}
	config := Config{Period: "2025", ReferenceDate: "2025-12-31", CommentFromMonths: "6",
		Office: excel.Office{Code: "DU", Name: "ĐẢNG ỦY XÃ MẪU", Superior: "ĐẢNG BỘ TỈNH MẪU", Place: "Mẫu"}}
	c := begun(t, config, orgs, bodies, time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC))
	specs, err := c.TemplateSpecs()
	if err != nil {
		t.Fatal(err)
	}
	asked := map[evaluate.Kind]bool{}
	for _, spec := range specs {
		for _, s := range spec.Sheets {
			asked[s.Schema.Kind] = true
		}
	}
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Collective, evaluate.Unit, evaluate.Organization} {
		if !asked[k] {
			t.Errorf("no workbook asks about %s", k)
		}
	}
	return specs
}

// signedBook writes a template with so many known subjects on every sheet.
func signedBook(t *testing.T, dir string, spec excel.TemplateSpec, n int) string {
	t.Helper()
	spec.Sheets = slices.Clone(spec.Sheets)
	for i := range spec.Sheets {
		s := &spec.Sheets[i]
		room := s.Rows - prefilledRows(s)
		if room > 0 && s.Schema.Kind != evaluate.Organization {
			room = spareRows
		}
		s.Prefill, s.Closed = calledAlike(s.Schema, n), nil
		s.Rows = n + room
	}
	path := filepath.Join(dir, fmt.Sprintf("%s-%02d.xlsx", spec.Stamp.Org, n))
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := excel.WriteTemplate(f, spec); err != nil {
		t.Fatal(err)
	}
	return path
}

func prefilledRows(s *excel.TemplateSheet) int {
	if s.Prefill == nil {
		return 0
	}
	return s.Prefill.Len()
}

// calledAlike is a frame of subjects whose names differ in length, which fill one line
// or several.
func calledAlike(schema *evaluate.Schema, n int) *evaluate.Frame {
	f := evaluate.NewFrame(schema)
	for i := range n {
		row := f.Append(evaluate.Place{Source: -1})
		for k := range schema.Facts {
			switch def := &schema.Facts[k]; {
			case def.Role == evaluate.RoleName:
				f.SetText(row, k, calledOnPaper+" "+strings.Repeat("Bình ", i%4+1)+string(rune('A'+i%26)))
			case def.Role == evaluate.RoleBranchCode:
				f.SetText(row, k, fmt.Sprintf("CB-%02d", i))
			case def.Identity && def.Type == evaluate.TextFact:
				f.SetText(row, k, fmt.Sprintf("0010600%05d", i))
			}
		}
	}
	return f
}
