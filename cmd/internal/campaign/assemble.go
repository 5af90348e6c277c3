package campaign

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// assembly puts kept files together into what Grade needs.
type assembly struct {
	*Campaign
	tree      *evaluate.Tree
	books     []*kept
	names     names
	orgByName map[string]string // folded name → code, "" when several bear it
	problems  []evaluate.Problem
}

// Inputs puts together everything that was taken in. Problems are matters
// between files; they hold the subjects they name.
func (c *Campaign) Inputs() (*evaluate.Inputs, []evaluate.Problem, error) {
	a, err := c.assemble()
	if err != nil {
		return nil, nil, err
	}
	in := &evaluate.Inputs{Period: c.terms.period, Reference: c.terms.reference, Tree: a.tree}
	in.Populations = map[evaluate.Kind]*evaluate.Population{}
	if in.Populations[evaluate.Member], err = a.members(); err != nil {
		return nil, nil, err
	}
	if in.Populations[evaluate.Organization], in.Above, err = a.organizations(); err != nil {
		return nil, nil, err
	}
	return in, evaluate.SortProblems(a.problems), nil
}

func (c *Campaign) assemble() (*assembly, error) {
	tree, err := c.tree()
	if err != nil {
		return nil, err
	}
	key, err := c.Folder.key()
	if err != nil {
		return nil, err
	}
	a := &assembly{Campaign: c, tree: tree, names: names{key: key, used: map[string]int{}}, orgByName: map[string]string{}}
	for _, o := range tree.Orgs {
		name := foldName(o.Name)
		if _, twice := a.orgByName[name]; twice {
			a.orgByName[name] = ""
		} else {
			a.orgByName[name] = o.Code
		}
	}
	files, err := c.Folder.keptFiles()
	if err != nil {
		return nil, err
	}
	a.books = make([]*kept, len(files))
	if err := runEach(len(files), c.workers(len(files)), nil, func(i int) error {
		var err error
		a.books[i], err = readKept(files[i])
		return err
	}); err != nil {
		return nil, err
	}
	slices.SortStableFunc(a.books, func(x, y *kept) int {
		return cmp.Or(cmp.Compare(a.position(x.Receipt.Org), a.position(y.Receipt.Org)),
			compareStrings(x.Receipt.Org, y.Receipt.Org, string(x.Receipt.Kind), string(y.Receipt.Kind)))
	})
	return a, nil
}

// position orders organizations as the list does, unknown ones last.
func (a *assembly) position(code string) int {
	if i, ok := a.tree.Index(code); ok {
		return i
	}
	return a.tree.Len()
}

func (a *assembly) orgOf(code string) int {
	if i, ok := a.tree.Index(code); ok {
		return i
	}
	return -1
}

// branchOf reads what people write as a branch: its code, or its name where
// only one organization bears it.
func (a *assembly) branchOf(given string) string {
	if _, ok := a.tree.Index(given); ok {
		return given
	}
	if code := a.orgByName[foldName(given)]; code != "" {
		return code
	}
	return given
}

// bound is a workbook's table of one kind tied to the vocabulary.
type bound struct {
	*binding
	book *kept
}

// bind ties the tables of a kind, in the order of the tree. Tables the
// vocabulary has outgrown are refused together.
func (a *assembly) bind(kind evaluate.Kind, schema *evaluate.Schema, books ...excel.BookKind) ([]bound, error) {
	var out []bound
	var stale []evaluate.Problem
	for _, k := range a.books {
		t := k.table(kind)
		if t == nil || !slices.Contains(books, k.Receipt.Kind) {
			continue
		}
		b, lost := bind(t, schema)
		if b == nil {
			stale = append(stale, problemStale(k.Receipt.Path, lost))
			continue
		}
		out = append(out, bound{b, k})
	}
	return out, refuse(stale)
}

// hold lets a subject wait for a person.
func (a *assembly) hold(s *evaluate.Subject, p evaluate.Problem) {
	p.Subject = s.ID
	s.Holds = append(s.Holds, evaluate.Hold{Problem: p})
	a.problems = append(a.problems, p)
}

// treeSource registers the organization list among a frame's sheets. Whatever
// it says of an organization is shown at that organization's first cell.
func (a *assembly) treeSource(f *evaluate.Frame) int32 {
	s := evaluate.SourceSheet{File: a.Folder.Label(a.Folder.OrgList()), Columns: make([]int32, len(f.Schema.Facts))}
	if a.tree.Len() == 0 {
		return f.AddSource(s)
	}
	at := a.tree.Orgs[0].At
	s.Sheet = at.Sheet
	for i := range f.Schema.Facts {
		if d := &f.Schema.Facts[i]; d.Supplier == evaluate.SupplyTree {
			s.Columns[i] = columnOfCell(at.Cell)
		}
	}
	return f.AddSource(s)
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
