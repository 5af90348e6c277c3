package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// One constructor per code. R200-R219: what the text of a rule file shows;
// R220-R279 belong to package evaluate; R280-R299: cases, frozen editions,
// periods and files that cannot be read.

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

func problemCase(at evaluate.Origin, name, what, want, got string) evaluate.Problem {
	return ruleError("R280", at, fmt.Sprintf("trường hợp %q: %s phải là %s, nhưng kết quả là %s", name, what, want, got),
		"sửa quy tắc nếu quy tắc sai so với văn bản; sửa trường hợp nếu trường hợp ghi sai")
}

func problemCaseSet(at evaluate.Origin, ref string, known []string) evaluate.Problem {
	return ruleError("R281", at, fmt.Sprintf("không có bộ quy tắc %q", ref), evaluate.AskNearest(ref, known, "ghi mã@phiên bản, ví dụ vn-366-member@2025-r1"))
}

func problemPreset(at evaluate.Origin, id string, known []string) evaluate.Problem {
	return ruleError("R282", at, fmt.Sprintf("không có tình huống mẫu %q trong presets", id), evaluate.AskNearest(id, known, "khai báo trong presets của tệp này, hoặc sửa lại mã"))
}

func problemCaseValue(g givenFact, def *evaluate.FactDef) evaluate.Problem {
	what := "dữ kiện"
	if g.line != "" {
		what = "dòng"
	}
	return ruleError("R283", g.at, fmt.Sprintf("%q không phải là giá trị của %s %q", g.text, what, g.key()), takenValues(def))
}

// takenValues says what a case may write for a fact.
func takenValues(def *evaluate.FactDef) string {
	if def.Derived != nil {
		return "dữ kiện này do máy tính từ các dữ kiện khác, không ghi trong trường hợp"
	}
	switch def.Type {
	case evaluate.ChoiceFact:
		var codes []string
		for _, c := range def.Choices {
			codes = append(codes, fmt.Sprintf("%s “%s”", c.Code, c.Label))
		}
		return "ghi một mã: " + strings.Join(codes, ", ")
	case evaluate.DateFact:
		return "ghi năm-tháng-ngày có thật, ví dụ 2025-12-31"
	}
	s := "ghi một số"
	if def.Min != nil {
		s += " từ " + def.Min.String()
	}
	if def.Max != nil {
		s += " đến " + def.Max.String()
	}
	return s + fmt.Sprintf(", theo bước %s, dấu thập phân là dấu chấm", def.Step)
}

func problemCaseRule(at evaluate.Origin, id string, known []string) evaluate.Problem {
	return ruleError("R284", at, fmt.Sprintf("bộ quy tắc không có mục %q", id), evaluate.AskNearest(id, known, "sửa lại mã, xem bằng lệnh rules show"))
}

func problemCaseFact(at evaluate.Origin, id string, known []string) evaluate.Problem {
	return ruleError("R285", at, fmt.Sprintf("loại chủ thể này không có dữ kiện %q", id), evaluate.AskNearest(id, known, "tra mã bằng `xeploai rules facts` (thêm loại chủ thể hoặc một từ)"))
}

func problemCaseScene(at evaluate.Origin, why string) evaluate.Problem {
	return ruleError("R286", at, "không dựng được tình huống: "+why, "xem cách viết trường hợp trong rules/README.md")
}

// sceneNoSheet is said of points for a subject whose profile takes no sheet.
const sceneNoSheet = "có lines nhưng đối tượng này không có bảng điểm, hoặc chưa rõ chấm theo bảng nào"

// sceneNoGrade is said of a related subject without grade, open or not_rated.
const sceneNoGrade = "một dòng trong members, children hoặc group chưa có grade, open hoặc not_rated"

func problemUnproven(g Gap) evaluate.Problem {
	hint := "thêm trường hợp mẫu vào cases, xem rules/README.md, mục 7"
	if g.Example != "" {
		hint = "thêm vào cases một trường hợp có expect: {score: …} và ghi, ví dụ, " + g.Example
	}
	return ruleError("R287", g.At, fmt.Sprintf("%s, mục %q: %s", g.Ref, g.Rule, g.Words()), hint)
}

