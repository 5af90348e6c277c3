package campaign

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What is recorded of a collective, an organization or a unit as the gravest among its
// people, and what the rows about them say of each, is one matter told in two places.
// Which facts record it, whose rows they speak of and what is a case of it the
// vocabulary says (evaluate.Gravest).

// recordRow is one row that a record speaks of, and what it says in the record's codes,
// "" where it says nothing for certain.
type recordRow struct {
	formRow
	of   *evaluate.RowsOf
	at   evaluate.Origin
	code string
}

// recordWalk holds records against rows.
type recordWalk struct {
	*assembly
	pops map[evaluate.Kind]*evaluate.Population
	// orgs are the rows of organizations by tree position; seats those on whose
	// committee each leader sits for certain; fellows those of each collective, leading
	// the collectives that lead each unit.
	orgs       map[int]int
	seats      map[int][]int
	fellows    []fellows
	leading    map[int][]int
	committees map[int][]int // by tree position, the committees there
	persons    map[string][]formRow
	seated     map[string]int // by id of the member: row of those who sit on a committee by it alone
}

func (a *assembly) recordWalk(pops map[evaluate.Kind]*evaluate.Population) *recordWalk {
	w := &recordWalk{assembly: a, pops: pops, orgs: map[int]int{}, seats: map[int][]int{}, seated: map[string]int{}}
	for row := 0; a.seated != nil && row < len(a.seated.Subjects); row++ {
		w.seated[a.seated.Subjects[row].ID] = row
	}
	if orgs := pops[evaluate.Organization]; orgs != nil {
		for row := range orgs.Subjects {
			s := &orgs.Subjects[row]
			w.orgs[s.Org] = row
			if l := s.Link(evaluate.Committee); l != nil {
				for _, leader := range l.Rows {
					w.seats[leader] = append(w.seats[leader], row)
				}
			}
		}
	}
	if bodies := pops[evaluate.Collective]; bodies != nil {
		w.fellows, w.leading = make([]fellows, len(bodies.Subjects)), map[int][]int{}
		w.committees = committeesOf(bodies)
		if pops[evaluate.Leader] != nil {
			w.fellows = fellowsOf(bodies, pops[evaluate.Leader])
		}
		a.addSeats(w.fellows, pops)
		for row := range bodies.Subjects {
			if unit := a.tree.Collectives.Superior(row); unit >= 0 {
				w.leading[unit] = append(w.leading[unit], row)
			}
		}
	}
	return w
}

// checkRecords asks about every record that a row is graver than, for then one of the
// two is wrong; and about one that is graver than every row, where all are listed.
func (a *assembly) checkRecords(pops map[evaluate.Kind]*evaluate.Population) {
	w := a.recordWalk(pops)
	for _, k := range sortedKinds(pops) {
		if pops[k] == nil || a.sets[k] == nil {
			continue
		}
		facts := pops[k].Frame.Schema.Facts
		for i := range facts {
			if facts[i].Gravest != nil {
				w.check(k, i)
			}
		}
	}
}

// check holds one fact of all subjects of a kind against the rows it speaks of.
func (w *recordWalk) check(k evaluate.Kind, fact int) {
	pop := w.pops[k]
	def := &pop.Frame.Schema.Facts[fact]
	rows := make([][]recordRow, len(pop.Subjects))
	for i := range def.Gravest.Of {
		of := &def.Gravest.Of[i]
		if w.pops[of.Kind] == nil {
			continue
		}
		for to, list := range w.rowsOf(k, def, of) {
			rows[to] = append(rows[to], list...)
		}
	}
	for to, list := range rows {
		switch given := codeOf(pop.Frame, to, def.ID); {
		case len(list) == 0:
		case given == "":
			w.compareBlank(formRow{k, to}, fact, list)
		default:
			w.compare(formRow{k, to}, fact, given, list)
		}
	}
}

