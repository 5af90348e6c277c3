package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Keys of rule sets.

// centralKeys must stand in a set that extends no other.
func centralKeys() []string {
	return []string{"title", "kind", "track", "granularity", "in_force", "sources", "scale", "ladder", "fall_through"}
}

func setKeys() []key {
	return []key{
		schemaKey(),
		must("id", aText(), "Mã của bộ quy tắc, chữ không dấu; tên tệp là MÃ@PHIÊN-BẢN.yaml"),
		must("edition", aText(), "Phiên bản bản ghi của mình, ví dụ 2025-r1; đã phát hành thì không sửa, muốn sửa thì lập phiên bản mới"),
		may("extends", aText(), "Bộ quy tắc được kế thừa, ghi mã@phiên-bản; chỉ phải ghi phần khác"),
		may("supersedes", aText(), "Phiên bản trước của chính bộ này, được phiên bản này thay ở mọi đợt không nêu đích danh nó"),
		may("inherited_standing", aCode(inheritedStandings()...), "Mọi phần kế thừa không chắc hơn mức này, ví dụ stand_in khi lời văn của bộ gốc chỉ là mượn tạm; phần vốn kém chắc hơn giữ nguyên"),
		may("local", aFlag(), "true: bộ của địa phương đứng riêng, chỉ có hiệu lực ở đợt đánh giá nào có chọn nó"),
		may("title", aText(), "Tên của bộ quy tắc, in trên mọi kết quả"),
		may("kind", aCode(kinds()...), "Loại chủ thể được xếp loại"),
		may("track", aCode(tracks()...), "Hệ: party đảng, state nhà nước, task mức độ hoàn thành nhiệm vụ"),
		may("granularity", aCode(granularities()...), "Loại kỳ đánh giá: năm, quý, tháng, nhiệm kỳ"),
		may("in_force", aMapping("in_force"), "Các kỳ đánh giá mà bộ quy tắc có hiệu lực"),
		may("sources", namedBy(aMapping("source")), "Các văn bản làm căn cứ, mỗi văn bản một mã để trích ở cite"),
		may("scale", mappings("rung"), "Thang mức, từ cao xuống thấp"),
		may("columns", listOf(aText()), "Dữ kiện chỉ hiện trên biểu mẫu, không quy định nào hỏi tới"),
		may("groups", namedBy(aMapping("fact_group")), "Nhóm tiêu chí, để hỏi bằng every hoặc some"),
		may("profiles", mappings("profile"), "Bảng chọn đối tượng và bảng điểm; dòng đúng đầu tiên được chọn"),
		may("not_rated", mappings("not_rated"), "Trường hợp không hoặc chưa xếp loại"),
		may("bars", mappings("bar"), "Trường hợp bị xếp mức thấp nhất"),
		may("ladder", mappings("ladder"), "Từng mức, từ cao xuống thấp: khung điểm và điều kiện"),
		may("fall_through", aMapping("fall_through"), "Xếp thế nào khi không khớp mức nào"),
		may("sanctions", mappings("sanction"), "Giới hạn mức, hạ mức, xếp thẳng"),
		may("rests_on", mappings("rest"), "Mức của ai phải có trước và phải được cân nhắc, khi văn bản không cho công thức; không đổi mức"),
		may("notices", mappings("rule"), "Điều cần xem xét thêm (ví dụ đề nghị thay thế); nói bên cạnh kết quả, không đổi mức"),
		may("votes", mappings("vote"), "Biểu quyết, bỏ phiếu đứng sau đề nghị của từng cấp: biểu mẫu có cột kiểm phiếu; có majority thì đề nghị phải đủ số phiếu"),
		may("explain_difference", aMapping("explain_difference"), "Tự đánh giá và thẩm định lệch nhau đến đâu thì phải ghi lý do"),
		may("sanction_order", listOf(aCode(words(evaluate.SanctionEffects())...)), "Thứ tự: hạ mức, không cao hơn, xếp thẳng; không ghi thì theo thứ tự ấy"),
		may("caps", mappings("cap"), "Tỷ lệ khống chế; chỉ nêu ra, không tự hạ ai"),
		may("drop", mappings("drop"), "Phần của bộ gốc được bỏ, có căn cứ"),
	}
}

