package campaign

import (
	"slices"

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

// isOwnWord tells whether a row of the list a template bears repeats what reports and
// rosters said when it was written, and no workbook that was named for it: they speak for
// themselves.
func (a *assembly) isOwnWord(row *goneRow) bool {
	g := row.book.Receipt.Given
	if g == nil || row.at.File != row.book.Receipt.Path {
		return false
	}
	by := g.Of[a.keyOfRow(givenGone, row.person)]
	return len(by) > 0 && !slices.ContainsFunc(by, func(i int) bool { return g.Lists[i] != namedList{} })
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
	for _, i := range g.indexesHere(p) {
		out = append(out, g.rows[i])
	}
	return out
}

// perhaps are the rows of his branch and of other workbooks that may be about somebody.
func (g goneSaid) perhaps(p person) (out []goneRow) {
	for _, i := range g.bearing("", p.name) {
		if q := g.rows[i].person; p.name != "" && q.branch == p.branch && file(q) != file(p) && kinshipOf(p, q, nil).how != stranger {
			out = append(out, g.rows[i])
		}
	}
	return out
}

// indexesHere are the positions of the rows that about lists; where there is none, of the
// only row of its branch and of another workbook with its name that knows the same year of
// birth or, where days are compared, the same such day. Several workbooks may say so.
func (k *knownRows) indexesHere(p person) (out []int) {
	if out = k.indexes(p); len(out) > 0 || p.name == "" {
		return out
	}
	met := map[string]bool{}
	for _, i := range k.bearing("", p.name) {
		q := k.rows[i].person
		if q.branch != p.branch || kinshipOf(p, q, k.days).how != certain {
			continue
		}
		if file(q) == file(p) || met[file(q)] {
			return nil // two people of one workbook
		}
		met[file(q)], out = true, append(out, i)
	}
	return out
}

// file is the workbook in which somebody stands.
func file(p person) string { return p.in.table.origin(p.row, "").File }
