package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// A note on what was understood says how, where that is no name: who reads it need not
// open the file to see whether it is right.
func TestNotesSayHowCellsWereUnderstood(t *testing.T) {
	for name, c := range map[string]struct {
		fact    string
		written []any
		code    evaluate.Code
		said    string
	}{
		"points":         {"score_1", []any{"9đ"}, "X162", ": “9đ” → 9"},
		"and a half":     {"score_1", []any{"9 điểm rưỡi"}, "X162", ": “9 điểm rưỡi” → 9,5"},
		"several":        {"score_1", []any{"9,5", "9,5", "8", "7", "6"}, "X162", ": “9,5” → 9,5; “8” → 8; “7” → 7 …"},
		"a day":          {"birth_date", []any{"5.9.1960"}, "X163", ": “5.9.1960” → 05/09/1960"},
		"another word":   {"category", []any{"nghỉ hưu"}, "X164", ": “nghỉ hưu” → “Hưu trí”"},
		"other letters":  {"category", []any{"Нưu trí"}, "X174", "→ “Hưu trí”"},
		"spaces, names":  {"full_name", []any{"Trần  Mẫu Bình"}, "X165", ": dấu cách thừa"},
		"spaces":         {"category", []any{"Hưu  trí"}, "X165", ": dấu cách thừa → “Hưu trí”"},
		"other Unicode":  {"category", []any{"Hu\u031bu tri\u0301"}, "X165", ": bảng mã Unicode tổ hợp → “Hưu trí”"},
		"marks":          {"identity_number", []any{"999.000.000.123", "'999000000124", "999-000-000-125"}, "X165", ": dấu chấm, nháy, gạch trong số"},
		"letters, names": {"full_name", []any{"Trần Mẫu Вình"}, "X174", ""},
	} {
		_, ps := Read(filled(t, func(e *editor) {
			for i, v := range c.written {
				e.set(c.fact, i+1, v)
			}
		}), readSpec(t))
		p := find(t, ps, c.code)
		if c.said == "" && strings.Contains(p.Message, "→") || !strings.HasSuffix(p.Message, c.said) {
			t.Errorf("%s: %s", name, p.Message)
		}
	}
}
