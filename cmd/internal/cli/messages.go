package cli

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// The words of the command line.

const (
	helpRootShort = "Kiểm tra, xếp loại và tổng hợp chất lượng tổ chức đảng, đảng viên từ tệp Excel"
	helpRoot      = `xeploai giúp ban tổ chức cấp ủy làm đợt đánh giá, xếp loại chất lượng hằng năm:
gửi mẫu Excel cho chi bộ, nhận và kiểm tra từng ô, xếp loại theo quy định có hiệu
lực của kỳ đó, giải thích từng mức bằng điều khoản, lập biểu tổng hợp để nộp cấp trên.
Mọi việc làm trên máy này, không gửi gì ra ngoài, không sửa tệp đã nhận.

Bắt đầu: xeploai demo        xem một ví dụ hoàn chỉnh
         xeploai init THƯ-MỤC   lập đợt đánh giá mới`
	helpCampaign = "thư mục đợt đánh giá (mặc định: thư mục đang đứng hoặc thư mục cha gần nhất có xeploai.yaml)"
	helpJSON     = "in kết quả thành một đối tượng JSON (không có họ tên, số định danh)"
	helpHelp     = "xem hướng dẫn của lệnh này"
	helpVersion  = "xem phiên bản"

	messageNoSettings = "không đọc được tệp cấu hình"
)

const usageTemplate = `Cách dùng:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} LỆNH{{end}}{{if gt (len .Aliases) 0}}

Tên khác:
  {{.NameAndAliases}}{{end}}{{if .HasExample}}

Ví dụ:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Các lệnh:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Tùy chọn:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Tùy chọn chung:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Xem "{{.CommandPath}} LỆNH --help" để biết thêm về từng lệnh.{{end}}
`

func severityWord(s evaluate.Severity) string {
	switch s {
	case evaluate.Error:
		return "lỗi"
	case evaluate.Warning:
		return "cảnh báo"
	}
	return "lưu ý"
}

func messageHint(hint string) string { return "gợi ý: " + hint }

func messageFailed(cause string) string { return "không làm được: " + cause }

func messageUnknownVerb(name string) string {
	return fmt.Sprintf("không có lệnh %q\n  gợi ý: gõ xeploai --help để xem các lệnh", name)
}

func messageUnknownFlag(name string) string {
	return fmt.Sprintf("không có tùy chọn%s\n  gợi ý: thêm --help sau tên lệnh để xem các tùy chọn", name)
}

func messageUsage(text string) string {
	return fmt.Sprintf("lệnh viết chưa đúng: %s\n  gợi ý: thêm --help sau tên lệnh để xem cách dùng", text)
}

func messageProgress(done, total int) string { return fmt.Sprintf("%d/%d tệp", done, total) }

func messageBadSettings(cause string) string { return "tệp cấu hình có lỗi: " + cause }

func messageUnknownKeys(keys string) string { return "không có khóa " + keys }
