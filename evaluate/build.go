package evaluate

import "slices"

// builder assembles a RuleSet and collects every mistake on the way.
type builder struct {
	compiler
	rs       *RuleSet
	sheets   map[string]*SheetSpec
	bounding bool // a bound by related subjects, which needs no condition
}

// NewRuleSet checks a rule file against the vocabulary and compiles it. Every
// mistake is reported at once with the place it was written; the set is usable
// only when none is an Error. switches are the optional rules turned on.
func NewRuleSet(spec RuleSetSpec, sheets map[string]*SheetSpec, v *Vocabulary, switches []string) (*RuleSet, []Problem) {
	schema := v.Schema(spec.Kind)
	if schema == nil {
		return nil, []Problem{problemNoKindFacts(spec.At, string(spec.Kind))}
	}
	schema = schema.inOwnWords(spec.Scale)
	fillCitations(&spec)
	rs := &RuleSet{Spec: spec, schema: schema, Switches: slices.Sorted(slices.Values(switches)), used: map[int]bool{}, counted: map[Kind]map[int]bool{}, fallRank: NoRank}
	rs.orgs = v.Schema(Organization)
	b := &builder{rs: rs, sheets: sheets, compiler: compiler{vocab: v, schema: schema, profiles: spec.Profiles,
		groups: map[string]GroupSpec{}, used: rs.used, counted: rs.counted, relates: map[Relation]bool{}, groupUse: map[string]bool{}}}
	for _, g := range spec.Groups {
		b.groups[g.ID] = g
	}
	if len(spec.Scale) < 2 || len(spec.Scale) > 6 {
		b.fail(about("scale", problemScale(spec.At)))
	}
	b.choosing = true
	b.addProfiles()
	b.choosing, b.scored = false, rs.Sheets
	b.addNotRated()
	b.addBars()
	b.addLadder()
	b.addFallThrough()
	b.addSanctions()
	b.addRests()
	for _, n := range b.rs.Spec.Notices {
		b.rs.notices = append(b.rs.notices, b.add(n, RoleNotice, NoRank, -1))
	}
	b.addVotes()
	b.addDifference()
	b.addCaps()
	b.checkNeeds()
	b.secure()
	b.finish()
	return rs, b.problems
}

func (b *builder) finish() {
	// Switches are named for all sets of a campaign together: keep this one's.
	known := b.rs.KnownSwitches()
	b.rs.Switches = slices.DeleteFunc(b.rs.Switches, func(s string) bool { return !slices.Contains(known, s) })
	for _, g := range b.rs.Spec.Groups {
		if !b.groupUse[g.ID] {
			b.fail(problemUnusedGroup(g.At, g.ID))
		}
	}
	for _, id := range b.rs.Spec.Columns {
		if _, ok := b.schema.Index(id); !ok {
			b.fail(problemUnknownFact(b.rs.Spec.At, id, b.schema))
		}
	}
	for i := range b.schema.Facts {
		if rel := b.schema.Facts[i].GivenBy; rel != "" && b.used[i] {
			b.relates[rel] = true
			b.rs.given = append(b.rs.given, i)
		}
	}
	for _, r := range Relations() {
		graded, asked := b.relates[r]
		if asked {
			b.rs.relates = append(b.rs.relates, r)
		}
		if graded {
			b.rs.awaits = append(b.rs.awaits, r)
		}
	}
	seen := map[string]bool{}
	for i := range b.rs.Rules {
		r := &b.rs.Rules[i]
		if r.Role != RoleProfile && seen[r.ID] {
			b.fail(problemRepeatedID(r.At, r.ID))
		}
		seen[r.ID] = true
		var firsts []*firstNode
		collectFirsts(r.when, &firsts)
		collectFirsts(r.applies, &firsts)
		for _, n := range firsts {
			b.rs.firsts = append(b.rs.firsts, stated{i, n})
		}
	}
}

