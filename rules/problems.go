package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// One constructor per code. R200-R219: what the text of a rule file shows (here);
// R220-R279 belong to package evaluate; R280-R299: cases (problemscases.go), and
// frozen editions, periods and parts that do not fit (problemslibrary.go).

func ruleError(code evaluate.Code, at evaluate.Origin, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: code, At: at, Message: message, Hint: hint}
}

func related(p evaluate.Problem, at evaluate.Origin, note string) evaluate.Problem {
	p.Related = append(p.Related, evaluate.Related{At: at, Note: note})
	return p
}

func problemSyntax(at evaluate.Origin, libraryMessage string) evaluate.Problem {
	what, hint := syntaxWords(libraryMessage)
	return ruleError("R200", at, "tệp không đúng cú pháp YAML: "+what, hint)
}

// What a rule file may be refused for before it is read.
const (
	whyTooBig = "tệp quá lớn"
	whyNotUTF = "tệp không phải là văn bản UTF-8"
	whyEmpty  = "tệp trống"
	// whyMissing also covers folders that may not be read.
	whyMissing = "không mở được"
)

// YAML's conveniences that rule files do without.
const (
	featureDocuments = "nhiều tài liệu trong một tệp (---)"
	featureAnchors   = "dấu & và * (neo và tham chiếu)"
	featureTags      = "thẻ kiểu bắt đầu bằng dấu !"
	featureKeys      = "khóa ghép, khóa ? và khóa <<"
	featureOther     = "cách viết này của YAML"
)

// syntaxWords says in Vietnamese what the YAML library says in English.
func syntaxWords(message string) (what, hint string) {
	for _, w := range [...]struct{ part, what, hint string }{
		{"end character of double-quoted", "dấu ngoặc kép mở ra mà không đóng lại", "thêm dấu \" ở cuối câu"},
		{"end character of single-quoted", "dấu nháy đơn mở ra mà không đóng lại", "thêm dấu ' ở cuối câu"},
		{"'}'", "dấu { mở ra mà không đóng lại đúng chỗ", "thêm dấu } hoặc dấu phẩy còn thiếu"},
		{"flow map content", "dấu { mở ra mà không đóng lại đúng chỗ", "thêm dấu } hoặc dấu phẩy còn thiếu"},
		{"']'", "dấu [ mở ra mà không đóng lại đúng chỗ", "thêm dấu ] hoặc dấu phẩy còn thiếu"},
		{"mapping value is not allowed", "có dấu hai chấm ở chỗ không được phép", "đặt câu có dấu hai chấm giữa hai dấu \" thẳng (không phải “ ”); thụt các mục cùng cấp vào bằng nhau"},
		{"is a reserved character", "câu bắt đầu bằng một ký tự YAML dành riêng", "đặt câu trong ngoặc kép"},
		{"cannot start any token", "có ký tự không được phép ở đầu dòng", "dùng dấu cách, không dùng phím Tab"},
		{"value is not allowed in this context", "dòng thụt lề không khớp với dòng trên", "thụt các mục cùng cấp vào bằng nhau"},
		{"non-map value", "thiếu dấu hai chấm sau tên mục", "ghi tên mục, dấu hai chấm, dấu cách rồi nội dung"},
		{"unexpected key name", "thiếu dấu hai chấm sau tên mục", "ghi tên mục, dấu hai chấm, dấu cách rồi nội dung"},
		{"implicit line break", "tên mục bị ngắt sang dòng khác", "viết tên mục trên một dòng"},
	} {
		if strings.Contains(message, w.part) {
			return w.what, w.hint
		}
	}
	return "không đọc được đoạn này", "xem lại dấu hai chấm, thụt lề và ngoặc kép quanh đây"
}

func problemTab(at evaluate.Origin) evaluate.Problem {
	return ruleError("R201", at, "dòng thụt lề bằng phím Tab", "thay mỗi Tab ở đầu dòng bằng dấu cách")
}

func problemFeature(at evaluate.Origin, what string) evaluate.Problem {
	return ruleError("R202", at, "tệp quy tắc không dùng "+what, "viết đầy đủ nội dung tại chỗ, mỗi tệp một tài liệu")
}

func problemUnknownKey(at evaluate.Origin, key string, allowed []string) evaluate.Problem {
	return ruleError("R203", at, fmt.Sprintf("không có mục %q ở đây", key),
		evaluate.AskNearest(key, allowed, unknownKeyHint(key, allowed)))
}

// unknownKeyHint knows the signs that stand for comparisons elsewhere.
func unknownKeyHint(key string, allowed []string) string {
	signs := map[string]evaluate.Op{">=": evaluate.OpAtLeast, "≥": evaluate.OpAtLeast, "<=": evaluate.OpAtMost, "≤": evaluate.OpAtMost,
		">": evaluate.OpMoreThan, "<": evaluate.OpLessThan, "=": evaluate.OpEquals, "==": evaluate.OpEquals}
	switch op := string(signs[key]); {
	case key == "levels" && slices.Contains(allowed, "percent"):
		return "các mức cho tỷ lệ phần trăm viết trong percent: percent: {levels: [{label: …, percent: 100}, …]}; các mức cho điểm thì dùng options"
	case op != "" && slices.Contains(allowed, op):
		return fmt.Sprintf("so sánh viết bằng chữ: %s: …", op)
	case slices.Contains(allowed, string(evaluate.OpAtLeast)):
		return "so sánh thì dùng " + strings.Join(operators(), ", ") + "; nếu không thì bỏ mục này"
	}
	return "bỏ mục này, hoặc xem các mục được dùng trong rules/README.md"
}

