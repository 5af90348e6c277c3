package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// goneRow is a row that says of somebody that he is no longer to be reviewed where it
// puts him: of a roster, of his branch's report, or of the list a template bears.
type goneRow struct {
	person
	excel.LeftPerson // as the row writes who he is, and in what state
	at               evaluate.Origin
	book             *kept
	sent             bool // of a template written before
}

// goneRows reads what workbooks say of people who are gone, in the order of the books.
func (a *assembly) goneRows(books []*kept, ids identityFacts) (out []goneRow) {
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	for _, k := range books {
		t := k.left(evaluate.Member)
		if t == nil {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue // told with the other rows of the workbook
		}
		frame := evaluate.NewFrame(schema)
		tied.into(frame)
		for row := range t.len() {
			out = append(out, goneRow{person: tied.personAt(row, ids, a.branchOf, k.Receipt.Org),
				LeftPerson: excel.LeftOf(frame, tied.append(row), t.subject(row)), at: t.origin(row, factStatus), book: k})
		}
	}
	return out
}

// goneSaid finds rows of people who are gone, whatever branch they put them in.
type goneSaid struct {
	*knownRows
	rows []goneRow
}

func newGoneSaid(rows []goneRow) goneSaid {
	known := make([]knownRow, len(rows))
	for i := range rows {
		known[i] = knownRow{person: rows[i].person}
	}
	return goneSaid{newKnownRows(known), rows}
}

// of are the rows about somebody.
func (g goneSaid) of(p person) (out []goneRow) {
	for _, i := range g.indexes(p) {
		out = append(out, g.rows[i])
	}
	return out
}
