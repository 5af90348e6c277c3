package excel

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Any two of the three places of the stamp say whose workbook it is.
func TestStampSurvivesTheLossOfAPlace(t *testing.T) {
	whole, _ := Read(filled(t, nil), readSpec(t))
	if whole.Stamp.Roster == "" || whole.Stamp.Org == "" {
		t.Fatalf("stamped %+v", whole.Stamp)
	}
	noProps := func(e *editor) {
		props, _ := e.GetCustomProps()
		for _, p := range props {
			e.must(e.SetCustomProps(excelize.CustomProperty{Name: p.Name}))
		}
	}
	noSheet := func(e *editor) { e.must(e.DeleteSheet(sheetStamp)) }
	for name, lose := range map[string]func(e *editor){
		"properties": noProps,
		"sheet":      noSheet,
		"rows": func(e *editor) {
			e.must(e.SetCellStr(sheetMembers, "A6", ""))
			e.must(e.SetCellStr(sheetOrgs, "A6", ""))
		},
		"properties and sheet":   func(e *editor) { noProps(e); noSheet(e) },
		"all but a data sheet's": func(e *editor) { noProps(e); noSheet(e); e.must(e.SetCellStr(sheetOrgs, "A6", "")) },
	} {
		in, ps := Read(filled(t, lose), readSpec(t))
		if worst, any := evaluate.Worst(ps); in == nil || any && worst == evaluate.Error {
			explain(t, ps)
			t.Errorf("without %s: refused", name)
			continue
		}
		if in.Stamp.Org != whole.Stamp.Org || in.Stamp.Kind != whole.Stamp.Kind || in.Stamp.Period != whole.Stamp.Period ||
			in.Stamp.Roster != whole.Stamp.Roster || len(in.Stamp.Rules) != len(whole.Stamp.Rules) || in.Stamp.Version != whole.Stamp.Version {
			t.Errorf("without %s: %+v, want %+v", name, in.Stamp, whole.Stamp)
		}
		if in.Digest != whole.Digest {
			t.Errorf("without %s it counts as another workbook", name)
		}
	}
}

// A sheet copied from an earlier writing of the template of the same branch is read, and
// told: its stamp differs in the sum of whom the template listed and in nothing else.
func TestSheetOfAnEarlierWritingIsRead(t *testing.T) {
	want, _ := Read(fillTemplate(t, BranchBook, 5), readSpec(t))
	for name, edit := range map[string]func(e *editor){
		"one of two sheets": func(e *editor) { restampRow(e, sheetMembers, rosterKey, "0123") },
		"both sheets": func(e *editor) {
			restampRow(e, sheetMembers, rosterKey, "0123")
			restampRow(e, sheetOrgs, rosterKey, "0123")
		},
	} {
		in, ps := Read(filled(t, edit), readSpec(t))
		if codesOf(ps) != "X155" || ps[0].Severity != evaluate.Warning || valuesOf(in) != valuesOf(want) {
			explain(t, ps)
			t.Errorf("%s: %s", name, codesOf(ps))
		}
	}
	_, ps := Read(filled(t, func(e *editor) {
		restampRow(e, sheetMembers, rosterKey, "0123")
		restampRow(e, sheetMembers, "org", "CB-02")
	}), readSpec(t))
	if worst, _ := evaluate.Worst(ps); worst != evaluate.Error {
		t.Errorf("of another branch besides: %s", codesOf(ps))
	}
}
