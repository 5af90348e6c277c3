package cli

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/cmd/internal/demo"
	"github.com/xeploai/xeploai/evaluate"
)

// The words of the demo.

func messageBadMembers(given int) string {
	return fmt.Sprintf("số đảng viên phải từ 1 trở lên, không phải %d", given)
}

func messageDemoMaking(dir string) string {
	return "Đang dựng một văn phòng giả định trong " + dir + " …"
}

func messageDemoMade(p demo.Planted) string {
	return fmt.Sprintf("%s: %d tổ chức, %d chi bộ, %d đảng viên, %d tệp gửi về.",
		p.Config.Office.Name, p.Orgs, p.Branches, p.Members, p.Files)
}

func messageMissed(place string) string { return "Không phát hiện lỗi cố ý: " + place }

func messageExtra(n int) string {
	return fmt.Sprintf("Báo %d vấn đề không có trong các lỗi cố ý:", n)
}

func messageCompared(planted, missed, extra int) string {
	if missed == 0 && extra == 0 {
		return fmt.Sprintf("Đã phát hiện đủ %d lỗi cố ý, và không báo thừa.", planted)
	}
	return fmt.Sprintf("Trong %d lỗi cố ý và hệ quả: sót %d, báo thừa %d.", planted, missed, extra)
}

func messageDemoWhere(f campaign.Folder, g *campaign.Grading, s *campaign.Summary) string {
	lines := []string{"Xem:"}
	if len(g.Workbooks) > 0 {
		lines = append(lines, "  kết quả toàn đợt   "+f.Root+"/"+g.Workbooks[0].Path)
	}
	lines = append(lines,
		"  biểu tổng hợp      "+f.Root+"/"+s.Workbook.Path,
		"  tệp bị đánh dấu    "+f.Returned(),
		"  tình trạng         xeploai -C "+f.Root+" status")
	if pop := g.Report.Inputs.Populations[evaluate.Member]; pop != nil && len(pop.Subjects) > 0 {
		lines = append(lines, "  giải thích         xeploai -C "+f.Root+" explain "+pop.Subjects[0].ID)
	}
	return strings.Join(lines, "\n")
}
