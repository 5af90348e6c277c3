package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A head is bound by the leadership and the organization of what he heads, never by
// those of a committee or of an agency that he is only a member of.
func TestMembersOfACommitteeWhoHeadSomethingElse(t *testing.T) {
	founded, _ := evaluate.NewDate(2000, 1, 1)
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5, Founded: founded},
		evaluate.Body{Kind: evaluate.Collective, Code: "TN", Name: "Tập thể Trung tâm Mẫu", Org: "XA", NoSuperior: true, Size: 3, Founded: founded})
	l := libraries{}
	for _, c := range []struct {
		name                          string
		post, title, collective, unit string
		party                         string
		to                            string
	}{
		{"head of a division that is a unit, in the standing committee", "head", "Trưởng ban Mẫu", "TV", "P1", "none", "excellent"},
		{"head of a division that is not listed", "head", "Trưởng ban Mẫu", "TV", "không", "none", "excellent"},
		{"chairman of the office, deputy secretary", "head", "Phó bí thư, Chủ tịch Ủy ban", "TV", "UB", "none", "completed"},
		{"chairman of the office, who says that he is in no collective", "head", "Chủ tịch Ủy ban", "không", "UB", "none", "completed"},
		{"chairman of the office, in both", "head", "Phó bí thư, Chủ tịch Ủy ban", "TV; TT", "UB", "none", "completed"},
		{"vice-chairman, in the committee", "deputy", "Phó Chủ tịch Ủy ban", "TV", "UB", "none", "excellent"},
		{"secretary", "head", "Bí thư Đảng ủy", "TV", "không", "none", "completed"},
		{"secretary and chairman", "head", "Bí thư, Chủ tịch Ủy ban", "TV", "UB", "none", "completed"},
		{"secretary by the Party post, head of a division by the title", "head", "Trưởng ban Mẫu", "TV", "không", "secretary", "completed"},
		{"head of nothing else", "head", "Chức danh Mẫu", "TV", "không", "none", "completed"},
		{"head of an agency, no title", "head", "Chức danh Mẫu", "TV", "UB", "none", "completed"},
		{"head of an agency without a collective, no title", "head", "Chức danh Mẫu", "TV", "P1", "none", "undecided: excellent completed"},
		{"head of a division, in the leadership of the agency above", "head", "Trưởng phòng Mẫu", "TT", "P1", "none", "excellent"},
		{"head of the agency", "head", "Chủ tịch", "TT", "UB", "none", "completed"},
		{"head of the agency and of a division", "head", "Chủ tịch", "TT", "UB; P1", "none", "completed"},
		{"head of an agency whose unit is not listed", "head", "Giám đốc Mẫu", "TN", "không", "none", "completed"},
		{"member of the leadership of such an agency", "head", "Trưởng phòng Mẫu", "TN", "P1", "none", "excellent"},
		{"deputy", "deputy", "Phó bí thư", "TV", "không", "none", "excellent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []sheet{orgsGiven("A", "excellent", "XA", "completed"), unitsGiven("UB", "excellent", "P1", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "TV", "completed"), collectivesGiven("management", "TT", "completed", "TN", "completed"),
				leaders(somebody("An", post21(c.post, c.title, c.collective, c.unit, "không", row{"party_post": c.party, "area_grade": "none"})))}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, l)
			comes{kind: evaluate.Leader, who: "An", to: c.to}.check(t, r)
		})
	}
}

// The row of a head may name the committee he sits in and not the leadership of his unit.
// Where this has a head of its own he waits between being and not being its head.
func TestHeadsOfAUnitWhoseLeadershipHasAnother(t *testing.T) {
	bodies := listCells(append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5}))
	head := func(name, title, collective, unit string) row {
		return somebody(name, post21("head", title, collective, unit, "không", row{"headed_organization": "không", "area_grade": "none"}))
	}
	an := head("An", "Phó bí thư, Chủ tịch Ủy ban", "TV", "UB")
	for _, c := range []struct {
		name  string
		rows  []row
		body  string // what the leadership comes to
		to    string
		asked string
	}{
		{"nobody else", []row{an}, "completed", "completed", ""},
		{"another head of the unit", []row{an, head("Ba", "Chủ tịch Ủy ban", "TT", "UB")}, "completed", "undecided: excellent completed", " BB9 / BA9 BB10"},
		{"another head of the leadership, whose unit is not said", []row{an, head("Ba", "Chủ tịch Ủy ban", "TT", "không")}, "completed", "undecided: excellent completed", " BB9 / BA9 BA10"},
		{"all the same", []row{an, head("Ba", "Chủ tịch Ủy ban", "TT", "UB")}, "excellent", "excellent", " BB9 / BA9 BB10"},
		{"a member of the leadership heads a division", []row{an, head("Ba", "Trưởng phòng Mẫu", "TT", "P1")}, "completed", "completed", ""},
		{"he has a row for the leadership, too", []row{an, head("An", "Chủ tịch", "TT", "UB"), head("Ba", "Ủy viên Mẫu", "TV", "UB")}, "completed", "completed", " BB11 / BA11 BB9"},
		{"both rows are his", []row{an, head("An", "Chủ tịch Ủy ban", "TT", "UB")}, "completed", "completed", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []sheet{orgsGiven("A", "excellent", "XA", "excellent"), unitsGiven("UB", "excellent", "P1", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "TV", "excellent"), collectivesGiven("management", "TT", c.body), leaders(c.rows...)}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, libraries{})
			comes{kind: evaluate.Leader, who: "An/Phó bí thư, Chủ tịch Ủy ban", to: c.to}.check(t, r)
			told := cellsTold(r, "E329")
			if len(told) > 1 || len(told) == 0 && c.asked != "" || len(told) == 1 && (c.asked == "" || !strings.HasSuffix(told[0], c.asked)) {
				t.Errorf("asked %q, want %q", told, c.asked)
			}
		})
	}
}

