package campaign

import (
	"fmt"
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// A branch that another names as its predecessor has ended, or was divided and goes on beside
// it. Whom both report is then of one alone, and which of them nobody but a person can say.

// goesOn tells whether a branch that another followed goes on: it is on the list, and of those
// whom it reports the other neither reports nor knows as gone most, or more than leave between
// the report of the one and that of the other.
func (r *roll) goesOn(branch, follower string) bool {
	key := [2]string{branch, follower}
	if on, known := r.divided[key]; known {
		return on
	}
	if r.reports == nil {
		r.reports = newDirectory(r.people())
	}
	all, own := 0, 0
	for _, e := range r.entries {
		if e.branch != branch {
			continue
		}
		all++
		if p := e.person; !r.reports.hasIn(follower, p) && !r.left.here.hasIn(follower, p) {
			own++
		}
	}
	if r.divided == nil {
		r.divided = map[[2]string]bool{}
	}
	r.divided[key] = orgIn(r.tree, branch) >= 0 && (own >= fewestApart || 2*own > all)
	return r.divided[key]
}

// hasIn tells whether a branch has somebody of the number, or of the name, of a row.
func (d *directory) hasIn(branch string, p person) bool {
	p.branch = branch
	return slices.ContainsFunc(d.namesakes(p), func(i int) bool {
		return d.people[i].branch == branch && !bornApart(p, d.people[i])
	})
}

// joined tells whether the branch of a row and that of another place, at org, are one now: a
// merger or a new name.
func (r *roll) joined(e *entry, k knownRow, org int) bool {
	there := &entry{person: k.person, org: org}
	reported := k.entry != nil // what lists know may be older than the division
	return r.follows(e.org, there) && !(reported && r.goesOn(k.branch, e.branch)) ||
		r.follows(org, e) && !(reported && r.goesOn(e.branch, k.branch))
}

// gatherTwice makes one question of those whom two reports both have, where they are more than
// a few: one paste, or people who were never taken out of a branch that was divided.
func (r *roll) gatherTwice() {
	type files struct {
		here, there *table
		message     string
	}
	people := map[files][]*entry{}
	var order []files
	met := map[*entry]bool{}
	for _, e := range r.entries {
		p := e.twiceHeld()
		if p == nil || met[e] {
			continue
		}
		met[e.twins[0]] = true
		of := files{e.in.table, e.twins[0].in.table, p.Message}
		if people[of] == nil {
			order = append(order, of)
		}
		people[of] = append(people[of], e)
	}
	for _, of := range order {
		if len(people[of]) < fewestApart || of.here == of.there {
			continue
		}
		p := r.problemManyTwice(people[of])
		for _, e := range people[of] {
			*e.twins[0].twiceHeld(), *e.twiceHeld() = p, p
		}
	}
}

// twiceHeld is the question about a row and the one other of its person; nil for none.
func (e *entry) twiceHeld() *evaluate.Problem {
	if e.drop || len(e.twins) != 1 || len(e.twins[0].twins) != 1 || e.twins[0].twins[0] != e {
		return nil
	}
	i := slices.IndexFunc(e.holds, func(p evaluate.Problem) bool { return p.Code == codeTwice })
	if i < 0 {
		return nil
	}
	return &e.holds[i]
}

// problemManyTwice is about people of one report and their rows in another.
func (r *roll) problemManyTwice(people []*entry) evaluate.Problem {
	first := people[0]
	one, twin := first.twiceHeld(), first.twins[0]
	var here, there []evaluate.Origin
	for _, e := range people {
		here, there = append(here, e.at(r.ids)), append(there, e.twins[0].at(r.ids))
	}
	hint := one.Hint
	if r.follows(first.org, twin) || r.follows(twin.org, first) {
		hint = fmt.Sprintf("ai đã sang chi bộ mới thì bỏ dòng ở báo cáo của chi bộ cũ rồi nhập lại kèm --replace; chi bộ cũ không còn nữa thì bỏ chi bộ ấy khỏi %s; %s", OrgListName, hint)
	}
	p := question(codeTwice, here[0], fmt.Sprintf("%s (%d người ở cả %q và %q)", one.Message, len(people), first.branch, twin.branch),
		hint, secondsBySheet(there, "các dòng còn lại ở đây", twin.branch)...)
	p.Cells = cellsOnSheet(p.At, here)
	return p
}

// gatherForeign makes one question of the people of a report whom another report has without a
// number in common, where they are more than a few.
func (r *roll) gatherForeign(people []foreigner) {
	both := map[string][]foreigner{}
	for _, f := range people {
		if f.known.entry != nil && !f.isAsked() && !f.twin.isAsked() {
			both[f.known.branch] = append(both[f.known.branch], f)
		}
	}
	for _, branch := range slices.Sorted(maps.Keys(both)) {
		if len(both[branch]) < fewestApart {
			continue
		}
		var here, there []evaluate.Origin
		for _, f := range both[branch] {
			here, there = append(here, f.at(r.ids)), append(there, f.twin.at(r.ids))
		}
		p := problemForeign(here[0], both[branch][0].branch, there[0], branch)
		p.Message += fmt.Sprintf(" (%d người)", len(here))
		p.Cells, p.Related = cellsOnSheet(p.At, here), secondsBySheet(there, "những người ấy cũng ở đây", branch)
		for _, f := range both[branch] {
			f.twin.foreign = true
			f.hold(p)
			f.twin.hold(p)
		}
	}
}
