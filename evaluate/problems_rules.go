package evaluate

import (
	"fmt"
	"strings"
)

// R227-R279: mistakes that the typed rules show when they are compiled.

func problemWrongType(at Origin, id, want string) Problem {
	return ruleError("R227", at, fmt.Sprintf("phép so sánh với %q không hợp kiểu: cần %s", id, want),
		"xem kiểu của dữ kiện bằng `xeploai rules facts MÃ-DỮ-KIỆN`")
}

// wantDate is what a bound of days asks for.
const wantDate = "một ngày (not_after: cũng được một năm, là số nguyên không có đơn vị)"

func problemUnknownCode(at Origin, id, code string, known []string) Problem {
	return ruleError("R228", at, fmt.Sprintf("%q không phải là giá trị của %q", code, id),
		AskNearest(code, known, "dùng một trong: "+strings.Join(known, ", ")))
}

func problemUnknownProfile(at Origin, id string, known []string) Problem {
	return ruleError("R229", at, fmt.Sprintf("không dùng được đối tượng áp dụng %q ở đây", id),
		AskNearest(id, known, "dùng một mã đã khai báo trong profiles của bộ quy tắc này"))
}

func problemUnknownGroup(at Origin, id string, known []string) Problem {
	return ruleError("R230", at, fmt.Sprintf("không có nhóm tiêu chí %q", id), AskNearest(id, known, "khai báo nhóm trong groups"))
}

func problemUnknownRelation(at Origin, id string) Problem {
	return ruleError("R231", at, fmt.Sprintf("không đếm được theo quan hệ %q ở đây", id),
		"dùng một trong: members, children, subtree_members, organization; không lồng count trong count")
}

func problemGradeOutside(at Origin) Problem {
	return ruleError("R232", at, "chỉ được hỏi mức xếp loại của chủ thể khác, trong count.where",
		"đưa điều kiện này vào where của count")
}

func problemEmptyCondition(at Origin) Problem {
	return ruleError("R233", at, "điều kiện trống", "ghi fact, part, every, some, count, months_since, profile, all, any, first_known hoặc not")
}

func problemNoComparison(at Origin) Problem {
	return ruleError("R234", at, "điều kiện thiếu phép so sánh hoặc phép so sánh không dùng được ở đây",
		"thêm equals, one_of, at_least, at_most, more_than, less_than, before, after hoặc given")
}

func problemUnordered(at Origin, id string) Problem {
	return ruleError("R235", at, fmt.Sprintf("các giá trị của %q không có thứ tự cao thấp", id),
		"dùng equals hoặc one_of, hoặc khai báo ordered: true")
}

func problemNotPercent(at Origin, s string) Problem {
	return ruleError("R236", at, fmt.Sprintf("%q không phải là tỷ lệ phần trăm", s), "ghi kèm dấu %, ví dụ 30%")
}

func problemNoWhenNone(at Origin) Problem {
	return ruleError("R237", at, "điều kiện tỷ lệ chưa nói phải hiểu thế nào khi mẫu số bằng không",
		"thêm when_none: holds, fails, unknown hoặc not_applicable")
}

func problemUnits(at Origin, part, of string) Problem {
	return ruleError("R238", at, fmt.Sprintf("%q và %q không cùng đơn vị", part, of), "chỉ lập tỷ lệ giữa hai số cùng đơn vị")
}

func problemMonths(at Origin) Problem {
	return ruleError("R239", at, "months_since cần less_than hoặc at_least với một số tháng nguyên", "ví dụ less_than: 6")
}

func problemSum(at Origin, id string, have, want Num) Problem {
	return ruleError("R240", at, fmt.Sprintf("điểm của %q cộng lại là %s, khác điểm tối đa %s", id, VietnameseNumber(have), VietnameseNumber(want)),
		"sửa điểm tối đa của các dòng hoặc của nhóm cho khớp")
}

