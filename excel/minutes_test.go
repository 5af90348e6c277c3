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

// A sheet that only bears the name of the minutes is told as one that is not read.
func TestSheetNamedAsMinutes(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		_, err := e.NewSheet(ballotName(1))
		e.must(err)
		e.must(e.SetSheetRow(ballotName(1), "A1", &[]any{"STT", "Họ và tên", "Đồng ý"}))
		e.must(e.SetSheetRow(ballotName(1), "A2", &[]any{1, "Người Mẫu Một", "x"}))
	}), readSpec(t))
	if p := find(t, ps, "X146"); p.At.Sheet != ballotName(1) || len(ps) != 1 {
		t.Errorf("told %s", codesOf(ps))
	}
}

// Minutes are no less ours where a program saved their formulas without results.
func TestMinutesWithoutResultsAreOurs(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		_, err := e.NewSheet(ballotName(1))
		e.must(err)
		e.must(e.SetSheetRow(ballotName(1), "A1", &[]any{"STT", "Họ và tên", "Có mặt"}))
		e.must(e.SetCellFormula(ballotName(1), "B2", "'"+sheetMembers+"'!B9"))
	}), readSpec(t))
	if codes := codesOf(ps); codes != "" {
		t.Errorf("told %s", codes)
	}
}

// A table of the sender's own that has some headings of a sheet which the template has not
// is no such sheet: it is passed over and told, unless it bears that sheet's name.
func TestTableLikeASheetOfAnother(t *testing.T) {
	spec := readSpec(t)
	var facts []evaluate.FactDef
	for _, k := range spec.Vocabulary.Kinds() {
		facts = append(facts, spec.Vocabulary.Schema(k).Facts...)
	}
	leader := func(id evaluate.FactID, role evaluate.Role, heading string) {
		facts = append(facts, evaluate.FactDef{Kind: evaluate.Leader, ID: id, Type: evaluate.TextFact, Role: role, Heading: heading, Supplier: evaluate.SupplyBranch, Identity: role != ""})
	}
	leader("full_name", evaluate.RoleName, "Họ và tên")
	leader("months", "", "Tháng 1")
	leader("more", "", "Tháng 2")
	v, ps := evaluate.NewVocabulary(facts, nil)
	noProblems(t, ps)
	spec.Vocabulary, spec.Headings = v, nil
	spec.Facts[BranchBook][evaluate.Leader] = []int{0, 1, 2}
	head := []any{"STT", "Họ và tên", "Tháng 1", "Tháng 2"}
	for name, want := range map[string]bool{"Đảng phí": false, kindSheet(evaluate.Leader): true} {
		in, ps := Read(filled(t, func(e *editor) {
			_, err := e.NewSheet(name)
			e.must(err)
			e.must(e.SetSheetRow(name, "A1", &head))
			e.must(e.SetSheetRow(name, "A2", &[]any{1, "Người Mẫu Một"}))
		}), spec)
		if read := in.Frames[evaluate.Leader] != nil; read != want {
			explain(t, ps)
			t.Errorf("%s: read %v", name, read)
		}
		if !want && (find(t, ps, "X146").At.Sheet != name || len(ps) != 1) {
			explain(t, ps)
			t.Errorf("%s: told %s", name, codesOf(ps))
		}
	}
}
