package campaign

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Closing is what came of locking a campaign.
type Closing struct {
	Closed   *Closed // nil when it was not locked
	Progress excel.Progress
	// Problems say what is in the way: what has to be done before, and what
	// waits, which alone a reason can pass over.
	Problems []evaluate.Problem
}

// Close locks the campaign: nothing is taken in or graded any more. It does so
// only when the last grading knows everything taken in, stands on disk as it
// was written, and nothing waits. despite, when not nil, is the reason for
// locking although something waits. The error is for the machine and for a
// reason that says nothing.
func (c *Campaign) Close(despite *string) (*Closing, error) {
	if despite != nil && strings.TrimSpace(*despite) == "" {
		return nil, failNoReason(reasonToClose)
	}
	release, err := c.Folder.lockOpen()
	if err != nil {
		return nil, err
	}
	defer release()
	g, err := c.Evaluate()
	if err != nil {
		return nil, err
	}
	out := &Closing{Progress: g.Progress()}
	s, err := c.closedState(g)
	if err != nil {
		return nil, err
	}
	unready, err := c.unready(g, s)
	if err != nil {
		return nil, err
	}
	waits := append(waitingProblems(out.Progress, len(g.Receipts) > 0), lackProblems(g)...)
	if len(g.gone) > 0 {
		waits = append(waits, problemRegradedMissing(len(g.gone)))
	}
	if len(unready) == 0 {
		if err := c.keepContents(s); err != nil {
			return nil, err
		}
	}
	if despite != nil {
		waits = passedOver(waits, len(unready) == 0)
	}
	out.Problems = append(unready, waits...)
	if len(unready) > 0 || len(waits) > 0 && despite == nil {
		return out, nil
	}
	if len(waits) > 0 {
		s.Despite = strings.TrimSpace(*despite)
	}
	b, sum, err := s.bytes()
	if err != nil {
		return nil, err
	}
	why := s.Despite
	if why == "" && despite != nil {
		why = strings.TrimSpace(*despite)
	}
	// The journal first: a line about a closing that a crash prevented does no
	// harm, a closing that it does not know would.
	if err := c.Folder.record(Entry{At: s.At, Did: didClose, Org: c.Config.Office.Code, Digest: sum,
		Count: out.Progress.Subjects, Rules: s.Rules, Why: why}); err != nil {
		return nil, err
	}
	if err := Save(c.Folder.closing(), writeBytes(b), nil); err != nil {
		return nil, err
	}
	out.Closed = s
	return out, nil
}

// What the journal calls grading and what is done to a locked campaign.
const (
	didGrade   = "graded"
	didClose   = "closed"
	didReopen  = "reopened"
	didRegrade = "regraded"
)

// closedState gathers what a locked campaign rests on.
func (c *Campaign) closedState(g *Grading) (*Closed, error) {
	p := g.Progress()
	s := &Closed{At: c.now().Truncate(time.Second), Missing: p.Missing, Waiting: g.Waiting(), Lacking: p.Lacks(), Exceeded: p.Exceeds(), AsComputed: p.Open(), Rules: g.refs(),
		Terms: c.termsText(), Sets: setMarks(g.Sets), Results: resultsSum(g.Report.DataRows()), Workbooks: map[string]string{}, Contents: map[string]string{}}
	var err error
	if s.Settings, err = fileSum(c.Folder.Settings()); err != nil {
		return nil, failPathMissing(c.Folder.Settings(), err)
	}
	if s.List, err = c.mark(OrgListName); err != nil {
		return nil, err
	}
	s.Inputs, err = c.inputMarks(g.Receipts)
	return s, err
}

