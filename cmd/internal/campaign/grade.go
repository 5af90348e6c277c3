package campaign

import (
	"errors"
	"io"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Grading is the result of grading everything taken in.
type Grading struct {
	Report    *evaluate.Report
	Sets      map[evaluate.Kind]*evaluate.RuleSet
	Problems  []evaluate.Problem
	Rules     []excel.RuleRef
	Receipts  []Receipt
	Workbooks []Written
	Left      []excel.LeftMember // whom their branches say have left, in the order of the tree

	at      time.Time
	between []evaluate.Problem // found when the inputs were put together
	gone    []Regraded         // graded anew before a reopening, and no longer in the data
}

// Day is the day of the run, where the clock stands.
func (g *Grading) Day() evaluate.Date { return dayOf(g.at) }

// Progress says what the campaign still waits for.
func (g *Grading) Progress() excel.Progress {
	p := excel.Progress{Missing: len(g.missing()), Waiting: map[evaluate.Kind]int{}, Undecided: map[evaluate.Kind]int{}}
	for _, k := range evaluate.Kinds() {
		_, results := g.Report.Of(k)
		p.Subjects += len(results)
		for i := range results {
			if results[i].Outcome == evaluate.Undecided || results[i].Outcome == evaluate.Review {
				p.Waiting[k]++
			}
			if results[i].Outcome == evaluate.Graded && results[i].Decided == evaluate.NoRank {
				p.Undecided[k]++
			}
		}
	}
	p.Lacking, p.Exceeded = g.lacking(), g.exceeded()
	return p
}

// lacking counts by kind the recorded decisions that fail a check.
func (g *Grading) lacking() map[evaluate.Kind]int {
	out, lacks := map[evaluate.Kind]int{}, map[evaluate.Kind][]evaluate.Problem{}
	for _, p := range g.Problems {
		if !p.LacksInDecision() {
			continue
		}
		of := evaluate.Kind("")
		for _, k := range evaluate.Kinds() {
			if pop, _ := g.Report.Of(k); of == "" && subjectRow(pop, p.Subject) >= 0 {
				of = k
			}
		}
		lacks[of] = append(lacks[of], p)
	}
	for k, ps := range lacks {
		out[k] = evaluate.LackingDecisions(ps)
	}
	for _, r := range g.gone { // their decision has nobody to stand on
		out[r.Kind]++
	}
	return out
}

// Waiting counts the subjects without an effective grade that should have one.
func (g *Grading) Waiting() int {
	n := 0
	for _, waiting := range g.Progress().Waiting {
		n += waiting
	}
	return n
}

// Incomplete tells whether results are still to come: somebody waits, an
// organization has not reported, or nobody has.
func (g *Grading) Incomplete() bool { return !g.Progress().Computed() }

// missing lists the organizations that have to report and have not, by tree
// position.
func (g *Grading) missing() []int {
	tree, taken := g.Report.Inputs.Tree, receiptsByKey(g.Receipts)
	reports := newReporting(tree, g.Sets)
	var out []int
	for i := range tree.Orgs {
		if key, awaited := reports.of(i); awaited {
			if _, there := taken[key]; !there {
				out = append(out, i)
			}
		}
	}
	return out
}

// OverCap counts the ceilings that are exceeded however open grades turn out.
func (g *Grading) OverCap() int {
	n := 0
	for _, exceeded := range g.exceeded() {
		n += exceeded
	}
	return n
}

// exceeded is OverCap by kind. A recorded decision that lifts a ceiling is in its
// rate, so what is left has none.
func (g *Grading) exceeded() map[evaluate.Kind]int {
	out := map[evaluate.Kind]int{}
	for _, f := range g.Report.Caps {
		if f.Over.Min > 0 {
			out[f.Kind]++
		}
	}
	return out
}

// Evaluate grades everything taken in and writes nothing.
func (c *Campaign) Evaluate() (*Grading, error) { return c.evaluate(nil) }

// evaluate is Evaluate with the facts of records of grading anew laid over what
// was taken in, and as if the given books had been taken in too.
func (c *Campaign) evaluate(laid []Regraded, would ...*kept) (*Grading, error) {
	receipts, err := c.Folder.receipts()
	if err != nil {
		return nil, err
	}
	a, err := c.assembleWith(would)
	if err != nil {
		return nil, err
	}
	in, ps, err := a.inputs()
	if err != nil {
		return nil, err
	}
	sets, between := a.sets, a.worthAsking(ps)
	found, err := a.gradeJoined(in, laid)
	if err != nil {
		return nil, err
	}
	if len(receipts) == 0 {
		ps = append(ps, problemNothingTaken(SettingsName))
	}
	between = append(between, found.lapsed...)
	g := &Grading{Report: found.report, Sets: sets, Receipts: receipts, at: c.now(), between: between, gone: found.gone,
		Problems: evaluate.SortProblems(append(ps, found.problems...))}
	if a.left != nil {
		g.Left = a.onRecord(a.left)
	}
	for _, k := range graded(sets) {
		rs := sets[k]
		g.Rules = append(g.Rules, excel.RuleRef{Kind: k, Ref: rs.Ref(), Title: rs.Spec.Title,
			SHA256: rs.Spec.SHA256, Switches: rs.Switches, NotQuoted: rs.NotQuoted()})
	}
	return g, nil
}

// gradedInputs is what grading inputs found.
type gradedInputs struct {
	report   *evaluate.Report
	problems []evaluate.Problem
	lapsed   []evaluate.Problem // those of them about decisions made for a group that their subject has left
	gone     []Regraded         // records of grading anew about whom nobody reports any more
}

// gradeJoined grades inputs that have been put together, with the facts of records of
// grading anew laid over them.
func (a *assembly) gradeJoined(in *evaluate.Inputs, laid []Regraded) (*gradedInputs, error) {
	if err := lay(laid, in, a.sets); err != nil {
		return nil, err
	}
	a.reseat(in, laid)
	ps, open, gone, err := a.holdUnsettled(in, laid)
	if err != nil {
		return nil, err
	}
	if err := a.holdResting(in, laid, open, ps); err != nil {
		return nil, err
	}
	ps = append(ps, checkJoined(in, a.sets)...)
	ps = append(ps, checkDays(in)...)
	ps = append(ps, decidedLater(in, dayOf(a.now()))...)
	report, found := evaluate.Grade(in, a.sets)
	lapsed := unbind(report, found)
	return &gradedInputs{report, append(ps, evaluate.GatherLeft(found)...), lapsed, gone}, refuse(found)
}

// checkJoined asks of every subject that several workbooks speak of what import
// asks of each workbook: whose sheet a second scorer's points belong to is known
// only here. A mistake lets the subject wait; nobody's file is refused for it.
func checkJoined(in *evaluate.Inputs, sets map[evaluate.Kind]*evaluate.RuleSet) []evaluate.Problem {
	var out []evaluate.Problem
	for k, pop := range in.Populations {
		if pop == nil || sets[k] == nil {
			continue
		}
		for row := range pop.Subjects {
			if !pop.Frame.Joined(row) {
				continue
			}
			s := &pop.Subjects[row]
			for _, p := range sets[k].CheckRow(pop.Frame, row) {
				if p.Severity == evaluate.Error {
					p.Subject = s.ID
					s.Holds = append(s.Holds, evaluate.Hold{Problem: p})
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// checkDays lets whoever has a day that cannot be wait. Import has asked each
// workbook; rosters, the list of organizations and what was taken in under other
// settings are asked here, and so are days that two workbooks tell.
func checkDays(in *evaluate.Inputs) []evaluate.Problem {
	var out []evaluate.Problem
	for _, pop := range in.Populations {
		if pop == nil {
			continue
		}
		for row := range pop.Subjects {
			s := &pop.Subjects[row]
			for _, p := range evaluate.CheckDays(pop.Frame, row, in.Period, in.Reference) {
				p.Subject = s.ID
				s.Holds = append(s.Holds, evaluate.Hold{Problem: p})
				out = append(out, p)
			}
		}
	}
	return out
}

// Grade grades everything taken in and writes a result workbook per base
// organization and one for the campaign.
func (c *Campaign) Grade() (*Grading, error) {
	release, err := c.Folder.lockOpen()
	if err != nil {
		return nil, err
	}
	defer release()
	g, err := c.Evaluate()
	if err != nil {
		return nil, err
	}
	jobs := c.resultJobs(g)
	g.Workbooks = make([]Written, len(jobs))
	files, err := c.Folder.openOutputs()
	if err != nil {
		return nil, err
	}
	err = c.each(len(jobs), func(i int) error {
		path, spec := jobs[i].path, c.resultSpec(g, jobs[i])
		edited, err := files.save(path, func(w io.Writer) error { return excel.WriteResult(w, spec) })
		g.Workbooks[i] = Written{Path: c.Folder.Label(path), Kind: excel.ResultBook, Org: spec.Stamp.Org, Edited: edited}
		if err == nil && edited != "" {
			g.Workbooks[i].Taken, err = c.keepTyped(edited, spec.Stamp.Org, receiptsByKey(g.Receipts))
		}
		return err
	})
	if err := errors.Join(err, files.close()); err != nil {
		return nil, err
	}
	if err := c.remember(g); err != nil {
		return nil, err
	}
	return g, c.Folder.record(Entry{At: g.at, Did: didGrade, Count: g.Progress().Subjects, Rules: g.refs()})
}

func (g *Grading) refs() []string {
	var out []string
	for _, r := range g.Rules {
		out = append(out, r.Ref)
	}
	return out
}
