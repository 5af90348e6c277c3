package excel

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of the review sheet that is read back: E393, E394.

func problemReviewMarks(at evaluate.Origin) evaluate.Problem {
	return errorAt("E393", at, "trang này không còn dấu của mẫu (dòng, cột ẩn) nên không đọc được các quyết định ghi ở đây",
		"lấy lại tệp kết quả do phần mềm lập và ghi quyết định vào đó; không xóa dòng, cột ẩn")
}

func problemReviewLine(at evaluate.Origin) evaluate.Problem {
	return errorAt("E393", at, "không rõ dòng này là của nhóm hay trường hợp nào (dòng chép thêm, hoặc ô ẩn bị xóa, sửa)",
		"xóa dòng chép thêm; hoặc lấy lại tệp kết quả do phần mềm lập và ghi quyết định vào đó")
}

// problemStray says how what a line shows and its hidden cells disagree. shown is the
// look-up code that it shows.
func problemStray(at evaluate.Origin, how stray, shown, subject string, hidden evaluate.Origin) evaluate.Problem {
	said := "nhóm hiện ở dòng này không phải là nhóm mà ô ẩn của dòng ghi"
	switch {
	case how == strayCode && subject == "":
		said = "dòng này hiện mã tra cứu " + shown + ", trong khi ô ẩn của dòng ghi đây là dòng chung của một nhóm"
	case how == strayCode && shown == "":
		said = fmt.Sprintf("dòng này không còn mã tra cứu, trong khi ô ẩn của dòng ghi %q", subject)
	case how == strayCode:
		said = fmt.Sprintf("dòng này hiện mã tra cứu %s, trong khi ô ẩn của dòng ghi %q", shown, subject)
	case how == strayName && subject != "":
		said = fmt.Sprintf("tên hiện ở dòng này không phải là tên của %q mà dòng này ghi mã", subject)
	}
	p := errorAt("E393", at, said+"; các ô nhìn thấy và các ô ẩn không cùng được chuyển chỗ, nên không rõ quyết định là của ai và chưa được dùng",
		"lấy lại tệp kết quả do phần mềm lập và ghi quyết định vào đó; muốn sắp xếp lại thì chuyển cả dòng, kể cả các cột ẩn")
	p.Related = []evaluate.Related{{At: hidden, Note: "ô ẩn ở đây"}}
	return p
}

func problemEachAlone(at evaluate.Origin) evaluate.Problem {
	return errorAt("E393", at, "dòng chung của nhóm này không nhận quyết định: mỗi trường hợp ở đây đã có quyết định riêng, không được thay bằng một dòng chung",
		"xóa những gì ghi ở dòng của nhóm, rồi ghi quyết định ở dòng riêng của từng trường hợp bên dưới")
}

// problemNoGradeInList is about n rows of a list of results.
func problemNoGradeInList(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("E394", at, fmt.Sprintf("%s để trống, còn cùng dòng có ghi lý do, số hoặc ngày của quyết định: chưa phải là quyết định, những gì ghi ở đó không được dùng", cellsCounted(n)),
		"chọn mức ở các ô này, hoặc xóa các ô đã ghi trên dòng")
}

func problemNoGradeDecided(at evaluate.Origin) evaluate.Problem {
	return warningAt("E394", at, "dòng này có ghi lý do, số, ngày hoặc giảm nhẹ nhưng không ghi mức quyết định nên chưa phải là quyết định",
		"chọn mức ở ô này, hoặc xóa các ô đã ghi trên dòng")
}
