package rules

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/xeploai/xeploai/evaluate"
)

// The Vietnamese words in which rules show prints a set. Legal phrases come
// from the data; these are only the joints between them.

const (
	labelGroups    = "Nhóm tiêu chí được nhắc đến trong các điều kiện"
	labelProfiles  = "Đối tượng áp dụng và bảng điểm"
	labelNotRated  = "Trường hợp không xếp loại"
	labelBars      = "Trường hợp bị xếp mức thấp nhất"
	labelSanctions = "Giới hạn và hạ mức"
	labelRests     = "Mức của ai phải có trước và phải cân nhắc, không có công thức"
	labelNotices   = "Điều cần xem xét thêm, không đổi mức xếp loại"
	labelVotes     = "Biểu quyết, kiểm phiếu, ý kiến thẩm định"
	labelCaps      = "Tỷ lệ khống chế"
	labelFall      = "Khi không khớp mức nào"
	labelBandText  = "Khung điểm"
	labelDropped   = "Phần bỏ không dùng của bộ quy tắc gốc"
	labelElse      = "mọi trường hợp còn lại"
	labelJudgement = "do cấp có thẩm quyền cân nhắc khi đề nghị"
	labelStill     = "đến nay"

	labelToEdit       = " (bản chép để sửa)"
	labelExamplePlace = "VÍ DỤ, thay bằng điều, khoản thật"
	labelCaseFull     = "Đủ điểm mọi tiêu chí"
	labelCaseBlank    = "Bỏ trống một tiêu chí"
	labelCaseParent   = "Như một trường hợp của bộ gốc"
)

func labelRest(of evaluate.Relation) string {
	return "có trước và được cân nhắc: " + evaluate.PhraseRelation(of) + "; máy chỉ đếm, không tự đổi mức"
}

func labelLadder(rung string) string { return "Mức: " + rung }

func labelException(text string) string { return "Trừ trường hợp: " + text }

func labelRelief(text string) string { return "Cấp có thẩm quyền xem xét: " + text }

func labelInForce(s *evaluate.RuleSetSpec) string {
	out := "các kỳ từ " + s.From.String() + " "
	if s.To == nil {
		out += labelStill
	} else {
		out += "đến " + s.To.String()
	}
	for _, part := range s.Except {
		out += ", trừ kỳ thứ " + strconv.Itoa(part) + " trong năm"
	}
	return out
}

// labelExampleReason stands in examples where a line wants its reason.
const labelExampleReason = "VÍ DỤ lý do"

func labelCaseLines(n int) string { return "Thử riêng từng dòng, lần " + strconv.Itoa(n) }

// labelGap says in words what no case brought about.
func labelGap(k GapKind) string {
	switch k {
	case GapHolds:
		return "chưa trường hợp nào cho thấy điều kiện đạt"
	case GapFails:
		return "chưa trường hợp nào cho thấy điều kiện không đạt"
	case GapUnknown:
		return "chưa trường hợp nào bỏ trống dữ kiện của điều kiện"
	case GapNotApplicable:
		return "chưa trường hợp nào mà điều kiện không áp dụng"
	case GapFired:
		return "chưa trường hợp nào làm quy định này có tác dụng"
	case GapAtEdge:
		return "chưa trường hợp nào đúng điểm đầu mút của khung"
	case GapPastEdge:
		return "chưa trường hợp nào sát phía bên kia đầu mút của khung"
	case GapInside:
		return "chưa trường hợp nào ở hẳn bên trong, cùng phía với đầu mút của khung"
	case GapKept:
		return "chưa trường hợp nào nằm trong tỷ lệ"
	case GapScored:
		return "chưa trường hợp nào ghi điểm cho riêng dòng này"
	case GapDeducted:
		return "chưa trường hợp nào trừ điểm ở riêng dòng này"
	case GapCounted:
		return "chưa trường hợp nào ghi số lần ở dòng này mà chưa chạm mức tối đa"
	case GapLevel:
		return "chưa trường hợp nào chọn mức"
	case GapRow:
		return "chưa trường hợp nào rơi vào mức"
	case GapPart:
		return "chưa trường hợp nào mà phần này khác phần kia"
	case GapMinus:
		return "chưa trường hợp nào ghi số lần bị bớt"
	case GapCut:
		return "chưa trường hợp nào cộng quá điểm tối đa, để thấy phần vượt bị cắt"
	}
	return "chưa trường hợp nào dùng đến"
}

// Words says in Vietnamese what never happened.
func (g Gap) Words() string {
	if g.Edge != "" {
		return labelGap(g.What) + " (" + strings.Replace(g.Edge, ".", ",", 1) + ")"
	}
	return labelGap(g.What)
}

// labelFrom names a row by where it starts; the last row takes the rest.
func labelFrom(x *evaluate.Num) string {
	if x == nil {
		return "mức cuối"
	}
	return "từ " + x.String()
}

func labelFallThrough(to evaluate.FallThrough, scale evaluate.Scale) string {
	switch to {
	case evaluate.FallReview:
		return "cấp có thẩm quyền xem xét, kèm mức gợi ý"
	case evaluate.FallStepDown:
		return "xuống mức liền dưới đủ điều kiện"
	case evaluate.FallLowest:
		return "xếp mức thấp nhất"
	}
	return "xếp mức " + rungLabel(scale, string(to))
}

