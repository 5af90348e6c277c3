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
	got := statistics(tree, countAll(lib.Forms, rows), sets, rows)
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

func countAll(forms []*evaluate.FormSpec, rows []evaluate.DataRow) (out []*evaluate.FormTable) {
	for _, f := range forms {
		t, _ := evaluate.CountForm(f, rows)
		out = append(out, t)
	}
	return out
}

// Whoever a form of his kind has no line for is counted beside it, by level, with the
// form that leaves him out: nobody is in no table of a summary.
func TestStatisticsCountWhomNoFormHasALineFor(t *testing.T) {
	lib := library(t)
	rs, err := lib.InForce(evaluate.LibraryKey{Track: evaluate.PartyTrack, Kind: evaluate.Organization, Period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}})
	if err != nil {
		t.Fatal(err)
	}
	tree, ps := evaluate.NewTree(everyLevel())
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	var rows []evaluate.DataRow
	for i, o := range tree.Orgs[1:] {
		d := evaluate.DataRow{Kind: evaluate.Organization, ID: o.Code, Org: o.Code, Level: o.Level, OrgType: "commune", Outcome: evaluate.Graded, Rung: "good", Grade: evaluate.Good}
		if i == 0 {
			d.Outcome, d.Rung, d.Grade = evaluate.Undecided, "", ""
		}
		if b := tree.Base(i + 1); b >= 0 {
			d.Base = tree.Orgs[b].Code
		}
		rows = append(rows, d)
	}
	var grades []string
	for _, rung := range rs.Scale() {
		grades = append(grades, rung.Label)
	}
	got := statistics(tree, countAll(lib.Forms, rows), map[evaluate.Kind]*evaluate.RuleSet{evaluate.Organization: rs}, rows)
	want := []excel.GradeTable{{Kind: evaluate.Organization, Grades: grades, Subjects: 3, Beside: []string{"Tổ chức đảng"}, By: "Loại tổ chức", Rows: []excel.GradeRow{
		{Name: "Đảng bộ cấp trên", Counts: []int{0, 1, 0, 0}, Open: 1}, {Name: "Đảng bộ bộ phận", Counts: []int{0, 1, 0, 0}}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