// unready lists what has to be done before a campaign can be locked, whatever
// the reason: its results would not be those of its inputs. The hashes of the
// result workbooks join the state on the way.
func (c *Campaign) unready(g *Grading, s *Closed) ([]evaluate.Problem, error) {
	last, err := c.Folder.lastGraded()
	if err != nil {
		return nil, err
	}
	if last == nil {
		return []evaluate.Problem{problemNeverGraded()}, nil
	}
	var ps []evaluate.Problem
	entries, _, err := c.Folder.Journal()
	if err != nil {
		return nil, err
	}
	since := c.Folder.since(last, g.Receipts, c.basis(g.Sets, g.Report.Inputs.Tree))
	since.Reopened = reopenedSince(entries) && slices.ContainsFunc(g.Problems, isUnsettled)
	if since.Any() {
		ps = append(ps, problemGradeFirst())
	}
	for _, in := range s.Inputs {
		if in.File.Sum == otherContents {
			ps = append(ps, problemInboxDiffers(in.Path))
		}
	}
	files, err := c.Folder.openOutputs()
	if err != nil {
		return nil, err
	}
	for _, job := range c.resultJobs(g) {
		label := c.Folder.Label(job.path)
		if _, err := os.Stat(job.path); err != nil {
			ps = append(ps, problemResultGone(label))
			continue
		}
		edited, err := files.ledger.edited(label, job.path)
		if err != nil {
			return nil, saveFailure(job.path, err)
		}
		if edited {
			ps = append(ps, problemResultEdited(label))
			continue
		}
		if s.Workbooks[label], err = fileSum(job.path); err != nil {
			return nil, saveFailure(job.path, err)
		}
	}
	return ps, nil
}

// passedOver tells of what waits that a reason for closing all the same was given;
// closed tells whether it was enough.
func passedOver(waits []evaluate.Problem, closed bool) []evaluate.Problem {
	for i := range waits {
		waits[i].Hint = hintPassedOver
		if !closed {
			waits[i].Hint = hintPassesOver
		}
	}
	return waits
}

// waitingProblems says what still waits; a reason passes over it. taken tells that anything
// was taken in.
func waitingProblems(p excel.Progress, taken bool) []evaluate.Problem {
	var ps []evaluate.Problem
	if !taken {
		ps = append(ps, problemNothingToClose())
	}
	if p.Missing > 0 {
		ps = append(ps, problemOrgsMissing(p.Missing))
	}
	for _, k := range evaluate.Kinds() {
		if n := p.Waiting[k]; n > 0 {
			ps = append(ps, problemPeopleWait(k, n))
		}
	}
	if n := p.Exceeds(); n > 0 {
		ps = append(ps, problemCapsExceeded(n))
	}
	if p.Subjects == 0 && taken {
		ps = append(ps, problemNobodyGraded(p.Missing))
	}
	return ps
}

// lackProblems says that decisions fail checks; a reason passes over it.
func lackProblems(g *Grading) []evaluate.Problem {
	n, first := 0, evaluate.Origin{}
	for _, p := range g.Problems {
		if p.LacksInDecision() {
			first = p.At
			n = evaluate.LackingDecisions(g.Problems)
			break
		}
	}
	if n == 0 {
		return nil
	}
	return []evaluate.Problem{problemDecisionsLack(n, first)}
}

// Reopened is what came of unlocking a campaign.
type Reopened struct {
	ClosedAt time.Time
	Regraded int // subjects graded anew while it was locked, whose closing is over
}

// Reopen unlocks the campaign; the reason is in the journal, the record of the
// closing is kept.
func (c *Campaign) Reopen(reason string) (*Reopened, error) {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return nil, failNoReason(reasonToReopen)
	}
	release, err := c.Folder.lock()
	if err != nil {
		return nil, err
	}
	defer release()
	s, err := c.Folder.Closed()
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, failNotClosed(c.Folder.Root)
	}
	if err := c.Folder.tidyRegraded(); err != nil {
		return nil, err
	}
	records, err := c.Folder.regradings(s)
	if err != nil {
		return nil, err
	}
	if err := c.Folder.record(Entry{At: c.now(), Did: didReopen, Org: c.Config.Office.Code, Count: len(records), Why: reason}); err != nil {
		return nil, err
	}
	return &Reopened{ClosedAt: s.At, Regraded: len(latest(records))}, c.Folder.putAside(s)
}

// putAside keeps the record of a closing that is over, and those of grading anew
// that went with it, under names of their own. The closing goes last: until then
// opening again can be repeated.
func (f Folder) putAside(s *Closed) error {
	day := s.At.UTC().Format("20060102-150405")
	suffix := "-" + day
	for n := 2; exists(f.kept("closed"+suffix+".json")) || exists(f.regraded()+suffix); n++ {
		suffix = fmt.Sprintf("-%s-%d", day, n)
	}
	if exists(f.regraded()) {
		if err := os.Rename(f.regraded(), f.regraded()+suffix); err != nil {
			return saveFailure(f.regraded(), err)
		}
	}
	if err := os.Rename(f.closing(), f.kept("closed"+suffix+".json")); err != nil {
		return saveFailure(f.closing(), err)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
