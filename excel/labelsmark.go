package excel

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Words of marked copies and of reports on files that cannot be opened.
const (
	sheetErrors       = "Lỗi"
	sheetMarks        = "_xeploai_marks"
	labelMarkTitle    = "CÁC VẤN ĐỀ CẦN SỬA"
	labelMarkHowTo    = "Sửa các ô được tô màu (bấm vào cột Ô để tới nơi), lưu lại rồi gửi lại chính tệp này. Không cần xóa màu, không cần xóa trang này."
	labelMarkWhole    = "Lỗi là của cả tệp, không nằm ở ô nào nên không có ô tô màu. Làm theo cột Cách sửa của từng lỗi dưới đây."
	labelMarkUnlocked = "Trang cần sửa ở bản này không còn khóa: sửa được ngay, không cần mật khẩu mà người gửi đã đặt. Khi tệp được nhận, bản lưu lại được khóa như cũ, mật khẩu cũ."
	labelReportHowTo  = "Không mở được tệp này để tô màu từng ô. Làm theo cột Cách sửa rồi gửi lại tệp."
	labelKinds        = "Theo loại: "
	labelCells        = "Các ô: "
	labelFix          = "Cách sửa"
	labelReportFile   = "Tệp: "

	labelSheetUnseen  = "Trang này đang bị ẩn: bấm chuột phải vào tên một trang, chọn Bỏ ẩn (Unhide)."
	labelRowUnseen    = "Dòng này đang bị ẩn hoặc bị lọc: bỏ lọc, hoặc chọn các dòng ở trên và ở dưới, bấm chuột phải, chọn Bỏ ẩn (Unhide)."
	labelColumnUnseen = "Cột này đang bị ẩn: chọn cột bên trái và cột bên phải, bấm chuột phải, chọn Bỏ ẩn (Unhide)."
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
			return joinDots(strings.Join(parts, ", "), kindsLine(problems))
		}
	}
}

// kindsLine says how many problems of each kind there are, the most first, and in
// how many cells where these are more; "" when there is only one kind, and no more
// cells than problems.
func kindsLine(problems []evaluate.Problem) string {
	count, cells := map[evaluate.Code]int{}, map[evaluate.Code]int{}
	var codes []evaluate.Code
	total := 0
	for i := range problems {
		code := problems[i].Code
		if count[code]++; count[code] == 1 {
			codes = append(codes, code)
		}
		cells[code] += problems[i].Places()
		total += problems[i].Places()
	}
	if len(codes) < 2 && total == len(problems) {
		return ""
	}
	slices.SortStableFunc(codes, func(a, b evaluate.Code) int { return count[b] - count[a] })
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = strings.TrimSpace(string(code)+" "+CodeTitle(code)) + ": " + strconv.Itoa(count[code])
		if cells[code] > count[code] {
			out[i] += fmt.Sprintf(" (%d ô)", cells[code])
		}
	}
	return labelKinds + strings.Join(out, "; ")
}

func moreLine(n int) string {
	return "Còn " + strconv.Itoa(n) + " vấn đề nữa không liệt kê ở đây. Sửa những ô trên rồi gửi lại để xem tiếp."
}

// noteLine is one problem as written in a cell's note.
func noteLine(p evaluate.Problem) string {
	return severityLabel(p.Severity) + " " + string(p.Code) + ": " + joinLines(messageOf(p), p.Hint)
}
