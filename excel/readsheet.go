package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// sheetReading is the reading of one data sheet.
type sheetReading struct {
	*reader
	dataSheet
	frame   *evaluate.Frame
	source  int32
	columns []readColumn // in fact order
	status  int          // roster: column of the activity status, -1 for none
	states  map[string]rosterState
	code    int // fact position of the branch code
	lookUp  int // result list: column of the ids, -1 for none
	idle    []idleColumn
	missing map[gridCell]bool
	last    int  // last row with facts
	ended   bool // the row that ends a template's table has passed

	blank, loose, gap, left int
	gapAt                   gridCell // first of the rows without facts since the last row of facts
	blankAt, looseAt        gridCell
	leftAt                  gridCell

	asides
}

// readColumn is one column whose facts are taken.
type readColumn struct {
	column   int // 0-based
	fact     int
	def      *evaluate.FactDef
	cell     *cellReader
	required bool
	counts   [toleranceKinds]int
	firsts   [toleranceKinds]gridCell

	formulas  int
	formulaAt gridCell
}

func (r *reader) readSheet(d dataSheet) {
	s := &sheetReading{reader: r, dataSheet: d, status: -1, lookUp: -1}
	if r.in.Stamp.Kind == ResultBook {
		s.lookUp = d.head.lookUpColumn()
	}
	kind := d.head.schema.Kind
	allowed, expected := r.spec.Facts[r.in.Stamp.Kind][kind]
	if !expected && !isListKind(kind) {
		if r.in.Stamp.Kind != ResultBook && !r.spec.People {
			r.add(problemSkippedSheet(d.where))
		}
		return
	}
	s.frame = r.in.Frames[kind]
	if s.frame == nil {
		s.frame = evaluate.NewFrame(d.head.schema)
		r.in.Frames[kind] = s.frame
	}
	s.code = d.head.schema.ByRole(evaluate.RoleBranchCode)
	s.takeColumns(allowed)
	s.missing = cellSet(d.sheet.scan.uncached)
	s.asides = newAsides(d.sheet.scan)
	s.walk()
	s.afterRows()
}

func cellSet(cells []gridCell) map[gridCell]bool {
	set := make(map[gridCell]bool, len(cells))
	for _, c := range cells {
		set[c] = true
	}
	return set
}

// walk reads the rows below the headings.
func (s *sheetReading) walk() {
	previous := s.head.first - 1
	for {
		number, cells, ok := s.rows.Next()
		if !ok {
			break
		}
		if number < s.head.first {
			continue
		}
		s.pass(previous+1, number-previous-1)
		previous = number
		switch {
		case s.isEnd(cells) && !s.hasFacts(number, cells):
			s.ended = true
			s.pass(number, 1)
		case s.isSigning(cells):
			s.pass(number, 1)
		case s.isSubtotal(cells):
			if s.subtotals++; s.subtotals == 1 {
				s.subtotalsAt = gridCell{1, int32(number)}
			}
		case s.isSignature(number, cells), s.ended && s.standsAlone(cells):
			s.passLoose(number)
		case s.hasFacts(number, cells):
			if s.gap > 0 && s.blank == 0 {
				s.blankAt = s.gapAt
			}
			s.blank, s.gap = s.blank+s.gap, 0
			s.last = number
			s.saw(number)
			s.row(number, cells)
		case s.isLoose(cells):
			s.passLoose(number)
		default:
			s.pass(number, 1)
		}
		s.watchIdle(number, cells)
	}
	if err := s.rows.Err(); err != nil {
		s.add(readFailure(err, s.where))
	}
}

// pass counts rows without facts, from the given one on; they are told once a
// row with facts follows.
func (s *sheetReading) pass(first, n int) {
	if s.gap == 0 && n > 0 {
		s.gapAt = gridCell{1, int32(first)}
	}
	s.gap += n
}

// isEnd tells whether the row is the hidden one that ends a template's table.
// Rows below it still count, unless a single name stands in them.
func (s *sheetReading) isEnd(cells []string) bool {
	return len(cells) > 0 && cells[0] == stampMark+endStamp
}

