package cli

import (
	"fmt"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// The words of locking a campaign and of grading one subject anew.

const (
	helpClose   = "khóa sổ đợt đánh giá: không nhập, không xếp loại nữa; mọi thay đổi về sau đều bị báo"
	helpDespite = "LÝ-DO: khóa sổ dù chưa đủ; lý do vào nhật ký, không ghi tên người"
	helpReopen  = "mở lại đợt đã khóa sổ; phải có lý do, không ghi tên người"
	helpRegrade = "xếp loại lại một người hoặc một tổ chức sau khóa sổ: xuất phiếu để sửa, rồi nhận lại bằng --take"
	helpTake    = "TỆP: phiếu đã sửa, có lý do, số và ngày quyết định"
	helpKind    = "LOẠI: khi một người có nhiều kết quả: member, leader, staff, organization, collective, unit"

	exampleClose   = "  xeploai close\n  xeploai close --despite \"hai chi bộ gửi sau\""
	exampleReopen  = "  xeploai reopen \"cấp trên yêu cầu xếp loại lại\""
	exampleRegrade = "  xeploai regrade CB-01\n  xeploai regrade --take ket-qua/xep-lai/CB-01.xlsx"
)

func messageBadKind(given string) string {
	return fmt.Sprintf("%q không phải là loại chủ thể (member, leader, staff, organization, collective, unit)", given)
}

func messageClosing(c *campaign.Closing) string {
	switch {
	case c.Closed == nil:
		return fmt.Sprintf("Chưa khóa sổ: còn %d việc vướng.", len(c.Problems))
	case c.Closed.Despite != "":
		return fmt.Sprintf("ĐÃ KHÓA SỔ %s khi chưa đủ: %d tổ chức chưa gửi báo cáo, %d trường hợp chờ, %d quyết định chưa qua được kiểm tra, %d tỷ lệ khống chế bị vượt. Số liệu không được gọi là chính thức.%s",
			wordTime(c.Closed.At), c.Closed.Missing, c.Closed.Waiting, c.Closed.Lacking, c.Closed.Exceeded, wordAsComputed(c.Closed))
	}
	return fmt.Sprintf("ĐÃ KHÓA SỔ %s: %d trường hợp, %d tệp kết quả.%s Lập biểu tổng hợp: xeploai summary", wordTime(c.Closed.At),
		c.Progress.Subjects, len(c.Closed.Workbooks), wordAsComputed(c.Closed))
}

// wordAsComputed says how many grades of a locked campaign are the computed ones.
func wordAsComputed(s *campaign.Closed) string {
	if s.AsComputed == 0 {
		return ""
	}
	return fmt.Sprintf(" %d trường hợp theo mức tính được, không có quyết định riêng.", s.AsComputed)
}

func messageReopened(r *campaign.Reopened) string {
	text := fmt.Sprintf("Đã mở lại đợt khóa sổ ngày %s; lý do đã ghi vào nhật ký.", wordTime(r.ClosedAt))
	if r.Regraded > 0 {
		text += fmt.Sprintf(" %d trường hợp đã xếp lại trở về dữ kiện cũ nên chờ: nhập dữ kiện đúng của họ, hoặc ghi quyết định xếp lại vào tệp kết quả rồi nhập lại.", r.Regraded)
	}
	return text
}

func messageRegradeForm(path string) string {
	return fmt.Sprintf("Đã xuất phiếu: sửa dữ kiện sai, ghi lý do, số và ngày quyết định, rồi chạy: xeploai regrade --take %s", path)
}

func messageRegraded(r *campaign.Regraded) string {
	text := fmt.Sprintf("%s %s: trước %q, xếp lại %q (quyết định %s); %d dữ kiện thay đổi.", kindWord(r.Kind), r.ID, r.Old.Label, r.New.Label, r.Number, len(r.Changes))
	if r.Dropped != "" {
		text += fmt.Sprintf(" Quyết định trước, %s, không còn vì ô quyết định của phiếu để trống: %s.", r.Dropped, wordDroppedTo(r))
	}
	return text + " Chạy xeploai summary để lập lại biểu."
}

// wordDroppedTo says what the grade is where a decision stands no more.
func wordDroppedTo(r *campaign.Regraded) string {
	if r.Lowered() {
		return "mức tạm lấy theo đề nghị, thấp hơn mức tính được"
	}
	return "mức là mức tính được"
}

// messageLocked says in status that the campaign is locked.
func messageLocked(s *campaign.Status) string {
	text := "ĐÃ KHÓA SỔ " + wordTime(s.Closed.At)
	if s.Closed.Despite != "" {
		text += " khi chưa đủ (" + s.Closed.Despite + ")"
	}
	if n := len(s.Alarms); n > 0 {
		return text + fmt.Sprintf(". BÁO ĐỘNG: %d thay đổi từ khi khóa sổ.", n) + wordAsComputed(s.Closed)
	}
	return text + ". Không có gì thay đổi từ khi khóa sổ." + wordAsComputed(s.Closed)
}

func messageRegradedLine(r *campaign.Regraded) string {
	return fmt.Sprintf("Xếp lại sau khóa sổ: %s %s, trước %q, nay %q (quyết định %s, %s); %s", kindWord(r.Kind), r.ID, r.Old.Label, r.New.Label,
		r.Number, r.Date, r.Workbook)
}

func messageSummaryLocked(text string, c *campaign.Closed, regraded int) string {
	text = "ĐÃ KHÓA SỔ " + wordTime(c.At) + ". " + text + wordAsComputed(c)
	if regraded > 0 {
		text += fmt.Sprintf(" Trong đó %d trường hợp xếp lại sau khóa sổ.", regraded)
	}
	return text
}

// messageSubjectRegraded heads the explanation of somebody graded anew with the grade that
// counts now.
func messageSubjectRegraded(name string, e *evaluate.Explanation, at evaluate.Origin, r *campaign.Regraded) string {
	return fmt.Sprintf("%s (%s, %s) %s: %s (đã xếp lại sau khóa sổ, quyết định %s; lúc khóa sổ: %s)", name, kindWord(e.Kind), e.Subject.ID, at, r.New.Label, r.Number, wordResult(e.Result))
}

// messageAlsoRegraded tells the record of grading anew from the locked result below it.
func messageAlsoRegraded(r *campaign.Regraded, locked *evaluate.Result) string {
	return fmt.Sprintf("Bản xếp lại: %s. Từ đây trở xuống là kết quả đã khóa sổ, %q:", r.Workbook, wordResult(locked))
}
