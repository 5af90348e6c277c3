package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A code of the organization a post heads that may be another's is told with both
// cells (E377).
func TestHeadedCodesAreChecked(t *testing.T) {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Unit, Code: "TR", Name: "Trường Mẫu", Org: "B", Founded: founded})
	post := func(who, collective, unit, headed string) row {
		return somebody(who, post21("head", "Chức danh Mẫu", collective, unit, "không", row{"headed_organization": headed}))
	}
	member := func(who, org, party string) sheet {
		return sheet{excel.BranchBook, org, evaluate.Member, []row{somebody(who, memberLevels("good", "good"), row{"party_post": party})}}
	}
	const two, apart = "người khác đứng đầu", "không nằm trong"
	l := libraries{}
	for _, c := range []struct {
		name  string
		books []sheet
		told  string // "" for nothing
		other string // a part of the other cell's sheet or file
	}{
		{"his own branch", []sheet{member("An", "A", "secretary"), leaders(post("An", "không", "UB", "A"))}, "", ""},
		{"the committee above his branch", []sheet{member("An", "A", "none"), leaders(post("An", "không", "không", "XA"))}, "", ""},
		{"the branch his collective belongs to, himself a member elsewhere", []sheet{member("An", "B", "none"), leaders(post("An", "CU", "không", "A"))}, "", ""},
		{"nobody says where he is", []sheet{leaders(post("An", "không", "không", "A"))}, "", ""},
		{"another's branch, whose secretary reports", []sheet{member("An", "A", "secretary"), member("Bình", "B", "secretary"), leaders(post("An", "không", "TR", "B"))}, two, "B-branch.xlsx"},
		{"a branch that two name", []sheet{member("An", "A", "none"), member("Bình", "A", "none"), leaders(post("An", "không", "không", "A"), post("Bình", "không", "không", "A"))}, two, "XA-office.xlsx"},
		{"a branch that has nothing to do with him", []sheet{member("An", "A", "none"), leaders(post("An", "không", "không", "B"))}, apart, ""},
		{"nor with his unit", []sheet{member("An", "A", "none"), leaders(post("An", "CU", "UB", "B"))}, apart, ""},
		{"an organization below his unit's", []sheet{leaders(post("An", "không", "UB", "A"))}, apart, ""},
		{"none", []sheet{member("An", "A", "none"), leaders(post("An", "không", "không", "không"))}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := coupling{period: "2021", bodies: bodies, books: c.books}
			r := x.run(t, l)
			var told []evaluate.Problem
			for _, p := range r.problems {
				if p.Code == codeHeaded {
					told = append(told, p)
				}
			}
			switch {
			case c.told == "" && len(told) > 0, c.told != "" && len(told) == 0:
				t.Fatalf("told %+v, want %q", told, c.told)
			case c.told == "":
				return
			}
			p := told[0]
			if !strings.Contains(p.Message, c.told) || p.At.Cell == "" || len(p.Related) == 0 || !strings.Contains(p.Related[0].At.String(), c.other) {
				t.Errorf("%+v lacks %q", p, c.told)
			}
			pop, _ := r.report.Of(evaluate.Leader)
			if s := pop.Subjects[0]; len(s.Holds) > 0 || s.Link(evaluate.HeadedOrg) == nil {
				t.Errorf("holds %v, link %v", s.Holds, s.Link(evaluate.HeadedOrg))
			}
		})
	}
}

// Where the code may be another's, whoever wrote it waits between being bound by that
// organization and by what his row would put him at the head of without it, unless other
// cells say that he heads it.
func TestHeadedCodesOfOthersLeaveOpen(t *testing.T) {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Unit, Code: "TR", Name: "Trường Mẫu", Org: "B", Founded: founded})
	post := func(who, unit, headed string, more ...row) row {
		return somebody(who, post21("head", "Chức danh Mẫu", "không", unit, "không", append(more, row{"headed_organization": headed, "area_grade": "none"})...))
	}
	member := func(who, org, party string) sheet {
		return sheet{excel.BranchBook, org, evaluate.Member, []row{somebody(who, memberLevels("good", "good"), row{"party_post": party})}}
	}
	const open = "undecided: excellent completed"
	l := libraries{}
	for _, c := range []struct {
		name, a, b string // grades of the branches
		books      []sheet
		to         string // An
		other      string // Bình, "" where he has no row
	}{
		{"another's branch by its own report", "excellent", "completed", []sheet{member("An", "B", "none"), member("Bình", "B", "secretary"), leaders(post("An", "TR", "B"))}, open, ""},
		{"which changes nothing", "excellent", "excellent", []sheet{member("An", "B", "none"), member("Bình", "B", "secretary"), leaders(post("An", "TR", "B"))}, "excellent", ""},
		{"another's branch, who names it too", "excellent", "completed", []sheet{member("An", "B", "none"), member("Bình", "B", "secretary"), leaders(post("An", "TR", "B"), post("Bình", "TR", "B"))}, open, "completed"},
		{"another's branch, himself secretary of his own", "completed", "excellent", []sheet{member("An", "A", "secretary"), member("Bình", "B", "secretary"), leaders(post("An", "không", "B", row{"party_post": "secretary"}))}, open, ""},
		{"two name it, and nothing else speaks for either", "completed", "excellent", []sheet{member("An", "A", "none"), member("Bình", "A", "none"), leaders(post("An", "không", "A"), post("Bình", "không", "A"))}, open, open},
		{"a branch that has nothing to do with him", "excellent", "completed", []sheet{member("An", "A", "none"), leaders(post("An", "không", "B"))}, open, ""},
		{"his own", "completed", "excellent", []sheet{member("An", "A", "secretary"), leaders(post("An", "không", "A"))}, "completed", ""},
		{"the branch of his unit", "excellent", "completed", []sheet{member("An", "A", "none"), leaders(post("An", "TR", "B"))}, "completed", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := append([]sheet{orgsGiven("A", c.a, "B", c.b, "XA", "excellent"), unitsGiven("TR", "excellent")}, c.books...)
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, l)
			comes{kind: evaluate.Leader, who: "An", to: c.to}.check(t, r)
			if c.other != "" {
				comes{kind: evaluate.Leader, who: "Bình", to: c.other}.check(t, r)
			}
		})
	}
}
