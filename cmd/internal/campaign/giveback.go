package campaign

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// giveBack writes the copy of a refused workbook with its faults marked, or a
// report on a file that cannot be opened, and records the refusal.
func (run *intake) giveBack(path string, in *excel.Intake, f *Imported) error {
	if copy, overtaken := run.overtaken(f); overtaken {
		f.Returned = copy
		return nil
	}
	if copy, same := run.unrepaired(path, in, f); same {
		f.Returned = copy
		return nil
	}
	if err := run.overtake(in, f); err != nil {
		return err
	}
	if in != nil && (in.Lossy || lacksSheets(in, f.Problems) || run.onlyOfAnotherPeriod(in, f.Problems)) {
		if err := run.migrate(path, in, f); err != nil {
			return err
		}
	}
	err := markOrReport(path, f.Path, run.copyName(f.Path), run.forSender(in, f), func(name string, write func(io.Writer) error) error {
		return run.saveReturned(path, f, name, write)
	})
	if err != nil {
		return err
	}
	migrated := ""
	if f.Migrated != "" {
		if migrated, err = fileSum(run.Folder.path(f.Migrated)); err != nil {
			return err
		}
	}
	sum, err := fileSum(filepath.Join(run.Folder.Root, filepath.FromSlash(f.Returned)))
	if err != nil {
		return err
	}
	return run.Folder.keepRefusal(Refusal{Path: f.Path, Kind: f.Kind, Org: f.Org, At: run.now(),
		Errors: countSeverities(f.Problems)[evaluate.Error.String()], Codes: countCodes(f.Problems),
		Returned: f.Returned, ReturnedSum: sum, Migrated: f.Migrated, MigratedSum: migrated, Digest: f.digest, Faults: faultsOf(f.Problems)})
}

// lacksSheets tells whether a workbook lost sheets, which a marked copy has not to fill in
// either, and nothing else is lost when what the others say is moved to a whole one: its
// other faults are in what was read, in blank cells, or in cells that the copy lists.
func lacksSheets(in *excel.Intake, ps []evaluate.Problem) bool {
	listed := map[[2]string]bool{}
	for _, u := range in.Unmoved {
		listed[[2]string{u.Sheet, u.Cell}] = true
	}
	lacking := false
	for _, p := range ps {
		switch read := strings.HasPrefix(string(p.Code), "E"); {
		case p.Severity != evaluate.Error, read, p.Code == excel.CodeBlank, listed[[2]string{p.At.Sheet, p.At.Cell}]:
		case p.Code == excel.CodeSheetGone:
			lacking = true
		default:
			return false
		}
	}
	return lacking
}

// markOrReport saves the copy of a faulty file with its faults marked under its
// name, or a report on one that cannot be opened beside it.
func markOrReport(path, label, name string, ps []evaluate.Problem, save func(name string, write func(io.Writer) error) error) error {
	err := save(asWorkbookName(name), func(w io.Writer) error { return excel.Mark(w, path, ps) })
	if errors.Is(err, excel.ErrCannotMark) {
		err = save(name+reportSuffix, func(w io.Writer) error { return excel.WriteProblemReport(w, label, ps) })
	}
	return err
}

// overtake settles what was sent back before and is past. When what is refused now is a
// marked copy, it goes on from what its organization had, and one copy to repair is
// enough; where it was not known, or asked, whose the file in its place was, it is now;
// and a file that only was moved is no second one.
func (run *intake) overtake(in *excel.Intake, f *Imported) error {
	for _, r := range pending(run.refusals) {
		elsewhere := f.Org != "" && r.Path != f.Path && r.Kind == f.Kind && r.Org == f.Org
		marked := elsewhere && in != nil && in.Marked
		moved := elsewhere && r.Digest == f.digest && f.digest != "" && !exists(run.Folder.lies(r.Path))
		if marked || moved || r.Path == f.Path && (r.Kind != f.Kind || r.Org != f.Org) && run.knowsBetter(&r) {
			if err := run.Folder.settle(r, f.Path); err != nil {
				return err
			}
		}
	}
	return nil
}

// overtaken finds the copy of a later file of the organization, when exactly these
// contents were sent back before and somebody has gone on from there.
func (run *intake) overtaken(f *Imported) (returned string, is bool) {
	was := func(r Refusal) bool { return r.Path == f.Path && r.Mended && r.Digest == f.digest && f.digest != "" }
	if !slices.ContainsFunc(run.refusals, was) {
		return "", false
	}
	for _, r := range pending(run.refusals) {
		if r.Path != f.Path && r.Kind == f.Kind && r.Org == f.Org && f.Org != "" {
			return r.Returned, true
		}
	}
	return "", false
}

// unrepaired tells whether what comes back says what was sent back before, with the same
// faults: a copy of ours in which nobody has mended anything, though some program may have
// saved it anew, or the sender's file while somebody works in its copy. Another copy, and
// another refusal, would be one too many. returned is the copy that waits for repair.
func (run *intake) unrepaired(path string, in *excel.Intake, f *Imported) (returned string, is bool) {
	label := run.Folder.Label(path)
	for _, r := range pending(run.refusals) {
		same := in != nil && r.Digest == f.digest && r.Faults == faultsOf(f.Problems) && r.Kind == f.Kind && r.Org == f.Org
		if r.Returned == "" || r.Returned != label && !same {
			continue
		}
		sum, err := fileSum(run.Folder.path(r.Returned))
		if err != nil {
			continue
		}
		asWritten := sum == r.ReturnedSum
		if r.Returned == label && (asWritten || same) || same && (in.Marked && r.Org != "" || r.Path == f.Path && !asWritten) {
			return r.Returned, true
		}
	}
	return "", false
}

