package excel

import (
	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// lists collects the values of drop-downs on one hidden sheet. They are never
// written into the validation itself: there a comma inside an item splits it
// and 255 characters are the end.
type lists struct {
	titles []string
	items  [][]string
	refs   map[string]string
}

// ref returns the range holding the items, adding them once.
func (l *lists) ref(title string, items []string) string {
	key := ""
	for _, s := range items {
		key += s + "\x00"
	}
	if r, ok := l.refs[key]; ok {
		return r
	}
	l.titles = append(l.titles, title)
	l.items = append(l.items, items)
	col := len(l.items)
	r := quoteSheet(sheetLists) + "!" + absolute(col, 2) + ":" + absolute(col, len(items)+1)
	l.refs[key] = r
	return r
}

// writeLists draws the list sheet, if any list is used.
func (b *book) writeLists() {
	if len(b.lists.items) == 0 {
		return
	}
	widths := make([]float64, len(b.lists.items))
	rows := 0
	for i, items := range b.lists.items {
		widths[i] = 30
		rows = max(rows, len(items))
	}
	p := b.sheet(sheetLists, layout{widths: widths, show: hidden, protect: true, grid: true})
	heads := make([]any, len(widths))
	for i, t := range b.lists.titles {
		heads[i] = p.cell(t, look{bold: true, wrap: true, fill: headFill})
	}
	p.write(0, heads)
	for r := range rows {
		cells := make([]any, len(widths))
		for i, items := range b.lists.items {
			if r < len(items) {
				cells[i] = p.cell(items[r], look{format: textFormat})
			}
		}
		p.write(0, cells)
	}
	p.end()
}

func listCheck(ref string) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.SetSqrefDropList(ref)
	v.SetError(excelize.DataValidationErrorStyleStop, labelWrongTitle, labelWrongChoice)
	return v
}

// identityCheck only warns: the reader understands more spellings than a
// formula can say.
func identityCheck() *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.Type, v.Operator, v.Formula1, v.Formula2 = "textLength", "between", "9", "12"
	v.SetError(excelize.DataValidationErrorStyleWarning, labelWrongTitle, labelWrongIdentity)
	return v
}

func dateCheck() *excelize.DataValidation {
	first, _ := evaluate.NewDate(1900, 3, 1)
	last, _ := evaluate.NewDate(2100, 12, 31)
	v := excelize.NewDataValidation(true)
	v.Type, v.Operator = "date", "between"
	v.Formula1, v.Formula2 = itoa(serial(first)), itoa(serial(last))
	v.SetError(excelize.DataValidationErrorStyleStop, labelWrongTitle, labelWrongDate)
	return v
}

// numberCheck is the range of a number while typing; whole numbers where the
// step is whole.
func numberCheck(low, high *evaluate.Num, step evaluate.Num) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.Type = "decimal"
	if step.MultipleOf(evaluate.Int(1)) {
		v.Type = "whole"
	}
	switch {
	case low != nil && high != nil:
		v.Operator, v.Formula1, v.Formula2 = "between", low.String(), high.String()
	case high != nil:
		v.Operator, v.Formula1 = "lessThanOrEqual", high.String()
	case low != nil:
		v.Operator, v.Formula1 = "greaterThanOrEqual", low.String()
	default:
		v.Operator, v.Formula1, v.Formula2 = "between", "-1000000000", "1000000000"
	}
	v.SetError(excelize.DataValidationErrorStyleStop, labelWrongTitle,
		clip(labelWrongNumber(rangeHint(low, high, step)), 255))
	return v
}
