package demo

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// cast is what scenes ask of the office beyond chance.
type cast struct {
	bodies map[string]quality // by code
	// tasks are how the tasks of units went that have points of another quality.
	tasks   map[string]quality
	orgs    map[string]quality
	changes []func() // facts changed after everybody is described
	scenes  []Scene
	// spared are organizations whose workbooks nobody may spoil.
	spared map[string]bool
}

// stage sets up one scene of every coupling that the sets in force know. An
// office too small for a scene goes without it.
func (w *world) stage() {
	w.cast = cast{bodies: map[string]quality{}, tasks: map[string]quality{}, orgs: map[string]quality{}, spared: map[string]bool{}}
	if len(w.bodies) == 0 {
		return
	}
	w.stageChain()
	w.stageBranches()
	w.stageMembers()
	w.stageUnits()
	w.stageCharges()
	w.stageCollectives()
	w.stagePosts()
	w.stageVotes()
}

// knows tells whether the set in force for a kind has a rule that is on.
func (w *world) knows(k evaluate.Kind, rule string) bool {
	s := w.sheets[k]
	return s != nil && slices.ContainsFunc(s.rules.Rules, func(r evaluate.Rule) bool { return r.ID == rule && !r.Off })
}

// play adds a scene if the set in force knows its rule.
func (w *world) play(s Scene) {
	if s.Rule == "" && w.sheets[s.Of] != nil || s.Rule != "" && w.knows(s.Of, s.Rule) {
		w.cast.scenes = append(w.cast.scenes, s)
	}
}

// later changes facts once everybody is described.
func (w *world) later(change func()) { w.cast.changes = append(w.cast.changes, change) }

// place finds a subject that the organization list names.
func place(code string) func(*evaluate.Population, int) bool {
	return func(pop *evaluate.Population, row int) bool { return pop.Subjects[row].ID == code }
}

// member finds a member by the number.
func (w *world) member(i int) func(*evaluate.Population, int) bool {
	number := w.people[i].identity
	return func(pop *evaluate.Population, row int) bool {
		return pop.Frame.Text(row, pop.Frame.Schema.ByRole(evaluate.RoleIdentity)) == number
	}
}

// holder finds a leader by number and post.
func (w *world) holder(post int) func(*evaluate.Population, int) bool {
	p := &w.posts[post]
	number := w.people[p.person].identity
	return func(pop *evaluate.Population, row int) bool {
		s := pop.Frame.Schema
		unit, _ := s.Index("own_unit")
		collective, _ := s.Index("own_collective")
		return pop.Frame.Text(row, s.ByRole(evaluate.RoleIdentity)) == number &&
			pop.Frame.Text(row, unit) == orNone(p.unit) && pop.Frame.Text(row, collective) == orNone(p.collective)
	}
}

// postIn is the nth post with a role in a unit or collective, -1 for none.
func (w *world) postIn(body, role string, nth int) int {
	for i := range w.posts {
		if p := &w.posts[i]; p.role == role && (p.unit == body && p.collective == "" || p.collective == body) {
			if nth == 0 {
				return i
			}
			nth--
		}
	}
	return -1
}

// branch takes a branch of some size that no scene has yet, of people who suit;
// ok is false when there is none left.
func (w *world) branch(least int, suits func(first, n int) bool) (at, first, n int, ok bool) {
	for b := range w.layout.branches {
		at = w.layout.branches[b].org
		o := w.layout.orgs[at]
		if o.Level != evaluate.Branch || w.layout.branches[b].size < least || o.Founded.Year >= w.opt.Period.Year || w.cast.spared[o.Code] {
			continue
		}
		first = slices.IndexFunc(w.people, func(p person) bool { return p.branch == b })
		n = w.layout.branches[b].size
		if suits != nil && !suits(first, n) {
			continue
		}
		w.cast.spared[o.Code] = true
		return at, first, n, true
	}
	return 0, 0, 0, false
}

// went makes the year of a branch's people go one way, as far as they are graded.
func (w *world) went(first, n int, q quality) {
	for i := first; i < first+n; i++ {
		if w.people[i].quality != unrated {
			w.people[i].quality = q
			w.people[i].sick = 0
		}
	}
}

// plain tells whether a member has neither post nor anything unusual about the
// year, and a number.
func (w *world) plain(i int) bool {
	p := &w.people[i]
	return p.post == "none" && p.leader == "none" && p.status == "normal" && p.quality != unrated && len(p.identity) == fullIdentity
}

// plainIn is the first plain member who suits, -1 for none.
func (w *world) plainIn(first, n int, suits func(*person) bool) int {
	for i := first; i < first+n; i++ {
		if w.plain(i) && (suits == nil || suits(&w.people[i])) {
			return i
		}
	}
	return -1
}
