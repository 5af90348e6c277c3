package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// marksVersion is the layout of the sheet of marks.
const marksVersion = 1

// IsMarkSheet tells whether a sheet was added by Mark: it is no part of what
// the sender reports.
func IsMarkSheet(name string) bool {
	name = tidy(name)
	rest, ok := strings.CutPrefix(name, sheetErrors)
	return name == sheetMarks || ok && (rest == "" || strings.HasPrefix(rest, " (") && strings.HasSuffix(rest, ")"))
}

// remember writes the very hidden sheet of marks. A program that saves the
// workbook numbers its styles anew; therefore the cells of columns C and D wear
// the style before and after tinting, and the numbers in them are for the eye. A row
// without a cell says how a sheet was protected.
func (m *marker) remember(list string, marks []*mark, opened []shutSheet) {
	p := m.book.sheet(sheetMarks, layout{widths: []float64{20, 10, 8, 8, 60}, show: veryHidden, protect: true, grid: true})
	p.write(0, []any{toolName, marksVersion, list})
	for _, k := range marks {
		if !k.found {
			continue
		}
		var text any
		if k.noted {
			text = k.text
		}
		p.write(0, []any{k.sheet, k.cell, styled(k.before, k.before), styled(k.after, k.after), text})
	}
	for _, o := range opened {
		p.write(0, []any{o.sheet, nil, nil, nil, o.attrs})
	}
	for _, sums := range m.book.sums { // of the list, for tellWritten
		p.write(0, []any{sums[0], sums[1]})
	}
	p.end()
}

// unmark takes an earlier marking away: cells wear their own styles again, our
// sheets and notes are gone.
func (m *marker) unmark() error {
	if i, err := m.file.GetSheetIndex(sheetMarks); err != nil || i < 0 {
		return err
	}
	rows, err := m.file.GetRows(sheetMarks, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	var marks []mark
	texts := map[string]bool{}
	renamed := m.renamedSheets(rows)
	for i, row := range rows {
		cells := append(row, make([]string, 5)...)
		if now := renamed[cells[0]]; now != "" {
			cells[0] = now
		}
		if i == 0 {
			err = m.drop(cells[2])
		} else if cells[1] == "" {
			err = m.lock(cells[0], cells[4])
		} else if _, ok := parseCell([]byte(cells[1])); ok && m.scans[cells[0]] != nil {
			k := mark{sheet: cells[0], cell: cells[1]}
			if k.before, err = m.file.GetCellStyle(sheetMarks, cellName(3, i+1)); err == nil {
				k.after, err = m.file.GetCellStyle(sheetMarks, cellName(4, i+1))
			}
			marks = append(marks, k)
			if cells[4] != "" {
				texts[noteKey(cells[4])] = true
			}
		}
		if err != nil {
			return err
		}
	}
	if err := m.restore(marks); err != nil {
		return err
	}
	if err := m.drop(sheetMarks); err != nil {
		return err
	}
	// A note that cannot be taken away must not keep the tints in place.
	_ = m.dropNotes(texts)
	return nil
}

// renamedSheets finds, for each sheet of the marks that is gone, the one whose cells
// at the marked places still wear a tint: the sender gave it another name.
func (m *marker) renamedSheets(rows [][]string) map[string]string {
	gone, named := map[string][]string{}, map[string]bool{}
	for i, row := range rows {
		if i == 0 || len(row) < 2 || strings.HasPrefix(row[0], pageStamp) {
			continue
		}
		named[row[0]] = true
		if m.scans[row[0]] == nil {
			gone[row[0]] = append(gone[row[0]], row[1])
		}
	}
	out := map[string]string{}
	for was, cells := range gone {
		most := 0
		for _, now := range m.file.GetSheetList() {
			if named[now] || IsMarkSheet(now) || m.scans[now] == nil {
				continue
			}
			n := 0
			for _, cell := range cells {
				if style, err := m.file.GetCellStyle(now, cell); err == nil && m.isTint(style) {
					n++
				}
			}
			if n > most {
				most, out[was] = n, now
			}
		}
	}
	return out
}

// drop deletes one of our sheets.
func (m *marker) drop(name string) error {
	if !IsMarkSheet(name) {
		return nil
	}
	if err := m.file.DeleteSheet(name); err != nil {
		return err
	}
	m.book.sheets = m.file.SheetCount
	return nil
}

// restore gives tinted cells their own style back: at the remembered cells,
// then wherever a tint was carried since by sorting, inserting or filling down.
func (m *marker) restore(marks []mark) error {
	own := map[string]map[int]int{} // sheet → tinted style → own style
	for _, k := range marks {
		if own[k.sheet] == nil {
			own[k.sheet] = map[int]int{}
		}
		own[k.sheet][k.after] = k.before
	}
	for _, k := range marks {
		if h := m.heavy[k.sheet]; h != nil {
			c, _ := parseCell([]byte(k.cell))
			h.back, h.own[c] = own[k.sheet], k.before
			continue
		}
		now, err := m.file.GetCellStyle(k.sheet, k.cell)
		if err != nil {
			return err
		}
		if _, tinted := own[k.sheet][now]; !tinted && !m.isTint(now) {
			continue
		}
		if err := m.file.SetCellStyle(k.sheet, k.cell, k.cell, k.before); err != nil {
			return err
		}
	}
	for _, name := range m.file.GetSheetList() {
		if err := m.restoreSheet(name, own[name]); err != nil {
			return err
		}
	}
	return nil
}

func (m *marker) restoreSheet(sheet string, own map[int]int) error {
	if len(own) == 0 || m.heavy[sheet] != nil {
		return nil
	}
	last := m.scans[sheet].corner
	for row := int32(1); row <= last.row; row++ {
		for col := int32(1); col <= last.col; col++ {
			cell := gridCell{col, row}.String()
			now, err := m.file.GetCellStyle(sheet, cell)
			if err != nil {
				return err
			}
			if before, tinted := own[now]; tinted {
				if err := m.file.SetCellStyle(sheet, cell, cell, before); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// isTint tells whether a style is filled with one of our tints. The style table
// is asked itself: GetStyle knows no colours in a workbook without a theme,
// which is what LibreOffice writes.
func (m *marker) isTint(style int) bool {
	color := strings.ToUpper(fillColor(m.file, style))
	return strings.HasSuffix(color, errorTint) || strings.HasSuffix(color, warningTint)
}

// fillColor is the colour a style is filled with, "" for none.
func fillColor(f *excelize.File, style int) string {
	table := f.Styles
	if table == nil || table.CellXfs == nil || table.Fills == nil || style >= len(table.CellXfs.Xf) {
		return ""
	}
	id := table.CellXfs.Xf[style].FillID
	if id == nil || *id < 0 || *id >= len(table.Fills.Fill) {
		return ""
	}
	fill := table.Fills.Fill[*id]
	if fill == nil || fill.PatternFill == nil || fill.PatternFill.FgColor == nil {
		return ""
	}
	return fill.PatternFill.FgColor.RGB
}