func problemRepeatedKey(at, first evaluate.Origin, key string) evaluate.Problem {
	return related(ruleError("R204", at, fmt.Sprintf("mục %q được ghi hai lần", key), "giữ một lần, bỏ lần kia"), first, "lần đầu ở đây")
}

func problemShape(at evaluate.Origin, key, want string) evaluate.Problem {
	return ruleError("R205", at, fmt.Sprintf("mục %q phải là %s", key, want), "sửa lại cách viết theo ví dụ trong rules/README.md")
}

// What a node of a rule file should have been, in words.
const (
	shapeMapping = "các mục có tên (tên: nội dung)"
	shapeList    = "một danh sách (mỗi mục bắt đầu bằng dấu gạch -)"
	shapeScalar  = "một câu hoặc một giá trị"
)

const codeMissing evaluate.Code = "R206"

func problemMissing(at evaluate.Origin, key string) evaluate.Problem {
	return ruleError(codeMissing, at, fmt.Sprintf("thiếu mục %q", key), fmt.Sprintf("thêm %s: …", key))
}

func problemComma(at evaluate.Origin, text string) evaluate.Problem {
	hint := "đặt cả câu trong ngoặc kép, hoặc viết mỗi mục một dòng"
	if _, err := evaluate.ParseNum(text); err == nil {
		hint = "số thập phân thì dùng dấu chấm, ví dụ 0.5; nếu là lời văn thì đặt cả câu trong ngoặc kép"
	} else if strings.ContainsAny(text, "“”") {
		hint = "dấu “ ” không phải ngoặc kép của tệp quy tắc: đặt cả câu giữa hai dấu \" thẳng"
	}
	return ruleError("R207", at, fmt.Sprintf("dấu phẩy trong {…} đã cắt câu làm hai; phần sau là %q", text), hint)
}

func problemNumber(at evaluate.Origin, key, got string) evaluate.Problem {
	hint := "ghi số với dấu chấm thập phân, ví dụ 89.9, hoặc tỷ lệ như 30%"
	if point := strings.Replace(got, ",", ".", 1); point != got {
		if _, err := evaluate.ParseNum(point); err == nil {
			hint = "dấu thập phân là dấu chấm: ghi " + point
		}
	}
	return ruleError("R208", at, fmt.Sprintf("mục %q phải là một số, không phải %q", key, got), hint)
}

func problemChoice(at evaluate.Origin, key, got string, allowed []string) evaluate.Problem {
	return ruleError("R209", at, fmt.Sprintf("mục %q không nhận giá trị %q", key, got), evaluate.AskNearest(got, allowed, "dùng một trong: "+strings.Join(allowed, ", ")))
}

func problemDate(at evaluate.Origin, key, got string) evaluate.Problem {
	return ruleError("R210", at, fmt.Sprintf("mục %q phải là một ngày có thật, không phải %q", key, got), "ghi năm-tháng-ngày, ví dụ 2025-12-31")
}

func problemPeriod(at evaluate.Origin, key, got string) evaluate.Problem {
	return ruleError("R211", at, fmt.Sprintf("mục %q phải là một kỳ đánh giá, không phải %q", key, got),
		"ghi 2025, 2026-Q3, 2018-06 hoặc 2020-2025")
}

func problemDepth(at evaluate.Origin) evaluate.Problem {
	return ruleError("R212", at, "các mục lồng nhau quá sâu", "tách thành nhiều điều kiện ngắn hơn")
}

func problemNesting(at evaluate.Origin) evaluate.Problem {
	return ruleError("R213", at, "all, any, not lồng nhau quá hai lớp", "tách thành nhiều điều kiện, mỗi điều kiện một mã")
}

func problemTwoForms(at evaluate.Origin, first, second string) evaluate.Problem {
	return ruleError("R214", at, fmt.Sprintf("một điều kiện không thể vừa có %q vừa có %q", first, second),
		"dùng all hoặc any để ghép hai điều kiện")
}

func problemExtends(at evaluate.Origin, ref string, known []string) evaluate.Problem {
	return ruleError("R215", at, fmt.Sprintf("không có bộ quy tắc %q để kế thừa", ref),
		evaluate.AskNearest(ref, known, "ghi mã@phiên bản của một bộ quy tắc có thật, không kế thừa vòng tròn"))
}

func problemDrop(at evaluate.Origin, id string, known []string) evaluate.Problem {
	return ruleError("R216", at, fmt.Sprintf("bộ quy tắc gốc không có mục %q để bỏ", id), evaluate.AskNearest(id, known, "sửa lại mã, xem bằng lệnh rules show"))
}

func problemDropUncited(at evaluate.Origin, id string) evaluate.Problem {
	return ruleError("R217", at, fmt.Sprintf("bỏ mục %q mà không nêu căn cứ", id), "thêm cite: {source: …, place: …} của văn bản cho phép bỏ")
}

func problemFileName(at evaluate.Origin, want string) evaluate.Problem {
	return ruleError("R218", at, "tên tệp không khớp với mã ghi trong tệp", fmt.Sprintf("đổi tên tệp thành %s, hoặc sửa mã", want))
}

func problemPlace(at evaluate.Origin) evaluate.Problem {
	return ruleError("R219", at, "không biết tệp này dùng để làm gì", "đặt tệp .yaml vào sets, sheets, forms, papers hoặc cases; từ vựng ghi trong facts.yaml")
}

func problemUnreadable(at evaluate.Origin, why string) evaluate.Problem {
	return ruleError("R294", at, "không đọc được tệp quy tắc: "+why, "lưu lại tệp dạng văn bản UTF-8, dưới 1 MB")
}
