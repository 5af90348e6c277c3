package campaign

import (
	"archive/zip"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/excel"
)

// passesOver tells whether import leaves a file in a folder aside because it is
// no spreadsheet by its name.
func passesOver(path string) bool {
	name := filepath.Base(path)
	if strings.HasPrefix(name, ".") {
		return isHiddenWorkbook(path)
	}
	return !excel.IsLockFile(path) && !excel.IsArchive(path) && !isSpreadsheet(name)
}

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

// skipped lists the files in the inbox that import passes over.
func (f Folder) skipped() ([]string, error) {
	var out []string
	root := f.Inbox()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // no inbox, or gone since its folder was read
		case err != nil:
			return err
		case d.IsDir():
			if path != root && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
		case passesOver(path):
			out = append(out, f.Label(path))
		}
		return nil
	})
	if err != nil {
		return nil, failPathMissing(root, err)
	}
	slices.Sort(out)
	return out, nil
}
