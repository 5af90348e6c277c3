package evaluate

import (
	"slices"
	"testing"
)

// printedSheet is an invented sheet of 20 points: a line that some get in full
// unasked, a mean that is multiplied, levels with the numbers they speak of, and
// a criterion that lists what takes points off.
func printedSheet() (*SheetSpec, []FactDef) {
	cite := Citation{Source: "S", Place: "Phụ lục"}
	s := &SheetSpec{ID: "p", Title: "Bảng in", Kind: Leader, Prefix: "p", Supplier: SupplyBranch, Cite: cite, Standing: Composed, Max: Int(20)}
	line := func(l SheetLine) SheetLine {
		l.Label, l.Cite, l.Standing = "Dòng "+l.ID, cite, Composed
		if l.Form != MeanLine {
			l.Fact, l.Own = s.FactOf(l.ID, ""), true
		}
		return l
	}
	levels := []LineOption{{Code: "o1", Label: "cao", Points: Int(5), Covers: &Covers{From: num("50")}},
		{Code: "o2", Label: "vừa", Points: Int(4), Covers: &Covers{From: num("40"), To: num("50"), Below: true}},
		{Code: "o3", Label: "thấp", Points: Int(2), Covers: &Covers{To: num("40"), Below: true}}}
	s.Groups = []SheetGroup{{ID: "I", Label: "Nhóm", Role: PointsGroup, Max: Int(20), Cite: cite, Standing: Composed, Criteria: append(
		SingleCriteria(line(SheetLine{ID: "1", Form: TickLine, Max: Int(2), FullWhen: &FullWhen{Fact: "alone", Codes: []string{"yes"}}}),
			line(SheetLine{ID: "2", Form: MeanLine, Max: Int(10), Mean: []FactID{"m1", "m2"}, Times: *num("0.1")}),
			line(SheetLine{ID: "3", Form: OptionsLine, Max: Int(5), Options: levels})),
		SheetCriterion{ID: "4", Label: "Tiêu chí", Max: Int(3), Triggers: []string{"đi muộn", "vắng họp"}, Lines: []SheetLine{
			line(SheetLine{ID: "4a", Form: PointsLine, Max: Int(1)}), line(SheetLine{ID: "4b", Form: PointsLine, Max: Int(2)})}})}}
	number := func(id FactID) FactDef {
		return FactDef{ID: id, Kind: Leader, Type: NumberFact, Heading: string(id), Step: *num("0.5"), Supplier: SupplyBranch}
	}
	return s, append(s.Facts(), number("m1"), number("m2"),
		FactDef{ID: "alone", Kind: Leader, Type: ChoiceFact, Heading: "Chỉ có bí thư", Choices: tickChoices(), Supplier: SupplyBranch})
}

func scorePrinted(t *testing.T, change map[string]string) (*Sheet, *Frame) {
	t.Helper()
	spec, facts := printedSheet()
	v, ps := NewVocabulary(facts, nil)
	failOn(t, ps)
	s, ps := compileSheet(spec, v.Schema(Leader))
	failOn(t, ps)
	f := NewFrame(v.Schema(Leader))
	f.Append(Place{Source: -1})
	fill(t, f, 0, changed(map[string]string{"alone": "no", "p_1": "yes", "m1": "100", "m2": "90", "p_3": "o1", "p_4a": "1", "p_4b": "2"}, change))
	return s, f
}

func TestPrintedLines(t *testing.T) {
	for _, c := range []struct {
		name      string
		change    map[string]string
		low, high string
	}{
		{"everything given", nil, "19.5", "19.5"},
		{"full unasked", map[string]string{"alone": "yes", "p_1": ""}, "19.5", "19.5"},
		{"full whatever the cell says", map[string]string{"alone": "yes", "p_1": "no"}, "19.5", "19.5"},
		{"asked of the others", map[string]string{"p_1": "no"}, "17.5", "17.5"},
		{"not known whether asked", map[string]string{"alone": "", "p_1": "no"}, "17.5", "19.5"},
		{"not known whether asked, and met", map[string]string{"alone": "", "p_1": "yes"}, "19.5", "19.5"},
		{"a mean without all its numbers", map[string]string{"m2": ""}, "10", "20"},
		{"a mean beyond the maximum", map[string]string{"m2": "110"}, "10", "20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, f := scorePrinted(t, c.change)
			if got := s.Score(f, 0); got.Low.Cmp(*num(c.low)) != 0 || got.High.Cmp(*num(c.high)) != 0 {
				t.Errorf("got %s to %s", got.Low, got.High)
			}
		})
	}
}

// What happened is noted beside the lines; the points are taken off in them.
func TestTriggersAreNotedAndTakenOff(t *testing.T) {
	for _, c := range []struct {
		name string
		note string
		b    string
		want []string
	}{
		{"nothing noted", "", "2", nil},
		{"noted and taken off", "đi muộn", "1", nil},
		{"noted and nothing taken off", "đi muộn", "2", []string{"E317"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, f := scorePrinted(t, map[string]string{"p_4b": c.b})
			i, ok := f.Schema.Index("p_4_noted")
			if !ok || !slices.Contains(s.Facts(), i) {
				t.Fatal("the note has no column")
			}
			f.SetText(0, i, c.note)
			if got := codes(s.checkNoted(f, 0)); !slices.Equal(got, c.want) {
				t.Errorf("got %v", got)
			}
		})
	}
}

// Levels as printed may leave a hole or overlap: both are told, neither stops
// anything.
func TestLevelsAsPrinted(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(l *SheetLine)
		want  []string
	}{
		{"levels that fit", func(*SheetLine) {}, nil},
		{"a hole at one number", func(l *SheetLine) { l.Options[0].Covers.Above = true }, []string{"R277"}},
		{"a hole of several numbers", func(l *SheetLine) { l.Options[1].Covers.To = num("45") }, []string{"R277"}},
		{"an overlap at one number", func(l *SheetLine) { l.Options[1].Covers.Below = false }, []string{"R277"}},
		{"an overlap of several numbers", func(l *SheetLine) { l.Options[1].Covers.To = num("60") }, []string{"R277"}},
		{"two levels without a lower end", func(l *SheetLine) { l.Options[1].Covers.From = nil }, []string{"R277"}},
		{"a level without numbers", func(l *SheetLine) { l.Options[1].Covers = nil }, []string{"R277"}},
		{"a defect only a reader sees", func(l *SheetLine) { l.Defects = []string{"in hai lần khác nhau"} }, []string{"R278"}},
		{"full for a value nobody has", func(l *SheetLine) { l.FullWhen = &FullWhen{Fact: "alone", Codes: []string{"maybe"}} }, []string{"R228"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			spec, facts := printedSheet()
			v, _ := NewVocabulary(facts, nil)
			c.spoil(&spec.Groups[0].Criteria[2].Lines[0])
			_, ps := compileSheet(spec, v.Schema(Leader))
			if got := codes(ps); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
