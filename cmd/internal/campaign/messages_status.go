package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// The words of who has reported and who has not, the same on the terminal and
// in the workbook.

// Word says how far the report has come.
func (o *OrgStatus) Word() string {
	word := o.stateWord()
	if o.State == StateReceived && o.Errors > 0 {
		word += fmt.Sprintf("; bản khác bị trả lại (%d lỗi)", o.Errors)
	}
	if o.Matters > 0 {
		word += fmt.Sprintf("; %d điều cần xem giữa các tệp", o.Matters)
	}
	return word
}

func (o *OrgStatus) stateWord() string {
	switch o.State {
	case StateReceived:
		if slices.Contains(o.Beside, o.Path) {
			return "đã nhận; tệp đã đổi nội dung từ khi nhận, nội dung mới chưa nhập: " + strings.Join(o.Beside, ", ")
		}
		if len(o.Beside) > 0 {
			return "đã nhận; còn tệp khác chưa nhập: " + strings.Join(o.Beside, ", ")
		}
		return "đã nhận"
	case StateRefused:
		return fmt.Sprintf("bị trả lại (%d lỗi)", o.Errors)
	}
	return "chưa gửi"
}

// AskedOf says what the sender of the report has to do; "" for nothing.
func (o *OrgStatus) AskedOf() string {
	switch o.State {
	case StateMissing:
		return "gửi báo cáo"
	case StateRefused:
		return fmt.Sprintf("sửa %d lỗi rồi gửi lại", o.Errors)
	}
	if o.Errors > 0 {
		return fmt.Sprintf("sửa %d lỗi ở bản bị trả lại rồi gửi lại, hoặc báo bỏ bản ấy", o.Errors)
	}
	return ""
}

// DueWord says how the report stands against its deadline; "" without one.
func (o *OrgStatus) DueWord() string {
	switch {
	case o.Due.IsZero():
		return ""
	case o.State == StateReceived && o.DaysLate > 0:
		return fmt.Sprintf("muộn %d ngày", o.DaysLate)
	case o.State == StateReceived:
		return "đúng hạn"
	case o.DaysLate > 0:
		return fmt.Sprintf("quá hạn %d ngày", o.DaysLate)
	case o.DaysLeft == 0:
		return "hạn hôm nay"
	}
	return fmt.Sprintf("còn %d ngày", o.DaysLeft)
}

