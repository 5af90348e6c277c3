package campaign

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/xeploai/xeploai/excel"
)

// A file of an organization of which another one stands is not taken in. That it
// lies there is kept until somebody decides between the two: status would else
// call the organization done while its secretary believes in the other file, and a
// decision or a roster that came since would be forgotten.

// beside is such a file.
type beside struct {
	Path   string         `json:"path"` // label
	Kind   excel.BookKind `json:"kind"`
	Org    string         `json:"organization"`
	Digest string         `json:"digest"`
	Sum    string         `json:"sha256,omitempty"` // of the file's bytes then
	// Typed tells that it is a result workbook somebody typed in, which was moved aside.
	Typed bool `json:"typed,omitempty"`
}

func (f Folder) besidePath(label string) string {
	return f.kept("beside", shortSum(label)+".json")
}

// besides are the files left out that still lie there, by what they report.
func (c *Campaign) besides(taken map[bookKey]Receipt) (map[bookKey][]string, error) {
	f := c.Folder
	files, err := listFiles(f.kept("beside"), ".json")
	if err != nil {
		return nil, err
	}
	out := map[bookKey][]string{}
	for _, path := range files {
		var b beside
		if err := readRecord(path, &b); err != nil {
			return nil, failKept(path, err)
		}
		if f.isOpen(&b, taken) && exists(f.lies(b.Path)) && !c.isPutBack(b, taken) {
			out[bookKey{b.Kind, b.Org}] = append(out[bookKey{b.Kind, b.Org}], b.Path)
		}
	}
	if err := c.addTyped(out, taken); err != nil {
		return nil, err
	}
	for _, paths := range out {
		slices.Sort(paths)
	}
	return out, nil
}

// addTyped adds the result workbooks that somebody typed in where we wrote them.
func (c *Campaign) addTyped(out map[bookKey][]string, taken map[bookKey]Receipt) error {
	var l ledger
	if err := l.open(c.Folder); err != nil {
		return err
	}
	for label := range l.sums {
		path := c.Folder.path(label)
		if filepath.Dir(path) != c.Folder.Results() || exists(c.Folder.besidePath(label)) {
			continue
		}
		if edited, err := l.edited(label, path); err != nil || !edited {
			continue // one that cannot be read is told when it is written anew
		}
		in, _ := excel.Read(path, c.readSpec(path))
		if in == nil || in.Stamp.Kind != excel.ResultBook {
			continue
		}
		b := beside{Path: label, Kind: in.Stamp.Kind, Org: in.Stamp.Org, Digest: in.Digest, Typed: true}
		if key := (bookKey{b.Kind, b.Org}); c.Folder.isOpen(&b, taken) {
			out[key] = append(out[key], label)
		}
	}
	return nil
}

// isOpen tells whether somebody still has to decide about a file's contents. A roster is
// kept by them, whatever organization it is of; of the decisions in a workbook moved aside
// none need ever have been taken in, and those that were replaced since were.
func (f Folder) isOpen(b *beside, taken map[bookKey]Receipt) bool {
	key := bookKey{b.Kind, b.Org}
	if b.Kind == excel.RosterBook {
		_, stands := taken[bookKey{b.Kind, b.Digest}]
		return !stands
	}
	r, stands := taken[key]
	if b.Typed {
		return r.Digest != b.Digest && !exists(f.versionPath(key, b.Digest))
	}
	return stands && r.Digest != b.Digest
}

// isPutBack tells whether a file no longer says what it said when it was left out, and says
// again what was taken in.
func (c *Campaign) isPutBack(b beside, taken map[bookKey]Receipt) bool {
	if sum, err := fileSum(c.Folder.lies(b.Path)); err != nil || sum == b.Sum {
		return false
	}
	b.Digest = c.contents(b.Path)
	return b.Digest != "" && !c.Folder.isOpen(&b, taken)
}

// keepTyped notes a result workbook that was moved aside because somebody had typed in it,
// unless what stands in it was taken in; then it tells so.
func (c *Campaign) keepTyped(label, org string, receipts map[bookKey]Receipt) (taken bool, err error) {
	path := c.Folder.besidePath(label)
	if exists(path) { // left out before it was moved
		return false, nil
	}
	b := beside{Path: label, Kind: excel.ResultBook, Org: org, Digest: c.contents(label), Typed: true}
	if !c.Folder.isOpen(&b, receipts) {
		return true, nil
	}
	if b.Sum, err = fileSum(c.Folder.path(label)); err != nil {
		return false, saveFailure(path, err)
	}
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return false, err
	}
	return false, saveRecord(path, b)
}

// keepBeside notes the files this run left out beside others, and forgets those
// of which it found something else.
func (run *intake) keepBeside(report *ImportReport) error {
	for i := range report.Files {
		f := &report.Files[i]
		path := run.Folder.besidePath(f.Path)
		if f.Outcome != Newer {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return saveFailure(path, err)
			}
			continue
		}
		if err := makeFolder(filepath.Dir(path)); err != nil {
			return err
		}
		b := beside{Path: f.Path, Kind: f.Kind, Org: f.Org, Digest: f.digest}
		b.Sum, _ = fileSum(run.Folder.lies(f.Path)) // one taken away meanwhile is not asked about
		if err := saveRecord(path, b); err != nil {
			return err
		}
	}
	return nil
}

// moved follows a file left out to another place.
func (f Folder) moved(from, to string) error {
	path := f.besidePath(from)
	var b beside
	switch err := readRecord(path, &b); {
	case errors.Is(err, fs.ErrNotExist): // nor is what lay there before any longer
		if err := os.Remove(f.besidePath(to)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return saveFailure(to, err)
		}
		return nil
	case err != nil:
		return failKept(path, err)
	}
	b.Path = to
	if err := saveRecord(f.besidePath(to), b); err != nil {
		return err
	}
	if err := os.Remove(path); err != nil {
		return saveFailure(path, err)
	}
	return nil
}
