package excel

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Words of result workbooks.
const (
	labelBranch         = "Chi bộ / tổ chức"
	labelLevel          = "Loại tổ chức"
	labelName           = "Họ tên / tên tổ chức"
	labelProfile        = "Bảng điểm, điều kiện áp dụng"
	labelPoints         = "Điểm"
	labelTotal          = "Tổng"
	labelSendersRemark  = "Ghi chú trong báo cáo"
	labelFacts          = "Dữ kiện chính"
	labelProposals      = "Đề nghị"
	labelComputed       = "Mức đủ điều kiện xét"
	labelBound          = "Giới hạn áp dụng"
	labelReason         = "Lý do, căn cứ"
	labelLookUp         = "Mã tra cứu"
	labelNext           = "Còn thiếu để đạt mức cao hơn"
	labelEffective      = "Kết quả hiện tại"
	labelDecision       = "Quyết định của cấp có thẩm quyền"
	labelNotRated       = "Không xếp loại"
	labelSuggested      = "Gợi ý: "
	labelReviewShort    = "Cần xem xét"
	labelUndecidedShort = "Chưa đủ dữ liệu"
	labelOverride       = " (do văn phòng quyết định)"
	labelAllowedNote    = "“Mức đủ điều kiện xét” là mức cao nhất được phép xét; người có thẩm quyền quyết định, ghi kèm số và ngày của văn bản."
	labelReviewTitle    = "TRƯỜNG HỢP CẦN XEM XÉT"
	labelUndecidedTitle = "TRƯỜNG HỢP CHƯA ĐỦ DỮ LIỆU"
	labelProblemsTitle  = "VẤN ĐỀ CẦN XỬ LÝ"
	labelAboutTitle     = "THÔNG TIN VỀ TỆP NÀY"
	labelInputsTitle    = "TỆP ĐÃ NHẬN"
	labelInputsNote     = "Kết quả trong tệp này tính từ các tệp sau. Mã kiểm tra tính trên nội dung: nội dung đổi thì mã đổi."
	labelSourcesNote    = "Các quy tắc dưới đây được áp dụng nhưng chưa phải là trích nguyên văn; cần đối chiếu văn bản gốc trước khi quyết định."
	labelReviewNote     = "Ghi ở dòng của nhóm: quyết định chung cho mọi trường hợp liệt kê dưới dòng ấy trong tệp này. Ghi ở dòng riêng, hoặc ở trang danh sách: chỉ cho trường hợp ấy và đứng trên quyết định chung. Ghi kèm số và ngày của văn bản."
	labelAsGroup        = "(như dòng của nhóm)"
	labelUndecidedNote  = "Điền các ô được nêu vào tệp đã gửi rồi gửi và nhập lại; không nêu ô: dòng hoặc cột ấy chưa có trong tệp."
	labelProblemsNote   = "Lỗi: tệp bị trả lại. Cảnh báo: cần xem. Lưu ý: đã hiểu và xử lý như nêu."
	labelGraded         = "Đã có kết quả"
	labelProblemsCount  = "Vấn đề cần xử lý"
	labelProposed       = "Đề nghị"
	labelSuggestedGrade = "Gợi ý"
	labelPossible       = "Mức có thể"
	labelMissingFact    = "Dữ kiện còn thiếu, việc đang chờ"
	labelCell           = "Ô"
	labelBasis          = "Căn cứ"
	labelTool           = "Công cụ"
	labelTime           = "Thời điểm lập"
	labelOffice         = "Cơ quan lập"
	labelRuleKind       = "Loại"
	labelRuleRef        = "Bộ quy tắc, phiên bản"
	labelHash           = "Mã kiểm tra (SHA-256)"
	labelNotQuotedCount = "Độ tin cậy của nguồn"
	labelNotQuotedTitle = "QUY TẮC CHƯA PHẢI LÀ TRÍCH NGUYÊN VĂN"
	labelRuleID         = "Mã"
	labelRuleText       = "Nội dung"
	labelCite           = "Căn cứ"
	labelStanding       = "Độ tin cậy"
	labelBand           = "Khung điểm của mức"
	labelReceived       = "Thời điểm nhận"
	labelFile           = "Tệp"
	labelDigestShort    = "Mã kiểm tra (rút gọn)"
	labelDigest         = "Mã kiểm tra nội dung"
	labelSeverity       = "Mức độ"
	labelCode           = "Mã"
	labelSheet          = "Trang"
	labelMessage        = "Nội dung"
	labelHint           = "Cách xử lý"
)

