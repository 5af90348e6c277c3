package campaign

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Words and codes of a locked campaign: C940-C949, and E395-E399 of grading one
// subject anew.

const (
	reasonToClose  = `ghi lý do ngay sau tùy chọn: xeploai close --despite "LÝ DO"; lý do được ghi vào nhật ký, không ghi tên người`
	reasonToReopen = `ghi lý do ngay sau lệnh: xeploai reopen "LÝ DO"; lý do được ghi vào nhật ký, không ghi tên người`
)

func failClosed(root string, at time.Time) error {
	return failure("C940", root, "đợt này đã khóa sổ từ "+at.Format("02/01/2006 15:04")+" nên không nhập, xếp loại hay xuất mẫu nữa; không có gì bị thay đổi",
		`nếu phải làm lại, mở sổ trước: xeploai reopen "LÝ DO"; nếu chỉ xếp loại lại một trường hợp: xeploai regrade MÃ`, nil)
}

// ErrNoReason is the cause of a failure to close or to open again for want of a
// reason: the command was used wrongly.
var ErrNoReason = errors.New("no reason given")

func failNoReason(hint string) error {
	return failure("C941", "", "chưa ghi lý do", hint, ErrNoReason)
}

func failNotClosed(root string) error {
	return failure("C942", root, "đợt này chưa khóa sổ",
		"khi chưa khóa sổ, chỗ sai được sửa trong tệp gửi về rồi nhập lại kèm --replace; khóa sổ bằng: xeploai close", nil)
}

// What an alarm says of one file.
const (
	alarmClosing      = "bản ghi khóa sổ đã bị sửa hoặc không có trong nhật ký"
	alarmSettings     = "cấu hình đã bị sửa sau khi khóa sổ"
	alarmRules        = "quy tắc đang dùng không còn là quy tắc lúc khóa sổ"
	alarmList         = "danh sách tổ chức đã bị sửa sau khi khóa sổ"
	alarmGone         = "tệp này không còn sau khi khóa sổ"
	alarmKept         = "dữ liệu đã nhận đã bị sửa sau khi khóa sổ"
	alarmKeptGone     = "dữ liệu đã nhận không còn sau khi khóa sổ"
	alarmKeptNew      = "dữ liệu này không có lúc khóa sổ"
	alarmInbox        = "tệp đã nhận nay có nội dung khác"
	alarmResult       = "tệp kết quả đã bị sửa sau khi khóa sổ"
	alarmRegraded     = "bản ghi xếp lại đã bị sửa hoặc không có trong nhật ký"
	alarmRegradedGone = "thiếu bản ghi xếp lại mà nhật ký có"
)

func alarm(file, what string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "C943", At: evaluate.Origin{File: file}, Message: what,
		Hint: `khôi phục từ bản sao lưu; nếu thay đổi là đúng, mở sổ: xeploai reopen "LÝ DO"`}
}

// alarmHalfOpened says that opening the campaign again was cut off.
func alarmHalfOpened(file string) evaluate.Problem {
	p := alarm(file, "việc mở sổ lại đã bắt đầu nhưng bị ngắt giữa chừng")
	p.Hint = `chạy lại: xeploai reopen "LÝ DO"`
	return p
}

// alarmOf is an alarm about what one organization sent.
func alarmOf(in *inputMark, file, what string) evaluate.Problem {
	p := alarm(file, what)
	if in.Org != in.Path { // rosters are known by their path
		p.Message += fmt.Sprintf(" (tổ chức %q)", in.Org)
	}
	return p
}

func failOtherResults(root string) error {
	return failure("C944", root, "kết quả tính lại không còn là kết quả đã khóa sổ nên không lập biểu",
		"xem những gì đã thay đổi bằng: xeploai status; khôi phục từ bản sao lưu, dùng lại bản xeploai lúc khóa sổ, hoặc mở sổ bằng: xeploai reopen \"LÝ DO\"", nil)
}

// inTheWay is something because of which a campaign was not locked.
func inTheWay(file, what, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "C945", At: evaluate.Origin{File: file}, Message: what, Hint: hint}
}

const hintDespite = `làm nốt, hoặc khóa sổ khi chưa đủ: xeploai close --despite "LÝ DO"; số liệu khi ấy không được gọi là chính thức`

