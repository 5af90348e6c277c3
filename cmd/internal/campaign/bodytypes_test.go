package campaign

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// listCells gives collectives the cells that a list would have them in.
func listCells(bodies []evaluate.Body) []evaluate.Body {
	for i := range bodies {
		if bodies[i].Kind == evaluate.Collective {
			bodies[i].At = evaluate.Origin{File: OrgListName, Sheet: "Tập thể lãnh đạo", Cell: "B" + string(rune('1'+i))}
			bodies[i].Columns = evaluate.ListColumns{Code: 2, Parent: 5, Size: 6}
		}
	}
	return bodies
}

// cellsTold are the problems of a code as "severity subject cell / other cells".
func cellsTold(r *run, code evaluate.Code) (out []string) {
	for _, p := range r.problems {
		if p.Code == code {
			line := p.Severity.String() + " " + p.Subject + " " + p.At.Cell + " /"
			for _, x := range p.Related {
				line += " " + x.At.Cell
			}
			out = append(out, line)
		}
	}
	return out
}

// What a collective is stands in its report, which unit it leads in the list: where they
// contradict each other, whoever is bounded or counted by it waits between the readings.
func TestTypesThatContradictTheList(t *testing.T) {
	of := func(k evaluate.Kind, who, to string) comes { return comes{kind: k, who: who, to: to} }
	tt := func(kind string) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective21("TT", kind, "excellent", "good")}}
	}
	above := func(grade string) sheet { return orgsGiven("XA", grade) }
	fellow := func(facts row) []sheet {
		return []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "DU", "basic_targets": "none"}}},
			{excel.BaseBook, "DU", evaluate.Collective, []row{collective366("TT", "committee", "44")}},
			{excel.OfficeBook, "XA", evaluate.Leader, []row{somebody("Phó", leader366("deputy", "Phó Mẫu", "TT", "không", "không", "30"), facts)}}}
	}
	agency := []evaluate.Body{{Kind: evaluate.Unit, Code: "UB", Name: "Cơ quan Mẫu", Org: "DU"}, {Kind: evaluate.Collective, Code: "TT", Name: "Lãnh đạo cơ quan Mẫu", Org: "DU", Superior: "UB", Size: 3}}
	members := func(facts ...row) sheet {
		var rows []row
		for i, f := range facts {
			rows = append(rows, somebody(string(rune('A'+i)), post21("deputy", "Phó Chủ tịch Mẫu", "TT", "không", "không", row{"branch_code": "A"}), f))
		}
		return leaders(rows...)
	}
	saysNone := func(bodies []evaluate.Body) []evaluate.Body {
		bodies[1].Superior, bodies[1].NoSuperior = "", true
		return bodies
	}
	noUnit := []comes{of(evaluate.Collective, "TT", "excellent")}
	anyUnit := []comes{of(evaluate.Collective, "TT", "undecided: excellent good completed not_completed")}
	none := withoutUnit(offices(), "TT")
	l := libraries{}
	for _, c := range []struct {
		coupling
		asked string
	}{
		{coupling{name: "the leadership of a unit, typed as a committee", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "completed")), tt("committee"), above("good")},
			want: []comes{of(evaluate.Collective, "TT", "undecided: good completed")}}, "warning TT BC9 / E2"},
		{coupling{name: "both readings come to the same", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "good")), tt("committee"), above("good")},
			want: []comes{of(evaluate.Collective, "TT", "good")}}, "warning TT BC9 / E2"},
		{coupling{name: "typed as the list has it", period: "2021", bodies: offices(), books: []sheet{units(unit("UB", "completed")), tt("management"), above("good")},
			want: []comes{of(evaluate.Collective, "TT", "completed")}}, ""},
		{coupling{name: "a committee, typed as the leadership of a unit", period: "2021", bodies: withoutUnit(offices(), "TT"), books: []sheet{units(unit("UB", "completed")), tt("management"), above("good")},
			want: []comes{of(evaluate.Collective, "TT", "undecided: excellent good completed not_completed")}}, "warning TT BC9 / E2"},
		{coupling{name: "its members say that they have no unit", period: "2021", bodies: none, books: []sheet{units(unit("UB", "completed")), tt("management"), above("good"), members(nil, row{"own_unit": ""})}, want: noUnit}, ""},
		{coupling{name: "one of its members has a unit", period: "2021", bodies: none, books: []sheet{units(unit("UB", "completed")), tt("management"), above("good"), members(nil, row{"own_unit": "P1"})}, want: anyUnit}, "warning TT BC9 / E2"},
		{coupling{name: "its members say nothing", period: "2021", bodies: none, books: []sheet{units(unit("UB", "completed")), tt("management"), above("good"), members(row{"own_unit": ""})}, want: anyUnit}, "warning TT BC9 / E2"},
		{coupling{name: "its members have no unit, and one is called its secretary", period: "2021", bodies: none, books: []sheet{units(unit("UB", "completed")), tt("management"), above("good"), members(nil, row{"title": "Phó Bí thư Đảng ủy Mẫu"})}, want: anyUnit}, "warning TT BC9 / E2"},
		{coupling{name: "one of them has a Party post too", period: "2021", bodies: none, books: []sheet{units(unit("UB", "completed")), tt("management"), above("good"), members(nil, row{"title": "Phó Bí thư, Chủ tịch Mẫu"})}, want: noUnit}, ""},
		{coupling{name: "the list says that it has no unit", period: "2021", bodies: saysNone(offices()), books: []sheet{units(unit("UB", "completed")), tt("management"), above("good")}, want: noUnit}, ""},
		{coupling{name: "rules that do not ask what it is", period: "2025", bodies: withoutUnit(offices(), "TT"), books: []sheet{units(unit("UB", "completed")), {excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "44")}}}, want: noUnit}, ""},
		{coupling{name: "no unit is listed at all", period: "2021", bodies: withoutUnit(offices(), "TT")[1:3], books: []sheet{tt("management"), above("good")}}, ""},
		{coupling{name: "who sits on the committee is not known, and one of them is disciplined", period: "2025", orgs: manyBranches(2), bodies: agency, books: fellow(row{"discipline": "reprimand", "discipline_duty": "yes"}),
			want: []comes{of(evaluate.Organization, "DU", "undecided: excellent good completed not_completed")}}, "warning TT BC9 / E2"},
		{coupling{name: "who sits on the committee is not known, and none of them is disciplined", period: "2025", orgs: manyBranches(2), bodies: agency, books: fellow(nil),
			want: []comes{of(evaluate.Organization, "DU", "excellent")}}, "warning TT BC9 / E2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.bodies = listCells(c.bodies)
			r := c.run(t, l)
			for _, w := range c.want {
				w.check(t, r)
			}
			if got := cellsTold(r, "E387"); len(got) > 1 || c.asked == "" && len(got) > 0 || c.asked != "" && (len(got) != 1 || got[0] != c.asked) {
				t.Errorf("asked %q, want %q", got, c.asked)
			}
		})
	}
}
