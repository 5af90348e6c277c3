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

func problemNoGradeDecided(at evaluate.Origin) evaluate.Problem {
	return warningAt("E394", at, "dòng này có ghi lý do, số, ngày hoặc giảm nhẹ nhưng không ghi mức quyết định nên chưa phải là quyết định",
		"chọn mức ở ô này, hoặc xóa các ô đã ghi trên dòng")
}