func citedKeys() []key { return []key{citeKey(), standingKey()} }

// ruleKeys are what every citable rule has.
func ruleKeys() []key {
	return []key{
		must("id", aText(), "Mã của quy định, không trùng trong bộ; dùng để thay, để bỏ và trong trường hợp mẫu"),
		must("text", aText(), "Quy định bằng lời, như sẽ in cho mọi người đọc"),
		citeKey(), standingKey(), noteKey(),
		whenKey("Điều kiện: đúng thì quy định có tác dụng (hoặc được coi là đạt)"),
		may("applies_when", aMapping("condition"), "Chỉ áp dụng cho ai; với người khác quy định này không áp dụng và không vướng"),
		may("switch", aText(), "Tên công tắc trong xeploai.yaml bật quy định này lên"),
		may("default", aCode("on", "off"), "Khi chưa ai bật công tắc: on có hiệu lực, off không"),
	}
}

func notRatedKeys() []key {
	return slices.Concat(ruleKeys(), []key{
		must("class", aCode(classes()...), "exempt: miễn, không xếp loại; deferred: chưa xếp loại"),
		may("review_due", aFlag(), "true: vẫn phải kiểm điểm"),
		countsAsKey(),
	})
}

func countsAsKey() key {
	return may("counts_as", aText(), "Mã lý do để biểu thống kê đếm (because)")
}

func sanctionKeys() []key {
	// A bound by related subjects needs no condition of its own.
	keys := slices.DeleteFunc(ruleKeys(), func(k key) bool { return k.name == "when" })
	when := whenKey("Khi nào; bỏ trống với not_above_of là mọi người")
	when.must = false
	return slices.Concat(append(keys, when), sanctionEffectKeys())
}

// sanctionEffectKeys say what a sanction does; exactly one of them stands in it.
func sanctionEffectKeys() []key {
	return []key{
		may("lower_by", aWhole(), "Hạ mấy mức"),
		may("not_above", aText(), "Không cao hơn mức này"),
		may("not_above_fact", aText(), "Không cao hơn mức ghi ở dữ kiện này"),
		may("not_above_of", aCode(relations()...), "Không cao hơn mức xếp loại của chủ thể liên quan này"),
		may("forced", aText(), "Xếp thẳng mức này"),
	}
}

// restKeys are those of a rule without a condition or a switch: nothing is
// computed by it.
func restKeys() []key {
	keys := slices.DeleteFunc(ruleKeys(), func(k key) bool { return k.name == "when" || k.name == "switch" || k.name == "default" })
	return append(keys, must("of", aCode(relations()...), "Mức xếp loại của ai: quan hệ dẫn tới họ"))
}

func barKeys() []key {
	return slices.Concat(ruleKeys(), []key{
		countsAsKey(),
		may("exceptions", mappings("rule"), "Trừ trường hợp: đúng thì không bị xếp mức thấp nhất"),
		may("relief", aMapping("rule"), "Cấp có thẩm quyền xem xét: đúng thì con người quyết định"),
	})
}

func profileKeys() []key {
	return []key{
		must("id", aText(), "Mã của đối tượng, để hỏi bằng {profile: MÃ}"),
		must("text", aText(), "Đối tượng bằng lời"),
		may("sheet", aText(), "Mã bảng điểm của đối tượng này"),
		citeKey(), standingKey(),
		may("when", aMapping("condition"), "Ai thuộc đối tượng này; bỏ trống là mọi người còn lại (chỉ ở dòng cuối)"),
		may("override", aFlag(), "true: văn phòng tự chọn, sẽ được nói rõ trên kết quả"),
	}
}