// BelowWord counts what was taken in from those below: "7/12 chi bộ đã nhận".
func (l *StatusLine) BelowWord() string {
	var parts []string
	for _, b := range l.Below {
		parts = append(parts, fmt.Sprintf("%d/%d %s", b.Received, b.Reports, levelWord(b.Level)))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + " đã nhận"
}

// TroubleWord counts what stands in the way below: reports refused, missing
// past their deadline, taken in late.
func (l *StatusLine) TroubleWord() string {
	all := l.All()
	var parts []string
	if all.Refused > 0 {
		parts = append(parts, fmt.Sprintf("trả lại %d (%d lỗi)", all.Refused, all.Errors))
	}
	if all.Overdue > 0 {
		parts = append(parts, fmt.Sprintf("quá hạn %d", all.Overdue))
	}
	if all.Late > 0 {
		parts = append(parts, fmt.Sprintf("nộp muộn %d", all.Late))
	}
	return strings.Join(parts, ", ")
}

// TotalWord counts all reports of the campaign.
func (s *Status) TotalWord() string {
	all := s.Tally()
	again := ""
	if n := all.Received + all.Refused + all.Missing - all.Reports; n > 0 {
		again = fmt.Sprintf(" (%d nơi đã có bản được nhận)", n)
	}
	text := fmt.Sprintf("Đã nhận %d/%d, bị trả lại %d%s, chưa gửi %d.", all.Received, all.Reports, all.Refused, again, all.Missing)
	if s.Dated {
		text += fmt.Sprintf(" Quá hạn %d, nộp muộn %d.", all.Overdue, all.Late)
	}
	return text
}

// levelWord names the organizations of a level in the middle of a sentence.
func levelWord(l evaluate.OrgLevel) string {
	switch l {
	case evaluate.CommitteeLevel:
		return "đảng bộ cấp trên"
	case evaluate.BaseCommittee:
		return "đảng bộ cơ sở"
	case evaluate.SectionLevel:
		return "đảng bộ bộ phận"
	case evaluate.BaseBranch:
		return "chi bộ cơ sở"
	}
	return "chi bộ"
}

const wordRoster = "Danh sách đảng viên"

// directWord names those who answer to the office alone.
func directWord(office string) string { return "các tổ chức trực thuộc " + office }

func deadlineEntry(n int) string { return fmt.Sprintf("deadlines, mục %d: ", n) }

const (
	faultDeadlineBoth  = "chỉ ghi một trong level, org, within"
	faultDeadlineTwice = "đã có hạn khác cho đúng đối tượng này"
)

func faultDeadlineDay(given string) string {
	return fmt.Sprintf("date %q không phải là một ngày; ghi 2025-12-31 hoặc 31/12/2025", given)
}

func faultDeadlineLevel(given string) string {
	var levels []string
	for _, l := range evaluate.OrgLevels() {
		levels = append(levels, string(l))
	}
	return fmt.Sprintf("không có cấp %q; các cấp: %s", given, strings.Join(levels, ", "))
}

func problemDeadlineOrg(code string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "C950", At: evaluate.Origin{File: SettingsName},
		Message: fmt.Sprintf("hạn nộp ghi cho %q, nhưng danh sách không có tổ chức nào mang mã này mà phải gửi báo cáo", code),
		Hint:    "sửa mã ở mục deadlines theo cột mã trong " + OrgListName + " và để mã trong dấu nháy kép"}
}

func problemDeadlineWithin(code string) evaluate.Problem {
	p := problemDeadlineOrg(code)
	p.Message = fmt.Sprintf("hạn nộp ghi cho %q và các tổ chức bên dưới, nhưng danh sách không có ai ở đó phải gửi báo cáo", code)
	return p
}

// officeNotices tells of an office whose code in the settings is not that of the first
// organization on the list. Every workbook is stamped with it, and who corrects it once
// the templates are out can take none of them in.
func (c *Campaign) officeNotices(t *evaluate.Tree) []evaluate.Problem {
	root := t.Root()
	if root < 0 || t.Orgs[root].Code == c.Config.Office.Code {
		return nil
	}
	return []evaluate.Problem{{Severity: evaluate.Warning, Code: "C951", At: evaluate.Origin{File: SettingsName},
		Message: fmt.Sprintf("mã văn phòng là %q, nhưng tổ chức đứng đầu danh sách mang mã %q", c.Config.Office.Code, t.Orgs[root].Code),
		Hint:    "sửa office.code trong " + SettingsName + " (hoặc mã trong " + OrgListName + ") cho giống nhau trước khi phát mẫu: mẫu đã phát mang mã cũ sẽ không nhận được nữa",
		Related: []evaluate.Related{{At: t.Orgs[root].At, Note: "tổ chức đứng đầu"}}}}
}

func failSettingWatch(file string, given int) error {
	return FailSettings(file, fmt.Sprintf("watch_seconds %d không phải là số giây từ 1 trở lên", given), nil)
}

// backWord names the files that go back to the sender of a refused one.
func backWord(marked, migrated string) string {
	if migrated == "" {
		return marked
	}
	return marked + ", " + migrated
}

// hintForwarded is what to do about a matter in the words of whoever it is forwarded to: he
// sends, and the office takes in.
func hintForwarded(hint string) string {
	return strings.ReplaceAll(hint, "nhập lại kèm --replace", "gửi lại (nơi nhận nhập kèm --replace)")
}
