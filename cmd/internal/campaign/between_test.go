package campaign

import (
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
	"github.com/xeploai/xeploai/rules"
)

// row is one line of a made-up workbook: fact → value as programs write it.
type row map[evaluate.FactID]string

// book makes a kept workbook as if it had been imported.
func book(t *testing.T, lib *evaluate.Library, kind excel.BookKind, org string, k evaluate.Kind, rows ...row) *kept {
	t.Helper()
	s := lib.Vocabulary.Schema(k)
	f := evaluate.NewFrame(s)
	columns := make([]int32, len(s.Facts))
	for i := range columns {
		columns[i] = int32(i + 2)
	}
	src := f.AddSource(evaluate.SourceSheet{File: "nhan-ve/" + org + "-" + string(kind) + ".xlsx", Sheet: sheetTitle(k), Columns: columns})
	for i, r := range rows {
		at := f.Append(evaluate.Place{Source: src, Row: int32(9 + i)})
		for id, text := range r {
			fill(t, f, at, id, text)
		}
	}
	in := &excel.Intake{Stamp: excel.Stamp{Kind: kind, Org: org}, Digest: org, Frames: map[evaluate.Kind]*evaluate.Frame{k: f}}
	return keptOf("nhan-ve/"+org+"-"+string(kind)+".xlsx", in, nil, time.Time{})
}

func fill(t *testing.T, f *evaluate.Frame, at int, id evaluate.FactID, text string) {
	t.Helper()
	i, ok := f.Schema.Index(id)
	if !ok {
		t.Fatalf("no fact %s", id)
	}
	switch def := &f.Schema.Facts[i]; def.Type {
	case evaluate.TextFact:
		f.SetText(at, i, text)
	case evaluate.NumberFact:
		x, err := evaluate.ParseNum(text)
		if err != nil {
			t.Fatal(err)
		}
		v, _ := evaluate.NumberValue(x)
		f.Set(at, i, v)
	case evaluate.DateFact:
		d, ok := evaluate.ParseDate(text)
		if !ok {
			t.Fatalf("no date %s", text)
		}
		f.Set(at, i, evaluate.DateValue(d))
	case evaluate.ChoiceFact:
		c, ok := def.CodeIndex(text)
		if !ok {
			t.Fatalf("no choice %s of %s", text, id)
		}
		f.Set(at, i, evaluate.ChoiceValue(c))
	}
}

// once reads the rules once: nothing changes a library that was read.
var once = sync.OnceValues(func() (*evaluate.Library, []evaluate.Problem) { return rules.Load(nil, rules.Builtin()) })

func library(t testing.TB) *evaluate.Library {
	t.Helper()
	lib, ps := once()
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	return lib
}

func office(t *testing.T, lib *evaluate.Library, books ...*kept) *assembly {
	t.Helper()
	return officeOf(t, lib, nil, books...)
}

// officeOf is a commune of three base branches with units and collectives.
func officeOf(t *testing.T, lib *evaluate.Library, bodies []evaluate.Body, books ...*kept) *assembly {
	t.Helper()
	orgs := []evaluate.Org{
		{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "A", Name: "Chi bộ Mẫu 1", Parent: "XA", Level: evaluate.BaseBranch},
		{Code: "B", Name: "Chi bộ Mẫu 2", Parent: "XA", Level: evaluate.BaseBranch},
		{Code: "C", Name: "Chi bộ Mẫu 3", Parent: "XA", Level: evaluate.BaseBranch, Predecessors: []string{"B", "OLD"}},
	}
	tree, ps := evaluate.NewTree(orgs, bodies...)
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	c := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, terms: terms{comment: evaluate.Int(6), period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}}
	sets, err := c.sets(tree)
	if err != nil {
		t.Fatal(err)
	}
	a := newAssembly(c, tree, sets, make([]byte, keySize))
	a.books = books
	return a
}

// heldOf counts those who wait, whatever comes of it or between two readings.
func heldOf(pop *evaluate.Population) int {
	n := 0
	for _, s := range pop.Subjects {
		if len(s.Holds)+len(s.Doubts) > 0 {
			n++
		}
	}
	return n
}

// leavingReport is a branch's report that says of the first row that he has left.
func leavingReport(t *testing.T, lib *evaluate.Library, org, state string, gone row, rows ...row) *kept {
	t.Helper()
	k, left := book(t, lib, excel.BranchBook, org, evaluate.Member, rows...), book(t, lib, excel.BranchBook, org, evaluate.Member, gone).Tables[0]
	left.Left, left.Subjects = true, []string{state}
	k.Tables = append(k.Tables, left)
	return k
}

