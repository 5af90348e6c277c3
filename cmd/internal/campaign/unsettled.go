package campaign

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Opening a campaign again ends what was graded anew in it: the old facts are in
// force. So that the fault that was found is not lost, each subject graded anew
// waits until the facts that were corrected, or the decision, have come in, or the
// authority has decided again. A decision made before is not lost either.

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
// corrected facts are not in force; but for those that laid grades anew again, and
// those whom the authority has decided since. open are the records of those who wait, gone
// of those who are no longer in the data at all.
func (a *assembly) holdUnsettled(in *evaluate.Inputs, laid []Regraded) (ps []evaluate.Problem, open, gone []Regraded, err error) {
	records, err := a.Folder.putAsideRegradings()
	if err != nil {
		return nil, nil, nil, err
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
		case r.settled(pop.Frame, row):
			ps = append(ps, a.confirm(in, r, row)...)
		case r.followed(pop.Frame, row, a.taken[r.Kind][row]):
			if stands := decisionOn(pop.Frame, row); stands.Grade != r.New.Row.Rung && stands.Grade != string(r.New.Row.Grade) {
				s := &pop.Subjects[row]
				s.Overruled = append(s.Overruled, r.overruled())
				ps = append(ps, problemDecidedSince(r, stands))
			} else {
				ps = append(ps, a.confirm(in, r, row)...)
			}
		default:
			ps, open = append(ps, r.hold(pop, row)), append(open, *r)
		}
	}
	return ps, open, gone, nil
}

// stillDecided tells whether the corrected facts are in and only a decision that grading
// anew had dropped stands in the way.
func (r *Regraded) stillDecided(f *evaluate.Frame, row int) bool {
	return r.Dropped != "" && decisionOn(f, row).Grade != "" && r.corrected(f, row)
}

// stillDecided asks, when an import ends, about decisions that grading anew had dropped
// and that stand although the corrected facts are in: whoever took these in has done
// what he could, and the subject waits all the same.
func (c *Campaign) stillDecided() (ps []evaluate.Problem) {
	records, err := c.Folder.putAsideRegradings()
	if err != nil || len(records) == 0 {
		return nil
	}
	a, err := c.assemble()
	if err != nil {
		return nil // grading tells it
	}
	in, _, err := a.inputs()
	if err != nil {
		return nil
	}
	for i := range records {
		r, pop := &records[i], in.Populations[records[i].Kind]
		if row := subjectRow(pop, r.ID); row >= 0 && r.stillDecided(pop.Frame, row) && !r.settled(pop.Frame, row) && !r.followed(pop.Frame, row, a.taken[r.Kind][row]) {
			p := problemStillDecided(r, decisionOn(pop.Frame, row))
			p.Subject = r.ID
			ps = append(ps, p)
		}
	}
	return ps
}

// untold leaves out what is told of a file already.
func untold(ps []evaluate.Problem, report *ImportReport) []evaluate.Problem {
	return slices.DeleteFunc(ps, func(p evaluate.Problem) bool {
		return slices.ContainsFunc(report.Files, func(f Imported) bool {
			return slices.ContainsFunc(f.Problems, func(q evaluate.Problem) bool { return q.Code == p.Code && q.At == p.At })
		})
	})
}

// unsettledStatus tells status of an open campaign who still waits because
// opening it ended a grading anew, and who was decided otherwise since. Only then anything has to be graded for it.
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
		switch {
		case isUnsettled(p):
			s.Unsettled = append(s.Unsettled, p)
		case p.Code == codeDecidedSince:
			s.DecidedSince = append(s.DecidedSince, p)
		}
	}
	return nil
}

// settled tells whether what was found stands in the facts in force: every fact
// that was corrected and the decision, or a decision under the same number.
func (r *Regraded) settled(f *evaluate.Frame, row int) bool {
	decision, number := f.Schema.ByRole(evaluate.RoleDecision), f.Schema.ByRole(evaluate.RoleDecisionNumber)
	decided := decisionOn(f, row).Grade
	if decided != "" && number >= 0 && f.Text(row, number) == r.Number {
		return true
	}
	if decision >= 0 && decided != r.Facts.find(f.Schema.Facts[decision].ID).code(0) {
		return false
	}
	return r.corrected(f, row)
}

// corrected tells whether every fact that was corrected stands in the facts in force.
func (r *Regraded) corrected(f *evaluate.Frame, row int) bool {
	for _, change := range r.Changes {
		i, ok := f.Schema.Index(evaluate.FactID(change.Fact))
		if !ok || f.Show(i, f.Value(row, i)) != change.After {
			return false
		}
	}
	return true
}

