package evaluate

import (
	"cmp"
	"slices"
)

// One person has several roles and each is graded by its own rules. Nothing says
// that the grades must be alike, but people should see where they are not, and
// where what was counted of others is not what they were graded here.

// Tally says of a number that it counts those at the other end of a relation who
// came to a grade: units in charge that failed.
type Tally struct {
	Of       Relation
	Grade    Statutory
	OrBetter bool // or to a better one
	// Among is the fact that says how many there are in all, "" for none.
	Among FactID
}

// counts tells whether a grade is one of those counted.
func (t *Tally) counts(g Statutory) bool {
	best := StatutoryGrades() // first
	return g == t.Grade || t.OrBetter && slices.Index(best, g) < slices.Index(best, t.Grade)
}

// role is one subject of somebody who may have several.
type role struct {
	kind Kind
	row  int
}

// remarks compares the roles of each of the persons, what was counted with what was graded
// here, and what is stated of somebody with what that one states.
func (r *relations) remarks(persons map[string][]role) []Problem {
	var ps []Problem
	for _, roles := range persons {
		for i := range roles {
			for j := range roles[:i] {
				if p, differ := r.compare(roles[j], roles[i]); differ {
					ps = append(ps, p)
				}
			}
		}
	}
	told := map[Origin]bool{} // a cell shared by two forms of one person
	for _, k := range Kinds() {
		pop := r.in.Populations[k]
		if pop == nil || len(r.report.Results[k]) == 0 {
			continue
		}
		if len(pop.Frame.Schema.stated) > 0 {
			for row := range pop.Subjects {
				if p, differ := r.statedOtherwise(k, row); differ && !told[p.At] {
					told[p.At] = p.At.Cell != ""
					ps = append(ps, p)
				}
			}
		}
		for _, fact := range pop.Frame.Schema.stated {
			compare := r.comparison(&pop.Frame.Schema.Facts[fact])
			if compare == nil {
				continue
			}
			for row := range pop.Subjects {
				if p, wrong := compare(role{k, row}, fact, persons[pop.Subjects[row].Person]); wrong && !told[p.At] {
					told[p.At] = p.At.Cell != ""
					ps = append(ps, p)
				}
			}
		}
	}
	return SortProblems(ps)
}

// comparison holds what is stated in a fact against the grades given here, nil where
// the fact says nothing of them.
func (r *relations) comparison(f *FactDef) func(a role, fact int, roles []role) (Problem, bool) {
	switch {
	case f.Tally != nil:
		return r.miscounted
	case f.SameAs != nil && f.SameAs.Grade:
		return r.misgraded
	}
	return nil
}

// RemarksOn are the remarks on any role of the person that a subject is.
func (r *Report) RemarksOn(k Kind, row int) []Problem {
	pop, _ := r.Of(k)
	who, ids := pop.Subjects[row].Person, map[string]bool{pop.Subjects[row].ID: true}
	for _, k := range Kinds() {
		if p := r.Inputs.Populations[k]; p != nil && who != "" {
			for i := range p.Subjects {
				if p.Subjects[i].Person == who {
					ids[p.Subjects[i].ID] = true
				}
			}
		}
	}
	var out []Problem
	for _, p := range r.Remarks {
		if ids[p.Subject] {
			out = append(out, p)
		}
	}
	return out
}

// roles are the graded subjects of everybody who leads or is an official, in a
// fixed order.
func (r *relations) roles() map[string][]role {
	out := map[string][]role{}
	for _, k := range []Kind{Leader, Staff, Member} { // members last: most have no other role
		pop, results := r.report.Of(k)
		for row := range results {
			who := pop.Subjects[row].Person
			if who != "" && (k != Member || len(out[who]) > 0) {
				out[who] = append(out[who], role{k, row})
			}
		}
	}
	for _, roles := range out {
		slices.SortStableFunc(roles, func(a, b role) int {
			return cmp.Or(cmp.Compare(slices.Index(Kinds(), a.kind), slices.Index(Kinds(), b.kind)),
				cmp.Compare(r.subject(a).ID, r.subject(b).ID), cmp.Compare(r.place(a).String(), r.place(b).String()))
		})
	}
	return out
}

func (r *relations) subject(a role) *Subject { return &r.in.Populations[a.kind].Subjects[a.row] }
func (r *relations) result(a role) *Result   { return &r.report.Results[a.kind][a.row] }
func (r *relations) place(a role) Origin {
	return r.in.Populations[a.kind].Frame.Origin(a.row, -1)
}

// compare tells whether two roles come out different whatever is still open.
func (r *relations) compare(a, b role) (Problem, bool) {
	x, y := statutories(r.result(a)), statutories(r.result(b))
	if len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(g Statutory) bool { return slices.Contains(y, g) }) {
		return Problem{}, false
	}
	return problemRolesDiffer(r.place(b), r.place(a), r.subject(b).ID, b.kind, a.kind, r.result(b), r.result(a)), true
}

// statutories are the grades a result may still come to, by their statutory
// equivalents; none where it may be no grade at all, or one without equivalent.
func statutories(res *Result) []Statutory {
	if res.Rules == nil || res.Outcome == NotRated || res.MayBeNone {
		return nil
	}
	var out []Statutory
	for _, rank := range openRanks(res) {
		g := res.Rules.Spec.Scale.Rung(rank).Statutory
		if g == "" {
			return nil
		}
		out = append(out, g)
	}
	return out
}

