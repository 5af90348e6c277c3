package campaign

import (
	"fmt"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// ceiling is what one group must come to.
type ceiling struct {
	cap, org, group string
	have, base      int
	asListed        int
	over            int
	uplifted        bool
}

func (r *run) ceiling(t *testing.T, want ceiling) {
	t.Helper()
	var all []string
	for _, f := range r.report.Caps {
		got := ceiling{f.Cap.ID, r.report.Inputs.Tree.Orgs[f.Org].Code, f.Group, f.Have.Max, f.Base.Max, f.AsListed.Max, f.Over.Max, f.Uplifted}
		if got == want {
			return
		}
		all = append(all, fmt.Sprint(got))
	}
	t.Errorf("no ceiling %v among %v", want, all)
}

// graded366 is a member of 2025 who comes to excellent or good.
func graded366(grade string) row {
	if grade == "excellent" {
		return member366()[0].rows[0]
	}
	return member366()[0].rows[0].with(row{"score_r1": "55"})
}

// Ceilings over results that were graded in the same run.
func TestCeilingsOverResults(t *testing.T) {
	best, good := memberLevels("excellent", "good"), memberLevels("good", "good")
	mixed := func(org string, excellent, good int, x, g row) sheet {
		return sheet{excel.BranchBook, org, evaluate.Member, append(crowd(excellent, "Xuất Sắc "+org, x), crowd(good, "Tốt "+org, g)...)}
	}
	in21 := func(org string, x, g int) sheet { return mixed(org, x, g, best, good) }
	in25 := func(x, g int) sheet {
		return mixed("A", x, g, graded366("excellent").without("full_name", "identity_number"), graded366("good").without("full_name", "identity_number"))
	}
	granted := sheet{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "A", "cap_uplift_decision": "12-QĐ/ĐU"}}}
	titles := func(group string, grades ...string) []row {
		var out []row
		for i, g := range grades {
			r := somebody(fmt.Sprint(group, i), post21("deputy", group, "không", "không", "không", row{"area_grade": "good", "cap_group": group}))
			switch g {
			case "good":
				r["unit_tasks_exceeded"] = "0"
			case "completed":
				r["unit_tasks_exceeded"], r["unit_tasks_done"] = "0", "80"
			}
			out = append(out, r)
		}
		return out
	}
	l := libraries{}
	six := repeat(6, "good", "excellent")
	for _, c := range []struct {
		coupling
		want []ceiling
	}{
		{coupling{name: "R18-52", period: "2021", books: []sheet{in21("A", 3, 12)}}, []ceiling{{"MEM-XS4", "A", "", 3, 12, 2, 1, false}}},
		{coupling{name: "R18-54", period: "2021", books: []sheet{in21("A", 1, 5)}}, []ceiling{{"MEM-XS4", "A", "", 1, 5, 1, 0, false}}},
		{coupling{name: "R18-56", period: "2021", books: []sheet{in21("A", 1, 4), in21("B", 1, 4)}}, []ceiling{{"MEM-XS4", "A", "", 1, 4, 0, 1, false}, {"MEM-XS4", "B", "", 1, 4, 0, 1, false}}},
		{coupling{name: "branches of one base are one group", period: "2021", orgs: manyBranches(2), books: []sheet{in21("C1", 1, 4), in21("C2", 0, 1)}}, []ceiling{{"MEM-XS4", "DU", "", 1, 5, 1, 0, false}}},
		{coupling{name: "R18-58", period: "2021", bodies: offices(), books: []sheet{leaders(append(titles("Chủ tịch", six...), titles("Bí thư", append(six[:6:6], "completed")...)...)...)}},
			[]ceiling{{"LDR-CAP", "XA", "Chủ tịch", 1, 6, 1, 0, false}, {"LDR-CAP", "XA", "Bí thư", 1, 5, 1, 0, false}}},
		{coupling{name: "R25-46", period: "2025", books: []sheet{in25(2, 12)}}, []ceiling{{"CAP-XS", "A", "", 2, 12, 2, 0, false}}},
		{coupling{name: "R25-46, with the decision", period: "2025", books: []sheet{in25(3, 12), granted}}, []ceiling{{"CAP-XS", "A", "", 3, 12, 3, 0, true}}},
		{coupling{name: "R25-54", period: "2025", books: []sheet{in25(3, 12)}}, []ceiling{{"CAP-XS", "A", "", 3, 12, 2, 1, false}}},
		{coupling{name: "R25-48", period: "2025", books: []sheet{in25(1, 7)}}, []ceiling{{"CAP-XS", "A", "", 1, 7, 1, 0, false}}},
		{coupling{name: "R25-50", period: "2025", books: []sheet{in25(1, 3)}}, []ceiling{{"CAP-XS", "A", "", 1, 3, 0, 1, false}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.run(t, l)
			for _, w := range c.want {
				r.ceiling(t, w)
			}
		})
	}
}

