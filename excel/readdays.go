package excel

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// dayOrder is what the days of a column, written as text, tell about which number is
// the month. Days are read day first; where a cell of the column can only be meant
// month first, whoever wrote it may have meant all of them so.
type dayOrder struct {
	monthFirst int      // cells that are a day of the calendar month first alone
	either     cellRuns // cells that are one either way, and not the same
}

// see looks at a text that was read as a day, or could not be.
func (d *dayOrder) see(raw string, at gridCell) {
	day, _ := cutClock(tidy(raw))
	parts := strings.FieldsFunc(day, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 || len(parts[2]) != 4 {
		return
	}
	a, ok1 := digits([]byte(parts[0]))
	b, ok2 := digits([]byte(parts[1]))
	const months = 12
	switch {
	case !ok1 || !ok2 || a < 1 || b < 1 || a > months || a == b:
	case b <= months:
		d.either.add(at)
	case b <= 31:
		d.monthFirst++
	}
}

// reportDayOrder asks about days of a column that may be meant month first.
func (s *sheetReading) reportDayOrder() {
	for i := range s.columns {
		c := &s.columns[i]
		if c.order.monthFirst == 0 {
			continue
		}
		s.tell(&c.order.either, func(at evaluate.Origin, n int) evaluate.Problem {
			return problemMonthFirst(at, c.def.Heading, n)
		})
	}
}
