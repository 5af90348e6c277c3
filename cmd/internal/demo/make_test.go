package demo

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// made is a campaign folder with the sample office in it.
func made(t *testing.T, opt Options) (campaign.Folder, Planted) {
	t.Helper()
	opt.Now = time.Date(2026, 1, 15, 8, 0, 0, 0, time.UTC)
	dir := filepath.Join(t.TempDir(), "mau")
	p, err := Make(dir, opt)
	if err != nil {
		t.Fatal(err)
	}
	plantedIn[opt.filled()] = p
	return campaign.Folder{Root: dir}, p
}

// plantedIn keeps what was planted in each office that was made: a full one takes long.
var plantedIn = map[Options]Planted{}

// planted is what is planted in an office, which another test may have made.
func planted(t *testing.T, opt Options) Planted {
	t.Helper()
	opt.Now = time.Date(2026, 1, 15, 8, 0, 0, 0, time.UTC)
	if p, ok := plantedIn[opt.filled()]; ok {
		return p
	}
	_, p := made(t, opt)
	return p
}

// found runs the campaign as a clerk would and lists what is at fault.
func found(t *testing.T, f campaign.Folder, p Planted) (*campaign.ImportReport, *campaign.Grading) {
	t.Helper()
	c, err := campaign.Open(f, p.Config, "test", func() time.Time { return time.Date(2026, 1, 16, 8, 0, 0, 0, time.UTC) })
	if err != nil {
		t.Fatal(err)
	}
	report, err := c.Import(campaign.ImportOptions{Paths: []string{f.Inbox()}})
	if err != nil {
		t.Fatal(err)
	}
	grading, err := c.Evaluate()
	if err != nil {
		t.Fatal(err)
	}
	return report, grading
}

// key is a problem or a mistake as far as the two can be compared.
func key(code evaluate.Code, at evaluate.Origin) string { return fmt.Sprintf("%s %s", code, at) }

func (m Mistake) at() evaluate.Origin {
	return evaluate.Origin{File: m.File, Sheet: m.Sheet, Cell: m.Cell}
}

func TestMake_findsWhatWasPlantedAndNothingElse(t *testing.T) {
	for _, opt := range []Options{{Seed: 1, Full: true}, {Seed: 1, Members: 2500, Period: year(2019), Full: true}, {Seed: 2, Members: 230}, {Seed: 3, Members: 60, Period: year(2021)}, {Seed: 4, Members: 3},
		{Seed: 5, Members: 60, Period: year(2016)}, {Seed: 6, Members: 60, Period: year(2018)}, {Seed: 7, Members: 60, Period: year(2024)}} {
		t.Run(fmt.Sprint(opt.filled().Period, "-", opt.filled().Members), func(t *testing.T) {
			folder, planted := made(t, opt)
			report, grading := found(t, folder, planted)
			for _, s := range planted.Look(grading.Report) {
				if !s.Seen {
					t.Errorf("scene %s (%s) did not come out: %s", s.Kind, s.Rule, s.Subject)
				}
			}
			want, got := map[string]bool{}, map[string]bool{}
			refused := map[string]bool{}
			for _, m := range planted.Mistakes {
				if m.Code != "" {
					want[key(m.Code, m.at())] = true
				}
				refused[m.File] = refused[m.File] || m.Refuses
			}
			for _, p := range append(report.Problems(), grading.Problems...) {
				if p.Severity == evaluate.Note {
					continue
				}
				got[key(p.Code, p.At)] = true
				for _, r := range p.Related { // one matter is told once, with all its cells
					got[key(p.Code, r.At)] = true
				}
				if !want[key(p.Code, p.At)] {
					t.Errorf("not planted: %s %s: %s", p.Code, p.At, p.Message)
				}
			}
			for _, m := range planted.Mistakes {
				if m.Code != "" && !got[key(m.Code, m.at())] {
					t.Errorf("not found: %s %s %s", m.Kind, m.Code, m.at())
				}
			}
			for _, f := range report.Files {
				if (f.Outcome == campaign.Rejected) != refused[f.Path] {
					t.Errorf("%s: %s", f.Path, f.Outcome)
				}
			}
		})
	}
}

func TestMake_cleanHasNoFault(t *testing.T) {
	for _, p := range []evaluate.Period{year(2020), year(2025)} {
		folder, planted := made(t, Options{Seed: 4, Members: 700, Period: p, Clean: true})
		if len(planted.Mistakes) > 0 {
			t.Errorf("%s: mistakes in a clean office", p)
		}
		report, grading := found(t, folder, planted)
		for _, p := range append(report.Problems(), grading.Problems...) {
			// That a person's two roles come out different is no fault of anybody's, nor
			// that a remark is kept.
			if p.Code != "E378" && !(p.Code == "X169" && p.Severity == evaluate.Note) {
				t.Errorf("%s %s: %s", p.Code, p.At, p.Message)
			}
		}
	}
}

// allKinds is every kind a full office shows; points are counted in some
// regimes only.
func allKinds(points bool) []Kind {
	kinds := []Kind{TextInNumber, OutOfRange, UnknownCode, NoSuchDay, LostZero, TwiceInFile, NoStoredValue,
		RequiredBlank, Contradiction, BrokenLimit, OtherBranch, OtherVersion, OtherOffice, OtherPeriod, NoHeader, CutSheet,
		NoWorkbook, OldExcel, Encrypted, EmptyFile, LockFile, TwoFiles, Namesakes, UnknownOrg, UnknownUnit, UnknownBody, CommentMissing,
		BallotsOver, BallotsSplit, BallotsVotes}
	if points {
		kinds = append(kinds, TooManyPoints, OthersUnit, UnlikeUnit) // only then do base branches stand beside units, and units count their tasks
	}
	return kinds
}

