package demo

import "fmt"

// middleName marks every person as invented: nobody real is called so.
const middleName = "Mẫu"

// neverIssued begins every identity number: province codes end before it. It
// starts with a zero, so that a number that Excel spoiled can be shown.
const neverIssued = "099"

func surnames() []weighted[string] {
	return []weighted[string]{
		{"Nguyễn", 380}, {"Trần", 110}, {"Lê", 95}, {"Phạm", 70}, {"Hoàng", 50}, {"Phan", 45}, {"Vũ", 40},
		{"Đặng", 25}, {"Bùi", 25}, {"Đỗ", 20}, {"Hồ", 15}, {"Ngô", 15}, {"Dương", 12}, {"Đinh", 12}, {"Đào", 10},
		{"Trịnh", 10}, {"Mai", 8}, {"Lưu", 8}, {"Đoàn", 8}, {"Lý", 6}, {"Cao", 6}, {"Tạ", 6}, {"Chu", 6}, {"Hà", 6},
	}
}

func givenNames() []string {
	return []string{
		"An", "Anh", "Ánh", "Ba", "Bách", "Bảo", "Bắc", "Bích", "Bình", "Cảnh", "Cường", "Châu", "Chi", "Chiến",
		"Chinh", "Chung", "Công", "Cúc", "Dân", "Diệp", "Dung", "Dũng", "Duy", "Duyên", "Dương", "Đại", "Đạt",
		"Điệp", "Định", "Đoan", "Đông", "Đức", "Giang", "Giáp", "Hà", "Hải", "Hạnh", "Hằng", "Hậu", "Hiên", "Hiền",
		"Hiển", "Hiệp", "Hiếu", "Hoa", "Hòa", "Hoài", "Hoan", "Hoàn", "Học", "Hồng", "Huân", "Huế", "Huệ", "Hùng",
		"Huy", "Huyền", "Hưng", "Hương", "Khanh", "Khánh", "Khoa", "Khôi", "Kiên", "Kim", "Lam", "Lan", "Lâm",
		"Liên", "Linh", "Loan", "Lộc", "Lợi", "Long", "Lương", "Luyện", "Ly", "Mạnh", "Mẫn", "Minh", "My", "Nam",
		"Nga", "Ngân", "Nghĩa", "Ngọc", "Nguyên", "Nguyệt", "Nhàn", "Nhân", "Nhung", "Ninh", "Oanh", "Phong",
		"Phú", "Phúc", "Phương", "Phượng", "Quang", "Quân", "Quốc", "Quý", "Quyên", "Quyết", "Quỳnh", "Sáng",
		"Sen", "Sinh", "Sơn", "Tài", "Tâm", "Tân", "Tiến", "Tình", "Tịnh", "Toàn", "Toản", "Trang", "Trí", "Trinh",
		"Trung", "Trường", "Tú", "Tuấn", "Tuệ", "Tùng", "Tuyên", "Tuyết", "Thái", "Thanh", "Thành", "Thảo",
		"Thắng", "Thiện", "Thịnh", "Thọ", "Thoa", "Thu", "Thuận", "Thục", "Thủy", "Thúy", "Thư", "Thương", "Uyên",
		"Vân", "Việt", "Vinh", "Vĩnh", "Vượng", "Xuân", "Yên", "Yến",
	}
}

func newName(d dice) string {
	return draw(d, surnames()) + " " + middleName + " " + pick(d, givenNames())
}

// identityNumber is a number of twelve digits shaped like a real one: place,
// century and sex, year of birth, serial.
func identityNumber(birthYear int, woman bool, serial int) string {
	sex := 0
	if birthYear >= 2000 {
		sex = 2
	}
	if woman {
		sex++
	}
	return fmt.Sprintf("%s%d%02d%06d", neverIssued, sex, birthYear%100, serial%1000000)
}

// cardNumber is a Party card number of a series that does not exist.
func cardNumber(serial int) string { return fmt.Sprintf("99%06d", serial%1000000) }
