package excel

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// ErrCannotMark says that a workbook cannot be opened, or not without losing
// something; the caller writes a report (WriteProblemReport) instead.
var ErrCannotMark = errors.New("the workbook cannot be marked")

// errNotes says that the notes on cells failed and marking goes without them.
var errNotes = errors.New("notes on cells")

// More than this nobody repairs by hand, and it keeps marking within seconds.
const (
	tintedAtMost = 20000
	// ListedAtMost is how many problems a marked copy or a report lists.
	ListedAtMost = 5000
)

// Mark writes a copy of the sender's own workbook with its problems shown:
// cells tinted, a first sheet that lists and links the problems, notes on cells
// where the file has no notes of its own. An earlier marking is taken away
// first. The sheets to repair are open until then (unlock). Everything else of the workbook
// stays: number formats, validations, hidden sheets, names, properties. Problems of other files, or
// without a cell, are listed only; Notes are not tinted. Without problems the
// copy is clean.
//
// The error wraps ErrCannotMark when the file cannot be opened or is damaged
// (a copy of a sheet cut short would lose its rows for good); others are w's.
func Mark(w io.Writer, path string, problems []evaluate.Problem) error {
	data, err := markedCopy(path, problems, true, heavyCells)
	if errors.Is(err, errNotes) {
		// A failed note leaves half a drawing behind: begin again without.
		data, err = markedCopy(path, problems, false, heavyCells)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrCannotMark, err)
	}
	_, err = data.WriteTo(w)
	return err
}

// markedCopy makes the copy in memory, compressed. Sheets with a larger area
// than heavy are not loaded. The library may panic on crafted files.
func markedCopy(path string, problems []evaluate.Problem, notes bool, heavy int) (data *bytes.Buffer, err error) {
	defer func() {
		if r := recover(); r != nil {
			data, err = nil, fmt.Errorf("reader failed: %v", r)
			if notes {
				err = fmt.Errorf("%w: %w", errNotes, err)
			}
		}
	}()
	source, err := openWhole(path)
	if err != nil {
		return nil, err
	}
	defer source.Close()
	m := newMarker(source, path, problems)
	if err := m.findHeavy(path, source.sheets, heavy); err != nil {
		return nil, err
	}
	if err := m.unmark(); err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		err = m.mark(ranked(problems), notes)
	}
	if err != nil {
		return nil, err
	}
	return m.file.WriteToBuffer()
}

// openWhole opens a workbook none of whose sheets is damaged.
func openWhole(path string) (*Book, error) {
	b, faults := Open(path, DefaultLimits())
	if b == nil {
		for _, p := range faults {
			return nil, fmt.Errorf("open %s: %s", path, p.Code)
		}
		return nil, fmt.Errorf("open %s", path)
	}
	for _, s := range b.sheets {
		if s.scan.fault != noFault {
			b.Close()
			return nil, fmt.Errorf("sheet %q of %s is damaged", s.name, path)
		}
	}
	return b, nil
}

// ranked orders problems for repair: errors first, then by place.
func ranked(problems []evaluate.Problem) []evaluate.Problem {
	ps := evaluate.SortProblems(slices.Clone(problems))
	slices.SortStableFunc(ps, func(a, b evaluate.Problem) int { return int(b.Severity) - int(a.Severity) })
	return ps
}

// marker is one workbook being marked.
type marker struct {
	file   *excelize.File
	book   *book             // draws the added sheets
	label  string            // how problems name this file
	sheets map[string]string // tidy name → name in the workbook
	scans  map[string]*sheetScan
	fills  map[string]*int // tint → fill
	tints  map[tintKey]int
	path   string
	heavy  map[string]*heavySheet // by sheet
	parts  map[string]string      // part → sheet
	// protection is that of the sender's workbook; shut is what will protect its sheets,
	// without the heavy ones.
	protection keptProtection
	shut       map[string]string
}

// mark is what is shown at one cell.
type mark struct {
	sheet, cell   string
	tint          string
	before, after int    // styles
	text          string // of the note
	noted         bool
	found         bool // the cell is there to be tinted
}

func newMarker(source *Book, path string, problems []evaluate.Problem) *marker {
	f := source.file
	m := &marker{file: f, label: labelOf(path, problems), sheets: map[string]string{}, scans: map[string]*sheetScan{},
		fills: map[string]*int{}, tints: map[tintKey]int{}, parts: map[string]string{}, shut: map[string]string{},
		book: &book{file: f, styles: styles{file: f, ids: map[look]int{}, indents: map[int]int{}}, lists: lists{refs: map[string]string{}}, sheets: f.SheetCount}}
	for _, s := range source.sheets {
		m.sheets[tidy(s.name)] = s.name
		m.scans[s.name] = s.scan
	}
	return m
}

