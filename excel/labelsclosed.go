package excel

import "fmt"

// Words of a locked campaign and of grading anew after it.

// closedStatus says before the state of the figures that they are locked, and
// behind it how many of them are from grading anew.
func closedStatus(c *Closure, state string) string {
	text := "ĐÃ KHÓA SỔ ngày " + c.At.Format("02/01/2006")
	if c.Despite {
		text += " KHI CHƯA ĐỦ"
	}
	if c.Regraded > 0 {
		state = joinStatus(state, fmt.Sprintf("trong đó %d trường hợp xếp lại sau khóa sổ", c.Regraded))
	}
	if state == "" {
		return text
	}
	return text + " · " + state
}

// regradedStatus is the state of a result graded anew: that of the campaign it was
// locked in, for only a result with its decision is printed.
func regradedStatus(c *Closure) string {
	switch {
	case c == nil:
		return ""
	case c.Despite:
		return closedStatus(c, "TẠM TÍNH")
	}
	return closedStatus(c, "CHÍNH THỨC")
}

const (
	labelRegradeTitle   = "ĐÁNH GIÁ, XẾP LOẠI LẠI SAU KHÓA SỔ"
	labelRegradeResults = "Kết quả trước và sau"
	labelRegradeChanges = "Dữ kiện thay đổi"
	labelRegradeNone    = "Không dữ kiện nào thay đổi; thay đổi là quyết định của cấp có thẩm quyền."
	labelRegradeStays   = "Kết quả trước được giữ nguyên trong tệp kết quả đã khóa sổ; các biểu tổng hợp lập từ nay tính theo kết quả xếp lại."
	labelRegradeList    = "CÁC TRƯỜNG HỢP XẾP LẠI SAU KHÓA SỔ"
	labelRegradeListHow = "Mỗi dòng là một lần xếp lại, theo thứ tự thời gian; các biểu tính theo lần cuối của từng trường hợp."
	labelChangeOf       = "Nội dung"
	labelBefore         = "Trước"
	labelAfter          = "Xếp lại"
	labelEffectiveGrade = "Mức xếp loại"
	labelWhy            = "Căn cứ"
	labelSubject        = "Đối tượng"
	labelSubjectName    = "Họ tên, tên tổ chức"
	labelSubjectID      = "Mã"
	labelRegradeReason  = "Lý do xếp lại"
	labelRegradeNumber  = "Số quyết định"
	labelRegradeDate    = "Ngày quyết định"
	labelRegradedAt     = "Thời điểm xếp lại"
	labelNothing        = "(để trống)"
	sheetRegrading      = "Xếp loại lại"
	sheetRegraded       = "Xếp lại sau khóa sổ"
)

// decisionLine names the decision under the title.
func decisionLine(number, date string) string {
	return fmt.Sprintf("(Quyết định số %s, ngày %s)", number, date)
}

// changeLine is one changed fact in a narrow column.
func changeLine(c Change) string {
	return fmt.Sprintf("%s: %s → %s", c.Heading, orNothing(c.Before), orNothing(c.After))
}

func orNothing(s string) string {
	if s == "" {
		return labelNothing
	}
	return s
}

// droppedTo says beside a decision that stands no more what the grade is instead.
func droppedTo(lowered bool) string {
	if lowered {
		return "(để trống: không còn quyết định, mức tạm lấy theo đề nghị, thấp hơn mức tính được)"
	}
	return "(để trống: không còn quyết định, mức là mức tính được)"
}
