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

// regradedOver asks about these ceilings, each at the last of the records that raised what
// is over, or at the workbook that is taken back: the last record of all was made of it.
func regradedOver(over []*evaluate.CapFinding, locked, now *Grading, records []Regraded, taken string) []evaluate.Problem {
	var out []evaluate.Problem
	for _, f := range over {
		raised, at := raisedOver(f, locked, now, records), taken
		if taken != "" {
			own := records[len(records)-1].Seq
			raised = slices.DeleteFunc(raised, func(r Regraded) bool { return r.Seq == own })
		} else if n := len(raised); n > 0 {
			raised, at = raised[:n-1], raised[n-1].Workbook
		}
		out = append(out, problemRegradedOver(at, now.Report, f, raised))
	}
	return out
}

// raisedOver are the records of those whom a ceiling counts without whom less would be
// over: they came to its grade, or left its base.
func raisedOver(f *evaluate.CapFinding, locked, now *Grading, records []Regraded) []Regraded {
	var out []Regraded
	for _, r := range latest(records) {
		if !countsRegraded(f, locked, now, &r) {
			continue
		}
		without := evaluate.Regraded(locked.Report, now.Report, now.Sets, func(k evaluate.Kind, id string) bool {
			return !r.of(k, id) && slices.ContainsFunc(records, func(o Regraded) bool { return o.of(k, id) })
		})
		i := slices.IndexFunc(without.Caps, func(b evaluate.CapFinding) bool { return b.Same(f) })
		if i < 0 {
			out = append(out, r)
			continue
		}
		if g := &without.Caps[i]; g.Have.Min < f.Have.Min || g.Have.Min == f.Have.Min && g.Base.Min > f.Base.Min {
			out = append(out, r)
		}
	}
	return out
}

// countsRegraded tells whether a ceiling counts whoever a record is about, or did before.
func countsRegraded(f *evaluate.CapFinding, locked, now *Grading, r *Regraded) bool {
	if f.Kind != r.Kind {
		return false
	}
	pop, _ := now.Report.Of(r.Kind)
	row := subjectRow(pop, r.ID)
	return slices.Contains(f.Rows, row) || slices.ContainsFunc(locked.Report.Caps, func(b evaluate.CapFinding) bool { return b.Same(f) && slices.Contains(b.Rows, row) })
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
	return now, regradedOver(exceededSince(locked, now), locked, now, records, ""), nil
}