// What is said instead once the reason was given.
const (
	hintPassedOver = `đã khóa sổ khi chưa đủ, lý do ghi trong nhật ký; muốn làm nốt thì mở sổ: xeploai reopen "LÝ DO"`
	hintPassesOver = "lý do đã ghi cho phép bỏ qua việc này; còn việc khác phải làm trước khi khóa sổ"
)

func problemNeverGraded() evaluate.Problem {
	return inTheWay("", "đợt này chưa xếp loại lần nào", "chạy: xeploai grade")
}

func problemGradeFirst() evaluate.Problem {
	return inTheWay("", "từ lần xếp loại trước đã có thay đổi: tệp đã nhận, quy tắc, cấu hình, danh sách tổ chức hoặc sổ được mở lại", "chạy lại: xeploai grade")
}

func problemInboxDiffers(path string) evaluate.Problem {
	return inTheWay(path, "tệp này nay có nội dung khác với khi nhận", "nhập lại kèm --replace nếu nội dung mới là đúng, hoặc đặt lại tệp cũ")
}

func problemResultGone(path string) evaluate.Problem {
	return inTheWay(path, "không còn tệp kết quả này", "chạy lại: xeploai grade")
}

func problemResultEdited(path string) evaluate.Problem {
	return inTheWay(path, "đã có người ghi vào tệp kết quả này mà chưa nhập lại",
		"nhập lại bằng xeploai import rồi xeploai grade; nếu bỏ những gì đã ghi thì chỉ cần xeploai grade")
}

func problemOrgsMissing(n int) evaluate.Problem {
	return inTheWay("", fmt.Sprintf("%d tổ chức chưa gửi báo cáo", n), hintDespite)
}

func problemPeopleWait(k evaluate.Kind, n int) evaluate.Problem {
	return inTheWay("", fmt.Sprintf("%d trường hợp chờ xem xét hoặc bổ sung, trang “%s”", n, sheetTitle(k)), hintDespite)
}

func problemDecisionsLack(n int, first evaluate.Origin) evaluate.Problem {
	p := inTheWay("", fmt.Sprintf("%d quyết định chưa qua được kiểm tra: thiếu lý do, số hoặc ngày, chưa ghi nhận xem xét giảm nhẹ, vượt giới hạn, vượt tỷ lệ khống chế hoặc không còn ai để áp dụng", n),
		"xem từng quyết định bằng: xeploai grade; sửa hoặc ghi nốt trong tệp kết quả rồi nhập lại; "+hintDespite)
	p.Related = []evaluate.Related{{At: first, Note: "quyết định đầu tiên ở đây"}}
	return p
}

func problemCapsExceeded(n int) evaluate.Problem {
	return inTheWay("", fmt.Sprintf("%d tỷ lệ khống chế bị vượt mà chưa ghi quyết định nâng tỷ lệ", n),
		"xem từng tỷ lệ bằng: xeploai grade, hoặc trang “Kiểm soát tỷ lệ” của tệp kết quả; quyết định hạ bớt, hoặc nếu quy định cho nâng tỷ lệ thì "+hintLift+" rồi nhập lại; "+hintDespite)
}

func problemRegradedMissing(n int) evaluate.Problem {
	return inTheWay("", fmt.Sprintf("%d trường hợp đã xếp lại sau lần khóa sổ trước nay không còn trong dữ liệu", n),
		"xem từng trường hợp bằng: xeploai status; "+hintDespite)
}

// problemNothingToClose says that nothing has been taken in.
func problemNothingToClose() evaluate.Problem {
	return inTheWay("", "chưa nhận báo cáo nào nên chưa xếp loại được trường hợp nào", "nhập báo cáo (xeploai import THƯ_MỤC), chạy xeploai grade rồi mới khóa sổ; "+hintDespite)
}

// problemNobodyGraded says that there is nobody to grade: perhaps not yet, or, where every
// report is in, because none has anybody.
func problemNobodyGraded(missing int) evaluate.Problem {
	if missing > 0 {
		return inTheWay("", "chưa có ai được xếp loại: các báo cáo đã nhận đều không có ai", "nhập báo cáo của các tổ chức chưa gửi (xem: xeploai status), chạy lại xeploai grade rồi mới khóa sổ; "+hintDespite)
	}
	return inTheWay("", "mọi báo cáo đã nhận đều không có ai để xếp loại",
		`nếu đúng là kỳ này không có ai thì khóa sổ kèm lý do: xeploai close --despite "LÝ DO"; nếu có người bị bỏ sót thì ghi vào báo cáo rồi nhập lại kèm --replace; nếu loại ấy không được xếp loại ở đợt này thì xem lại kỳ và mục kinds trong `+SettingsName)
}

