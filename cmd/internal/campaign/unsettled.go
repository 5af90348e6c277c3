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
		paths, err := listFiles(f.kept(e.Name()), ".json")
		if err != nil {
			return nil, err
		}
		records, err := readRegradings(paths)
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
// gone are the records of those who are no longer in the data at all.
func (c *Campaign) holdUnsettled(in *evaluate.Inputs, laid []Regraded) (ps []evaluate.Problem, gone []Regraded, err error) {
	records, err := c.Folder.putAsideRegradings()
	if err != nil {
		return nil, nil, err
	}
	for i := range records {
		r := &records[i]
		if slices.ContainsFunc(laid, func(l Regraded) bool { return l.of(r.Kind, r.ID) }) {
			continue
		}
		pop := in.Populations[r.Kind]
		row := subjectRow(pop, r.ID)
		switch {
		case row < 0:
			ps, gone = append(ps, problemRegradedGone(r)), append(gone, *r)
		case !r.settled(pop.Frame, row):
			p := problemUnsettled(r)
			p.Subject = r.ID
			s := &pop.Subjects[row]
			for i := range s.Holds {
				s.Holds[i].Decided = nil
			}
			s.Holds, s.Under = append(s.Holds, evaluate.Hold{Problem: p}), nil
			clearDecision(pop.Frame, row) // made before the fault was found
			ps = append(ps, p)
		}
	}
	return ps, gone, nil
}

// unsettledStatus tells status of an open campaign who still waits because
// opening it ended a grading anew. Only then anything has to be graded for it.
func (c *Campaign) unsettledStatus(s *Status) error {
	records, err := c.Folder.putAsideRegradings()
	if err != nil || len(records) == 0 {
		return err
	}
	g, err := c.Evaluate()
	if err != nil { // nothing can be said of them before that is mended
		s.Unsettled = problemsOf(err)
		return nil
	}
	for _, p := range g.Problems {
		if p.Code == codeUnsettled {
			s.Unsettled = append(s.Unsettled, p)
		}
	}
	return nil
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
