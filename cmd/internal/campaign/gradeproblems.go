package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// problemsByBase sorts problems by the base organization they concern: that of
// their subject, else that of the workbook they were found in.
func (g *Grading) problemsByBase() map[int][]evaluate.Problem {
	tree := g.Report.Inputs.Tree
	subjects, files := map[string]int{}, map[string]int{}
	for _, k := range evaluate.Kinds() {
		pop, _ := g.Report.Of(k)
		if pop == nil {
			continue
		}
		for _, s := range pop.Subjects {
			subjects[s.ID] = s.Org
		}
	}
	for _, r := range g.Receipts {
		if i, ok := tree.Index(r.Org); ok {
			files[r.Path] = i
		}
	}
	out := map[int][]evaluate.Problem{}
	for _, p := range g.Problems {
		org, ok := subjects[p.Subject]
		if p.Subject == "" {
			org, ok = files[p.At.File]
		}
		if !ok || org < 0 {
			continue
		}
		base := tree.Base(org)
		if base >= 0 {
			out[base] = append(out[base], p)
		}
		if p.Code != codeTwice {
			continue
		}
		told := []int{base} // it holds people of every workbook it names
		for n, r := range p.Related {
			if i, ok := files[r.At.File]; ok && tree.Base(i) >= 0 && !slices.Contains(told, tree.Base(i)) {
				told = append(told, tree.Base(i))
				out[tree.Base(i)] = append(out[tree.Base(i)], seenFrom(p, n))
			}
		}
	}
	return out
}

// seenFrom is a matter between files as one of its other places has it: there it
// stands at the own cell and names the others. It stays the same matter, and the
// campaign's list, by which problems are counted, has it once.
func seenFrom(p evaluate.Problem, place int) evaluate.Problem {
	p.Related = slices.Clone(p.Related)
	p.At, p.Related[place].At = p.Related[place].At, p.At
	return p
}
