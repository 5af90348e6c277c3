package excel

import (
	"errors"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// readFailure is a failed reading of rows as a problem.
func readFailure(err error, at evaluate.Origin) evaluate.Problem {
	if errors.Is(err, errRowsLost) {
		return problemRowsLost(at)
	}
	return problemReader(at)
}

// sheetFault turns what the scan met into a problem.
func sheetFault(scan *sheetScan, at evaluate.Origin) (evaluate.Problem, bool) {
	if scan.fault != noFault {
		at.Cell = scan.faultAt.String()
	}
	switch scan.fault {
	case noFault:
		return evaluate.Problem{}, false
	case faultCut:
		return problemCutSheet(at), true
	case faultOrder:
		return problemCellOrder(at), true
	case faultCrowded:
		return problemReader(at), true
	case faultString:
		return problemLostText(at), true
	}
	return problemBrokenSheet(at), true
}

// tooMuch refuses sheets that would cost too long to walk.
func (r *reader) tooMuch(scan *sheetScan, at evaluate.Origin) (evaluate.Problem, bool) {
	switch {
	case scan.empty() > r.limits.EmptyRows:
		return problemEmptyRows(at, scan.empty(), r.limits.EmptyRows), true
	case scan.filled > r.limits.Rows:
		return problemManyRows(at, scan.filled, r.limits.Rows), true
	case int(scan.maxCol) > r.limits.Columns:
		return problemManyColumns(at, r.limits.Columns), true
	}
	return evaluate.Problem{}, false
}

// isOwnSheet tells whether a sheet is one of ours that never holds facts.
func isOwnSheet(name string) bool {
	switch tidy(name) {
	case sheetCover, sheetGuide, sheetLeft, sheetUnmoved, sheetLists, sheetStamp, sheetAbout, sheetData, sheetChart,
		sheetProblems, sheetReview, sheetUndecided, sheetCaps:
		return true
	}
	return isStatisticsSheet(tidy(name)) || IsMarkSheet(name) || isBallotSheet(tidy(name))
}

// mustHold tells whether a sheet must hold facts by its name. The names of some
// kinds are common words and bind only where the stamp says the sheet is ours.
func (r *reader) mustHold(name string) bool {
	switch name = tidy(name); name {
	case sheetMembers, sheetOrgs, sheetOrgList, sheetUnitList, sheetCollectiveList:
		return true
	}
	return slices.ContainsFunc(r.in.Stamp.Sheets, func(k evaluate.Kind) bool { return kindSheet(k) == name })
}

// headerOf finds the headings of a sheet. Where no stamp says of whom the sheet
// is, one of ours tells it by its name: kinds have many headings in common.
func (r *reader) headerOf(s bookSheet, rows []rawRow, indexes []*headingIndex) *header {
	ordered := namedFirst(indexes, s.name)
	head := findHeader(rows, s.scan.merges, ordered, r.leastHeadings())
	if head == nil || head.stamped || isListKind(head.schema.Kind) || kindSheet(head.schema.Kind) == tidy(s.name) {
		return head
	}
	if first := ordered[0]; !isListKind(first.schema.Kind) && kindSheet(first.schema.Kind) == tidy(s.name) {
		if named := findHeader(rows, s.scan.merges, ordered[:1], r.leastHeadings()); named != nil {
			return named
		}
	}
	return head
}

// namedFirst puts the kind a sheet is named after before the others: where the
// columns fit several kinds equally well, the name decides.
func namedFirst(indexes []*headingIndex, sheet string) []*headingIndex {
	out := slices.Clone(indexes)
	named := func(ix *headingIndex) int {
		if !isListKind(ix.schema.Kind) && kindSheet(ix.schema.Kind) == tidy(sheet) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b *headingIndex) int { return named(a) - named(b) })
	return out
}
