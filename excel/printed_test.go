package excel

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// The cover lists and links the minutes of votes, which are printed and signed.
func TestCoverListsTheMinutes(t *testing.T) {
	f := templateOf(t, ballotTemplate(t))
	var listed []string
	for row := coverListRow; row < coverListRow+8; row++ {
		if name := get(t, f, sheetCover, cellName(coverSheet, row)); name != "" && name != labelRuleSets {
			listed = append(listed, name)
			if ok, at, _ := f.GetCellHyperLink(sheetCover, cellName(coverSheet, row)); !ok || !strings.Contains(at, name) {
				t.Errorf("%s is linked to %q", name, at)
			}
		}
	}
	for _, name := range f.GetSheetList() {
		if strings.HasPrefix(name, sheetBallots) && !slices.Contains(listed, name) {
			t.Errorf("%s is not among %q", name, listed)
		}
	}
}

// Each half of the signatures has room for its date.
func TestSignaturesHaveRoom(t *testing.T) {
	l := layout{widths: []float64{5, 30, 19, 20, 20, 16}, breaks: []int{3}}
	if first, middle, last := l.signingColumns(2); first != 3 || middle != 5 || last != 6 {
		t.Errorf("signed over %d, %d to %d", first, middle, last)
	}
}

// Of the digests of many files the print shows enough to tell them apart; whole they
// stand beside it on the screen.
func TestInputsPrintShortDigests(t *testing.T) {
	digest := strings.Repeat("0123456789abcdef", 4)
	b := newBook("", time.Time{})
	b.writeInputs([]InputRef{{Path: "nhan-ve/cb1.xlsx", Digest: digest}}, sheetHead{office: "VP", title: "T"})
	var out bytes.Buffer
	if err := b.finish(io.Writer(&out)); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if short, whole := get(t, f, sheetInputs, "D8"), get(t, f, sheetInputs, "E8"); short != digest[:12] || whole != digest {
		t.Errorf("shown %q and %q", short, whole)
	}
	areas := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Area" && n.Scope == sheetInputs {
			areas = n.RefersTo
		}
	}
	if !strings.Contains(areas, "$A$1:$D$8") {
		t.Errorf("printed: %q", areas)
	}
	if h, _ := f.GetRowHeight(sheetInputs, 8); h > lineHeight(tableSize)+3 {
		t.Errorf("a file takes %v points", h)
	}
	if layout, _ := f.GetPageLayout(sheetInputs); *layout.Orientation != "portrait" {
		t.Errorf("printed %s", *layout.Orientation)
	}
}
