package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Party organizations of 2025 are graded by the column of collectives: committee
// members' discipline counts, that of others does not; shares of members and of
// attached organizations only where the office turns them on.
func TestCouplingsOf366Organizations(t *testing.T) {
	member := func(name, post, r1 string, facts ...row) row {
		return somebody(name, member366()[0].rows[0].without("full_name", "identity_number"), row{"party_post": post, "score_r1": r1}).with(facts...)
	}
	secretary := member("Bí Thư", "secretary", "65")
	branch := func(own row, members ...row) []sheet {
		return []sheet{{excel.BranchBook, "A", evaluate.Organization, []row{own.with(row{"org_code": "A"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "A", "basic_targets": "none"}}},
			{excel.BranchBook, "A", evaluate.Member, members}}
	}
	office := func(name string, facts row) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Member, []row{somebody(name, facts)}}
	}
	reprimand := row{"discipline": "reprimand", "discipline_duty": "yes"}
	org := func(to, holds, fails string) []comes {
		return []comes{{kind: evaluate.Organization, who: "A", to: to, holds: holds, fails: fails}}
	}
	shares := []string{"organization_shares"}
	poor := member("Kém", "none", "10", row{"tasks_done": "9"})
	list := []coupling{
		{name: "R25-44", period: "2025", books: branch(body366("44"), secretary, member("Một", "none", "65")), want: org("excellent", "", "K-C2-MEMBERS K-C3")},
		{name: "committee member disciplined", period: "2025", books: append(branch(body366("44"), secretary, member("Hai", "committee_member", "65")), office("Hai", reprimand)),
			want: append(org("not_completed", "K-C2-MEMBERS", ""), comes{kind: evaluate.Member, who: "Hai", to: "not_completed", holds: "K-M1-DISCIPLINE"})},
		{name: "committee member disciplined for another place", period: "2025", books: append(branch(body366("44"), secretary, member("Hai", "committee_member", "65")), office("Hai", reprimand.with(row{"discipline_elsewhere": "yes"}))),
			want: org("review: good completed not_completed", "", "K-C2-MEMBERS XS-DISCIPLINE")},
		{name: "ordinary member disciplined", period: "2025", books: append(branch(body366("44"), secretary, member("Hai", "none", "65")), office("Hai", reprimand)), want: org("excellent", "", "K-C2-MEMBERS")},
		{name: "committee member in decline", period: "2025", books: append(branch(body366("44"), secretary), office("Bí Thư", row{"concluded_decline": "yes"})), want: org("not_completed", "K-C3", "")},
		{name: "a failed member, shares off", period: "2025", books: branch(body366("44"), secretary, poor), want: append(org("excellent", "", ""), comes{kind: evaluate.Member, who: "Kém", to: "not_completed"})},
		{name: "a failed member, shares on", period: "2025", switches: shares, books: branch(body366("44"), secretary, poor), want: org("review: completed not_completed", "", "XS-MEMBERS-HT T-MEMBERS-HT")},
		{name: "members good, shares on", period: "2025", switches: shares, books: branch(body366("44"), secretary, member("Một", "none", "65")), want: org("excellent", "XS-MEMBERS-HT XS-MEMBERS-T", "")},
		{name: "an attached organization disciplined", period: "2025", orgs: manyBranches(2), books: []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"})}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "C1", "org_disciplined": "yes"}}}},
			want: []comes{{kind: evaluate.Organization, who: "DU", to: "review: good completed not_completed", fails: "XS-DISCIPLINE"}}},
		{name: "no attached organization disciplined", period: "2025", orgs: manyBranches(2), books: []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"})}}},
			want: []comes{{kind: evaluate.Organization, who: "DU", to: "excellent", holds: "XS-DISCIPLINE"}}},
	}
	play(t, list)
}

