package excel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// takeColumns decides which columns are read, and reports those that are
// missing, repeated, unknown or not this workbook's to fill in.
func (s *sheetReading) takeColumns(allowed []int) {
	h := s.head
	source := evaluate.SourceSheet{File: s.where.File, Sheet: s.where.Sheet, Columns: make([]int32, len(h.schema.Facts))}
	open := func(fact int) bool {
		return isListKind(h.schema.Kind) || fact == s.code || slices.Contains(allowed, fact)
	}
	taken := map[int]int{} // fact → column
	if s.status = s.statusOf(h); s.status >= 0 && s.status < len(h.facts) && h.facts[s.status] >= 0 {
		taken[h.facts[s.status]] = s.status // read as a state, not as a choice of the template
	}
	for c, fact := range h.facts {
		first, again := taken[fact]
		switch {
		case c == s.status && s.in.Stamp.Kind != RosterBook: // read row by row
		case fact < 0 && s.isOwnColumn(c):
			s.idle = append(s.idle, idleColumn{column: c, fact: -1, own: true, shows: fold(s.head.heading(c)), wordy: isOneOf(s.head.heading(c), wordyHeadings())})
		case fact < 0:
			if heading := h.heading(c); heading != "" && !isUnread(heading) && !h.clash(c) && !h.isBeside(c) {
				s.idle = append(s.idle, idleColumn{column: c, fact: -1, gone: h.gone[c], apart: s.isOfOtherYear(c) || s.isOpinion(c)})
			} else if heading == "" && h.gone[c] {
				s.idle = append(s.idle, idleColumn{column: c, fact: -1, gone: true})
			}
		case again:
			s.add(problemRepeatedColumn(s.cellOrigin(c, h.row), s.cellOrigin(first, h.row), h.schema.Facts[fact].Heading))
		case !open(fact):
			s.idle = append(s.idle, idleColumn{column: c, fact: fact, shows: fold(s.head.heading(c))})
		default:
			taken[fact] = c
			source.Columns[fact] = int32(c + 1)
			s.columns = append(s.columns, readColumn{column: c, fact: fact, def: &h.schema.Facts[fact],
				cell: newCellReader(&h.schema.Facts[fact], s.date1904), required: s.requires(fact), strange: h.calledOtherwise(c)})
			if s.reportHeading(c, fact) {
				s.columns[len(s.columns)-1].strange = true
			}
		}
	}
	if fact, ok := h.schema.Index(factActivityStatus); ok && s.status >= 0 && source.Columns[fact] == 0 {
		source.Columns[fact] = int32(s.status + 1)
	}
	slices.SortFunc(s.columns, func(a, b readColumn) int { return cmp.Compare(a.fact, b.fact) })
	s.source = s.frame.AddSource(source)
	s.findUnnamed()
	s.wanted = s.wantedGrade()
	s.findTotals()
	s.reportClashes()
	for _, def := range s.missingColumns(open, taken) {
		s.reportMissing(def)
	}
}

// reportHeading says where a column goes by another name than the template's, and
// tells whether nobody calls it so: a stamp alone does not say what somebody wrote
// below another heading. Rosters, results and earlier layouts have names of their own.
func (s *sheetReading) reportHeading(column, fact int) (strange bool) {
	written := s.head.heading(column)
	clashes := slices.ContainsFunc(s.head.clashes, func(c headerClash) bool { return c.column == column })
	if k := s.in.Stamp.Kind; clashes || k == RosterBook || k == ResultBook {
		return false
	}
	def := &s.head.schema.Facts[fact]
	at := s.cellOrigin(column, s.head.row)
	if s.head.given == column+1 {
		return false // the columns are joined, which is told
	}
	if written == "" {
		if slices.ContainsFunc(s.head.headings, func(h string) bool { return h != "" }) {
			s.add(noteNoHeading(at, def.Heading))
		}
		return false
	}
	_, foreign := latin(written)
	own := []string{def.Heading, def.Group + " " + def.Heading, cutAt(def.Group, "(") + " " + def.Heading}
	for _, name := range own {
		if !foreign && (fold(written) == fold(name) || fold(cutAt(written, "(")) == fold(name)) {
			return false
		}
	}
	known := func(name string) bool { return near(written, name) || near(cutAt(written, "("), name) }
	if s.isEarlier() || slices.ContainsFunc(slices.Concat(own, def.Aliases), known) || s.spelledOut(written, fact) {
		s.add(noteOtherHeading(at, written, def.Heading))
		return false
	}
	if isPersonName(def) && isOneOf(written, familyHeadings()) {
		s.add(problemFamilyNames(at, written, def.Heading))
		return true
	}
	s.add(problemStampMismatch(at, written, def.Heading))
	return true
}

