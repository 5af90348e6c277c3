package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// One subject often stands in several workbooks: the post that a branch lists is in the
// sheet of its base committee too, and the office repeats it. Where two of them say
// different things the first stands. Words that only tell who or what is meant, and
// remarks, decide nothing, so their differing keeps nobody; two proposals are two places'
// words, between which a person decides; of any other fact the subject waits between what
// the two readings lead to.

// apartNames are cells of one sheet and fact that name or remark otherwise than another
// workbook does; they are told together.
type apartNames struct {
	heading   string
	at, other []evaluate.Origin
}

// apartLink is a cell that names others than another workbook does, until it is known
// who they are.
type apartLink struct {
	kind evaluate.Kind
	row  int
	rel  evaluate.Relation
	text string
	at   evaluate.Origin
	p    evaluate.Problem
}

// apart is about a fact that a subject has already and that another row gives otherwise:
// with that text, or that value as data.
func (a *assembly) apart(pop *evaluate.Population, to, fact int, other string, at evaluate.Origin) {
	def, s := &pop.Frame.Schema.Facts[fact], &pop.Subjects[to]
	given, stands := pop.Frame.Data(fact, pop.Frame.Value(to, fact)), pop.Frame.Origin(to, fact)
	if pop.Frame.AddRival(to, fact, other, at) {
		p := problemProposedApart(def.Heading, at, stands)
		p.Subject = s.ID
		a.tell(p)
		return
	}
	if def.Type != evaluate.TextFact {
		// Who is secretary heads the branch, whatever the rules ask of the post itself.
		matters := def.ID == factPartyPost || a.sets[def.Kind].Distinguishes(def.ID, given, other)
		s.Disputed = append(s.Disputed, def.ID)
		a.doubt(s, evaluate.Doubt{Matter: matterOf(formRow{def.Kind, to}, def.ID), Here: given, Answer: other, Fact: def.ID, Given: given, Other: other, Problem: problemApart(def.Heading, at, stands, matters)}, matters)
		return
	}
	given = pop.Frame.Text(to, fact)
	p := problemApart(def.Heading, at, stands, true)
	switch rel := def.LeadsTo; {
	case a.sameWords(def, given, other):
	case rel == evaluate.UnitsInCharge || rel == evaluate.Managed:
		a.apartLinks = append(a.apartLinks, apartLink{def.Kind, to, rel, other, at, p})
	case rel != "" || a.sets[def.Kind].Distinguishes(def.ID, given, other):
		s.Disputed = append(s.Disputed, def.ID)
		a.hold(s, p)
	default:
		a.noteNames(def, at, stands)
	}
}

// matterOf names the question what a fact of a subject is, by its row: a person's posts
// bear one id.
func matterOf(r formRow, fact evaluate.FactID) string {
	return fmt.Sprintf("%s %d %s", r.kind, r.row, fact)
}

// sameWords tells whether two texts of a fact mean the same, however they are written:
// codes in any order, names and titles in any case and with the tone mark on either letter.
func (a *assembly) sameWords(def *evaluate.FactDef, x, y string) bool {
	switch {
	case def.Role == evaluate.RoleBranchCode:
		return a.branchOf(x) == a.branchOf(y)
	case def.LeadsTo == "":
		return excel.Words(x) == excel.Words(y)
	}
	return slices.Equal(a.meant(def.LeadsTo, x), a.meant(def.LeadsTo, y))
}

// meant are the codes that a text names, in order; names that the list knows as codes.
func (a *assembly) meant(rel evaluate.Relation, text string) (out []string) {
	for _, code := range codesIn(text) {
		if r, listed := a.registers[rel]; listed {
			if i, ok := r.find(code); ok {
				code = strconv.Itoa(i)
			}
		}
		out = append(out, excel.Words(code))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// noteNames keeps a cell that names or remarks otherwise, to be told with its like.
func (a *assembly) noteNames(def *evaluate.FactDef, at, other evaluate.Origin) {
	if a.apartNames == nil {
		a.apartNames = map[string]*apartNames{}
	}
	key := at.File + "\x1f" + at.Sheet + "\x1f" + string(def.ID)
	if a.apartNames[key] == nil {
		a.apartNames[key] = &apartNames{heading: def.Heading}
	}
	n := a.apartNames[key]
	n.at, n.other = append(n.at, at), append(n.other, other)
}

// tellApartNames tells of the cells that name or remark otherwise, those of one column at
// once.
func (a *assembly) tellApartNames() {
	for _, key := range slices.Sorted(maps.Keys(a.apartNames)) {
		a.problems = append(a.problems, noteNamesApart(a.apartNames[key]))
	}
}

// doubtLinks lets those of a kind of whom two workbooks name others in their charge wait
// between the two, now that it can be followed whom they name.
func (a *assembly) doubtLinks(pop *evaluate.Population, k evaluate.Kind) {
	for _, l := range a.apartLinks {
		if l.kind == k {
			s := &pop.Subjects[l.row]
			other := evaluate.Link{Relation: l.rel, Rows: a.named(s, l.rel, codesIn(l.text), l.at), At: l.at}
			a.doubt(s, evaluate.Doubt{Problem: l.p, Links: []evaluate.Link{other}}, a.asksOf(k, l.rel))
		}
	}
}
