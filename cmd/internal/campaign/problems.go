package campaign

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// One constructor per code. C9xx: commands and the campaign folder; the codes
// E33x-E36x, matters between files, stand in problems_between.go.

func failure(code evaluate.Code, path, message, hint string, err error) *Failure {
	return &Failure{Err: err, Problem: evaluate.Problem{Severity: evaluate.Error, Code: code,
		At: evaluate.Origin{File: filepath.ToSlash(path)}, Message: message, Hint: hint}}
}

func failNoCampaign(dir string) error {
	return failure("C902", dir, fmt.Sprintf("không tìm thấy %s trong thư mục này và các thư mục phía trên", SettingsName),
		"vào thư mục của đợt đánh giá, hoặc chỉ rõ bằng -C THƯ_MỤC; tạo đợt mới bằng: xeploai init THƯ_MỤC", nil)
}

func failPathMissing(path string, err error) error {
	return failure("C904", path, "không có tệp hoặc thư mục này", "kiểm tra lại đường dẫn", err)
}

func failNoRulesFolder(path string, err error) error {
	return failure("C904", path, "không có thư mục quy tắc này", "kiểm tra lại đường dẫn ở --rules, hoặc mục rules.folder của "+SettingsName, err)
}

// FailSettings says that the settings cannot be used; why names the key.
func FailSettings(path, why string, err error) error {
	return failure("C903", path, "cấu hình đợt đánh giá có lỗi: "+why,
		"mở "+SettingsName+" bằng trình soạn thảo văn bản và sửa; các khóa hợp lệ có chú thích trong tệp do lệnh init tạo ra", err)
}

func failExists(path string) error {
	return failure("C905", path, "thư mục này đã là một đợt đánh giá",
		"muốn đổi cơ quan, kỳ hay tên thì sửa "+SettingsName+"; muốn lập đợt khác thì chọn thư mục khác. Đợt đang có không bị thay đổi", nil)
}

// codeBusy says that another command of ours works in the folder.
const codeBusy evaluate.Code = "C906"

func failBusy(root string, err error) error {
	return failure(codeBusy, root, "một lệnh khác đang làm việc trong thư mục này", "chờ lệnh kia xong rồi chạy lại", err)
}

func failKey(path string, err error) error {
	return failure("C907", path, "không đọc được khóa của văn phòng", "khôi phục tệp khóa từ bản sao lưu; không tự tạo khóa mới vì mã người sẽ đổi hết", err)
}

func failKept(path string, err error) error {
	return failure("C908", path, "tệp dữ liệu đã nhận bị hỏng", "khôi phục từ bản sao lưu, hoặc xóa tệp này rồi nhập lại tệp gốc", err)
}

func failOpenElsewhere(path string, err error) error {
	return failure("C910", path, "tệp đang mở ở chương trình khác nên không ghi được; bản cũ còn nguyên",
		"đóng tệp trong Excel rồi chạy lại", err)
}

func failReadOnly(path string, err error) error {
	return failure("C911", path, "không có quyền ghi vào thư mục này; bản cũ còn nguyên",
		"chép thư mục đợt đánh giá vào nơi ghi được (ổ USB có thể đang khóa ghi), hoặc xin quyền ghi, rồi chạy lại", err)
}

func failDiskFull(path string, err error) error {
	return failure("C912", path, "ổ đĩa đã đầy; bản cũ còn nguyên", "xóa bớt tệp không cần để có chỗ trống rồi chạy lại", err)
}

func failIsDirectory(path string) error {
	return failure("C913", path, "chỗ cần ghi tệp lại là một thư mục", "đổi tên hoặc chuyển thư mục này đi rồi chạy lại", nil)
}

func failCheck(path string, err error) error {
	return failure("C914", path, "tệp vừa ghi không qua được bước kiểm tra nên bị bỏ; bản cũ còn nguyên",
		"chạy lại; nếu vẫn lỗi, kiểm tra ổ đĩa", err)
}

func failFolderMissing(path string, err error) error {
	return failure("C915", path, "thư mục chứa tệp này không còn", "tạo lại thư mục rồi chạy lại", err)
}

