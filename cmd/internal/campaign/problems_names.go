package campaign

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// codeMisnamed is that of a number under which somebody else is known.
const codeMisnamed evaluate.Code = "E358"

const hintMisnamed = "xem cột họ tên, số, ngày sinh có bị sắp xếp riêng, chép lệch dòng hay gõ nhầm không, sửa rồi nhập lại kèm --replace; nếu báo cáo đúng (đã đổi tên, đã đính chính) thì nhập danh sách đảng viên mới kèm --replace"

// problemMisnamed points to the names where these differ, else to the birth dates.
func problemMisnamed(ids identityFacts, m misnamed) evaluate.Problem {
	at, known := m.at(ids), m.owner.at(ids)
	message := "số ở dòng này là của một người khác họ tên, theo danh sách hoặc mẫu ghi sẵn; chưa rõ dòng này là ai"
	if !otherName(m.name, m.owner.name) && m.named == nil {
		at, known = m.in.table.origin(m.row, ids.birth), m.owner.in.table.origin(m.owner.row, ids.birth)
		message = "ngày sinh ở dòng này khác ngày sinh trong danh sách hoặc mẫu ghi sẵn của người mang số này; chưa rõ có phải một người không"
	}
	p := question(codeMisnamed, at, message, hintMisnamed, second(known, "người mang số ấy ở đây"))
	if m.named != nil {
		p.Related = append(p.Related, second(m.named.at(ids), "người mang họ tên ấy ở đây"))
	}
	return p
}

func problemMisnamedFile(ids identityFacts, people []misnamed, of int) evaluate.Problem {
	var at, known []evaluate.Origin
	for _, m := range people {
		at, known = append(at, m.at(ids)), append(known, m.owner.at(ids))
	}
	message, hint := "phần lớn các dòng của tệp này (%d/%d) có số của người khác họ tên hoặc khác ngày sinh, theo danh sách hoặc mẫu ghi sẵn; có lẽ một cột đã bị sắp xếp riêng", hintMisnamed
	if !slices.ContainsFunc(people, func(m misnamed) bool { return !m.given }) {
		message = "phần lớn các dòng của tệp này (%d/%d) ghi tên khác tên trong danh sách hoặc mẫu ghi sẵn, dù họ và ngày sinh khớp; có lẽ cột họ tên bị cắt mất tên, hoặc tên để ở cột khác"
		hint = "ghi đủ họ, tên đệm và tên trong tệp rồi nhập lại kèm --replace; nếu danh sách sai thì sửa danh sách"
	}
	p := question(codeMisnamed, at[0], fmt.Sprintf(message, len(people), of), hint, secondsBySheet(known, "những người mang các số ấy ở đây", "")...)
	p.Cells = cellsOnSheet(p.At, at)
	return p
}

func noteRenamed(at, known evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: codeMisnamed, At: at,
		Message: "tên ở dòng này khác tên trong danh sách hoặc mẫu ghi sẵn của người mang số này; họ và ngày sinh khớp nên vẫn nhận là người ấy",
		Hint:    "không cần làm gì nếu người này đã đổi tên; nếu gõ nhầm thì sửa rồi nhập lại kèm --replace",
		Related: []evaluate.Related{second(known, "người mang số ấy ở đây")}}
}
