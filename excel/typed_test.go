package excel

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/xeploai/xeploai/evaluate"
)

// How a cell is stored and shown decides what people read in it: what the reader
// takes it for must be that, or be told.
func TestCellsAreReadAsPeopleSeeThem(t *testing.T) {
	shown := func(format int) func(*editor, string) {
		return func(e *editor, cell string) {
			style, err := e.NewStyle(&excelize.Style{NumFmt: format})
			e.must(err)
			e.must(e.SetCellStyle(sheetMembers, cell, cell, style))
		}
	}
	own := func(code string) func(*editor, string) {
		return func(e *editor, cell string) {
			style, err := e.NewStyle(&excelize.Style{CustomNumFmt: &code})
			e.must(err)
			e.must(e.SetCellStyle(sheetMembers, cell, cell, style))
		}
	}
	for name, c := range map[string]struct {
		fact string
		v    any
		how  func(*editor, string)
		want evaluate.Code
		data string
	}{
		"a text grouped by a dot":       {"score_1", "1.500", nil, "X111", ""},
		"a count grouped by a comma":    {"tasks_done", "1,000", nil, "X111", ""},
		"a count grouped by a dot":      {"tasks_done", "2.000", nil, "X111", ""},
		"points of three decimals":      {"score_1", "1,500", nil, "X162", "1.5"},
		"a number of three decimals":    {"score_1", 1.5, nil, "", "1.5"},
		"a text in scientific form":     {"score_1", "1E1", nil, "X162", "10"},
		"the same in small letters":     {"score_1", "1e1", nil, "X162", "10"},
		"a text that ends in a dot":     {"score_1", "9.", nil, "X162", "9"},
		"a text with a sign":            {"score_1", "+7", nil, "X162", "7"},
		"points shown as a percentage":  {"score_1", 0.5, shown(10), "X104", ""},
		"points typed as a percentage":  {"score_1", "50%", nil, "X104", ""},
		"a share shown as a percentage": {"rate", 0.8, shown(9), "X162", "0.8"},
		"a day typed as a number":       {"birth_date", "36526", nil, "X163", "2000-01-01"},
		"a day shown as a number":       {"birth_date", 36526, shown(1), "X163", "2000-01-01"},
		"a day shown as a day":          {"birth_date", 36526, shown(14), "", "2000-01-01"},
		"a day of the ISO form as text": {"birth_date", "2000-01-01", nil, "X163", "2000-01-01"},
		"points that became a day":      {"score_1", 45786, shown(14), "X104", ""},
		"points in a cell for days":     {"score_1", 7, shown(14), "X104", ""},
		"points in a cell for times":    {"score_1", 1, shown(20), "X104", ""},
		"TRUE among points":             {"score_1", true, nil, "X104", ""},
		"FALSE among points":            {"score_1", false, nil, "X104", ""},
		"points typed as text":          {"score_1", "7", nil, "X162", "7"},
		"points with a leading nought":  {"score_1", "07", nil, "X162", "7"},
		"points with their word":        {"score_1", "9,5 điểm", nil, "X162", "9.5"},
		"points with its letter":        {"score_1", "9đ", nil, "X162", "9"},
		"points with it and a dot":      {"score_1", "9 Đ.", nil, "X162", "9"},
		"points of points":              {"score_1", "9/10 điểm", nil, "X104", ""},
		"a grouped number with a word":  {"score_1", "1.500 điểm", nil, "X111", ""},
		"a count with another word":     {"tasks_done", "9 điểm", nil, "X104", ""},
		"the word alone":                {"score_1", "điểm", nil, "X104", ""},
		"points with a unit after them": {"score_1", 7, own(`0\ \d"đ"`), "", "7"},
		"points of the most there are":  {"score_1", "15/20", nil, "X104", ""},
		"one of two points":             {"score_1", "1/2", nil, "X104", ""},
		"half a point":                  {"score_1", "½", nil, "X162", "0.5"},
		"points and a half":             {"score_1", "17 1/2", nil, "X162", "17.5"},
		"points and a half in one":      {"score_1", "17½ điểm", nil, "X162", "17.5"},
		"half of a month":               {"months", "1/2", nil, "X162", "0.5"},
		"half of a month in words":      {"months", "1/2 tháng", nil, "X162", "0.5"},
		"months and a half":             {"months", "1 1/2", nil, "X162", "1.5"},
		"months and a half in one":      {"months", "2½", nil, "X162", "2.5"},
		"a quarter of a month":          {"months", "1/4", nil, "X104", ""},
		"months of the year":            {"months", "6/12", nil, "X104", ""},
		"more than one in a fraction":   {"months", "3/2", nil, "X104", ""},
		"half of a task":                {"tasks_done", "1/2", nil, "X104", ""},
		"half a month in a word":        {"months", "nửa tháng", nil, "X162", "0.5"},
		"the same, capitalized":         {"months", "Nửa  Tháng.", nil, "X162", "0.5"},
		"half alone":                    {"months", "nửa", nil, "X104", ""},
		"months and a half in words":    {"months", "5 tháng rưỡi", nil, "X162", "5.5"},
		"a month and a half":            {"months", "Tháng rưỡi.", nil, "X162", "1.5"},
		"a half without the unit":       {"months", "5 rưỡi", nil, "X162", "5.5"},
		"a half spelled otherwise":      {"months", "5 tháng rưởi", nil, "X162", "5.5"},
		"points and a half in words":    {"score_1", "9 điểm rưỡi", nil, "X162", "9.5"},
		"years and a half in months":    {"months", "năm rưỡi", nil, "X104", ""},
		"a fraction and a half":         {"months", "5,5 tháng rưỡi", nil, "X104", ""},
		"tasks and a half":              {"tasks_done", "5 việc rưỡi", nil, "X104", ""},
		"half a year in months":         {"months", "nửa năm", nil, "X104", ""},
		"half of a task in a word":      {"tasks_done", "nửa việc", nil, "X104", ""},
		"the months of a year":          {"months", "12 tháng", nil, "X162", "12"},
		"tasks with their word":         {"tasks_done", "18 nhiệm vụ", nil, "X162", "18"},
		"tasks with a short word":       {"tasks_done", "18 việc", nil, "X162", "18"},
		"tasks with a longer one":       {"tasks_done", "18 công việc", nil, "X162", "18"},
		"times among tasks":             {"tasks_done", "3 lần", nil, "X104", ""},
		"days among months":             {"months", "15 ngày", nil, "X104", ""},
		"half a month that is a day":    {"months", 46054, shown(14), "X104", ""},
		"a third":                       {"score_1", "⅓", nil, "X104", ""},
		"a fraction below nought":       {"months", "-1/2", nil, "X104", ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t, func(e *editor) {
				e.set(c.fact, 1, c.v)
				if c.how != nil {
					c.how(e, e.at(sheetMembers, c.fact, 1))
				}
			})
			in, ps := Read(path, readSpec(t))
			var got []evaluate.Code
			for _, p := range ps {
				got = append(got, p.Code)
			}
			clean := !slices.Contains(got, "X111") && !slices.Contains(got, "X104") && !slices.Contains(got, "X162") && !slices.Contains(got, "X163")
			if c.want == "" && !clean || c.want != "" && !slices.Contains(got, c.want) {
				t.Errorf("got %v, want %q", got, c.want)
			}
			f := in.Frames[evaluate.Member]
			i, _ := f.Schema.Index(evaluate.FactID(c.fact))
			data := ""
			switch v := f.Value(1, i); v.Type() {
			case evaluate.NumberFact:
				data = v.Number().String()
			case evaluate.DateFact:
				data = v.Date().String()
			}
			if data != c.data {
				t.Errorf("read as %q, want %q", data, c.data)
			}
		})
	}
}

