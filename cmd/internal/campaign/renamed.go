package campaign

import (
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch or committee may get a new code after its template went out. Where the list says
// that an organization founded in the period followed it alone, and it is no more, both are
// one, for nobody else's people can be in the new one: what the old template says is the
// report of that. One of several that were merged, or that was merged into an older one,
// tells a part only; that is asked about when reports are put together (ended.go).

// noteRenamed notes what the list has under a new code: another has a part neither in what
// followed it nor in the new code.
func (r *register) noteRenamed(places []place, since evaluate.Date) {
	for called, codes := range r.after {
		i := r.at[codes[0]]
		switch p := &places[i]; {
		case len(codes) > 1 || len(p.from) > 1 || len(r.followers(p.code)) > 0:
		case p.founded.IsZero() || p.founded.Compare(since) < 0:
			r.undated[called] = i
		default:
			r.renamed[called] = i
		}
	}
}

// renamed is the code that an organization of an old one has now; false where it is on the
// list, or where another has a part in what followed it.
func (a *assembly) renamed(code string) (now string, ok bool) {
	i, ok := a.registerOf(evaluate.Organization).renamed[excel.Words(code)]
	if !ok || a.orgOf(code) >= 0 {
		return "", false
	}
	return a.tree.Orgs[i].Code, true
}

// hintRenamed is what answers for the report of an organization that the list has no more:
// hint, unless it is the same as one that the list has, or may be.
func (a *assembly) hintRenamed(code, hint string) string {
	if now, ok := a.renamed(code); ok {
		return hintTakeAgain(now)
	}
	if i, ok := a.registerOf(evaluate.Organization).undated[excel.Words(code)]; ok && a.orgOf(code) < 0 {
		return hintUndated(a.tree.Orgs[i].Code, true) + hint
	}
	return hint
}

// formerRows are the rows of one workbook on a sheet of places that name old codes.
type formerRows struct {
	*assembly
	report   bookKey
	register register
	// own tells that the report is that of an organization which is no more: it is read as a
	// whole or not at all. One that was renamed is to be taken in once more, and where the
	// followers have reported theirs stand.
	own, answered bool
	read          []formerRow
	asked         [][]formerRow // by what followed
	undated       []formerRow   // of what may have been renamed, of all workbooks
}

type formerRow struct {
	at            evaluate.Origin
	code, written string
	now           []string
}

// of turns to the rows of another workbook.
func (f *formerRows) of(report bookKey) {
	_, again := f.renamed(report.Org)
	f.report, f.read, f.asked = report, nil, nil
	f.answered = f.orgOf(report.Org) < 0 && f.haveReported(report.Kind, f.followers(report.Org))
	f.own = again || f.answered
}

// take tells whether a row is read; found tells that its place was.
func (f *formerRows) take(code string, at evaluate.Origin, found bool) bool {
	if found && !f.register.isFormer(code) {
		return true
	}
	row := formerRow{at, code, f.written(code), f.register.followers(code)}
	if found && !f.own {
		f.read = append(f.read, row)
		return true
	}
	i := slices.IndexFunc(f.asked, func(g []formerRow) bool {
		return len(row.now) > 0 && (slices.Equal(g[0].now, row.now) || f.own && len(g[0].now) > 0)
	})
	if i < 0 {
		i, f.asked = len(f.asked), append(f.asked, nil)
	}
	f.asked[i] = append(f.asked[i], row)
	return false
}

// tell asks about the rows that were not read, and notes those that were.
func (f *formerRows) tell() {
	if len(f.read) > 0 {
		f.problems = append(f.problems, noteFormerRows(f.read))
	}
	for _, rows := range f.asked {
		own := f.own || slices.ContainsFunc(rows, func(r formerRow) bool { return r.code == f.report.Org })
		p := problemUnlistedPlace(rows, own)
		switch _, undated := f.register.undated[excel.Words(rows[0].code)]; {
		case len(rows[0].now) == 0:
		case f.answered:
			p = placeAnswered(p, f.followers(f.report.Org))
		case own && f.asksEnded[rows[0].at.File]:
			continue // of its people the same is asked
		case own:
			p.Hint = f.hintRenamed(f.report.Org, p.Hint)
		case undated:
			f.undated = append(f.undated, rows...)
			continue
		}
		f.problems = append(f.problems, p)
	}
}

// tellUndated asks once about all rows that one day on the list, or a few, would have read.
func (f *formerRows) tellUndated() {
	if len(f.undated) > 0 {
		f.problems = append(f.problems, problemUndated(f.undated))
	}
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

// placeNow is what a place of a kind is called now.
func (run *intake) placeNow(k evaluate.Kind, called string) string {
	m := run.blankMaker()
	if m == nil || !slices.Contains(placeKinds(), k) {
		return called
	}
	if r := m.registerOf(k); r.isFormer(called) {
		return r.codes[r.renamed[excel.Words(called)]]
	}
	return called
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

// bringCodes writes the new codes of organizations into a frame; units and collectives have
// codes of their own.
func (a *assembly) bringCodes(f *evaluate.Frame) {
	if f == nil || f.Schema.Kind == evaluate.Unit || f.Schema.Kind == evaluate.Collective {
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
