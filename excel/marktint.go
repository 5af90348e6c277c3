package excel

import (
	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// The tints of cells; nothing of ours is filled with them otherwise.
const (
	errorTint   = "FFC7CE"
	warningTint = "FFE699"
)

func tintOf(s evaluate.Severity) string {
	switch s {
	case evaluate.Error:
		return errorTint
	case evaluate.Warning:
		return warningTint
	}
	return ""
}

// tintKey is a cell's own style under a tint.
type tintKey struct {
	style int
	tint  string
}

// tint dresses the cells in their own style with another fill.
func (m *marker) tint(marks []*mark) error {
	for _, k := range marks {
		if m.heavy[k.sheet] != nil {
			continue
		}
		style, err := m.file.GetCellStyle(k.sheet, k.cell)
		if err != nil {
			return err
		}
		tinted, err := m.tinted(style, k.tint)
		if err != nil {
			return err
		}
		if err := m.file.SetCellStyle(k.sheet, k.cell, k.cell, tinted); err != nil {
			return err
		}
		k.before, k.after, k.found = style, tinted, true
	}
	return m.tintHeavy(marks)
}

// maxStyles is how many cell styles a workbook may hold.
const maxStyles = 65_430

// tinted is a style with the fill of a tint. The entry of the style table is
// copied because a style that went through GetStyle and NewStyle comes back
// without its quote prefix and its named style.
func (m *marker) tinted(style int, tint string) (int, error) {
	key := tintKey{style, tint}
	if id, ok := m.tints[key]; ok {
		return id, nil
	}
	if m.fills[tint] == nil {
		plain, err := m.file.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tint}}})
		if err != nil {
			return 0, err
		}
		m.fills[tint] = m.file.Styles.CellXfs.Xf[plain].FillID
	}
	table := m.file.Styles.CellXfs
	if len(table.Xf) >= maxStyles {
		return 0, excelize.ErrCellStyles
	}
	applied := true
	entry := table.Xf[style]
	entry.FillID, entry.ApplyFill = m.fills[tint], &applied
	table.Xf = append(table.Xf, entry)
	table.Count = len(table.Xf)
	m.tints[key] = len(table.Xf) - 1
	return len(table.Xf) - 1, nil
}
