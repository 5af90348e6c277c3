package cli

import (
	"fmt"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

// What import says of files sent again and of copies moved to the present
// template.

func messageMigrated(path string) string {
	return "bản đã chuyển sang mẫu hiện dùng: " + path
}

func messageChanged(n int) string {
	return fmt.Sprintf("so với tệp đã nhận có %d chỗ khác:", n)
}

func messageCellChange(c campaign.Change) string {
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
	return fmt.Sprintf("%s “%s”: %s → %s (trước ở %s)", c.At, c.Heading, shown(c.Old), shown(c.New), c.Was)
}

func messageMoreChanges(n int) string { return fmt.Sprintf("… và %d chỗ nữa", n) }
