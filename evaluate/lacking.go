package evaluate

import "strings"

// decisionPlace is where a decision stands: a row of a sheet, and of the line of a group
// whose it is.
type decisionPlace struct {
	file, sheet, subject string
	row                  int
}

// LackingDecisions counts the recorded decisions that fail a check, each once however
// many checks it fails.
func LackingDecisions(ps []Problem) int {
	seen := map[decisionPlace]bool{}
	n := 0
	note := func(p *Problem, row int, subject string) {
		at := decisionPlace{p.At.File, p.At.Sheet, subject, row}
		whole := at
		whole.subject = ""
		if !seen[at] && !seen[whole] {
			seen[at] = true
			n++
		}
	}
	// One problem that tells of many rows names no subject; it goes first.
	for _, many := range []bool{true, false} {
		for i := range ps {
			p := &ps[i]
			if !p.LacksInDecision() || (len(p.Cells) > 0) != many {
				continue
			}
			if !many {
				_, row := splitCell(p.At.Cell)
				note(p, row, p.Subject)
				continue
			}
			for _, cells := range p.Cells {
				from, to, area := strings.Cut(cells, ":")
				_, top := splitCell(from)
				bottom := top
				if area {
					_, bottom = splitCell(to)
				}
				for row := top; row <= bottom; row++ {
					note(p, row, "")
				}
			}
		}
	}
	return n
}
