package evaluate

import (
	"fmt"
	"strings"
)

// One constructor per code. E3xx: evaluation and matters between files; R2xx
// here: mistakes in rules that only the typed rule, not its text, can show.

func ruleError(code Code, at Origin, message, hint string) Problem {
	return Problem{Severity: Error, Code: code, At: at, Message: message, Hint: hint}
}

// AskNearest is the hint for an unknown word: it asks about the nearest known
// one, if any, before what else may be done.
func AskNearest(typed string, known []string, otherwise string) string {
	near := Nearest(typed, known)
	if near == "" {
		return otherwise
	}
	return fmt.Sprintf("có phải là %q không? nếu không: %s", near, otherwise)
}

func problemRepeatedID(at Origin, id string) Problem {
	return ruleError("R220", at, fmt.Sprintf("mã %q được dùng hai lần", id),
		"đặt cho mỗi mục một mã riêng, không dùng lại mã cũ")
}

func problemUnknownKind(at Origin, kind string) Problem {
	return ruleError("R221", at, fmt.Sprintf("không có loại chủ thể %q", kind),
		"dùng một trong: member, organization, collective, leader, unit, staff")
}

func problemUnknownFact(at Origin, id FactID, s *Schema) Problem {
	return ruleError("R222", at, fmt.Sprintf("không có dữ kiện %q trong bảng dữ kiện của loại chủ thể này", id),
		AskNearest(string(id), s.ids(), "tra mã bằng `xeploai rules facts` (thêm loại chủ thể hoặc một từ), hoặc khai báo dữ kiện trong facts.yaml của mình"))
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

// inColumn is the cell of a row of the list in another column; the given one where
// that column, or the row, is not known.
func inColumn(at Origin, column int32) Origin {
	if column > 0 && at.Cell != "" {
		at.Cell = ColumnName(int(column)) + strings.TrimLeft(at.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	}
	return at
}

func problemOrgRepeated(o, first Org) Problem {
	p := dataError("E301", o.At, fmt.Sprintf("mã tổ chức %q xuất hiện hai lần", o.Code), "đặt cho mỗi tổ chức một mã riêng")
	p.Related = []Related{{At: first.At, Note: "lần đầu ở đây"}}
	return p
}

func problemTwoRoots(o, first Org) Problem {
	p := dataError("E302", inColumn(o.At, o.Columns.Parent), fmt.Sprintf("tổ chức %q không có cấp trên, nhưng đã có một tổ chức đứng đầu khác", o.Code),
		"chỉ để trống cột cấp trên ở một dòng; các dòng khác ghi mã cấp trên trực tiếp")
	p.Related = []Related{{At: first.At, Note: "tổ chức đứng đầu ở đây"}}
	return p
}

func problemNoRoot(o Org) Problem {
	return dataError("E303", o.At, "không có tổ chức nào đứng đầu", "để trống cột cấp trên ở dòng của cấp ủy lập danh sách")
}

// problemOrphan is told at the cell of the superior; near is the code most like
// the one written, "" for none.
func problemOrphan(o Org, near string) Problem {
	hint := "sửa mã cấp trên, hoặc thêm dòng cho tổ chức cấp trên"
	if near != "" {
		hint = fmt.Sprintf("có phải là %s không? %s", QuoteCode(near), hint)
	}
	return dataError("E304", inColumn(o.At, o.Columns.Parent), fmt.Sprintf("tổ chức %s ghi cấp trên %s, nhưng trong danh sách không có mã này", QuoteCode(o.Code), QuoteCode(o.Parent)), hint)
}

func problemLevelMisfit(o, parent Org) Problem {
	p := dataError("E305", o.At, fmt.Sprintf("tổ chức %q không thể trực thuộc %q vì loại tổ chức không phù hợp", o.Code, parent.Code),
		"chi bộ không có tổ chức trực thuộc; đảng bộ cấp trên không đứng dưới đảng bộ cơ sở; sửa cột loại tổ chức hoặc cấp trên")
	p.Related = []Related{{At: parent.At, Note: "tổ chức cấp trên ở đây"}}
	return p
}

// problemPartAlone is about a head of the list that is by its level a part of a base
// organization, which the list lacks.
func problemPartAlone(o Org) Problem {
	return dataError("E305", inColumn(o.At, o.Columns.Level), fmt.Sprintf("tổ chức %q đứng đầu danh sách, nhưng theo loại tổ chức thì thuộc một tổ chức cơ sở đảng", o.Code),
		"nếu là chi bộ cơ sở, đảng bộ cơ sở thì sửa cột loại tổ chức; nếu đúng loại thì thêm đảng bộ cơ sở mà tổ chức này trực thuộc")
}

func problemOrgCycle(o Org) Problem {
	return dataError("E306", inColumn(o.At, o.Columns.Parent), fmt.Sprintf("tổ chức %q trực thuộc chính mình theo vòng", o.Code), "sửa cột cấp trên của một trong các tổ chức trong vòng")
}

func problemCircle(sets []*RuleSet) Problem {
	var refs []string
	for _, rs := range sets {
		refs = append(refs, rs.Ref())
	}
	return dataError("E307", sets[0].Spec.At, fmt.Sprintf("bộ quy tắc %s chờ kết quả của nhau nên không có thứ tự để xếp loại", strings.Join(refs, " → ")),
		"sửa một trong các bộ để quan hệ phụ thuộc chỉ đi một chiều")
}

func problemGivenOtherwise(at Origin, subject, heading, here string) Problem {
	return Problem{Severity: Warning, Code: "E369", At: at, Subject: subject,
		Message: fmt.Sprintf("cột “%s” ghi khác với mức đã xếp trong đợt này cho chính người ấy (%s); giá trị ở ô này được dùng", heading, here),
		Hint:    "đối chiếu; nếu ô này ghi nhầm thì xóa đi, kết quả trong đợt sẽ được lấy"}
}

func bodyWord(b Body) string {
	if b.Kind == Collective {
		return "tập thể"
	}
	return "cơ quan, đơn vị"
}

func problemBodyRepeated(b, first Body) Problem {
	return withRelated(dataError("E370", b.At, fmt.Sprintf("mã %s %s xuất hiện hai lần", bodyWord(b), QuoteCode(b.Code)), "mỗi đơn vị, mỗi tập thể có một mã riêng"),
		first.At, "lần ghi thứ nhất")
}

func problemBodyOrphan(b Body) Problem {
	return dataError("E371", inColumn(b.At, b.Columns.Org), fmt.Sprintf("%s %s thuộc tổ chức đảng %s, nhưng danh sách tổ chức không có mã này", bodyWord(b), QuoteCode(b.Code), QuoteCode(b.Org)),
		"ghi mã của tổ chức đảng có trong trang danh sách tổ chức")
}

func problemBodySuperior(b Body) Problem {
	return dataError("E372", inColumn(b.At, b.Columns.Parent), fmt.Sprintf("%s %s ghi đơn vị %s, nhưng danh sách cơ quan, đơn vị không có mã này", bodyWord(b), QuoteCode(b.Code), QuoteCode(b.Superior)),
		"ghi mã có trong trang danh sách cơ quan, đơn vị, hoặc để trống")
}

func problemBodyCircle(b Body) Problem {
	return dataError("E373", inColumn(b.At, b.Columns.Parent), fmt.Sprintf("cơ quan, đơn vị %s trực thuộc chính mình theo vòng", QuoteCode(b.Code)), "sửa cột đơn vị cấp trên")
}

// Lacks of a decision that a group shares.
const (
	codeNoReason Code = "E330"
	codeNoRelief Code = "E331"
	// CodeSubjectGone is about a decision whose subject nobody reports any more.
	CodeSubjectGone Code = "E390"
	// codeUndocumented is about decisions whose document nobody named.
	codeUndocumented Code = "E338"
)

func problemUndocumented(at Origin, subject string, number, date bool) Problem {
	what := "số và ngày"
	switch {
	case !number:
		what = "ngày"
	case !date:
		what = "số"
	}
	return Problem{Severity: Warning, Code: codeUndocumented, At: at, Subject: subject,
		Message: "quyết định chưa ghi " + what + " của văn bản; mức vẫn được tính, nhưng số liệu chưa được gọi là chính thức",
		Hint:    "ghi số và ngày của văn bản cạnh mức đã quyết định (nhiều dòng cùng một văn bản thì ghi ở dòng đầu rồi kéo xuống; cả nhóm xem xét thì chỉ cần ghi ở dòng của nhóm) rồi nhập lại kèm --replace"}
}

// problemNoReason says from what the decision departs: where a person had to look
// nothing was computed that it could differ from.
func problemNoReason(at Origin, subject string, r *Result) Problem {
	p := Problem{Severity: Warning, Code: codeNoReason, At: at, Subject: subject,
		Message: "quyết định khác với mức tính được nhưng chưa ghi lý do", Hint: "ghi lý do bằng lời vào cột lý do cạnh quyết định"}
	switch {
	case r.Elsewhere == NoRank && strings.Contains(r.failedVotes(), noQuorum):
		p.Message, p.Hint = "cuộc họp bỏ phiếu không đủ số người nên chưa mức nào được thông qua, mà quyết định chưa ghi lý do", "ghi lý do chọn mức này bằng lời vào cột lý do cạnh quyết định"
	case r.Elsewhere == NoRank && r.failedVotes() != "":
		p.Message = "quyết định khác với mức mà kết quả kiểm phiếu thông qua, nhưng chưa ghi lý do"
	case r.Held || r.Walk.Outcome == Undecided:
		p.Message, p.Hint = "trường hợp này chưa tính được mức (thiếu dữ liệu hoặc còn điều phải hỏi), mà quyết định chưa ghi lý do", "ghi lý do chọn mức này bằng lời vào cột lý do cạnh quyết định"
	case r.Walk.Outcome == Review && r.Suggested == NoRank:
		p.Message, p.Hint = "trường hợp này cần xem xét, mức chưa tính được, mà quyết định chưa ghi lý do", "ghi lý do chọn mức này bằng lời vào cột lý do cạnh quyết định"
	case r.Walk.Outcome == Review:
		p.Message, p.Hint = "trường hợp này cần xem xét, mức chưa tính được; quyết định khác với mức gợi ý mà chưa ghi lý do", "ghi lý do chọn mức này bằng lời vào cột lý do cạnh quyết định"
	}
	return p
}

const relatedSubject = "trường hợp ấy ở đây"

// CodeLeftGroup is about a group's decision on somebody who has left the group.
const CodeLeftGroup Code = "E391"

func problemLeftGroup(at Origin, subject string, own Related, decided string, now *Result) Problem {
	return Problem{Severity: Warning, Code: CodeLeftGroup, At: at, Subject: subject, Related: []Related{own},
		Message: "quyết định chung của nhóm (“" + decided + "”) không còn áp dụng được cho " + subject +
			": dữ kiện đã đổi, trường hợp này " + now.standsFor() + "; quyết định chưa được dùng và trường hợp này phải chờ",
		Hint: "cấp có thẩm quyền xem lại: giữ mức đã quyết định hay theo mức tính được nay thì cũng ghi ở dòng riêng của trường hợp này trong tệp kết quả mới lập, rồi nhập lại kèm --replace"}
}

// standsFor is in a few words what stands of a subject.
func (r *Result) standsFor() string {
	switch {
	case r.Outcome == Graded:
		return "nay được xếp “" + r.Rules.Label(r.Rank) + "”"
	case r.Outcome == NotRated:
		return "nay không được xếp loại"
	case r.Outcome == Undecided:
		return "nay chưa đủ dữ liệu hoặc còn điều phải hỏi"
	case r.NoQuorum():
		return "nay chờ xem xét vì lý do khác (cuộc họp bỏ phiếu không đủ số người)"
	case r.Cause == CauseVote:
		return "nay chờ xem xét vì lý do khác (mức đề nghị không đủ số phiếu)"
	}
	return "nay chờ xem xét vì lý do khác"
}

func problemSharedUplift(at Origin, first, second string) Problem {
	return Problem{Severity: Warning, Code: "E332", At: at,
		Message: fmt.Sprintf("quyết định ghi ở ô này nâng cả hai tỷ lệ: %q và %q", first, second),
		Hint:    "kiểm tra quyết định có cho nâng cả hai không; nếu chỉ một, sửa bộ quy tắc để mỗi tỷ lệ hỏi một cột riêng"}
}

func problemTooManyPoints(at Origin, have, most Num) Problem {
	return dataError("E310", at, fmt.Sprintf("%s điểm nằm ngoài khung từ 0 đến %s của tiêu chí này", quoteNumber(have), VietnameseNumber(most)),
		"ghi lại số điểm trong khung; xem điểm tối đa từng tiêu chí ở trang Hướng dẫn")
}

func problemForeignLine(at Origin, sheet string) Problem {
	return dataError("E311", at, fmt.Sprintf("bảng điểm của người (tổ chức) này (%s) không có tiêu chí ở cột này", sheet),
		"xóa điểm ở cột này, hoặc xem lại cột đối tượng và chức vụ")
}

func problemContradiction(at []Origin) Problem {
	p := Problem{Severity: Error, Code: "E320", Message: "số lượng nhiệm vụ và lời xác nhận mâu thuẫn với nhau",
		Hint: "sửa số lượng hoặc lời xác nhận cho khớp; chỉ cần ghi một trong hai"}
	for i, o := range at {
		if i == 0 {
			p.At = o
			continue
		}
		p.Related = append(p.Related, Related{At: o, Note: "mâu thuẫn với ô này"})
	}
	return p
}

func problemLimit(at Origin, message string) Problem {
	return dataError("E321", at, message, "kiểm tra lại các số đếm ở dòng này")
}

func problemForgotten(at, missing Origin, said, needed string) Problem {
	return Problem{Severity: Warning, Code: "E322", At: at,
		Message: fmt.Sprintf("đã ghi %q nhưng %q còn trống hoặc ghi là không có; có lẽ đã quên", said, needed),
		Hint:    "ghi nốt ô kia, hoặc xóa ô này", Related: []Related{{At: missing, Note: "ô có lẽ bị quên"}}}
}

// problemDenied is about a fact that says something of what another denies.
// codeDenied is that of something said although another cell denies it.
const codeDenied Code = "E325"

func problemDenied(at, other Origin, said, denied, as string) Problem {
	p := dataError(codeDenied, at, fmt.Sprintf("đã ghi %q nhưng ô %q lại ghi là %q", said, denied, as), "sửa một trong hai ô cho khớp với sự việc, hoặc xóa ô này")
	p.Related = []Related{{At: other, Note: "mâu thuẫn với ô này"}}
	return p
}

// problemOffScale is about a proposal or decision of a grade that the scale does not have.
func problemOffScale(at Origin, heading, said string, scale Scale) Problem {
	var labels []string
	for _, r := range scale {
		labels = append(labels, "“"+r.Label+"”")
	}
	return Problem{Severity: Warning, Code: codeDenied, At: at,
		Message: fmt.Sprintf("“%s” ghi “%s”, không phải mức nào của thang xếp loại trong đợt này (%s) nên không được dùng", heading, said, strings.Join(labels, ", ")),
		Hint:    "xóa ô này, hoặc chọn mức của thang ấy nếu ô có mức đó; mức mà ô không có thì ghi vào “Ghi chú”"}
}

func problemDayTooLate(at Origin, heading, written string, latest Date) Problem {
	return dataError("E323", at, fmt.Sprintf("“%s” ghi %s, muộn hơn ngày muộn nhất có thể của kỳ này (%s)", heading, written, latest.Vietnamese()),
		"kiểm tra lại ngày, tháng, năm; việc chỉ có sau ngày ấy thì thuộc kỳ sau, không ghi ở kỳ này")
}

const codeDaysReversed Code = "E324"

// problemDaysReversed is about a day before another that comes first; same tells that
// it is that very day.
func problemDaysReversed(at, first Origin, heading, before string, same bool) Problem {
	is := "sớm hơn"
	if same {
		is = "trùng với"
	}
	p := dataError(codeDaysReversed, at, fmt.Sprintf("“%s” %s “%s” của chính dòng này", heading, is, before), "kiểm tra lại cả hai ngày, có thể ghi nhầm cột hoặc nhầm năm")
	p.Related = []Related{{At: first, Note: "ngày phải đứng trước ở đây"}}
	return p
}

// hintExchanged is for days that n of all rows with both have in the wrong order.
func hintExchanged(heading, before string, n, all int) string {
	return fmt.Sprintf("%d trong %d dòng ghi đủ hai ngày đều như vậy: có lẽ hai cột “%s” và “%s” ghi đổi chỗ cho nhau; đối chiếu một người với hồ sơ, đúng là đổi chỗ thì đổi lại nội dung hai cột, không thì kiểm tra lại từng ngày", n, all, before, heading)
}

func problemFormCheck(at Origin, row, column string, have, want int) Problem {
	return dataError("E350", at, fmt.Sprintf("biểu không khớp: dòng %q, cột %q là %d, nhưng các phần cộng lại là %d", row, column, have, want),
		"biểu này chưa dùng được; báo cho người giữ bộ quy tắc để sửa cách chọn số liệu của biểu")
}

func problemFormReference(at Origin, id string) Problem {
	return ruleError("R258", at, fmt.Sprintf("biểu nhắc đến %q nhưng không có dòng hoặc cột nào mang mã này", id), "sửa lại mã")
}