// FailFileExists says that files stand where new ones were to be written.
func FailFileExists(paths []string) error {
	var names []string
	for _, p := range paths {
		names = append(names, filepath.ToSlash(p))
	}
	return failure("C916", paths[0], "đã có tệp này nên không ghi gì: "+strings.Join(names, ", "),
		"chọn tên khác hoặc thư mục khác, hoặc chuyển tệp đang có đi rồi chạy lại", nil)
}

func failWrite(path string, err error) error {
	return failure("C919", path, "không ghi được tệp; bản cũ còn nguyên", "kiểm tra ổ đĩa rồi chạy lại", err)
}

// listsNamed is how many workbooks a failure names.
const listsNamed = 5

// failNeverNamed says that no template has anybody from a workbook that is to be taken back;
// known are those which they have people from.
func failNeverNamed(label string, known []string) error {
	hint := "ghi đúng đường dẫn đã nêu ở --from; tệp đã rút rồi, hoặc không cho mẫu nào ai, thì không cần làm gì"
	if len(known) > 0 {
		hint += "; các tệp mà mẫu đang lấy: " + strings.Join(known[:min(len(known), listsNamed)], ", ")
	}
	if len(known) > listsNamed {
		hint += " …"
	}
	return failure("C904", label, "không mẫu nào đang lấy người hay trạng thái từ tệp này nên không có gì để rút", hint, nil)
}

func failUnknownOrg(code string) error {
	return failure("C920", OrgListName, fmt.Sprintf("không có tổ chức mang mã %q trong danh sách", code),
		"xem lại cột mã trong "+OrgListName, nil)
}

// failNothingToReport says that an organization, or with "" any of them, has nothing
// to fill in: leaders and officials alone are graded, say, and it has no units and no
// collectives.
func failNothingToReport(code string) error {
	who := "không tổ chức nào trong danh sách"
	if code != "" {
		who = fmt.Sprintf("tổ chức mang mã %q không", code)
	}
	return failure("C926", OrgListName, who+" có gì phải báo cáo trong đợt này nên không có mẫu",
		"đợt chỉ xếp loại tập thể, cán bộ lãnh đạo, đơn vị, công chức thì ghi các tập thể, cơ quan, đơn vị của tổ chức ấy vào "+OrgListName+"; còn thiếu loại nào thì xem mục kinds của xeploai.yaml", nil)
}

// failUnknownSubject says that nobody is what was asked for. What was asked may
// be a name or an identity number and is not repeated.
func failUnknownSubject() error {
	return failure("C921", "", "không có người hoặc tổ chức nào như đã hỏi trong đợt này",
		"hỏi bằng mã, họ tên, số định danh hoặc số thẻ của một người, hay bằng mã, tên trong "+OrgListName, nil)
}

// failReportedGone says that branches report whom it is asked about as no longer there:
// nobody grades him. What was asked is not repeated.
func failReportedGone(gone []excel.LeftMember) error {
	p := evaluate.Problem{Severity: evaluate.Error, Code: "C927", At: gone[0].At,
		Message: fmt.Sprintf("chi bộ báo người này không còn sinh hoạt (%s) nên không xếp loại, không có mức nào", gone[0].Status),
		Hint:    "không cần làm gì nếu đúng; chi bộ ghi nhầm thì sửa tình trạng sinh hoạt ở ô này rồi nhập lại kèm --replace"}
	for _, m := range gone[1:] {
		p.Related = append(p.Related, second(m.At, "một người khác như đã hỏi, chi bộ ghi “"+m.Status+"” ở đây"))
	}
	return &Failure{Problem: p}
}

// failNotGraded says that the list has what was asked for, but that it has no
// result in this campaign.
func failNotGraded(code string) error {
	return failure("C925", "", fmt.Sprintf("%q có trong danh sách nhưng đợt này không xếp loại", code),
		"xem các loại được xếp ở mục kinds trong "+SettingsName+" và bộ quy tắc của kỳ này", nil)
}

// failOffice says that the office itself is graded by its superior; given is the grade
// that was entered for it, in a cell at, "" for none.
func failOffice(code, given string, at evaluate.Origin) error {
	message := fmt.Sprintf("%q là cấp ủy của đợt này, do cấp trên xếp loại, nên đợt này không có kết quả của nó", code)
	if given == "" {
		return failure("C925", "", message, "hỏi tổ chức trực thuộc; mức cấp trên đã xếp thì ghi ở dòng của cấp ủy trong tệp của văn phòng", nil)
	}
	return &Failure{Problem: evaluate.Problem{Severity: evaluate.Error, Code: "C925", At: at, Message: message + "; mức cấp trên đã xếp ghi ở ô này là “" + given + "”",
		Hint: "hỏi tổ chức trực thuộc; mức ấy ghi sai thì sửa ô này rồi nhập lại kèm --replace"}}
}

