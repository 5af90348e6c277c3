package excel

import (
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Figures typed into the minutes are told with their cells, for only the data sheet is
// read; the formulas of the minutes are no such figures.
func TestTypedMinutesAreTold(t *testing.T) {
	spec := ballotTemplate(t)
	v, ps := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	noProblems(t, ps)
	read := readSpec(t)
	read.Totals = nil // those of another vocabulary
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	for _, typed := range []bool{false, true} {
		path, _ := written(t, "minutes", func(w io.Writer) error { return WriteTemplate(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		e := &editor{t, f}
		if typed {
			e.must(f.SetCellInt(ballotName(1), "D13", 7))
			e.must(f.SetCellInt(ballotName(1), "E13", 5))
		}
		e.must(f.SaveAs(path))
		f.Close()
		_, ps := Read(path, read)
		n := 0
		for _, p := range ps {
			if p.Code == "X146" {
				n += p.Places()
				if p.At.Sheet != ballotName(1) || p.At.Cell != "D13" {
					t.Errorf("told at %s", p.At)
				}
			}
		}
		if want := map[bool]int{true: 2}[typed]; n != want {
			explain(t, ps)
			t.Errorf("typed %v: %d cells told, want %d", typed, n, want)
		}
	}
}

// A report in which the organization's name stands for its code says the same.
func TestNameForCodeIsTheSameReport(t *testing.T) {
	spec := leavingTemplate(t)
	v, _ := evaluate.NewVocabulary(spec.Sheets[0].Schema.Facts, nil)
	read := readSpec(t)
	read.Vocabulary, read.Facts = v, map[BookKind]map[evaluate.Kind][]int{BranchBook: {evaluate.Member: spec.Sheets[0].Facts}}
	read.OrgName = func(string) string { return spec.OrgName }
	digests := map[string]bool{}
	for _, code := range []string{spec.Stamp.Org, spec.OrgName, "  " + spec.OrgName} {
		path, _ := written(t, "named", func(w io.Writer) error { return WriteTemplate(w, spec) })
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		e := &editor{t, f}
		e.must(f.SetCellStr(sheetMembers, e.at(sheetMembers, "branch_code", 1), code))
		e.must(f.SaveAs(path))
		f.Close()
		in, ps := Read(path, read)
		if worst, _ := evaluate.Worst(ps); in == nil || worst == evaluate.Error {
			explain(t, ps)
			t.Fatal("not read")
		}
		digests[in.Digest] = true
	}
	if len(digests) != 1 {
		t.Errorf("%d different contents", len(digests))
	}
}