// faultsOf identifies the errors of a workbook, wherever it lies.
func faultsOf(ps []evaluate.Problem) string {
	var out strings.Builder
	for _, p := range ps {
		if p.Severity == evaluate.Error {
			fmt.Fprintf(&out, "%s %q %q %q %q\n", p.Code, p.At.Sheet, p.At.Cell, p.Cells, p.Message)
		}
	}
	return shortSum(out.String())
}

// clean writes the accepted workbook without our marks, for whoever files it:
// inputs are never written to, so the marks stay in the file that was sent.
func (run *intake) clean(path string, f *Imported) error {
	name := filepath.Join(run.Folder.Cleaned(), filepath.FromSlash(asWorkbookName(cleanedName(f.Path))))
	if err := makeFolder(filepath.Dir(name)); err != nil {
		return err
	}
	err := Save(name, func(w io.Writer) error { return excel.Mark(w, path, nil) },
		func(tmp string) error { return excel.Verify(tmp, nil) })
	if err == nil {
		f.Cleaned = run.Folder.Label(name)
	}
	return err
}

// reportSuffix is put behind the name of a file we can only report on.
const reportSuffix = ".loi.xlsx"

// IsReport tells whether what goes back is a report and no marked copy; of two
// reports of one name the later has a number.
func IsReport(label string) bool {
	name, _, _ := strings.Cut(path.Base(label), " (")
	return strings.HasSuffix(strings.TrimSuffix(name, ".xlsx")+".xlsx", reportSuffix)
}

// placeInInbox is the place that a file has in the inbox or among the returned
// copies.
func placeInInbox(label string) (rest string, ok bool) {
	for _, dir := range []string{inboxDir, returnedDir} {
		if rest, ok := strings.CutPrefix(outOfArchive(label), dir+"/"); ok {
			return rest, true
		}
	}
	return "", false
}

// copyNames are the names of the copies that go back to the senders of files, by
// label: the place a file had in the inbox, or its own name, for that is what its
// sender knows; only where two of a run bear one name the later gets a number.
// Names that differ in case alone are one: on some disks they are one file.
func copyNames(labels []string) map[string]string {
	out, used := map[string]string{}, map[string]bool{}
	for _, label := range labels {
		if rest, ok := placeInInbox(label); ok {
			out[label], used[strings.ToLower(rest)] = rest, true
		}
	}
	for _, label := range labels {
		if out[label] != "" {
			continue
		}
		want := path.Base(outOfArchive(label))
		name, ext := want, path.Ext(want)
		for n := 2; used[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(want, ext), n, ext)
		}
		out[label], used[strings.ToLower(name)] = name, true
	}
	return out
}

// copyName is where in the returned folder the copy of a file goes.
func (run *intake) copyName(label string) string {
	if name := run.copies[label]; name != "" {
		return name
	}
	return cleanedName(label)
}

// cleanedName is where among the copies without marks that of a file goes: the
// place it had in the inbox, or its bare name with a mark of its folder, so that
// files of one name from several folders do not meet, whenever they came.
func cleanedName(label string) string {
	if rest, ok := placeInInbox(label); ok {
		return rest
	}
	label = outOfArchive(label)
	dir, base := "", label
	if i := strings.LastIndexByte(label, '/'); i >= 0 {
		dir, base = label[:i], label[i+1:]
	}
	if dir == "" {
		return base
	}
	ext := filepath.Ext(base)
	return strings.TrimSuffix(base, ext) + "-" + shortSum(dir)[:6] + ext
}

func (run *intake) saveReturned(input string, f *Imported, name string, write func(io.Writer) error) error {
	label, err := run.writeReturned(input, f, name, write)
	if err == nil {
		f.Returned = label
		if len(f.Problems) <= excel.ListedAtMost {
			f.Listed = label
		}
	}
	return err
}

// writeReturned writes a workbook for the sender and returns its label.
func (run *intake) writeReturned(input string, of *Imported, name string, write func(io.Writer) error) (label string, err error) {
	path := run.claimReturned(input, of, filepath.Join(run.Folder.Returned(), filepath.FromSlash(name)))
	if err := makeFolder(filepath.Dir(path)); err != nil {
		return "", err
	}
	err = Save(path, write, func(tmp string) error { return excel.Verify(tmp, nil) })
	return run.Folder.Label(path), err
}

// claimReturned is freeReturned for files given back at one time: nobody else of
// the run gets the same path.
func (run *intake) claimReturned(input string, of *Imported, want string) string {
	run.claiming.Lock()
	defer run.claiming.Unlock()
	if run.claimed == nil {
		run.claimed = map[string]string{}
	}
	path := run.freeReturned(input, of, want)
	run.claimed[strings.ToLower(path)] = of.Path
	return path
}

// freeReturned is the wanted path, or the next free one beside it: a copy that
// somebody may be repairing is never written over, only one that is still as
// we wrote it.
func (run *intake) freeReturned(input string, of *Imported, want string) string {
	ext := filepath.Ext(want)
	path := want
	for n := 2; ; n++ {
		if run.mayWrite(input, of, path) {
			return path
		}
		path = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(want, ext), n, ext)
	}
}

func (run *intake) mayWrite(input string, of *Imported, path string) bool {
	if by := run.claimed[strings.ToLower(path)]; run.Folder.Label(input) == run.Folder.Label(path) || by != "" && by != of.Path {
		return false
	}
	if _, err := os.Stat(path); err != nil {
		return errors.Is(err, os.ErrNotExist)
	}
	for _, r := range run.refusals {
		for _, ours := range r.copies() {
			if r.Path == of.Path && (r.Org == "" || r.Org == of.Org && r.Kind == of.Kind) && ours.label == run.Folder.Label(path) {
				sum, err := fileSum(path)
				return err == nil && sum == ours.sum
			}
		}
	}
	return false
}
