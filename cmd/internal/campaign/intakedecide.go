package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// decide settles what becomes of a file that was read. It runs in the order of
// labels whatever the order of reading.
func (run *intake) decide(f *Imported) {
	worst, any := evaluate.Worst(f.Problems)
	switch {
	case any && worst == evaluate.Error:
		f.Outcome = Rejected
		if run.mended(f) {
			f.Outcome, f.Problems = Mended, nil
		}
		return
	case !takenIn(f.Kind):
		f.Outcome = Ignored
		f.Problems = append(f.Problems, problemNotTaken(f.Path))
		return
	}
	if f.Kind == excel.RosterBook {
		run.decideRoster(f)
		return
	}
	key := bookKey{f.Kind, f.Org}
	old, exists := run.known[key]
	first, again := run.fresh[key]
	switch {
	case exists && old.Digest == f.digest:
		f.Outcome = Known
		return
	case exists && !f.named && f.former != "" && run.known[bookKey{f.Kind, f.former}].Digest == f.digest:
		f.Outcome = Known // taken in under its old code, and a report of the new one since
		return
	case run.past.superseded(f, old.Digest) && !f.named:
		f.Outcome = Superseded
		f.Problems = append(f.Problems, problemSuperseded(f.Path, old.Path))
		return
	case again:
		f.Outcome, f.beside = Newer, &first
		f.Problems = append(f.Problems, problemTwoFiles(f.Path, f.Org, first.label))
		return
	case exists && !run.opt.Replace:
		f.Outcome, f.again = Newer, true
		f.Problems = append(f.Problems, problemNewerFile(f.Path, f.Org, old.Path))
		return
	case exists:
		f.Outcome, f.again = Replaced, true
	default:
		f.Outcome = Accepted
	}
	run.known[key] = Receipt{Path: f.Path, Digest: f.digest, Kind: f.Kind, Org: f.Org}
	run.fresh[key] = f.source
}

// recognise settles a file that says the same of everybody as the one that stands, in
// another order of rows or another spelling of names: it is the same report. Decisions
// are compared with more than what a file says, rosters branch by branch: both stay with
// the person who sent them.
func (f *Imported) recognise() {
	if f.Outcome != Newer || !f.compared || f.Changed > 0 || f.Kind == excel.ResultBook || f.Kind == excel.RosterBook {
		return
	}
	f.Outcome, f.beside, f.again = Known, nil, false
	f.Problems = slices.DeleteFunc(f.Problems, func(p evaluate.Problem) bool { return p.Code == "E340" || p.Code == "E341" })
	f.Problems = append(f.Problems, problemSameReport(f.Path))
}

// mended tells whether exactly these contents were refused before and a
// repaired workbook of the same organization stands since.
func (run *intake) mended(f *Imported) bool {
	_, stands := run.known[bookKey{f.Kind, f.Org}]
	if f.Kind == excel.RosterBook {
		stands = len(run.rosters.met(f.cover)) > 0
	}
	if !stands || f.digest == "" {
		return false
	}
	return slices.ContainsFunc(run.refusals, func(r Refusal) bool {
		return r.Mended && r.Digest == f.digest && r.Kind == f.Kind && r.Org == f.Org
	})
}

// takenIn tells which workbooks bring facts.
func takenIn(k excel.BookKind) bool {
	switch k {
	case excel.BranchBook, excel.BaseBook, excel.OfficeBook, excel.RosterBook, excel.ResultBook:
		return true
	}
	return false
}
