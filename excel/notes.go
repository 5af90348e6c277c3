package excel

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// What was understood in a tolerant way.

func noteNumbersAsText(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X162", at, fmt.Sprintf("cột “%s”: %d ô ghi số dạng chữ (ô định dạng Văn bản, dấu phẩy, %%, ½, 1e1, +7), đã hiểu là số", heading, n), "không cần làm gì nếu số hiểu đúng")
}

// noteUnits is about n numbers with the word of their unit behind them.
func noteUnits(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X162", at, fmt.Sprintf("cột “%s”: %d ô ghi chữ chỉ đơn vị sau số (như 9đ, 5 việc, nửa tháng, tháng rưỡi), đã hiểu là số", heading, n), "không cần làm gì nếu số hiểu đúng")
}

func noteDatesAsText(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X163", at, fmt.Sprintf("cột “%s”: %d ô ghi ngày dạng chữ, dạng con số hoặc kèm giờ, đã hiểu là ngày/tháng/năm", heading, n), "không cần làm gì nếu ngày hiểu đúng")
}

func noteYearsAlone(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X163", at, fmt.Sprintf("cột “%s”: %d ô chỉ ghi năm, đã hiểu là năm sinh", heading, n), "không cần làm gì nếu năm hiểu đúng; biết đủ ngày sinh thì ghi ngày/tháng/năm")
}

func noteOtherSpelling(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %d ô ghi tắt hoặc khác cách viết, đã hiểu theo danh sách", heading, n), "không cần làm gì nếu hiểu đúng")
}

func noteNoNumber(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %d ô ghi bằng chữ là chưa có số, đã hiểu là để trống", heading, n), "không cần làm gì nếu hiểu đúng")
}

// noteDashes is about n cells with a dash alone; what a blank there means, "" for
// nothing, is what they say.
func noteDashes(at evaluate.Origin, heading, means string, n int) evaluate.Problem {
	if means != "" {
		means = ", nghĩa là " + means
	}
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %d ô chỉ có dấu gạch (-), đã hiểu là để trống%s", heading, n, means), "không cần làm gì nếu hiểu đúng")
}

func noteTidied(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X165", at, fmt.Sprintf("cột “%s”: %d ô viết khác dạng chuẩn, đã chuẩn hóa", heading, n), "không cần làm gì")
}

func noteBlankRows(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X166", at, fmt.Sprintf("%d dòng trống xen giữa các dòng dữ liệu, đã bỏ qua", n), "không cần làm gì")
}

func noteLooseRows(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X167", at, fmt.Sprintf("%d dòng chỉ có chữ, không phải dòng của ai (tiêu đề nhóm, ghi chú, chữ ký), đã bỏ qua", n), "không cần làm gì nếu hiểu đúng")
}

// problemSentences is about n rows of nobody, unless somebody's name is written as no name is.
func problemSentences(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X167", at, fmt.Sprintf("%d dòng chỉ có lời ghi ở cột “%s”, viết như một câu chứ không như họ tên, đã bỏ qua", n, heading),
		"không cần làm gì nếu hiểu đúng; nếu là một người thì viết hoa từng chữ của họ tên, điền các ô của dòng rồi gửi lại")
}

func noteLookAlikes(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X174", at, fmt.Sprintf("cột “%s”: %d ô có chữ cái của bảng chữ khác trông giống chữ Việt (Ð, А, о), đã hiểu là chữ Việt", heading, n),
		"không cần làm gì; gõ lại nếu hiểu sai")
}

func noteSubtotals(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X172", at, fmt.Sprintf("%d dòng cộng, tổng số, bình quân xen trong bảng, đã bỏ qua", n), "không cần làm gì; các số ấy được tính lại từ từng dòng")
}

func noteNameForCode(at evaluate.Origin, heading, code string, n int) evaluate.Problem {
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %d ô ghi tên của chính tổ chức gửi tệp này thay cho mã, đã hiểu là %s", heading, n, evaluate.QuoteCode(code)), "không cần làm gì nếu hiểu đúng")
}

func noteHeadingAgain(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X189", at, fmt.Sprintf("%d dòng chép lại tiêu đề của bảng, hoặc chỉ ghi số thứ tự các cột, đã bỏ qua", n), "không cần làm gì; các dòng dưới đó vẫn được đọc")
}

func noteHiddenRows(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X173", at, fmt.Sprintf("%d dòng đang bị ẩn hoặc bị lọc, vẫn được đọc như các dòng khác", n), "bỏ lọc hoặc hiện lại các dòng ấy để xem; người không còn thì ghi ở cột tình trạng sinh hoạt, không xóa dòng")
}

func noteHiddenSheet(at evaluate.Origin) evaluate.Problem {
	return noteAt("X173", at, "trang tính đang bị ẩn, vẫn được đọc như các trang khác", "hiện lại trang để xem; nội dung trên đó đúng thì không cần làm gì")
}

// noteComments is about n comments; what they say may be anything and is not repeated.
// That somebody left is what no report may miss.
func noteComments(at evaluate.Origin, n int, leaving bool) evaluate.Problem {
	message := "ô có ghi chú (comment) của người gửi, không được đọc"
	if n > 1 {
		message = fmt.Sprintf("%d ô có ghi chú (comment) của người gửi, không được đọc", n)
	}
	if leaving {
		return warningAt("X169", at, message+"; có ghi chú nói có người không còn sinh hoạt ở đây",
			"xem ghi chú ấy; người không còn thì chọn “"+labelNoLonger+"…” ở cột tình trạng sinh hoạt của dòng người ấy rồi gửi lại; vẫn còn thì không cần làm gì")
	}
	return noteAt("X169", at, message, "xem ghi chú ấy; nếu nói về ai (đã chuyển đi, đã mất …) thì ghi vào ô của bảng")
}

