package campaign

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// readFrom reads the workbooks that say who there is: last period's results or
// reports, the national roster, plain lists. None is taken in. Errors in files
// that were named refuse them all together, and each comes back marked; a faulty file that was only found in
// a folder is left out and told. What a person should see of the others is told
// too: warnings, files of no use here, people who stand twice, how cells were
// understood. What another period said of itself alone is left out. Of the workbooks of one
// folder those of committees and offices come last, whatever their names.
func (c *Campaign) readFrom(a *assembly, paths []string) (from named, err error) {
	var refused []faultyFrom
	spec := excel.ReadSpec{Vocabulary: c.Library.Vocabulary, People: true, Places: a.placesNamed, IsName: a.isName, Facts: map[excel.BookKind]map[evaluate.Kind][]int{}}
	for book := range bookSuppliers() {
		spec.Facts[book] = map[evaluate.Kind][]int{}
		for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Staff} {
			if k == evaluate.Member || book != excel.RosterBook {
				spec.Facts[book][k] = lastingFacts(c.Library.Vocabulary.Schema(k))
			}
		}
	}
	var files []input        // the order they are named in decides where two disagree
	turn := map[string]int{} // by label
	for i, path := range paths {
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
		for _, f := range found {
			if _, met := turn[f.label]; !met {
				turn[f.label] = i
			}
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
		found = excel.Gather(found, nil)
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
			k.Receipt.Called.add(in.Called)
			from.books = append(from.books, k)
			from.called.add(in.Called)
		}
	}
	rank := func(k *kept) int {
		if k.listsOthers() {
			return 2*turn[k.Receipt.Path] + 1
		}
		return 2 * turn[k.Receipt.Path]
	}
	slices.SortStableFunc(from.books, func(a, b *kept) int { return cmp.Compare(rank(a), rank(b)) })
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
	back   func(namedList) bool // which workbooks named before are taken back

	copies    []*kept // of the books, as they were read
	before    []*kept // what is kept of those named in earlier runs, the last first
	withdrawn []*kept // and of those that are taken back
}

// listsOthers tells whether a workbook is one of ours in which a committee or an office says
// what it holds of the members of branches: who is still there the branches say.
func (k *kept) listsOthers() bool {
	r := &k.Receipt
	return r.Period != "" && (r.Kind == excel.BaseBook || r.Kind == excel.OfficeBook)
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
		for j := range t.columns {
			c := &t.columns[j]
			at, known := schema.Index(c.Fact)
			if !known || c.Type != evaluate.ChoiceFact {
				continue
			}
			for row := range t.len() {
				choice, still := schema.Facts[at].CodeIndex(c.code(row))
				if still && schema.Facts[at].Choices[choice].Passing {
					c.clear(row)
				}
			}
		}
	}
}

// unknownPlaces are people in places that the list does not have, by place, in the
// order they are met.
type unknownPlaces struct {
	places []string
	who    map[string][]person
	hidden bool // the column that names them is: the names are told
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

// problems tells of each place and its people.
func (s *unknownPlaces) problems(ids identityFacts, as func(at []evaluate.Origin, place string) evaluate.Problem) (out []evaluate.Problem) {
	for _, place := range s.places {
		out = append(out, as(s.placesOf(place, ids), place))
	}
	return out
}

// cellsOf are where the people of a place stand.
func (s *unknownPlaces) cellsOf(place string, ids identityFacts) (at []evaluate.Origin) {
	for i := range s.who[place] {
		at = append(at, s.who[place][i].at(ids))
	}
	return at
}

// placesOf are where their rows name it.
func (s *unknownPlaces) placesOf(place string, ids identityFacts) (at []evaluate.Origin) {
	if s.hidden {
		return s.cellsOf(place, ids)
	}
	for _, p := range s.who[place] {
		at = append(at, p.in.table.origin(p.row, ids.branch))
	}
	return at
}

// standsIn is the branch in whose template a row's person stands: the one it names or, where
// the list does not have that, or several of the name, the one in which another source has
// him. A roster may bear old names long after last period's results know him by a code.
func (m *templateMaker) standsIn(p person) string {
	branch := m.branchNow(p.branch)
	if m.orgOf(branch) >= 0 {
		return branch
	}
	if m.placed == nil {
		m.placed = m.placedRows()
	}
	if found := m.placed.indexes(p); len(found) > 0 {
		return m.placed.rows[slices.Min(found)].branch
	}
	return branch
}

// placedRows are the rows of all sources that name a branch of the list, in the order in
// which they are followed.
func (m *templateMaker) placedRows() *knownRows {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	var rows []knownRow
	for _, k := range slices.Concat(m.books, m.named, m.prefilled) {
		t := k.table(evaluate.Member)
		if t == nil {
			continue
		}
		tied, _ := bind(t, schema)
		for row := range t.len() {
			if tied == nil {
				break
			}
			p := tied.personAt(row, ids, m.branchOf, k.Receipt.Org)
			if p.branch = m.branchNow(p.branch); m.orgOf(p.branch) >= 0 {
				rows = append(rows, knownRow{person: p})
			}
		}
	}
	return newKnownRows(rows)
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
		at, divided := s.placesOf(branch, ids), len(m.followers(branch)) > 1
		if own := m.hasReported(bookKey{excel.BranchBook, branch}) || m.wasSent(branch); own && !divided {
			m.warnings = append(m.warnings, problemStruckOff(at, branch))
			continue
		}
		m.warnings = append(m.warnings, problemNoSuchBranch(at, branch, m.bears(branch), divided))
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
