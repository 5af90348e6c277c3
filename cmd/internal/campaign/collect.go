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
	path   string // of the file, or of the archive it lies in
	label  string
	named  bool    // by its own path, not found in a folder or an archive
	packed *packed // nil for a file of its own
}

// listing is what was found under the paths that were named.
type listing struct {
	folder   Folder
	only     map[string]bool  // labels that folders are searched for; nil for all
	found    map[string]input // by label
	ignored  []Imported
	archives map[string]bool // by label
	whole    []wholeArchive
}

// collect lists the workbooks under the named paths in order of their labels:
// folders are searched to the bottom, archives are opened, hidden files but
// workbooks are passed over, and lock files of Excel and what is no spreadsheet are reported
// as ignored. A named path that does not exist is a failure before anything is
// done. Where only is given, folders hold nothing else.
func collect(f Folder, named []string, only map[string]bool) (files []input, l *listing, err error) {
	l = &listing{folder: f, only: only, found: map[string]input{}, archives: map[string]bool{}}
	for _, name := range named {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, failPathMissing(name, err)
		}
		switch {
		case info.IsDir():
			if err := filepath.WalkDir(name, l.walk(name)); err != nil {
				return nil, nil, failPathMissing(name, err)
			}
		case excel.IsLockFile(name):
			l.pass(f.Label(name), excel.ProblemLockFile(f.Label(name)))
		case excel.IsArchive(name):
			l.openArchive(name)
		default:
			l.found[f.Label(name)] = input{path: name, label: f.Label(name), named: true}
		}
	}
	for _, label := range slices.Sorted(maps.Keys(l.found)) {
		files = append(files, l.found[label])
	}
	slices.SortFunc(l.ignored, func(a, b Imported) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(l.whole, func(a, b wholeArchive) int { return cmp.Compare(a.label, b.label) })
	return files, l, nil
}

// walk takes what lies in a folder.
func (l *listing) walk(root string) fs.WalkDirFunc {
	return func(path string, d fs.DirEntry, err error) error {
		label := ""
		if err == nil {
			label = l.folder.Label(path)
		}
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if path != root && (strings.HasPrefix(d.Name(), ".") || l.folder.owns(path)) {
				return filepath.SkipDir
			}
		case l.only != nil && !l.only[label]:
		case strings.HasPrefix(d.Name(), "."):
			if isHiddenWorkbook(path) {
				l.pass(label, problemHiddenWorkbook(label))
			}
		case excel.IsLockFile(path):
			l.pass(label, excel.ProblemLockFile(label))
		case excel.IsArchive(path):
			l.openArchive(path)
		case isSpreadsheet(d.Name()):
			l.add(input{path: path, label: label})
		case isNamelessWorkbook(path):
			l.pass(label, problemNamelessWorkbook(label))
		default:
			l.pass(label, problemNoSpreadsheet(label))
		}
		return nil
	}
}

// add takes an input that was found; one that was named stays named.
func (l *listing) add(in input) {
	if !l.found[in.label].named {
		l.found[in.label] = in
	}
}

func (l *listing) pass(label string, why evaluate.Problem) {
	l.ignored = append(l.ignored, Imported{Path: label, Outcome: Ignored, Problems: []evaluate.Problem{why}})
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
