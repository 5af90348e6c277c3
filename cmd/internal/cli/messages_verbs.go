package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
	"github.com/xeploai/xeploai/rules"
)

// The words of the verbs.

const (
	helpInit       = "lập thư mục cho một đợt đánh giá"
	helpFrom       = "ĐƯỜNG-DẪN: ghi sẵn người từ tệp, thư mục này (kết quả hoặc báo cáo kỳ trước, danh sách đảng viên quốc gia, danh sách tự lập; lặp lại được, tệp đứng trước được ưu tiên)"
	helpNotFrom    = "ĐƯỜNG-DẪN: rút lại tệp, thư mục đã nêu nhầm ở --from lần trước: người và trạng thái chỉ tệp ấy ghi thì bỏ khỏi mẫu (mọi tổ chức; lặp lại được; tệp không bị xóa)"
	helpTemplate   = "xuất mẫu Excel cho chi bộ, đảng ủy cơ sở và văn phòng"
	helpImport     = "kiểm tra và nhận các tệp gửi về: tệp, thư mục, gói nén .zip"
	helpStatus     = "ai đã gửi, ai chưa, ai quá hạn, tệp nào bị trả lại, có gì thay đổi"
	helpGrade      = "xếp loại tất cả những gì đã nhận và ghi tệp kết quả"
	helpSummary    = "lập biểu tổng hợp"
	helpRun        = "nhận các tệp trong hộp nhận về, xếp loại rồi tổng hợp"
	helpExplain    = "giải thích một người hoặc một tổ chức: từng điều kiện, điều khoản, ô dữ liệu, kết quả"
	helpRules      = "thư viện quy tắc"
	helpRulesList  = "liệt kê các bộ quy tắc"
	helpRulesShow  = "xem một bộ quy tắc: từng quy định, căn cứ, độ tin cậy của nguồn"
	helpRulesCheck = "kiểm tra các tệp quy tắc và báo mọi lỗi; cảnh báo của bộ có sẵn chỉ in khi nêu tên bộ ấy hoặc có --all"
	helpRulesTest  = "chạy các trường hợp mẫu chứng minh quy tắc"
	helpDemo       = "dựng một văn phòng giả định, chạy toàn bộ công việc và chỉ chỗ xem kết quả"

	helpPeriod      = "KỲ: kỳ đánh giá, như 2025, 2026-Q3, 2018-06, 2020-2025"
	helpDemoPeriod  = "NĂM: năm được dựng, từ 2014 (đảng viên chỉ được xếp loại theo năm), như 2018, 2021, 2026"
	helpReference   = "NGÀY: mốc tính đủ 6 tháng, như 2025-12-31 hoặc 31/12/2025 (mặc định: ngày cuối kỳ)"
	helpOfficeCode  = "MÃ: mã của văn phòng, cũng là mã tổ chức đứng đầu"
	helpOfficeName  = "TÊN: cấp ủy in ở đầu các biểu"
	helpSuperior    = "TÊN: cấp trên in ở đầu các biểu"
	helpPlace       = "ĐỊA-DANH: ghi trước ngày tháng"
	helpSigner      = "CHỨC-DANH: của người ký biểu"
	helpDryRun      = "chỉ kiểm tra, không ghi gì"
	helpReplace     = "cho tệp mới thay tệp đã nhận của cùng tổ chức"
	helpNotes       = "in cả các lưu ý (những chỗ đã hiểu hoặc bỏ qua mà không phải sửa)"
	helpFull        = "với --json: ghi đủ mọi quy định, không chỉ những quy định quyết định"
	helpProposeCaps = "thêm vào tệp kết quả cột gợi ý theo tỷ lệ khống chế và thứ tự xét; không đổi kết quả của ai"
	helpRulesFolder = "THƯ-MỤC: quy tắc của địa phương, đặt trên các quy tắc có sẵn"
	helpWorkers     = "SỐ: số tệp xử lý cùng lúc (0 là theo số nhân của máy)"
	helpSeed        = "SỐ: số gieo, cùng số gieo thì cùng một văn phòng"
	helpMembers     = "SỐ: số đảng viên của văn phòng giả định"

	exampleInit     = "  xeploai init dot-2025 --period 2025 --office-code XA-MAU --office-name \"ĐẢNG ỦY XÃ MẪU\""
	exampleTemplate = "  xeploai template\n  xeploai template CB-01 CB-02\n  xeploai template --from ket-qua-nam-truoc --from danh-sach.xlsx"
	exampleImport   = "  xeploai import nhan-ve\n  xeploai import --dry-run nhan-ve/chi-bo-1.xlsx"
	exampleExplain  = "  xeploai explain CB-01\n  xeploai explain \"Nguyễn Mẫu An\""
	exampleDemo     = "  xeploai demo\n  xeploai demo thu-nghiem --period 2022 --members 500"

	defaultOfficeCode = "VP"
	defaultOfficeName = "CẤP ỦY"
	defaultSigner     = "TRƯỞNG BAN"
	// The old branch comments on who was there that long (PLACE-1 of the sources).
	defaultCommentMonths = "6"
	defaultDemoDir       = "demo-out"

	headOutcome   = "Kết quả nhập"
	headFiles     = "Số tệp"
	headCode      = "Mã"
	headOrg       = "Tổ chức"
	headState     = "Tình trạng"
	headName      = "Họ tên, tên tổ chức"
	headBirth     = "Ngày sinh"
	headDue       = "Hạn nộp"
	headChanged   = "Từ lần xếp loại trước"
	headFile      = "Tệp"
	headTotal     = "Tổng"
	headReview    = "Xem xét"
	headUndecided = "Chưa đủ dữ liệu"
	headNotRated  = "Không xếp loại"
	headSet       = "Bộ quy tắc"
	headKind      = "Loại"
	headPost      = "Chức vụ"
	headInForce   = "Kỳ áp dụng"
	headNotQuoted = "Chưa nguyên văn"
	headTitle     = "Tên"
	headCases     = "Trường hợp"
	headRules     = "Quy định"
	headNever     = "Chưa chứng minh"

	headProfile       = "Đối tượng"
	headNotRatedCases = "Trường hợp không xếp loại"
	headBars          = "Trường hợp bị xếp mức thấp nhất"
	headSanctions     = "Giới hạn mức"
	headVotes         = "Biểu quyết, kiểm phiếu, ý kiến thẩm định"
	headRests         = "Mức của ai phải cân nhắc (quy định không cho công thức, máy chỉ đếm)"
	headNotices       = "Điều cần xem xét thêm"

	wordChanged   = "mới nhận"
	wordElsewhere = "(ngoài danh sách)"
	wordDirect    = "(trực thuộc cấp ủy lập đợt)"
	wordAll       = "Cộng"
	messageDryRun = "Chỉ kiểm tra, chưa ghi gì."
)