// ProblemSeveral says that more than one subject is what was asked for.
func ProblemSeveral(n int) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "C924", Message: fmt.Sprintf("có %d người, tổ chức như đã hỏi", n),
		Hint: "hỏi lại bằng mã ở đầu dòng của người cần xem"}
}

func messageRefused(n int) string {
	return fmt.Sprintf("dữ liệu nền có %d lỗi, chưa làm tiếp được", n)
}

// ProblemOf returns the words of an error: those it carries, or C999 for a
// failure nobody foresaw.
func ProblemOf(err error) evaluate.Problem {
	var f *Failure
	if errors.As(err, &f) {
		return f.Problem
	}
	return evaluate.Problem{Severity: evaluate.Error, Code: "C999", Message: "lỗi của máy: " + err.Error(),
		Hint: "chạy lại; nếu vẫn lỗi, gửi dòng này cho người hỗ trợ"}
}

func failSettingPeriod(file, given string) error {
	return FailSettings(file, fmt.Sprintf("period %q không phải là một kỳ (năm 2025, quý 2026-Q3, tháng 2018-06, nhiệm kỳ 2020-2025)", given), nil)
}

func failSettingReference(file, given string) error {
	return FailSettings(file, fmt.Sprintf("reference_date %q không phải là một ngày; ghi 2025-12-31 hoặc 31/12/2025", given), nil)
}

func failSettingOffice(file string) error {
	return FailSettings(file, "office.code còn trống", nil)
}

func failSettingMonths(file, given string) error {
	return FailSettings(file, fmt.Sprintf("comment_from_months %q không phải là số tháng", given), nil)
}

func failSettingKind(file, given string) error {
	return FailSettings(file, fmt.Sprintf("kinds có %q không phải là loại chủ thể nào (member, organization, collective, leader, unit, staff)", given), nil)
}

func failSettingSwitches(file string, strange, known []string) error {
	there := "không có công tắc nào"
	if len(known) > 0 {
		there = "chỉ có " + strings.Join(known, ", ")
	}
	return FailSettings(file, fmt.Sprintf("rules.switches: không có công tắc %s; các bộ quy tắc của kỳ này %s", strings.Join(strange, ", "), there), nil)
}

// FailNoRules says that not exactly one rule set is in force for a kind and period.
func FailNoRules(file string, kind evaluate.Kind, period string, err error) error {
	return failure("C922", file, fmt.Sprintf("không chọn được bộ quy tắc cho %s, kỳ %s: %v", strings.ToLower(sheetTitle(kind)), period, err),
		"xem các bộ quy tắc bằng: xeploai rules list; bộ của địa phương, hoặc một trong nhiều bộ, thì ghi rõ mã@phiên bản trong mục rules của "+SettingsName, err)
}

// failNoKinds says that nobody the campaign grades by itself is graded in the
// period, and who is.
func failNoKinds(file, period string, gradable []evaluate.Kind) error {
	var names, codes []string
	for _, k := range gradable {
		names, codes = append(names, strings.ToLower(sheetTitle(k))), append(codes, string(k))
	}
	return failure("C922", file, fmt.Sprintf("không chọn được bộ quy tắc cho đảng viên, tổ chức đảng, kỳ %s: kỳ này chỉ có bộ cho %s", period, strings.Join(names, ", ")),
		fmt.Sprintf("ghi `kinds: [%s]` (hoặc một phần) trong %s; lập danh sách tập thể, đơn vị thì lãnh đạo được xếp loại mà không phải ghi", strings.Join(codes, ", "), SettingsName), nil)
}

