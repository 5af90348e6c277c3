package campaign

import (
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// What the organization list and the office say of a collective, and what the rows of
// leaders say who belong to it, is one matter told in two places: how many they are,
// which unit they lead, whether one of them was disciplined. Where the two contradict
// each other it is asked, and the collective waits between the readings.

// fellow is somebody who is said to belong to a collective, by a row of the leaders.
type fellow struct {
	row  int
	cell evaluate.Origin // that names the collective
}

// fellows are those of one collective.
type fellows struct {
	of   int // row of the collective
	rows []fellow
	// How many they are at least, for one person may have several rows; and of these
	// how many are reported: a template may have named somebody who left.
	people, reported int
	// Those who sit on the committee of their branch and have no row among the leaders
	// for it, by the cells with their party posts; and how many of these are reported.
	seats         []evaluate.Origin
	seatsReported int
}

// checkFellows compares each collective with those who are said to belong to it. Where
// nobody is, its leaders are awaited with the report of its organization, and asked about
// once that was taken in.
func (a *assembly) checkFellows(pops map[evaluate.Kind]*evaluate.Population) {
	pop, leaders := pops[evaluate.Collective], pops[evaluate.Leader]
	if pop == nil || leaders == nil {
		return
	}
	all := fellowsOf(pop, leaders)
	a.addSeats(all, pops)
	for i, f := range all {
		if len(f.rows) == 0 {
			if len(f.seats) == 0 { // else it is told that these have no rows
				a.askFellows(pop, i)
			}
			continue
		}
		a.checkSize(pop, f)
		a.checkUnit(pops, f)
	}
}

// askFellows tells of a collective to which nobody is said to belong, though the workbook
// that names its leaders was taken in: a sheet left empty, or written before the list had it.
func (a *assembly) askFellows(pop *evaluate.Population, i int) {
	b := &a.tree.Collectives.List[i]
	org := a.orgOf(b.Org)
	if org < 0 {
		return
	}
	report := a.reportOf(bookKey{reporter(a.tree, org), b.Org})
	if report == nil {
		return
	}
	at := b.At
	if size, known := pop.Frame.Schema.Index(evaluate.FactBodySize); known && b.Size > 0 {
		at = pop.Frame.Origin(i, size)
	}
	p := problemNobodyListed(at, report.sheet(evaluate.Leader), b)
	p.Subject = pop.Subjects[i].ID
	if t := report.table(evaluate.Leader); t != nil && t.len() > 0 {
		p.Severity = evaluate.Note // of those whom it names some may belong here
	}
	a.tell(p)
}

// fellowsOf gathers by collective those who name it.
func fellowsOf(pop, leaders *evaluate.Population) []fellows {
	out := make([]fellows, len(pop.Subjects))
	persons, names := make([]map[string]bool, len(out)), make([]map[string]bool, len(out))
	cell := leadsTo(leaders.Frame.Schema, evaluate.OwnCollective)
	for row := range leaders.Subjects {
		who, name := leaders.Subjects[row].Person, foldedName(leaders.Frame, row)
		for _, c := range collectivesOf(&leaders.Subjects[row]) {
			f := &out[c]
			if f.of = c; persons[c] == nil {
				persons[c], names[c] = map[string]bool{}, map[string]bool{}
			}
			if !persons[c][who] && !names[c][name] {
				f.people++
				if !missed(&leaders.Subjects[row]) {
					f.reported++
				}
			}
			persons[c][who], names[c][name] = true, true
			f.rows = append(f.rows, fellow{row, leaders.Frame.Origin(row, cell)})
		}
	}
	return out
}

// addSeats adds to each committee those who sit on it as members alone; who bears the
// name of one of its leaders may be he.
func (a *assembly) addSeats(all []fellows, pops map[evaluate.Kind]*evaluate.Population) {
	if a.seated == nil {
		return
	}
	leaders, gone := pops[evaluate.Leader], map[string]bool{}
	for i := range pops[evaluate.Member].Subjects {
		if s := &pops[evaluate.Member].Subjects[i]; missed(s) {
			gone[s.ID] = true
		}
	}
	for row := range a.seated.Subjects {
		s, name := &a.seated.Subjects[row], foldedName(a.seated.Frame, row)
		for _, c := range collectivesOf(s) {
			f := &all[c]
			if slices.ContainsFunc(f.rows, func(r fellow) bool { return foldedName(leaders.Frame, r.row) == name }) {
				continue
			}
			f.seats = append(f.seats, s.Link(evaluate.OwnCollective).At)
			if !gone[s.ID] {
				f.seatsReported++
			}
		}
	}
}

// missed tells whether nobody reports a post that a template named.
func missed(s *evaluate.Subject) bool {
	return slices.ContainsFunc(s.Holds, func(h evaluate.Hold) bool { return h.Problem.Code == codeMissed })
}

// checkSize holds the number of members that the list states against those listed.
// Fewer may yet come in; more contradict it.
func (a *assembly) checkSize(pop *evaluate.Population, f fellows) {
	size, known := pop.Frame.Schema.Index(evaluate.FactBodySize)
	stated := a.tree.Collectives.List[f.of].Size
	if !known || stated == 0 {
		return
	}
	s, at := &pop.Subjects[f.of], pop.Frame.Origin(f.of, size)
	people, reported := f.people+len(f.seats), f.reported+f.seatsReported
	switch {
	case people < stated:
		p := problemFewerListed(at, stated, people, len(f.seats))
		p.Subject = s.ID
		a.problems = append(a.problems, p)
	case reported > stated:
		given, other := strconv.Itoa(stated), strconv.Itoa(reported)
		a.doubt(s, evaluate.Doubt{Fact: evaluate.FactBodySize, Given: given, Other: other, Problem: problemMoreListed(at, append(f.cells(), f.seats...), stated, reported, len(f.seats))},
			a.sets[evaluate.Collective].Distinguishes(evaluate.FactBodySize, given, other))
	}
}

func (f fellows) cells() (out []evaluate.Origin) {
	for _, r := range f.rows {
		out = append(out, r.cell)
	}
	return out
}

// doubt asks about a matter of a subject that can be read in two ways; where its rules
// do not tell the two apart it is told and keeps nobody.
func (a *assembly) doubt(s *evaluate.Subject, d evaluate.Doubt, matters bool) {
	d.Problem.Subject = s.ID
	if !matters {
		a.problems = append(a.problems, asideOnly(d.Problem))
		return
	}
	a.tell(d.Problem)
	s.Doubts = append(s.Doubts, d)
}

// checkUnit asks of a collective which unit it leads where the list denies what all its
// members say, or is silent and this binds a head.
func (a *assembly) checkUnit(pops map[evaluate.Kind]*evaluate.Population, f fellows) {
	i := slices.IndexFunc(a.ledOtherwise, func(x *ledUnit) bool { return x.body == f.of })
	if i < 0 || a.ledOtherwise[i].silent && !a.ledOtherwise[i].binds {
		return // of the collective itself a blank is no statement
	}
	x := a.ledOtherwise[i]
	p := a.problemLedUnit(x)
	if p.Subject = pops[evaluate.Collective].Subjects[f.of].ID; x.silent {
		a.tell(p)
		return
	}
	own, below := evaluate.Link{Relation: evaluate.OwnUnit, At: p.At}, evaluate.Link{Relation: evaluate.SubUnits, At: p.At}
	if x.unit >= 0 {
		own.Rows, below.Rows = []int{x.unit}, a.tree.Units.Attached(x.unit)
	}
	d := a.doubtOfLed(x)
	d.Links = []evaluate.Link{own, below}
	a.doubt(&pops[evaluate.Collective].Subjects[f.of], d,
		x.binds || a.asksOf(evaluate.Collective, evaluate.OwnUnit, evaluate.SubUnits))
}

// unitOf is the one unit that everybody of a collective who says anything of it names, by
// its position in the list, -1 where all of them say that it is none; with the cells, and
// how many people they are. Without cells they do not agree, or say nothing.
func (a *assembly) unitOf(leaders *evaluate.Population, f fellows) (unit int, cells []evaluate.Origin, people int) {
	unit = -1
	cell, names := leadsTo(leaders.Frame.Schema, evaluate.OwnUnit), map[string]bool{}
	for _, r := range f.rows {
		units, none, unsaid := a.bodiesNamed(leaders.Frame, r.row, evaluate.OwnUnit)
		named := -1
		if len(units) > 0 {
			named = units[0]
		}
		switch {
		case unsaid && len(units) == 0:
			continue
		case !none && len(units) != 1, len(cells) > 0 && named != unit:
			return -1, nil, 0
		}
		unit, cells = named, append(cells, leaders.Frame.Origin(r.row, cell))
		names[foldedName(leaders.Frame, r.row)] = true
	}
	return unit, cells, len(names)
}
