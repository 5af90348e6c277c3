package campaign

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// Rows of a template's data sheet.
const (
	messyStamp   = 6
	messyGroups  = 7
	messyHeads   = 8
	messyData    = 9
	messyMembers = "Đảng viên"
)

// messyBook is a branch's filled template while its sender works in it. It knows
// where every column and every person has come to stand.
type messyBook struct {
	*excelize.File
	t    testing.TB
	rand *rand.Rand
	of   *messyReturn
	cols map[string]int // fact → column, 1-based
	rows []int          // person → row

	taken   []bool          // person → bears a fault
	touched map[string]bool // fact/person
	did     []string
	told    []messyTold
	later   []func() // what is done when rows and columns stand
}

// messyTold is a problem that intake must tell.
type messyTold struct {
	code  evaluate.Code
	fact  string // a note on a column is told once, with all its cells
	where func() string
	error bool
}

func openMessy(t testing.TB, r *messyReturn, seed uint64) *messyBook {
	f, err := excelize.OpenReader(bytes.NewReader(r.clean(t)))
	b := &messyBook{File: f, t: t, rand: rand.New(rand.NewPCG(seed, 310)), of: r, cols: map[string]int{},
		taken: make([]bool, len(r.people)), touched: map[string]bool{}}
	b.must(err)
	for c := 1; c < 60; c++ {
		if stamp, _ := f.GetCellValue(messyMembers, b.cell(c, messyStamp)); len(stamp) > 1 && stamp[0] == '#' {
			b.cols[stamp[1:]] = c
		}
	}
	for i := range r.people {
		b.rows = append(b.rows, messyData+i)
	}
	return b
}

func (b *messyBook) must(err error) {
	if err != nil {
		b.t.Helper()
		b.t.Error(b.did, err)
	}
}

func (b *messyBook) cell(col, row int) string { return evaluate.ColumnName(col) + strconv.Itoa(row) }

// at is the cell of a fact of a person, where it stands now.
func (b *messyBook) at(fact string, person int) string {
	col, ok := b.cols[fact]
	if !ok {
		b.t.Errorf("%s: no column %s", b.of.org(), fact)
		return "A1"
	}
	return b.cell(col, b.rows[person])
}

func (b *messyBook) raw(cell string) string {
	v, err := b.GetCellValue(messyMembers, cell, excelize.Options{RawCellValue: true})
	b.must(err)
	return v
}

// put writes a value over a cell, whose format stays.
func (b *messyBook) put(cell string, value any) {
	style, err := b.GetCellStyle(messyMembers, cell)
	b.must(err)
	b.must(b.SetCellValue(messyMembers, cell, value))
	b.must(b.SetCellStyle(messyMembers, cell, cell, style))
}

// tell demands a problem at a cell that is known when the sender is done.
func (b *messyBook) tell(code evaluate.Code, where func() string) {
	b.told = append(b.told, messyTold{code: code, where: where})
}

// fault demands an error at the cell of a fact.
func (b *messyBook) fault(code evaluate.Code, fact string, person int) {
	b.told = append(b.told, messyTold{code: code, where: func() string { return b.at(fact, person) }, error: true})
}

// noted demands a note on the column of a fact.
func (b *messyBook) noted(code evaluate.Code, fact string, person int) {
	b.told = append(b.told, messyTold{code: code, fact: fact, where: func() string { return b.at(fact, person) }})
}

// victim is a person who bears no fault yet; nothing else happens to him.
func (b *messyBook) victim() int {
	for _, p := range b.rand.Perm(len(b.rows)) {
		clean := !b.taken[p]
		for fact := range b.cols {
			clean = clean && !b.touched[fmt.Sprint(fact, p)]
		}
		if clean {
			b.taken[p] = true
			return p
		}
	}
	return -1
}

// some are up to n people without fault whose cell of a fact nobody touched.
func (b *messyBook) some(fact string, n int) []int {
	var out []int
	for _, p := range b.rand.Perm(len(b.rows)) {
		if key := fmt.Sprint(fact, p); len(out) < n && !b.taken[p] && !b.touched[key] {
			b.touched[key] = true
			out = append(out, p)
		}
	}
	return out
}

// insertColumns puts empty columns before that of a fact.
func (b *messyBook) insertColumns(before string, n int) (first int) {
	first = b.cols[before]
	b.must(b.InsertCols(messyMembers, evaluate.ColumnName(first), n))
	for fact, c := range b.cols {
		if c >= first {
			b.cols[fact] = c + n
		}
	}
	return first
}

// insertRows puts empty rows before a person, or below the last one.
func (b *messyBook) insertRows(before, n int) (first int) {
	first = b.rows[len(b.rows)-1] + 1
	if before < len(b.rows) {
		first = b.rows[before]
	}
	b.must(b.InsertRows(messyMembers, first, n))
	for i, row := range b.rows {
		if row >= first {
			b.rows[i] = row + n
		}
	}
	return first
}

// dates are the cells of days, which programs store as numbers.
func (b *messyBook) dates() []string {
	var out []string
	for _, fact := range []string{"birth_date", "admitted_on"} {
		if _, there := b.cols[fact]; !there {
			continue
		}
		for p := range b.rows {
			out = append(out, b.at(fact, p))
		}
	}
	return out
}

// do lets the sender do up to n things, of which no two are of one group, in the
// order of the list.
func (b *messyBook) do(kinds []messyKind, n int, pick func(n int) int) {
	chosen := map[int]bool{}
	groups := map[string]bool{}
	for range n {
		k := pick(len(kinds))
		if g := kinds[k].group; !chosen[k] && !groups[g] {
			chosen[k], groups[g] = true, g != ""
		}
	}
	for _, k := range slices.Sorted(maps.Keys(chosen)) {
		b.did = append(b.did, kinds[k].name)
		kinds[k].do(b)
	}
}

func (b *messyBook) save() []byte {
	for _, f := range b.later {
		f()
	}
	buf, err := b.WriteToBuffer()
	b.must(err)
	b.must(b.Close())
	return buf.Bytes()
}

// expected lists the problems, as told in the report: code and cells.
func (b *messyBook) expected() []string {
	var out []string
	columns := map[string][]string{}
	for _, w := range b.told {
		if w.fact == "" {
			out = append(out, string(w.code)+" "+w.where())
			continue
		}
		key := string(w.code) + w.fact
		columns[key] = append(columns[key], w.where())
	}
	for key, cells := range columns {
		slices.SortFunc(cells, func(a, b string) int { return rowOfCell(a) - rowOfCell(b) })
		out = append(out, key[:4]+" "+strings.Join(cells, ","))
	}
	slices.Sort(out)
	return out
}

// refused tells whether the file must come back.
func (b *messyBook) refused() bool {
	return slices.ContainsFunc(b.told, func(w messyTold) bool { return w.error })
}

func rowOfCell(cell string) int {
	_, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return 0
	}
	return row
}

// meaning is what the sender means in a cell, by his own paper; ok is false when
// nobody and nothing of his stands there.
func (b *messyBook) meaning(cell string) (fact, value string, ok bool) {
	col, row, err := excelize.CellNameToCoordinates(cell)
	person := slices.Index(b.rows, row)
	if err != nil || person < 0 {
		return "", "", false
	}
	for f, c := range b.cols {
		if c == col {
			return f, b.of.people[person][f], true
		}
	}
	return "", "", false
}
