package campaign

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// What a table says survives keeping, in binary and in JSON, whatever the size of its
// numbers; and no field of it is forgotten.
func TestTablesSurviveKeeping(t *testing.T) {
	number := column{columnHead: &columnHead{Fact: "score", Type: evaluate.NumberFact, At: []int32{3}}}
	values := []fraction{{0, 1}, {-1, 1}, {49, 2}, {math.MaxInt32 >> 1, 1}, {math.MaxInt32>>1 + 1, 1}, {math.MinInt32 >> 1, 1},
		{math.MinInt32>>1 - 1, 1}, {math.MaxInt64, 1}, {1, math.MaxInt64}}
	text := column{columnHead: &columnHead{Fact: "name", Type: evaluate.TextFact, At: []int32{2}}}
	choice := column{columnHead: &columnHead{Fact: "kind", Type: evaluate.ChoiceFact, At: []int32{4}, Codes: []string{"a", "b"}}}
	for i, x := range values {
		number.put(x)
		text.putText("")
		choice.put(fraction{int64(i % 2), 1})
	}
	number.putBlank()
	text.putBlank()
	choice.putBlank()
	blank := column{columnHead: &columnHead{Fact: "remark", Type: evaluate.TextFact, At: []int32{5}}}
	of := table{tableRows{Kind: evaluate.Member, Sources: []source{{"f", "s"}}, From: []int32{0}, Row: []int32{9}, Review: true,
		Subjects: []string{"x"}, Groups: []string{"g"}, Lines: []int32{7}, Left: true, Beside: true, Carried: true,
		Taken: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}, []column{number, text, choice, blank}}
	for i, rows := 0, reflect.ValueOf(of.tableRows); i < rows.NumField(); i++ {
		if rows.Field(i).IsZero() {
			t.Errorf("the test leaves %s out", rows.Type().Field(i).Name)
		}
	}
	var b bytes.Buffer
	var binary []keptTable
	if err := gob.NewEncoder(&b).Encode(keptTables([]table{of})); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&b).Decode(&binary); err != nil {
		t.Fatal(err)
	}
	var again table
	written, err := json.Marshal(of)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(written, &again); err != nil {
		t.Fatal(err)
	}
	for how, got := range map[string]table{"binary": binary[0].table(), "JSON": again} {
		if !reflect.DeepEqual(got.tableRows, of.tableRows) {
			t.Errorf("%s: %+v", how, got.tableRows)
		}
		for i := range of.columns {
			want, c := &of.columns[i], &got.columns[i]
			if !reflect.DeepEqual(c.columnHead, want.columnHead) {
				t.Errorf("%s: %+v, want %+v", how, c.columnHead, want.columnHead)
			}
			for row := range len(values) + 2 {
				if c.given(row) != want.given(row) || c.text(row) != want.text(row) || c.code(row) != want.code(row) || c.fraction(row) != want.fraction(row) {
					t.Errorf("%s: %s, row %d differs", how, c.Fact, row)
				}
			}
		}
		for row, x := range values {
			if got.columns[0].fraction(row) != x {
				t.Errorf("%s: row %d is %v, want %v", how, row, got.columns[0].fraction(row), x)
			}
		}
	}
}

// Workbooks of one template hold what their columns have in common once; others keep
// their own.
func TestColumnsShareTheirHeads(t *testing.T) {
	book := func(at int32, codes ...string) *kept {
		return &kept{Tables: []table{{columns: []column{{columnHead: &columnHead{Fact: "kind", Type: evaluate.ChoiceFact, At: []int32{at}, Codes: codes}}}}}}
	}
	var heads columnHeads
	head := func(k *kept) *columnHead { heads.share(k); return k.Tables[0].columns[0].columnHead }
	first := head(book(3, "a", "b"))
	if head(book(3, "a", "b")) != first {
		t.Error("equal heads are held twice")
	}
	for _, other := range []*kept{book(4, "a", "b"), book(3, "b", "a"), book(3, "a"), book(3, "a", "b", "c")} {
		if got := head(other); got == first || len(heads.held) < 2 {
			t.Errorf("%+v is taken for %+v", got, first)
		}
	}
}
