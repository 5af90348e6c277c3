package excel

import "github.com/xeploai/xeploai/evaluate"

// CodeTitle is what a problem code stands for in a few words, as counts by kind
// name it; "" for codes that no workbook of a sender can have.
func CodeTitle(code evaluate.Code) string {
	for _, list := range [][]CodeInfo{Codes(), codesOfRows(), codesBetween()} {
		for _, c := range list {
			if c.Code == code {
				return c.Title
			}
		}
	}
	return ""
}

// codesOfRows are of what the core finds in rows, lists and decisions.
func codesOfRows() []CodeInfo {
	return []CodeInfo{
		{"E301", "mã tổ chức ghi hai lần"}, {"E302", "hai tổ chức đứng đầu"}, {"E303", "không có tổ chức đứng đầu"},
		{"E304", "mã cấp trên không có trong danh sách"}, {"E305", "loại tổ chức không hợp với chỗ đứng trong danh sách"}, {"E306", "trực thuộc chính mình theo vòng"},
		{"E307", "các bộ quy tắc chờ nhau"},
		{"E310", "điểm ngoài khung của tiêu chí"}, {"E311", "tiêu chí không có trong bảng điểm của người này"}, {"E312", "tỷ lệ vượt quá 100%"},
		{"E313", "điểm không hợp với kết quả đã ghi"}, {"E314", "tỷ trọng cộng lại không phải 100%"}, {"E315", "trọng số cộng lại không đúng tổng"},
		{"E316", "có điểm mà chưa ghi lý do"}, {"E317", "ghi nội dung bị trừ mà điểm vẫn tối đa"}, {"E318", "chưa rõ đứng đầu cấp ủy nào"}, {"E319", "nhiều người cùng giữ chức vụ của một người"},
		{"E320", "số nhiệm vụ và lời xác nhận mâu thuẫn"}, {"E321", "các số đếm không khớp nhau"}, {"E322", "ô đi kèm còn trống, có lẽ đã quên"},
		{"E323", "ngày quá muộn so với kỳ này"}, {"E324", "ngày sớm hơn ngày phải đứng trước nó"},
		{"E325", "ghi một việc mà ô khác nói là không có"}, {"E326", "chức vụ trái với chức danh, chức vụ đảng"}, {"E327", "được miễn sinh hoạt mà là lãnh đạo"}, {"E329", "đơn vị của người đứng đầu trái với tập thể"},
		{"E386", "số được triệu tập ghi thiếu"},
		{"E330", "quyết định chưa ghi lý do"}, {"E331", "chưa ghi nhận việc xem xét giảm nhẹ"}, {"E332", "một ô nâng cả hai tỷ lệ"},
		{"E333", "quyết định vượt giới hạn, chưa ghi giảm nhẹ"}, {"E334", "các quyết định làm vượt tỷ lệ khống chế"}, {"E335", "quyết định cho trường hợp không xếp loại, hoặc nơi khác đã xếp"},
		{"E336", "ô số quyết định ghi chữ"}, {"E337", "quyết định không nâng tỷ lệ nào"}, {"E338", "quyết định chưa ghi số, ngày văn bản"},
		{"E339", "ngày quyết định muộn hơn hôm nay"}, {"E350", "biểu cộng không khớp"}, {"E369", "mức ghi khác mức đã xếp trong đợt"},
		{"E370", "mã đơn vị, tập thể ghi hai lần"}, {"E371", "tổ chức đảng không có trong danh sách"}, {"E372", "đơn vị cấp trên không có trong danh sách"},
		{"E373", "đơn vị trực thuộc chính mình theo vòng"}, {"E378", "một người, hai tư cách, hai mức"}, {"E379", "số đếm, mức ghi khác kết quả trong đợt"},
		{"E380", "số có mặt, số phiếu không khớp nhau"}, {"E381", "phiếu hợp lệ, không hợp lệ cộng sai"}, {"E382", "phiếu các mức cộng sai"},
		{"E383", "điểm lệch nhiều mà chưa ghi lý do"}, {"E384", "số khác báo cáo của chính đơn vị"}, {"E385", "số được triệu tập ghi khác nhau"},
		{"E387", "loại tập thể trái với danh sách"}, {"E351", "số thành viên tập thể ít hơn số người ghi"}, {"E352", "đơn vị của tập thể trái với các thành viên"}, {"E328", "ghi nhận về tập thể trái với từng người"}, {"E388", "số thành viên tập thể chưa đủ"}, {"E390", "quyết định cho trường hợp không còn"}, {"E391", "quyết định nhóm không còn áp dụng được"},
		{"E392", "mức ngoài các mức có thể"}, {"E395", "không phải phiếu xếp lại của đợt này"}, {"E396", "phiếu xếp lại sửa ô không được sửa"},
		{"E397", "phiếu xếp lại thiếu lý do, số, ngày"}, {"E398", "phiếu xếp lại không đổi gì"}, {"E399", "chưa ra được một kết quả"},
	}
}

// codesBetween are of matters between files.
func codesBetween() []CodeInfo {
	return []CodeInfo{
		{"E340", "đã nhận tệp khác của tổ chức này"}, {"E341", "hai tệp khác nhau của một tổ chức"}, {"E342", "một người báo cáo ở hai nơi"},
		{"E343", "được xếp loại ở chi bộ khác"}, {"E344", "trùng họ tên, không có gì để phân biệt; hoặc một số ở hai dòng"}, {"E345", "chưa chắc dòng này là ai"},
		{"E346", "không có trong báo cáo nào"}, {"E347", "không có trong danh sách đảng viên"}, {"E348", "báo cáo thiếu người, thiếu dòng"},
		{"E349", "mã tổ chức không có trong danh sách"}, {"E353", "quyết định cũ được giữ nguyên"}, {"E354", "kết quả xếp lại chưa có trong dữ liệu"},
		{"E355", "để trống mà quyết định vẫn đứng"}, {"E356", "nơi khác biết là người của chi bộ khác"}, {"E357", "dùng nhầm mẫu của chi bộ khác"},
		{"E358", "số, số liệu có lẽ của người khác"}, {"E359", "mất cột của mẫu"}, {"E360", "chờ nhận xét của nơi sinh hoạt tạm thời"},
		{"E361", "chờ nhận xét của chi bộ cũ"}, {"E362", "chưa ghi số tháng ở chi bộ cũ"}, {"E363", "hai tệp ghi khác nhau"},
		{"E364", "dữ kiện không còn trong bảng"}, {"E365", "chưa nhập báo cáo nào"}, {"E366", "cột do tổ chức ấy tự ghi"},
		{"E367", "đã được tệp khác thay"}, {"E368", "cấp ủy không xếp loại ở đợt này"}, {"E374", "mã hoặc số không có trong danh sách"},
		{"E375", "chưa ghi chức vụ nào"}, {"E376", "tệp chưa ghi gì"}, {"E377", "mã tổ chức đứng đầu có lẽ của nơi khác"},
		{"E389", "quyết định khác mức đã xếp lại"},
	}
}
