package excel

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// Every Vietnamese word that sheets carry, but for facts, rules and forms,
// which bring their own.

const toolName = "xeploai"

// Names of sheets.
const (
	sheetCover          = "Bìa"
	sheetBallots        = "Kiểm phiếu"
	sheetGuide          = "Hướng dẫn"
	sheetUnmoved        = "Chưa chuyển"
	sheetLeft           = "Không còn sinh hoạt"
	sheetLists          = "Danh mục"
	sheetStamp          = "_xeploai"
	sheetOrgList        = "Danh sách tổ chức"
	sheetUnitList       = "Cơ quan, đơn vị"
	sheetCollectiveList = "Tập thể lãnh đạo"
	sheetMembers        = "Đảng viên"
	sheetOrgs           = "Tổ chức"
	sheetCollectives    = "Tập thể"
	sheetLeaders        = "Lãnh đạo"
	sheetUnits          = "Đơn vị"
	sheetStaff          = "Cán bộ công chức"
	sheetReview         = "Xem xét"
	sheetVotes          = "Kết quả kiểm phiếu"
	sheetUndecided      = "Chưa đủ dữ liệu"
	sheetCaps           = "Kiểm soát tỷ lệ"
	sheetProblems       = "Vấn đề"
	sheetAbout          = "Thông tin"
	sheetNotQuoted      = "Độ tin cậy"
	sheetInputs         = "Tệp đã nhận"
	sheetData           = "_du_lieu"
	sheetChart          = "Biểu đồ"
	sheetTrace          = "Danh sách"
)

// Words of every sheet.
const (
	labelParty      = "ĐẢNG CỘNG SẢN VIỆT NAM"
	labelAsterisk   = "*"
	labelPage       = "Trang &P/&N"
	labelNumber     = "STT"
	requiredMark    = " *"
	labelUnit       = "Đơn vị"
	labelUnitCode   = "Mã đơn vị"
	labelPeriod     = "Kỳ đánh giá"
	labelSuperior   = "Cấp trên"
	labelVersion    = "Phiên bản mẫu"
	labelRuleSets   = "Bộ quy tắc"
	labelTotalScore = "Tổng điểm"
	labelHowTo      = "CÁCH LÀM"
	labelSheets     = "CÁC TRANG TRONG TỆP NÀY"
	labelGuideTitle = "HƯỚNG DẪN ĐIỀN"
	labelNoEdit     = "Ô trắng: điền vào. Ô xám: giữ nguyên. Cột có dấu * phải điền."
)

// Messages of the checks while typing.
const (
	labelWrongTitle    = "Giá trị chưa đúng"
	labelWrongChoice   = "Hãy chọn một giá trị trong danh sách của ô này, hoặc để trống."
	labelWrongIdentity = "Số định danh có 12 chữ số (số CMND cũ có 9 chữ số). Vẫn giữ giá trị vừa ghi?"
)

// labelBeyondRow names the bounds of a line on each score sheet.
func labelBeyondRow(bounds string) string {
	return "Ghi theo bảng điểm của dòng này (" + bounds + "), hoặc để trống; được giao bảng điểm khác thì vẫn ghi."
}

func labelWrongNumber(bounds string) string {
	if bounds == "" {
		return "Hãy ghi một số, hoặc để trống."
	}
	return "Hãy ghi " + bounds + ", hoặc để trống."
}

// rangeLabel says between which numbers a cell's must lie; "" for any.
func rangeLabel(low, high *evaluate.Num) string {
	switch {
	case low != nil && high != nil:
		return "từ " + evaluate.VietnameseNumber(*low) + " đến " + evaluate.VietnameseNumber(*high)
	case low != nil:
		return "từ " + evaluate.VietnameseNumber(*low) + " trở lên"
	case high != nil:
		return "từ " + evaluate.VietnameseNumber(*high) + " trở xuống"
	}
	return ""
}

// rangeHint says which numbers a cell takes: "số từ 0 đến 20, nhiều nhất 3 chữ
// số lẻ".
func rangeHint(low, high *evaluate.Num, step evaluate.Num) string {
	bounds := rangeLabel(low, high)
	switch {
	case bounds == "":
		return ""
	case step.MultipleOf(evaluate.Int(1)):
		return "số nguyên " + bounds
	case step.Sign() <= 0:
		return "số " + bounds
	}
	if places, ok := decimalPlaces(step); ok {
		return fmt.Sprintf("số %s, nhiều nhất %d chữ số lẻ", bounds, places)
	}
	return "số " + bounds + ", là bội của " + evaluate.VietnameseNumber(step)
}

// decimalPlaces tells how many decimals a step of 0.1, 0.01, 0.001 … leaves.
func decimalPlaces(step evaluate.Num) (places int, ok bool) {
	for unit := step; places < 9; places++ {
		if unit.Cmp(evaluate.Int(1)) == 0 {
			return places, true
		}
		unit = unit.Mul(evaluate.Int(10))
	}
	return 0, false
}

func joinHint(hint, bounds string) string {
	switch {
	case hint == "":
		return bounds
	case bounds == "":
		return hint
	}
	return hint + "; " + bounds
}

