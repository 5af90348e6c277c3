package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What a list knows of somebody and what his row reports may differ although both are
// about him. His number, his card and a day that lasts (that on which he was admitted)
// do not change from one year to the next. What he does may well: of that the report alone
// counts; of the state he is in knownstate.go tells.

// contrary is a reported person of whom a list knows something else in one fact.
type contrary struct {
	*entry
	known person
}

// days are the reported and the known day of a fact, as they are kept.
func (x contrary) days(fact evaluate.FactID) (reported, known int64) {
	return x.in.table.find(fact).number(x.row), x.known.in.table.find(fact).number(x.known.row)
}

// isYearApart tells whether the two days are of one day and month and of years that
// follow each other: then one of them is likely another day of the same person.
func (x contrary) isYearApart(fact evaluate.FactID) bool {
	reported, known := x.days(fact)
	return max(reported, known)-min(reported, known) == 10000 // yyyymmdd
}

// cells are the reported and the known cell of a fact.
func (x contrary) cells(fact evaluate.FactID) (reported, known evaluate.Origin) {
	return x.in.table.origin(x.row, fact), x.known.in.table.origin(x.known.row, fact)
}

// against is what the rows of one report and what lists know of their people do not
// agree on.
type against struct {
	rows     int // of the report
	misnamed []misnamed
	whole    *evaluate.Problem // where most rows have other birth dates, the one question about that
	named    []contrary        // rows that nothing but the only namesake in their branch knows
	// Those whose numbers agree and whose names have the same words in another order, or
	// another family or middle name.
	turned    []*entry
	respelled []misnamed
	apart     map[evaluate.FactID][]contrary
	compared  map[evaluate.FactID]int      // rows of which both say something
	alone     map[evaluate.FactID][]*entry // rows of which the lists say nothing
}

func newAgainst() *against {
	return &against{apart: map[evaluate.FactID][]contrary{}, compared: map[evaluate.FactID]int{}, alone: map[evaluate.FactID][]*entry{}}
}

// lastingDays are the days that do not change from one year to the next.
func lastingDays(s *evaluate.Schema) (out []*evaluate.FactDef) {
	for i := range s.Facts {
		if s.Facts[i].Lasting && s.Facts[i].Type == evaluate.DateFact {
			out = append(out, &s.Facts[i])
		}
	}
	return out
}

// ofOne are the rows that are about the person of a report's row: those that about
// finds, and in his branch whoever shares a number or his birth date and bears his
// name, though another number differs.
func (k *knownRows) ofOne(p person) (out []person) {
	sure := k.indexes(p)
	for _, i := range k.candidates(person{name: p.name, birth: p.birth, identity: p.identity, card: p.card}) {
		q := k.rows[i].person
		if slices.Contains(sure, i) || q.branch == p.branch && p.name != "" && p.name == q.name && (p.birth == q.birth || p.birth == 0 || q.birth == 0) {
			out = append(out, q)
		}
	}
	return out
}

// soleNamed is the one person of a branch who bears the name of its row.
func (k *knownRows) soleNamed(p person) (q person, alone bool) {
	for _, i := range k.bearing("", p.name) {
		if k.rows[i].branch != p.branch || p.name == "" {
			continue
		}
		if alone {
			return person{}, false
		}
		q, alone = k.rows[i].person, true
	}
	return q, alone
}

// compare holds a row against what lists know of its person; what one of them has in
// common with it is no matter. A number that differs from a roster's is asked about
// where rosters are compared (compareRoster).
func (g *against) compare(e *entry, known []person, days []*evaluate.FactDef, ids identityFacts, byRoster bool) {
	for _, def := range days {
		mine := e.in.table.find(def.ID)
		g.compareIn(def.ID, e, known, mine.given(e.row), func(q person) (said, same bool) {
			theirs := q.in.table.find(def.ID)
			if !theirs.given(q.row) {
				return false, false
			}
			return true, mine.number(e.row) == theirs.number(q.row)
		})
	}
	g.compareIn(ids.card, e, known, e.card != "", func(q person) (said, same bool) { return q.card != "", q.card == e.card })
	if byRoster {
		return
	}
	g.compareIn(ids.identity, e, known, e.identity != "", func(q person) (said, same bool) {
		return len(q.identity) == len(e.identity), q.identity == e.identity
	})
}

func (g *against) compareIn(fact evaluate.FactID, e *entry, known []person, given bool, with func(person) (said, same bool)) {
	if !given {
		return
	}
	other := -1
	for i, q := range known {
		said, same := with(q)
		if same {
			g.compared[fact]++
			return
		}
		if said && other < 0 {
			other = i
		}
	}
	if other < 0 {
		g.alone[fact] = append(g.alone[fact], e)
		return
	}
	g.compared[fact]++
	g.apart[fact] = append(g.apart[fact], contrary{e, known[other]})
}

