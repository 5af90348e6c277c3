package excel

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// What lies in the past cannot be typed as a day to come.
func TestTemplatesBoundDaysOfThePast(t *testing.T) {
	schema := readVocabulary(t).Schema(evaluate.Member)
	born, ok := schema.Index("birth_date")
	if !ok {
		t.Fatal("no birth date")
	}
	s := TemplateSheet{Schema: schema, Facts: []int{born}}
	for _, c := range []struct {
		latest map[int]evaluate.Date
		want   evaluate.Date
	}{
		{nil, evaluate.Date{Year: 2100, Month: 12, Day: 31}},
		{map[int]evaluate.Date{born: {Year: 2025, Month: 12, Day: 31}}, evaluate.Date{Year: 2025, Month: 12, Day: 31}},
	} {
		s.Latest = c.latest
		cols, _ := templateColumns(s)
		if got := cols[1].check().Formula2; got != itoa(serial(c.want)) {
			t.Errorf("the last day is %s, want %s", got, c.want)
		}
	}
}