// failOnlyChosen says that a period has sets only for those who name them, and which.
func failOnlyChosen(file, period string, sets []*evaluate.RuleSet) error {
	var kinds, chosen []string
	for _, k := range evaluate.Kinds() {
		var refs []string
		for _, rs := range sets {
			if rs.Spec.Kind == k {
				refs = append(refs, rs.Ref())
			}
		}
		if len(refs) > 0 {
			kinds, chosen = append(kinds, string(k)), append(chosen, string(k)+": "+strings.Join(refs, " hoặc "))
		}
	}
	return failure("C922", file, fmt.Sprintf("không chọn được bộ quy tắc cho đảng viên, tổ chức đảng, kỳ %s: kỳ này chỉ có bộ của địa phương, phải ghi rõ mới dùng", period),
		fmt.Sprintf("ghi `kinds: [%s]` (hoặc một phần) trong %s, và ở mục rules ghi bộ của từng loại: %s; xem các bộ bằng: xeploai rules list",
			strings.Join(kinds, ", "), SettingsName, strings.Join(chosen, "; ")), nil)
}

func note(code evaluate.Code, file, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: code, At: evaluate.Origin{File: file}, Message: message, Hint: hint}
}

// CodeNoSpreadsheet is that of a file in a folder that is passed over.
const CodeNoSpreadsheet evaluate.Code = "C930"

func problemNoSpreadsheet(file string) evaluate.Problem {
	return note(CodeNoSpreadsheet, file, "tệp này không phải bảng tính nên được bỏ qua", "nếu đây là báo cáo, lưu lại dạng .xlsx")
}

// CodeNamelessWorkbook is that of a workbook passed over for its name.
const CodeNamelessWorkbook evaluate.Code = "C932"

func problemNamelessWorkbook(file string) evaluate.Problem {
	p := note(CodeNamelessWorkbook, file, "tệp này là bảng tính Excel, nhưng tên tệp không có đuôi .xlsx nên chưa được đọc",
		"nếu đây là báo cáo, đổi đuôi tên tệp thành .xlsx rồi nhập lại; nếu là bản lưu cũ, chuyển ra khỏi thư mục")
	p.Severity = evaluate.Warning
	return p
}

// problemHiddenWorkbook is about one whose name begins with a dot.
func problemHiddenWorkbook(file string) evaluate.Problem {
	p := note(CodeNamelessWorkbook, file, "tệp này là bảng tính Excel, nhưng tên tệp bắt đầu bằng dấu chấm (tệp ẩn) nên chưa được đọc",
		"nếu đây là báo cáo, bỏ dấu chấm ở đầu tên tệp rồi nhập lại; nếu là bản lưu tạm của phần mềm khác, chuyển ra khỏi thư mục")
	p.Severity = evaluate.Warning
	return p
}

func problemNotTaken(file string) evaluate.Problem {
	return note("C931", file, "tệp này không phải báo cáo gửi về nên không nhập", "danh sách tổ chức được đọc thẳng từ "+OrgListName)
}

func fileError(code evaluate.Code, file, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: code, At: evaluate.Origin{File: file}, Message: message, Hint: hint}
}

func problemNewerFile(file, org, before string) evaluate.Problem {
	p := fileError("E340", file, fmt.Sprintf("đã nhận một tệp khác của tổ chức %q; tệp này chưa được nhập", org),
		"nếu tệp này mới hơn và đúng hơn, nhập lại kèm --replace")
	if file == before {
		p.Message = fmt.Sprintf("tệp của tổ chức %q đã đổi nội dung từ khi được nhận; nội dung mới chưa được nhập", org)
		return p
	}
	p.Related = []evaluate.Related{{At: evaluate.Origin{File: before}, Note: "tệp đã nhận"}}
	return p
}

// problemNewerRoster is about a roster that speaks of branches of which others stand, and
// perhaps of more of which none does.
func problemNewerRoster(file string, branches, more []string, met []*roster) evaluate.Problem {
	added := ""
	if len(more) > 0 {
		added = fmt.Sprintf("%d chi bộ mới được nhận thêm, ", len(more))
	}
	p := fileError("E340", file, fmt.Sprintf("đã nhận danh sách đảng viên khác về %s; tệp này chưa được nhập", someOf(branches)),
		"nếu tệp này mới hơn và đúng hơn, nhập lại kèm --replace: từ đó các chi bộ ấy theo tệp này, "+added+"các chi bộ khác vẫn theo danh sách đã nhận")
	for _, old := range met {
		if old.receipt.Path == file {
			p.Message = fmt.Sprintf("danh sách đảng viên về %s đã đổi nội dung từ khi được nhận; nội dung mới chưa được nhập", someOf(branches))
			continue
		}
		p.Related = append(p.Related, evaluate.Related{At: evaluate.Origin{File: old.receipt.Path}, Note: "danh sách đã nhận"})
	}
	p.Message += besidesNew(more)
	return p
}

