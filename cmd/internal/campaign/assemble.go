package campaign

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// assembly puts kept files together into what Grade needs.
type assembly struct {
	*Campaign
	tree       *evaluate.Tree
	books      []*kept
	prefilled  []*kept // whom the templates named
	names      names
	orgsByName map[string][]int    // folded name → tree positions of those that bear it
	after      map[string][]string // what followed organizations, see followed
	// formerCodes are the codes written for former bearers of codes, with these.
	formerCodes map[string]string
	sets        map[evaluate.Kind]*evaluate.RuleSet
	ungraded    map[evaluate.Kind]bool // kinds without a set in force
	// registers find the units and collectives that a relation's cells name;
	// directories the people of a kind, by population row.
	registers   map[evaluate.Relation]register
	formerly    formerNames
	directories map[evaluate.Kind]*directory
	memberIDs   []string
	left        *leavers            // set by members
	asksEnded   map[string]bool     // files of branches that are no more, whose people are asked about
	listedLeft  goneSaid            // whom rosters list as gone, set by members
	byNumber    map[string][]person // see numbered
	problems    []evaluate.Problem
	seated      *evaluate.Population // who sits on a committee without a row among the leaders for it
	// ledOtherwise are the collectives that perhaps lead another unit than the list says.
	ledOtherwise []*ledUnit
	awaited      map[evaluate.Origin]bool              // rows about people whose branch has not reported yet
	moved        map[evaluate.Origin]*evaluate.Problem // rows of sheets most of whose names stand beside others' numbers
	told         map[string]int                        // matters between rows → position among the problems
	apartNames   map[string]*apartNames                // by sheet and fact
	apartLinks   []apartLink
	headsOfOne   []headsOfOne
	// taken is when the workbook was taken in whose line decides a subject, by
	// population row.
	taken map[evaluate.Kind]map[int]time.Time
	// again puts the same together once more, for grading changes what it reads.
	again func() (*assembly, error)
}

// Inputs puts together everything that was taken in. Problems are matters
// between files; they hold the subjects they name.
func (c *Campaign) Inputs() (*evaluate.Inputs, []evaluate.Problem, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, nil, err
	}
	return a.inputs()
}

func (a *assembly) inputs() (in *evaluate.Inputs, ps []evaluate.Problem, err error) {
	in = &evaluate.Inputs{Period: a.terms.period, Reference: a.terms.reference, Tree: a.tree, Ungraded: a.ungraded}
	if in.Populations, in.Above, err = a.populations(); err != nil {
		return nil, nil, err
	}
	if in.Lifting, err = a.lifting(); err != nil {
		return nil, nil, err
	}
	in.Seated = a.seated
	a.askSoles(in.Populations[evaluate.Member])
	for _, k := range sortedKinds(in.Populations) {
		if err := a.decisions(k, in.Populations[k]); err != nil {
			return nil, nil, err
		}
		a.doubtfulBases(k, in.Populations[k])
	}
	a.tellHeadsOfOne(in.Populations[evaluate.Leader])
	return in, evaluate.SortProblems(a.problems), nil
}

// populations builds the subjects of every kind that is graded, and ties them to
// each other.
func (a *assembly) populations() (pops map[evaluate.Kind]*evaluate.Population, above *evaluate.Population, err error) {
	pops = map[evaluate.Kind]*evaluate.Population{}
	for _, k := range graded(a.sets) {
		switch k {
		case evaluate.Member:
			pops[k], err = a.members()
		case evaluate.Leader, evaluate.Staff:
			pops[k], err = a.people(k)
		default:
			var office []placeRow
			if pops[k], office, err = a.listed(k); k == evaluate.Organization {
				above = a.above(office)
				a.unaskedUplifts(pops[k], above)
			}
		}
		if err != nil {
			return nil, nil, err
		}
	}
	a.shareForms(pops)
	a.askHomes(pops)
	a.linkPosts(pops, evaluate.Leader)
	a.linkBodies(pops)
	a.doubtTypes(pops)
	a.doubtHeads(pops)
	a.linkHeaded(pops)
	a.tellSeats(pops)
	a.seated = a.seatMembers(pops)
	a.askSeats(pops)
	a.checkFellows(pops)
	a.linkCommittees(pops)
	a.checkRecords(pops)
	a.linkPosts(pops, evaluate.Staff)
	a.linkStaff(pops, a.askWho(pops))
	a.tellApartNames()
	return pops, above, nil
}

func (c *Campaign) assemble() (*assembly, error) { return c.assembleWith(nil) }

// assembleWith is assemble as if the given books had been taken in.
func (c *Campaign) assembleWith(would []*kept) (*assembly, error) {
	// A period that no set covers is said before anything about the list.
	if _, err := c.sets(nil); err != nil {
		return nil, err
	}
	tree, told, err := c.list()
	if err != nil {
		return nil, err
	}
	key, err := c.Folder.key()
	if err != nil {
		return nil, err
	}
	sets, err := c.sets(tree)
	if err != nil {
		return nil, err
	}
	a := newAssembly(c, tree, sets, key)
	a.problems = told
	a.again = func() (*assembly, error) { return c.assembleWith(would) }
	files, err := c.Folder.keptFiles()
	if err != nil {
		return nil, err
	}
	if a.books, err = c.readAll(files); err != nil {
		return nil, err
	}
	for _, k := range would {
		a.books = slices.DeleteFunc(a.books, func(b *kept) bool { return b.Receipt.key() == k.Receipt.key() })
		a.books = append(a.books, k)
	}
	tellReportsApart(a.books)
	if a.prefilled, err = c.readPrefilled(); err != nil {
		return nil, err
	}
	a.remember(c.calledIn(tree, a.prefilled, a.books))
	a.setFormersApart(slices.Concat(a.prefilled, a.books))
	for _, books := range [][]*kept{a.books, a.prefilled} {
		slices.SortStableFunc(books, func(x, y *kept) int {
			return cmp.Or(cmp.Compare(a.position(x.Receipt.Org), a.position(y.Receipt.Org)),
				compareStrings(x.Receipt.Org, y.Receipt.Org, string(x.Receipt.Kind), string(y.Receipt.Kind), x.Receipt.Digest, y.Receipt.Digest))
		})
	}
	a.hearRosters()
	return a, nil
}

