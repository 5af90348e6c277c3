package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// readFrom reads the workbooks that say who there is: last period's results or
// reports, the national roster, plain lists. None is taken in. Errors in files
// that were named refuse them all together, and each comes back marked; a faulty file that was only found in
// a folder is left out and told. What a person should see of the others is told
// too: warnings, files of no use here, people who stand twice, how cells were
// understood. What another period said of itself alone is left out.
func (c *Campaign) readFrom(paths []string) (from named, err error) {
	var refused []faultyFrom
	spec := excel.ReadSpec{Vocabulary: c.Library.Vocabulary, People: true, Facts: map[excel.BookKind]map[evaluate.Kind][]int{}}
	for book := range bookSuppliers() {
		spec.Facts[book] = map[evaluate.Kind][]int{}
		for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Staff} {
			if k == evaluate.Member || book != excel.RosterBook {
				spec.Facts[book][k] = lastingFacts(c.Library.Vocabulary.Schema(k))
			}
		}
	}
	var files []input // the order they are named in decides where two disagree
	for _, path := range paths {
		found, list, err := collect(c.Folder, []string{path}, nil)
		if err != nil {
			return named{}, err
		}
		for _, i := range list.ignored {
			from.told = append(from.told, i.Problems...)
		}
		for _, a := range list.whole {
			from.told = append(from.told, a.problems...)
		}
		files = append(files, found...)
	}
	for _, f := range files {
		if f.packed != nil {
			from.told = append(from.told, problemPacked(f.label))
			continue
		}
		spec.Label = f.label
		in, found := excel.Read(f.path, spec)
		found = excel.Gather(found)
		switch worst, any := evaluate.Worst(found); {
		case any && worst == evaluate.Error && f.named:
			refused = append(refused, faultyFrom{f, found})
			continue
		case any && worst == evaluate.Error:
			from.told = append(append(from.told, problemLeftOut(f.label)), found...)
			continue
		}
		if !f.named { // a folder holds many that tell of nobody
			found = slices.DeleteFunc(found, func(p evaluate.Problem) bool { return p.Code == "X160" && p.Severity == evaluate.Note })
		}
		from.told = append(from.told, found...)
		if in != nil {
			k := keptOf(spec.Label, in, found, c.now())
			if p := k.Receipt.Period; p != "" && p != c.terms.period.String() {
				k.dropPassing(c.Library.Vocabulary)
			}
			from.books = append(from.books, k)
			from.called.add(in.Called)
		}
	}
	if err := c.refuseFrom(refused); err != nil {
		return named{}, err
	}
	return from, nil
}

// named is what the workbooks named for templates tell: whom they know, what a person
// should see of them, and which names the places had that they know by code.
type named struct {
	books  []*kept
	told   []evaluate.Problem
	called formerNames
}

// lastingFacts are who somebody is and what stays true of him from one period to
// the next.
func lastingFacts(s *evaluate.Schema) []int {
	var out []int
	for i := range s.Facts {
		if s.Facts[i].Identity || s.Facts[i].Lasting {
			out = append(out, i)
		}
	}
	return out
}

// dropPassing forgets the values that speak of their own period alone.
func (k *kept) dropPassing(v *evaluate.Vocabulary) {
	for i := range k.Tables {
		t := &k.Tables[i]
		schema := v.Schema(t.Kind)
		for j := range t.Columns {
			c := &t.Columns[j]
			at, known := schema.Index(c.Fact)
			if !known || c.Type != evaluate.ChoiceFact {
				continue
			}
			for row := range c.Given {
				choice, still := schema.Facts[at].CodeIndex(c.code(row))
				c.Given[row] = c.Given[row] && !(still && schema.Facts[at].Choices[choice].Passing)
			}
		}
	}
}

