package excel

import (
	"io"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// The results of an organization with nobody to grade are read as that, when decisions come
// back and when the next period's templates are filled in; a workbook that lost its sheets
// is still refused.
func TestResultsOfNobodyAreRead(t *testing.T) {
	spec := sampleResult(t, 40)
	spec.Orgs, spec.Problems = []int{0}, nil
	for _, lost := range []bool{false, true} {
		if lost {
			spec.Orgs = []int{2}
		}
		path, _ := written(t, "result", func(w io.Writer) error { return WriteResult(w, spec) })
		if lost {
			f := openResult(t, spec)
			for _, s := range []string{"Đảng viên", "Tổ chức đảng"} {
				if err := f.DeleteSheet(s); err != nil {
					t.Fatal(err)
				}
			}
			if err := f.SaveAs(path); err != nil {
				t.Fatal(err)
			}
		}
		for _, people := range []bool{false, true} {
			in, ps := Read(path, ReadSpec{Vocabulary: sampleVocabulary(t), People: people, Facts: map[BookKind]map[evaluate.Kind][]int{ResultBook: {}}})
			worst, any := evaluate.Worst(ps)
			if refused := any && worst == evaluate.Error; refused != lost || in == nil || !lost && (len(in.Frames) > 0 || in.Digest == "") {
				t.Errorf("lost %v, people %v: %v", lost, people, ps)
			}
		}
	}
}