// isSigning tells whether a row holds words printed for the signatures alone.
func (s *sheetReading) isSigning(cells []string) bool {
	signing := false
	for _, c := range cells {
		if !hasContent(c) {
			continue
		}
		if !isSigningWord(tidy(c)) {
			return false
		}
		signing = true
	}
	return signing
}

// standsAlone tells whether one fact at most has a cell filled in: the name of
// somebody who signed, in whatever column that comes to stand.
func (s *sheetReading) standsAlone(cells []string) bool {
	n := 0
	for i := range s.columns {
		if c := s.columns[i].column; c < len(cells) && hasContent(cells[c]) {
			n++
		}
	}
	return n == 1
}

// watchIdle notices which unread columns hold anything, and what stands in those
// of an earlier layout.
func (s *sheetReading) watchIdle(number int, cells []string) {
	for i := range s.idle {
		c := &s.idle[i]
		if c.gone && s.isEarlier() && c.column < len(cells) && hasContent(cells[c.column]) {
			s.in.Unmoved = append(s.in.Unmoved, Unmoved{Sheet: s.where.Sheet, Cell: cellName(c.column+1, number),
				Heading: s.head.heading(c.column), Name: s.nameOn(cells), Value: strings.Clone(cells[c.column])})
		}
		if !c.filled && c.column < len(cells) && hasContent(cells[c.column]) {
			c.filled = true
		}
	}
}

// nameOn is the name that a row is about, "" where it has none.
func (s *sheetReading) nameOn(cells []string) string {
	for i := range s.columns {
		if c := &s.columns[i]; c.def.Role == evaluate.RoleName && c.column < len(cells) {
			return tidy(cells[c.column])
		}
	}
	return ""
}

// hasFacts tells whether a row says anything about anybody.
func (s *sheetReading) hasFacts(number int, cells []string) bool {
	for i := range s.columns {
		c := s.columns[i].column
		if c < len(cells) && hasContent(cells[c]) {
			return true
		}
		if len(s.missing) > 0 && s.missing[gridCell{int32(c + 1), int32(number)}] {
			return true
		}
	}
	return false
}

// hasContent tells whether a raw text is more than spaces of any kind.
func hasContent(raw string) bool {
	return raw != "" && (raw[0] > ' ' && raw[0] < 0x7f || tidy(raw) != "")
}

// isLoose tells whether a row without facts carries words, such as a signature
// below the table. Running numbers and counters of spare rows are no words.
func (s *sheetReading) isLoose(cells []string) bool {
	for _, c := range cells {
		if c == "" {
			continue
		}
		if _, _, ok := parseTyped(tidy(c), ""); !ok && tidy(c) != "" {
			return true
		}
	}
	return false
}

func (s *sheetReading) cellOrigin(column, row int) evaluate.Origin {
	return evaluate.Origin{File: s.where.File, Sheet: s.where.Sheet, Cell: cellName(column+1, row)}
}

// row takes one subject.
func (s *sheetReading) row(number int, cells []string) {
	if s.status >= 0 && s.status < len(cells) && s.hasLeft(number, cells[s.status]) {
		s.leave(cells)
		return
	}
	row := s.frame.Append(evaluate.Place{Source: s.source, Row: int32(number)})
	s.digest.row(s.frame.Schema.Kind)
	if s.lookUp >= 0 {
		s.nameSubject(row, cells)
	}
	for i := range s.columns {
		c := &s.columns[i]
		raw := ""
		if c.column < len(cells) {
			raw = cells[c.column]
		}
		s.cell(c, row, number, raw)
	}
	if s.status >= 0 && s.status < len(cells) {
		s.rosterStatus(row, number, cells[s.status])
	}
	s.branchCode(row, number)
}

