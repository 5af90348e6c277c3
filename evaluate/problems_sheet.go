package evaluate

import "fmt"

// R260-R269, R277-R279: mistakes of score sheets; E312-E317: rows that a sheet refuses.

func problemNoPoints(at Origin, id string) Problem {
	return ruleError("R260", at, fmt.Sprintf("dòng %q không thể được điểm nào", id), "ghi max lớn hơn 0 và điểm không âm")
}

func problemEach(at Origin, id string, each, most Num) Problem {
	return ruleError("R261", at, fmt.Sprintf("dòng %q: mỗi lần %s điểm trong khi tối đa chỉ %s", id, VietnameseNumber(each), VietnameseNumber(most)),
		"đối chiếu cột điểm tối đa với lời văn của bảng gốc rồi sửa each, lose hoặc max")
}

func problemPrinted(at Origin, id string, printed, most Num) Problem {
	p := ruleError("R262", at, fmt.Sprintf("dòng %q: bảng gốc in %s ở cột điểm tối đa, lời văn lại cho tối đa %s", id, VietnameseNumber(printed), VietnameseNumber(most)),
		"hỏi nơi ban hành bảng; ghi note nói rõ đã theo số nào")
	p.Severity = Warning
	return p
}

func problemNoLine(at Origin, id string, known []string) Problem {
	return ruleError("R263", at, fmt.Sprintf("bảng điểm không có nhóm, tiêu chí hay dòng %q", id), AskNearest(id, known, "sửa lại mã, hoặc thêm dòng ấy vào bảng điểm"))
}

func problemRows(at Origin, id string) Problem {
	return ruleError("R264", at, fmt.Sprintf("dòng %q: các mức của bảng tra phải xếp từ cao xuống thấp, mức cuối không có at_least", id),
		"sắp lại các mức để mọi giá trị rơi vào đúng một mức; ghi to hoặc below cho khoảng điểm")
}

func problemShares(at Origin, id string, sum Num) Problem {
	return ruleError("R265", at, fmt.Sprintf("dòng %q: các tỷ trọng cộng lại là %s%%, không phải 100%%", id, VietnameseNumber(sum.Mul(Int(100)))),
		"sửa share của các thành phần")
}

func problemWeights(at Origin, id string, most Num) Problem {
	return ruleError("R266", at, fmt.Sprintf("nhóm %q có trọng số riêng của từng người nhưng chưa nói tổng các trọng số", id),
		"thêm weights_sum: "+most.String())
}

func problemScorers(at Origin) Problem {
	return ruleError("R267", at, "phải có đúng một người chấm có điểm được tính", "ghi decides: true cho đúng một người trong scorers")
}

func problemOrder(at Origin) Problem {
	return ruleError("R268", at, "order phải kể đủ bốn bước, mỗi bước một lần, bắt đầu bằng groups", "ví dụ order: [groups, bonus, deductions, total]")
}

func problemMeasure(at Origin, id string) Problem {
	return ruleError("R269", at, fmt.Sprintf("dòng %q: phần đo khai báo sai", id),
		"per_part chỉ dùng khi phần đo là part và of; over chỉ dùng ở parts và không cùng at_most")
}

func problemSanctionOrder(at Origin) Problem {
	return ruleError("R279", at, "sanction_order phải kể đủ ba tác dụng, mỗi tác dụng một lần", "ví dụ sanction_order: [not_above, lower_by, forced]")
}

func problemLevelsHole(at Origin, id string, from, to Num, first, second string) Problem {
	between := VietnameseNumber(from)
	if from.Cmp(to) != 0 {
		between = "từ " + between + " đến " + VietnameseNumber(to)
	}
	return ruleWarning("R277", at, fmt.Sprintf("dòng %q: giữa mức %q và mức %q bảng gốc bỏ trống %s", id, first, second, between),
		"hỏi nơi ban hành bảng; cho đến lúc đó người chấm phải tự chọn mức")
}

func problemLevelsOverlap(at Origin, id, first, second string) Problem {
	return ruleWarning("R277", at, fmt.Sprintf("dòng %q: mức %q và mức %q của bảng gốc chồng lên nhau", id, first, second),
		"hỏi nơi ban hành bảng; cho đến lúc đó người chấm phải tự chọn mức")
}

func problemPrintedDefect(at Origin, id, text string) Problem {
	return ruleWarning("R278", at, fmt.Sprintf("%q: bảng gốc có chỗ sai: %s", id, text), "hỏi nơi ban hành bảng; ghi note nói rõ đã hiểu thế nào")
}

func problemNotedNotTaken(at Origin, part string) Problem {
	p := dataError("E317", at, fmt.Sprintf("%s: đã ghi nội dung bị trừ điểm nhưng mọi dòng vẫn được điểm tối đa", part), "trừ vào điểm của dòng liên quan, hoặc xóa nội dung đã ghi")
	p.Severity = Warning
	return p
}

func problemOverWhole(at Origin, x Num) Problem {
	return dataError("E312", at, fmt.Sprintf("tỷ lệ %s%% vượt quá 100%%", quoteNumber(x)), "kiểm tra lại hai số; bảng điểm không cho tính quá 100%")
}

func problemOutsideRange(at Origin, x, from, to Num) Problem {
	return dataError("E313", at, fmt.Sprintf("%s điểm nằm ngoài khoảng từ %s đến %s ứng với kết quả đã ghi", quoteNumber(x), VietnameseNumber(from), VietnameseNumber(to)),
		"sửa điểm, hoặc sửa kết quả làm căn cứ")
}

func problemShareSum(at Origin, sum Num) Problem {
	return dataError("E314", at, fmt.Sprintf("các tỷ trọng cộng lại là %s%%, không phải 100%%", VietnameseNumber(sum)), "sửa các tỷ trọng cho đủ 100%")
}

func problemWeightSum(at Origin, group string, sum, want Num, all bool) Problem {
	if !all {
		return dataError("E315", at, fmt.Sprintf("trọng số của nhóm %s cộng lại đã là %s dù còn ô để trống, nhiều hơn tổng phải có là %s", group, VietnameseNumber(sum), VietnameseNumber(want)),
			"giảm các trọng số đã ghi, rồi ghi nốt ô còn trống (dòng không dùng thì ghi 0) cho đủ tổng")
	}
	return dataError("E315", at, fmt.Sprintf("trọng số của nhóm %s cộng lại là %s, phải là %s", group, VietnameseNumber(sum), VietnameseNumber(want)),
		"sửa các trọng số cho đủ tổng")
}

func problemTooMuchWeight(at Origin, have, most Num) Problem {
	return dataError("E310", at, fmt.Sprintf("trọng số %s nằm ngoài khung từ 0 đến %s của dòng này", quoteNumber(have), VietnameseNumber(most)),
		"ghi lại trọng số trong khung; các trọng số của cả nhóm cộng lại phải đúng tổng của bảng điểm")
}

func problemNoLineReason(at Origin, line string) Problem {
	return dataError("E316", at, fmt.Sprintf("dòng %s có điểm nhưng chưa ghi lý do", line), "ghi lý do ở cột bên cạnh")
}