func labelSanction(s *evaluate.SanctionSpec, scale evaluate.Scale, heading func(evaluate.FactID) string) string {
	switch {
	case s.LowerBy > 0:
		return "hạ " + evaluate.Int(int64(s.LowerBy)).String() + " mức"
	case s.NotAbove != "":
		return "không cao hơn mức " + rungLabel(scale, s.NotAbove)
	case s.NotAboveFact != "":
		return "không cao hơn: " + heading(s.NotAboveFact)
	case s.NotAboveOf != "":
		return "không cao hơn mức xếp loại của: " + labelRelation(s.NotAboveOf)
	}
	return "xếp thẳng mức " + rungLabel(scale, s.Forced)
}

func labelBand(b *evaluate.BandSpec) string {
	var parts []string
	if b.From != nil {
		word := "từ "
		if b.FromExcluded {
			word = "trên "
		}
		parts = append(parts, word+evaluate.VietnameseNumber(*b.From))
	}
	if b.To != nil {
		word := "dưới "
		if b.ToIncluded {
			word = "đến hết "
		}
		parts = append(parts, word+evaluate.VietnameseNumber(*b.To))
	}
	return strings.Join(parts, ", ") + " điểm"
}

func percent(x evaluate.Num) string { return evaluate.PhraseProportion(x) }

func rungLabel(scale evaluate.Scale, id string) string {
	if r, ok := scale.Rank(id); ok {
		return scale.Rung(r).Label
	}
	return id
}

// labelCompare is a comparison before its operand; level asks for the words of
// ordered choices.
func labelCompare(op evaluate.Op, level bool) (before, after string) {
	switch op {
	case evaluate.OpEquals:
		if level {
			return "là ", ""
		}
		return "bằng ", ""
	case evaluate.OpAtLeast:
		return "từ ", " trở lên"
	case evaluate.OpAtMost:
		if level {
			return "từ ", " trở xuống"
		}
		return "không quá ", ""
	case evaluate.OpMoreThan:
		return "trên ", ""
	case evaluate.OpLessThan:
		return "dưới ", ""
	case evaluate.OpBefore:
		return "trước ", ""
	case evaluate.OpAfter:
		return "sau ", ""
	}
	return "có ghi", ""
}

func labelDay(code string) string {
	switch code {
	case "reference_date":
		return "ngày chốt số liệu"
	case "period_start":
		return "ngày đầu kỳ"
	case "period_end":
		return "ngày cuối kỳ"
	}
	if d, ok := evaluate.ParseDate(code); ok {
		return d.Vietnamese()
	}
	return code
}

func labelRelation(r evaluate.Relation) string {
	s := []rune(evaluate.PhraseRelation(r))
	return string(unicode.ToLower(s[0])) + string(s[1:])
}

// labelPoints names a part of the score sheet.
func labelPoints(part string) string {
	switch part {
	case evaluate.PointsTotal:
		return "tổng điểm"
	case evaluate.PointsEachLine:
		return "điểm của mỗi dòng"
	case evaluate.PointsEachCriterion:
		return "điểm của mỗi tiêu chí"
	}
	return "điểm của " + part
}

// labelWhenNone leaves out what goes without saying: without a whole the share is
// not known.
func labelWhenNone(v evaluate.Verdict) string {
	switch v {
	case evaluate.Holds:
		return " (mẫu số bằng không thì coi là đạt)"
	case evaluate.Fails:
		return " (mẫu số bằng không thì coi là không đạt)"
	case evaluate.NotApplicable:
		return " (mẫu số bằng không thì không áp dụng)"
	}
	return ""
}

func labelMonths(heading string, c *evaluate.Comparison, months string) string {
	if c.Op == evaluate.OpLessThan {
		return heading + " đến ngày chốt chưa đủ " + months + " tháng"
	}
	return heading + " đến ngày chốt đã đủ " + months + " tháng"
}

// labelShare names the group once where both counts stand under it.
func labelShare(part, of *evaluate.FactDef, compare string) string {
	if part.Group == of.Group && part.Group != "" {
		return part.Group + ": tỷ lệ “" + part.Heading + "” trên “" + of.Heading + "” " + compare
	}
	return "tỷ lệ “" + part.FullHeading() + "” trên “" + of.FullHeading() + "” " + compare
}

func labelEvery(group, compare string) string {
	return "mọi tiêu chí trong " + group + " " + compare
}

func labelSome(group, compare string) string {
	return "ít nhất một tiêu chí trong " + group + " " + compare
}

func labelCountShare(rel, where, compare string) string {
	return "tỷ lệ " + rel + " mà " + where + ": " + compare
}

func labelCountNumber(rel, where, compare string) string {
	return "số " + rel + " mà " + where + ": " + compare
}

func labelGrade(compare string) string { return "được xếp loại " + compare }

func labelProfile(text string) string { return "thuộc đối tượng: " + text }

func labelNotProfile(text string) string { return "không thuộc đối tượng: " + text }

// labelNot closes what it denies off: it may stand in a list.
func labelNot(s string) string { return "không phải (" + s + ")" }

// labelWhole stands for "at least 100%".
const labelWhole = "đạt 100%"

// labelOneOf lists the values of one_of.
func labelOneOf(values []string) string {
	if len(values) == 1 {
		return "là " + values[0]
	}
	return "là một trong " + strings.Join(values, ", ")
}

// The words that join conditions.
const (
	joinAll        = " và "
	joinAny        = " hoặc "
	joinEachAlone  = " (mới có số liệu của một phần thì theo phần ấy)"
	joinFirstKnown = "; chưa ghi số liệu thì xét: "
)
