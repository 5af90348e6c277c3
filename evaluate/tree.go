package evaluate

import "slices"

// OrgLevel is the level of a Party organization (design §2).
type OrgLevel string

// The levels. A base organization is a BaseCommittee or a BaseBranch.
const (
	CommitteeLevel OrgLevel = "committee"
	BaseCommittee  OrgLevel = "base_committee"
	SectionLevel   OrgLevel = "section_committee"
	BaseBranch     OrgLevel = "base_branch"
	Branch         OrgLevel = "branch"
)

// OrgLevels lists the levels from the top down.
func OrgLevels() []OrgLevel {
	return []OrgLevel{CommitteeLevel, BaseCommittee, SectionLevel, BaseBranch, Branch}
}

// HasMembers tells whether members are rated directly in the organization.
func (l OrgLevel) HasMembers() bool { return l == Branch || l == BaseBranch }

// IsBase tells whether the level is a base organization: its own cap
// population, row A of form 7A.
func (l OrgLevel) IsBase() bool { return l == BaseCommittee || l == BaseBranch }

// ListColumns are the workbook columns (1-based, 0 for none) in which a sheet of
// the organization list says what it knows: with the row of At they give the cell
// of every fact that the list supplies.
type ListColumns struct {
	Code, Name, Level, Parent, Org, Founded, Predecessors, Size int32
}

// Org is one Party organization of the campaign.
type Org struct {
	Code         string
	Name         string
	Parent       string // code; "" for the root
	Level        OrgLevel
	Type         string // statutory type code: the column of the forms it falls in
	Founded      Date
	Predecessors []string // codes or names it was merged or renamed from
	At           Origin
	Columns      ListColumns
}

// Tree is the checked organization tree. Build it with NewTree.
type Tree struct {
	Orgs []Org
	// Units and Collectives are attached to the organizations.
	Units, Collectives Bodies
	index              map[string]int
	parent             []int
	children           [][]int
	base               []int
}

// NewTree checks that there is one root, no orphan, no cycle and no repeated
// code, and that levels fit; likewise of the units and collectives. All keep the
// given order. The tree is usable when no problem is an Error.
func NewTree(orgs []Org, bodies ...Body) (*Tree, []Problem) {
	t := &Tree{Orgs: orgs, index: map[string]int{}, parent: make([]int, len(orgs)),
		children: make([][]int, len(orgs)), base: make([]int, len(orgs))}
	var ps []Problem
	for i, o := range orgs {
		if j, dup := t.index[o.Code]; dup {
			ps = append(ps, problemOrgRepeated(o, orgs[j]))
			continue
		}
		t.index[o.Code] = i
	}
	root := -1
	for i, o := range orgs {
		t.parent[i] = -1
		if o.Parent == "" {
			if root >= 0 {
				ps = append(ps, problemTwoRoots(o, orgs[root]))
			} else {
				root = i
			}
			continue
		}
		p, ok := t.index[o.Parent]
		if !ok {
			ps = append(ps, problemOrphan(o, Nearest(o.Parent, codesOf(orgs))))
			continue
		}
		t.parent[i] = p
		t.children[p] = append(t.children[p], i)
		if orgs[p].Level.HasMembers() || o.Level == CommitteeLevel && orgs[p].Level != CommitteeLevel {
			ps = append(ps, problemLevelMisfit(o, orgs[p]))
		}
	}
	switch {
	case root < 0 && len(orgs) > 0:
		ps = append(ps, problemNoRoot(orgs[0]))
	case root >= 0 && (orgs[root].Level == SectionLevel || orgs[root].Level == Branch):
		ps = append(ps, problemPartAlone(orgs[root]))
	}
	for i := range orgs {
		if t.inCircle(i) {
			ps = append(ps, problemOrgCycle(orgs[i]))
		}
		t.base[i] = t.findBase(i)
	}
	return t, append(ps, t.attach(bodies)...)
}

func codesOf(orgs []Org) []string {
	out := make([]string, len(orgs))
	for i := range orgs {
		out[i] = orgs[i].Code
	}
	return out
}

// inCircle tells whether an organization is its own superior by way of others; one
// that merely stands below a circle is not, and its row is right.
func (t *Tree) inCircle(i int) bool {
	for steps, j := 0, t.parent[i]; j >= 0 && steps < len(t.Orgs); j = t.parent[j] {
		if steps++; j == i {
			return true
		}
	}
	return false
}

// findBase is the base organization that i is or belongs to, -1 for none.
func (t *Tree) findBase(i int) int {
	for steps, j := 0, i; j >= 0 && steps < len(t.Orgs); j = t.parent[j] {
		if steps++; t.Orgs[j].Level.IsBase() {
			return j
		}
	}
	return -1
}

// Len is the number of organizations.
func (t *Tree) Len() int { return len(t.Orgs) }

// Index returns the position of an organization code.
func (t *Tree) Index(code string) (int, bool) {
	i, ok := t.index[code]
	return i, ok
}

// Parent returns the position of the superior organization, -1 for the root.
func (t *Tree) Parent(i int) int { return t.parent[i] }

// Root returns the position of the organization without a superior, -1 for an
// empty tree.
func (t *Tree) Root() int { return slices.Index(t.parent, -1) }

// Children returns the directly attached organizations, in list order.
func (t *Tree) Children(i int) []int { return t.children[i] }

// Base returns the base organization that i is or belongs to, -1 for none.
func (t *Tree) Base(i int) int { return t.base[i] }

// suppliedBy is whose workbook asks for what a supplier knows of somebody of an
// organization: the office stands in for the base committee that base branches do not have,
// and a base organization at the head of the list answers for the office.
func (t *Tree) suppliedBy(s Supplier, org int) Supplier {
	if s != SupplyBase && s != SupplyOffice || t == nil || org < 0 || org >= len(t.Orgs) {
		return s
	}
	head := SupplyOffice
	switch root := t.Root(); {
	case root >= 0 && t.Orgs[root].Level == BaseCommittee:
		head = SupplyBase
	case root >= 0 && t.Orgs[root].Level == BaseBranch:
		head = SupplyBranch
	}
	if base := t.base[org]; s == SupplyBase && base >= 0 && t.Orgs[base].Level == BaseCommittee {
		return s
	}
	return head
}

// Bases lists the base organizations in list order.
func (t *Tree) Bases() []int {
	var out []int
	for i, o := range t.Orgs {
		if o.Level.IsBase() {
			out = append(out, i)
		}
	}
	return out
}

// Within lists i and everything below it, in list order.
func (t *Tree) Within(i int) []int {
	out := []int{i}
	for k := 0; k < len(out); k++ {
		out = append(out, t.children[out[k]]...)
	}
	slices.Sort(out)
	return out
}
