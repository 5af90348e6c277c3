package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// replaceOrAdd puts x in the place of the first element that same accepts, or
// at the end.
func replaceOrAdd[T any](list []T, x T, same func(T) bool) []T {
	list = slices.Clone(list)
	if i := slices.IndexFunc(list, same); i >= 0 {
		list[i] = x
		return list
	}
	return append(list, x)
}

// overlay lays the parts of a local list over the parent's by id.
func overlay[T any](parent, local []T, id func(T) string) []T {
	for _, x := range local {
		parent = replaceOrAdd(parent, x, func(o T) bool { return id(o) == id(x) })
	}
	return parent
}

// extend returns the parent with the local set's parts in place of its own: by
// id in every list, by rung on the ladder. Each part keeps the place and layer
// it was written in, so that readers see who says what, and is no surer than the
// local set takes it over for.
func extend(parent, local evaluate.RuleSetSpec) (evaluate.RuleSetSpec, []evaluate.Problem) {
	parent = demote(parent, local.InheritedStanding)
	ps := drop(&parent, local.Dropped)
	out := parent
	out.At, out.ID, out.Edition, out.Extends = local.At, local.ID, local.Edition, local.Extends
	out.Supersedes, out.Local = local.Supersedes, parent.Local || !local.Replaces(&parent)
	out.InheritedStanding = local.InheritedStanding
	out.Title = or(local.Title, parent.Title)
	out.Kind, out.Track = or(local.Kind, parent.Kind), or(local.Track, parent.Track)
	out.Granularity = or(local.Granularity, parent.Granularity)
	if local.From.Year != 0 {
		out.From, out.To, out.Except = local.From, local.To, local.Except
	}
	if len(local.Scale) > 0 && local.Scale[0].ID != "" { // otherwise it could not be read
		out.Scale = local.Scale
		parent.Ladder, ps = onScale(parent.Ladder, local, ps)
	}
	out.Sources = overlay(parent.Sources, local.Sources, func(s evaluate.Source) string { return s.ID })
	out.Groups = overlay(parent.Groups, local.Groups, func(g evaluate.GroupSpec) string { return g.ID })
	out.Columns = overlay(parent.Columns, local.Columns, func(f evaluate.FactID) string { return string(f) })
	out.Profiles = extendProfiles(parent.Profiles, local.Profiles)
	out.NotRated = overlay(parent.NotRated, local.NotRated, func(r evaluate.NotRatedSpec) string { return r.ID })
	out.Bars = overlay(parent.Bars, local.Bars, func(b evaluate.BarSpec) string { return b.ID })
	out.RestsOn = overlay(parent.RestsOn, local.RestsOn, func(r evaluate.RestSpec) string { return r.ID })
	out.Notices = overlay(parent.Notices, local.Notices, func(r evaluate.RuleSpec) string { return r.ID })
	out.Votes = overlay(parent.Votes, local.Votes, func(v evaluate.VoteSpec) string { return v.ID })
	if local.ExplainDifference != nil {
		out.ExplainDifference = local.ExplainDifference
	}
	out.Sanctions = overlay(parent.Sanctions, local.Sanctions, func(s evaluate.SanctionSpec) string { return s.ID })
	if len(local.SanctionOrder) > 0 {
		out.SanctionOrder = local.SanctionOrder
	}
	out.Caps = overlay(parent.Caps, local.Caps, func(c evaluate.CapSpec) string { return c.ID })
	out.Ladder = extendLadder(parent.Ladder, local.Ladder)
	if len(local.Scale) > 0 {
		out.Ladder = inOrder(out.Ladder, local.Scale)
	}
	if local.FallThrough != "" {
		out.FallThrough, out.FallAt = local.FallThrough, local.FallAt
		out.FallCite, out.FallStand, out.FallNote = local.FallCite, local.FallStand, local.FallNote
	}
	out.Dropped = append(slices.Clone(parent.Dropped), local.Dropped...)
	return out, ps
}

// or returns the first value that is not empty.
func or[T ~string](a, b T) T {
	if a != "" {
		return a
	}
	return b
}

// extendProfiles puts new local profiles before the parent's: the first that
// holds is taken, and the local one is meant to be the more special.
func extendProfiles(parent, local []evaluate.ProfileSpec) []evaluate.ProfileSpec {
	var fresh []evaluate.ProfileSpec
	for _, p := range local {
		same := func(o evaluate.ProfileSpec) bool { return o.ID == p.ID }
		if slices.ContainsFunc(parent, same) {
			parent = replaceOrAdd(parent, p, same)
		} else {
			fresh = append(fresh, p)
		}
	}
	return append(fresh, parent...)
}

// extendLadder replaces a rung's band and conditions by id and keeps the rest.
func extendLadder(parent, local []evaluate.RungSpec) []evaluate.RungSpec {
	out := slices.Clone(parent)
	for _, l := range local {
		i := slices.IndexFunc(out, func(r evaluate.RungSpec) bool { return r.Rung == l.Rung })
		if i < 0 {
			out = append(out, l)
			continue
		}
		r := &out[i]
		if l.Cite != (evaluate.Citation{}) {
			r.Cite = l.Cite
		}
		if l.Band != nil {
			r.Band = l.Band
		}
		r.Needs = overlay(r.Needs, l.Needs, func(n evaluate.RuleSpec) string { return n.ID })
		r.Judgements = overlay(r.Judgements, l.Judgements, func(j evaluate.JudgementSpec) string { return j.ID })
	}
	return out
}

