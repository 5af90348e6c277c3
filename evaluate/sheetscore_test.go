package evaluate

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// everyForm is an invented sheet with each form of line once or more.
func everyForm() *SheetSpec {
	cite := Citation{Source: "S", Place: "Phụ lục"}
	line := func(l SheetLine) SheetLine {
		l.Label, l.Cite, l.Standing = "Dòng "+l.ID, cite, Composed
		return l
	}
	s := &SheetSpec{ID: "every", Title: "Đủ cách chấm", Kind: Leader, Prefix: "e", Supplier: SupplyBranch, Cite: cite, Standing: Composed,
		Max: Int(100), Step: *num("0.5"), ClampFrom: num("0"), ClampTo: num("110")}
	own := func(l SheetLine) SheetLine {
		l.Fact, l.Own = s.FactOf(l.ID, ""), true
		return line(l)
	}
	percent := func(id, part string) Measure {
		return Measure{Fact: s.FactOf(id, part), Own: true, Label: id + part}
	}
	part := func(id, p string, share Num) LinePart {
		return LinePart{ID: p, Label: p, Share: share, Measure: percent(id, p)}
	}
	half, third := *num("0.5"), Num{}
	third, _ = Ratio(1, 3)
	thirds := []LinePart{part("II.1", "a", third), part("II.1", "b", third), part("II.1", "c", third)}
	thirds[1].Measure.Minus, thirds[1].Measure.Each = s.FactOf("II.1", "b_minus"), Int(25)
	weighted := func(id string) SheetLine {
		return line(SheetLine{ID: id, Form: ProductLine, Max: Int(20), Weight: s.FactOf(id, "weight"), Round: *num("0.1"),
			Parts: []LinePart{part(id, "a", half), part(id, "b", half)}})
	}
	table, ranged := percent("I.3", ""), percent("I.1a", "basis")
	pct := percent("I.4", "")
	s.Groups = []SheetGroup{
		{ID: "I", Label: "Nhóm I", Role: PointsGroup, Max: Int(40), Cite: cite, Standing: Composed, Criteria: append([]SheetCriterion{
			{ID: "I.1", Label: "Tiêu chí", Max: Int(15), Lines: []SheetLine{
				own(SheetLine{ID: "I.1a", Form: PointsLine, Max: Int(5), Ranges: &LineRanges{Measure: ranged, Rows: []RangeRow{{AtLeast: num("90"), From: Int(4), To: num("5")}, {Below: num("4")}}}}),
				own(SheetLine{ID: "I.1b", Form: TickLine, Max: Int(5)}),
				own(SheetLine{ID: "I.1c", Form: OptionsLine, Max: Int(5), Options: []LineOption{{Code: "o1", Points: Int(5)}, {Code: "o2", Points: Int(2)}, {Code: "o3", Wipes: true}}}),
			}}},
			SingleCriteria(own(SheetLine{ID: "I.2", Form: LoseLine, Max: Int(5), Points: half}),
				line(SheetLine{ID: "I.3", Form: TableLine, Max: Int(10), Measure: &table, Rows: []TableRow{{AtLeast: num("90"), Points: Int(10)}, {AtLeast: num("70"), Points: Int(6)}, {Points: Int(1)}}}),
				line(SheetLine{ID: "I.4", Form: PercentLine, Max: Int(10), Measure: &pct, Round: *num("0.25")}))...)},
		{ID: "II", Label: "Nhóm II", Role: PointsGroup, Max: Int(30), Cite: cite, Standing: Composed,
			Criteria: SingleCriteria(line(SheetLine{ID: "II.1", Form: ProductLine, Max: Int(30), Parts: thirds}))},
		{ID: "III", Label: "Nhóm III", Role: PointsGroup, Max: Int(20), WeightsSum: num("20"), Cite: cite, Standing: Composed,
			Criteria: SingleCriteria(weighted("III.1"), weighted("III.2"))},
		{ID: "IV", Label: "Thưởng trong", Role: BonusInside, Max: Int(10), Clamp: true, Cite: cite, Standing: Composed,
			Criteria: SingleCriteria(own(SheetLine{ID: "IV.1", Form: EachLine, Max: Int(10), Points: Int(4)}),
				own(SheetLine{ID: "IV.2", Form: ShareOfLine, Max: *num("1.5"), Of: "II.1", Share: *num("0.05")}))},
		{ID: "V", Label: "Trừ", Role: DeductionGroup, Max: Int(20), Clamp: true, Cite: cite, Standing: Composed,
			Criteria: SingleCriteria(own(SheetLine{ID: "V.1", Form: EachLine, Max: Int(20), Points: Int(5), Blank: "0"}),
				own(SheetLine{ID: "V.2", Form: PointsLine, Max: Int(10), Reason: true}))},
	}
	return s
}

