package rules

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

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

func problemOverlap(at evaluate.Origin, ref string, other evaluate.Origin, otherRef string) evaluate.Problem {
	return related(ruleError("R295", at, fmt.Sprintf("%s và %s cùng có hiệu lực trong một kỳ", ref, otherRef),
		"sửa in_force để mỗi kỳ chỉ có một bộ; bộ của địa phương thì dùng extends"), other, "bộ kia ở đây")
}

func problemSupersedes(at evaluate.Origin, edition string) evaluate.Problem {
	return ruleError("R215", at, fmt.Sprintf("không có phiên bản %q của chính bộ này để thay", edition),
		"ghi phiên bản trước của cùng mã, cùng thư mục quy tắc; bộ của địa phương không thay được bộ trung ương, chỉ kế thừa bằng extends")
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