func failClosing(path string, err error) error {
	return failure("C946", path, "bản ghi khóa sổ bị hỏng", "khôi phục tệp này từ bản sao lưu", err)
}

func failRegraded(path string, err error) error {
	return failure("C947", path, "bản ghi xếp lại bị hỏng", "khôi phục tệp này từ bản sao lưu", err)
}

func failRegradeUnknown(path string) error {
	return failure("C948", path, "người hoặc tổ chức đã xếp lại không còn trong dữ liệu đã khóa sổ",
		"xem những gì đã thay đổi bằng: xeploai status; khôi phục từ bản sao lưu", nil)
}

// codeUnsettled is about those whom a reopening took a grading anew from.
const codeUnsettled = "E354"

// problemRegradedGone says that somebody graded anew is not in the data that is
// in force: nothing that was found about him can be settled there.
func problemRegradedGone(r *Regraded) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: codeUnsettled, At: evaluate.Origin{File: r.Workbook},
		Message: fmt.Sprintf("%s mã %q đã xếp lại %q theo quyết định %s rồi sổ được mở lại, nay không còn trong dữ liệu đang dùng", sheetTitle(r.Kind), r.ID, r.New.Label, r.Number),
		Hint:    "nếu bị bỏ sót, ghi lại vào báo cáo rồi nhập kèm --replace; nếu đúng là không còn, khi khóa sổ phải ghi lý do"}
}

func problemUnsettled(r *Regraded) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: codeUnsettled, At: evaluate.Origin{File: r.Workbook},
		Message: fmt.Sprintf("đã xếp lại %q theo quyết định %s rồi sổ được mở lại, mà dữ kiện hoặc quyết định ấy chưa có trong dữ liệu đang dùng", r.New.Label, r.Number),
		Hint:    "nhập dữ kiện đúng kèm --replace, hoặc ghi mức, lý do và chính số quyết định ấy vào tệp kết quả rồi nhập lại; trước đó trường hợp này chờ"}
}

// isUnsettled tells of a problem that somebody waits for it.
func isUnsettled(p evaluate.Problem) bool {
	return p.Code == codeUnsettled && p.Severity != evaluate.Note
}

// problemRestsOn is what somebody waits for whose result rests on what was found of another.
func problemRestsOn(r *Regraded) evaluate.Problem {
	p := problemUnsettled(r)
	p.Message = fmt.Sprintf("kết quả này dựa vào kết quả hay dữ kiện của %s %s, %s", strings.ToLower(sheetTitle(r.Kind)), r.ID, p.Message)
	return p
}

// nameResting adds to what is told of somebody who waits who else waits for him.
func nameResting(told []evaluate.Problem, id string, others []Affected) {
	for i := range told {
		if p := &told[i]; len(others) > 0 && p.Subject == id && isUnsettled(*p) {
			p.Message += fmt.Sprintf("; %d người, tổ chức, chức vụ khác có kết quả dựa vào đó cũng chờ: %s", len(others), saidAffected(others))
		}
	}
}

// noteConfirmed says which facts count as grading anew found them, for a decision affirms it.
func noteConfirmed(r *Regraded, s *evaluate.Schema, changed []evaluate.FactID) evaluate.Problem {
	var said []string
	for _, id := range changed {
		if i, known := s.Index(id); known {
			said = append(said, "“"+headingOf(&s.Facts[i])+"”")
		}
	}
	return evaluate.Problem{Severity: evaluate.Note, Code: codeUnsettled, At: evaluate.Origin{File: r.Workbook}, Subject: r.ID,
		Message: fmt.Sprintf("quyết định đã ghi khẳng định kết quả xếp lại theo quyết định %s, nên cột %s tính theo phiếu xếp lại, cho cả những nơi dựa vào đó; báo cáo đã nhận chưa ghi", r.Number, strings.Join(said, ", ")),
		Hint:    "không phải làm gì; muốn báo cáo ghi đủ thì sửa cột ấy trong báo cáo rồi nhập lại kèm --replace"}
}

