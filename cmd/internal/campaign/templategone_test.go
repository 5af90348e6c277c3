package campaign

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// rewriting is an office that writes its templates again and again.
type rewriting struct {
	lib    *evaluate.Library
	folder Folder
	after  map[string][]string // by the code of a branch that is no more, those that follow it
}

// templates writes those of branches A and B and of the office beside what was taken in.
func (r *rewriting) templates(t *testing.T, taken []*kept, n named) *templateMaker {
	t.Helper()
	a := officeOf(t, r.lib, communeBodies(), taken...)
	a.now = time.Now
	for old, codes := range r.after {
		for _, code := range codes {
			o := &a.tree.Orgs[a.orgOf(code)]
			o.Predecessors = append(o.Predecessors, old)
		}
	}
	a.registerPlaces()
	if r.folder.Root == "" {
		r.folder = a.Folder
	}
	a.Folder = r.folder
	var err error
	if a.prefilled, err = a.readPrefilled(); err != nil {
		t.Fatal(err)
	}
	if err := a.rememberNamed(&n); err != nil {
		t.Fatal(err)
	}
	m, err := newTemplateMaker(a, n)
	if err != nil {
		t.Fatal(err)
	}
	for _, org := range []string{"A", "B", "XA"} {
		i, _ := m.tree.Index(org)
		spec := m.spec(i)
		path := filepath.Join(r.folder.Root, org+".xlsx")
		w, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(excel.WriteTemplate(w, spec), w.Close(), makeFolder(r.folder.prefilled()), m.keepPrefilled(&spec, path)); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.keepNamed(); err != nil {
		t.Fatal(err)
	}
	return m
}

// Whom a template listed as gone stays listed when it is written again without the list
// that said so, until a source has him as active, which is told, or the list is taken back.
func TestGoneStayListed(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-02", "branch_code": "A"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "birth_date": "1961-01-02", "branch_code": "A"}
	same := an.with(row{"identity_number": "999000000009", "birth_date": "1960-05-06"})
	brief := an.without("identity_number")
	year := brief.without("birth_date").with(row{"birth_year": "1960"})
	name := brief.without("birth_date")
	day := name.with(row{"admitted_on": "1990-02-03"})
	list := func(path string, rows ...row) *kept {
		k := book(t, lib, excel.OfficeBook, "L", evaluate.Member, rows...)
		k.Receipt.Path, k.Receipt.Digest = path, path
		for i := range k.Tables[0].Sources {
			k.Tables[0].Sources[i].File = path
		}
		return k
	}
	says := func(path, state string, gone row, rows ...row) *kept {
		k, left := list(path, rows...), list(path, gone).Tables[0]
		left.Left, left.Subjects = true, []string{state}
		k.Tables = append(k.Tables, left)
		return k
	}
	in := func(code string, r row) row { return r.with(row{"branch_code": code}) }
	roster := func(at time.Time, rows ...row) *kept {
		k := book(t, lib, excel.RosterBook, "R", evaluate.Member, rows...)
		k.Receipt.At = at
		return k
	}
	earlier := func(k *kept) *kept { k.Receipt.Period = "2024"; return k }
	mended := func(k *kept) *kept { k.Receipt.Digest = "mended"; return k }
	ours := func(k *kept) *kept { k.Receipt.Period = "2025"; return k }
	report := func(org string, rows ...row) []*kept {
		return []*kept{book(t, lib, excel.BranchBook, org, evaluate.Member, rows...)}
	}
	rosterSays := func(gone row) *kept {
		k := says("R", "Đã từ trần", gone)
		k.Receipt.Kind = excel.RosterBook
		return k
	}
	died := says("died.xlsx", "Đã từ trần", an, binh)
	type step struct {
		taken   []*kept
		from    []*kept
		back    string
		gone    string // who is listed, with his state
		active  string // who stands to be reviewed in A, by given name
		told    string // codes
		waiting int    // kept beside what the branch reports
	}
	first := step{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}
	moved := step{from: []*kept{says("moved.xlsx", "Chuyển đi", an, binh)}, gone: "An: Chuyển đi", active: "Bình"}
	reported := report("A", an, binh)
	for _, c := range []struct {
		name  string
		steps []step
	}{
		{"no list", []step{first, {gone: "An: Đã từ trần", active: "Bình"}, {gone: "An: Đã từ trần", active: "Bình"}}},
		{"without a number", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", brief, binh)}, gone: "An: Đã từ trần", active: "Bình"},
			{from: []*kept{list("old.xlsx", brief)}, active: "An Bình", told: "E347"}}},
		{"known by his year of birth", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", year, binh)}, gone: "An 1960: Đã từ trần", active: "Bình"},
			{gone: "An 1960: Đã từ trần", active: "Bình"}}},
		{"a name and a year of birth in both", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", year, binh)}, gone: "An 1960: Đã từ trần", active: "Bình"},
			{from: []*kept{says("died.xlsx", "Đã từ trần", year, binh)}, gone: "An 1960: Đã từ trần", active: "Bình"},
			{from: []*kept{list("old.xlsx", year)}, active: "An Bình", told: "E347"}}},
		{"one of two namesakes of one year", []step{{from: []*kept{list("two.xlsx", an, same), says("died.xlsx", "Đã từ trần", year, binh)}, gone: "An 1960: Đã từ trần", active: "An An Bình", told: "E344"}}},
		{"one of two namesakes of one year, named first", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", year, binh), list("two.xlsx", an, same)}, gone: "An 1960: Đã từ trần", active: "An An Bình", told: "E344"}}},
		{"one of two namesakes, by his number", []step{{from: []*kept{list("two.xlsx", an, same), died}, active: "An An Bình", told: "E347"}}},
		{"a name alone", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", name, binh)}, gone: "An: Đã từ trần", active: "Bình"},
			{from: []*kept{says("died.xlsx", "Đã từ trần", name, binh)}, gone: "An: Đã từ trần", active: "Bình"},
			{from: []*kept{list("old.xlsx", year)}, gone: "An: Đã từ trần", active: "An Bình", told: "E344"},
			{gone: "An: Đã từ trần", active: "An Bình"}}},
		{"two lists of one command", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", year), list("old.xlsx", year, binh)}, gone: "An 1960: Đã từ trần", active: "Bình", told: "E347"}}},
		{"a name and a day of admission in both", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", day), list("old.xlsx", day, binh)}, gone: "An: Đã từ trần", active: "Bình", told: "E347"}}},
		{"days of admission that differ", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", day), list("old.xlsx", name.with(row{"admitted_on": "1991-02-03"}), binh)}, gone: "An: Đã từ trần", active: "An Bình", told: "E344"}}},
		{"two of one name in one list", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", year, year, binh)}, gone: "An 1960: Đã từ trần", active: "An Bình"},
			{gone: "An 1960: Đã từ trần", active: "An Bình"}}},
		{"two lists and a roster say so", []step{{taken: []*kept{rosterSays(name)}, from: []*kept{says("died.xlsx", "Đã từ trần", name), says("more.xlsx", "Đã từ trần", year)}, gone: "An: Đã từ trần"},
			{taken: []*kept{rosterSays(name)}, gone: "An: Đã từ trần"}, {taken: []*kept{rosterSays(name)}, gone: "An: Đã từ trần"}}},
		{"reported, by a name and a year of birth", []step{{from: []*kept{says("died.xlsx", "Đã từ trần", year, binh)}, gone: "An 1960: Đã từ trần", active: "Bình"},
			{taken: report("A", year, binh), active: "An Bình", waiting: 1}}},
		{"a list of another branch", []step{first, {from: []*kept{list("other.xlsx", in("B", row{"full_name": "Người Mẫu Chi"}))}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"a list that has him", []step{first, {from: []*kept{list("old.xlsx", an)}, active: "An Bình", told: "E347"}, {active: "An Bình"}}},
		{"an office's workbook that was sent out has him", []step{first, {from: []*kept{ours(list("office.xlsx", an))}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"an office's workbook named before", []step{{from: []*kept{ours(list("office.xlsx", an, binh)), died}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"the list that said so has him now", []step{first, {from: []*kept{list("died.xlsx", an)}, active: "An Bình"}}},
		{"a list named before had him", []step{{from: []*kept{list("old.xlsx", an, binh)}, active: "An Bình"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình", told: "E347"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}, {back: "died.xlsx", active: "An Bình"}, {active: "An Bình"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình", told: "E347"}}},
		{"last period's list named before had him", []step{{from: []*kept{earlier(list("old.xlsx", an, binh))}, active: "An Bình"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}, {back: "died.xlsx", active: "An Bình"}}},
		{"the list itself had him before", []step{{from: []*kept{list("died.xlsx", an, binh)}, active: "An Bình"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}, {back: "died.xlsx"}}},
		{"another list named before says so too", []step{{from: []*kept{says("more.xlsx", "Đã từ trần", an)}, gone: "An: Đã từ trần"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}, {back: "died.xlsx", gone: "An: Đã từ trần"}}},
		{"a list named before, mended without him", []step{{from: []*kept{list("old.xlsx", an, binh)}, active: "An Bình"}, {from: []*kept{mended(list("old.xlsx", binh))}, active: "An Bình"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}, {back: "died.xlsx", active: "Bình", told: "E347"}}},
		{"taken back after the branch reported without him", []step{{from: []*kept{list("old.xlsx", an, binh)}, active: "An Bình"},
			{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình", told: "E347"}, {taken: report("A", binh), gone: "An: Đã từ trần", active: "Bình"},
			{taken: report("A", binh), back: "died.xlsx", active: "An Bình"}}},
		{"overruled by a list named since", []step{{from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}, {from: []*kept{list("old.xlsx", an)}, active: "An Bình", told: "E347"},
			{from: []*kept{list("wrong.xlsx", binh)}, active: "An Bình"}, {back: "wrong.xlsx", active: "An Bình", told: "E347"}, {active: "An Bình"}}},
		{"last period's list has him", []step{first, {from: []*kept{earlier(list("old.xlsx", an))}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"the same list again", []step{first, {from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"another state", []step{first, {from: []*kept{says("left.xlsx", "Ra khỏi Đảng", an)}, gone: "An: Ra khỏi Đảng", active: "Bình"}}},
		{"taken back", []step{first, {back: "died.xlsx"}, {}}},
		{"taken back where another says so too", []step{first, {from: []*kept{says("more.xlsx", "Đã từ trần", an)}, gone: "An: Đã từ trần", active: "Bình"}, {back: "died.xlsx", gone: "An: Đã từ trần"}}},
		{"of the branch he moved to", []step{moved, {from: []*kept{list("b.xlsx", in("B", an))}, gone: "An: Chuyển đi", active: "Bình"}, {gone: "An: Chuyển đi", active: "Bình"}}},
		{"an older roster has him", []step{{taken: []*kept{roster(time.Time{}, an, binh)}, from: []*kept{died}, gone: "An: Đã từ trần", active: "Bình"},
			{taken: []*kept{roster(time.Time{}, an, binh)}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"a newer roster has him", []step{first, {taken: []*kept{roster(time.Now().Add(time.Hour), an, binh)}, active: "An Bình", told: "E347"}}},
		{"reported all the same", []step{first, {taken: reported, active: "An Bình", waiting: 1}, {taken: reported, from: []*kept{list("other.xlsx", binh)}, active: "An Bình", waiting: 1},
			{taken: reported, from: []*kept{list("old.xlsx", an)}, active: "An Bình", told: "E347"}, {taken: reported, active: "An Bình"}}},
		{"reported, and the list lacks him now", []step{first, {taken: reported, from: []*kept{list("died.xlsx", binh)}, active: "An Bình"}}},
		{"a roster taken in says so, a list has him", []step{{taken: []*kept{rosterSays(an)}, from: []*kept{list("old.xlsx", an, binh)}, gone: "An: Đã từ trần", active: "Bình", told: "E347"},
			{taken: []*kept{rosterSays(an)}, from: []*kept{earlier(list("old.xlsx", an, binh))}, gone: "An: Đã từ trần", active: "Bình"}}},
		{"his branch said so and says otherwise", []step{{taken: []*kept{leavingReport(t, lib, "A", "Đã từ trần", an, binh)}, gone: "An: Đã từ trần", active: "Bình"},
			{taken: reported, active: "An Bình"}}},
		{"back in his branch", []step{moved, {taken: report("A", an.with(row{"activity_status": "moved_in"}), binh), active: "An Bình"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			office := &rewriting{lib: lib}
			for i, s := range c.steps {
				n := named{books: s.from}
				if s.back != "" {
					n.back = func(l namedList) bool { return l.Path == s.back }
				}
				m := office.templates(t, s.taken, n)
				var gone, active, told []string
				for _, who := range m.left["A"] {
					name := who.Name[strings.LastIndex(who.Name, " ")+1:]
					if len(who.Born) == 4 {
						name += " " + who.Born
					}
					gone = append(gone, name+": "+who.Status)
				}
				known := m.known[evaluate.Member]
				for i, name := range strings.Fields(givenNames(known.frame)) {
					if known.orgs[i] == "A" {
						active = append(active, name)
					}
				}
				for _, p := range m.warnings {
					if p.Code != "E348" {
						told = append(told, string(p.Code))
					}
				}
				slices.Sort(active)
				if got := [3]string{strings.Join(gone, ", "), strings.Join(active, " "), strings.Join(told, " ")}; got != [3]string{s.gone, s.active, s.told} {
					t.Errorf("step %d: %q; want %q", i+1, got, [3]string{s.gone, s.active, s.told})
				}
				sent, err := m.readPrefilled()
				if err != nil {
					t.Fatal(err)
				}
				rows := 0
				for _, k := range sent {
					if left := k.left(evaluate.Member); left != nil && k.Receipt.Org == "A" {
						rows = left.len()
					}
				}
				if rows != len(gone)+s.waiting {
					t.Errorf("step %d: %d rows of people gone are kept, want %d listed and %d beside", i+1, rows, len(gone), s.waiting)
				}
			}
		})
	}
}

// What a template repeats of a branch's own report is nothing against the next one, which
// takes it back.
func TestOwnWordOfTheBranchTakenBack(t *testing.T) {
	lib := library(t)
	an := row{"full_name": "Người Mẫu An", "identity_number": "999000000001", "birth_date": "1960-01-02", "branch_code": "A"}
	binh := row{"full_name": "Người Mẫu Bình", "identity_number": "999000000002", "birth_date": "1961-01-02", "branch_code": "A"}
	office := &rewriting{lib: lib}
	office.templates(t, []*kept{leavingReport(t, lib, "A", "Đã từ trần", an, binh)}, named{})
	a := officeOf(t, lib, communeBodies(), book(t, lib, excel.BranchBook, "A", evaluate.Member, an, binh))
	a.Folder = office.folder
	var err error
	if a.prefilled, err = a.readPrefilled(); err != nil {
		t.Fatal(err)
	}
	pop := a.mustPopulate(t)[evaluate.Member]
	for i := range pop.Subjects {
		for _, h := range pop.Subjects[i].Holds {
			t.Errorf("row %d is held: %v", i, h.Problem)
		}
	}
}
