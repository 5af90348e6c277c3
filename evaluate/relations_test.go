package evaluate

import (
	"slices"
	"strings"
	"testing"
)

func people(orgs ...int) *Population {
	p := &Population{}
	for _, o := range orgs {
		p.Subjects = append(p.Subjects, Subject{Org: o})
	}
	return p
}

// system is an office D over the base B with branches 1 and 2; branch 2 and the
// second collective are listed last and first on purpose.
func system(t *testing.T) *Inputs {
	tree, ps := NewTree([]Org{{Code: "D", Level: CommitteeLevel}, {Code: "B", Parent: "D", Level: BaseCommittee},
		{Code: "1", Parent: "B", Level: Branch}, {Code: "2", Parent: "B", Level: Branch}})
	failOn(t, ps)
	in := &Inputs{Tree: tree, Populations: map[Kind]*Population{Organization: people(3, 1, 2), Member: people(2, 3, 2, -1, 1), Collective: people(2, 1), Leader: people(2, 2, 1)}}
	leaders := in.Populations[Leader].Subjects
	leaders[0].Links = []Link{{Relation: OwnCollective, Rows: []int{0}}}
	leaders[2].Links = []Link{{Relation: OwnCollective, Rows: []int{0}}, {Relation: UnitsInCharge}}
	return in
}

func TestWhoStandsInARelation(t *testing.T) {
	r := relate(system(t), &Report{})
	for _, c := range []struct {
		name string
		rel  Relation
		kind Kind
		row  int
		want []int
		none bool // nobody has said
	}{
		{"members of branch 1", Members, Organization, 2, []int{0, 2}, false},
		{"members of the base itself", Members, Organization, 1, []int{4}, false},
		{"members below the base", Subtree, Organization, 1, []int{4, 0, 2, 1}, false},
		{"attached organizations", Children, Organization, 1, []int{2, 0}, false},
		{"a branch has none", Children, Organization, 0, nil, false},
		{"the organization of a member", HomeOrg, Member, 1, []int{0}, false},
		{"of one that nobody placed", HomeOrg, Member, 3, nil, true},
		{"collectives of branch 1", Collectives, Organization, 2, []int{0}, false},
		{"who belongs to a collective", Fellows, Collective, 0, []int{0, 2}, false},
		{"nobody named the other", Fellows, Collective, 1, nil, false},
		{"members have no fellows", Fellows, Member, 0, nil, true},
		{"a collective that was named", OwnCollective, Leader, 0, []int{0}, false},
		{"one that was not", OwnCollective, Leader, 1, nil, true},
		{"no unit in charge, as was said", UnitsInCharge, Leader, 2, nil, false},
		{"units in charge nobody spoke of", UnitsInCharge, Leader, 0, nil, true},
	} {
		rows, known := r.of(c.rel, c.kind, c.row)
		if !slices.Equal(rows, c.want) || known == c.none {
			t.Errorf("%s: %v, known %t", c.name, rows, known)
		}
	}
}

// Whoever is known to sit on a collective by another row than a leader's is counted after
// its leaders, without a grade.
func TestSeatedFellowsAreCountedAfterTheLeaders(t *testing.T) {
	in := system(t)
	in.Seated = people(2)
	in.Seated.Subjects[0].ID = "seated"
	in.Seated.Subjects[0].Links = []Link{{Relation: OwnCollective, Rows: []int{1}}}
	report := &Report{Inputs: in, Results: map[Kind][]Result{Leader: make([]Result, 3)}}
	r := relate(in, report)
	if got := r.upstream(Collective, 1, nil)(Fellows); len(got) != 1 || got[0].ID != "seated" || !got[0].Seated || got[0].NotRated {
		t.Errorf("of the one that a member sits on: %v", got)
	}
	if got := r.upstream(Collective, 0, nil)(Fellows); len(got) != 2 || got[1].Seated {
		t.Errorf("of the other: %v", got)
	}
}