func TestMembers_mattersBetweenFiles(t *testing.T) {
	lib := library(t)
	report := func(org string, rows ...row) *kept {
		return book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)
	}
	fromOffice := func(rows ...row) *kept { return book(t, lib, excel.OfficeBook, "XA", evaluate.Member, rows...) }
	roster := func(rows ...row) *kept { return book(t, lib, excel.RosterBook, "R", evaluate.Member, rows...) }
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	with := func(base row, more row) row {
		out := row{}
		for _, r := range []row{base, more} {
			for k, v := range r {
				out[k] = v
			}
		}
		return out
	}
	leftReport := func(org, state string, gone row, rows ...row) *kept {
		return leavingReport(t, lib, org, state, gone, rows...)
	}
	cases := []struct {
		name     string
		books    []*kept
		subjects int
		held     int
		codes    []evaluate.Code
	}{
		{"one person, nothing to ask", []*kept{report("A", an)}, 1, 0, nil},
		{"the same member in two files", []*kept{report("A", an), report("B", an)}, 2, 2, []evaluate.Code{"E342"}},
		{"same card, names differ in case", []*kept{report("A", row{"full_name": "Người Mẫu An", "card_number": "77.1"}), report("B", row{"full_name": "NGƯỜI MẪU AN", "card_number": "77.1"})},
			2, 2, []evaluate.Code{"E342"}},
		{"the same member in three files", []*kept{report("A", an), report("B", an), report("C", an)}, 3, 3, []evaluate.Code{"E342"}},
		{"the same member in two files, on the roster and known to the office", []*kept{report("A", an), report("B", an),
			roster(with(an, row{"branch_code": "A"})), fromOffice(with(an, row{"discipline": "warning"}))}, 2, 2, []evaluate.Code{"E342"}},
		{"moved, on the roster of the old branch", []*kept{report("A", an),
			report("B", with(an, row{"activity_status": "moved_in", "other_place_comment": "yes"})), roster(with(an, row{"branch_code": "A"}))},
			1, 0, []evaluate.Code{"E343"}},
		{"office knows a name that two bear", []*kept{report("A", with(an, row{"birth_date": "1960-01-01"}),
			row{"full_name": "Người Mẫu An", "identity_number": "999000000002", "birth_date": "1961-01-01"}),
			fromOffice(row{"full_name": "Người Mẫu An", "branch_code": "A", "discipline": "warning"})}, 2, 2, []evaluate.Code{"E345"}},
		{"temporarily elsewhere, comment there", []*kept{
			report("A", with(an, row{"activity_status": "temporary_elsewhere", "other_place_comment": "yes"})), report("B", an)}, 1, 0, []evaluate.Code{"E343"}},
		{"temporarily elsewhere, comment missing", []*kept{
			report("A", with(an, row{"activity_status": "temporary_elsewhere"})), report("B", an)}, 1, 1, []evaluate.Code{"E360", "E343"}},
		{"moved after seven months, no comment", []*kept{report("A", an),
			report("B", with(an, row{"activity_status": "moved_in", "months_at_old_place": "7"}))}, 1, 1, []evaluate.Code{"E343", "E361"}},
		{"moved after five months and a half", []*kept{
			report("B", with(an, row{"activity_status": "moved_in", "months_at_old_place": "5.5"}))}, 1, 0, nil},
		{"moved, exactly six months", []*kept{
			report("B", with(an, row{"activity_status": "moved_in", "months_at_old_place": "6"}))}, 1, 1, []evaluate.Code{"E361"}},
		{"moved, months unknown", []*kept{report("B", with(an, row{"activity_status": "moved_in"}))}, 1, 1, []evaluate.Code{"E362"}},
		{"both say moved in", []*kept{report("A", with(an, row{"activity_status": "moved_in", "other_place_comment": "yes"})),
			report("B", with(an, row{"activity_status": "moved_in", "other_place_comment": "yes"}))}, 2, 2, []evaluate.Code{"E342"}},
		{"merged branch: no transfer, not twice", []*kept{report("B", an), report("C", an)}, 1, 0, []evaluate.Code{"E343"}},
		{"merged branch: who says he moved in did not", []*kept{report("B", an), report("C", with(an, row{"activity_status": "moved_in", "months_at_old_place": "6"}))}, 1, 0, []evaluate.Code{"E343"}},
		{"merged branch: known there by the roster", []*kept{report("C", with(an, row{"activity_status": "moved_in", "months_at_old_place": "6"})), roster(with(an, row{"branch_code": "B"}))}, 1, 0, nil},
		{"a true transfer into a merged branch", []*kept{report("C", with(an, row{"activity_status": "moved_in", "months_at_old_place": "6"})), roster(with(an, row{"branch_code": "A"}))}, 1, 1, []evaluate.Code{"E361"}},
		{"namesakes without keys", []*kept{report("A", row{"full_name": "Người Mẫu An"}, row{"full_name": "Người  mẫu An"})}, 2, 2, []evaluate.Code{"E344"}},
		{"namesakes with birth dates", []*kept{report("A", row{"full_name": "Người Mẫu An", "birth_date": "1960-01-01"},
			row{"full_name": "Người Mẫu An", "birth_date": "1961-01-01"})}, 2, 0, nil},
		{"namesakes born in different years", []*kept{report("A", row{"full_name": "Người Mẫu An", "birth_year": "1960"}, row{"full_name": "Người Mẫu An", "birth_year": "1970"})}, 2, 0, nil},
		{"namesakes, a date and another year", []*kept{report("A", row{"full_name": "Người Mẫu An", "birth_date": "1960-01-01"}, row{"full_name": "Người Mẫu An", "birth_year": "1970"})}, 2, 0, nil},
		{"namesakes of one year", []*kept{report("A", row{"full_name": "Người Mẫu An", "birth_date": "1960-01-01"}, row{"full_name": "Người Mẫu An", "birth_year": "1960"})}, 2, 2, []evaluate.Code{"E344"}},
		{"namesakes, one of whom has a year", []*kept{report("A", row{"full_name": "Người Mẫu An"}, row{"full_name": "Người Mẫu An", "birth_year": "1960"})}, 2, 2, []evaluate.Code{"E344"}},
		{"namesakes in two branches", []*kept{report("A", row{"full_name": "Người Mẫu An"}), report("B", row{"full_name": "Người Mẫu An"})}, 2, 0, nil},
		{"unknown organization", []*kept{report("Z", an)}, 1, 1, []evaluate.Code{"E349"}},
		{"office knows by identity", []*kept{report("A", an), fromOffice(with(an, row{"discipline": "warning"}))}, 1, 0, nil},
		{"office knows by name alone", []*kept{report("A", an), fromOffice(row{"full_name": "Người Mẫu An", "branch_code": "A", "discipline": "warning"})},
			1, 1, []evaluate.Code{"E345"}},
		{"office knows by name and birth date", []*kept{report("A", with(an, row{"birth_date": "1960-01-01"})),
			fromOffice(row{"full_name": "Người Mẫu An", "birth_date": "1960-01-01", "branch_code": "Chi bộ Mẫu 1", "discipline": "warning"})}, 1, 0, nil},
		{"office has another number", []*kept{report("A", with(an, row{"card_number": "77"})),
			fromOffice(row{"full_name": "Người Mẫu An", "identity_number": "999000000002", "card_number": "77", "discipline": "warning"})}, 1, 1, []evaluate.Code{"E345"}},
		{"old and new number with one card", []*kept{report("A", with(an, row{"card_number": "77"})),
			fromOffice(row{"full_name": "Người Mẫu An", "identity_number": "999000001", "card_number": "77", "discipline": "warning"})}, 1, 0, nil},
		{"office speaks of nobody", []*kept{report("A", an), fromOffice(row{"full_name": "Người Mẫu Bình", "discipline": "warning"})}, 1, 0, []evaluate.Code{"E346"}},
		{"a pre-filled row nobody wrote in", []*kept{report("A", an), fromOffice(row{"full_name": "Người Mẫu Bình"})}, 1, 0, nil},
		{"two workbooks disagree, and no rule tells the two apart", []*kept{report("A", an), fromOffice(with(an, row{"discipline": "warning"}), with(an, row{"discipline": "reprimand"}))},
			1, 0, []evaluate.Code{"E363"}},
		{"two workbooks disagree", []*kept{report("A", an), fromOffice(with(an, row{"discipline": "warning"}), with(an, row{"discipline": "none"}))},
			1, 1, []evaluate.Code{"E363"}},
		{"on the roster, not reported", []*kept{report("A", an), roster(with(an, row{"branch_code": "A"}),
			row{"full_name": "Người Mẫu Bình", "identity_number": "999000000009", "branch_code": "A"})}, 2, 1, []evaluate.Code{"E348"}},
		{"dead by one report, as ever elsewhere", []*kept{leftReport("A", "Đã từ trần", an, row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"}), report("B", an), roster(with(an, row{"branch_code": "A"}), row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "branch_code": "A"})}, 2, 1, []evaluate.Code{"E347"}},
		{"divided: the branch that goes on and the new one report him", []*kept{report("B", an, row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"}, row{"full_name": "Người Mẫu Cúc", "identity_number": "999000000003"}), report("C", an)}, 4, 2, []evaluate.Code{"E342"}},
		{"merged branch: one of three is not reported any more", []*kept{report("B", an, row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"}, row{"full_name": "Người Mẫu Cúc", "identity_number": "999000000003"}),
			report("C", an, row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002"})}, 3, 0, []evaluate.Code{"E343", "E343"}},
		{"gone as the report says, whatever the roster", []*kept{leftReport("A", "Đã từ trần", with(an, row{"branch_code": "A"}), row{"full_name": "Người Mẫu Bình", "identity_number": "999000000009"}),
			roster(with(an, row{"branch_code": "A"}), row{"full_name": "Người Mẫu Bình", "identity_number": "999000000009", "branch_code": "A"})}, 1, 0, nil},
		{"moved away, and moved in", []*kept{leftReport("A", "Đã chuyển đi", an, row{"full_name": "Người Mẫu Bình"}),
			report("B", with(an, row{"activity_status": "moved_in", "months_at_old_place": "2"}))}, 2, 0, nil},
		{"moved away, and as ever elsewhere", []*kept{leftReport("A", "Đã chuyển đi", an, row{"full_name": "Người Mẫu Bình"}), report("B", an)}, 2, 1, []evaluate.Code{"E356"}},
		{"reported, not on the roster", []*kept{report("A", an), roster(row{"full_name": "Người Mẫu Bình", "identity_number": "999000000009", "branch_code": "B"},
			row{"full_name": "Người Mẫu Cúc", "identity_number": "999000000008", "branch_code": "A"})}, 2, 2, []evaluate.Code{"E347", "E348"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := office(t, lib, c.books...)
			pop, err := a.members()
			if err != nil {
				t.Fatal(err)
			}
			held := heldOf(pop)
			var codes []evaluate.Code
			for _, p := range evaluate.SortProblems(a.problems) {
				codes = append(codes, p.Code)
				if p.At.Cell == "" {
					t.Errorf("%s names no cell", p.Code)
				}
			}
			slices.Sort(codes)
			want := slices.Sorted(slices.Values(c.codes))
			if len(pop.Subjects) != c.subjects || held != c.held || !slices.Equal(codes, want) {
				t.Errorf("%d subjects, %d held, %v; want %d, %d, %v", len(pop.Subjects), held, codes, c.subjects, c.held, want)
			}
		})
	}
}

// A matter between rows is told once, with all its cells; each subject it holds
// sees it from its own row, and what the office knows of the person holds for both.
func TestMembers_oneMatterOneProblem(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001"}
	warned := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "discipline": "warning"}
	a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, an), book(t, lib, excel.BranchBook, "B", evaluate.Member, an),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Member, warned))
	pop, err := a.members()
	if err != nil {
		t.Fatal(err)
	}
	if len(a.problems) != 1 || len(a.problems[0].Related) != 1 || a.problems[0].At.File == a.problems[0].Related[0].At.File {
		t.Errorf("told as %v", a.problems)
	}
	discipline, _ := pop.Frame.Schema.Index("discipline")
	for i, s := range pop.Subjects {
		if len(s.Holds) != 1 || s.Holds[0].Problem.At.File != pop.Frame.Origin(i, pop.Frame.Schema.ByRole(evaluate.RoleName)).File {
			t.Errorf("subject %d is held by %v", i, s.Holds)
		}
		if got := pop.Frame.Data(discipline, pop.Frame.Value(i, discipline)); got != "warning" {
			t.Errorf("subject %d has discipline %q", i, got)
		}
	}
}

func TestMembers_originsAndOverlays(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "score_i1": "5.5", "admitted_on": "1999-02-03"}
	over := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "discipline": "warning"}
	a := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, an),
		book(t, lib, excel.OfficeBook, "XA", evaluate.Member, row{"full_name": "trống"}, over))
	pop, err := a.members()
	if err != nil {
		t.Fatal(err)
	}
	f := pop.Frame
	at := func(id evaluate.FactID) (string, string) {
		i, _ := f.Schema.Index(id)
		return f.Data(i, f.Value(0, i)), f.Origin(0, i).String()
	}
	column := func(id evaluate.FactID) string {
		i, _ := f.Schema.Index(id)
		return evaluate.ColumnName(i + 2)
	}
	for id, want := range map[evaluate.FactID][2]string{
		"score_i1":    {"5.5", "nhan-ve/A-branch.xlsx[Đảng viên!" + column("score_i1") + "9]"},
		"admitted_on": {"1999-02-03", "nhan-ve/A-branch.xlsx[Đảng viên!" + column("admitted_on") + "9]"},
		"discipline":  {"warning", "nhan-ve/XA-office.xlsx[Đảng viên!" + column("discipline") + "10]"},
		"branch_code": {"A", "nhan-ve/A-branch.xlsx[Đảng viên!" + column("branch_code") + "9]"},
		"state_grade": {"", "nhan-ve/A-branch.xlsx[Đảng viên!" + column("state_grade") + "9]"},
	} {
		if data, origin := at(id); data != want[0] || origin != want[1] {
			t.Errorf("%s = %q at %s, want %v", id, data, origin, want)
		}
	}
}

func TestKept_roundTrip(t *testing.T) {
	lib := library(t)
	f := Folder{Root: t.TempDir()}
	if err := f.Make(); err != nil {
		t.Fatal(err)
	}
	want := book(t, lib, excel.BranchBook, "A/b", evaluate.Member,
		row{"full_name": "Người Mẫu An", "score_i1": "5.375", "category": "retired", "birth_date": "1950-12-31"}, row{"full_name": "Người Mẫu Bình"})
	if err := f.keep(want); err != nil {
		t.Fatal(err)
	}
	files, err := f.keptFiles()
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	got, err := readKept(files[0])
	if err != nil {
		t.Fatal(err)
	}
	a, b := office(t, lib, want), office(t, lib, got)
	p, _ := a.members()
	q, _ := b.members()
	for row := range p.Frame.Len() {
		for i := range p.Frame.Schema.Facts {
			if p.Frame.Data(i, p.Frame.Value(row, i)) != q.Frame.Data(i, q.Frame.Value(row, i)) || p.Frame.Origin(row, i) != q.Frame.Origin(row, i) {
				t.Errorf("fact %s of row %d differs after keeping", p.Frame.Schema.Facts[i].ID, row)
			}
		}
	}
	receipts, err := f.receipts()
	if err != nil || len(receipts) != 1 || receipts[0].Org != "A/b" || receipts[0].Rows[evaluate.Member] != 2 {
		t.Errorf("receipts = %+v, %v", receipts, err)
	}
}

func TestBind_changedVocabularyAsksForReimport(t *testing.T) {
	lib := library(t)
	for name, spoil := range map[string]func(*table){
		"choice gone": func(tb *table) { tb.find("category").Codes[7] = "pensioner" },
		"fact gone":   func(tb *table) { tb.find("category").Fact = "kind_of_person" },
		"type other":  func(tb *table) { tb.find("category").Type = evaluate.TextFact },
	} {
		t.Run(name, func(t *testing.T) {
			k := book(t, lib, excel.BranchBook, "A", evaluate.Member, row{"full_name": "Người Mẫu An", "category": "retired"})
			spoil(k.table(evaluate.Member))
			_, err := office(t, lib, k).members()
			refused, ok := err.(*Refused)
			if !ok || refused.Problems[0].Code != "E364" {
				t.Errorf("err = %v, want E364", err)
			}
		})
	}
}

// People of one name who are told apart by the year of birth have ids of their own,
// whatever the order of their rows.
func TestMembers_namesakesByYearKeepTheirIDs(t *testing.T) {
	lib := library(t)
	an, other := row{"full_name": "Người Mẫu An", "birth_year": "1960"}, row{"full_name": "Người Mẫu An", "birth_year": "1970"}
	ids := func(rows ...row) (out []string) {
		pop, err := office(t, lib, book(t, lib, excel.BranchBook, "A", evaluate.Member, rows...)).members()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range pop.Subjects {
			out = append(out, s.ID)
		}
		return out
	}
	if a, b := ids(an, other), ids(other, an); a[0] != b[1] || a[1] != b[0] {
		t.Errorf("%q in one order, %q in the other", a, b)
	}
}

// begun is a campaign just made, whose clock stands still.
func begun(t testing.TB, config Config, orgs []evaluate.Org, bodies []evaluate.Body, day time.Time) *Campaign {
	t.Helper()
	now := func() time.Time { return day }
	folder, err := Init(filepath.Join(t.TempDir(), "dot"), config, orgs, bodies, now())
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open(folder, config, "test", now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
