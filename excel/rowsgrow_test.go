package excel

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

// A row of a template is fitted by the program once somebody types into it: its height is
// nobody's own, and blank lines beside the table keep the room for two. Titles and headings stay
// as they are.
func TestRowsOfATemplateGrow(t *testing.T) {
	path := fillTemplate(t, BranchBook, 1)
	for _, p := range parts(t, path) {
		if p.name != "xl/worksheets/sheet2.xml" {
			continue
		}
		own := map[string]bool{}
		for _, row := range regexp.MustCompile(`<row r="(\d+)"([^>]*)>`).FindAllSubmatch(p.data, -1) {
			if bytes.Contains(row[2], []byte("ht=")) {
				own[string(row[1])] = bytes.Contains(row[2], []byte("customHeight"))
			}
		}
		if own["9"] || own["12"] || !own["7"] || !own["8"] || len(own) < 6 {
			t.Errorf("heights of their own: %v", own)
		}
	}
	edited(t, path, func(e *editor) {
		rows, err := e.GetRows(sheetMembers)
		e.must(err)
		for row := dataRow; row < dataRow+4; row++ {
			cells := rows[row-1]
			text := cells[len(cells)-1]
			if len(cells) != len(rows[headingRow-1])+1 {
				t.Errorf("row %d has %d cells", row, len(cells))
			}
			if strings.Count(text, "\n") != choiceLines-1 || tidy(text) != "" {
				t.Errorf("row %d has %q beside the table", row, text)
			}
		}
	})
}

// A mark is taken off wherever the parts of a sheet are cut.
func TestMarksAreTakenOffAcrossWrites(t *testing.T) {
	const sheet = `<row r="1" ht="20" customHeight="1"><row r="9" ht="35.64" customHeight="1"><row r="10" ht="35.64" customHeight="1"/></worksheet>`
	for cut := 1; cut < len(sheet); cut++ {
		var b bytes.Buffer
		p := &growingPart{to: &b, zip: &growingZip{fixed: []byte(` ht="35.64" customHeight="1"`), free: []byte(` ht="35.64"`)}}
		for text := sheet; text != ""; text = text[min(cut, len(text)):] {
			if n, err := p.Write([]byte(text[:min(cut, len(text))])); err != nil || n != min(cut, len(text)) {
				t.Fatal(n, err)
			}
		}
		if want := `<row r="1" ht="20" customHeight="1"><row r="9" ht="35.64"><row r="10" ht="35.64"/></worksheet>`; b.String() != want {
			t.Fatalf("cut at %d: %s", cut, b.String())
		}
	}
}
