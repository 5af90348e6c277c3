package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// members builds the population of people: whom the branches report, with what
// the base committees and the office know about them laid over.
func (a *assembly) members() (*evaluate.Population, error) {
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	reports, err := a.bind(evaluate.Member, schema, excel.BranchBook)
	if err != nil {
		return nil, err
	}
	rosters, err := a.bind(evaluate.Member, schema, excel.RosterBook)
	if err != nil {
		return nil, err
	}
	overlays, err := a.bind(evaluate.Member, schema, excel.BaseBook, excel.OfficeBook)
	if err != nil {
		return nil, err
	}
	r := &roll{ids: identityOf(schema), tree: a.tree, after: a.after, comment: a.terms.comment, days: lastingDays(schema)}
	r.beside = a.namedBeside(schema, r.ids)
	for _, b := range reports {
		for row := range b.table.len() {
			p := b.personAt(row, r.ids, a.branchOf, b.book.Receipt.Org)
			r.entries = append(r.entries, &entry{person: p, org: a.orgOf(p.branch)})
		}
	}
	gone := a.goneRows(a.books, r.ids)
	a.left = a.reportedLeft(gone)
	r.left = a.left
	r.settle()
	a.askUnlisted(r)
	a.askNames(r, rosters)
	r.askShared()
	r.joinAsMeant()
	a.askForeign(r, rosters)
	r.gatherTwice()
	a.askLeft(r)
	r.askComments()
	missing := a.compareRoster(r, rosters, gone)
	a.askListedGone(r, rosters)
	missing = append(missing, a.missPrefilled(r, rosters)...)
	a.askStruckOff(r, rosters)
	a.followMoved(r)
	return a.populate(schema, r, append(missing, reports...), overlays), nil
}

// compareRoster looks for people on the roster whom their branch does not
// report, who join the roll held, and for people reported who are not on the
// roster of their branch. Branches that have not reported yet, and branches no
// roster speaks of, are no matter here. It returns the tables now used.
func (a *assembly) compareRoster(r *roll, rosters []bound, gone []goneRow) []bound {
	if len(rosters) == 0 {
		return nil
	}
	d, days := r.byNumbers(), lastingDays(a.Library.Vocabulary.Schema(evaluate.Member))
	u := unpaired{roll: r, covered: map[string]evaluate.Origin{}, reported: map[string]evaluate.Origin{}}
	for _, e := range r.entries {
		u.note(u.reported, e.person)
	}
	for _, k := range a.left.rows {
		u.note(u.reported, k.person)
	}
	u.gone = a.listedGone(gone, func(p person) { u.note(u.covered, p) })
	a.listedLeft = u.gone
	listed, known, came := make([]bool, len(r.entries)), map[*entry]bool{}, r.movedIn()
	var used []bound
	for _, b := range rosters {
		before, own := len(u.missing), newDirectory(nil)
		var nowhere unheard
		for row := range b.table.len() {
			p := b.personAt(row, r.ids, a.branchOf, "")
			if u.reported[p.branch].IsZero() {
				p.branch = a.branchNow(p.branch) // a roster older than the merger
			}
			own.add(p)
		}
		for _, p := range own.people {
			u.note(u.covered, p)
			m, corrected := d.findAmong(p, own, days)
			switch {
			case corrected: // a roster settles numbers, so it asks about them
				listed[m.sure] = true
				if e := r.entries[m.sure]; !a.askSlip(r, e, p, true) {
					e.hold(problemWeakMatch(p.at(r.ids), e.at(r.ids)))
				}
			case m.sure >= 0:
				listed[m.sure] = true
			case r.spoken[p.at(r.ids)]:
			case len(m.maybe) > 0:
				for _, i := range m.maybe {
					listed[i] = true
					if m.same {
						continue // who grades him is settled or asked among the reports
					}
					r.entries[i].hold(problemWeakMatch(p.at(r.ids), r.entries[i].at(r.ids)))
				}
			case a.left.has(p): // the branch has spoken of him
				if row := a.left.here.find(p).sure; excel.MovedAway(a.left.rows[row].Status) {
					there := came.about(p)
					for _, k := range there {
						known[k.entry] = true // both branches say so
					}
					if len(there) == 0 {
						u.away.add(p.branch, a.left.rows[row].at, p.at(r.ids))
						a.left.listed[row] = true
					}
				}
			case !u.reported[p.branch].IsZero():
				u.missing = append(u.missing, &entry{person: p, org: a.orgOf(p.branch)})
				u.unclaimed = append(u.unclaimed, p)
			default:
				u.unclaimed = append(u.unclaimed, p)
				if a.orgOf(p.branch) < 0 {
					nowhere.note(p, r.ids)
				}
			}
		}
		a.ask(&nowhere, problemRosterNowhere)
		if len(u.missing) > before {
			used = append(used, b)
		}
	}
	for i, e := range r.entries {
		known[e] = known[e] || listed[i]
	}
	for _, e := range r.entries { // one row of somebody is enough: which of them counts is asked
		if !u.covered[e.branch].IsZero() && !known[e] && !e.drop && !e.foreign && !e.misnamed && !slices.ContainsFunc(e.twins, func(o *entry) bool { return known[o] }) {
			u.unlisted = append(u.unlisted, e)
		}
	}
	a.problems = append(a.problems, u.away.tell(problemNowhereNow)...)
	u.hold()
	r.entries = append(r.entries, u.missing...)
	return used
}

