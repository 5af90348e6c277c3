package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A head is bound by the unit his row names, and belongs to a collective that leads a
// unit by the list. Where these are two, and one of the two units cannot be his, he waits
// between them; who heads a unit and sits elsewhere, as people do, is asked nothing.
func TestHeadsOfAnotherUnitThanTheirCollectives(t *testing.T) {
	// TT leads UB, whose division is P1; TC leads the center TN, which stands for itself.
	bodies := slices.Insert(offices(), 2, evaluate.Body{Kind: evaluate.Collective, Code: "TC", Name: "Tập thể Trung tâm Mẫu", Org: "XA", Superior: "TN", Size: 2},
		evaluate.Body{Kind: evaluate.Unit, Code: "TN", Name: "Trung tâm Mẫu", Org: "XA"})
	bodies[1].Size = 2
	post := func(name, post, collective, unit string) row {
		return somebody(name, post21(post, "Chức danh Mẫu", collective, unit, "không", row{"headed_organization": "không", "area_grade": "none"}))
	}
	head := func(name, collective, unit string) row { return post(name, "head", collective, unit) }
	deputy := post("Phó", "deputy", "TC", "TN")
	for _, c := range []struct {
		name  string
		rows  []row // the first is An's
		other string
		to    string
		asked string // the cells of unit, collective, list, and of another head
	}{
		{"the unit has its own head", []row{head("An", "TC", "P1"), deputy, head("Ba", "không", "P1")}, "completed", "undecided: excellent completed", " BB9 / BA9 E3 BB11"},
		{"nobody else heads the unit of his collective", []row{head("An", "TC", "P1"), deputy}, "completed", "undecided: excellent completed", " BB9 / BA9 E3"},
		{"both units have one grade", []row{head("An", "TC", "P1"), deputy}, "excellent", "excellent", " BB9 / BA9 E3"},
		{"he names a unit below, and heads his collective's", []row{head("An", "TT", "P1"), post("Phó", "deputy", "TT", "UB"), head("Ba", "không", "P1")}, "completed", "undecided: excellent completed", " BB9 / BA9 E2 BB11"},
		// what people are
		{"he heads the unit of his collective", []row{head("An", "TC", "TN"), deputy, head("Ba", "không", "P1")}, "completed", "excellent", ""},
		{"a member heads a unit below", []row{head("An", "TT", "P1"), head("Ba", "TT", "UB")}, "completed", "completed", ""},
		{"a member heads a unit below, whose head before is listed too", []row{head("An", "TT", "P1"), head("Ba", "TT", "UB"), head("Ca", "không", "P1")}, "completed", "completed", ""},
		{"a member heads a unit below, the others are not listed yet", []row{head("An", "TT", "P1")}, "completed", "completed", ""},
		{"head of one, deputy in another collective", []row{head("An", "TC", "P1"), head("Ba", "TC", "TN")}, "completed", "completed", ""},
		{"each post has a row", []row{head("An", "không", "P1").with(row{"title": "Trưởng phòng"}), post("An", "deputy", "TC", "TN"), head("Ba", "TC", "TN")}, "completed", "completed", ""},
		{"the others of his collective are not listed yet", []row{head("An", "TC", "P1")}, "completed", "completed", ""},
		{"who heads the unit of his collective nobody says", []row{head("An", "TC", "P1"), deputy.without("leadership_post")}, "completed", "completed", ""},
		{"he is no head", []row{post("An", "deputy", "TC", "P1"), deputy, head("Ba", "không", "P1")}, "completed", "excellent", ""},
		{"his collective leads none", []row{head("An", "CU", "P1"), head("Ba", "không", "P1")}, "completed", "completed", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []sheet{unitsGiven("UB", "excellent", "TN", "excellent", "P1", c.other), orgsGiven("A", "excellent", "XA", "excellent"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "CU", "excellent"), collectivesGiven("management", "TT", "excellent", "TC", "excellent"), leaders(c.rows...)}
			r := (&coupling{period: "2021", bodies: listCells(bodies), books: books}).run(t, libraries{})
			who := "An"
			if c.name == "each post has a row" {
				who = "An/Trưởng phòng"
			}
			comes{kind: evaluate.Leader, who: who, to: c.to}.check(t, r)
			told := cellsTold(r, "E329")
			if len(told) > 1 || len(told) == 0 && c.asked != "" || len(told) == 1 && !strings.HasSuffix(told[0], c.asked) || len(told) == 1 && c.asked == "" {
				t.Errorf("asked %q, want %q", told, c.asked)
			}
		})
	}
}

