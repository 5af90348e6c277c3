package campaign

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// keptTable is a table as it stands in a kept file.
type keptTable struct {
	Kind     evaluate.Kind
	Sources  []source
	From     []int32
	Row      []int32
	Columns  []keptColumn
	Review   bool
	Subjects []string
	Groups   []string
	Lines    []int32
	Left     bool
	Beside   bool
	Carried  bool
	Taken    time.Time
}

// keptColumn is a column as it stands in a kept file. Given tells which rows have a value.
type keptColumn struct {
	Fact  evaluate.FactID
	Type  evaluate.FactType
	At    []int32
	Given []bool
	N     []int64  // number: numerator; date: yyyymmdd; choice: index into Codes
	D     []int64  // number: denominators, nil when all are 1
	Text  []string // text
	Codes []string
}

// keptTables are tables as they are kept.
func keptTables(tables []table) []keptTable {
	out := make([]keptTable, len(tables))
	for i := range tables {
		out[i] = tables[i].kept()
	}
	return out
}

func (t *table) kept() keptTable {
	out := keptTable{t.Kind, t.Sources, t.From, t.Row, nil, t.Review, t.Subjects, t.Groups, t.Lines, t.Left, t.Beside, t.Carried, t.Taken}
	for i := range t.columns {
		out.Columns = append(out.Columns, t.columns[i].kept())
	}
	return out
}

func (k *keptTable) table() table {
	out := table{tableRows: tableRows{k.Kind, k.Sources, k.From, k.Row, k.Review, k.Subjects, k.Groups, k.Lines, k.Left, k.Beside, k.Carried, k.Taken}}
	for i := range k.Columns {
		out.columns = append(out.columns, k.Columns[i].column())
	}
	return out
}

func (c *column) kept() keptColumn {
	out := keptColumn{Fact: c.Fact, Type: c.Type, At: c.At, Codes: c.Codes}
	if c.cells == nil {
		return out
	}
	for row := range c.by {
		out.Given = append(out.Given, c.given(row))
		if c.Type == evaluate.TextFact {
			out.Text = append(out.Text, c.text(row))
			continue
		}
		x := c.fraction(row)
		out.N, out.D = append(out.N, x.n), append(out.D, x.d)
	}
	if !slices.ContainsFunc(out.D, func(d int64) bool { return d != 1 }) {
		out.D = nil
	}
	return out
}

func (k *keptColumn) column() column {
	c := column{columnHead: &columnHead{k.Fact, k.Type, k.At, k.Codes}}
	if !slices.Contains(k.Given, true) {
		return c
	}
	c.cells = &cells{by: make([]int32, 0, len(k.Given))}
	if k.Type == evaluate.TextFact {
		c.texts = make([]string, 0, len(k.Given))
	}
	for row, given := range k.Given {
		switch {
		case !given:
			c.putBlank()
		case k.Type == evaluate.TextFact:
			c.putText(k.Text[row])
		case k.D != nil:
			c.put(fraction{k.N[row], k.D[row]})
		default:
			c.put(fraction{k.N[row], 1})
		}
	}
	return c
}

// MarshalJSON writes the table as it is kept.
func (t table) MarshalJSON() ([]byte, error) { return json.Marshal(t.kept()) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *table) UnmarshalJSON(b []byte) error {
	var k keptTable
	if err := json.Unmarshal(b, &k); err != nil {
		return err
	}
	*t = k.table()
	return nil
}

// readAll reads kept files; what their columns have in common they hold together.
func (c *Campaign) readAll(files []string) ([]*kept, error) {
	var heads columnHeads
	out := make([]*kept, len(files))
	return out, runEach(len(files), c.workers(len(files)), nil, func(i int) error {
		k, err := readKept(files[i])
		if err != nil {
			return err
		}
		heads.share(k)
		out[i] = k
		return nil
	})
}

// columnHeads holds once what many workbooks' columns have in common.
type columnHeads struct {
	mu   sync.Mutex
	held map[string]*columnHead
}

// share gives a workbook's columns the heads of equal ones met before.
func (h *columnHeads) share(k *kept) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range k.Tables {
		columns := k.Tables[i].columns
		for c := range columns {
			key := columns[c].columnHead.key()
			if h.held[key] == nil {
				if h.held == nil {
					h.held = map[string]*columnHead{}
				}
				h.held[key] = columns[c].columnHead
			}
			columns[c].columnHead = h.held[key]
		}
	}
}

func (h *columnHead) key() string {
	var b strings.Builder
	b.WriteString(string(h.Fact) + "\x1f" + strconv.Itoa(int(h.Type)))
	for _, at := range h.At {
		b.WriteString(" " + strconv.Itoa(int(at)))
	}
	for _, code := range h.Codes {
		b.WriteString("\x1f" + code)
	}
	return b.String()
}
