package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Which unit a head leads stands in his row; which one his collective leads stands in
// the organization list. People head a unit and sit in the collective of another. But
// where the unit of the row has its head already, or that of the collective would have
// none, one of the cells is wrong: it is asked (E329), and he waits between the units.

// ofUnits are the leaders as far as units are theirs, by row.
type ofUnits struct {
	posts []headedPost
	named [][]int   // per unit, who names it as his
	leads []int     // per collective, the unit it leads by the list, -1 for none
	led   [][]int   // per unit, the collectives that lead it by the list
	of    []fellows // per collective, nil where none is graded
	asked []bool    // per unit, whether it is asked who heads it
	// otherwise are the collectives that perhaps lead another unit than the list says.
	otherwise []*ledUnit
}

func (a *assembly) ofUnits(pop, bodies *evaluate.Population, branches map[string]membership) *ofUnits {
	units := len(a.tree.Units.List)
	o := &ofUnits{posts: make([]headedPost, len(pop.Subjects)), named: make([][]int, units), led: make([][]int, units), asked: make([]bool, units)}
	if bodies != nil {
		o.of = fellowsOf(bodies, pop)
	}
	for row := range pop.Subjects {
		o.posts[row] = a.headedPost(pop, row, branches)
		for _, unit := range o.posts[row].units {
			o.named[unit] = append(o.named[unit], row)
		}
	}
	for c := range a.tree.Collectives.List {
		unit := a.tree.Collectives.Superior(c)
		if o.leads = append(o.leads, unit); unit >= 0 {
			o.led[unit] = append(o.led[unit], c)
		}
	}
	for _, f := range o.of {
		if x, other := a.ledUnit(bodies, pop, f); other {
			o.otherwise = append(o.otherwise, x)
		}
	}
	return o
}

// leading are the collectives that lead one of the units, but for those named.
func (o *ofUnits) leading(units, named []int) (out []int) {
	for _, unit := range units {
		out = append(out, beyond(o.led[unit], named)...)
	}
	return out
}

// saysSo tells whether another row of the person of a row says that he heads its unit, as
// one of the collectives that lead it by the list.
func (o *ofUnits) saysSo(pop *evaluate.Population, row int, listed []int) bool {
	return slices.ContainsFunc(o.named[o.posts[row].units[0]], func(other int) bool {
		p := &o.posts[other]
		return other != row && pop.Subjects[other].Person == pop.Subjects[row].Person && pop.Subjects[row].Person != "" && p.lead == codeHead &&
			len(p.collectives) == 1 && slices.Contains(listed, p.collectives[0])
	})
}

// doubtUnits finds the heads whose unit is another than that of their collective.
func (a *assembly) doubtUnits(pops map[evaluate.Kind]*evaluate.Population, o *ofUnits) {
	pop := pops[evaluate.Leader]
	if pops[evaluate.Collective] == nil {
		return
	}
	for row := range pop.Subjects {
		if p := &o.posts[row]; p.lead == codeHead && len(p.units) == 1 && len(p.collectives) == 1 {
			a.doubtUnit(pop, row, o)
		}
	}
}

func (a *assembly) doubtUnit(pop *evaluate.Population, row int, o *ofUnits) {
	unit, body := o.posts[row].units[0], o.posts[row].collectives[0]
	led := a.tree.Collectives.Superior(body)
	if led < 0 || led == unit {
		return
	}
	others := a.otherHeads(pop, row, o)
	headless := a.headless(pop, row, led, o)
	// A member of a collective may well head a unit below, and two in a year.
	if len(others) == 0 && !headless || a.belongsTo(unit, led) && (len(others) == 0 || !headless) {
		return
	}
	o.asked[unit] = true
	cell := func(row int, rel evaluate.Relation) evaluate.Origin {
		return pop.Frame.Origin(row, leadsTo(pop.Frame.Schema, rel))
	}
	b := &a.tree.Collectives.List[body]
	p := problemTwoUnits(cell(row, evaluate.OwnUnit), cell(row, evaluate.OwnCollective), superiorCell(b), a.tree.Units.List[unit].Code, b.Superior, headless)
	for _, other := range others {
		p.Related = append(p.Related, second(cell(other, evaluate.OwnUnit), "người đứng đầu khác của đơn vị "+evaluate.QuoteCode(a.tree.Units.List[unit].Code)))
	}
	s := &pop.Subjects[row]
	a.doubt(s, evaluate.Doubt{Problem: p, Links: []evaluate.Link{{Relation: evaluate.OwnUnit, Rows: []int{led}, At: superiorCell(b)}, {Relation: evaluate.HeadedBody, Rows: []int{body}, At: superiorCell(b)}}},
		s.Link(evaluate.OwnUnit) != nil && a.asksOf(evaluate.Leader, evaluate.OwnUnit, evaluate.HeadedBody))
}

// asksOf tells whether the rules about a kind ask for one of the relations.
func (a *assembly) asksOf(k evaluate.Kind, rels ...evaluate.Relation) bool {
	return slices.ContainsFunc(a.sets[k].Relations(), func(r evaluate.Relation) bool { return slices.Contains(rels, r) })
}

// otherHeads are the rows of others who head the unit of a row for certain.
func (a *assembly) otherHeads(pop *evaluate.Population, row int, o *ofUnits) (out []int) {
	for _, other := range o.named[o.posts[row].units[0]] {
		if o.posts[other].lead == codeHead && len(o.posts[other].units) == 1 && twoPeople(pop, row, other) {
			out = append(out, other)
		}
	}
	return out
}

// headless tells whether the unit that a row's collective leads would have no head if
// the row's were another's: all members are listed, and nobody else can be it.
func (a *assembly) headless(pop *evaluate.Population, row, led int, o *ofUnits) bool {
	body := o.posts[row].collectives[0]
	f := &o.of[body]
	if size := a.tree.Collectives.List[body].Size; size < 1 || f.reported < size {
		return false
	}
	mayHead := func(other int) bool {
		p := &o.posts[other]
		return (p.lead == codeHead || p.lead == "") && (len(p.units) == 0 || slices.Contains(p.units, led)) && other != row
	}
	return !slices.ContainsFunc(o.named[led], mayHead) && !slices.ContainsFunc(f.rows, func(x fellow) bool { return mayHead(x.row) })
}

// twoPeople tells whether two rows are about two people for certain.
func twoPeople(pop *evaluate.Population, row, other int) bool {
	return pop.Subjects[row].Person != pop.Subjects[other].Person && foldedName(pop.Frame, row) != foldedName(pop.Frame, other)
}

// belongsTo tells whether a unit stands below another.
func (a *assembly) belongsTo(unit, above int) bool {
	for unit = a.tree.Units.Superior(unit); unit >= 0; unit = a.tree.Units.Superior(unit) {
		if unit == above {
			return true
		}
	}
	return false
}
