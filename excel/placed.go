package excel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Plain lists say of which branch people are in ways of their own: a cell joined over
// all its rows, a row above its people, the title of a list of one branch. Each is taken
// where it names an organization of the campaign's list, and told.

// listPlaces are the branch of the rows being read where they do not say it themselves.
type listPlaces struct {
	asked  bool   // the sheet has no column for it
	name   string // as it is written, or the code of the one that the title names; "" for none
	above  string // the committee that a row above names
	row    int    // where it stands, and in which column, 1-based
	column int
	title  evaluate.Origin // of the title that names the branch of those under no heading
	titled int             // how many
	source map[placeColumn]int32
	heads  cellRuns
	joined string   // of the cells being passed that are joined
	lacks  cellRuns // names that nothing places
	// strange is the heading above that names no branch, the zero cell for none; blind are
	// those with people below whom nothing else places.
	strange gridCell
	blind   cellRuns
}

// isPlaced tells whether a list of people without a column of branches says all the same
// where they are.
func (r *reader) isPlaced(d dataSheet) bool {
	if !r.spec.People || r.spec.Places == nil || d.head.schema.Kind != evaluate.Member {
		return false
	}
	if _, code := r.titlePlace(d); code != "" {
		return true
	}
	return slices.ContainsFunc(d.rows.rows, func(row rawRow) bool {
		text, _ := onlyText(row.cells)
		return row.number > d.head.row && len(r.placesIn(text, "")) == 1
	})
}

// findPlaces settles what the title says, before any row is read.
func (s *sheetReading) findPlaces() {
	if s.code < 0 || s.head.column(s.code) >= 0 || !s.isPlainList() || !s.isPlaced(s.dataSheet) {
		return
	}
	s.placed.asked = true
	s.placed.title, s.placed.name = s.titlePlace(s.dataSheet)
}

// titleSaid is what stands above the headings of a list, or as the sheet's name, about
// branches.
type titleSaid struct {
	at      evaluate.Origin // the first that names one
	codes   []string        // of branches named, in order
	several []string        // the organizations that bear a name which no committee narrows
	strange bool            // a branch is named that the list of organizations has not
}

// titlePlace is the code of the one branch that the title names, with the cell; "" where
// it names none or several.
func (r *reader) titlePlace(d dataSheet) (at evaluate.Origin, code string) {
	said := r.titleSaid(d)
	if len(said.codes) != 1 || said.strange || len(said.several) > 0 {
		return evaluate.Origin{}, ""
	}
	return said.at, said.codes[0]
}

// titleSaid reads it, in workbooks in which a title may say where people are.
func (r *reader) titleSaid(d dataSheet) (out titleSaid) {
	if !r.spec.People || r.spec.Places == nil || d.head.schema.Kind != evaluate.Member {
		return out
	}
	var texts []string
	var cells []evaluate.Origin
	for _, row := range d.rows.rows {
		for c, raw := range row.cells {
			if row.number < d.head.row && hasContent(raw) {
				texts = append(texts, fold(raw))
				cells = append(cells, evaluate.Origin{File: d.where.File, Sheet: d.where.Sheet, Cell: cellName(c+1, row.number)})
			}
		}
	}
	texts, cells = append(texts, fold(d.where.Sheet)), append(cells, d.where)
	for i, text := range texts {
		for _, name := range branchesNamed(text) {
			if out.at.IsZero() {
				out.at = cells[i]
			}
			switch found := r.narrowed(name, texts); len(found) {
			case 0:
				out.strange = true
			case 1:
				out.codes = append(out.codes, found[0])
			default:
				out.several = append(out.several, found...)
			}
		}
	}
	for _, codes := range []*[]string{&out.codes, &out.several} {
		slices.Sort(*codes)
		*codes = slices.Compact(*codes)
	}
	return out
}

// narrowed are the organizations of a name, of several the one below a committee that
// another text names.
func (r *reader) narrowed(name string, texts []string) []string {
	found := r.spec.Places(name)
	for _, above := range texts {
		if below := r.spec.Places(name + " " + above); len(found) > 1 && len(below) == 1 {
			found = below
		}
	}
	return found
}

// branchesNamed are the parts of a folded title that each begin as branches' names do.
func branchesNamed(text string) []string { return namesAfter(text, branchWord) }

// namesAfter are the parts of a folded title that each begin with a word for organizations.
func namesAfter(text, called string) (out []string) {
	word := fold(called) + " "
	parts := strings.Split(text, word)
	for _, part := range parts[1:] {
		name, _, _ := strings.Cut(word+part, " "+yearWord+" ")
		name = strings.TrimSuffix(strings.TrimRight(name, " "), " "+andWord)
		out = append(out, strings.TrimRight(name, " ,;-–"))
	}
	return out
}

// mostInGroup is more people than a heading of a group counts; a year, a day as programs
// store it and a number of a person's are more.
const mostInGroup = 1000

// onlyText is the one text of a row that has no other but a list mark before it and how
// many they are.
func onlyText(cells []string) (text string, column int) {
	column, first := -1, true
	for c, raw := range cells {
		t := tidy(raw)
		if t == "" {
			continue
		}
		n, err := strconv.ParseFloat(t, 64)
		counts := err == nil && n >= 0 && n < mostInGroup && t[0] != '0'
		mark := first && isListMark(t+".")
		first = false
		switch {
		case counts || mark:
		case err == nil || column >= 0:
			return "", -1
		default:
			text, column = t, c
		}
	}
	return text, column
}

