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
	led := ""
	if p.Leaders > 0 {
		led = fmt.Sprintf(" %d đơn vị, %d tập thể, %d chức vụ lãnh đạo,", p.Units, p.Collectives, p.Leaders)
	}
	if p.Officials > 0 {
		led += fmt.Sprintf(" %d cán bộ, công chức,", p.Officials)
	}
	return fmt.Sprintf("%s: %d tổ chức, %d chi bộ, %d đảng viên,%s %d tệp gửi về.",
		p.Config.Office.Name, p.Orgs, p.Branches, p.Members, led, p.Files)
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

func messageScene(s demo.Staged) string {
	mark := "  "
	if !s.Seen {
		mark = "✗ "
	}
	line := mark + sceneWord(s.Kind)
	if s.Rule != "" {
		line += " · " + s.Rule
	}
	if s.Subject != "" {
		line += " · " + s.Subject
	}
	return line
}

func messageScenes(staged, unseen int) string {
	switch {
	case staged == 0:
		return "Văn phòng nhỏ hoặc kỳ này không có bộ quy tắc cho tập thể, đơn vị: không dựng quan hệ ràng buộc nào."
	case unseen == 0:
		return fmt.Sprintf("Đã thấy đủ %d quan hệ ràng buộc, kết quả bỏ phiếu.", staged)
	}
	return fmt.Sprintf("Trong %d quan hệ ràng buộc, kết quả bỏ phiếu đã dựng: không thấy %d.", staged, unseen)
}

func messageDecided(d *demo.Decisions, lost, before, after int) string {
	if lost > 0 {
		return fmt.Sprintf("Quyết định ghi ở trang Xem xét: %d trong %d không tới biểu tổng hợp.", lost, len(d.Made))
	}
	return fmt.Sprintf("Quyết định ghi ở trang Xem xét (một dòng chung cho nhóm, một dòng riêng): cả %d đã vào biểu tổng hợp; số chờ xem xét, chờ dữ liệu còn %d (trước là %d).", len(d.Made), after, before)
}

func sceneWord(k demo.SceneKind) string {
	switch k {
	case demo.StateGrade:
		return "công chức xếp mức thấp nhất thì đảng viên cũng vậy"
	case demo.OneFailedMember:
		return "một đảng viên xếp mức thấp nhất giới hạn chi bộ"
	case demo.ShareOfExcellent:
		return "ít đảng viên xếp loại tốt: chi bộ không xuất sắc"
	case demo.ShareOfGood:
		return "quá ít đảng viên xếp loại tốt: chi bộ không được loại tốt"
	case demo.Counterpart:
		return "chính quyền cùng cấp giới hạn tổ chức đảng"
	case demo.CommitteeBound:
		return "cấp ủy không cao hơn tổ chức đảng của mình"
	case demo.SecretaryBound:
		return "bí thư không cao hơn tổ chức đảng"
	case demo.LeadershipBound:
		return "tập thể lãnh đạo không cao hơn đơn vị"
	case demo.HeadByCollective:
		return "người đứng đầu không cao hơn tập thể"
	case demo.HeadByUnit:
		return "người đứng đầu không cao hơn đơn vị"
	case demo.HeadOfFailedUnit:
		return "đơn vị không hoàn thành thì người đứng đầu cũng vậy"
	case demo.DeputyOfFailedUnit:
		return "đơn vị không hoàn thành: cấp phó không xuất sắc"
	case demo.UnitsInCharge:
		return "nhiều đơn vị phụ trách không hoàn thành"
	case demo.Corruption:
		return "cấp dưới tham nhũng, người lãnh đạo tự phát hiện và khắc phục"
	case demo.FellowDisciplined:
		return "thành viên bị kỷ luật thì tập thể xếp mức thấp nhất"
	case demo.UnitDisciplined:
		return "đơn vị trực thuộc bị kỷ luật: tập thể không xuất sắc"
	case demo.CommitteeMember:
		return "cấp ủy viên bị kỷ luật thì tổ chức đảng xếp mức thấp nhất"
	case demo.SickLeave:
		return "nghỉ ốm dài giới hạn mức"
	case demo.SickLeaveFree:
		return "nghỉ ốm dài không giới hạn mức"
	case demo.SmallCollective:
		return "tập thể hai người không xếp loại riêng"
	case demo.CapExceeded:
		return "nhóm chức danh tương đương vượt tỷ lệ xuất sắc"
	case demo.TwoPosts:
		return "một người hai chức vụ, hai nơi xếp loại"
	case demo.Waits:
		return "người đứng đầu chờ đơn vị chưa có mức"
	case demo.WaitsNot:
		return "đơn vị chưa có mức mà không phải chờ"
	case demo.GradedElsewhere:
		return "đơn vị do nơi khác xếp loại"
	case demo.OfficialFailed:
		return "công chức xếp loại tại đây không hoàn thành nhiệm vụ thì ảnh hưởng tới đảng viên"
	case demo.OfficialBound:
		return "công chức xếp loại tại đây mức tốt thì đảng viên không xuất sắc"
	case demo.OfficialOpen:
		return "đảng viên chờ kết quả công chức chưa có mức"
	case demo.VoteCarried:
		return "vừa đủ số phiếu"
	case demo.VoteNextGrade:
		return "không đủ phiếu cho mức đề nghị, đủ cho mức liền dưới"
	case demo.VoteWrongBase:
		return "đủ phiếu trên số có mặt, không đủ trên số phải triệu tập"
	case demo.VoteNoQuorum:
		return "cuộc họp bỏ phiếu không đủ người"
	}
	return string(k)
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
