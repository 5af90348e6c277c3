package rules

import "slices"

// Keys of worked cases.

// commonKeys may stand at the head of a case file and in a single case.
func commonKeys() []key {
	return []key{
		may("rules", aText(), "Bộ quy tắc được thử, ghi mã@phiên-bản"),
		may("reference_date", aDay(), "Ngày chốt số liệu"),
		may("period", aPeriod(), "Kỳ đánh giá; không ghi thì là kỳ có ngày chốt"),
		may("switches", listOf(aText()), "Các công tắc được bật"),
	}
}

func casesKeys() []key {
	return slices.Concat([]key{schemaKey()}, commonKeys(), []key{
		may("presets", namedBy(aMapping("preset")), "Tình huống mẫu, đặt tên để dùng lại ở base"),
		must("cases", mappings("case"), "Các trường hợp"),
	})
}

// sceneKeys describe a situation.
func sceneKeys() []key {
	var others []key
	for _, r := range stagedRelations() {
		others = append(others, may(r, mappings("related"), "Chủ thể liên quan theo quan hệ này; [] là không có ai"))
	}
	return slices.Concat(ownSceneKeys(), others)
}

func ownSceneKeys() []key {
	return []key{
		may("base", listOf(aText()), "Các tình huống mẫu, lấy theo thứ tự"),
		may("lines", namedBy(aTextOrBlank()), "Giá trị từng dòng của bảng điểm; all: full cho mọi dòng điểm cao nhất, không trừ; all: none thì không điểm nào, trừ hết mức"),
		may("facts", namedBy(aTextOrBlank()), "Dữ kiện; ghi \"\" để bỏ trống"),
		may("score", aNumber(), "Tổng điểm cho thẳng"),
		may("org", aMapping("case_org"), "Tổ chức được xếp loại, hoặc tổ chức nơi đảng viên sinh hoạt"),
		may("members", mappings("related"), "Đảng viên của tổ chức"),
		may("children", mappings("related"), "Tổ chức trực thuộc"),
		may("group", mappings("related"), "Nhóm để xét tỷ lệ"),
		may("uplift", aFlag(), "true: đã có quyết định nâng tỷ lệ"),
		may("uplift_by", namedBy(aTextOrBlank()), "Quyết định nâng tỷ lệ chỉ ghi ở các cột này của tổ chức"),
	}
}

func caseKeys() []key {
	return slices.Concat([]key{
		must("name", aText(), "Tên trường hợp"),
		may("number", aText(), "Số của ví dụ trong tài liệu"),
		may("mark", aCode(standings()...), "Độ tin cậy của ví dụ, khi không phải chính văn bản nói"),
	}, commonKeys(), sceneKeys(), []key{must("expect", aMapping("expect"), "Kết quả phải có; chỉ ghi đúng những gì văn bản nói")})
}

func caseOrgKeys() []key {
	return []key{
		may("level", aCode(orgLevels()...), "Loại tổ chức trong hệ thống"),
		may("founded", aDay(), "Ngày thành lập"),
		may("predecessor", aFlag(), "true: là tổ chức kế tục"),
		may("grade", aText(), "Mức xếp loại của tổ chức nơi đảng viên sinh hoạt"),
		may("facts", namedBy(aTextOrBlank()), "Dữ kiện của tổ chức"),
	}
}

func relatedKeys() []key {
	return []key{
		may("times", aWhole(), "Bao nhiêu chủ thể như thế"),
		may("grade", aText(), "Mức xếp loại"),
		may("open", listOf(aText()), "Các mức còn có thể"),
		may("not_rated", aFlag(), "true: không xếp loại"),
		may("score", aNumber(), "Tổng điểm"),
		may("facts", namedBy(aTextOrBlank()), "Dữ kiện"),
		may("lines", namedBy(aTextOrBlank()), "Giá trị từng dòng của bảng điểm"),
	}
}

