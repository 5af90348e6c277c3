package campaign

import (
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// OrgState is how far one organization's workbook has come.
type OrgState string

// The states.
const (
	StateReceived OrgState = "received"
	StateRefused  OrgState = "refused"
	StateMissing  OrgState = "missing"
)

// OrgStatus is one organization that has to report.
type OrgStatus struct {
	Org     string
	Name    string
	Kind    excel.BookKind
	State   OrgState
	Path    string // label of the accepted or refused file
	At      time.Time
	Rows    map[evaluate.Kind]int
	Errors  int
	Return  string // label of the returned copy
	Changed bool   // taken in since the last grading
}

// Status is the state of a campaign.
type Status struct {
	Orgs     []OrgStatus
	Refused  []Refusal // every file that waits to be repaired
	Others   []Receipt // taken in beyond what is expected: rosters, results
	GradedAt time.Time // zero when nothing was graded yet
	Stale    Stale     // since then
	// Closed is set while the campaign is locked; Alarms say what is no longer
	// as it was then, Regraded who was graded anew since.
	Closed   *Closed
	Alarms   []evaluate.Problem
	Regraded []Regraded
	// Broken is why no more than this can be said of a locked campaign whose
	// data was changed.
	Broken []evaluate.Problem
}

// Count counts the organizations in a state.
func (s *Status) Count(state OrgState) int {
	n := 0
	for _, o := range s.Orgs {
		if o.State == state {
			n++
		}
	}
	return n
}

// Status says who has sent, who has not, what was refused, and what changed
// since the last grading. It writes nothing.
func (c *Campaign) Status() (*Status, error) {
	s := &Status{}
	if err := c.closedStatus(s); err != nil {
		return nil, err
	}
	err := c.reports(s)
	if err != nil && len(s.Alarms) > 0 {
		s.Broken = problemsOf(err)
		return s, nil
	}
	return s, err
}

// reports says who has sent and what changed since the last grading.
func (c *Campaign) reports(s *Status) error {
	tree, err := c.tree()
	if err != nil {
		return err
	}
	sets, err := c.sets(tree)
	if err != nil {
		return err
	}
	receipts, err := c.Folder.receipts()
	if err != nil {
		return err
	}
	refused, err := c.Folder.refusals()
	if err != nil {
		return err
	}
	refused = pending(refused)
	last, err := c.Folder.lastGraded()
	if err != nil {
		return err
	}
	s.Refused = refused
	if last != nil {
		s.GradedAt, s.Stale = last.At, last.since(receipts, c.basis(sets, tree))
	}
	taken := receiptsByKey(receipts)
	for i, o := range tree.Orgs {
		key, reports := reportOf(tree, i)
		if !reports {
			continue
		}
		kind := key.Kind
		st := OrgStatus{Org: o.Code, Name: o.Name, Kind: kind, State: StateMissing}
		if r, ok := taken[key]; ok {
			delete(taken, key)
			st.State, st.Path, st.At, st.Rows = StateReceived, r.Path, r.At, r.Rows
			st.Changed = last == nil || last.Inputs[inputKey(&r)] != r.Digest
		}
		for _, r := range refused {
			if st.State != StateReceived && r.Kind == kind && r.Org == o.Code {
				st.State, st.Path, st.At, st.Errors, st.Return = StateRefused, r.Path, r.At, r.Errors, r.Returned
			}
		}
		s.Orgs = append(s.Orgs, st)
	}
	for _, r := range receipts {
		if _, left := taken[r.key()]; left {
			s.Others = append(s.Others, r)
		}
	}
	return nil
}

// reportOf is the workbook an organization has to send; false for none.
func reportOf(t *evaluate.Tree, i int) (bookKey, bool) {
	kind := reporter(t, i)
	return bookKey{kind, t.Orgs[i].Code}, kind != ""
}

func receiptsByKey(receipts []Receipt) map[bookKey]Receipt {
	out := make(map[bookKey]Receipt, len(receipts))
	for _, r := range receipts {
		out[r.key()] = r
	}
	return out
}
