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
