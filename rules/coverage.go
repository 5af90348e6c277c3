package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// SetCoverage is what the cases of one set exercised.
type SetCoverage struct {
	Ref   string
	Cases int
	Rules []RuleCoverage // in the order of the walk
	Never []Gap
}

// RuleCoverage counts the verdicts of one rule over the cases.
type RuleCoverage struct {
	ID                                   string
	Holds, Fails, Unknown, NotApplicable int
}

// Gap is something that no case brought about.
type Gap struct {
	At   evaluate.Origin // the rule, band or ceiling
	Ref  string
	Rule string
	What GapKind
	Edge string // the band edge, level or row concerned
	// Example is what a case might write to bring it about, "" where that is not
	// one value.
	Example string
}

// GapKind says what never happened.
type GapKind string

// The kinds of gaps.
const (
	GapHolds         GapKind = "holds"
	GapFails         GapKind = "fails"
	GapUnknown       GapKind = "unknown"
	GapNotApplicable GapKind = "not_applicable"
	GapFired         GapKind = "fired"     // a bar, exception, relief, sanction or not-rated case decided
	GapAtEdge        GapKind = "at_edge"   // points exactly on a band edge
	GapPastEdge      GapKind = "past_edge" // points on the other side, less than one point away
	GapInside        GapKind = "inside"    // points on the edge's own side, not on the edge
	GapGiven         GapKind = "given"     // a rung given, a profile taken, a ceiling exceeded or uplifted
	GapKept          GapKind = "kept"      // a ceiling looked at and not exceeded
	GapScored        GapKind = "scored"    // a score line given points
	GapDeducted      GapKind = "deducted"  // a line that took points away
	GapCounted       GapKind = "counted"   // a line by occurrences, short of its maximum
	GapLevel         GapKind = "level"     // a level chosen
	GapRow           GapKind = "row"       // a row of a table, or a range, fallen into
	GapPart          GapKind = "part"      // a measure of a product unlike another
	GapMinus         GapKind = "minus"     // occurrences that lowered a measure
	GapCut           GapKind = "cut"       // a sum beyond the maximum of a part that cuts
)

// coverage gathers what the cases of one set show.
type coverage struct {
	rs     *evaluate.RuleSet
	lib    *evaluate.Library
	cases  int
	seen   [][4]int // by rule and verdict
	fired  []bool   // by rule
	given  map[string]bool
	scores []evaluate.Num // of those who came to the ladder
	sheets sheetsSeen
}

func newCoverage(rs *evaluate.RuleSet, lib *evaluate.Library, sheets sheetsSeen) *coverage {
	return &coverage{rs: rs, lib: lib, sheets: sheets, seen: make([][4]int, len(rs.Rules)), fired: make([]bool, len(rs.Rules)), given: map[string]bool{}}
}

// see notes one played case. In a group only the rules that say whom a
// ceiling counts are looked at: the others were never told the facts.
func (c *coverage) see(p *staged) {
	c.cases++
	if p.spec.scene.group != nil {
		for _, w := range p.members {
			for i, v := range w.Verdicts {
				if ofCap(&c.rs.Rules[i]) {
					c.seen[i][v]++
				}
			}
		}
		c.seeCaps(p)
		return
	}
	for i, v := range p.walk.Verdicts {
		if p.rules.Rules[i].Off || ofCap(&c.rs.Rules[i]) {
			continue
		}
		c.seen[i][v]++
		c.fired[i] = c.fired[i] || c.decides(p, i)
	}
	if score, known := p.walk.Score.Known(); known && c.reachesLadder(p) {
		c.scores = append(c.scores, score)
	}
	if s := c.sheets.of(p.rules.SheetOf(p.frame, p.row), c.rs.Schema()); s != nil {
		s.see(p)
	}
	if p.walk.Outcome == evaluate.Graded {
		c.given["rung "+p.rung(p.walk.Rank)] = true
	}
	if p.walk.Profile >= 0 {
		c.given["profile "+c.rs.Spec.Profiles[p.walk.Profile].ID] = true
	}
	if p.walk.Cause == evaluate.CauseFallThrough {
		c.given["fall_through"] = true
	}
}

