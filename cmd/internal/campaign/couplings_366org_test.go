package campaign

import (
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
