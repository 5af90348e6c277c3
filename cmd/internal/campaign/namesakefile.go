package campaign

import (
	"path"
	"strings"

	"github.com/xeploai/xeploai/excel"
)

// A file that cannot be opened says nothing of whose it is. Where a file of its own
// name, with another ending, was taken in from the same place, its sender has saved
// it anew: it is waited for no longer. So is what an archive held that came again
// without it.

// stemOf is a label without its ending, as names are compared.
func stemOf(label string) string {
	return strings.ToLower(strings.TrimSuffix(label, path.Ext(label)))
}

// supersedes finds the file taken in that has the name of one that could not be
// opened; "" for none.
func supersedes(receipts []Receipt, label string) string {
	for _, r := range receipts {
		if r.Path != label && stemOf(r.Path) == stemOf(label) {
			return r.Path
		}
	}
	return ""
}

// settleNamesakes ends the refusals of files that could not be opened and that a
// file of their name, or a new edition of their archive, takes the place of.
func (run *intake) settleNamesakes(report *ImportReport, found []input, list *listing) error {
	var standing []Receipt
	for _, r := range run.known {
		standing = append(standing, r)
	}
	lies := map[string]bool{}
	for _, f := range found {
		lies[f.label] = true
	}
	over := map[string]string{} // label → what stands for it
	for i := range report.Files {
		f := &report.Files[i]
		if f.Outcome != Rejected || f.Kind != "" || f.Org != "" {
			continue
		}
		if by := supersedes(standing, f.Path); by != "" {
			over[f.Path] = by
			f.Outcome, f.Problems, f.Returned, f.Migrated = Mended, nil, "", ""
		}
	}
	if run.opt.DryRun {
		return nil
	}
	refusals, err := run.Folder.refusals()
	if err != nil {
		return err
	}
	for _, r := range pending(refusals) {
		if r.Kind != "" || r.Org != "" {
			continue
		}
		by := over[r.Path]
		if by == "" {
			by = supersedes(standing, r.Path)
		}
		archive, _, packed := excel.CutArchiveLabel(r.Path)
		if gone := packed && list.archives[archive] && !lies[r.Path]; by == "" && !gone {
			continue
		}
		if err := run.Folder.settle(r, by); err != nil {
			return err
		}
	}
	return nil
}

// settled are the files that could not be opened, lie there still and are waited
// for no longer because of a file of their name.
func (f Folder) settled(refusals []Refusal, receipts []Receipt) (out []string) {
	for _, r := range refusals {
		if r.Mended && r.Kind == "" && r.Org == "" && exists(f.lies(r.Path)) && supersedes(receipts, r.Path) != "" {
			out = append(out, r.Path)
		}
	}
	return out
}