func ladderKeys() []key {
	return []key{
		must("rung", aText(), "Mã của mức, như trong scale"),
		may("cite", aMapping("cite"), "Căn cứ của mức này"),
		may("band", aMapping("band"), "Khung điểm của mức"),
		may("needs", mappings("rule"), "Điều kiện của mức; phải đạt tất cả"),
		may("judgements", mappings("judgement"), "Yêu cầu chỉ con người cân nhắc được; không có cột"),
	}
}

func bandKeys() []key {
	return []key{
		may("from", aNumber(), "Từ điểm này"),
		may("from_excluded", aFlag(), "true: trên điểm này, không kể đúng điểm"),
		may("to", aNumber(), "Dưới điểm này"),
		may("to_included", aFlag(), "true: đến hết điểm này"),
		citeKey(), standingKey(),
	}
}

func judgementKeys() []key {
	return []key{
		must("id", aText(), "Mã của yêu cầu"),
		must("text", aText(), "Yêu cầu bằng lời"),
		citeKey(), standingKey(),
	}
}

func capKeys() []key {
	return []key{
		must("id", aText(), "Mã của tỷ lệ"),
		may("text", aText(), "Quy định về tỷ lệ bằng lời"),
		citeKey(), standingKey(), noteKey(),
		must("rung", aText(), "Mức bị khống chế"),
		may("below", aText(), "Mức liền dưới, để lấy mẫu số"),
		must("base", aCode(capBases()...), "Mẫu số: good_only số được xếp mức ở below, good_or_better từ mức ấy trở lên, all_rated tất cả, at_rung chính số được xếp mức ấy (cùng only)"),
		must("rate", aNumber(), "Tỷ lệ, ví dụ 20%"),
		must("rounding", aCode(roundings()...), "floor làm tròn xuống; half_up từ nửa trở lên làm tròn lên"),
		must("within", aCode(capScopes()...), "Tính trong từng tổ chức cơ sở đảng hay trong toàn đợt"),
		may("by", aText(), "Dữ kiện chia nhóm tương đồng"),
		may("default_by", aText(), "Dữ kiện chia nhóm cho những ai để trống dữ kiện ở by"),
		may("exclude", aMapping("condition"), "Ai không tính vào tử số và mẫu số"),
		may("only", aMapping("condition"), "Chỉ tính những ai đạt điều kiện này, trong số được xếp mức ấy"),
		may("uplift", aMapping("uplift"), "Tỷ lệ cao hơn khi có quyết định"),
		may("merit", mappings("merit"), "Thứ tự xét khi vượt tỷ lệ"),
	}
}

func upliftKeys() []key {
	return []key{
		must("rate", aNumber(), "Tỷ lệ được nâng đến, ví dụ 25%"),
		must("granted_by", aText(), "Dữ kiện ghi số quyết định cho nâng tỷ lệ"),
		may("text", aText(), "Quy định bằng lời"),
		citeKey(), standingKey(),
	}
}

func meritKeys() []key {
	return []key{
		may("score", aFlag(), "true: theo tổng điểm"),
		may("points", aText(), "Theo điểm của phần này trong bảng điểm"),
		may("fact", aText(), "Theo dữ kiện này"),
		may("ascending", aFlag(), "true: nhỏ đứng trước"),
	}
}

func inForceKeys() []key {
	return []key{
		must("from", aPeriod(), "Kỳ đánh giá đầu tiên, ví dụ \"2025\" hoặc 2026-Q3"),
		may("to", aPeriod(), "Kỳ đánh giá cuối cùng; bỏ trống là đến nay"),
		may("except", listOf(aWhole()), "Số của quý hoặc tháng không xếp loại riêng, ví dụ [4]"),
	}
}

func sourceKeys() []key {
	return []key{
		must("number", aText(), "Số, ký hiệu văn bản"),
		may("date", aDay(), "Ngày ban hành, ví dụ 2025-08-30"),
		may("title", aText(), "Tên văn bản"),
	}
}

