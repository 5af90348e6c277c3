package evaluate

import "strconv"

// Value is one typed value of a fact, 16 bytes wide so that a hundred thousand
// people fit in memory. The zero Value is blank. Numbers carry their exact
// fraction, dates and choices a whole number; text lives in the Frame.
type Value struct {
	n int64
	d int32
	t FactType
}

// NumberValue makes a number; ok is false when it does not fit 64/31 bits,
// which no count of tasks or points does.
func NumberValue(x Num) (Value, bool) {
	n, d, ok := x.Fraction()
	if !ok || d > 1<<31-1 {
		return Value{}, false
	}
	return Value{n: n, d: int32(d - 1), t: NumberFact}, true
}

// DateValue makes a date.
func DateValue(d Date) Value { return Value{n: d.number(), t: DateFact} }

// ChoiceValue makes the choice with the given index in FactDef.Choices.
func ChoiceValue(index int) Value { return Value{n: int64(index), t: ChoiceFact} }

// IsBlank tells whether nothing was given.
func (v Value) IsBlank() bool { return v.t == 0 }

// Type is the type of the value, 0 for blank.
func (v Value) Type() FactType { return v.t }

// Number returns the exact number of a NumberFact value.
func (v Value) Number() Num { return Num{n: v.n, d: int64(v.d)} }

// Date returns the day of a DateFact value.
func (v Value) Date() Date { return dateFromNumber(v.n) }

// Choice returns the index of a ChoiceFact value.
func (v Value) Choice() int { return int(v.n) }

// BlankValue is what an empty cell means for the fact; ok is false when the
// declared meaning does not fit the fact's type. Without a declaration the
// result is blank, that is unknown.
func (f *FactDef) BlankValue() (v Value, ok bool) {
	switch {
	case f.Blank == "":
		return Value{}, true
	case f.Type == ChoiceFact:
		i, ok := f.CodeIndex(f.Blank)
		return ChoiceValue(i), ok
	case f.Type == NumberFact:
		x, err := ParseNum(f.Blank)
		if err != nil {
			return Value{}, false
		}
		return NumberValue(x)
	}
	return Value{}, false
}

// Place is a fact's workbook column and a subject's workbook row: the parts
// from which an origin is put together when somebody asks.
type Place struct {
	Source int32 // index into Frame.Sources; -1 when unknown
	Row    int32 // 1-based workbook row
}

// SourceSheet is one sheet that facts were read from, with the workbook column
// (1-based, 0 for none) of every fact position.
type SourceSheet struct {
	File    string
	Sheet   string
	Columns []int32
}

// Frame holds the facts of the subjects of one kind: dense by position, each
// value knowing the cell it came from. Values stand by fact and a fact's column
// ends at its last given value: most facts of a vocabulary are blank for most
// subjects, and a row of blanks then costs nothing.
type Frame struct {
	Schema  *Schema
	Sources []SourceSheet
	rows    int
	columns []factColumn // by fact
	texts   []string
	places  []Place
	// extra holds the origin of values that another workbook supplied.
	extra map[int]Place
	// joined marks the rows that hold such values.
	joined map[int]bool
	// unsaid marks blanks that do not say what a blank is declared to mean.
	unsaid map[int]bool
	// rivals are what other places propose otherwise.
	rivals map[int][]rival
}

// NewFrame returns an empty frame for a kind's facts.
func NewFrame(s *Schema) *Frame {
	return &Frame{Schema: s, columns: make([]factColumn, len(s.Facts)), extra: map[int]Place{}, joined: map[int]bool{}}
}

// Len is the number of rows.
func (f *Frame) Len() int { return f.rows }

// AddSource registers a sheet and returns its index for Place.Source.
func (f *Frame) AddSource(s SourceSheet) int32 {
	f.Sources = append(f.Sources, s)
	return int32(len(f.Sources) - 1)
}

// Append adds one subject with blank facts and returns its row.
func (f *Frame) Append(at Place) int {
	f.places = append(f.places, at)
	f.rows++
	return f.rows - 1
}

func (f *Frame) at(row, fact int) int { return row*len(f.Schema.Facts) + fact }

// Value returns what was given for a fact: blank when nothing was.
func (f *Frame) Value(row, fact int) Value {
	return f.columns[fact].value(row, f.Schema.Facts[fact].Type)
}

// Known returns the value a rule sees: the given one, or what a blank is
// declared to mean, unless something given on the row speaks against it or says it
// already; derived facts are computed.
func (f *Frame) Known(row, fact int) Value {
	v := f.Value(row, fact)
	if !v.IsBlank() {
		return v
	}
	if d := f.Schema.Facts[fact].Derived; d != nil {
		return derive(f, row, d)
	}
	if is, denies := f.denied(row, fact); denies {
		return is
	}
	if f.unsaid[f.at(row, fact)] {
		return Value{}
	}
	return f.Schema.blanks[fact]
}