// compareBlank asks about a record left blank, which the rules read as the vocabulary
// says, although a row says more. Where they look at the rows themselves, ask for no such
// record, or nothing is reported of the subject yet, a blank says nothing.
func (w *recordWalk) compareBlank(of formRow, fact int, rows []recordRow) {
	pop := w.pops[of.kind]
	def, at := &pop.Frame.Schema.Facts[fact], pop.Frame.Origin(of.row, fact)
	rows = slices.DeleteFunc(slices.Clone(rows), func(r recordRow) bool {
		return r.code == "" || def.Gravity(r.code) <= def.Gravity(def.Blank) || w.looksAt(of.kind, r.of.By)
	})
	if len(rows) == 0 || at.File == w.Folder.Label(w.Folder.OrgList()) {
		return
	}
	worst := slices.MaxFunc(rows, func(a, b recordRow) int { return cmp.Compare(def.Gravity(a.code), def.Gravity(b.code)) }).code
	if w.sets[of.kind].Distinguishes(def.ID, def.Blank, worst) {
		w.doubt(&pop.Subjects[of.row], evaluate.Doubt{Fact: def.ID, Other: worst, Problem: w.problem(of, fact, "", worst, rows)}, true)
	}
}

// looksAt tells whether the rules about a kind ask for those whose rows are found in a way.
func (w *recordWalk) looksAt(k evaluate.Kind, by evaluate.Relation) bool {
	switch by {
	case evaluate.OwnCollective:
		return w.asksOf(k, evaluate.Fellows)
	case evaluate.HomeOrg:
		return w.asksOf(k, evaluate.Members)
	case evaluate.Committee:
		return w.asksOf(k, evaluate.Committee)
	}
	return false
}

// compare holds what is recorded of one subject against its rows. A record graver than all rows is about somebody else unless all are there.
func (w *recordWalk) compare(of formRow, fact int, given string, rows []recordRow) {
	pop := w.pops[of.kind]
	def := &pop.Frame.Schema.Facts[fact]
	var said, worse []recordRow
	worst := ""
	for _, r := range rows {
		if r.code == "" {
			continue
		}
		said = append(said, r)
		if worst == "" || def.Gravity(r.code) > def.Gravity(worst) {
			worst = r.code
		}
		if def.Gravity(r.code) > def.Gravity(given) {
			worse = append(worse, r)
		}
	}
	d := evaluate.Doubt{Fact: def.ID, Given: given}
	switch {
	case len(worse) > 0:
		d.Problem = w.problem(of, fact, given, worst, worse)
		w.tooLight(of, d, worst, worse)
	case worst != "" && def.Gravity(worst) < def.Gravity(given) && !def.Gravest.Beyond && w.allSay(of, rows):
		d.Other, d.Problem = worst, w.problem(of, fact, given, worst, said)
		w.doubt(&pop.Subjects[of.row], d, w.sets[of.kind].Distinguishes(def.ID, given, worst))
	}
}

// rowsOf are the rows that a record of each subject speaks of.
func (w *recordWalk) rowsOf(k evaluate.Kind, def *evaluate.FactDef, of *evaluate.RowsOf) [][]recordRow {
	out, pop := make([][]recordRow, len(w.pops[k].Subjects)), w.pops[of.Kind]
	each, known := pop.Frame.Schema.Index(of.Fact)
	for row := 0; known && row < len(pop.Subjects); row++ {
		s := &pop.Subjects[row]
		if !slices.ContainsFunc(of.Among, func(t evaluate.CodeTest) bool {
			return s.About(t.Fact) || !t.Suits(pop.Frame.Schema, codeOf(pop.Frame, row, t.Fact))
		}) {
			for _, to := range w.leadTo(formRow{of.Kind, row}, of.By) {
				out[to] = append(out[to], recordRow{formRow{of.Kind, row}, of, pop.Frame.Origin(row, each), w.says(def, of, row, each)})
			}
		}
	}
	return out
}

