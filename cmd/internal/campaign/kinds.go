package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// tracks lists where the set of a kind is looked for, in this order: people are
// rated as officials by the state, as leaders by the Party.
func tracks(k evaluate.Kind) []evaluate.Track {
	switch k {
	case evaluate.Staff:
		return []evaluate.Track{evaluate.StateTrack, evaluate.PartyTrack}
	case evaluate.Unit:
		return []evaluate.Track{evaluate.TaskTrack, evaluate.StateTrack}
	}
	return []evaluate.Track{evaluate.PartyTrack, evaluate.StateTrack}
}

// wanted lists the kinds a campaign grades: those its settings name; else members
// and organizations, units and collectives where the list has any, and leaders
// where there is something to lead. Officials are graded here only where the
// settings say so: mostly their grade comes from elsewhere.
func (c *Campaign) wanted(t *evaluate.Tree) (kinds []evaluate.Kind, named bool) {
	if len(c.Config.Kinds) > 0 {
		return c.Config.Kinds, true
	}
	kinds = []evaluate.Kind{evaluate.Member, evaluate.Organization}
	if t == nil {
		return evaluate.Kinds(), false
	}
	units, collectives := len(t.Units.List) > 0, len(t.Collectives.List) > 0
	if collectives {
		kinds = append(kinds, evaluate.Collective)
	}
	if units {
		kinds = append(kinds, evaluate.Unit)
	}
	if units || collectives {
		kinds = append(kinds, evaluate.Leader)
	}
	return kinds, false
}

// sets returns the rule sets in force for the period, by kind. A kind that the
// settings name, or choose a set for, must have one; another without a set is not
// graded. There must be one at all.
func (c *Campaign) sets(t *evaluate.Tree) (map[evaluate.Kind]*evaluate.RuleSet, error) {
	out := map[evaluate.Kind]*evaluate.RuleSet{}
	kinds, named := c.wanted(t)
	var first error
	for _, k := range evaluate.Kinds() {
		if !slices.Contains(kinds, k) {
			continue
		}
		rs, several, err := c.inForce(k)
		switch {
		case err == nil:
			out[k] = rs
		case named || several || c.Config.Rules.Chosen[k] != "":
			return nil, FailNoRules(c.Folder.Settings(), k, c.Config.Period, err)
		case first == nil:
			first = FailNoRules(c.Folder.Settings(), k, c.Config.Period, err)
		}
	}
	if gradable := c.gradable(); len(out) == 0 && len(gradable) > 0 {
		return nil, failNoKinds(c.Folder.Settings(), c.Config.Period, gradable)
	}
	if local := c.Library.Choosable(c.terms.period); len(out) == 0 && len(local) > 0 && !named {
		return nil, failOnlyChosen(c.Folder.Settings(), c.Config.Period, local)
	}
	if len(out) == 0 || c.terms.period.Granularity == evaluate.Yearly && out[evaluate.Member] == nil && !named {
		return nil, first
	}
	return out, c.checkSwitches(out)
}

// gradable are the kinds that some set grades in the period without being chosen
// by name: leaders and staff in a quarter, say, where nobody grades members.
func (c *Campaign) gradable() []evaluate.Kind {
	ungraded := c.ungraded()
	return slices.DeleteFunc(evaluate.Kinds(), func(k evaluate.Kind) bool { return ungraded[k] })
}

// inForce finds the set of a kind on the first track that has one; several tells
// that the choice among more than one is open.
func (c *Campaign) inForce(k evaluate.Kind) (rs *evaluate.RuleSet, several bool, err error) {
	return inForce(c.Library, k, c.terms.period, c.Config.Rules.Chosen[k])
}

// InForce finds the set of a kind that a campaign of the period grades by unless
// its settings say otherwise. Errors are those of Library.InForce.
func InForce(lib *evaluate.Library, k evaluate.Kind, p evaluate.Period) (*evaluate.RuleSet, error) {
	rs, _, err := inForce(lib, k, p, "")
	return rs, err
}

func inForce(lib *evaluate.Library, k evaluate.Kind, p evaluate.Period, chosen string) (rs *evaluate.RuleSet, several bool, err error) {
	for _, track := range tracks(k) {
		var found error
		rs, found = lib.InForce(evaluate.LibraryKey{Track: track, Kind: k, Period: p, Chosen: chosen})
		if found == nil {
			return rs, false, nil
		}
		if none, ok := found.(*evaluate.NoRulesError); ok && len(none.Found) > 0 {
			return nil, true, found
		}
		if err == nil {
			err = found
		}
	}
	return nil, false, err
}

// ungraded are the kinds that no set grades in the period, whatever the settings
// name: collectives in a quarter, say.
func (c *Campaign) ungraded() map[evaluate.Kind]bool {
	out := map[evaluate.Kind]bool{}
	for _, k := range evaluate.Kinds() {
		if rs, several, _ := c.inForce(k); rs == nil && !several {
			out[k] = true
		}
	}
	return out
}

// graded lists the kinds that have a set, in their order.
func graded(sets map[evaluate.Kind]*evaluate.RuleSet) []evaluate.Kind {
	return slices.DeleteFunc(evaluate.Kinds(), func(k evaluate.Kind) bool { return sets[k] == nil })
}

// checkSwitches refuses a switch that no set in force has: a slip of the pen
// would otherwise leave a rule off that the office decided to turn on.
func (c *Campaign) checkSwitches(sets map[evaluate.Kind]*evaluate.RuleSet) error {
	var known, strange []string
	for _, rs := range sets {
		known = append(known, rs.KnownSwitches()...)
	}
	for _, s := range c.Config.Rules.Switches {
		if !slices.Contains(known, s) {
			strange = append(strange, s)
		}
	}
	if len(strange) == 0 {
		return nil
	}
	slices.Sort(known)
	return failSettingSwitches(c.Folder.Settings(), strange, slices.Compact(known))
}