// Two rows may each say that they head one unit or one Party organization: who succeeded
// whom in the period, or a cell filled down. Each is bound by what his row says; it is
// told with all cells, and nobody waits for it.
func TestTwoHeadsOfOne(t *testing.T) {
	bodies := append(offices(), evaluate.Body{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5})
	post := func(name, post, title, collective, unit string, more ...row) row {
		return somebody(name, post21(post, title, collective, unit, "không", append([]row{{"area_grade": "none"}}, more...)...))
	}
	none := row{"headed_organization": "không"}
	head := func(name, collective, unit string) row {
		return post(name, "head", "Chức danh Mẫu", collective, unit, none)
	}
	for _, c := range []struct {
		name string
		rows []row
		to   string
		told string // the cells
	}{
		{"of a division", []row{head("An", "không", "P1"), head("Ba", "không", "P1")}, "completed", "BB9:BB10"},
		{"both decided", []row{head("An", "không", "P1").with(row{"decision": "completed"}), head("Ba", "không", "P1").with(row{"decision": "completed"})}, "completed", ""},
		{"one of them decided", []row{head("An", "không", "P1").with(row{"decision": "completed"}), head("Ba", "không", "P1")}, "completed", "BB9:BB10"},
		{"three of an agency", []row{head("An", "TT", "UB"), head("Ba", "TT", "UB"), head("Ca", "TT", "UB")}, "completed", "BB9:BB11"},
		{"one is a deputy", []row{head("An", "không", "P1"), post("Ba", "deputy", "Chức danh Mẫu", "không", "P1", none)}, "completed", ""},
		{"one heads two, each with the other's", []row{head("An", "không", "P1"), head("Ba", "không", "P1; P2")}, "completed", ""},
		{"two posts of one", []row{head("An", "không", "P1"), head("An", "TT", "P1")}, "", ""},
		{"of two units", []row{head("An", "không", "P1"), head("Ba", "không", "P2")}, "completed", ""},
		{"one of them is asked about already", []row{head("An", "TT", "UB"), head("Ba", "TV", "UB")}, "completed", ""},
		{"two secretaries", []row{post("An", "head", "Bí thư Đảng ủy", "TV", "không"), post("Ba", "head", "Bí thư Đảng ủy", "TV", "không")}, "completed", "AR9:AR10"},
		{"secretary and deputy", []row{post("An", "head", "Bí thư Đảng ủy", "TV", "không"), post("Ba", "deputy", "Phó bí thư Đảng ủy", "TV", "không")}, "completed", ""},
		{"the organization is written, and asked about", []row{post("An", "head", "Bí thư Đảng ủy", "TV", "không", row{"headed_organization": "XA"}), post("Ba", "head", "Bí thư Đảng ủy", "TV", "không")}, "completed", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			books := []sheet{unitsGiven("UB", "completed", "P1", "completed", "P2", "completed"), orgsGiven("A", "excellent", "XA", "completed"),
				given(evaluate.Collective, "collective_code", row{"collective_type": "committee"}, "CU", "excellent", "TV", "completed"), collectivesGiven("management", "TT", "completed"), leaders(c.rows...)}
			r := (&coupling{period: "2021", bodies: listCells(bodies), books: books}).run(t, libraries{})
			if c.to != "" {
				comes{kind: evaluate.Leader, who: "An", to: c.to}.check(t, r)
			}
			var cells []string
			for _, p := range r.problems {
				if p.Code == "E319" {
					cells = append(cells, p.Cells...)
				}
			}
			if told := strings.Join(cells, " "); told != c.told {
				t.Errorf("told %q, want %q", told, c.told)
			}
		})
	}
}
