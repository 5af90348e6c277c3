package excel

import "strings"

// Vietnamese words of the reader that are neither problems nor headings of what
// it writes.

// What a renamed or foreign file is.
const (
	textHTML   = "trang web hoặc XML"
	textPlain  = "văn bản hoặc CSV"
	formatODS  = "bảng tính OpenDocument (.ods)"
	formatXLSB = "sổ làm việc nhị phân (.xlsb)"
	formatDOCX = "tài liệu Word (.docx)"
	formatPPTX = "tệp trình chiếu (.pptx)"
)

// unreadHeadings lists headings that nobody expects to be read: running numbers
// and counters.
func unreadHeadings() []string {
	return append([]string{labelTotalScore, "Tổng", "Tổng cộng", "Cộng"}, numberHeadings()...)
}

// numberHeadings stand over running numbers.
func numberHeadings() []string { return []string{labelNumber, "TT", "Số TT", "Số thứ tự"} }

// subtotalWords begin the rows that add others up or give their mean;
// subtotalNouns may follow, with a number or without. They begin with one of
// subtotalInitials.
func subtotalWords() []string {
	return []string{"tổng cộng", "tổng số", "tổng điểm", "cộng cột", "cộng tổng", "t cộng", "tc", "tb", "đtb", "điểm tb", "cộng chung", "cộng", "tổng", "total", "bình quân", "trung bình", "điểm bình quân", "điểm trung bình", "tỷ lệ", "tỉ lệ", "trong đó", "σ"}
}

const subtotalInitials = "ctbđσ∑"

func subtotalNouns() []string {
	return []string{"đảng viên", "người", "đồng chí", "đ c", "tổ chức", "tổ chức đảng", "chi bộ", "dòng", "trang", "chung", "điểm",
		"nữ", "nam", "dự bị", "đảng viên dự bị", "đảng viên nữ", "chính thức", "đảng viên chính thức", "dân tộc", "dân tộc thiểu số"}
}

// Words around a year in a title, as fold leaves them.
const (
	yearWord  = "năm"
	monthWord = "tháng"
	dayWord   = "ngày"
)

// documentWords name documents, which have years of their own, as fold leaves them.
func documentWords() []string {
	return []string{"quy định", "nghị định", "hướng dẫn", "quyết định", "luật", "thông tư", "kế hoạch", "công văn", "nghị quyết", "căn cứ", "qđ", "hd", "nđ"}
}

// earlierWords name the period before the one of a report.
func earlierWords() []string {
	return []string{"năm trước", "năm ngoái", "kỳ trước", "đợt trước", "quý trước", "tháng trước"}
}

// Headings that people add to a result workbook: advisingBodies decide on nobody's grade, and
// proposingBodies only where they are one; opinionWords say what any of them does, comparingWords
// that a column is there to look at. decidingWords leave open whether it is the decision.
func advisingBodies() []string {
	return []string{"ubkt", "ủy ban kiểm tra", "ban tổ chức", "btc", "ban tuyên giáo", "ban dân vận", "ban nội chính", "ban xây dựng đảng", "văn phòng", "phòng nội vụ", "sở nội vụ",
		"tổ giúp việc", "tổ thẩm định", "cơ quan tham mưu", "bộ phận tham mưu", "mặt trận", "mttq", "ủy ban mttq", "công đoàn", "đoàn thể", "đoàn thanh niên", "hội phụ nữ", "hội nông dân", "hội cựu chiến binh", "nơi cư trú", "thanh tra"}
}

func proposingBodies() []string { return []string{"chi bộ", "chi ủy"} }

func opinionWords() []string {
	return append(proposalWords(), "ý kiến", "nhận xét", "đánh giá", "góp ý", "thẩm định", "rà soát", "tham mưu")
}

func proposalWords() []string { return []string{"đề nghị", "đề xuất", "kiến nghị"} }

func comparingWords() []string { return []string{"đối chiếu", "so sánh", "tham khảo"} }

// comparingWord stands before them where they end a heading.
const comparingWord = "để"

func decidingWords() []string {
	return []string{"quyết định", "qđ", "kết luận", "duyệt", "công nhận", "đồng ý", "nhất trí", "phê chuẩn", "chuẩn y", "chốt", "thống nhất", "biểu quyết", "sau", "btv", "thường vụ", "thường trực", "thẩm quyền", "cuối cùng"}
}

// asideWords begin what is told below a table of who came; a colon or a number follows
// at once, as behind no part of a name. endWords end it.
func asideWords() []string { return []string{"vắng mặt", "vắng", "có mặt", "trong đó"} }

