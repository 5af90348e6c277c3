package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Which unit a collective leads stands in the organization list, and its members' rows tell
// it, too: all of them are of one unit, or of none. Where the two say different things it is
// asked (E352), and whoever heads either unit waits between the readings; so he does where
// the list is silent, for then it alone is missing.

// ledUnit is a unit that a collective leads by the rows of its members.
type ledUnit struct {
	body, unit int               // unit is -1 where all of them are of none
	cells      []evaluate.Origin // of the members who say so
	silent     bool              // the list says nothing
	binds      bool              // somebody may head other collectives by that reading
}

// ledUnit finds the unit that all members of a collective name where the list names
// another one, none or nothing, and that they name none where the list has one. A member
// may head a unit below, or elsewhere: against the list it counts only where all of them
// are listed. Members of a committee have units of their own, so that there only a unit of
// the list can be denied; that it leads none is asked with what it is (E387).
func (a *assembly) ledUnit(bodies, leaders *evaluate.Population, f fellows) (x *ledUnit, other bool) {
	if len(f.rows) == 0 {
		return nil, false
	}
	b, listed := &a.tree.Collectives.List[f.of], a.tree.Collectives.Superior(f.of)
	unit, cells, people := a.unitOf(leaders, f)
	x = &ledUnit{body: f.of, unit: unit, cells: cells, silent: listed < 0 && !b.NoSuperior}
	switch {
	case len(cells) == 0 || unit == listed, unit < 0 && codeOf(bodies.Frame, f.of, factCollectiveType) == collectiveOfParty:
		return nil, false
	case x.silent:
		return x, codeOf(bodies.Frame, f.of, factCollectiveType) == collectiveOfAgency
	case listed < 0 && typeOf(bodies, f.of) != collectiveOfAgency:
		return nil, false
	}
	return x, b.Size > 0 && people >= max(b.Size, 2)
}

// with is what the list would be if the collective led what its members say.
func (o *ofUnits) with(x *ledUnit) *ofUnits {
	out := *o
	out.leads, out.led = slices.Clone(o.leads), slices.Clone(o.led)
	if was := o.leads[x.body]; was >= 0 {
		out.led[was] = beyond(o.led[was], []int{x.body})
	}
	if out.leads[x.body] = x.unit; x.unit >= 0 {
		out.led[x.unit] = append(slices.Clone(o.led[x.unit]), x.body)
	}
	return &out
}

// doubtLedUnit lets those wait who head other collectives by the other reading of which
// unit one of them leads, and members who name none between that and the unit of the list.
func (a *assembly) doubtLedUnit(pops map[evaluate.Kind]*evaluate.Population, x *ledUnit, o *ofUnits) {
	pop, otherwise, at := pops[evaluate.Leader], o.with(x), superiorCell(&a.tree.Collectives.List[x.body])
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		now := s.Link(evaluate.HeadedBody)
		if now == nil {
			continue
		}
		d := a.doubtOfLed(x)
		then, _ := a.headedByUnit(pops, row, a.headedByRow(pops, row, otherwise), otherwise)
		if !slices.Equal(now.Rows, then.Rows) || !slices.Equal(now.Perhaps, then.Perhaps) {
			if then.At = at; x.silent {
				now.Perhaps = beyond(now.Perhaps, []int{x.body}) // it is asked
			}
			d.Links = append(d.Links, then)
			x.binds = x.binds || o.posts[row].lead == codeHead || o.posts[row].lead == ""
		}
		if x.unit < 0 && o.posts[row].noUnit && slices.Contains(o.posts[row].collectives, x.body) {
			d.Links = append(d.Links, evaluate.Link{Relation: evaluate.OwnUnit, Rows: []int{o.leads[x.body]}, At: at})
			x.binds = x.binds || a.asksOf(evaluate.Leader, evaluate.OwnUnit)
		}
		if len(d.Links) > 0 {
			d.Problem.Subject = s.ID
			s.Doubts = append(s.Doubts, d)
		}
	}
}

// doubtOfLed is the question which unit a collective leads, one matter for itself and for
// the heads of either unit. Where its members say that it is none each of them stands partly
// by the list and partly by his row, so that there each question is one's own.
func (a *assembly) doubtOfLed(x *ledUnit) evaluate.Doubt {
	d := evaluate.Doubt{Problem: a.problemLedUnit(x)}
	if x.unit >= 0 {
		d.Matter = "unit led by " + a.tree.Collectives.List[x.body].Code
	}
	return d
}

func (a *assembly) problemLedUnit(x *ledUnit) evaluate.Problem {
	b, named := &a.tree.Collectives.List[x.body], ""
	if x.unit >= 0 {
		named = a.tree.Units.List[x.unit].Code
	}
	return problemUnitDenied(superiorCell(b), x.cells, b.Superior, named, x.silent)
}
