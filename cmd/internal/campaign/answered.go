package campaign

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/xeploai/xeploai/excel"
)

// Who sent a refused file is waited for until it is answered by a workbook that
// was taken in, or withdrawn. Answered it is by itself, repaired; by another
// workbook of the same kind and organization; and where nobody can say whose it
// is, because it could not be opened, by one of its own name and place, with
// another ending: its sender has saved it anew. A file of another organization in
// its place answers nothing, for mail calls many files alike, unless it was asked
// whose it is. Only what nobody can be asked
// about is withdrawn: the file is gone, or its archive came again without it.

// nobodys tells whether nobody can say whose the refused file is.
func (r *Refusal) nobodys() bool { return r.Kind == "" && r.Org == "" }

// answeredBy tells whether a workbook of the given label, kind and organization
// is what was waited for.
func (r *Refusal) answeredBy(label string, key bookKey) bool {
	switch {
	case r.Path == label && (r.Org == "" || r.asksWhose()):
		return true
	case r.nobodys():
		return stemOf(r.Path) == stemOf(label)
	}
	return r.Org != "" && r.Kind == key.Kind && r.Org == key.Org
}

// asksWhose tells whether it was asked whose the refused file is.
func (r *Refusal) asksWhose() bool {
	return r.Codes[excel.CodeOtherOrganization] > 0 || r.Codes[excel.CodeOtherTitle] > 0
}

// stemOf is a label without its ending, as names are compared.
func stemOf(label string) string {
	return strings.ToLower(strings.TrimSuffix(label, path.Ext(label)))
}

// settleAnswered ends, when all files are read, the refusals that they answer:
// those of earlier runs, and of this run those that are no news. It goes by the
// order of files, whichever was read first.
func (run *intake) settleAnswered(report *ImportReport) error {
	again := map[refusalKey]bool{} // what was refused of them before is past
	for i := range report.Files {
		f := &report.Files[i]
		if f.Outcome != Rejected {
			continue
		}
		again[refusalKey{f.Path, bookKey{f.Kind, f.Org}}] = true
		if err := run.mend(f); err != nil {
			return err
		}
	}
	if run.opt.DryRun {
		return nil
	}
	for _, r := range pending(run.refusals) {
		for i := range report.Files {
			if f := &report.Files[i]; !again[r.key()] && run.answers(f, &r) {
				if err := run.Folder.settle(r, f.Path); err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}

// answers tells whether a file of this run ends an earlier refusal. One that was
// known before answers only what was refused before it was taken in: a later
// file, though faulty, says something that the known one does not.
func (run *intake) answers(f *Imported, r *Refusal) bool {
	key := bookKey{f.Kind, f.Org}
	switch f.Outcome {
	case Accepted, Replaced:
	case Known:
		if r.Path != f.Path && !r.At.Before(run.knownAs(f).At) {
			return false
		}
	case Newer: // what lay there is gone; that the rest waits is told beside
		return r.Path == f.Path && r.answeredBy(f.Path, key)
	default:
		return false
	}
	return r.answeredBy(f.Path, key) || r.Path == f.Path && run.knowsBetter(r)
}

// knowsBetter tells whether a file that comes in the place of a refused one says whose
// that was: nobody knew, it was asked, or its organization is none of the list.
func (run *intake) knowsBetter(r *Refusal) bool {
	if r.Org == "" || r.asksWhose() {
		return true
	}
	return run.tree != nil && orgIn(run.tree, r.Org) < 0
}

// knownAs is the receipt of what a file that was known before says again.
func (run *intake) knownAs(f *Imported) Receipt {
	r := Receipt{Kind: f.Kind, Org: f.Org, Digest: f.digest}
	return run.known[r.key()]
}

// mend turns a refusal of this run into no news where what answers it stands: for
// exactly these contents, refused before, a repaired workbook that came in this
// run; for a file that could not be opened any of its name.
func (run *intake) mend(f *Imported) error {
	by := ""
	if refused := (Refusal{Path: f.Path, Kind: f.Kind, Org: f.Org}); refused.nobodys() {
		by = run.namesake(&refused)
	} else if run.wasRefused(f) {
		by = run.repairedBy(f)
	}
	if by == "" {
		return nil
	}
	f.Outcome, f.Problems, f.Returned, f.Migrated = Mended, nil, "", ""
	if run.opt.DryRun {
		return nil
	}
	r, err := readRefusal(run.Folder.refusalPath(refusalKey{f.Path, bookKey{f.Kind, f.Org}}))
	if err != nil {
		return err
	}
	return run.Folder.settle(r, by)
}

// repairedBy is the workbook of this run that takes a refused one's place; "" for none.
func (run *intake) repairedBy(f *Imported) string {
	if f.Kind != excel.RosterBook {
		return run.fresh[bookKey{f.Kind, f.Org}].label
	}
	for _, r := range run.rosters.met(f.cover) {
		if r.fresh != nil {
			return r.fresh.label
		}
	}
	return ""
}

// wasRefused tells whether exactly these contents of an organization were refused
// before.
func (run *intake) wasRefused(f *Imported) bool {
	for i := range run.refusals {
		if r := &run.refusals[i]; f.digest != "" && r.Digest == f.digest && r.Kind == f.Kind && r.Org == f.Org {
			return true
		}
	}
	return false
}

// namesake is the workbook that stands and has the name of a file nobody could
// open; "" for none.
func (run *intake) namesake(r *Refusal) (by string) {
	for key, stands := range run.known {
		if stands.Path != r.Path && r.answeredBy(stands.Path, key) && (by == "" || stands.Path < by) {
			by = stands.Path
		}
	}
	return by
}

// settleWithdrawn ends the refusals of files that were taken away since: no
// report will ever take their place. Who sent them is missed as long as nothing
// else comes from him.
func (run *intake) settleWithdrawn(found []input, list *listing) error {
	if run.opt.DryRun {
		return nil
	}
	lies := map[string]bool{}
	for _, f := range found {
		lies[f.label] = true
	}
	for i, r := range run.refusals {
		archive, _, packed := excel.CutArchiveLabel(r.Path)
		cameWithout := r.nobodys() && packed && list.archives[archive] && !lies[r.Path]
		if r.Mended || !cameWithout && !run.Folder.isGone(r) {
			continue
		}
		if err := run.Folder.settle(r, ""); err != nil {
			return err
		}
		run.refusals[i].Mended = true
	}
	return nil
}

// isGone tells whether a refused file of nobody known was taken away since. A
// folder that is away as a whole may be a disk that comes back.
func (f Folder) isGone(r Refusal) bool {
	if r.Org != "" {
		return false
	}
	path := f.lies(r.Path)
	_, err := os.Stat(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	_, err = os.Stat(filepath.Dir(path))
	return err == nil || strings.HasPrefix(r.Path, inboxDir+"/")
}

// settled are the files that could not be opened, lie there still and are waited
// for no longer because of a file of their name.
func (f Folder) settled(refusals []Refusal, receipts []Receipt) (out []string) {
	for i := range refusals {
		r := &refusals[i]
		if !r.Mended || !r.nobodys() || !exists(f.lies(r.Path)) {
			continue
		}
		for k := range receipts {
			if stands := &receipts[k]; stands.Path != r.Path && r.answeredBy(stands.Path, stands.key()) {
				out = append(out, r.Path)
				break
			}
		}
	}
	return out
}
