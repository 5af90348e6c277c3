package evaluate

import "testing"

// A small invented regulation for tests of the walk; its numbers mean nothing.

func num(s string) *Num {
	x, err := ParseNum(s)
	if err != nil {
		panic(err)
	}
	return &x
}

func yesNo(id FactID, blank string) FactDef {
	return FactDef{ID: id, Kind: Member, Type: ChoiceFact, Heading: string(id), Blank: blank,
		Choices: []Choice{{Code: "yes", Label: "Có"}, {Code: "no", Label: "Không"}, {Code: "na", Label: "Không có", NotApplicable: true}}}
}

func count(id FactID) FactDef {
	return FactDef{ID: id, Kind: Member, Type: NumberFact, Heading: string(id), Step: Int(1), Unit: "tasks"}
}

func gradesFact(id FactID, role Role, level int) FactDef {
	return FactDef{ID: id, Kind: Member, Type: ChoiceFact, Heading: string(id), Role: role, Level: level, Ordered: true,
		Choices: []Choice{{Code: "excellent", Label: "XS"}, {Code: "good", Label: "T"}, {Code: "completed", Label: "HT"}, {Code: "not_completed", Label: "K"}}}
}

func sampleVocabulary(t testing.TB) *Vocabulary {
	t.Helper()
	points := func(id FactID) FactDef {
		return FactDef{ID: id, Kind: Member, Type: NumberFact, Heading: string(id), Step: *num("0.5"), Unit: "points"}
	}
	facts := []FactDef{
		{ID: "name", Kind: Member, Type: TextFact, Heading: "Họ và tên", Role: RoleName, Identity: true},
		yesNo("exempt", "no"), yesNo("decline", "no"), yesNo("excused", "no"), yesNo("relief", "no"), yesNo("fixed", ""), yesNo("outside", "no"),
		points("p1"), points("p2"),
		count("assigned"), count("done"), count("late"), count("exceeded"),
		{ID: "on_time", Kind: Member, Type: NumberFact, Step: Int(1), Unit: "tasks", Heading: "Đúng hạn", Derived: &Derivation{"difference", []FactID{"done", "late"}}},
		{ID: "statement", Kind: Member, Type: ChoiceFact, Heading: "Xác nhận", Choices: []Choice{{Code: "exceeded", Label: "vượt"}, {Code: "on_time", Label: "đúng hạn"}, {Code: "late", Label: "chậm"}}},
		{ID: "admitted", Kind: Member, Type: DateFact, Heading: "Ngày vào Đảng", NotAfter: DayPeriodEnd, NotBefore: "born"},
		{ID: "born", Kind: Member, Type: DateFact, Heading: "Ngày sinh", Role: RoleBirth, NotAfter: DayReference},
		{ID: "born_year", Kind: Member, Type: NumberFact, Step: Int(1), Heading: "Năm sinh", Role: RoleBirthYear, NotAfter: DayPeriodEnd},
		{ID: "sick", Kind: Member, Type: NumberFact, Heading: "Nghỉ ốm", Step: *num("0.5")},
		gradesFact("state", "", 0), gradesFact("self", RoleProposal, 0), gradesFact("branch", RoleProposal, 1), gradesFact("base", RoleProposal, 2), gradesFact("elsewhere", RoleProposal, 1),
		gradesFact("given_above", RoleElsewhere, 0),
		gradesFact("decision", RoleDecision, 0),
		{ID: "reason", Kind: Member, Type: TextFact, Heading: "Lý do", Role: RoleDecisionReason},
		{ID: "granted", Kind: Member, Type: ChoiceFact, Heading: "Giảm nhẹ", Role: RoleDecisionRelief, Blank: "no", Choices: []Choice{{Code: "yes"}, {Code: "no"}}},
		{ID: "similar", Kind: Member, Type: TextFact, Heading: "Nhóm"},
		{ID: "org_code", Kind: Organization, Type: TextFact, Heading: "Mã", Role: RoleBranchCode},
		{ID: "uplift", Kind: Organization, Type: TextFact, Heading: "Nâng tỷ lệ"},
	}
	v, ps := NewVocabulary(facts, []Limit{{ID: "l", Kind: Member, Sum: []FactID{"done"}, AtMost: "assigned", Message: "hoàn thành nhiều hơn được giao"}})
	failOn(t, ps)
	return v
}

