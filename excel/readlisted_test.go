package excel

import (
	"io"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// The lists of those who are gone say again, when they are read back, who they are, how
// they left and what is remarked of them: without a number the day of birth tells who.
func TestListsOfThoseWhoAreGoneAreReadBack(t *testing.T) {
	left := []LeftPerson{
		{Name: "Người Mẫu An", Identity: "999000000001", Card: "000999000101", Status: "Đã từ trần", Born: "02/01/1960", Remark: "mất ngày 3/8, xem giấy báo tử"},
		{Name: "Người Mẫu Bình", Status: "Chuyển đi"},
		{Name: "Người Mẫu Chi", Status: "Ra khỏi Đảng", Remark: "= 12"},
	}
	template := sampleTemplate(t)
	template.Left = left
	result := sampleResult(t, 4)
	for _, who := range left {
		result.Left = append(result.Left, LeftMember{LeftPerson: who, Org: 1})
	}
	spec := readSpec(t)
	spec.Listed, spec.People = true, true
	spec.Facts = map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: nil}, ResultBook: {evaluate.Member: nil}}
	for name, write := range map[string]func(io.Writer) error{
		"template": func(w io.Writer) error { return WriteTemplate(w, template) },
		"result":   func(w io.Writer) error { return WriteResult(w, result) },
	} {
		path, _ := written(t, name, write)
		in, ps := Read(path, spec)
		if in == nil || in.Left == nil {
			explain(t, ps)
			t.Fatalf("%s: nobody is gone", name)
		}
		var got []LeftPerson
		for row := range in.Left.Len() {
			got = append(got, LeftOf(in.Left, row, in.LeftAs[row]))
		}
		if !slices.Equal(got, left) {
			t.Errorf("%s: %+v, want %+v", name, got, left)
		}
		birth := in.Left.Schema.ByRole(evaluate.RoleBirth)
		if at := in.Left.Origin(0, birth); at.Cell == "" || at.Sheet != sheetLeft {
			t.Errorf("%s: born at %v", name, at)
		}
	}
}