// A Party organization of 2025 comes after its agency, collectives, attached
// organizations and members, whose grades are told beside its own and never move
// it. A campaign that names the first edition stays on it.
func TestOrganizationsOf366RestOnOthers(t *testing.T) {
	orgs := manyBranches(2)
	bodies := []evaluate.Body{{Kind: evaluate.Unit, Code: "UB", Name: "Cơ quan Mẫu", Org: "DU"},
		{Kind: evaluate.Collective, Code: "TT", Name: "Tập thể Mẫu", Org: "DU", Size: 5}, {Kind: evaluate.Collective, Code: "CU", Name: "Chi ủy Mẫu", Org: "C1", Size: 3}}
	member := func(name, r1 string) row {
		return somebody(name, member366()[0].rows[0].without("full_name", "identity_number"), row{"party_post": "none", "score_r1": r1})
	}
	book := func(unitGrade, goals string, last row) []sheet {
		return []sheet{
			{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"}).without("basic_targets")}},
			{excel.BranchBook, "C1", evaluate.Organization, []row{body366("44", row{"org_code": "C1"}).without("basic_targets")}},
			{excel.BranchBook, "C2", evaluate.Organization, []row{body366("44", row{"org_code": "C2"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "DU", "basic_targets": "none"}, {"org_code": "C1", "basic_targets": "none"}, {"org_code": "C2", "basic_targets": "none"}}},
			{excel.BranchBook, "C1", evaluate.Member, []row{member("Một", "65"), member("Hai", "65")}}, {excel.BranchBook, "C2", evaluate.Member, []row{last}},
			{excel.BaseBook, "DU", evaluate.Collective, []row{collective366("TT", "management", goals)}}, {excel.BranchBook, "C1", evaluate.Collective, []row{collective366("CU", "committee", "44")}},
			{excel.BaseBook, "DU", evaluate.Unit, []row{unit("UB", unitGrade)}}}
	}
	all := "REST-UNITS REST-COLLECTIVES REST-CHILDREN REST-MEMBERS"
	du := func(to, holds string) comes {
		return comes{kind: evaluate.Organization, who: "DU", to: to, holds: holds}
	}
	good := member("Ba", "65")
	list := []struct {
		coupling
		said []string // told beside the grade of DU
	}{
		{coupling{name: "all have their grade", books: book("good", "44", good), want: []comes{du("excellent", all), {kind: evaluate.Organization, who: "C1", to: "excellent", holds: "REST-COLLECTIVES REST-MEMBERS"}}},
			[]string{"Các cơ quan, đơn vị của tổ chức: 1 HTT", "Các tập thể lãnh đạo, quản lý: 1 HTXSNV;", "Tổ chức đảng trực thuộc: 2 HTXSNV;", "Đảng viên của tổ chức và các tổ chức trực thuộc: 3 HTXSNV (43-HD/BTCTW, Mục 3)"}},
		{coupling{name: "all that can be have failed", books: book("not_completed", "0", member("Ba", "10")), want: []comes{du("excellent", all), {kind: evaluate.Unit, who: "UB", to: "not_completed"}}},
			[]string{"Các cơ quan, đơn vị của tổ chức: 1 KHT", "2 HTXSNV, 1 "}},
		{coupling{name: "a member is open", books: book("good", "44", good.without("score_r1")), want: []comes{du("excellent", "REST-UNITS REST-COLLECTIVES REST-CHILDREN")}},
			[]string{"Đảng viên của tổ chức và các tổ chức trực thuộc: 2 HTXSNV, 1 chưa có mức"}},
		{coupling{name: "the first edition, as it was named", books: book("good", "44", good), want: []comes{du("excellent", "")},
			chosen: map[evaluate.Kind]string{evaluate.Organization: "vn-366-organization@2025-r1"}}, nil},
		{coupling{name: "by its id alone the edition in force", books: book("good", "44", good), want: []comes{du("excellent", all)},
			chosen: map[evaluate.Kind]string{evaluate.Organization: "vn-366-organization"}}, []string{"2 HTXSNV"}},
	}
	l := libraries{}
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			c.period, c.orgs, c.bodies = "2025", orgs, bodies
			r := c.run(t, l)
			for _, w := range c.want {
				w.check(t, r)
			}
			at := r.find(evaluate.Organization, "DU")
			said := r.report.Weighed(evaluate.Organization, at)
			for _, want := range c.said {
				if !strings.Contains(said, want) {
					t.Errorf("%q is not told: %s", want, said)
				}
			}
			if len(c.said) == 0 && said != "" {
				t.Errorf("the first edition weighs: %s", said)
			}
			if e := r.report.Explain(evaluate.Organization, at); (len(e.Rests) > 0) != (len(c.said) > 0) {
				t.Errorf("explained: %d", len(e.Rests))
			}
			if len(r.report.Missing(evaluate.Organization, at)) > 0 {
				t.Error("it waits for what it cannot change by")
			}
		})
	}
}

