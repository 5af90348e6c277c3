package excel

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of whole files and sheets: X10x-X13x cannot be read, X14x headings,
// X15x stamp. One constructor per code; codes are never used again for
// something else.

func errorAt(code evaluate.Code, at evaluate.Origin, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: code, At: at, Message: message, Hint: hint}
}

func warningAt(code evaluate.Code, at evaluate.Origin, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: code, At: at, Message: message, Hint: hint}
}

func noteAt(code evaluate.Code, at evaluate.Origin, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: code, At: at, Message: message, Hint: hint}
}

const hintSendAgain = "mở tệp bằng Excel hoặc LibreOffice, xem lại các dòng, lưu thành tệp .xlsx mới rồi gửi lại"

func problemCannotOpen(at evaluate.Origin) evaluate.Problem {
	return errorAt("X101", at, "không mở được tệp", "kiểm tra đường dẫn và quyền đọc; nếu tệp đang mở trong Excel thì đóng lại rồi chạy lần nữa")
}

func problemEmptyFile(at evaluate.Origin) evaluate.Problem {
	return errorAt("X102", at, "tệp rỗng, không có byte nào", "có thể việc chép hoặc gửi thư bị ngắt; mở lại tệp gốc trên máy đã điền, xem còn đủ dữ liệu rồi gửi lại")
}

func problemFileTooLarge(at evaluate.Origin, limit int64) evaluate.Problem {
	return errorAt("X103", at, fmt.Sprintf("tệp lớn hơn giới hạn %d MB", limit>>20),
		"bỏ ảnh và các trang không cần, lưu lại; tệp mẫu đã điền thường dưới 1 MB")
}

func problemNotWorkbook(at evaluate.Origin) evaluate.Problem {
	return errorAt("X120", at, "tệp không phải là bảng tính Excel", "gửi tệp .xlsx lưu từ mẫu; đổi tên đuôi tệp không làm nó thành bảng tính")
}

func problemOldExcel(at evaluate.Origin) evaluate.Problem {
	return errorAt("X121", at, "tệp ở định dạng Excel cũ (.xls, 97-2003)", "mở bằng Excel, chọn Lưu thành (Save As) kiểu “Excel Workbook (*.xlsx)” rồi gửi lại")
}

func problemEncrypted(at evaluate.Origin) evaluate.Problem {
	return errorAt("X122", at, "tệp được đặt mật khẩu mở", "mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc › Mã hóa bằng mật khẩu: xóa trống), lưu rồi gửi lại")
}

func problemRenamedText(at evaluate.Origin, what string) evaluate.Problem {
	return errorAt("X123", at, fmt.Sprintf("tệp là %s, không phải bảng tính .xlsx (đổi tên đuôi tệp không làm nó thành bảng tính)", what),
		"mở tệp bằng Excel (CSV cũng mở được), xem lại chữ tiếng Việt và số 0 ở đầu, rồi lưu thành kiểu “Excel Workbook (*.xlsx)” và gửi lại tệp mới")
}

func problemOtherFormat(at evaluate.Origin, what string) evaluate.Problem {
	hint := "mở bằng chương trình đã tạo ra nó, lưu thành kiểu “Excel Workbook (*.xlsx)” rồi gửi lại"
	if what == formatDOCX || what == formatPPTX {
		hint = "chương trình ấy không lưu được thành bảng tính: chép số liệu sang mẫu Excel đã nhận, lưu rồi gửi lại tệp Excel đó"
	}
	return errorAt("X124", at, fmt.Sprintf("tệp là %s, không phải .xlsx", what), hint)
}

func problemZipBomb(at evaluate.Origin, limit int64) evaluate.Problem {
	return errorAt("X125", at, fmt.Sprintf("nội dung nén phình ra bất thường (giới hạn %d MB), không mở vì an toàn", limit>>20),
		"tệp không phải do Excel lưu bình thường; chép các dòng sang mẫu mới rồi gửi lại")
}