// restAt ends a remark for which no row is tall enough.
func restAt(at evaluate.Origin) string { return " … (còn nữa: xem " + at.String() + ")" }

// statusLine says in the head of every sheet of forms whether figures about
// the kinds may still change, and what for; of all kinds when none is named.
func statusLine(p Progress, kinds ...evaluate.Kind) string {
	if p.Closed != nil {
		return closedStatus(p.Closed, openStatus(p, kinds))
	}
	return openStatus(p, kinds)
}

func openStatus(p Progress, kinds []evaluate.Kind) string {
	switch {
	case p.Final(kinds...):
		return joinStatus("CHÍNH THỨC", asComputedWords(p.undecided(kinds)))
	case p.Computed(kinds...) && p.Closed == nil && p.undecided(kinds) > 0:
		return joinStatus(undecidedStatus(p.undecided(kinds)), lackWords(p.lacking(kinds)))
	case p.Computed(kinds...):
		return "ĐÃ TÍNH ĐỦ, CHƯA CHÍNH THỨC: " + lackWords(p.lacking(kinds))
	case p.Subjects == 0:
		return joinStatus("TẠM TÍNH: chưa có báo cáo nào", missingWords(p.Missing))
	}
	var waiting []string
	for _, k := range evaluate.Kinds() {
		if n := p.Waiting[k]; n > 0 && (len(kinds) == 0 || slices.Contains(kinds, k)) {
			waiting = append(waiting, fmt.Sprintf("%d %s", n, strings.ToLower(kindLabel(k))))
		}
	}
	text := ""
	if len(waiting) > 0 {
		text = "chờ dữ liệu hoặc người có thẩm quyền: " + strings.Join(waiting, ", ")
	}
	text = joinStatus(missingWords(p.Missing), text, lackWords(p.lacking(kinds)))
	if p.Closed != nil {
		text = joinStatus(text, exceededWords(among(p.Exceeded, kinds)), asComputedWords(p.undecided(kinds)))
	}
	if text == "" {
		return "TẠM TÍNH" // locked before others were ready, with nobody waiting here
	}
	return "TẠM TÍNH: " + text
}

// resultStatus is the same of a result workbook, which moreover is no more than
// a computation until everybody in it has a decision.
func resultStatus(p Progress, undecided int) string {
	if p.Computed() && undecided > 0 {
		return joinStatus(undecidedStatus(undecided), lackWords(p.Lacks()))
	}
	return statusLine(p)
}

// statusThen dates a status: a result workbook is not written anew when decisions
// come in, or when the campaign is closed, and says of itself no more than it knew.
func statusThen(at time.Time, status string) string {
	return "LÚC LẬP " + at.Format("02/01/2006 15:04") + ": " + status
}

// statusWord is a status without its figures: whether a sheet is provisional,
// final or locked. Figures follow a colon or a semicolon.
func statusWord(status string) string {
	status, _, _ = strings.Cut(status, ": ")
	status, _, _ = strings.Cut(status, "; ")
	return status
}

func undecidedStatus(n int) string {
	return fmt.Sprintf("ĐÃ TÍNH ĐỦ, CHƯA QUYẾT ĐỊNH: %d trường hợp theo mức tính được, chưa có quyết định riêng", n)
}

// asComputedWords says of a locked campaign how many grades stand as they were
// computed: whoever locks it accepts them as a whole.
func asComputedWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d trường hợp theo mức tính được, không có quyết định riêng", n)
}

func exceededWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d tỷ lệ khống chế bị vượt, chưa ghi quyết định nâng", n)
}

func lackWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d quyết định chưa qua được kiểm tra", n)
}

func missingWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d tổ chức chưa gửi báo cáo", n)
}

func joinStatus(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

func causeLabel(c evaluate.Cause) string {
	switch c {
	case evaluate.CauseFallThrough:
		return "Đủ điểm nhưng không đạt điều kiện"
	case evaluate.CauseRelief:
		return "Có trường hợp bị xếp mức thấp nhất, cần cấp có thẩm quyền xem xét"
	case evaluate.CauseProposedLow:
		return "Đề nghị mức thấp nhất nhưng không có căn cứ bắt buộc"
	case evaluate.CauseConflict:
		return "Hai nơi đề nghị khác nhau"
	case evaluate.CauseVote:
		return "Đề nghị không đủ số phiếu"
	}
	return "Khác"
}

// labelContested is the cause of those about whom decisions contradict each other.
const labelContested = "Hai quyết định khác nhau; sửa ở tệp ghi sai rồi nhập lại"

// labelNoRung is the cause of those who fit no rung where no points are given.
const labelNoRung = "Không khớp trọn điều kiện của mức nào"

// labelLapsed is the cause of those whose recorded decision is to be said again.
const labelLapsed = "Đã có quyết định nhưng nhóm hoặc mã tra cứu đã đổi; ghi lại quyết định ở từng dòng"

// labelNoQuorum is the cause of those on whom a meeting voted that was too small.
const labelNoQuorum = "Cuộc họp bỏ phiếu không đủ số người"

func reviewGroupTitle(kind, cause, rule, suggested string, n int) string {
	if kind != "" {
		cause = kind + " – " + cause
	}
	if rule != "" {
		cause += ": " + rule
	}
	if suggested != "" {
		cause += ". " + suggested
	}
	return fmt.Sprintf("%s — %d trường hợp", cause, n)
}

func severityLabel(s evaluate.Severity) string {
	switch s {
	case evaluate.Error:
		return "Lỗi"
	case evaluate.Warning:
		return "Cảnh báo"
	}
	return "Lưu ý"
}

func notQuotedText(n int) string {
	if n == 0 {
		return "Mọi quy tắc đều trích nguyên văn"
	}
	return fmt.Sprintf("%d quy tắc chưa phải là trích nguyên văn", n)
}

// levelLabel names the level of an organization.
func levelLabel(l evaluate.OrgLevel) string {
	switch l {
	case evaluate.CommitteeLevel:
		return "Đảng bộ cấp trên"
	case evaluate.BaseCommittee:
		return "Đảng bộ cơ sở"
	case evaluate.SectionLevel:
		return "Đảng bộ bộ phận"
	case evaluate.BaseBranch:
		return "Chi bộ cơ sở"
	}
	return "Chi bộ trực thuộc"
}

func boundElsewhere(grade string) string { return "Đã xếp ở nơi khác: " + grade }
func boundLower(n int) string            { return fmt.Sprintf("Hạ %d mức", n) }
func boundForced(grade string) string    { return "Xếp " + grade }
func boundNotAbove(grade string) string  { return "Không trên " + grade }

// labelWeighed leads in the grades of others that the regulation wants weighed.
func labelWeighed(said string) string {
	if said == "" {
		return ""
	}
	return "Phải cân nhắc (không có công thức): " + said + "."
}

// lacksText says beside a grade that its decision has yet to pass checks, whose
// codes the sheet of problems explains.
func lacksText(codes []string) string {
	if len(codes) == 0 {
		return ""
	}
	return "quyết định chưa qua kiểm tra: " + strings.Join(codes, ", ")
}

// overCeiling repeats the problem of a decision that exceeds a ceiling with others.
func overCeiling(p evaluate.Problem) string {
	return fmt.Sprintf("Lưu ý %s: %s.", p.Code, p.Message)
}
