package campaign

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A code is read as a new one only where nobody else's report can bear either.
func TestRenamed(t *testing.T) {
	founded, before := evaluate.Date{Year: 2025, Month: 7, Day: 1}, evaluate.Date{Year: 2020, Month: 7, Day: 1}
	branch := func(code string, on evaluate.Date, from ...string) evaluate.Org {
		return evaluate.Org{Code: code, Name: "Chi bộ " + code, Parent: "XA", Level: evaluate.BaseBranch, Founded: on, Predecessors: from}
	}
	for name, c := range map[string]struct {
		orgs []evaluate.Org
		now  string
	}{
		"a new code":                      {[]evaluate.Org{branch("N", founded, "OLD")}, "N"},
		"the old one is on the list":      {[]evaluate.Org{branch("N", founded, "OLD"), branch("OLD", before)}, ""},
		"merged with another":             {[]evaluate.Org{branch("N", founded, "OLD", "OTHER")}, ""},
		"merged into an older one":        {[]evaluate.Org{branch("N", before, "OLD")}, ""},
		"divided":                         {[]evaluate.Org{branch("N", founded, "OLD"), branch("M", founded, "OLD")}, ""},
		"the new code was another's once": {[]evaluate.Org{branch("N", founded, "OLD"), branch("M", before, "N")}, ""},
	} {
		tree, _ := evaluate.NewTree(append([]evaluate.Org{{Code: "XA", Name: "Xã", Level: evaluate.CommitteeLevel}}, c.orgs...))
		a := newAssembly(&Campaign{Library: library(t), terms: terms{period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}, now: time.Now}, tree, nil, nil)
		if now, ok := a.renamed("OLD"); now != c.now && ok || ok != (c.now != "") {
			t.Errorf("%s: %q, %v", name, now, ok)
		}
	}
}

// What others say under an old code of whom was renamed alone is read as said of it; of those
// that were merged, or of a follower whose day is not told, each workbook is asked once.
func TestRowsUnderOldCodes(t *testing.T) {
	lib := library(t)
	founded := evaluate.Date{Year: 2025, Month: 7, Day: 1}
	branch := func(code string, on evaluate.Date, from ...string) evaluate.Org {
		return evaluate.Org{Code: code, Name: "Chi bộ " + code, Parent: "DU", Level: evaluate.Branch, Founded: on, Predecessors: from}
	}
	body := func(kind evaluate.Kind, code string, from ...string) evaluate.Body {
		return evaluate.Body{Kind: kind, Code: code, Name: "Nơi " + code, Org: "DU", Founded: founded, Predecessors: from}
	}
	tree, ps := evaluate.NewTree([]evaluate.Org{
		{Code: "HU", Name: "Huyện ủy Mẫu", Level: evaluate.CommitteeLevel},
		{Code: "DU", Name: "Đảng bộ xã Mẫu", Parent: "HU", Level: evaluate.BaseCommittee, Founded: founded, Predecessors: []string{"DC"}},
		branch("N", founded, "OLD"), branch("M", founded, "P", "Q"), branch("L", evaluate.Date{}, "K"),
	}, body(evaluate.Collective, "BTV", "BTV1"), body(evaluate.Unit, "UB", "UB1"))
	if err := refuse(ps); err != nil {
		t.Fatal(err, ps)
	}
	org := func(code string) row { return row{"org_code": code, "basic_targets": "met"} }
	for _, c := range []struct {
		name  string
		kind  excel.BookKind
		of    string
		rows  []row
		asked []string // cells and what is said
		noted int
		read  string // codes of those of whom the row was read
	}{
		{"the office of one renamed", excel.OfficeBook, "HU", []row{org("OLD")}, nil, 1, "N"},
		{"under its new code", excel.OfficeBook, "HU", []row{org("N")}, nil, 0, "N"},
		{"of several renamed", excel.OfficeBook, "HU", []row{org("DC"), org("OLD")}, nil, 1, "DU N"},
		{"of both that were merged", excel.OfficeBook, "HU", []row{org("P"), org("Q"), org("N")}, []string{`2 B9: 2 dòng ghi mã cũ ("P", "Q"), nay là M`}, 0, "N"},
		{"of one of two that were merged", excel.OfficeBook, "HU", []row{org("Q")}, []string{`0 B9: dòng này ghi mã cũ "Q", nay là M`}, 0, ""},
		{"of a follower without a day", excel.OfficeBook, "HU", []row{org("K")}, []string{`0 B9: dòng này ghi mã cũ "K", nay là L`}, 0, ""},
		{"of nobody known", excel.OfficeBook, "HU", []row{org("X"), org("Y")}, []string{"0 B9: không có mã này", "0 B10: không có mã này"}, 0, ""},
		{"the committee's, as taken in before", excel.BaseBook, "DC", []row{org("DC"), org("OLD"), org("P")}, []string{`3 B9: 3 dòng ghi mã cũ`}, 0, ""},
		{"the committee's of now", excel.BaseBook, "DU", []row{org("DU"), org("OLD")}, nil, 1, "DU N"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := assemblyOf(t, lib, tree, book(t, lib, c.kind, c.of, evaluate.Organization, c.rows...))
			pop, _, err := a.listed(evaluate.Organization)
			if err != nil {
				t.Fatal(err)
			}
			var asked, read []string
			noted := 0
			for _, p := range evaluate.SortProblems(a.problems) {
				if p.Severity == evaluate.Note {
					noted++
					continue
				}
				asked = append(asked, fmt.Sprintf("%d %s: %s / %s", evaluate.CountCells(p.Cells), p.At.Cell, p.Message, p.Hint))
			}
			fact, _ := pop.Frame.Schema.Index("basic_targets")
			for i, s := range pop.Subjects {
				if !pop.Frame.Value(i, fact).IsBlank() {
					read = append(read, s.ID)
				}
			}
			if noted != c.noted || strings.Join(read, " ") != c.read || len(asked) != len(c.asked) || heldOf(pop) > 0 {
				t.Fatalf("asked %q, %d notes, read of %q", asked, noted, read)
			}
			for i, want := range c.asked {
				at, what, _ := strings.Cut(want, ": ")
				if !strings.HasPrefix(asked[i], at) || !strings.Contains(asked[i], what) {
					t.Errorf("asked %q, want %q", asked[i], want)
				}
			}
			if c.name == "of a follower without a day" && !strings.Contains(asked[0], "Ngày thành lập") {
				t.Errorf("no way out in %q", asked[0])
			}
		})
	}
	reported := row{"collective_code": "BTV", "tasks_assigned": "3"}
	old := book(t, lib, excel.BaseBook, "DC", evaluate.Collective, row{"collective_code": "BTV", "tasks_assigned": "2"})
	for want, books := range map[string][]*kept{"2": {old}, "3": {book(t, lib, excel.BaseBook, "DU", evaluate.Collective, reported), old}} {
		pop, _, err := assemblyOf(t, lib, tree, books...).listed(evaluate.Collective)
		if err != nil {
			t.Fatal(err)
		}
		fact, _ := pop.Frame.Schema.Index("tasks_assigned")
		if got := pop.Frame.Value(0, fact).Number(); evaluate.VietnameseNumber(got) != want {
			t.Errorf("%s of the collective, want %s", evaluate.VietnameseNumber(got), want)
		}
	}
	a := assemblyOf(t, lib, tree)
	for rel, codes := range map[evaluate.Relation][2]string{evaluate.HeadedOrg: {"OLD", "P"}, evaluate.OwnCollective: {"BTV1", "BTV2"}, evaluate.OwnUnit: {"UB1", "UB2"}} {
		if _, ok := a.findNamed(rel, codes[0]); !ok {
			t.Errorf("%s: %s is not found under its new code", rel, codes[0])
		}
		if _, ok := a.findNamed(rel, codes[1]); ok {
			t.Errorf("%s: %s is no renaming", rel, codes[1])
		}
	}
}

