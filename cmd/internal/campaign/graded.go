package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// gradedState remembers what the last grading rested on.
type gradedState struct {
	At     time.Time         `json:"at"`
	Rules  []string          `json:"rules"`
	Basis  string            `json:"basis"`  // hash of rules, settings and organizations
	Inputs map[string]string `json:"inputs"` // kind/organization → digest
}

func inputKey(r *Receipt) string {
	key := string(r.Kind) + "/" + r.key().Org
	if r.Turn > 0 { // which of two rosters speaks
		key += "/" + strconv.Itoa(r.Turn)
	}
	return key
}

func (c *Campaign) remember(g *Grading) error {
	s := gradedState{At: g.at.UTC().Truncate(time.Second), Rules: g.refs(), Basis: c.basis(g.Sets, g.Report.Inputs.Tree),
		Inputs: map[string]string{}}
	for i := range g.Receipts {
		s.Inputs[inputKey(&g.Receipts[i])] = g.Receipts[i].Digest
	}
	if err := c.keepMatters(c.mattersOf(g.Report.Inputs, g.between, g.Receipts), g.Receipts, s.Basis); err != nil {
		return err
	}
	return saveRecord(c.Folder.graded(), s)
}

// lastGraded is what the last grading rested on; nil when there was none.
func (f Folder) lastGraded() (*gradedState, error) {
	var s gradedState
	switch err := readRecord(f.graded(), &s); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, failKept(f.graded(), err)
	}
	return &s, nil
}

// basis is a hash of everything besides the files taken in that results rest
// on: the rule sets with their switches, the settings that count, the list of
// organizations with its units and collectives.
func (c *Campaign) basis(sets map[evaluate.Kind]*evaluate.RuleSet, t *evaluate.Tree) string {
	h := sha256.New()
	for _, k := range sortedKinds(sets) {
		rs := sets[k]
		fmt.Fprintf(h, "%q %q %q %q\n", k, rs.Ref(), rs.Spec.SHA256, rs.Switches)
	}
	fmt.Fprintf(h, "%q %q %q\n", c.terms.period, c.terms.reference, c.terms.comment)
	for _, o := range t.Orgs {
		fmt.Fprintf(h, "%q %q %q %q %q %q %q\n", o.Code, o.Name, o.Parent, o.Level, o.Type, o.Founded, strings.Join(o.Predecessors, ";"))
	}
	for _, b := range slices.Concat(t.Units.List, t.Collectives.List) {
		fmt.Fprintf(h, "%q %q %q %q %q %d %q %q\n", b.Kind, b.Code, b.Name, b.Org, b.Superior, b.Size, b.Founded, strings.Join(b.Predecessors, ";"))
		if b.NoSuperior {
			fmt.Fprintf(h, "%q leads none\n", b.Code)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Stale says what happened since the last grading that its results do not know.
type Stale struct {
	New   int  // workbooks taken in
	Gone  int  // workbooks that are no longer there
	Basis bool // rules, settings or the list of organizations are others
	// Reopened tells that the campaign was opened again since, and that somebody
	// graded anew before waits for it.
	Reopened bool
}

// Any tells whether results no longer fit.
func (s Stale) Any() bool { return s.New > 0 || s.Gone > 0 || s.Basis || s.Reopened }

// reopenedSince tells whether the campaign was opened again after the last grading.
// The order of the journal counts, for a clock may have been set back.
func reopenedSince(entries []Entry) bool {
	for i := len(entries) - 1; i >= 0; i-- {
		switch entries[i].Did {
		case didGrade:
			return false
		case didReopen:
			return true
		}
	}
	return false
}

// since compares what stands now with a grading. A roster is kept by its contents: one that
// another took the place of, or that speaks again, is another key, and nothing is gone.
func (f Folder) since(s *gradedState, receipts []Receipt, basis string) Stale {
	out := Stale{Basis: s.Basis != basis}
	there := map[string]bool{}
	for i := range receipts {
		key := inputKey(&receipts[i])
		there[key] = true
		there[receipts[i].Digest] = true
		if s.Inputs[key] != receipts[i].Digest {
			out.New++
		}
	}
	for key, digest := range s.Inputs {
		roster := strings.HasPrefix(key, string(excel.RosterBook)+"/")
		if roster && (there[digest] || exists(f.versionPath(bookKey{excel.RosterBook, digest}, digest))) {
			continue
		}
		if !there[key] {
			out.Gone++
		}
	}
	return out
}
