package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// unheard are people of one workbook of whom no branch has spoken: of a roster, whose
// organization, as the roster names it, is none of the list or may be several, so that no
// branch can be asked for them and none would miss them; or such as others speak of before
// their branches have reported.
type unheard struct {
	at       []evaluate.Origin
	branches []string // each once, as first met
}

func (u *unheard) note(p person, ids identityFacts) {
	u.at = append(u.at, p.at(ids))
	if !slices.Contains(u.branches, p.branch) {
		u.branches = append(u.branches, p.branch)
	}
}

// ask makes one question of all of them.
func (a *assembly) ask(u *unheard, as func(at []evaluate.Origin, branches []string) evaluate.Problem) {
	if len(u.at) > 0 {
		a.problems = append(a.problems, as(u.at, u.branches))
	}
}