// periodLabel is a period as printed under a title.
func periodLabel(written string) string {
	p, ok := evaluate.ParsePeriod(written)
	if !ok {
		return written
	}
	year := strconv.Itoa(p.Year)
	switch p.Granularity {
	case evaluate.Quarterly:
		return "Quý " + strconv.Itoa(p.Part) + " năm " + year
	case evaluate.Monthly:
		return "Tháng " + strconv.Itoa(p.Part) + " năm " + year
	case evaluate.Term:
		return "Nhiệm kỳ " + p.String()
	}
	return "Năm " + year
}

// coverTitle is the title of a template by its kind.
func coverTitle(k BookKind) string {
	switch k {
	case BaseBook:
		return "PHIẾU THÔNG TIN DO ĐẢNG ỦY CƠ SỞ CUNG CẤP"
	case OfficeBook:
		return "PHIẾU THÔNG TIN DO CƠ QUAN TỔ CHỨC CUNG CẤP"
	case OrgListBook:
		return "DANH SÁCH TỔ CHỨC ĐẢNG"
	case RegradeBook:
		return "PHIẾU DỮ KIỆN ĐỂ XẾP LOẠI LẠI"
	}
	return "PHIẾU THÔNG TIN ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG"
}

// bookWord names a workbook that is recognised by its headings.
func bookWord(k BookKind) string {
	switch k {
	case BaseBook:
		return "phiếu của đảng ủy cơ sở"
	case OfficeBook:
		return "phiếu của cơ quan tổ chức"
	case OrgListBook:
		return "danh sách tổ chức"
	case ResultBook:
		return "tệp kết quả xếp loại"
	case SummaryBook:
		return "tệp biểu tổng hợp"
	case RegradeBook:
		return "phiếu xếp loại lại"
	case StatusBook:
		return "bảng tình trạng"
	case RosterBook:
		return "danh sách đảng viên"
	}
	return "báo cáo của chi bộ"
}

// coverSteps says what the receiver does, in order.
func coverSteps(spec *TemplateSpec) []string {
	if spec.Stamp.Kind == RegradeBook {
		return []string{
			"Sửa những dữ kiện đã phát hiện sai; giữ nguyên những dữ kiện khác. Ô xám không sửa ở đây.",
			"Ghi lý do xếp lại, số và ngày quyết định ở các cột của cấp có thẩm quyền; ghi mức quyết định nếu khác mức tính được.",
			"Lưu tệp dạng .xlsx, giữ nguyên các trang và tiêu đề cột, rồi chạy: xeploai regrade --take TỆP",
		}
	}
	who := "Mỗi đảng viên một dòng ở trang “Đảng viên”; thông tin về chi bộ ở trang “Tổ chức”."
	known := ""
	if asksOffice(spec) {
		known = labelOfficeKnows
	}
	switch members := slices.ContainsFunc(spec.Sheets, func(s TemplateSheet) bool { return s.Schema.Kind == evaluate.Member }); {
	case spec.Stamp.Kind == BranchBook && !members:
		who = "Lần lượt điền các trang kể bên trái; trang về người thì mỗi người, mỗi chức vụ một dòng."
	case spec.Stamp.Kind == BaseBook:
		who = "Bổ sung thông tin mà chỉ đảng ủy cơ sở có" + known + " vào các dòng đã ghi sẵn; không thêm, không bớt cột."
	case spec.Stamp.Kind == OfficeBook:
		who = "Bổ sung thông tin mà chỉ cơ quan tổ chức có" + known + " vào các dòng đã ghi sẵn."
	case known != "":
		who += " Ghi cả thông tin mà chi ủy biết của từng người" + known + "."
	}
	return []string{
		who,
		"Ô vàng (cột có dấu *) phải điền; ô tím để trống thì chưa xếp loại được, không có thì ghi 0; ô trắng điền nếu có; ô xám giữ nguyên. Chưa biết thì để trống, không đoán; nơi lời nhắc ghi “ô trống được hiểu là …” thì hỏi lại trước khi gửi.",
		"Ô có mũi tên: chọn trong danh sách. Ngày ghi dạng ngày/tháng/năm. Số định danh, số thẻ ghi đủ chữ số, kể cả số 0 ở đầu.",
		"Dán từ tệp khác: chọn “Dán đặc biệt – Giá trị” (Paste Special – Values). Thêm dòng: bấm chuột phải vào số của một dòng giữa bảng, ở mép trái, chọn “Chèn” (Insert).",
		"Lưu tệp dạng .xlsx, giữ nguyên các trang và tiêu đề cột, gửi lại nơi đã gửi mẫu.",
		"Nếu nhận lại tệp có ô tô màu và trang “Lỗi”: sửa các ô được liệt kê rồi gửi lại chính tệp đó.",
	}
}

// labelOfficeKnows is what an office knows of people, in short.
const labelOfficeKnows = " (kỷ luật, kết luận, mức xếp loại bên chính quyền …)"

// asksOffice tells whether a workbook asks for what offices know.
func asksOffice(spec *TemplateSpec) bool {
	return slices.ContainsFunc(spec.Sheets, func(s TemplateSheet) bool {
		return slices.ContainsFunc(s.Facts, func(fact int) bool { return s.Schema.Facts[fact].Supplier == evaluate.SupplyOffice })
	})
}

func rowsNote(subjects string) string { return "Đã ghi " + subjects + " dòng. " + labelNoEdit }

// labelWrongDate says how a day is written and which is the last one.
func labelWrongDate(last evaluate.Date) string {
	return "Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 05/09/2025, không muộn hơn " + last.Vietnamese() + "."
}
