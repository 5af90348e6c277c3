package campaign

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// archive is a zip file of workbooks while they are taken in. It is open only
// from the first of them to the last, whatever the number of archives.
type archive struct {
	path, label string

	mu   sync.Mutex
	open *excel.Archive
	left int // files still to be taken
}

// packed is the place of a file in its archive.
type packed struct {
	in *archive
	at int
}

// openArchive lists the workbooks of an archive as inputs. What is wrong with
// the archive, or with files of it that cannot be read, is a refusal of the
// archive; what is no workbook is passed over and said to be.
func (l *listing) openArchive(file string) {
	label := l.folder.Label(file)
	if l.archives[label] {
		return // named twice, or named and found
	}
	l.archives[label] = true
	open, workbook, ps := excel.OpenArchive(file, label, excel.DefaultArchiveLimits())
	if workbook {
		l.add(input{path: file, label: label})
		return
	}
	if open != nil {
		defer open.Close()
		a := &archive{path: file, label: label}
		for i, name := range open.Names() {
			in := excel.ArchiveLabel(label, name)
			switch {
			case excel.IsLockFile(name):
				l.pass(in, excel.ProblemLockFile(in))
			case isSpreadsheet(name):
				a.left++
				l.add(input{path: file, label: in, packed: &packed{a, i}})
			default:
				l.pass(in, problemNoSpreadsheet(in))
			}
		}
	}
	l.whole = append(l.whole, wholeArchive{path: file, label: label, problems: ps})
}

// wholeArchive is what is to be said of an archive as a whole.
type wholeArchive struct {
	path, label string
	problems    []evaluate.Problem
}

// unpack lays the workbook where it can be opened: a file of an archive in a
// temporary folder that done removes. A problem says that the archive is at
// fault.
func (in input) unpack() (file string, p *evaluate.Problem, done func(), err error) {
	if in.packed == nil {
		return in.path, nil, func() {}, nil
	}
	a := in.packed.in
	dir, err := os.MkdirTemp("", "xeploai-")
	if err != nil {
		return "", nil, nil, saveFailure(os.TempDir(), err)
	}
	done = func() {
		_ = os.RemoveAll(dir)
		a.release()
	}
	// Problems and marks find the file by the last element of its label.
	file = filepath.Join(dir, path.Base(in.label))
	if p, err = a.extract(in, file); err != nil {
		done()
		return "", nil, nil, saveFailure(file, err)
	}
	return file, p, done, nil
}

// holdArchive counts one reading more of an archive's files.
func (in input) holdArchive() {
	if in.packed != nil {
		a := in.packed.in
		a.mu.Lock()
		defer a.mu.Unlock()
		a.left++
	}
}

func (a *archive) extract(in input, file string) (p *evaluate.Problem, err error) {
	open, p := a.reader()
	if p != nil {
		return p, nil
	}
	out, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_EXCL, fileMode)
	if err != nil {
		return nil, err
	}
	p, err = open.Extract(in.packed.at, out, excel.DefaultLimits())
	if cerr := out.Close(); err == nil {
		err = cerr
	}
	return p, err
}

// reader opens the archive for the first of its files.
func (a *archive) reader() (*excel.Archive, *evaluate.Problem) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open == nil {
		open, _, ps := excel.OpenArchive(a.path, a.label, excel.DefaultArchiveLimits())
		if open == nil && len(ps) > 0 { // taken away since it was listed
			return nil, &ps[0]
		}
		a.open = open
	}
	return a.open, nil
}

// release closes the archive behind the last of its files.
func (a *archive) release() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.left--; a.left <= 0 && a.open != nil {
		_ = a.open.Close()
		a.open = nil
	}
}

// judgeArchives says what is wrong with archives, beside their files: the sender
// gets a report, and one that is whole again is no longer waited for.
func (run *intake) judgeArchives(whole []wholeArchive) ([]Imported, error) {
	var out []Imported
	for _, w := range whole {
		done := Imported{Path: w.label, Outcome: Rejected, Problems: evaluate.SortProblems(w.problems)}
		if len(w.problems) == 0 {
			if run.opt.DryRun {
				continue
			}
			if err := run.settlePath(w.label); err != nil {
				return nil, err
			}
			continue
		}
		if !run.opt.DryRun {
			if err := run.giveBack(w.path, nil, &done); err != nil {
				return nil, err
			}
		}
		out = append(out, done)
	}
	return out, nil
}

// settlePath forgets the refusal of a path.
func (run *intake) settlePath(label string) error {
	for _, r := range pending(run.refusals) {
		if r.Path == label {
			if err := run.Folder.settle(r, label); err != nil {
				return err
			}
		}
	}
	return nil
}

// outOfArchive is where the copy of a file of an archive goes: into a folder
// that bears the archive's name.
func outOfArchive(label string) string {
	if archive, entry, ok := excel.CutArchiveLabel(label); ok {
		return archive + "/" + entry
	}
	return label
}

// asWorkbookName ends a name as what is written is: a workbook that came under
// the name of an archive would be taken for one.
func asWorkbookName(name string) string {
	if excel.IsArchive(name) {
		return strings.TrimSuffix(name, path.Ext(name)) + ".xlsx"
	}
	return name
}

// lies is the file that a label leads to: a file of its own, or the archive.
func (f Folder) lies(label string) string {
	if archive, _, ok := excel.CutArchiveLabel(label); ok {
		label = archive
	}
	return f.path(label)
}

// laidOut gives the path under which a labelled workbook can be read; ok is
// false when it is in an archive no longer. done removes what was unpacked.
func (f Folder) laidOut(label string) (file string, done func(), ok bool) {
	archiveLabel, name, packedIn := excel.CutArchiveLabel(label)
	if !packedIn {
		return f.path(label), func() {}, true
	}
	l := &listing{folder: f, found: map[string]input{}, archives: map[string]bool{}}
	l.openArchive(f.path(archiveLabel))
	in, ok := l.found[excel.ArchiveLabel(archiveLabel, name)]
	if !ok {
		return "", nil, false
	}
	in.packed.in.left = 1 // nobody else reads it
	file, p, done, err := in.unpack()
	if err != nil || p != nil {
		if done != nil {
			done()
		}
		return "", nil, false
	}
	return file, done, true
}
