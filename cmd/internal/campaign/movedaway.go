package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whoever moves within the office is graded by the branch that receives him, if it reports
// him. That it forgot him nothing else tells: the old branch has answered for its row, and
// whoever moved out of the office is reported by nobody, rightly.

// whereabouts says of somebody who moved away who reports him now.
type whereabouts struct {
	branch  string // that reports him, "" for none that certainly does
	nowhere bool   // no report has anybody who may be he
}

// followMoved finds, by the rows of the leavers, who reports those who moved away. Where the
// remark on the row names a branch of the list that has reported and lacks him, that is asked.
func (a *assembly) followMoved(r *roll) {
	var rows []knownRow
	for _, e := range r.entries {
		if !e.drop {
			rows = append(rows, knownRow{e.person, e})
		}
	}
	reported, branches := newKnownRows(rows), (*branchNames)(nil)
	a.left.now = make([]whereabouts, len(a.left.rows))
	for i, row := range a.left.rows {
		if !excel.MovedAway(row.Status) {
			continue
		}
		p := row.person
		p.branch = ""
		m := reported.find(p)
		switch {
		case m.sure >= 0:
			a.left.now[i].branch = reported.rows[m.sure].branch
		case len(m.maybe) == 0:
			a.left.now[i].nowhere = true
			if a.left.listed[i] || row.Remark == "" { // asked already, or nothing to ask about
				continue
			}
			if branches == nil {
				branches = a.branchNames()
			}
			a.askReceiver(row, branches)
		}
	}
}

// askReceiver asks about somebody whom no report has, where the remark on his row names the
// branch he moved to, and that one has reported.
func (a *assembly) askReceiver(row goneRow, branches *branchNames) {
	to := branches.to(row.Remark)
	if to == "" || to == row.branch || !a.hasReported(bookKey{excel.BranchBook, to}) {
		return
	}
	a.problems = append(a.problems, problemNotReceived(row.at, to, a.reportOf(bookKey{excel.BranchBook, to}).sheet(evaluate.Member)))
}

// branchNames are the codes and names of the branches that report, by their words.
type branchNames struct {
	codes  map[string]string // "" where several bear one
	widest int               // words of the longest
}

func (a *assembly) branchNames() *branchNames {
	out := &branchNames{codes: map[string]string{}}
	for i := range a.tree.Orgs {
		if reporter(a.tree, i) != excel.BranchBook {
			continue
		}
		o := &a.tree.Orgs[i]
		for _, called := range []string{excel.Words(o.Code), excel.Words(o.Name)} {
			if code, met := out.codes[called]; met && code != o.Code {
				out.codes[called] = ""
			} else {
				out.codes[called] = o.Code
			}
			out.widest = max(out.widest, len(strings.Fields(called)))
		}
	}
	return out
}

// to is the branch that a remark names as the one somebody moved to, "" for none and for one
// of several with that name; the longest name counts, of which shorter ones may be a part.
func (b *branchNames) to(remark string) string {
	words := strings.Fields(excel.Words(remark))
	for i := range words {
		if i == 0 || !slices.Contains(wordsBeforeGoal(), words[i-1]) {
			continue // where he came from, or was
		}
		for n := min(b.widest, len(words)-i); n > 0; n-- {
			if code, met := b.codes[strings.Join(words[i:i+n], " ")]; met {
				return code
			}
		}
	}
	return ""
}
