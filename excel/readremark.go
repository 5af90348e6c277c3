package excel

import (
	"slices"
	"strings"
	"unicode"

	"github.com/xeploai/xeploai/evaluate"
)

// What a sender writes among the remarks no rule reads, and it may be that somebody has
// died. It is told, with a warning where its words are those of a state that his row does
// not have, and is guessed from nowhere.

// remarks are the cells of remarks of a sheet.
type remarks struct {
	column      int // 0-based, -1 for none
	any, states cellRuns
	named       cellRuns // names behind which such words stand
	margin      []int    // columns of running numbers and totals, which are never read
	beside      cellRuns // words there
	besideState cellRuns // those of a state that the row does not have
}

// remarkColumn is the column in which remarks about the rows stand, -1 for none. A list
// of who there is need not be asked for it.
func (s *sheetReading) remarkColumn() int {
	if k := s.in.Stamp.Kind; k == ResultBook || k == RosterBook {
		return -1
	}
	return s.remarkedIn()
}

// remarkedIn is the column headed as that of remarks, -1 for none.
func (s *sheetReading) remarkedIn() int {
	i := s.head.schema.ByRole(evaluate.RoleRemark)
	if i < 0 {
		return -1
	}
	if slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.fact == i && c.strange }) {
		return -1
	}
	return s.head.column(i)
}

// watchRemark notices what is remarked of the subject of a row. One that lacks cells is
// asked about already.
func (s *sheetReading) watchRemark(row, number int, cells []string) {
	r := &s.remarks
	if r.column < 0 {
		return
	}
	text := cellAt(cells, r.column)
	if !hasContent(text) || isDash(text) {
		return
	}
	at, k := gridCell{int32(r.column + 1), int32(number)}, s.head.schema.Kind
	switch {
	case (k == evaluate.Member || holdsPost(k)) && s.lacking[int32(number)] == 0 && s.remarksState(row, text):
		r.states.add(at)
	case !s.spec.People:
		r.any.add(at)
	}
}

// watchMargin notices words among running numbers and totals, where nobody looks for any.
func (s *sheetReading) watchMargin(row, number int, cells []string) {
	for _, c := range s.remarks.margin {
		text, at := tidy(cellAt(cells, c)), gridCell{int32(c + 1), int32(number)}
		switch words := strings.TrimLeft(text, "0123456789. "); {
		case !hasLetters(text), text == labelTextAmong, strings.HasPrefix(text, stampMark), s.asides.formulas.has(at):
		case s.lacking[int32(number)] == 0 && s.remarksState(row, strings.Trim(words, "()- ")):
			s.remarks.besideState.add(at)
		default:
			s.remarks.beside.add(at)
		}
	}
}

// marginColumns are the columns of a report that hold what we count ourselves.
func (s *sheetReading) marginColumns() (out []int) {
	if k := s.in.Stamp.Kind; s.spec.People || k == ResultBook || k == RosterBook {
		return nil
	}
	for c, heading := range s.head.headings {
		if s.head.facts[c] < 0 && heading != "" && isUnread(heading) {
			out = append(out, c)
		}
	}
	return out
}

// watchNamed notices the words of a state behind the name of the row being read, which
// say more than that some of it may be no name.
func (s *sheetReading) watchNamed(row, number int) {
	name := nameFact(s.head.schema)
	if k := s.in.Stamp.Kind; name < 0 || k == ResultBook || k == RosterBook || s.lacking[int32(number)] > 0 {
		return
	}
	if behind := behindName(s.frame.Text(row, name)); behind == "" || !s.remarksState(row, behind) {
		return
	}
	s.remarks.named.add(gridCell{int32(s.unnamed.name + 1), int32(number)})
	s.doubts = slices.DeleteFunc(s.doubts, func(d rowDoubt) bool { return d.column.fact == name })
}

// behindName is what stands behind a name: from a sign that no name holds, or the first word
// that does not begin as the words of names do.
func behindName(s string) string {
	for i, r := range s {
		switch {
		case i == 0:
		case strings.ContainsRune("([,;:/–", r), strings.HasPrefix(s[i:], " -"), strings.HasPrefix(s[i:], "- "), unicode.IsLower(r) && s[i-1] == ' ':
			return s[i:]
		}
	}
	return ""
}

