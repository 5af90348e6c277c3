package excel

import (
	"strings"
	"testing"
)

// Namesakes are told by every letter and tone; in which of two places a keyboard
// puts the tone makes no other name.
func TestTonesOfNames(t *testing.T) {
	twins := func(second string) string {
		_, ps := Read(filled(t, func(e *editor) {
			for n, name := range []string{"Người Mẫu Hoà", second} {
				e.set("full_name", n, name)
				e.set("identity_number", n, "")
				e.set("card_number", n, "")
			}
			e.set("birth_date", 1, "01/01/1960")
		}), readSpec(t))
		return codesOf(ps)
	}
	if got := twins("Người mẫu  Hoà"); !strings.Contains(got, "X118") {
		t.Errorf("one name twice: %s", got)
	}
	if got := twins("Người Mẫu Hòa"); !strings.Contains(got, "X118") {
		t.Errorf("one name in both spellings: %s", got)
	}
	if got := twins("Người Mẫu Hoa"); strings.Contains(got, "X118") || strings.Contains(got, "X119") {
		t.Errorf("two names: %s", got)
	}
}

// The name of the organization that reports stands for its code; any other is that of
// another organization.
func TestOwnNameStandsForCode(t *testing.T) {
	spec := readSpec(t)
	spec.OrgName = func(code string) string { return "Chi bộ Mẫu của " + code }
	_, ps := Read(fillTemplate(t, BranchBook, 5), spec)
	own := ""
	if in, _ := Read(fillTemplate(t, BranchBook, 5), spec); in != nil {
		own = in.Stamp.Org
	}
	if len(ps) > 0 || own == "" {
		t.Fatal(codesOf(ps), own)
	}
	in, ps := Read(filled(t, func(e *editor) { e.set("branch_code", 1, "CHI BỘ MẪU của "+own) }), spec)
	if codesOf(ps) != "X164" || memberRow(t, in, 1, "branch_code")[0] != own {
		t.Errorf("its own name: %s, %q", codesOf(ps), memberRow(t, in, 1, "branch_code"))
	}
	if _, ps = Read(filled(t, func(e *editor) { e.set("branch_code", 1, "Chi bộ Mẫu của người khác") }), spec); codesOf(ps) != "X154" {
		t.Errorf("another name: %s", codesOf(ps))
	}
}

// The row of an organization's own sheet is about nobody who could go elsewhere: the hint
// says which code belongs in the cell.
func TestOrganizationRowUnderAnotherCode(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellValue(sheetOrgs, e.at(sheetOrgs, "org_code", 0), "CB-02")) }), readSpec(t))
	p := find(t, ps, "X154")
	if strings.Contains(p.Hint, "người") || !strings.Contains(p.Hint, "ghi lại mã CB-01 ở ô này") {
		t.Errorf("the hint says %q; %q", p.Message, p.Hint)
	}
}

// An organization that stands twice has neither a number nor a birth date to correct.
func TestOrganizationTwiceNamesTheRemedy(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		for _, fact := range []string{"org_code", "org_name"} {
			e.must(e.SetCellValue(sheetOrgs, e.at(sheetOrgs, fact, 1), e.text(sheetOrgs, e.at(sheetOrgs, fact, 0))))
		}
	}), readSpec(t))
	if p := find(t, ps, "X118"); strings.Contains(p.Hint, "ngày sinh") || !strings.Contains(p.Hint, "giữ lại dòng đúng") {
		t.Errorf("the hint says %q", p.Hint)
	}
}
