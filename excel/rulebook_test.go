package excel

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func sampleRuleBook() RuleBookSpec {
	long := strings.TrimSpace(strings.Repeat("một điều kiện rất dài được viết bằng nhiều chữ; ", 60))
	return RuleBookSpec{Office: sampleOffice(), Title: "Quy định mẫu", InForce: "các kỳ từ 2025 đến nay", Ref: "mau@2025-r1", Digest: "0123abcd",
		Extends: "goc@2025-r1", Tool: "xeploai test", Time: time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC), Scale: []string{"Tốt", "Đạt"},
		Sections: []RuleSection{{Title: "Trường hợp bị xếp mức thấp nhất", Rules: []RuleLine{
			{ID: "K-1", Text: "Bị kỷ luật", Condition: "Kỷ luật là “Cảnh cáo”", Cite: "1-QĐ, Điều 1", Standing: "trích nguyên văn", Quoted: true},
			{Part: true, ID: "K-1-RELIEF", Text: "Đã khắc phục", Condition: "=không phải công thức", Cite: "1-QĐ, Điều 1", Standing: "trích nguyên văn", Quoted: true},
			{ID: "K-2", Text: "Điều ước lượng", Condition: long, Cite: "1-QĐ, Điều 2", Standing: "số liệu giả định", SaidBy: "quy-tac", Note: "cần thay", Off: true}}}},
		Sheets: []RuleSheet{{Title: "Bảng điểm mẫu", For: "Mọi đảng viên", Max: "100", How: "tổng điểm làm tròn đến 0,5", Cite: "Phụ lục", Standing: "số liệu giả định", Lines: []RuleSheetLine{
			{ID: "I", Label: "Chung", Max: "100", Cite: "Phụ lục", Standing: "trích nguyên văn", Quoted: true},
			{Depth: 1, ID: "I.1", Label: "Tiêu chí", Max: "100"},
			{Depth: 2, ID: "I.1a", Label: "Nề nếp", How: "0 đến 100 điểm", Max: "100", Cite: "Phụ lục", Standing: "số liệu giả định"}}}},
		Cases: []RuleCase{{Name: "Đủ điểm", Number: "V-1", Mark: "cách hiểu", Given: []string{"tổng điểm 95", "ngày chốt số liệu 31/12/2025"},
			Expected: []string{"Mức tính được: Tốt", "Quy định có tác dụng: K-1"}}},
		Sources: []RuleSource{{Number: "1-QĐ", Date: "02/01/2025", Title: "Quy định mẫu"}}}
}

func TestWriteRuleBook(t *testing.T) {
	spec := sampleRuleBook()
	write := func(w io.Writer) error { return WriteRuleBook(w, spec) }
	path, first := written(t, "rulebook", write)
	golden(t, "rulebook", path)
	if err := Verify(path, nil); err != nil {
		t.Error(err)
	}
	if _, second := written(t, "rulebook2", write); string(first) != string(second) {
		t.Error("equal specs give different bytes")
	}
}

// A text too long for the tallest row goes on in the next; not a word is lost,
// and every row is high enough for what it holds.
func TestRuleBookRowsHoldTheirText(t *testing.T) {
	spec := sampleRuleBook()
	path, _ := written(t, "rulebook", func(w io.Writer) error { return WriteRuleBook(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheetRules)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	parts := 0
	for i, row := range rows {
		if len(row) < 3 || !strings.Contains(row[2], "rất dài") {
			continue
		}
		parts++
		got = append(got, row[2])
		height, _ := f.GetRowHeight(sheetRules, i+1)
		if need := lineHeight(tableSize) * float64(wrappedLines(row[2], 46)); height < need || height > tallestRow {
			t.Errorf("row %d is %v high and needs %v", i+1, height, need)
		}
	}
	if want := spec.Sections[0].Rules[2].Condition; strings.Join(got, " ") != want {
		t.Errorf("the long text came out as %q", got)
	}
	if parts < 2 {
		t.Error("the long text stands in one row")
	}
}

// What is not quoted stands out by a word, not by colour alone.
func TestRuleBookSaysWhatIsDoubtful(t *testing.T) {
	path, _ := written(t, "rulebook", func(w io.Writer) error { return WriteRuleBook(w, sampleRuleBook()) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range []string{sheetRules, sheetScores} {
		rows, _ := f.GetRows(sheet)
		doubtful, quoted := 0, 0
		for _, row := range rows {
			for _, c := range row {
				switch c {
				case "CẦN ĐỐI CHIẾU: số liệu giả định":
					doubtful++
				case "số liệu giả định":
					t.Errorf("%s: a doubtful row has no word", sheet)
				case "trích nguyên văn":
					quoted++
				}
			}
		}
		if doubtful == 0 || quoted == 0 {
			t.Errorf("%s: %d doubtful rows, %d quoted", sheet, doubtful, quoted)
		}
	}
}

// A code breaks behind its hyphens, so that it takes more lines than its length
// alone says; a bold row needs more room; what the sheet says of all lines does
// not make each of them higher.
func TestRuleBookRowsFitTheirText(t *testing.T) {
	if got := wrappedLines("LDR-K-CORRUPTION-SELF", 18); got != 3 {
		t.Errorf("the code takes %d lines", got)
	}
	if got := wrappedLines("K-1 21-HD", 18); got != 1 {
		t.Errorf("what fits beside each other takes %d lines", got)
	}
	spec := sampleRuleBook()
	group := &spec.Sheets[0].Lines[0]
	group.Label, group.Standing, group.Quoted = strings.Repeat("mở đầu ", 8)+"chữ", "theo phần mềm đã số hóa", false
	path, _ := written(t, "rulebookrows", func(w io.Writer) error { return WriteRuleBook(w, spec) })
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, _ := f.GetRows(sheetScores)
	height := map[string]float64{}
	cell := map[string][]string{}
	for i, row := range rows {
		if len(row) > 1 {
			height[row[0]], _ = f.GetRowHeight(sheetScores, i+1)
			cell[row[0]] = row
		}
	}
	if line := cell["I.1a"]; line[4] != "như bảng" || line[5] != "CẦN ĐỐI CHIẾU" || height["I.1a"] > lineHeight(tableSize)+3 {
		t.Errorf("a line that says what its sheet says is %v high: %q", height["I.1a"], line)
	}
	const standing = 17
	need := lineHeight(tableSize) * float64(wrappedLines(cell["I"][5], standing*boldRoom))
	if wrappedLines(cell["I"][5], standing*boldRoom) <= wrappedLines("CẦN ĐỐI CHIẾU", standing) || height["I"] < need {
		t.Errorf("the bold row is %v high and needs %v: %q", height["I"], need, cell["I"])
	}
}