// Who has none of what is counted is told to write so: a blank would be unknown. And a
// percentage is said as its cell shows it, whatever the file holds of it.
func TestWhatIsSaidOfNumbers(t *testing.T) {
	percent := func(e *editor) {
		style, err := e.NewStyle(&excelize.Style{NumFmt: 9})
		e.must(err)
		e.set("score_1", 1, 0.28999999999999998)
		cell := e.at(sheetMembers, "score_1", 1)
		e.must(e.SetCellStyle(sheetMembers, cell, cell, style))
	}
	for want, edit := range map[string]func(*editor){
		"25 điểm trên tối đa 30":            func(e *editor) { e.set("score_1", 1, "15/20") },
		"không có thì ghi 0; chưa biết":     func(e *editor) { e.set("months", 1, "không") },
		"không có thì ghi 0":                func(e *editor) { e.set("tasks_done", 1, "không có") },
		`ô đang định dạng phần trăm ("29%"`: percent,
		"cột này tính bằng nhiệm vụ; ghi":   func(e *editor) { e.set("tasks_done", 1, "3 lần") },
		"cột này không ghi nửa; cột này tính bằng nhiệm vụ; ghi một số nguyên": func(e *editor) { e.set("tasks_done", 1, "5 việc rưỡi") },
		"“rưỡi” là thêm một nửa; cột này tính bằng tháng; ghi":                 func(e *editor) { e.set("months", 1, "năm rưỡi") },
		"cột này tính bằng tháng; ghi":                                         func(e *editor) { e.set("months", 1, "nửa năm") },
	} {
		_, ps := Read(filled(t, edit), readSpec(t))
		if p := find(t, ps, "X104"); !strings.Contains(p.Message+p.Hint, want) {
			t.Errorf("said as %s; %s", p.Message, p.Hint)
		}
	}
}

// A sign alone says that nothing is to be said: what a blank there says, with a note.
// Where something has to be said it is shown, since nobody is called that.
func TestDashesAlone(t *testing.T) {
	plain, ps := Read(filled(t, func(e *editor) {
		for _, fact := range []string{"score_2", "proposal_self", "birth_date", "remark", "months"} {
			e.set(fact, 2, nil)
		}
	}), readSpec(t))
	want := valuesOf(plain)
	for _, dash := range []string{"-", " – ", "—", "−", "--"} {
		in, told := Read(filled(t, func(e *editor) {
			for _, fact := range []string{"score_2", "proposal_self", "birth_date", "remark", "months"} {
				e.set(fact, 2, dash)
			}
		}), readSpec(t))
		if valuesOf(in) != want || in.Digest != plain.Digest {
			t.Errorf("%q is not read as a blank", dash)
		}
		said := ""
		for _, p := range told {
			if p.Code == "X164" {
				said += p.At.Cell + " " + p.Message + "\n"
			}
		}
		if got := len(told) - len(ps); got != 5 || strings.Count(said, "dấu gạch") != 5 || strings.Count(said, "nghĩa là 0") != 1 {
			t.Errorf("%q: %s\n%s", dash, codesOf(told), said)
		}
	}
	_, ps = Read(filled(t, func(e *editor) { e.set("category", 1, "–") }), readSpec(t))
	if p := find(t, ps, "X109"); !strings.Contains(p.Message, `"–"`) {
		t.Errorf("said as %s", p.Message)
	}
}