func problemLockChanged(at evaluate.Origin, file string) evaluate.Problem {
	return ruleError("R290", at, fmt.Sprintf("tệp %s đã phát hành mà bị sửa", file), "trả lại nội dung cũ và đưa thay đổi vào một phiên bản mới")
}

func problemLockFacts(at evaluate.Origin, ref string) evaluate.Problem {
	return ruleError("R288", at, fmt.Sprintf("một dữ kiện mà phiên bản đã phát hành %s dùng đến nay mang nghĩa khác", ref),
		"trả lại kiểu, bước, ý nghĩa ô trống và thứ tự các giá trị như cũ; cần nghĩa mới thì khai báo dữ kiện mới và phiên bản mới")
}

func problemLockMissing(at evaluate.Origin, file string) evaluate.Problem {
	return ruleError("R291", at, fmt.Sprintf("tệp %s đã phát hành mà không còn", file), "khôi phục tệp; các năm cũ vẫn cần nó")
}

func problemLockNew(at evaluate.Origin) evaluate.Problem {
	p := ruleError("R292", at, "phiên bản này chưa được khóa bằng mã băm", "ghi vào editions.lock khi phát hành")
	p.Severity = evaluate.Warning
	return p
}

func problemLockLine(at evaluate.Origin) evaluate.Problem {
	return ruleError("R293", at, "dòng này không có dạng: mã băm, hai dấu cách, tên tệp", "không sửa tay tệp này")
}

// saidNone stands in a case's failure where nothing was expected or came.
const saidNone = "không có"

// saidTaken stands in a case's failure before values that were to be refused.
const saidTaken = "được nhận: "

// saidLacks stands before the facts for want of which a case is undecided.
const saidLacks = ", còn thiếu "

// saidChangesNothing follows the verdict of a sanction that holds and leaves the
// outcome as it was.
const saidChangesNothing = ", nhưng không đổi kết quả"

func problemOverlap(at evaluate.Origin, ref string, other evaluate.Origin, otherRef string) evaluate.Problem {
	return related(ruleError("R295", at, fmt.Sprintf("%s và %s cùng có hiệu lực trong một kỳ", ref, otherRef),
		"sửa in_force để mỗi kỳ chỉ có một bộ; bộ của địa phương thì dùng extends"), other, "bộ kia ở đây")
}

func problemPeriodOrder(at evaluate.Origin, from, to evaluate.Period) evaluate.Problem {
	return ruleError("R296", at, fmt.Sprintf("kỳ hiệu lực kết thúc (%s) trước khi bắt đầu (%s)", to, from), "sửa in_force")
}

func problemGranularity(at evaluate.Origin, g evaluate.Granularity) evaluate.Problem {
	return ruleError("R297", at, fmt.Sprintf("kỳ hiệu lực không cùng loại kỳ với bộ quy tắc (%s)", g),
		"year ghi 2025, quarter ghi 2026-Q3, month ghi 2018-06, term ghi 2020-2025")
}

func problemUnusedSheet(at evaluate.Origin, id string) evaluate.Problem {
	p := ruleError("R298", at, fmt.Sprintf("không bộ quy tắc nào dùng bảng điểm %q", id), "ghi mã này vào sheet của một dòng trong profiles, hoặc bỏ tệp")
	p.Severity = evaluate.Warning
	return p
}

// problemSurvivor warns: a change that nobody could notice, because it says the
// same in other words, is no gap.
func problemSurvivor(ref string, s Survivor) evaluate.Problem {
	where := strings.TrimSpace(strings.TrimPrefix(s.Rule, sheetRule) + " " + s.Place)
	what := fmt.Sprintf("%s ghi nhầm thành %s", s.From, s.To)
	if s.To == dropped {
		what = fmt.Sprintf("%s bị bỏ sót", s.From)
	}
	p := ruleError("R287", s.At, fmt.Sprintf("%s, mục %q: chưa trường hợp nào phát hiện nếu %s", ref, where, what), hintSurvivor(s))
	p.Severity = evaluate.Warning
	return p
}

