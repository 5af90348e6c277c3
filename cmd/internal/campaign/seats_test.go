package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A chi ủy answers for all who sit on it: for those without a row among the leaders their
// party posts in the branch's report say that they do.
func TestCommitteesOfBranchesAnswerForThoseWhoHaveNoRowAmongTheLeaders(t *testing.T) {
	an := member366()[0].rows[0]
	books := func(facts row, more ...sheet) []sheet {
		return append([]sheet{{excel.BranchBook, "A", evaluate.Member, []row{an.with(facts), somebody("Bình", an.without("identity_number", "full_name"), row{"party_post": "none"})}},
			{excel.BranchBook, "A", evaluate.Collective, []row{collective366("CU", "committee", "44")}}}, more...)
	}
	own := leaders(somebody("An", leader366("head", "Bí thư", "CU", "không", "không", "30", row{"party_post": "secretary", "violation_elsewhere": "no"})))
	reprimand := row{"party_post": "secretary", "discipline": "reprimand", "discipline_duty": "yes"}
	cu := func(to, holds, fails string) []comes {
		return []comes{{kind: evaluate.Collective, who: "CU", to: to, holds: holds, fails: fails}}
	}
	silent := leaders(somebody("An", leader366("head", "Bí thư", "CU", "không", "không", "30", row{"party_post": "secretary"})))
	other := leaders(somebody("An", leader366("head", "Trưởng phòng", "TT", "không", "không", "30")))
	list := []coupling{
		{name: "nobody disciplined", books: books(row{"party_post": "secretary"}), want: cu("excellent", "XS-FELLOWS-DISCIPLINE", "K-C2-FELLOWS K-C3")},
		{name: "the secretary, by his duties", books: books(reprimand), want: cu("not_completed", "K-C2-FELLOWS", "K-C2")},
		{name: "with a row among the leaders besides", books: books(reprimand, own), want: cu("not_completed", "K-C2-FELLOWS", "K-C2")},
		{name: "with a row among the leaders that says nothing of it", books: books(reprimand, silent), want: cu("not_completed", "K-C2-FELLOWS", "K-C2 K-C2-FELLOWS-RELIEF")},
		{name: "nothing to do with the committee, and a row among the leaders", books: books(reprimand.with(row{"discipline_elsewhere": "yes"}), silent), want: cu("review: good completed not_completed", "", "K-C2-FELLOWS")},
		{name: "with a row among the leaders of another collective", books: append(books(reprimand, other), sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "44")}}),
			want: []comes{{kind: evaluate.Collective, who: "TT", to: "undecided: good completed not_completed"}}},
		{name: "not by his duties", books: books(reprimand.with(row{"discipline_duty": "no"})), want: cu("review: good completed not_completed", "", "K-C2-FELLOWS XS-FELLOWS-DISCIPLINE")},
		{name: "whether by his duties is not said", books: books(reprimand.without("discipline_duty")), want: cu("undecided: good completed not_completed", "", "XS-FELLOWS-DISCIPLINE")},
		{name: "nothing to do with the committee", books: books(reprimand.with(row{"discipline_elsewhere": "yes"})), want: cu("review: good completed not_completed", "", "K-C2-FELLOWS")},
		{name: "an old violation", books: books(reprimand.with(row{"old_violation": "yes"})), want: cu("review: good completed not_completed", "K-C2-FELLOWS K-C2-FELLOWS-RELIEF", "")},
		{name: "in decline", books: books(row{"party_post": "committee_member", "concluded_decline": "yes"}), want: cu("not_completed", "K-C3", "")},
		{name: "a member with no post", books: books(reprimand.with(row{"party_post": "none"})), want: cu("excellent", "", "K-C2-FELLOWS")},
		{name: "one of a committee above", books: books(reprimand.with(row{"party_post": "upper_committee"})), want: cu("excellent", "", "K-C2-FELLOWS")},
		{name: "leaders no part of the campaign", kinds: []evaluate.Kind{evaluate.Member, evaluate.Collective}, books: books(reprimand), want: cu("not_completed", "K-C2-FELLOWS", "")},
	}
	for i := range list {
		list[i].period, list[i].bodies = "2025", offices()
	}
	play(t, list)
}

