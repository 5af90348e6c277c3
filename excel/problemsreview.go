package excel

import "github.com/xeploai/xeploai/evaluate"

// Problems of the review sheet that is read back: E393, E394.

func problemReviewMarks(at evaluate.Origin) evaluate.Problem {
	return errorAt("E393", at, "trang này không còn dấu của mẫu (dòng, cột ẩn) nên không đọc được các quyết định ghi ở đây",
		"lấy lại tệp kết quả do phần mềm lập và ghi quyết định vào đó; không xóa dòng, cột ẩn")
}

func problemReviewLine(at evaluate.Origin) evaluate.Problem {
	return errorAt("E393", at, "không rõ dòng này là của nhóm hay trường hợp nào (dòng chép thêm, hoặc ô ẩn bị xóa, sửa)",
		"xóa dòng chép thêm; hoặc lấy lại tệp kết quả do phần mềm lập và ghi quyết định vào đó")
}

func problemEachAlone(at evaluate.Origin) evaluate.Problem {
	return errorAt("E393", at, "dòng chung của nhóm này không nhận quyết định: mỗi trường hợp ở đây đã có quyết định riêng, không được thay bằng một dòng chung",
		"xóa những gì ghi ở dòng của nhóm, rồi ghi quyết định ở dòng riêng của từng trường hợp bên dưới")
}

func problemNoGradeDecided(at evaluate.Origin) evaluate.Problem {
	return warningAt("E394", at, "dòng này có ghi lý do, số, ngày hoặc giảm nhẹ nhưng không ghi mức quyết định nên chưa phải là quyết định",
		"chọn mức ở ô này, hoặc xóa các ô đã ghi trên dòng")
}
