package excel

import (
	"bytes"
	"os"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A sheet that remembers a sort of some columns alone is told, once and where the sort
// began, if the others differ from row to row; nothing is told of sorts that kept every
// row together.
func TestSortedApart(t *testing.T) {
	spec := readSpec(t)
	for _, c := range []struct{ name, state, want, cell string }{
		{"names to birth year", `<sortState ref="B9:F13"><sortCondition ref="B9:B13"/></sortState>`, "X139", "B9"},
		{"by a filter over some columns", `<autoFilter ref="A8:F13"><sortState ref="A9:F13"><sortCondition ref="B9:B13"/></sortState></autoFilter>`, "X139", "A9"},
		{"two rows of five", `<sortState ref="B10:F11"/>`, "X139", "B10"},
		{"all but the number of the row", `<sortState ref="B9:AZ13"><sortCondition ref="B9:B13"/></sortState>`, "", ""},
		{"one row", `<sortState ref="B9:F9"/>`, "", ""},
		{"rows below the table", `<sortState ref="B40:F50"/>`, "", ""},
		{"columns", `<sortState columnSort="1" ref="B9:F13"/>`, "", ""},
		{"nothing that can be read", `<sortState ref="tất cả"/>`, "", ""},
	} {
		book, err := os.ReadFile(filled(t, nil))
		if err != nil {
			t.Fatal(err)
		}
		in := 0
		book = rezip(t, book, func(part string, data []byte) []byte {
			if part != "xl/worksheets/sheet2.xml" {
				return data
			}
			in++
			return bytes.Replace(data, []byte("</sheetData>"), []byte("</sheetData>"+c.state), 1)
		})
		path := keepBook(t, "sorted.xlsx", book)
		read, ps := Read(path, spec)
		if got := codesOf(ps); got != c.want || in != 1 {
			t.Errorf("%s (%d parts): %q, want %q", c.name, in, got, c.want)
			continue
		}
		if c.want != "" && (ps[0].At.Cell != c.cell || ps[0].Severity != evaluate.Warning) {
			t.Errorf("%s: %s at %s", c.name, ps[0].Severity, ps[0].At)
		}
		if read == nil || read.Frames[evaluate.Member].Len() != 5 {
			t.Errorf("%s: the rows are not read", c.name)
		}
	}
}