func problemBrokenPackage(at evaluate.Origin) evaluate.Problem {
	return errorAt("X126", at, "gói tệp .xlsx bị hỏng hoặc bị cắt ngang", "có thể việc chép hoặc tải về chưa xong; xin gửi lại tệp gốc, hoặc dùng “Mở và sửa” của Excel")
}

// codeSurplus is that of a container with more in it than its table lists.
const codeSurplus evaluate.Code = "X194"

func problemHiddenFiles(at evaluate.Origin) evaluate.Problem {
	return errorAt(codeSurplus, at, "tệp gồm nhiều tệp dán vào nhau: có phần mà mục lục của tệp không kể đến, không rõ phần nào là báo cáo",
		"mở tệp bằng Excel, xem có đúng báo cáo không, lưu thành tệp mới (Save As) rồi gửi lại")
}

func problemStrayBytes(at evaluate.Origin) evaluate.Problem {
	return warningAt(codeSurplus, at, "tệp có dữ liệu thừa không thuộc phần nào của bảng tính; chỉ phần bảng tính được đọc",
		"nếu tệp đã đi qua phần mềm khác thì kiểm tra lại; mở bằng Excel rồi lưu lại là hết")
}

func problemBrokenPart(at evaluate.Origin, part string) evaluate.Problem {
	return errorAt("X127", at, fmt.Sprintf("phần %q trong tệp bị hỏng (sai tổng kiểm tra) hoặc bị thiếu", part), hintSendAgain)
}

func problemCutSheet(at evaluate.Origin) evaluate.Problem {
	return errorAt("X128", at, "trang tính bị cắt ngang ở khoảng này: không thấy phần kết thúc, có thể thiếu người", hintSendAgain)
}

func problemBrokenSheet(at evaluate.Origin) evaluate.Problem {
	return errorAt("X129", at, "trang tính có cấu trúc hỏng ở khoảng này, không chắc đọc được hết các dòng", hintSendAgain)
}

func problemCellOrder(at evaluate.Origin) evaluate.Problem {
	return errorAt("X130", at, "trang tính có dòng hoặc ô ghi trùng hay sai thứ tự trong tệp ở khoảng này", hintSendAgain)
}

func problemLostText(at evaluate.Origin) evaluate.Problem {
	return errorAt("X131", at, "ô trỏ tới một đoạn chữ không có trong tệp", hintSendAgain)
}

func problemEmptyRows(at evaluate.Origin, rows, limit int) evaluate.Problem {
	return errorAt("X132", at, fmt.Sprintf("trang tính có %d dòng trống được kẻ khung hoặc định dạng (giới hạn %d)", rows, limit),
		"bấm Ctrl+End để thấy dòng cuối, xóa hẳn (Delete) các dòng thừa dưới bảng rồi lưu lại")
}

func problemManyRows(at evaluate.Origin, rows, limit int) evaluate.Problem {
	return errorAt("X133", at, fmt.Sprintf("trang tính có %d dòng dữ liệu, vượt giới hạn %d", rows, limit), "chia thành nhiều tệp")
}

func problemManyColumns(at evaluate.Origin, limit int) evaluate.Problem {
	return errorAt("X134", at, fmt.Sprintf("trang tính có dữ liệu ở cột thứ %d trở đi", limit+1), "xóa nội dung nằm xa bên phải bảng rồi lưu lại")
}

func problemRowsLost(at evaluate.Origin) evaluate.Problem {
	return errorAt("X135", at, "số ô đọc được không khớp với số ô đếm trong tệp, có thể thiếu người", hintSendAgain)
}

func problemReader(at evaluate.Origin) evaluate.Problem {
	return errorAt("X136", at, "nội dung tệp khác thường, không đọc được", hintSendAgain)
}

// ProblemLockFile is the note on a lock file of Excel for whoever walks folders
// and does not even try to read it.
func ProblemLockFile(file string) evaluate.Problem {
	return problemLockFile(evaluate.Origin{File: file})
}

func problemLockFile(at evaluate.Origin) evaluate.Problem {
	return noteAt("X137", at, "tệp tạm của Excel (tên bắt đầu bằng ~$), được bỏ qua", "đóng Excel thì tệp này tự mất; không phải gửi kèm")
}

