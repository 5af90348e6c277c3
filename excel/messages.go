package excel

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

// otherUnread lists, folded and parted by |, headings that nobody expects to be
// read: running numbers and counters.
const otherUnread = "tt|số tt|số thứ tự|tổng|tổng cộng|cộng"

// rosterStatus heads the status column of the national roster.
const rosterStatus = "Trạng thái hoạt động"

// rosterSigns are folded headings that only the national roster has.
func rosterSigns() []string {
	return []string{"tên gọi khác", "dân tộc", "tôn giáo", "nơi cấp thẻ đảng", "ngày cấp thẻ đảng",
		"số thẻ đảng theo qđ 85", "số cmnd cũ", "đề nghị xóa có không", "kết quả kiểm tra", "chi tiết lỗi"}
}

// rosterLeft are folded states of people who are no longer on the roster.
func rosterLeft() []string {
	return []string{"đã chuyển đi", "chuyển đi", "đã chuyển sinh hoạt", "đã rời", "rời", "từ trần", "đã từ trần", "đã mất", "mất",
		"xóa tên", "đã xóa tên", "xin ra khỏi đảng", "ra khỏi đảng", "khai trừ", "đã khai trừ"}
}

// rosterCode is the code of the activity status for a folded state.
func rosterCode(folded string) (string, bool) {
	switch folded {
	case "đang hoạt động", "hoạt động", "đang sinh hoạt", "sinh hoạt bình thường", "bình thường":
		return "normal", true
	case "miễn sinh hoạt", "được miễn sinh hoạt", "miễn công tác và sinh hoạt đảng", "được miễn công tác và sinh hoạt đảng":
		return "exempt", true
	case "đình chỉ sinh hoạt", "đình chỉ sinh hoạt đảng", "bị đình chỉ sinh hoạt đảng":
		return "suspended", true
	case "sinh hoạt tạm thời", "chuyển sinh hoạt tạm thời", "tạm thời nơi khác":
		return "temporary_elsewhere", true
	}
	return "", false
}

// By what two rows are the same subject.
const (
	keyLabelIdentity = "số định danh"
	keyLabelCard     = "số thẻ Đảng"
	keyLabelBirth    = "họ tên và ngày sinh, không có số nào khác nhau"
	keyLabelName     = "mã và tên tổ chức"
)
