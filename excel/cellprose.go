package excel

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// A remark or a reason is somebody's own words. A program may have made a day, a number or
// a formula of them: what people see there is what he says, and a cell that shows nothing
// of it says nothing, which is told.

// wordsSeen is what people see in a cell of prose; how tells of days and times, which are
// most likely not what was typed.
func (s *sheetScan) wordsSeen(at gridCell, raw string, date1904 bool) (words string, how tolerance) {
	switch f, err := strconv.ParseFloat(raw, 64); {
	case s.truths.has(at):
		return truthWord(raw), asExpected
	case err != nil || s.typed.has(at) || strings.Trim(raw, "+-.0123456789Ee") != "":
		return raw, asExpected
	case s.dated.has(at):
		return momentSeen(f, raw, date1904), dateAsText
	case s.percents.has(at):
		if x, err := evaluate.ParseNum(raw); err == nil {
			return seenNumber(x.Mul(evaluate.Int(100)).String()) + "%", asExpected
		}
	}
	return seenNumber(raw), asExpected
}

// momentSeen is the day, the time or both that a stored number stands for; the number where
// only a spreadsheet program knows.
func momentSeen(days float64, raw string, date1904 bool) string {
	clock := time.Time{}.Add(time.Duration((days - float64(int64(days))) * float64(24*time.Hour))).Round(time.Minute).Format("15:04")
	d, ok := dayOfSerial(days, date1904)
	switch whole := days == float64(int64(days)); {
	case ok && whole:
		return d.Vietnamese()
	case ok:
		return d.Vietnamese() + " " + clock
	case days >= 0 && days < 1 && !whole:
		return clock
	}
	return raw
}

// prose reads a cell of prose.
func (r *cellReader) prose(scan *sheetScan, at gridCell, raw string) cellResult {
	words, how := scan.wordsSeen(at, raw, r.date1904)
	got := r.read(words)
	if how != asExpected && got.data != "" {
		got.how = how
	}
	return got
}

func noteProseDays(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X163", at, fmt.Sprintf("cột “%s”: %s hiện ngày, giờ thay cho chữ, đã giữ là ngày/tháng/năm, giờ:phút", heading, cellsCounted(n)),
		"không cần làm gì nếu đúng; Excel có thể đã đổi chữ gõ vào (như 3/8) thành ngày của năm nay")
}

// warningProseUncomputed is about n cells of prose.
func warningProseUncomputed(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X115", at, fmt.Sprintf("cột “%s”: %s có công thức nhưng tệp không lưu kết quả, lời ghi ở đó không được đọc", heading, cellsCounted(n)),
		"lời ghi ấy còn cần thì ghi thẳng bằng chữ rồi gửi lại; không thì không cần làm gì")
}

func warningProseFailed(at evaluate.Origin, heading, raw string) evaluate.Problem {
	return warningAt("X116", at, fmt.Sprintf("ô chứa lỗi công thức %s, lời ghi ở đó không được đọc (cột “%s”)", clip(raw, quoteLimit), heading),
		"chữ bắt đầu bằng dấu “=”, “-” hoặc “+” thì Excel hiểu là công thức: lời ghi ấy còn cần thì ghi lại bằng chữ rồi gửi lại")
}
