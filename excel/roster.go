package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// The member export of the national database, version 4.0: headings over two
// rows, columns found by heading because older exports lack some of them.

// factActivityStatus is the fact that the roster's status column speaks of.
const factActivityStatus evaluate.FactID = "activity_status"

// isRoster recognises the export: it names the organization of each member and
// has columns that nobody else asks for.
func isRoster(h *header) bool {
	if h.schema.Kind != evaluate.Member || !h.has(evaluate.RoleName) || !h.has(evaluate.RoleBranchCode) || statusColumn(h) < 0 {
		return false
	}
	signs := 0
	for _, c := range h.headings {
		if slices.Contains(rosterSigns(), fold(c)) {
			signs++
		}
	}
	return signs >= 2
}

// statusColumn is the 0-based column of the activity status, -1 when missing.
func statusColumn(h *header) int {
	return slices.IndexFunc(h.headings, func(s string) bool { return fold(s) == fold(rosterStatus) })
}

// hasLeft tells whether the row's person is no longer to be reviewed; such rows
// are counted and passed over.
func (s *sheetReading) hasLeft(number int, raw string) bool {
	if !slices.Contains(rosterLeft(), fold(raw)) {
		return false
	}
	if s.left++; s.left == 1 {
		s.leftAt = gridCell{int32(s.status + 1), int32(number)}
	}
	return true
}

// rosterStatus translates the database's status into the fact; one it does not
// know leaves the fact open and is said.
func (s *sheetReading) rosterStatus(row, number int, raw string) {
	fact, ok := s.frame.Schema.Index(factActivityStatus)
	if !ok || tidy(raw) == "" || s.head.column(fact) >= 0 {
		return
	}
	code, known := rosterCode(fold(raw))
	def := &s.frame.Schema.Facts[fact]
	i, has := def.CodeIndex(code)
	if !known || !has {
		s.add(problemStatusUnknown(s.cellOrigin(s.status, number), tidy(raw)))
		return
	}
	from := evaluate.Place{Source: s.source, Row: int32(number)}
	s.frame.SetFrom(row, fact, evaluate.ChoiceValue(i), from)
	s.digest.cell(def.ID, code)
}