// add compiles one rule and returns its index.
func (b *builder) add(spec RuleSpec, role RuleRole, rank Rank, parent int) int {
	b.checkCited(spec)
	r := Rule{RuleSpec: spec, Role: role, Rank: rank, Parent: parent}
	r.Off = spec.Switch != "" && !spec.DefaultOn && !slices.Contains(b.rs.Switches, spec.Switch)
	// A rule that is switched off is checked, but asks for no column.
	if r.Off {
		used, counted, relates := b.used, b.counted, b.relates
		b.used, b.counted, b.relates = map[int]bool{}, map[Kind]map[int]bool{}, map[Relation]bool{}
		defer func() { b.used, b.counted, b.relates = used, counted, relates }()
	}
	if !spec.When.IsEmpty() || !b.bounding {
		r.when = b.condition(&spec.When)
	}
	if spec.AppliesWhen != nil {
		r.applies = b.condition(spec.AppliesWhen)
	}
	b.rs.Rules = append(b.rs.Rules, r)
	return len(b.rs.Rules) - 1
}

func (b *builder) checkCited(s RuleSpec) {
	if s.Text == "" {
		b.fail(about("text", problemNoText(s.At, s.ID)))
	}
	b.checkCite(s.At, s.ID, s.Cite, s.Standing)
	if s.Standing == SecondHand && (s.Switch == "" || s.DefaultOn) {
		b.fail(about("standing", problemSecondHandOn(s.At, s.ID)))
	}
}

func (b *builder) checkCite(at Origin, id string, c Citation, st Standing) {
	b.checkSource(at, id, c)
	if !slices.Contains(Standings(), st) {
		b.fail(about("standing", problemNoStanding(at, id, string(st))))
	}
}

func (b *builder) checkSource(at Origin, id string, c Citation) {
	known := slices.ContainsFunc(b.rs.Spec.Sources, func(s Source) bool { return s.ID == c.Source })
	switch {
	case c.Source == "" || c.Place == "":
		b.fail(about("cite", problemNoCitation(at, id)))
	case !known:
		b.fail(about("cite.source", problemUnknownSource(at, c.Source, idsOf(b.rs.Spec.Sources, func(s Source) string { return s.ID }))))
	}
}

func (b *builder) addProfiles() {
	index := map[string]int{}
	for i, p := range b.rs.Spec.Profiles {
		out := profile{rule: -1, sheet: -1}
		if p.When != nil {
			out.rule = b.add(RuleSpec{At: p.At, ID: p.ID, Text: p.Text, Cite: p.Cite, Standing: p.Standing, When: *p.When}, RoleProfile, NoRank, -1)
		} else {
			b.checkCite(p.At, p.ID, p.Cite, p.Standing)
			if i != len(b.rs.Spec.Profiles)-1 {
				b.fail(problemProfileOrder(p.At, p.ID))
			}
		}
		if p.Sheet != "" {
			out.sheet = b.sheet(p, index)
		}
		b.rs.profiles = append(b.rs.profiles, out)
	}
}

func (b *builder) sheet(p ProfileSpec, index map[string]int) int {
	if i, ok := index[p.Sheet]; ok {
		return i
	}
	spec := b.sheets[p.Sheet]
	if spec == nil {
		b.fail(about("sheet", problemUnknownSheet(p.At, p.Sheet, sortedKeys(b.sheets))))
		return -1
	}
	s, ps := compileSheet(spec, b.schema)
	b.problems = append(b.problems, ps...)
	for _, fact := range s.facts {
		b.use(fact)
		b.checkCollected(spec.At, b.schema, fact)
	}
	b.checkSheetCites(spec)
	b.rs.Sheets = append(b.rs.Sheets, s)
	index[p.Sheet] = len(b.rs.Sheets) - 1
	return index[p.Sheet]
}

func (b *builder) addNotRated() {
	for _, n := range b.rs.Spec.NotRated {
		i := b.add(n.RuleSpec, RoleNotRated, NoRank, -1)
		b.rs.Rules[i].Class, b.rs.Rules[i].CountsAs = n.Class, n.CountsAs
		b.rs.notRated = append(b.rs.notRated, i)
	}
}