// problemDecidedBefore is about a decision in force on somebody graded anew that was
// taken in, or dated, before that.
func problemDecidedBefore(r *Regraded, stands evaluate.Overruled) evaluate.Problem {
	return question(codeUnsettled, stands.At, fmt.Sprintf("đã xếp lại %q theo quyết định %s rồi sổ được mở lại; quyết định ghi ở ô này (%s) được nhận hoặc đề ngày trước lần xếp lại ấy, nên chưa rõ mức nào đứng và chưa mức nào được dùng", r.New.Label, r.Number, stands),
		"hỏi lại cấp có thẩm quyền; nếu kết quả xếp lại đứng, ghi mức, lý do và chính số quyết định xếp lại ở dòng của trường hợp này; nếu mức ở ô này đứng, ghi lại mức ấy kèm số, ngày của văn bản khẳng định nó, không sớm hơn quyết định xếp lại; rồi nhập lại kèm --replace",
		second(evaluate.Origin{File: r.Workbook}, fmt.Sprintf("kết quả xếp lại %s", r.overruled())))
}

// problemStillDecided is about a decision that grading anew had dropped, for its sheet
// left it blank: the corrected facts are in, and the decision stands where it was written.
func problemStillDecided(r *Regraded, stands evaluate.Overruled) evaluate.Problem {
	p := unused(problemDecidedBefore(r, stands))
	p.Message = fmt.Sprintf("đã xếp lại %q theo quyết định %s rồi sổ được mở lại; các dữ kiện đúng đã có trong dữ liệu đang dùng, nhưng quyết định ghi ở ô này (%s), mà lần xếp lại đã bỏ, vẫn còn; chưa mức nào được dùng, trường hợp này chờ một lời của cấp có thẩm quyền", r.New.Label, r.Number, stands)
	p.Hint = "nếu bỏ quyết định này như khi xếp lại thì ghi mức xếp lại, lý do và chính số, ngày quyết định xếp lại ở dòng của trường hợp này trong tệp kết quả mới lập; nếu vẫn giữ thì ghi lại mức ở ô này kèm số, ngày của văn bản khẳng định nó, không sớm hơn quyết định xếp lại; rồi nhập lại kèm --replace"
	return p
}

// codeDecidedSince is about those decided again after a grading anew that a reopening
// ended.
const codeDecidedSince = "E389"

func problemDecidedSince(r *Regraded, stands evaluate.Overruled) evaluate.Problem {
	p := question(codeDecidedSince, stands.At, fmt.Sprintf("quyết định %s khác với mức đã xếp lại sau khóa sổ: %s; quyết định ở ô này được nhận sau nên đứng", stands, r.overruled()),
		"nếu đúng là quyết định mới thì không phải làm gì; nếu không, xóa quyết định ở ô này rồi nhập lại kèm --replace",
		second(evaluate.Origin{File: r.Workbook}, "kết quả xếp lại ở đây"))
	p.Subject, p.Severity = r.ID, evaluate.Note // told when it came in, and by status
	return p
}

const headingStandingDecision = "QUYẾT ĐỊNH ĐANG CÓ"

func noteStandingDecision(said string) string {
	return "Quyết định đang có: " + said + ". Để trống ô quyết định của phiếu thì quyết định này không còn, mức xếp lại là mức tính được, hay mức đề nghị nếu thấp hơn"
}

// mostAffected is how many of those affected a line names; JSON has all.
const mostAffected = 20

// saidAffected lists subjects by kind and id, the first of many.
func saidAffected(others []Affected) string {
	var said []string
	for _, o := range others[:min(len(others), mostAffected)] {
		said = append(said, fmt.Sprintf("%s %s", sheetTitle(o.Kind), o.ID))
	}
	if left := len(others) - len(said); left > 0 {
		said = append(said, fmt.Sprintf("và %d nữa", left))
	}
	return strings.Join(said, "; ")
}

// problemOthersAffected names whose results rest on the one that changed, by kind and
// id: a line like this may be forwarded, and names nobody.
func problemOthersAffected(file string, others []Affected) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "C949", At: evaluate.Origin{File: file},
		Message: fmt.Sprintf("%d người, tổ chức, chức vụ khác có kết quả dựa vào kết quả hay dữ kiện này và sẽ khác nếu tính lại; kết quả của họ chưa đổi: %s", len(others), saidAffected(others)),
		Hint: fmt.Sprintf("xếp lại từng nơi nếu cấp có thẩm quyền yêu cầu, như: xeploai regrade --kind %s %s; hoặc mở sổ và xếp loại lại tất cả",
			others[0].Kind, others[0].ID)}
}