func problemMoreProblems(at evaluate.Origin, rest int) evaluate.Problem {
	return errorAt("X138", at, fmt.Sprintf("còn %d vấn đề nữa không liệt kê", rest), "sửa các vấn đề đã nêu rồi nhập lại; có thể dán nhầm cột hoặc nhầm mẫu")
}

func problemNoHeader(at evaluate.Origin) evaluate.Problem {
	return errorAt("X140", at, "không tìm thấy hàng tiêu đề cột", "giữ nguyên tiêu đề cột của mẫu (ví dụ “Họ và tên”), hoặc chép dữ liệu vào mẫu mới")
}

func problemMissingColumn(at evaluate.Origin, heading, near string) evaluate.Problem {
	hint := "thêm lại cột này với đúng tiêu đề, hoặc chép dữ liệu vào mẫu mới"
	if near != "" {
		hint = "có phải là cột " + near + "? nếu phải, sửa lại tiêu đề; " + hint
	}
	return errorAt("X141", at, fmt.Sprintf("thiếu cột bắt buộc “%s”", heading), hint)
}

func problemRepeatedColumn(at, first evaluate.Origin, heading string) evaluate.Problem {
	p := errorAt("X142", at, fmt.Sprintf("cột “%s” xuất hiện hai lần", heading), "giữ một cột, xóa hoặc đổi tên cột kia")
	p.Related = []evaluate.Related{{At: first, Note: "lần đầu ở đây"}}
	return p
}

// problemUnknownColumn is about a heading nobody knows; lacking are the headings of
// the template's columns that the sheet has not. One that may be meant makes it an
// error: what was filled in would be lost.
func problemUnknownColumn(at evaluate.Origin, heading, near string, lacking []string) evaluate.Problem {
	message := fmt.Sprintf("không biết cột “%s”, dữ liệu trong cột không được dùng", heading)
	for _, l := range lacking {
		if l == near || near == "" && saysMore(heading, l) {
			return errorAt("X143", at, message+"; tệp lại thiếu cột “"+l+"” của mẫu",
				"nếu là cột “"+l+"” thì sửa lại tiêu đề cho đúng; nếu không thì xóa cột này")
		}
	}
	hint := "nếu cột này chỉ để tham khảo thì không cần làm gì"
	if near != "" {
		hint = "có phải là cột “" + near + "”? nếu phải, sửa lại tiêu đề cho đúng"
	}
	return warningAt("X143", at, message, hint)
}

// problemNamelessColumn is about n filled cells of a column without a heading;
// besideNames tells that it follows the names of people, lacking are the headings of
// the template's columns that the sheet has not.
func problemNamelessColumn(at evaluate.Origin, n int, besideNames bool, lacking []string) evaluate.Problem {
	message := fmt.Sprintf("%d ô có dữ liệu trong một cột không có tiêu đề, dữ liệu ấy không được dùng", n)
	switch {
	case besideNames:
		return errorAt("X143", at, message, "nếu là phần tên thì ghi cả họ và tên vào một cột, hoặc gộp ô tiêu đề họ tên qua cả hai cột; nếu không thì ghi tiêu đề cho cột, hoặc xóa cột")
	case len(lacking) > 0:
		return errorAt("X143", at, message+"; tệp lại thiếu cột của mẫu: “"+strings.Join(lacking[:min(3, len(lacking))], "”, “")+"”",
			"ghi lại tiêu đề của cột như trong mẫu; nếu không phải cột của mẫu thì xóa dữ liệu trong cột")
	}
	return warningAt("X143", at, message, "nếu chỉ để tham khảo thì không cần làm gì; nếu phải nhập thì ghi vào cột có tiêu đề của mẫu")
}

func problemAmbiguousColumn(at evaluate.Origin, heading string, could []string) evaluate.Problem {
	return errorAt("X144", at, fmt.Sprintf("tiêu đề “%s” có thể là nhiều cột: %s", heading, strings.Join(could, "; ")),
		"ghi rõ tiêu đề như trong mẫu, kể cả tiêu đề nhóm ở hàng trên")
}

