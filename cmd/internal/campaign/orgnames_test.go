package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A branch is named by code, by its name, or by its name and those above it, as
// far as that is one branch.
func TestBranchOf(t *testing.T) {
	tree, ps := evaluate.NewTree([]evaluate.Org{
		{Code: "XA", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "D1", Name: "Đảng bộ thôn Mẫu 1", Parent: "XA", Level: evaluate.BaseCommittee},
		{Code: "D2", Name: "Đảng bộ thôn Mẫu 2", Parent: "XA", Level: evaluate.BaseCommittee},
		{Code: "D1.1", Name: "Chi bộ xóm Mẫu 1", Parent: "D1", Level: evaluate.Branch},
		{Code: "D2.1", Name: "Chi bộ xóm Mẫu 1", Parent: "D2", Level: evaluate.Branch},
		{Code: "D2.2", Name: "Chi bộ xóm Mẫu 2, khu A", Parent: "D2", Level: evaluate.Branch},
	})
	if err := refuse(ps); err != nil {
		t.Fatal(err)
	}
	a := newAssembly(&Campaign{Library: library(t)}, tree, nil, make([]byte, keySize))
	for given, want := range map[string]string{
		"D1.1": "D1.1", "chi bộ xóm mẫu 2 - khu A": "D2.2", "Chi bộ xóm Mẫu 2, khu A; Đảng bộ thôn Mẫu 2": "D2.2",
		"Chi bộ xóm Mẫu 1, Đảng bộ thôn Mẫu 1": "D1.1", "Chi bộ xóm Mẫu 1 – Đảng bộ thôn Mẫu 2 (Đảng bộ xã Mẫu)": "D2.1",
		"Chi bộ xóm Mẫu 1 thuộc Đảng bộ thôn Mẫu 2": "D2.1", "CHI BỘ XÓM MẪU 1 trực thuộc ĐẢNG BỘ THÔN MẪU 2": "D2.1",
		"Đảng bộ xã Mẫu/Đảng bộ thôn Mẫu 1/Chi bộ xóm Mẫu 1": "D1.1", "Đảng bộ thôn Mẫu 2 > Chi bộ xóm Mẫu 1": "D2.1", "Đảng bộ xã Mẫu / Chi bộ xóm Mẫu 1": "",
		"Chi bộ xóm Mẫu 1 (thôn Mẫu 2)": "D2.1", "Chi bộ xóm Mẫu 1 thôn Mẫu 1": "D1.1", "Chi bộ xóm Mẫu 1 xã Mẫu": "", "Chi bộ xóm Mẫu 1 - thôn Mẫu 1 - xã Mẫu": "D1.1", "Chi bộ xóm Mẫu 1 Mẫu 1": "",
		"Đảng bộ thôn Mẫu 1/Đảng bộ xã Mẫu/Chi bộ xóm Mẫu 1": "", "Chi bộ xóm Mẫu 1": "", "Chi bộ xóm Mẫu 1, Đảng bộ xã Mẫu": "", "Chi bộ xóm Mẫu 1, Đảng bộ thôn Mẫu 3": "", "Chi bộ xóm Mẫu 1, Đảng bộ thôn Mẫu 1 cũ": "",
		"Chi bộ xóm Mẫu 2, khu A, Đảng bộ thôn Mẫu 1": "", "Chi bộ xóm Mẫu 10": "", "Chi bộ xóm Mẫu 1, Đảng bộ xã Mẫu, Đảng bộ thôn Mẫu 1": "",
	} {
		got := a.branchOf(given)
		if want == "" {
			want = given
		}
		if got != want {
			t.Errorf("%q is %q, want %q", given, got, want)
		}
		if found := a.placesNamed(given); (len(found) == 1 && found[0] == want) != (want != given || given == "D1.1") {
			t.Errorf("%q names %q", given, found)
		}
	}
	if !a.bears("Chi bộ xóm Mẫu 1, Đảng bộ xã Mẫu") || a.bears("Chi bộ xóm Mẫu 9") {
		t.Error("whether several bear a name")
	}
	for given, said := range map[string]bool{"Chi bộ Lạ": true, "CB-01": true, "Người Mẫu An": false, "Chi bộ 001095001000": false} {
		if got := quoteOrg(given); (got == "“"+given+"”" || got == `"`+given+`"`) != said {
			t.Errorf("%q is told as %s", given, got)
		}
	}
}
