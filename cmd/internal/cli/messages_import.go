package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What import says of files sent again and of copies moved to the present
// template.

func messageMigrated(path string) string {
	return "bản đã chuyển sang mẫu hiện dùng: " + path
}

func messageChanged(n int) string {
	return fmt.Sprintf("so với tệp đã nhận có %d chỗ khác:", n)
}

// messageNothingChanged is about contents that differ in no fact of anybody.
const messageNothingChanged = "so với tệp đã nhận không dữ kiện nào khác; chỉ khác thứ tự các dòng, hoặc những ô không đổi dữ kiện nào (như mã của chính tổ chức gửi tệp)"

// messageNothingFound is about paths with nothing to take in.
const messageNothingFound = "Không có tệp .xlsx hay .zip nào ở đây để nhập."

// messageCellChange says what changed in a cell, or in all of several that changed alike.
func messageCellChange(c campaign.Change, cells []string) string {
	switch {
	case c.Fact == "" && c.Was.IsZero():
		return fmt.Sprintf("%s: dòng mới", c.At)
	case c.Fact == "":
		return fmt.Sprintf("%s: dòng này không còn", c.Was)
	}
	shown := func(s string) string {
		if s == "" {
			return "(trống)"
		}
		return s
	}
	at, before := c.At, ""
	switch {
	case at.IsZero():
		at = c.Was // the row it stood in is gone
	case c.Was == at || c.Was.IsZero():
	case c.Was.File == at.File: // which was written over: there is nothing to be seen
		before = fmt.Sprintf(" (ở bản nhận trước là ô %s, trang “%s”)", c.Was.Cell, c.Was.Sheet)
	default:
		before = fmt.Sprintf(" (trước ở %s)", c.Was)
	}
	if len(cells) > 1 {
		before = fmt.Sprintf("; cả thảy %d ô: %s", len(cells), strings.Join(excel.CellRanges(cells), ", "))
	}
	if c.Hidden {
		return fmt.Sprintf("%s “%s”: đã ghi khác trước; nội dung không in ra để giữ kín%s", at, c.Heading, before)
	}
	return fmt.Sprintf("%s “%s”: %s → %s%s", at, c.Heading, shown(c.Old), shown(c.New), before)
}

// messageMoreChanges counts the changes not printed, by heading; again tells that the file was
// not taken in, so that the command can be given once more.
func messageMoreChanges(n int, left map[string]int, again bool) string {
	var parts []string
	for _, heading := range slices.Sorted(maps.Keys(left)) {
		if heading != "" {
			parts = append(parts, fmt.Sprintf("“%s”: %d", heading, left[heading]))
		}
	}
	if rows := left[""]; rows > 0 {
		parts = append(parts, fmt.Sprintf("cả dòng: %d", rows))
	}
	said := fmt.Sprintf("… và %d chỗ nữa (%s)", n, strings.Join(parts, ", "))
	if again {
		said += "; xem từng ô: nhập lại kèm --json"
	}
	return said
}

// messageMatters counts what has to be looked at between the files taken in.
func messageMatters(n int, count map[evaluate.Code]int) string {
	var parts []string
	for _, code := range slices.Sorted(maps.Keys(count)) {
		parts = append(parts, fmt.Sprintf("%s: %d", code, count[code]))
	}
	return fmt.Sprintf("Giữa các tệp đã nhận có %d điều cần xem (%s); không tệp nào bị trả lại vì vậy, người nêu ở đó phải chờ, trừ khi chính điều ấy ghi không ai phải chờ hoặc chỉ chờ khi mức khác nhau:", n, strings.Join(parts, ", "))
}

func messageMoreMattersListed(n int) string {
	return fmt.Sprintf("… còn %d điều nữa; xem đủ: xeploai status --all, hoặc --xlsx (trang Giữa các tệp)", n)
}

func messageMoreMatters(n int) string {
	return fmt.Sprintf("… còn %d điều nữa; xem đủ: xeploai status --all", n)
}
