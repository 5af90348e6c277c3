package campaign

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// keptVersion is the layout of kept files; another one asks for re-import.
const keptVersion = 2

// bookKey names what a workbook reports: one accepted file per key.
type bookKey struct {
	Kind excel.BookKind
	Org  string
}

// Receipt records one workbook taken in.
type Receipt struct {
	Version int                      `json:"version"`
	Path    string                   `json:"path"` // label
	Digest  string                   `json:"sha256"`
	Kind    excel.BookKind           `json:"kind"`
	Org     string                   `json:"organization"`
	Period  string                   `json:"period"`
	Rules   map[evaluate.Kind]string `json:"rules,omitempty"`
	At      time.Time                `json:"at"`
	Turn    int                      `json:"turn,omitempty"` // of a roster: higher than of those with which it shares a branch and which it replaced there; of a workbook named for templates: than of those followed after it
	Rows    map[evaluate.Kind]int    `json:"rows"`
	Left    map[string]int           `json:"left,omitempty"`     // members a branch says have left, by state
	Counts  map[string]int           `json:"problems,omitempty"` // by severity
	Codes   map[evaluate.Code]int    `json:"codes,omitempty"`
	Given   *givenBy                 `json:"given,omitempty"`  // of a template: which workbooks gave whom it names
	Called  formerNames              `json:"called,omitempty"` // of a template: what those before it called places otherwise; of a workbook named for templates: what it calls them

	file string // where it is kept
}

// key is what the workbook reports: one stands of each. Of which branches a roster is its
// rows say, so rosters are kept by their contents.
func (r *Receipt) key() bookKey {
	if r.Kind == excel.RosterBook {
		return bookKey{r.Kind, r.Digest}
	}
	return bookKey{r.Kind, r.Org}
}

// kept is an accepted workbook: its receipt and its typed facts. Both stand in
// one file, so that no crash can make them disagree: a line of JSON, then the
// tables in binary, then the sha256 of all before it.
type kept struct {
	Receipt Receipt
	Tables  []table
}

func (k *kept) table(kind evaluate.Kind) *table {
	for i := range k.Tables {
		if k.Tables[i].Kind == kind && !k.Tables[i].Review && !k.Tables[i].Left && !k.Tables[i].Carried && !k.Tables[i].Beside {
			return &k.Tables[i]
		}
	}
	return nil
}

// left are those a roster, or the report of their branch, says have left.
func (k *kept) left(kind evaluate.Kind) *table {
	for i := range k.Tables {
		if k.Tables[i].Kind == kind && k.Tables[i].Left {
			return &k.Tables[i]
		}
	}
	return nil
}

// beside are those whom a sender named on the list of his template, nil for none.
func (k *kept) beside() *table {
	for i := range k.Tables {
		if k.Tables[i].Beside {
			return &k.Tables[i]
		}
	}
	return nil
}

// decisions are the tables of a result workbook about a kind, of its lists or
// of its review sheet: its own, then those carried over from earlier ones.
func (k *kept) decisions(kind evaluate.Kind, review bool) []*table {
	var out []*table
	if k.Receipt.Kind != excel.ResultBook {
		return nil
	}
	for i := range k.Tables {
		if k.Tables[i].Kind == kind && k.Tables[i].Review == review {
			out = append(out, &k.Tables[i])
		}
	}
	return out
}

// keptOf makes the kept form of an accepted workbook.
func keptOf(label string, in *excel.Intake, ps []evaluate.Problem, now time.Time) *kept {
	k := &kept{Receipt: Receipt{Version: keptVersion, Path: label, Digest: in.Digest,
		Kind: in.Stamp.Kind, Org: in.Stamp.Org, Period: in.Stamp.Period, Rules: in.Stamp.Rules,
		At: now.UTC().Truncate(time.Second), Rows: map[evaluate.Kind]int{},
		Counts: countSeverities(ps), Codes: countCodes(ps)}}
	for _, kind := range sortedKinds(in.Frames) {
		f := in.Frames[kind]
		k.Receipt.Rows[kind] = f.Len()
		t := tableOf(kind, f)
		t.Subjects = in.Subjects[kind]
		k.Tables = append(k.Tables, t)
	}
	if in.Left != nil {
		t := tableOf(in.Left.Schema.Kind, in.Left)
		t.Left, t.Subjects = true, in.LeftAs
		k.Receipt.Left = leftIn(in)
		k.Tables = append(k.Tables, t)
	}
	if in.Beside != nil {
		t := tableOf(in.Beside.Schema.Kind, in.Beside)
		t.Beside = true
		k.Tables = append(k.Tables, t)
	}
	for _, kind := range sortedKinds(in.Reviews) {
		r := in.Reviews[kind]
		t := tableOf(kind, r.Frame)
		t.Review, t.Subjects, t.Groups, t.Lines = true, r.Subjects, r.Groups, r.Lines
		k.Tables = append(k.Tables, t)
	}
	return k
}

