package evaluate

import (
	"slices"
	"strings"
	"testing"
)

// documented is the sample vocabulary with number and date of decisions.
func documented(t testing.TB) *RuleSet {
	t.Helper()
	v := sampleVocabulary(t)
	facts := slices.Concat(v.Schema(Member).Facts, v.Schema(Organization).Facts, []FactDef{
		{ID: "number", Kind: Member, Type: TextFact, Heading: "Số", Role: RoleDecisionNumber, Supplier: SupplyAuthority},
		{ID: "day", Kind: Member, Type: DateFact, Heading: "Ngày", Role: RoleDecisionDate, Supplier: SupplyAuthority}})
	v, ps := NewVocabulary(facts, nil)
	failOn(t, ps)
	rs, ps := NewRuleSet(sampleSpec(), sampleSheets(), v, nil)
	failOn(t, ps)
	return rs
}

// A decision counts at once; without number and date it fails a check, at the cell
// to fill, told once for all rows that lack the same.
func TestDecisionsWithoutTheirDocument(t *testing.T) {
	rs := documented(t)
	s := rs.Schema()
	f := NewFrame(s)
	columns := make([]int32, len(s.Facts))
	for i := range columns {
		columns[i] = int32(i + 2)
	}
	branch := f.AddSource(SourceSheet{File: "a.xlsx", Sheet: "S", Columns: columns})
	result := f.AddSource(SourceSheet{File: "ket-qua.xlsx", Sheet: "S", Columns: columns})
	rows := []struct {
		decided, number, dated bool
		line                   int32
	}{
		{true, false, false, 9}, {true, false, false, 10}, {true, false, false, 12}, // rows need not follow each other
		{true, true, true, 13}, {false, false, false, 14}, {true, true, false, 15}, {true, false, true, 16},
	}
	at := func(fact Role) int { return s.ByRole(fact) }
	var subjects []Subject
	for i, r := range rows {
		row := f.Append(Place{Source: branch, Row: int32(100 + i)})
		fill(t, f, row, perfect(nil))
		from := Place{Source: result, Row: r.line}
		if r.decided {
			code, _ := s.Facts[at(RoleDecision)].CodeIndex("excellent")
			f.SetFrom(row, at(RoleDecision), ChoiceValue(code), from)
		}
		if r.number {
			f.SetTextFrom(row, at(RoleDecisionNumber), "12-QĐ/ĐU", from)
		}
		if r.dated {
			day, _ := NewDate(2025, 12, 20)
			f.SetFrom(row, at(RoleDecisionDate), DateValue(day), from)
		}
		subjects = append(subjects, Subject{ID: string(rune('a' + i)), Org: 0})
	}
	in := sampleInputs()
	in.Tree, _ = NewTree([]Org{{Code: "0", Level: BaseBranch}})
	in.Populations = map[Kind]*Population{Member: {Frame: f, Subjects: subjects}}
	report, ps := Grade(in, map[Kind]*RuleSet{Member: rs})
	number, day := ColumnName(int(columns[at(RoleDecisionNumber)])), ColumnName(int(columns[at(RoleDecisionDate)]))
	want := [][]string{{number + "9:" + number + "10", number + "12"}, nil, nil}
	cells := []string{number + "9", day + "15", number + "16"}
	var got []Problem
	for _, p := range ps {
		if p.Code == codeUndocumented {
			got = append(got, p)
		}
	}
	if len(got) != len(cells) {
		t.Fatalf("%d problems: %v", len(got), got)
	}
	for i, p := range got {
		if p.At.File != "ket-qua.xlsx" || p.At.Cell != cells[i] || !slices.Equal(p.Cells, want[i]) || !p.LacksInDecision() || p.Severity != Warning {
			t.Errorf("problem %d: %v %v, want %s %v", i, p.At, p.Cells, cells[i], want[i])
		}
	}
	if got[0].Places() != 3 || got[1].Places() != 1 {
		t.Errorf("counted as %d and %d", got[0].Places(), got[1].Places())
	}
	for i, r := range report.Results[Member] {
		if r.Outcome != Graded || (r.Decided != NoRank) != rows[i].decided {
			t.Errorf("row %d: %v %v; the decision counts all the same", i, r.Outcome, r.Decided)
		}
	}
}

// Cells of a column are listed as few areas as they make, one alone not at all.
func TestCellsBelow(t *testing.T) {
	for _, c := range []struct {
		rows []int
		want string
	}{{nil, ""}, {[]int{9}, ""}, {[]int{9, 10}, "B9:B10"}, {[]int{9, 11}, "B9 B11"}, {[]int{8, 9, 10, 12, 20, 21}, "B8:B10 B12 B20:B21"}} {
		got := CellsBelow("B", c.rows)
		if strings.Join(got, " ") != c.want || len(got) > 0 && CountCells(got) != len(c.rows) {
			t.Errorf("rows %v are %v, want %s", c.rows, got, c.want)
		}
	}
}