func factGroupKeys() []key {
	return []key{
		must("label", aText(), "Tên nhóm tiêu chí"),
		must("facts", listOf(aText()), "Các dữ kiện trong nhóm"),
	}
}

func rungKeys() []key {
	return []key{
		must("rung", aText(), "Mã của mức"),
		must("label", aText(), "Tên mức như văn bản ghi"),
		may("short", aText(), "Tên viết tắt, dùng trên biểu"),
		may("statutory", aCode(statutoryGrades()...), "Mức tương đương trong bốn mức luật định; bỏ trống nếu không có"),
	}
}

func fallKeys() []key {
	return []key{
		must("to", aText(), "review con người xem xét; step_down xuống mức liền dưới đủ điều kiện; lowest mức thấp nhất; hoặc mã một mức"),
		citeKey(), standingKey(), noteKey(),
	}
}

func dropKeys() []key {
	return []key{
		must("id", aText(), "Mã của phần được bỏ"),
		must("cite", aMapping("cite"), "Căn cứ cho phép bỏ"),
		noteKey(),
	}
}

func citeKeys() []key {
	return []key{
		must("source", aText(), "Mã văn bản trong sources"),
		must("place", aText(), "Điều, khoản, điểm; đặt trong ngoặc kép nếu có dấu phẩy"),
	}
}

func setTables() []table {
	return []table{
		{id: "set", help: "Bộ quy tắc xếp loại", keys: setKeys(), withoutParent: centralKeys(), calls: map[string][]string{"inherited_standing": {"extends"}}},
		{id: "in_force", help: "Kỳ có hiệu lực", keys: inForceKeys()},
		{id: "source", help: "Một văn bản làm căn cứ", keys: sourceKeys()},
		{id: "rung", help: "Một mức của thang", keys: rungKeys()},
		{id: "fact_group", help: "Một nhóm tiêu chí", keys: factGroupKeys()},
		{id: "cite", help: "Căn cứ", keys: citeKeys()},
		{id: "rule", help: "Một quy định", keys: ruleKeys()},
		{id: "profile", help: "Một đối tượng", keys: profileKeys()},
		{id: "not_rated", help: "Một trường hợp không xếp loại", keys: notRatedKeys()},
		{id: "bar", help: "Một trường hợp bị xếp mức thấp nhất", keys: barKeys()},
		{id: "ladder", help: "Một mức với khung điểm và điều kiện", keys: ladderKeys()},
		{id: "band", help: "Khung điểm", keys: bandKeys()},
		{id: "judgement", help: "Một yêu cầu do con người cân nhắc", keys: judgementKeys()},
		{id: "fall_through", help: "Khi không khớp mức nào", keys: fallKeys()},
		{id: "sanction", help: "Giới hạn, hạ mức hoặc xếp thẳng; đúng một trong lower_by, not_above, not_above_fact, not_above_of, forced", keys: sanctionKeys(), oneOf: names(sanctionEffectKeys())},
		{id: "rest", help: "Mức của ai phải có trước và phải được cân nhắc", keys: restKeys()},
		{id: "vote", help: "Biểu quyết, bỏ phiếu cho một cột đề nghị", keys: voteKeys()},
		{id: "majority", help: "Số phiếu cần có cho một mức; đúng một trong at_least, more_than", keys: majorityKeys(), oneOf: names(majorityShareKeys())},
		{id: "explain_difference", help: "Chênh lệch phải ghi lý do", keys: differenceKeys()},
		{id: "cap", help: "Một tỷ lệ khống chế", keys: capKeys()},
		{id: "uplift", help: "Tỷ lệ được nâng", keys: upliftKeys()},
		{id: "merit", help: "Một tiêu chí xét thứ tự", keys: meritKeys()},
		{id: "drop", help: "Một phần được bỏ", keys: dropKeys()},
	}
}