func TestRelationsWithoutThoseKinds(t *testing.T) {
	in := system(t)
	delete(in.Populations, Leader)
	if rows, known := relate(in, &Report{}).of(Fellows, Collective, 0); len(rows) != 0 || !known {
		t.Errorf("leaders are no part of the campaign: %v, known %t", rows, known)
	}
	delete(in.Populations, Organization)
	if _, known := relate(in, &Report{}).of(HomeOrg, Member, 0); known {
		t.Error("an organization that is not graded here passes for one")
	}
	in = system(t)
	in.Populations[Leader].Subjects[1].Links = []Link{{Relation: OwnUnit, Rows: []int{7, 8}}}
	up := relate(in, &Report{Inputs: in}).upstream(Leader, 1, nil)
	if up(OwnUnit) != nil {
		t.Error("units that others grade are known")
	}
	in.Ungraded = map[Kind]bool{Unit: true}
	if got := up(OwnUnit); len(got) != 2 || !got[0].NotRated || !got[1].NotRated {
		t.Errorf("units that nobody grades: %v", got)
	}
	asked := &countNode{of: OwnUnit, where: gradeNode{OpEquals, NotCompleted}, graded: true, op: OpAtLeast, number: Int(1)}
	facts := &countNode{of: OwnUnit, where: allNode{}, op: OpAtLeast, number: Int(1)}
	if a, f := asked.eval(&context{upstream: up}), facts.eval(&context{upstream: up}); a != Fails || f != Unknown {
		t.Errorf("their grades: %v, their facts: %v", a, f)
	}
}

func setOf(id string, k Kind, awaits ...Relation) *RuleSet {
	return &RuleSet{Spec: RuleSetSpec{ID: id, Edition: "1", Kind: k}, awaits: awaits}
}

func TestACircleOfSetsIsNamed(t *testing.T) {
	sets := map[Kind]*RuleSet{Member: setOf("dang-vien", Member, HomeOrg), Organization: setOf("to-chuc", Organization, Children, SubUnits), Unit: setOf("don-vi", Unit, SubUnits, Collectives),
		Collective: setOf("tap-the", Collective, HomeOrg), Leader: setOf("lanh-dao", Leader, OwnCollective)}
	report, ps := Grade(&Inputs{Populations: map[Kind]*Population{}}, sets)
	if len(ps) != 1 || ps[0].Code != "E307" || len(report.Results) != 0 {
		t.Fatalf("%v, %v", ps, report.Results)
	}
	for _, ref := range []string{"to-chuc@1", "don-vi@1", "tap-the@1"} {
		if !strings.Contains(ps[0].Message, ref) {
			t.Errorf("%s is not named: %s", ref, ps[0].Message)
		}
	}
	for _, ref := range []string{"dang-vien", "lanh-dao"} {
		if strings.Contains(ps[0].Message, ref) {
			t.Errorf("%s stands outside the circle: %s", ref, ps[0].Message)
		}
	}
	sets[Collective] = setOf("tap-the", Collective)
	if p := circle(sets); p != nil {
		t.Errorf("no circle is left: %s", p.Message)
	}
}

// A set that asks only for facts of others waits for nobody's grade.
func TestFactsAskedOfOthersMakeNobodyWait(t *testing.T) {
	counted := func(where ConditionSpec) *RuleSet {
		spec := sampleSpec()
		spec.Bars = append(spec.Bars, BarSpec{RuleSpec: rule("OTHERS", ConditionSpec{Count: &CountSpec{Of: Members, Where: where, Number: &Comparison{Op: OpAtLeast, Values: []string{"1"}}}}), CountsAs: "other"})
		rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
		failOn(t, ps)
		return rs
	}
	if rs := counted(is("decline", "yes")); len(rs.awaits) != 0 || !slices.Equal(rs.relates, []Relation{Members}) {
		t.Errorf("facts: waits for %v of %v", rs.awaits, rs.relates)
	}
	if rs := counted(ConditionSpec{Grade: &GradeTest{OpEquals, NotCompleted}}); !slices.Equal(rs.awaits, []Relation{Members}) {
		t.Errorf("grades: waits for %v", rs.awaits)
	}
}

func TestABoundThatIsOffAsksForNobody(t *testing.T) {
	for off, want := range map[bool]int{false: 1, true: 0} {
		spec := sampleSpec()
		bound := SanctionSpec{RuleSpec: rule("BOUND", ConditionSpec{}), NotAboveOf: HomeOrg}
		if off {
			bound.Switch = "bound"
		}
		spec.Sanctions = append(spec.Sanctions, bound)
		rs, ps := NewRuleSet(spec, sampleSheets(), sampleVocabulary(t), nil)
		failOn(t, ps)
		if len(rs.relates) != want || len(rs.awaits) != want {
			t.Errorf("off %t: asks %v, waits for %v", off, rs.relates, rs.awaits)
		}
	}
}
