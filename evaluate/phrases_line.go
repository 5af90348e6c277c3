package evaluate

import (
	"fmt"
	"slices"
	"strings"
)

// DescribeLine says in words how the points of a line come about: everything
// that changes them, so that two lines with the same words score alike. The
// schema names the facts a line takes from the vocabulary.
func DescribeLine(l *SheetLine, schema *Schema) string {
	return describer{schema}.line(l)
}

// DescribeDuties says in words what a line demands of whoever fills it in, and
// what it says of the printed sheet; "" for nothing. None of it changes points.
func DescribeDuties(l *SheetLine) string {
	var out []string
	if l.Step.Sign() > 0 {
		out = append(out, "ghi theo bước "+VietnameseNumber(l.Step))
	}
	if l.Blank != "" {
		out = append(out, "để trống là "+strings.Replace(l.Blank, ".", ",", 1))
	}
	if l.Reason {
		out = append(out, "có điểm thì phải ghi lý do")
	}
	if l.Printed != nil {
		out = append(out, "bảng gốc in điểm tối đa là "+VietnameseNumber(*l.Printed))
	}
	if len(l.SeeAlso) > 0 {
		out = append(out, "xem dòng "+strings.Join(l.SeeAlso, ", "))
	}
	return strings.Join(out, "; ")
}

// describer puts lines into words.
type describer struct{ schema *Schema }

func (d describer) line(l *SheetLine) string {
	out := d.form(l)
	if takesFact(l) {
		out += "; số liệu lấy từ " + d.heading(l.Fact)
	}
	if l.FullWhen != nil {
		out += "; được đủ điểm khi " + d.heading(l.FullWhen.Fact) + " là " + d.codes(l.FullWhen)
	}
	return out
}

// takesFact tells whether a line counts or chooses by a fact of the vocabulary.
// Points given directly are the same wherever they stand.
func takesFact(l *SheetLine) bool {
	return !l.Own && l.Fact != "" && slices.Contains([]LineForm{TickLine, OptionsLine, EachLine, LoseLine, ShareOfLine}, l.Form)
}

// heading names a fact as its column does.
func (d describer) heading(id FactID) string {
	if d.schema != nil {
		if i, ok := d.schema.Index(id); ok {
			return "“" + d.schema.Facts[i].FullHeading() + "”"
		}
	}
	return "“" + string(id) + "”"
}

func (d describer) codes(w *FullWhen) string {
	var out []string
	for _, code := range w.Codes {
		label := code
		if d.schema != nil {
			if i, ok := d.schema.Index(w.Fact); ok {
				if c, ok := d.schema.Facts[i].CodeIndex(code); ok {
					label = d.schema.Facts[i].Choices[c].Label
				}
			}
		}
		out = append(out, "“"+label+"”")
	}
	return strings.Join(out, ", ")
}

func (d describer) form(l *SheetLine) string {
	most := VietnameseNumber(l.Max)
	switch l.Form {
	case TickLine:
		return "đạt " + most + " điểm, không đạt 0 điểm"
	case OptionsLine:
		return phraseOptions(l.Options)
	case EachLine:
		return fmt.Sprintf("mỗi lần %s điểm, tối đa %s", VietnameseNumber(l.Points), most)
	case LoseLine:
		return fmt.Sprintf("%s điểm, mỗi lần vi phạm bớt %s", most, VietnameseNumber(l.Points))
	case PercentLine:
		return "tỷ lệ % × " + most + " điểm" + d.measure(l.Measure, "%") + phraseRounded(l.Round)
	case TableLine:
		return phraseTable(l.Rows) + d.measure(l.Measure, "")
	case ProductLine:
		return d.product(l)
	case ShareOfLine:
		return PhraseProportion(l.Share) + " số điểm của dòng " + l.Of + " nếu được duyệt" + phraseRounded(l.Round)
	case MeanLine:
		return d.mean(l)
	}
	if l.Ranges != nil {
		return phraseRanges(l.Ranges.Rows) + d.measure(&l.Ranges.Measure, "")
	}
	return "0 đến " + most + " điểm"
}

func phraseOptions(options []LineOption) string {
	var out []string
	for _, o := range options {
		s := o.Label + ": " + VietnameseNumber(o.Points)
		if o.Wipes {
			s += " (mất toàn bộ điểm của tiêu chí)"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
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

func (d describer) mean(l *SheetLine) string {
	var of []string
	for _, id := range l.Mean {
		of = append(of, d.heading(id))
	}
	out := "trung bình cộng của các số đã ghi ở " + strings.Join(of, ", ")
	if l.Count != "" {
		out += ", khi đủ số lượng ghi ở " + d.heading(l.Count)
	}
	if l.Times.Sign() > 0 {
		out += " × " + VietnameseNumber(l.Times)
	}
	return out + phraseRounded(l.Round)
}

func phraseRounded(step Num) string {
	if step.Sign() <= 0 {
		return ""
	}
	return ", làm tròn đến " + VietnameseNumber(step)
}

// PhraseProportion is a share as a percentage, or as a fraction where no
// percentage says it exactly: 1/3.
func PhraseProportion(share Num) string {
	if s := VietnameseNumber(share.Mul(Int(100))); !strings.Contains(s, "/") {
		return s + "%"
	}
	return VietnameseNumber(share)
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

func (d describer) product(l *SheetLine) string {
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
			s += " " + PhraseProportion(p.Share)
		}
		parts = append(parts, s+d.measure(&p.Measure, "%"))
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

// measure says where a measure is taken from and what changes it before it
// counts; unit is that of the measure, "%" or none.
func (d describer) measure(m *Measure, unit string) string {
	var out []string
	switch {
	case m.Part != "":
		out = append(out, "tính từ tỷ lệ "+d.heading(m.Part)+" trên "+d.heading(m.Of))
	case !m.Own && m.Fact != "":
		out = append(out, "lấy từ "+d.heading(m.Fact))
	}
	each := VietnameseNumber(m.Each) + "%"
	switch {
	case m.Minus != "" && m.PerPart:
		out = append(out, "mỗi đơn vị bị trừ"+d.counted(m)+" mất "+each+" của đơn vị ấy")
	case m.Minus != "":
		out = append(out, "mỗi lần"+d.counted(m)+" bớt "+each)
	}
	if m.Over {
		out = append(out, "được tính quá 100%")
	}
	if m.AtMost != nil {
		most := VietnameseNumber(*m.AtMost) + unit
		out = append(out, "quá "+most+" thì tính "+most)
	}
	if m.WhenNone != nil {
		out = append(out, "mẫu số bằng không thì tính "+VietnameseNumber(*m.WhenNone)+unit)
	}
	for _, l := range m.Levels {
		out = append(out, l.Label+": "+VietnameseNumber(l.Points)+"%")
	}
	if len(out) == 0 {
		return ""
	}
	return " [" + strings.Join(out, ", ") + "]"
}

// counted names the fact of the vocabulary that counts what lowers a measure; a
// column of the line's own stands beside it and needs no name.
func (d describer) counted(m *Measure) string {
	if m.Own && strings.HasPrefix(string(m.Minus), string(m.Fact)) {
		return ""
	}
	return " (" + d.heading(m.Minus) + ")"
}
