package excel

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

func writeSampleOrgs(t testing.TB, w io.Writer) error {
	tree := sampleTree(t)
	orgs := append([]evaluate.Org(nil), tree.Orgs...)
	orgs[3].Founded = evaluate.Date{Year: 2025, Month: 3, Day: 1}
	orgs[3].Predecessors = []string{"CB-98", "CB-99"}
	return WriteOrgList(w, sampleStamp(OrgListBook), sampleOffice(), orgs, nil, OrgTypes())
}

func TestWriteOrgList(t *testing.T) {
	path, _ := written(t, "orglist", func(w io.Writer) error { return writeSampleOrgs(t, w) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const sheet = "Danh sách tổ chức"
	for cell, want := range map[string]string{"B6": "#org.code", "C6": "#org.name", "D6": "#org.parent", "E6": "#org.level",
		"F6": "#org.type", "G6": "#org.founded", "H6": "#org.predecessors", "B12": "CB-03", "D12": "XA-MAU",
		"E12": "Chi bộ cơ sở", "F12": "Công ty cổ phần", "G12": "45717", "H12": "CB-98; CB-99"} {
		if got := get(t, f, sheet, cell); got != want {
			t.Errorf("%s holds %q, want %q", cell, got, want)
		}
	}
	for _, name := range []string{sheet, sheetUnitList, sheetCollectiveList} {
		if got := get(t, f, name, "A5"); !strings.HasPrefix(got, labelFoundedLegend) {
			t.Errorf("%s: the violet cells are not explained: %q", name, got)
		}
		checks, _ := f.GetDataValidations(name)
		if !slices.ContainsFunc(checks, func(c *excelize.DataValidation) bool {
			return c.Type == "date" && c.Prompt != nil && strings.Contains(*c.Prompt, "chưa xếp loại được")
		}) {
			t.Errorf("%s: the founding date does not say what a blank does", name)
		}
		for _, c := range checks {
			if c.Type == "date" && c.Formula2 != itoa(serial(evaluate.Date{Year: 2025, Month: 12, Day: 31})) {
				t.Errorf("%s: a founding date may be as late as %s", name, c.Formula2)
			}
		}
	}
	id, _ := f.GetCellStyle(sheet, "G9")
	if style, err := f.GetStyle(id); err != nil || len(style.Fill.Color) != 1 || strings.TrimPrefix(style.Fill.Color[0], "FF") != wantedFill {
		t.Errorf("the founding date is filled %+v, %v", style.Fill, err)
	}
	props, _ := f.GetCustomProps()
	for _, p := range props {
		if p.Name == "xeploai.kind" && p.Value != string(OrgListBook) {
			t.Errorf("stamped as %v", p.Value)
		}
	}
}