func problemNoCitation(at Origin, id string) Problem {
	return ruleError("R241", at, fmt.Sprintf("mục %q chưa có căn cứ", id), "thêm cite: {source: …, place: …}")
}

func problemUnknownSource(at Origin, id string, known []string) Problem {
	return ruleError("R242", at, fmt.Sprintf("không có văn bản %q trong sources", id), AskNearest(id, known, "khai báo văn bản trong sources"))
}

func problemNoStanding(at Origin, id, got string) Problem {
	return ruleError("R243", at, fmt.Sprintf("mục %q có độ tin cậy %q không hợp lệ", id, got),
		"ghi standing: quoted, second_hand, app, memory, interpretation, stand_in hoặc composed")
}

func problemSecondHandOn(at Origin, id string) Problem {
	return ruleError("R244", at, fmt.Sprintf("mục %q chỉ dựa vào lời người khác kể lại nên phải có công tắc và để tắt", id),
		"thêm switch: TÊN và default: off")
}

func problemNoText(at Origin, id string) Problem {
	return ruleError("R245", at, fmt.Sprintf("mục %q chưa có nội dung bằng lời", id), "thêm text")
}

func problemUnknownRung(at Origin, id string, scale Scale) Problem {
	return ruleError("R246", at, fmt.Sprintf("không có mức %q trong scale", id), AskNearest(id, scale.ids(), "dùng một mức đã khai báo trong scale: "+strings.Join(scale.ids(), ", ")))
}

func problemLadder(at Origin, want string, scale Scale) Problem {
	if want == "" {
		hint := "khai báo trong scale mỗi mức một mục, mục nào cũng có id và label"
		if ids := scale.ids(); len(ids) > 0 {
			hint = "các mức, từ cao xuống thấp: " + strings.Join(ids, ", ")
		}
		return ruleError("R247", at, "thang xếp loại phải kể đủ các mức, từ cao xuống thấp; ở đây có mức thừa hoặc mức không có trong scale", hint)
	}
	return ruleError("R247", at, fmt.Sprintf("thang xếp loại phải kể đủ các mức, từ cao xuống thấp; ở đây phải là %q", want),
		"sắp lại ladder theo đúng thứ tự của scale")
}

func problemRungMissing(at Origin, rung string) Problem {
	return ruleError("R247", at, fmt.Sprintf("thang xếp loại phải kể đủ các mức, từ cao xuống thấp; ladder thiếu mức %q của scale", rung),
		fmt.Sprintf("thêm vào ladder một mục: - {rung: %s, cite: {source: …, place: …}, band: {…}}", rung))
}

func problemBands(at Origin, what string) Problem {
	return ruleError("R248", at, "các khung điểm không khít: "+what, "sửa from, to và các đầu mút để mọi số điểm thuộc đúng một khung")
}

func problemUnreachable(at Origin, rung, by string) Problem {
	return ruleError("R249", at, fmt.Sprintf("không ai có thể được mức %q vì mọi điều kiện của nó đều đã nằm trong mức %q đứng trên", rung, by),
		"xem lại điều kiện của hai mức")
}

func problemScale(at Origin) Problem {
	return ruleError("R250", at, "thang mức phải có từ 2 đến 6 mức", "sửa scale")
}

func problemUnknownSheet(at Origin, id string, known []string) Problem {
	return ruleError("R251", at, fmt.Sprintf("không có bảng điểm %q", id), AskNearest(id, known, "thêm tệp sheets/"+id+".yaml hoặc sửa lại mã"))
}

func problemFallThrough(at Origin, to string, scale Scale) Problem {
	return ruleError("R252", at, fmt.Sprintf("fall_through %q không hợp lệ", to),
		AskNearest(to, append(scale.ids(), string(FallReview), string(FallStepDown), string(FallLowest)), "ghi review, step_down, lowest hoặc một mức trong scale"))
}

