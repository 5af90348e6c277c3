package excel

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// partOf is the text of one part of a workbook.
func partOf(t *testing.T, book []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	x, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// rowsOf makes rows of one height.
func rowsOf(n int, height float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = height
	}
	return out
}

// Every page but the last is as full as it can be, no page holds more than its
// height, no heading stands apart from what it heads, and no page begins for a
// row or two.
func TestPagesStrandNothing(t *testing.T) {
	l := &layout{widths: []float64{100}, repeatFrom: 7, repeatTo: 8}
	room := l.pageHeight()
	for n := 9; n < 300; n++ {
		heights := rowsOf(n, 17)
		var kept []int
		for r := 9; r < n; r += 5 {
			kept = append(kept, r)
			heights[r-1] = 40
		}
		starts := pageStarts(heights, kept, l)
		bounds := append(append([]int{1}, starts...), n+1)
		for i := 0; i+1 < len(bounds); i++ {
			used := 0.0
			if i > 0 {
				used = 34
			}
			for r := bounds[i]; r < bounds[i+1]; r++ {
				used += float64(heights[r-1])
			}
			if used > room {
				t.Fatalf("%d rows: page %d is %.0f high, %.0f is the most", n, i+1, used, room)
			}
			if last := i+2 == len(bounds); !last && used < room-40-3*40 {
				t.Fatalf("%d rows: page %d is left at %.0f of %.0f", n, i+1, used, room)
			}
			if i > 0 && isKept(kept, bounds[i]-1) {
				t.Fatalf("%d rows: the heading in row %d ends a page", n, bounds[i]-1)
			}
		}
		if rest := n - bounds[len(bounds)-2] + 1; len(starts) > 0 && rest < leastRows {
			t.Fatalf("%d rows: the last page holds %d", n, rest)
		}
	}
}

// A sheet may have no more than 1,026 breaks: longer ones are left to the
// program.
func TestPagesHaveAnEnd(t *testing.T) {
	b := newBook("", periodStart(""))
	p := b.sheet("x", layout{widths: []float64{100}})
	for range 60000 {
		p.write(17, nil)
	}
	p.end()
	var out bytes.Buffer
	if err := b.finish(&out); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(partOf(t, out.Bytes(), "xl/worksheets/sheet1.xml"), []byte("<brk ")); n != 0 {
		t.Errorf("%d breaks", n)
	}
}

// However many members are known, there is room for more, empty rows fill the
// page they begin on, and none begins a page unless the room is needed.
func TestTemplateRowsEndWithThePage(t *testing.T) {
	l := &layout{widths: []float64{100}}
	const head, repeated, height = 170.0, 80.0, 33.0
	for known := range 120 {
		heights := make([]float64, known)
		for i := range heights {
			heights[i] = height
		}
		rows := l.rowsToFill(head, repeated, heights, fewestSpare, height)
		if rows < known+fewestSpare {
			t.Fatalf("%d known: %d rows", known, rows)
		}
		first := int((l.pageHeight() - head) / height)
		next := int((l.pageHeight() - repeated) / height)
		if over := rows - first; over < 0 || over%next != 0 {
			t.Errorf("%d known: %d rows do not fill pages of %d and %d", known, rows, first, next)
		}
		if rows-next >= known+fewestSpare && rows > first {
			t.Errorf("%d known: a page of nothing but empty rows", known)
		}
	}
}

// The title stands above the first part of a wide table alone; the others begin
// with the headings.
func TestWideTablesPrintPartByPart(t *testing.T) {
	f := openResult(t, sampleResult(t, 40))
	areas := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" {
			areas[n.Scope] = n.RefersTo
		}
	}
	parts := regexp.MustCompile(`^'Đảng viên'!\$A\$1:\$([A-Z]+)\$48,'Đảng viên'!\$([A-Z]+)\$7:\$([A-Z]+)\$48$`).FindStringSubmatch(areas[sheetMembers])
	if parts == nil {
		t.Fatalf("printed: %s", areas[sheetMembers])
	}
	end, _ := excelize.ColumnNameToNumber(parts[1])
	begin, _ := excelize.ColumnNameToNumber(parts[2])
	if begin != end+1 {
		t.Errorf("columns %s to %s are in no part", parts[1], parts[2])
	}
	if at := get(t, f, sheetMembers, parts[3]+"8"); at != labelLookUp {
		t.Errorf("the last column printed is %q", at)
	}
	for _, sheet := range []string{sheetMembers, sheetOrgs, sheetAbout, sheetInputs} {
		if get(t, f, sheet, "A1") == "" || get(t, f, sheet, "A2") == "" {
			t.Errorf("%s: office and title do not begin at the same edge", sheet)
		}
	}
}

