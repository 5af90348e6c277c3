package demo

import "github.com/xeploai/xeploai/excel"

// The words printed on the sample workbooks.
const (
	sheetMembers   = "Đảng viên"
	sheetOrgs      = "Tổ chức"
	headingMembers = "DANH SÁCH ĐẢNG VIÊN"
	headingOrgs    = "THÔNG TIN VỀ TỔ CHỨC ĐẢNG"
)

func guide() []excel.GuideSection {
	return []excel.GuideSection{{Heading: "Số liệu mẫu", Lines: []string{
		"Mọi người và tổ chức trong tệp này đều do máy đặt ra để xem thử; không có thật.",
		"Một số tệp có lỗi cố ý để thấy công cụ phát hiện và trả lại ra sao.",
	}}}
}
