package evaluate

import (
	"fmt"
	"strings"
)

// roleWord says as what a person is graded.
func roleWord(k Kind) string {
	switch k {
	case Leader:
		return "cán bộ lãnh đạo, quản lý"
	case Staff:
		return "cán bộ, công chức, viên chức"
	}
	return "đảng viên"
}

// gradeWords are the grades a result may still come to.
func gradeWords(res *Result) string {
	var out []string
	for _, rank := range openRanks(res) {
		out = append(out, "“"+res.Rules.Label(rank)+"”")
	}
	text := strings.Join(out, " hoặc ")
	if res.Outcome != Graded {
		text += " (chưa quyết định)"
	}
	return text
}

func problemRolesDiffer(at, other Origin, subject string, here, there Kind, a, b *Result) Problem {
	return withRelated(Problem{Severity: Note, Code: "E378", At: at, Subject: subject,
		Message: fmt.Sprintf("cùng một người: với tư cách %s là %s, với tư cách %s là %s", roleWord(here), gradeWords(a), roleWord(there), gradeWords(b)),
		Hint:    "mỗi vai trò xếp theo quy định riêng nên có thể khác nhau; đối chiếu hai kết quả trước khi trình cấp có thẩm quyền"}, other, "kết quả kia của người này")
}

func problemTallied(at Origin, subject, heading string, stated int64, graded int, units []Origin) Problem {
	p := Problem{Severity: Warning, Code: "E379", At: at, Subject: subject,
		Message: fmt.Sprintf("cột “%s” ghi %d, nhưng theo kết quả trong đợt này là %d; số ở ô này được dùng", heading, stated, graded),
		Hint:    "đối chiếu với kết quả của các đơn vị người này phụ trách; ghi nhầm thì sửa ô này, hoặc sửa mã các đơn vị phụ trách"}
	for _, u := range units {
		p = withRelated(p, u, "đơn vị xếp mức ấy")
	}
	return p
}