func newAssembly(c *Campaign, tree *evaluate.Tree, sets map[evaluate.Kind]*evaluate.RuleSet, key []byte) *assembly {
	a := &assembly{Campaign: c, tree: tree, sets: sets, ungraded: c.ungraded(), names: names{key: key, used: map[string]int{}}, orgsByName: map[string][]int{},
		directories: map[evaluate.Kind]*directory{}, formerCodes: map[string]string{}, asksEnded: map[string]bool{}, awaited: map[evaluate.Origin]bool{}, moved: map[evaluate.Origin]*evaluate.Problem{}, taken: map[evaluate.Kind]map[int]time.Time{}}
	for i, o := range tree.Orgs {
		name := excel.Words(o.Name)
		a.orgsByName[name] = append(a.orgsByName[name], i)
	}
	a.registerPlaces()
	return a
}

// position orders organizations as the list does, unknown ones last.
func (a *assembly) position(code string) int {
	if i, ok := a.tree.Index(code); ok {
		return i
	}
	return a.tree.Len()
}

func (a *assembly) orgOf(code string) int { return orgIn(a.tree, code) }

// orgIn is an organization's position in the tree, -1 for one that is not there.
func orgIn(t *evaluate.Tree, code string) int {
	if i, ok := t.Index(code); ok {
		return i
	}
	return -1
}

// followers are the organizations of the list that name another as the one they
// were merged or renamed from, by its code or its name.
func (a *assembly) followers(gone string) []string { return a.after[excel.Words(gone)] }

// branchNow is where the people of a branch are now: the branch itself while it
// is on the list, else the only one that follows it. A branch that was divided
// stays as it is written: who went where nobody can say.
func (a *assembly) branchNow(branch string) string {
	if a.orgOf(branch) >= 0 {
		return branch
	}
	if codes := a.followers(branch); len(codes) == 1 {
		return codes[0]
	}
	return branch
}

// bound is a workbook's table of one kind tied to the vocabulary.
type bound struct {
	*binding
	book *kept
}

// bind ties the tables of a kind, in the order of the tree. Tables the
// vocabulary has outgrown are refused together.
func (a *assembly) bind(kind evaluate.Kind, schema *evaluate.Schema, books ...excel.BookKind) ([]bound, error) {
	return a.bindTables(schema, func(k *kept) []*table {
		if t := k.table(kind); t != nil && slices.Contains(books, k.Receipt.Kind) {
			return []*table{t}
		}
		return nil
	})
}

// bindDecisions ties what result workbooks say of a kind in their lists, or on
// their review sheets.
func (a *assembly) bindDecisions(kind evaluate.Kind, schema *evaluate.Schema, review bool) ([]bound, error) {
	return a.bindTables(schema, func(k *kept) []*table { return k.decisions(kind, review) })
}

func (a *assembly) bindTables(schema *evaluate.Schema, of func(*kept) []*table) ([]bound, error) {
	var out []bound
	var stale []evaluate.Problem
	for _, k := range a.books {
		for _, t := range of(k) {
			b, lost := bind(t, schema)
			if b == nil {
				stale = append(stale, problemStale(k.Receipt.Path, lost))
				continue
			}
			out = append(out, bound{b, k})
		}
	}
	return out, refuse(stale)
}

// on among a frame's sheets, with the column of every fact it supplies.
func (a *assembly) treeSource(f *evaluate.Frame, places []place) int32 {
	s := evaluate.SourceSheet{File: a.Folder.Label(a.Folder.OrgList()), Columns: make([]int32, len(f.Schema.Facts))}
	if len(places) == 0 {
		return f.AddSource(s)
	}
	s.Sheet = places[0].at.Sheet
	for i := range f.Schema.Facts {
		s.Columns[i] = listColumn(&f.Schema.Facts[i], places[0].columns)
	}
	return f.AddSource(s)
}

// listColumn is the column of the organization list that says a fact, 0 for what
// the list does not know.
func listColumn(d *evaluate.FactDef, c evaluate.ListColumns) int32 {
	switch {
	case d.Role == evaluate.RoleBranchCode:
		return c.Code
	case d.Role == evaluate.RoleName:
		return c.Name
	}
	switch d.ID {
	case evaluate.FactOrgLevel:
		return c.Level
	case evaluate.FactFoundedOn:
		return c.Founded
	case evaluate.FactPredecessor:
		return c.Predecessors
	case evaluate.FactBodySize:
		return c.Size
	}
	return 0
}

// columnOfCell is the 1-based column of a cell name such as B12.
func columnOfCell(cell string) int32 {
	n := int32(0)
	for _, c := range cell {
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + c - 'A' + 1
	}
	return n
}

// rowOf is the workbook row of a cell name such as B12.
func rowOf(cell string) int32 {
	i := 0
	for i < len(cell) && (cell[i] < '0' || cell[i] > '9') {
		i++
	}
	n, err := strconv.ParseInt(cell[i:], 10, 32)
	if err != nil {
		return 0
	}
	return int32(n)
}
