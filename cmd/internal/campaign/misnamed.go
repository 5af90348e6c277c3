package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// likeness says how far what two rows call one number's bearer goes together.
type likeness uint8

const (
	agrees  likeness = iota // or says nothing against it
	renamed                 // another name, but a part of it and the birth date stand
	redated                 // another birth date, but the name, the number and something besides stand
	strange                 // somebody else by his name, or by his birth date
)

// spelledApart is how many letters of a given name may differ between two
// spellings of it.
const spelledApart = 1

// otherName tells whether two names are not spellings of one.
func otherName(a, b string) bool { return otherGiven(a, b) || otherFamily(a, b) }

// otherGiven tells whether the given names, which come last, have other letters.
func otherGiven(a, b string) bool {
	if a == "" || b == "" || a == b {
		return false
	}
	return excel.LettersApart(lastWord(a), lastWord(b)) > spelledApart && !sameWords(a, b)
}

// otherFamily tells whether family name and middle name are both others: no word of the
// one before the given name is a word of the other. A name without a middle name says too
// little for that.
func otherFamily(a, b string) bool {
	x, y := strings.Fields(excel.Letters(a)), strings.Fields(excel.Letters(b))
	if len(x) < fullName || len(y) < fullName {
		return false
	}
	return !slices.ContainsFunc(x[:len(x)-1], func(v string) bool {
		return slices.ContainsFunc(y[:len(y)-1], func(w string) bool { return sameWord(v, w) })
	})
}

// fullName is how many words a name with family, middle and given name has at least.
const fullName = 3

// sameWord tells whether two words are one, cut short or with a slip; of two letters one
// is half of the word.
func sameWord(v, w string) bool {
	return strings.HasPrefix(v, w) || strings.HasPrefix(w, v) || min(len(v), len(w)) > 2 && excel.LettersApart(v, w) <= spelledApart
}

// otherWords tells whether two names that end in one given name have another family or
// middle name.
func otherWords(a, b string) bool {
	return a != "" && b != "" && excel.LettersApart(a, b) > spelledApart && !sameWords(a, b)
}

// sameWords tells whether two names differ in the order of their words alone.
func sameWords(a, b string) bool {
	x, y := strings.Fields(excel.Letters(a)), strings.Fields(excel.Letters(b))
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return excel.Letters(first)
}

// alike compares two rows that share a number.
func alike(p, q person, days []*evaluate.FactDef) likeness {
	switch {
	case bornApart(p, q):
		if p.identity != "" && p.identity == q.identity && !otherName(p.name, q.name) && (p.card != "" && p.card == q.card || sharesDay(p, q, days)) {
			return redated
		}
		return strange
	case !otherName(p.name, q.name):
		return agrees
	case newName(p, q):
		return renamed
	}
	return strange
}

// sharesDay tells whether two rows give one of the days the same.
func sharesDay(p, q person, days []*evaluate.FactDef) bool {
	return slices.ContainsFunc(days, func(def *evaluate.FactDef) bool {
		mine, theirs := p.in.table.find(def.ID), q.in.table.find(def.ID)
		return mine.given(p.row) && theirs.given(q.row) && mine.number(p.row) == theirs.number(q.row)
	})
}

// newName tells whether the birth date and the family name or the given name stand, which
// is how somebody changes his name.
func newName(p, q person) bool {
	return p.birth != 0 && p.birth == q.birth && (firstWord(p.name) == firstWord(q.name) || !otherGiven(p.name, q.name))
}

// strangers tells whether two rows that share a number are two people's all the
// same: the name is another, and no new one.
func strangers(p, q person) bool { return otherName(p.name, q.name) && !newName(p, q) }

// misnamed is a reported person under a number that a roster or a template knows
// as somebody else's.
type misnamed struct {
	*entry
	owner person  // of the number
	named *person // whom they know under the reported name; nil for nobody
	how   likeness
}

// isTold tells whether a row is told and waits for nobody: only a part of the name or the
// birth date is another, which happens to one person and not through a file.
func (m misnamed) isTold() bool { return m.named == nil && m.how != strange }

// askNames holds whoever is reported under somebody else's number, or with what lists
// know of another: columns were sorted by themselves, a row copied over, a number
// mistyped. Where that is most of a report, it is one problem. It goes before
// everything that trusts numbers.
func (a *assembly) askNames(r *roll, rosters []bound) {
	rows := a.listedPeople(r.ids, rosters)
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	c := nameCheck{roll: r, listed: newDirectory(peopleOf(rows)), known: newKnownRows(rows), reported: newDirectory(r.people()),
		covered: a.rosterBranches(r.ids, rosters), days: lastingDays(schema), in: a, rosters: map[*binding]bool{}}
	for _, b := range rosters {
		c.rosters[b.binding] = true
	}
	dates := c.days
	if birth := schema.ByRole(evaluate.RoleBirth); birth >= 0 {
		dates = append([]*evaluate.FactDef{&schema.Facts[birth]}, c.days...)
	}
	r.spoken = map[evaluate.Origin]bool{}
	byBook := map[*kept]*against{}
	var order []*kept
	book := a.bookOf(evaluate.Member)
	for _, e := range r.entries {
		if e.drop {
			continue
		}
		b := book[e.in.table]
		if byBook[b] == nil {
			byBook[b], order = newAgainst(), append(order, b)
		}
		byBook[b].rows++
		c.take(byBook[b], e)
	}
	for _, b := range order {
		g := byBook[b]
		all := r.holdMisnamed(g.misnamed, g.rows)
		for _, m := range g.misnamed {
			a.moved[m.at(r.ids)] = all
		}
		g.apart[r.ids.identity] = slices.DeleteFunc(g.apart[r.ids.identity], func(x contrary) bool { return a.askSlip(r, x.entry, x.known, false) })
		if all != nil && slices.ContainsFunc(g.misnamed, func(m misnamed) bool { return m.how == redated }) {
			g.whole = all
		}
		r.holdNamed(g, dates)
		r.holdApart(g, c.days)
		a.askStates(g.apart[factStatus])
		r.noteTurned(g.turned, g.rows)
		if people := g.respelled; len(people) > 0 {
			people[0].notes = append(people[0].notes, noteOtherWords(r.ids, people, knownByLists))
		}
	}
}

