package excel

import "github.com/xeploai/xeploai/evaluate"

// Words of the minutes of a vote.
const (
	labelBallotsTitle  = "BIÊN BẢN KIỂM PHIẾU"
	labelBallotsTeller = "TỔ TRƯỞNG TỔ KIỂM PHIẾU"
	labelBallotsChair  = "CHỦ TRÌ HỘI NGHỊ"
	labelBlankDate     = "…………, ngày …… tháng …… năm ………"
)

// ballotsOf says whose proposal the vote is behind.
func ballotsOf(heading string) string { return "Xếp loại chất lượng: " + lowerFirst(heading) }

// What is said of votes that are cast in a second round.
const (
	labelSecondRound   = "số phiếu ở vòng hai: chỉ bỏ phiếu riêng cho mức này; số phiếu của các mức khác là của vòng một"
	labelSecondRoundOf = "Vòng hai: "
)

// ballotLines are filled in by hand.
func ballotLines(twoRounds bool) []string {
	sums := "số phiếu cho các mức cộng lại bằng phiếu hợp lệ"
	if twoRounds {
		sums = "vòng một: số phiếu cho các mức, không kể mức cao nhất, cộng lại bằng phiếu hợp lệ; vòng hai: chỉ bỏ phiếu cho mức cao nhất"
	}
	return []string{
		"Hội nghị họp ngày ……………………, tại ……………………………………………; chủ trì: ……………………………………………",
		"Tổ kiểm phiếu gồm: ………………………………………………………………………………………………………………………",
		"Kết quả (phiếu hợp lệ và không hợp lệ cộng lại bằng phiếu thu về; " + sums + "):",
	}
}

// Words of the result of a vote.
const (
	labelVotesTitle   = "KẾT QUẢ KIỂM PHIẾU"
	labelVotedRung    = "Mức xét"
	labelVotesHad     = "Số phiếu có"
	labelVotesNeeded  = "Số phiếu cần"
	labelVotesCame    = "Kết quả"
	labelVotesCarried = "Mức đủ phiếu"
	labelVotesUnasked = "không đòi số phiếu"
	labelVotesLater   = "chưa xét số phiếu: kết quả còn chờ việc khác"
	labelVotesShort   = "Tệp toàn đợt chỉ liệt kê trường hợp không đủ phiếu hoặc chưa đủ số liệu; đủ mọi trường hợp ở tệp của từng tổ chức cơ sở đảng."
)

// votesCame says what a vote came to.
func votesCame(f *evaluate.VoteFinding) string {
	switch {
	case f.Quorum == evaluate.Fails:
		return "cuộc họp không đủ số người"
	case f.Verdict == evaluate.Fails:
		return "không đủ phiếu"
	case f.Verdict == evaluate.Unknown:
		return "chưa đủ số liệu"
	case f.Verdict == evaluate.NotApplicable:
		return labelVotesUnasked
	}
	return "đủ phiếu"
}
