package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Keys of score sheets. Citation and standing pass down from the sheet.

func sheetKeys() []key {
	return []key{
		schemaKey(),
		must("id", aText(), "Mã của bảng điểm; tên tệp là MÃ.yaml"),
		must("title", aText(), "Tên của bảng điểm"),
		citeKey(), standingKey(), noteKey(),
		defectsKey(),
		must("max", aNumber(), "Tổng điểm tối đa, không kể thưởng ngoài"),
		must("kind", aCode(kinds()...), "Loại chủ thể được chấm theo bảng này"),
		may("prefix", aText(), "Phần đầu mã dữ kiện của các dòng; không ghi thì là mã của bảng"),
		may("supplier", aCode(suppliers()...), "Ai chấm, tức là cột nằm ở tệp của ai"),
		may("step", aNumber(), "Bước điểm, ví dụ 0.5"),
		may("scorers", mappings("scorer"), "Nhiều người cùng chấm, mỗi người một cột"),
		may("round_lines", aNumber(), "Bước làm tròn điểm từng dòng"),
		may("round", aNumber(), "Bước làm tròn tổng điểm; bỏ trống là không làm tròn"),
		may("clamp", aMapping("clamp"), "Tổng điểm bị chặn trong khoảng này"),
		may("order", listOf(aCode(words(evaluate.SheetStages())...)), "Thứ tự cộng: groups, bonus, deductions, total"),
		must("groups", mappings("sheet_group"), "Các nhóm tiêu chí; điểm tối đa cộng lại bằng max của bảng"),
	}
}

func defectsKey() key {
	return may("defects", listOf(aText()), "Chỗ bảng gốc in sai mà máy không tự thấy; rules check nhắc lại từng chỗ")
}

func triggersKey() key {
	return may("triggers", listOf(aText()), "Nội dung bị trừ điểm: trừ vào điểm của dòng liên quan, số điểm do người chấm định; có cột để ghi lại")
}

func clampKeys() []key {
	return []key{may("from", aNumber(), "Không thấp hơn"), may("to", aNumber(), "Không cao hơn")}
}

func scorerKeys() []key {
	return []key{
		must("id", aText(), "Mã của người chấm"),
		must("label", aText(), "Người chấm, ghi trên tiêu đề cột"),
		must("supplier", aCode(suppliers()...), "Cột nằm ở tệp của ai"),
		may("decides", aFlag(), "true: điểm của người này được tính"),
	}
}

// inheritedKeys are stated only where they differ from the part around.
func inheritedKeys() []key {
	cite, standing := citeKey(), standingKey()
	cite.must, standing.must = false, false
	return []key{cite, standing}
}

func sheetGroupKeys() []key {
	return slices.Concat([]key{
		must("id", aText(), "Số thứ tự của nhóm"),
		must("label", aText(), "Tên nhóm"),
		must("max", aNumber(), "Điểm tối đa của nhóm"),
		may("role", aCode(words(evaluate.GroupRoles())...), "points điểm; bonus thưởng trong tổng; bonus_on_top thưởng ngoài; deduction trừ"),
		may("clamp", aFlag(), "true: cộng quá max thì cắt"),
		may("weights_sum", aNumber(), "Tổng các trọng số riêng"),
		may("parts", mappings("line_part"), "Các phần đo của những dòng có trọng số"),
		may("criteria", mappings("criterion"), "Các tiêu chí gồm nhiều dòng"),
		may("lines", mappings("sheet_line"), "Các dòng; điểm tối đa cộng lại bằng max của nhóm"),
		triggersKey(),
	}, inheritedKeys())
}

func criterionKeys() []key {
	return slices.Concat([]key{
		must("id", aText(), "Số thứ tự của tiêu chí"),
		must("label", aText(), "Tên tiêu chí"),
		must("max", aNumber(), "Điểm tối đa của tiêu chí"),
		may("clamp", aFlag(), "true: cộng quá max thì cắt"),
		must("lines", mappings("sheet_line"), "Các dòng"),
		triggersKey(),
	}, inheritedKeys())
}

