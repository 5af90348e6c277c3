package evaluate

import "fmt"

// Mistakes in votes as declared (R289), in ballots as counted and in what stands
// beside proposals (E380-E389).

func problemVote(at Origin, id, why string) Problem {
	return ruleError("R289", at, fmt.Sprintf("kiểm phiếu %q khai báo sai: %s", id, why), "xem cách khai báo votes trong rules/README.md")
}

func problemDifference(at Origin, why string) Problem {
	return ruleError("R289", at, "explain_difference khai báo sai: "+why, "xem cách khai báo explain_difference trong rules/README.md")
}

func problemBallotsExceed(at, above Origin, heading, most string, have, limit Num) Problem {
	return withRelated(dataError("E380", at, fmt.Sprintf("%s (%s) nhiều hơn %s (%s)", inQuotes(heading), quoteNumber(have), inQuotes(most), quoteNumber(limit)),
		"đối chiếu biên bản kiểm phiếu, sửa ô sai"), above, most)
}

func problemBallotsSplit(at Origin, valid, invalid, returned Num) Problem {
	return dataError("E381", at, fmt.Sprintf("phiếu hợp lệ %s và không hợp lệ %s cộng lại không bằng số phiếu thu về %s",
		quoteNumber(valid), quoteNumber(invalid), quoteNumber(returned)), "đối chiếu biên bản kiểm phiếu, sửa ô sai")
}

// problemBallotsVotes is about votes that are not the valid ballots; of two rounds,
// about those of the first.
func problemBallotsVotes(at Origin, sum, valid Num, twoRounds bool) Problem {
	which, hint := "", ""
	if twoRounds {
		which, hint = " ở vòng một (không kể mức cao nhất, bỏ phiếu riêng ở vòng hai)", "; các số phiếu là của vòng một, riêng cột của mức cao nhất là số phiếu ở vòng hai"
	}
	return dataError("E382", at, fmt.Sprintf("số phiếu cho các mức%s cộng lại là %s, không bằng số phiếu hợp lệ %s", which, quoteNumber(sum), quoteNumber(valid)),
		"đối chiếu biên bản kiểm phiếu, sửa ô sai; mức không có phiếu nào thì ghi 0"+hint)
}

func problemUnexplained(at Origin, subject, heading string, d *DifferenceSpec) Problem {
	return Problem{Severity: Warning, Code: "E383", At: at, Subject: subject,
		Message: fmt.Sprintf("tự đánh giá và thẩm định lệch nhau tới mức phải ghi lý do (%s) mà cột %s còn trống", d.Cite, inQuotes(heading)),
		Hint:    "ghi lý do chênh lệch vào cột ấy, hoặc sửa điểm, mức ghi nhầm"}
}