func problemOtherSupplier(at evaluate.Origin, heading string) evaluate.Problem {
	return warningAt("X145", at, fmt.Sprintf("cột “%s” không thuộc loại tệp này, dữ liệu trong cột không được dùng", heading),
		"thông tin này do nơi khác cung cấp trong tệp riêng")
}

func problemSkippedSheet(at evaluate.Origin) evaluate.Problem {
	return warningAt("X146", at, "trang tính không có hàng tiêu đề của mẫu, đã bỏ qua", "nếu trang có dữ liệu cần nhập, thêm tiêu đề cột như trong mẫu")
}

const hintTotal = "ghi điểm vào từng ô; cột “" + labelTotalScore + "” tự cộng, chép lại công thức của cột từ dòng khác"

func problemTotalAlone(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X168", at, fmt.Sprintf("%d ô “%s” ghi số mà các ô điểm của dòng ấy để trống; điểm được tính từ từng ô, số tổng không được đọc", n, labelTotalScore), hintTotal)
}

func problemTotalDiffers(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X168", at, fmt.Sprintf("%d ô “%s” ghi số khác với các ô điểm của dòng ấy cộng lại; điểm được tính từ từng ô, số tổng không được đọc", n, labelTotalScore), hintTotal)
}

func problemStampMismatch(at evaluate.Origin, heading, stamped string) evaluate.Problem {
	return errorAt("X147", at, fmt.Sprintf("tiêu đề “%s” không khớp với cột “%s” mà mẫu đã đánh dấu", heading, stamped),
		"cột đã bị dán đè tiêu đề; trả lại tiêu đề cũ, hoặc chép dữ liệu vào mẫu mới")
}

func problemNotRecognised(at evaluate.Origin) evaluate.Problem {
	return errorAt("X150", at, "tệp không có dấu của mẫu và không có cột mã chi bộ (mã tổ chức)",
		"dùng mẫu do cơ quan tổ chức gửi, hoặc thêm cột “Mã chi bộ” cho từng dòng")
}

// CodeVersion is that of a workbook whose layout is not the present one.
const CodeVersion evaluate.Code = "X151"

func problemVersion(at evaluate.Origin, got string) evaluate.Problem {
	return errorAt(CodeVersion, at, fmt.Sprintf("tệp làm theo mẫu phiên bản %q, phiên bản hiện dùng là %d", got, TemplateVersion),
		"xin mẫu mới (lệnh template), chép dữ liệu sang rồi gửi lại; dùng bản đã chuyển sẵn sang mẫu mới nếu có gửi kèm")
}

func problemLaterVersion(at evaluate.Origin, got int) evaluate.Problem {
	return errorAt(CodeVersion, at, fmt.Sprintf("tệp làm theo mẫu phiên bản %d, mới hơn phần mềm này (phiên bản %d)", got, TemplateVersion),
		"cập nhật phần mềm rồi nhập lại tệp này; đơn vị gửi tệp không phải làm gì")
}

func noteEarlierLayout(at evaluate.Origin, version int) evaluate.Problem {
	return noteAt("X177", at, fmt.Sprintf("tệp làm theo mẫu phiên bản %d; mọi cột đều còn trong mẫu hiện dùng (%d) nên vẫn được đọc", version, TemplateVersion),
		"không cần làm gì")
}

func problemUnmoved(at evaluate.Origin, n int) evaluate.Problem {
	return errorAt("X193", at, fmt.Sprintf("trang này còn %d giá trị của mẫu cũ chưa có chỗ trong mẫu hiện dùng", n),
		"chuyển những gì còn cần sang đúng cột, rồi xóa nội dung các dòng ấy (hoặc xóa cả trang) và gửi lại")
}

func problemColumnGone(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X178", at, fmt.Sprintf("cột “%s” của mẫu cũ không còn trong mẫu hiện dùng mà có dữ liệu", clip(heading, quoteLimit)),
		"chuyển những gì còn cần sang cột khác của mẫu mới, hoặc xóa dữ liệu trong cột này, rồi gửi lại")
}

