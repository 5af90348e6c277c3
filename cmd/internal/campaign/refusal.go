package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Refusal records one workbook that was not taken in, until it is.
type Refusal struct {
	Path   string                `json:"path"` // label
	Kind   excel.BookKind        `json:"kind,omitempty"`
	Org    string                `json:"organization,omitempty"`
	At     time.Time             `json:"at"`
	Errors int                   `json:"errors"`
	Codes  map[evaluate.Code]int `json:"codes"`
	// Returned is the label of the marked copy or report; ReturnedSum tells
	// whether somebody has worked in it since.
	Returned    string `json:"returned,omitempty"`
	ReturnedSum string `json:"returned_sha256,omitempty"`
	// Migrated is the label of the copy that was moved to the present template,
	// for files of an earlier one.
	Migrated    string `json:"migrated,omitempty"`
	MigratedSum string `json:"migrated_sha256,omitempty"`
	Digest      string `json:"digest,omitempty"` // of the contents refused
	Faults      string `json:"faults,omitempty"` // a hash of the errors found
	// Mended tells that a repaired file was taken in since: the same faulty
	// contents, still lying in the inbox, are then no news.
	Mended bool `json:"mended,omitempty"`
}

// returnedCopy is a workbook we wrote for a sender, as we wrote it.
type returnedCopy struct{ label, sum string }

// copies are the workbooks written for the sender of a refused file.
func (r *Refusal) copies() []returnedCopy {
	var out []returnedCopy
	for _, c := range []returnedCopy{{r.Returned, r.ReturnedSum}, {r.Migrated, r.MigratedSum}} {
		if c.label != "" {
			out = append(out, c)
		}
	}
	return out
}

// Back names the files that go back to the sender.
func (r *Refusal) Back() string { return backWord(r.Returned, r.Migrated) }

// refusalKey names a refusal: files of several organizations may come to lie in one place.
type refusalKey struct {
	path string
	of   bookKey
}

func (r *Refusal) key() refusalKey { return refusalKey{r.Path, bookKey{r.Kind, r.Org}} }

func (f Folder) refusalPath(k refusalKey) string {
	name := shortSum(k.path)
	if k.of != (bookKey{}) {
		name += "-" + shortSum(string(k.of.Kind)+"\x1f"+k.of.Org)
	}
	return filepath.Join(f.refused(), name+".json")
}

func (f Folder) keepRefusal(r Refusal) error {
	return saveRecord(f.refusalPath(r.key()), r)
}

func readRefusal(path string) (Refusal, error) {
	var r Refusal
	if err := readRecord(path, &r); err != nil {
		return r, failKept(path, err)
	}
	return r, nil
}

// pending leaves out what was mended since.
func pending(rs []Refusal) []Refusal {
	return slices.DeleteFunc(slices.Clone(rs), func(r Refusal) bool { return r.Mended })
}

// refusals lists the files that were refused, mended ones too, by label.
func (f Folder) refusals() ([]Refusal, error) {
	files, err := listFiles(f.refused(), ".json")
	if err != nil {
		return nil, err
	}
	out := make([]Refusal, 0, len(files))
	for _, path := range files {
		r, err := readRefusal(path)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Refusal) int {
		return compareStrings(a.Path, b.Path, string(a.Kind), string(b.Kind), a.Org, b.Org)
	})
	return out, nil
}

// settle marks a refusal as mended by the file of the given label and removes its
// returned copies, unless somebody has worked in one: it may then be the only
// place that holds the repairs. Nor is the mending file itself removed.
func (f Folder) settle(r Refusal, by string) error {
	for _, ours := range r.copies() {
		path := f.path(ours.label)
		if sum, err := fileSum(path); err == nil && sum == ours.sum && ours.label != by {
			if err := os.Remove(path); err != nil {
				return saveFailure(path, err)
			}
		}
	}
	r.Mended, r.Returned, r.ReturnedSum, r.Migrated, r.MigratedSum = true, "", "", "", ""
	return f.keepRefusal(r)
}

// fileSum is the sha256 of a file's bytes.
func fileSum(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
