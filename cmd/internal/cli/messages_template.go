package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

func messageInit(dir, period string) string {
	return fmt.Sprintf("Đã lập đợt đánh giá kỳ %s trong %s.\nTiếp theo: điền danh sách tổ chức vào %s, xem lại %s, rồi chạy: xeploai -C %s template",
		period, dir, campaign.OrgListName, campaign.SettingsName, dir)
}

func messageTemplates(n, silent int, dir string) string {
	text := fmt.Sprintf("Đã ghi %d mẫu vào %s.", n, dir)
	if silent > 0 {
		text += fmt.Sprintf(" %d tổ chức không có gì phải báo cáo trong đợt này nên không có mẫu.", silent)
	}
	return text
}

// messageFilled counts the people who stand in the templates, those who perhaps stand
// there twice, and those who could not be written into any.
func messageFilled(people map[evaluate.Kind]int, unplaced, doubled int) string {
	var parts []string
	for _, k := range evaluate.Kinds() {
		if n := people[k]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, kindWord(k)))
		}
	}
	if len(parts) == 0 {
		parts = []string{"0 " + kindWord(evaluate.Member)}
	}
	line := "Đã ghi sẵn " + strings.Join(parts, ", ")
	if doubled > 0 {
		line += fmt.Sprintf(", trong đó %d dòng có lẽ của người đã có dòng khác (xem các cảnh báo E344 ở trên)", doubled)
	}
	if unplaced > 0 {
		line += fmt.Sprintf("; %d người chưa ghi sẵn được vào mẫu nào (xem các cảnh báo X191 ở trên)", unplaced)
	}
	return line + "."
}

// messageLeft counts those the templates list as gone, by state.
func messageLeft(states map[string]int, unplaced int) string {
	n := 0
	var parts []string
	for _, state := range slices.Sorted(maps.Keys(states)) {
		n += states[state]
		parts = append(parts, fmt.Sprintf("%s: %d", state, states[state]))
	}
	var lines []string
	if n > 0 {
		lines = append(lines, fmt.Sprintf("%d người không còn sinh hoạt được ghi ở trang “Không còn sinh hoạt” của mẫu, không xếp loại (%s)", n, strings.Join(parts, "; ")))
	}
	if unplaced > 0 {
		lines = append(lines, fmt.Sprintf("%d người không còn sinh hoạt thuộc chi bộ không có trong danh sách nên không có ở mẫu nào", unplaced))
	}
	return strings.Join(lines, "; ") + "."
}

// messageLeftReported counts the members whom their branches say have left.
func messageLeftReported(states map[string]int) string {
	n := 0
	var parts []string
	for _, state := range slices.Sorted(maps.Keys(states)) {
		n += states[state]
		parts = append(parts, fmt.Sprintf("%s: %d", state, states[state]))
	}
	return fmt.Sprintf("%d đảng viên chi bộ báo không còn sinh hoạt, không xếp loại (%s).", n, strings.Join(parts, "; "))
}

// messageMovedNowhere counts those who moved away and stand in no report.
func messageMovedNowhere(n int) string {
	return fmt.Sprintf("Trong số đã chuyển đi, %d người chưa báo cáo nào của đợt này có (cột “Nay báo cáo ở”, trang “Không còn sinh hoạt” của tệp kết quả); ai chuyển trong cùng cơ quan thì chi bộ nơi đến phải báo cáo.", n)
}

func messageTemplateNotes(n int) string {
	return fmt.Sprintf("(%d lưu ý không in; xem bằng cách thêm --notes)", n)
}

// namedUnfilled is how many branches are named one by one.
const namedUnfilled = 20

func messageUnfilled(branches []string) string {
	return "Chưa ghi sẵn được đảng viên nào cho: " + someBranches(branches) + "."
}

func someBranches(branches []string) string {
	if n := len(branches); n > namedUnfilled {
		return fmt.Sprintf("%s và %d chi bộ nữa", strings.Join(branches[:namedUnfilled], ", "), n-namedUnfilled)
	}
	return strings.Join(branches, ", ")
}

// messageIdle says why workbooks named for templates fill in no members.
func messageIdle(n int) string {
	return fmt.Sprintf("Kỳ này không xếp loại đảng viên nên %d dòng đảng viên của các tệp nêu không dùng để ghi sẵn.", n)
}

// messageKept counts, by branch, the members whom a source that is followed lacks and
// another one knows.
func messageKept(ws []campaign.Written) string {
	n, named := 0, make([]string, 0, len(ws))
	for _, w := range ws {
		n += w.Kept
		named = append(named, fmt.Sprintf("%s: %d", w.Org, w.Kept))
	}
	more := ""
	if k := len(named); k > namedUnfilled {
		named, more = named[:namedUnfilled], fmt.Sprintf(" và %d chi bộ nữa", k-namedUnfilled)
	}
	return fmt.Sprintf("Trong đó %d đảng viên có ở nguồn theo sau hoặc ở mẫu lần trước mà nguồn theo trước (báo cáo đã nhận, rồi tệp nêu, rồi danh sách đã nhận) không có: %s%s.", n, strings.Join(named, ", "), more)
}

const messageBackForAll = "--not-from rút tệp khỏi mẫu của mọi tổ chức nên không đi cùng mã tổ chức"

// messageNamedAndBack is about a workbook that is named and taken back at once.
func messageNamedAndBack(path string) string {
	return path + " vừa nêu ở --from vừa nêu ở --not-from: hai điều trái nhau; ghi một trong hai"
}

// messageTakenBack counts whom and which states a workbook taken back gave.
func messageTakenBack(r *campaign.TemplateRun) string {
	if r.TakenBack+r.StatesBack+r.Restored == 0 {
		return "Không mẫu nào có người hay trạng thái chỉ do tệp đã rút ghi, nên không có gì phải rút."
	}
	line := fmt.Sprintf("Đã rút khỏi mẫu %d người chỉ có ở tệp đã rút", r.TakenBack)
	if r.StatesBack > 0 {
		line += fmt.Sprintf(", bỏ %d trạng thái không còn sinh hoạt mà chỉ tệp ấy ghi", r.StatesBack)
	}
	if r.LostBack > 0 {
		line += fmt.Sprintf(" (%d người trong đó không tệp, báo cáo nào khác còn lưu có tên, nay không đứng trong mẫu nào)", r.LostBack)
	}
	if r.Restored > 0 {
		line += fmt.Sprintf("; %d người tệp ấy có ghi nay đứng trong mẫu theo những gì các tệp, báo cáo khác ghi: %s", r.Restored, someBranches(r.RestoredIn))
	}
	return line + ". Tệp ấy không bị xóa."
}

func messageEdited(w *campaign.Written) string {
	text := fmt.Sprintf("%s đã có người sửa; bản sửa được giữ ở %s", w.Path, w.Edited)
	if w.Taken {
		return text + ", những gì ghi thêm ở đó đã nhập từ trước"
	}
	return text + fmt.Sprintf(", những gì ghi thêm ở đó chưa được dùng; quyết định, số liệu cần dùng thì nhập bằng: xeploai import %s", w.Edited)
}

func messageCleaned(path, clean string) string {
	return fmt.Sprintf("%s: đã nhận; bản không còn dấu lỗi: %s", path, clean)
}
