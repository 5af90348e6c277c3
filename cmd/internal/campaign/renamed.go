package campaign

import (
	"errors"
	"io/fs"
	"os"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch or committee may get a new code after its template went out. Where the list says
// that an organization founded in the period followed it alone, and it is no more, both are
// one, for nobody else's people can be in the new one: what the old template says is the
// report of that. One of several that were merged, or that was merged into an older one,
// tells a part only; that is asked about when reports are put together (ended.go).

// renamed is the code that an organization of an old one has now; false where it is on the
// list, or where another has a part in what followed it.
func (a *assembly) renamed(code string) (now string, ok bool) {
	followed := a.after[excel.Words(code)]
	if a.orgOf(code) >= 0 || len(followed) != 1 {
		return "", false
	}
	o := &a.tree.Orgs[a.orgOf(followed[0])]
	if len(a.after[excel.Words(o.Code)]) > 0 { // another bore the new code before
		return "", false
	}
	return o.Code, len(o.Predecessors) == 1 && o.Founded.Compare(a.terms.period.First()) >= 0
}

// codeNow is the code of an organization, the new one of one that was renamed.
func (run *intake) codeNow(code string) string {
	if m := run.blankMaker(); m != nil {
		if now, ok := m.renamed(code); ok {
			return now
		}
	}
	return code
}

// readAsRenamed makes the workbook of an organization with an old code that of the new one,
// unless another of the old code stands: what it changes there is to be seen first.
func (run *intake) readAsRenamed(in *excel.Intake, f *Imported) {
	m, stamp := run.blankMaker(), &in.Stamp
	if m == nil || stamp.Kind != excel.BranchBook && stamp.Kind != excel.BaseBook {
		return
	}
	now, ok := m.renamed(stamp.Org)
	before, stands := run.stoodBefore[bookKey{stamp.Kind, stamp.Org}]
	if !ok || reporter(m.tree, m.orgOf(now)) != stamp.Kind || stands && before.Digest != in.Digest {
		return
	}
	at := evaluate.Origin{File: f.Path}
	for _, k := range sortedKinds(in.Frames) {
		m.bringCodes(in.Frames[k])
		if k == evaluate.Organization && in.Frames[k].Len() > 0 {
			at = in.Frames[k].Origin(0, in.Frames[k].Schema.ByRole(evaluate.RoleBranchCode))
		}
	}
	m.bringCodes(in.Left)
	m.bringCodes(in.Beside)
	f.former = stamp.Org
	f.Problems = append(f.Problems, noteNewCode(at, stamp.Org, now))
	stamp.Org = now
}

// bringCodes writes the new codes of organizations into a frame.
func (a *assembly) bringCodes(f *evaluate.Frame) {
	if f == nil {
		return
	}
	code := f.Schema.ByRole(evaluate.RoleBranchCode)
	for row := range f.Len() {
		if now, ok := a.renamed(f.Text(row, code)); ok {
			f.SetText(row, code, now)
		}
	}
}

// retireFormer moves what stands under the old code of a workbook now taken in under the
// new one to the earlier versions.
func (run *intake) retireFormer(f *Imported) error {
	key := bookKey{f.Kind, f.former}
	if err := run.Folder.keepVersion(key); err != nil {
		return err
	}
	path := run.Folder.keptPath(key)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return saveFailure(path, err)
	}
	return nil
}

// bringRefusals makes what was refused under an old code wait under the new one, which
// answers it.
func (run *intake) bringRefusals() error {
	for i := range run.refusals {
		r := &run.refusals[i]
		before, now := r.key(), run.codeNow(r.Org)
		if now == r.Org {
			continue
		}
		if r.Org = now; run.opt.DryRun {
			continue
		}
		if err := run.Folder.keepRefusal(*r); err != nil {
			return err
		}
		if err := os.Remove(run.Folder.refusalPath(before)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return saveFailure(run.Folder.refusalPath(before), err)
		}
	}
	return nil
}

// passed tells whether a code was that of an organization which others followed before it
// was given to one founded in the period.
func (run *intake) passed(code string) bool {
	m := run.blankMaker()
	if m == nil || m.orgOf(code) < 0 || len(m.after[excel.Words(code)]) == 0 {
		return false
	}
	return m.tree.Orgs[m.orgOf(code)].Founded.Compare(m.terms.period.First()) >= 0
}