func (b *builder) addBars() {
	for _, s := range b.rs.Spec.Bars {
		out := bar{rule: b.add(s.RuleSpec, RoleBar, 0, -1), relief: -1}
		b.rs.Rules[out.rule].CountsAs = s.CountsAs
		for _, e := range s.Exceptions {
			out.exceptions = append(out.exceptions, b.add(e, RoleException, 0, out.rule))
		}
		if s.Relief != nil {
			relief := *s.Relief
			if relief.ID == "" || slices.ContainsFunc(b.rs.Rules, func(r Rule) bool { return r.ID == relief.ID }) {
				relief.ID = s.ID + "-RELIEF"
			}
			out.relief = b.add(relief, RoleRelief, 0, out.rule)
			out.refers = asksNothingNew(&relief.When, &s.When)
		}
		b.rs.bars = append(b.rs.bars, out)
	}
}

func (b *builder) addLadder() {
	scale := b.rs.Spec.Scale
	order := b.rungsOnLadder() // what is missing is said once, not at every rung below
	for i := range b.rs.Spec.Ladder {
		spec := &b.rs.Spec.Ladder[i]
		rank, ok := scale.Rank(spec.Rung)
		if i >= len(order) || !ok || order[i] != spec.Rung {
			want := ""
			if i < len(order) && ok {
				want = order[i]
			}
			b.fail(problemLadder(spec.At, want, scale))
			continue
		}
		b.checkSource(spec.At, spec.Rung, spec.Cite)
		r := rung{spec: spec, rank: rank}
		for _, n := range spec.Needs {
			r.needs = append(r.needs, b.add(n, RoleNeed, rank, -1))
		}
		for _, j := range spec.Judgements {
			b.checkCite(j.At, j.ID, j.Cite, j.Standing)
		}
		b.rs.ladder = append(b.rs.ladder, r)
	}
	b.checkBands()
}

// rungsOnLadder lists the rungs of the scale that the ladder has, in the order of
// the scale, and reports those it lacks.
func (b *builder) rungsOnLadder() []string {
	var out []string
	for _, s := range b.rs.Spec.Scale {
		if slices.ContainsFunc(b.rs.Spec.Ladder, func(r RungSpec) bool { return r.Rung == s.ID }) {
			out = append(out, s.ID)
		} else {
			b.fail(about("scale", problemRungMissing(b.rs.Spec.At, s.ID)))
		}
	}
	return out
}

func (b *builder) addFallThrough() {
	s := &b.rs.Spec
	switch s.FallThrough {
	case FallReview, FallStepDown, FallLowest:
	case "": // one mistake, not also one about its citation
		b.fail(problemFallThrough(s.FallAt, "", s.Scale))
		return
	default:
		r, ok := s.Scale.Rank(string(s.FallThrough))
		if !ok {
			b.fail(problemFallThrough(s.FallAt, string(s.FallThrough), s.Scale))
		}
		b.rs.fallRank = r
	}
	b.checkCite(s.FallAt, "fall_through", s.FallCite, s.FallStand)
}

func (b *builder) rank(at Origin, key, id string) Rank {
	if id == "" {
		return NoRank
	}
	r, ok := b.rs.Spec.Scale.Rank(id)
	if !ok {
		b.fail(about(key, problemUnknownRung(at, id, b.rs.Spec.Scale)))
		return NoRank
	}
	return r
}

// bound completes a sanction that is bounded by related subjects: without a
// condition of its own it holds for everybody who has any.
func (b *builder) bound(r *Rule, s SanctionSpec) {
	kind, ok := relationKind(s.NotAboveOf)
	if !ok || b.vocab.Schema(kind) == nil {
		b.fail(problemUnknownRelation(s.At, string(s.NotAboveOf)))
		return
	}
	if !r.Off {
		b.relates[s.NotAboveOf] = true
	}
	if s.When.IsEmpty() {
		r.when = relatedNode{s.NotAboveOf}
	}
}

// checkSheetCites holds a sheet's citations against the sources of the set; what
// a line has from its group is looked at once.
func (b *builder) checkSheetCites(s *SheetSpec) {
	b.checkCite(s.At, s.ID, s.Cite, s.Standing)
	for i := range s.Groups {
		g := &s.Groups[i]
		if g.Cite != s.Cite || g.Standing != s.Standing {
			b.checkCite(g.At, g.ID, g.Cite, g.Standing)
		}
		for l := range g.AllLines() {
			if l.Cite != g.Cite || l.Standing != g.Standing {
				b.checkCite(l.At, l.ID, l.Cite, l.Standing)
			}
		}
	}
}
