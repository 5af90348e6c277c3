package cli

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// The words of the command line.

const (
	useRoot       = "xeploai LỆNH [tùy chọn]"
	helpRootShort = "Kiểm tra, xếp loại và tổng hợp chất lượng tổ chức đảng, đảng viên từ tệp Excel"
	helpRoot      = `xeploai giúp ban tổ chức cấp ủy làm đợt đánh giá, xếp loại chất lượng hằng năm:
gửi mẫu Excel cho chi bộ, nhận và kiểm tra từng ô, xếp loại theo quy định có hiệu
lực của kỳ đó, giải thích từng mức bằng điều khoản, lập biểu tổng hợp để nộp cấp trên.
Mọi việc làm trên máy này, không gửi gì ra ngoài, không sửa tệp đã nhận.

Bắt đầu: xeploai demo        xem một ví dụ hoàn chỉnh
         xeploai init THƯ-MỤC   lập đợt đánh giá mới

Mã kết thúc: 0 làm xong; 1 không làm được; 2 dùng sai lệnh; 3 có lỗi trong dữ liệu,
tệp có lỗi bị trả lại; 4 làm xong, còn việc chờ người. import đã nhận mọi tệp thì kết
thúc 0 cả khi giữa các tệp còn điều cần xem: chúng được kê ra, status kết thúc 4.`
	helpCampaign = "THƯ-MỤC: nơi làm việc của đợt đánh giá (mặc định: thư mục đang đứng hoặc thư mục cha gần nhất có xeploai.yaml)"
	helpJSON     = "in kết quả thành một đối tượng JSON (không có họ tên, số định danh)"
	helpHelp     = "xem hướng dẫn của lệnh này"
	helpVersion  = "xem phiên bản"

	messageNoOfficeCode = "mã văn phòng (--office-code) còn trống"
	messageNoVerb       = "chưa có lệnh nào"
	messageNoSettings   = "không đọc được tệp cấu hình"
)

// Headings of help.
const (
	headUsage       = "Cách dùng:"
	headAliases     = "Tên khác:"
	headExamples    = "Ví dụ:"
	headVerbs       = "Các lệnh:"
	headFlags       = "Tùy chọn:"
	headGlobalFlags = "Tùy chọn chung:"
)

func messageMoreHelp(path string) string {
	return fmt.Sprintf("Xem \"%s LỆNH --help\" để biết thêm về từng lệnh.", path)
}

func messageDefault(value string) string { return fmt.Sprintf("(mặc định: %s)", value) }

func severityWord(s evaluate.Severity) string {
	switch s {
	case evaluate.Error:
		return "lỗi"
	case evaluate.Warning:
		return "cảnh báo"
	}
	return "lưu ý"
}

// cellsShown is how many places of one problem are printed where a workbook lists
// them all.
const cellsShown = 12

// messageCells lists the cells of a problem; listed names the workbook that has
// them all, "" where there is none.
func messageCells(cells []string, listed string) string {
	if listed == "" || len(cells) <= cellsShown {
		return "các ô: " + strings.Join(cells, ", ")
	}
	return fmt.Sprintf("các ô: %s … và %d ô nữa: xem %s", strings.Join(cells[:cellsShown], ", "), evaluate.CountCells(cells[cellsShown:]), listed)
}

func messageHint(hint string) string { return "gợi ý: " + hint }

func messagePanic(cause any) string {
	return fmt.Sprintf("lỗi của chương trình: %v; dữ liệu không bị thay đổi, hãy gửi phần dưới đây cho người hỗ trợ", cause)
}

func messageUnknownVerb(name string) (message, hint string) {
	return fmt.Sprintf("không có lệnh %q", name), "gõ xeploai --help để xem các lệnh"
}

func messageUnknownFlag(name string) (message, hint string) {
	return fmt.Sprintf("không có tùy chọn %q", name), "thêm --help sau tên lệnh để xem các tùy chọn"
}

func messageFlagLacksValue(name string) (message, hint string) {
	return fmt.Sprintf("tùy chọn %q chưa có giá trị", name), "ghi giá trị ngay sau tùy chọn"
}

func messageFlagValue(name, value string) (message, hint string) {
	return fmt.Sprintf("giá trị %q không dùng được cho tùy chọn --%s", value, name), "thêm --help sau tên lệnh để xem các tùy chọn"
}

func messageUsage(text string) (message, hint string) {
	return "lệnh viết chưa đúng: " + text, "thêm --help sau tên lệnh để xem cách dùng"
}

func messageArguments(least, most, have int) string {
	switch {
	case most == 0:
		return fmt.Sprintf("lệnh này không nhận tham số, nhưng có %d", have)
	case least == most:
		return fmt.Sprintf("cần đúng %d tham số, nhưng có %d", least, have)
	case have < least:
		return fmt.Sprintf("cần ít nhất %d tham số, nhưng có %d", least, have)
	}
	return fmt.Sprintf("chỉ nhận nhiều nhất %d tham số, nhưng có %d", most, have)
}

func messageBadPeriod(given string) string {
	return fmt.Sprintf("%q không phải là một kỳ (năm 2025, quý 2026-Q3, tháng 2018-06, nhiệm kỳ 2020-2025)", given)
}

func messageBadDay(given string) string {
	return fmt.Sprintf("%q không phải là một ngày; ghi 2025-12-31 hoặc 31/12/2025", given)
}

func messageProgress(done, total int) string { return fmt.Sprintf("%d/%d tệp", done, total) }

func messageYAMLTab(line int) string {
	return fmt.Sprintf("dòng %d: có phím Tab ở đầu dòng; YAML chỉ cho thụt lề bằng dấu cách", line)
}

func messageBadYAML(line string) string {
	if line == "" {
		return "tệp không đúng cú pháp YAML"
	}
	return "tệp không đúng cú pháp YAML ở khoảng dòng " + line
}

func messageBadSetting(key string) string {
	return fmt.Sprintf("giá trị của %q không đúng kiểu", key)
}

func messageUnknownKeys(keys string) string { return "không có khóa " + keys }
