package evaluate

import "fmt"

// One constructor per code. E3xx: evaluation and matters between files; R2xx
// here: mistakes in rules that only the typed rule, not its text, can show.

func ruleError(code Code, at Origin, message, hint string) Problem {
	return Problem{Severity: Error, Code: code, At: at, Message: message, Hint: hint}
}

func problemRepeatedID(at Origin, id string) Problem {
	return ruleError("R220", at, fmt.Sprintf("mã %q được dùng hai lần", id),
		"đặt cho mỗi mục một mã riêng, không dùng lại mã cũ")
}

func problemUnknownKind(at Origin, kind string) Problem {
	return ruleError("R221", at, fmt.Sprintf("không có loại chủ thể %q", kind),
		"dùng một trong: member, organization, collective, leader, unit, staff")
}

func problemUnknownFact(at Origin, id string) Problem {
	return ruleError("R222", at, fmt.Sprintf("không có dữ kiện %q trong bảng dữ kiện của loại chủ thể này", id),
		"sửa lại mã cho đúng, hoặc khai báo dữ kiện trong facts.yaml")
}

func problemNoChoices(at Origin, id string) Problem {
	return ruleError("R223", at, fmt.Sprintf("dữ kiện lựa chọn %q chưa có giá trị nào", id),
		"liệt kê các giá trị trong choices")
}

func problemNoStep(at Origin, id string) Problem {
	return ruleError("R224", at, fmt.Sprintf("dữ kiện số %q chưa có bước (step) dương", id),
		"ghi step, ví dụ 1 cho số đếm, 0.25 cho điểm")
}

func problemBadBlank(at Origin, id, blank string) Problem {
	return ruleError("R225", at, fmt.Sprintf("ý nghĩa ô trống %q không phải là giá trị hợp lệ của dữ kiện %q", blank, id),
		"ghi một mã trong choices, hoặc bỏ blank để ô trống nghĩa là chưa biết")
}

func problemDerivation(at Origin, id, why string) Problem {
	return ruleError("R226", at, fmt.Sprintf("dữ kiện tính toán %q khai báo sai: %s", id, why),
		"xem các hàm tính có sẵn trong rules/README.md")
}

func dataError(code Code, at Origin, message, hint string) Problem {
	return Problem{Severity: Error, Code: code, At: at, Message: message, Hint: hint}
}

func problemOrgRepeated(o, first Org) Problem {
	p := dataError("E301", o.At, fmt.Sprintf("mã tổ chức %q xuất hiện hai lần", o.Code), "đặt cho mỗi tổ chức một mã riêng")
	p.Related = []Related{{At: first.At, Note: "lần đầu ở đây"}}
	return p
}

func problemTwoRoots(o, first Org) Problem {
	p := dataError("E302", o.At, fmt.Sprintf("tổ chức %q không có cấp trên, nhưng đã có một tổ chức đứng đầu khác", o.Code),
		"chỉ để trống cột cấp trên ở một dòng; các dòng khác ghi mã cấp trên trực tiếp")
	p.Related = []Related{{At: first.At, Note: "tổ chức đứng đầu ở đây"}}
	return p
}

func problemNoRoot(o Org) Problem {
	return dataError("E303", o.At, "không có tổ chức nào đứng đầu", "để trống cột cấp trên ở dòng của cấp ủy lập danh sách")
}

func problemOrphan(o Org) Problem {
	return dataError("E304", o.At, fmt.Sprintf("tổ chức %q ghi cấp trên %q, nhưng trong danh sách không có mã này", o.Code, o.Parent),
		"sửa mã cấp trên, hoặc thêm dòng cho tổ chức cấp trên")
}

func problemLevelMisfit(o, parent Org) Problem {
	p := dataError("E305", o.At, fmt.Sprintf("tổ chức %q không thể trực thuộc %q vì loại tổ chức không phù hợp", o.Code, parent.Code),
		"chi bộ không có tổ chức trực thuộc; đảng bộ cấp trên không đứng dưới đảng bộ cơ sở; sửa cột loại tổ chức hoặc cấp trên")
	p.Related = []Related{{At: parent.At, Note: "tổ chức cấp trên ở đây"}}
	return p
}

func problemOrgCycle(o Org) Problem {
	return dataError("E306", o.At, fmt.Sprintf("tổ chức %q trực thuộc chính mình theo vòng", o.Code), "sửa cột cấp trên của một trong các tổ chức trong vòng")
}