func TestMake_everyKindAtFullSize(t *testing.T) {
	for i, p := range []evaluate.Period{year(2019), year(2025)} {
		seed := uint64(i)
		planted := planted(t, Options{Seed: seed, Period: p, Full: true})
		spoiled := map[string]bool{}
		var kinds []Kind
		for _, m := range planted.Mistakes {
			if !m.Follows {
				kinds = append(kinds, m.Kind)
				spoiled[m.File] = true
			}
		}
		for _, k := range allKinds(p.Year >= 2025) {
			if !slices.Contains(kinds, k) {
				t.Errorf("%s seed %d: no %s", p, seed, k)
			}
		}
		if n := planted.Files / len(spoiled); n < 14 || n > 24 {
			t.Errorf("%s seed %d: one file in %d is spoiled, want about 20", p, seed, n)
		}
		if planted.Branches < 285 || planted.Branches > 315 || planted.Members != DefaultMembers {
			t.Errorf("%s seed %d: %d branches, %d members", p, seed, planted.Branches, planted.Members)
		}
	}
}

// allScenes is what a full office shows under each regime.
func allScenes(year int) []SceneKind {
	both := []SceneKind{HeadByUnit, HeadOfFailedUnit, Waits, WaitsNot, GradedElsewhere, UnitsInCharge, Corruption, FellowDisciplined, HeadByCollective, TwoPosts, CapExceeded,
		OfficialFailed, OfficialOpen, VoteCarried, VoteNextGrade, VoteWrongBase, VoteNoQuorum}
	if year >= 2025 {
		return append(both, CommitteeMember, SickLeaveFree, DeputyOfFailedUnit, UnitDisciplined, SmallCollective)
	}
	return append(both, StateGrade, OfficialBound, OneFailedMember, ShareOfExcellent, ShareOfGood, Counterpart, CommitteeBound, SecretaryBound, LeadershipBound, SickLeave)
}

func TestMake_everySceneAtFullSize(t *testing.T) {
	for _, p := range []evaluate.Period{year(2021), year(2025)} {
		for seed := range uint64(5) {
			var kinds []SceneKind
			for _, s := range mustWorld(t, Options{Seed: seed, Period: p, Full: true}).cast.scenes {
				kinds = append(kinds, s.Kind)
			}
			want := allScenes(p.Year)
			slices.Sort(kinds)
			slices.Sort(want)
			if !slices.Equal(kinds, want) {
				t.Errorf("%s seed %d: scenes %v, want %v", p, seed, kinds, want)
			}
		}
	}
}

// A scene that does not come out is told.
func TestLook_tellsWhatIsMissing(t *testing.T) {
	folder, planted := made(t, Options{Seed: 1, Members: 700, Clean: true, Full: true})
	_, grading := found(t, folder, planted)
	if len(planted.Scenes) == 0 {
		t.Fatal("no scene in an office of 700")
	}
	for i := range planted.Scenes {
		s := &planted.Scenes[i]
		switch {
		case s.group != nil:
			s.group = func(*evaluate.Report) (string, bool) { return "", false }
		case s.Outcome == evaluate.Graded:
			s.Grade = ""
		default:
			s.Outcome = evaluate.Graded
		}
	}
	for _, s := range planted.Look(grading.Report) {
		if s.Seen {
			t.Errorf("%s is taken for seen although something else came out", s.Kind)
		}
	}
}

// dumps is every file of the inbox as text, or its bytes when it is no workbook.
func dumps(t *testing.T, f campaign.Folder) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(f.Inbox())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		path := filepath.Join(f.Inbox(), e.Name())
		var b bytes.Buffer
		if err := excel.Dump(&b, path); err != nil {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b.Reset()
			b.Write(raw)
		}
		out[e.Name()] = b.String()
	}
	return out
}

func TestMake_sameOptionsSameFiles(t *testing.T) {
	opt := Options{Seed: 9, Members: 500}
	f1, p1 := made(t, opt)
	opt.Workers = 1
	f2, p2 := made(t, opt)
	a, b := dumps(t, f1), dumps(t, f2)
	if len(a) != len(b) {
		t.Fatalf("%d and %d files", len(a), len(b))
	}
	for name, text := range a {
		if b[name] != text {
			t.Errorf("%s differs", name)
		}
	}
	if !slices.Equal(p1.Mistakes, p2.Mistakes) {
		t.Error("other mistakes")
	}
}

func TestMake_leavesACampaignAlone(t *testing.T) {
	folder, _ := made(t, Options{Members: 20, Clean: true})
	before := dumps(t, folder)
	if _, err := Make(folder.Root, Options{Members: 30}); err == nil {
		t.Error("made a second office over a first")
	}
	after := dumps(t, folder)
	for name, text := range before {
		if after[name] != text {
			t.Errorf("%s was touched", name)
		}
	}
}

func TestMake_noRulesForThePeriod(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mau")
	_, err := Make(dir, Options{Members: 20, Period: year(2005)})
	if p := campaign.ProblemOf(err); p.Code != "C922" || !strings.Contains(p.Message, "2005") {
		t.Errorf("%s %s, want C922 and the period", p.Code, p.Message)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a folder was left behind")
	}
}
