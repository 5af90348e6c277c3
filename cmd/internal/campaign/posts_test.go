package campaign

import (
	"slices"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// commune's bodies: the people's committee with two divisions, its leadership and
// that of branch A.
func communeBodies() []evaluate.Body {
	return []evaluate.Body{
		{Kind: evaluate.Unit, Code: "UB", Name: "Ủy ban Mẫu", Org: "XA"},
		{Kind: evaluate.Unit, Code: "P1", Name: "Phòng Mẫu 1", Org: "A", Superior: "UB"},
		{Kind: evaluate.Unit, Code: "P2", Name: "Phòng Mẫu 2", Org: "B", Superior: "UB"},
		{Kind: evaluate.Collective, Code: "TT", Name: "Tập thể Ủy ban Mẫu", Org: "XA", Superior: "UB", Size: 5},
		{Kind: evaluate.Collective, Code: "CU", Name: "Chi ủy Mẫu", Org: "A", Size: 3},
	}
}

func (a *assembly) mustPopulate(t *testing.T) map[evaluate.Kind]*evaluate.Population {
	t.Helper()
	pops, _, err := a.populations()
	if err != nil {
		t.Fatal(err)
	}
	return pops
}

// linkOf lists the codes or ids that one relation of a subject leads to; ok is
// false where nobody has said.
func linkOf(pops map[evaluate.Kind]*evaluate.Population, s evaluate.Subject, rel evaluate.Relation) (out []string, ok bool) {
	for _, l := range s.Links {
		if l.Relation == rel {
			for _, row := range l.Rows {
				out = append(out, pops[evaluate.RelationKind(rel)].Subjects[row].ID)
			}
			return out, true
		}
	}
	return nil, false
}

func TestOnePersonWithTwoPostsIsTwoLeaders(t *testing.T) {
	lib := library(t)
	head := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "TT", "own_unit": "UB", "unit_codes_in_charge": "P1; Phòng Mẫu 2", "title": "Chủ tịch"}
	secretary := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU", "title": "Bí thư", "unit_codes_in_charge": "không"}
	a := officeOf(t, lib, communeBodies(),
		book(t, lib, excel.BranchBook, "A", evaluate.Member, row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, head, row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "CU", "discipline": "reprimand", "discipline_duty": "yes"}),
		book(t, lib, excel.BaseBook, "A", evaluate.Leader, secretary))
	pops := a.mustPopulate(t)
	leaders := pops[evaluate.Leader]
	if len(leaders.Subjects) != 2 {
		t.Fatalf("%d leaders, want one for each post", len(leaders.Subjects))
	}
	person := pops[evaluate.Member].Subjects[0].Person
	for row, s := range leaders.Subjects {
		collective, _ := linkOf(pops, s, evaluate.OwnCollective)
		if s.Person != person || len(s.Holds) > 0 {
			t.Errorf("%v: person %s, want %s; holds %v", collective, s.Person, person, s.Holds)
		}
		charge, said := linkOf(pops, s, evaluate.UnitsInCharge)
		unit, unitSaid := linkOf(pops, s, evaluate.OwnUnit)
		org := a.tree.Orgs[s.Org].Code
		given := func(id evaluate.FactID) bool {
			i, _ := leaders.Frame.Schema.Index(id)
			return !leaders.Frame.Value(row, i).IsBlank()
		}
		if !given("discipline") {
			t.Errorf("%v: who is disciplined in one post is so in the other", collective)
		}
		disciplined := given("discipline_duty") // connected with the duties of one post alone
		switch collective[0] {
		case "TT":
			if org != "XA" || !slices.Equal(charge, []string{"P1", "P2"}) || !slices.Equal(unit, []string{"UB"}) || disciplined {
				t.Errorf("head: org %s, in charge %v, unit %v, disciplined %t", org, charge, unit, disciplined)
			}
		case "CU":
			if org != "A" || !said || len(charge) != 0 || unitSaid || !disciplined {
				t.Errorf("secretary: org %s, in charge %v (said %t), unit said %t, disciplined %t", org, charge, said, unitSaid, disciplined)
			}
		}
	}
	if leaders.Subjects[0].ID == leaders.Subjects[1].ID {
		t.Error("two posts bear one id")
	}
}