func everyFormSheet(t testing.TB) (*Sheet, *Schema) {
	t.Helper()
	spec := everyForm()
	v, ps := NewVocabulary(spec.Facts(), nil)
	failOn(t, ps)
	s, ps := compileSheet(spec, v.Schema(Leader))
	failOn(t, ps)
	return s, v.Schema(Leader)
}

// full gives every line its best value: 100 points with the bonus left out.
func fullLines() map[string]string {
	return map[string]string{"e_i_1a": "5", "e_i_1b": "yes", "e_i_1c": "o1", "e_i_2": "0", "e_i_3": "95", "e_i_4": "100",
		"e_ii_1_a": "100", "e_ii_1_b": "100", "e_ii_1_c": "100", "e_iii_1_weight": "12", "e_iii_1_a": "100", "e_iii_1_b": "100",
		"e_iii_2_weight": "8", "e_iii_2_a": "100", "e_iii_2_b": "100", "e_iv_1": "0", "e_iv_2": "no", "e_v_2": "0"}
}

// changed lays changes over facts; an empty text blanks one.
func changed(facts, change map[string]string) map[string]string {
	for k, v := range change {
		facts[k] = v
		if v == "" {
			delete(facts, k)
		}
	}
	return facts
}

func TestEveryLineForm(t *testing.T) {
	s, schema := everyFormSheet(t)
	for _, c := range []struct {
		name      string
		change    map[string]string
		low, high string
	}{
		{"everything full", nil, "90", "90"},
		{"points", map[string]string{"e_i_1a": "3.5"}, "88.5", "88.5"},
		{"points beyond the maximum are open, not cut", map[string]string{"e_i_1a": "6"}, "85", "90"},
		{"tick", map[string]string{"e_i_1b": "no"}, "85", "85"},
		{"option", map[string]string{"e_i_1c": "o2"}, "87", "87"},
		{"a level that wipes takes the criterion", map[string]string{"e_i_1c": "o3"}, "75", "75"},
		{"an open level may wipe", map[string]string{"e_i_1c": ""}, "75", "90"},
		{"lose", map[string]string{"e_i_2": "3"}, "88.5", "88.5"},
		{"lose never goes below nothing", map[string]string{"e_i_2": "40"}, "85", "85"},
		{"table on its edge", map[string]string{"e_i_3": "90"}, "90", "90"},
		{"table below its edge", map[string]string{"e_i_3": "89.99"}, "86", "86"},
		{"table, last row", map[string]string{"e_i_3": "0"}, "81", "81"},
		{"table open", map[string]string{"e_i_3": ""}, "81", "90"},
		{"percentage, rounded to a quarter", map[string]string{"e_i_4": "66"}, "86.5", "86.5"},
		{"thirds stay exact", map[string]string{"e_ii_1_c": "75"}, "87.5", "87.5"},
		{"each error takes a quarter off the measure", map[string]string{"e_ii_1_b_minus": "2"}, "85", "85"},
		{"the measure does not fall below nothing", map[string]string{"e_ii_1_b_minus": "9"}, "80", "80"},
		{"individual weight, rounded", map[string]string{"e_iii_1_a": "93"}, "89.6", "89.6"},
		{"a line without weight is not used", map[string]string{"e_iii_1_weight": "0", "e_iii_1_a": "", "e_iii_2_weight": "20", "e_iii_2_b": "50"}, "85", "85"},
		{"open weight", map[string]string{"e_iii_1_weight": ""}, "78", "90"},
		{"all weights open", map[string]string{"e_iii_1_weight": "", "e_iii_2_weight": ""}, "70", "90"},
		{"all weights and measures open", map[string]string{"e_iii_1_weight": "", "e_iii_2_weight": "", "e_iii_1_a": "", "e_iii_2_b": ""}, "70", "90"},
		{"an open weight that the others leave nothing", map[string]string{"e_iii_1_weight": "", "e_iii_1_a": "", "e_iii_2_weight": "20"}, "90", "90"},
		{"an open weight beside others beyond the sum", map[string]string{"e_iii_1_weight": "", "e_iii_2_weight": "21"}, "91", "110"},
		{"bonus", map[string]string{"e_iv_1": "1", "e_iv_2": "yes"}, "95.5", "95.5"},
		{"bonus cut at the group's maximum", map[string]string{"e_iv_1": "7"}, "100", "100"},
		{"deduction", map[string]string{"e_v_1": "1", "e_v_2": "2"}, "83", "83"},
		{"deductions cut at the group's maximum", map[string]string{"e_v_1": "3", "e_v_2": "10"}, "70", "70"},
		{"a deduction left open", map[string]string{"e_v_2": ""}, "80", "90"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(schema)
			f.Append(Place{Source: -1})
			fill(t, f, 0, changed(fullLines(), c.change))
			got := s.Score(f, 0)
			if got.Low.Cmp(*num(c.low)) != 0 || got.High.Cmp(*num(c.high)) != 0 {
				t.Errorf("got %s..%s, want %s..%s", got.Low, got.High, c.low, c.high)
			}
		})
	}
}

