package excel

import (
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

func factOf(t testing.TB, id evaluate.FactID) *evaluate.FactDef {
	t.Helper()
	s := readVocabulary(t).Schema(evaluate.Member)
	i, ok := s.Index(id)
	if !ok {
		t.Fatalf("no fact %s", id)
	}
	return &s.Facts[i]
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		fact evaluate.FactID
		raw  string
		data string // "" with no code is blank
		code evaluate.Code
		how  tolerance
	}{
		{"score_1", "9.5", "9.5", "", asExpected},
		{"score_1", " 9.5 ", "9.5", "", tidied},
		{"score_1", "9,5", "9.5", "", numberAsText},
		{"score_1", "9.4999999999999", "9.5", "", asExpected},
		{"score_1", "9.499999998", "", "X105", 0},
		{"score_1", "1.95E1", "19.5", "", asExpected},
		{"score_1", "20", "20", "", asExpected},
		{"score_1", "20.001", "", "X106", 0},
		{"score_1", "-0.001", "", "X106", 0},
		{"score_1", "1/2", "", "X104", 0},
		{"score_1", "0x10", "", "X104", 0},
		{"score_1", "1e999999", "", "X104", 0},
		{"score_1", "12điểm", "", "X104", 0},
		{"score_1", "\u00a0", "", "", asExpected},
		{"tasks_done", "1.234,0", "1234", "", numberAsText},
		{"tasks_done", "12.34,0", "", "X104", 0},
		{"tasks_done", "1,234.5", "", "X104", 0},
		{"tasks_done", "1,234", "", "X105", 0},
		{"tasks_done", "1 234", "", "X104", 0},
		{"rate", "90%", "0.9", "", numberAsText},
		{"rate", "89,9%", "0.899", "", numberAsText},
		{"rate", "0.205", "0.205", "", asExpected},
		{"rate", "9/10", "0.9", "", numberAsText},
		{"rate", "9 / 10", "0.9", "", numberAsText},
		{"rate", "1/3", "", "X105", 0},
		{"rate", "9/0", "", "X104", 0},
		{"rate", "9/10%", "", "X104", 0},
		{"birth_date", "27638", "1975-09-01", "", asExpected},
		{"birth_date", "27638.5", "1975-09-01", "", dateAsText},
		{"birth_date", "5/9/1975", "1975-09-05", "", dateAsText},
		{"birth_date", "05-09-1975", "1975-09-05", "", dateAsText},
		{"birth_date", "05.09.1975", "1975-09-05", "", dateAsText},
		{"birth_date", "1975-09-05", "1975-09-05", "", asExpected},
		{"birth_date", "1975-09-05T00:00:00", "1975-09-05", "", dateAsText},
		{"birth_date", "1975/9/5", "1975-09-05", "", dateAsText},
		{"birth_date", "5 9 1975", "1975-09-05", "", dateAsText},
		{"birth_date", "Ngày 5 tháng 9 năm 1975", "1975-09-05", "", dateAsText},
		{"birth_date", "05 tháng 09, năm 1975", "1975-09-05", "", dateAsText},
		{"birth_date", "ngày 31 tháng 2 năm 1975", "", "X107", 0},
		{"birth_date", "tháng 9 năm 1975", "", "X108", 0},
		{"birth_date", "ngày 5 tháng 9 năm 75", "", "X108", 0},
		{"birth_date", "29/02/2000", "2000-02-29", "", dateAsText},
		{"birth_date", "29/02/1900", "", "X107", 0},
		{"birth_date", "31/02/1975", "", "X107", 0},
		{"birth_date", "12/31/1975", "", "X107", 0},
		{"birth_date", "9/1975", "", "X108", 0},
		{"birth_date", "1975", "", "X108", 0},
		{"birth_date", "05091975", "", "X108", 0},
		{"birth_date", "60", "", "X108", 0},
		{"birth_date", "-5", "", "X108", 0},
		{"birth_date", "NaN", "", "X108", 0},
		{"birth_date", "5/9/75", "", "X108", 0},
		{"birth_date", "Ngày 4/3/1960", "1960-03-04", "", dateAsText},
		{"birth_date", "ngày 05-09-1990", "1990-09-05", "", dateAsText},
		{"birth_date", "4-Mar-1960", "", "X108", 0},
		{"birth_date", "ngày 4/3", "", "X108", 0},
		{"category", "Hưu trí", "retired", "", asExpected},
		{"category", "retired", "retired", "", otherSpelling}, // our code, which no list shows
		{"category", "HƯU  TRÍ.", "retired", "", otherSpelling},
		{"category", "Hu\u031bu tri\u0301", "retired", "", tidied},
		{"category", "Hưu trі\u0301", "retired", "", lookAlikes},
		{"category", "Hưu trі", "", "X109", 0},
		{"category", "Сán bộ", "official", "", lookAlikes},
		{"category", "Cán Ьộ", "", "X109", 0},
		{"category", "nghỉ hưu", "retired", "", otherSpelling},
		{"category", "huu tri", "", "X109", 0},
		{"category", "...", "", "X109", 0},
		{"proposal_self", "HT", "", "X111", 0},
		{"identity_number", "001095001000", "001095001000", "", asExpected},
		{"identity_number", "001 095 001 000", "001095001000", "", tidied},
		{"identity_number", "012345678", "012345678", "", asExpected},
		{"identity_number", "1095001000", "", "X113", 0},
		{"identity_number", "79095001000", "", "X113", 0},
		{"identity_number", "12345678", "", "X113", 0},
		{"identity_number", "0010950010001", "", "X112", 0},
		{"identity_number", "1.09E+11", "", "X114", 0},
		{"identity_number", "000000000000", "", "X112", 0},
		{"identity_number", "111 111 111 111", "", "X112", 0},
		{"identity_number", "999999999", "", "X112", 0},
		{"identity_number", "999999999998", "999999999998", "", asExpected},
		{"card_number", "00000000", "", "X112", 0},
		{"card_number", "0", "", "X112", 0},
		{"card_number", "'00123456", "00123456", "", tidied},
		{"card_number", "Chưa có", "", "", noNumber},
		{"card_number", "-", "", "", noNumber},
		{"card_number", "Nguyễn Mẫu A", "", "X112", 0},
		{"identity_number", "chưa cấp", "", "", noNumber},
		{"card_number", "11111111", "11111111", "", asExpected},
		{"card_number", "27.066420", "27.066420", "", asExpected},
		{"card_number", "1", "1", "", asExpected},
		{"card_number", "2.7066E+10", "", "X114", 0},
		{"full_name", "  Người\u00a0 Mẫu\n1 ", "Người Mẫu 1", "", tidied},
		{"full_name", "Ðỗ Mẫu Аn", "Đỗ Mẫu An", "", lookAlikes},
		{"full_name", "Мaria Чехова", "Мaria Чехова", "", asExpected},
		{"full_name", "Mẫu Hoà", "Mẫu Hoà", "", asExpected},
		{"full_name", "=Mẫu", "=Mẫu", "", asExpected},
		{"remark", "#VALUE!", "", "X116", 0},
	} {
		got := newCellReader(factOf(t, c.fact), false).read(c.raw)
		var code evaluate.Code
		if got.problem != nil {
			code = got.problem(evaluate.Origin{}).Code
			got.data = ""
		}
		if code != c.code || got.data != c.data || got.how != c.how && code == "" {
			t.Errorf("%s %q: %q %s %d, want %q %s %d", c.fact, c.raw, got.data, code, got.how, c.data, c.code, c.how)
		}
	}
}

