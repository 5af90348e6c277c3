package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What passes between the rows of one person, who is a member, leads and may be an official.

// One form serves both roles: what the office says of the member counts for the
// leader, and what is said of the only post counts for the member.
func TestMemberAndLeaderShareOneForm(t *testing.T) {
	lib := library(t)
	an := func(more row) row {
		r := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
		for k, v := range more {
			r[k] = v
		}
		return r
	}
	ba := row{"full_name": "Người Mẫu Ba", "identity_number": "999000000002"}
	a := officeOf(t, lib, communeBodies(),
		book(t, lib, excel.BranchBook, "A", evaluate.Member, an(row{"score_i1": "5", "tasks_assigned": "7", "tasks_done": "7"}), ba),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Member, an(row{"discipline": "reprimand", "state_grade": "good"})),
		book(t, lib, excel.BaseBook, "A", evaluate.Leader, an(row{"own_collective": "CU", "unit_tasks_assigned": "9", "score_i1": "4", "tasks_late": "1"}),
			row{"full_name": "Người Mẫu Ba", "identity_number": "999000000002", "own_collective": "CU", "unit_tasks_assigned": "8", "example_breach": "yes"},
			row{"full_name": "Người Mẫu Ba", "identity_number": "999000000002", "own_unit": "P1"}))
	pops := a.mustPopulate(t)
	get := func(k evaluate.Kind, row int, id evaluate.FactID) (string, string) {
		f := pops[k].Frame
		i, _ := f.Schema.Index(id)
		return f.Data(i, f.Value(row, i)), f.Origin(row, i).String()
	}
	for _, c := range []struct {
		kind evaluate.Kind
		row  int
		fact evaluate.FactID
		want string
		at   string // file the value must come from, "" for any
	}{
		{evaluate.Leader, 0, "discipline", "reprimand", "nhan-ve/XA-office.xlsx"},
		{evaluate.Leader, 0, "state_grade", "good", "nhan-ve/XA-office.xlsx"},
		{evaluate.Leader, 0, "score_i1", "4", ""}, // what was given stands
		{evaluate.Member, 0, "score_i1", "5", ""},
		{evaluate.Member, 0, "unit_tasks_assigned", "9", "nhan-ve/A-base_committee.xlsx"},
		{evaluate.Member, 1, "unit_tasks_assigned", "", ""}, // two posts: nobody says which
		{evaluate.Leader, 2, "unit_tasks_assigned", "", ""},
		{evaluate.Member, 1, "example_breach", "yes", "nhan-ve/A-base_committee.xlsx"},
		{evaluate.Member, 0, "tasks_assigned", "7", ""},
		{evaluate.Leader, 0, "tasks_assigned", "", ""}, // counts of another row would not go with its own
		{evaluate.Leader, 2, "example_breach", "yes", ""},
	} {
		got, at := get(c.kind, c.row, c.fact)
		if got != c.want || !strings.HasPrefix(at, c.at) {
			t.Errorf("%s %d %s = %q at %s, want %q at %s", c.kind, c.row, c.fact, got, at, c.want, c.at)
		}
	}
}

// Points pass between the roles of a person on one score sheet; a line of that
// name on another sheet is about something else.
func TestPointsStayOnTheirSheet(t *testing.T) {
	lib := library(t)
	member := func(name, number, category, post string) row {
		return row{"full_name": name, "identity_number": number, "category": category, "leadership_post": post, "score_i1": "5"}
	}
	leader := func(name, number string) row {
		return row{"full_name": name, "identity_number": number, "own_collective": "CU", "leadership_post": "head", "score_r3": "7"}
	}
	a := officeOf(t, lib, communeBodies(),
		book(t, lib, excel.BranchBook, "A", evaluate.Member, member("Người Mẫu An", "999000000001", "official", "head"), member("Người Mẫu Ba", "999000000002", "retired", "none")),
		book(t, lib, excel.BranchBook, "A", evaluate.Leader, leader("Người Mẫu An", "999000000001"), leader("Người Mẫu Ba", "999000000002")))
	pops := a.mustPopulate(t)
	for row, shared := range []bool{true, false} {
		for kind, id := range map[evaluate.Kind]evaluate.FactID{evaluate.Leader: "score_i1", evaluate.Member: "score_r3"} {
			f := pops[kind].Frame
			i, _ := f.Schema.Index(id)
			if got := !f.Value(row, i).IsBlank(); got != shared {
				t.Errorf("%s %d: %s passed on: %t, want %t", kind, row, id, got, shared)
			}
		}
	}
}