// What the office records of a chi ủy is held against the rows of those who sit on it as
// members, too.
func TestRecordsOfACommitteeAgainstItsMembers(t *testing.T) {
	an := member366()[0].rows[0].with(row{"party_post": "secretary", "discipline": "reprimand", "discipline_duty": "yes"})
	l := libraries{}
	for said, want := range map[string]string{"none": "undecided: excellent not_completed", "reprimand": "not_completed"} {
		c := coupling{period: "2025", bodies: offices(), books: []sheet{{excel.BranchBook, "A", evaluate.Member, []row{an}},
			{excel.BranchBook, "A", evaluate.Collective, []row{collective366("CU", "committee", "44")}},
			{excel.OfficeBook, "XA", evaluate.Collective, []row{{"collective_code": "CU", "fellow_discipline": said, "fellow_discipline_duty": map[string]string{"reprimand": "yes"}[said]}}}}}
		if said == "none" {
			c.books[2].rows[0] = c.books[2].rows[0].without("fellow_discipline_duty")
		}
		r := c.run(t, l)
		comes{kind: evaluate.Collective, who: "CU", to: want}.check(t, r)
		told := 0
		for _, p := range r.problems {
			if p.Code == "E328" {
				told++
			}
		}
		if (told > 0) != (said == "none") {
			t.Errorf("%s recorded: %d problems", said, told)
		}
	}
}

// Whoever sits on a chi ủy as a member alone is one of those it has by the list.
func TestSizesOfCommitteesCountTheirMembers(t *testing.T) {
	an, l := member366()[0].rows[0], libraries{}
	own := leaders(somebody("An", leader366("head", "Bí thư", "CU", "không", "không", "30", row{"party_post": "secretary"})))
	for _, c := range []struct {
		name  string
		posts []string // of An, and of others
		told  []string
		words string
	}{
		{"all three", []string{"secretary", "deputy_secretary", "committee_member", "none"}, nil, ""},
		{"two", []string{"secretary", "deputy_secretary", "none"}, []string{"note E388"}, "mới có 2 người"},
		{"the secretary alone", []string{"secretary", "none"}, []string{"note E388"}, "mới có 1 người"},
		{"four", []string{"secretary", "deputy_secretary", "committee_member", "committee_member"}, []string{"note E351"}, "có tới 4 người"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var members []row
			for i, post := range c.posts {
				name := []string{"An", "Bình", "Cúc", "Dung"}[i]
				if members = append(members, an.with(row{"party_post": post})); i > 0 {
					members[i] = somebody(name, an.without("identity_number", "full_name"), row{"party_post": post})
				}
			}
			r := (&coupling{period: "2025", bodies: listCells(offices()), books: []sheet{{excel.BranchBook, "A", evaluate.Member, members},
				{excel.BranchBook, "A", evaluate.Collective, []row{collective366("CU", "committee", "44")}}, own}}).run(t, l)
			var told []string
			words := ""
			for _, p := range r.problems {
				if strings.Contains(p.Message, `"TT"`) { // to which nobody belongs here
					continue
				}
				if p.Code == "E388" || p.Code == "E351" {
					told, words = append(told, p.Severity.String()+" "+string(p.Code)), p.Message
					if p.Code == "E351" && len(p.Related) < 2 {
						t.Errorf("not all cells: %+v", p.Related)
					}
				}
			}
			if !slices.Equal(told, c.told) || !strings.Contains(words, c.words) {
				t.Errorf("told %q %q, want %q %q", told, words, c.told, c.words)
			}
		})
	}
}

