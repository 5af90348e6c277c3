package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

// The words of status and of following the inbox.

const (
	helpStatusAll    = "liệt kê cả những nơi đã gửi đúng"
	helpStatusXlsx   = "ghi thêm tệp Excel để chuyển đi: cây tổ chức, danh sách nhắc nộp theo từng đảng bộ cơ sở, các tệp bị trả lại"
	helpStatusWatch  = "theo dõi hộp nhận về và nhận ngay các tệp mới đến, đến khi bấm Ctrl+C"
	helpWatchReplace = "với --watch: cho tệp mới thay tệp đã nhận của cùng tổ chức"
	helpInterval     = "GIÂY: với --watch, mấy giây xem hộp nhận về một lần (mặc định theo watch_seconds trong xeploai.yaml)"
	exampleStatus    = "  xeploai status\n  xeploai status --all --xlsx\n  xeploai status --watch"

	messageOnlyWatching = "--replace và --interval chỉ dùng cùng --watch"
	messageTriesAgain   = "các tệp mới chờ đến lần xem sau"
)

// messageDue is the deadline of a report and how it stands against it.
func messageDue(o *campaign.OrgStatus) string {
	if o.Due.IsZero() {
		return ""
	}
	return o.Due.Vietnamese() + ", " + o.DueWord()
}

func messageStatusBook(path string) string { return "Đã ghi " + path }

func messageWatching(inbox string, every time.Duration) string {
	return fmt.Sprintf("Đang theo dõi %s, %d giây xem một lần; bấm Ctrl+C để dừng.", inbox, int(every.Seconds()))
}

func messageWatched(files int) string {
	return fmt.Sprintf("Đã dừng theo dõi; số lượt tệp đã xem: %d.", files)
}

func messageKnownBefore(n int) string { return fmt.Sprintf("%d tệp đã nhận từ trước.", n) }

// messageArrived tells one file that arrived on one line.
func messageArrived(at time.Time, f *campaign.Imported) string {
	text := fmt.Sprintf("%s %s: %s", at.Format("15:04"), f.Path, outcomeWord(f.Outcome))
	switch f.Outcome {
	case campaign.Accepted, campaign.Replaced:
		rows := 0
		for _, n := range f.Rows {
			rows += n
		}
		if f.Org == "" { // a roster is that of several
			return text + fmt.Sprintf(" (%d dòng)", rows)
		}
		return text + fmt.Sprintf(" (%s, %d dòng)", f.Org, rows)
	case campaign.Rejected:
		return text + fmt.Sprintf(" (%d lỗi), %s", countErrors(f.Problems), messageReturned(f.Returned))
	}
	return text
}

// messageLeftOut names the decisions and rosters that were not taken in.
func messageLeftOut(paths []string) string {
	return fmt.Sprintf("Khác với những gì đã nhận, chưa nhập và chờ quyết định: %s; đúng thì nhập chính tệp ấy (đã nhận tệp khác của cùng nơi thì kèm --replace), không dùng thì chuyển nó ra chỗ khác", strings.Join(paths, ", "))
}

// messageUnread names the files in the inbox that were not imported yet; of many the first.
func messageUnread(paths []string) string {
	named := paths[:min(len(paths), unreadNamed)]
	more := ""
	if n := len(paths) - len(named); n > 0 {
		more = fmt.Sprintf(" và %d tệp nữa", n)
	}
	return fmt.Sprintf("Trong thư mục nhận có %d tệp chưa nhập (mới đến, hoặc đã đổi từ lần nhập trước): %s%s; nhập thì mới biết của nơi nào (xeploai import)", len(paths), strings.Join(named, ", "), more)
}

// unreadNamed is how many of them are named at most.
const unreadNamed = 10

// messageSettled names the files that could not be opened and need not be.
func messageSettled(paths []string) string {
	return fmt.Sprintf("Không mở được nhưng không còn phải chờ, vì đã nhận tệp cùng tên: %s", strings.Join(paths, ", "))
}

// messageSkipped names the files in the inbox that are not read.
func messageSkipped(paths []string) string {
	return fmt.Sprintf("Không đọc %d tệp vì tên không có đuôi của bảng tính (báo cáo thì lưu lại dạng .xlsx): %s", len(paths), strings.Join(paths, ", "))
}
