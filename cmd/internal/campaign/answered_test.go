package campaign

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What a refusal waits for: itself, its organization's workbook of the kind or,
// where nobody could open it, a file of its name in its place.
func TestRefusal_answeredBy(t *testing.T) {
	branchA := bookKey{excel.BranchBook, "A"}
	for _, c := range []struct {
		name    string
		refused Refusal
		label   string
		key     bookKey
		want    bool
	}{
		{"itself, repaired", Refusal{Path: "nhan-ve/a.xlsx", Kind: excel.BranchBook, Org: "A"}, "nhan-ve/a.xlsx", branchA, true},
		{"itself, now of somebody", Refusal{Path: "nhan-ve/a.xlsx"}, "nhan-ve/a.xlsx", branchA, true},
		{"its place, now another's", Refusal{Path: "nhan-ve/a.xlsx", Kind: excel.BranchBook, Org: "B"}, "nhan-ve/a.xlsx", branchA, false},
		{"its place, where it was asked whose it is", Refusal{Path: "nhan-ve/a.xlsx", Kind: excel.BranchBook, Org: "B", Codes: map[evaluate.Code]int{excel.CodeOtherTitle: 1}}, "nhan-ve/a.xlsx", branchA, true},
		{"of the same organization", Refusal{Path: "nhan-ve/b.xlsx", Kind: excel.BranchBook, Org: "A"}, "tra-lai/c.xlsx", branchA, true},
		{"of another kind", Refusal{Path: "nhan-ve/b.xlsx", Kind: excel.BaseBook, Org: "A"}, "nhan-ve/a.xlsx", branchA, false},
		{"of another organization, though of its name", Refusal{Path: "nhan-ve/a.xls", Kind: excel.BranchBook, Org: "B"}, "nhan-ve/a.xlsx", branchA, false},
		{"unopenable, with another ending", Refusal{Path: "nhan-ve/A.xls"}, "nhan-ve/a.xlsx", branchA, true},
		{"unopenable, in another place", Refusal{Path: "nhan-ve/sub/a.xls"}, "nhan-ve/a.xlsx", branchA, false},
		{"unopenable, of another name", Refusal{Path: "nhan-ve/b.xls"}, "nhan-ve/a.xlsx", branchA, false},
		{"a roster, which has no organization", Refusal{Path: "nhan-ve/a.xls", Kind: excel.RosterBook}, "nhan-ve/a.xlsx", bookKey{excel.RosterBook, "nhan-ve/a.xlsx"}, false},
	} {
		if got := c.refused.answeredBy(c.label, c.key); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// A workbook known before answers what was refused before it was taken in, not a
// later file, which says something that it does not.
func TestIntake_answers(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }
	key := bookKey{excel.BranchBook, "A"}
	run := &intake{known: map[bookKey]Receipt{key: {Path: "a.xlsx", Kind: key.Kind, Org: key.Org, At: day(2)}}}
	for _, c := range []struct {
		outcome ImportOutcome
		refused int
		want    bool
	}{{Accepted, 3, true}, {Replaced, 3, true}, {Known, 1, true}, {Known, 3, false}, {Newer, 1, false}, {Rejected, 1, false}, {Mended, 1, false}} {
		f := Imported{Path: "a.xlsx", Kind: key.Kind, Org: key.Org, Outcome: c.outcome}
		if got := run.answers(&f, &Refusal{Path: "b.xlsx", Kind: key.Kind, Org: key.Org, At: day(c.refused)}); got != c.want {
			t.Errorf("%s, refused on day %d: %v", c.outcome, c.refused, got)
		}
	}
}

// One file answers the earlier refusal and another of the organization is refused
// anew in the same run, whichever is read first: the new refusal stands.
func TestIntake_aNewRefusalIsNotAnsweredWithTheOldOne(t *testing.T) {
	c := benchCampaign(t, t.TempDir()+"/c", 1)
	if err := c.Folder.Make(); err != nil {
		t.Fatal(err)
	}
	old := Refusal{Path: "nhan-ve/b.xlsx", Kind: excel.BranchBook, Org: "CB0000", Digest: "1"}
	now := old
	now.Digest = "2"
	if err := c.Folder.keepRefusal(now); err != nil { // as giveBack did
		t.Fatal(err)
	}
	run := &intake{Campaign: c, known: map[bookKey]Receipt{}, fresh: map[bookKey]input{{excel.BranchBook, "CB0000"}: {label: "nhan-ve/a.xlsx"}}, refusals: []Refusal{old}}
	report := &ImportReport{Files: []Imported{
		{Path: "nhan-ve/a.xlsx", Kind: excel.BranchBook, Org: "CB0000", Outcome: Accepted},
		{Path: "nhan-ve/b.xlsx", Kind: excel.BranchBook, Org: "CB0000", Outcome: Rejected, digest: "2", Problems: []evaluate.Problem{{Code: "X104"}}},
	}}
	if err := run.settleAnswered(report); err != nil {
		t.Fatal(err)
	}
	if r, err := readRefusal(c.Folder.refusalPath(old.key())); err != nil || r.Mended || report.Files[1].Outcome != Rejected {
		t.Errorf("the new refusal: %+v, %v, told %s", r, err, report.Files[1].Outcome)
	}
}

// What one branch sent and had returned is still waited for, and its marked copy still
// lies there, when another branch's file of the same name comes in its place, be that
// one right or faulty too.
func TestRefusal_anotherBranchsFileOfItsName(t *testing.T) {
	for _, faulty := range []bool{false, true} {
		t.Run(map[bool]string{false: "right", true: "faulty"}[faulty], func(t *testing.T) {
			c := benchCampaign(t, t.TempDir()+"/c", 3)
			files := fillTemplates(t, c, 8)
			spoilBench(t, files[0])
			if faulty {
				spoilBench(t, files[1])
			}
			sent := filepath.Join(t.TempDir(), "sent")
			for i, f := range files {
				if err := os.Rename(f, sent+strconv.Itoa(i)); err != nil {
					t.Fatal(err)
				}
			}
			place := filepath.Join(c.Folder.Inbox(), "bao cao.xlsx")
			come := func(i int) {
				b, err := os.ReadFile(sent + strconv.Itoa(i))
				if err == nil {
					err = os.WriteFile(place, b, 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
				if _, err := c.Import(ImportOptions{Paths: []string{c.Folder.Inbox()}, Replace: true}); err != nil {
					t.Fatal(err)
				}
			}
			come(0)
			come(1)
			come(2)
			waits := map[string]string{} // code → state
			s, err := c.Status()
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range s.Orgs {
				waits[o.Org] = string(o.State)
				if o.State == StateRefused && !exists(c.Folder.path(o.Return)) {
					t.Errorf("the copy of %s is gone: %s", o.Org, o.Return)
				}
			}
			second := string(StateReceived)
			if faulty {
				second = string(StateRefused)
			}
			if waits["CB0000"] != string(StateRefused) || waits["CB0001"] != second || waits["CB0002"] != string(StateReceived) {
				t.Errorf("states %v", waits)
			}
			if faulty && s.Refused[0].Returned == s.Refused[1].Returned {
				t.Errorf("both copies at %s", s.Refused[0].Returned)
			}
			if n, want := len(s.Refused), map[bool]int{false: 1, true: 2}[faulty]; n != want {
				t.Errorf("%d refused", n)
			}
		})
	}
}

// A refused file that only was moved within the inbox is waited for once.
func TestRefusal_aFileThatWasMoved(t *testing.T) {
	c := benchCampaign(t, t.TempDir()+"/c", 1)
	files := fillTemplates(t, c, 8)
	spoilBench(t, files[0])
	for _, to := range []string{"", "tuan 1", "tuan 2"} {
		if to != "" {
			moved := filepath.Join(c.Folder.Inbox(), to, filepath.Base(files[0]))
			if err := os.MkdirAll(filepath.Dir(moved), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(files[0], moved); err != nil {
				t.Fatal(err)
			}
			files[0] = moved
		}
		if _, err := c.Import(ImportOptions{Paths: []string{c.Folder.Inbox()}}); err != nil {
			t.Fatal(err)
		}
		s, err := c.Status()
		if err != nil {
			t.Fatal(err)
		}
		copies, _ := filepath.Glob(filepath.Join(c.Folder.Returned(), "*.xlsx"))
		deeper, _ := filepath.Glob(filepath.Join(c.Folder.Returned(), "*", "*.xlsx"))
		if len(s.Refused) != 1 || s.Refused[0].Path != c.Folder.Label(files[0]) || len(copies)+len(deeper) != 1 {
			t.Errorf("%q: refused %+v, copies %v %v", to, s.Refused, copies, deeper)
		}
	}
}