// A day of the calendar that is too long ago is not said to be none.
func TestDaysOfAnotherCentury(t *testing.T) {
	for raw, want := range map[string]string{"03/02/1895": "trước năm 1900", "29/02/1896": "trước năm 1900", "29/02/1900": "không có trong lịch",
		"29/02/1895": "không có trong lịch", "31/02/1975": "không có trong lịch"} {
		got := newCellReader(factOf(t, "birth_date"), false).read(raw)
		if got.problem == nil {
			t.Errorf("%s is taken", raw)
		} else if p := got.problem(evaluate.Origin{}); p.Code != "X107" || !strings.Contains(p.Message, want) {
			t.Errorf("%s: %s %s", raw, p.Code, p.Message)
		}
	}
}

func TestDate1904(t *testing.T) {
	got := newCellReader(factOf(t, "birth_date"), true).read("26176")
	if got.data != "1975-09-01" {
		t.Errorf("got %s", got.data)
	}
}

// Messages go to logs and JSON: no number of a person may stand in them.
func TestProblemsKeepNumbersToThemselves(t *testing.T) {
	for _, raw := range []string{"1095001000", "00109500100A", "1.095001E+11", "123"} {
		for _, fact := range []evaluate.FactID{"identity_number", "card_number"} {
			got := newCellReader(factOf(t, fact), false).read(raw)
			if got.problem == nil {
				continue
			}
			p := got.problem(evaluate.Origin{})
			for _, s := range []string{p.Message, p.Hint} {
				if strings.Contains(s, raw) {
					t.Errorf("%s repeats %s: %s", p.Code, raw, s)
				}
			}
		}
	}
}

