package excel

import (
	"bytes"
	"regexp"
	"strconv"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// The page of the signatures bears the last known rows of the table. In several parts it is the
// last part's alone: a page with two rows in each would be wasted.
func TestSignaturesTakeRowsAlong(t *testing.T) {
	s := sampleTemplate(t).Sheets[0]
	for _, c := range []struct {
		breaks []int
		apart  bool
	}{{nil, false}, {[]int{2}, true}} {
		apart := 0
		for known := 3; known < 60; known++ {
			s.Prefill, s.Rows = evaluate.NewFrame(s.Schema), 0
			for range known {
				s.Prefill.Append(evaluate.Place{})
			}
			l := layout{widths: []float64{5, 60, 60}, breaks: c.breaks, scale: bestScale}
			if l.templateRows(s, make([]column, 3), []int{-1}, templateNoteHeight).apart {
				apart++
			}
		}
		if (apart > 0) != c.apart {
			t.Errorf("broken at %v, the last part has a page more %d times", c.breaks, apart)
		}
	}
	apart := 0
	for known := 4; known < 40; known++ {
		spec := wideTemplate(t, known, known+20)
		f := templateOf(t, spec)
		parts, breaks := printedParts(t, f, sheetMembers), breaksOf(t, spec)
		table, signed := parts[0][3], parts[len(parts)-1]
		if signed[1] <= headingRow {
			continue // the last part is whole
		}
		apart++
		before := parts[len(parts)-2]
		if signed[1] != dataRow+known-signedRows || before[3] != signed[1]-1 || before[0] != signed[0] || before[2] != signed[2] {
			t.Errorf("%d known: the last part is printed as %v and %v, the table ends in row %d", known, before, signed, table)
		}
		for _, row := range breaks {
			if row >= signed[1] {
				t.Errorf("%d known: a page begins in row %d, between the last rows and the signatures", known, row)
			}
		}
	}
	if apart == 0 {
		t.Error("no signatures need a page of their own")
	}
}

// breaksOf are the rows of the first data sheet that begin a page.
func breaksOf(t *testing.T, spec TemplateSpec) (rows []int) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTemplate(&b, spec); err != nil {
		t.Fatal(err)
	}
	_, part, _ := bytes.Cut(partOf(t, b.Bytes(), "xl/worksheets/sheet2.xml"), []byte("<rowBreaks"))
	part, _, _ = bytes.Cut(part, []byte("</rowBreaks>"))
	for _, m := range regexp.MustCompile(`<brk id="(\d+)"`).FindAllSubmatch(part, -1) {
		row, err := strconv.Atoi(string(m[1]))
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row+1)
	}
	return rows
}
