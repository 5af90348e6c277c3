package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Tally counts reports.
type Tally struct {
	Reports, Received, Refused, Missing int // Refused counts what was sent again by one received, too
	Late                                int // received after their deadline
	Overdue                             int // still awaited after it
	Changed                             int // received since the last grading
	Errors                              int // in those refused
}

func (t *Tally) count(o *OrgStatus) {
	t.Reports++
	late := 0
	if o.DaysLate > 0 {
		late = 1
	}
	if o.Errors > 0 {
		t.Refused++
		t.Errors += o.Errors
	}
	switch o.State {
	case StateReceived:
		t.Received++
		t.Late += late
		if o.Changed {
			t.Changed++
		}
		return
	case StateMissing:
		t.Missing++
	}
	t.Overdue += late
}

func (t *Tally) add(u Tally) {
	t.Reports += u.Reports
	t.Received += u.Received
	t.Refused += u.Refused
	t.Missing += u.Missing
	t.Late += u.Late
	t.Overdue += u.Overdue
	t.Changed += u.Changed
	t.Errors += u.Errors
}

// LevelTally counts the reports of one level.
type LevelTally struct {
	Level evaluate.OrgLevel
	Tally
}

// StatusLine is one organization in the tree of a campaign.
type StatusLine struct {
	Org, Name string
	Level     evaluate.OrgLevel
	Depth     int // 0 for the root
	Up        int // position of the line above it, -1 for the root
	Base      int // position of the base organization it is or belongs to, -1 for none
	Report    int // position in Status.Orgs, -1 for an organization that reports nothing
	// Below counts the reports of those below it, without its own, by level from
	// the top down.
	Below []LevelTally
}

// All joins the counts of those below.
func (l *StatusLine) All() Tally {
	var t Tally
	for _, b := range l.Below {
		t.add(b.Tally)
	}
	return t
}

// Tally counts all reports of the campaign.
func (s *Status) Tally() Tally {
	var t Tally
	for i := range s.Orgs {
		t.count(&s.Orgs[i])
	}
	return t
}

// Report is the report of a line, nil for none.
func (s *Status) Report(l *StatusLine) *OrgStatus {
	if l.Report < 0 {
		return nil
	}
	return &s.Orgs[l.Report]
}

// Shown tells which lines a list has: those that want wants, and all above them.
func (s *Status) Shown(want func(*OrgStatus) bool) []bool {
	shown := make([]bool, len(s.Lines))
	for i := len(s.Lines) - 1; i >= 0; i-- { // below comes after above
		l := &s.Lines[i]
		if o := s.Report(l); o != nil && want(o) {
			shown[i] = true
		}
		if shown[i] && l.Up >= 0 {
			shown[l.Up] = true
		}
	}
	return shown
}

// lines walks the tree from the root down, those below an organization in the
// order of the list, and counts from the leaves up.
func (s *Status) lines(t *evaluate.Tree, reports []int) []StatusLine {
	lines := make([]StatusLine, 0, t.Len())
	at := make([]int, t.Len()) // tree position → line
	type step struct{ org, up, depth int }
	var ahead []step
	if root := t.Root(); root >= 0 {
		ahead = append(ahead, step{root, -1, 0})
	}
	for len(ahead) > 0 {
		next := ahead[len(ahead)-1]
		ahead = ahead[:len(ahead)-1]
		o := &t.Orgs[next.org]
		at[next.org] = len(lines)
		base := -1
		if b := t.Base(next.org); b >= 0 {
			base = at[b]
		}
		lines = append(lines, StatusLine{Org: o.Code, Name: o.Name, Level: o.Level, Depth: next.depth, Up: next.up, Base: base, Report: reports[next.org]})
		for _, child := range slices.Backward(t.Children(next.org)) {
			ahead = append(ahead, step{child, at[next.org], next.depth + 1})
		}
	}
	s.sum(lines)
	return lines
}

// sum fills in what each line counts below it.
func (s *Status) sum(lines []StatusLine) {
	levels := evaluate.OrgLevels()
	below := make([]Tally, len(lines)*len(levels))
	of := func(line int) []Tally { return below[line*len(levels) : (line+1)*len(levels)] }
	for i := len(lines) - 1; i >= 0; i-- {
		l := &lines[i]
		for k, t := range of(i) {
			if t.Reports > 0 {
				l.Below = append(l.Below, LevelTally{levels[k], t})
			}
			if l.Up >= 0 {
				of(l.Up)[k].add(t)
			}
		}
		if o := s.Report(l); o != nil && l.Up >= 0 {
			of(l.Up)[slices.Index(levels, l.Level)].count(o)
		}
	}
}
