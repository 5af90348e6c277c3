package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Progress says what forms still wait for. They are final when every
// organization has reported, nobody waits, there is somebody, all decisions pass
// the checks, and either everybody has one or the campaign is locked; and when it
// was not locked before that.
type Progress struct {
	Subjects int // rated or to be rated
	Missing  int // organizations that have not reported
	Waiting  map[evaluate.Kind]int
	// Undecided counts those computed on whom the authority has not decided.
	Undecided map[evaluate.Kind]int
	// Exceeded counts by kind the ceilings that are exceeded without a recorded
	// decision to lift them, however open grades turn out.
	Exceeded map[evaluate.Kind]int
	// Lacking counts the matters in which recorded decisions fail a check; those
	// of no one kind stand under "".
	Lacking map[evaluate.Kind]int
	Closed  *Closure // nil while the campaign is open
}

// Final tells whether figures about the kinds may be called official; of all
// kinds when none is named.
func (p Progress) Final(kinds ...evaluate.Kind) bool {
	return p.Computed(kinds...) && p.lacking(kinds) == 0 && (p.Closed != nil || p.undecided(kinds) == 0)
}

// Computed tells whether everybody of the kinds has a result and no report is
// missing, and what was locked is complete; of all kinds when none is named.
func (p Progress) Computed(kinds ...evaluate.Kind) bool {
	return p.Subjects > 0 && p.Missing == 0 && p.waiting(kinds) == 0 && !p.openLocked(kinds)
}

// openLocked tells whether a campaign was locked although something waited, or exceeds a
// ceiling since somebody was graded anew.
func (p Progress) openLocked(kinds []evaluate.Kind) bool {
	return p.Closed != nil && (p.Closed.Despite || among(p.Exceeded, kinds) > 0)
}

func (p Progress) waiting(kinds []evaluate.Kind) int { return among(p.Waiting, kinds) }

func (p Progress) undecided(kinds []evaluate.Kind) int { return among(p.Undecided, kinds) }

func (p Progress) lacking(kinds []evaluate.Kind) int {
	n := among(p.Lacking, kinds)
	if len(kinds) > 0 {
		n += p.Lacking[""]
	}
	return n
}

// Lacks counts the matters in which recorded decisions fail a check.
func (p Progress) Lacks() int { return p.lacking(nil) }

// Exceeds counts the ceilings exceeded.
func (p Progress) Exceeds() int { return among(p.Exceeded, nil) }

// Open counts those computed on whom the authority has not decided.
func (p Progress) Open() int { return p.undecided(nil) }

// among adds up the counts of the kinds, of all when none is named.
func among(counts map[evaluate.Kind]int, kinds []evaluate.Kind) int {
	n := 0
	for k, waiting := range counts {
		if len(kinds) == 0 || slices.Contains(kinds, k) {
			n += waiting
		}
	}
	return n
}
