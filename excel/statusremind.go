package excel

import (
	"slices"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// writeReminders puts each base committee's list on pages of its own, with the
// head and foot of office paper, so that it can be printed and sent alone.
func (b *book) writeReminders(spec *StatusSpec) {
	cols := reminderColumns(spec.due())
	p := b.sheet(sheetReminders, layout{widths: widthsOf(cols), portrait: true, footer: joinDots(labelReminderTitle, spec.Office.Name)})
	if len(spec.Reminders) == 0 {
		p.reminderHead(spec)
		p.line(spec.noReminders(), 1, len(cols), look{size: formSize, align: "center"})
	}
	for i := range spec.Reminders {
		if i > 0 {
			p.newPage()
		}
		p.reminder(spec, &spec.Reminders[i], cols)
	}
	p.end()
}

// noReminders says that nobody below is to be chased. The office is never written to by
// itself; that its own report is owed is no less true.
func (s *StatusSpec) noReminders() string {
	if len(s.Lines) > 0 && slices.Contains([]Mood{Awaited, SentBack, Overdue}, s.Lines[0].Mood) {
		return labelNoReminders + labelOwnOwed
	}
	return labelNoReminders
}

func reminderColumns(due bool) []column {
	cols := []column{{heading: labelNumber, width: 5}, {heading: labelUnitCode, width: 12}, {heading: labelReminderUnit, width: 31},
		{heading: labelAsked, width: 22}, {heading: labelDue, width: 11.5}, {heading: labelAgainstDue, width: 15}, {heading: labelReturnedCopy, width: 24}}
	if !due {
		cols = slices.Delete(cols, reminderDue, reminderDue+2)
		cols[2].width += 16 // the page stays as full, and as large
		cols[len(cols)-1].width += 10.5
	}
	return cols
}

// signHeight is the height of a block of signatures, in points.
const signHeight = 4*(formSize*lineSpace+2) + 5*plainHeight

// newPage begins a page with the next row. Beyond what a sheet can have of
// breaks the programs divide by themselves.
func (p *page) newPage() {
	if len(p.layout.rowBreaks) < mostPages {
		p.layout.rowBreaks = append(p.layout.rowBreaks, p.row)
	}
}

func (p *page) reminderHead(spec *StatusSpec) {
	p.paperHead(spec.Office, placeDate(spec.Office.Place, spec.Time), 3)
	p.skip(1)
	last := len(p.widths)
	p.line(labelReminderTitle, 1, last, look{size: titleSize, bold: true, align: "center"})
	p.line(formPeriod(periodLabel(spec.Period.String())), 1, last, look{size: formSize, italic: true, align: "center"})
	p.skip(1)
}

func (p *page) reminder(spec *StatusSpec, r *Reminder, cols []column) {
	last := len(cols)
	top := p.row
	p.reminderHead(spec)
	p.line(labelAddressed(r.To), 1, last, look{size: formSize, bold: true, align: "center"})
	p.skip(1)
	p.line(labelReminderIntro(spec.Time.Format(timeFormat), r.Below, len(r.Lines), r.early(spec.Time)), 1, last, look{size: formSize, align: "left"})
	p.skip(1)
	p.headRow(cols)
	due := spec.due()
	bold := []int{3} // the state may be bold, and the deadline
	if due {
		bold = append(bold, reminderDue+1)
	}
	widths := boldWidths(p.widths, bold...)
	for i := range r.Lines {
		cells := p.reminderCells(i+1, &r.Lines[i], due)
		height := p.heightIn(widths, 1, cells)
		need := height
		if i == len(r.Lines)-1 {
			need += signHeight // the signature is not alone on its page
		}
		if p.used(top)+need > p.layout.pageHeight() {
			// The headings go on where the list does.
			p.newPage()
			top = p.row
			p.line(r.To+" "+labelContinued, 1, last, look{italic: true, align: "left"})
			p.headRow(cols)
		}
		p.write(height, cells)
	}
	p.signBlock([3][2]string{{"", spec.Office.Signer}, {"", labelSign}, {"", spec.Office.SignedBy}})
}

// early counts the reports of a list whose deadline has not passed by the given time.
func (r *Reminder) early(now time.Time) (n int) {
	today := evaluate.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}
	for _, l := range r.Lines {
		if !l.Due.IsZero() && l.Due.Compare(today) >= 0 {
			n++
		}
	}
	return n
}

// used is the height of the rows from top to the one about to be written.
func (p *page) used(top int) float64 {
	sum := 0.0
	for row := top; row < p.row; row++ {
		if row <= len(p.heights) {
			sum += float64(p.heights[row-1])
		} else {
			sum += plainHeight
		}
	}
	return sum
}

func (p *page) reminderCells(n int, l *StatusLine, due bool) []any {
	plain, middle, day := lineLooks()
	cells := []any{p.cell(n, middle), p.cell(text(l.Code), plain), p.cell(text(l.Name), plain), p.cell(text(l.Asked), l.Mood.dress(middle)),
		p.cell(dayValue(l.Due), day), p.cell(text(l.Against), l.Mood.dress(middle)), p.cell(text(l.File), plain)}
	if !due {
		cells = slices.Delete(cells, reminderDue, reminderDue+2)
	}
	return cells
}