// besidesNew counts the branches of a roster left out of which no other speaks.
func besidesNew(branches []string) string {
	if len(branches) == 0 {
		return ""
	}
	return fmt.Sprintf("; %d chi bộ nữa ở tệp này (%s) chưa có danh sách nào và cũng chưa được nhập", len(branches), someOf(branches))
}

// problemTwoRosters is about a roster that speaks of branches of which the same run has
// taken in another.
func problemTwoRosters(file string, branches, more []string, first string) evaluate.Problem {
	p := fileError("E341", file, fmt.Sprintf("trong lần nhập này có hai danh sách đảng viên khác nhau về %s; chỉ tệp đầu được nhập", someOf(branches))+besidesNew(more),
		"giữ lại một tệp; nếu tệp này mới đúng, nhập riêng nó kèm --replace")
	p.Related = []evaluate.Related{{At: evaluate.Origin{File: first}, Note: "tệp được nhập"}}
	return p
}

// someOf names the first of a list of branches and counts the rest.
func someOf(branches []string) string {
	const most = 5
	if n := len(branches); n > most+1 {
		return fmt.Sprintf("%s và %d chi bộ nữa", strings.Join(branches[:most], ", "), n-most)
	}
	return strings.Join(branches, ", ")
}

// problemSameReport is about a file whose rows stand otherwise than in the one taken in.
func problemSameReport(file string) evaluate.Problem {
	return note("E340", file, "so với tệp đã nhận không dữ kiện nào khác, chỉ khác thứ tự các dòng, cách viết họ tên, số thẻ, hoặc những ô không đổi dữ kiện nào: là báo cáo đã nhận từ trước",
		"không cần làm gì; muốn lấy cách viết trong tệp này thì nhập lại kèm --replace")
}

func problemCarried(file string, n int, first evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E353", At: evaluate.Origin{File: file},
		Message: fmt.Sprintf("%d dòng quyết định đã nhận trước đây được giữ nguyên, vì tệp này lúc lập không mang các quyết định ấy và để trống ở đó", n),
		Hint:    "nếu muốn rút một quyết định: chạy xeploai grade, xóa quyết định ấy trong tệp kết quả mới lập rồi nhập lại tệp đó kèm --replace",
		Related: []evaluate.Related{{At: first, Note: "quyết định đầu tiên được giữ ở đây"}}}
}

// problemDecidedElsewhere says that rows left blank here have a decision that was
// written in another workbook, and stands.
// blank are the cells here, decided those that say it.
func problemDecidedElsewhere(blank, decided []evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E355", At: blank[0], Cells: cellsOnSheet(blank[0], blank),
		Message: fmt.Sprintf("%d trường hợp để trống quyết định ở tệp này nhưng quyết định vẫn đứng, vì được ghi ở tệp kết quả khác", len(blank)),
		Hint:    "muốn rút một quyết định thì xóa ở tệp đã ghi nó (tệp mới lập sau lần xeploai grade gần nhất) rồi nhập lại tệp ấy kèm --replace",
		Related: secondsBySheet(decided, "quyết định ghi ở đây", "")}
}

func problemSuperseded(file, now string) evaluate.Problem {
	p := note("E367", file, "tệp này đã nhận trước đây và đã được tệp khác thay, nên không nhập lại",
		"để khỏi nhầm, chuyển tệp cũ ra khỏi thư mục; muốn lấy lại đúng bản cũ này thì nhập riêng nó kèm --replace")
	if now != "" {
		p.Related = []evaluate.Related{{At: evaluate.Origin{File: now}, Note: "tệp đang dùng"}}
	}
	return p
}

func problemTwoFiles(file, org, first string) evaluate.Problem {
	p := fileError("E341", file, fmt.Sprintf("trong lần nhập này có hai tệp khác nhau của tổ chức %q; chỉ tệp đầu được nhập", org),
		"giữ lại một tệp; nếu tệp này mới đúng, nhập riêng nó kèm --replace")
	p.Related = []evaluate.Related{{At: evaluate.Origin{File: first}, Note: "tệp được nhập"}}
	return p
}
