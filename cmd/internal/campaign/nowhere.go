package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// nowhere are the people of one roster whom nobody reports and whose organization,
// as the roster names it, is none of the list or may be several: no branch can be
// asked for them, and none would miss them.
type nowhere struct {
	at       []evaluate.Origin
	branches []string // each once, as first met
}

// note takes somebody whose branch has the given place in the tree.
func (n *nowhere) note(p person, org int, ids identityFacts) {
	if org >= 0 {
		return
	}
	n.at = append(n.at, p.at(ids))
	if !slices.Contains(n.branches, p.branch) {
		n.branches = append(n.branches, p.branch)
	}
}

// problems is one question about all of them.
func (n *nowhere) problems() []evaluate.Problem {
	if len(n.at) == 0 {
		return nil
	}
	return []evaluate.Problem{problemRosterNowhere(n.at, n.branches)}
}
