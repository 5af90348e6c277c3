package demo

// The sample words that stand in cells. Names of people are in names.go, those
// of organizations in orgs2019.go and orgs2025.go.
const (
	sampleRemark     = "Ghi chú mẫu "
	upliftDecision   = "Số mẫu 01-QĐ/MẪU"
	wordForNumber    = "ba tháng"
	categoryUnlisted = "Đối tượng mẫu"
	strangeBody      = "Tập thể Mẫu lạ"
	strangeBranch    = "Chi bộ Mẫu lạ"
	// leadersGroup is a declared group of similar position: its ceiling is
	// counted apart from that of the other members.
	leadersGroup = "Lãnh đạo, quản lý"
	// textList is a list that somebody saved as text and called a workbook.
	textList = "STT;Họ và tên;Ngày sinh\r\n1;Người Mẫu 1;01/01/1980\r\n"
)

// Names of agencies, units and collectives, and of posts in them.
const (
	bodyStanding = "Ban Thường vụ cấp ủy (mẫu)"
	bodyAgency   = "Ủy ban nhân dân (mẫu)"
	bodyDivision = "Phòng chuyên môn Mẫu %d"
	bodyCouncil  = "Hội đồng Mẫu hai thành viên"

	titleSecretary       = "Bí thư cấp ủy"
	titleDeputySecretary = "Phó bí thư cấp ủy"
	titleCommittee       = "Ủy viên cấp ủy"
	titleChair           = "Chủ tịch Ủy ban nhân dân"
	titleDeputyChair     = "Phó Chủ tịch Ủy ban nhân dân"
	titleDivision        = "Trưởng phòng Mẫu"
	titleDeputyDivision  = "Phó trưởng phòng Mẫu"
	titleCouncil         = "Thành viên Hội đồng Mẫu"
	titleUnit            = "Người đứng đầu đơn vị Mẫu"
	titleDeputyUnit      = "Cấp phó đơn vị Mẫu"
	titleOfficial        = "Chuyên viên Mẫu"

	wordNone = "không" // of whoever leads nothing or belongs to nothing

	decisionReason = "Lý do mẫu: cấp có thẩm quyền đã xem xét"
	decisionNumber = "02-QĐ/MẪU"
	decisionFile   = "quyet-dinh-mau.xlsx"
	reviewSheet    = "Xem xét" // of a result workbook
)

func leadershipOf(unit string) string { return "Tập thể lãnh đạo " + unit }

func committeeOf(org string) string { return "Cấp ủy " + org }

func unitOf(org string) string { return "Đơn vị của " + org }
