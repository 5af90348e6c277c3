package evaluate

import "slices"

// Grade decides every subject in the order that the rule sets' conditions and
// bounds demand, then looks at the ceilings. Problems are matters of the data
// (decisions without a reason, a circle of dependence); the report is complete
// even so, except where a circle leaves no order.
func Grade(in *Inputs, sets map[Kind]*RuleSet) (*Report, []Problem) {
	g := &grader{in: in, sets: sets, report: &Report{Inputs: in}}
	if p := g.circle(); p != nil {
		return g.report, []Problem{*p}
	}
	g.prepare()
	for i := range g.report.Members {
		g.decide(Member, i)
	}
	for i := range g.report.Orgs {
		g.decide(Organization, i)
	}
	for _, k := range gradedKinds() {
		if sets[k] != nil {
			g.report.Caps = append(g.report.Caps, sets[k].Caps(g.report, k)...)
		}
	}
	return g.report, SortProblems(append(g.problems, g.report.sharedUplifts()...))
}

// gradedKinds lists the kinds graded here, in the order their caps are shown.
func gradedKinds() []Kind { return []Kind{Member, Organization} }

type grader struct {
	in       *Inputs
	sets     map[Kind]*RuleSet
	report   *Report
	problems []Problem
	done     map[Kind][]bool
	members  [][]int // tree position → member rows rated there
	orgRow   []int   // tree position → organization row, -1 for none
}

// circle finds kinds that wait for each other. Attached organizations stand
// lower in the tree, so that relation cannot close a circle by itself.
func (g *grader) circle() *Problem {
	m, o := g.sets[Member], g.sets[Organization]
	if m == nil || o == nil || !slices.Contains(m.relates, HomeOrg) {
		return nil
	}
	if slices.Contains(o.relates, Members) || slices.Contains(o.relates, Subtree) {
		p := problemCircle(m, o)
		return &p
	}
	return nil
}

func (g *grader) prepare() {
	g.done = map[Kind][]bool{}
	g.members = make([][]int, g.in.Tree.Len())
	g.orgRow = make([]int, g.in.Tree.Len())
	for i := range g.orgRow {
		g.orgRow[i] = -1
	}
	if p := g.in.Members; p != nil && g.sets[Member] != nil {
		g.report.Members = make([]Result, len(p.Subjects))
		g.done[Member] = make([]bool, len(p.Subjects))
		for row, s := range p.Subjects {
			if s.Org >= 0 {
				g.members[s.Org] = append(g.members[s.Org], row)
			}
		}
	}
	if p := g.in.Orgs; p != nil && g.sets[Organization] != nil {
		g.report.Orgs = make([]Result, len(p.Subjects))
		g.done[Organization] = make([]bool, len(p.Subjects))
		for row, s := range p.Subjects {
			if s.Org >= 0 {
				g.orgRow[s.Org] = row
			}
		}
	}
}

// decide grades one subject after those it rests on.
func (g *grader) decide(k Kind, row int) {
	if g.done[k][row] {
		return
	}
	g.done[k][row] = true
	rs := g.sets[k]
	pop, results := g.report.Of(k)
	s := &pop.Subjects[row]
	for _, rel := range rs.relates {
		kind, _ := relationKind(rel)
		for _, other := range g.related(rel, s.Org) {
			g.decide(kind, other)
		}
	}
	w := rs.Decide(pop.Frame, row, g.in, g.upstream(s.Org))
	r := rs.Settle(w, pop.Frame, row)
	if len(s.Holds) > 0 && r.Decided == NoRank {
		r.Outcome, r.Rank, r.Cause = Undecided, NoRank, NoCause
		r.Possible, r.MayBeNone = upTo(rs.Spec.Scale.Top()), true
	}
	results[row] = r
	g.problems = append(g.problems, r.DecisionProblems(pop.Frame, row, s.ID)...)
}

// DecisionProblems are what a recorded decision lacks: a reason, a relief.
func (r *Result) DecisionProblems(f *Frame, row int, subject string) []Problem {
	var ps []Problem
	at := f.Origin(row, r.Rules.schema.ByRole(RoleDecision))
	if r.NeedsReason {
		ps = append(ps, problemNoReason(at, subject))
	}
	if r.NeedsRelief {
		ps = append(ps, problemNoRelief(at, subject))
	}
	return ps
}

// related lists the rows that stand in a relation to the organization at a
// tree position.
func (g *grader) related(rel Relation, org int) []int {
	if org < 0 {
		return nil
	}
	switch rel {
	case Members:
		return g.members[org]
	case Subtree:
		var out []int
		for _, o := range g.in.Tree.Within(org) {
			out = append(out, g.members[o]...)
		}
		return out
	case Children:
		var out []int
		for _, c := range g.in.Tree.Children(org) {
			if g.orgRow[c] >= 0 {
				out = append(out, g.orgRow[c])
			}
		}
		return out
	case HomeOrg:
		if g.orgRow[org] >= 0 {
			return []int{g.orgRow[org]}
		}
	}
	return nil
}

// upstream shows the subjects a condition counts with their effective grades.
func (g *grader) upstream(org int) Upstream {
	return func(rel Relation) []RelatedSubject {
		kind, ok := relationKind(rel)
		if !ok || kind != Member && kind != Organization {
			return nil // nobody says yet who leads what
		}
		pop, results := g.report.Of(kind)
		if pop == nil || len(results) == 0 {
			return []RelatedSubject{}
		}
		rows := g.related(rel, org)
		out := make([]RelatedSubject, len(rows))
		for i, row := range rows {
			r := &results[row]
			out[i] = RelatedSubject{Frame: pop.Frame, Row: row, Scale: r.Rules.Spec.Scale,
				Possible: r.Possible, MayBeNone: r.MayBeNone, NotRated: r.Outcome == NotRated}
		}
		return out
	}
}
