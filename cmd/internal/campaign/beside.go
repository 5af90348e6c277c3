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
}

func (f Folder) besidePath(label string) string {
	return f.kept("beside", shortSum(label)+".json")
}

// besides are the files left out that still lie there, by what they report.
func (f Folder) besides(taken map[bookKey]Receipt) (map[bookKey][]string, error) {
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
		key := bookKey{b.Kind, b.Org}
		r, stands := taken[key]
		open := stands && r.Digest != b.Digest
		if b.Kind == excel.RosterBook { // kept by its contents, whatever organization it is of
			_, stands = taken[bookKey{b.Kind, b.Digest}]
			open = !stands
		}
		if open && exists(f.lies(b.Path)) {
			out[key] = append(out[key], b.Path)
		}
	}
	for _, paths := range out {
		slices.Sort(paths)
	}
	return out, nil
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
		if err := saveRecord(path, beside{f.Path, f.Kind, f.Org, f.digest}); err != nil {
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
	case errors.Is(err, fs.ErrNotExist):
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
