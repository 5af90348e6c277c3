package excel

import "strings"

// A row of a page that is for people alone may have been moved, sorted or pushed down by
// one put in above: it is held against the template's own rows by what it says, each of
// which stands for one row.

// mostAdded is how many rows more than the template's are still compared with them;
// whoever pastes thousands did not move ours.
const mostAdded = 1000

// saidRow is a row as it came: its columns, of each the sum of what it says and that of a
// formula there, and the row of the template that it is, if any.
type saidRow struct {
	number  int32
	columns []int32
	sums    [][2]string
	ours    string
}

// knows tells whether a row of the template says what the i-th cell says.
func (s *saidRow) knows(i int, ours string) bool {
	return hasSum(ours, s.sums[i][0]) || hasSum(ours, s.sums[i][1])
}

// known counts the cells that a row of the template says.
func (s *saidRow) known(ours string) (n int) {
	for i := range s.sums {
		if s.knows(i, ours) {
			n++
		}
	}
	return n
}

// hasSum tells whether a sum is among those of a row.
func hasSum(row, sum string) bool {
	for ; len(row) >= sumLength; row = row[sumLength:] {
		if strings.HasPrefix(row, sum) {
			return true
		}
	}
	return false
}

// placeRows finds for each row the one of the template that it is: first those that are
// whole, then those with blanks, then those of which at least half is left, the nearest
// first.
func placeRows(said []saidRow, ours []string) {
	taken := make([]bool, len(ours))
	for _, is := range []func(known, cells, ours int) bool{
		func(known, cells, ours int) bool { return known == cells && cells == ours },
		func(known, cells, _ int) bool { return known == cells },
		func(known, cells, _ int) bool { return 2*known >= cells },
	} {
		for i := range said {
			row := &said[i]
			if row.ours != "" {
				continue
			}
			best, most := -1, 0
			for k, sums := range ours {
				if taken[k] {
					continue
				}
				if known := row.known(sums); known > most && is(known, len(row.columns), len(sums)/sumLength) {
					best, most = k, known
				}
			}
			if best >= 0 {
				row.ours, taken[best] = ours[best], true
			}
		}
	}
}