// says is what a row says in the codes of the record. Of a case it says that there is
// none where nothing is said of it, and that there is one where that is certain.
func (w *recordWalk) says(def *evaluate.FactDef, of *evaluate.RowsOf, row, each int) string {
	frame := w.pops[of.Kind].Frame
	code := codeOf(frame, row, of.Fact)
	switch {
	case code == "" || def.Gravest.Case == "":
		return code
	case code == frame.Schema.Facts[each].Blank:
		return def.Blank
	}
	for _, t := range of.When {
		i, known := frame.Schema.Index(t.Fact)
		if !known || frame.Known(row, i).IsBlank() || !t.Suits(frame.Schema, frame.Data(i, frame.Known(row, i))) {
			return ""
		}
	}
	return def.Gravest.Case
}

// leadTo are the subjects whose record speaks of a row, by a way of finding it.
func (w *recordWalk) leadTo(r formRow, by evaluate.Relation) []int {
	s := &w.pops[r.kind].Subjects[r.row]
	switch by {
	case evaluate.HomeOrg:
		if row := w.orgRow(s.Org); row >= 0 {
			return []int{row}
		}
		return nil
	case evaluate.Committee:
		return w.seats[r.row]
	case evaluate.OwnCollective:
		if r.kind == evaluate.Member {
			_, bodies := w.seatOf(s.ID)
			return bodies
		}
	}
	if l := s.Link(by); l != nil {
		return l.Rows
	}
	return nil
}

// seatOf is the row of a member among those who sit on a committee without a row among the
// leaders for it, and which collectives these are; -1 for one who is not there.
func (w *recordWalk) seatOf(member string) (row int, bodies []int) {
	row, there := w.seated[member]
	if !there {
		return -1, nil
	}
	return row, collectivesOf(&w.assembly.seated.Subjects[row])
}

// orgRow is an organization's row, -1 for one that is not graded here.
func (w *recordWalk) orgRow(org int) int {
	if row, there := w.orgs[org]; there && org >= 0 {
		return row
	}
	return -1
}

// allSay tells whether everybody whom a record speaks of is listed by one way of finding
// the rows, and says something there.
func (w *recordWalk) allSay(of formRow, rows []recordRow) bool {
	return slices.ContainsFunc(evaluate.GravestBy(), func(by evaluate.Relation) bool {
		found := func(r recordRow) bool { return r.of.By == by }
		silent := func(r recordRow) bool { return r.of.By == by && r.code == "" }
		return slices.ContainsFunc(rows, found) && !slices.ContainsFunc(rows, silent) && w.listed(of.kind, by, of.row)
	})
}

// listed tells whether everybody a record of the subject speaks of is listed: a branch
// lists its members; of a collective, and of the unit it leads, the list of organizations
// says how many they are, and so of the one committee of an organization. Those who sit on
// a committee by their party posts alone are of the collective, and rows of the branch.
func (w *recordWalk) listed(k evaluate.Kind, by evaluate.Relation, row int) bool {
	size := func(body int) int { return w.tree.Collectives.List[body].Size }
	switch {
	case by == evaluate.HomeOrg:
		return true
	case by == evaluate.Committee:
		body, one := sole(w.committees[w.pops[k].Subjects[row].Org])
		return one && size(body) > 0 && w.fellows[body].people >= size(body)
	case k == evaluate.Collective && w.fellows != nil:
		f := &w.fellows[row]
		return size(row) > 0 && f.people+len(f.seats) >= size(row)
	case k == evaluate.Unit:
		return slices.ContainsFunc(w.leading[row], func(body int) bool { return size(body) > 0 && w.fellows[body].reported >= size(body) })
	}
	return false
}

// problem names the record and the rows that deny it.
func (w *recordWalk) problem(of formRow, fact int, given, worst string, rows []recordRow) evaluate.Problem {
	pop := w.pops[of.kind]
	var cells []evaluate.Origin
	for _, r := range rows {
		if !slices.Contains(cells, r.at) {
			cells = append(cells, r.at)
		}
	}
	at := pop.Frame.Origin(of.row, fact)
	if at.Cell == "" { // nobody whose record it is has a row for the subject
		return problemRecordMissing(cells, of.kind, pop.Subjects[of.row].ID, rows[0].of.Called, &pop.Frame.Schema.Facts[fact], worst)
	}
	return problemRecordDenied(at, cells, of.kind, rows[0].of.Called, &pop.Frame.Schema.Facts[fact], given, worst)
}