// reachesLadder tells whether the points of a case came to matter.
func (c *coverage) reachesLadder(p *staged) bool {
	bar := func(i int) bool { return p.rules.Rules[i].Role == evaluate.RoleBar && p.fires(i) }
	for i := range p.rules.Rules {
		if bar(i) {
			return false
		}
	}
	return p.walk.Outcome != evaluate.NotRated
}

// ofCap tells whether a rule only says whom a ceiling counts.
func ofCap(r *evaluate.Rule) bool {
	return r.Role == evaluate.RoleCapExclude || r.Role == evaluate.RoleCapOnly
}

// decides tells whether a rule that holds had its effect: a bar that no
// exception takes away, an exception or relief of a bar that holds, a sanction
// without which the grade would be another.
func (c *coverage) decides(p *staged, i int) bool {
	r := &p.rules.Rules[i]
	switch {
	case !p.fires(i):
		return false
	case r.Role == evaluate.RoleNotRated:
		return p.walk.Because == i
	case r.Parent >= 0:
		return p.walk.Verdicts[r.Parent] == evaluate.Holds
	case r.Role == evaluate.RoleSanction:
		return c.matters(p, r.ID)
	}
	return true
}

// matters plays a case again without one sanction.
func (c *coverage) matters(p *staged, id string) bool {
	spec := p.rules.Spec
	spec.Sanctions = slices.DeleteFunc(slices.Clone(spec.Sanctions), func(s evaluate.SanctionSpec) bool { return s.ID == id })
	again, _ := play(p.spec, rebuild(p.rules, spec, c.lib.Vocabulary, p.rules.Switches), c.lib.Vocabulary)
	return differ(&p.walk, &again.walk)
}

func (c *coverage) seeCaps(p *staged) {
	for _, f := range p.caps {
		if f.Over.Min > 0 {
			c.given["over "+f.Cap.ID] = true
		} else if f.Over.Max == 0 {
			c.given["kept "+f.Cap.ID] = true
		}
		if f.Uplifted {
			c.given["uplift "+f.Cap.ID] = true
		}
	}
}

func (c *coverage) report() SetCoverage {
	out := SetCoverage{Ref: c.rs.Ref(), Cases: c.cases}
	for i := range c.rs.Rules {
		s := c.seen[i]
		out.Rules = append(out.Rules, RuleCoverage{ID: c.rs.Rules[i].ID, Holds: s[evaluate.Holds], Fails: s[evaluate.Fails],
			Unknown: s[evaluate.Unknown], NotApplicable: s[evaluate.NotApplicable]})
		c.ruleGaps(&out, i)
	}
	for _, p := range c.rs.Spec.Profiles {
		c.needGiven(&out, "profile "+p.ID, Gap{At: p.At, Rule: p.ID, What: GapGiven})
	}
	for _, r := range c.rs.Spec.Ladder {
		c.needGiven(&out, "rung "+r.Rung, Gap{At: r.At, Rule: r.Rung, What: GapGiven})
		c.edgeGaps(&out, r)
	}
	if c.rs.Spec.FallThrough == evaluate.FallReview && canFallThrough(&c.rs.Spec) {
		c.needGiven(&out, "fall_through", Gap{At: c.rs.Spec.FallAt, Rule: "fall_through", What: GapFired})
	}
	for _, k := range c.rs.Spec.Caps {
		c.needGiven(&out, "over "+k.ID, Gap{At: k.At, Rule: k.ID, What: GapFired})
		c.needGiven(&out, "kept "+k.ID, Gap{At: k.At, Rule: k.ID, What: GapKept})
		if k.Uplift != nil {
			c.needGiven(&out, "uplift "+k.ID, Gap{At: k.At, Rule: k.ID, What: GapGiven})
		}
	}
	for _, s := range c.rs.Sheets {
		if seen := c.sheets.of(s, c.rs.Schema()); seen != nil {
			out.Never = append(out.Never, seen.gaps(c.rs.Ref())...)
		}
	}
	return out
}

