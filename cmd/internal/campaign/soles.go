package campaign

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// askSoles asks about a post that one member of a branch holds (Sole) and that several
// of its rows name: a row was filled down, or the former secretary stands beside the
// new one. Nobody waits: which of them it is changes what heads are bound by, which is
// asked where it does (headcells.go).
func (a *assembly) askSoles(pop *evaluate.Population) {
	if pop == nil {
		return
	}
	for fact := range pop.Frame.Schema.Facts {
		def := &pop.Frame.Schema.Facts[fact]
		for choice := range def.Choices {
			if def.Choices[choice].Sole {
				a.askSole(pop, fact, choice)
			}
		}
	}
}

func (a *assembly) askSole(pop *evaluate.Population, fact, choice int) {
	holders := map[int][]evaluate.Origin{}
	var order []int
	for row := range pop.Subjects {
		org := pop.Subjects[row].Org
		if v := pop.Frame.Known(row, fact); org < 0 || v.IsBlank() || v.Choice() != choice {
			continue
		}
		if holders[org] == nil {
			order = append(order, org)
		}
		holders[org] = append(holders[org], pop.Frame.Origin(row, fact))
	}
	slices.Sort(order)
	for _, org := range order {
		if len(holders[org]) > 1 {
			a.problems = append(a.problems, problemSole(&pop.Frame.Schema.Facts[fact], choice, holders[org]))
		}
	}
}

// problemSole names every cell that gives somebody the post.
func problemSole(def *evaluate.FactDef, choice int, cells []evaluate.Origin) evaluate.Problem {
	slices.SortFunc(cells, func(x, y evaluate.Origin) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Sheet, y.Sheet), cmp.Compare(rowOf(x.Cell), rowOf(y.Cell)))
	})
	label := def.Choices[choice].Label
	p := question("E319", cells[0], fmt.Sprintf("%d người của cùng một chi bộ ghi “%s” ở cột “%s”; mỗi chi bộ chỉ có một", len(cells), label, def.Heading),
		"xem ai đang là “"+label+"”; người khác, kể cả người đã thôi giữ trong năm, thì ghi chức vụ hiện nay, rồi nhập lại kèm --replace",
		secondsBySheet(cells[1:], "người khác cũng ghi như thế ở đây", "")...)
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}
