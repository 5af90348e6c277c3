package campaign

import (
	"bufio"
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
const keptVersion = 1

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
	Rows    map[evaluate.Kind]int    `json:"rows"`
	Counts  map[string]int           `json:"problems,omitempty"` // by severity
	Codes   map[evaluate.Code]int    `json:"codes,omitempty"`
}

func (r *Receipt) key() bookKey { return bookKey{r.Kind, r.Org} }

// kept is an accepted workbook: its receipt and its typed facts. Both stand in
// one file, so that no crash can make them disagree: a line of JSON, then the
// tables in binary.
type kept struct {
	Receipt Receipt
	Tables  []table
}

func (k *kept) table(kind evaluate.Kind) *table {
	for i := range k.Tables {
		if k.Tables[i].Kind == kind {
			return &k.Tables[i]
		}
	}
	return nil
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
		k.Tables = append(k.Tables, tableOf(kind, f))
	}
	return k
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

func shortSum(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

func (f Folder) keep(k *kept) error {
	return Save(f.keptPath(k.Receipt.key()), func(w io.Writer) error {
		b := bufio.NewWriterSize(w, 1<<16)
		if err := json.NewEncoder(b).Encode(k.Receipt); err != nil {
			return err
		}
		if err := gob.NewEncoder(b).Encode(k.Tables); err != nil {
			return err
		}
		return b.Flush()
	}, nil)
}

// readReceipt reads the first line of a kept file alone.
func readReceipt(path string) (Receipt, error) {
	file, err := os.Open(path)
	if err != nil {
		return Receipt{}, failKept(path, err)
	}
	defer file.Close()
	r, _, err := decodeReceipt(path, bufio.NewReader(file))
	return r, err
}

func decodeReceipt(path string, b *bufio.Reader) (Receipt, *bufio.Reader, error) {
	var r Receipt
	line, err := b.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &r)
	}
	if err == nil && r.Version != keptVersion {
		err = fmt.Errorf("version %d, want %d", r.Version, keptVersion)
	}
	if err != nil {
		return r, b, failKept(path, err)
	}
	return r, b, nil
}

func readKept(path string) (*kept, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, failKept(path, err)
	}
	defer file.Close()
	r, b, err := decodeReceipt(path, bufio.NewReaderSize(file, 1<<16))
	if err != nil {
		return nil, err
	}
	k := &kept{Receipt: r}
	if err := gob.NewDecoder(b).Decode(&k.Tables); err != nil {
		return nil, failKept(path, err)
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
		r, err := readReceipt(path)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Receipt) int {
		return compareStrings(a.Org, b.Org, string(a.Kind), string(b.Kind))
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