// A branch that is no more, and whose follower is not known to be it alone, is one question a
// report, which says how to have it read.
func TestReportUnderOldCodeIsOneQuestion(t *testing.T) {
	lib := library(t)
	k := book(t, lib, excel.BranchBook, "OLD", evaluate.Member, someone(3)...)
	k.Tables = append(k.Tables, book(t, lib, excel.BranchBook, "OLD", evaluate.Organization, row{"org_code": "OLD", "tasks_assigned": "3"}).Tables...)
	for _, c := range []struct {
		from []string
		on   evaluate.Date
		says string
	}{
		{[]string{"OLD"}, evaluate.Date{}, "Ngày thành lập"},
		{[]string{"OLD"}, evaluate.Date{Year: 2019, Month: 7, Day: 1}, "Ngày thành lập"},
		{[]string{"OLD"}, evaluate.Date{Year: 2025, Month: 7, Day: 1}, "nhập lại tệp này"},
		{[]string{"OLD", "B"}, evaluate.Date{}, "theo mẫu của C"},
	} {
		tree, _ := evaluate.NewTree([]evaluate.Org{{Code: "XA", Name: "Đảng ủy xã Mẫu", Level: evaluate.CommitteeLevel},
			{Code: "C", Name: "Chi bộ Mẫu 3", Parent: "XA", Level: evaluate.BaseBranch, Founded: c.on, Predecessors: c.from}})
		a := assemblyOf(t, lib, tree, k)
		pop, err := a.members()
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := a.listed(evaluate.Organization); err != nil {
			t.Fatal(err)
		}
		if len(a.problems) != 1 || heldOf(pop) != 3 || !strings.Contains(a.problems[0].Hint, c.says) {
			t.Errorf("%v, %v: %d held, told %v", c.from, c.on, heldOf(pop), a.problems)
		}
		if plain := len(c.from) > 1; plain && strings.Contains(a.problems[0].Hint, "Ngày thành lập") {
			t.Errorf("a day is asked of one that several were merged into: %s", a.problems[0].Hint)
		}
	}
}

// assemblyOf holds workbooks against a list.
func assemblyOf(t *testing.T, lib *evaluate.Library, tree *evaluate.Tree, books ...*kept) *assembly {
	t.Helper()
	c := &Campaign{Library: lib, Folder: Folder{Root: t.TempDir()}, now: time.Now,
		terms: terms{comment: evaluate.Int(6), period: evaluate.Period{Granularity: evaluate.Yearly, Year: 2025}}}
	sets, err := c.sets(tree)
	if err != nil {
		t.Fatal(err)
	}
	a := newAssembly(c, tree, sets, make([]byte, keySize))
	a.books = books
	return a
}
