package excel

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// Where a sheet has one part, the page of its signatures bears the last rows of the
// table; in several parts that would cost a page in each, and they stand alone.
func TestSignaturesTakeRowsAlong(t *testing.T) {
	s := sampleTemplate(t).Sheets[0]
	for _, c := range []struct {
		breaks []int
		alone  bool
	}{{nil, false}, {[]int{2}, true}} {
		alone := 0
		for known := 3; known < 60; known++ {
			s.Prefill, s.Rows = evaluate.NewFrame(s.Schema), 0
			for range known {
				s.Prefill.Append(evaluate.Place{})
			}
			l := layout{widths: []float64{5, 60, 60}, breaks: c.breaks, scale: bestScale}
			if l.templateRows(s, make([]column, 3), []int{-1}, templateNoteHeight).alone {
				alone++
			}
		}
		if (alone > 0) != c.alone {
			t.Errorf("broken at %v, the signatures stand alone %d times", c.breaks, alone)
		}
	}
}