func problemKindUnclear(at evaluate.Origin, columns []string, rows int) evaluate.Problem {
	return errorAt("X188", at, fmt.Sprintf("không rõ trang này ghi về loại nào (đảng viên, tập thể, lãnh đạo …): dấu loại của mẫu không còn và tên trang đã đổi; chưa đọc %d dòng, các cột: %s",
		rows, strings.Join(columns, "; ")), "đặt lại tên trang như trong mẫu, hoặc chép dữ liệu sang mẫu mới")
}

func problemOtherOffice(at evaluate.Origin, got, want string) evaluate.Problem {
	return errorAt("X152", at, fmt.Sprintf("tệp là của cơ quan %q, đợt này là của %q", got, want), "kiểm tra lại tệp gửi đến; dùng mẫu của đợt này")
}

func problemOtherPeriod(at evaluate.Origin, got, want string) evaluate.Problem {
	return errorAt("X153", at, fmt.Sprintf("tệp là của kỳ %q, đợt này là kỳ %q", got, want), "gửi tệp của đúng kỳ; không dùng lại tệp của kỳ trước")
}

// problemTitlePeriod is about a workbook without stamps whose title names another
// year.
func problemTitlePeriod(at evaluate.Origin, year, want string) evaluate.Problem {
	return errorAt("X153", at, fmt.Sprintf("tiêu đề của trang ghi năm %s, đợt này là kỳ %q; tệp không có dấu của mẫu nên chỉ có tiêu đề cho biết kỳ", year, want),
		"gửi tệp của đúng kỳ; nếu số liệu đúng là của kỳ này thì sửa lại tiêu đề")
}

// problemTitleDiffers is about a template whose title was typed over.
func problemTitleDiffers(at evaluate.Origin, got, want string) evaluate.Problem {
	return errorAt("X155", at, fmt.Sprintf("ở đây ghi “%s”, còn dấu của mẫu ghi “%s”: không rõ tệp là báo cáo nào", clip(got, quoteLimit), want),
		"nếu là báo cáo theo dấu của mẫu thì sửa lại chỗ này; nếu không thì ghi vào mẫu của đúng đơn vị, đúng kỳ")
}

func problemNameDiffers(at evaluate.Origin, got, others string) evaluate.Problem {
	return errorAt("X155", at, fmt.Sprintf("ở đây ghi “%s”, còn các chỗ khác của tệp ghi “%s”: không rõ tệp là báo cáo của ai", clip(got, quoteLimit), clip(others, quoteLimit)),
		"nếu chỉ sửa tên thì sửa lại cho giống nhau; nếu là báo cáo của nơi khác thì ghi vào mẫu của nơi ấy")
}

// problemNameOfOther is about a workbook that calls its organization as the list calls
// another.
func problemNameOfOther(at evaluate.Origin, got, code, listed string) evaluate.Problem {
	return errorAt("X155", at, fmt.Sprintf("tệp ghi tên “%s” là tên của tổ chức khác, còn mã %s của mẫu trong danh sách là “%s”: không rõ tệp là báo cáo của ai", clip(got, quoteLimit), code, clip(listed, quoteLimit)),
		"nếu là báo cáo của tổ chức mang mã ấy thì ghi lại đúng tên; nếu là báo cáo của nơi khác thì ghi vào mẫu của nơi ấy")
}

// problemNameNotListed is about a name of an organization that the list does not have.
func problemNameNotListed(at evaluate.Origin, got, code, listed string) evaluate.Problem {
	return warningAt("X155", at, fmt.Sprintf("tệp ghi tên “%s”, còn mã %s của mẫu trong danh sách là “%s”; vẫn nhận theo mã", clip(got, quoteLimit), code, clip(listed, quoteLimit)),
		"nếu đúng là một tổ chức thì không cần làm gì, hoặc sửa tên trong danh sách tổ chức; nếu là báo cáo của nơi khác thì ghi vào mẫu của nơi ấy")
}

// CodeOtherOrganization is that of rows that name another organization.
const CodeOtherOrganization evaluate.Code = "X154"

