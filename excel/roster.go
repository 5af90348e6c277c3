package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// The member export of the national database, version 4.0: headings over two
// rows, columns found by heading because older exports lack some of them.

// factActivityStatus is the fact that the roster's status column speaks of.
const factActivityStatus evaluate.FactID = "activity_status"

// markLeft stands in the digest for the state of who has left.
const markLeft = "left"

// isRoster recognises the export: it names the organization of each member and
// has columns that nobody else asks for.
func isRoster(h *header) bool {
	if h.schema.Kind != evaluate.Member || !h.has(evaluate.RoleName) || !h.has(evaluate.RoleBranchCode) || statusColumn(h) < 0 {
		return false
	}
	signs := 0
	for _, c := range h.headings {
		if isOneOf(c, rosterSigns()) {
			signs++
		}
	}
	return signs >= 2
}

// statusColumn is the 0-based column of the activity status, -1 when missing.
func statusColumn(h *header) int {
	return slices.IndexFunc(h.headings, func(s string) bool { return isOneOf(s, []string{rosterStatus}) })
}

// statusOf is the column that says whether somebody is still a member: of the
// roster, and of a list somebody keeps, under whatever heading such lists have;
// -1 for none. In our own workbooks it is a column like any other.
func (s *sheetReading) statusOf(h *header) int {
	switch {
	case s.in.Stamp.Kind == RosterBook:
		return statusColumn(h)
	case !s.isPlainList() || h.schema.Kind != evaluate.Member:
		return -1
	}
	if fact, ok := h.schema.Index(factActivityStatus); ok && h.column(fact) >= 0 {
		return h.column(fact)
	}
	return slices.IndexFunc(h.headings, func(s string) bool { return isOneOf(s, listStatus()) })
}

// isPlainList tells whether the workbook is asked who there is and is none of ours
// and no roster.
func (s *sheetReading) isPlainList() bool {
	return s.spec.People && s.in.Stamp.Version == 0 && s.in.Stamp.Kind != RosterBook
}

// rosterState is what a status text means: the person is no longer reviewed, or
// a choice of the fact; neither when it is not known.
type rosterState struct {
	left   *leaving // nil of whoever is still a member
	choice int      // -1 for none
}

// state translates a status text, each once.
func (s *sheetReading) state(raw string) rosterState {
	if got, ok := s.states[raw]; ok {
		return got
	}
	got := rosterState{choice: -1}
	if l, left := leavingOf(raw); left {
		got.left = &l
	}
	if fact, ok := s.frame.Schema.Index(factActivityStatus); ok {
		got.choice = slices.IndexFunc(s.frame.Schema.Facts[fact].Choices, func(c evaluate.Choice) bool {
			return isOneOf(raw, append(append(rosterCodes()[c.Code], c.Label), c.Aliases...))
		})
	}
	if s.states == nil {
		s.states = map[string]rosterState{}
	}
	if len(s.states) < cacheSize {
		s.states[raw] = got
	}
	return got
}

// leavingColumn is the column that may say of a person that he has left: the status
// of a roster or a list, and in a report of a branch the activity status; -1 for none.
func (s *sheetReading) leavingColumn() int {
	if s.status >= 0 || s.in.Stamp.Kind != BranchBook {
		return s.status
	}
	i := slices.IndexFunc(s.columns, func(c readColumn) bool { return c.def.ID == factActivityStatus && !c.strange })
	if i < 0 || s.head.schema.Kind != evaluate.Member {
		return -1
	}
	s.columns[i].cell.besides = leavingLabels()
	return s.columns[i].column
}

// hasLeft is the way in which the row's person left, who is then no longer to be
// reviewed; nil for none.
func (s *sheetReading) hasLeft(cells []string) *leaving {
	if s.leaving < 0 || s.leaving >= len(cells) || cells[s.leaving] == "" {
		return nil
	}
	return s.state(cells[s.leaving]).left
}

// rosterStatus translates the database's status into the fact; one it does not
// know leaves the fact open and is said, a dash does as a blank.
func (s *sheetReading) rosterStatus(row, number int, raw string) {
	fact, ok := s.frame.Schema.Index(factActivityStatus)
	if !ok || tidy(raw) == "" || s.head.column(fact) >= 0 && s.head.column(fact) != s.status {
		return
	}
	if isDash(raw) {
		if !slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.column == s.status }) { // told there otherwise
			s.noState.add(gridCell{int32(s.status + 1), int32(number)})
		}
		return
	}
	i := s.state(raw).choice
	if i < 0 {
		if s.unknownStates == nil {
			s.unknownStates = map[string]*cellRuns{}
		}
		if s.unknownStates[tidy(raw)] == nil {
			s.unknownStates[tidy(raw)] = &cellRuns{}
		}
		s.unknownStates[tidy(raw)].add(gridCell{int32(s.status + 1), int32(number)})
		return
	}
	def := &s.frame.Schema.Facts[fact]
	s.noteState(number, raw, &def.Choices[i])
	s.frame.SetFrom(row, fact, evaluate.ChoiceValue(i), evaluate.Place{Source: s.source, Row: int32(number)})
	s.digest.cell(def.ID, def.Choices[i].Code)
}