func headBase(k evaluate.Kind) string {
	word := []rune(kindWord(k))
	return strings.ToUpper(string(word[:1])) + string(word[1:]) + ", theo tổ chức cơ sở"
}

func kindWord(k evaluate.Kind) string {
	switch k {
	case evaluate.Organization:
		return "tổ chức đảng"
	case evaluate.Collective:
		return "tập thể lãnh đạo"
	case evaluate.Leader:
		return "cán bộ lãnh đạo"
	case evaluate.Unit:
		return "cơ quan, đơn vị"
	case evaluate.Staff:
		return "công chức, viên chức"
	}
	return "đảng viên"
}

func wordInForce(s *evaluate.RuleSetSpec) string {
	if s.To == nil {
		return s.From.String() + " đến nay"
	}
	return s.From.String() + " đến " + s.To.String()
}

func outcomeWord(o campaign.ImportOutcome) string {
	switch o {
	case campaign.Accepted:
		return "nhận mới"
	case campaign.Replaced:
		return "thay tệp cũ"
	case campaign.Known:
		return "đã nhận từ trước"
	case campaign.Superseded:
		return "tệp cũ, đã có tệp khác thay"
	case campaign.Newer:
		return "chưa nhận (đã có tệp khác)"
	case campaign.Rejected:
		return "trả lại vì có lỗi"
	case campaign.Mended:
		return "có lỗi, nhưng đã nhận bản sửa"
	}
	return "bỏ qua"
}

