package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Words of the templates alone.

// unitLabel and unitCodeLabel are what a template says of whom it is about: an
// organization or, where one subject is graded anew, whoever that is.
func unitLabel(k BookKind) string {
	if k == RegradeBook {
		return labelSubjectName
	}
	return labelUnit
}

func unitCodeLabel(k BookKind) string {
	if k == RegradeBook {
		return labelLookUp
	}
	return labelUnitCode
}

const (
	labelBack         = "◄ "
	labelMinutesHere  = "Biên bản để in và ký, tự lấy số; không ghi ở đây."
	labelForward      = " ►"
	labelMaximum      = "tối đa "
	labelSheetLegend  = "Vàng: phải điền. Cam: còn thiếu. Đỏ: quá mức hoặc là chữ. Xám: giữ nguyên."
	labelNoSuchLine   = "không có tiêu chí này"
	labelWantedLegend = "Tím: cần để xếp loại."
	labelPerhaps      = " Ô trắng: tùy trường hợp, xem trang Hướng dẫn."
	labelTotalHint    = "Tự cộng, không ghi ở đây. “" + labelTextAmong + "”: có điểm ghi thành chữ nên chưa cộng được."
	labelTextAmong    = "có chữ"
	labelNoRows       = "Chưa có dòng nào."
	labelNobody       = "Không có ai để báo cáo"
	labelNobodyYes    = "Có"
	labelNobodyNo     = "Không"
	hintNobodyCell    = "Chọn “Có” nếu ở đây không có ai, đơn vị, tập thể nào phải báo cáo; còn có thì để trống."
	labelReporter     = "NGƯỜI LẬP"
	labelSignedOver   = "Xác nhận biểu “%s” ở các trang trước"
	labelSecretary    = "BÍ THƯ"
	labelApprover     = "NGƯỜI DUYỆT"
)

// countedRows, countedCells and countedComplete are the counters of a sheet; the
// odd parts are numbers.
func countedRows(rows string) []string { return []string{"Đã ghi ", rows, " dòng."} }

func countedCells(given, due, open string) []string {
	return []string{"Đã điền ", given, "/", due, " ô bắt buộc, còn ", open, " ô."}
}

func countedComplete(complete, rows, open string) []string {
	return []string{"Đã điền đủ ", complete, "/", rows, " dòng, còn ", open, " ô bắt buộc."}
}

// countedEntered is the counter of a sheet whose rows owe nothing but who they are.
func countedEntered(filled, rows, open string) []string {
	return []string{"Đã nhập ", filled, " ô số liệu ở ", rows, " dòng, còn ", open, " ô bắt buộc."}
}

// countedWanted is what a counter adds where cells may be left blank but nobody
// can be graded without them.
func countedWanted(open string) []string {
	return []string{" Còn ", open, " ô cần điền để xếp loại được."}
}

// signer is who answers for a data sheet.
func signer(k BookKind) string {
	if k == OfficeBook {
		return labelApprover
	}
	return labelSecretary
}

// isSignedOver tells whether a text says what the signatures under it certify, as
// templates did whose signatures stood on a page of their own.
func isSignedOver(s string) bool {
	begins, _, _ := strings.Cut(labelSignedOver, "%s")
	return strings.HasPrefix(s, begins)
}

// isSigningWord tells whether a text is one of those printed under a data sheet.
func isSigningWord(s string) bool {
	return slices.Contains([]string{labelReporter, labelSecretary, labelApprover, labelSign, labelBlankDate}, s) || isSignedOver(s)
}

// templateHint is what a column says when one of its cells is entered: the
// fact's own hint, or what its type asks for. need says on which rows it is wanted, "" where it
// is on all or none; either are the ways to say what it is
// wanted for, "" where it is wanted itself or not at all.
func templateHint(def *evaluate.FactDef, hint string, wanted bool, need, either string) string {
	if hint == "" {
		switch def.Type {
		case evaluate.ChoiceFact:
			hint = "chọn trong danh sách (bấm mũi tên bên cạnh ô)"
		case evaluate.DateFact:
			hint = "ngày/tháng/năm, ví dụ 05/09/2025"
		case evaluate.NumberFact:
			hint = "ghi một số"
		default:
			hint = "ghi bằng chữ"
		}
	}
	if owed(def) {
		return "Phải điền: " + hint
	}
	if need != "" {
		return "Cần để xếp loại " + need + ": " + hint
	}
	if wanted {
		return "Cần để xếp loại: " + hint + "; để trống thì chưa xếp loại được"
	}
	if either != "" {
		return "Cần để xếp loại: ghi " + either + "; để trống hết thì chưa xếp loại được. Ô này: " + hint
	}
	return hint + "; " + hintUnknown(def)
}

