package excel

import (
	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// listCheck is a drop-down over a range of the list sheet.
func listCheck(ref string) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.SetSqrefDropList(ref)
	v.SetError(excelize.DataValidationErrorStyleStop, labelWrongTitle, labelWrongChoice)
	return v
}

// codeCheck offers the codes written so far; others are let pass with a
// warning, because lists are filled in in any order.
func codeCheck(ref string) *excelize.DataValidation {
	v := listCheck(ref)
	v.SetError(excelize.DataValidationErrorStyleWarning, labelWrongTitle, labelStrangeCode)
	return v
}

// codeRange is the range of the codes of a sheet of the organization list, as far
// as it is filled in: the empty rows below would open the drop-down at its end.
func codeRange(t listTable) string {
	sheet := quoteSheet(t.name) + "!"
	first := sheet + absolute(codeColumn, dataRow)
	all := first + ":" + absolute(codeColumn, t.last())
	return "OFFSET(" + first + ",0,0,MAX(1,COUNTA(" + all + ")),1)"
}

// codeColumn is the column of the codes on every sheet of the list.
const codeColumn = 2

// identityCheck only warns: the reader understands more spellings than a
// formula can say.
func identityCheck() *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.Type, v.Operator, v.Formula1, v.Formula2 = "textLength", "between", "9", "12"
	v.SetError(excelize.DataValidationErrorStyleWarning, labelWrongTitle, labelWrongIdentity)
	return v
}

// lastDay is far enough for a day that need not be past.
func lastDay() evaluate.Date { return evaluate.Date{Year: 2100, Month: 12, Day: 31} }

// periodEnd is the last day of a period written as text: what is older than the
// period cannot be dated later.
func periodEnd(period string) evaluate.Date {
	if p, ok := evaluate.ParsePeriod(period); ok {
		return p.Last()
	}
	return lastDay()
}

// dateCheck asks for a day no later than last.
func dateCheck(last evaluate.Date) *excelize.DataValidation {
	first, _ := evaluate.NewDate(1900, 3, 1)
	v := excelize.NewDataValidation(true)
	v.Type, v.Operator = "date", "between"
	v.Formula1, v.Formula2 = itoa(serial(first)), itoa(serial(last))
	v.SetError(excelize.DataValidationErrorStyleStop, labelWrongTitle, labelWrongDate(last))
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
