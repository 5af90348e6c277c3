package excel

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Mood is how a report stands, for its colour.
type Mood uint8

// The moods. NoReport is an organization that reports nothing itself.
const (
	NoReport Mood = iota
	InTime        // taken in
	InLate        // taken in after its deadline
	Awaited
	SentBack
	Overdue // awaited or sent back, and past its deadline
)

// StatusSpec describes the workbook that says who has reported and who has not.
// Its sentences come ready made; the organizations stand in the order of their
// tree.
type StatusSpec struct {
	Stamp     Stamp
	Office    Office
	Period    evaluate.Period
	Time      time.Time // the status is as of then
	Total     string    // the counts of the campaign in a sentence
	Lines     []StatusLine
	Reminders []Reminder
	Returned  []ReturnedFile
	Matters   []StatusMatter
	Unread    int      // files in the inbox that were not imported yet
	LeftOut   []string // labels of decisions and rosters that were not taken in
}

// StatusLine is one organization of the tree.
type StatusLine struct {
	Code, Name     string
	Level          evaluate.OrgLevel
	Depth          int
	Leads          bool // has others below it
	Mood           Mood
	State, Against string        // how the report stands, and against its deadline
	Due            evaluate.Date // zero for none
	Came           evaluate.Date // when it was taken in or sent back; zero for neither
	Errors         int
	Below, Trouble string // counts of those below
	Changed        bool   // taken in since the last grading
	File           string // label; of one sent back, those of what goes back to the sender
	Asked          string // what a reminder asks for
}

// Reminder is what one base committee is asked to chase, on pages of its own.
type Reminder struct {
	To    string // name of the committee
	Below string // how many of those below have reported
	Lines []StatusLine
}

// ReturnedFile is one file that waits to be repaired.
type ReturnedFile struct {
	Path, Code, Name, Base string // Code is "" of a roster, both where nobody knows whose it is
	Errors                 int
	On                     evaluate.Date
	Copy                   string // labels of what goes back to the sender
}

// StatusMatter is a matter between files with the codes of the organizations it
// concerns, its hint as whoever it is forwarded to reads it.
type StatusMatter struct {
	Orgs    []string
	People  []string // names of those it is about; nil of a place
	Problem evaluate.Problem
}

// WriteStatus writes the workbook: the tree, a reminder list for each base
// committee, the files sent back, the matters between files. Equal specs give equal bytes.
func WriteStatus(w io.Writer, spec StatusSpec) error {
	b := newBook(labelStatusTitle, spec.Time)
	b.stampProps(spec.Stamp)
	b.writeStatus(&spec)
	b.writeReminders(&spec)
	b.writeReturned(&spec)
	b.writeMatters(&spec)
	b.stampSheet(spec.Stamp)
	return b.finish(w)
}

func (s *StatusSpec) head(title string) sheetHead {
	return sheetHead{office: s.Office.Name, title: title, final: true,
		unit:   joinDots(periodLabel(s.Period.String()), labelAsOf(s.Time.Format(timeFormat))),
		status: s.Total}
}

// filtered starts a table to be filtered and read, rows rows long.
func (b *book) filtered(name string, head sheetHead, cols []column, note string, rows int) *page {
	p := b.sheet(name, layout{widths: widthsOf(cols), grid: true, frozenRows: plainHeadRow, frozenCols: 2,
		repeatFrom: plainHeadRow, repeatTo: plainHeadRow, footer: joinDots(head.title, head.unit),
		filter: "A" + itoa(plainHeadRow) + ":" + columnName(len(cols)) + itoa(plainHeadRow+max(rows, 1))})
	p.titleBlock(head, note)
	p.row = plainHeadRow
	p.headRow(cols)
	return p
}

func (b *book) writeStatus(spec *StatusSpec) {
	cols := []column{{heading: labelCode, width: 12}, {heading: labelOrgName, width: 42}, {heading: labelLevel, width: 18},
		{heading: labelReportState, width: 17}, {heading: labelDue, width: 11.5}, {heading: labelAgainstDue, width: 16},
		{heading: labelCameOn, width: 12}, {heading: labelErrorCount, width: 8}, {heading: labelBelow, width: 24},
		{heading: labelTrouble, width: 24}, {heading: labelSinceGraded, width: 12}, {heading: labelStatusFile, width: 34}}
	for i := range spec.Lines { // a path of two lines would double every row
		file := &cols[len(cols)-1]
		file.width = max(file.width, min(textWidth(spec.Lines[i].File)/roomPerUnit+indentWidth+1, widestFile))
	}
	how := labelStatusDue
	if !spec.due() {
		how, cols = labelStatusNoDue, slices.Delete(cols, statusDue, statusDue+2)
	}
	p := b.filtered(sheetStatus, spec.head(labelStatusTitle), cols, joinSentences(how, labelStatusNote, labelUnread(spec.Unread), labelLeftOut(spec.LeftOut)), len(spec.Lines))
	for i := range spec.Lines {
		p.statusLine(&spec.Lines[i], spec.due())
	}
	p.end()
}

// widestFile bounds how far the column of files is widened.
const widestFile = 48.0

// Where the deadline and how a report stands against it are told: both columns
// stay away from a list that knows of no deadline.
const (
	statusDue   = 4
	reminderDue = 4
)

// due tells whether any organization has a deadline.
func (s *StatusSpec) due() bool {
	return slices.ContainsFunc(s.Lines, func(l StatusLine) bool { return !l.Due.IsZero() }) ||
		slices.ContainsFunc(s.Reminders, func(r Reminder) bool {
			return slices.ContainsFunc(r.Lines, func(l StatusLine) bool { return !l.Due.IsZero() })
		})
}