// problemOtherOrganization is about n rows that name one other organization; all
// tells that no row of the sheet names the workbook's own.
//
// Leaving the code blank is never offered: it would make other people's rows the
// workbook's own.
func problemOtherOrganization(at evaluate.Origin, got, want string, n int, all bool) evaluate.Problem {
	which := "dòng này ghi"
	switch {
	case all && n > 1:
		return errorAt(CodeOtherOrganization, at, fmt.Sprintf("cả %d dòng của trang ghi mã tổ chức khác: %s; tệp được làm cho %q", n, evaluate.QuoteCode(got), want),
			"có lẽ đã dùng nhầm mẫu: lấy mẫu của chính tổ chức mình, chép dữ liệu sang rồi gửi lại; mẫu đúng mà cột mã ghi nhầm thì sửa mã")
	case n > 1:
		which = fmt.Sprintf("%d dòng ghi", n)
	}
	return errorAt(CodeOtherOrganization, at, fmt.Sprintf("%s mã tổ chức khác: %s; tệp được làm cho %q", which, evaluate.QuoteCode(got), want),
		"người của tổ chức khác thì ghi ở mẫu của chính tổ chức ấy và bỏ khỏi tệp này; người của đúng tổ chức gửi tệp mà mã ghi nhầm thì sửa mã")
}

func problemStampDiffers(at evaluate.Origin, key string) evaluate.Problem {
	return errorAt("X155", at, fmt.Sprintf("các dấu của mẫu trong tệp ghi khác nhau ở %s", stampWord(key)), "tệp đã bị ghép từ hai mẫu; chép dữ liệu vào mẫu mới")
}

func problemStampOutvoted(at evaluate.Origin, key string) evaluate.Problem {
	return warningAt("X190", at, fmt.Sprintf("một trong ba dấu của mẫu ghi khác hai dấu kia ở %s; đã theo hai dấu giống nhau", stampWord(key)), "kiểm tra tệp có đúng là của đơn vị này không")
}

// stampWord is what people call an entry of the stamp.
func stampWord(key string) string {
	switch key {
	case "kind":
		return "loại tệp"
	case "office":
		return "cơ quan"
	case "period":
		return "kỳ"
	case "org":
		return "mã tổ chức"
	case "version":
		return "phiên bản mẫu"
	case "sheets":
		return "các trang của mẫu"
	}
	return "dấu kiểm tra của lần lập tệp"
}

func problemWrongBook(at evaluate.Origin, kind BookKind) evaluate.Problem {
	return errorAt("X156", at, fmt.Sprintf("tệp là %s, không nhập được ở đây", bookWord(kind)), "chỉ nhập các tệp mẫu đã điền, tệp kết quả có quyết định và danh sách đảng viên")
}

func problemUnstamped(at evaluate.Origin, kind BookKind) evaluate.Problem {
	return noteAt("X157", at, "tệp không có dấu của mẫu; nhận ra nhờ tiêu đề cột là "+bookWord(kind), "nên dùng mẫu do cơ quan tổ chức gửi")
}

// CodeSheetGone is that of a workbook without a sheet that its template has.
const CodeSheetGone evaluate.Code = "X158"

func problemSheetMissing(at evaluate.Origin, sheet string) evaluate.Problem {
	return errorAt(CodeSheetGone, at, fmt.Sprintf("tệp không còn trang “%s” mà mẫu có", sheet),
		"lấy lại trang này từ tệp cũ; hoặc điền trang này vào bản đủ trang gửi kèm, nếu có (tên kết thúc bằng “-mau-moi”, đã có sẵn các dòng của tệp này); hoặc chép dữ liệu vào mẫu mới; rồi gửi lại")
}

// hintOwnList is for the clerk's own list of organizations.
const hintOwnList = "danh sách tổ chức vẫn được dùng; kiểm tra các tổ chức trong đó có đúng là của cơ quan mình, kỳ này không"

// hintNobodyHere is for a workbook that is only asked who there is.
const hintNobodyHere = "không cần làm gì: tệp này không cho biết thêm ai để ghi sẵn vào mẫu"

