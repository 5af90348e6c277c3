package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// staged is a case after it was played: what the rule set made of it.
type staged struct {
	spec     *caseSpec
	rules    *evaluate.RuleSet
	words    *evaluate.Vocabulary
	frame    *evaluate.Frame
	row      int
	walk     evaluate.Walk
	result   evaluate.Result
	missing  []evaluate.FactID
	problems []evaluate.Problem
	refused  []string // facts and lines whose values no workbook may hold
	caps     []evaluate.CapFinding
	members  []evaluate.Walk // of a group's subjects
}

// stage plays one case in a tiny office of its own.
type stage struct {
	vocabulary *evaluate.Vocabulary
	rules      *evaluate.RuleSet
	inputs     *evaluate.Inputs
	refusable  []string           // facts and lines whose values the case expects to be refused
	refused    []string           // those that were
	problems   []evaluate.Problem // mistakes of the case itself
}

// The positions in the tiny office's tree.
const (
	rootOrg = iota
	baseOrg
	branchOrg
)

// play decides the case's subject, or its group's ceilings. The problems are
// mistakes in the case's own writing; with any of them the result means nothing.
func play(cs *caseSpec, rs *evaluate.RuleSet, v *evaluate.Vocabulary) (*staged, []evaluate.Problem) {
	s := &stage{vocabulary: v, rules: rs, inputs: &evaluate.Inputs{Reference: cs.reference, Period: casePeriod(cs, rs)}}
	s.inputs.Tree, _ = evaluate.NewTree([]evaluate.Org{{Code: "0", Level: evaluate.CommitteeLevel},
		{Code: "1", Level: evaluate.BaseCommittee, Parent: "0"}, {Code: "2", Level: evaluate.Branch, Parent: "1"}})
	for _, e := range cs.expect {
		if e.key == "rejected" {
			s.refusable = append(s.refusable, e.values...)
		}
	}
	out := &staged{spec: cs, rules: rs, words: v}
	if cs.scene.group != nil {
		s.playGroup(cs, out)
	} else {
		s.playOne(cs, out)
	}
	return out, s.problems
}

// casePeriod is the period stated, or the one the reference day lies in.
func casePeriod(cs *caseSpec, rs *evaluate.RuleSet) evaluate.Period {
	if cs.period != nil {
		return *cs.period
	}
	p := evaluate.Period{Granularity: rs.Spec.Granularity, Year: cs.reference.Year}
	switch p.Granularity {
	case evaluate.Quarterly:
		p.Part = (cs.reference.Month + 2) / 3
	case evaluate.Monthly:
		p.Part = cs.reference.Month
	case evaluate.Term:
		p.Part = p.Year + 1
	}
	return p
}

func (s *stage) playOne(cs *caseSpec, out *staged) {
	frame := evaluate.NewFrame(s.rules.Schema())
	row := frame.Append(evaluate.Place{Source: -1})
	if o := cs.scene.org; o != nil && s.rules.Spec.Kind == evaluate.Organization {
		s.fill(frame, row, treeFacts(o))
		s.fill(frame, row, o.facts)
	}
	s.fill(frame, row, cs.scene.facts)
	s.fillLines(frame, row, cs.scene.lines)
	out.frame, out.row = frame, row
	out.walk = s.decide(frame, row, cs.scene.score, s.upstream(cs))
	out.result = s.rules.Settle(out.walk, frame, row)
	out.problems = append(s.rules.CheckRow(frame, row), out.result.DecisionProblems(frame, row, "")...)
	out.missing, out.refused = s.missing(frame, out.result), s.refused
}

func (s *stage) decide(f *evaluate.Frame, row int, score *evaluate.Num, up evaluate.Upstream) evaluate.Walk {
	if score != nil {
		return s.rules.DecideScored(f, row, s.inputs, up, *score)
	}
	return s.rules.Decide(f, row, s.inputs, up)
}

// missing asks a report of this one subject which facts it waits for.
func (s *stage) missing(f *evaluate.Frame, res evaluate.Result) []evaluate.FactID {
	pop := &evaluate.Population{Frame: f, Subjects: []evaluate.Subject{{Org: branchOrg}}}
	in := *s.inputs
	kind := s.rules.Spec.Kind
	in.Populations = map[evaluate.Kind]*evaluate.Population{kind: pop}
	r := &evaluate.Report{Inputs: &in, Results: map[evaluate.Kind][]evaluate.Result{kind: {res}}}
	var out []evaluate.FactID
	for _, o := range r.Missing(s.rules.Spec.Kind, 0) {
		if o.Fact != "" { // a count waits for others, not for a fact
			out = append(out, o.Fact)
		}
	}
	return out
}

// Facts that the organization list supplies about an organization.
const (
	orgLevelFact       = evaluate.FactOrgLevel
	hasPredecessorFact = evaluate.FactPredecessor
	foundedOnFact      = evaluate.FactFoundedOn
)