// The secretary of a branch whose row names the leadership of his agency alone heads the
// branch's committee, too: where the agency is the branch's he is bound by both, where it
// stands elsewhere perhaps, and where the committee has a row of his that row answers.
func TestSecretariesWhoseRowNamesTheirAgencyAlone(t *testing.T) {
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Unit, Code: "TR", Name: "Trường Mẫu", Org: "A"},
		evaluate.Body{Kind: evaluate.Collective, Code: "TG", Name: "Ban giám hiệu Mẫu", Org: "A", Superior: "TR", Size: 3})
	post := func(post, title, collective, unit, party string, more ...row) row {
		return somebody("An", post21(post, title, collective, unit, "không", append([]row{{"party_post": party, "area_grade": "none"}}, more...)...))
	}
	for _, c := range []struct {
		name, post, collective, unit, party, branch string
		more                                        []row // another row of his, or facts of this one
		committee                                   string
		to                                          string
	}{
		{"of the branch's own school", "head", "TG", "TR", "secretary", "secretary", nil, "completed", "completed"},
		{"whose committee is no lower", "head", "TG", "TR", "secretary", "secretary", nil, "excellent", "excellent"},
		{"of an agency elsewhere", "head", "TT", "UB", "secretary", "secretary", nil, "completed", "undecided: excellent completed"},
		{"of an agency elsewhere, whose committee is no lower", "head", "TT", "UB", "secretary", "secretary", nil, "excellent", "excellent"},
		{"the organization is written", "head", "TT", "UB", "secretary", "secretary", []row{{"headed_organization": "A"}}, "completed", "completed"},
		{"none is written", "head", "TT", "UB", "secretary", "secretary", []row{{"headed_organization": "không"}}, "completed", "excellent"},
		{"a row for the committee besides", "head", "TG", "TR", "secretary", "secretary", []row{post("head", "Bí thư chi bộ", "CU", "không", "secretary")}, "completed", "excellent"},
		{"who is no secretary", "head", "TG", "TR", "committee_member", "committee_member", nil, "completed", "excellent"},
		{"deputy in the school", "deputy", "TG", "TR", "secretary", "secretary", nil, "completed", "excellent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := []row{post(c.post, "Chức danh Mẫu", c.collective, c.unit, c.party)}
			for _, m := range c.more {
				if m["full_name"] == "" {
					rows[0] = rows[0].with(m)
				} else {
					rows = append(rows, m)
				}
			}
			books := []sheet{orgsGiven("A", "excellent", "XA", "excellent"), unitsGiven("UB", "excellent", "TR", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "CU", c.committee), collectivesGiven("management", "TT", "excellent", "TG", "excellent"),
				{excel.BranchBook, "A", evaluate.Member, []row{somebody("An", memberLevels("good", "good"), row{"party_post": c.branch})}}, leaders(rows...)}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, libraries{})
			comes{kind: evaluate.Leader, who: "An/Chức danh Mẫu", to: c.to}.check(t, r)
		})
	}
}