// placesIn are the organizations that the heading of a group names, below the one that a
// heading before it named.
func (r *reader) placesIn(text, above string) (codes []string) {
	if text == "" {
		return nil
	}
	for _, t := range groupNames(text) {
		if codes = r.spec.Places(t); len(codes) > 1 && above != "" {
			codes = r.spec.Places(t + ", " + above)
		}
		if len(codes) > 0 {
			return codes
		}
	}
	return nil
}

// groupNames are what of a heading may be the name: all, without the mark of a list,
// without what follows in brackets or behind a colon.
func groupNames(text string) []string {
	if mark, rest, ok := strings.Cut(text, " "); ok && isListMark(mark) {
		text = rest
	}
	return []string{text, cutAt(text, "("), cutAt(text, ":")}
}

// headsGroup tells whether a row names the branch of the people below it: no text but the
// name of an organization. One that begins as such names do and is nobody's ends the
// group before.
func (s *sheetReading) headsGroup(number int, cells []string) bool {
	if s.spec.Places == nil || !s.isPlainList() || s.code < 0 || s.head.schema.Kind != evaluate.Member {
		return false
	}
	text, column := onlyText(cells)
	if column < 0 || column == s.head.column(s.code) {
		return false // there it is the branch of somebody whose name is missing
	}
	p, name := &s.placed, groupNames(text)[0]
	committee, branch := beginsWord(name, committeeWord), beginsWord(name, branchWord)
	s.narrowed.ended = s.narrowed.ended || committee || len(s.narrowed.committees) > 0 && s.namesCommittee(name)
	codes := s.placesIn(text, p.above)
	if len(codes) != 1 {
		if committee || branch {
			p.name, p.above, p.strange = "", "", gridCell{int32(column + 1), int32(number)}
		}
		return false
	}
	p.strange = gridCell{}
	if committee {
		p.name, p.above = "", name
		return true
	}
	p.name, p.row, p.column = codes[0], number, column+1
	return true
}

func beginsWord(text, word string) bool { return strings.HasPrefix(fold(text)+" ", fold(word)+" ") }

// joinedPlace gives every row that a joined cell of branches reaches over what it says.
func (s *sheetReading) joinedPlace(number int, cells []string) []string {
	if s.code < 0 || !s.isPlainList() {
		return cells
	}
	column := s.head.column(s.code)
	if column < 0 {
		return cells
	}
	if !s.isJoinedAway(column, number) {
		s.placed.joined = cellAt(cells, column)
		return cells
	}
	if !s.hasFacts(number, cells) || hasContent(cellAt(cells, column)) {
		return cells
	}
	out := slices.Clone(cells)
	for len(out) <= column {
		out = append(out, "")
	}
	out[column] = s.placed.joined
	return out
}

// saysForAll tells whether a value joined over rows of a column is that of all of them:
// the branch, in a plain list, and in a report in which it can be no other.
func (s *sheetReading) saysForAll(column int) bool {
	return s.code >= 0 && s.head.column(s.code) == column && (s.isPlainList() || s.codesOwnRows())
}

// place gives a row of a frame, of those to be reviewed or of those who left, that does
// not say its branch the one it stands below.
func (s *sheetReading) place(f *evaluate.Frame, row, number int) {
	p := &s.placed
	s.narrow(f, row, number)
	switch {
	case s.code < 0 || !s.isPlainList() || f.Text(row, s.code) != "":
	case p.name == "" && !p.asked: // the cell of the column is told
	case p.name == "" && p.strange == gridCell{}:
		p.lacks.add(gridCell{int32(s.head.nameColumn() + 1), int32(number)})
	case p.name == "":
		if n := len(p.blind.areas); n == 0 || p.blind.areas[n-1].to != p.strange {
			p.blind.add(p.strange)
		}
	case p.row == 0:
		p.titled++
		f.SetText(row, s.code, p.name)
	default:
		f.SetTextFrom(row, s.code, p.name, evaluate.Place{Source: s.placedAt(f, f.Place(row).Source, p.column), Row: int32(p.row)})
	}
}

// placeColumn is a column that names branches for rows of a frame.
type placeColumn struct {
	frame  *evaluate.Frame
	column int
}

// placedAt is the source under which the branch of rows of another stands in a column
// that is not its own.
func (s *sheetReading) placedAt(f *evaluate.Frame, of int32, column int) int32 {
	p, at := &s.placed, placeColumn{f, column}
	if source, ok := p.source[at]; ok {
		return source
	}
	own := f.Sources[of]
	own.Columns = slices.Clone(own.Columns)
	own.Columns[s.code] = int32(column)
	if p.source == nil {
		p.source = map[placeColumn]int32{}
	}
	p.source[at] = f.AddSource(own)
	return p.source[at]
}

// reportPlaces tells how it was known where people are.
func (s *sheetReading) reportPlaces() {
	p := &s.placed
	s.tell(&p.heads, noteGroups)
	heading := ""
	if s.code >= 0 {
		heading = s.head.schema.Facts[s.code].Heading
	}
	s.tell(&s.narrowed.cells, func(at evaluate.Origin, n int) evaluate.Problem { return noteNarrowed(at, heading, n) })
	s.tell(&p.lacks, func(at evaluate.Origin, n int) evaluate.Problem { return problemUnplaced(at, heading, n) })
	s.tell(&p.blind, func(at evaluate.Origin, n int) evaluate.Problem { return problemStrangeGroups(at, heading, n) })
	if p.titled > 0 {
		_, code := s.titlePlace(s.dataSheet)
		s.add(noteTitlePlace(p.title, code, p.titled))
	}
}
