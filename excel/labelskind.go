package excel

import "github.com/xeploai/xeploai/evaluate"

// kindWords are the words that tell the subject kinds apart.
type kindWords struct{ sheet, label, title string }

func wordsOfKind(k evaluate.Kind) kindWords {
	switch k {
	case evaluate.Organization:
		return kindWords{sheetOrgs, "Tổ chức đảng", "DANH SÁCH TỔ CHỨC ĐẢNG ĐƯỢC ĐÁNH GIÁ, XẾP LOẠI"}
	case evaluate.Collective:
		return kindWords{sheetCollectives, "Tập thể lãnh đạo", "DANH SÁCH TẬP THỂ LÃNH ĐẠO, QUẢN LÝ ĐƯỢC ĐÁNH GIÁ, XẾP LOẠI"}
	case evaluate.Leader:
		return kindWords{sheetLeaders, "Cán bộ lãnh đạo", "DANH SÁCH CÁN BỘ LÃNH ĐẠO, QUẢN LÝ ĐƯỢC ĐÁNH GIÁ, XẾP LOẠI"}
	case evaluate.Unit:
		return kindWords{sheetUnits, "Cơ quan, đơn vị", "DANH SÁCH CƠ QUAN, ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ, XẾP LOẠI"}
	case evaluate.Staff:
		return kindWords{sheetStaff, "Công chức, viên chức", "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC ĐƯỢC ĐÁNH GIÁ, XẾP LOẠI"}
	}
	return kindWords{sheetMembers, "Đảng viên", "DANH SÁCH ĐẢNG VIÊN ĐƯỢC ĐÁNH GIÁ, XẾP LOẠI"}
}

func kindSheet(k evaluate.Kind) string { return wordsOfKind(k).sheet }
func kindLabel(k evaluate.Kind) string { return wordsOfKind(k).label }
func kindTitle(k evaluate.Kind) string { return wordsOfKind(k).title }
