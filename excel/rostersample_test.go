package excel

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// writeRoster is an export of the national database with members in the given
// states.
func writeRoster(t testing.TB, states ...string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "DANH SÁCH ĐẢNG VIÊN"
	e := &editor{t, f}
	e.must(f.SetSheetName("Sheet1", sheet))
	row := func(n int, values ...any) {
		e.must(f.SetSheetRow(sheet, cellName(1, n), &values))
	}
	row(1, "DANH SÁCH ĐẢNG VIÊN")
	row(2, "Ngày xuất: 01/12/2025")
	row(6, "STT", "ID", "Họ và tên *", "Tên gọi khác", "Giới tính *", "Sinh ngày *", "Dân tộc *", "Tôn giáo *",
		"Số định danh cá nhân *", "Số thẻ Đảng *", "Tổ chức Đảng sinh hoạt *", "Quê quán", "", "", "Ngày vào Đảng *", "Ngày chính thức *", "Trạng thái hoạt động *")
	row(7, "", "", "", "", "", "", "", "", "", "", "", "Quốc gia", "Tỉnh/Thành", "Chi tiết")
	for c := 1; c <= 17; c++ {
		if c < 12 || c > 14 {
			e.must(f.MergeCell(sheet, cellName(c, 6), cellName(c, 7)))
		}
	}
	e.must(f.MergeCell(sheet, "L6", "N6"))
	for i, s := range states {
		row(8+i, i+1, "uuid", fmt.Sprintf("Người Mẫu %d", i+1), "", "Nam", "05/09/1960", "Kinh", "Không", fmt.Sprintf("00109500100%d", i),
			fmt.Sprintf("2706642%d", i), "Chi bộ Mẫu 3", "Việt Nam", "Mẫu", "", "03/02/1985", "03/02/1986", s)
	}
	path := filepath.Join(t.TempDir(), "danh-sach.xlsx")
	e.must(f.SaveAs(path))
	return path
}