func TestFold(t *testing.T) {
	for _, pair := range [][2]string{
		{"Đảng uỷ", "ĐẢNG ỦY"}, {"hoà", "hòa"}, {"khoẻ", "khỏe"}, {"Họ và tên *", " họ  và\u00a0tên"},
		{"Họ va\u0300 tên", "Họ và tên"}, {"Ngày, tháng, năm sinh", "ngày tháng năm sinh"}, {"I.1", "i 1"},
	} {
		if fold(pair[0]) != fold(pair[1]) {
			t.Errorf("%q and %q differ: %q %q", pair[0], pair[1], fold(pair[0]), fold(pair[1]))
		}
	}
	for _, pair := range [][2]string{{"hoa", "hoà"}, {"ma", "mã"}, {"90%", "90"}, {"đã", "da"}} {
		if fold(pair[0]) == fold(pair[1]) {
			t.Errorf("%q and %q are one", pair[0], pair[1])
		}
	}
	if !near("Đối tương", "Đối tượng") || !near("Doi tuong", "Đối tượng") || near("Sở thích", "Ghi chú") {
		t.Error("suggestions")
	}
}

func FuzzCell(f *testing.F) {
	for _, s := range []string{"9,5", "31/02/1975", "27638", "1.09E+11", "HT", "90%", "=1", "Hu\u031bu", "\u00a0", "#REF!", "1e99", "-", "%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		s := readVocabulary(t).Schema(evaluate.Member)
		for i := range s.Facts {
			for _, date1904 := range []bool{false, true} {
				r := newCellReader(&s.Facts[i], date1904)
				got, again := r.read(raw), r.read(raw)
				given := !got.value.IsBlank() || got.text != ""
				if given && got.problem != nil || !given && got.problem == nil && got.how != noNumber && tidy(raw) != "" {
					t.Errorf("%s %q: value %v, problem %v", s.Facts[i].ID, raw, given, got.problem != nil)
				}
				if got.data != again.data || given && got.data == "" {
					t.Errorf("%s %q: %q then %q", s.Facts[i].ID, raw, got.data, again.data)
				}
			}
		}
		if tidy(tidy(raw)) != tidy(raw) {
			t.Errorf("tidy %q is not stable: %q %q", raw, tidy(raw), tidy(tidy(raw)))
		}
	})
}

// Only of birthdays is a year alone worth a word: it has a column of its own.
func TestDayAskedForInFull(t *testing.T) {
	at := evaluate.Origin{File: "tep.xlsx", Sheet: "Đảng viên", Cell: "K9"}
	for role, want := range map[evaluate.Role]bool{evaluate.RoleBirth: true, evaluate.RoleDecisionDate: false, "": false} {
		p := problemNotDate(at, &evaluate.FactDef{Heading: "Ngày", Role: role}, "2026", false)
		if p.Code != "X108" || strings.Contains(p.Hint, "Năm sinh") != want {
			t.Errorf("%q: %s: %s", role, p.Code, p.Hint)
		}
	}
}

// What a message says of a number is what its cell shows, not how its file keeps it.
func TestSeenNumber(t *testing.T) {
	for stored, want := range map[string]string{"9.0000000999999993": "9.0000001", "9.0000001": "9.0000001", "1000": "1000", "-0.12345678": "-0.12345678", "9,12345678": "9,12345678"} {
		if got := seenNumber(stored); got != want {
			t.Errorf("%s: %s, want %s", stored, got, want)
		}
	}
}
