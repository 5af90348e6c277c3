package excel

import "slices"

// pageRoom is how many characters of width an A4 page on its side takes at full
// size. A table is fitted to one page while print stays readable; beyond that
// it goes over pages side by side, its leading columns repeated.
const (
	pageRoom   = 140.0
	leastScale = 55 // percent; of 11 points that leaves 6
	bestScale  = 75
	// What is signed on paper is set larger: of headings in 11 points that leaves
	// 8, of entries in 12 nearly 9.
	leastRecordScale = 73
	bestRecordScale  = 80
)

// pageBreaks lists the columns that begin a new page side by side and the
// scale in percent; no breaks when the table fits on one page. Of the scales
// that need the fewest pages the greatest is taken.
func pageBreaks(cols []column, repeated int) (breaks []int, scale int) {
	breaks, scale = breaksAt(cols, repeated, leastScale), leastScale
	if len(breaks) == 0 {
		return nil, 0
	}
	for s := bestScale; s > leastScale; s-- {
		if b := breaksAt(cols, repeated, s); len(b) == len(breaks) {
			return b, s
		}
	}
	return breaks, scale
}

// breaksAt fills pages greedily, keeping a group of columns whole where it can.
func breaksAt(cols []column, repeated, scale int) []int {
	room := pageRoom * 100 / float64(scale)
	var breaks []int
	used, first := 0.0, 0
	for i := range cols {
		if used += cols[i].printWidth(); used <= room {
			continue
		}
		at := i
		for at > first && cols[at].group != "" && cols[at].group == cols[at-1].group {
			at--
		}
		if at <= first+repeated {
			at = i
		}
		breaks = append(breaks, at+1)
		used, first = 0, at
		for _, c := range cols[:repeated] {
			used += c.printWidth()
		}
		for _, c := range cols[at : i+1] {
			used += c.printWidth()
		}
	}
	return breaks
}

// printWidth is a column's width with what programs round it up by.
func (c column) printWidth() float64 {
	if c.hidden {
		return 0
	}
	return c.width + 0.15
}

func printWidth(cols []column) float64 {
	sum := 0.0
	for _, c := range cols {
		sum += c.printWidth()
	}
	return sum
}

// scaleFor is the greatest scale at which every page fits between given breaks.
func scaleFor(cols []column, breaks []int, repeated int) int {
	lead := 0.0
	for _, c := range cols[:repeated] {
		lead += c.printWidth()
	}
	widest, used := 0.0, 0.0
	for i, c := range cols {
		if slices.Contains(breaks, i+1) {
			used = lead
		}
		used += c.printWidth()
		widest = max(widest, used)
	}
	return min(int(pageRoom*100/widest), bestScale)
}