// leftIn counts by state the members whom a branch's report says have left; nil for
// none. Rosters list people of many years.
func leftIn(in *excel.Intake) map[string]int {
	if in.Stamp.Kind != excel.BranchBook {
		return nil
	}
	out := map[string]int{}
	for _, state := range in.LeftAs {
		out[state]++
	}
	return out
}

// LeftReported adds up the members whom accepted reports say have left, by state.
func LeftReported(receipts []Receipt) map[string]int {
	out := map[string]int{}
	for _, r := range receipts {
		for state, n := range r.Left {
			out[state] += n
		}
	}
	return out
}

func sortedKinds[V any](m map[evaluate.Kind]V) []evaluate.Kind {
	kinds := make([]evaluate.Kind, 0, len(m))
	for k := range m {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	return kinds
}

func countSeverities(ps []evaluate.Problem) map[string]int {
	counts := map[string]int{}
	for _, p := range ps {
		counts[p.Severity.String()]++
	}
	return counts
}

func countCodes(ps []evaluate.Problem) map[evaluate.Code]int {
	counts := map[evaluate.Code]int{}
	for _, p := range ps {
		counts[p.Code]++
	}
	return counts
}

// keptPath names the file of a key by a hash: codes of organizations may hold
// anything, and differ by case alone.
func (f Folder) keptPath(k bookKey) string {
	return filepath.Join(f.facts(), string(k.Kind)+"-"+shortSum(k.Org)+".kept")
}

// versionPath names the file of an earlier version by its digest too.
func (f Folder) versionPath(k bookKey, digest string) string {
	return filepath.Join(f.versions(), string(k.Kind)+"-"+shortSum(k.Org)+"-"+shortSum(digest)+".kept")
}

func shortSum(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// keep stores an accepted workbook. Nothing is forced to disk before commit.
func (f Folder) keep(k *kept) error { return saveKept(f.keptPath(k.Receipt.key()), k) }

// saveKept writes a kept file.
func saveKept(path string, k *kept) error {
	return saveUnforced(path, func(w io.Writer) error {
		sum := sha256.New()
		b := bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<16)
		if err := json.NewEncoder(b).Encode(k.Receipt); err != nil {
			return err
		}
		if err := gob.NewEncoder(b).Encode(keptTables(k.Tables)); err != nil {
			return err
		}
		if err := b.Flush(); err != nil {
			return err
		}
		_, err := w.Write(sum.Sum(nil))
		return err
	})
}

// commit forces the names of the kept files to disk; the journal, written next,
// is what an import ends with.
func (f Folder) commit() error {
	if err := syncDir(f.facts()); err != nil {
		return saveFailure(f.facts(), err)
	}
	return nil
}

var errDamaged = errors.New("the checksum differs")

// openKept reads a kept file, compares its checksum, and returns its receipt
// and the bytes of its tables.
func openKept(path string) (r Receipt, tables []byte, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return r, nil, failKept(path, err)
	}
	end := max(0, len(b)-sha256.Size)
	if sum := sha256.Sum256(b[:end]); !bytes.Equal(sum[:], b[end:]) {
		return r, nil, failKept(path, errDamaged)
	}
	line, tables, _ := bytes.Cut(b[:end], []byte("\n"))
	if err = json.Unmarshal(line, &r); err == nil && r.Version != keptVersion {
		err = fmt.Errorf("version %d, want %d", r.Version, keptVersion)
	}
	if err != nil {
		return r, nil, failKept(path, err)
	}
	return r, tables, nil
}

func readKept(path string) (*kept, error) {
	r, tables, err := openKept(path)
	if err != nil {
		return nil, err
	}
	k := &kept{Receipt: r}
	var stored []keptTable
	if err := gob.NewDecoder(bytes.NewReader(tables)).Decode(&stored); err != nil {
		return nil, failKept(path, err)
	}
	for i := range stored {
		k.Tables = append(k.Tables, stored[i].table())
	}
	return k, nil
}

// keptFiles lists the kept files in name order.
func (f Folder) keptFiles() ([]string, error) {
	return listFiles(f.facts(), ".kept")
}

func listFiles(dir, ext string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ext) {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out, nil
}

// receipts lists what was taken in, by organization and kind.
func (f Folder) receipts() ([]Receipt, error) {
	files, err := f.keptFiles()
	if err != nil {
		return nil, err
	}
	out := make([]Receipt, 0, len(files))
	for _, path := range files {
		r, _, err := openKept(path)
		if err != nil {
			return nil, err
		}
		r.file = path
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Receipt) int {
		return compareStrings(a.Org, b.Org, string(a.Kind), string(b.Kind), a.Digest, b.Digest)
	})
	return out, nil
}

// compareStrings compares pairs (a1, b1, a2, b2, …) in turn.
func compareStrings(pairs ...string) int {
	for i := 0; i+1 < len(pairs); i += 2 {
		if c := strings.Compare(pairs[i], pairs[i+1]); c != 0 {
			return c
		}
	}
	return 0
}