// treeFacts are what the organization list would say of an organization.
func treeFacts(o *orgScene) []givenFact {
	out := []givenFact{{id: orgLevelFact, text: o.level}, {id: hasPredecessorFact, text: "no"}}
	if o.predecessor {
		out[1].text = "yes"
	}
	if !o.founded.IsZero() {
		out = append(out, givenFact{id: foundedOnFact, text: o.founded.String()})
	}
	return out
}

// fill writes facts into a row; an empty text blanks what a preset gave.
func (s *stage) fill(f *evaluate.Frame, row int, facts []givenFact) {
	for _, g := range facts {
		i, ok := f.Schema.Index(g.id)
		if !ok {
			s.problems = append(s.problems, problemCaseFact(g.at, string(g.id), knownFacts(f.Schema.Facts, string(f.Schema.Kind))))
			continue
		}
		def := &f.Schema.Facts[i]
		if def.Type == evaluate.TextFact {
			f.SetText(row, i, g.text)
			continue
		}
		v, ok := parseValue(def, g.text)
		switch {
		case !ok && slices.Contains(s.refusable, g.key()):
			s.refused = append(s.refused, g.key())
			continue
		case !ok || def.Derived != nil:
			s.problems = append(s.problems, problemCaseValue(g, def))
			continue
		}
		f.Set(row, i, v)
	}
}

func parseValue(def *evaluate.FactDef, text string) (evaluate.Value, bool) {
	if text == "" {
		return evaluate.Value{}, true
	}
	switch def.Type {
	case evaluate.NumberFact:
		x, err := evaluate.ParseNum(text)
		if err != nil || def.Step.Sign() > 0 && !x.MultipleOf(def.Step) ||
			def.Min != nil && x.Cmp(*def.Min) < 0 || def.Max != nil && x.Cmp(*def.Max) > 0 {
			return evaluate.Value{}, false
		}
		return evaluate.NumberValue(x)
	case evaluate.DateFact:
		d, ok := evaluate.ParseDate(text)
		return evaluate.DateValue(d), ok
	}
	i, ok := def.CodeIndex(text)
	return evaluate.ChoiceValue(i), ok
}

// upstream hands over the related subjects with the grades the case gives them.
func (s *stage) upstream(cs *caseSpec) evaluate.Upstream {
	members := s.related(evaluate.Member, cs.scene.members)
	children := s.related(evaluate.Organization, cs.scene.children)
	home := []evaluate.RelatedSubject{}
	others := map[evaluate.Relation][]evaluate.RelatedSubject{}
	for rel, scenes := range cs.scene.related {
		others[rel] = s.related(evaluate.RelationKind(rel), scenes)
	}
	if o := cs.scene.org; o != nil && s.rules.Spec.Kind != evaluate.Organization {
		r := relatedScene{at: cs.at, times: 1, grade: o.grade, facts: append(treeFacts(o), o.facts...)}
		if o.grade == "" {
			r.open = statutoryGrades()
		}
		home = s.related(evaluate.Organization, []relatedScene{r})
	}
	return func(rel evaluate.Relation) []evaluate.RelatedSubject {
		switch rel {
		case evaluate.Members, evaluate.Subtree:
			return members
		case evaluate.Children:
			return children
		case evaluate.HomeOrg:
			return home
		}
		return others[rel]
	}
}

func (s *stage) related(k evaluate.Kind, scenes []relatedScene) []evaluate.RelatedSubject {
	schema := s.vocabulary.Schema(k)
	out := []evaluate.RelatedSubject{}
	if schema == nil {
		return out
	}
	frame, scale := evaluate.NewFrame(schema), evaluate.StatutoryScale()
	for _, r := range scenes {
		row := frame.Append(evaluate.Place{Source: -1})
		s.fill(frame, row, r.facts)
		possible := s.possible(r, scale)
		for range r.times {
			out = append(out, evaluate.RelatedSubject{Frame: frame, Row: row, Scale: scale, Possible: possible, NotRated: r.notRated})
		}
	}
	return out
}

// possible are the grades a related subject has or may have.
func (s *stage) possible(r relatedScene, scale evaluate.Scale) evaluate.RankSet {
	var set evaluate.RankSet
	grades := r.open
	if r.grade != "" {
		grades = []string{r.grade}
	}
	for _, g := range grades {
		rank, ok := gradeRank(scale, g)
		if !ok {
			s.problems = append(s.problems, problemChoice(r.at, "grade", g, scaleCodes(scale)))
			continue
		}
		set = set.With(rank)
	}
	if set == 0 && !r.notRated {
		s.problems = append(s.problems, problemCaseScene(r.at, sceneNoGrade))
	}
	return set
}

// gradeRank reads a rung id or a statutory grade.
func gradeRank(scale evaluate.Scale, code string) (evaluate.Rank, bool) {
	if r, ok := scale.Rank(code); ok {
		return r, true
	}
	r := scale.RankOf(evaluate.Statutory(code))
	return r, r != evaluate.NoRank
}

func scaleCodes(scale evaluate.Scale) []string {
	var out []string
	for _, r := range scale {
		out = append(out, r.ID)
	}
	return out
}

// waitsFor tells whether every fact demanded is among those missing.
func (p *staged) waitsFor(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(p.missing, evaluate.FactID(id)) })
}
