package cli

import (
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
)

// comparison is what was planted against what was found.
type comparison struct {
	planted int // mistakes, without what they lead to elsewhere
	missed  []demo.Mistake
	extra   []evaluate.Problem
}

type mistakeKey struct {
	at   evaluate.Origin
	code evaluate.Code
}

func keyOf(m demo.Mistake) mistakeKey {
	return mistakeKey{evaluate.Origin{File: m.File, Sheet: m.Sheet, Cell: m.Cell}, m.Code}
}

// compare finds the planted mistakes nobody reported at their place and the
// problems nobody planted. A mistake without a code is one that must be passed
// over in silence: a problem about its file is one too many.
func compare(planted []demo.Mistake, found ...[]evaluate.Problem) comparison {
	var c comparison
	seen := map[mistakeKey]bool{}
	for _, m := range planted {
		if m.Code != "" {
			seen[keyOf(m)] = false
		}
		if !m.Follows {
			c.planted++
		}
	}
	for _, ps := range found {
		for _, p := range noticeable(ps) {
			k := mistakeKey{p.At, p.Code}
			if _, ok := seen[k]; !ok {
				c.extra = append(c.extra, p)
				continue
			}
			seen[k] = true
			for _, r := range p.Related { // one matter is told once, with all its cells
				if other := (mistakeKey{r.At, p.Code}); p.Severity == evaluate.Warning && planned(seen, other) {
					seen[other] = true
				}
			}
		}
	}
	for _, m := range planted {
		if m.Code != "" && !seen[keyOf(m)] {
			c.missed = append(c.missed, m)
		}
	}
	return c
}

func planned(seen map[mistakeKey]bool, k mistakeKey) bool { _, ok := seen[k]; return ok }

func (c comparison) text(a *app) {
	for _, place := range c.missedPlaces() {
		a.say("%s", messageMissed(place))
	}
	if len(c.extra) > 0 {
		a.say("%s", messageExtra(len(c.extra)))
		a.talkProblems(oneOfEach(c.extra, shownProblems))
	}
	a.say("%s", messageCompared(c.planted, len(c.missed), len(c.extra)))
}

func (c comparison) missedPlaces() []string {
	out := make([]string, 0, len(c.missed))
	for _, m := range c.missed {
		out = append(out, string(m.Code)+" "+keyOf(m).at.String())
	}
	return out
}
