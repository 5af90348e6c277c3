package excel

import (
	"maps"
	"slices"

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
	leaving int          // column that may say of somebody that he left, -1 for none
	states  map[string]rosterState
	// leftSource is the sheet among those of who left, -1 before the first of them.
	leftSource int32
	code       int // fact position of the branch code
	lookUp     int // result list: column of the ids, -1 for none
	idle       []idleColumn
	missing    cellMap
	last       int           // last row with facts
	ended      bool          // the row that ends a template's table has passed
	owing      []*readColumn // of the row being read: what is missing unless its subject is excused
	lacking    blanks
	lacked     []*evaluate.FactDef // columns that have to be there
	owners     map[int32]rowOwner  // by row: of those that lack something
	mute       map[int32]bool      // by row: of those, the ones that say nothing, or none of what each must
	doubts     []rowDoubt          // of the row being read
	signs      []int               // columns of the words printed for the signatures

	born               births
	blank, loose, left cellRuns
	leftSaid           cellRuns // cells about the year of those who left
	leftSince          cellRuns // states with the day since when
	noState            cellRuns // dashes of a roster in place of a state
	alone              cellRuns // names below a template's table, with nothing beside
	gap                cellRuns // rows without facts since the last row of facts

	joined        map[int][]gridArea   // by column: areas of joined cells, from the top
	ownNames      cellRuns             // cells with the own organization's name in place of its code
	strangers     map[string]*cellRuns // rows of other organizations, by the code they say
	unknownStates map[string]*cellRuns // words of a roster for a state that are not known

	asides
	unclear   bool     // nobody understands the state that the row being read gives its person
	line      []string // cells of the row being read
	swapped   bool     // identity and card number of the row being read stand in each other's column
	unnamed   unnamed
	wanted    *readColumn           // the column that asks for grades, nil for none
	beside    map[int]*besideGrades // by column: grades that stand elsewhere
	undecided cellRuns              // cells of decisions left blank beside a reason, number or day
	total     totals
	grades    map[string]bool // words for grades, folded; nil before the first question
	asked     []int           // askedFacts, nil before the first question
	placed    listPlaces
	narrowed  narrowing
	remarks   remarks
	said      rosterStates
}

// readColumn is one column whose facts are taken.
type readColumn struct {
	column   int // 0-based
	fact     int
	def      *evaluate.FactDef
	cell     *cellReader
	required bool
	strange  bool // its heading is another fact's: whose the values are, nobody can say
	met      [toleranceKinds]cellRuns
	readings [toleranceKinds][]reading // different ones
	formulas cellRuns
	unstored cellRuns // formulas without a stored value
	order    dayOrder
	blank    cellRuns // empty although required
	doubts   map[int]*doubtful
}

// rowDoubt is a question about a cell of the row being read.
type rowDoubt struct {
	column *readColumn
	doubt  *doubt
}

// doubtful are the cells of a column that are taken as written and that one
// question is asked about.
type doubtful struct {
	*doubt
	cells cellRuns
}

// isHidden tells whether a sheet is not shown in the workbook.
func (r *reader) isHidden(sheet string) bool {
	shown, err := r.book.file.GetSheetVisible(sheet)
	return err == nil && !shown
}

func (r *reader) readSheet(d dataSheet) {
	s := &sheetReading{reader: r, dataSheet: d, status: -1, leaving: -1, leftSource: -1, lookUp: -1}
	if r.in.Stamp.Kind == ResultBook {
		s.lookUp = d.head.lookUpColumn()
	}
	kind := d.head.schema.Kind
	allowed, expected := r.allowed(kind)
	if !expected && !isListKind(kind) {
		switch {
		case r.spec.People:
			r.readCalled(d)
		case r.in.Stamp.Kind != ResultBook:
			r.add(problemSkippedSheet(d.where))
		}
		return
	}
	s.frame = r.in.Frames[kind]
	if s.frame == nil {
		s.frame = evaluate.NewFrame(d.head.schema)
		r.in.Frames[kind] = s.frame
	}
	s.reportDress()
	s.settleHeadings()
	s.code = d.head.schema.ByRole(evaluate.RoleBranchCode)
	s.findPlaces()
	s.findCommittees()
	told, sources := len(r.problems), len(s.frame.Sources)
	s.takeColumns(allowed)
	if len(s.lacked) > 0 && r.hasOwn(d) {
		r.problems, s.frame.Sources = r.problems[:told], s.frame.Sources[:sources]
		r.add(problemSecondList(s.cellOrigin(0, s.head.row), kindSheet(kind), s.lacked))
		return
	}
	s.leaving = s.leavingColumn()
	s.findStates()
	s.remarks.column, s.remarks.margin = s.remarkColumn(), s.marginColumns()
	s.missing = d.sheet.scan.uncached
	s.asides = newAsides(d.sheet.scan)
	s.findJoined()
	s.walk()
	s.afterRows()
	if s.last > 0 && r.isHidden(d.sheet.name) {
		r.add(noteHiddenSheet(d.where))
	}
}