func failOn(t testing.TB, ps []Problem) {
	t.Helper()
	for _, p := range ps {
		t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
	}
	if len(ps) > 0 {
		t.FailNow()
	}
}

func rule(id string, when ConditionSpec) RuleSpec {
	return RuleSpec{ID: id, Text: id, Cite: Citation{Source: "S", Place: "Điều " + id}, Standing: Quoted, When: when}
}

func is(f FactID, code string) ConditionSpec {
	return ConditionSpec{Fact: f, Compare: &Comparison{Op: OpEquals, Values: []string{code}}}
}

func share(part, of FactID, op Op, rate string) ConditionSpec {
	v := Unknown
	return ConditionSpec{Part: part, Of: of, Compare: &Comparison{Op: op, Values: []string{rate}}, WhenNone: &v}
}

func sampleSpec() RuleSetSpec {
	year, _ := ParsePeriod("2025")
	cite := Citation{Source: "S", Place: "Điều 1"}
	band := func(from, to *Num) *BandSpec { return &BandSpec{From: from, To: to, Cite: cite, Standing: Quoted} }
	onTime := ConditionSpec{FirstKnown: []ConditionSpec{share("on_time", "assigned", OpAtLeast, "100%"),
		{Fact: "statement", Compare: &Comparison{Op: OpOneOf, Values: []string{"exceeded", "on_time"}}}}}
	exceeded := ConditionSpec{FirstKnown: []ConditionSpec{share("exceeded", "assigned", OpAtLeast, "30%"), is("statement", "exceeded")}}
	fixed := rule("FIXED", is("fixed", "yes"))
	relief := rule("RELIEF", is("relief", "yes"))
	inside := ConditionSpec{Profile: "inside"}
	sick := rule("SICK", ConditionSpec{Fact: "sick", Compare: &Comparison{Op: OpAtLeast, Values: []string{"3"}}})
	return RuleSetSpec{
		ID: "sample", Edition: "1", Kind: Member, Track: PartyTrack, Granularity: Yearly, From: year,
		Sources: []Source{{ID: "S", Number: "00-MẪU"}},
		Scale: Scale{{ID: "excellent", Label: "Xuất sắc", Statutory: Excellent}, {ID: "good", Label: "Tốt", Statutory: Good},
			{ID: "completed", Label: "Hoàn thành", Statutory: Completed}, {ID: "not_completed", Label: "Không hoàn thành", Statutory: NotCompleted}},
		Profiles: []ProfileSpec{
			{ID: "outside", Text: "ngoài", Cite: cite, Standing: Quoted, Sheet: "long", When: &ConditionSpec{Fact: "outside", Compare: &Comparison{Op: OpEquals, Values: []string{"yes"}}}},
			{ID: "inside", Text: "trong", Cite: cite, Standing: Quoted, Sheet: "short"}},
		NotRated: []NotRatedSpec{
			{RuleSpec: rule("EXEMPT", is("exempt", "yes")), Class: Exempt, CountsAs: "exempt"},
			{RuleSpec: rule("NEW", ConditionSpec{MonthsSince: "admitted", Compare: &Comparison{Op: OpLessThan, Values: []string{"6"}}}), Class: Deferred, ReviewDue: true, CountsAs: "new"}},
		Bars: []BarSpec{{RuleSpec: rule("DECLINE", is("decline", "yes")), Exceptions: []RuleSpec{rule("EXCUSED", is("excused", "yes"))}, Relief: &relief, CountsAs: "decline"}},
		Ladder: []RungSpec{
			{Rung: "excellent", Cite: cite, Band: band(num("90"), nil), Needs: []RuleSpec{rule("XS-TIME", onTime), rule("XS-EXCEED", exceeded), fixed}},
			{Rung: "good", Cite: cite, Band: band(num("70"), num("90")), Needs: []RuleSpec{rule("T-TIME", onTime)}},
			{Rung: "completed", Cite: cite, Band: band(num("50"), num("70")), Needs: []RuleSpec{
				{ID: "HT-LATE", Text: "HT-LATE", Cite: cite, Standing: Quoted, AppliesWhen: &inside, When: share("late", "assigned", OpAtMost, "20%")}}},
			{Rung: "not_completed", Cite: cite, Band: band(nil, num("50"))}},
		FallThrough: FallReview, FallCite: cite, FallStand: Interpretation,
		Sanctions: []SanctionSpec{{RuleSpec: sick, NotAbove: "completed"}},
		Caps: []CapSpec{{ID: "CAP", Text: "20%", Cite: cite, Standing: Quoted, Rung: "excellent", Below: "good", Base: GoodOnly, Rate: *num("20%"),
			Rounding: "floor", Within: "base_organization", By: "similar", Uplift: &UpliftSpec{Rate: *num("25%"), GrantedBy: "uplift", Cite: cite, Standing: Quoted},
			Merit: []MeritKey{{Score: true}, {Fact: "exceeded"}}}},
	}
}

