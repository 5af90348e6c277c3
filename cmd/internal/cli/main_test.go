package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
)

// stage is a folder, an environment in it, and what was printed.
type stage struct {
	t        *testing.T
	dir      string
	env      map[string]string
	out, err bytes.Buffer
}

func (s *stage) run(args ...string) int {
	s.t.Helper()
	s.out.Reset()
	s.err.Reset()
	return Main(args, Env{Stdin: strings.NewReader(""), Stdout: &s.out, Stderr: &s.err, Version: "test", Dir: s.dir,
		Now:    func() time.Time { return time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC) },
		Pause:  func(context.Context, time.Duration) bool { return false },
		Getenv: func(k string) string { return s.env[k] }})
}

// office is a stage in a sample campaign whose inbox is full.
func office(t *testing.T, opt demo.Options) *stage {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "c")
	opt.Seed, opt.Now = 7, time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	if _, err := demo.Make(dir, opt); err != nil {
		t.Fatal(err)
	}
	return &stage{t: t, dir: dir, env: map[string]string{}}
}

// Every verb with --json gives exactly one object and nothing else, and no
// output that programs read names anybody.
func TestJSON_oneObjectWithoutNames(t *testing.T) {
	s := office(t, demo.Options{Members: 300})
	secrets := people(t, s.dir)
	verbs := [][]string{{"template"}, {"import", "nhan-ve", "--dry-run"}, {"import", "nhan-ve"}, {"import", "nhan-ve"}, {"status"},
		{"status", "--xlsx"}, {"status", "--watch"}, {"grade"}, {"grade", "--full"}, {"summary"}, {"run"}, {"explain", "XM.01"}, {"rules", "list"}, {"rules", "check"}, {"rules", "test"},
		{"rules", "show", "vn-366-member@2025-r1"}, {"rules", "new", "xa-moi", "--from", "vn-366-member"}, {"rules", "new", "X"}, {"rules", "diff", "vn-366-member", "vn-21hd-member"}, {"rules", "schema", "set"}, {"explain", "nobody"}, {"grade", "--nonsense"}, {"import", "nowhere"}, {"init", "."}, {"init", "new"},
		{}, {"rules"}}
	for _, args := range verbs {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			s.run(append(args, "--json")...)
			text := s.out.String()
			dec := json.NewDecoder(strings.NewReader(text))
			var object struct {
				Schema   *int  `json:"schema"`
				Problems []any `json:"problems"`
			}
			if err := dec.Decode(&object); err != nil || object.Schema == nil || *object.Schema != 1 || object.Problems == nil {
				t.Fatalf("no object of schema 1 with its problems: %v in %.200q", err, text)
			}
			if _, err := dec.Token(); err != io.EOF {
				t.Errorf("something after the object: %v", err)
			}
			for _, secret := range secrets {
				if strings.Contains(text, secret) || strings.Contains(s.err.String(), secret) {
					t.Fatalf("output names %q", secret)
				}
			}
		})
	}
	journal, err := os.ReadFile(filepath.Join(s.dir, ".xeploai", "journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range secrets {
		if bytes.Contains(journal, []byte(secret)) {
			t.Errorf("the journal names %q", secret)
		}
	}
}

