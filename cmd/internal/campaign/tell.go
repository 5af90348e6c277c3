package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// hold lets a subject wait for a person. One matter may hold several, each seeing
// it from the own row; it is told once, and a subject waits once for it.
func (a *assembly) hold(s *evaluate.Subject, p evaluate.Problem) {
	p.Subject = s.ID
	same := func(h evaluate.Hold) bool {
		return h.Problem.Code == p.Code && h.Problem.At == p.At && h.Problem.Message == p.Message && slices.Equal(h.Problem.Related, p.Related)
	}
	if !slices.ContainsFunc(s.Holds, same) {
		s.Holds = append(s.Holds, evaluate.Hold{Problem: p})
	}
	a.tell(p)
}

// tell tells a matter between rows once.
func (a *assembly) tell(p evaluate.Problem) {
	if a.told == nil {
		a.told = map[string]int{}
	}
	matter, row := matterKeys(p)
	for _, key := range []string{matter, row} {
		if first, told := a.told[key]; told {
			a.problems[first] = joinRelated(a.problems[first], p)
			return
		}
	}
	if matter != "" {
		a.told[matter], a.told[row] = len(a.problems), len(a.problems)
	}
	a.problems = append(a.problems, p)
}

// matterKeys name a matter between rows by all its cells, whichever row it is seen
// from, and by the cell it is told at; both are empty where only one row is concerned.
func matterKeys(p evaluate.Problem) (matter, row string) {
	if len(p.Related) == 0 && len(p.Cells) == 0 {
		return "", ""
	}
	cells := append([]string{p.At.String()}, p.Cells...)
	for _, r := range p.Related {
		cells = append(cells, r.At.String())
	}
	slices.Sort(cells)
	return string(p.Code) + "\x1f" + strings.Join(cells, "\x1f"), string(p.Code) + "\x1f" + p.At.String()
}

// joinRelated adds the cells that another telling of a matter names.
func joinRelated(p, more evaluate.Problem) evaluate.Problem {
	p.Related = slices.Clone(p.Related) // subjects hold the list too
	for _, r := range more.Related {
		if r.At != p.At && !slices.ContainsFunc(p.Related, func(x evaluate.Related) bool { return x.At == r.At }) {
			p.Related = append(p.Related, r)
		}
	}
	return p
}

// treeSource registers the sheet of the organization list that the places stand
