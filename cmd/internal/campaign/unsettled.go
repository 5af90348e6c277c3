package campaign

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Opening a campaign again ends what was graded anew in it: the old facts are in
// force. So that the fault that was found is not lost, each subject graded anew
// waits until the facts that were corrected, or the decision, have come in.

// putAsideRegradings reads the records of closings that are over, and leaves the
// last of each subject.
func (f Folder) putAsideRegradings() ([]Regraded, error) {
	entries, err := os.ReadDir(filepath.Dir(f.regraded()))
	if err != nil {
		return nil, nil // no campaign folder yet: nothing was ever closed
	}
	var all []Regraded
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), filepath.Base(f.regraded())+"-") {
			continue
		}
		records, err := readRegradings(f.kept(e.Name()))
		if err != nil {
			return nil, err
		}
		all = append(all, records...)
	}
	slices.SortStableFunc(all, func(a, b Regraded) int { return a.At.Compare(b.At) })
	return latest(all), nil
}

// holdUnsettled lets subjects wait whose grading anew a reopening ended and whose
// corrected facts are not in force; but for those that laid grades anew again.
func (c *Campaign) holdUnsettled(in *evaluate.Inputs, laid []Regraded) ([]evaluate.Problem, error) {
	records, err := c.Folder.putAsideRegradings()
	if err != nil {
		return nil, err
	}
	var ps []evaluate.Problem
	for i := range records {
		r := &records[i]
		if slices.ContainsFunc(laid, func(l Regraded) bool { return l.of(r.Kind, r.ID) }) {
			continue
		}
		pop := in.Populations[r.Kind]
		row := subjectRow(pop, r.ID)
		if row >= 0 && r.settled(pop.Frame, row) {
			continue
		}
		p := problemUnsettled(r)
		if row >= 0 {
			p.Subject = r.ID
			s := &pop.Subjects[row]
			s.Holds, s.Under = append(s.Holds, evaluate.Hold{Problem: p}), nil
			clearDecision(pop.Frame, row) // made before the fault was found
		}
		ps = append(ps, p)
	}
	return ps, nil
}

// settled tells whether what was found stands in the facts in force: every fact
// that was corrected and the decision, or a decision under the same number.
func (r *Regraded) settled(f *evaluate.Frame, row int) bool {
	decision, number := f.Schema.ByRole(evaluate.RoleDecision), f.Schema.ByRole(evaluate.RoleDecisionNumber)
	decided := ""
	if decision >= 0 {
		if v := f.Value(row, decision); !v.IsBlank() {
			decided = f.Data(decision, v)
		}
	}
	if decided != "" && number >= 0 && f.Text(row, number) == r.Number {
		return true
	}
	if decision >= 0 && decided != r.Facts.find(f.Schema.Facts[decision].ID).code(0) {
		return false
	}
	for _, change := range r.Changes {
		i, ok := f.Schema.Index(evaluate.FactID(change.Fact))
		if !ok || f.Show(i, f.Value(row, i)) != change.After {
			return false
		}
	}
	return true
}
