package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A record that says nobody was disciplined, beside the row of somebody who was, is asked
// about with both cells, and everybody who counts him waits: the committee that he sits
// on, his branch, the organization. He himself is graded by his row.
func TestRecordsThatSayLessThanRows(t *testing.T) {
	bodies := []evaluate.Body{{Kind: evaluate.Collective, Code: "CU", Name: "Cấp ủy Mẫu", Org: "DU", Size: 5},
		{Kind: evaluate.Unit, Code: "UB", Name: "Cơ quan Mẫu", Org: "DU"}, {Kind: evaluate.Collective, Code: "TT", Name: "Lãnh đạo cơ quan Mẫu", Org: "DU", Superior: "UB", Size: 3}}
	office := func(org, body, leader row) []sheet {
		return []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{org.with(row{"org_code": "DU", "basic_targets": "none"})}},
			{excel.BaseBook, "DU", evaluate.Collective, []row{collective366("CU", "committee", "44"), collective366("TT", "management", "44")}},
			{excel.OfficeBook, "XA", evaluate.Collective, []row{body}},
			{excel.OfficeBook, "XA", evaluate.Leader, []row{somebody("Phó", leader366("deputy", "Phó bí thư", "CU", "không", "không", "30"), leader), somebody("Phó", leader366("deputy", "Phó giám đốc", "TT", "UB", "không", "30"))}}}
	}
	// whom the branch of two reports, with what the office says of it and of him
	branch := func(org, member row, more ...sheet) []sheet {
		of := func(name, post string) row {
			return somebody(name, member366()[0].rows[0].without("full_name", "identity_number"), row{"party_post": post, "score_r1": "65"})
		}
		return append([]sheet{{excel.BranchBook, "C1", evaluate.Organization, []row{body366("44", row{"org_code": "C1"}).without("basic_targets")}},
			{excel.OfficeBook, "XA", evaluate.Organization, []row{org.with(row{"org_code": "C1", "basic_targets": "none"})}},
			{excel.BranchBook, "C1", evaluate.Member, []row{of("Bí Thư", "secretary"), of("Hai", "committee_member")}},
			{excel.OfficeBook, "XA", evaluate.Member, []row{somebody("Hai", member)}}}, more...)
	}
	record := func(code string, facts row) row { return facts.with(row{"collective_code": code}) }
	reprimand := row{"discipline": "reprimand", "discipline_duty": "yes", "discipline_elsewhere": "no"}
	decline := row{"concluded_decline": "yes"}
	leads := sheet{excel.OfficeBook, "XA", evaluate.Leader, []row{somebody("Hai", leader366("deputy", "Phó giám đốc", "TT", "UB", "không", "30"))}}
	tt := func(facts row) sheet {
		return sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "44", facts)}}
	}
	const both = "undecided: excellent not_completed"
	l := libraries{}
	for _, c := range []struct {
		name  string
		books []sheet
		want  []comes
		told  int
	}{
		{"no member of the collective disciplined, and one in it and on the committee", office(nil, record("TT", row{"fellow_discipline": "none"}), reprimand.without("discipline_elsewhere")),
			[]comes{{kind: evaluate.Collective, who: "CU", to: both}, {kind: evaluate.Organization, who: "DU", to: both}, {kind: evaluate.Leader, who: "Phó/Phó bí thư", to: "not_completed"}}, 1},
		{"no decline on the committee by the organization's record, and a leader in it", office(row{"committee_decline": "no"}, record("CU", nil), decline),
			[]comes{{kind: evaluate.Organization, who: "DU", to: both}, {kind: evaluate.Collective, who: "CU", to: both}}, 1},
		{"nobody of the committee disciplined by the branch's record", branch(row{"attached_disciplined": "no"}, row{"discipline": "reprimand", "discipline_duty": "no"}),
			[]comes{{kind: evaluate.Organization, who: "C1", to: "undecided: excellent good completed not_completed"}}, 1},
		{"somebody disciplined by the branch's record, who may be attached", branch(row{"attached_disciplined": "yes"}, row{"discipline": "none"}),
			[]comes{{kind: evaluate.Organization, who: "C1", to: "review: good completed not_completed"}}, 0},
		{"no discipline in the agency, and a member of the branch's committee leads there", branch(nil, reprimand, leads, tt(row{"fellow_discipline": "none"})),
			[]comes{{kind: evaluate.Organization, who: "C1", to: both}}, 1},
		{"nothing recorded", office(nil, record("TT", nil), reprimand.without("discipline_elsewhere")),
			[]comes{{kind: evaluate.Collective, who: "CU", to: "not_completed"}, {kind: evaluate.Organization, who: "DU", to: "not_completed"}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := (&coupling{period: "2025", orgs: manyBranches(2), bodies: bodies, books: c.books}).run(t, l)
			for _, w := range c.want {
				w.check(t, r)
			}
			told := cellsTold(r, "E328")
			if len(told) != c.told {
				t.Errorf("told %q", told)
			}
			for _, line := range told {
				if f := strings.Fields(line); f[0] != "warning" || len(f) < 5 {
					t.Errorf("it does not name both cells: %q", line)
				}
			}
		})
	}
}