// hasOwn tells whether a sheet stands beside the template's own of its kind, which has its
// stamp yet.
func (r *reader) hasOwn(d dataSheet) bool {
	return !d.head.stamped && r.in.Stamp.Version > 0 && !r.spec.People && slices.ContainsFunc(r.data, func(o dataSheet) bool {
		return o.head.stamped && o.head.schema.Kind == d.head.schema.Kind
	})
}

// walk reads the rows below the headings.
func (s *sheetReading) walk() {
	previous := s.head.first - 1
	for {
		number, cells, ok := s.rows.Next()
		if !ok {
			break
		}
		numbering := number > s.head.row && isNumbering(rawRow{number, cells})
		if number < s.head.first {
			if numbering {
				s.headAgain.add(gridCell{1, int32(number)})
			}
			continue
		}
		s.pass(previous+1, number-previous-1)
		previous = number
		cells = s.joinedPlace(number, s.wholeName(number, cells))
		switch {
		case s.isEnd(cells) && !s.hasFacts(number, cells):
			s.ended = true
			s.pass(number, 1)
		case isSigning(cells):
			s.passSigning(number, cells)
		case numbering, s.repeatsHeading(cells):
			s.headAgain.add(gridCell{1, int32(number)})
		case s.isSubtotal(cells):
			s.subtotals.add(gridCell{1, int32(number)})
		case s.headsGroup(number, cells):
			s.placed.heads.add(gridCell{1, int32(number)})
		case s.isSignature(number, cells), s.isCaption(number, cells):
			s.passLoose(number)
		case s.saysOfNobody(number, cells):
			s.sentences.add(gridCell{1, int32(number)})
		case s.ended && s.standsAlone(cells):
			s.passAlone(number, cells)
		case s.ended && s.isOverSigns(number, cells):
			s.overSigns.add(gridCell{1, int32(number)})
		case s.hasFacts(number, cells):
			s.blank.join(s.gap)
			s.gap = cellRuns{}
			s.last = number
			s.saw(number)
			s.watchUnnamed(number, cells)
			s.row(number, cells)
			if row := s.frame.Len() - 1; row >= 0 && s.frame.Place(row).Row == int32(number) {
				s.watchTotal(row, number, cells)
				s.watchGrades(row, number, cells)
			}
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
	s.gap.addRows(gridCell{1, int32(first)}, n)
}

func (s *sheetReading) cellOrigin(column, row int) evaluate.Origin {
	return evaluate.Origin{File: s.where.File, Sheet: s.where.Sheet, Cell: cellName(column+1, row)}
}

// afterRows reports what can only be said at the end: notes by column, merged
// cells among the data, formulas that look elsewhere.
func (s *sheetReading) afterRows() {
	s.reportIdle()
	s.reportUnnamed()
	s.reportDayOrder()
	s.tell(&s.born.years, func(at evaluate.Origin, n int) evaluate.Problem {
		return noteYearsAlone(at, s.heading(evaluate.RoleBirth), n)
	})
	s.reportStrangers()
	s.reportPlaces()
	s.reportRemarks()
	s.reportBlanks()
	s.tell(&s.total.alone, problemTotalAlone)
	s.tell(&s.total.others, problemTotalDiffers)
	for i := range s.columns {
		c := &s.columns[i]
		for how := range c.met {
			s.tell(&c.met[how], func(at evaluate.Origin, n int) evaluate.Problem {
				p := toleranceNote(tolerance(how), at, c.def, n)
				p.Message += c.readingsOf(tolerance(how))
				return p
			})
		}
	}
	inData := func(g gridCell) bool {
		return int(g.row) >= s.head.first && int(g.row) <= s.last &&
			slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.column+1 == int(g.col) })
	}
	s.reportAsides()
	s.reportSorted()
	s.reportUnknownStates()
	s.reportStates()
	var foreign cellMap
	for _, g := range s.sheet.scan.external {
		if inData(g) {
			foreign.add(g)
		}
	}
	for _, col := range slices.Sorted(maps.Keys(foreign)) {
		s.tell(foreign[col], problemForeignFormula)
	}
	s.tell(&s.blank, noteBlankRows)
	s.tellAlone()
	s.tell(&s.overSigns, problemOverSigns)
	s.tell(&s.loose, noteLooseRows)
	s.tell(&s.sentences, func(at evaluate.Origin, n int) evaluate.Problem {
		return problemSentences(at, s.heading(evaluate.RoleName), n)
	})
	if s.status >= 0 {
		s.tell(&s.left, noteLeftRoster)
		s.tell(&s.noState, func(at evaluate.Origin, n int) evaluate.Problem {
			return noteDashes(at, s.head.heading(s.status), "", n)
		})
	} else {
		s.tell(&s.left, noteLeftBranch)
		s.tell(&s.leftSaid, problemLeftSaid)
		s.tell(&s.leftSince, noteLeftSince)
	}
}

// tell makes one problem of cells that share it, with all of them; none of no cells.
func (s *sheetReading) tell(cells *cellRuns, as func(at evaluate.Origin, n int) evaluate.Problem) {
	if cells.count == 0 {
		return
	}
	first := cells.first()
	p := as(s.cellOrigin(int(first.col)-1, int(first.row)), cells.count)
	p.Cells = cells.names()
	s.add(p)
}
