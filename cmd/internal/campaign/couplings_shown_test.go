package campaign

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// The list that is decided on shows what bounds a grade: the words of the bound,
// how those came out who bound it, the document and how far it is to be trusted.
func TestResultListShowsWhoBoundsAGrade(t *testing.T) {
	c := coupling{period: "2025", bodies: offices(), books: []sheet{
		{excel.OfficeBook, "XA", evaluate.Collective, []row{collective366("TT", "management", "30")}},
		leaders(somebody("Đứng Đầu", leader366("head", "Chủ tịch", "TT", "UB", "không", "25")),
			somebody("Phó", leader366("deputy", "Phó chủ tịch", "TT", "UB", "không", "25")))}}
	report := c.run(t, libraries{}).report
	head := -1
	_, results := report.Of(evaluate.Leader)
	for row := range results {
		if said := report.Bounding(evaluate.Leader, row, evaluate.Fellows); said != "" {
			t.Errorf("leader %d, who has no fellows, is bounded by %q", row, said)
		}
		for i, rule := range results[row].Rules.Rules {
			if rule.ID == "HEAD-LE-COLLECTIVE" && results[row].Walk.Verdicts[i] == evaluate.Holds {
				head = row
			}
		}
	}
	if head < 0 {
		t.Fatal("nobody is bounded")
	}
	var out bytes.Buffer
	if err := excel.WriteResult(&out, excel.ResultSpec{Report: report}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(io.Reader(&out))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Lãnh đạo")
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, r := range rows {
		for _, cell := range r {
			if strings.Contains(cell, "Tập thể lãnh đạo, quản lý mình đứng đầu: HTTNV (366-QĐ/TW, ") && strings.Contains(cell, evaluate.PhraseStanding(evaluate.Interpretation)) {
				said = append(said, cell)
			}
		}
	}
	if len(said) != 1 {
		t.Errorf("one head is bounded by a collective, the list says %q of %q", said, rows)
	}
}

// A grade that somebody else gave is shown where it bounds, with its cell; so it is to
// whoever asks about the organization that has it.
func TestGradesGivenElsewhereAreShown(t *testing.T) {
	committee := []evaluate.Body{{Kind: evaluate.Collective, Code: "TV", Name: "Ban thường vụ Mẫu", Org: "XA", Size: 5, Founded: offices()[0].Founded}}
	books := []sheet{{excel.OfficeBook, "XA", evaluate.Collective, []row{collective21("TV", "committee", "excellent", "good")}},
		{excel.OfficeBook, "XA", evaluate.Organization, []row{{"org_code": "XA", "graded_elsewhere": "completed"}}}}
	l := libraries{}
	for _, c := range []struct {
		books      []sheet
		shown, not string // of the organization
	}{
		{books, "XA: Hoàn thành nhiệm vụ (mức do cơ quan khác, cấp trên đã xếp)", "Hoàn thành nhiệm vụ"},
		{books[:1], "", ""},
	} {
		r := (&coupling{period: "2021", bodies: committee, books: c.books}).run(t, l)
		e := r.report.Explain(evaluate.Collective, r.find(evaluate.Collective, "TV"))
		var shown, place string
		for _, s := range e.Steps() {
			for _, o := range s.Seen {
				if s.Rule.ID == "COL-LE-ORGANIZATION" && strings.HasPrefix(o.Shown, "XA") {
					shown, place = o.Shown, o.Place()
				}
			}
		}
		if shown != c.shown || (place != "") != (c.shown != "") {
			t.Errorf("shown %q at %q, want %q", shown, place, c.shown)
		}
		var f *Failure
		if err := (&Grading{Report: r.report}).NotFound("XA"); !errors.As(err, &f) || !strings.Contains(f.Problem.Message, c.not) || (f.Problem.At.Cell != "") != (c.not != "") {
			t.Errorf("of the organization it says %+v", f)
		}
	}
}