// openRanks are the grades a result may still come to, best first.
func openRanks(res *Result) []Rank {
	if res.Outcome == Graded {
		return []Rank{res.Rank}
	}
	var out []Rank
	for rank := range res.Possible.All() {
		out = append(out, rank)
	}
	slices.SortFunc(out, func(a, b Rank) int { return cmp.Compare(b, a) })
	return out
}

// tallied is a stated count beside what those named were graded here.
type tallied struct {
	stated        int64
	sure, perhaps int      // how many came to the grade, and how many may
	rated         int      // how many there are that are rated
	at            []Origin // rows of those that did
	named         Origin   // cell that names them
}

// tallied holds a count against the grades of those whom the row names that it is
// about, or another role of the same person where that row names nobody; false where it
// may be what they were graded. Where nobody says who they are there is nothing to
// compare with: the unit somebody works in need not be in his charge.
func (r *relations) tallied(a role, fact int, roles []role) (t tallied, differs bool) {
	frame := r.in.Populations[a.kind].Frame
	tally, v := frame.Schema.Facts[fact].Tally, frame.Value(a.row, fact)
	whole := false
	if v.Type() == NumberFact {
		t.stated, whole = v.Number().Int64()
	}
	to, ok := relationKind(tally.Of)
	if !whole || !ok {
		return t, false
	}
	rows, named := r.named(tally.Of, r.counting(a, fact, roles))
	if named == nil || len(rows) == 0 && tally.Of == SubUnits { // a list has no word for "none but these"
		return t, false
	}
	t.named = named.At
	for _, row := range rows {
		if row >= len(r.report.Results[to]) {
			return t, false // nobody grades them here
		}
		res := &r.report.Results[to][row]
		if res.Outcome != NotRated {
			t.rated++
		}
		grades := statutories(res)
		others := slices.ContainsFunc(grades, func(g Statutory) bool { return !tally.counts(g) })
		switch {
		case len(grades) > 0 && !others:
			t.sure, t.perhaps, t.at = t.sure+1, t.perhaps+1, append(t.at, r.place(role{to, row}))
		case len(grades) == 0 && res.Outcome != NotRated || slices.ContainsFunc(grades, tally.counts):
			t.perhaps++
		}
	}
	return t, t.stated < int64(t.sure) || t.stated > int64(t.perhaps)
}

// miscounted tells of a count that is not what those named were graded here, and
// whether the subject waits for that.
func (r *relations) miscounted(a role, fact int, roles []role) (Problem, bool) {
	if !slices.Contains(roles, a) {
		roles = append(slices.Clone(roles), a)
	}
	t, differs := r.tallied(a, fact, roles)
	if !differs {
		return Problem{}, false
	}
	frame := r.in.Populations[a.kind].Frame
	def, at := &frame.Schema.Facts[fact], frame.Origin(a.row, fact)
	if p, waits := r.disputed(at, roles); waits { // one cell may be the count of several roles
		return p, true
	}
	return problemTallied(at, r.subject(a).ID, def, t, r.asked(def, roles)), true
}

// disputed is the question about a cell that somebody waits for in one of his roles.
func (r *relations) disputed(at Origin, roles []role) (Problem, bool) {
	for _, a := range roles {
		for _, h := range r.result(a).Disputes {
			if h.Problem.At == at {
				return h.Problem, true
			}
		}
	}
	return Problem{}, false
}

// tallyUse lists the rules, in the words of a message, that asked for a stated
// count, for the grades it counts, or for both.
type tallyUse struct{ stated, graded, both []string }

// asked finds out which rules about somebody's roles asked for what.
func (r *relations) asked(def *FactDef, roles []role) (use tallyUse) {
	for _, a := range roles {
		e := r.report.Explain(a.kind, a.row)
		for _, s := range e.Steps() {
			stated, graded := false, false
			for i := range s.Seen {
				o := &s.Seen[i]
				stated = stated || o.Fact == def.ID && !o.Blank
				graded = graded || o.Counted != nil && o.Counted.Of == def.Tally.Of
			}
			list := &use.both
			switch {
			case s.Verdict == NotApplicable || !stated && !graded:
				continue
			case !graded:
				list = &use.stated
			case !stated:
				list = &use.graded
			}
			if name := phraseRuleOf(s.Rule.Text, a.kind); !slices.Contains(*list, name) {
				*list = append(*list, name)
			}
		}
	}
	return use
}

// counting are the roles whose words a count is about: the row's own alone where it says
// whom it means, for each post has others in its charge; all where it does not, or where
// the count was taken from the row of another role.
func (r *relations) counting(a role, fact int, roles []role) []role {
	frame := r.in.Populations[a.kind].Frame
	def, at := &frame.Schema.Facts[fact], frame.Origin(a.row, fact)
	if r.subject(a).Link(def.Tally.Of) == nil {
		return roles
	}
	for _, b := range roles {
		of := r.in.Populations[b.kind].Frame
		if i, known := of.Schema.Index(def.ID); known && b != a && !at.IsZero() && of.Origin(b.row, i) == at {
			return roles
		}
	}
	return []role{a}
}

// named are the subjects that any of somebody's roles names by a relation, and the
// first link that names somebody, else the first that says that there is nobody; nil when
// none of them says anything.
func (r *relations) named(rel Relation, roles []role) (rows []int, first *Link) {
	for _, a := range roles {
		l := r.subject(a).Link(rel)
		if l == nil {
			continue
		}
		if first == nil || len(first.Rows) == 0 && len(l.Rows) > 0 {
			first = l
		}
		for _, row := range l.Rows {
			if !slices.Contains(rows, row) {
				rows = append(rows, row)
			}
		}
	}
	slices.Sort(rows)
	return rows, first
}
