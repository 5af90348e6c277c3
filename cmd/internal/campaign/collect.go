package campaign

import (
	"cmp"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// collect lists the workbooks under the named paths in order of their labels:
// folders are searched to the bottom, lock files of Excel and hidden files are
// passed over, and what is no spreadsheet is reported as ignored. A named path
// that does not exist is a failure before anything is done.
func collect(f Folder, named []string) (paths []string, ignored []Imported, err error) {
	found := map[string]string{} // label → path
	for _, name := range named {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, failPathMissing(name, err)
		}
		if !info.IsDir() {
			if !isLockFile(filepath.Base(name)) {
				found[f.Label(name)] = name
			}
			continue
		}
		err = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir():
				if path != name && (strings.HasPrefix(d.Name(), ".") || f.owns(path)) {
					return filepath.SkipDir
				}
			case isLockFile(d.Name()) || strings.HasPrefix(d.Name(), "."):
			case isSpreadsheet(d.Name()):
				found[f.Label(path)] = path
			default:
				label := f.Label(path)
				ignored = append(ignored, Imported{Path: label, Outcome: Ignored,
					Problems: []evaluate.Problem{problemNoSpreadsheet(label)}})
			}
			return nil
		})
		if err != nil {
			return nil, nil, failPathMissing(name, err)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(found)) {
		paths = append(paths, found[label])
	}
	slices.SortFunc(ignored, func(a, b Imported) int { return cmp.Compare(a.Path, b.Path) })
	return paths, ignored, nil
}

// owns tells whether the folder is one we write, whose workbooks are no input
// unless named.
func (f Folder) owns(dir string) bool {
	switch f.Label(dir) {
	case templatesDir, returnedDir, resultsDir:
		return true
	}
	return false
}

func isSpreadsheet(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".et", ".csv":
		return true
	}
	return false
}

func sortedCodes(m map[evaluate.Code]int) []evaluate.Code {
	return slices.Sorted(maps.Keys(m))
}
