package evaluate

import "strings"

// Headings of the columns that score lines ask for.

func phraseReason(line string) string { return line + ": lý do" }
func phraseWeight(line string) string { return line + ": trọng số" }
func phraseFactor(line string) string { return line + ": hệ số" }
func phraseShare(part string) string  { return part + ": tỷ trọng" }
func phraseNoted(part string) string  { return part + ": nội dung bị trừ điểm" }
func phraseMinus(part string) string  { return part + ": số lần bị trừ" }

// tickChoices are the values of a line that is met or not met.
func tickChoices() []Choice {
	return []Choice{{Code: "yes", Label: "Đạt", Aliases: []string{"x", "Có", "Đảm bảo", "yes"}},
		{Code: "no", Label: "Không đạt", Aliases: []string{"Không", "Không đảm bảo", "no"}}}
}

func phraseFactType(t FactType) string {
	switch t {
	case NumberFact:
		return "một số"
	case ChoiceFact:
		return "một dữ kiện lựa chọn"
	case DateFact:
		return "một ngày"
	}
	return "chữ"
}

// phrasePoints shows points beside their maximum, as a range while open.
func phrasePoints(got span, most Num) string {
	s := PhrasePoints(got.low)
	if !got.known() {
		s += "–" + PhrasePoints(got.high)
	}
	s += "/" + VietnameseNumber(most)
	if got.known() && endless(got.low) {
		s += " (chính xác: " + VietnameseNumber(got.low) + ")"
	}
	return s
}

func phrasePart(part string) string {
	switch part {
	case PointsTotal:
		return "Tổng điểm"
	case PointsEachLine, PointsEachCriterion:
		return "Điểm từng tiêu chí"
	}
	return "Điểm " + part
}

// phrasePointsPart names what a condition on points asks about.
func phrasePointsPart(part string) string {
	switch part {
	case PointsTotal:
		return "tổng điểm"
	case PointsEachLine:
		return "dòng ít điểm nhất"
	case PointsEachCriterion:
		return "tiêu chí ít điểm nhất"
	}
	return "mục " + part
}

// PhraseTriggers lists for what the lines of a part lose points.
func PhraseTriggers(triggers []string) string {
	if len(triggers) == 0 {
		return ""
	}
	return "trừ vào điểm của dòng liên quan, số điểm do người chấm định, khi: " + strings.Join(triggers, "; ")
}
