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
}

// capGroups splits the subjects into groups: by ancestor, then by the declared
// fact of similar position, or where it is blank by the set's default fact.
func (rs *RuleSet) capGroups(r *Report, k Kind, c *capRule) []capGroup {
	pop, results := r.Of(k)
	index := map[[2]any]int{}
	var groups []capGroup
	for row := range results {
		if c.exclude >= 0 && results[row].Walk.Verdicts[c.exclude] == Holds {
			continue
		}
		org, ok := rs.capAncestor(r.Inputs.Tree, pop.Subjects[row].Org, k, c)
		if !ok {
			continue
		}
		name, defaulted := c.groupName(pop.Frame, row)
		key := [2]any{org, foldGroup(name)}
		i, ok := index[key]
		if !ok {
			i = len(groups)
			index[key] = i
			groups = append(groups, capGroup{org: org, group: name, defaulted: defaulted})
		}
		// Of several ways to write a name one is shown, whatever the order of rows.
		groups[i].group = min(groups[i].group, name)
		groups[i].defaulted = groups[i].defaulted && defaulted
		groups[i].rows = append(groups[i].rows, row)
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
