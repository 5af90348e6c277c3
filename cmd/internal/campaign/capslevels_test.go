package campaign

import (
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// everyLevel is a province with an organization of every level below its office.
func everyLevel() []evaluate.Org {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	org := func(code, parent string, level evaluate.OrgLevel) evaluate.Org {
		return evaluate.Org{Code: code, Name: "Tổ chức Mẫu " + code, Parent: parent, Level: level, Founded: founded}
	}
	return []evaluate.Org{org("T", "", evaluate.CommitteeLevel), org("X1", "T", evaluate.CommitteeLevel), org("X2", "T", evaluate.CommitteeLevel),
		org("X1.D", "X1", evaluate.BaseCommittee), org("X1.D.B", "X1.D", evaluate.SectionLevel), org("X1.D.1", "X1.D.B", evaluate.Branch),
		org("X1.D.2", "X1.D", evaluate.Branch), org("X2.C", "X2", evaluate.BaseBranch)}
}

// No level is left out: in every regime that has a ceiling on organizations each of
// them, the committees between the office and the base organizations too, is counted
// by one, and those committees with their like.
func TestEveryOrganizationIsUnderOneCeiling(t *testing.T) {
	l := libraries{}
	for _, period := range []string{"2017", "2018", "2021", "2024", "2025"} {
		r := (&coupling{period: period, kinds: []evaluate.Kind{evaluate.Organization}, orgs: everyLevel()}).run(t, l)
		pop, _ := r.report.Of(evaluate.Organization)
		for row, s := range pop.Subjects {
			var by []string
			beside := 0
			for _, f := range r.report.Caps {
				if slices.Contains(f.Rows, row) {
					by, beside = append(by, f.Cap.ID), len(f.Rows)
				}
			}
			level := r.report.Inputs.Tree.Orgs[s.Org].Level
			if len(by) != 1 || level == evaluate.CommitteeLevel && beside != 2 {
				t.Errorf("%s: %s (%s) is counted by %v, with %d", period, s.ID, level, by, beside)
			}
		}
	}
}

// The decision that lifts the ceiling of committees between is their own: one for base
// organizations does not lift it, and where nobody is between no cell asks for it.
func TestCommitteesBetweenHaveADecisionOfTheirOwn(t *testing.T) {
	const own, base = "cap_uplift_committees_decision", "cap_uplift_orgs_decision"
	l := libraries{}
	for _, period := range []string{"2024", "2025"} {
		for fact, lifts := range map[evaluate.FactID]evaluate.OrgLevel{own: evaluate.CommitteeLevel, base: evaluate.BaseBranch} {
			r := (&coupling{period: period, kinds: []evaluate.Kind{evaluate.Organization}, orgs: everyLevel(),
				books: []sheet{{excel.OfficeBook, "T", evaluate.Organization, []row{{"org_code": "T", fact: "12-QĐ"}}}}}).run(t, l)
			pop, _ := r.report.Of(evaluate.Organization)
			for _, f := range r.report.Caps {
				level := r.report.Inputs.Tree.Orgs[pop.Subjects[f.Rows[0]].Org].Level
				same := level == lifts || level == evaluate.BaseCommittee && lifts == evaluate.BaseBranch
				if f.Uplifted != same {
					t.Errorf("%s, %s: %s of %s, lifted %v", period, fact, f.Cap.ID, level, f.Uplifted)
				}
			}
		}
	}
	for _, c := range []struct {
		orgs []evaluate.Org
		asks bool
	}{{everyLevel(), true}, {manyBranches(2), false}} {
		r := (&coupling{period: "2025", kinds: []evaluate.Kind{evaluate.Organization}, orgs: c.orgs}).run(t, l)
		pop, results := r.report.Of(evaluate.Organization)
		reports := newReporting(r.report.Inputs.Tree, map[evaluate.Kind]*evaluate.RuleSet{evaluate.Organization: results[0].Rules})
		asked := slices.ContainsFunc(reports.template(excel.OfficeBook, c.orgs[0].Code, evaluate.Organization), func(i int) bool { return pop.Frame.Schema.Facts[i].ID == own })
		if asked != c.asks {
			t.Errorf("%s: the office is asked: %v", c.orgs[0].Code, asked)
		}
	}
}