// A decision lifts the ceiling of those it was made for: members, leaders and
// collectives of a place that outdid itself have one each (366, Art. 11.1.5).
// Here the campaign is a base committee's own, whose row may hold all three.
func TestUpliftsOf366LiftTheirOwnCeilingOnly(t *testing.T) {
	orgs := manyBranches(1)[1:]
	orgs[0].Parent = ""
	const n, best = 4, 1 // one of five is over 20% of four, and just 25% of them
	var people, bodies []row
	var list []evaluate.Body
	for i := range n + best {
		code, goals, points := fmt.Sprint("TT", i+1), "30", "15"
		if i < best {
			goals, points = "44", "30"
		}
		list = append(list, evaluate.Body{Code: code, Name: "Tập thể Mẫu " + code, Org: "DU", Kind: evaluate.Collective, Size: 5, Founded: orgs[0].Founded})
		bodies = append(bodies, collective366(code, "management", goals, row{"cap_group": "Phòng"}))
		people = append(people, somebody(fmt.Sprint("Trưởng ", i+1), leader366("other", "Trưởng", "không", "không", "không", points, row{"cap_group": "Phòng"})))
	}
	members := func(grade string, n int) []row {
		return crowd(n, grade, graded366(grade).without("full_name", "identity_number"))
	}
	books := []sheet{
		{excel.BranchBook, "C1", evaluate.Member, append(members("excellent", best), members("good", n)...)},
		{excel.OfficeBook, "DU", evaluate.Leader, people}, {excel.OfficeBook, "DU", evaluate.Collective, bodies}}
	l := libraries{}
	for _, fact := range []evaluate.FactID{"", "cap_uplift_decision", "cap_uplift_leaders_decision", "cap_uplift_collectives_decision"} {
		t.Run(string(fact), func(t *testing.T) {
			own := row{"org_code": "DU"}
			if fact != "" {
				own[fact] = "12-QĐ/ĐU"
			}
			c := coupling{period: "2025", kinds: []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Collective, evaluate.Organization}, orgs: orgs, bodies: list,
				books: append(slices.Clone(books), sheet{excel.OfficeBook, "DU", evaluate.Organization, []row{own}})}
			r := c.run(t, l)
			for kind, by := range map[evaluate.Kind]evaluate.FactID{evaluate.Member: "cap_uplift_decision", evaluate.Leader: "cap_uplift_leaders_decision", evaluate.Collective: "cap_uplift_collectives_decision"} {
				i := slices.IndexFunc(r.report.Caps, func(f evaluate.CapFinding) bool { return f.Kind == kind })
				if i < 0 {
					t.Errorf("no ceiling of %s", kind)
					continue
				}
				f, over := r.report.Caps[i], 1
				if by == fact {
					over = 0
				}
				if f.Base.Max != n || f.Have.Max != best || f.Uplifted != (by == fact) || f.Over.Max != over {
					t.Errorf("%s: %d of %d, uplifted %v, over %d", kind, f.Have.Max, f.Base.Max, f.Uplifted, f.Over.Max)
				}
			}
		})
	}
}

// R25-52: 24 good or better, 5 of them excellent, where the base is those good or
// better; the reading stands beside the one in force.
func TestCeilingReadingsOverResults(t *testing.T) {
	plain := func(grade string) row { return graded366(grade).without("full_name", "identity_number") }
	c := coupling{period: "2025", books: []sheet{{excel.BranchBook, "A", evaluate.Member, append(crowd(5, "Xuất Sắc", plain("excellent")), crowd(19, "Tốt", plain("good"))...)}}}
	r := c.run(t, libraries{})
	for _, f := range r.report.Caps {
		for _, reading := range f.Readings {
			if f.Kind == evaluate.Member && reading.Of == evaluate.GoodOrBetter {
				if reading.Base.Max != 24 || reading.AsListed.Max != 4 || reading.InForce {
					t.Errorf("%+v", reading)
				}
				return
			}
		}
	}
	t.Error("nobody reads the ceiling that way")
}

// R25-56: a head who stands outside the ceiling is not in its group either.
func TestHeadsOutsideTheCeiling(t *testing.T) {
	people := []row{somebody("Đứng Đầu", row{"leadership_post": "head", "title": "Trưởng", "own_collective": "TT", "cap_group": "Phòng"})}
	for _, p := range crowd(6, "Phó", row{"leadership_post": "deputy", "title": "Phó", "own_collective": "TT", "cap_group": "Phòng"}) {
		people = append(people, p)
	}
	c := coupling{period: "2026-Q3", kinds: []evaluate.Kind{evaluate.Leader}, chosen: map[evaluate.Kind]string{evaluate.Leader: "vatm-03hd-leader@2026-r1"}, bodies: offices(), books: []sheet{leaders(people...)}}
	r := c.run(t, libraries{})
	if len(r.report.Caps) != 1 || r.report.Caps[0].Open != 6 {
		t.Errorf("%+v", r.report.Caps)
	}
}