func (s *sheetReading) cell(c *readColumn, row, number int, raw string) {
	if len(s.missing) > 0 && s.missing[gridCell{int32(c.column + 1), int32(number)}] {
		s.add(problemNoStoredValue(s.cellOrigin(c.column, number)))
		return
	}
	if at := (gridCell{int32(c.column + 1), int32(number)}); len(s.asides.formulas) > 0 && s.asides.formulas[at] {
		if c.formulas++; c.formulas == 1 {
			c.formulaAt = at
		}
	}
	var got cellResult
	if raw != "" {
		got = s.meant(c, gridCell{int32(c.column + 1), int32(number)}, raw)
	}
	switch {
	case got.problem != nil:
		s.add(got.problem(s.cellOrigin(c.column, number)))
		s.digest.cell(c.def.ID, got.data)
		return
	case got.data == "":
		if c.required && s.ownRow(c.def, row) {
			s.add(problemRequired(s.cellOrigin(c.column, number), c.def.Heading))
		}
		return
	case got.text != "":
		s.frame.SetText(row, c.fact, got.text)
	default:
		s.frame.Set(row, c.fact, got.value)
	}
	s.digest.cell(c.def.ID, got.data)
	if got.how != asExpected {
		if c.counts[got.how]++; c.counts[got.how] == 1 {
			c.firsts[got.how] = gridCell{int32(c.column + 1), int32(number)}
		}
	}
}

// ownRow tells whether the workbook's own reporter owes the fact on this row. A
// base committee lists its branches beside itself and owes only its own review;
// the office lists what base committees answer for beside its own, and what is
// missing of its own is missed when it is graded.
func (s *sheetReading) ownRow(def *evaluate.FactDef, row int) bool {
	kind := s.in.Stamp.Kind
	if kind == OfficeBook && def.Supplier == evaluate.SupplyBase {
		return false
	}
	if def.Identity || def.Supplier != evaluate.SupplyBranch || kind != BaseBook && kind != OfficeBook {
		return true
	}
	return s.code >= 0 && s.frame.Text(row, s.code) == s.in.Stamp.Org
}

// branchCode sees that every row says where it belongs: in a branch's own
// workbook the stamp says it, and a row must not say otherwise.
func (s *sheetReading) branchCode(row, number int) {
	if s.code < 0 {
		return
	}
	own, kind := s.in.Stamp.Org, s.frame.Schema.Kind
	if kind != evaluate.Member && kind != evaluate.Organization {
		return // a unit has a code of its own; a leader may be a member elsewhere
	}
	if s.in.Stamp.Kind != BranchBook || own == "" || s.in.Stamp.Version == 0 {
		return
	}
	switch got := s.frame.Text(row, s.code); got {
	case own:
	case "":
		s.frame.SetText(row, s.code, own)
	default:
		at := s.frame.Origin(row, s.code)
		s.add(problemOtherOrganization(at, got, own))
	}
}

// afterRows reports what can only be said at the end: notes by column, merged
// cells among the data, formulas that look elsewhere.
func (s *sheetReading) afterRows() {
	s.reportIdle()
	for i := range s.columns {
		c := &s.columns[i]
		for how, n := range c.counts {
			if n == 0 {
				continue
			}
			at := s.cellOrigin(int(c.firsts[how].col)-1, int(c.firsts[how].row))
			s.add(toleranceNote(tolerance(how), at, c.def.Heading, n))
		}
	}
	inData := func(g gridCell) bool {
		return int(g.row) >= s.head.first && int(g.row) <= s.last &&
			slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.column+1 == int(g.col) })
	}
	s.reportAsides()
	for _, g := range s.sheet.scan.external {
		if inData(g) {
			s.add(problemForeignFormula(s.cellOrigin(int(g.col)-1, int(g.row))))
		}
	}
	place := func(g gridCell) evaluate.Origin { return s.cellOrigin(int(g.col)-1, int(g.row)) }
	if s.blank > 0 {
		s.add(noteBlankRows(place(s.blankAt), s.blank))
	}
	if s.loose > 0 {
		s.add(noteLooseRows(place(s.looseAt), s.loose))
	}
	if s.left > 0 {
		s.add(noteLeftRoster(place(s.leftAt), s.left))
	}
}