// leaveRemark keeps what is remarked of somebody who left: it stands where he is listed.
func (s *sheetReading) leaveRemark(row, number int, cells []string, as *leaving) {
	column := s.remarkedIn()
	if column < 0 {
		return
	}
	fact := s.head.schema.ByRole(evaluate.RoleRemark)
	def, at := &s.head.schema.Facts[fact], gridCell{int32(column + 1), int32(number)}
	own := slices.IndexFunc(s.columns, func(c readColumn) bool { return c.fact == fact })
	text := cellAt(cells, column)
	switch {
	case s.missing.has(at):
		if own >= 0 {
			s.columns[own].unstored.add(at)
		}
		return
	case !hasContent(text) || isDash(text):
		return
	}
	got := newCellReader(def, s.date1904).prose(s.sheet.scan, at, text)
	switch {
	case got.problem != nil:
		if own >= 0 {
			s.add(got.problem(s.cellOrigin(column, number)))
		}
		return
	case own >= 0 && got.how == dateAsText:
		s.columns[own].met[dateAsText].add(at)
	}
	s.in.Left.SetText(row, fact, got.text)
	s.digest.cell(def.ID, got.text)
	if l, said := tellsOfLeaving(text); !(said && l.state == as.state) && s.remarks.column >= 0 && !s.spec.People {
		s.remarks.any.add(at)
	}
}

// remarksState tells whether a remark has the words of a state that the row does not say.
func (s *sheetReading) remarksState(row int, text string) bool {
	if _, gone := tellsOfLeaving(text); gone {
		return true
	}
	words := remarkStates()
	if fact, ok := s.frame.Schema.Index(factActivityStatus); ok {
		v := s.frame.Value(row, fact)
		for i, c := range s.frame.Schema.Facts[fact].Choices {
			more := words[c.Code]
			delete(words, c.Code)
			if c.Code != stateNormal && mentions(text, slices.Concat(more, rosterCodes()[c.Code], []string{c.Label}, c.Aliases)) {
				return v.IsBlank() || v.Choice() != i
			}
		}
	}
	for _, w := range words {
		if mentions(text, w) {
			return true
		}
	}
	return false
}

// mentions tells whether a text is one of some words, alone or with the day since when,
// or has those of two or more words one after another. One word alone may be about
// anything.
func mentions(text string, words []string) bool {
	if word, dated := cutSince(text); isOneOf(text, words) || dated && isOneOf(word, words) {
		return true
	}
	said := spaced(text)
	return slices.ContainsFunc(words, func(w string) bool {
		w = spaced(w)
		return strings.Count(w, " ") > 2 && strings.Contains(said, w)
	})
}

// spaced is a folded text with one space before, between and behind its words.
func spaced(text string) string {
	sign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return " " + strings.Join(strings.FieldsFunc(fold(text), sign), " ") + " "
}

// reportRemarks tells of the remarks, once a sheet.
func (s *sheetReading) reportRemarks() {
	s.tell(&s.remarks.named, func(at evaluate.Origin, n int) evaluate.Problem {
		as := problemRemarkState
		if s.spec.People {
			as = problemListRemark
		}
		p := as(at, s.head.schema.Facts[nameFact(s.head.schema)].Heading, n)
		p.Hint = hintNameAlone + p.Hint
		return p
	})
	s.tell(&s.remarks.besideState, func(at evaluate.Origin, n int) evaluate.Problem {
		return problemRemarkState(at, s.headingAt(&s.remarks.besideState), n)
	})
	s.tell(&s.remarks.beside, func(at evaluate.Origin, n int) evaluate.Problem {
		return noteMargin(at, s.headingAt(&s.remarks.beside), n)
	})
	if s.remarks.column < 0 {
		return
	}
	heading := s.head.heading(s.remarks.column)
	if s.spec.People {
		s.tell(&s.remarks.states, func(at evaluate.Origin, n int) evaluate.Problem { return problemListRemark(at, heading, n) })
		return
	}
	s.tell(&s.remarks.states, func(at evaluate.Origin, n int) evaluate.Problem { return problemRemarkState(at, heading, n) })
	s.tell(&s.remarks.any, func(at evaluate.Origin, n int) evaluate.Problem {
		if empty := s.unproposed(); empty != nil && s.gradesRemarked(s.head.schema.ByRole(evaluate.RoleRemark)) {
			return problemGradesRemarked(at, heading, empty.def.Heading, n)
		}
		return noteRemarks(at, heading, n)
	})
}

// headingAt is what stands over the first of some cells.
func (s *sheetReading) headingAt(cells *cellRuns) string {
	return s.head.heading(int(cells.first().col) - 1)
}
