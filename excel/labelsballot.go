package excel

// Words of the minutes of a vote.
const (
	labelBallotsTitle  = "BIÊN BẢN KIỂM PHIẾU"
	labelBallotsTeller = "TỔ TRƯỞNG TỔ KIỂM PHIẾU"
	labelBallotsChair  = "CHỦ TRÌ HỘI NGHỊ"
	labelBlankDate     = "…………, ngày …… tháng …… năm ………"
)

// ballotsOf says whose proposal the vote is behind.
func ballotsOf(heading string) string { return "Xếp loại chất lượng: " + lowerFirst(heading) }

// ballotLines are filled in by hand.
func ballotLines() []string {
	return []string{
		"Hội nghị họp ngày ……………………, tại ……………………………………………; chủ trì: ……………………………………………",
		"Tổ kiểm phiếu gồm: ………………………………………………………………………………………………………………………",
		"Kết quả (phiếu hợp lệ và không hợp lệ cộng lại bằng phiếu thu về; số phiếu cho các mức cộng lại bằng phiếu hợp lệ):",
	}
}
