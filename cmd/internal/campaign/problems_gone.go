package campaign

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// Matters about people of whom one place says that they are gone (E346 to E348).

// problemListedGone is about somebody whom a branch reports and a roster lists as
// gone: states are the roster's cells, with its word for why.
func problemListedGone(at evaluate.Origin, states []evaluate.Related) evaluate.Problem {
	return question(codeUnlisted, at, "có trong báo cáo, nhưng danh sách đảng viên đã nhập ghi người này không còn sinh hoạt ở đó; chưa rõ bên nào đúng",
		"danh sách đúng thì đề nghị chi bộ chọn “Không còn: …” ở dòng này; chi bộ đúng thì sửa tình trạng trong danh sách; rồi nhập lại kèm --replace", states...)
}

// problemTemplateGone is about somebody whom a branch reports and a template lists as
// gone.
func problemTemplateGone(at evaluate.Origin, states []evaluate.Related) evaluate.Problem {
	return question(codeUnlisted, at, "có trong báo cáo, nhưng mẫu đã gửi hoặc tệp dùng để ghi sẵn mẫu kê người này là không còn sinh hoạt; chưa rõ bên nào đúng",
		"không còn thật thì đề nghị chi bộ chọn “Không còn: …” ở dòng này; chi bộ đúng thì sửa danh sách đã dùng để ghi sẵn mẫu rồi chạy lại: xeploai template --from DANH_SÁCH", states...)
}

// problemNowhereNow is about members of whom a branch reports that they moved away, where a
// roster still has them and nobody reports them: within the office nobody would grade them.
func problemNowhereNow(branch string, left, listed []evaluate.Origin) evaluate.Problem {
	p := question(codeMissed, left[0], fmt.Sprintf("%s ghi là đã chuyển đi, danh sách đảng viên ghi vẫn ở chi bộ này, và chưa báo cáo nào có người ấy: nếu chuyển trong cùng cơ quan thì chưa nơi nào xếp loại", peopleWord(len(left))),
		"hỏi nơi chuyển đến: là chi bộ có trong danh sách tổ chức thì chi bộ ấy báo cáo và chọn “Chuyển đến trong năm”; đã đi hẳn thì ghi “Đã chuyển đi” ở dòng người ấy trong danh sách đảng viên (hoặc lấy danh sách mới hơn) rồi nhập kèm --replace",
		secondsBySheet(listed, "danh sách ghi ở đây", branch)...)
	p.Cells = cellsOnSheet(p.At, left)
	return p
}

// problemNotReceived is about a member of whom a branch reports that he moved to another of
// the list, whose report, on the sheet at to, lacks him.
func problemNotReceived(at evaluate.Origin, branch string, to evaluate.Origin) evaluate.Problem {
	return question(codeMissed, at, "ghi là đã chuyển đi, “Ghi chú” ghi về "+evaluate.QuoteCode(branch)+", mà báo cáo của chi bộ ấy và các báo cáo khác chưa có người này: chưa nơi nào xếp loại",
		"hỏi chi bộ "+evaluate.QuoteCode(branch)+": đã nhận người này thì báo cáo và chọn “Chuyển đến trong năm”; chuyển đến nơi khác thì ghi nơi ấy vào ô “Ghi chú” của dòng này; rồi nhập lại kèm --replace",
		second(to, "tìm ở trang này, không có dòng nào khớp"))
}

// problemReportedGone is about somebody whom a branch reports and another says is no
// member anywhere: state is its word, in its report.
func problemReportedGone(at, left evaluate.Origin, state, branch string) evaluate.Problem {
	r := second(left, "báo cáo ghi “"+state+"” ở đây")
	r.Org = branch
	return question("E347", at, "có trong báo cáo, nhưng báo cáo của chi bộ khác ghi người này không còn; chưa rõ bên nào đúng",
		"sửa tình trạng sinh hoạt ở báo cáo ghi sai rồi nhập lại kèm --replace", r)
}

// problemPostOfGone is about a post of somebody of whom a branch says that he is no
// member any more.
func problemPostOfGone(at, left evaluate.Origin, state, branch string) evaluate.Problem {
	r := second(left, "báo cáo ghi “"+state+"” ở đây")
	r.Org = branch
	return question(codeUnlisted, at, "dòng chức vụ của người mà báo cáo của chi bộ ghi là không còn; chưa rõ có xếp loại người này ở chức vụ ấy không",
		"không xếp loại nữa thì xóa dòng chức vụ này; chi bộ ghi nhầm thì sửa tình trạng sinh hoạt; rồi nhập lại kèm --replace", r)
}

// noteAboutLeft is about facts of somebody of whom his branch says that he has left, or a
// list does where nobody reports him.
func noteAboutLeft(at evaluate.Origin, by string, states []evaluate.Related) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: "E346", At: at,
		Message: by + " ghi người này không còn sinh hoạt nên không xếp loại, và dữ kiện ở đây không được dùng",
		Hint:    "không cần làm gì nếu đúng", Related: states}
}
