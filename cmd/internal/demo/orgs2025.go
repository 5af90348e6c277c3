package demo

import "fmt"

// commune2025 is the office of 2025: a commune-level committee system as it
// stands since districts were abolished in the middle of that year, on its base
// organizations, all with invented names. It is as large as a district was, so
// that both periods show the same load.
func commune2025() office {
	return office{
		code: "XM", name: "Đảng bộ xã Mẫu", head: "ĐẢNG ỦY XÃ MẪU", superior: "ĐẢNG BỘ TỈNH MẪU",
		place: "Mẫu", signer: "TRƯỞNG BAN XÂY DỰNG ĐẢNG", orgType: "commune", merged: true,
		bases: interleave(villages2025(), agencies2025(), baseBranches2025()),
	}
}

func villages2025() []blueprint {
	out := make([]blueprint, 0, 24)
	for i := range 24 {
		out = append(out, blueprint{
			name: fmt.Sprintf("Đảng bộ thôn Mẫu %d", i+1), orgType: "commune", branches: 9, nature: village,
			stem: "Chi bộ xóm Mẫu %d", served: true,
		})
	}
	return out
}

func agencies2025() []blueprint {
	out := []blueprint{
		{name: "Đảng bộ các cơ quan Đảng xã Mẫu", orgType: "party_body", branches: 5, nature: agency, stem: "Chi bộ Ban Mẫu %d"},
		{name: "Đảng bộ Ủy ban nhân dân xã Mẫu", orgType: "state_body", branches: 9, nature: agency, stem: "Chi bộ Phòng Mẫu %d", section: "Đảng bộ bộ phận Khối văn hóa - xã hội Mẫu", served: true},
		{name: "Đảng bộ Công an xã Mẫu", orgType: "police", branches: 4, nature: police, stem: "Chi bộ Tổ Mẫu %d"},
		{name: "Đảng bộ Bệnh viện Mẫu", orgType: "public_service", branches: 7, nature: hospital, stem: "Chi bộ Khoa Mẫu %d", section: "Đảng bộ bộ phận Khối lâm sàng Mẫu"},
		{name: "Đảng bộ Công ty Cổ phần Mẫu A", orgType: "joint_stock", branches: 4, nature: enterprise, stem: "Chi bộ Phân xưởng Mẫu %d"},
		{name: "Đảng bộ Công ty Thủy lợi Mẫu", orgType: "soe_full", branches: 4, nature: enterprise, stem: "Chi bộ Xí nghiệp Mẫu %d"},
	}
	for i := range 5 {
		out = append(out, blueprint{
			name: fmt.Sprintf("Đảng bộ Trường THPT Mẫu %d", i+1), orgType: "public_service",
			branches: 3, nature: school, stem: "Chi bộ Tổ Mẫu %d",
		})
	}
	return out
}

func baseBranches2025() []blueprint {
	out := []blueprint{
		{name: "Chi bộ Quân sự xã Mẫu", orgType: "army", nature: army},
		{name: "Chi bộ Trạm Y tế xã Mẫu", orgType: "public_service", nature: hospital},
		{name: "Chi bộ Trung tâm Hành chính công Mẫu", orgType: "public_service", nature: agency},
		{name: "Chi bộ Trường phổ thông tư thục Mẫu", orgType: "private_service", nature: school},
		{name: "Chi bộ Hợp tác xã Nông nghiệp Mẫu", orgType: "coop", nature: enterprise},
		{name: "Chi bộ Quỹ tín dụng nhân dân Mẫu", orgType: "coop", nature: enterprise},
	}
	for i := range 12 {
		level := []string{"Mầm non", "Tiểu học", "THCS"}[i%3]
		out = append(out, blueprint{name: fmt.Sprintf("Chi bộ Trường %s Mẫu %d", level, i/3+1), orgType: "public_service", nature: school})
	}
	return append(out, firms(14)...)
}

// firms are small enterprises of the kinds the forms count apart.
func firms(n int) []blueprint {
	kinds := []struct{ name, orgType string }{
		{"Công ty TNHH Mẫu", "limited"}, {"Công ty Cổ phần Mẫu", "joint_stock"},
		{"Công ty vốn nước ngoài Mẫu", "foreign"}, {"Công ty Cổ phần Nhà nước Mẫu", "soe_minor"},
	}
	out := make([]blueprint, 0, n)
	for i := range n {
		k := kinds[i%len(kinds)]
		out = append(out, blueprint{name: fmt.Sprintf("Chi bộ %s %d", k.name, i/len(kinds)+1), orgType: k.orgType, nature: enterprise})
	}
	return out
}