func messageReturned(path string) string { return returnedWord(path) + ": " + path }

// returnedWord is what goes back to a sender: his workbook marked, or a page about
// a file that cannot be opened.
func returnedWord(path string) string {
	if campaign.IsReport(path) {
		return "bảng kê lỗi"
	}
	return "bản đánh dấu lỗi"
}

// messageReturnedOf names the file too: what is printed above may be long.
func messageReturnedOf(file, path string) string {
	return fmt.Sprintf("%s của %s: %s", returnedWord(path), file, path)
}

func messageGradeNotes(n int) string {
	return fmt.Sprintf("(%d lưu ý không in; xem bằng: xeploai grade --notes)", n)
}

func messageNotes(n int) string {
	return fmt.Sprintf("(%d lưu ý không in; xem bằng: xeploai import --dry-run --notes ĐƯỜNG-DẪN)", n)
}

func messageListWarnings(n int) string {
	return fmt.Sprintf("%s: %d cảnh báo về danh sách tổ chức; xem bằng: xeploai status", campaign.OrgListName, n)
}

func messageMoreProblems(n int) string {
	return fmt.Sprintf("… còn %d vấn đề nữa, xem trang Vấn đề của tệp kết quả", n)
}

func messageRefused(r campaign.Refusal, missing bool) string {
	said := fmt.Sprintf("Bị trả lại: %s, %d lỗi; %s: %s", r.Path, r.Errors, returnedWord(r.Returned), r.Returned)
	if r.Migrated != "" {
		said += "; gửi kèm " + messageMigrated(r.Migrated)
	}
	switch {
	case r.Kind == excel.RosterBook:
		said += "; là danh sách đảng viên"
	case r.Org == "" && missing:
		said += "; chưa biết của tổ chức nào, nên tổ chức ấy còn ghi là chưa gửi"
	case r.Org == "":
		said += "; chưa biết của tổ chức nào"
	}
	return said
}

func messageStatus(s *campaign.Status) string {
	text := s.TotalWord()
	if n := len(s.Refused); n > 0 {
		text += fmt.Sprintf(" Số tệp bị trả lại đang chờ sửa: %d.", n)
	}
	if s.Closed != nil {
		return text // what changed is an alarm, and nothing is graded
	}
	if s.GradedAt.IsZero() {
		return text + " Chưa xếp loại lần nào."
	}
	if !s.Stale.Any() {
		if n := len(s.Unsettled); n > 0 {
			return text + fmt.Sprintf(" Kết quả xếp loại %s khớp với các tệp đã nhận, nhưng còn chờ %d trường hợp đã xếp lại sau lần khóa sổ trước (E354).", wordTime(s.GradedAt), n)
		}
		return text + " Kết quả xếp loại " + wordTime(s.GradedAt) + " vẫn đúng với các tệp đã nhận."
	}
	var since []string
	if s.Stale.New > 0 {
		since = append(since, fmt.Sprintf("có %d tệp mới", s.Stale.New))
	}
	if s.Stale.Gone > 0 {
		since = append(since, fmt.Sprintf("mất %d tệp đã nhận (nhập lại tệp gốc nếu không cố ý bỏ)", s.Stale.Gone))
	}
	if s.Stale.Reopened {
		since = append(since, "sổ đã được mở lại, có trường hợp đã xếp lại phải chờ")
	}
	if s.Stale.Basis {
		since = append(since, "quy tắc, cấu hình hoặc danh sách tổ chức đã thay đổi")
	}
	return text + " Từ lần xếp loại " + wordTime(s.GradedAt) + " " + strings.Join(since, ", ") + "; chạy lại: xeploai grade"
}

func wordTime(t time.Time) string { return t.Local().Format("02/01/2006 15:04") }

// messageNothingTaken comes first where nothing has been taken in.
const messageNothingTaken = "Chưa nhận báo cáo nào nên chưa xếp loại được trường hợp nào; nhập báo cáo trước (xeploai import THƯ_MỤC) rồi chạy lại lệnh này."