// nameCheck is what the rows of reports are held against.
type nameCheck struct {
	*roll
	listed   *directory // of those whom rosters and templates know
	known    *knownRows // the same, whatever their branch
	reported *directory
	covered  map[string]bool // branches that a roster speaks of
	days     []*evaluate.FactDef
	rosters  map[*binding]bool
	in       *assembly
}

// take sorts a row by what does not agree in it with what is known.
func (c *nameCheck) take(g *against, e *entry) {
	if c.holdJoined(e) {
		return
	}
	owner, how := c.listed.ownerOf(e.person, c.days)
	if how != agrees {
		m := misnamed{entry: e, owner: owner, how: how}
		for _, i := range c.listed.bearing(e.branch, e.name) {
			if c.listed.people[i] != owner && e.name != owner.name {
				m.named = &c.listed.people[i]
				break
			}
		}
		g.misnamed = append(g.misnamed, m)
		if !m.isTold() {
			return
		}
	}
	switch {
	case how == agrees && isTurned(e.name, owner.name):
		g.turned = append(g.turned, e)
	case how == agrees && otherWords(e.name, owner.name):
		g.respelled = append(g.respelled, misnamed{entry: e, owner: owner})
	}
	about := c.known.ofOne(e.person)
	if q, alone := c.known.soleNamed(e.person); len(about) == 0 && alone && len(c.reported.bearing(e.branch, e.name)) == 1 {
		g.named = append(g.named, contrary{e, q})
	}
	g.compare(e, about, c.days, c.ids, c.covered[e.branch])
	c.compareState(g, e, about)
}

func peopleOf(rows []knownRow) []person {
	out := make([]person, len(rows))
	for i := range rows {
		out[i] = rows[i].person
	}
	return out
}

// ownerOf is whom the numbers of a row belong to, nobody where they are nobody's, and
// how far he is the row's person; a number that leads to several rows is his whom one of them agrees with.
func (d *directory) ownerOf(p person, days []*evaluate.FactDef) (owner person, how likeness) {
	for _, found := range [][]int{d.byIdentity.of(p.identity), d.byCard.of(p.card)} {
		if len(found) == 0 {
			continue
		}
		best := slices.MinFunc(found, func(i, j int) int { return int(alike(p, d.people[i], days)) - int(alike(p, d.people[j], days)) })
		if l := alike(p, d.people[best], days); l > how || owner == (person{}) {
			owner, how = d.people[best], l
		}
	}
	return owner, how
}

// holdMisnamed returns the one question about them where they are most of a report.
func (r *roll) holdMisnamed(people []misnamed, of int) (all *evaluate.Problem) {
	if isMost(len(people), of) {
		p := problemMisnamedFile(r.ids, people, of)
		all = &p
	}
	known := map[int64]bool{}
	for _, m := range people {
		if m.how == redated && m.owner.birth != 0 {
			known[m.owner.birth] = true
		}
	}
	for _, m := range people {
		if m.isTold() && all == nil && !(m.how == redated && known[m.birth]) {
			m.notes = append(m.notes, tellOther(r.ids, m))
			continue
		}
		m.misnamed = true
		r.spoken[m.owner.at(r.ids)] = true
		if m.named != nil {
			r.spoken[m.named.at(r.ids)] = true
		}
		if all != nil {
			m.hold(*all)
		} else {
			p := problemMisnamed(r.ids, m)
			if i := slices.IndexFunc(people, m.swappedWith); i >= 0 {
				p = problemSwapped(r.ids, m, people[i])
			}
			m.hold(p)
			m.entry.meant = m.meaning(r.days)
		}
	}
	return all
}

// isTurned tells whether a name has the words of the known one in another order: the
// given name first.
func isTurned(name, known string) bool {
	return name != "" && known != "" && excel.Letters(name) != excel.Letters(known) && sameWords(name, known)
}

// noteTurned tells once of a report most of whose names are turned about.
func (r *roll) noteTurned(people []*entry, of int) {
	if len(people) < 2 || 2*len(people) <= of {
		return
	}
	var at []evaluate.Origin
	for _, e := range people {
		at = append(at, e.at(r.ids))
	}
	people[0].notes = append(people[0].notes, noteTurnedNames(at, of))
}

// byNumbers is the directory of those whose numbers are their own; places are
// those of the entries.
func (r *roll) byNumbers() *directory {
	people := r.people()
	for i, e := range r.entries {
		if e.misnamed {
			people[i] = person{}
		}
	}
	return newDirectory(people)
}
