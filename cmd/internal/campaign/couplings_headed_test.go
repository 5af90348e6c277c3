package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// given is what an authority elsewhere made of organizations, units or collectives:
// pairs of code and grade.
func given(k evaluate.Kind, id evaluate.FactID, more row, pairs ...string) sheet {
	var rows []row
	for i := 0; i < len(pairs); i += 2 {
		rows = append(rows, row{id: pairs[i], "graded_elsewhere": pairs[i+1]}.with(more))
	}
	return sheet{excel.OfficeBook, "XA", k, rows}
}

func orgsGiven(pairs ...string) sheet { return given(evaluate.Organization, "org_code", nil, pairs...) }
func unitsGiven(pairs ...string) sheet {
	return given(evaluate.Unit, "unit_code", nil, pairs...)
}
func collectivesGiven(kind string, pairs ...string) sheet {
	return given(evaluate.Collective, "collective_code", row{"collective_type": kind}, pairs...)
}

// A secretary is bound by the organization he heads, whoever sent in his row: R18
// 1.7, HEAD-LE. What he heads is named in the row, or follows from his committee, or
// from the branch he is secretary of.
func TestCouplingsOfHeadedOrganizations(t *testing.T) {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5, Founded: founded},
		evaluate.Body{Kind: evaluate.Unit, Code: "TR", Name: "Trường Mẫu", Org: "A", Founded: founded})
	post := func(collective, unit, party string, more ...row) row {
		return somebody("Bí Thư", append([]row{post21("head", "Chức danh Mẫu", collective, unit, "không", row{"party_post": party})}, more...)...)
	}
	member := func(party string) sheet {
		return sheet{excel.BranchBook, "A", evaluate.Member, []row{somebody("Bí Thư", memberLevels("good", "good"), row{"party_post": party})}}
	}
	to := func(grade, holds, waits string) comes {
		return comes{kind: evaluate.Leader, who: "Bí Thư", to: grade, holds: holds, waits: waits}
	}
	const bound, cell = "HEAD-LE-ORGANIZATION", "headed_organization"
	open := func(waits string) comes { return to("undecided: excellent completed", "", waits) }
	list := []coupling{
		{name: "secretary of a branch below the office's grade", books: []sheet{orgsGiven("A", "completed", "XA", "excellent"), member("secretary"), leaders(post("không", "không", "secretary"))},
			want: []comes{to("completed", bound, "")}},
		{name: "secretary of a branch above the office's grade", books: []sheet{orgsGiven("A", "excellent", "XA", "completed"), member("secretary"), leaders(post("không", "không", "secretary"))},
			want: []comes{to("excellent", bound, "")}},
		{name: "that he is secretary stands in his row as a member", books: []sheet{orgsGiven("A", "completed", "XA", "excellent"), member("secretary"), leaders(post("không", "không", "secretary").without("party_post"))},
			want: []comes{to("completed", bound, "")}},
		{name: "secretary of the branch his unit belongs to", books: []sheet{orgsGiven("A", "completed"), unitsGiven("TR", "excellent"), member("secretary"), leaders(post("không", "TR", "secretary"))},
			want: []comes{to("completed", bound, "")}},
		{name: "secretary of the branch whose committee the row names", books: []sheet{orgsGiven("A", "completed"), collectivesGiven("committee", "CU", "excellent"), leaders(post("CU", "không", "secretary"))},
			want: []comes{to("completed", bound, "")}},
		{name: "deputy secretary, head of something not listed", books: []sheet{orgsGiven("A", "completed"), collectivesGiven("committee", "CU", "excellent"), member("deputy_secretary"), leaders(post("CU", "không", "deputy_secretary"))},
			want: []comes{to("excellent", "", "")}},
		{name: "head of the office's committee", books: []sheet{orgsGiven("A", "excellent", "XA", "completed"), collectivesGiven("committee", "TV", "excellent"), member("upper_committee"), leaders(post("TV", "không", "upper_committee"))},
			want: []comes{to("completed", bound, "")}},
		{name: "head of the office's committee, the office not graded yet", books: []sheet{orgsGiven("A", "excellent"), collectivesGiven("committee", "TV", "excellent"), member("upper_committee"), leaders(post("TV", "không", "upper_committee"))},
			want: []comes{to("undecided: excellent good completed not_completed", "", "")}},
		{name: "head of an agency and in the committee, which may be his or not", books: []sheet{orgsGiven("A", "excellent", "XA", "completed"), collectivesGiven("committee", "TV", "excellent"), unitsGiven("UB", "excellent"), member("upper_committee"), leaders(post("TV", "UB", "upper_committee"))},
			want: []comes{open(cell)}},
		{name: "head of an agency and of its leadership, no secretary", books: []sheet{orgsGiven("A", "completed", "XA", "completed"), collectivesGiven("management", "TT", "excellent"), unitsGiven("UB", "excellent"), member("none"), leaders(post("TT", "UB", "none"))},
			want: []comes{to("excellent", "", "")}},
		{name: "head of an agency, secretary of an excellent branch", books: []sheet{orgsGiven("A", "excellent", "XA", "completed"), unitsGiven("UB", "excellent"), member("secretary"), leaders(post("không", "UB", "secretary"))},
			want: []comes{to("excellent", "", "")}},
		{name: "head of an agency, secretary of a branch graded lower, no row for that post", books: []sheet{orgsGiven("A", "completed", "XA", "excellent"), unitsGiven("UB", "excellent"), member("secretary"), leaders(post("không", "UB", "secretary"))},
			want: []comes{open(cell)}},
		{name: "his row names the branch", books: []sheet{orgsGiven("A", "completed"), unitsGiven("UB", "excellent"), member("secretary"), leaders(post("không", "UB", "secretary", row{cell: "A"}))},
			want: []comes{to("completed", bound, "")}},
		{name: "his row says none", books: []sheet{orgsGiven("A", "completed"), unitsGiven("UB", "excellent"), member("secretary"), leaders(post("không", "UB", "secretary", row{cell: "không"}))},
			want: []comes{to("excellent", "", "")}},
		{name: "the post of secretary has a row of its own", books: []sheet{orgsGiven("A", "completed"), unitsGiven("UB", "excellent"), collectivesGiven("committee", "CU", "excellent"), member("secretary"),
			leaders(post("không", "UB", "secretary", row{"title": "Chủ tịch"}), post("CU", "không", "secretary", row{"title": "Bí thư"}))},
			want: []comes{{kind: evaluate.Leader, who: "Bí Thư/Chủ tịch", to: "excellent"}, {kind: evaluate.Leader, who: "Bí Thư/Bí thư", to: "completed", holds: bound}}},
		{name: "a secretary of whom nobody says which branch", books: []sheet{orgsGiven("A", "excellent", "XA", "excellent"), leaders(post("không", "không", "secretary"))},
			want: []comes{to("undecided: excellent good completed not_completed", "", cell)}},
		{name: "the post in the Party is not said", books: []sheet{orgsGiven("A", "completed"), member("").without("party_post"), leaders(post("không", "không", "").without("party_post"))},
			want: []comes{open(cell)}},
		{name: "whether he leads a collective is not said", books: []sheet{orgsGiven("A", "excellent"), member("secretary"), leaders(post("", "không", "secretary").without("own_collective"))},
			want: []comes{to("undecided: excellent good completed not_completed", "", cell)}},
		{name: "head of the office's committee, whose row calls him secretary and whose branch does not", books: []sheet{orgsGiven("A", "completed", "XA", "excellent"), collectivesGiven("committee", "TV", "excellent"), member("none"), leaders(post("TV", "không", "secretary"))},
			want: []comes{to("excellent", "", "")}},
		{name: "head of the office's committee, whose row calls him secretary and who is in no branch's report", books: []sheet{orgsGiven("A", "completed", "XA", "excellent"), collectivesGiven("committee", "TV", "excellent"), leaders(post("TV", "không", "secretary"))},
			want: []comes{to("excellent", "", "")}},
		{name: "head of the office's committee, and his branch calls him its secretary too", books: []sheet{orgsGiven("A", "completed", "XA", "excellent"), collectivesGiven("committee", "TV", "excellent"), member("secretary"), leaders(post("TV", "không", "secretary"))},
			want: []comes{open(cell)}},
	}
	for i := range list {
		list[i].period, list[i].bodies = "2021", bodies
		if !strings.Contains(list[i].name, "of its leadership") { // the leadership of UB binds its head in every case
			list[i].books = append(list[i].books, collectivesGiven("management", "TT", "excellent"))
		}
	}
	l := play(t, list)
	list[0].chosen = map[evaluate.Kind]string{evaluate.Leader: "vn-21hd-leader@2019-r1"}
	old := list[0].run(t, l)
	to("excellent", bound, "").check(t, old) // the first reading binds him by the office, as it always has
	told := list[1].run(t, l)
	if got := strings.Join(explained(t, told, evaluate.Leader, "Bí Thư", evaluate.HeadedOrg), "\n"); got != bound+" A: Hoàn thành xuất sắc nhiệm vụ" {
		t.Errorf("explained as %q", got)
	}
	perhaps := list[11].run(t, l)
	if got := strings.Join(explained(t, perhaps, evaluate.Leader, "Bí Thư", evaluate.HeadedOrg), "\n"); !strings.Contains(got, "A: Hoàn thành nhiệm vụ (chưa rõ có phải không)") {
		t.Errorf("explained as %q", got)
	}
}

func (s sheet) without(ids ...evaluate.FactID) sheet {
	for i := range s.rows {
		s.rows[i] = s.rows[i].without(ids...)
	}
	return s
}
