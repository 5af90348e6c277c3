package excel

import "github.com/xeploai/xeploai/evaluate"

// Excel and WPS keep in a sheet which cells were sorted last. Columns of a table that
// were left out of it stayed where they were.

// reportSorted tells of rows that were sorted in some columns alone, where both these and
// the others hold different things in different rows. Whether they were filled in
// before nobody can see, so the rows are taken as they stand.
func (s *sheetReading) reportSorted() {
	for _, area := range s.sheet.scan.sorted {
		var moved, stayed *readColumn
		for i := range s.columns {
			c := &s.columns[i]
			at := int32(c.column + 1)
			switch within := at >= area.from.col && at <= area.to.col; {
			case !s.differs(c.fact, area):
			case within:
				moved = c
			case stayed == nil:
				stayed = c
			}
		}
		if moved != nil && stayed != nil {
			at := s.cellOrigin(int(area.from.col)-1, int(area.from.row))
			s.add(problemSortedApart(at, area.from.String()+":"+area.to.String(), stayed.def.Heading))
		}
	}
}

// differs tells whether the rows of an area hold different values of a fact.
func (s *sheetReading) differs(fact int, area gridArea) bool {
	var first evaluate.Value
	met := false
	for row := range s.frame.Len() {
		place := s.frame.Place(row)
		if place.Source != s.source || place.Row < area.from.row || place.Row > area.to.row {
			continue
		}
		v := s.frame.Value(row, fact)
		if met && s.frame.Data(fact, v) != s.frame.Data(fact, first) {
			return true
		}
		first, met = v, true
	}
	return false
}
