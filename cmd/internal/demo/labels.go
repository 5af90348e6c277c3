package demo

// The sample words that stand in cells. Names of people are in names.go, those
// of organizations in orgs2019.go and orgs2025.go.
const (
	sampleRemark     = "Ghi chú mẫu "
	upliftDecision   = "Số mẫu 01-QĐ/MẪU"
	wordForNumber    = "ba tháng"
	categoryUnlisted = "Đối tượng mẫu"
	strangeBranch    = "Chi bộ Mẫu lạ"
	// leadersGroup is a declared group of similar position: its ceiling is
	// counted apart from that of the other members.
	leadersGroup = "Lãnh đạo, quản lý"
	// textList is a list that somebody saved as text and called a workbook.
	textList = "STT;Họ và tên;Ngày sinh\r\n1;Người Mẫu 1;01/01/1980\r\n"
)