// splitApart finds those whose reported day is another's of them, and all who
// differ for no reason that shows. Days a year apart speak of another day of the same
// person, unless most of the days are each other's.
func splitApart(people []contrary, fact evaluate.FactID) (exchanged, others []contrary) {
	exchanged = exchangedDays(people, fact)
	if 2*len(exchanged) > len(people) {
		return exchanged, people
	}
	for _, x := range people {
		if !x.isYearApart(fact) {
			others = append(others, x)
		}
	}
	return exchangedDays(others, fact), others
}

// fewestApart is how many rows make the most of a report: two may be corrected.
const fewestApart = 3

// holdApart holds what one report says against what is known of its people. Days of
// most rows, or days that rows have of each other, say that columns were sorted apart
// or pasted a row off: what else these rows say may then be somebody else's, too, and
// it is one question. Another day of one row is read both ways.
func (r *roll) holdApart(g *against, days []*evaluate.FactDef) {
	for _, def := range days {
		people := g.apart[def.ID]
		exchanged, others := splitApart(people, def.ID)
		shifted, most := shiftedOf(exchanged, others, g.compared[def.ID])
		if len(shifted) > 0 {
			p := problemShifted(def, shifted, g.compared[def.ID])
			if g.whole != nil {
				p = *g.whole // the same columns, seen from the birth dates
			}
			for _, x := range shifted {
				if g.whole == nil || !x.misnamed {
					x.hold(p)
				}
			}
			if most && len(exchanged) > 1 {
				for _, e := range g.alone[def.ID] {
					e.hold(p)
				}
			}
		}
		doubtDays(def, slices.DeleteFunc(slices.Clone(people), func(x contrary) bool { return slices.Contains(shifted, x) }), g.compared[def.ID])
	}
	for _, fact := range []evaluate.FactID{r.ids.card, r.ids.identity} {
		if people := g.apart[fact]; len(people) > 0 {
			people[0].notes = append(people[0].notes, problemsNumbers(r.ids, people, fact)...)
		}
	}
}

// shiftedOf are those whose rows are told to be moved against each other: whose days are
// another's, or all where that is most of the rows that could be compared.
func shiftedOf(exchanged, others []contrary, of int) (shifted []contrary, most bool) {
	switch {
	case len(others) >= fewestApart && 2*len(others) > of:
		return others, true
	case len(exchanged) > 1:
		return exchanged, false
	}
	return nil, false
}

// holdNamed holds rows that no number and no birth date leads to anybody, where the only
// people of their names in the branch have each other's days: names were sorted apart from
// the rest. One other day alone may well be another person's.
func (r *roll) holdNamed(g *against, dates []*evaluate.FactDef) {
	for _, def := range dates {
		var people []contrary
		for _, x := range g.named {
			if x.misnamed || !x.in.table.find(def.ID).given(x.row) || !x.known.in.table.find(def.ID).given(x.known.row) {
				continue
			}
			if reported, known := x.days(def.ID); reported != known {
				people = append(people, x)
			}
		}
		shifted, _ := shiftedOf(exchangedDays(people, def.ID), people, g.rows)
		if len(shifted) == 0 {
			continue
		}
		p := problemShifted(def, shifted, g.rows)
		for _, x := range shifted {
			x.misnamed = true
			r.spoken[x.known.at(r.ids)] = true
			x.hold(p)
		}
	}
}

// doubtDays has the days of some people read both ways. Days a year apart through a
// report are one matter.
func doubtDays(def *evaluate.FactDef, people []contrary, of int) {
	var apart []contrary
	for _, x := range people {
		if x.isYearApart(def.ID) {
			apart = append(apart, x)
		}
	}
	for _, x := range people {
		p := problemOtherDay(def, x)
		if len(apart) >= fewestApart && x.isYearApart(def.ID) {
			p = problemYearApart(def, apart, of)
		}
		x.doubts = append(x.doubts, doubtDay(def, x, p))
	}
}

// exchangedDays are those whose day is the one that lists know of another of them.
func exchangedDays(people []contrary, fact evaluate.FactID) (out []contrary) {
	known := map[int64]bool{}
	for _, x := range people {
		_, day := x.days(fact)
		known[day] = true
	}
	for _, x := range people {
		if day, _ := x.days(fact); known[day] {
			out = append(out, x)
		}
	}
	return out
}
