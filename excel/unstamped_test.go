package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A report that lost its stamps is that of the organization which its titles name with its
// code, or its rows by code or name; where the two differ that is asked, and one with rows of
// several branches is refused.
func TestWhoseReportWithoutStamps(t *testing.T) {
	spec := readSpec(t)
	spec.OrgName = func(code string) string {
		return map[string]string{"CB-01": "Chi bộ Mẫu 1", "CB-02": "Chi bộ Mẫu 2"}[code]
	}
	spec.OrgsCalled = func(name string) []string {
		return map[string][]string{"chi bộ mẫu 1": {"CB-01"}, "chi bộ mẫu 2": {"CB-02"}, "chi bộ": {"CB-01", "CB-02"}}[strings.ToLower(name)]
	}
	titles := func(e *editor, from, to string) {
		for _, sheet := range []string{sheetMembers, sheetOrgs} {
			for row := 1; row < stampRow; row++ {
				at := cellName(1, row)
				e.must(e.SetCellStr(sheet, at, strings.ReplaceAll(e.text(sheet, at), from, to)))
			}
		}
	}
	for name, c := range map[string]struct {
		said  [3]string // in the first rows of members, in the others, in that of the organization
		title string
		org   string
		code  string
	}{
		"codes":            {[3]string{"CB-01", "CB-01", "CB-01"}, "", "CB-01", ""},
		"names":            {[3]string{"Chi bộ Mẫu 1", "Chi bộ Mẫu 1", "CB-01"}, "", "CB-01", ""},
		"both":             {[3]string{"Chi bộ Mẫu 1", "CB-01", "Chi bộ Mẫu 1"}, "", "CB-01", ""},
		"of several":       {[3]string{"Chi bộ", "CB-01", "CB-01"}, "", "", ""},
		"of two":           {[3]string{"CB-02", "CB-01", "CB-01"}, "", "", ""},
		"titles":           {[3]string{"Chi bộ", "CB-01", "CB-01"}, "(CB-01)", "CB-01", ""},
		"of two by titles": {[3]string{"CB-02", "CB-01", "CB-01"}, "(CB-01)", "CB-01", ""},
		"another title":    {[3]string{"CB-01", "CB-01", "CB-01"}, "(CB-02)", "CB-02", "X155"},
		"a strange title":  {[3]string{"CB-01", "CB-01", "CB-01"}, "(CB-09)", "CB-01", ""},
	} {
		in, ps := Read(filled(t, func(e *editor) {
			for n := range 5 {
				e.set("branch_code", n, c.said[min(n, 1)])
			}
			e.must(e.SetCellStr(sheetOrgs, e.at(sheetOrgs, "org_code", 0), c.said[2]))
			titles(e, "(CB-01)", c.title)
			unstamp(e)
		}), spec)
		told := strings.Contains(codesOf(ps), "X155")
		if in.Stamp.Org != c.org || told != (c.code != "") {
			explain(t, ps)
			t.Errorf("%s: of %q, %s", name, in.Stamp.Org, codesOf(ps))
		}
		if several := strings.HasPrefix(name, "of "); several != strings.Contains(codesOf(ps), "X150") {
			explain(t, ps)
			t.Errorf("%s: %s", name, codesOf(ps))
		}
		if told && find(t, ps, "X155").Severity != evaluate.Error {
			t.Errorf("%s: no question", name)
		}
	}
}
