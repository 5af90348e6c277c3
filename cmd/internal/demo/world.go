package demo

import (
	"errors"
	"slices"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// world is the whole office in memory: what its workbooks will say together.
type world struct {
	opt       Options
	layout    layout
	orgAt     map[string]int // code → position in layout.orgs
	people    []person
	bodies    []evaluate.Body
	posts     []post
	officials []official
	cast      cast
	members   *sheet // row i is people[i]
	orgs      *sheet // row i is layout.orgs[i]
	// sheets holds the sheet of every kind that is graded, the two above included;
	// rows of leaders follow posts, those of officials their list, those of units and collectives their order
	// among bodies.
	sheets    map[evaluate.Kind]*sheet
	qualities []quality // of bodies
}

// newWorld draws the people of an office that is laid out. It fails when no
// rule set is in force for the period, and when the vocabulary lost a choice
// the sample people need.
func newWorld(opt Options, lib *evaluate.Library, l layout) (*world, error) {
	w := &world{opt: opt.filled(), layout: l, orgAt: map[string]int{}, sheets: map[evaluate.Kind]*sheet{}}
	for i, o := range l.orgs {
		w.orgAt[o.Code] = i
	}
	if err := w.open(lib); err != nil {
		return nil, err
	}
	w.people = people(w.layout, w.opt)
	w.build()
	w.staff()
	w.stage()
	w.hire()
	w.describe()
	var errs []error
	for _, k := range evaluate.Kinds() {
		if s := w.sheets[k]; s != nil {
			errs = append(errs, s.errors...)
		}
	}
	return w, errors.Join(errs...)
}

// open begins the sheet of every kind that the sets in force grade. Members and
// organizations must have one.
func (w *world) open(lib *evaluate.Library) error {
	sets := map[evaluate.Kind]*evaluate.RuleSet{}
	for _, k := range gradedKinds(w.opt) {
		rs, err := inForce(lib, k, w.opt)
		switch {
		case err == nil:
			sets[k] = rs
		case k == evaluate.Member || k == evaluate.Organization:
			return campaign.FailNoRules("", k, w.opt.Period.String(), err)
		}
	}
	if sets[evaluate.Collective] == nil && sets[evaluate.Unit] == nil {
		delete(sets, evaluate.Leader) // there is nothing to lead
	}
	for k := range sets {
		w.sheets[k] = newSheet(sets, k)
	}
	w.members, w.orgs = w.sheets[evaluate.Member], w.sheets[evaluate.Organization]
	return nil
}

// gradedKinds are the kinds the sample office grades: the grades of officials
// come from elsewhere, as they mostly do, unless a full office is asked for.
func gradedKinds(o Options) []evaluate.Kind {
	if o.Members < leastForBodies {
		return []evaluate.Kind{evaluate.Member, evaluate.Organization}
	}
	kinds := []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Collective, evaluate.Unit, evaluate.Leader}
	if o.full() {
		kinds = append(kinds, evaluate.Staff)
	}
	return kinds
}

// namedKinds are the kinds that the settings must name: officials are graded
// only where settings say so, and who is named there is all that is graded.
func (w *world) namedKinds() []evaluate.Kind {
	if len(w.officials) == 0 {
		return nil
	}
	return slices.DeleteFunc(evaluate.Kinds(), func(k evaluate.Kind) bool { return w.sheets[k] == nil })
}

// officeOf is the office of a period: districts were abolished in 2025.
func officeOf(p evaluate.Period) office {
	if p.Year < 2025 {
		return district2019()
	}
	return commune2025()
}

func (w *world) describe() {
	for i := range w.people {
		if i == 0 || w.people[i].branch != w.people[i-1].branch {
			w.describeBranch(i)
		}
	}
	d := newDice(w.opt, "organizations described")
	for i, o := range w.layout.orgs {
		about := organization{Org: o, served: w.layout.served[i], led: len(w.bodies) > 0}
		about.forced, about.cast = w.cast.orgs[o.Code]
		about.describe(d, w.orgs.append())
	}
	w.describeBodies()
	w.describePosts()
	w.describeOfficials()
	for _, change := range w.cast.changes {
		change()
	}
}

// describeBranch describes the people of one branch, first being its first.
func (w *world) describeBranch(first int) {
	code := w.codeOf(&w.people[first])
	d := newDice(w.opt, "facts of "+code)
	for i := first; i < len(w.people) && w.people[i].branch == w.people[first].branch; i++ {
		w.people[i].describe(d, w.members.append(), code)
	}
	w.vote(first, w.layout.branches[w.people[first].branch].size)
}

func (w *world) codeOf(p *person) string { return w.layout.orgs[w.layout.branches[p.branch].org].Code }
