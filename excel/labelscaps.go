package excel

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Words of the control of ceilings.
const (
	labelCapsTitle = "KIỂM SOÁT TỶ LỆ"
	labelCapsNote  = "Không ai bị hạ mức tự động. Ô tô nền, chữ đậm: cách tính đang áp dụng; các cách khác để đối chiếu. " +
		"Tính trên số xếp mức liền dưới thì đổi mức một trường hợp làm đổi cơ sở, vì vậy có hai số được phép: theo danh sách như đang xếp, " +
		"và khi chia lại hai mức cho cũng chừng ấy trường hợp (hạ hay nâng), số này có thể nhỏ hơn. Số dạng “2–4”: còn thay đổi theo các trường hợp đang chờ."
	labelGroup          = "Nhóm"
	labelCapped         = "Mức bị khống chế"
	labelRate           = "Tỷ lệ tối đa"
	labelBase           = "Đang áp dụng: tính trên"
	labelHave           = "Hiện có"
	labelOpen           = "Còn chờ"
	labelBaseCount      = "Cơ sở"
	labelAsListed       = "Được phép theo danh sách"
	labelAllowed        = "Được phép"
	labelLowered        = "Được phép khi chia lại hai mức"
	labelOver           = "Vượt"
	labelRemark         = "Nhận xét"
	labelSuggestion     = "Gợi ý theo tỷ lệ (công cụ)"
	labelSuggestionNote = "Cột “" + labelSuggestion + "” chỉ xếp theo thứ tự xét của bộ quy tắc để tham khảo: không đổi kết quả của ai, người có thẩm quyền quyết định."
	labelNotChosen      = "Ngoài số được chọn"
	labelDecided        = "đã quyết định"
	labelSameMerit      = "ngang nhau"
	labelNotKnown       = "chưa rõ"
)

// Where a ceiling counts.
const (
	labelWithinBase     = "trong từng tổ chức cơ sở đảng"
	labelWithinCampaign = "trong toàn đợt"
)

// capGroupedBy says which column splits the groups; otherwise where an earlier one is blank.
func capGroupedBy(heading string, otherwise bool) string {
	if otherwise {
		return "ô ấy để trống thì theo cột “" + heading + "”"
	}
	return "chia nhóm theo cột “" + heading + "”"
}

// capGroundText says how the groups of a ceiling are formed.
func capGroundText(id, kind, within string, by []string, base, note, standing string) string {
	text := fmt.Sprintf("Cách lập nhóm của %s: chỉ đếm %s, các loại khác đếm riêng; %s", id, kind, within)
	for _, s := range by {
		text += "; " + s
	}
	text += "; tính trên: " + base + "."
	if note != "" {
		text += " " + note + "."
	}
	if standing != "" {
		text += " Độ tin cậy của căn cứ: " + standing + "."
	}
	return text
}

// readingLabel names a reading whatever the set calls its grades.
func readingLabel(of evaluate.CapBase) string {
	switch of {
	case evaluate.GoodOnly:
		return "Tính trên số xếp mức liền dưới"
	case evaluate.GoodOrBetter:
		return "Tính trên số từ mức liền dưới trở lên"
	case evaluate.AtRung:
		return "Tính trên số xếp chính mức ấy"
	}
	return "Tính trên tổng số được xếp loại"
}

// baseLabel says of whom the ceiling is a share, in the set's own words.
func baseLabel(c *evaluate.CapFinding) string {
	switch c.Of {
	case evaluate.GoodOnly:
		return "Số xếp " + short(c.Rules, c.Below)
	case evaluate.GoodOrBetter:
		return "Số từ " + short(c.Rules, c.Below) + " trở lên"
	case evaluate.AtRung:
		return "Số xếp " + short(c.Rules, c.Rung)
	}
	return "Số được xếp loại"
}

// countedWord is what a group of a kind is counted in.
func countedWord(k evaluate.Kind) string {
	switch k {
	case evaluate.Organization:
		return "tổ chức"
	case evaluate.Unit:
		return "đơn vị"
	case evaluate.Collective:
		return "tập thể"
	}
	return "người"
}