// mostIndent bounds how far a name is set in; deeper trees stay readable.
const mostIndent = 8

// lineLooks are those of the cells of a line: texts, what stands in the middle, days.
func lineLooks() (plain, middle, day look) {
	plain = look{frame: boxed, wrap: true, top: true}
	middle = plain
	middle.align = "center"
	day = middle
	day.format = dateFormat
	return plain.padded(), middle, day
}

func (p *page) statusLine(l *StatusLine, due bool) {
	plain := look{frame: boxed, wrap: true, top: true, bold: l.Leads}
	if l.Leads {
		plain.fill = totalFill
	}
	name, middle, quiet := plain, plain, plain
	name.align, name.indent = "left", min(l.Depth, mostIndent)+1
	middle.align = "center"
	quiet.bold = false
	plain, quiet = plain.padded(), quiet.padded()
	state, day := l.Mood.dress(middle), middle
	day.format, day.bold, middle.bold = dateFormat, false, false
	changed := ""
	if l.Changed {
		changed = labelNewSince
	}
	cells := []any{p.cell(text(l.Code), plain), p.cell(text(l.Name), name), p.cell(levelLabel(l.Level), quiet),
		p.cell(text(l.State), state), p.cell(dayValue(l.Due), day), p.cell(text(l.Against), l.Mood.dress(middle)), p.cell(dayValue(l.Came), day),
		p.cell(countOrNothing(l.Errors), middle), p.cell(text(l.Below), plain), p.cell(text(l.Trouble), quiet), p.cell(text(changed), middle), p.cell(text(l.File), quiet)}
	bold := []int{1, 3, len(p.widths) - 4}
	if !due {
		cells = slices.Delete(cells, statusDue, statusDue+2)
	}
	widths := slices.Clone(p.widths)
	if l.Leads {
		widths = boldWidths(widths, bold...)
	} else if l.Mood == Overdue {
		widths = boldWidths(widths, 3, 5)
	}
	p.write(p.heightIn(widths, 1, cells), cells)
}

// boldWidths narrows the columns at the given places by what bold letters need
// more.
func boldWidths(widths []float64, at ...int) []float64 {
	out := slices.Clone(widths)
	for _, i := range at {
		out[i] *= boldRoom
	}
	return out
}

// dress colours a cell by mood.
func (m Mood) dress(l look) look {
	switch m {
	case InTime:
		l.fill = doneFill
	case InLate:
		l.fill, l.color = doneFill, alertColor
	case Awaited:
		l.fill = inputFill
	case SentBack:
		l.fill = waitFill
	case Overdue:
		l.fill, l.color, l.bold = waitFill, alertColor, true
	}
	return l
}

// doneFill tints what has come in.
const doneFill = "E2EFDA"

func dayValue(d evaluate.Date) any {
	if d.IsZero() {
		return nil
	}
	return serial(d)
}

func countOrNothing(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func (b *book) writeReturned(spec *StatusSpec) {
	cols := []column{{heading: labelUnitCode, width: 12}, {heading: labelReminderUnit, width: 34}, {heading: labelOfBase, width: 34},
		{heading: labelStatusFile, width: 40}, {heading: labelErrorCount, width: 8}, {heading: labelCameOn, width: 12}, {heading: labelReturnedCopy, width: 44}}
	p := b.filtered(sheetReturned, spec.head(labelReturnedTitle), cols, labelReturnedNote, len(spec.Returned))
	plain, middle, day := lineLooks()
	for _, r := range spec.Returned {
		if r.Code == "" && r.Name == "" {
			r.Name = labelUnknownOrg
		}
		p.fit([]any{p.cell(text(r.Code), plain), p.cell(text(r.Name), plain), p.cell(text(r.Base), plain), p.cell(text(r.Path), plain),
			p.cell(r.Errors, middle), p.cell(dayValue(r.On), day), p.cell(text(r.Copy), plain)})
	}
	if len(spec.Returned) == 0 {
		p.line(labelNoReturned, 1, len(cols), look{frame: boxed, italic: true, align: "left"})
	}
	p.end()
}

// writeMatters lists what has to be settled between files, each with all its cells.
func (b *book) writeMatters(spec *StatusSpec) {
	cols := []column{{heading: labelNumber, width: 6}, {heading: labelUnitCode, width: 16}, {heading: labelPeople, width: 24}, {heading: labelCode, width: 8}, {heading: labelStatusFile, width: 34},
		{heading: labelSheet, width: 16}, {heading: labelCell, width: 9}, {heading: labelMessage, width: 56}, {heading: labelFix, width: 46}}
	p := b.filtered(sheetMatters, spec.head(labelMattersTitle), cols, labelMattersNote, len(spec.Matters))
	plain := look{frame: boxed, wrap: true, top: true}
	middle := plain
	middle.align = "center"
	for i, m := range spec.Matters {
		x := m.Problem
		message := messageOf(x)
		if len(x.Cells) > 0 {
			message += "\n" + labelCells + strings.Join(x.Cells, ", ")
		}
		p.fit([]any{p.cell(i+1, middle), p.cell(text(strings.Join(m.Orgs, ", ")), plain), p.cell(text(labelNames(m.People)), plain), p.cell(string(x.Code), middle), p.cell(text(x.At.File), plain),
			p.cell(text(x.At.Sheet), plain), p.cell(text(x.At.Cell), middle), p.cell(message, plain), p.cell(text(x.Hint), plain)})
	}
	if len(spec.Matters) == 0 {
		p.line(labelNoMatters, 1, len(cols), look{frame: boxed, italic: true, align: "left"})
	}
	p.end()
}