// Which unit a collective leads the list says and the rows of its members do: where the
// two differ a head of either unit, and each row of his, waits between being and not being
// at the head of the collective; where the list is silent he is perhaps at its head.
func TestHeadsOfUnitsThatMayBeLedByAnother(t *testing.T) {
	post := func(name, post, title, collective, unit string) row {
		return somebody(name, post21(post, title, collective, unit, "không", row{"headed_organization": "không", "area_grade": "none"}))
	}
	kt := []row{post("Kim", "head", "Trưởng phòng Mẫu", "LK", "UK"), post("Kim", "head", "Ủy viên Mẫu", "TV", "UK"), post("Phó 1", "deputy", "Phó Mẫu", "LK", "UK"), post("Phó 2", "deputy", "Phó Mẫu", "LK", "UK"),
		post("Vân", "head", "Trưởng phòng Mẫu", "TV", "UV")}
	for _, c := range []struct {
		name, listed string
		none         bool
		body         string
		kim, member  string // the row for the collective, and that for the committee
		van          string
		told         string
	}{
		{"as the list says", "UK", false, "completed", "completed", "completed", "excellent", ""},
		{"the list names another unit", "UV", false, "completed", "undecided: excellent completed", "undecided: excellent completed", "undecided: excellent completed", "warning E352"},
		{"which changes nothing", "UV", false, "excellent", "excellent", "excellent", "excellent", "warning E352"},
		{"the list says that it leads none", "", true, "completed", "undecided: excellent completed", "undecided: excellent completed", "excellent", "warning E352"},
		{"the list is silent", "", false, "completed", "undecided: excellent completed", "undecided: excellent completed", "excellent", "warning E352"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bodies := listCells([]evaluate.Body{{Kind: evaluate.Unit, Code: "UK", Name: "Phòng Mẫu 1", Org: "XA"}, {Kind: evaluate.Unit, Code: "UV", Name: "Phòng Mẫu 2", Org: "XA"},
				{Kind: evaluate.Collective, Code: "LK", Name: "Lãnh đạo phòng Mẫu", Org: "XA", Superior: c.listed, NoSuperior: c.none, Size: 3},
				{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5}})
			books := []sheet{orgsGiven("A", "excellent", "XA", "excellent"), unitsGiven("UK", "excellent", "UV", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "TV", "excellent"), collectivesGiven("management", "LK", c.body), leaders(kt...)}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, libraries{})
			for who, to := range map[string]string{"Kim/Trưởng phòng Mẫu": c.kim, "Kim/Ủy viên Mẫu": c.member, "Vân": c.van} {
				comes{kind: evaluate.Leader, who: who, to: to}.check(t, r)
			}
			told := ""
			for _, p := range r.problems {
				if p.Code == "E352" {
					told += p.Severity.String() + " E352"
				}
			}
			if told != c.told {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
}

// Where the list names the unit that a collective leads and all its members write that
// they are of none, each of them waits between being bound by it and not; so do heads of
// that unit by their rows, between being and not being at the head of the collective.
func TestCollectivesAllOfWhoseMembersNameNoUnit(t *testing.T) {
	post := func(name, post, collective, unit string) row {
		return somebody(name, post21(post, "Chức danh Mẫu", collective, unit, "không", row{"headed_organization": "không", "area_grade": "none"}))
	}
	for _, c := range []struct {
		name         string
		listed       string
		unit, body   string // what they come to
		kim, van, to string // his row and the collective
		told         string
	}{
		{"the unit is lower", "UK", "completed", "excellent", "undecided: excellent completed", "undecided: excellent completed", "excellent", "warning E352"},
		{"the unit is no lower", "UK", "excellent", "excellent", "excellent", "excellent", "excellent", "warning E352"},
		{"the collective is lower", "UK", "excellent", "completed", "completed", "undecided: excellent completed", "completed", "warning E352"},
		{"the list names none either", "", "completed", "excellent", "excellent", "completed", "excellent", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			bodies := listCells([]evaluate.Body{{Kind: evaluate.Unit, Code: "UK", Name: "Phòng Mẫu 1", Org: "XA"},
				{Kind: evaluate.Collective, Code: "LK", Name: "Lãnh đạo phòng Mẫu", Org: "XA", Superior: c.listed, NoSuperior: c.listed == "", Size: 3},
				{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5}})
			books := []sheet{orgsGiven("A", "excellent", "XA", "excellent"), unitsGiven("UK", c.unit), collectivesGiven("management", "LK", c.body),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "TV", "excellent"),
				leaders(post("Kim", "head", "LK", "không"), post("Phó 1", "deputy", "LK", "không"), post("Phó 2", "deputy", "LK", "không"), post("Vân", "head", "TV", "UK"))}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, libraries{})
			comes{kind: evaluate.Leader, who: "Kim", to: c.kim}.check(t, r)
			comes{kind: evaluate.Leader, who: "Vân", to: c.van}.check(t, r)
			comes{kind: evaluate.Collective, who: "LK", to: c.to}.check(t, r)
			told := ""
			for _, p := range r.problems {
				if p.Code == "E352" {
					told += p.Severity.String() + " E352"
					if !strings.Contains(p.Message, "không ở đơn vị nào") || p.At.Cell == "" {
						t.Errorf("it does not say so: %+v", p)
					}
				}
			}
			if told != c.told {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
}

// The secretary of an organization with several committees is bound by one that his row
// names; where no row of his names any he is asked about (E318) and waits only while they
// lead to different grades.
func TestSecretariesOfOrganizationsWithSeveralCommittees(t *testing.T) {
	bodies := listCells(append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5},
		evaluate.Body{Kind: evaluate.Collective, Code: "DU", Name: "Đảng ủy Mẫu", Org: "XA", Size: 9}))
	post := func(name, post, title, collective, unit, headed string) row {
		return somebody(name, post21(post, title, collective, unit, "không", row{"headed_organization": headed, "area_grade": "none"}))
	}
	chairman := post("An", "head", "Chủ tịch Ủy ban Mẫu", "TT", "UB", "XA")
	const open = "undecided: excellent completed"
	for _, c := range []struct {
		name   string
		rows   []row // the first is An's
		tv, du string
		to     string
		asked  bool
	}{
		{"his row names his agency alone, the committees differ", []row{chairman}, "completed", "excellent", open, true},
		{"the other way round", []row{chairman}, "excellent", "completed", open, true},
		{"both bind alike", []row{chairman}, "completed", "completed", "completed", true},
		{"neither binds", []row{chairman}, "excellent", "excellent", "excellent", true},
		{"his row names no collective", []row{post("An", "head", "Chủ tịch Ủy ban Mẫu", "không", "không", "XA")}, "completed", "excellent", open, true},
		{"his row names one, which is lower", []row{post("An", "head", "Bí thư Đảng ủy", "TV", "không", "XA")}, "completed", "excellent", "completed", false},
		{"his row names one, which is no lower", []row{post("An", "head", "Bí thư Đảng ủy", "TV", "không", "XA")}, "excellent", "completed", "excellent", false},
		{"his row names one beside his agency", []row{post("An", "head", "Chủ tịch Ủy ban Mẫu", "TT; TV", "UB", "XA")}, "completed", "excellent", "completed", false},
		{"another row of his names one", []row{chairman, post("An", "head", "Bí thư Đảng ủy", "DU", "không", "XA")}, "excellent", "completed", "excellent", false},
		{"he is a deputy", []row{post("An", "deputy", "Phó Chủ tịch Ủy ban Mẫu", "TT", "UB", "XA")}, "completed", "excellent", "excellent", false},
		{"he heads no organization", []row{post("An", "head", "Chủ tịch Ủy ban Mẫu", "TT", "UB", "không")}, "completed", "completed", "excellent", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []sheet{orgsGiven("A", "excellent", "XA", "excellent"), unitsGiven("UB", "excellent"), collectivesGiven("management", "TT", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "TV", c.tv, "DU", c.du), leaders(c.rows...)}
			r := (&coupling{period: "2021", bodies: bodies, books: books}).run(t, libraries{})
			comes{kind: evaluate.Leader, who: "An/" + c.rows[0]["title"], to: c.to}.check(t, r)
			var told []string
			for _, p := range r.problems {
				if p.Code == "E318" {
					told = append(told, p.At.Cell)
					if len(p.Related) != 2 || p.Severity != evaluate.Warning {
						t.Errorf("it does not name both: %+v", p)
					}
				}
			}
			if (len(told) == 1 && told[0] == "BA9") != c.asked || len(told) > 1 {
				t.Errorf("asked at %q, want %v", told, c.asked)
			}
		})
	}
}

// A head whose row leaves one of collective and unit blank: the unit alone says which
// leadership he heads, where the list has one that leads it; the collective alone does
// not, and then it is the cell of the unit that is missing.
func TestHeadsWhoseRowNamesOneOfCollectiveAndUnit(t *testing.T) {
	tt := sheet{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "34")}}
	head := leader366("head", "Chủ tịch", "TT", "UB", "không", "30")
	books := func(r row) []sheet {
		return []sheet{tt, units(unit("UB", "excellent")), leaders(somebody("Trưởng", r))}
	}
	play(t, []coupling{
		{name: "both", period: "2025", bodies: offices(), books: books(head), want: []comes{{kind: evaluate.Leader, who: "Trưởng", to: "good"}}},
		{name: "the unit alone", period: "2025", bodies: offices(), books: books(head.without("own_collective")), want: []comes{{kind: evaluate.Leader, who: "Trưởng", to: "good"}}},
		{name: "the collective alone", period: "2025", bodies: offices(), books: books(head.without("own_unit")), want: []comes{{kind: evaluate.Leader, who: "Trưởng", to: "undecided: excellent good", waits: "own_unit"}}},
	})
}