func endWords() []string { return []string{"hết", "hết danh sách", "hết bảng"} }

// committeeWord and branchWord begin the names of organizations.
const committeeWord, branchWord = "đảng bộ", "chi bộ"

// andWord stands before the last of several names.
const andWord = "và"

// captionWords begin the rows that head a group of people in a list.
func captionWords() []string {
	return []string{"tổ đảng", "tổ", "chi bộ", "đảng bộ", "nhóm", "bộ phận", "phòng", "khối", "thôn", "xóm", "khu phố", "tổ dân phố", "đảng viên", "danh sách", "chi ủy", "ban chi ủy", "tổng hợp", "kết quả"}
}

// signatureWords begin what stands below a table, as fold leaves them.
func signatureWords() []string {
	return []string{"người lập", "người tổng hợp", "người duyệt", "t m", "tm", "k t", "kt", "t l", "tl", "thay mặt", "bí thư", "phó bí thư", "xác nhận", "ký tên", "ký ghi rõ họ tên", "thủ trưởng", "nơi nhận", "ghi chú"}
}

// unitWords are what people write behind the numbers of a unit of the vocabulary, the
// usual word first.
func unitWords(unit string) []string {
	switch unit {
	case unitPoints:
		return []string{"điểm", "đ"}
	case "months":
		return []string{"tháng"}
	case "days":
		return []string{"ngày", "ngày công"}
	case "quarters":
		return []string{"quý"}
	case "years":
		return []string{"năm"}
	case "people":
		return []string{"người", "phiếu"}
	case "tasks":
		return []string{"nhiệm vụ", "việc", "công việc", "chỉ tiêu"}
	case "products":
		return []string{"sản phẩm", "việc", "công việc"}
	case "units":
		return []string{"đơn vị"}
	case "bodies":
		return []string{"tổ chức"}
	}
	return nil
}

// wordHalf stands before a unit for half of one.
const wordHalf = "nửa"

// wordCount stands before what is counted.
const wordCount = "số"

// wordAndHalf stands behind a count for half of one more (“rưỡi”), without its marks.
const wordAndHalf = "ruoi"

// wordAnd stands between two names, in small letters: Và is a family name too.
const wordAnd = " và "

// comradeWords are forms of address that are no part of any name.
func comradeWords() []string {
	return []string{"đồng chí", "đ/c", "đ.c", "đ/ chí", "đc"}
}

// addressWords are forms of address that are family names, too.
func addressWords() []string { return []string{"ông", "bà", "anh", "chị", "cô", "chú", "bác"} }

// postWords are what people write behind a name to say what its bearer is.
func postWords() []string {
	return []string{"bí thư", "phó bí thư", "bt", "pbt", "bí thư chi bộ", "phó bí thư chi bộ", "chi ủy viên", "chi uỷ viên", "đảng ủy viên", "đảng uỷ viên",
		"đảng viên", "đảng viên dự bị", "dự bị", "đvdb", "chính thức", "trưởng thôn", "tổ trưởng"}
}

// familyHeadings and givenHeadings stand over the two columns of names that are
// written in parts.
func familyHeadings() []string {
	return []string{"Họ và tên đệm", "Họ tên đệm", "Họ và chữ đệm", "Họ chữ đệm", "Họ và đệm", "Họ đệm", "Họ và tên lót", "Họ và chữ lót", "Họ và lót", "Họ lót", "Họ"}
}

func givenHeadings() []string { return []string{"Tên"} }

// rankWords are ranks that people write before a name.
func rankWords() []string {
	return []string{"thiếu úy", "thiếu uý", "trung úy", "trung uý", "thượng úy", "thượng uý", "đại úy", "đại uý", "thiếu tá", "trung tá", "thượng tá", "đại tá", "thiếu tướng", "trung tướng", "thượng tướng"}
}

// noNames are words that stand for anybody, for who stands above, or for nobody.
func noNames() []string {
	return []string{"đồng chí", "đ/c", "họ tên", "họ và tên", "tên", "người", "cán bộ", "công chức", "viên chức", "nhân viên", "trưởng phòng", "phó trưởng phòng", "cá nhân", "không", "không có", "chưa rõ", "chưa biết", "khuyết",
		"nt", "n t", "như trên", "như dòng trên", "như dòng trước", "trống", "để trống", "bỏ trống", "hết", "chưa có", "không rõ", "n a"}
}

