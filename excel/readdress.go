package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// reportDress tells of a sheet of a stamped template that was renamed, or whose
// hidden row of stamps is gone.
func (s *sheetReading) reportDress() {
	in := s.in.Stamp
	if in.Version == 0 || s.spec.People || !slices.Contains([]BookKind{BranchBook, BaseBook, OfficeBook}, in.Kind) {
		return
	}
	if name := kindSheet(s.head.schema.Kind); name != tidy(s.where.Sheet) {
		s.add(noteOtherSheetName(s.where, name))
	}
	if !s.head.stamped {
		s.add(noteNoStampRow(s.where))
	}
}

// fewestSwapped is how many rows must agree before columns count as swapped.
const fewestSwapped = 3

// reportSwapped asks about identity and card numbers that stand in each other's
// column. Personal numbers of twelve digits bear the last two digits of the year
// of birth in the fifth and sixth place; it is asked only where all rows that can
// tell say the same, and nothing is changed.
func (s *sheetReading) reportSwapped() {
	schema := s.head.schema
	identity, card, birth := schema.ByRole(evaluate.RoleIdentity), schema.ByRole(evaluate.RoleCard), schema.ByRole(evaluate.RoleBirth)
	if identity < 0 || card < 0 || birth < 0 || s.head.column(identity) < 0 {
		return
	}
	swapped := 0
	for row := range s.frame.Len() {
		a, b, born := s.frame.Text(row, identity), s.frame.Text(row, card), s.frame.Value(row, birth)
		if len(a) != identityLength || len(b) != identityLength || !allDigits(b) || born.IsBlank() {
			continue
		}
		year := itoa(born.Date().Year)
		if a[4:6] == year[2:] || b[4:6] != year[2:] {
			return
		}
		swapped++
	}
	if swapped >= fewestSwapped {
		s.add(problemSwapped(s.cellOrigin(s.head.column(identity), s.head.row), schema.Facts[identity].Heading, schema.Facts[card].Heading, swapped))
	}
}

// isSwapped tells whether a row's card number has the length of an identity number
// and its identity number that of an old card.
func (s *sheetReading) isSwapped(cells []string) bool {
	number := func(role evaluate.Role) string {
		for i := range s.columns {
			if c := &s.columns[i]; c.def.Role == role && c.column < len(cells) {
				return tidy(cells[c.column])
			}
		}
		return ""
	}
	identity, card := number(evaluate.RoleIdentity), number(evaluate.RoleCard)
	return len(identity) == oldCardLength && allDigits(identity) && len(card) == identityLength && allDigits(card)
}

// heading is that of the column of a role, as the template has it.
func (s *sheetReading) heading(role evaluate.Role) string {
	return s.head.schema.Facts[s.head.schema.ByRole(role)].Heading
}