// Unsay takes a blank for what it is, unknown: whoever left it did not know of what it
// would be said of, since that came from another sheet. A blank declared to mean
// nothing stays as it is.
func (f *Frame) Unsay(row, fact int) {
	if f.unsaid == nil {
		f.unsaid = map[int]bool{}
	}
	f.unsaid[f.at(row, fact)] = true
}

// Set stores a value that stands on the subject's own row.
func (f *Frame) Set(row, fact int, v Value) {
	f.columns[fact].set(row, v, f.Schema.Facts[fact].Type)
}

// SetFrom stores a value supplied by another sheet.
func (f *Frame) SetFrom(row, fact int, v Value, from Place) {
	f.Set(row, fact, v)
	f.join(row, fact, from)
}

// Clear takes a value away again, whichever sheet supplied it.
func (f *Frame) Clear(row, fact int) {
	if !f.Value(row, fact).IsBlank() {
		f.Set(row, fact, Value{})
	}
	delete(f.extra, f.at(row, fact))
}

func (f *Frame) join(row, fact int, from Place) {
	f.extra[f.at(row, fact)] = from
	f.joined[row] = true
}

// Joined tells whether several workbooks supplied the row: only then can its
// facts contradict each other though every workbook was found right.
func (f *Frame) Joined(row int) bool { return f.joined[row] }

// SetText stores text for a TextFact on the subject's own row.
func (f *Frame) SetText(row, fact int, s string) {
	f.texts = append(f.texts, s)
	f.Set(row, fact, Value{n: int64(len(f.texts) - 1), t: TextFact})
}

// SetTextFrom stores text supplied by another sheet.
func (f *Frame) SetTextFrom(row, fact int, s string, from Place) {
	f.SetText(row, fact, s)
	f.join(row, fact, from)
}

// Text returns a TextFact's text, "" when blank.
func (f *Frame) Text(row, fact int) string {
	if fact < 0 {
		return ""
	}
	v := f.Value(row, fact)
	if v.t != TextFact {
		return ""
	}
	return f.texts[v.n]
}

// Place returns where the subject's own row stands.
func (f *Frame) Place(row int) Place { return f.places[row] }

// PlaceOf returns where a fact stands: its own place where another sheet supplied
// it, else the subject's row.
func (f *Frame) PlaceOf(row, fact int) Place {
	if e, ok := f.extra[f.at(row, fact)]; ok {
		return e
	}
	return f.places[row]
}

// Origin returns the cell of a fact; for a blank fact the cell where it should
// have been given. It is zero for a fact the subject's sheet has no column for:
// somebody else's workbook would supply it. fact -1 gives the row.
func (f *Frame) Origin(row, fact int) Origin {
	p := f.places[row]
	if fact >= 0 {
		p = f.PlaceOf(row, fact)
	}
	return f.cellAt(p, fact)
}

// OriginBeside returns the cell of a fact on the sheet and row where another fact of
// the subject stands; zero where that sheet has no column for it.
func (f *Frame) OriginBeside(row, other, fact int) Origin {
	return f.cellAt(f.PlaceOf(row, other), fact)
}

func (f *Frame) cellAt(p Place, fact int) Origin {
	if p.Source < 0 || int(p.Source) >= len(f.Sources) {
		return Origin{}
	}
	s := f.Sources[p.Source]
	o := Origin{File: s.File, Sheet: s.Sheet}
	if p.Row < 1 {
		return o
	}
	col := int32(1)
	if fact >= 0 {
		if fact >= len(s.Columns) || s.Columns[fact] < 1 {
			return Origin{}
		}
		col = s.Columns[fact]
	}
	o.Cell = ColumnName(int(col)) + strconv.Itoa(int(p.Row))
	return o
}

// ColumnName is the letter name of a 1-based workbook column: 1 → A, 28 → AB.
func ColumnName(n int) string {
	var b []byte
	for n > 0 {
		n--
		b = append([]byte{byte('A' + n%26)}, b...)
		n /= 26
	}
	return string(b)
}

// Show returns a value as people read it: labels, dd/mm/yyyy, decimal comma.
func (f *Frame) Show(fact int, v Value) string {
	def := &f.Schema.Facts[fact]
	switch v.t {
	case NumberFact:
		return VietnameseNumber(v.Number())
	case DateFact:
		return v.Date().Vietnamese()
	case ChoiceFact:
		if v.Choice() < len(def.Choices) {
			return def.Choices[v.Choice()].Label
		}
	case TextFact:
		return f.texts[v.n]
	}
	return ""
}

// Data returns a value as programs read it: codes, ISO dates, decimal points.
func (f *Frame) Data(fact int, v Value) string {
	def := &f.Schema.Facts[fact]
	switch v.t {
	case NumberFact:
		return v.Number().String()
	case DateFact:
		return v.Date().String()
	case ChoiceFact:
		if v.Choice() < len(def.Choices) {
			return def.Choices[v.Choice()].Code
		}
	case TextFact:
		return f.texts[v.n]
	}
	return ""
}
