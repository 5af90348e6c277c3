package campaign

import (
	"maps"
	"slices"
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
	Org      string
	Name     string
	Kind     excel.BookKind
	State    OrgState
	Path     string // label of the accepted or refused file
	At       time.Time
	Rows     map[evaluate.Kind]int
	Errors   int      // of what was sent back; of one received, of what was sent again
	Return   string   // label of the returned copy
	Migrated string   // label of the copy moved to the present template that goes back with it, "" for none
	Changed  bool     // taken in since the last grading
	Matters  int      // matters between files that concern it
	Beside   []string // labels of other files of the organization that were not taken in and still lie there
	// Due is the last day for the report; zero for none. DaysLate counts from it
	// to the day the report was first taken in, or while it is awaited to today;
	// DaysLeft is what a report still awaited has left, 0 on the day itself.
	Due                evaluate.Date
	DaysLate, DaysLeft int
}

// Chase tells whether the report is still awaited, or waits to be repaired.
func (o *OrgStatus) Chase() bool { return o.State != StateReceived }

// Status is the state of a campaign.
type Status struct {
	Orgs     []OrgStatus
	Refused  []Refusal // every file that waits to be repaired
	LeftOut  []string  // labels of files beside no report of Orgs that were not taken in: decisions, rosters
	Settled  []string  // labels of files that could not be opened and that others stand for
	Unread   []string  // labels of workbooks and archives in the inbox that no import has seen as they are now
	Skipped  []string  // labels of files in the inbox that import passes over
	Matters  *Matters  // between the files taken in; nil where they cannot be put together
	GradedAt time.Time // zero when nothing was graded yet
	Stale    Stale     // since then
	// Day is today by the clock handed in; Dated tells whether a deadline is set.
	Day   evaluate.Date
	Dated bool
	// Left counts, by state, the members whom accepted reports say have left.
	Left map[string]int
	// Lines are all organizations in the order of their tree.
	Lines []StatusLine
	// List are the warnings about the list of organizations.
	List []evaluate.Problem
	// Notices are what the settings say of nobody.
	Notices []evaluate.Problem
	// Closed is set while the campaign is locked; Alarms say what is no longer
	// as it was then, Regraded who was graded anew since.
	Closed   *Closed
	Alarms   []evaluate.Problem
	Regraded []Regraded
	// Exceeded says which ceilings are exceeded since somebody was graded anew.
	Exceeded []evaluate.Problem
	// Unsettled are those whom opening the campaign again took a grading anew
	// from, and who wait until what was found has come in.
	Unsettled []evaluate.Problem
	// DecidedSince are decisions that stand above a grading anew: nobody waits.
	DecidedSince []evaluate.Problem
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
	tree, told, err := c.list()
	if err != nil {
		return err
	}
	s.List = told
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
	s.Left = LeftReported(receipts)
	s.Settled = c.Folder.settled(refused, receipts)
	refused = slices.DeleteFunc(pending(refused), c.Folder.isGone)
	last, err := c.Folder.lastGraded()
	if err != nil {
		return err
	}
	s.Refused = refused
	basis := c.basis(sets, tree)
	if last != nil {
		s.GradedAt, s.Stale = last.At, c.Folder.since(last, receipts, basis)
	}
	concerns := map[string]int{}
	if s.Matters = c.standing(receipts, basis); s.Matters != nil {
		for i := range s.Matters.List {
			for _, org := range s.Matters.List[i].Orgs {
				concerns[org]++
			}
		}
	}
	entries, _, err := c.Folder.Journal()
	if err != nil {
		return err
	}
	s.Stale.Reopened = last != nil && len(s.Unsettled) > 0 && reopenedSince(entries)
	now, reporting := c.now(), newReporting(tree, sets)
	s.Day, s.Dated, s.Notices = dayOf(now), c.terms.due.any(), append(c.officeNotices(tree), c.terms.due.strangers(reporting)...)
	first, taken := firstTaken(entries, receipts), receiptsByKey(receipts)
	if err := c.dropFormers(tree, sets, taken); err != nil {
		return err
	}
	besides, err := c.besides(taken)
	if err != nil {
		return err
	}
	inbox, err := c.Folder.inboxNow()
	if err != nil {
		return err
	}
	s.Skipped = inbox.skipped()
	if s.Unread, err = c.Folder.unread(inbox); err != nil {
		return err
	}
	back := map[bookKey]Refusal{}
	for _, r := range refused {
		back[bookKey{r.Kind, r.Org}] = r
	}
	reports := make([]int, tree.Len()) // position in s.Orgs
	for i := range tree.Orgs {
		reports[i] = -1
		key, awaited := reporting.of(i)
		_, came := taken[key]
		refusal, sent := back[key]
		if !awaited && !came && !sent {
			continue
		}
		o := &tree.Orgs[i]
		st := OrgStatus{Org: o.Code, Name: o.Name, Kind: key.Kind, State: StateMissing, Due: c.terms.due.of(tree, i), Matters: concerns[o.Code]}
		day := now
		if r, ok := taken[key]; ok {
			st.State, st.Path, st.At, st.Rows, st.Beside = StateReceived, r.Path, r.At, r.Rows, besides[key]
			delete(besides, key)
			st.Changed = last == nil || last.Inputs[inputKey(&r)] != r.Digest
			day = first[key].In(now.Location())
		} else if sent {
			st.State, st.Path, st.At = StateRefused, refusal.Path, refusal.At
		}
		st.Errors, st.Return, st.Migrated = refusal.Errors, refusal.Returned, refusal.Migrated
		st.against(dayOf(day))
		reports[i] = len(s.Orgs)
		s.Orgs = append(s.Orgs, st)
	}
	s.Lines = s.lines(tree, reports)
	s.LeftOut = slices.Sorted(slices.Values(slices.Concat(slices.Collect(maps.Values(besides))...)))
	return nil
}

// against holds the report against its deadline: day is when it came, or today.
func (o *OrgStatus) against(day evaluate.Date) {
	if o.Due.IsZero() {
		return
	}
	if late := daysFrom(o.Due, day); late > 0 {
		o.DaysLate = late
	} else if o.Chase() {
		o.DaysLeft = -late
	}
}

func receiptsByKey(receipts []Receipt) map[bookKey]Receipt {
	out := make(map[bookKey]Receipt, len(receipts))
	for _, r := range receipts {
		out[r.key()] = r
	}
	return out
}