// onScale leaves out the parent's rungs that a scale of the local set's own does
// not have: whoever gives up a grade must say on whose authority.
func onScale(parent []evaluate.RungSpec, local evaluate.RuleSetSpec, ps []evaluate.Problem) ([]evaluate.RungSpec, []evaluate.Problem) {
	var out []evaluate.RungSpec
	for _, r := range parent {
		if _, ok := local.Scale.Rank(r.Rung); ok {
			out = append(out, r)
			continue
		}
		p := problemRungGivenUp(local.At, r.Rung)
		p.Related = []evaluate.Related{{At: r.At, Note: noteInherited}}
		ps = append(ps, p)
	}
	return out, ps
}

// inOrder sorts a ladder as the scale of the local set says, so that a new rung
// stands in its place wherever it was written. A rung the scale does not know
// stays behind the others, to be refused there.
func inOrder(ladder []evaluate.RungSpec, scale evaluate.Scale) []evaluate.RungSpec {
	out := slices.Clone(ladder)
	place := func(r evaluate.RungSpec) int {
		if i := slices.IndexFunc(scale, func(s evaluate.Rung) bool { return s.ID == r.Rung }); i >= 0 {
			return i
		}
		return len(scale)
	}
	slices.SortStableFunc(out, func(a, b evaluate.RungSpec) int { return place(a) - place(b) })
	return out
}

// drop leaves out the named parts of the parent. Who leaves out must say on
// whose authority.
func drop(parent *evaluate.RuleSetSpec, drops []evaluate.DropSpec) []evaluate.Problem {
	var ps []evaluate.Problem
	for i := range drops {
		x := &drops[i]
		if x.Cite.Source == "" || x.Cite.Place == "" {
			ps = append(ps, problemDropUncited(x.At, x.ID))
		}
		said, known, found := dropOne(parent, x.ID)
		if !found {
			ps = append(ps, problemDrop(x.At, x.ID, known))
		}
		x.Text = said
	}
	return ps
}

// dropOne takes out the part of that id and returns what it said; known are all
// the ids that might have been meant.
func dropOne(p *evaluate.RuleSetSpec, id string) (said string, known []string, found bool) {
	is := func(other, text string) bool {
		known = append(known, other)
		if other == id {
			said = text
		}
		return other == id
	}
	isRule := func(x evaluate.RuleSpec) bool { return is(x.ID, x.Text) }
	p.Profiles = without(p.Profiles, &found, func(x evaluate.ProfileSpec) bool { return is(x.ID, x.Text) })
	p.Groups = without(p.Groups, &found, func(x evaluate.GroupSpec) bool { return is(x.ID, x.Label) })
	p.NotRated = without(p.NotRated, &found, func(x evaluate.NotRatedSpec) bool { return isRule(x.RuleSpec) })
	p.RestsOn = without(p.RestsOn, &found, func(x evaluate.RestSpec) bool { return isRule(x.RuleSpec) })
	p.Notices = without(p.Notices, &found, isRule)
	p.Votes = without(p.Votes, &found, func(x evaluate.VoteSpec) bool { return isRule(x.RuleSpec) })
	if d := p.ExplainDifference; d != nil && isRule(d.RuleSpec) {
		p.ExplainDifference, found = nil, true
	}
	p.Sanctions = without(p.Sanctions, &found, func(x evaluate.SanctionSpec) bool { return isRule(x.RuleSpec) })
	p.Caps = without(p.Caps, &found, func(x evaluate.CapSpec) bool { return is(x.ID, x.Text) })
	p.Columns = without(p.Columns, &found, func(x evaluate.FactID) bool { return is(string(x), string(x)) })
	p.Bars = without(p.Bars, &found, func(x evaluate.BarSpec) bool { return isRule(x.RuleSpec) })
	for i := range p.Bars {
		b := &p.Bars[i]
		b.Exceptions = without(b.Exceptions, &found, isRule)
		if b.Relief != nil && isRule(*b.Relief) {
			b.Relief, found = nil, true
		}
	}
	p.Ladder = without(p.Ladder, &found, func(r evaluate.RungSpec) bool { return is(r.Rung, labelLadder(rungLabel(p.Scale, r.Rung))) })
	for i := range p.Ladder {
		r := &p.Ladder[i]
		r.Needs = without(r.Needs, &found, isRule)
		r.Judgements = without(r.Judgements, &found, func(x evaluate.JudgementSpec) bool { return is(x.ID, x.Text) })
	}
	return said, known, found
}

// without returns a copy of the list less the elements that gone accepts, and
// notes whether there was one.
func without[T any](list []T, found *bool, gone func(T) bool) []T {
	out := slices.DeleteFunc(slices.Clone(list), gone)
	*found = *found || len(out) < len(list)
	return out
}