// followed tells whether the decision in force is the authority's later word: it was
// taken in after the grading anew and is not dated before its decision. An earlier one
// knew nothing of the fault.
func (r *Regraded) followed(f *evaluate.Frame, row int, taken time.Time) bool {
	if decisionOn(f, row).Grade == "" || taken.Before(r.At) {
		return false
	}
	date := f.Schema.ByRole(evaluate.RoleDecisionDate)
	return date < 0 || f.Value(row, date).IsBlank() || f.Data(date, f.Value(row, date)) >= r.Date
}

// hold lets a subject wait for what was found: between what the facts in force lead to and
// what those that were corrected do. A decision made before is neither used nor dropped:
// the choice is between its grade and that of grading anew.
func (r *Regraded) hold(pop *evaluate.Population, row int) evaluate.Problem {
	s, stands := &pop.Subjects[row], decisionOn(pop.Frame, row)
	p := problemUnsettled(r)
	var between []string
	if stands.Grade != "" {
		p, between = problemDecidedBefore(r, stands), append(between, stands.Grade)
		if r.stillDecided(pop.Frame, row) {
			p = problemStillDecided(r, stands)
		}
		s.Under, s.Overruled = nil, nil
		clearDecision(pop.Frame, row)
	}
	decided := slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return len(h.Decided) > 0 })
	if r.New.Row.Outcome == evaluate.Graded && (decided || stands.Grade != "") {
		between = append(between, r.New.Row.Rung)
	}
	p.Subject = s.ID
	if d, ok := r.doubt(pop.Frame.Schema, p); ok && !decided && stands.Grade == "" {
		s.Doubts = append(s.Doubts, d)
		return p
	}
	s.Holds = append(s.Holds, evaluate.Hold{Problem: p, Decided: between})
	return p
}

// doubt reads a subject by what grading anew corrected and decided, over what is in force
// now; false where what was corrected cannot be read by today's lists.
func (r *Regraded) doubt(s *evaluate.Schema, p evaluate.Problem) (evaluate.Doubt, bool) {
	d := evaluate.Doubt{Waits: true, Decided: r.New.Row.Decided, Problem: p}
	if len(r.Changes) == 0 {
		return d, true
	}
	facts := r.Facts
	facts.columns = slices.DeleteFunc(slices.Clone(facts.columns), func(c column) bool {
		return !slices.ContainsFunc(r.Changes, func(x excel.Change) bool { return x.Fact == string(c.Fact) })
	})
	b, _ := bind(&facts, s)
	if b == nil {
		return evaluate.Doubt{}, false
	}
	found := evaluate.NewFrame(s)
	found.Append(evaluate.Place{Source: -1})
	b.into(found)
	b.replace(0, 0)
	for _, change := range r.Changes {
		i, known := s.Index(evaluate.FactID(change.Fact))
		if !known {
			return evaluate.Doubt{}, false
		}
		d.Along = append(d.Along, evaluate.Reading{Fact: s.Facts[i].ID, Code: found.Data(i, found.Value(0, i))})
	}
	return d, true
}

// overruled is the decision of grading anew as explanations name it beside a later one.
func (r *Regraded) overruled() evaluate.Overruled {
	out := evaluate.Overruled{Grade: r.New.Row.Rung, Label: r.New.Label, Number: evaluate.QuoteDocument(r.Number),
		At: evaluate.Origin{File: r.Workbook}, Regraded: true}
	if d, ok := evaluate.ParseDate(r.Date); ok {
		out.Date = d.Vietnamese()
	}
	return out
}

// decisionOn is the decision in force on a subject, without a grade where there is none.
func decisionOn(f *evaluate.Frame, row int) evaluate.Overruled {
	show := func(role evaluate.Role) string {
		if i := f.Schema.ByRole(role); i >= 0 {
			return f.Show(i, f.Value(row, i))
		}
		return ""
	}
	decision := f.Schema.ByRole(evaluate.RoleDecision)
	if decision < 0 || f.Value(row, decision).IsBlank() {
		return evaluate.Overruled{}
	}
	out := evaluate.Overruled{Grade: f.Data(decision, f.Value(row, decision)), Label: show(evaluate.RoleDecision),
		Date: show(evaluate.RoleDecisionDate), At: f.Origin(row, decision)}
	if number := show(evaluate.RoleDecisionNumber); number != "" {
		out.Number = evaluate.QuoteDocument(number)
	}
	return out
}
