package excel

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// row takes one subject.
func (s *sheetReading) row(number int, cells []string) {
	if as := s.hasLeft(cells); as != nil {
		s.leave(number, cells, as)
		return
	}
	alone := s.namedAlone(number, cells)
	row := s.frame.Append(evaluate.Place{Source: s.source, Row: int32(number)})
	s.digest.row(s.frame.Schema.Kind)
	if s.lookUp >= 0 {
		s.nameSubject(row, cells)
	}
	s.swapped, s.unclear, s.line = s.isSwapped(cells), s.isStateUnclear(cells), cells
	for i := range s.columns {
		c := &s.columns[i]
		if c.def.Role == evaluate.RoleBirth || c.def.Role == evaluate.RoleBirthYear {
			s.birth(c, row, number, cells)
			continue
		}
		s.cell(c, row, number, cellAt(cells, c.column))
	}
	if s.status >= 0 && s.status < len(cells) {
		s.rosterStatus(row, number, cells[s.status])
	}
	s.branchCode(s.frame, row, number)
	s.place(s.frame, row, number)
	s.checkBirth(row)
	if len(s.owing) > 0 && !s.isExcused(row) {
		for _, c := range s.owing {
			s.lacks(c, number)
		}
	}
	s.owing = s.owing[:0]
	if s.lacking[int32(number)] > 0 {
		s.noteOwner(row, number, cells)
		s.noteMute(row, number)
	}
	s.watchNamed(row, number)
	s.watchUnlike(row)
	if !alone || s.lacking[int32(number)] == 0 { // what the row lacks asks already whether it is anybody's
		for _, d := range s.doubts {
			d.column.doubted(d.doubt, gridCell{int32(d.column.column + 1), int32(number)})
		}
	}
	s.doubts = s.doubts[:0]
	s.watchRemark(row, number, cells)
	s.watchMargin(row, number, cells)
}

// cellAt is what a row has in a 0-based column.
func cellAt(cells []string, column int) string {
	if column < len(cells) {
		return cells[column]
	}
	return ""
}

// isExcused tells whether a row has a value that excuses its subject.
func (s *sheetReading) isExcused(row int) bool {
	return slices.ContainsFunc(s.spec.Excused[s.frame.Schema.Kind], func(e evaluate.Excuse) bool {
		v := s.frame.Value(row, e.Fact)
		return !v.IsBlank() && v.Choice() == e.Choice
	})
}

// cell takes one cell. Below a heading that contradicts the stamp nothing is
// taken and nothing told: the heading is the fault, and what stands there would
// be held against a fact it does not belong to.
func (s *sheetReading) cell(c *readColumn, row, number int, raw string) {
	if c.strange {
		if text := tidy(raw); text != "" {
			s.digest.cell(c.def.ID, "?"+text)
			s.keepUnread(c, row, number, raw)
		}
		return
	}
	at := gridCell{int32(c.column + 1), int32(number)}
	if s.missing.has(at) {
		c.unstored.add(at)
		if c.def.Prose {
			s.owes(c, row, number)
		}
		return
	}
	var got cellResult
	if raw != "" {
		got = s.meant(c, at, raw)
	}
	if got.problem == nil && s.asides.formulas.has(at) {
		c.formulas.add(at) // what it came to was used
	}
	monthFirst := c.def.Type == evaluate.DateFact && raw != "" && c.order.see(raw, s.isText(raw, at), &got, at)
	if got.problem != nil {
		s.keepUnread(c, row, number, raw)
	}
	switch {
	case got.problem != nil && s.swapped && c.def.Role == evaluate.RoleIdentity:
		s.add(problemCrossed(s.cellOrigin(c.column, number), c.def.Heading, s.heading(evaluate.RoleCard), len(tidy(raw))))
		s.digest.cell(c.def.ID, got.data)
		return
	case monthFirst:
		s.digest.cell(c.def.ID, got.data)
		return
	case got.problem != nil:
		p := got.problem(s.cellOrigin(c.column, number))
		p.Hint = cmp.Or(s.pastedBeside(c, raw), s.saysState(c, raw)) + p.Hint
		s.add(p)
		s.digest.cell(c.def.ID, got.data)
		return
	case got.data == "":
		if got.how == noNumber || got.how == dashAlone {
			c.met[got.how].add(at)
		}
		s.owes(c, row, number)
		return
	case got.text != "":
		s.frame.SetText(row, c.fact, got.text)
	default:
		s.frame.Set(row, c.fact, got.value)
	}
	s.digest.cell(c.def.ID, s.meantBy(c, got.data))
	if got.doubt != nil {
		s.doubts = append(s.doubts, rowDoubt{c, got.doubt})
	}
	if c.def.Role == evaluate.RoleName && s.struck.has(at) {
		s.crossed.add(at)
	}
	if got.how != asExpected {
		c.met[got.how].add(at)
		c.understood(got.how, at, raw, got.value)
	}
}

// meantBy is what a cell says whichever way it is written: the name of the workbook's
// own organization is its code, and a report sent again with it is the same.
func (s *sheetReading) meantBy(c *readColumn, data string) string {
	if c.fact == s.code && s.codesOwnRows() && s.isOwnName(data) {
		return s.in.Stamp.Org
	}
	return data
}

// doubted notes a cell that a question is asked about.
func (c *readColumn) doubted(d *doubt, at gridCell) {
	if c.doubts[d.kind] == nil {
		if c.doubts == nil {
			c.doubts = map[int]*doubtful{}
		}
		c.doubts[d.kind] = &doubtful{doubt: d}
	}
	c.doubts[d.kind].cells.add(at)
}