// Whether a violation has to do with the committee of a branch is asked on both sheets of
// whoever has a row among its leaders: what one says the other does, and where they say
// different things whoever counts him waits.
func TestWhatTwoSheetsSayOfAViolationAndTheCommittee(t *testing.T) {
	an := member366()[0].rows[0].with(row{"party_post": "secretary", "discipline": "reprimand", "discipline_duty": "yes"})
	said := func(r row, id evaluate.FactID, code string) row {
		if code == "" {
			return r.without(id)
		}
		return r.with(row{id: code})
	}
	own := []sheet{{excel.BranchBook, "A", evaluate.Organization, []row{body366("44", row{"org_code": "A"}).without("basic_targets")}},
		{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "A", "basic_targets": "none"}}}}
	const waits, fails, reviewed = "undecided: good completed not_completed", "not_completed", "review: good completed not_completed"
	l := libraries{}
	for _, c := range []struct {
		name           string
		member, leader string
		collective     string // of the leader's row
		to             string // the committee
		org            string
		told           string
	}{
		{"the member's says so, the leader's denies it", "yes", "no", "CU", waits, waits, "warning E363"},
		{"the other way round", "no", "yes", "CU", waits, waits, "warning E363"},
		{"both say so", "yes", "yes", "CU", reviewed, reviewed, ""},
		{"both deny it", "no", "no", "CU", fails, fails, ""},
		{"the member's alone", "yes", "", "CU", reviewed, reviewed, ""},
		{"the leader's alone", "", "yes", "CU", reviewed, reviewed, ""},
		{"the row is about another collective", "yes", "no", "TT", reviewed, reviewed, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			member := said(an, "discipline_elsewhere", c.member)
			leader := said(somebody("An", leader366("head", "Bí thư", c.collective, "không", "không", "30", row{"party_post": "secretary"})), "violation_elsewhere", c.leader)
			books := append([]sheet{{excel.BranchBook, "A", evaluate.Member, []row{member, somebody("Bình", an.without("identity_number", "full_name", "discipline", "discipline_duty"), row{"party_post": "none"})}},
				{excel.BranchBook, "A", evaluate.Collective, []row{collective366("CU", "committee", "44")}}, leaders(leader)}, own...)
			r := (&coupling{period: "2025", bodies: offices(), books: books}).run(t, l)
			comes{kind: evaluate.Collective, who: "CU", to: c.to}.check(t, r)
			comes{kind: evaluate.Organization, who: "A", to: c.org}.check(t, r)
			told := ""
			for _, p := range r.problems {
				if p.Code == "E363" && strings.Contains(p.Message, "Vi phạm ở đơn vị khác") {
					told += p.Severity.String() + " " + string(p.Code)
					if p.At.Cell == "" || len(p.Related) != 1 || p.Related[0].At.Cell == "" {
						t.Errorf("it does not name both cells: %+v", p)
					}
				}
			}
			if told != c.told {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
}

// Whoever leads a chi ủy by the branch's report and has no row among the leaders for it is
// graded by no rule for its head: that is told once a branch, with the cells of the posts.
func TestSecretariesWithoutARowForTheirSeat(t *testing.T) {
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Unit, Code: "TR", Name: "Trường Mẫu", Org: "A"},
		evaluate.Body{Kind: evaluate.Collective, Code: "TG", Name: "Ban giám hiệu Mẫu", Org: "A", Superior: "TR", Size: 3})
	post := func(name, post, collective, unit string, more ...row) row {
		return somebody(name, post21(post, "Chức danh Mẫu", collective, unit, "không", append([]row{{"party_post": "secretary", "area_grade": "none"}}, more...)...))
	}
	for _, c := range []struct {
		name   string
		posts  []string // in the branch, of An and of others
		rows   []row
		kinds  []evaluate.Kind
		bodies []evaluate.Body
		told   string
	}{
		{name: "the secretary", posts: []string{"secretary", "none"}, told: "J9"},
		{name: "secretary and deputy", posts: []string{"secretary", "none", "deputy_secretary"}, told: "J9 J11"},
		{name: "the deputy, and the secretary has a row", posts: []string{"secretary", "deputy_secretary"}, rows: []row{post("An", "head", "CU", "không")}, told: "J10"},
		{name: "he has a row", posts: []string{"secretary", "none"}, rows: []row{post("An", "head", "CU", "không")}},
		{name: "another member of the committee", posts: []string{"committee_member", "none"}},
		{name: "of a committee above", posts: []string{"upper_committee", "none"}},
		{name: "head of the branch's school, who is bound by its committee", posts: []string{"secretary", "none"}, rows: []row{post("An", "head", "TG", "TR")}},
		{name: "head of an agency elsewhere, who is perhaps bound by it", posts: []string{"secretary", "none"}, rows: []row{post("An", "head", "TT", "UB")}},
		{name: "the row says that it heads no organization", posts: []string{"secretary", "none"}, rows: []row{post("An", "head", "TT", "UB", row{"headed_organization": "không"})}, told: "J9"},
		{name: "deputy of the school", posts: []string{"secretary", "none"}, rows: []row{post("An", "deputy", "TG", "TR")}, told: "J9"},
		{name: "a branch without a committee", posts: []string{"secretary", "none"}, bodies: slices.DeleteFunc(slices.Clone(bodies), func(b evaluate.Body) bool { return b.Code == "CU" })},
		{name: "leaders no part of the campaign", posts: []string{"secretary", "none"}, kinds: []evaluate.Kind{evaluate.Member, evaluate.Collective}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var members []row
			for i, p := range c.posts {
				members = append(members, somebody([]string{"An", "Bình", "Cúc"}[i], memberLevels("good", "good"), row{"party_post": p}))
			}
			if c.bodies == nil {
				c.bodies = bodies
			}
			books := []sheet{orgsGiven("A", "excellent", "XA", "excellent"), unitsGiven("UB", "excellent", "TR", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "CU", "completed"), collectivesGiven("management", "TT", "excellent", "TG", "excellent"),
				{excel.BranchBook, "A", evaluate.Member, members}}
			if c.rows != nil {
				books = append(books, leaders(c.rows...))
			}
			r := (&coupling{period: "2021", bodies: listCells(c.bodies), kinds: c.kinds, books: books}).run(t, libraries{})
			var told []string
			for _, p := range r.problems {
				if p.Code == codeMissed {
					if told = append(told, p.Cells...); len(p.Cells) == 0 {
						told = append(told, p.At.Cell)
					}
					if p.Severity != evaluate.Warning || !strings.Contains(p.Message, "CU") || len(p.Related) == 0 {
						t.Errorf("it does not say so: %+v", p)
					}
				}
			}
			if got := strings.Join(told, " "); got != c.told {
				t.Errorf("told %q, want %q", got, c.told)
			}
		})
	}
}