// Only the rows of the first pages are drawn; the others get their frame when
// something stands in them, so that no empty ruled pages are printed.
func TestOrgListRulesWhatIsPrinted(t *testing.T) {
	_, data := written(t, "orglist", func(w io.Writer) error { return writeSampleOrgs(t, w) })
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	last := dataRow + leastOrgRows - 1
	framed := 0
	for row := dataRow; row <= last; row++ {
		id, _ := f.GetCellStyle(sheetOrgList, cellName(3, row))
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Protection.Locked {
			t.Fatalf("row %d cannot be filled in", row)
		}
		if len(style.Border) > 0 {
			framed++
		}
	}
	if framed > 30 || framed < len(sampleTree(t).Orgs)+fewestSpare {
		t.Errorf("%d rows are drawn", framed)
	}
	formats, err := f.GetConditionalFormats(sheetOrgList)
	if err != nil || len(formats) != 1 {
		t.Fatalf("%d conditional formats, %v", len(formats), err)
	}
	for at := range formats {
		if want := spanName(1, dataRow+framed, 8, last); at != want {
			t.Errorf("rows %s get their frame when filled in, want %s", at, want)
		}
	}
}

// Marks of the chart's scale are whole numbers from zero on, few enough to read.
func TestChartScale(t *testing.T) {
	for _, most := range []int{1, 2, 9, 10, 11, 49, 104, 123, 700, 1001, 98765} {
		end, step := longestBar([]ChartRow{{Counts: [4]int{0, most, 0, 0}}})
		if step < 1 || step != float64(int(step)) || end < float64(most) || end-float64(most) >= step || end/step > 10 {
			t.Errorf("%d: scale to %v by %v", most, end, step)
		}
	}
	_, data := written(t, "chart", func(w io.Writer) error { return WriteSummary(w, sampleSummary(t, 12, 10)) })
	x := partOf(t, data, "xl/charts/chart1.xml")
	for _, want := range []string{`<min val="0"`, `<majorUnit val="`, `formatCode="0"`} {
		if !bytes.Contains(x, []byte(want)) {
			t.Errorf("the chart has no %s", want)
		}
	}
}

// Guide lines bring numbers of their own; ours would stand before them.
func TestGuideIsNotNumberedTwice(t *testing.T) {
	spec := sampleTemplate(t)
	spec.Guide = []GuideSection{{Heading: "Phụ lục", Lines: []string{"I. Nhóm một", "Cột I.1: nội dung"}}}
	path, _ := written(t, "guide", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, _ := f.GetRows(sheetGuide)
	marks := 0
	for _, row := range rows {
		if len(row) > 1 && slices.Contains(spec.Guide[0].Lines, row[1]) {
			if marks++; strings.ContainsAny(row[0], "0123456789") {
				t.Errorf("%q stands before %q", row[0], row[1])
			}
		}
	}
	if marks != 2 {
		t.Errorf("%d lines of the guide found", marks)
	}
}

// No choice fills its column to the edge, in whichever program.
func TestChoicesStandClearOfTheFrame(t *testing.T) {
	choices := []string{"Không giữ chức vụ", "Sinh hoạt bình thường", "Bí thư"}
	for width := 8.0; width < 30; width += 0.1 {
		got := clearOf(width, choices)
		if got < width-0.001 || got > width+3 {
			t.Fatalf("%v became %v", width, got)
		}
		for _, c := range choices {
			if left := roomIn(got) - textWidth(c); left > -0.3 && left < 0.6 {
				t.Errorf("%q has %.2f to spare in %v", c, left, got)
			}
		}
	}
}

// A rule set may have nothing to tell: headings alone are no guide.
func TestGuideOfHeadingsAloneIsLeftOut(t *testing.T) {
	spec := sampleTemplate(t)
	spec.Guide = []GuideSection{{Heading: "Đảng viên"}, {Heading: "Tổ chức"}}
	path, _ := written(t, "noguide", func(w io.Writer) error { return WriteTemplate(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if i, _ := f.GetSheetIndex(sheetGuide); i >= 0 {
		t.Error("there is a sheet of headings without a word")
	}
}

// The type face's widths: marks add nothing, however they are written.
func TestTextWidth(t *testing.T) {
	for _, c := range []struct {
		word string
		want float64
	}{{"0123", 4}, {"phòng", 5}, {"định", 3.556}, {"ĐẢNG", (722*3 + 722) / 500.0}, {"Phu\u0323", 3.12}} {
		if got := textWidth(c.word); got < c.want-0.001 || got > c.want+0.001 {
			t.Errorf("%s: %v digits wide, want %v", c.word, got, c.want)
		}
	}
}

// The sheet that is there to be filtered prints its checks, not an empty table.
func TestTracePrintsItsCounts(t *testing.T) {
	path, _ := written(t, "trace", func(w io.Writer) error { return WriteSummary(w, sampleSummary(t, 40, 3)) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == sheetTrace && !strings.HasSuffix(n.RefersTo, "$5") {
			t.Errorf("printed: %s", n.RefersTo)
		}
	}
	if note := get(t, f, sheetTrace, "A5"); !strings.Contains(note, "Danh sách có ") {
		t.Errorf("no counts in %q", note)
	}
}
