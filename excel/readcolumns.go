package excel

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// takeColumns decides which columns are read, and reports those that are
// missing, repeated, unknown or not this workbook's to fill in.
func (s *sheetReading) takeColumns(allowed []int) {
	h := s.head
	source := evaluate.SourceSheet{File: s.where.File, Sheet: s.where.Sheet, Columns: make([]int32, len(h.schema.Facts))}
	open := func(fact int) bool {
		return h.schema.Kind == orgListKind || fact == s.code || slices.Contains(allowed, fact)
	}
	taken := map[int]int{} // fact → column
	var strange, foreign []int
	for c, fact := range h.facts {
		first, again := taken[fact]
		switch {
		case fact < 0:
			if heading := h.heading(c); heading != "" && !isUnread(fold(heading)) && !h.clash(c) {
				strange = append(strange, c)
			}
		case again:
			s.add(problemRepeatedColumn(s.cellOrigin(c, h.row), s.cellOrigin(first, h.row), h.schema.Facts[fact].Heading))
		case !open(fact):
			foreign = append(foreign, c)
		default:
			taken[fact] = c
			source.Columns[fact] = int32(c + 1)
			s.columns = append(s.columns, readColumn{column: c, fact: fact, def: &h.schema.Facts[fact],
				cell: newCellReader(&h.schema.Facts[fact], s.date1904), required: s.requires(fact)})
		}
	}
	slices.SortFunc(s.columns, func(a, b readColumn) int { return cmp.Compare(a.fact, b.fact) })
	s.source = s.frame.AddSource(source)
	s.reportClashes()
	if s.in.Stamp.Kind == RosterBook {
		s.status = statusColumn(h)
	} else if s.in.Stamp.Kind != ResultBook {
		s.reportIdle(strange, foreign, taken)
	}
	s.reportMissing(open, taken, strange)
}

func (h *header) heading(c int) string {
	if c < len(h.headings) {
		return h.headings[c]
	}
	return ""
}

// requires tells whether an empty cell of the fact is a problem here. The
// national roster lacks what only a review knows.
func (s *sheetReading) requires(fact int) bool {
	def := &s.head.schema.Facts[fact]
	switch {
	case def.Role == evaluate.RoleBranchCode:
		return s.in.Stamp.Kind != BranchBook || s.in.Stamp.Version == 0
	case s.in.Stamp.Kind == RosterBook:
		return def.Role == evaluate.RoleName
	case s.in.Stamp.Kind == ResultBook:
		return false
	}
	return def.Required
}

func (s *sheetReading) reportClashes() {
	for _, c := range s.head.clashes {
		at := s.cellOrigin(c.column, s.head.row)
		if c.fact >= 0 {
			s.add(problemStampMismatch(at, s.head.heading(c.column), s.head.schema.Facts[c.fact].Heading))
			continue
		}
		var could []string
		for _, f := range c.could {
			name := s.head.schema.Facts[f].Heading
			if g := s.head.schema.Facts[f].Group; g != "" {
				name = g + " – " + name
			}
			could = append(could, name)
		}
		s.add(problemAmbiguousColumn(at, s.head.heading(c.column), could))
	}
}

// reportIdle names columns with data that is not used.
func (s *sheetReading) reportIdle(strange, foreign []int, taken map[int]int) {
	filled := s.filledColumns(slices.Concat(strange, foreign))
	var known []int
	for f := range taken {
		known = append(known, f)
	}
	for _, c := range strange {
		if filled[c] {
			near := newHeadingIndex(s.head.schema).nearest(s.head.heading(c), known)
			s.add(problemUnknownColumn(s.cellOrigin(c, s.head.row), s.head.heading(c), near))
		}
	}
	for _, c := range foreign {
		if filled[c] {
			s.add(problemOtherSupplier(s.cellOrigin(c, s.head.row), s.head.schema.Facts[s.head.facts[c]].Heading))
		}
	}
}

// filledColumns tells which of the columns hold anything below the headings.
func (s *sheetReading) filledColumns(columns []int) map[int]bool {
	filled := map[int]bool{}
	if len(columns) == 0 {
		return filled
	}
	rows, err := s.book.rows(s.sheet)
	if err != nil {
		return filled
	}
	defer rows.Close()
	for len(filled) < len(columns) {
		n, cells, ok := rows.Next()
		if !ok {
			break
		}
		for _, c := range columns {
			if n >= s.head.first && c < len(cells) && tidy(cells[c]) != "" {
				filled[c] = true
			}
		}
	}
	return filled
}

// reportMissing names the columns without which rows mean nothing.
func (s *sheetReading) reportMissing(open func(int) bool, taken map[int]int, strange []int) {
	at := evaluate.Origin{File: s.where.File, Sheet: s.where.Sheet, Cell: cellName(1, s.head.row)}
	for i := range s.head.schema.Facts {
		if _, has := taken[i]; has || !open(i) || !s.requires(i) && s.head.schema.Facts[i].Role != evaluate.RoleName {
			continue
		}
		def := &s.head.schema.Facts[i]
		if def.Supplier == evaluate.SupplyDerived {
			continue
		}
		hint := ""
		for _, c := range strange {
			if near(s.head.heading(c), def.Heading) {
				hint = "“" + s.head.heading(c) + "” (" + cellName(c+1, s.head.row) + ")"
				break
			}
		}
		s.add(problemMissingColumn(at, def.Heading, hint))
	}
}
