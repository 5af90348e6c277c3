package demo

// district2019 is the office of 2019-2022: the communes and the towns of huyện
// Mỹ Đức as base organizations, and the agencies, schools, hospitals, forces and
// enterprises of a district. Only the names of communes are real.
func district2019() office {
	return office{
		code: "MD", name: "Đảng bộ huyện Mỹ Đức (số liệu mẫu)", head: "HUYỆN ỦY MỸ ĐỨC (MẪU)",
		superior: "THÀNH ỦY HÀ NỘI", place: "Mỹ Đức", signer: "TRƯỞNG BAN TỔ CHỨC", orgType: "town",
		bases: interleave(communes2019(), agencies2019(), baseBranches2019()),
	}
}

func communes2019() []blueprint {
	out := []blueprint{communeOf("thị trấn Đại Nghĩa", "town")}
	for _, name := range []string{
		"An Mỹ", "An Phú", "An Tiến", "Bột Xuyên", "Đại Hưng", "Đốc Tín", "Đồng Tâm", "Hồng Sơn", "Hợp Thanh",
		"Hợp Tiến", "Hùng Tiến", "Hương Sơn", "Lê Thanh", "Mỹ Thành", "Phù Lưu Tế", "Phúc Lâm", "Phùng Xá",
		"Thượng Lâm", "Tuy Lai", "Vạn Kim", "Xuy Xá",
	} {
		out = append(out, communeOf("xã "+name, "commune"))
	}
	return out
}

func communeOf(name, orgType string) blueprint {
	stem := "Chi bộ thôn Mẫu %d"
	if orgType == "town" {
		stem = "Chi bộ tổ dân phố Mẫu %d"
	}
	return blueprint{name: "Đảng bộ " + name, orgType: orgType, branches: 10, stem: stem, nature: village, served: true,
		parts: []part{{"Chi bộ Cơ quan " + name, agency}, {"Chi bộ Trường Tiểu học Mẫu", school},
			{"Chi bộ Trường THCS Mẫu", school}, {"Chi bộ Trạm Y tế", hospital}}}
}

func agencies2019() []blueprint {
	return []blueprint{
		{name: "Đảng bộ Cơ quan Đảng - đoàn thể huyện", orgType: "party_body", branches: 6, nature: agency, stem: "Chi bộ Ban Mẫu %d"},
		{name: "Đảng bộ Cơ quan Ủy ban nhân dân huyện", orgType: "state_body", branches: 12, nature: agency, stem: "Chi bộ Phòng Mẫu %d", section: "Đảng bộ bộ phận Khối nội chính Mẫu", served: true},
		{name: "Đảng bộ Công an huyện", orgType: "police", branches: 9, nature: police, stem: "Chi bộ Đội Mẫu %d"},
		{name: "Đảng bộ Quân sự huyện", orgType: "army", branches: 4, nature: army, stem: "Chi bộ Ban Mẫu %d"},
		{name: "Đảng bộ Bệnh viện Đa khoa Mẫu", orgType: "public_service", branches: 8, nature: hospital, stem: "Chi bộ Khoa Mẫu %d", section: "Đảng bộ bộ phận Khối lâm sàng Mẫu"},
		{name: "Đảng bộ Trung tâm Y tế Mẫu", orgType: "public_service", branches: 5, nature: hospital, stem: "Chi bộ Khoa Mẫu %d"},
		{name: "Đảng bộ Trường THPT Mẫu 1", orgType: "public_service", branches: 3, nature: school, stem: "Chi bộ Tổ Mẫu %d"},
		{name: "Đảng bộ Trường THPT Mẫu 2", orgType: "public_service", branches: 3, nature: school, stem: "Chi bộ Tổ Mẫu %d"},
		{name: "Đảng bộ Công ty Thủy lợi Mẫu", orgType: "soe_full", branches: 4, nature: enterprise, stem: "Chi bộ Xí nghiệp Mẫu %d"},
	}
}

func baseBranches2019() []blueprint {
	out := []blueprint{
		{name: "Chi bộ Tòa án nhân dân Mẫu", orgType: "state_body", nature: agency},
		{name: "Chi bộ Viện kiểm sát nhân dân Mẫu", orgType: "state_body", nature: agency},
		{name: "Chi bộ Thi hành án dân sự Mẫu", orgType: "state_body", nature: agency},
		{name: "Chi bộ Chi cục Thuế Mẫu", orgType: "state_body", nature: agency},
		{name: "Chi bộ Kho bạc Mẫu", orgType: "state_body", nature: agency},
		{name: "Chi bộ Bảo hiểm xã hội Mẫu", orgType: "public_service", nature: agency},
		{name: "Chi bộ Trung tâm Dạy nghề Mẫu", orgType: "public_service", nature: school},
		{name: "Chi bộ Trường THPT tư thục Mẫu", orgType: "private_service", nature: school},
		{name: "Chi bộ Bưu điện Mẫu", orgType: "soe_full", nature: enterprise},
		{name: "Chi bộ Điện lực Mẫu", orgType: "soe_full", nature: enterprise},
		{name: "Chi bộ Hợp tác xã Nông nghiệp Mẫu", orgType: "coop", nature: enterprise},
		{name: "Chi bộ Ngân hàng Chính sách Mẫu", orgType: "other", nature: enterprise},
	}
	return append(out, firms(14)...)
}