// keepUnread keeps what could not be read: a copy moved to the present layout has no place
// for it and must not lose it. Once faults are no longer told one by one there is no such
// copy but of an earlier layout.
func (s *sheetReading) keepUnread(c *readColumn, row, number int, raw string) {
	if !s.isEarlier() && s.dropped > 0 {
		return
	}
	name := ""
	if i := s.frame.Schema.ByRole(evaluate.RoleName); i >= 0 {
		name = s.frame.Text(row, i)
	}
	s.in.Unmoved = append(s.in.Unmoved, Unmoved{Sheet: s.where.Sheet, Cell: cellName(c.column+1, number), Heading: c.def.FullHeading(), Name: name, Value: strings.Clone(raw)})
}

// ownRow tells whether the workbook's own reporter owes the fact on this row. A
// base committee lists its branches, and their units and collectives, beside its own
// and owes only what is said of its own; of those of a section committee, which has such
// a workbook itself, it owes nothing;
// the office lists what base committees answer for beside its own, and what is
// missing of its own is missed when it is graded.
func (s *sheetReading) ownRow(def *evaluate.FactDef, row int) bool {
	kind := s.in.Stamp.Kind
	if kind == OfficeBook && def.Supplier == evaluate.SupplyBase {
		return false
	}
	if def.Identity || kind != BaseBook && kind != OfficeBook {
		return true
	}
	if s.code < 0 {
		return def.Supplier != evaluate.SupplyBranch
	}
	code, committee := s.frame.Text(row, s.code), false
	if k := s.frame.Schema.Kind; kind == BaseBook && s.spec.Owner != nil && (k == evaluate.Unit || k == evaluate.Collective) {
		code, committee = s.spec.Owner(k, code)
	}
	return code == s.in.Stamp.Org || def.Supplier != evaluate.SupplyBranch && !committee
}

// branchCode sees that every row says where it belongs: in a branch's own
// workbook the stamp says it, and a row must not say otherwise.
func (s *sheetReading) branchCode(f *evaluate.Frame, row, number int) {
	if s.code < 0 {
		return
	}
	own := s.in.Stamp.Org
	if !s.codesOwnRows() {
		return
	}
	switch got := f.Text(row, s.code); {
	case got == own:
	case got == "":
		f.SetText(row, s.code, own)
	case strings.EqualFold(got, own), s.isOwnName(got):
		f.SetText(row, s.code, own)
		s.ownNames.add(gridCell{int32(s.head.column(s.code) + 1), int32(number)})
	default:
		if s.strangers == nil {
			s.strangers = map[string]*cellRuns{}
		}
		if s.strangers[got] == nil {
			s.strangers[got] = &cellRuns{}
		}
		s.strangers[got].add(gridCell{int32(s.head.column(s.code) + 1), int32(number)})
	}
}

// codesOwnRows tells whether the code of every row must be that of the workbook's own
// organization. A unit has a code of its own; a leader may be a member elsewhere.
func (s *sheetReading) codesOwnRows() bool {
	k := s.head.schema.Kind
	return (k == evaluate.Member || k == evaluate.Organization) && s.in.Stamp.Kind == BranchBook && s.in.Stamp.Org != "" && s.in.Stamp.Version != 0
}

// isOwnName tells whether a text is the name of the workbook's own organization.
func (s *sheetReading) isOwnName(text string) bool {
	if s.spec.OrgName == nil {
		return false
	}
	name := s.spec.OrgName(s.in.Stamp.Org)
	return name != "" && fold(text) == fold(name)
}

// reportStrangers tells of rows that say they belong elsewhere, once for each
// place they name: a workbook made for another organization has them all.
func (s *sheetReading) reportStrangers() {
	s.tell(&s.ownNames, func(at evaluate.Origin, n int) evaluate.Problem {
		return noteNameForCode(at, s.head.schema.Facts[s.code].Heading, s.in.Stamp.Org, n)
	})
	for _, code := range slices.Sorted(maps.Keys(s.strangers)) {
		all := s.strangers[code].count == s.frame.Len()+s.left.count
		s.tell(s.strangers[code], func(at evaluate.Origin, n int) evaluate.Problem {
			return problemOtherOrganization(at, s.head.schema.Kind, code, s.in.Stamp.Org, n, all)
		})
	}
}

// reportUnknownStates tells of words for a state that nobody taught us, once for
// each word.
func (s *sheetReading) reportUnknownStates() {
	for _, word := range slices.Sorted(maps.Keys(s.unknownStates)) {
		s.tell(s.unknownStates[word], func(at evaluate.Origin, n int) evaluate.Problem { return problemStatusUnknown(at, word, n) })
	}
}

// findJoined notes the joined cells over columns of facts.
func (s *sheetReading) findJoined() {
	for _, m := range s.sheet.scan.merges {
		for i := range s.columns {
			if c := s.columns[i].column; int32(c+1) >= m.from.col && int32(c+1) <= m.to.col {
				if s.joined == nil {
					s.joined = map[int][]gridArea{}
				}
				s.joined[c] = append(s.joined[c], m)
			}
		}
	}
	for _, areas := range s.joined {
		slices.SortFunc(areas, func(a, b gridArea) int { return cmp.Compare(a.from.row, b.from.row) })
	}
}

// isJoinedAway tells whether a cell is empty only because it is joined to
// another: the joining is told (X117), and is what to mend.
func (s *sheetReading) isJoinedAway(column, row int) bool {
	areas := s.joined[column]
	i, _ := slices.BinarySearchFunc(areas, int32(row)+1, func(a gridArea, row int32) int { return cmp.Compare(a.from.row, row) })
	return i > 0 && areas[i-1].to.row >= int32(row) && areas[i-1].from != gridCell{int32(column + 1), int32(row)}
}
