package excel

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What is asked of many cells of a column is one question with all of them: a file
// in which every row is doubtful is told of, and remembered, as shortly as any.
func TestDoubtsOfAColumnAreOneQuestion(t *testing.T) {
	spec := readSpec(t)
	path := filled(t, func(e *editor) {
		for _, n := range []int{0, 1, 3} {
			e.must(e.SetCellStr(sheetMembers, e.at(sheetMembers, "full_name", n), "Ông Nguyễn Mẫu A"))
		}
	})
	_, ps := Read(path, spec)
	var found []evaluate.Problem
	for _, p := range ps {
		if p.Code == "X197" {
			found = append(found, p)
		}
	}
	if len(found) != 1 || !slices.Equal(found[0].Cells, []string{"B9:B10", "B12"}) || found[0].At.Cell != "B9" {
		t.Errorf("three doubtful names: %+v", found)
	}
}
