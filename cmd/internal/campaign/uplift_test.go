package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The office's own row holds the decision for the whole campaign; anything else
// written there is pointed at, and the office is no subject.
func TestOfficeRowLiftsTheCampaignsCeiling(t *testing.T) {
	lib := library(t)
	a := office(t, lib, book(t, lib, excel.OfficeBook, "XA", evaluate.Organization,
		row{"org_code": "XA", "cap_uplift_orgs_decision": "12-QĐ", "org_disciplined": "yes"}))
	pop, rows, err := a.listed(evaluate.Organization)
	if err != nil {
		t.Fatal(err)
	}
	above := a.above(rows)
	root, _ := a.tree.Index("XA")
	for _, s := range pop.Subjects {
		if s.Org == root {
			t.Errorf("the office is graded by itself")
		}
	}
	if above == nil || len(above.Subjects) != 1 || above.Subjects[0].Org != root {
		t.Fatalf("above = %+v", above)
	}
	var told []evaluate.Code
	for _, p := range a.problems {
		told = append(told, p.Code)
	}
	if !slices.Equal(told, []evaluate.Code{"E368"}) {
		t.Errorf("problems %v, want E368 for the discipline alone", told)
	}
}

// Words where the number of a decision belongs lift nothing: the file is refused.
func TestWordsLiftNoCeiling(t *testing.T) {
	lib := library(t)
	a := officeOf(t, lib, nil)
	run := &intake{Campaign: a.Campaign, sets: a.sets}
	for text, refused := range map[string]bool{"": false, "60-QĐ/TU": false, "7": false, "không": true, "chưa có": true, "0": true, "-": true} {
		f := evaluate.NewFrame(lib.Vocabulary.Schema(evaluate.Organization))
		at := f.Append(evaluate.Place{Source: -1})
		i, _ := f.Schema.Index("cap_uplift_decision")
		f.SetText(at, i, text)
		ps := run.checkUplifts(f)
		if got := len(ps) == 1 && ps[0].Code == "E336" && ps[0].Severity == evaluate.Error; got != refused || !refused && len(ps) > 0 {
			t.Errorf("%q: %v", text, ps)
		}
	}
}

// A decision in the row of an organization in which its ceiling does not count, or
// in a cell that no set of the campaign asks for, lifts nothing: that is told at the
// cell, with the row or the column it belongs in.
func TestDecisionInTheWrongRowIsTold(t *testing.T) {
	l := libraries{}
	decree := row{"full_name": "Người Mẫu Đứng Đầu", "identity_number": "990000000001", "leadership_post": "head", "title": "Chủ tịch", "category": "civil_servant",
		"own_unit": "UB", "own_collective": "không"}
	own366 := somebody("Trưởng", leader366("other", "Trưởng", "không", "không", "không", "15", row{}))
	const root, base, members = "Đảng ủy xã Mẫu", "Đảng bộ Mẫu", "Số quyết định nâng tỷ lệ đảng viên xuất sắc"
	for _, c := range []struct {
		period string
		org    string
		fact   evaluate.FactID
		told   string // what the hint names; "" for a decision that lifts its ceiling
	}{
		{"2025", "XA", "cap_uplift_leaders_decision", ""},
		{"2025", "DU", "cap_uplift_leaders_decision", "dòng của " + root},
		{"2025", "C1", "cap_uplift_leaders_decision", "dòng của " + root},
		{"2025", "DU", "cap_uplift_decision", ""},
		{"2025", "C1", "cap_uplift_decision", "dòng của " + base},
		{"2025", "XA", "cap_uplift_decision", "dòng của " + base},
		{"2025", "XA", "cap_uplift_orgs_decision", ""},
		{"2025", "DU", "cap_uplift_orgs_decision", ""},
		{"2025", "C2", "cap_uplift_orgs_decision", "dòng của " + base},
		{"2025", "DU", "cap_uplift_collectives_decision", "xóa"}, // no collective is graded
		{"2025", "DU", "cap_uplift_staff_decision", members},
		{"2025", "XA", "cap_uplift_staff_decision", members},
		{"2026", "XA", "cap_uplift_leaders_decision", ""}, // counted where they stand
		{"2026", "DU", "cap_uplift_leaders_decision", "dòng của " + root},
	} {
		t.Run(c.period+" "+c.org+" "+string(c.fact), func(t *testing.T) {
			lead, chosen := own366, map[evaluate.Kind]string{}
			if c.period == "2026" {
				lead, chosen = decree, map[evaluate.Kind]string{evaluate.Leader: "vn-nd335-nd233-leader"}
			}
			r := (&coupling{period: c.period, chosen: chosen, kinds: []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Collective, evaluate.Organization}, orgs: manyBranches(2),
				books: []sheet{{excel.BranchBook, "C1", evaluate.Member, crowd(1, "Đảng Viên", graded366("good").without("full_name", "identity_number"))},
					{excel.OfficeBook, "XA", evaluate.Leader, []row{lead}},
					{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": c.org, c.fact: "12-QĐ"}}}}}).run(t, l)
			var idle []evaluate.Problem
			for _, p := range r.problems {
				if p.Code == "E337" || p.Code == "E368" {
					idle = append(idle, p)
				}
			}
			lifted := slices.ContainsFunc(r.report.Caps, func(f evaluate.CapFinding) bool { return f.Uplifted })
			switch {
			case lifted != (c.told == ""):
				t.Errorf("lifted: %v", lifted)
			case c.told == "" && len(idle) > 0:
				t.Errorf("told in vain: %v", idle)
			case c.told != "" && (len(idle) != 1 || idle[0].Code != "E337" || !strings.Contains(idle[0].Hint, c.told) || idle[0].At.Cell == ""):
				t.Errorf("told %v, want one E337 with %q", idle, c.told)
			}
		})
	}
}
