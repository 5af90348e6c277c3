package campaign

import (
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Who there is, is read from workbooks that somebody keeps for himself, too. One
// that is named and has a fault fills in no template: a blank where the list knew
// something would go out to everybody looking whole. It comes back marked, as a
// report does, to be repaired and named again.

// faultyFrom is a workbook that was named and cannot be used.
type faultyFrom struct {
	file     input
	problems []evaluate.Problem
}

// refuseFrom gives back marked copies of the faulty workbooks and returns the
// refusal that names them, or why they could not be written.
func (c *Campaign) refuseFrom(faulty []faultyFrom) error {
	if len(faulty) == 0 {
		return nil
	}
	release, err := c.Folder.lockOpen()
	if err != nil {
		return err
	}
	defer release()
	files, err := c.Folder.openOutputs()
	if err != nil {
		return err
	}
	refusals, err := c.Folder.refusals()
	if err != nil {
		return errors.Join(err, files.close())
	}
	var all []evaluate.Problem
	taken := map[string]bool{} // inputs and copies, in lower case
	for _, f := range faulty {
		taken[strings.ToLower(f.file.label)] = true
	}
	for _, f := range faulty {
		copied := c.Folder.givenBack(refusals, f)
		if copied == "" {
			err = markOrReport(f.file.path, f.file.label, path.Base(f.file.label), f.problems, func(name string, write func(io.Writer) error) error {
				to, err := files.freeFor(filepath.Join(c.Folder.Returned(), name), taken)
				if err != nil {
					return err
				}
				copied = c.Folder.Label(to)
				_, err = files.save(to, write)
				return err
			})
		}
		if err != nil {
			return errors.Join(err, files.close())
		}
		taken[strings.ToLower(copied)] = true
		all = append(append(all, problemNotFilledFrom(f.file.label, copied)), f.problems...)
	}
	if err := files.close(); err != nil {
		return err
	}
	return refuse(all)
}

// givenBack is the page that import wrote about a file that cannot be opened, where it says
// the same, "" for none. A marked copy may lack what somebody mended in the file since.
func (f Folder) givenBack(refusals []Refusal, faulty faultyFrom) string {
	for _, r := range pending(refusals) {
		if r.Path == faulty.file.label && IsReport(r.Returned) && r.Faults == faultsOf(faulty.problems) && exists(f.path(r.Returned)) {
			return r.Returned
		}
	}
	return ""
}

// freeFor is the wanted path, or the next beside it that is neither taken nor
// anybody's work: one of ours that is still as we wrote it may be written anew.
func (o *outputs) freeFor(want string, taken map[string]bool) (string, error) {
	ext, to := filepath.Ext(want), want
	for n := 2; ; n++ {
		label := o.folder.Label(to)
		edited, err := o.ledger.edited(label, to)
		if err != nil {
			return "", saveFailure(to, err)
		}
		if !edited && !taken[strings.ToLower(label)] {
			return to, nil
		}
		to = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(want, ext), n, ext)
	}
}