// Filling a blank never leads outside the range that the blank left open.
func TestFillingALineStaysInRange(t *testing.T) {
	s, schema := everyFormSheet(t)
	r := rand.New(rand.NewPCG(11, 12))
	narrowed := 0
	for range 3000 {
		full, part := map[string]string{}, map[string]string{}
		for k := range fullLines() {
			i, _ := schema.Index(FactID(k))
			v := randomLine(r, &schema.Facts[i])
			full[k] = v
			if r.IntN(4) > 0 {
				part[k] = v
			}
		}
		// weights that add up: those that do not are refused (E315)
		one, _ := ParseNum(full["e_iii_1_weight"])
		full["e_iii_2_weight"] = Int(20).Sub(one).String()
		if _, given := part["e_iii_2_weight"]; given {
			part["e_iii_2_weight"] = full["e_iii_2_weight"]
		}
		f := NewFrame(schema)
		f.Append(Place{Source: -1})
		f.Append(Place{Source: -1})
		fill(t, f, 0, part)
		fill(t, f, 1, full)
		open, whole := s.Score(f, 0), s.Score(f, 1)
		if whole.Low.Cmp(open.Low) < 0 || whole.High.Cmp(open.High) > 0 {
			t.Fatalf("%s..%s lies outside %s..%s\npart %v\nfull %v", whole.Low, whole.High, open.Low, open.High, part, full)
		}
		if open.Low.Cmp(open.High) < 0 && whole.Low.Cmp(whole.High) == 0 {
			narrowed++
		}
	}
	if narrowed < 500 {
		t.Errorf("only %d ranges closed: the generator proves too little", narrowed)
	}
}

func randomLine(r *rand.Rand, def *FactDef) string {
	if def.Type == ChoiceFact {
		return def.Choices[r.IntN(len(def.Choices))].Code
	}
	switch def.Unit {
	case "percent":
		return Int(int64(r.IntN(101))).String()
	case "times":
		return Int(int64(r.IntN(6))).String()
	}
	return Int(int64(r.IntN(6))).String()
}

func TestRowsThatASheetRefuses(t *testing.T) {
	s, schema := everyFormSheet(t)
	rs := &RuleSet{schema: schema, Sheets: []*Sheet{s}}
	for _, c := range []struct {
		name   string
		change map[string]string
		want   Code
	}{
		{"more points than the line has", map[string]string{"e_i_1a": "5.5"}, "E310"},
		{"more than a whole", map[string]string{"e_i_4": "101"}, "E312"},
		{"points outside what was achieved", map[string]string{"e_i_1a_basis": "95", "e_i_1a": "3.5"}, "E313"},
		{"points above what was achieved", map[string]string{"e_i_1a_basis": "80", "e_i_1a": "4"}, "E313"},
		{"weights that do not add up", map[string]string{"e_iii_1_weight": "13"}, "E315"},
		{"a weight beyond what its line may have", map[string]string{"e_iii_1_weight": "20.01", "e_iii_2_weight": ""}, "E310"},
		{"a deduction without its reason", map[string]string{"e_v_2": "1"}, "E316"},
		{"points within what was achieved", map[string]string{"e_i_1a_basis": "90", "e_i_1a": "4"}, ""},
		{"nothing wrong", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := NewFrame(schema)
			f.Append(Place{Source: -1})
			fill(t, f, 0, changed(fullLines(), c.change))
			ps := rs.checkPoints(f, 0, 0)
			switch {
			case c.want == "" && len(ps) == 0:
			case len(ps) == 1 && ps[0].Code == c.want:
			default:
				t.Errorf("got %v, want %q", ps, c.want)
			}
		})
	}
}

