package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Closed is what a locked campaign rests on: the hashes by which anything that
// changes afterwards is told.
type Closed struct {
	At time.Time `json:"at"`
	// Despite is why it was locked while something waited, in the clerk's own
	// words; "" for a campaign that was complete.
	Despite string `json:"despite,omitempty"`
	Missing int    `json:"missing,omitempty"` // organizations that had not reported
	Waiting int    `json:"waiting,omitempty"` // subjects without a grade
	Lacking int    `json:"lacking,omitempty"` // matters in which decisions fail a check
	// Exceeded are the ceilings that stood exceeded, AsComputed the subjects whose
	// grade stands as it was computed, without a decision of their own.
	Exceeded   int      `json:"exceeded,omitempty"`
	AsComputed int      `json:"as_computed,omitempty"`
	Rules      []string `json:"rules"`
	Settings   string   `json:"settings"` // sha256 of the file
	Terms      string   `json:"terms"`    // what is in force, environment and flags over the file
	// Sets are the rule sets in force with their hashes and switches.
	Sets map[evaluate.Kind]string `json:"sets"`
	List fileMark                 `json:"list"`
	// Inputs are the kept facts; Workbooks the result workbooks by label, Contents what
	// stands in their cells.
	Inputs    []inputMark       `json:"inputs"`
	Workbooks map[string]string `json:"workbooks"`
	Contents  map[string]string `json:"contents,omitempty"`
	Results   string            `json:"results"` // of the rows that forms count
}

// fileMark tells a workbook by its bytes and, when those differ, by its
// contents: saving it again in another program is no change.
type fileMark struct {
	Sum    string `json:"sha256"`
	Digest string `json:"digest"`
}

// inputMark is one workbook taken in.
type inputMark struct {
	Kind excel.BookKind `json:"kind"`
	Org  string         `json:"organization"`
	Path string         `json:"path"` // label of the file that was taken in
	Kept string         `json:"kept"` // label of the kept facts
	Sum  string         `json:"sha256"`
	File fileMark       `json:"file"` // of the file taken in; Sum is "" where it no longer lay there
}

// Closed returns what the campaign was locked with, nil while it is open.
func (f Folder) Closed() (*Closed, error) {
	s := &Closed{}
	switch err := readRecord(f.closing(), s); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, failClosing(f.closing(), err)
	}
	return s, nil
}

// refuseClosed refuses what a locked campaign does not allow.
func (f Folder) refuseClosed() error {
	s, err := f.Closed()
	if err == nil && s != nil {
		err = failClosed(f.Root, s.At)
	}
	return err
}

// lockOpen is lock for work that changes what a campaign rests on; it refuses
// while the campaign is locked for good.
func (f Folder) lockOpen() (release func(), err error) {
	if release, err = f.lock(); err != nil {
		return nil, err
	}
	if err := f.refuseClosed(); err != nil {
		release()
		return nil, err
	}
	return release, nil
}

// termsText is what of the settings results rest on.
func (c *Campaign) termsText() string {
	return fmt.Sprintf("%v %v %v", c.terms.period, c.terms.reference, c.terms.comment)
}

// setMark tells a rule set with its switches.
func setMark(rs *evaluate.RuleSet) string {
	return fmt.Sprintf("%s %s %s", rs.Ref(), rs.Spec.SHA256, strings.Join(rs.Switches, ","))
}

func setMarks(sets map[evaluate.Kind]*evaluate.RuleSet) map[evaluate.Kind]string {
	out := map[evaluate.Kind]string{}
	for k, rs := range sets {
		out[k] = setMark(rs)
	}
	return out
}

// resultsSum is a hash of the rows that forms count.
func resultsSum(rows []evaluate.DataRow) string {
	h := sha256.New()
	for i := range rows {
		r := &rows[i]
		fmt.Fprintf(h, "%q %q %q %q %q %q %q %q %q %q %q %q %q %q %q\n", r.Kind, r.ID, r.Person, r.Org, r.Base, r.OrgType, r.Level,
			r.Outcome, r.Class, r.Because, r.Grade, r.Rung, r.Computed, r.Proposed, r.Decided)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// mark notes a workbook's bytes and contents; zero for one that is not there.
func (c *Campaign) mark(label string) (fileMark, error) {
	path := c.Folder.lies(label)
	sum, err := fileSum(path)
	if errors.Is(err, fs.ErrNotExist) {
		return fileMark{}, nil
	}
	if err != nil {
		return fileMark{}, failPathMissing(path, err)
	}
	return fileMark{sum, c.contents(label)}, nil
}

// contents is the digest of a workbook's contents, "" when it cannot be read.
func (c *Campaign) contents(label string) string {
	path, done, ok := c.Folder.laidOut(label)
	if !ok {
		return ""
	}
	defer done()
	in, _ := excel.Read(path, c.readSpec(path))
	if in == nil {
		return ""
	}
	return in.Digest
}

// differs tells whether a workbook that is there says something else now than
// the mark; here is false when it is gone.
func (c *Campaign) differs(label string, m fileMark) (differs, here bool, err error) {
	path := c.Folder.lies(label)
	sum, err := fileSum(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, false, nil
	}
	if err != nil {
		return false, false, failPathMissing(path, err)
	}
	return sum != m.Sum && c.contents(label) != m.Digest, true, nil
}

// ofSender tells whether a label names a file that somebody sent: one in the
// inbox, or a returned copy that was repaired where it lay. Workbooks of ours
// that were taken back are written anew by every grading.
func ofSender(label string) bool {
	return strings.HasPrefix(label, inboxDir+"/") || strings.HasPrefix(label, returnedDir+"/")
}

// path is the place of a label.
func (f Folder) path(label string) string {
	return filepath.Join(f.Root, filepath.FromSlash(label))
}

// inputs marks everything taken in.
func (c *Campaign) inputMarks(receipts []Receipt) ([]inputMark, error) {
	out := make([]inputMark, len(receipts))
	err := c.each(len(receipts), func(i int) error {
		r := &receipts[i]
		kept := r.file
		sum, err := fileSum(kept)
		if err != nil {
			return failKept(kept, err)
		}
		out[i] = inputMark{Kind: r.Kind, Org: r.Org, Path: r.Path, Kept: c.Folder.Label(kept), Sum: sum}
		if !ofSender(r.Path) {
			return nil
		}
		if out[i].File, err = c.mark(r.Path); err == nil && out[i].File.Sum != "" && out[i].File.Digest != r.Digest {
			out[i].File.Digest = r.Digest // what was taken in is what counts
			out[i].File.Sum = otherContents
		}
		return err
	})
	slices.SortFunc(out, func(a, b inputMark) int { return strings.Compare(a.Kept, b.Kept) })
	return out, err
}

// otherContents stands for the bytes of a file that already said something else
// than was taken in.
const otherContents = "other"

// save writes the record of a closing and returns the hash of its bytes.
func (s *Closed) bytes() ([]byte, string, error) {
	b, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(b)
	return b, hex.EncodeToString(sum[:]), nil
}

func writeBytes(b []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(b); return err }
}

// closure is what sheets of a locked campaign say of it.
func (s *Closed) closure(regraded int) *excel.Closure {
	if s == nil {
		return nil
	}
	return &excel.Closure{At: s.At, Despite: s.Despite != "", Regraded: regraded}
}
