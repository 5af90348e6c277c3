package rules

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

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

func problemCaseSwitch(at evaluate.Origin, name string, known []string) evaluate.Problem {
	return ruleError("R284", at, fmt.Sprintf("bộ quy tắc không có mục %q để bật trong switches", name), evaluate.AskNearest(name, known, "sửa lại tên công tắc, xem bằng lệnh rules show"))
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

// saidNone stands in a case's failure where nothing was expected or came.
const saidNone = "không có"

// saidTaken stands in a case's failure before values that were to be refused.
const saidTaken = "được nhận: "

// saidLacks stands before the facts for want of which a case is undecided.
const saidLacks = ", còn thiếu "

// saidChangesNothing follows the verdict of a sanction that holds and leaves the
// outcome as it was.
const saidChangesNothing = ", nhưng không đổi kết quả"

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
