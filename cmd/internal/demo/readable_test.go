package demo

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What is left for cells of a screen of 1366 by 768 at full size: points of
// height, units of column width.
const (
	screenHeight = 420.0
	screenWidth  = 177.0
)

// Templates are read by old eyes on small screens, and printed to be signed: what
// stays in sight is less than half of the screen, the cover is one screen, and
// nothing to fill in is smaller than 12 points, nor than 8 on paper.
func TestTemplatesAreReadable(t *testing.T) {
	for _, period := range []int{2021, 2025} {
		folder, _ := made(t, Options{Seed: 1, Members: 300, Period: year(period)})
		seen := map[string]bool{}
		entries, err := os.ReadDir(folder.Inbox())
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			kind := e.Name()[strings.Index(e.Name(), "-")+1:]
			if seen[kind] || !strings.HasSuffix(kind, ".xlsx") {
				continue
			}
			seen[kind] = true
			f, err := excelize.OpenFile(filepath.Join(folder.Inbox(), e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			for _, sheet := range f.GetSheetList() {
				if shown, _ := f.GetSheetVisible(sheet); shown {
					readable(t, f, sheet)
				}
			}
		}
		for _, kind := range []string{"chi-bo.xlsx", "dang-uy.xlsx", "van-phong.xlsx"} {
			if !seen[kind] {
				t.Errorf("%d: no %s", period, kind)
			}
		}
	}
}

// readable measures one sheet of a template.
func readable(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	view, err := f.GetSheetView(sheet, 0)
	if err != nil {
		t.Fatal(err)
	}
	zoom := 1.0
	if view.ZoomScale != nil {
		zoom = *view.ZoomScale / 100
	}
	panes, err := f.GetPanes(sheet)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if sheet == "Bìa" {
		last := 0
		for r, row := range rows {
			if len(row) > 0 && row[0] == "Bộ quy tắc" {
				last = r // what it says to do ends above
			}
		}
		if height := heightOf(f, sheet, last) * zoom; last == 0 || height > screenHeight {
			t.Errorf("%s: %s is %.0f points high, a screen has %.0f", f.Path, sheet, height, screenHeight)
		}
		if width := widthOf(f, sheet, len(rows[last-1])) * zoom; width > screenWidth {
			t.Errorf("%s: %s is %.0f wide", f.Path, sheet, width)
		}
	}
	if panes.YSplit == 0 {
		return
	}
	if height := heightOf(f, sheet, panes.YSplit) * zoom; height > screenHeight/2 {
		t.Errorf("%s: %.0f points of %s stay in sight, half a screen has %.0f", f.Path, height, sheet, screenHeight/2)
	}
	if width := widthOf(f, sheet, panes.XSplit) * zoom; width > screenWidth/2 {
		t.Errorf("%s: columns %.0f wide of %s stay in sight", f.Path, width, sheet)
	}
	layout, err := f.GetPageLayout(sheet)
	if err != nil {
		t.Fatal(err)
	}
	paper := 1.0
	switch {
	case layout.AdjustTo != nil && *layout.AdjustTo > 0 && *layout.AdjustTo != 100:
		paper = float64(*layout.AdjustTo) / 100
	case layout.FitToWidth != nil && *layout.FitToWidth == 1:
		paper = min(1, 147/widthOf(f, sheet, len(rows[panes.YSplit-1])))
	}
	for c := range rows[panes.YSplit-1] {
		for r, least := range map[int]float64{panes.YSplit: 11, panes.YSplit + 1: 12} {
			at, _ := excelize.CoordinatesToCellName(c+1, r)
			id, err := f.GetCellStyle(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if size := style.Font.Size; size < least || size*paper < 8 {
				t.Errorf("%s: %s!%s has %.0f points, %.1f on paper", f.Path, sheet, at, size, size*paper)
				return
			}
		}
	}
}

// heightOf is the height of the first rows of a sheet in points.
func heightOf(f *excelize.File, sheet string, rows int) float64 {
	sum := 0.0
	for r := range rows {
		if shown, _ := f.GetRowVisible(sheet, r+1); shown {
			h, _ := f.GetRowHeight(sheet, r+1)
			sum += h
		}
	}
	return sum
}

// widthOf is the joint width of the first columns of a sheet.
func widthOf(f *excelize.File, sheet string, columns int) float64 {
	sum := 0.0
	for c := range columns {
		name, _ := excelize.ColumnNumberToName(c + 1)
		w, _ := f.GetColWidth(sheet, name)
		sum += w
	}
	return sum
}
