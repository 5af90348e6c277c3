package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// codesIn splits a cell that names several: codes or numbers between semicolons
// or on lines of their own. A word for "none" gives an empty list; a blank cell
// gives nil.
func codesIn(text string) []string {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	out := []string{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		if part != "" && !excel.SaysNone(part) {
			out = append(out, part)
		}
	}
	return out
}

// linkBodies says which units stand under each unit, and which unit each collective
// leads, as the organization list has it; the rows of leaders are linked before.
func (a *assembly) linkBodies(pops map[evaluate.Kind]*evaluate.Population) {
	if pop := pops[evaluate.Unit]; pop != nil {
		for i := range pop.Subjects {
			link(&pop.Subjects[i], evaluate.SubUnits, a.tree.Units.Attached(i), a.tree.Units.List[i].At)
		}
	}
	pop := pops[evaluate.Collective]
	if pop == nil {
		return
	}
	noUnit := a.leadNoUnit(pops)
	for i := range pop.Subjects {
		s, at := &pop.Subjects[i], a.tree.Collectives.List[i].At
		unit := a.tree.Collectives.Superior(i)
		if unit < 0 {
			// The leadership of an agency has one, unless somebody says that it has none:
			// which, the list leaves open.
			if noUnit[i] || codeOf(pop.Frame, i, factCollectiveType) != collectiveOfAgency {
				link(s, evaluate.OwnUnit, nil, at)
			}
			link(s, evaluate.SubUnits, nil, at)
			continue
		}
		link(s, evaluate.OwnUnit, []int{unit}, at)
		link(s, evaluate.SubUnits, a.tree.Units.Attached(unit), at)
	}
}

// codeOf is the code of a choice, "" for none.
func codeOf(f *evaluate.Frame, row int, id evaluate.FactID) string {
	i, known := f.Schema.Index(id)
	if !known || f.Value(row, i).IsBlank() {
		return ""
	}
	return f.Schema.Facts[i].Choices[f.Value(row, i).Choice()].Code
}

// linkCommittees says which leaders sit on each organization's committee: those
// who name one of its collectives that is a committee, perhaps those of one that may be.
func (a *assembly) linkCommittees(pops map[evaluate.Kind]*evaluate.Population) {
	orgs, bodies, leaders := pops[evaluate.Organization], pops[evaluate.Collective], pops[evaluate.Leader]
	if orgs == nil || bodies == nil || leaders == nil {
		return
	}
	seats, perhaps := map[int][]int{}, map[int][]int{} // organization by tree position → leaders
	for row := range leaders.Subjects {
		for _, body := range collectivesOf(&leaders.Subjects[row]) {
			switch org := bodies.Subjects[body].Org; {
			case bodies.Subjects[body].About(factCollectiveType):
				perhaps[org] = append(perhaps[org], row)
			case typeOf(bodies, body) == collectiveOfParty:
				seats[org] = append(seats[org], row)
			}
		}
	}
	for i := range orgs.Subjects {
		s := &orgs.Subjects[i]
		s.Links = append(s.Links, evaluate.Link{Relation: evaluate.Committee, Rows: seats[s.Org], Perhaps: beyond(perhaps[s.Org], seats[s.Org])})
	}
}

// collectivesOf are the collectives that a leader is said to belong to.
func collectivesOf(leader *evaluate.Subject) []int {
	if l := leader.Link(evaluate.OwnCollective); l != nil {
		return l.Rows
	}
	return nil
}

// beyond are the rows that are not among others.
func beyond(rows, others []int) (out []int) {
	for _, row := range rows {
		if !slices.Contains(others, row) && !slices.Contains(out, row) {
			out = append(out, row)
		}
	}
	return out
}

func link(s *evaluate.Subject, rel evaluate.Relation, rows []int, at evaluate.Origin) {
	s.Links = append(s.Links, evaluate.Link{Relation: rel, Rows: rows, At: at})
}