// Who sits on the committee of an organization with branches below it is no member
// of its own: the list of leaders tells of him, and he counts as a member of a
// branch's committee does. Leaders of its agency do not.
func TestCommitteesOf366OrganizationsAnswerForTheirMembers(t *testing.T) {
	bodies := []evaluate.Body{{Kind: evaluate.Collective, Code: "CU", Name: "Cấp ủy Mẫu", Org: "DU", Size: 5},
		{Kind: evaluate.Unit, Code: "UB", Name: "Cơ quan Mẫu", Org: "DU"}, {Kind: evaluate.Collective, Code: "TT", Name: "Lãnh đạo cơ quan Mẫu", Org: "DU", Superior: "UB", Size: 3}}
	books := func(where string, own row, facts row) []sheet {
		return []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{own.with(row{"org_code": "DU", "basic_targets": "none"})}},
			{excel.BaseBook, "DU", evaluate.Collective, []row{collective366("CU", "committee", "44"), collective366("TT", "management", "44")}},
			{excel.OfficeBook, "XA", evaluate.Leader, []row{somebody("Phó", leader366("deputy", "Phó bí thư", where, "không", "không", "30"), facts)}}}
	}
	reprimand := row{"discipline": "reprimand", "discipline_duty": "yes"}
	du := func(to, holds, fails string) []comes {
		return []comes{{kind: evaluate.Organization, who: "DU", to: to, holds: holds, fails: fails}}
	}
	list := []coupling{
		{name: "nobody disciplined", books: books("CU", nil, nil), want: du("excellent", "XS-DISCIPLINE-COMMITTEE", "K-C2-COMMITTEE K-C3-COMMITTEE")},
		{name: "a member of the committee, by his duties", books: books("CU", nil, reprimand), want: append(du("not_completed", "K-C2-COMMITTEE", ""),
			comes{kind: evaluate.Collective, who: "CU", to: "not_completed", holds: "K-C2-FELLOWS"})},
		{name: "not by his duties", books: books("CU", nil, row{"discipline": "warning", "discipline_duty": "no"}), want: du("review: good completed not_completed", "", "K-C2-COMMITTEE XS-DISCIPLINE-COMMITTEE")},
		{name: "whether by his duties is not said", books: books("CU", nil, row{"discipline": "warning"}), want: du("undecided: good completed not_completed", "", "XS-DISCIPLINE-COMMITTEE")},
		{name: "found by themselves", books: books("CU", row{"relief_claimed": "yes"}, reprimand), want: du("review: good completed not_completed", "K-C2-COMMITTEE K-C2-COMMITTEE-RELIEF", "")},
		{name: "an old violation", books: books("CU", nil, reprimand.with(row{"old_violation": "yes"})), want: du("review: good completed not_completed", "K-C2-COMMITTEE K-C2-COMMITTEE-RELIEF", "")},
		{name: "of another unit", books: books("CU", nil, reprimand.with(row{"violation_elsewhere": "yes"})), want: du("review: good completed not_completed", "", "K-C2-COMMITTEE XS-DISCIPLINE-COMMITTEE")},
		{name: "in decline", books: books("CU", nil, row{"concluded_decline": "yes"}), want: du("not_completed", "K-C3-COMMITTEE", "")},
		{name: "a leader of its agency", books: books("TT", nil, reprimand), want: du("excellent", "XS-DISCIPLINE-COMMITTEE", "K-C2-COMMITTEE")},
		{name: "the first edition looks at members alone, so that a blank record denies him", books: books("CU", nil, reprimand), want: du("undecided: excellent good completed not_completed", "", ""),
			chosen: map[evaluate.Kind]string{evaluate.Organization: "vn-366-organization@2025-r1"}},
		{name: "the first edition, and nobody disciplined", books: books("CU", nil, nil), want: du("excellent", "", ""),
			chosen: map[evaluate.Kind]string{evaluate.Organization: "vn-366-organization@2025-r1"}},
	}
	for i := range list {
		list[i].period, list[i].orgs, list[i].bodies = "2025", manyBranches(2), bodies
	}
	play(t, list)
}
