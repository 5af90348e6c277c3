package excel

import (
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// unnamed are the columns of a sheet over which no heading stands. Those under a
// heading of names that is joined over several columns hold the rest of the names;
// of all others it is told what they hold, since nobody would miss it otherwise.
type unnamed struct {
	named []bool            // by column: a heading, a stamp or a fact says what it is
	found map[int]*cellRuns // filled cells of the others, by column
	name  int               // column of people's names, -1 for none
	parts []int             // further columns of the same names
	split cellRuns          // names put together
	half  halfNames
}

// findUnnamed is called when it is known which columns are read.
func (s *sheetReading) findUnnamed() {
	h := s.head
	u := unnamed{name: -1, named: make([]bool, len(h.facts))}
	for c, fact := range h.facts {
		u.named[c] = fact >= 0 || h.gone[c] || h.heading(c) != ""
	}
	if fact := nameFact(h.schema); fact >= 0 {
		u.name = h.column(fact)
	}
	if h.given > 0 {
		u.parts = append(u.parts, h.given)
	}
	for _, m := range s.sheet.scan.merges {
		if u.name < 0 || int(m.from.col) != u.name+1 || int(m.from.row) > h.row || int(m.to.row) < h.row {
			continue
		}
		for c := u.name + 1; c < int(m.to.col); c++ {
			for len(u.named) <= c {
				u.named = append(u.named, false)
			}
			if !u.named[c] {
				u.named[c], u.parts = true, append(u.parts, c)
			}
		}
	}
	s.unnamed = u
}

// wholeName puts a name together that is written in several columns, under one
// heading or as two parts.
func (s *sheetReading) wholeName(number int, cells []string) []string {
	var parts []string
	for _, c := range s.unnamed.parts {
		if c < len(cells) && hasContent(cells[c]) {
			parts = append(parts, cells[c])
		}
	}
	name := s.unnamed.name
	if s.head.given > 0 {
		s.unnamed.watchHalf(number, hasContent(cellAt(cells, name)), len(parts) > 0)
	}
	if len(parts) == 0 {
		return cells
	}
	out := slices.Clone(cells)
	out[name] = strings.TrimSpace(cells[name] + " " + strings.Join(parts, " "))
	s.unnamed.split.add(gridCell{int32(name + 1), int32(number)})
	return out
}

// watchUnnamed notices what stands in a row of facts below no heading.
func (s *sheetReading) watchUnnamed(number int, cells []string) {
	u := &s.unnamed
	u.keepHalf(number)
	for c, raw := range cells {
		if c < len(u.named) && u.named[c] || !hasContent(raw) {
			continue
		}
		if u.found == nil {
			u.found = map[int]*cellRuns{}
		}
		if u.found[c] == nil {
			u.found[c] = &cellRuns{}
		}
		u.found[c].add(gridCell{int32(c + 1), int32(number)})
	}
}

// reportUnnamed tells what stands below no heading. It is an error where it may be
// what was asked for: the rest of the names beside their column, or the values of a
// column of the template that the sheet lacks.
func (s *sheetReading) reportUnnamed() {
	u := &s.unnamed
	s.reportNames()
	if !s.tellsIdle() {
		return
	}
	for _, c := range slices.Sorted(maps.Keys(u.found)) {
		if s.tellsGrades(c) {
			continue
		}
		s.tell(u.found[c], func(at evaluate.Origin, n int) evaluate.Problem {
			return problemNamelessColumn(at, n, c == u.name+1 && u.name >= 0, s.absent())
		})
	}
}
