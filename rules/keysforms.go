package rules

// Keys of statutory forms.

func formFileKeys() []key {
	return []key{
		schemaKey(),
		must("id", aText(), "Mã của biểu; tên tệp là MÃ.yaml"),
		may("number", aText(), "Số hiệu biểu"),
		must("title", aText(), "Tên biểu"),
		must("sheet", aText(), "Tên trang tính"),
		must("kinds", listOf(aCode(kinds()...)), "Các loại chủ thể được đếm"),
		standingKey(), noteKey(),
		must("columns", mappings("form_column"), "Các cột"),
		must("rows", mappings("form_row"), "Các dòng"),
		may("checks", mappings("form_check"), "Các phép cộng phải khớp"),
	}
}

func formColumnKeys() []key {
	return []key{
		must("id", aText(), "Mã cột"),
		may("number", aText(), "Số cột in dưới tiêu đề"),
		must("label", aText(), "Tiêu đề"),
		may("group", aText(), "Tiêu đề gộp phía trên"),
		may("types", listOf(aText()), "Các loại hình tổ chức được đếm vào cột"),
		may("rest", aFlag(), "true: đếm mọi loại hình còn lại"),
		may("sum", listOf(aText()), "Cột cộng của các cột này"),
	}
}

func formRowKeys() []key {
	return []key{
		must("id", aText(), "Mã dòng"),
		may("number", aText(), "Số thứ tự in ở đầu dòng"),
		must("label", aText(), "Tên dòng"),
		may("indent", aWhole(), "Thụt vào mấy bậc"),
		may("bold", aFlag(), "true: in đậm"),
		may("select", aMapping("form_select"), "Ai được đếm"),
		may("sum", listOf(aText()), "Dòng cộng của các dòng này"),
		may("of", aText(), "Dòng làm mẫu số của tỷ lệ"),
	}
}

func formCheckKeys() []key {
	return []key{
		must("left", aText(), "Dòng phải bằng"),
		may("right", listOf(aText()), "tổng của các dòng này"),
	}
}

func formSelectKeys() []key {
	return []key{
		must("kind", aCode(kinds()...), "Loại chủ thể"),
		may("levels", listOf(aCode(orgLevels()...)), "Cấp của tổ chức"),
		may("outcomes", listOf(aCode(outcomes()...)), "Kết quả: đã xếp loại, chờ xem xét, chưa kết luận, không xếp loại"),
		may("classes", listOf(aCode(classes()...)), "Loại của trường hợp không xếp loại"),
		may("because", listOf(aText()), "Lý do (counts_as) được đếm"),
		may("grades", listOf(aCode(statutoryGrades()...)), "Mức được đếm"),
		may("except_because", listOf(aText()), "Lý do không đếm"),
	}
}

func formTables() []table {
	return []table{
		{id: "form", help: "Biểu thống kê", keys: formFileKeys()},
		{id: "form_column", help: "Một cột", keys: formColumnKeys()},
		{id: "form_row", help: "Một dòng", keys: formRowKeys()},
		{id: "form_check", help: "Một phép cộng phải khớp", keys: formCheckKeys()},
		{id: "form_select", help: "Ai được đếm", keys: formSelectKeys()},
	}
}