// people lists the names and identity numbers in a campaign's inbox.
func people(t *testing.T, dir string) []string {
	t.Helper()
	folder, err := campaign.Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, dir: dir}
	if code := s.run("import", "nhan-ve"); code != exitDone && code != exitData {
		t.Fatalf("import: %d\n%s", code, s.err.String())
	}
	config, err := readConfig(folder.Settings(), nil, func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	c, err := campaign.Open(folder, config, "test", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	in, _, err := c.Inputs()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	f := in.Populations[evaluate.Member].Frame
	for row := range f.Len() {
		for _, role := range []evaluate.Role{evaluate.RoleName, evaluate.RoleIdentity, evaluate.RoleCard} {
			if text := f.Text(row, f.Schema.ByRole(role)); text != "" {
				out = append(out, text)
			}
		}
	}
	if len(out) < f.Len() {
		t.Fatal("nobody to look for")
	}
	return out
}

// The same files give the same report whatever the number of workers.
func TestImport_orderDoesNotDependOnWorkers(t *testing.T) {
	var first string
	for _, workers := range []string{"1", "7"} {
		s := office(t, demo.Options{Members: 300})
		s.run("run", "--json", "--workers", workers)
		text := strings.ReplaceAll(s.out.String(), s.dir, "")
		if first == "" {
			first = text
		}
		if text != first {
			t.Errorf("%s workers give another result", workers)
		}
	}
}

func TestConfig_flagsOverEnvironmentOverFile(t *testing.T) {
	s := office(t, demo.Options{Members: 60})
	if code := s.run("rules", "check"); code != exitDone {
		t.Fatalf("code %d: %s", code, s.err.String())
	}
	s.env["XEPLOAI_RULES_FOLDER"] = "from-environment"
	s.run("rules", "check", "--json")
	if !strings.Contains(s.out.String(), "from-environment") {
		t.Errorf("the environment does not stand over the file: %s", s.out.String())
	}
	s.run("rules", "check", "--json", "--rules", "from-flag")
	if text := s.out.String(); !strings.Contains(text, "from-flag") || strings.Contains(text, "from-environment") {
		t.Errorf("the flag does not stand over the environment: %s", text)
	}
}

func TestStatus_worstCounts(t *testing.T) {
	all, data, waiting := status{true, true}, status{dataErrors: true}, status{waiting: true}
	for _, c := range []struct {
		s    status
		want int
	}{{status{}, exitDone}, {waiting, exitWaiting}, {data, exitData}, {all, exitData}, {waiting.add(data), exitData}, {status{}.add(waiting), exitWaiting}} {
		if got := c.s.code(); got != c.want {
			t.Errorf("%+v ends with %d, want %d", c.s, got, c.want)
		}
	}
}

// A panic anywhere ends in a sentence and code 1.
func TestMain_panicIsASentence(t *testing.T) {
	s := &stage{t: t, dir: t.TempDir()}
	code := Main([]string{"init", "x"}, Env{Stdout: &s.out, Stderr: &s.err, Dir: s.dir, Getenv: func(string) string { return "" },
		Now: func() time.Time { panic("no clock") }})
	if code != exitFailed || !strings.Contains(s.err.String(), "lỗi của chương trình: no clock") {
		t.Errorf("code %d: %s", code, s.err.String())
	}
}

// An interrupt ends a watch at once, and well.
func TestStatus_interruptEndsTheWatch(t *testing.T) {
	s := office(t, demo.Options{Members: 60})
	interrupted, cancel := context.WithCancel(context.Background())
	stopped := false
	cancel()
	code := Main([]string{"status", "--watch", "--interval", "3600"}, Env{Stdout: &s.out, Stderr: &s.err, Dir: s.dir, Version: "test",
		Now: time.Now, Getenv: func(string) string { return "" },
		Interrupt: func() (context.Context, func()) { return interrupted, func() { stopped = true } }})
	if code != exitWaiting || !stopped || !strings.Contains(s.err.String(), "Đã dừng theo dõi") || !strings.Contains(s.out.String(), "chưa gửi") {
		t.Errorf("code %d, the interrupt given back: %v\n%s%s", code, stopped, s.err.String(), s.out.String())
	}
}

func TestReviewedYear(t *testing.T) {
	for day, want := range map[string]int{"2026-01-05": 2025, "2026-06-30": 2025, "2026-07-05": 2026, "2026-12-31": 2026} {
		d, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := reviewedYear(d).Year; got != want {
			t.Errorf("on %s the year reviewed is %d, want %d", day, got, want)
		}
	}
}

func TestCompare(t *testing.T) {
	at := evaluate.Origin{File: "a.xlsx", Sheet: "Đảng viên", Cell: "B9"}
	mistake := demo.Mistake{File: at.File, Sheet: at.Sheet, Cell: at.Cell, Code: "X104"}
	problem := evaluate.Problem{Severity: evaluate.Error, Code: "X104", At: at}
	elsewhere := problem
	elsewhere.At.Cell = "B10"
	silent := demo.Mistake{File: "~$a.xlsx"}
	for _, c := range []struct {
		name          string
		planted       []demo.Mistake
		found         []evaluate.Problem
		missed, extra int
	}{
		{"found", []demo.Mistake{mistake}, []evaluate.Problem{problem}, 0, 0},
		{"missed", []demo.Mistake{mistake}, nil, 1, 0},
		{"at another cell", []demo.Mistake{mistake}, []evaluate.Problem{elsewhere}, 1, 1},
		{"too much", nil, []evaluate.Problem{problem}, 0, 1},
		{"notes do not count", nil, []evaluate.Problem{{Code: "X150", At: at}}, 0, 0},
		{"passed over in silence", []demo.Mistake{silent}, nil, 0, 0},
		{"not passed over", []demo.Mistake{silent}, []evaluate.Problem{{Severity: evaluate.Error, Code: "X123", At: evaluate.Origin{File: "~$a.xlsx"}}}, 0, 1},
	} {
		if got := compare(c.planted, c.found); len(got.missed) != c.missed || len(got.extra) != c.extra {
			t.Errorf("%s: missed %d, extra %d; want %d, %d", c.name, len(got.missed), len(got.extra), c.missed, c.extra)
		}
	}
}

// A coupling that did not come out, or a decision that got lost, ends the demo as
// a mistake that was missed does.
func TestDemo_couplingsAndDecisionsCount(t *testing.T) {
	g := &campaign.Grading{Report: &evaluate.Report{Inputs: &evaluate.Inputs{Tree: &evaluate.Tree{}}}}
	for _, c := range []struct {
		name string
		out  demoOutput
		want int
	}{
		{"all there", demoOutput{staged: []demo.Staged{{Seen: true}}}, exitDone},
		{"a coupling missing", demoOutput{staged: []demo.Staged{{Seen: true}, {Scene: demo.Scene{Kind: demo.Waits}}}}, exitData},
		{"a decision lost", demoOutput{decisions: &demo.Decisions{Made: []demo.Decided{{Subject: "x", Grade: evaluate.Good}}}}, exitData},
	} {
		c.out.summary = &campaign.Summary{Grading: g}
		if got := c.out.status().code(); got != c.want {
			t.Errorf("%s: ends with %d, want %d", c.name, got, c.want)
		}
	}
	for _, s := range []demo.Staged{{Scene: demo.Scene{Kind: demo.Waits}}, {Scene: demo.Scene{Kind: demo.TwoPosts}, Seen: true}} {
		if line := messageScene(s); strings.HasPrefix(line, "✗") == s.Seen || strings.Contains(line, string(s.Kind)) {
			t.Errorf("%s is told as %q", s.Kind, line)
		}
	}
}
