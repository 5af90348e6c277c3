package excel

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of whole files and sheets that cannot be read: X10x-X13x. One constructor
// per code; codes are never used again for something else.

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