func messageGraded(g *campaign.Grading, dir string) string {
	p := g.Progress()
	text := ""
	if len(g.Receipts) == 0 {
		text = messageNothingTaken + " "
	}
	text += fmt.Sprintf("Đã ghi %d tệp kết quả vào %s. Chờ người xem xét hoặc bổ sung: %d. Tổ chức chưa gửi báo cáo: %d.", len(g.Workbooks), dir, g.Waiting(), p.Missing)
	if p.Subjects == 0 && len(g.Receipts) > 0 {
		text += " Các báo cáo đã nhận không có ai để xếp loại."
	}
	return text
}

func messageCap(group string, f evaluate.CapFinding) string {
	where := kindWord(f.Kind) + ", " + group
	if f.Group != "" {
		where += ", nhóm " + f.Group
	}
	return fmt.Sprintf("Tỷ lệ khống chế %s (%s): có %s, được %s theo danh sách, được %s nếu hạ xuống mức liền kề, vượt %s; %s",
		f.Cap.ID, where, wordRange(f.Have), wordRange(f.AsListed), wordRange(f.Allowed), wordRange(f.Over), f.Cap.Cite)
}

func wordRange(r evaluate.Range) string {
	if r.Exact() {
		return fmt.Sprint(r.Min)
	}
	return fmt.Sprintf("%d-%d", r.Min, r.Max)
}

func messageSummary(forms int, p excel.Progress) string {
	if p.Final() {
		return fmt.Sprintf("Đã lập %d biểu, số liệu chính thức.", forms)
	}
	if p.Computed() {
		return fmt.Sprintf("Đã lập %d biểu, đã tính đủ nhưng chưa chính thức: %d trường hợp chưa có quyết định, %d quyết định chưa qua được kiểm tra.", forms, p.Open(), p.Lacks())
	}
	var waiting []string
	for _, k := range evaluate.Kinds() {
		if n := p.Waiting[k]; n > 0 {
			waiting = append(waiting, fmt.Sprintf("%d %s", n, kindWord(k)))
		}
	}
	text := fmt.Sprintf("Đã lập %d biểu, số liệu tạm thời: %d tổ chức chưa gửi báo cáo", forms, p.Missing)
	if len(waiting) > 0 {
		text += "; chờ xem xét hoặc bổ sung: " + strings.Join(waiting, ", ")
	}
	if n := p.Exceeds(); n > 0 && p.Closed != nil {
		text += fmt.Sprintf("; %d tỷ lệ khống chế bị vượt, chưa ghi quyết định nâng", n)
	}
	return text + "."
}

func messageRulesChecked(sets, problems, leftOut int) string {
	s := fmt.Sprintf("Đã kiểm tra %d bộ quy tắc, %d vấn đề.", sets, problems)
	if leftOut > 0 {
		s += fmt.Sprintf(" Không in %d cảnh báo của các bộ có sẵn; xem bằng: xeploai rules check --all", leftOut)
	}
	return s
}

func messageCases(passed, run int) string {
	return fmt.Sprintf("Trường hợp mẫu: %d/%d đúng.", passed, run)
}

func messageRule(r *rules.RuleView) string {
	parts := []string{r.ID}
	for _, s := range []string{r.Text, r.Effect} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	text := strings.Join(parts, ": ")
	if r.Cite != "" {
		text += "  [" + r.Cite + "]"
	}
	if r.Standing != "" && r.Standing != string(evaluate.Quoted) {
		text += " (" + r.StandingLabel + ")"
	}
	if r.Off {
		text += " (đang tắt; bật bằng " + r.Switch + ")"
	}
	return text
}

func failNoSet(ref string, found int, known []string) error {
	message, hint := fmt.Sprintf("có %d bộ quy tắc mang mã %q", found, ref), "ghi cả phiên bản: mã@phiên-bản; xem bằng: xeploai rules list"
	if found == 0 {
		message = fmt.Sprintf("không có bộ quy tắc nào mang mã %q", ref)
		hint = evaluate.AskNearest(ref, known, "xem các bộ quy tắc bằng: xeploai rules list")
	}
	return &campaign.Failure{Problem: evaluate.Problem{Severity: evaluate.Error, Code: "C923", Message: message, Hint: hint}}
}
