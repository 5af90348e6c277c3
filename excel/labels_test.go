package excel

import (
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func TestRangeHintIsASentence(t *testing.T) {
	zero, twenty := ptr(evaluate.Int(0)), ptr(evaluate.Int(20))
	for _, c := range []struct {
		low, high *evaluate.Num
		step      string
		want      string
	}{
		{zero, nil, "0.001", "số từ 0 trở lên, nhiều nhất 3 chữ số lẻ"},
		{zero, twenty, "0.25", "số từ 0 đến 20, là bội của 0,25"},
		{zero, twenty, "1", "số nguyên từ 0 đến 20"},
		{nil, twenty, "0.1", "số từ 20 trở xuống, nhiều nhất 1 chữ số lẻ"},
		{nil, nil, "1", ""},
	} {
		if got := rangeHint(c.low, c.high, num(t, c.step)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
