package excel

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Words of summary workbooks.
const (
	labelSummaryTitle   = "TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG"
	labelLine           = "TT"
	labelItem           = "Chỉ tiêu"
	labelNumbersUnknown = "Cột để trống số thứ tự: chưa biết số của cột ấy trên mẫu in."
	labelShare          = "Tỷ lệ (%)"
	labelPreparer       = "NGƯỜI LẬP BIỂU"
	labelSign           = "(Ký, ghi rõ họ tên)"
	labelSeal           = "(Ký tên, đóng dấu)"
	labelChartTitle     = "KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN THEO TỔ CHỨC CƠ SỞ ĐẢNG"
	labelBaseOrg        = "Tổ chức cơ sở đảng"
	labelSum            = "Tổng cộng"
	labelTraceTitle     = "DANH SÁCH ĐƯỢC TÍNH VÀO CÁC BIỂU"
	labelTraceNote      = "Mỗi dòng là một trường hợp; người ghi bằng mã, không ghi tên. Lọc cột của một biểu theo tên ô (ví dụ E16) để thấy những trường hợp tạo nên số ở ô đó; ô là tổng thì xem công thức. Danh sách để lọc trên màn hình; lệnh in chỉ in phần này, muốn in cả danh sách thì xóa vùng in (Page Layout – Print Area – Clear)."
)

// Words of the outcomes in the list; the others stand in the result workbook.
const (
	labelExempt   = "Được miễn"
	labelDeferred = "Chưa xếp loại"
)

// Words of the statistics that no form asks for.
const (
	labelNotRatedCount = "Không xếp loại"
	labelOpenCount     = "Còn chờ dữ liệu hoặc quyết định"
	labelNoBase        = "Không thuộc tổ chức cơ sở đảng nào"
	labelSumFits       = "khớp"
	labelSumDiffers    = "KHÔNG KHỚP"
)

// statisticsSheet names the sheet of a kind.
func statisticsSheet(k evaluate.Kind) string { return "Thống kê " + lowerFirst(kindSheet(k)) }

func statisticsTitle(t *GradeTable) string {
	return "THỐNG KÊ KẾT QUẢ XẾP LOẠI " + strings.ToUpper(kindLabel(t.Kind)) + " THEO " + strings.ToUpper(cmp.Or(t.By, labelBaseOrg))
}

// statisticsNote says what the sheet is not, and what is counted.
func statisticsNote(t *GradeTable) string {
	note := "Bảng thống kê để theo dõi, KHÔNG PHẢI biểu mẫu theo quy định; đếm theo mức đang có hiệu lực."
	if len(t.Beside) > 0 {
		note += " Chỉ đếm những trường hợp mà biểu ở trang " + quotedSheets(t.Beside) + " không có dòng để đếm."
	}
	if t.Kind == evaluate.Leader || t.Kind == evaluate.Staff {
		note += " Người giữ nhiều chức vụ được đếm theo từng chức vụ."
	}
	return note
}

// bestShareHeading is the column that the quarterly forms of cadres have, in the
// words of the set's own scale.
func bestShareHeading(best, next string) string {
	return "Tỷ lệ (%) " + lowerFirst(best) + " trong số từ " + lowerFirst(next) + " trở lên"
}

// sumCheck opens the line that compares a table's sum with the list.
func sumCheck(t *GradeTable) string {
	said := "Kiểm tra: trang “" + sheetTrace + "” có " + itoa(t.Subjects) + " trường hợp loại này"
	if len(t.Beside) > 0 {
		said += " mà không biểu nào đếm"
	}
	return said + "; tổng của bảng: "
}

// quotedSheets names sheets in a sentence.
func quotedSheets(names []string) string { return "“" + strings.Join(names, "”, “") + "”" }

// leftOutNote says below a form whom it has no line for, and where they are counted.
func leftOutNote(t *GradeTable) string {
	var parts []string
	for _, r := range t.Rows {
		n := r.NotRated + r.Open
		for _, c := range r.Counts {
			n += c
		}
		parts = append(parts, itoa(n)+" "+lowerFirst(cmp.Or(r.Name, labelNoBase)))
	}
	return fmt.Sprintf("Biểu không có dòng để đếm %d %s: %s; đếm ở trang %s.", t.Subjects, lowerFirst(kindLabel(t.Kind)), strings.Join(parts, ", "), quotedSheets([]string{statisticsSheet(t.Kind)}))
}

// traceCount says how many rows of the list a form counts.
func traceCount(form string, n int) string {
	return fmt.Sprintf("trang “%s” tính %d dòng", form, n)
}

func traceCounts(rows int, counts []string) string {
	return fmt.Sprintf("Danh sách có %d dòng: %s.", rows, strings.Join(counts, ", "))
}

// placeDate is the line under the Party's name: "Mẫu, ngày 05 tháng 01 năm 2026".
func placeDate(place string, t time.Time) string {
	date := fmt.Sprintf("ngày %02d tháng %02d năm %04d", t.Day(), int(t.Month()), t.Year())
	if place == "" {
		return date
	}
	return place + ", " + date
}

// becauseLabel says in words the key by which forms count why somebody is not
// rated or stands on the lowest rung; a key of a local set stays as it is.
func becauseLabel(key string) string {
	switch key {
	case "new":
		return "Mới kết nạp, mới thành lập"
	case "exempt":
		return "Được miễn"
	case "suspended":
		return "Bị đình chỉ sinh hoạt"
	case "absent":
		return "Chưa kiểm điểm"
	case "small":
		return "Quá ít thành viên"
	case "decline":
		return "Có kết luận suy thoái"
	case "under_half":
		return "Hoàn thành dưới một nửa"
	case "state_grade":
		return "Mức xếp loại của cơ quan"
	case "discipline":
		return "Bị kỷ luật"
	case "other":
		return "Lý do khác"
	}
	return key
}

func formNumber(n string) string {
	if n == "" {
		return ""
	}
	return "Biểu số: " + n
}

func formPeriod(period string) string { return "(" + labelPeriod + ": " + period + ")" }

// shareNote states what is 100% for the shares of some rows.
func shareNote(base, rows string) string {
	return fmt.Sprintf("Tỷ lệ của các dòng %s tính trên dòng “%s” (= 100%%).", rows, base)
}

func formStanding(standing string) string { return "Mẫu biểu: " + standing }
func traceHeading(form string) string     { return "Các ô ở trang “" + form + "”" }

// dataHeading names a field of the data sheet for people.
func dataHeading(field string) string {
	switch field {
	case "kind":
		return "Loại chủ thể"
	case "id":
		return "Mã chủ thể"
	case "person":
		return "Mã người"
	case "org":
		return "Mã tổ chức"
	case "base":
		return "Mã tổ chức cơ sở"
	case "org_type":
		return "Loại hình"
	case "level":
		return "Cấp"
	case "outcome":
		return "Kết cục"
	case "class":
		return "Không xếp loại"
	case "because":
		return "Tính theo"
	case "grade":
		return "Mức"
	case "rung":
		return "Bậc"
	case "computed":
		return "Tính được"
	case "proposed":
		return "Đề nghị"
	case "decided":
		return "Quyết định"
	case "rule_set":
		return "Bộ quy tắc"
	}
	return field
}
