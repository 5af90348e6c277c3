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
	"github.com/xeploai/xeploai/excel"
)

// input is a workbook to read.
type input struct {
	path  string
	named bool // by its own path, not found in a folder
}

// collect lists the workbooks under the named paths in order of their labels:
// folders are searched to the bottom, hidden files are passed over, and lock
// files of Excel and what is no spreadsheet are reported as ignored. A named
// path that does not exist is a failure before anything is done.
func collect(f Folder, named []string) (files []input, ignored []Imported, err error) {
	found := map[string]input{} // label → file
	pass := func(path string, found evaluate.Problem) {
		ignored = append(ignored, Imported{Path: f.Label(path), Outcome: Ignored, Problems: []evaluate.Problem{found}})
	}
	for _, name := range named {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, failPathMissing(name, err)
		}
		if !info.IsDir() {
			if excel.IsLockFile(name) {
				pass(name, excel.ProblemLockFile(f.Label(name)))
			} else {
				found[f.Label(name)] = input{name, true}
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
			case strings.HasPrefix(d.Name(), "."):
			case excel.IsLockFile(path):
				pass(path, excel.ProblemLockFile(f.Label(path)))
			case isSpreadsheet(d.Name()):
				if label := f.Label(path); !found[label].named {
					found[label] = input{path, false}
				}
			default:
				pass(path, problemNoSpreadsheet(f.Label(path)))
			}
			return nil
		})
		if err != nil {
			return nil, nil, failPathMissing(name, err)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(found)) {
		files = append(files, found[label])
	}
	slices.SortFunc(ignored, func(a, b Imported) int { return cmp.Compare(a.Path, b.Path) })
	return files, ignored, nil
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
