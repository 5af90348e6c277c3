package excel

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// A workbook that asks of people in posts, of units and of collectives alone may well
// have nobody to speak of, as no report of a branch with members has. Its sender says
// so on the cover: an empty workbook alone may be one sent back by mistake.

// mayBeNobody tells whether a workbook with sheets of these kinds may have nobody to
// report.
func mayBeNobody(s *Stamp, kinds []evaluate.Kind) bool {
	return len(kinds) > 0 && !slices.ContainsFunc(kinds, func(k evaluate.Kind) bool {
		return k == evaluate.Member || k == evaluate.Organization && !s.decisionsAlone(k)
	})
}

// decisionsAlone tells of the sheet of organizations that it was made without rules for
// them, for the decisions that lift ceilings: its rows report nobody.
func (s *Stamp) decisionsAlone(k evaluate.Kind) bool {
	return k == evaluate.Organization && len(s.Rules) > 0 && s.Rules[k] == ""
}

func kindsOf(sheets []TemplateSheet) (out []evaluate.Kind) {
	for i := range sheets {
		out = append(out, sheets[i].Schema.Kind)
	}
	return out
}

// nobodyCheck offers the word for it in a cell of the cover.
func (b *book) nobodyCheck(row int) *excelize.DataValidation {
	v := listCheck(b.lists.ref(labelNobody, []string{labelNobodyYes}))
	v.SetInput(labelNobody, hintNobodyCell)
	v.SetSqref(cellName(coverCount, row))
	return v
}

// nobodyRow is where the cover asks it.
func (p *page) nobodyRow() {
	cells := make([]any, coverLast)
	p.boxedPair(cells, [2]string{labelNobody, ""}, 1, coverCount, coverSize)
	cells[0] = p.cell(labelNobody, look{size: coverSize, frame: boxed, fill: headFill, align: "left", indent: 1, wrap: true})
	cells[coverCount-1] = p.cell(nil, look{size: coverSize, frame: boxed, bold: true, align: "left", indent: 1, unlocked: true})
	cells[coverStep-1] = p.cell(hintNobodyCell, look{size: coverSize, italic: true, wrap: true})
	p.merge(coverStep, p.row, coverLast, p.row)
	p.write(max(lineHeight(coverSize)+6, heightFor(coverSize, 1, []string{labelNobody}, []float64{p.span(1, coverSheet)})), cells)
}

// nobody is what a cover says of whether there is anybody to report.
type nobody struct {
	at  evaluate.Origin // of the cell, zero where the cover does not ask
	yes bool
}

// readNobody reads it; a word that means neither is a problem.
func (r *reader) readNobody() {
	if r.spec.People || r.in.Stamp.Version != TemplateVersion || !mayBeNobody(&r.in.Stamp, r.in.Stamp.Sheets) {
		return
	}
	i := slices.IndexFunc(r.book.sheets, func(s bookSheet) bool { return tidy(s.name) == sheetCover && s.scan.fault == noFault })
	if i < 0 {
		return
	}
	rows, err := r.book.rows(r.book.sheets[i])
	if err != nil {
		return
	}
	r.open = append(r.open, rows)
	for number, cells, ok := rows.Next(); ok; number, cells, ok = rows.Next() {
		if tidy(cellAt(cells, 0)) != labelNobody {
			continue
		}
		r.nobody.at = evaluate.Origin{File: r.at.File, Sheet: r.book.sheets[i].name, Cell: cellName(coverCount, number)}
		switch said := cellAt(cells, coverCount-1); {
		case isOneOf(said, nobodyWords()):
			r.nobody.yes = true
			r.digest.cell(markNobody, labelNobodyYes)
		case tidy(said) != "" && !isOneOf(said, []string{labelNobodyNo}):
			r.add(problemNotChoice(r.nobody.at, labelNobody, tidy(said), labelNobodyYes, false))
		}
		return
	}
}

// markNobody stands in the digest for a report of nobody.
const markNobody = "nobody"

// rowsWritten counts the rows that say more than whom they are about.
func rowsWritten(f *evaluate.Frame) (n int) {
	for row := range f.Len() {
		for i := range f.Schema.Facts {
			if !f.Schema.Facts[i].Identity && !f.Value(row, i).IsBlank() {
				n++
				break
			}
		}
	}
	return n
}

// judgeEmpty decides what a workbook with so many rows, and so many decisions beside
// them, means beside what its cover says.
func (r *reader) judgeEmpty(rows, decisions int) {
	switch {
	case rows > 0 && r.nobody.yes:
		r.add(problemNobodyAndRows(r.nobody.at, rows))
	case rows > 0 || decisions > 0 || r.failed():
	case r.nobody.yes:
		r.add(noteNobody(r.nobody.at))
	case r.spec.People && r.in.Left != nil && r.in.Left.Len() > 0: // that is told, and no row is missed
	case mayBeNobody(&r.in.Stamp, r.in.Stamp.Sheets) && !r.spec.People:
		r.add(problemPerhapsNobody(r.at, r.nobody.at))
	default:
		r.add(r.forPeople(problemNoRows(r.at), hintNobodyHere))
	}
}