// leave keeps who somebody no longer to be reviewed is, and why, with the places of
// both: a report may still speak of him.
func (s *sheetReading) leave(number int, cells []string, as *leaving) {
	s.left.add(gridCell{int32(s.leaving + 1), int32(number)})
	if s.in.Left == nil {
		s.in.Left = evaluate.NewFrame(s.head.schema)
	}
	if s.leftSource < 0 {
		s.leftSource = s.in.Left.AddSource(s.leftSheet())
	}
	row := s.in.Left.Append(evaluate.Place{Source: s.leftSource, Row: int32(number)})
	state := as.state
	if s.status >= 0 {
		state = tidy(cells[s.status]) // a roster has words of its own
	} else if _, dated := cutSince(cells[s.leaving]); dated {
		s.leftSince.add(gridCell{int32(s.leaving + 1), int32(number)})
	}
	s.in.LeftAs = append(s.in.LeftAs, state)
	s.digest.row(s.head.schema.Kind)
	s.digest.cell(markLeft, state)
	for i := range s.columns {
		c := &s.columns[i]
		fact, cell, raw := c.fact, c.cell, cellAt(cells, c.column)
		if c.def.Role == evaluate.RoleBirth || c.def.Role == evaluate.RoleBirthYear {
			fact, cell, raw = s.leftBirth(c, cells)
		}
		if c.def.Role == evaluate.RoleRemark {
			continue
		}
		if !c.def.Identity || raw == "" {
			s.leavesUnsaid(c, number, raw)
			continue
		}
		switch got := cell.read(raw); {
		case got.problem != nil || got.data == "":
			s.leavesUnread(c, number, got)
			continue
		case got.text != "":
			s.in.Left.SetText(row, fact, got.text)
		default:
			s.in.Left.Set(row, fact, got.value)
		}
		s.digest.cell(cell.def.ID, s.in.Left.Data(fact, s.in.Left.Value(row, fact)))
	}
	s.leaveRemark(row, number, cells, as)
	if s.status < 0 {
		s.branchCode(s.in.Left, row, number)
	}
	s.place(s.in.Left, row, number)
}

// leavesUnsaid looks at what else the row of somebody who left says: a branch says
// who he was, and what it adds about his year is not used. A list must say of which
// branch he was.
func (s *sheetReading) leavesUnsaid(c *readColumn, number int, raw string) {
	at := gridCell{int32(c.column + 1), int32(number)}
	switch {
	case c.fact == s.code && s.isPlainList() && s.placed.name == "":
		s.lacks(c, number)
	case s.status >= 0:
	case c.def.Role == evaluate.RoleName:
		c.blank.add(at)
	case !c.def.Identity && !c.def.Lasting && hasContent(raw) && !isDash(raw):
		s.leftSaid.add(at) // not used, and so no part of what the report says
	}
}

// leavesUnread tells what of who he was a branch wrote wrongly: nobody could be
// found by it.
func (s *sheetReading) leavesUnread(c *readColumn, number int, got cellResult) {
	if s.status < 0 && got.problem != nil {
		s.add(got.problem(s.cellOrigin(c.column, number)))
	}
}

// leftSheet tells where the sheet says who somebody who left is, and in what state.
func (s *sheetReading) leftSheet() evaluate.SourceSheet {
	schema := s.head.schema
	sheet := evaluate.SourceSheet{File: s.where.File, Sheet: s.where.Sheet, Columns: make([]int32, len(schema.Facts))}
	for _, c := range s.columns {
		if c.def.Identity {
			sheet.Columns[c.fact] = int32(c.column + 1)
		}
	}
	if column := s.remarkedIn(); column >= 0 {
		sheet.Columns[schema.ByRole(evaluate.RoleRemark)] = int32(column + 1)
	}
	if fact, ok := schema.Index(factActivityStatus); ok {
		sheet.Columns[fact] = int32(s.leaving + 1)
	}
	return sheet
}
