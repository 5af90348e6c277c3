package excel

import (
	"strings"
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

// Reports of several branches put together in one workbook: each sheet of another branch is
// one problem, which says whose it is; nothing else is said of it, and its rows are nobody's here.
func TestSheetsOfOtherOrganizations(t *testing.T) {
	own, _ := Read(fillTemplate(t, BranchBook, 5), readSpec(t))
	spec := readSpec(t)
	spec.OrgName = func(code string) string { return map[string]string{"CB-02": "Chi bộ Mẫu 2"}[code] }
	together := func(before bool) string {
		return filled(t, func(e *editor) {
			for _, code := range []string{"CB-02", "CB-03"} {
				index, err := e.NewSheet(code)
				e.must(err)
				from, err := e.GetSheetIndex(sheetMembers)
				e.must(err)
				e.must(e.CopySheet(from, index))
				restampRow(e, code, "org", code)
				restampRow(e, code, rosterKey, "0123")
				e.must(e.SetCellStr(code, "A4", "Đơn vị: Chi bộ Mẫu khác ("+code+")"+titleJoint+labelPeriod+": "+periodLabel(own.Stamp.Period)))
				column, _, _ := strings.Cut(e.at(sheetMembers, "branch_code", 1), "9")
				for row := 9; row < 14; row++ {
					e.must(e.SetCellStr(code, column+itoa(row), code))
				}
				if before {
					e.must(e.MoveSheet(code, sheetMembers))
					e.must(e.MoveSheet(code, sheetOrgs))
				}
			}
		})
	}
	for _, before := range []bool{false, true} {
		in, ps := Read(together(before), spec)
		said := map[string]string{}
		for _, p := range ps {
			if p.Code != CodeOtherOrganization || p.Severity != evaluate.Error {
				explain(t, []evaluate.Problem{p})
				t.Errorf("before %v: also %s", before, p.Code)
			}
			said[p.At.Sheet] += p.Message
		}
		for code, want := range map[string]string{"CB-02": `cả trang này là của tổ chức khác (Chi bộ Mẫu 2): "CB-02"; tệp được làm cho "CB-01"`, "CB-03": `cả trang này là của tổ chức khác: "CB-03"; tệp được làm cho "CB-01"`} {
			if !strings.Contains(said[code], want) || len(ps) != 2 {
				t.Errorf("before %v, %s: %d problems, said %q", before, code, len(ps), said[code])
			}
		}
		if in.Stamp.Org != "CB-01" || valuesOf(in) != valuesOf(own) {
			t.Errorf("before %v: read as the report of %s, with other rows than its own", before, in.Stamp.Org)
		}
		if in.Digest == own.Digest {
			t.Errorf("before %v: counts as the report of its own rows alone", before)
		}
	}
}

// A sheet of last year's template of the same branch is one problem, and nothing says that the
// period is the same.
func TestSheetOfAnotherPeriod(t *testing.T) {
	_, ps := Read(filled(t, func(e *editor) {
		restampRow(e, sheetOrgs, "period", "1999")
		restampRow(e, sheetOrgs, rosterKey, "0123")
		restampRow(e, sheetOrgs, "rules.member", "0123")
		restampRow(e, sheetOrgs, "rules.organization", "0123")
	}), readSpec(t))
	told := 0
	for _, p := range ps {
		if p.Code == CodeOtherTitle {
			told++
			if p.Severity != evaluate.Error || !strings.Contains(p.Message, "kỳ") {
				t.Errorf("said %s", p.Message)
			}
		}
	}
	if told != 1 {
		explain(t, ps)
		t.Errorf("%d problems", told)
	}
}
