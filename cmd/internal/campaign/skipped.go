package campaign

import (
	"archive/zip"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// isHiddenWorkbook tells whether a file whose name begins with a dot, which systems and
// programs give to what is theirs, is a workbook all the same.
func isHiddenWorkbook(path string) bool {
	return isSpreadsheet(filepath.Base(path)) && isNamelessWorkbook(path)
}

// isNamelessWorkbook tells whether a file is an Excel workbook by its contents.
// One whose name does not say so is not read, since it may as well be somebody's
// backup copy; it is told.
func isNamelessWorkbook(path string) bool {
	z, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer z.Close()
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "xl/workbook.xml" })
}

// inboxNow lists what lies in the inbox, and in archives there.
func (f Folder) inboxNow() (*listing, error) {
	l := &listing{folder: f, found: map[string]input{}, archives: map[string]bool{}}
	root := f.Inbox()
	walk := l.walk(root)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // no inbox, or gone since its folder was read
		}
		return walk(path, d, err)
	})
	if err != nil {
		return nil, failPathMissing(root, err)
	}
	return l, nil
}

// skipped are the files that import passes over.
func (l *listing) skipped() (out []string) {
	for i := range l.ignored {
		if l.ignored[i].IsPassedOver() {
			out = append(out, l.ignored[i].Path)
		}
	}
	slices.Sort(out)
	return out
}

// IsPassedOver tells whether a file is none of those that are read, by its name.
func (f *Imported) IsPassedOver() bool {
	return f.Outcome == Ignored && slices.ContainsFunc(f.Problems, func(p evaluate.Problem) bool {
		return p.Code == CodeNoSpreadsheet || p.Code == CodeNamelessWorkbook
	})
}