// capRemarks says in sentences what the figures of a group mean.
func capRemarks(c *evaluate.CapFinding) string {
	word := countedWord(c.Kind)
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if c.Allowed.Max == 0 {
		say("Nhóm %d %s: chưa được ai.", c.Rated+c.Open, word)
	}
	if c.Over.Max > 0 {
		say("Vượt %s.", rangeText(c.Over))
	}
	if c.Firm > 0 {
		say("Riêng các trường hợp đã quyết định vượt %d.", c.Firm)
	}
	if c.OneMore.Max > 0 {
		say("%s", oneMoreText(c, word))
	}
	switch u := c.Cap.Uplift; {
	case c.Uplifted:
		say("Quyết định nâng tỷ lệ: %s.", strings.TrimRight(c.Uplift, ". "))
	case u != nil && c.Over.Max > 0:
		say("Chưa ghi quyết định nâng tỷ lệ (đến %s).", ratePercent(u.Rate))
	}
	if c.Twice > 0 {
		say("%d người giữ nhiều chức vụ trong nhóm, mỗi chức vụ được tính một lần; văn bản chưa nói tính theo người hay theo chức vụ.", c.Twice)
	}
	if c.Defaulted {
		say("Cột “%s” để trống nên nhóm theo cột “%s”.", factHeading(c.Rules, c.Cap.By), factHeading(c.Rules, c.Cap.DefaultBy))
	}
	return strings.Join(out, " ")
}

// oneMoreText says how many further subjects allow one more. Where the base is the
// grade below, that holds of both grades shared out anew, not of the list as it
// stands: whoever is over is lowered first and enlarges the base.
func oneMoreText(c *evaluate.CapFinding, word string) string {
	more := rangeText(c.OneMore) + " " + word + " " + moreLabel(c)
	if c.Of != evaluate.GoodOnly {
		return "Thêm " + more + " thì được thêm 1."
	}
	when := "Chia lại hai mức"
	if c.Over.Min > 0 {
		when = "Sau khi hạ số vượt"
	}
	next := evaluate.Range{Min: c.Allowed.Min + 1, Max: c.Allowed.Max + 1}
	return fmt.Sprintf("%s thì được %s; thêm %s thì được %s.", when, rangeText(c.Allowed), more, rangeText(next))
}

// moreLabel says which further subjects would enlarge the base.
func moreLabel(c *evaluate.CapFinding) string {
	switch c.Of {
	case evaluate.GoodOnly:
		return "xếp " + short(c.Rules, c.Below)
	case evaluate.GoodOrBetter:
		return "xếp từ " + short(c.Rules, c.Below) + " trở lên"
	case evaluate.AtRung:
		return "xếp " + short(c.Rules, c.Rung)
	}
	return "được xếp loại"
}

func factHeading(rs *evaluate.RuleSet, id evaluate.FactID) string {
	if i, ok := rs.Schema().Index(id); ok {
		f := &rs.Schema().Facts[i]
		if f.Group == "" {
			return cutAt(f.Heading, "(")
		}
		return cutAt(f.Group, "(") + ", " + lowerFirst(cutAt(f.Heading, "("))
	}
	return string(id)
}

// candidatesTitle names the criteria in their order, or says that there are none.
func candidatesTitle(group, over string, criteria []string) string {
	if len(criteria) == 0 {
		return "Vượt " + over + ": " + group + ". Bộ quy tắc không nêu thứ tự xét; xếp theo mã tra cứu."
	}
	return "Vượt " + over + ": " + group + ". Theo thứ tự xét của bộ quy tắc: " + strings.Join(criteria, ", ") + "."
}

// meritLabel names one key of the order of merit.
func meritLabel(rs *evaluate.RuleSet, m evaluate.MeritKey) string {
	name := labelTotalScore
	switch {
	case m.Points != "":
		name = "điểm mục " + m.Points
	case m.Fact != "":
		name = factHeading(rs, m.Fact)
	}
	if m.Ascending {
		name += " (ít hơn xếp trước)"
	}
	return lowerFirst(name)
}

// sharedPlaceText says why the order of merit leaves some side by side: equal by
// every criterion, or one that would tell them apart is not known of somebody.
func sharedPlaceText(rs *evaluate.RuleSet, unknown *evaluate.MeritKey) string {
	if unknown == nil {
		return labelSameMerit
	}
	return "chưa phân định được: còn trường hợp cùng thứ tự chưa rõ " + meritLabel(rs, *unknown)
}

// tiedText says that the order of merit does not tell who is to be lowered.
func tiedText(choose, of int, unknown *evaluate.MeritKey) string {
	why := "Ngang nhau"
	if unknown != nil {
		why = "Chưa phân định được"
	}
	return fmt.Sprintf("%s, cần chọn %d trong %d", why, choose, of)
}
