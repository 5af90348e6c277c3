package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// leavingOf is the way to leave that a text names, alone or with the day or month since
// when; false for none.
func leavingOf(text string) (leaving, bool) {
	if word, dated := cutSince(text); dated {
		text = word
	}
	for _, l := range leavings() {
		if isOneOf(text, append([]string{l.state, l.label()}, l.words...)) {
			return l, true
		}
	}
	return leaving{}, false
}

// tellsOfLeaving is the way to leave of which a remark speaks: it is that and nothing
// else, or has two or more of its words one after another. One word alone (“mất”) may be
// about anything.
func tellsOfLeaving(text string) (leaving, bool) {
	if l, left := leavingOf(text); left {
		return l, true
	}
	for _, l := range leavings() {
		if mentions(text, append([]string{l.state}, l.words...)) {
			return l, true
		}
	}
	return leaving{}, false
}

// cutSince cuts a day, month or year of the calendar from the end of a text; false where
// there is none.
func cutSince(text string) (word string, dated bool) {
	f := strings.Fields(strings.NewReplacer("(", " ", ")", " ", ",", " ").Replace(tidy(text)))
	for i := 1; i < len(f); i++ {
		if isSince(f[i:]) {
			return strings.Join(f[:i], " "), true
		}
	}
	return text, false
}

// isSince tells whether words are a time since when, and nothing else.
func isSince(words []string) bool {
	for len(words) > 1 && slices.Contains(sinceWords(), strings.ToLower(words[0])) {
		words = words[1:]
	}
	when := strings.ToLower(strings.Join(words, " "))
	if _, ok := digits([]byte(when)); ok {
		return false // a count of something, or a serial number
	}
	if _, _, verdict := parseDay(when, false); verdict == aDay {
		return true
	}
	for _, month := range []string{"01/" + strings.TrimPrefix(when, "tháng "), "01/01/" + strings.TrimPrefix(when, "năm ")} {
		month = strings.ReplaceAll(month, " năm ", "/")
		if _, _, verdict := parseDay(month, false); verdict == aDay {
			return true
		}
	}
	return false
}

// rowOwner is what a row that lacks cells says of the person it may be about, where the
// sheet can say that somebody left.
type rowOwner struct {
	identified bool   // a number or a birth date stands beside the name
	gone       string // the label of how he left, by a remark or behind his name; "" where none says so
	rest       bool   // the name may be the rest of that in the row above
}

// noteOwner looks at the row being read, of which something is missing.
func (s *sheetReading) noteOwner(row, number int, cells []string) {
	if s.leaving < 0 || s.status >= 0 {
		return
	}
	var o rowOwner
	for i := range s.columns {
		c := &s.columns[i]
		switch def := c.def; {
		case def.Role == evaluate.RoleRemark, def.Role == evaluate.RoleName:
			said := cellAt(cells, c.column)
			if def.Role == evaluate.RoleName {
				said = behindName(tidy(said))
			}
			if l, left := tellsOfLeaving(said); left {
				o.gone = l.label()
			}
		case def.Identity && def.Role != evaluate.RoleName && def.Role != evaluate.RoleBranchCode:
			o.identified = o.identified || !s.frame.Value(row, c.fact).IsBlank()
		}
	}
	o.rest = !o.identified && s.continuesName(row, number)
	if s.owners == nil {
		s.owners = map[int32]rowOwner{}
	}
	s.owners[int32(number)] = o
}

// continuesName tells whether the name of the row being read may be the rest of that in the row
// above, broken as tables from Word break it: few words in each, and no family name here.
func (s *sheetReading) continuesName(row, number int) bool {
	name := nameFact(s.head.schema)
	if name < 0 || row == 0 || s.frame.Place(row-1).Row != int32(number-1) || s.lacking[int32(number-1)] > 0 {
		return false
	}
	above, here := strings.Fields(s.frame.Text(row-1, name)), strings.Fields(s.frame.Text(row, name))
	return len(here) > 0 && len(here) < 3 && len(above) > 0 && len(above) < 4 && len(above)+len(here) < longName && isCapitalized(here) &&
		(len(here) == 1 || !isOneOf(here[0], familyNames()))
}

// isStateUnclear tells whether nobody can say what a branch writes of a member's state:
// he may have left, and then his row owes nothing else. A number, such as a day pasted one
// column off, is no word for it.
func (s *sheetReading) isStateUnclear(cells []string) bool {
	if s.status >= 0 || s.leaving < 0 || tidy(cellAt(cells, s.leaving)) == "" || numberLike([]byte(cells[s.leaving])) {
		return false
	}
	i := slices.IndexFunc(s.columns, func(c readColumn) bool { return c.column == s.leaving })
	return i >= 0 && s.columns[i].cell.read(cells[s.leaving]).problem != nil
}

// owes notes a required cell of the row being read that is empty.
func (s *sheetReading) owes(c *readColumn, row, number int) {
	switch {
	case !c.required || !s.ownRow(c.def, row) || s.isJoinedAway(c.column, number):
	case c.fact == s.code && s.placed.name != "":
	case s.unclear && c.def.Role != evaluate.RoleName:
	case c.def.Excusable():
		s.owing = append(s.owing, c)
	default:
		s.lacks(c, number)
	}
}
