package campaign

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What must come out, and whether it did.

func (r *messyReturn) refused() bool { return r.fault != "" || r.book != nil && r.book.refused() }

// unopened tells whether nobody can see whose file it is.
func (r *messyReturn) unopened() bool {
	return r.fault != "" && r.fault < "X140" && r.fault[:4] != "X128"
}

// expected lists the problems of the file: code, then sheet and cell.
func (r *messyReturn) expected() []string {
	if r.fault != "" {
		return []string{r.fault}
	}
	if r.book == nil {
		return nil
	}
	out := r.book.expected()
	for i, w := range out {
		if code, cell, _ := strings.Cut(w, " "); cell != "" {
			out[i] = code + " " + messyMembers + "!" + cell
		}
	}
	return out
}

// toldOf lists problems as expected does.
func toldOf(t *testing.T, ps []evaluate.Problem) []string {
	var out []string
	for _, p := range ps {
		place := ""
		if p.At.Sheet != "" {
			place = p.At.Sheet + "!" + strings.Join(eachCell(t, p), ",")
		}
		out = append(out, string(p.Code)+" "+place)
	}
	slices.Sort(out)
	return out
}

// eachCell lists the cells of a problem one by one.
func eachCell(t *testing.T, p evaluate.Problem) []string {
	if len(p.Cells) == 0 {
		return []string{p.At.Cell}
	}
	var out []string
	for _, area := range p.Cells {
		from, to, wide := strings.Cut(area, ":")
		if !wide {
			to = from
		}
		col, row, err := excelize.CellNameToCoordinates(from)
		if err != nil {
			t.Fatal(err)
		}
		for ; row <= rowOfCell(to); row++ {
			out = append(out, evaluate.ColumnName(col)+strconv.Itoa(row))
		}
	}
	return out
}

func sameLists(t *testing.T, what string, got, want []string) {
	t.Helper()
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("%s: in excess %s", what, g)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%s: none of %s", what, w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d told, want %d: %v", what, len(got), len(want), got)
	}
}

func (c *Campaign) takeIn(t *testing.T, paths ...string) *ImportReport {
	t.Helper()
	report, err := c.Import(ImportOptions{Paths: paths})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// label is how reports name a file of the inbox.
func (c *Campaign) label(path string) string {
	file, entry, packed := strings.Cut(path, "!")
	label := c.Folder.Label(filepath.Join(c.Folder.Inbox(), filepath.FromSlash(file)))
	if packed {
		label = excel.ArchiveLabel(label, entry)
	}
	return label
}

// tried checks all files on one core, named one by one in another order.
func (c *Campaign) tried(t *testing.T) *ImportReport {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(c.Folder.Inbox(), func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rand.New(rand.NewPCG(3, 7)).Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
	alone := *c
	alone.Config.Workers = 1
	report, err := alone.Import(ImportOptions{Paths: paths, DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// sameFound compares what two runs found, label by label.
func sameFound(t *testing.T, one, other *ImportReport) {
	t.Helper()
	found := map[string]string{}
	for _, f := range one.Files {
		found[f.Path] = fmt.Sprint(f.Outcome, f.Problems)
	}
	for _, f := range other.Files {
		// Named by itself even a file that is no spreadsheet is opened.
		if f.Outcome != Ignored && found[f.Path] != fmt.Sprint(f.Outcome, f.Problems) {
			t.Errorf("%s: in another order\n%s\nthen\n%s", f.Path, found[f.Path], fmt.Sprint(f.Outcome, f.Problems))
		}
	}
}

// told holds every file of the report against what must come of it.
func (c *Campaign) told(t *testing.T, report *ImportReport, returns []*messyReturn, junk map[string]string, again map[string]sentTwice) {
	t.Helper()
	want := map[string][]string{}
	if _, err := os.Stat(filepath.Join(c.Folder.Inbox(), filepath.FromSlash(rosterPath))); err == nil {
		want[c.label(rosterPath)] = []string{string(Accepted)}
	}
	for _, r := range returns {
		outcome := Accepted
		if r.refused() {
			outcome = Rejected
		}
		want[c.label(r.path)] = append([]string{string(outcome)}, r.expected()...)
	}
	for path, code := range junk {
		want[c.label(path)] = []string{string(Ignored), code + " "}
	}
	for path, s := range again {
		want[c.label(path)] = append([]string{string(Known)}, s.of.expected()...)
		if s.cell != "" {
			want[c.label(path)] = append([]string{string(Newer), "E341 "}, s.of.expected()...)
		}
	}
	for _, f := range report.Files {
		w, ok := want[f.Path]
		if !ok {
			t.Errorf("%s was not laid there: %s %v", f.Path, f.Outcome, f.Problems)
			continue
		}
		delete(want, f.Path)
		if string(f.Outcome) != w[0] {
			t.Errorf("%s is %s, want %s: %v", f.Path, f.Outcome, w[0], f.Problems)
		}
		sameLists(t, f.Path, toldOf(t, f.Problems), w[1:])
	}
	for path := range want {
		t.Errorf("nothing is said of %s", path)
	}
}

// said holds what was kept against what the senders meant.
func (c *Campaign) said(t *testing.T, returns []*messyReturn, of func(*messyReturn) bool) {
	t.Helper()
	for _, r := range returns {
		k, err := readKept(c.Folder.keptPath(bookKey{r.spec.Stamp.Kind, r.org()}))
		if !of(r) {
			if err == nil {
				t.Errorf("%s was accepted in silence", r.org())
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", r.org(), err)
			continue
		}
		for kind, want := range r.meant(t) {
			var got []string
			if tb := k.table(kind); tb != nil {
				got = saidIn(tb)
			}
			for i, w := range want {
				if i >= len(got) || got[i] != w {
					t.Errorf("%s, %s, row %d (%v):\n%v\nwant\n%s", r.org(), kind, i, r.done(), got[min(i, max(0, len(got)-1)):], w)
					break
				}
			}
			if len(got) != len(want) {
				t.Errorf("%s: %d rows of %s, want %d", r.org(), len(got), kind, len(want))
			}
		}
	}
}

func (r *messyReturn) done() []string {
	if r.book == nil {
		return []string{r.fault}
	}
	return r.book.did
}

// missing sees that status names exactly those of whom nothing has come.
func (c *Campaign) missing(t *testing.T, want func(org string) bool) {
	t.Helper()
	s, err := c.Status()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range s.Orgs {
		if (o.State == StateMissing) != want(o.Org) {
			t.Errorf("status calls %s %s", o.Org, o.State)
		}
	}
}