// spelledOut tells whether a heading is a fact's own with words of its unit or its group
// around it, “Điểm I.1”, and says no more of any other fact.
func (s *sheetReading) spelledOut(written string, fact int) bool {
	facts, here := s.head.schema.Facts, wordsSpelled(written, &s.head.schema.Facts[fact])
	for i := range facts {
		if i != fact && wordsSpelled(written, &facts[i]) >= max(here, 1) {
			return false
		}
	}
	return here > 0
}

// wordsSpelled is how many words of a heading are the fact's own, 0 where others than those
// of its unit and group stand beside them.
func wordsSpelled(written string, def *evaluate.FactDef) int {
	before, after, found := strings.Cut(" "+fold(written)+" ", " "+fold(def.Heading)+" ")
	beside := strings.Fields(fold(strings.Join(unitWords(def.Unit), " ") + " " + cutAt(def.Group, "(") + " " + wordCount))
	if !found || slices.ContainsFunc(strings.Fields(before+" "+after), func(w string) bool { return !slices.Contains(beside, w) }) {
		return 0
	}
	return len(strings.Fields(def.Heading))
}

// calledOtherwise tells whether a column stands under the heading of another fact
// than its stamp names.
func (h *header) calledOtherwise(column int) bool {
	return slices.ContainsFunc(h.clashes, func(c headerClash) bool { return c.column == column && c.fact >= 0 })
}

// whole is a heading with what is joined over it.
func (h *header) whole(c int) string {
	if c < len(h.over) {
		return h.over[c] + " " + h.heading(c)
	}
	return h.heading(c)
}

func (h *header) heading(c int) string {
	if c < len(h.headings) {
		return h.headings[c]
	}
	return ""
}

// requires tells whether an empty cell of the fact is a problem here. The
// national roster lacks what only a review knows.
func (s *sheetReading) requires(fact int) bool {
	def := &s.head.schema.Facts[fact]
	kind := s.head.schema.Kind
	switch {
	case s.spec.People:
		return def.Role == evaluate.RoleName || def.Role == evaluate.RoleBranchCode && s.in.Stamp.Org == "" && !holdsPost(kind)
	case def.Role == evaluate.RoleBranchCode && holdsPost(kind):
		return false // the branch they are members of; where they are rated follows from the post
	case def.Role == evaluate.RoleBranchCode:
		return s.in.Stamp.Kind != BranchBook || s.in.Stamp.Version == 0
	case s.in.Stamp.Kind == RosterBook:
		return def.Role == evaluate.RoleName
	case s.in.Stamp.Kind == ResultBook:
		return false
	}
	return owed(def)
}

// holdsPost tells whether subjects of a kind are people in a post, whose place
// follows from it.
func holdsPost(k evaluate.Kind) bool { return k == evaluate.Leader || k == evaluate.Staff }

func (s *sheetReading) reportClashes() {
	for _, c := range s.head.clashes {
		at := s.cellOrigin(c.column, s.head.row)
		if c.fact >= 0 {
			s.add(problemStampMismatch(at, s.head.heading(c.column), s.head.schema.Facts[c.fact].Heading))
			continue
		}
		var could []string
		for _, f := range c.could {
			name := s.head.schema.Facts[f].Heading
			if g := s.head.schema.Facts[f].Group; g != "" {
				name = g + " – " + name
			}
			could = append(could, name)
		}
		s.add(problemAmbiguousColumn(at, s.head.heading(c.column), could))
	}
}

// idleColumn is a column that is not read: unknown, or for others to fill in.
type idleColumn struct {
	column int
	fact   int // -1 for an unknown one
	filled bool
	own    bool            // a result workbook's: what was computed is shown there
	told   bool            // as the one that is missing under a slip of the pen
	apart  bool            // its heading says that it is about another year, or no decision
	shows  string          // folded heading of a column that a result workbook may show
	wordy  bool            // words alone are shown there
	gone   bool            // its stamp names a fact that is no longer asked for
	adds   bool            // given names of which the names beside them lack some
	held   map[string]bool // texts of the rows of facts, no more than could be told of grades
	// Of a result workbook: cells that do not say what was written there, the first where
	// the row has a grade there and no decision.
	typedAlone, typed cellRuns
}