func problemSanction(at Origin, id string) Problem {
	return ruleError("R253", at, fmt.Sprintf("mục %q phải có đúng một trong lower_by, not_above, not_above_fact, forced", id), "sửa lại mục này")
}

func problemCap(at Origin, id, what string) Problem {
	return ruleError("R254", at, fmt.Sprintf("tỷ lệ khống chế %q khai báo sai: %s", id, what), "xem cách khai báo caps trong rules/README.md")
}

func problemUnusedGroup(at Origin, id string) Problem {
	return ruleError("R255", at, fmt.Sprintf("nhóm tiêu chí %q không được điều kiện nào dùng", id), "dùng nhóm này hoặc bỏ đi")
}

func problemNoKindFacts(at Origin, kind string) Problem {
	return ruleError("R256", at, fmt.Sprintf("loại chủ thể %q chưa có dữ kiện nào", kind), "khai báo trong facts.yaml")
}

func problemProfileOrder(at Origin, id string) Problem {
	return ruleError("R257", at, fmt.Sprintf("đối tượng áp dụng %q nhận tất cả mọi người nên phải đứng cuối", id), "đưa mục không có when xuống cuối profiles")
}

func problemOverreach(at Origin, part, want string, most Num) Problem {
	return ruleError("R259", at, fmt.Sprintf("không ai có thể đạt ngưỡng %s: %s chỉ có tối đa %s điểm", want, phrasePointsPart(part), VietnameseNumber(most)),
		"ghi kèm dấu % nếu là tỷ lệ so với điểm tối đa, ví dụ 80%; nếu là số điểm thì sửa lại ngưỡng")
}

func problemImplied(at Origin, id, by string, other Origin) Problem {
	return withRelated(ruleWarning("R270", at, fmt.Sprintf("điều kiện %q không đòi gì thêm: ai đạt %q thì cũng đạt điều kiện này", id, by),
		"bỏ điều kiện thừa, hoặc xem lại ngưỡng của hai điều kiện"), other, "điều kiện kia ở đây")
}

func problemImpliedPart(at, other Origin) Problem {
	return withRelated(ruleWarning("R271", at, "phần này của điều kiện không thêm gì so với một phần khác trong cùng all hoặc any",
		"bỏ phần thừa, hoặc xem lại ngưỡng của hai phần"), other, "phần kia ở đây")
}

func problemExcluded(at Origin, rung, first, second string, other Origin) Problem {
	return withRelated(ruleError("R272", at, fmt.Sprintf("không ai có thể được mức %q vì điều kiện %q và %q loại trừ nhau", rung, first, second),
		"xem lại hai điều kiện"), other, "điều kiện kia ở đây")
}

func problemBarred(at Origin, rung, need, bar string, other Origin) Problem {
	return withRelated(ruleError("R273", at, fmt.Sprintf("không ai có thể được mức %q vì ai đạt điều kiện %q đều rơi vào trường hợp %q", rung, need, bar),
		"xem lại điều kiện của mức và trường hợp bị xếp mức thấp nhất"), other, "trường hợp kia ở đây")
}

func problemVacuous(at Origin, fact, who string) Problem {
	return ruleError("R274", at, fmt.Sprintf("so với các giá trị mà %q có thể nhận thì %s", fact, who), "xem lại ngưỡng, hoặc min, max, choices của dữ kiện trong facts.yaml")
}

func problemUncollected(at Origin, fact, why string) Problem {
	return ruleError("R275", at, fmt.Sprintf("không biểu mẫu nào thu được dữ kiện %q: %s", fact, why), "ghi supplier: branch, base_committee hoặc office, hoặc sửa derived của dữ kiện trong facts.yaml")
}

func ruleWarning(code Code, at Origin, message, hint string) Problem {
	return Problem{Severity: Warning, Code: code, At: at, Message: message, Hint: hint}
}

func withRelated(p Problem, at Origin, note string) Problem {
	p.Related = append(p.Related, Related{At: at, Note: note})
	return p
}
