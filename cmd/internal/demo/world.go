package demo

import (
	"errors"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// world is the whole office in memory: what its workbooks will say together.
type world struct {
	opt     Options
	lib     *evaluate.Library
	layout  layout
	people  []person
	members *sheet // row i is people[i]
	orgs    *sheet // row i is layout.orgs[i]
}

// newWorld draws the people of an office that is laid out. It fails when no
// rule set is in force for the period, and when the vocabulary lost a choice
// the sample people need.
func newWorld(opt Options, lib *evaluate.Library, l layout) (*world, error) {
	w := &world{opt: opt.filled(), lib: lib, layout: l}
	var err error
	if w.members, err = w.sheetOf(evaluate.Member); err != nil {
		return nil, err
	}
	if w.orgs, err = w.sheetOf(evaluate.Organization); err != nil {
		return nil, err
	}
	w.people = people(w.layout, w.opt)
	w.describe()
	return w, errors.Join(append(w.members.errors, w.orgs.errors...)...)
}

// officeOf is the office of a period: districts were abolished in 2025.
func officeOf(p evaluate.Period) office {
	if p.Year < 2025 {
		return district2019()
	}
	return commune2025()
}

func (w *world) sheetOf(k evaluate.Kind) (*sheet, error) {
	rs, err := w.lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: k, Period: w.opt.Period})
	if err != nil {
		return nil, campaign.FailNoRules("", k, w.opt.Period.String(), err)
	}
	return newSheet(rs), nil
}

func (w *world) describe() {
	for i := range w.people {
		if i == 0 || w.people[i].branch != w.people[i-1].branch {
			w.describeBranch(i)
		}
	}
	d := newDice(w.opt, "organizations described")
	for i, o := range w.layout.orgs {
		about := organization{o, w.layout.served[i]}
		about.describe(d, w.orgs.append())
	}
}

// describeBranch describes the people of one branch, first being its first.
func (w *world) describeBranch(first int) {
	code := w.codeOf(&w.people[first])
	d := newDice(w.opt, "facts of "+code)
	for i := first; i < len(w.people) && w.people[i].branch == w.people[first].branch; i++ {
		w.people[i].describe(d, w.members.append(), code)
	}
}

func (w *world) codeOf(p *person) string { return w.layout.orgs[w.layout.branches[p.branch].org].Code }
