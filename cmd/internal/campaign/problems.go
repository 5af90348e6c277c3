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
