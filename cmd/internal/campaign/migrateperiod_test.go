package campaign

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A report on last period's template comes back with this period's: its people stand there
// already, nothing of what it says of its own period does, and the problem names the file.
func TestReportOnLastPeriodsTemplate(t *testing.T) {
	s := newSpecimen(t)
	s.terms.period.Year++
	got := s.take(t, s.whole)
	told := coded(got.Problems, "X153")
	if got.Outcome != Rejected || len(got.Problems) != 1 || len(told) != 1 || got.Migrated == "" ||
		!strings.Contains(told[0].Hint, "-mau-moi") || !strings.Contains(told[0].Hint, "mau/"+got.Org) {
		t.Fatalf("%s, moved to %q: %v", got.Outcome, got.Migrated, got.Problems)
	}
	spec := excel.ReadSpec{Vocabulary: s.Library.Vocabulary, Period: s.terms.period, Facts: map[excel.BookKind]map[evaluate.Kind][]int{excel.BranchBook: {evaluate.Member: nil}}}
	schema := s.Library.Vocabulary.Schema(evaluate.Member)
	for i := range schema.Facts {
		spec.Facts[excel.BranchBook][evaluate.Member] = append(spec.Facts[excel.BranchBook][evaluate.Member], i)
	}
	in, ps := excel.Read(s.Folder.path(got.Migrated), spec)
	if in == nil || in.Stamp.Org != got.Org || len(coded(ps, "X153")) != 0 {
		t.Fatalf("the copy: %v", ps)
	}
	f := in.Frames[evaluate.Member]
	if f.Len() != got.Rows[evaluate.Member] || f.Len() == 0 {
		t.Fatalf("%d people in the copy, %d in the report", f.Len(), got.Rows[evaluate.Member])
	}
	for i := range schema.Facts {
		def := &schema.Facts[i]
		said := false
		for row := range f.Len() {
			said = said || !f.Value(row, i).IsBlank()
		}
		switch {
		case said && !def.Identity && !def.Lasting:
			t.Errorf("%s of last period stands in the copy", def.ID)
		case !said && (def.ID == "full_name" || def.ID == "identity_number" || def.ID == "admitted_on"):
			t.Errorf("%s is not in the copy", def.ID)
		}
	}
}