func sampleSheets() map[string]*SheetSpec {
	cite := Citation{Source: "S", Place: "Phụ lục"}
	line := func(id string, f FactID, most string) SheetLine {
		return SheetLine{ID: id, Form: PointsLine, Fact: f, Max: *num(most), Cite: cite, Standing: StandIn}
	}
	return map[string]*SheetSpec{
		"short": {ID: "short", Title: "Ngắn", Cite: cite, Standing: StandIn, Max: Int(100), Groups: []SheetGroup{{ID: "I", Cite: cite, Standing: StandIn, Role: PointsGroup, Max: Int(100), Criteria: SingleCriteria(line("1", "p1", "100"))}}},
		"long":  {ID: "long", Title: "Dài", Cite: cite, Standing: StandIn, Max: Int(100), Groups: []SheetGroup{{ID: "I", Cite: cite, Standing: StandIn, Role: PointsGroup, Max: Int(30), Criteria: SingleCriteria(line("1", "p1", "30"))}, {ID: "II", Cite: cite, Standing: StandIn, Role: PointsGroup, Max: Int(70), Criteria: SingleCriteria(line("2", "p2", "70"))}}},
	}
}

func sampleSet(t testing.TB) *RuleSet {
	t.Helper()
	rs, ps := NewRuleSet(sampleSpec(), sampleSheets(), sampleVocabulary(t), nil)
	failOn(t, ps)
	return rs
}

// fill writes facts given as text into one row.
func fill(t testing.TB, f *Frame, row int, facts map[string]string) {
	t.Helper()
	for id, s := range facts {
		i, ok := f.Schema.Index(FactID(id))
		if !ok {
			t.Fatalf("no fact %q", id)
		}
		def := &f.Schema.Facts[i]
		switch def.Type {
		case TextFact:
			f.SetText(row, i, s)
		case NumberFact:
			v, _ := NumberValue(mustNum(t, s))
			f.Set(row, i, v)
		case DateFact:
			d, ok := ParseDate(s)
			if !ok {
				t.Fatalf("%q is no date", s)
			}
			f.Set(row, i, DateValue(d))
		case ChoiceFact:
			k, ok := def.CodeIndex(s)
			if !ok {
				t.Fatalf("%s has no code %q", id, s)
			}
			f.Set(row, i, ChoiceValue(k))
		}
	}
}

func perfect(over map[string]string) map[string]string {
	facts := map[string]string{"admitted": "2000-01-31", "p1": "95", "assigned": "10", "done": "10", "late": "0", "exceeded": "3", "fixed": "yes", "sick": "0"}
	for k, v := range over {
		if v == "" {
			delete(facts, k)
		} else {
			facts[k] = v
		}
	}
	return facts
}

func sampleInputs() *Inputs {
	p, _ := ParsePeriod("2025")
	d, _ := ParseDate("2025-12-31")
	return &Inputs{Period: p, Reference: d}
}