// hintLift is where a decision that lifts a ceiling is recorded.
const hintLift = "ghi số quyết định nâng tỷ lệ ở trang “Tổ chức” của tệp mà tổ chức đứng đầu danh sách gửi"

// problemRegradedOver names a ceiling that grading anew left exceeded, and the other
// records that raised what is over: whoever lost the grade below took those from it whom
// it let others hold.
func problemRegradedOver(file string, r *evaluate.Report, f *evaluate.CapFinding, raised []Regraded) evaluate.Problem {
	lift := ""
	if f.Cap.Uplift != nil {
		lift = "; hoặc mở sổ bằng: xeploai reopen, " + hintLift + " rồi xếp loại và khóa lại"
	}
	p := evaluate.Problem{Severity: evaluate.Warning, Code: "C952", At: evaluate.Origin{File: file},
		Message: fmt.Sprintf("%s, nhóm %s: xếp lại làm tỷ lệ khống chế bị vượt mà chưa ghi quyết định nâng tỷ lệ, số được xếp %s là %d, được %d (%s); biểu tổng hợp của loại ấy là TẠM TÍNH",
			sheetTitle(f.Kind), r.GroupName(f), f.Rules.Label(f.Rung), f.Have.Min, f.Allowed.Max, f.Cap.Cite),
		Hint: "cấp có thẩm quyền xếp lại để hạ bớt cho đủ tỷ lệ bằng: xeploai regrade MÃ" + lift}
	for _, o := range raised {
		p.Related = append(p.Related, second(evaluate.Origin{File: o.Workbook}, "xếp lại này cũng làm tỷ lệ của nhóm ấy bị vượt"))
	}
	return p
}

func problemNoRegradeBook(file string) evaluate.Problem {
	return fileError("E395", file, "đây không phải là phiếu xếp lại một trường hợp của đợt này, hoặc dòng trong phiếu đã bị xóa, thêm",
		"xuất phiếu bằng: xeploai regrade MÃ; điền vào chính tệp đó rồi chạy lại")
}

func problemRegradeColumn(file, heading string) evaluate.Problem {
	return fileError("E395", file, fmt.Sprintf("phiếu không còn cột “%s”", heading), "xuất lại phiếu bằng: xeploai regrade MÃ")
}

func atCell(code evaluate.Code, at evaluate.Origin, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: code, At: at, Message: message, Hint: hint}
}

func problemRegradeFixed(at evaluate.Origin, heading string) evaluate.Problem {
	return atCell("E396", at, fmt.Sprintf("ô ở cột “%s” đã bị sửa; xếp lại không đổi được người, tổ chức hay quan hệ của họ", heading),
		"đặt lại như phiếu lúc xuất; nếu chính điều này sai thì phải mở sổ")
}

func problemRegradeBlank(at evaluate.Origin, heading string) evaluate.Problem {
	return atCell("E397", at, fmt.Sprintf("xếp lại phải có đủ lý do, số và ngày quyết định; còn trống “%s”", heading), "điền ô này")
}

func problemRegradeNothing(file string) evaluate.Problem {
	return fileError("E398", file, "phiếu không đổi dữ kiện nào và không đổi quyết định, nên không có gì để xếp lại",
		"sửa dữ kiện đã phát hiện sai, hoặc ghi mức do cấp có thẩm quyền quyết định")
}

// problemRegradeTaken says that this very workbook has been taken back before,
// for one, by a run that was cut off before it could say so.
func problemRegradeTaken(file string, r *Regraded) evaluate.Problem {
	return fileError("E398", file, fmt.Sprintf("phiếu này đã được nhận ở lần xếp lại thứ %d, kết quả ở %s; không có gì thêm", r.Seq, r.Workbook),
		"xem các lần xếp lại bằng: xeploai status; nếu còn phải xếp lại nữa, xuất phiếu mới bằng: xeploai regrade MÃ")
}

func problemRegradeOpen(at evaluate.Origin, reason string) evaluate.Problem {
	return atCell("E399", at, "với các dữ kiện này chưa ra được một kết quả: "+reason, "bổ sung ô còn thiếu, hoặc ghi mức do cấp có thẩm quyền quyết định")
}

func outcomeLabel(o evaluate.Outcome) string {
	if o == evaluate.NotRated {
		return "Không xếp loại"
	}
	if o == evaluate.Review {
		return "Chờ xem xét"
	}
	return "Chưa đủ dữ liệu"
}