// lineFormKeys say how the points of a line come about.
func lineFormKeys() []key {
	return []key{
		may("tick", aCode("true"), "Đạt thì được max, không đạt thì 0"),
		may("options", mappings("line_option"), "Chọn một trong các mức"),
		may("each", aNumber(), "Mỗi lần bao nhiêu điểm, cho đến max"),
		may("lose", aNumber(), "Mỗi lần bớt bao nhiêu điểm của max"),
		may("percent", either(aCode("true"), aMapping("measure")), "Tỷ lệ phần trăm của max"),
		may("table", aMapping("line_table"), "Số rơi vào mức nào được điểm mức ấy"),
		may("weight", either(aCode("true"), aText()), "Trọng số riêng (true: tự có cột) nhân với các phần đo"),
		may("parts", mappings("line_part"), "Các phần đo với tỷ trọng"),
		may("product", aCode("true"), "Theo các phần đo của nhóm"),
		may("share_of", aText(), "Được duyệt thì thêm một phần điểm của dòng này"),
		may("mean", aMapping("line_mean"), "Trung bình cộng của các số"),
	}
}

func sheetLineKeys() []key {
	return slices.Concat([]key{
		must("id", aText(), "Số thứ tự của dòng"),
		must("label", aText(), "Nội dung"),
		must("max", aNumber(), "Điểm tối đa; với weight là điểm tối đa có thể có"),
	}, lineFormKeys(), []key{
		may("fact", aText(), "Dữ kiện đã khai báo mà dòng dùng; không ghi thì dòng tự có cột"),
		may("blank", aText(), "Ô trống nghĩa là giá trị này"),
		may("step", aNumber(), "Bước điểm của dòng"),
		may("round", aNumber(), "Bước làm tròn của dòng"),
		may("supplier", aCode(suppliers()...), "Cột nằm ở tệp của ai"),
		may("reason", aFlag(), "true: có điểm thì phải ghi lý do"),
		may("ranges", aMapping("line_ranges"), "Khoảng điểm được cho, theo một kết quả khác"),
		may("factor", either(aCode("true"), aText()), "Hệ số nhân"),
		may("share", aText(), "Phần được thêm của share_of, ví dụ 5%"),
		may("printed", aNumber(), "Cột điểm tối đa của bảng gốc, khi in khác"),
		may("see", listOf(aText()), "Các dòng mà lời văn dẫn tới"),
		may("full_when", aMapping("full_when"), "Ai được đủ điểm mà không phải chấm"),
		defectsKey(),
		noteKey(),
	}, inheritedKeys())
}

func optionKeys(points string) []key {
	return []key{
		may("code", aText(), "Mã của mức; không ghi thì là o1, o2, …"),
		must("label", aText(), "Mức"),
		must(points, aNumber(), "Số điểm, hoặc phần trăm, của mức"),
		may("wipes", aFlag(), "true: mất toàn bộ điểm của tiêu chí"),
		may("covers", aMapping("covers"), "Khoảng số mà lời văn của mức nói tới"),
	}
}

func measureKeys() []key {
	return []key{
		may("label", aText(), "Tên phần đo, ghi trên tiêu đề cột"),
		may("fact", aText(), "Dữ kiện ghi phần trăm"),
		may("part", aText(), "Tử số; mẫu số ghi ở of"),
		may("of", aText(), "Mẫu số"),
		may("levels", mappings("line_level"), "Các mức, mỗi mức một phần trăm"),
		may("minus", aMapping("line_minus"), "Mỗi lần bớt bao nhiêu phần trăm"),
		may("at_most", aNumber(), "Quá số này thì tính bằng số này"),
		may("over", aCode("true"), "Được vượt 100% và tính đúng như thế; không ghi thì quá 100% là lỗi"),
		may("when_none", aNumber(), "Phần trăm khi mẫu số bằng không"),
	}
}

