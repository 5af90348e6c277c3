package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What the office records of those who lead a unit and what their rows say is one matter
// in two places: the unit waits between the two. A blank says that there is nothing, as
// rules read it, and waits with those whose rows say otherwise; a heavier record may be about somebody who is no
// longer listed, unless it is known how many lead the unit.
func TestRecordsOfUnits(t *testing.T) {
	post := func(name, post, collective, unit string, facts row) row {
		return somebody(name, post21(post, "Chức danh Mẫu", collective, unit, "không", row{"headed_organization": "không"}, facts))
	}
	removed, warned := row{"discipline": "post_removal", "discipline_duty": "yes"}, row{"discipline": "warning", "discipline_duty": "yes"}
	none := row{"discipline": "none"}
	for _, c := range []struct {
		name   string
		record string
		rows   []row
		to     string
		asked  string
	}{
		{"none recorded, the head is removed", "none", []row{post("An", "head", "không", "UB", removed), post("Ba", "deputy", "không", "UB", none)}, "undecided: excellent not_completed", "warning UB /"},
		{"nothing recorded, the head is removed", "", []row{post("An", "head", "không", "UB", removed)}, "undecided: excellent not_completed", "warning UB /"},
		{"nothing recorded, a deputy is warned", "", []row{post("An", "head", "không", "UB", none), post("Ba", "deputy", "không", "UB", warned)}, "undecided: excellent completed", "warning UB /"},
		{"nothing recorded, nobody is disciplined", "", []row{post("An", "head", "TT", "UB", none), post("Ba", "deputy", "TT", "UB", none)}, "excellent", ""},
		{"nothing recorded, nobody says anything", "", []row{post("An", "head", "không", "UB", nil)}, "excellent", ""},
		{"nothing recorded, the head was removed in the period before", "", []row{post("An", "head", "không", "UB", removed.with(row{"discipline_counted_before": "yes"}))}, "excellent", ""},
		{"none recorded, a deputy is warned", "none", []row{post("Ba", "deputy", "không", "UB", warned)}, "undecided: excellent completed", "warning UB /"},
		{"a warning recorded, the head is removed", "warning", []row{post("An", "head", "không", "UB", removed)}, "undecided: completed not_completed", "warning UB /"},
		{"removal recorded, none of all who lead it", "post_removal", []row{post("An", "head", "TT", "UB", none), post("Ba", "deputy", "TT", "UB", none)}, "undecided: excellent not_completed", "warning UB /"},
		// no contradiction
		{"recorded, and so it is", "post_removal", []row{post("An", "head", "không", "UB", removed)}, "not_completed", ""},
		{"removal recorded, who was removed is not listed", "post_removal", []row{post("An", "head", "không", "UB", none)}, "not_completed", ""},
		{"removal recorded, one of two is not listed", "post_removal", []row{post("An", "head", "TT", "UB", none)}, "not_completed", ""},
		{"removal recorded, one says nothing", "post_removal", []row{post("An", "head", "TT", "UB", none), post("Ba", "deputy", "TT", "UB", nil)}, "not_completed", ""},
		{"somebody else of the unit", "none", []row{post("An", "other", "không", "UB", removed)}, "excellent", ""},
		{"the head of another", "none", []row{post("An", "head", "không", "P1", removed)}, "excellent", ""},
		{"what counted in the period before", "none", []row{post("An", "head", "không", "UB", removed.with(row{"discipline_counted_before": "yes"}))}, "excellent", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			own := unit("UB", "excellent")
			if c.record != "" {
				own["head_discipline"] = c.record
			}
			bodies := offices()
			bodies[1].Size = 2
			r := (&coupling{period: "2021", bodies: listCells(bodies), books: []sheet{units(own, unit("P1", "excellent").with(row{"head_discipline": "post_removal"})), leaders(c.rows...)}}).run(t, libraries{})
			comes{kind: evaluate.Unit, who: "UB", to: c.to}.check(t, r)
			told := strings.Join(cellsTold(r, "E328"), "; ")
			if f := strings.Fields(told); c.asked == "" && told != "" || c.asked != "" && (len(f) < 5 || f[0]+" "+f[1]+" /" != c.asked) {
				t.Errorf("asked %q, want %q", told, c.asked)
			}
		})
	}
}

// Where the office has no row for a unit, what its record says less than the rows of its
// head is told by name, at the cell that says more, and with the row to write it into.
func TestRecordsOfUnitsTheOfficeHasNoRowFor(t *testing.T) {
	bodies := offices()
	bodies[3].Org = "A"
	removed := row{"headed_organization": "không", "discipline": "post_removal", "discipline_duty": "yes"}
	r := (&coupling{period: "2021", bodies: listCells(bodies), lacks: []evaluate.FactID{"head_discipline"}, books: []sheet{{excel.BranchBook, "A", evaluate.Unit, []row{unit("P1", "excellent")}},
		leaders(somebody("An", post21("head", "Chức danh Mẫu", "không", "P1", "không", removed)))}}).run(t, libraries{})
	comes{kind: evaluate.Unit, who: "P1", to: "undecided: excellent not_completed"}.check(t, r)
	i := slices.IndexFunc(r.problems, func(p evaluate.Problem) bool { return p.Code == "E328" })
	if i < 0 {
		t.Fatal("nothing is asked")
	}
	p := r.problems[i]
	if p.At.Cell == "" || p.At.Sheet != "Lãnh đạo" || !strings.Contains(p.Message, evaluate.QuoteCode("P1")) || !strings.Contains(p.Hint, "trang Đơn vị") || !strings.Contains(p.Hint, "tệp của văn phòng") {
		t.Errorf("it does not say of which unit, or where to write: %+v", p)
	}
}