// familyNames begin the names of nearly all members, of the peoples of the country, too. Whoever
// has another is asked about at most, and only where his name is not written as names are.
func familyNames() []string {
	return strings.Fields(`nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mai tô hà tạ thái cao châu lương lưu
		la thạch kim sơn danh kiên tống tăng quách quang doãn triệu chu nông vi hứa bế ma lục lộc ninh nghiêm thân từ văn viên uông ung ứng âu ân an bạch bàng
		bành biện bồ cái cam cát chế chung chúc cổ cù cung diệp diêm du dư đan đàm đàng đái đậu điền điêu đồng đổng đới đường giáp giang hàn hàng hán hạ hồng
		hùng hữu kha khổng khuất khúc khương kiều kông lã lữ lại liêu liễu linh long lò lồ lô lù lự lường mạc mạch mã man mẫn mông mộng mùa nghị ngụy ngân
		nhâm nhan nhữ ôn ông ngọc phí phó phú phương quảng quàng quán sái sầm sử sú tào tất tần tẩn tề thào thang thẩm thi thịnh thiều thôi tiêu tiết tiền
		tòng tôn trà trang trưng trượng tưởng ty vàng vừ và xa xìn xồng yên giàng sùng hạng hầu hảng lầu lỳ thò chá cháng ly lèng chảo phàn bàn tặng phượng
		sần cà cầm bạc tụt phà chang pờ lỷ sình cư dì dìu chìu chíu phùn nình voòng y h a k m ka rơ rơm ro ksor kpă kpa siu nay rmah rahlan rcom rchom niê
		ayun êban ktul mlô kbuôr adrơng bkrông bya byă krông lơ liêng kon kơ kơsă cil lơmu bon cơ păng đa srê touneh ya jơ alăng bríu bhling bh coor clâu
		cơlâu arất zơ zơrâm pơloong hiên hôih tơ ating rapat riah ra pinăng chamaléa katơr patâu lỗ báo bá mương quế moong cụt ven xeo hờ khang chớ thao pịt`)
}

// rosterStatus heads the status column of the national roster.
const rosterStatus = "Trạng thái hoạt động"

// rosterSince heads the roster's column of the days since when somebody has left, died or is
// exempt, rosterStrike that by which a branch asks to strike somebody out.
const (
	rosterSince  = "Ngày rời/mất/miễn SH"
	rosterStrike = "Đề nghị xóa (Có/Không)"
)

// strikeWords are answers in the second of them that ask for it.
func strikeWords() []string { return []string{"Có", "C", "x", "Đề nghị xóa", "Xóa"} }

// listStatus are headings of such a column in lists that people keep.
func listStatus() []string {
	return []string{rosterStatus, "Tình trạng", "Trạng thái", "Tình trạng hoạt động", "Tình trạng đảng viên", "Tình trạng sinh hoạt đảng", "Trạng thái sinh hoạt đảng"}
}

// noNumberWords are written in place of a number that somebody has not, or not at hand.
func noNumberWords() []string {
	return []string{"không", "không có", "không có số", "không có thẻ", "chưa", "chưa có", "chưa có số", "chưa có thẻ", "chưa cấp", "chưa được cấp", "chưa rõ", "chưa biết", "không rõ",
		"mất", "bị mất", "mất thẻ", "thất lạc", "đã nộp", "đảng viên dự bị", "dự bị", "x"}
}

// nobodyWords say on a cover that there is nobody to report.
func nobodyWords() []string {
	return []string{labelNobodyYes, "x", "đúng", "không có ai", "không có"}
}

// sexWords stand over the two columns of lists that tell when men and women were born.
func sexWords() []string { return []string{"Nam", "Nữ"} }

// rosterSigns are headings that only the national roster has.
func rosterSigns() []string {
	return []string{"Tên gọi khác", "Dân tộc", "Tôn giáo", "Nơi cấp thẻ Đảng", "Ngày cấp thẻ Đảng", "Số thẻ Đảng theo QĐ 85",
		"Số CMND cũ", rosterStrike, "Kết quả kiểm tra", "Chi tiết lỗi"}
}

// leaving is a way to be no longer a member of one's branch.
type leaving struct {
	state string   // what lists call it
	words []string // by which else rosters and people say it
	// moved: he may well be a member elsewhere.
	moved bool
}