// expectationKeys are what a case may demand. The text of a regulation often
// says less than a grade; each key claims just as much as the text.
func expectationKeys() []key {
	return []key{
		may("grade", aText(), "Mức tính được"),
		may("at_most", aText(), "Không cao hơn mức này"),
		may("not", textOrTexts(), "Không phải mức này, và không còn có thể"),
		may("suggests", aText(), "Mức gợi ý khi phải xem xét; none: không gợi ý"),
		may("not_rated", aText(), "exempt miễn hoặc deferred chưa xếp loại"),
		may("rejected", textOrTexts(), "Giá trị ghi cho các dòng hoặc dữ kiện này không được nhận khi đọc tệp: sai bước điểm, ngoài khoảng, không có trong danh sách"),
		may("problem", textOrTexts(), "Mã lỗi dữ liệu phải báo; none: không lỗi"),
		may("effective", aText(), "Mức có hiệu lực sau đề nghị, quyết định"),
		may("score", aText(), "Tổng điểm"),
		may("points", namedBy(aText()), "Điểm từng phần của bảng điểm"),
		may("cap", aMapping("cap_figures"), "Số liệu của một tỷ lệ khống chế"),
		may("review", aFlag(), "true: phải có người xem xét"),
		may("review_due", aFlag(), "true: không xếp loại nhưng vẫn phải kiểm điểm"),
		may("flagged", aFlag(), "true: đề nghị cao hơn mức tính được"),
		may("undecided", textOrTexts(), "Chưa kết luận được, thiếu những dữ kiện này"),
		may("waits_for", textOrTexts(), "Còn chờ những dữ kiện này"),
		may("possible", textOrTexts(), "Đúng các mức còn có thể"),
		may("fires", textOrTexts(), "Quy định có tác dụng"),
		may("does_not_fire", textOrTexts(), "Quy định không có tác dụng"),
		may("holds", textOrTexts(), "Điều kiện đạt"),
		may("fails", textOrTexts(), "Điều kiện không đạt"),
		may("unknown", textOrTexts(), "Điều kiện chưa rõ"),
		may("not_applicable", textOrTexts(), "Điều kiện không áp dụng"),
	}
}

func capFigureKeys() []key {
	return []key{
		must("id", aText(), "Mã của tỷ lệ"),
		may("base", aText(), "Mẫu số; còn người chưa rõ thì ghi khoảng, ví dụ 2..6"),
		may("allowed_as_listed", aText(), "Số được phép theo danh sách"),
		may("allowed", aText(), "Số được phép nếu hạ xuống mức liền kề"),
		may("have", aText(), "Số hiện có"),
		may("over", aText(), "Số vượt"),
		may("group", aText(), "Nhóm tương đồng được hỏi; không ghi thì nhóm đầu tiên"),
		may("good_only", aText(), "Số được phép nếu tính trên số xếp mức ở below"),
		may("good_or_better", aText(), "Số được phép nếu tính trên số từ mức ở below trở lên"),
		may("all_rated", aText(), "Số được phép nếu tính trên tất cả"),
		may("one_more", aText(), "Thêm mấy người trong mẫu số thì được thêm một"),
	}
}

func caseTables() []table {
	return []table{
		{id: "cases", help: "Trường hợp mẫu", keys: casesKeys(), here: []string{"rules", "reference_date"}, eachOf: "cases"},
		{id: "preset", help: "Một tình huống mẫu", keys: sceneKeys()},
		{id: "case", help: "Một trường hợp", keys: caseKeys()},
		{id: "case_org", help: "Tổ chức", keys: caseOrgKeys()},
		{id: "related", help: "Một số chủ thể như nhau", keys: relatedKeys()},
		{id: "expect", help: "Kết quả phải có", keys: expectationKeys(), least: 1},
		{id: "cap_figures", help: "Số liệu của một tỷ lệ", keys: capFigureKeys()},
	}
}
