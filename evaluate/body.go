package evaluate

// Body is an agency or unit, or a leadership collective: what an organization
// leads, or is led by.
type Body struct {
	Kind Kind // Unit or Collective
	Code string
	Name string
	Org  string // code of the organization it is attached to
	// Superior is the code of the unit a unit belongs to, or that a collective
	// leads; "" for none.
	Superior string
	// NoSuperior tells that the list says in so many words that there is none, rather
	// than nothing.
	NoSuperior   bool
	Size         int // of a collective: how many members it has; 0 when not stated
	Founded      Date
	Predecessors []string // codes or names it was merged or renamed from
	At           Origin
	Columns      ListColumns
}

// Bodies are the units or the collectives of a tree, by position.
type Bodies struct {
	List     []Body
	index    map[string]int
	org      []int
	superior []int // position of the unit above or led, -1 for none
	attached [][]int
}

// Index returns the position of a code.
func (b *Bodies) Index(code string) (int, bool) {
	i, ok := b.index[code]
	return i, ok
}

// Org returns the tree position of the organization a body is attached to, -1
// where the list does not have it.
func (b *Bodies) Org(i int) int { return b.org[i] }

// Superior returns the position of the unit that a unit belongs to or that a
// collective leads, -1 for none.
func (b *Bodies) Superior(i int) int { return b.superior[i] }

// Attached lists the units that directly belong to a unit, in list order.
func (b *Bodies) Attached(i int) []int { return b.attached[i] }

// attach checks the bodies and ties them to their organizations and units.
func (t *Tree) attach(bodies []Body) []Problem {
	var ps []Problem
	for _, b := range bodies {
		into := &t.Collectives
		if b.Kind == Unit {
			into = &t.Units
		}
		ps = append(ps, into.add(t, b)...)
	}
	ps = append(ps, t.Units.resolve(&t.Units)...)
	ps = append(ps, t.Collectives.resolve(&t.Units)...)
	t.Units.attached = make([][]int, len(t.Units.List))
	for i, above := range t.Units.superior {
		if above >= 0 {
			t.Units.attached[above] = append(t.Units.attached[above], i)
		}
	}
	return append(ps, t.Units.circles()...)
}

func (b *Bodies) add(t *Tree, body Body) (ps []Problem) {
	if b.index == nil {
		b.index = map[string]int{}
	}
	if first, twice := b.index[body.Code]; twice {
		return []Problem{problemBodyRepeated(body, b.List[first])}
	}
	org, ok := t.index[body.Org]
	if !ok {
		org = -1
		ps = append(ps, problemBodyOrphan(body))
	}
	b.index[body.Code] = len(b.List)
	b.List, b.org = append(b.List, body), append(b.org, org)
	return ps
}

func (b *Bodies) resolve(units *Bodies) (ps []Problem) {
	b.superior = make([]int, len(b.List))
	for i, body := range b.List {
		above, ok := units.index[body.Superior]
		if !ok {
			above = -1
			if body.Superior != "" {
				ps = append(ps, problemBodySuperior(body))
			}
		}
		b.superior[i] = above
	}
	return ps
}

// circles finds units that belong to themselves by way of others; of units that
// merely stand below a circle nothing is said.
func (b *Bodies) circles() (ps []Problem) {
	for i := range b.List {
		steps := 0
		for j := b.superior[i]; j >= 0 && steps < len(b.List); j = b.superior[j] {
			if steps++; j == i {
				ps = append(ps, problemBodyCircle(b.List[i]))
				break
			}
		}
	}
	return ps
}
