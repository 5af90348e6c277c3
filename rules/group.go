package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// playGroup looks at the ceilings over a group whose grades the case states.
func (s *stage) playGroup(cs *caseSpec, out *staged) {
	frame := evaluate.NewFrame(s.rules.Schema())
	g := &group{stage: s, pop: &evaluate.Population{Frame: frame}}
	for _, member := range cs.scene.group {
		possible := s.possible(member, s.rules.Scale())
		for range member.times {
			row := g.add(branchOrg, possible, member.notRated)
			if o := cs.scene.org; o != nil && s.rules.Spec.Kind == evaluate.Organization {
				s.fill(frame, row, treeFacts(o))
			}
			s.fill(frame, row, cs.scene.facts)
			s.fill(frame, row, member.facts)
			s.fillLines(frame, row, append(slices.Clone(cs.scene.lines), member.lines...))
			g.pop.Subjects[row].Org = s.position(frame, row)
			g.results[row].Walk = s.decide(frame, row, member.score, nil)
			out.members = append(out.members, g.results[row].Walk)
		}
	}
	kind := s.rules.Spec.Kind
	s.inputs.Populations = map[evaluate.Kind]*evaluate.Population{kind: g.pop}
	report := &evaluate.Report{Inputs: s.inputs, Results: map[evaluate.Kind][]evaluate.Result{kind: g.results}}
	orgs := g
	if kind != evaluate.Organization {
		orgs = &group{stage: s, pop: &evaluate.Population{Frame: evaluate.NewFrame(s.vocabulary.Schema(evaluate.Organization))}}
		s.inputs.Populations[evaluate.Organization] = orgs.pop
	}
	orgs.grant(cs.scene)
	for _, c := range s.rules.Caps(report, kind) {
		if c.Rated+c.Open > 0 {
			out.caps = append(out.caps, c)
		}
	}
}

// position is where a group's subject stands: base organizations are compared
// with their sisters, everybody else within the base organization.
func (s *stage) position(f *evaluate.Frame, row int) int {
	i, ok := f.Schema.Index(orgLevelFact)
	if !ok {
		return branchOrg
	}
	if evaluate.OrgLevel(f.Data(i, f.Value(row, i))).IsBase() {
		return baseOrg
	}
	return branchOrg
}

// group is a population in the making, with the results the case states.
type group struct {
	*stage
	pop     *evaluate.Population
	results []evaluate.Result
}

// add appends one subject of an organization and returns its row.
func (g *group) add(org int, possible evaluate.RankSet, notRated bool) int {
	row := g.pop.Frame.Append(evaluate.Place{Source: -1})
	g.pop.Subjects = append(g.pop.Subjects, evaluate.Subject{Org: org})
	r := evaluate.Result{Rules: g.rules, Rank: evaluate.NoRank, Possible: possible, Decided: evaluate.NoRank,
		Proposed: evaluate.NoRank, Self: evaluate.NoRank}
	rank, settled := possible.Single()
	switch {
	case notRated:
		r.Outcome = evaluate.NotRated
	case settled:
		r.Outcome, r.Rank = evaluate.Graded, rank
	}
	g.results = append(g.results, r)
	return row
}

// grant records, at the organizations whose people the group may be, the
// decisions that grant the higher rate: that of every ceiling, or those in the
// cells the case names. They are not rated themselves.
func (g *group) grant(sc scene) {
	if !sc.uplift && len(sc.upliftBy) == 0 {
		return
	}
	for _, org := range []int{rootOrg, baseOrg} {
		row := g.add(org, 0, true)
		for _, c := range g.rules.Spec.Caps {
			if c.Uplift == nil || !sc.uplift {
				continue
			}
			if i, ok := g.pop.Frame.Schema.Index(c.Uplift.GrantedBy); ok {
				g.pop.Frame.SetText(row, i, string(c.Uplift.GrantedBy))
			}
		}
		g.fill(g.pop.Frame, row, sc.upliftBy)
		g.results[row].Walk.Verdicts = make([]evaluate.Verdict, len(g.rules.Rules))
	}
}