func TestPostsQuestions(t *testing.T) {
	lib := library(t)
	an := func(more row) row {
		r := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
		for k, v := range more {
			r[k] = v
		}
		return r
	}
	for _, c := range []struct {
		name  string
		books []*kept
		want  []evaluate.Code
	}{
		{"a unit nobody listed", []*kept{book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "TT", "own_unit": "P9"}))}, []evaluate.Code{"E374"}},
		{"two posts, and a row that names neither", []*kept{
			book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "TT"})),
			book(t, lib, excel.BaseBook, "A", evaluate.Leader, an(row{"own_collective": "CU"})),
			book(t, lib, excel.BaseBook, "B", evaluate.Leader, an(nil))}, []evaluate.Code{"E375"}},
		{"one post says warned, the other not", []*kept{
			book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "TT", "discipline": "warning"}), an(row{"own_collective": "CU", "discipline": "none"}))}, []evaluate.Code{"E363"}},
		{"a reprimand here concerns the duties of one post", []*kept{
			book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "TT", "discipline": "warning", "discipline_duty": "yes"}), an(row{"own_collective": "CU", "discipline_duty": "no"}))}, nil},
		{"two workbooks differ about one post", []*kept{
			book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "TT", "discipline": "warning"})),
			book(t, lib, excel.BaseBook, "B", evaluate.Leader, an(row{"own_collective": "TT", "title": "Phó", "reviewed": "yes"})),
			book(t, lib, excel.BaseBook, "A", evaluate.Leader, an(row{"own_collective": "TT", "title": "Phó", "reviewed": "no"}))}, []evaluate.Code{"E363"}},
		{"two workbooks differ in a proposal", []*kept{
			book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "TT", "discipline": "warning"})),
			book(t, lib, excel.BaseBook, "B", evaluate.Leader, an(row{"own_collective": "TT", "title": "Phó", "proposal_unit": "good"})),
			book(t, lib, excel.BaseBook, "A", evaluate.Leader, an(row{"own_collective": "TT", "title": "Phó", "proposal_unit": "completed"}))}, []evaluate.Code{"E363"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := officeOf(t, lib, communeBodies(), c.books...)
			a.mustPopulate(t)
			var got []evaluate.Code
			for _, p := range a.problems {
				if p.Severity > evaluate.Note { // notes are no questions
					got = append(got, p.Code)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("problems %v, want %v", got, c.want)
			}
		})
	}
}

// Several codes stand beside each other with semicolons between them. Commas are read so,
// too, where the list knows each of the codes and has none with a comma; of several the
// problem names the one that it does not know.
func TestSeveralCodesInACell(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		text  string
		units int
		asked string // what a question quotes
		note  bool
	}{
		{"P1; P2", 2, "", false},
		{"P1, P2", 2, "", true},
		{"P1, P.X", 1, `"P.X"`, false},
		{"P1; P.X", 1, `"P.X"`, false},
		{"P.X", 0, `"P.X"`, false},
		{"P.X; P, Y", 0, `"P.X"` + "ô này ghi một mã hoặc số không có trong danh sách: nội dung ô (4 ký tự)", false},
	} {
		t.Run(c.text, func(t *testing.T) {
			a := officeOf(t, lib, communeBodies(), book(t, lib, excel.OfficeBook, "XA", evaluate.Leader,
				row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "TT", "unit_codes_in_charge": c.text}))
			pops := a.mustPopulate(t)
			l := pops[evaluate.Leader].Subjects[0].Link(evaluate.UnitsInCharge)
			if l == nil || len(l.Rows) != c.units {
				t.Errorf("in charge of %+v, want %d", l, c.units)
			}
			asked, note := "", false
			for _, p := range a.problems {
				switch {
				case p.Code == "E374":
					asked += p.Message
					if strings.HasPrefix(c.text, "P1,") != strings.HasPrefix(p.Hint, "nhiều mã thì cách nhau bằng dấu chấm phẩy") {
						t.Errorf("hint %q", p.Hint)
					}
				case p.Code == "X164":
					note = true
				}
			}
			if (asked != "") != (c.asked != "") || !strings.HasSuffix(asked, c.asked) {
				t.Errorf("asked %q, want %q", asked, c.asked)
			}
			if note != c.note {
				t.Errorf("noted %v: %v", note, a.problems)
			}
		})
	}
}

