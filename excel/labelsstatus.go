package excel

import (
	"fmt"
	"strings"
)

// Words of the workbook that says who has reported.
const (
	sheetStatus        = "Tình trạng"
	sheetReminders     = "Nhắc nộp"
	sheetReturned      = "Bị trả lại"
	sheetMatters       = "Giữa các tệp"
	labelMattersTitle  = "NHỮNG ĐIỀU CẦN XEM GIỮA CÁC TỆP ĐÃ NHẬN"
	labelMattersNote   = "Không tệp nào bị trả lại vì những điều này, nhưng người nêu ở đây phải chờ, trừ khi điều ấy ghi không ai phải chờ hoặc chỉ chờ khi mức khác nhau. Mỗi điều ghi đủ các ô ở các tệp. Trang này có họ tên: gửi cho nơi nào thì chỉ gửi những điều của nơi ấy."
	labelNoMatters     = "Không có điều nào cần xem giữa các tệp."
	labelStatusTitle   = "TÌNH HÌNH NỘP BÁO CÁO ĐÁNH GIÁ, XẾP LOẠI"
	labelReminderTitle = "DANH SÁCH ĐƠN VỊ CẦN ĐÔN ĐỐC NỘP BÁO CÁO"
	labelReturnedTitle = "CÁC TỆP BỊ TRẢ LẠI, CHỜ SỬA"
	labelStatusDue     = "Lọc theo cột “Tình trạng” hoặc “Hạn nộp” để xem từng nhóm."
	labelStatusNoDue   = "Lọc theo cột “Tình trạng” để xem từng nhóm; đợt này chưa đặt hạn nộp."
	labelStatusNote    = "Hàng in đậm có đơn vị ở dưới; cột “Cấp dưới” không tính báo cáo của chính đơn vị ấy."
	labelReturnedNote  = "Gửi lại cho đơn vị bản đánh dấu: ô sai được tô màu, trang đầu liệt kê từng lỗi và cách sửa. Sửa xong, lưu và gửi chính tệp ấy. Có thêm tệp tên kết thúc bằng “-mau-moi” thì gửi kèm cả tệp ấy."
	labelNoReminders   = "Không còn đơn vị nào phải đôn đốc."
	labelOwnOwed       = " Báo cáo của chính cơ quan lập danh sách này chưa xong, xem trang “" + sheetStatus + "”."
	labelNoReturned    = "Không có tệp nào đang bị trả lại."
	labelPeople        = "Người"
	labelReportState   = "Tình trạng"
	labelDue           = "Hạn nộp"
	labelAgainstDue    = "So với hạn"
	labelCameOn        = "Ngày nhận, ngày trả"
	labelErrorCount    = "Số lỗi"
	labelBelow         = "Cấp dưới"
	labelTrouble       = "Vướng ở cấp dưới"
	labelSinceGraded   = "Từ lần xếp loại trước"
	labelNewSince      = "mới nhận"
	labelStatusFile    = "Tệp"
	labelReturnedCopy  = "Bản đánh dấu lỗi"
	labelReminderUnit  = "Đơn vị"
	labelAsked         = "Việc cần làm"
	labelContinued     = "(tiếp theo)"
	labelUnknownOrg    = "(chưa rõ)"
	labelOfBase        = "Tổ chức cơ sở"
)

// labelLeftOut names the decisions and rosters that wait for somebody to decide about them.
func labelLeftOut(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return "Chưa nhập và chờ quyết định: " + strings.Join(paths, ", ") + "."
}

// labelUnread says how many files lie in the inbox that were not imported yet.
func labelUnread(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("Trong thư mục nhận còn %d tệp chưa nhập, chưa tính ở đây.", n)
}

// mostNames is how many people a matter names; the cells of all of them stand beside.
const mostNames = 5

// labelNames names the first of the people a matter is about.
func labelNames(names []string) string {
	text := strings.Join(names[:min(len(names), mostNames)], ", ")
	if more := len(names) - mostNames; more > 0 {
		text += fmt.Sprintf(" và %d tên nữa", more)
	}
	return text
}

func labelAddressed(name string) string { return "Kính gửi: " + name }

func labelAsOf(when string) string { return "Tính đến " + when }

// labelReminderIntro opens one reminder list; below counts what has come in, early those
// of the n reports whose deadline is still to come.
func labelReminderIntro(when, below string, n, early int) string {
	text := labelAsOf(when)
	if below != "" {
		text += ", " + below
	}
	ask := "gửi về ngay"
	switch {
	case early == n:
		ask = "gửi về chậm nhất vào hạn ghi ở bảng"
	case early > 0:
		ask = "gửi về ngay, báo cáo chưa đến hạn thì chậm nhất vào hạn ghi ở bảng"
	}
	return text + fmt.Sprintf(". Còn %d báo cáo sau đây chưa gửi hoặc phải sửa lại; đề nghị hoàn thành và %s.", n, ask)
}
