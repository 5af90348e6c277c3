package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Two lists of one branch may share no number and no full birth date of somebody, or have
// a corrected number. A name that each of them has once is all the same one person's where
// both know when he was born or admitted, and what one says the other does not deny.

// kinship is how far two rows of one name in one branch are about one person.
type kinship struct {
	how       sameness
	corrected bool // their numbers differ
	denied    bool // days that last differ
}

// rival tells whether one of the rows may not be taken for a third because of the other.
func (k kinship) rival() bool { return k.how == certain || k.how == perhaps && !k.denied }

// onlyNamesake is the one person of its branch in a directory who bears a row's name, -1
// where there is none or the row may be about several.
func (d *directory) onlyNamesake(p person, days []*evaluate.FactDef) (index int, how kinship) {
	index = -1
	if p.name == "" {
		return -1, kinship{}
	}
	for _, i := range d.bearing(p.branch, p.name) {
		switch k := kinshipOf(p, d.people[i], days); {
		case !k.rival():
		case index >= 0:
			return -1, kinship{}
		default:
			index, how = i, k
		}
	}
	return index, how
}

// kinshipOf compares two rows. One thing known of both makes them one person where nothing
// is denied; a number may have been corrected where two others of number, card, full birth
// date and days that last are the same.
func kinshipOf(p, q person, days []*evaluate.FactDef) (k kinship) {
	if bornApart(p, q) {
		return k
	}
	same, born := 0, p.birth != 0 && p.birth == q.birth
	for _, number := range [][2]string{{p.identity, q.identity}, {p.card, q.card}} {
		switch {
		case number[0] == "" || number[1] == "":
		case number[0] == number[1]:
			same++
		case len(number[0]) == len(number[1]): // others may be an older one of his
			k.corrected = true
		}
	}
	for _, def := range days {
		mine, theirs := p.in.table.find(def.ID), q.in.table.find(def.ID)
		switch {
		case !mine.given(p.row) || !theirs.given(q.row):
		case mine.number(p.row) == theirs.number(q.row):
			same++
		default:
			k.denied = true
		}
	}
	if born {
		same++
	}
	switch {
	case !k.denied && same > 1, !k.denied && !k.corrected && (same > 0 || p.year != 0 && p.year == q.year):
		k.how = certain
	case born || !k.corrected:
		k.how = perhaps
	}
	return k
}

// bornApart tells whether two rows know other days or years of birth.
func bornApart(p, q person) bool {
	if p.birth != 0 && q.birth != 0 {
		return p.birth != q.birth
	}
	return p.year != 0 && q.year != 0 && p.year != q.year
}

// findAmong is find for a row of another list, own, that also finds the only namesake of
// its branch where either list has one alone. Corrected tells that
// numbers differ.
func (d *directory) findAmong(p person, own *directory, days []*evaluate.FactDef) (m match, corrected bool) {
	m = d.find(p)
	if m.sure >= 0 || m.same {
		return m, false
	}
	i, k := d.onlyNamesake(p, days)
	if k.how != certain || slices.ContainsFunc(d.candidates(p), func(c int) bool { return c != i }) {
		return m, false
	}
	if back, _ := own.onlyNamesake(d.people[i], days); back < 0 || own.people[back] != p {
		return m, false
	}
	return match{sure: i}, k.corrected
}

// perhapsNamed are those of a directory who may be the person of a row that is nobody's
// for certain: they bear its name in its branch, and
// no number or birth says that they are others.
func (d *directory) perhapsNamed(p person, days []*evaluate.FactDef) (out []int) {
	for _, i := range d.bearing(p.branch, p.name) {
		if p.name != "" && kinshipOf(p, d.people[i], days).how != stranger {
			out = append(out, i)
		}
	}
	return out
}

// holdJoined holds a row that bears the names of two people of its branch one after the
// other, whom nobody reports by themselves: its cells are one of theirs, or nobody's.
func (c *nameCheck) holdJoined(e *entry) bool {
	if len(c.listed.bearing(e.branch, e.name)) > 0 {
		return false // it is a name
	}
	words := strings.Fields(e.name)
	for i := 2; i <= len(words)-2; i++ {
		first, second := c.unreported(e.branch, strings.Join(words[:i], " ")), c.unreported(e.branch, strings.Join(words[i:], " "))
		if first == nil || second == nil {
			continue
		}
		e.misnamed = true
		c.spoken[first.at(c.ids)], c.spoken[second.at(c.ids)] = true, true
		e.hold(problemJoined(e.at(c.ids), first.at(c.ids), second.at(c.ids)))
		return true
	}
	return false
}

// unreported is whom lists know under a name in a branch that reports nobody of it.
func (c *nameCheck) unreported(branch, name string) *person {
	if found := c.listed.bearing(branch, name); len(found) > 0 && len(c.reported.bearing(branch, name)) == 0 {
		return &c.listed.people[found[0]]
	}
	return nil
}