// What is true of a person whatever the role holds him in all of them where his
// rows contradict each other, also where a row says nothing.
func TestContradictionsHoldEveryRole(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	post := func(collective, discipline string) row {
		return row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": collective, "discipline": discipline}
	}
	a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, "A", evaluate.Member, an),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, post("TT", "reprimand"), post("CU", "none")))
	pops := a.mustPopulate(t)
	for _, k := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
		for i, s := range pops[k].Subjects {
			if len(s.Doubts) != 1 || s.Doubts[0].Problem.Code != "E363" {
				t.Errorf("%s %d: doubts %v", k, i, s.Doubts)
			}
		}
	}
	f := pops[evaluate.Member].Frame
	if i, _ := f.Schema.Index("discipline"); !f.Value(0, i).IsBlank() {
		t.Error("one of two contradicting values was taken over")
	}
	told := 0
	for _, p := range a.problems {
		if p.Code == "E363" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

// The group of similar positions in which a post is counted is not the member's.
func TestGroupsForCeilingsStayWithTheirRole(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, "A", evaluate.Member, an),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "TT", "cap_group": "Trưởng phòng"}))
	pops := a.mustPopulate(t)
	f := pops[evaluate.Member].Frame
	if i, _ := f.Schema.Index("cap_group"); f.Text(0, i) != "" {
		t.Errorf("the member is counted in %q", f.Text(0, i))
	}
}

// What posts say differently goes to none of the other rows, in whatever order
// they were reported.
func TestPostsThatDifferLeaveTheMemberUnknown(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	posts := []row{
		{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "TT", "tasks_assigned": "10", "tasks_done": "10"},
		{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU", "tasks_assigned": "9", "tasks_done": "4", "sick_leave_months": "2"},
	}
	for range 2 {
		a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, "A", evaluate.Member, an),
			book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, posts...))
		f := a.mustPopulate(t)[evaluate.Member].Frame
		for id, want := range map[evaluate.FactID]string{"tasks_assigned": "", "tasks_done": "", "sick_leave_months": "2"} {
			i, _ := f.Schema.Index(id)
			if got := f.Data(i, f.Value(0, i)); got != want {
				t.Errorf("%s = %q, want %q", id, got, want)
			}
		}
		slices.Reverse(posts)
	}
}

// What the state asks of an official is not answered by his branch; that he was
// disciplined is true everywhere.
func TestOfficialsTakeOnlyWhatIsTrueOfThePerson(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, "A", evaluate.Member, an.with(row{"tasks_assigned": "7", "tasks_done": "7"})),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Member, an.with(row{"discipline": "warning"})),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Staff, an.with(row{"own_unit": "UB"})))
	rs, err := InForce(lib, evaluate.Staff, a.terms.period)
	if err != nil {
		t.Fatal(err)
	}
	a.sets[evaluate.Staff] = rs
	f := a.mustPopulate(t)[evaluate.Staff].Frame
	for id, want := range map[evaluate.FactID]string{"tasks_assigned": "", "discipline": "warning"} {
		i, _ := f.Schema.Index(id)
		if got := f.Data(i, f.Value(0, i)); got != want {
			t.Errorf("%s = %q, want %q", id, got, want)
		}
	}
}

// As a leader he remedied what happened under him, as a member only what he was
// disciplined for: where nobody says that he was, the one is no word on the other.
func TestWhatWasRemediedUnderALeaderIsNotHisOwn(t *testing.T) {
	l := libraries{}
	for _, c := range []struct {
		name   string
		member row
		post   row
		want   string // the member's row on what he remedied
		to     string // the member
	}{
		{"corruption under him, remedied", row{}, row{"subordinate_corruption": "yes", "self_found_remedied": "yes"}, "", "excellent"},
		{"the same, and no discipline", row{"discipline": "none"}, row{"subordinate_corruption": "yes", "self_found_remedied": "yes"}, "", "excellent"},
		{"no discipline in the row of the post", row{}, row{"discipline": "none", "self_found_remedied": "yes"}, "", "excellent"},
		{"disciplined in the row of the post", row{}, row{"discipline": "reprimand", "self_found_remedied": "yes"}, "yes", "not_completed"},
		{"disciplined in the row of the member", row{"discipline": "reprimand"}, row{"self_found_remedied": "yes"}, "yes", "not_completed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			world := coupling{period: "2021", bodies: offices(), books: append(
				branch21([]row{somebody("An", memberLevels("excellent", "good"), c.member)}, orgLevels("excellent", "good"), counterparts("none")),
				units(unit("P1", "excellent")), leaders(somebody("An", post21("head", "Trưởng phòng", "không", "P1", "không").without("discipline", "self_found_remedied").with(c.post))))}
			r := world.run(t, l)
			comes{kind: evaluate.Member, who: "An", to: c.to}.check(t, r)
			f := r.report.Inputs.Populations[evaluate.Member].Frame
			i, _ := f.Schema.Index("self_found_remedied")
			if got := f.Data(i, f.Value(r.find(evaluate.Member, "An"), i)); got != c.want {
				t.Errorf("the member's row says %q, want %q", got, c.want)
			}
		})
	}
}
