package evaluate

import "testing"

func sampleForm() *FormSpec {
	return &FormSpec{
		Columns: []FormColumn{{ID: "total", Sum: []string{"commune", "other"}}, {ID: "commune", Types: []string{"commune"}}, {ID: "other", Rest: true}},
		Rows: []FormRow{
			{ID: "present", Select: &Selection{Kind: Member}},
			{ID: "exempt", Select: &Selection{Kind: Member, Outcomes: []Outcome{NotRated}, Classes: []NotRatedClass{Exempt}}},
			{ID: "waiting", Select: &Selection{Kind: Member, Outcomes: []Outcome{Undecided, Review}}},
			{ID: "rated", Sum: []string{"good", "failed"}},
			{ID: "good", Select: &Selection{Kind: Member, Grades: []Statutory{Good}}, Of: "rated"},
			{ID: "failed", Select: &Selection{Kind: Member, Grades: []Statutory{NotCompleted}}, Of: "rated"},
			{ID: "decline", Select: &Selection{Kind: Member, Grades: []Statutory{NotCompleted}, Because: []string{"decline"}}},
			{ID: "rest", Select: &Selection{Kind: Member, Grades: []Statutory{NotCompleted}, ExceptBecause: []string{"decline"}}},
		},
		Checks: []FormCheck{{Left: "present", Right: []string{"exempt", "waiting", "rated"}}, {Left: "failed", Right: []string{"decline", "rest"}}},
	}
}

func TestCountForm(t *testing.T) {
	rows := []DataRow{
		{Kind: Member, OrgType: "commune", Outcome: Graded, Grade: Good},
		{Kind: Member, OrgType: "school", Outcome: Graded, Grade: Good},
		{Kind: Member, OrgType: "commune", Outcome: Graded, Grade: NotCompleted, Because: "decline"},
		{Kind: Member, OrgType: "commune", Outcome: NotRated, Class: Exempt},
		{Kind: Member, OrgType: "", Outcome: Review},
		{Kind: Organization, OrgType: "commune", Outcome: Graded, Grade: Good},
	}
	form, ps := CountForm(sampleForm(), rows)
	failOn(t, ps)
	want := [][]int{{5, 3, 2}, {1, 1, 0}, {1, 0, 1}, {3, 2, 1}, {2, 1, 1}, {1, 1, 0}, {1, 1, 0}, {0, 0, 0}}
	for i := range want {
		for j := range want[i] {
			if form.Cells[i][j] != want[i][j] {
				t.Errorf("row %s column %s = %d, want %d", form.Spec.Rows[i].ID, form.Spec.Columns[j].ID, form.Cells[i][j], want[i][j])
			}
		}
	}
	if got := form.Counted[4][2]; len(got) != 1 || got[0] != 1 {
		t.Errorf("the good one in a school is traced to %v", got)
	}
	// A result that no row of the form takes is a fault of the form, in every column it touches.
	_, ps = CountForm(sampleForm(), append(rows, DataRow{Kind: Member, OrgType: "commune", Outcome: Graded, Grade: Completed}))
	if len(ps) != 2 || ps[0].Code != "E350" {
		t.Errorf("an uncounted result gave %v", codes(ps))
	}
}

// A column "of which" counts again what another column counts, and a sum may
// stand before the sums it adds up.
func TestFormColumnsOfWhichAndSumsOfSums(t *testing.T) {
	spec := &FormSpec{Columns: []FormColumn{{ID: "all", Sum: []string{"state", "rest"}}, {ID: "state", Sum: []string{"full", "half"}},
		{ID: "full", Types: []string{"full"}}, {ID: "half", Types: []string{"half"}}, {ID: "which", Types: []string{"full"}}, {ID: "rest", Rest: true}},
		Rows: []FormRow{{ID: "n", Select: &Selection{}}}}
	form, _ := CountForm(spec, []DataRow{{OrgType: "full"}, {OrgType: "half"}, {OrgType: "else"}})
	for j, want := range []int{3, 2, 1, 1, 1, 1} {
		if form.Cells[0][j] != want {
			t.Errorf("column %s = %d, want %d", spec.Columns[j].ID, form.Cells[0][j], want)
		}
	}
}

func TestCheckFormFindsLooseReferences(t *testing.T) {
	f := sampleForm()
	failOn(t, CheckForm(f))
	f.Rows[3].Sum = append(f.Rows[3].Sum, "x")
	f.Columns[0].Sum = append(f.Columns[0].Sum, "y")
	f.Checks[0].Left = "z"
	if got := CheckForm(f); len(got) != 3 {
		t.Errorf("got %v", codes(got))
	}
}
