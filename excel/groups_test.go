package excel

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// alsoKnown adds facts of members to the vocabulary of a reading; a branch may fill
// them in.
func alsoKnown(t testing.TB, spec ReadSpec, extra ...evaluate.FactDef) ReadSpec {
	t.Helper()
	var all []evaluate.FactDef
	for _, k := range spec.Vocabulary.Kinds() {
		all = append(all, spec.Vocabulary.Schema(k).Facts...)
	}
	for _, f := range extra {
		f.Kind, f.Supplier = evaluate.Member, evaluate.SupplyBranch
		all = append(all, f)
	}
	v, ps := evaluate.NewVocabulary(all, nil)
	noProblems(t, ps)
	spec.Vocabulary, spec.Headings = v, nil
	for _, f := range extra {
		i, _ := v.Schema(evaluate.Member).Index(f.ID)
		spec.Facts[BranchBook][evaluate.Member] = append(spec.Facts[BranchBook][evaluate.Member], i)
	}
	return spec
}

// scoreAgain is a second fact under the heading I.1.
func scoreAgain(t testing.TB, id evaluate.FactID, group string) evaluate.FactDef {
	return evaluate.FactDef{ID: id, Type: evaluate.NumberFact, Step: num(t, "0.001"), Unit: "points", Group: group, Heading: "I.1"}
}

// withoutStamps clears the hidden row above the headings of members, and calls the
// group over the score lines otherwise; "" leaves it.
func withoutStamps(e *editor, group string) {
	if group != "" {
		e.must(e.SetCellStr(sheetMembers, e.column("score_1")+"7", group))
	}
	for c := range 40 {
		e.must(e.SetCellStr(sheetMembers, cellName(c+1, stampRow), ""))
	}
}

// A sheet that lost its stamps and has the template's headings is read by them: the
// group that is called so stands before those that are called so for short.
func TestGroupCalledExactly(t *testing.T) {
	spec := alsoKnown(t, readSpec(t), scoreAgain(t, "score_short", "I. Tiêu chí chung"), scoreAgain(t, "score_other", "I. Tiêu chí chung (bốn nhóm)"))
	for group, want := range map[string]evaluate.FactID{"": "score_1", "I. Tiêu chí chung": "score_short", "I. Tiêu chí chung (bốn nhóm)": "score_other",
		"I. Tiêu chí chung (tối đa 40 điểm)": ""} {
		in, ps := Read(filled(t, func(e *editor) { withoutStamps(e, group) }), spec)
		unclear := slices.ContainsFunc(ps, func(p evaluate.Problem) bool { return p.Code == "X144" })
		if unclear != (want == "") {
			explain(t, ps)
			t.Errorf("%q: unclear %v", group, unclear)
		}
		if want != "" && memberRow(t, in, 0, want)[0] != "9.5" {
			t.Errorf("%q: the points are not in %s", group, want)
		}
	}
}

// What the rules of other years ask for is no column of the template that a sheet
// lacks, nor what an unclear heading may mean.
func TestColumnsOfTheTemplate(t *testing.T) {
	spec := alsoKnown(t, readSpec(t), scoreAgain(t, "score_again", "I. Tiêu chí chung (tối đa 30 điểm)"))
	all := slices.Clone(spec.Facts[BranchBook][evaluate.Member])
	spec.Template = func(_ BookKind, _ string, k evaluate.Kind) []int {
		if k == evaluate.Member {
			return all[:len(all)-1]
		}
		return nil
	}
	_, ps := Read(filled(t, func(e *editor) { e.must(e.SetCellStr(sheetMembers, "AZ10", "ốm nặng")) }), spec)
	if p := find(t, ps, "X143"); p.Severity != evaluate.Warning {
		t.Errorf("a column nobody had is lacking: %+v", p)
	}
	_, ps = Read(filled(t, func(e *editor) { renamed(e, "remark", "") }), spec)
	if p := find(t, ps, "X143"); p.Severity != evaluate.Error {
		t.Errorf("told as %+v", p)
	}
	whole, _ := Read(filled(t, nil), spec)
	in, ps := Read(filled(t, func(e *editor) { withoutStamps(e, "") }), spec)
	if worst, _ := evaluate.Worst(ps); worst == evaluate.Error || valuesOf(in) != valuesOf(whole) {
		explain(t, ps)
		t.Error("the template's own heading is not known")
	}
	spec.Template = nil
	if _, ps = Read(filled(t, func(e *editor) { withoutStamps(e, "") }), spec); find(t, ps, "X144").Severity != evaluate.Error {
		t.Error("two columns under one heading")
	}
}
