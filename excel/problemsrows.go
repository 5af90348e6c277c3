package excel

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of sheets that are missing, or on which nobody stands.

func problemSheetMissing(at evaluate.Origin, sheet string) evaluate.Problem {
	return errorAt(CodeSheetGone, at, fmt.Sprintf("tệp không còn trang “%s” mà mẫu có", sheet),
		"lấy lại trang này từ tệp cũ; hoặc điền trang này vào bản đủ trang gửi kèm, nếu có (tên kết thúc bằng “-mau-moi”, đã có sẵn các dòng của tệp này); hoặc chép dữ liệu vào mẫu mới; rồi gửi lại")
}

// hintOwnOffice is for the clerk's own list of organizations under another office's code.
const hintOwnOffice = "danh sách tổ chức vẫn được dùng; kiểm tra các tổ chức trong đó có đúng là của cơ quan mình không; mã cơ quan trong cấu hình trùng mã của tổ chức đứng đầu danh sách thì không còn nhắc"

// hintOwnPeriod is for that list where it was made for another period.
func hintOwnPeriod(period string) string {
	return fmt.Sprintf("danh sách tổ chức vẫn được dùng; kiểm tra các tổ chức trong đó có đúng là của kỳ này không; đúng rồi thì tìm dòng “%s” ở đầu trang, ghi “%s” vào dòng ấy để không còn nhắc (trang bị khóa thì bỏ khóa ở Review > Unprotect Sheet, không có mật khẩu)", labelPeriod, periodLine(period))
}

// hintNobodyHere is for a workbook that is only asked who there is.
const hintNobodyHere = "không cần làm gì: tệp này không cho biết thêm ai để ghi sẵn vào mẫu"

// hintOfRepeated is for a person who stands twice in a workbook that is only
// asked who there is, or for two who bear one name.
func hintOfRepeated(code evaluate.Code) string {
	if code == "X119" {
		return "không cần làm gì nếu là hai người: mẫu ghi sẵn cả hai"
	}
	return "không cần làm gì nếu là một người: mẫu ghi sẵn theo dòng đầu, dòng sau chỉ bổ sung chỗ còn trống; hai người khác họ tên dưới một số thì sửa số"
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
