package rules

import "strconv"

// The Vietnamese words in which rules diff speaks.

const (
	labelSources = "Văn bản căn cứ"
	labelScale   = "Thang mức"
)

func labelSheet(title string) string { return "Bảng điểm: " + title }

func labelPlace(i int) string { return "thứ " + strconv.Itoa(i+1) + " từ trên xuống" }

func labelSwitch(name string, off bool) string {
	switch {
	case name == "":
		return ""
	case off:
		return name + " (đang tắt)"
	}
	return name + " (đang bật)"
}

// labelDetail names what differs.
func labelDetail(what string) string {
	switch what {
	case "text":
		return "lời văn"
	case "condition":
		return "điều kiện"
	case "scope":
		return "phạm vi"
	case "effect":
		return "kết quả"
	case "cite":
		return "căn cứ"
	case "standing":
		return "độ tin cậy"
	case "switch":
		return "công tắc"
	case "note":
		return "ghi chú"
	case "title":
		return "tên"
	case "kind":
		return "loại chủ thể"
	case "track":
		return "hệ"
	case "granularity":
		return "loại kỳ"
	case "in_force":
		return "kỳ có hiệu lực"
	case "extends":
		return "kế thừa"
	case "supersedes":
		return "thay phiên bản"
	case "date":
		return "ngày"
	case "short":
		return "viết tắt"
	case "statutory":
		return "mức luật định tương đương"
	case "place":
		return "thứ bậc"
	case "max":
		return "điểm tối đa"
	case "how":
		return "cách tính"
	}
	return what
}