func labelWhenWeighed(weight string) string { return "khi " + weight + " lớn hơn 0" }

func labelAsManyAs(count string) string { return "cho đủ " + count }

func labelUnlessFull(heading, choice string) string {
	return "trừ khi " + heading + " là “" + choice + "”"
}

// labelAnd and labelOr join headings that have to stand together, and ways to say one thing.
const (
	labelAnd = " và "
	labelOr  = ", hoặc "
)

// hintUnknown says what whoever does not know a fact does: a blank is left blank, unless it
// is taken for an answer.
func hintUnknown(def *evaluate.FactDef) string {
	if def.Blank == "" {
		return "chưa biết thì để trống"
	}
	taken := def.Blank
	if i, ok := def.CodeIndex(def.Blank); ok {
		taken = def.Choices[i].Label
	}
	return "ô trống được hiểu là “" + taken + "”, nên chưa rõ thì hỏi lại trước khi gửi"
}

// labelLeavesHint says how to say that somebody has left.
const labelLeavesHint = "chọn trong danh sách (bấm mũi tên); ai đã mất, chuyển đi, ra khỏi Đảng thì giữ dòng, chọn “" + labelNoLonger + "…”, các ô khác để trống"

// Words of the list of those who have left.
const (
	labelLeftListTitle = "ĐẢNG VIÊN CHI BỘ BÁO KHÔNG CÒN SINH HOẠT"
	labelLeftListNote  = "Theo ô tình trạng sinh hoạt ở báo cáo của chi bộ; không xếp loại, không tính vào số nào. Ai chuyển đi trong cùng cơ quan thì chi bộ nơi đến báo cáo và xếp loại. Ghi sai thì sửa ô ấy trong báo cáo rồi nhập lại kèm --replace."

	labelLeftTitle = "ĐẢNG VIÊN KHÔNG CÒN SINH HOẠT Ở CHI BỘ"
	labelLeftNote  = "Theo danh sách đảng viên hoặc báo cáo đã nhập; không xếp loại ở đây. Nếu ai còn sinh hoạt, ghi thêm người ấy vào trang “Đảng viên” và báo cơ quan tổ chức."
)

// Words of the list of values that the present template has no place for.
const (
	labelUnmovedTitle = "GIÁ TRỊ CỦA TỆP CŨ CHƯA CHUYỂN ĐƯỢC SANG TỆP NÀY"
	labelUnmovedNote  = "Là những giá trị không đọc được hoặc không còn cột. Ghi lại cho đúng những gì còn cần vào cột của mẫu này, rồi xóa nội dung các dòng dưới đây (hoặc xóa cả trang). Còn dòng nào thì tệp chưa được nhận."
)

func unmovedHeadings() []string {
	return []string{"Trang của tệp cũ", "Ô của tệp cũ", "Dòng của", "Cột của tệp cũ", "Giá trị"}
}

func leftListHeadings() []string {
	return []string{headingGoneBranch, headingGoneCode, headingGoneName, headingGoneIdentity, headingGoneCard, headingGoneState, headingGoneBorn, headingGoneRemark, "Ghi ở ô", "Nay báo cáo ở"}
}

// labelNowhere is about who moved away and stands in no report.
const labelNowhere = "chưa báo cáo nào có"

func leftHeadings() []string {
	return []string{headingGoneName, headingGoneIdentity, headingGoneCard, headingGoneStatus, headingGoneBorn, headingGoneRemark}
}

// Headings of the lists of those who are gone, which are read back (readListed).
const (
	headingGoneBranch   = "Chi bộ"
	headingGoneCode     = "Mã chi bộ"
	headingGoneName     = "Họ và tên"
	headingGoneIdentity = "Số định danh cá nhân"
	headingGoneCard     = "Số thẻ Đảng"
	headingGoneState    = "Tình trạng"
	headingGoneStatus   = "Trạng thái trong danh sách"
	headingGoneBorn     = "Ngày sinh"
	headingGoneRemark   = "Ghi chú"
)