func TestSheetsThatDoNotAddUp(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*SheetSpec)
		want  Code
	}{
		{"a line that gives nothing", func(s *SheetSpec) { s.Groups[4].Criteria[1].Lines[0].Max, s.Groups[4].Criteria[1].Max = Num{}, Num{} }, "R260"},
		{"one occurrence beyond the cap", func(s *SheetSpec) { s.Groups[4].Criteria[0].Lines[0].Points = Int(21) }, "R261"},
		{"the printed column says otherwise", func(s *SheetSpec) { s.Groups[4].Criteria[0].Lines[0].Printed = num("5") }, "R262"},
		{"a missing row", func(s *SheetSpec) { s.Groups[4].Criteria[0].Lines[0].SeeAlso = []string{"IX.9"} }, "R263"},
		{"rows that rise", func(s *SheetSpec) { s.Groups[0].Criteria[2].Lines[0].Rows[1].AtLeast = num("95") }, "R264"},
		{"no last row", func(s *SheetSpec) { s.Groups[0].Criteria[2].Lines[0].Rows[2].AtLeast = num("1") }, "R264"},
		{"shares that make no whole", func(s *SheetSpec) { s.Groups[1].Criteria[0].Lines[0].Parts[0].Share = *num("0.3") }, "R265"},
		{"weights without their sum", func(s *SheetSpec) { s.Groups[2].WeightsSum = nil }, "R266"},
		{"a weight that the sum does not allow", func(s *SheetSpec) {
			s.Groups[2].Criteria[0].Lines[0].Max, s.Groups[2].Criteria[0].Max = Int(21), Int(21)
		}, "R240"},
		{"a share that is not the line's maximum", func(s *SheetSpec) { s.Groups[3].Criteria[1].Lines[0].Share = *num("0.1") }, "R240"},
		{"two who decide", func(s *SheetSpec) { s.Scorers = []Scorer{{ID: "a", Decides: true}, {ID: "b", Decides: true}} }, "R267"},
		{"an order that forgets a step", func(s *SheetSpec) { s.Order = []SheetStage{StageGroups, StageTotal} }, "R268"},
		{"an option short of the maximum", func(s *SheetSpec) { s.Groups[0].Criteria[0].Lines[2].Options[0].Points = Int(4) }, "R240"},
		{"a line said twice", func(s *SheetSpec) { s.Groups[0].Criteria[1].Lines[0].ID = "I.1a" }, "R220"},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec := everyForm()
			v, _ := NewVocabulary(spec.Facts(), nil)
			c.spoil(spec)
			_, ps := compileSheet(spec, v.Schema(Leader))
			if len(ps) == 0 || ps[0].Code != c.want {
				t.Errorf("got %v, want %s", ps, c.want)
			}
		})
	}
}

// The order of bonus, deductions and the cut of the total is the sheet's own.
func TestOrderOfOperations(t *testing.T) {
	spec := everyForm()
	spec.ClampTo = num("95")
	spec.Order = []SheetStage{StageGroups, StageBonus, StageTotal, StageDeductions}
	v, _ := NewVocabulary(spec.Facts(), nil)
	s, ps := compileSheet(spec, v.Schema(Leader))
	failOn(t, ps)
	f := NewFrame(v.Schema(Leader))
	f.Append(Place{Source: -1})
	facts := fullLines()
	facts["e_iv_1"], facts["e_v_1"] = "3", "1"
	fill(t, f, 0, facts)
	if got := s.Score(f, 0); got.Low.Cmp(Int(90)) != 0 { // 100 cut to 95, then 5 off
		t.Errorf("got %s", got.Low)
	}
}

// perPart is one line of two measures: what was done of what was assigned, less
// a quarter of each unit with an error, and one that may go beyond a hundred.
func perPart(t *testing.T, over bool) (*Sheet, *Schema) {
	t.Helper()
	cite := Citation{Source: "S", Place: "Phụ lục"}
	half := *num("0.5")
	line := SheetLine{ID: "I.1", Label: "Dòng", Form: ProductLine, Max: Int(70), Cite: cite, Standing: Composed, Parts: []LinePart{
		{ID: "a", Label: "a", Share: half, Measure: Measure{Part: "done", Of: "assigned", Over: over}},
		{ID: "b", Label: "b", Share: half, Measure: Measure{Part: "good", Of: "assigned", Minus: "errors", Each: Int(25), PerPart: true}}}}
	spec := &SheetSpec{ID: "p", Title: "P", Kind: Leader, Prefix: "p", Cite: cite, Standing: Composed, Max: Int(70), Groups: []SheetGroup{
		{ID: "I", Label: "I", Role: PointsGroup, Max: Int(70), Clamp: true, Cite: cite, Standing: Composed, Criteria: SingleCriteria(line)}}}
	var facts []FactDef
	for _, id := range []FactID{"assigned", "done", "good", "errors"} {
		facts = append(facts, FactDef{ID: id, Kind: Leader, Type: NumberFact, Step: half, Heading: string(id), Supplier: SupplyBranch})
	}
	v, ps := NewVocabulary(facts, nil)
	failOn(t, ps)
	sheet, ps := compileSheet(spec, v.Schema(Leader))
	failOn(t, ps)
	return sheet, v.Schema(Leader)
}

