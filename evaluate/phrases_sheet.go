package evaluate

import (
	"fmt"
	"strings"
)

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
	s := VietnameseNumber(got.low)
	if !got.known() {
		s += "–" + VietnameseNumber(got.high)
	}
	return s + "/" + VietnameseNumber(most)
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

// DescribeLine says in words how the points of a line come about.
func DescribeLine(l *SheetLine) string {
	return describeForm(l) + phraseFullWhen(l)
}

func phraseFullWhen(l *SheetLine) string {
	if l.FullWhen == nil {
		return ""
	}
	return fmt.Sprintf("; được đủ điểm khi %q là %s", l.FullWhen.Fact, strings.Join(l.FullWhen.Codes, ", "))
}

// PhraseTriggers lists for what the lines of a part lose points.
func PhraseTriggers(triggers []string) string {
	if len(triggers) == 0 {
		return ""
	}
	return "trừ vào điểm của dòng liên quan, số điểm do người chấm định, khi: " + strings.Join(triggers, "; ")
}

func describeForm(l *SheetLine) string {
	most := VietnameseNumber(l.Max)
	switch l.Form {
	case TickLine:
		return "đạt " + most + " điểm, không đạt 0 điểm"
	case OptionsLine:
		var out []string
		for _, o := range l.Options {
			s := o.Label + ": " + VietnameseNumber(o.Points)
			if o.Wipes {
				s += " (mất toàn bộ điểm của tiêu chí)"
			}
			out = append(out, s)
		}
		return strings.Join(out, "; ")
	case EachLine:
		return fmt.Sprintf("mỗi lần %s điểm, tối đa %s", VietnameseNumber(l.Points), most)
	case LoseLine:
		return fmt.Sprintf("%s điểm, mỗi lần vi phạm bớt %s", most, VietnameseNumber(l.Points))
	case PercentLine:
		return "tỷ lệ % × " + most + " điểm" + phraseRounded(l.Round)
	case TableLine:
		return phraseTable(l.Rows)
	case ProductLine:
		return phraseProduct(l)
	case ShareOfLine:
		return fmt.Sprintf("%s%% số điểm của dòng %s nếu được duyệt", VietnameseNumber(l.Share.Mul(Int(100))), l.Of) + phraseRounded(l.Round)
	case MeanLine:
		return "trung bình cộng của các kỳ đã ghi" + phraseTimes(l.Times) + phraseRounded(l.Round)
	}
	if l.Ranges != nil {
		return phraseRanges(l.Ranges.Rows)
	}
	return "0 đến " + most + " điểm"
}

// phraseRanges tells the points that may be given for what was achieved.
func phraseRanges(rows []RangeRow) string {
	var out []string
	for _, r := range rows {
		s := "còn lại"
		if r.AtLeast != nil {
			s = "đạt từ " + VietnameseNumber(*r.AtLeast)
		}
		s += ": " + VietnameseNumber(r.From) + " đến "
		switch {
		case r.To != nil:
			s += VietnameseNumber(*r.To)
		case r.Below != nil:
			s += "dưới " + VietnameseNumber(*r.Below)
		}
		out = append(out, s+" điểm")
	}
	return strings.Join(out, "; ")
}

func phraseTimes(n Num) string {
	if n.Sign() <= 0 {
		return ""
	}
	return " × " + VietnameseNumber(n)
}

func phraseRounded(step Num) string {
	if step.Sign() <= 0 {
		return ""
	}
	return ", làm tròn đến " + VietnameseNumber(step)
}

func phraseTable(rows []TableRow) string {
	var out []string
	for _, r := range rows {
		s := "còn lại"
		if r.AtLeast != nil {
			s = "từ " + VietnameseNumber(*r.AtLeast)
		}
		out = append(out, s+": "+VietnameseNumber(r.Points))
	}
	return strings.Join(out, "; ")
}

func phraseProduct(l *SheetLine) string {
	var parts []string
	equal := true
	for i := range l.Parts {
		equal = equal && l.Parts[i].ShareFact == "" && l.Parts[i].Share.Cmp(l.Parts[0].Share) == 0
	}
	for i := range l.Parts {
		p := &l.Parts[i]
		s := p.Label
		switch {
		case p.ShareFact != "":
			s += " × tỷ trọng riêng"
		case !equal:
			s += " " + VietnameseNumber(p.Share.Mul(Int(100))) + "%"
		}
		parts = append(parts, s+phraseMeasure(&p.Measure))
	}
	weight := VietnameseNumber(l.Max) + " điểm"
	if l.Weight != "" {
		weight = "trọng số riêng"
	}
	if l.Factor != "" {
		weight += " × hệ số"
	}
	mean := "(" + strings.Join(parts, " + ") + ")"
	if equal && len(parts) > 1 {
		mean = "trung bình cộng của (" + strings.Join(parts, "; ") + ")"
	}
	return weight + " × " + mean + phraseRounded(l.Round)
}

// phraseMeasure says what changes a measure before it counts.
func phraseMeasure(m *Measure) string {
	var out []string
	each := VietnameseNumber(m.Each) + "%"
	switch {
	case m.Minus != "" && m.PerPart:
		out = append(out, "mỗi đơn vị bị trừ mất "+each+" của đơn vị ấy")
	case m.Minus != "":
		out = append(out, "mỗi lần bớt "+each)
	}
	if m.Over {
		out = append(out, "được tính quá 100%")
	}
	for _, l := range m.Levels {
		out = append(out, l.Label+": "+VietnameseNumber(l.Points)+"%")
	}
	if len(out) == 0 {
		return ""
	}
	return " [" + strings.Join(out, ", ") + "]"
}
