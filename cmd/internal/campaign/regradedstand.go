package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Grading anew after the closing changes one subject and leaves all others as they were
// locked. What is counted since is both together: forms, and the ceilings that were kept
// when the campaign was closed and may be exceeded since.

// standsWith is the locked grading with the results of those graded anew in the place of
// their old ones. anew is that of the same campaign with the records laid over it.
func standsWith(locked, anew *Grading, records []Regraded) *Grading {
	regraded := func(k evaluate.Kind, id string) bool {
		return slices.ContainsFunc(records, func(r Regraded) bool { return r.of(k, id) })
	}
	out := *anew
	out.Report = evaluate.Regraded(locked.Report, anew.Report, anew.Sets, regraded)
	out.Problems = nil
	theirs := func(p evaluate.Problem) bool {
		return p.Subject != "" && slices.ContainsFunc(records, func(r Regraded) bool { return r.ID == p.Subject })
	}
	over := func(p evaluate.Problem) bool { return p.Code == evaluate.CodeDecidedOver }
	for _, p := range locked.Problems {
		if !theirs(p) && !over(p) {
			out.Problems = append(out.Problems, p)
		}
	}
	for _, p := range anew.Problems {
		if theirs(p) && !over(p) {
			out.Problems = append(out.Problems, p)
		}
	}
	out.Problems = evaluate.SortProblems(append(out.Problems, out.Report.DecidedOver()...))
	return &out
}

// exceededSince are the ceilings that stand exceeded after a grading anew, by more than
// they were before.
func exceededSince(before, after *Grading) []*evaluate.CapFinding {
	var out []*evaluate.CapFinding
	for i := range after.Report.Caps {
		f := &after.Report.Caps[i]
		was := slices.IndexFunc(before.Report.Caps, func(b evaluate.CapFinding) bool { return b.Same(f) })
		if f.Over.Min > 0 && (was < 0 || before.Report.Caps[was].Over.Min < f.Over.Min) {
			out = append(out, f)
		}
	}
	return out
}

// regradedStanding is how a locked campaign stands with those graded anew since, and what
// its ceilings come to by them.
func (c *Campaign) regradedStanding(locked *Grading, records []Regraded) (*Grading, []evaluate.Problem, error) {
	if len(records) == 0 {
		return locked, nil, nil
	}
	anew, err := c.evaluate(records)
	if err != nil {
		return nil, nil, err
	}
	now := standsWith(locked, anew, records)
	if over := exceededSince(locked, now); len(over) > 0 {
		return now, []evaluate.Problem{problemRegradedOver(records[len(records)-1].Workbook, now.Report, over)}, nil
	}
	return now, nil, nil
}
