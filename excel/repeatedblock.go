package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// repetition is a row that is about the subject of an earlier one.
type repetition struct {
	row, first int
	fact       int    // by which it shows
	by         string // in words; "" where only the name is the same
	// otherNumber tells that name and birth date are the same, and a number is not.
	otherNumber bool
}

// block is where rows pasted a second time came from: rows of one sheet, as far
// above on it or at the same distance on another.
type block struct {
	sheet, from int32
	distance    int32
	otherNumber bool
}

// blocksOf tells repetitions. Rows that repeat others of one sheet at one distance
// were pasted at one time and are one problem.
func blocksOf(f *evaluate.Frame, all []repetition) []evaluate.Problem {
	byBlock := map[block][]repetition{}
	var order []block
	for _, r := range all {
		here, there := f.Place(r.row), f.Place(r.first)
		b := block{here.Source, there.Source, here.Row - there.Row, r.otherNumber}
		if byBlock[b] = append(byBlock[b], r); len(byBlock[b]) == 1 {
			order = append(order, b)
		}
	}
	var ps []evaluate.Problem
	for _, b := range order {
		ps = append(ps, repeatedBlock(f, byBlock[b]))
	}
	return ps
}

// repeatedBlock is the problem of rows pasted at one time.
func repeatedBlock(f *evaluate.Frame, rows []repetition) evaluate.Problem {
	at := f.Origin(rows[0].row, rows[0].fact)
	there := f.Origin(rows[0].first, rows[0].fact)
	if len(rows) == 1 {
		if rows[0].otherNumber {
			return problemOtherNumber(at, there)
		}
		if rows[0].by == "" {
			return problemNamesakes(at, there)
		}
		return sayDifferences(f, rows, problemSameMember(f.Schema.Kind, at, there, rows[0].by))
	}
	var by []string
	var cells cellRuns
	nothing := false
	for _, r := range rows {
		if nothing = nothing || r.by == ""; r.by != "" && !slices.Contains(by, r.by) {
			by = append(by, r.by)
		}
		if c, ok := parseCell([]byte(f.Origin(r.row, r.fact).Cell)); ok {
			cells.add(c)
		}
	}
	p := problemNamesakeBlock(at, len(rows))
	switch {
	case rows[0].otherNumber:
		p = problemOtherNumberBlock(at, len(rows))
	case len(by) > 0 && nothing:
		by = append(by, keyLabelNothing)
		fallthrough
	case len(by) > 0:
		p = sayDifferences(f, rows, problemSameBlock(at, len(rows), by))
	}
	p.Cells = cells.names()
	p.Related = []evaluate.Related{{At: there, Note: "các dòng kia bắt đầu ở đây"}}
	return p
}

// sayDifferences says of rows written twice where what they say is not the same: which of the two
// is right nobody can tell, and the later one is not to be deleted unseen.
func sayDifferences(f *evaluate.Frame, rows []repetition, p evaluate.Problem) evaluate.Problem {
	var cells []string
	n := 0
	for _, r := range rows {
		for fact := range f.Schema.Facts {
			if f.Data(fact, f.Value(r.row, fact)) == f.Data(fact, f.Value(r.first, fact)) {
				continue
			}
			if n++; n <= readingsSaid {
				cells = append(cells, f.Origin(r.row, fact).Cell)
			}
		}
	}
	if n > 0 {
		p.Message += differingSaid(cells, n)
		p.Hint = hintDiffering + p.Hint
	}
	return p
}
