package campaign

import (
	"strconv"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// table is the facts of one subject kind from one workbook, by column so that blank
// columns cost little. Facts are named by id, choices by code: a vocabulary that
// changed since is noticed instead of misread.
type table struct {
	tableRows
	columns []column
}

// tableRows are a table's rows without their facts.
type tableRows struct {
	Kind    evaluate.Kind
	Sources []source
	From    []int32 // row → index into Sources
	Row     []int32 // row → 1-based workbook row
	// Result workbooks only: the id each row was written for, whether the rows
	// are of the review sheet, the group whose line each repeats, and the workbook
	// row on which its subject is listed there.
	Review   bool
	Subjects []string
	Groups   []string
	Lines    []int32
	// Left marks the people a roster, or their branch, says have left; Subjects then
	// says why.
	Left bool
	// Beside marks people named where nobody reads: they say nothing but where that is.
	Beside bool
	// Carried marks rows of earlier result workbooks that go on to stand; Taken is
	// when these were taken in.
	Carried bool
	Taken   time.Time
}

// source is one worksheet rows were read from.
type source struct{ File, Sheet string }

func (t *table) len() int { return len(t.Row) }

// subject is the id a row of a result workbook was written for, "" for none.
func (t *table) subject(row int) string { return at(t.Subjects, row) }

// group is the group whose line a row of the review sheet is, "" for none.
func (t *table) group(row int) string { return at(t.Groups, row) }

// listed is where the subject of a row stands on the review sheet, in the column
// of a fact.
func (t *table) listed(row int, id evaluate.FactID) evaluate.Origin {
	o := t.origin(row, id)
	if row < len(t.Lines) && o.Cell != "" {
		o.Cell = evaluate.ColumnName(int(columnOfCell(o.Cell))) + strconv.Itoa(int(t.Lines[row]))
	}
	return o
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// tableOf turns a frame into columns.
func tableOf(k evaluate.Kind, f *evaluate.Frame) table {
	t := table{tableRows: tableRows{Kind: k, From: make([]int32, f.Len()), Row: make([]int32, f.Len())}}
	for _, s := range f.Sources {
		t.Sources = append(t.Sources, source{s.File, s.Sheet})
	}
	for row := range f.Len() {
		p := f.Place(row)
		t.From[row], t.Row[row] = p.Source, p.Row
	}
	for fact := range f.Schema.Facts {
		if c, used := columnOf(f, fact); used {
			t.columns = append(t.columns, c)
		}
	}
	return t
}

// find returns the column of a fact, nil when the workbook had none.
func (t *table) find(id evaluate.FactID) *column {
	for i := range t.columns {
		if t.columns[i].Fact == id {
			return &t.columns[i]
		}
	}
	return nil
}

// origin is the cell of a row's fact; id "" gives the row's first cell.
func (t *table) origin(row int, id evaluate.FactID) evaluate.Origin {
	from := t.From[row]
	if from < 0 || int(from) >= len(t.Sources) {
		return evaluate.Origin{}
	}
	s := t.Sources[from]
	at := int32(1)
	if c := t.find(id); c != nil && int(from) < len(c.At) && c.At[from] > 0 {
		at = c.At[from]
	}
	return cellOrigin(s.File, s.Sheet, at, t.Row[row])
}
