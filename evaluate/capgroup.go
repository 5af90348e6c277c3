package evaluate

import (
	"cmp"
	"slices"
	"strings"
)

type capGroup struct {
	org       int
	group     string
	defaulted bool
	rows      []int
	perhaps   []int // rows that are in it by one reading and not by another
}

// capPlace is where a ceiling counts a subject by one reading of it.
type capPlace struct {
	name      string
	defaulted bool
	out       bool // left out of part and base
}

// capPlaces are the places of a subject by the readings of its own facts, as it stands
// first; more than one where two cells say different things of what a group goes by.
func (rs *RuleSet) capPlaces(r *Report, k Kind, c *capRule, row int) []capPlace {
	pop, results := r.Of(k)
	name, defaulted := c.groupName(pop.Frame, row)
	out := []capPlace{{name, defaulted, c.exclude >= 0 && results[row].Walk.Verdicts[c.exclude] == Holds}}
	for i := range pop.Subjects[row].Doubts {
		d := &pop.Subjects[row].Doubts[i]
		if d.Fact == "" || d.settled(pop.Frame, row) {
			continue
		}
		alone := pop.Frame.alone(row)
		d.suppose(alone)
		p := capPlace{}
		p.name, p.defaulted = c.groupName(alone, 0)
		if c.exclude >= 0 {
			w := rs.decide(&context{frame: alone, period: r.Inputs.Period, reference: r.Inputs.Reference}, nil)
			p.out = w.Verdicts[c.exclude] == Holds
		}
		if !slices.ContainsFunc(out, func(o capPlace) bool { return foldGroup(o.name) == foldGroup(p.name) && o.out == p.out }) {
			out = append(out, p)
		}
	}
	return out
}

// capGroups splits the subjects into groups: by ancestor, then by the declared
// fact of similar position, or where it is blank by the set's default fact.
func (rs *RuleSet) capGroups(r *Report, k Kind, c *capRule) []capGroup {
	pop, results := r.Of(k)
	index := map[[2]any]int{}
	var groups []capGroup
	for row := range results {
		org, ok := rs.capAncestor(r.Inputs.Tree, pop.Subjects[row].Org, k, c)
		if !ok {
			continue
		}
		places := rs.capPlaces(r, k, c, row)
		for _, p := range places {
			if p.out {
				continue
			}
			key := [2]any{org, foldGroup(p.name)}
			i, ok := index[key]
			if !ok {
				i = len(groups)
				index[key] = i
				groups = append(groups, capGroup{org: org, group: p.name, defaulted: p.defaulted})
			}
			// Of several ways to write a name one is shown, whatever the order of rows.
			groups[i].group = min(groups[i].group, p.name)
			groups[i].defaulted = groups[i].defaulted && p.defaulted
			if len(places) > 1 {
				groups[i].perhaps = append(groups[i].perhaps, row)
			} else {
				groups[i].rows = append(groups[i].rows, row)
			}
		}
	}
	slices.SortStableFunc(groups, func(a, b capGroup) int {
		return cmp.Or(cmp.Compare(a.org, b.org), cmp.Compare(a.group, b.group))
	})
	return groups
}

// groupName is the group of similar position a subject stands in, "" where
// neither the input nor the set's default says.
func (c *capRule) groupName(f *Frame, row int) (name string, defaulted bool) {
	if c.by >= 0 {
		name = f.Show(c.by, f.Known(row, c.by))
	}
	if foldGroup(name) == "" && c.defaultBy >= 0 {
		name = f.Show(c.defaultBy, f.Known(row, c.defaultBy))
		defaulted = name != ""
	}
	return name, defaulted
}

// foldGroup makes one group of a name typed in small and capital letters or with
// stray spaces. Reading workbooks has
// composed the letters already.
func foldGroup(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// capAncestor is the organization whose people, units, collectives or branches
// form one group; ok is false where nobody knows it. A base organization itself
// is compared with its sisters, under its superior; what stands in no base
// organization is a group of its own organization.
func (rs *RuleSet) capAncestor(t *Tree, org int, k Kind, c *capRule) (ancestor int, ok bool) {
	if c.spec.Within == "campaign" {
		return t.Root(), true
	}
	if org < 0 {
		return 0, false
	}
	base := t.Base(org)
	switch {
	case base < 0:
		return org, true
	case k == Organization && base == org && t.Parent(org) >= 0:
		return t.Parent(org), true
	}
	return base, true
}