// What a unit reports comes from its organization's workbook; the office's facts
// lie over it, and its attached units are those of the list.
func TestUnitsAreReportedByTheirOrganization(t *testing.T) {
	lib := library(t)
	a := officeOf(t, lib, communeBodies(),
		book(t, lib, excel.BranchBook, "A", evaluate.Unit, row{"unit_code": "P1", "tasks_assigned": "10"}),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Unit, row{"unit_code": "P1", "wrongdoing_concluded": "yes"}, row{"unit_code": "P2", "tasks_assigned": "3"}, row{"unit_code": "UB", "tasks_assigned": "7"}))
	pops := a.mustPopulate(t)
	units := pops[evaluate.Unit]
	get := func(code string, id evaluate.FactID) string {
		row := slices.IndexFunc(units.Subjects, func(s evaluate.Subject) bool { return s.ID == code })
		i, _ := units.Frame.Schema.Index(id)
		return units.Frame.Data(i, units.Frame.Value(row, i))
	}
	if len(units.Subjects) != 3 || get("P1", "tasks_assigned") != "10" || get("P1", "wrongdoing_concluded") != "yes" || get("UB", "tasks_assigned") != "7" {
		t.Errorf("units %d, P1 %s %s, UB %s", len(units.Subjects), get("P1", "tasks_assigned"), get("P1", "wrongdoing_concluded"), get("UB", "tasks_assigned"))
	}
	if get("P2", "tasks_assigned") != "" {
		t.Error("the office spoke for a unit of branch B")
	}
	if under, _ := linkOf(pops, units.Subjects[0], evaluate.SubUnits); !slices.Equal(under, []string{"P1", "P2"}) {
		t.Errorf("attached units %v", under)
	}
	if under, _ := linkOf(pops, pops[evaluate.Collective].Subjects[0], evaluate.SubUnits); !slices.Equal(under, []string{"P1", "P2"}) {
		t.Errorf("the collective's attached units %v", under)
	}
	if unit, said := linkOf(pops, pops[evaluate.Collective].Subjects[1], evaluate.OwnUnit); !said || len(unit) != 0 {
		t.Errorf("a committee of a branch leads %v (said %t)", unit, said)
	}
}

func TestPopulationsDoNotHangOnTheOrderOfFiles(t *testing.T) {
	lib := library(t)
	books := []*kept{
		book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "TT", "own_unit": "UB"}),
		book(t, lib, excel.BaseBook, "A", evaluate.Leader, row{"full_name": "Người Mẫu Ba", "identity_number": "999000000002", "own_collective": "CU"}, row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_collective": "TT", "own_unit": "UB", "title": "Chủ tịch"}),
	}
	var first []string
	for range 2 {
		a := officeOf(t, lib, communeBodies(), books...)
		pops := a.mustPopulate(t)
		var ids []string
		for _, s := range pops[evaluate.Leader].Subjects {
			ids = append(ids, s.ID)
		}
		slices.Sort(ids)
		if first == nil {
			first = ids
		} else if !slices.Equal(first, ids) {
			t.Errorf("ids %v, then %v", first, ids)
		}
		slices.Reverse(books)
	}
}

func TestTheOrderOfUnitsOnARowMakesNoOtherPost(t *testing.T) {
	lib := library(t)
	leader := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_unit": "P1; P2", "title": "Trưởng phòng"}
	again := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "own_unit": "P2; Phòng Mẫu 1", "discipline": "reprimand"}
	a := officeOf(t, lib, communeBodies(),
		book(t, lib, excel.BaseBook, "A", evaluate.Leader, leader), book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, again))
	if got := len(a.mustPopulate(t)[evaluate.Leader].Subjects); got != 1 {
		t.Errorf("%d posts, want one", got)
	}
}

// A code in other letters is the only listed one that it can be, everywhere it is named,
// and a note says so once; a slip of the keyboard is offered and never taken.
func TestCodesInOtherLetters(t *testing.T) {
	lib := library(t)
	an := func(more row) row {
		return row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}.with(more)
	}
	a := officeOf(t, lib, communeBodies(), book(t, lib, excel.OfficeBook, "XA", evaluate.Leader, an(row{"own_collective": "tt", "own_unit": "u b", "units_in_charge": "2", "unit_codes_in_charge": "p1; P-2"})))
	pops := a.mustPopulate(t)
	if n := len(pops[evaluate.Leader].Subjects); n != 1 {
		t.Fatalf("%d posts", n)
	}
	charge, _ := linkOf(pops, pops[evaluate.Leader].Subjects[0], evaluate.UnitsInCharge)
	if !slices.Equal(charge, []string{"P1", "P2"}) {
		t.Errorf("in charge of %v", charge)
	}
	for _, p := range a.problems {
		if p.Severity > evaluate.Note || p.Code == "X164" && p.At.Cell == "" {
			t.Errorf("%v", p)
		}
	}
	if n := len(slices.DeleteFunc(slices.Clone(a.problems), func(p evaluate.Problem) bool { return p.Code != "X164" })); n != 3 {
		t.Errorf("%d notes, want one for each column: %v", n, a.problems)
	}
	r := newRegister([]place{{code: "BCH1"}, {code: "BCH-2"}, {code: "bch2"}, {code: "L.KT"}}, nil, evaluate.Date{})
	if _, ok := r.find("Bch2"); ok {
		t.Error("one of two that are alike was taken")
	}
	for given, want := range map[string]string{"L.KD": "L.KT", "BCH9": "", "XYZ": ""} {
		if got := r.likely(given); got != want {
			t.Errorf("%s: %q offered, want %q", given, got, want)
		}
	}
}