// problemRemarkState is about n remarks with the words of a state that their rows do not
// have; what they say besides may be anything and is not repeated.
func problemRemarkState(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X169", at, fmt.Sprintf("cột “%s”: %s có lời ghi như nói người ấy đã mất, chuyển đi, chuyển đến, thôi hoặc được miễn sinh hoạt mà các ô khác của dòng không ghi như vậy; lời ghi không đổi dữ kiện nào, dòng vẫn tính theo các ô khác", heading, cellsCounted(n)),
		"xem lời ghi ấy; đúng thế thì ở trang đảng viên chọn “"+labelNoLonger+"…” hoặc tình trạng ấy ở cột tình trạng sinh hoạt của dòng người ấy rồi gửi lại; không phải thì không cần làm gì")
}

// problemListRemark is the same of a list that templates are filled in from.
func problemListRemark(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X169", at, fmt.Sprintf("cột “%s”: %s có lời ghi như nói người ấy đã mất, chuyển đi, chuyển đến, thôi hoặc được miễn sinh hoạt; lời ghi không được dùng, mẫu ghi sẵn người ấy theo các ô khác của dòng", heading, cellsCounted(n)),
		"xem lời ghi ấy; đúng thế thì ghi ở cột riêng “Tình trạng sinh hoạt” của danh sách rồi xuất mẫu lần nữa; không phải thì không cần làm gì")
}

// hintNameAlone goes before what to do about such words in the column of names.
const hintNameAlone = "ô này chỉ ghi họ và tên; "

// noteRemarks is about n other remarks.
func noteRemarks(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X169", at, fmt.Sprintf("cột “%s”: %s có lời ghi của người gửi, giữ trong tệp kết quả, không dùng để xếp loại", heading, cellsCounted(n)),
		"xem các lời ghi ấy; điều gì làm đổi việc xếp loại thì ghi vào ô của bảng rồi gửi lại")
}

// noteMargin is about n cells with words among running numbers or totals.
func noteMargin(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X167", at, fmt.Sprintf("cột “%s”: %s có chữ ghi thêm, không được đọc", heading, cellsCounted(n)), "nếu nói về ai thì ghi ở ô “Ghi chú” của dòng người ấy")
}

func noteAbove(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X167", at, fmt.Sprintf("%d ô phía trên tiêu đề cột ghi thêm ngoài mẫu, không được đọc", n), "nếu nói về ai thì ghi ở dòng của người ấy")
}

func noteOtherHeading(at evaluate.Origin, written, heading string) evaluate.Problem {
	return noteAt("X175", at, fmt.Sprintf("tiêu đề “%s” đã hiểu là cột “%s”", clip(written, quoteLimit), heading), "không cần làm gì nếu hiểu đúng")
}

func noteNoHeading(at evaluate.Origin, heading string) evaluate.Problem {
	return noteAt("X175", at, fmt.Sprintf("cột không còn tiêu đề, đã hiểu theo dấu của mẫu là cột “%s”", heading), "không cần làm gì nếu hiểu đúng")
}

func noteOtherSheetName(at evaluate.Origin, name string) evaluate.Problem {
	return noteAt("X175", at, fmt.Sprintf("trang đã đổi tên, đã hiểu là trang “%s” của mẫu", name), "không cần làm gì nếu hiểu đúng")
}

func noteNoStampRow(at evaluate.Origin) evaluate.Problem {
	return noteAt("X157", at, "trang không còn hàng dấu ẩn của mẫu, đã nhận các cột theo tiêu đề", "không cần làm gì nếu hiểu đúng")
}

func noteFormulas(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X176", at, fmt.Sprintf("cột “%s”: %d ô là công thức, đã dùng kết quả lưu trong tệp", heading, n), "không cần làm gì nếu kết quả đúng")
}

func noteMergedOne(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X187", at, fmt.Sprintf("cột “%s”: %d ô gộp với các ô trống bên cạnh hoặc bên dưới, đã đọc là giá trị của ô đầu", heading, n), "không cần làm gì nếu hiểu đúng")
}

func noteMergedDown(at evaluate.Origin, area, heading string) evaluate.Problem {
	return noteAt("X187", at, fmt.Sprintf("cột “%s”: các ô %s gộp dọc, đã hiểu là của mọi dòng trong đó", heading, area), "không cần làm gì nếu hiểu đúng")
}

// noteGroups is about n rows that name the branch of the people below them.
func noteGroups(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X187", at, fmt.Sprintf("%d dòng ghi tên chi bộ làm tiêu đề nhóm, đã hiểu là chi bộ của những người ghi bên dưới", n), "không cần làm gì nếu hiểu đúng")
}

// noteTitlePlace is about a list that names the branch in its title alone.
func noteTitlePlace(at evaluate.Origin, code string, n int) evaluate.Problem {
	return noteAt("X187", at, fmt.Sprintf("không có cột “Chi bộ”; tiêu đề ghi tên một chi bộ (mã %s), đã hiểu là chi bộ của %d người trong danh sách", evaluate.QuoteCode(code), n), "không cần làm gì nếu hiểu đúng")
}