// hintSurvivor says which case would notice.
func hintSurvivor(s Survivor) string {
	last := s.Place[strings.LastIndex(s.Place, " ")+1:]
	switch sheet := strings.HasPrefix(s.Rule, sheetRule); {
	case sheet && strings.HasPrefix(s.Place, "clamp"):
		return "thêm trường hợp có tổng điểm vượt quá đầu mút này, đòi đúng score"
	case sheet && strings.HasPrefix(s.Place, "order"):
		return "thêm trường hợp vừa có thưởng, vừa có trừ, tổng bị chặn, đòi đúng score"
	case sheet && (last == "max" || last == "clamp"):
		return "thêm trường hợp được (hoặc bị trừ) quá điểm tối đa này — ghi nhiều lần hơn —, đòi đúng score hoặc points của phần ấy"
	case sheet && strings.Contains(s.Place, " row "):
		return "thêm trường hợp có số đúng đầu mút của bậc này, và trường hợp kém một bước, đòi đúng score"
	case sheet && strings.Contains(s.Place, " range "):
		return "thêm trường hợp cho điểm đúng đầu mút của khoảng này, và trường hợp quá một bước thì bị từ chối (problem)"
	case sheet:
		return "thêm trường hợp ghi riêng dòng ấy trong lines và đòi đúng score; xem rules/README.md, mục 7"
	}
	return "thêm trường hợp đúng ngưỡng và trường hợp kém một bước; xem bảng cuối mục 7 của rules/README.md"
}

// problemRungGivenUp: a scale of its own leaves out a rung that the parent's ladder has.
func problemRungGivenUp(at evaluate.Origin, rung string) evaluate.Problem {
	p := ruleError("R247", at, fmt.Sprintf("thang mức của bộ này không có mức %q mà bộ gốc xếp tới", rung),
		fmt.Sprintf("thêm mức ấy vào scale, hoặc ghi trong drop: - {id: %s, cite: {source: …, place: …}}", rung))
	p.Key = "scale"
	return p
}

// noteInherited stands at a part that was taken over from another set.
const noteInherited = "phần kế thừa từ bộ gốc"

// hintInherited says how to mend what stands in a file that is not the keeper's.
func hintInherited(hint string) string {
	return hint + "; phần này kế thừa từ bộ gốc: chép nó sang bộ của mình, giữ nguyên mã, rồi sửa ở đó; hoặc bỏ bằng drop, kèm căn cứ"
}

func problemStrayLine(at evaluate.Origin, id, sheet string, same []string) evaluate.Problem {
	hint := "hỏi dòng của bảng điểm mà profiles đang dùng"
	if len(same) > 0 {
		hint = "dùng " + strings.Join(same, ", ") + " (cùng dòng ấy của bảng điểm mà profiles đang dùng)"
	}
	return ruleError("R263", at, fmt.Sprintf("bảng điểm của bộ này không có dòng của dữ kiện %q: đó là dòng của bảng %q, không đối tượng nào của bộ chấm theo", id, sheet), hint)
}

const noteStrayLine = "điều kiện kế thừa hỏi dòng ấy"

func hintStrayLine(hint string) string {
	return "chép quy định có điều kiện ấy sang bộ này, giữ nguyên mã, và " + hint + "; hoặc bỏ quy định bằng drop, kèm căn cứ"
}

func problemUnusedFact(at evaluate.Origin, id string) evaluate.Problem {
	p := ruleError("R276", at, fmt.Sprintf("không bộ quy tắc nào dùng dữ kiện %q", id), "dùng trong một điều kiện, một dòng bảng điểm hoặc columns của bộ quy tắc, hoặc bỏ đi")
	p.Severity = evaluate.Warning
	return p
}

func problemPeriodGap(at evaluate.Origin, edition, earlier string, from, to evaluate.Period, other evaluate.Origin) evaluate.Problem {
	p := related(ruleError("R299", at, fmt.Sprintf("giữa phiên bản %q và %q có kỳ không phiên bản nào có hiệu lực: từ kỳ %s đến trước kỳ %s", earlier, edition, from, to),
		"sửa in_force để hai phiên bản nối nhau, nếu quy định không bị ngắt quãng"), other, "phiên bản trước ở đây")
	p.Severity = evaluate.Warning
	return p
}
