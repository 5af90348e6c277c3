package excel

import (
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Words of marked copies and of reports on files that cannot be opened.
const (
	sheetErrors      = "Lỗi"
	sheetMarks       = "_xeploai_marks"
	labelMarkTitle   = "CÁC VẤN ĐỀ CẦN SỬA"
	labelMarkHowTo   = "Sửa các ô được tô màu (bấm vào cột Ô để tới nơi), lưu lại rồi gửi lại chính tệp này. Không cần xóa màu, không cần xóa trang này."
	labelMarkWhole   = "Lỗi là của cả tệp, không nằm ở ô nào nên không có ô tô màu. Làm theo cột Cách sửa của từng lỗi dưới đây."
	labelReportHowTo = "Không mở được tệp này để tô màu từng ô. Làm theo cột Cách sửa rồi gửi lại tệp."
	labelCells       = "Các ô: "
	labelFix         = "Cách sửa"
	labelReportFile  = "Tệp: "
)

// countLine says how many problems of each rank there are.
func countLine(problems []evaluate.Problem) string {
	var counts [evaluate.Error + 1]int
	for _, p := range problems {
		counts[p.Severity]++
	}
	var parts []string
	for s := evaluate.Error; ; s-- {
		if counts[s] > 0 {
			parts = append(parts, strconv.Itoa(counts[s])+" "+strings.ToLower(severityLabel(s)))
		}
		if s == evaluate.Note {
			return strings.Join(parts, ", ")
		}
	}
}

func moreLine(n int) string {
	return "Còn " + strconv.Itoa(n) + " vấn đề nữa không liệt kê ở đây. Sửa những ô trên rồi gửi lại để xem tiếp."
}

// noteLine is one problem as written in a cell's note.
func noteLine(p evaluate.Problem) string {
	return severityLabel(p.Severity) + " " + string(p.Code) + ": " + joinLines(messageOf(p), p.Hint)
}