// linkPosts follows what the rows of leaders and officials name: their collective
// and unit, the units in their charge, the people under them.
func (a *assembly) linkPosts(pops map[evaluate.Kind]*evaluate.Population, of evaluate.Kind) {
	pop := pops[of]
	if pop == nil {
		return
	}
	schema := pop.Frame.Schema
	for fact := range schema.Facts {
		rel := schema.Facts[fact].LeadsTo
		if rel == "" {
			continue
		}
		// That there is nobody holds whether or not that kind is graded here; and that
		// it is graded by nobody must be known of those who are named.
		k := evaluate.RelationKind(rel)
		follow := pops[k] != nil || a.ungraded[k] && a.registers[rel].at != nil
		var spelled []evaluate.Origin
		for row := range pop.Subjects {
			if codes := codesIn(pop.Frame.Text(row, fact)); codes != nil && (follow || len(codes) == 0) {
				at := pop.Frame.Origin(row, fact)
				each := a.byComma(rel, codes)
				rows := a.named(&pop.Subjects[row], rel, codes, at)
				link(&pop.Subjects[row], rel, rows, at)
				if a.spelledOtherwise(rel, each, rows) || len(each) > len(codes) && len(rows) == len(each) {
					spelled = append(spelled, at)
				}
			}
		}
		a.problems = append(a.problems, notesSpelled(schema.Facts[fact].Heading, spelled)...)
	}
	a.doubtLinks(pop, of)
}

// spelledOtherwise tells whether one of the codes was understood though the list writes it
// otherwise.
func (a *assembly) spelledOtherwise(rel evaluate.Relation, codes []string, rows []int) bool {
	r, known := a.registers[rel]
	return known && slices.ContainsFunc(codes, func(code string) bool {
		return slices.ContainsFunc(rows, func(i int) bool { return r.spelled(code, i) })
	})
}

// named finds the subjects that codes or numbers name. One that is not known is a
// question that holds whoever named it.
func (a *assembly) named(s *evaluate.Subject, rel evaluate.Relation, codes []string, at evaluate.Origin) []int {
	var out []int
	each := a.byComma(rel, codes)
	for _, code := range each {
		switch i, ok := a.findNamed(rel, code); {
		case !ok:
			a.hold(s, problemUnknownNamed(at, code, a.registers[rel].likely(code), a.registers[rel].followers(code), len(each) > len(codes)))
		case !slices.Contains(out, i):
			out = append(out, i)
		}
	}
	return out
}

// findNamed is the subject that a code or number names.
func (a *assembly) findNamed(rel evaluate.Relation, code string) (int, bool) {
	if kind := evaluate.RelationKind(rel); kind == evaluate.Staff {
		m := a.directories[kind].find(person{identity: digits(code), card: excel.FoldCard(code)})
		return m.sure, m.sure >= 0
	}
	return a.registers[rel].find(code)
}

// byComma takes apart what commas part where nothing is called so as a whole, one of the
// parts is in the list, and no code there has a comma.
func (a *assembly) byComma(rel evaluate.Relation, codes []string) (out []string) {
	comma := func(s string) bool { return strings.Contains(s, ",") }
	listed := func(code string) bool { _, ok := a.findNamed(rel, code); return ok }
	for _, code := range codes {
		var parts []string
		for _, part := range strings.Split(code, ",") {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
		if !comma(code) || listed(code) || !slices.ContainsFunc(parts, listed) || slices.ContainsFunc(a.registers[rel].codes, comma) {
			parts = []string{code}
		}
		out = append(out, parts...)
	}
	return out
}

// linkStaff ties members and leaders to the same person among the officials, and to
// those who may be he. Whoever is not among them has the grade that was entered, if
// any.
func (a *assembly) linkStaff(pops map[evaluate.Kind]*evaluate.Population, unsure map[formRow][]int) {
	staff := a.directories[evaluate.Staff]
	if pops[evaluate.Staff] == nil || staff == nil {
		return
	}
	officials := map[string]int{} // by person
	for row := range pops[evaluate.Staff].Subjects {
		officials[pops[evaluate.Staff].Subjects[row].Person] = row
	}
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
		pop, people := pops[k], a.directories[k]
		if pop == nil || people == nil {
			continue
		}
		for row := range pop.Subjects {
			s, who := &pop.Subjects[row], &people.people[row]
			l := evaluate.Link{Relation: evaluate.AsStaff, At: who.in.table.origin(who.row, "")}
			if m := staff.find(*who); m.sure >= 0 {
				l.Rows = []int{m.sure}
			} else if i, known := officials[s.Person]; known {
				l.Rows = []int{i}
			} else if l.Perhaps = unsure[formRow{k, row}]; l.Perhaps == nil {
				continue
			}
			s.Links = append(s.Links, l)
		}
	}
}
