package campaign

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// futureDay is one day written on one sheet: filled down for a whole meeting it is
// one problem.
type futureDay struct {
	file, sheet string
	day         evaluate.Date
}

// decidedLater tells of decisions dated after the day of the run: a wrong year, most
// likely. They stand; the day is asked of the clock here, since grading knows none.
func decidedLater(in *evaluate.Inputs, today evaluate.Date) []evaluate.Problem {
	cells := map[futureDay][]evaluate.Origin{}
	for _, pop := range in.Populations {
		if pop == nil {
			continue
		}
		fact := pop.Frame.Schema.ByRole(evaluate.RoleDecisionDate)
		if fact < 0 {
			continue
		}
		for row := range pop.Subjects {
			v := pop.Frame.Value(row, fact)
			if v.IsBlank() || v.Date().Compare(today) <= 0 {
				continue
			}
			at := pop.Frame.Origin(row, fact)
			key := futureDay{at.File, at.Sheet, v.Date()}
			cells[key] = append(cells[key], at)
		}
	}
	var out []evaluate.Problem
	for key, at := range cells {
		first := at[0]
		for _, o := range at {
			if rowOf(o.Cell) < rowOf(first.Cell) {
				first = o
			}
		}
		p := problemDecidedLater(first, key.day, today)
		p.Cells = cellsOnSheet(first, at)
		out = append(out, p)
	}
	return out
}

func problemDecidedLater(at evaluate.Origin, day, today evaluate.Date) evaluate.Problem {
	return question("E339", at, fmt.Sprintf("ngày quyết định %s muộn hơn hôm nay (%s); quyết định vẫn được dùng", day.Vietnamese(), today.Vietnamese()),
		"kiểm tra lại ngày, tháng, năm (thường là gõ nhầm năm) rồi nhập lại kèm --replace; nếu ngày ấy đúng thì xem lại đồng hồ của máy")
}