// Where no chi ủy of the campaign has a head among the leaders, as where these posts are
// not graded at all, it is told once, not of each branch.
func TestSecretariesOfManyBranchesWithoutRows(t *testing.T) {
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "CV", Name: "Chi ủy Mẫu hai", Org: "B", Size: 3})
	secretary := func(name string) row {
		return somebody(name, memberLevels("good", "good"), row{"party_post": "secretary"})
	}
	books := []sheet{orgsGiven("A", "excellent", "B", "excellent", "XA", "excellent"), unitsGiven("UB", "excellent"),
		given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "CU", "completed", "CV", "good"), collectivesGiven("management", "TT", "excellent"),
		{excel.BranchBook, "A", evaluate.Member, []row{secretary("An")}}, {excel.BranchBook, "B", evaluate.Member, []row{secretary("Bình")}}}
	told := func(rows ...row) (out []string) {
		with := books
		if len(rows) > 0 {
			with = append(slices.Clone(books), leaders(rows...))
		}
		r := (&coupling{period: "2021", bodies: listCells(bodies), books: with}).run(t, libraries{})
		for _, p := range r.problems {
			if p.Code == codeMissed {
				out = append(out, p.Message)
			}
		}
		return out
	}
	if got := told(); len(got) != 1 || !strings.Contains(got[0], "2 chi bộ") || !strings.Contains(got[0], "2 người") {
		t.Errorf("none has a row: %q", got)
	}
	head := somebody("An", post21("head", "Bí thư chi bộ Mẫu", "CU", "không", "không", row{"party_post": "secretary", "area_grade": "none"}))
	if got := told(head); len(got) != 1 || !strings.Contains(got[0], "CV") {
		t.Errorf("one has a row: %q", got)
	}
}