// addFrom adds whom the named workbooks know: somebody known already gets what
// was still open of him, everybody else joins his branch, unless the branch has
// reported or a roster says that he has left.
func (m *templateMaker) addFrom(books []*kept, reported map[string]bool) error {
	schema, known := m.Library.Vocabulary.Schema(evaluate.Member), m.known[evaluate.Member]
	ids, d := identityOf(schema), newDirectory(nil)
	m.fromRow, m.fromBook = nil, nil // go with the directory
	// The result workbooks of one campaign show one person under one id, however little
	// is known of him.
	shown := map[string]int{}
	differ := sourcesApart{by: map[*kept]*against{}, maybe: map[*kept][]contrary{}, days: lastingDays(schema), ids: ids}
	for _, k := range books {
		t := k.table(evaluate.Member)
		if t == nil {
			continue
		}
		tied, lost := bind(t, schema)
		if tied == nil {
			return refuse([]evaluate.Problem{problemStale(k.Receipt.Path, lost)})
		}
		tied.into(known.frame)
		var nowhere unknownPlaces
		own, claimed, strange := newDirectory(nil), map[int]bool{}, []person(nil)
		for row := range t.len() {
			p := tied.personAt(row, ids, m.branchOf, k.Receipt.Org)
			p.branch = m.branchNow(p.branch)
			own.add(p)
		}
		for row, p := range own.people {
			if _, in := m.tree.Index(p.branch); !in {
				nowhere.add(p.branch, p)
				continue
			}
			if reported[p.branch] || m.hasLeft(p) {
				continue
			}
			id := t.subject(row)
			found, _ := d.findAmong(p, own, differ.days)
			sure := found.sure
			if at, met := shown[id]; sure < 0 && met && id != "" {
				sure = at
			}
			if sure >= 0 {
				shown[id], claimed[sure] = sure, true
				if q := &d.people[sure]; q.branch != p.branch {
					m.twice.add(placing{here: q.branch, there: p.branch, earlier: m.isEarlier(k) || m.isEarlier(m.fromBook[sure])}, q.at(ids), p.at(ids))
				}
				differ.compare(m.fromBook[sure], d.people[sure], p)
				tied.overlay(row, m.fromRow[sure], func(int) bool { return true }, func(int) {})
				continue
			}
			shown[id] = len(d.people)
			strange = append(strange, p)
			d.add(p)
			m.fromRow, m.fromBook = append(m.fromRow, tied.append(row)), append(m.fromBook, k)
			if i := schema.ByRole(evaluate.RoleBranchCode); i >= 0 {
				known.frame.SetText(known.frame.Len()-1, i, p.branch)
			}
			known.orgs = append(known.orgs, p.branch)
		}
		for _, p := range strange {
			for _, i := range d.perhapsNamed(p, differ.days) {
				if d.people[i].in.table != t && !claimed[i] {
					differ.doubt(m.fromBook[i], d.people[i], p)
					m.doubled++
					break
				}
			}
		}
		m.tellStrangers(&nowhere, ids)
	}
	m.warnings = append(m.warnings, differ.problems()...)
	return nil
}

// unknownPlaces are people in places that the list does not have, by place, in the
// order they are met.
type unknownPlaces struct {
	places []string
	who    map[string][]person
}

func (s *unknownPlaces) add(place string, p person) {
	if s.who == nil {
		s.who = map[string][]person{}
	}
	if s.who[place] == nil {
		s.places = append(s.places, place)
	}
	s.who[place] = append(s.who[place], p)
}

// cellsOf are where the people of a place stand.
func (s *unknownPlaces) cellsOf(place string, ids identityFacts) (at []evaluate.Origin) {
	for i := range s.who[place] {
		at = append(at, s.who[place][i].at(ids))
	}
	return at
}

// tellStrangers tells of people in branches that nobody knows, once for each branch.
func (m *templateMaker) tellStrangers(s *unknownPlaces, ids identityFacts) {
	for _, branch := range s.places {
		s.who[branch] = slices.DeleteFunc(s.who[branch], func(p person) bool { // a roster taken in and named
			met := m.nowhere[p.at(ids)]
			m.nowhere[p.at(ids)] = true
			return met
		})
		if len(s.who[branch]) == 0 {
			continue
		}
		m.lose(s.who[branch])
		m.warnings = append(m.warnings, problemNoSuchBranch(s.cellsOf(branch, ids), branch, m.bears(branch), len(m.followers(branch)) > 1))
	}
}

// lose counts people who stand in no template, each once in however many workbooks and
// roles he is told of.
func (m *templateMaker) lose(people []person) {
	for _, p := range people {
		found := m.lost.find(p)
		if found.sure >= 0 || found.same || slices.ContainsFunc(found.maybe, func(i int) bool { return m.lost.people[i].in.table != p.in.table }) {
			continue
		}
		m.lost.add(p)
	}
}