func TestErrorsTakeTheirShareOfAUnit(t *testing.T) {
	for _, c := range []struct {
		name                         string
		over                         bool
		assigned, done, good, errors string
		low, high                    string
		problem                      bool
	}{
		{"nothing wrong", true, "20", "20", "20", "0", "70", "70", false},
		{"two units with an error each", true, "20", "20", "20", "2", "69.125", "69.125", false},
		{"errors never take more than there is", true, "20", "20", "4", "20", "35", "35", false},
		{"more done than assigned makes up for quality", true, "20", "24", "15", "0", "68.25", "68.25", false},
		{"and is cut with the group", true, "20", "40", "20", "0", "70", "70", false},
		{"what was done is open, and may be more than assigned", true, "20", "", "10", "0", "17.5", "70", false},
		{"errors open", true, "20", "20", "20", "", "35", "70", false},
		{"more than assigned is a mistake where the sheet does not allow it", false, "20", "24", "20", "0", "35", "70", true},
		{"nothing assigned", true, "0", "0", "0", "0", "0", "70", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, schema := perPart(t, c.over)
			f := NewFrame(schema)
			f.Append(Place{Source: -1})
			fill(t, f, 0, changed(map[string]string{}, map[string]string{"assigned": c.assigned, "done": c.done, "good": c.good, "errors": c.errors}))
			got := s.Score(f, 0)
			if got.Low.Cmp(*num(c.low)) != 0 || got.High.Cmp(*num(c.high)) != 0 {
				t.Errorf("got %s..%s, want %s..%s", got.Low, got.High, c.low, c.high)
			}
			if ps := s.lines[0].check(f, 0, s.Spec); len(ps) > 0 != c.problem {
				t.Errorf("problems: %v", ps)
			}
		})
	}
}

// A template adds up a row only where the sum is the total.
func TestPlainSum(t *testing.T) {
	s, schema := everyFormSheet(t)
	all := make([]int, len(schema.Facts))
	for i := range all {
		all[i] = i
	}
	if got := (&RuleSet{schema: schema, Sheets: []*Sheet{s}}).PlainSum(all); got != nil {
		t.Errorf("a sheet with levels and deductions adds up %v", got)
	}
	rs := sampleSet(t)
	p1, _ := rs.schema.Index("p1")
	p2, _ := rs.schema.Index("p2")
	if got := rs.PlainSum([]int{p1, p2}); !slices.Equal(got, []int{p1, p2}) {
		t.Errorf("got %v", got)
	}
}

// What is taken off and what may go beyond a hundred is part of the rule, so
// whoever reads the sheet in words must see it.
func TestALineOfPartsInWords(t *testing.T) {
	s, _ := perPart(t, true)
	if got, want := DescribeLine(s.lines[0].spec, nil), "70 điểm × trung bình cộng của (a [tính từ tỷ lệ “done” trên “assigned”, được tính quá 100%]; b [tính từ tỷ lệ “good” trên “assigned”, mỗi đơn vị bị trừ (“errors”) mất 25% của đơn vị ấy])"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	uneven := *s.lines[0].spec
	uneven.Parts = []LinePart{{Label: "a", Share: *num("0.3")}, {Label: "b", Share: *num("0.7"), Measure: Measure{Fact: "b", Own: true, Minus: "b_minus", Each: Int(25)}}}
	if got, want := DescribeLine(&uneven, nil), "70 điểm × (a 30% + b 70% [mỗi lần bớt 25%])"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	own := *s.lines[0].spec
	own.Weight = "w"
	own.Parts = []LinePart{{Label: "a", ShareFact: "sa"}, {Label: "b", ShareFact: "sb", Measure: Measure{Levels: []LineOption{{Label: "kịp", Points: Int(100)}, {Label: "chậm", Points: Int(80)}}}}}
	if got, want := DescribeLine(&own, nil), "trọng số riêng × (a × tỷ trọng riêng + b × tỷ trọng riêng [kịp: 100%, chậm: 80%])"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
