package campaign

import (
	"reflect"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Kinds without a form are counted by base organization, everybody once; kinds
// that a form counts, and kinds of whom there is nobody, have no table.
func TestStatisticsCountEverybodyOnce(t *testing.T) {
	lib := library(t)
	sets := map[evaluate.Kind]*evaluate.RuleSet{}
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Organization, evaluate.Collective, evaluate.Leader} {
		rs, err := lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: k, Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}})
		if err != nil {
			t.Fatal(err)
		}
		sets[k] = rs
	}
	tree, ps := evaluate.NewTree([]evaluate.Org{{Code: "DU", Name: "Đảng bộ xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "B", Name: "Đảng bộ cơ sở Mẫu 2", Parent: "DU", Level: evaluate.BaseCommittee},
		{Code: "A", Name: "Đảng bộ cơ sở Mẫu 1", Parent: "DU", Level: evaluate.BaseCommittee}})
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	leader := func(base string, o evaluate.Outcome, rung string) evaluate.DataRow {
		return evaluate.DataRow{Kind: evaluate.Leader, Base: base, Outcome: o, Rung: rung}
	}
	rows := []evaluate.DataRow{leader("A", evaluate.Graded, "good"), leader("", evaluate.Graded, "not_completed"), leader("A", evaluate.Undecided, ""),
		leader("B", evaluate.NotRated, ""), leader("A", evaluate.Review, ""), leader("A", evaluate.Graded, "good"),
		{Kind: evaluate.Member, Base: "A", Outcome: evaluate.Graded, Rung: "good"}}
	got := statistics(tree, lib.Forms, sets, rows)
	if len(got) != 1 || got[0].Kind != evaluate.Leader || got[0].Subjects != 6 || len(got[0].Grades) != 4 {
		t.Fatalf("%+v", got)
	}
	want := map[string]excel.GradeRow{
		"Đảng bộ cơ sở Mẫu 1": {Name: "Đảng bộ cơ sở Mẫu 1", Counts: []int{0, 2, 0, 0}, Open: 2},
		"Đảng bộ cơ sở Mẫu 2": {Name: "Đảng bộ cơ sở Mẫu 2", Counts: []int{0, 0, 0, 0}, NotRated: 1},
		"":                    {Counts: []int{0, 0, 0, 1}},
	}
	if len(got[0].Rows) != len(want) || got[0].Rows[2].Name != "" {
		t.Fatalf("%+v", got[0].Rows)
	}
	for _, row := range got[0].Rows {
		if !reflect.DeepEqual(row, want[row.Name]) {
			t.Errorf("%+v, want %+v", row, want[row.Name])
		}
	}
}
