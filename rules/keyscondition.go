package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Keys of conditions: what is looked at, how it is compared, and what goes with
// some of them.

// formKeys say what a condition looks at; exactly one of them stands in each.
func formKeys() []key {
	return []key{
		may("fact", aText(), "Dữ kiện được hỏi"),
		may("part", aText(), "Tử số của một tỷ lệ giữa hai số đếm; mẫu số ghi ở of"),
		may("every", aText(), "Mọi tiêu chí của nhóm này"),
		may("some", aText(), "Ít nhất một tiêu chí của nhóm này"),
		may("count", aCode(relations()...), "Đếm những chủ thể khác: members đảng viên, children tổ chức trực thuộc, subtree_members đảng viên các cấp dưới, organization tổ chức nơi sinh hoạt"),
		may("months_since", aText(), "Số tháng từ ngày này đến ngày chốt"),
		may("grade", aMapping("grade_test"), "Mức xếp loại của chủ thể được đếm; chỉ dùng trong where"),
		may("profile", aText(), "Thuộc đối tượng này của bảng profiles"),
		may("points", aText(), "Điểm của một nhóm, tiêu chí hay dòng của bảng điểm; total tổng điểm, each_line mọi dòng, each_criterion mọi tiêu chí"),
		may("all", mappings("condition"), "Tất cả đều đúng"),
		may("any", mappings("condition"), "Ít nhất một điều đúng"),
		may("first_known", mappings("condition"), "Lấy điều đầu tiên có số liệu"),
		may("not", aMapping("condition"), "Điều ngược lại"),
	}
}

// operatorKeys compare; at most one of them stands in a condition.
func operatorKeys() []key {
	return []key{
		may(string(evaluate.OpEquals), aText(), "Là giá trị này"),
		may(string(evaluate.OpOneOf), listOf(aText()), "Là một trong các giá trị"),
		may(string(evaluate.OpAtLeast), aText(), "Từ mức, số hoặc tỷ lệ này trở lên"),
		may(string(evaluate.OpAtMost), aText(), "Không quá mức, số hoặc tỷ lệ này"),
		may(string(evaluate.OpMoreThan), aText(), "Trên mức, số hoặc tỷ lệ này"),
		may(string(evaluate.OpLessThan), aText(), "Dưới mức, số hoặc tỷ lệ này"),
		may(string(evaluate.OpBefore), aText(), "Trước ngày này; cũng dùng được period_start, period_end, reference_date"),
		may(string(evaluate.OpAfter), aText(), "Sau ngày này; cũng dùng được period_start, period_end, reference_date"),
		may(string(evaluate.OpGiven), aCode("true"), "Có ghi gì đó"),
	}
}

// companionKeys go with some forms only.
func companionKeys() []key {
	return []key{
		may("of", aText(), "Mẫu số của tỷ lệ"),
		may("where", aMapping("condition"), "Điều kiện của những chủ thể được đếm"),
		may("share", aMapping("comparison"), "Tỷ lệ phải đạt, ví dụ {at_least: 80%}"),
		may("number", aMapping("comparison"), "Số lượng phải đạt, ví dụ {at_least: 1}"),
		may("when_none", aCode("holds", "fails", "unknown", "not_applicable"), "Hiểu thế nào khi mẫu số bằng không: đạt, không đạt, chưa rõ, không áp dụng"),
	}
}

func conditionKeys() []key { return slices.Concat(formKeys(), operatorKeys(), companionKeys()) }

// gradeTestKeys are the comparisons that grades of others know.
func gradeTestKeys() []key {
	return slices.DeleteFunc(operatorKeys(), func(k key) bool {
		return !slices.Contains([]string{string(evaluate.OpEquals), string(evaluate.OpAtLeast), string(evaluate.OpAtMost)}, k.name)
	})
}

func conditionTables() []table {
	return []table{
		{id: "condition", help: "Một điều kiện: hỏi đúng một thứ", keys: conditionKeys(), oneOf: forms(),
			companions: conditionCompanions, calls: map[string][]string{"part": {"of"}, "count": {"where"}}},
		{id: "comparison", help: "Một phép so sánh", keys: operatorKeys(), least: 1, most: 1},
		{id: "grade_test", help: "So sánh với một mức xếp loại", keys: gradeTestKeys(), least: 1, most: 1},
	}
}

// conditionCompanions is formsWith for every key that is no form itself.
func conditionCompanions(key string) []string {
	if slices.Contains(forms(), key) {
		return nil
	}
	return formsWith(key)
}
