package campaign

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// People have several roles and one form. What is said of a person in one role
// counts in the others where nothing is said there: points, tasks, discipline are
// the same person's. What belongs to a post passes between the member and the one
// post he holds, not between posts, unless one of them speaks for all (speakers); in whose company somebody's grades are counted
// belongs to each role.

// personKinds are the roles that one person can have, that as a member first.
func personKinds() []evaluate.Kind {
	return []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Staff}
}

// formRow is one row about a person.
type formRow struct {
	kind evaluate.Kind
	row  int
}

// forms passes between the rows about one person what is said of him.
type forms struct {
	*assembly
	pops     map[evaluate.Kind]*evaluate.Population
	sharings map[[2]evaluate.Kind]*sharing
}

// shareForms fills the blank facts of leaders and officials from the same person's
// row as a member, and the member's from theirs. Nothing that was given is changed;
// rows that contradict each other hold each other.
func (a *assembly) shareForms(pops map[evaluate.Kind]*evaluate.Population) {
	f := &forms{a, pops, map[[2]evaluate.Kind]*sharing{}}
	roles := rowsOfPostHolders(pops)
	for _, who := range slices.Sorted(maps.Keys(roles)) {
		if len(roles[who]) > 1 {
			f.share(roles[who])
		}
	}
}

// rowsOfPostHolders lists the rows of whoever has a post, by person, that as a member first. Most
// members have none.
func rowsOfPostHolders(pops map[evaluate.Kind]*evaluate.Population) map[string][]formRow {
	roles := map[string][]formRow{}
	for _, k := range personKinds()[1:] {
		if pop := pops[k]; pop != nil {
			for i := range pop.Subjects {
				roles[pop.Subjects[i].Person] = nil
			}
		}
	}
	delete(roles, "")
	for _, k := range personKinds() {
		if pops[k] == nil {
			continue
		}
		for i := range pops[k].Subjects {
			if rows, any := roles[pops[k].Subjects[i].Person]; any {
				roles[pops[k].Subjects[i].Person] = append(rows, formRow{k, i})
			}
		}
	}
	return roles
}

// share passes what the rows of one person say: first to his row as a member from
// all others, then from there to them, so that no order of rows shows. Of somebody
// who is no member each row tells the others.
func (f *forms) share(roles []formRow) {
	f.askIdle(roles)
	f.holdContradictions(roles)
	posts, sheets := map[evaluate.Kind]int{}, map[formRow]string{}
	for _, r := range roles {
		posts[r.kind]++
		sheets[r] = f.sheetOf(r)
	}
	speakers := f.speakers(roles)
	itself := map[formRow]map[string]bool{roles[0]: f.saysItself(roles[0])}
	pass := func(from, to formRow, differ map[string]bool) {
		f.sharing(from.kind, to.kind).fill(from.row, to.row, scope{differ: differ, speaks: speakers.of(from, to), itself: itself[from],
			asked: &f.pops[to.kind].Subjects[to.row], lone: f.lone(from, to, roles), onePost: posts[from.kind] == 1 && posts[to.kind] == 1, oneSheet: sheets[from] == sheets[to]})
		f.passApart(from, to)
	}
	if m := roles[0]; m.kind == evaluate.Member {
		differ, silent := f.differing(roles[1:]), f.silent(m, speakers)
		for _, r := range roles[1:] {
			pass(r, m, differ)
		}
		f.doubtVotes(m, speakers, silent)
		for _, r := range roles[1:] {
			pass(m, r, nil)
		}
		f.leaveOpen(m, roles[1:])
		return
	}
	differ := f.differing(roles)
	for _, from := range roles {
		for _, to := range roles {
			if from != to {
				pass(from, to, differ)
			}
		}
	}
}

// passApart lets a row wait, too, between the readings of a cell that passed to it where
// another workbook says otherwise of the row that it came from.
func (f *forms) passApart(from, to formRow) {
	own, other := &f.pops[from.kind].Subjects[from.row], &f.pops[to.kind].Subjects[to.row]
	before := evaluate.Subject{Doubts: other.Doubts} // a matter may have several readings
	for _, d := range own.Doubts {
		i, gave := f.pops[from.kind].Frame.Schema.Index(d.Fact)
		j, has := f.pops[to.kind].Frame.Schema.Index(d.Fact)
		if !gave || !has || !slices.Contains(own.Disputed, d.Fact) || before.About(d.Fact) ||
			f.pops[to.kind].Frame.Origin(to.row, j) != f.pops[from.kind].Frame.Origin(from.row, i) {
			continue
		}
		other.Disputed = append(other.Disputed, d.Fact)
		if f.sets[to.kind].Distinguishes(d.Fact, d.Given, d.Other) {
			f.doubt(other, d, true)
		}
	}
}

// saysItself lists what the row of a member says before anything passes, by passes, but
// for what another row contradicts.
func (f *forms) saysItself(m formRow) map[string]bool {
	out := map[string]bool{}
	if m.kind != evaluate.Member {
		return out
	}
	pop := f.pops[m.kind]
	for key := range saysOfPerson(pop.Frame, m.row) {
		out[key] = true
	}
	for i := range pop.Frame.Schema.Facts {
		if def := &pop.Frame.Schema.Facts[i]; slices.Contains(pop.Subjects[m.row].Disputed, def.ID) {
			delete(out, passes(def))
		}
	}
	return out
}

// differing lists what several rows about one person say differently, by the name
// under which it passes: none of it tells what is true of him elsewhere.
func (f *forms) differing(roles []formRow) map[string]bool {
	out, first := map[string]bool{}, map[string]string{}
	if len(roles) < 2 {
		return out
	}
	for _, r := range roles {
		for key, said := range saysOfPerson(f.pops[r.kind].Frame, r.row) {
			if was, known := first[key]; known && was != said {
				out[key] = true
			} else {
				first[key] = said
			}
		}
	}
	return out
}

// sharing is the way from one kind's rows to another's, made when first gone.
func (f *forms) sharing(from, to evaluate.Kind) *sharing {
	way := [2]evaluate.Kind{from, to}
	if f.sharings[way] == nil {
		s := newSharing(f.pops[from].Frame, f.pops[to].Frame)
		for _, k := range way {
			for i := range f.sets[k].LineMaxima() {
				s.lines[f.sets[k].Schema().Facts[i].ID] = true
			}
			s.without(f.sets[k].CapGroupFacts())
		}
		f.sharings[way] = s
	}
	return f.sharings[way]
}

// sheetOf names the score sheet of a subject, "" for none: points for a line of
// one sheet say nothing about the line of that name on another.
func (f *forms) sheetOf(r formRow) string {
	if s := f.sets[r.kind].SheetOf(f.pops[r.kind].Frame, r.row); s != nil {
		return s.Spec.ID
	}
	return ""
}