func minusKeys() []key {
	return []key{may("fact", aText(), "Dữ kiện đếm số lần"), must("each", aNumber(), "Mỗi lần bớt bao nhiêu phần trăm"),
		may("per_part", aCode("true"), "Số lần đếm bằng đơn vị của tử số: mỗi đơn vị bớt từng ấy phần trăm của một đơn vị")}
}

func linePartKeys() []key {
	measure := slices.DeleteFunc(measureKeys(), func(k key) bool { return k.name == "label" })
	return slices.Concat([]key{
		must("id", aText(), "Mã phần đo"),
		must("label", aText(), "Tên phần đo, ghi trên tiêu đề cột"),
		must("share", aText(), "Tỷ trọng: 25%, 1/3, hoặc own là tỷ trọng riêng"),
	}, measure)
}

func tableLineKeys() []key {
	return append(measureKeys(), must("rows", mappings("table_row"), "Các mức từ cao xuống thấp, mức cuối không có at_least"))
}

func tableRowKeys() []key {
	return []key{may("at_least", aNumber(), "Từ số này"), must("points", aNumber(), "Số điểm")}
}

func rangesKeys() []key {
	return append(measureKeys(), must("rows", mappings("range_row"), "Các mức từ cao xuống thấp, mức cuối không có at_least"))
}

func rangeRowKeys() []key {
	return []key{
		may("at_least", aNumber(), "Từ số này"),
		must("from", aNumber(), "Được cho từ điểm này"),
		may("to", aNumber(), "đến điểm này"),
		may("below", aNumber(), "đến dưới điểm này"),
	}
}

func meanKeys() []key {
	return []key{must("of", listOf(aText()), "Các số"), may("count", aText(), "Dữ kiện ghi phải có bao nhiêu số"),
		may("times", aNumber(), "Trung bình cộng được nhân với số này")}
}

func fullWhenKeys() []key {
	return []key{must("fact", aText(), "Dữ kiện lựa chọn được hỏi"), must("one_of", listOf(aText()), "Một trong các giá trị này thì được đủ điểm")}
}

func coversKeys() []key {
	return []key{may("at_least", aNumber(), "Từ số này"), may("more_than", aNumber(), "Trên số này"),
		may("at_most", aNumber(), "Đến hết số này"), may("less_than", aNumber(), "Dưới số này")}
}

func sheetTables() []table {
	return []table{
		{id: "sheet", help: "Bảng điểm", keys: sheetKeys()},
		{id: "clamp", help: "Khoảng của tổng điểm", keys: clampKeys()},
		{id: "scorer", help: "Một người chấm", keys: scorerKeys()},
		{id: "sheet_group", help: "Một nhóm tiêu chí", keys: sheetGroupKeys(), oneOf: []string{"criteria", "lines"}},
		{id: "criterion", help: "Một tiêu chí gồm nhiều dòng", keys: criterionKeys()},
		{id: "sheet_line", help: "Một dòng", keys: sheetLineKeys(), calls: map[string][]string{"share_of": {"share"}}},
		{id: "line_option", help: "Một mức", keys: optionKeys("points")},
		{id: "line_level", help: "Một mức", keys: optionKeys("percent")},
		{id: "measure", help: "Một phần đo", keys: measureKeys()},
		{id: "line_minus", help: "Phần bị bớt", keys: minusKeys()},
		{id: "line_part", help: "Một phần đo với tỷ trọng", keys: linePartKeys()},
		{id: "line_table", help: "Bảng tra điểm", keys: tableLineKeys()},
		{id: "table_row", help: "Một mức của bảng tra", keys: tableRowKeys()},
		{id: "line_ranges", help: "Các khoảng điểm", keys: rangesKeys()},
		{id: "range_row", help: "Một khoảng điểm", keys: rangeRowKeys()},
		{id: "line_mean", help: "Trung bình cộng", keys: meanKeys()},
		{id: "full_when", help: "Ai được đủ điểm", keys: fullWhenKeys()},
		{id: "covers", help: "Khoảng mà lời văn của mức nói tới; máy nhắc chỗ hở, chỗ chồng nhau giữa các mức", keys: coversKeys(), least: 1},
	}
}
