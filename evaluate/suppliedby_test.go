package evaluate

import "testing"

// What nobody has given is looked for in a workbook that the campaign sends out: a base
// branch right under the office has no base committee, and a base organization at the head
// of the list no office.
func TestPlaceOfWhatIsMissing(t *testing.T) {
	office := []Org{{Code: "H", Level: CommitteeLevel}, {Code: "B", Parent: "H", Level: BaseCommittee}, {Code: "C", Parent: "B", Level: Branch}, {Code: "S", Parent: "H", Level: BaseBranch}}
	base := []Org{{Code: "B", Level: BaseCommittee}, {Code: "C", Parent: "B", Level: Branch}}
	for _, c := range []struct {
		orgs []Org
		org  string
		by   Supplier
		want string
	}{
		{office, "C", SupplyBase, "tệp của đảng ủy cơ sở"},
		{office, "C", SupplyOffice, "tệp của văn phòng"},
		{office, "S", SupplyBase, "tệp của văn phòng"},
		{office, "S", SupplyBranch, "tệp của chi bộ"},
		{office, "H", SupplyBase, "tệp của văn phòng"},
		{base, "C", SupplyOffice, "tệp của đảng ủy cơ sở"},
		{[]Org{{Code: "S", Level: BaseBranch}}, "S", SupplyBase, "tệp của chi bộ"},
	} {
		tree, _ := NewTree(c.orgs)
		org, _ := tree.Index(c.org)
		if got := PhraseSupplier(Member, tree.suppliedBy(c.by, org)); got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.by, c.org, got, c.want)
		}
	}
}
