package main

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// roster FILE (branch name number[=status])… makes an export as the national database
// gives it: title rows, headings in rows 6 and 7, everything as text.
func roster(args []string) error {
	if len(args) < 4 || len(args)%3 != 1 {
		return fmt.Errorf("usage: roster FILE (branch name number)…")
	}
	const sheet = "DANH SÁCH ĐẢNG VIÊN"
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	rows := [][]any{1: {"DANH SÁCH ĐẢNG VIÊN"}, 5: {"STT", "ID", "Họ và tên *", "Dân tộc *", "Tôn giáo *", "Sinh ngày *", "Số định danh cá nhân *",
		"Số thẻ Đảng *", "Tổ chức Đảng sinh hoạt *", "Nơi đăng ký khai sinh", "", "Ngày vào Đảng *", "Ngày chính thức *", "Trạng thái hoạt động *"},
		6: {"", "", "", "", "", "", "", "", "", "Quốc gia", "Tỉnh/Thành", "", "", ""}}
	for i := 1; i+2 < len(args); i += 3 {
		number, status, told := strings.Cut(args[i+2], "=")
		if !told {
			status = "Đang sinh hoạt"
		}
		rows = append(rows, []any{i/3 + 1, "mau", args[i+1], "Kinh", "Không", "01/01/1970", number, "", args[i], "Việt Nam", "Mẫu", "03/02/2000", "03/02/2001", status})
	}
	for i := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &rows[i]); err != nil {
			return err
		}
	}
	return f.SaveAs(args[0])
}