// Those who sit on a chi ủy by their party posts alone are of those it has by the list: a
// record heavier than the rows of all of them is asked about.
func TestRecordsThatSayMoreThanAllWhoSitOnACommittee(t *testing.T) {
	an := member366()[0].rows[0].without("full_name", "identity_number")
	of := func(name, post, discipline string) row {
		r := somebody(name, an, row{"party_post": post, "discipline": discipline, "discipline_duty": "yes"})
		if discipline == "none" || discipline == "" {
			r = r.without("discipline_duty")
		}
		if discipline == "" {
			r = r.without("discipline")
		}
		return r
	}
	leader := func(discipline string) sheet {
		return leaders(somebody("An", leader366("head", "Bí thư", "CU", "không", "không", "30", row{"party_post": "secretary", "discipline": discipline})))
	}
	const both = "undecided: excellent not_completed"
	secretary, deputy, third := of("An", "secretary", "none"), of("Bình", "deputy_secretary", "none"), of("Cúc", "committee_member", "none")
	l := libraries{}
	for _, c := range []struct {
		name  string
		rows  []row
		more  []sheet
		to    string
		asked bool
	}{
		{"all three, none disciplined", []row{secretary, deputy, third}, nil, both, true},
		{"one of them with a row among the leaders", []row{secretary, deputy, third}, []sheet{leader("none")}, both, true},
		{"two of three", []row{secretary, deputy}, nil, "not_completed", false},
		{"one of whom nothing is said", []row{secretary, deputy, of("Cúc", "committee_member", "")}, nil, "not_completed", false},
		{"one of them has it", []row{secretary, deputy, of("Cúc", "committee_member", "reprimand")}, nil, "not_completed", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := append([]sheet{{excel.BranchBook, "A", evaluate.Member, c.rows}, {excel.BranchBook, "A", evaluate.Collective, []row{collective366("CU", "committee", "44")}},
				{excel.OfficeBook, "XA", evaluate.Collective, []row{{"collective_code": "CU", "fellow_discipline": "reprimand", "fellow_discipline_duty": "yes"}}}}, c.more...)
			r := (&coupling{period: "2025", bodies: listCells(offices()), books: books}).run(t, l)
			comes{kind: evaluate.Collective, who: "CU", to: c.to}.check(t, r)
			if told := cellsTold(r, "E328"); (len(told) > 0) != c.asked {
				t.Errorf("told %q", told)
			}
		})
	}
}

// So is what an organization records of its committee, where all who sit on its one
// committee have rows among the leaders.
func TestRecordsThatSayMoreThanTheWholeCommitteeOfAnOrganization(t *testing.T) {
	post := func(name, decline string) row {
		return somebody(name, leader366("deputy", "Phó bí thư", "CU", "không", "không", "30", row{"concluded_decline": decline}))
	}
	const both = "undecided: excellent not_completed"
	l := libraries{}
	for _, c := range []struct {
		name  string
		size  int
		more  []evaluate.Body
		rows  []row
		to    string
		asked bool
	}{
		{"both, neither in decline", 2, nil, []row{post("An", "no"), post("Ba", "no")}, both, true},
		{"one of two in decline", 2, nil, []row{post("An", "no"), post("Ba", "yes")}, "not_completed", false},
		{"two of three", 3, nil, []row{post("An", "no"), post("Ba", "no")}, "not_completed", false},
		{"nobody says how many", 0, nil, []row{post("An", "no"), post("Ba", "no")}, "not_completed", false},
		{"there is another committee", 2, []evaluate.Body{{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "DU", Size: 3}}, []row{post("An", "no"), post("Ba", "no")}, "not_completed", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			bodies := append([]evaluate.Body{{Kind: evaluate.Collective, Code: "CU", Name: "Cấp ủy Mẫu", Org: "DU", Size: c.size}}, c.more...)
			rows := []row{collective366("CU", "committee", "44")}
			if c.more != nil {
				rows = append(rows, collective366("TV", "committee", "44"))
			}
			books := []sheet{{excel.BaseBook, "DU", evaluate.Organization, []row{body366("44", row{"org_code": "DU"}).without("basic_targets")}},
				{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "DU", "basic_targets": "none", "committee_decline": "yes"}}},
				{excel.BaseBook, "DU", evaluate.Collective, rows}, leaders(c.rows...)}
			r := (&coupling{period: "2025", orgs: manyBranches(2), bodies: listCells(bodies), books: books}).run(t, l)
			comes{kind: evaluate.Organization, who: "DU", to: c.to}.check(t, r)
			if told := cellsTold(r, "E328"); (len(told) > 0) != c.asked {
				t.Errorf("told %q", told)
			}
		})
	}
}
