package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What was found of somebody graded anew counts for others, too: his other posts, his
// collective, his branch. While a reopening leaves open whether it is so, they wait as he
// does; once the authority has decided as grading anew did, it is so for everybody.

// confirm lays what was found of somebody over the facts in force, in his other roles, too,
// where a decision affirms it and nobody has reported it. What was reported otherwise since
// stands.
func (a *assembly) confirm(in *evaluate.Inputs, r *Regraded, row int) []evaluate.Problem {
	pop := in.Populations[r.Kind]
	if r.corrected(pop.Frame, row) {
		return nil
	}
	b, _ := bind(&r.Facts, pop.Frame.Schema)
	changed := r.unreported(pop.Frame, row)
	if b == nil || len(changed) == 0 {
		return nil
	}
	others := rolesOf(in, a.sets, r.Kind, r.ID)
	b.into(pop.Frame)
	b.replaceThose(0, row, func(f *evaluate.FactDef) bool { return slices.Contains(changed, f.ID) })
	if others != nil {
		others.pass()
	}
	a.reseat(in, []Regraded{*r})
	return []evaluate.Problem{noteConfirmed(r, pop.Frame.Schema, changed)}
}

// unreported are the facts corrected by grading anew that stand as they stood before it.
func (r *Regraded) unreported(f *evaluate.Frame, row int) (out []evaluate.FactID) {
	for _, change := range r.Changes {
		i, known := f.Schema.Index(evaluate.FactID(change.Fact))
		if !known {
			continue
		}
		if said := f.Show(i, f.Value(row, i)); said == "" || said == change.Before {
			out = append(out, f.Schema.Facts[i].ID)
		}
	}
	return out
}

// outcomes are what each subject may come to, by kind and row.
type outcomes map[formRow]outcome

type outcome struct {
	ranks evaluate.RankSet
	none  bool // or to no grade
}

// holdResting lets those wait who would come out otherwise if what was found of somebody
// who waits were in the data: between that and what comes of the facts in force. told are
// the problems about the latter, which name them.
func (a *assembly) holdResting(in *evaluate.Inputs, laid, open []Regraded, told []evaluate.Problem) error {
	if len(open) == 0 {
		return nil
	}
	var worlds [][]Regraded // of who among them is as he was found
	for i := range open {
		worlds = append(worlds, open[i:i+1])
	}
	if len(open) > 1 { // together they may tell where none does alone
		worlds = append(worlds, open)
	}
	stands, err := a.outcomesWith(laid, open, nil)
	if err != nil {
		return err
	}
	between, by := outcomes{}, map[formRow][]int{}
	for w, found := range worlds {
		would, err := a.outcomesWith(laid, open, found)
		if err != nil {
			return err
		}
		for of, is := range would {
			was := stands[of]
			if was == is || slices.ContainsFunc(open, func(r Regraded) bool { return r.of(of.kind, in.Populations[of.kind].Subjects[of.row].ID) }) {
				continue
			}
			b := between[of]
			between[of] = outcome{b.ranks | was.ranks | is.ranks, b.none || was.none || is.none}
			if w < len(open) {
				by[of] = append(by[of], w)
			}
		}
	}
	nameThose(in, open, told, between, by)
	return nil
}

// nameThose holds those who rest on somebody who waits between what they may come to, and
// names them in the problems about him; by says on whom, none for all of them together.
func nameThose(in *evaluate.Inputs, open []Regraded, told []evaluate.Problem, between outcomes, by map[formRow][]int) {
	rest := make([][]Affected, len(open))
	for _, of := range sortedRows(between) {
		s, is := &in.Populations[of.kind].Subjects[of.row], between[of]
		which := by[of]
		if len(which) == 0 { // on all of them together
			for i := range open {
				which = append(which, i)
			}
		}
		for _, i := range which {
			p := problemRestsOn(&open[i])
			p.Subject = s.ID
			s.Holds = append(s.Holds, evaluate.Hold{Problem: p, Between: is.ranks, OrNone: is.none})
			rest[i] = append(rest[i], Affected{of.kind, s.ID})
		}
	}
	for i := range open {
		nameResting(told, open[i].ID, rest[i])
	}
}

// outcomesWith is what everybody comes to if of those who wait just these had been reported
// as they were found, and the others as they stand.
func (a *assembly) outcomesWith(laid, open, found []Regraded) (outcomes, error) {
	fresh, err := a.again()
	if err != nil {
		return nil, err
	}
	in, _, err := fresh.inputs()
	if err != nil {
		return nil, err
	}
	as := slices.Clone(laid)
	for _, r := range found {
		r.reported = true
		as = append(as, r)
	}
	if err := lay(as, in, fresh.sets); err != nil {
		return nil, err
	}
	fresh.reseat(in, as)
	if _, _, _, err := fresh.holdUnsettled(in, slices.Concat(laid, open)); err != nil {
		return nil, err
	}
	report, _ := evaluate.Grade(in, fresh.sets)
	out := outcomes{}
	for k, results := range report.Results {
		for row := range results {
			r := &results[row]
			is := outcome{r.Possible, r.MayBeNone || r.Outcome == evaluate.NotRated}
			if r.Outcome == evaluate.Graded {
				is.ranks = evaluate.RankSet(0).With(r.Rank)
			}
			out[formRow{k, row}] = is
		}
	}
	return out, nil
}

// sortedRows are the rows in the order of kinds and rows.
func sortedRows(of outcomes) []formRow {
	var out []formRow
	for _, k := range evaluate.Kinds() {
		var rows []int
		for r := range of {
			if r.kind == k {
				rows = append(rows, r.row)
			}
		}
		slices.Sort(rows)
		for _, row := range rows {
			out = append(out, formRow{k, row})
		}
	}
	return out
}