// canFallThrough tells whether anybody can match no rung: not where points alone
// decide, since bands leave no gap.
func canFallThrough(s *evaluate.RuleSetSpec) bool {
	return slices.ContainsFunc(s.Ladder, func(r evaluate.RungSpec) bool { return len(r.Needs) > 0 || r.Band == nil })
}

func (c *coverage) needGiven(out *SetCoverage, key string, g Gap) {
	if !c.given[key] {
		c.miss(out, g)
	}
}

// miss notes a gap. A set that extends another answers for its own parts only:
// the cases of its parent prove the rest.
func (c *coverage) miss(out *SetCoverage, g Gap) {
	if c.rs.Spec.Extends != "" && g.At.File != c.rs.Spec.At.File {
		return
	}
	g.Ref = c.rs.Ref()
	out.Never = append(out.Never, g)
}

// ruleGaps lists the verdicts that a rule can give and never gave.
func (c *coverage) ruleGaps(out *SetCoverage, i int) {
	r := &c.rs.Rules[i]
	seen := c.seen[i]
	if seen == [4]int{} && r.Off {
		c.miss(out, Gap{At: r.At, Rule: r.ID, What: GapHolds})
		return
	}
	m, fails := possibleVerdicts(c.rs, &r.When), !r.When.IsEmpty() // a bound by related subjects never fails
	if c.unproven(r, &m) {
		return
	}
	fails = fails || r.Role == evaluate.RoleVote || r.Role == evaluate.RoleDifference
	if r.AppliesWhen != nil {
		scope := possibleVerdicts(c.rs, r.AppliesWhen)
		m.notApplicable, m.unknown = true, m.unknown || scope.unknown
	}
	for _, w := range []struct {
		v    evaluate.Verdict
		can  bool
		what GapKind
	}{{evaluate.Holds, true, GapHolds}, {evaluate.Fails, fails, GapFails},
		{evaluate.Unknown, m.unknown, GapUnknown}, {evaluate.NotApplicable, m.notApplicable, GapNotApplicable}} {
		if w.can && seen[w.v] == 0 {
			c.miss(out, Gap{At: r.At, Rule: r.ID, What: w.what})
		}
	}
	switch r.Role {
	case evaluate.RoleNotRated, evaluate.RoleBar, evaluate.RoleException, evaluate.RoleRelief, evaluate.RoleSanction:
		if !c.fired[i] && seen[evaluate.Holds] > 0 {
			c.miss(out, Gap{At: r.At, Rule: r.ID, What: GapFired})
		}
	}
}

// edgeGaps demands, for the lower edge of each band, points on the edge, points
// less than one away on its other side, and points on its own side.
func (c *coverage) edgeGaps(out *SetCoverage, r evaluate.RungSpec) {
	if r.Band == nil || r.Band.From == nil {
		return
	}
	edge, own := *r.Band.From, 1 // the side that the edge itself belongs to
	if r.Band.FromExcluded {
		own = -1
	}
	at, past, inside := false, false, false
	for _, s := range c.scores {
		d := s.Sub(edge)
		switch d.Sign() {
		case 0:
			at = true
		case own:
			inside = true
		default:
			past = past || d.Cmp(evaluate.Int(1)) < 0 && d.Cmp(evaluate.Int(-1)) > 0
		}
	}
	for _, e := range []struct {
		what GapKind
		seen bool
	}{{GapAtEdge, at}, {GapPastEdge, past}, {GapInside, inside}} {
		if !e.seen {
			c.miss(out, Gap{At: r.Band.At, Rule: r.Rung, What: e.what, Edge: edge.String()})
		}
	}
}

// unproven tells of a rule that can give no verdict of interest: a vote that only
// collects its ballots. For the others it says which verdicts they can give.
func (c *coverage) unproven(r *evaluate.Rule, m *maybe) bool {
	switch r.Role {
	case evaluate.RoleVote:
		i := slices.IndexFunc(c.rs.Spec.Votes, func(v evaluate.VoteSpec) bool { return v.ID == r.ID })
		return i >= 0 && len(c.rs.Spec.Votes[i].Majorities) == 0
	case evaluate.RoleDifference:
		m.unknown = false // nothing to compare is nothing to explain
	}
	return false
}
