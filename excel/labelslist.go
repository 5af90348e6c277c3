package excel

import "github.com/xeploai/xeploai/evaluate"

// Words of the organization list.
const (
	labelOrgCode       = "Mã tổ chức"
	labelOrgName       = "Tên tổ chức đảng"
	labelOrgParent     = "Mã cấp trên"
	labelOrgType       = "Loại hình"
	labelFounded       = "Ngày thành lập"
	labelPredecessors  = "Tổ chức tiền thân"
	labelOrgListHow    = "Mỗi tổ chức một dòng, cả tổ chức lập danh sách này (để trống mã cấp trên); cấp trên ghi trước hay sau đều được."
	hintOrgCode        = "mã ngắn, không trùng, không đổi trong cả đợt; ví dụ CB-01"
	hintOrgParent      = "mã của tổ chức cấp trên trực tiếp; chỉ để trống ở tổ chức đứng đầu"
	hintOrgType        = "loại hình của tổ chức cơ sở đảng, dùng cho các biểu tổng hợp"
	hintFounded        = "dd/mm/yyyy; để trống mà quy định của kỳ có hỏi (mới thành lập thì chưa xếp loại) thì chưa xếp loại được"
	labelFoundedLegend = "Ô tím: cần để xếp loại được."
	hintPredecessors   = "mã hoặc tên tổ chức trước khi hợp nhất, đổi tên; nhiều tổ chức cách nhau bằng dấu chấm phẩy"
)

// Words of the sheets of units and of collectives.
const (
	labelUnitListTitle       = "DANH SÁCH CƠ QUAN, ĐƠN VỊ"
	labelUnitListHow         = "Mỗi cơ quan, đơn vị được đánh giá trong đợt một dòng; không có thì để trống cả trang."
	labelCollectiveListTitle = "DANH SÁCH TẬP THỂ LÃNH ĐẠO, QUẢN LÝ"
	labelCollectiveListHow   = "Mỗi tập thể lãnh đạo, quản lý (cấp ủy, ban thường vụ, tập thể lãnh đạo cơ quan …) một dòng; không có thì để trống cả trang."
	labelBodyOrg             = "Thuộc tổ chức đảng (mã)"
	labelBodyPredecessors    = "Hợp nhất/đổi tên từ"
	labelSize                = "Số thành viên"
	hintBodyOrg              = "mã có trong trang danh sách tổ chức"
	hintSize                 = "ghi số người của tập thể; tập thể quá ít người có thể không được đánh giá riêng theo quy định"
	aliasCode                = "Mã" // as in lists that were typed without our headings
	aliasName                = "Tên"
	labelNoSuperior          = "không" // as SaysNone reads it
	labelStrangeCode         = "Mã này chưa có trong danh sách. Vẫn giữ giá trị vừa ghi?"
)

// bodyWords are the words of the columns that differ between units and
// collectives.
type bodyWords struct{ code, codeHint, name, superior, superiorHint string }

func wordsOfBody(k evaluate.Kind) bodyWords {
	if k == evaluate.Collective {
		return bodyWords{"Mã tập thể", "mã ngắn, không trùng, không đổi trong cả đợt; ví dụ TT-01", "Tên tập thể lãnh đạo",
			"Lãnh đạo đơn vị (mã)", "mã của cơ quan, đơn vị mà tập thể lãnh đạo, quản lý; cấp ủy thì để trống; tập thể khác không lãnh đạo đơn vị nào được xếp loại thì ghi “không”"}
	}
	return bodyWords{"Mã đơn vị", "mã ngắn, không trùng, không đổi trong cả đợt; ví dụ DV-01", "Tên cơ quan, đơn vị",
		"Đơn vị cấp trên (mã)", "mã của cơ quan, đơn vị cấp trên trực tiếp; để trống nếu không có"}
}
