package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// problemsByBase sorts problems by the base organizations they concern: that of
// their subject, else that of the workbook they were found in, and that of every
// further place they name. Who has to settle a matter between two files may be
// either of those who sent them.
func (g *Grading) problemsByBase() map[int][]evaluate.Problem {
	tree := g.Report.Inputs.Tree
	subjects := map[string]int{}
	for _, k := range evaluate.Kinds() {
		pop, _ := g.Report.Of(k)
		if pop == nil {
			continue
		}
		for _, s := range pop.Subjects {
			subjects[s.ID] = s.Org
		}
	}
	files := map[string]string{} // label → code of the organization that sent it
	for key, label := range reportLabels(g.Receipts) {
		files[label] = key.Org // of a roster nobody
	}
	baseOf := func(code string) int {
		if i, ok := tree.Index(code); ok {
			return tree.Base(i)
		}
		return -1
	}
	out := map[int][]evaluate.Problem{}
	for _, p := range g.Problems {
		base := -1
		if p.Subject == "" {
			base = baseOf(files[p.At.File])
		} else if org, ok := subjects[p.Subject]; ok && org >= 0 {
			base = tree.Base(org)
		}
		told := []int{-1, base}
		if base >= 0 {
			out[base] = append(out[base], p)
		}
		for n, r := range p.Related {
			org := r.Org
			if org == "" {
				org = files[r.At.File]
			}
			if also := baseOf(org); !slices.Contains(told, also) {
				told = append(told, also)
				out[also] = append(out[also], seenFrom(p, n))
			}
		}
	}
	return out
}

// seenFrom is a matter between files as one of its other places has it: where the
// same words hold there, it stands at the own cell and names the others. It stays
// the same matter, and the campaign's list, by which problems are counted, has it
// once.
func seenFrom(p evaluate.Problem, place int) evaluate.Problem {
	if !p.Related[place].Mutual {
		return p
	}
	p.Related = slices.Clone(p.Related)
	p.At, p.Related[place].At = p.Related[place].At, p.At
	return p
}
