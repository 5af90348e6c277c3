package excel

import (
	"fmt"
	"strings"
)

// Words of the workbook that shows a rule set.
const (
	sheetRules   = "Quy định"
	sheetScores  = "Bảng điểm"
	sheetCases   = "Trường hợp mẫu"
	sheetSources = "Căn cứ, chữ ký"

	labelRulesTitle   = "QUY ĐỊNH ĐÁNH GIÁ, XẾP LOẠI"
	labelScoresTitle  = "BẢNG ĐIỂM"
	labelCasesTitle   = "TRƯỜNG HỢP MẪU"
	labelSourcesTitle = "VĂN BẢN CĂN CỨ"

	labelRuleCode      = "Mã"
	labelRuleWords     = "Quy định"
	labelRuleCondition = "Điều kiện máy xét"
	labelRuleCite      = "Căn cứ"
	labelRuleStanding  = "Độ tin cậy"
	labelRuleNote      = "Ghi chú"
	labelSheetContent  = "Nội dung"
	labelSheetHow      = "Cách cho điểm"
	labelSheetMax      = "Điểm tối đa"
	labelCaseName      = "Trường hợp"
	labelCaseGiven     = "Dữ kiện"
	labelCaseExpected  = "Kết quả phải có"
	labelCaseSource    = "Số của ví dụ, độ tin cậy"
	labelSourceNumber  = "Số, ký hiệu"
	labelSourceDate    = "Ngày ban hành"
	labelSourceTitle   = "Tên văn bản"

	labelOff          = "ĐANG TẮT: chỉ xét khi cơ quan bật lên"
	labelScoresAbout  = "Điểm tối đa của các dòng cộng lại bằng điểm tối đa của nhóm; dòng ghi CẦN ĐỐI CHIẾU chưa có nguyên văn của văn bản, lý do như của bảng nếu không ghi riêng."
	labelSourcesAbout = "Các văn bản mà bộ quy tắc này trích dẫn. Người ký xác nhận đã đối chiếu các trang trước với văn bản."
)

// standingWord says in capitals what is not the text itself: a colour alone is
// lost on a black-and-white printer.
func standingWord(standing string, quoted bool) string {
	if quoted || standing == "" {
		return standing
	}
	return "CẦN ĐỐI CHIẾU: " + standing
}

// citeBeside is the citation of a line beside its sheet's: said once, it need not
// make every row three lines high.
func citeBeside(cite, sheet string) string {
	if cite != "" && cite == sheet {
		return "như bảng"
	}
	return cite
}

// standingBeside is the standing of a line beside its sheet's. What is doubtful
// says so on every line; how, only where the sheet has not said it.
func standingBeside(l *RuleSheetLine, s *RuleSheet) string {
	if l.Standing != "" && !l.Quoted && l.Standing == s.Standing {
		return "CẦN ĐỐI CHIẾU"
	}
	return standingWord(l.Standing, l.Quoted || l.Standing == "")
}

func labelSaidBy(layer string) string {
	if layer == "" {
		return ""
	}
	return "quy định của địa phương (thư mục " + layer + ")"
}

func labelRulesAbout(total, doubtful int) string {
	if doubtful == 0 {
		return fmt.Sprintf("%d quy định, tất cả trích nguyên văn.", total)
	}
	return fmt.Sprintf("%d quy định, trong đó %d chưa phải trích nguyên văn: cột “%s” ghi CẦN ĐỐI CHIẾU.", total, doubtful, labelRuleStanding)
}

func labelScaleLine(labels []string) string {
	return "Thang mức, từ cao xuống thấp: " + strings.Join(labels, " · ")
}

func labelScoreSheet(s RuleSheet) string {
	return s.Title + " (tối đa " + s.Max + " điểm)"
}

func labelFor(who string) string {
	if who == "" {
		return ""
	}
	return "Dùng cho: " + who
}

func labelCasesAbout(n int) string {
	return fmt.Sprintf("%d trường hợp mà máy đã chạy thử trên chính bộ quy tắc này; kết quả khác cột “%s” là lỗi.", n, labelCaseExpected)
}

func labelMadeFrom(s *RuleBookSpec) string {
	out := "In từ bộ quy tắc " + s.Ref
	if s.Extends != "" {
		out += " (kế thừa " + s.Extends + ")"
	}
	return out + ", mã băm SHA-256 " + s.Digest + ", bằng " + s.Tool + ". Kết quả xếp loại được tính từ chính tệp này; tệp thay đổi thì mã băm thay đổi."
}
