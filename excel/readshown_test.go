package excel

import (
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// A result workbook tells whose decision stood when it was written, whatever is
// typed into its lists; one whose data sheet is gone or bent tells nothing.
func TestShownDecisions(t *testing.T) {
	spec := reviewResult(t, 5)
	in := *spec.Report.Inputs
	pop := in.Populations[evaluate.Member]
	setCode(pop.Frame, 1, "decision", 1)
	report, _ := evaluate.Grade(&in, map[evaluate.Kind]*evaluate.RuleSet{evaluate.Member: sampleRules(t, sampleVocabulary(t), evaluate.Member)})
	spec.Report = report
	path, _ := written(t, "shown", func(w io.Writer) error { return WriteResult(w, spec) })
	for name, c := range map[string]struct {
		edit  func(*excelize.File) error
		tells bool
	}{
		"as written":       {func(*excelize.File) error { return nil }, true},
		"decision deleted": {func(f *excelize.File) error { return f.SetCellValue(kindSheet(evaluate.Member), "Z9", nil) }, true},
		"no data sheet":    {func(f *excelize.File) error { return f.DeleteSheet(sheetData) }, false},
		"heading renamed":  {func(f *excelize.File) error { return f.SetCellValue(sheetData, "O1", "was") }, false},
	} {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.edit(f); err != nil {
			t.Fatal(err)
		}
		edited := t.TempDir() + "/edited.xlsx"
		if err := f.SaveAs(edited); err != nil {
			t.Fatal(err)
		}
		f.Close()
		got, ps := Read(edited, resultReadSpec(t))
		if got == nil || errorsOf(ps) != "" {
			t.Fatalf("%s: %v", name, ps)
		}
		decided, blank := 0, 0
		for _, grade := range got.Shown[evaluate.Member] {
			if grade != "" {
				decided++
			} else {
				blank++
			}
		}
		if c.tells && (decided != 1 || blank != 4) || !c.tells && got.Shown != nil {
			t.Errorf("%s: %v", name, got.Shown)
		}
	}
}