func personsOf(entries []*entry) []person {
	out := make([]person, len(entries))
	for i, e := range entries {
		out[i] = e.person
	}
	return out
}

// populate copies the rows that stand into one frame and lays the overlays on.
func (a *assembly) populate(schema *evaluate.Schema, r *roll, used, overlays []bound) *evaluate.Population {
	frame := evaluate.NewFrame(schema)
	pop := &evaluate.Population{Frame: frame, Subjects: make([]evaluate.Subject, 0, len(r.entries))}
	for _, b := range used {
		b.into(frame)
	}
	branch := schema.ByRole(evaluate.RoleBranchCode)
	people := make([]person, 0, len(r.entries))
	for _, e := range r.entries {
		if e.drop {
			continue
		}
		row := e.in.append(e.row)
		if branch >= 0 && frame.Value(row, branch).IsBlank() {
			frame.SetText(row, branch, e.branch)
		}
		id := a.names.id(e.person)
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: id, Person: id, Org: e.org})
		s := &pop.Subjects[row]
		for _, p := range e.holds {
			a.hold(s, p)
			s.Displaced = s.Displaced || asksPlace(p.Code)
		}
		for _, d := range e.doubts {
			a.doubt(s, d, a.sets[evaluate.Member].Distinguishes(d.Fact, d.Given, d.Other))
		}
		for _, p := range e.notes {
			p.Subject = id
			a.problems = append(a.problems, p)
		}
		people = append(people, e.person)
	}
	d := newDirectory(people)
	a.directories[evaluate.Member] = d
	for i := range pop.Subjects {
		a.memberIDs = append(a.memberIDs, pop.Subjects[i].Person)
	}
	reported := map[string]bool{}
	for _, e := range r.entries {
		reported[e.branch] = true
	}
	for _, b := range overlays {
		a.overlayPeople(pop, d, r.ids, b, reported)
	}
	return pop
}

// overlayPeople lays one workbook's facts over the people they are about; reported
// are the branches somebody speaks of.
func (a *assembly) overlayPeople(pop *evaluate.Population, d *directory, ids identityFacts, b bound, reported map[string]bool) {
	allowed := b.book.sender(a.tree).suppliers(evaluate.Member)
	b.into(pop.Frame)
	var around *lookout // made for the first row that is about nobody
	var awaited unheard
	take := func(fact int) bool { return allowed.supply(&pop.Frame.Schema.Facts[fact]) }
	people := make([]person, b.table.len())
	for row := range people {
		people[row] = b.personAt(row, ids, a.branchOf, "")
		if p := &people[row]; reported[a.branchNow(p.branch)] || !reported[p.branch] {
			p.branch = a.branchNow(p.branch) // written before the merger
		}
	}
	doubt := d.doubtNames(people, ids, lastingDays(pop.Frame.Schema), func(row int) bool { return b.says(row, take) })
	for row, p := range people {
		if !b.says(row, take) {
			continue // a pre-filled row nobody wrote in
		}
		m := d.find(p)
		switch {
		case doubt.rows[row] != nil:
			a.moved[p.at(ids)] = doubt.whole
			for _, i := range doubt.rows[row] {
				a.hold(&pop.Subjects[i], a.whoIs(p, d.people[i], ids))
			}
		case m.sure >= 0:
			if note, told := doubt.told[row]; told {
				note.Subject = pop.Subjects[m.sure].ID
				a.problems = append(a.problems, note)
			}
			a.overlay(pop, b, row, m.sure, take)
		case m.same: // reported twice: true of him wherever he is graded
			for _, i := range m.maybe {
				a.overlay(pop, b, row, i, take)
			}
		case len(m.maybe) > 0:
			for _, i := range m.maybe {
				a.hold(&pop.Subjects[i], problemWeakMatch(p.at(ids), d.people[i].at(ids)))
			}
		case a.orgOf(p.branch) >= 0 && !reported[p.branch] && !a.left.mayHave(p):
			awaited.note(p, ids)
		case a.left.mayHave(p):
			a.problems = append(a.problems, noteAboutLeft(p.at(ids), "chi bộ", []evaluate.Related{second(a.left.cellOf(p), "chi bộ ghi ở đây")}))
		case len(a.listedLeft.statesOf(p)) > 0: // and nobody reports him
			a.problems = append(a.problems, noteAboutLeft(p.at(ids), "danh sách đảng viên", a.listedLeft.statesOf(p)))
		default:
			if around == nil {
				around = newLookout(d.people)
			}
			q := offer(problemNobody(p.at(ids), reported[p.branch]), around.nearest(p), ids)
			if i := slices.IndexFunc(d.people, func(o person) bool { return o.branch == p.branch }); i >= 0 && reported[p.branch] {
				q = lackedBy(q, d.people[i].at(ids))
			}
			a.problems = append(a.problems, q)
		}
	}
	for _, at := range awaited.at {
		a.awaited[at] = true
	}
	a.ask(&awaited, problemAwaited)
}

func (a *assembly) overlay(pop *evaluate.Population, b bound, row, to int, take func(int) bool) {
	b.overlay(row, to, take, func(fact int, other string) {
		a.apart(pop, to, fact, other, b.table.origin(row, pop.Frame.Schema.Facts[fact].ID))
	})
}

// says tells whether a row gives any fact it may give.
func (b *binding) says(row int, take func(fact int) bool) bool {
	for i := range b.table.columns {
		if b.fact[i] >= 0 && b.table.columns[i].given(row) && take(b.fact[i]) {
			return true
		}
	}
	return false
}