func leavings() []leaving {
	return []leaving{
		{"Đã từ trần", []string{"Từ trần", "Đã mất", "Mất", "Đã chết", "Chết", "Qua đời", "Đã qua đời"}, false},
		{"Đã chuyển đi", []string{"Chuyển đi", "Đã chuyển sinh hoạt", "Chuyển sinh hoạt chính thức", "Đã chuyển sinh hoạt chính thức", "Đã rời", "Rời",
			"Chuyển sinh hoạt đảng", "Đã chuyển sinh hoạt đảng", "Chuyển sinh hoạt đảng chính thức", "Đã chuyển sinh hoạt đảng chính thức", "Đã chuyển sinh hoạt đảng chính thức đi"}, true},
		{"Ra khỏi Đảng", []string{"Xin ra khỏi Đảng", "Đã ra khỏi Đảng", "Cho ra khỏi Đảng"}, false},
		{"Khai trừ", []string{"Đã khai trừ", "Bị khai trừ", "Khai trừ khỏi Đảng", "Bị khai trừ khỏi Đảng"}, false},
		{"Xóa tên", []string{"Đã xóa tên", "Bị xóa tên", "Xóa tên trong danh sách đảng viên"}, false},
	}
}

// sinceWords stand before the day on which somebody left.
func sinceWords() []string { return []string{"từ", "vào", "hồi"} }

// labelNoLonger begins what a template offers for somebody who has left: one
// beginning is what its counters and colours can ask for.
const labelNoLonger = "Không còn: "

// label is what a template offers for it.
func (l *leaving) label() string { return labelNoLonger + lowerFirst(l.state) }

func leavingLabels() (out []string) {
	for _, l := range leavings() {
		out = append(out, l.label())
	}
	return out
}

// leavingLabel is what a template shows of a state of having left.
func leavingLabel(state string) string {
	if l, known := leavingOf(state); known {
		return l.label()
	}
	return state
}

// MovedAway tells whether somebody in a state of having left may be a member
// elsewhere; the states are those of Intake.LeftAs.
func MovedAway(state string) bool {
	l, left := leavingOf(state)
	return left && l.moved
}

// stateNormal is the code of the activity status of whoever is reviewed like others.
const stateNormal = "normal"

// remarkStates are words by which remarks speak of a state, by the code of the activity
// status, besides those that lists have for it; under "" of having left.
func remarkStates() map[string][]string {
	return map[string][]string{
		"":         {"Chuyển sinh hoạt", "Chuyển Đảng", "Xin ra khỏi", "Bỏ sinh hoạt", "Mất ngày", "Mất tháng", "Mất năm", "Mất từ", "Chết ngày"},
		"exempt":   {"Miễn SH", "Được miễn", "Xin miễn", "Nghỉ sinh hoạt"},
		"moved_in": {"Chuyển đến", "Mới chuyển về", "Chuyển về chi bộ"},
	}
}

// rosterCodes are the codes of the activity status and the states that mean
// them.
func rosterCodes() map[string][]string {
	return map[string][]string{
		"normal": {"Đang hoạt động", "Hoạt động", "Đang sinh hoạt", "Đang sinh hoạt đảng", "Đang SH", "Sinh hoạt bình thường", "Bình thường"},
		"exempt": {"Miễn SH", "Miễn sinh hoạt", "Được miễn sinh hoạt", "Miễn sinh hoạt đảng", "Được miễn sinh hoạt đảng", "Miễn công tác và sinh hoạt đảng", "Được miễn công tác và sinh hoạt đảng",
			"Miễn SHĐ", "Miễn SH Đảng", "Được miễn SH", "Được miễn SHĐ", "Miễn công tác và sinh hoạt", "Được miễn công tác và sinh hoạt", "Miễn công tác, miễn sinh hoạt", "Được miễn công tác, sinh hoạt đảng"},
		"suspended":           {"Đình chỉ sinh hoạt", "Đình chỉ sinh hoạt đảng", "Bị đình chỉ sinh hoạt đảng", "Bị đình chỉ sinh hoạt"},
		"temporary_elsewhere": {"Sinh hoạt tạm thời", "Chuyển sinh hoạt tạm thời", "Tạm thời nơi khác", "Đang sinh hoạt tạm thời", "Đang sinh hoạt tạm thời nơi khác", "Chuyển sinh hoạt tạm thời nơi khác", "Đã chuyển sinh hoạt tạm thời"},
	}
}

// By what two rows are the same subject.
const (
	keyLabelIdentity = "số định danh"
	keyLabelCard     = "số thẻ Đảng"
	keyLabelBirth    = "họ tên và ngày sinh, không có số nào khác nhau"
	keyLabelNothing  = "họ tên mà không có gì để phân biệt"
	keyLabelName     = "mã và tên tổ chức"
	keyLabelSubject  = "mã tra cứu"
)
