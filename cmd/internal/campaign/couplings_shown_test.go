package campaign

import (
	"bytes"
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