// hintOfRepeated is for a person who stands twice in a workbook that is only
// asked who there is, or for two who bear one name.
func hintOfRepeated(code evaluate.Code) string {
	if code == "X119" {
		return "không cần làm gì nếu là hai người: mẫu ghi sẵn cả hai"
	}
	return "không cần làm gì: mẫu ghi sẵn theo dòng đầu, dòng sau chỉ bổ sung chỗ còn trống"
}

func problemNoRows(at evaluate.Origin) evaluate.Problem {
	return errorAt("X160", at, "chưa có dòng dữ liệu nào", "điền mỗi người hoặc mỗi tổ chức một dòng dưới hàng tiêu đề rồi gửi lại")
}

// problemNoMembers is about a branch's report without a member, also where that is the
// truth: a branch that has none is no longer one that reports.
func problemNoMembers(at evaluate.Origin) evaluate.Problem {
	return errorAt("X160", at, "chưa có đảng viên nào ở trang này", "điền mỗi người một dòng dưới hàng tiêu đề rồi gửi lại; ai không còn thì vẫn ghi một dòng và chọn “"+labelNoLonger+"…” ở ô tình trạng sinh hoạt; chi bộ thật sự không có đảng viên nào thì không gửi tệp này mà báo nơi gửi mẫu, để bỏ chi bộ khỏi danh sách tổ chức hoặc ghi là đã sáp nhập")
}

// problemPerhapsNobody is about an empty workbook on which perhaps nobody belongs; asked
// is the cell of the cover that says so, zero where an earlier template has none.
func problemPerhapsNobody(at, asked evaluate.Origin) evaluate.Problem {
	hint := "có người, đơn vị, tập thể phải báo cáo thì điền mỗi dòng một người, một nơi; không có ai thì chọn “" + labelNobodyYes + "” ở ô “" + labelNobody + "” của trang “" + sheetCover + "”; rồi gửi lại"
	if asked.IsZero() {
		return errorAt("X160", at, "chưa có dòng dữ liệu nào", "có người, đơn vị, tập thể phải báo cáo thì điền mỗi dòng một người, một nơi rồi gửi lại; không có ai thì xin nơi gửi mẫu xuất lại mẫu, trang “"+sheetCover+"” có ô “"+labelNobody+"” để chọn")
	}
	return errorAt("X160", asked, "chưa có dòng dữ liệu nào, và trang “"+sheetCover+"” không ghi là không có ai", hint)
}

// problemNobodyAndRows is about a workbook that says there is nobody, and has n rows.
func problemNobodyAndRows(at evaluate.Origin, n int) evaluate.Problem {
	return errorAt("X160", at, fmt.Sprintf("ở đây ghi là không có ai để báo cáo, nhưng tệp có %d dòng", n), "có người thì xóa chữ ở ô này; không có ai thì xóa các dòng ấy; rồi gửi lại")
}

func noteNobody(at evaluate.Origin) evaluate.Problem {
	return noteAt("X160", at, "báo cáo không có ai, như trang bìa ghi", "không cần làm gì nếu đúng")
}

// problemNoLeaders is about an empty sheet on which perhaps nobody belongs.
func problemNoLeaders(at evaluate.Origin) evaluate.Problem {
	return warningAt("X160", at, "chưa có dòng dữ liệu nào; trang này ghi những người giữ chức vụ lãnh đạo, quản lý được xếp loại theo chức vụ ấy",
		"nếu ở đây không có ai như vậy thì để trống, không phải sửa gì; nếu có, điền mỗi người giữ mỗi chức vụ một dòng rồi gửi lại")
}

// problemTypedMinutes is about n figures on a sheet that only repeats others.
func problemTypedMinutes(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X146", at, fmt.Sprintf("%s ở trang này ghi số trực tiếp, không được đọc: trang chỉ để in và ký, tự lấy số từ trang dữ liệu", cellsCounted(n)),
		"ghi số phiếu vào các cột kiểm phiếu của trang “Đảng viên”, “Tổ chức” … rồi gửi lại; đã ghi ở đó rồi thì không cần làm gì")
}