// labelOf finds the name under which problems speak of the file at path: the
// path, its end (problems name files relative to the campaign), a name with the
// same last element, or the only one there is.
func labelOf(path string, problems []evaluate.Problem) string {
	path = tidy(filepath.ToSlash(filepath.Clean(path)))
	short, only, others := "", "", false
	for _, p := range problems {
		label := tidy(filepath.ToSlash(p.At.File))
		for strings.HasPrefix(label, "../") || strings.HasPrefix(label, "./") {
			_, label, _ = strings.Cut(label, "/")
		}
		switch {
		case label == "":
			continue
		case path == label || strings.HasSuffix(path, "/"+strings.TrimPrefix(label, "/")):
			return p.At.File
		case short == "" && filepath.Base(label) == filepath.Base(path):
			short = p.At.File
		}
		others = others || only != "" && only != p.At.File
		only = p.At.File
	}
	if short != "" || others {
		return short
	}
	return only
}

// place finds the cell a problem speaks of in this workbook. Of joined cells
// only the first can be seen.
func (m *marker) place(at evaluate.Origin) (sheet, cell string, ok bool) {
	sheet, ok = m.sheets[tidy(at.Sheet)]
	if !ok || at.File != m.label && at.File != "" || IsMarkSheet(sheet) {
		return "", "", false
	}
	c, ok := parseCell([]byte(at.Cell))
	if !ok {
		return "", "", false
	}
	for _, a := range m.scans[sheet].merges {
		if c.col >= a.from.col && c.col <= a.to.col && c.row >= a.from.row && c.row <= a.to.row {
			c = a.from
			break
		}
	}
	return sheet, c.String(), true
}

// markHowTo says how to repair the workbook: at its coloured cells, unless what
// refuses it stands in no cell.
func markHowTo(problems []evaluate.Problem) string {
	refused := false
	for i := range problems {
		if problems[i].Severity != evaluate.Error {
			continue
		}
		if problems[i].At.Cell != "" {
			return labelMarkHowTo
		}
		refused = true
	}
	if refused {
		return labelMarkWhole
	}
	return labelMarkHowTo
}

// mark shows the problems.
func (m *marker) mark(problems []evaluate.Problem, notes bool) error {
	marks, lines := m.collect(problems)
	if err := m.tint(marks); err != nil {
		return err
	}
	opened, own, err := m.unlock(marks, problems)
	if err != nil {
		return err
	}
	if notes {
		if err := m.note(marks); err != nil {
			return fmt.Errorf("%w: %w", errNotes, err)
		}
	}
	name := m.freeName()
	if err := m.firstSheet(name); err != nil {
		return err
	}
	list := errorList{sheet: name, howTo: markHowTo(problems), count: countLine(problems), lines: lines, more: len(problems) - len(lines)}
	if own {
		list.unlocked = labelMarkUnlocked
	}
	m.book.writeErrors(list)
	m.remember(name, marks, opened)
	return m.book.err
}

// freeName is the name of the list of problems; a sheet of the sender's own
// that has the name keeps it.
func (m *marker) freeName() string {
	name := sheetErrors
	for n := 2; ; n++ {
		if i, err := m.file.GetSheetIndex(name); err == nil && i < 0 {
			return name
		}
		name = sheetErrors + " (" + itoa(n) + ")"
	}
}

// firstSheet adds a sheet before all others and opens the workbook on it.
// MoveSheet will not do: it fails on sheets without a view of their own, and
// leaves the names that belong to a sheet, such as its printed titles, with the
// number the sheet had before.
func (m *marker) firstSheet(name string) error {
	last, err := m.file.NewSheet(name)
	if err != nil {
		return err
	}
	sheets := m.file.WorkBook.Sheets.Sheet
	added := sheets[last]
	copy(sheets[1:], sheets[:last])
	sheets[0] = added
	if names := m.file.WorkBook.DefinedNames; names != nil {
		for i := range names.DefinedName {
			if id := names.DefinedName[i].LocalSheetID; id != nil {
				moved := *id + 1
				names.DefinedName[i].LocalSheetID = &moved
			}
		}
	}
	m.file.SetActiveSheet(0)
	if v := m.file.WorkBook.BookViews; v != nil && len(v.WorkBookView) > 0 {
		v.WorkBookView[0].FirstSheet = 0
	}
	return nil
}