// tellsIdle tells whether columns that are not read are told. Rosters are full of columns
// that are not asked for.
func (s *sheetReading) tellsIdle() bool {
	return s.in.Stamp.Kind != RosterBook && (!s.spec.People || s.isPlainList())
}

// reportIdle names unread columns with data.
func (s *sheetReading) reportIdle() {
	if !s.tellsIdle() {
		return
	}
	result := s.in.Stamp.Kind == ResultBook
	for _, c := range s.idle {
		at, heading := s.cellOrigin(c.column, s.head.row), s.head.heading(c.column)
		switch {
		case c.told, !c.filled, s.spec.People && c.fact >= 0: // who there is does not need it
		case c.own, result && (c.fact >= 0 || c.gone): // what the list shows
		case c.gone && s.isEarlier():
			s.in.Lossy = true
			s.add(problemColumnGone(at, heading))
		case c.fact < 0 && s.head.repeats(c.column) >= 0:
			fact := s.head.repeats(c.column)
			s.add(problemRepeatedColumn(at, s.cellOrigin(s.head.column(fact), s.head.row), s.head.schema.Facts[fact].Heading))
		case c.fact < 0 && s.isGiven(c.column):
			s.reportGiven(at, &c)
		case c.fact < 0 && s.tellsGrades(c.column):
		case c.fact < 0:
			near := nearestHeading(s.head.schema, heading, s.untaken())
			if near == "" {
				near = s.proposalIn(&c)
			}
			s.add(problemUnknownColumn(at, heading, near, s.absent()))
		default:
			s.add(problemOtherSupplier(at, s.head.schema.Facts[c.fact].Heading))
		}
	}
	s.reportGrades()
}

// othersTell tells whether a column may be left out because the units and
// collectives a workbook lists may all be others': what only their own report says
// is then not asked.
func (s *sheetReading) othersTell(def *evaluate.FactDef) bool {
	book, kind := s.in.Stamp.Kind, s.frame.Schema.Kind
	return (book == BaseBook || book == OfficeBook) && kind != evaluate.Member && kind != evaluate.Organization &&
		!def.Identity && def.Supplier == evaluate.SupplyBranch
}

// missingColumns are those without which rows mean nothing.
func (s *sheetReading) missingColumns(open func(int) bool, taken map[int]int) (out []*evaluate.FactDef) {
	for i := range s.head.schema.Facts {
		if _, has := taken[i]; has || !open(i) || !s.requires(i) && s.head.schema.Facts[i].Role != evaluate.RoleName {
			continue
		}
		def := &s.head.schema.Facts[i]
		if def.Supplier == evaluate.SupplyDerived || s.othersTell(def) || i == s.code && s.placed.asked {
			continue
		}
		// A head of the list who grades no organizations reports decisions alone.
		if def.Kind == evaluate.Organization && !def.Identity && !slices.Contains(s.askedFacts(), i) {
			continue
		}
		out = append(out, def)
	}
	s.lacked = out
	return out
}

// reportMissing names one of them, at the heading that is most likely it.
func (s *sheetReading) reportMissing(def *evaluate.FactDef) {
	at, hint := evaluate.Origin{File: s.where.File, Sheet: s.where.Sheet, Cell: cellName(1, s.head.row)}, ""
	for i := range s.idle {
		c := &s.idle[i]
		if heading := s.head.heading(c.column); c.fact < 0 && near(heading, def.Heading) {
			at, c.told = s.cellOrigin(c.column, s.head.row), true
			hint = "“" + heading + "” (" + at.Cell + ")"
			break
		}
	}
	s.add(problemMissingColumn(at, def.Heading, hint))
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
		if text := cellAt(cells, c.column); s.last == number && c.fact < 0 && hasContent(text) && len(c.held) <= mostGrades {
			if c.held == nil {
				c.held = map[string]bool{}
			}
			c.held[strings.Clone(text)] = true
		}
		c.adds = c.adds || s.last == number && s.isGiven(c.column) && s.addsToName(cells, c.column)
	}
}
