package evaluate

import "testing"

// Whatever changes the points of a line is said in words, and so is what the
// line demands of whoever fills it in: what a committee signs is the whole rule.
func TestDescribeLineLeavesNothingOut(t *testing.T) {
	number := func(id FactID, group, heading string) FactDef {
		return FactDef{ID: id, Kind: Leader, Type: NumberFact, Step: Int(1), Group: group, Heading: heading, Supplier: SupplyBranch}
	}
	v, ps := NewVocabulary([]FactDef{number("done", "Nhiệm vụ", "hoàn thành"), number("all", "Nhiệm vụ", "được giao"), number("late", "", "số lần chậm"),
		{ID: "only", Kind: Leader, Heading: "chỉ có bí thư", Type: ChoiceFact, Supplier: SupplyBranch, Choices: []Choice{{Code: "yes", Label: "Có"}, {Code: "no", Label: "Không"}}}}, nil)
	failOn(t, ps)
	schema := v.Schema(Leader)
	third, _ := Ratio(1, 3)
	levels := []LineOption{{Label: "cao", Points: Int(100)}, {Label: "đạt", Points: Int(50)}}
	for _, c := range []struct {
		line SheetLine
		want string
	}{
		{SheetLine{Form: PercentLine, Max: Int(3), Measure: &Measure{Own: true, Fact: "x", Levels: levels}}, "tỷ lệ % × 3 điểm [cao: 100%, đạt: 50%]"},
		{SheetLine{Form: PercentLine, Max: Int(3), Measure: &Measure{Part: "done", Of: "all", Minus: "late", Each: Int(25), AtMost: num("100"), WhenNone: num("0")}},
			"tỷ lệ % × 3 điểm [tính từ tỷ lệ “Nhiệm vụ: hoàn thành” trên “Nhiệm vụ: được giao”, mỗi lần (“số lần chậm”) bớt 25%, quá 100% thì tính 100%, mẫu số bằng không thì tính 0%]"},
		{SheetLine{Form: PercentLine, Max: Int(3), Measure: &Measure{Own: true, Fact: "x", Minus: "x_minus", Each: Int(25)}}, "tỷ lệ % × 3 điểm [mỗi lần bớt 25%]"},
		{SheetLine{Form: TableLine, Max: Int(3), Rows: []TableRow{{AtLeast: num("90"), Points: Int(3)}, {}}, Measure: &Measure{Fact: "done", AtMost: num("120")}},
			"từ 90: 3; còn lại: 0 [lấy từ “Nhiệm vụ: hoàn thành”, quá 120 thì tính 120]"},
		{SheetLine{Form: PointsLine, Max: Int(3), Ranges: &LineRanges{Measure: Measure{Part: "done", Of: "all"}, Rows: []RangeRow{{From: Int(0), To: num("3")}}}},
			"còn lại: 0 đến 3 điểm [tính từ tỷ lệ “Nhiệm vụ: hoàn thành” trên “Nhiệm vụ: được giao”]"},
		{SheetLine{Form: EachLine, Fact: "late", Points: Int(1), Max: Int(3)}, "mỗi lần 1 điểm, tối đa 3; số liệu lấy từ “số lần chậm”"},
		{SheetLine{Form: TickLine, Fact: "x", Own: true, Max: Int(2), FullWhen: &FullWhen{Fact: "only", Codes: []string{"yes"}}}, "đạt 2 điểm, không đạt 0 điểm; được đủ điểm khi “chỉ có bí thư” là “Có”"},
		{SheetLine{Form: ShareOfLine, Own: true, Of: "I.1", Share: third}, "1/3 số điểm của dòng I.1 nếu được duyệt"},
		{SheetLine{Form: MeanLine, Mean: []FactID{"done", "all"}, Count: "late", Times: *num("0.15")},
			"trung bình cộng của các số đã ghi ở “Nhiệm vụ: hoàn thành”, “Nhiệm vụ: được giao”, khi đủ số lượng ghi ở “số lần chậm” × 0,15"},
	} {
		if got := DescribeLine(&c.line, schema); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	l := SheetLine{Step: *num("0.5"), Blank: "0.5", Reason: true, Printed: num("5"), SeeAlso: []string{"I.1", "I.2"}}
	if got, want := DescribeDuties(&l), "ghi theo bước 0,5; để trống là 0,5; có điểm thì phải ghi lý do; bảng gốc in điểm tối đa là 5; xem dòng I.1, I.2"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := DescribeDuties(&SheetLine{}); got != "" {
		t.Errorf("a line without demands makes some: %s", got)
	}
}
