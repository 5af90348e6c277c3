package cli

import (
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
)

// comparison is what was planted against what was found.
type comparison struct {
	planted int
	missed  []demo.Mistake
	extra   []evaluate.Problem
}

type mistakeKey struct {
	at   evaluate.Origin
	code evaluate.Code
}

// compare finds the planted mistakes nobody reported and the problems nobody
// planted. A problem about two places answers for both of them.
func compare(planted []demo.Mistake, found ...[]evaluate.Problem) comparison {
	c := comparison{planted: len(planted)}
	want := map[mistakeKey]bool{}
	for _, m := range planted {
		if m.Code == "" {
			continue // nothing may be reported there
		}
		want[mistakeKey{evaluate.Origin{File: m.File, Sheet: m.Sheet, Cell: m.Cell}, m.Code}] = false
	}
	for _, ps := range found {
		for _, p := range noticeable(ps) {
			places := []evaluate.Origin{p.At}
			for _, r := range p.Related {
				places = append(places, r.At)
			}
			known := false
			for _, at := range places {
				k := mistakeKey{at, p.Code}
				if _, ok := want[k]; ok {
					want[k], known = true, true
				}
			}
			if !known {
				c.extra = append(c.extra, p)
			}
		}
	}
	for _, m := range planted {
		if m.Code != "" && !want[mistakeKey{evaluate.Origin{File: m.File, Sheet: m.Sheet, Cell: m.Cell}, m.Code}] {
			c.missed = append(c.missed, m)
		}
	}
	return c
}

func (c comparison) text(a *app) {
	for _, place := range c.missedPlaces() {
		a.say("%s", messageMissed(place))
	}
	if len(c.extra) > 0 {
		a.say("%s", messageExtra(len(c.extra)))
		a.talkProblems(c.extra[:min(len(c.extra), shownProblems)])
	}
	a.say("%s", messageCompared(c.planted, c.planted-len(c.missed), len(c.extra)))
}

func (c comparison) missedPlaces() []string {
	out := make([]string, 0, len(c.missed))
	for _, m := range c.missed {
		at := evaluate.Origin{File: m.File, Sheet: m.Sheet, Cell: m.Cell}
		out = append(out, string(m.Code)+" "+at.String())
	}
	return out
}
