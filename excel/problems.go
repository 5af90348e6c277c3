package excel

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of cells and rows: X104-X119 refuse the file, X16x-X17x say what was
// understood or passed over. No message carries a name, an identity number or a
// card number.

// quoteLimit is how many letters of a text of ours a message repeats.
const quoteLimit = 60

func problemNotNumber(at evaluate.Origin, def *evaluate.FactDef, raw string) evaluate.Problem {
	hint := "ghi một số bằng chữ số, ví dụ 89,5; chưa biết thì để trống"
	switch {
	case def.Role == evaluate.RoleBirthYear:
		hint = "chỉ ghi bốn chữ số của năm, ví dụ 1971; biết đủ ngày thì ghi ở cột “Ngày sinh”"
	case def.Step.MultipleOf(evaluate.Int(1)):
		hint = "ghi một số nguyên bằng chữ số, ví dụ 3; chưa biết thì để trống"
	}
	return errorAt("X104", at, fmt.Sprintf("%s không phải là số (cột “%s”)", evaluate.Quote(raw), def.Heading), hint)
}

func problemShownAsPercent(at evaluate.Origin, heading, shown string) evaluate.Problem {
	return errorAt("X104", at, fmt.Sprintf("ô đang định dạng phần trăm (%s) mà cột “%s” không ghi phần trăm", evaluate.Quote(shown), heading),
		"định dạng ô là Chung (General) trước, rồi ghi lại số, ví dụ 9,5; nếu không đổi định dạng thì số gõ vào vẫn thành phần trăm")
}

// problemShownAsDay is about a number that people see as a day or a time of day:
// what was typed is not known. number tells that the column holds numbers, not text.
func problemShownAsDay(at evaluate.Origin, heading, day string, number bool) evaluate.Problem {
	seen := "một ngày hoặc giờ"
	if day != "" {
		seen = "ngày " + day
	}
	if !number {
		return errorAt("X104", at, fmt.Sprintf("Excel đã đổi chữ gõ vào ô thành %s, không còn như đã gõ (cột “%s”)", seen, heading),
			"định dạng ô là Văn bản (Text) trước, rồi gõ lại; không đổi định dạng thì gõ lại vẫn thành ngày")
	}
	return errorAt("X104", at, fmt.Sprintf("ô đang hiện %s, không phải là số: Excel đã đổi số gõ vào thành ngày, hoặc ô có định dạng ngày (cột “%s”)", seen, heading),
		"định dạng ô là Chung (General) trước, rồi gõ lại số; không đổi định dạng thì số gõ vào vẫn thành ngày")
}

func problemTruth(at evaluate.Origin, heading, shown string) evaluate.Problem {
	return errorAt("X104", at, fmt.Sprintf("ô chứa giá trị đúng/sai của Excel (%s), không phải là số (cột “%s”)", shown, heading),
		"ghi một số bằng chữ số; chưa biết thì để trống")
}

func problemTooFine(at evaluate.Origin, heading, raw, step string) evaluate.Problem {
	if step == "1" {
		return errorAt("X105", at, fmt.Sprintf("%s không phải là số nguyên (cột “%s”)", evaluate.Quote(raw), heading),
			"cột này ghi số đếm, không có phần lẻ, ví dụ 3; phần mềm không tự làm tròn")
	}
	return errorAt("X105", at, fmt.Sprintf("%s lẻ hơn mức cho phép của cột “%s” (bội của %s)", evaluate.Quote(raw), heading, step),
		"ghi số đã làm tròn theo quy định; phần mềm không tự làm tròn")
}

func problemOutOfRange(at evaluate.Origin, heading, raw, bounds string) evaluate.Problem {
	return errorAt("X106", at, fmt.Sprintf("%s nằm ngoài khoảng cho phép của cột “%s” (%s)", evaluate.Quote(raw), heading, bounds),
		"kiểm tra lại số đã ghi, có thể gõ thừa hoặc thiếu chữ số")
}

func problemNoSuchDay(at evaluate.Origin, heading, raw string) evaluate.Problem {
	return errorAt("X107", at, fmt.Sprintf("%s không có trong lịch (cột “%s”)", evaluate.Quote(raw), heading), "kiểm tra lại ngày, tháng, năm")
}

func problemFarDay(at evaluate.Origin, heading, raw string) evaluate.Problem {
	return errorAt("X107", at, fmt.Sprintf("%s trước năm 1900, ngoài khoảng nhận được (cột “%s”)", evaluate.Quote(raw), heading), "kiểm tra lại năm, có thể gõ nhầm thế kỷ")
}

// problemNotDate says of a birthday alone where a year by itself belongs.
func problemNotDate(at evaluate.Origin, def *evaluate.FactDef, raw string) evaluate.Problem {
	message := "%s không phải là ngày đầy đủ (cột “%s”)"
	hint := "ghi đủ ngày/tháng/năm với bốn chữ số của năm, ví dụ 05/09/2025"
	if strings.ContainsFunc(raw, unicode.IsLetter) {
		message, hint = "%s không phải là ngày ghi bằng chữ số (cột “%s”)", hint+", không ghi tên tháng hay chữ khác"
	}
	if def.Role == evaluate.RoleBirth {
		hint += "; chỉ biết năm sinh thì ghi ở cột “Năm sinh”"
	}
	return errorAt("X108", at, fmt.Sprintf(message, evaluate.Quote(raw), def.Heading), hint)
}

// problemNotChoice repeats what was written only where it is nearly a word of
// the list: nobody is called that.
func problemNotChoice(at evaluate.Origin, heading, raw, allowed string, nearly bool) evaluate.Problem {
	shown := evaluate.Quote(raw)
	if nearly {
		shown = fmt.Sprintf("%q", clip(raw, quoteLimit))
	}
	return errorAt("X109", at, fmt.Sprintf("%s không có trong danh sách của cột “%s”", shown, heading), "chọn một trong: "+allowed)
}

// problemRequired is about n empty cells of a column.
func problemRequired(at evaluate.Origin, heading string, n int) evaluate.Problem {
	if n == 1 {
		return errorAt("X110", at, fmt.Sprintf("cột “%s” bắt buộc ghi, ô đang trống", heading), "điền giá trị vào ô này")
	}
	return errorAt("X110", at, fmt.Sprintf("cột “%s” bắt buộc ghi, %d ô đang trống", heading, n), "điền giá trị vào từng ô ấy")
}

// problemBlankRow is about a row in which several columns are empty.
func problemBlankRow(at evaluate.Origin, headings []string) evaluate.Problem {
	shown := headings[:min(len(headings), headingsShown)]
	message := fmt.Sprintf("dòng này còn trống %d ô bắt buộc: “%s”", len(headings), strings.Join(shown, "”, “"))
	if len(shown) < len(headings) {
		message += " …"
	}
	return errorAt("X110", at, message, "điền các ô ấy; nếu là dòng thừa (tiêu đề nhóm, chữ gõ nhầm) thì xóa hẳn dòng")
}

// headingsShown is how many headings a message repeats.
const headingsShown = 4

func problemAmbiguousChoice(at evaluate.Origin, heading, raw string, could []string) evaluate.Problem {
	return errorAt("X111", at, fmt.Sprintf("%q có thể hiểu là nhiều giá trị của cột “%s”: %s", clip(raw, quoteLimit), heading, strings.Join(could, "; ")),
		"ghi đầy đủ như trong danh sách chọn")
}

func problemGroupedNumber(at evaluate.Origin, heading, raw string) evaluate.Problem {
	return errorAt("X111", at, fmt.Sprintf("%s gõ dạng chữ có thể hiểu là hàng nghìn hoặc là số lẻ (cột “%s”)", evaluate.Quote(raw), heading),
		"số lẻ thì ghi bằng dấu phẩy, ví dụ 1,5; hàng nghìn thì ghi liền, ví dụ 1500")
}

// problemGroupedCount is about 1,000 in a column of whole numbers: a thousand for
// some, one to others.
func problemGroupedCount(at evaluate.Origin, heading, raw string) evaluate.Problem {
	return errorAt("X111", at, fmt.Sprintf("%s gõ dạng chữ có thể hiểu là hàng nghìn hoặc là số lẻ (cột “%s”)", evaluate.Quote(raw), heading),
		"cột này ghi số nguyên, ghi liền các chữ số, ví dụ 1000")
}

// problemMonthFirst is about n days of a column that has others which are days of the
// calendar month first alone.
func problemMonthFirst(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return errorAt("X111", at, fmt.Sprintf("cột “%s” có ô ghi tháng trước ngày sau, nên %d ô này không rõ số nào là ngày, số nào là tháng", heading, n),
		"ghi lại mọi ô của cột theo ngày/tháng/năm, hoặc định dạng ô là Ngày (Date) rồi ghi lại")
}

func problemIdentity(at evaluate.Origin, heading string, length int) evaluate.Problem {
	return errorAt("X112", at, fmt.Sprintf("số ở cột “%s” không đúng dạng (dài %d ký tự)", heading, length),
		"ghi 12 chữ số của số định danh (hoặc 9 chữ số của CMND cũ), không có chữ cái; chưa biết thì để trống")
}

func problemLostZero(at evaluate.Origin, heading string, have, want int) evaluate.Problem {
	return errorAt("X113", at, fmt.Sprintf("số ở cột “%s” chỉ có %d chữ số: Excel đã đổi thành số và làm mất số 0 ở đầu", heading, have),
		fmt.Sprintf("định dạng ô là Văn bản (Text) rồi ghi lại, thêm %d số 0 ở đầu cho đủ %d chữ số", want-have, want))
}

// problemCardLostZero is a question: cards bear numbers of any length, but one digit
// less than the usual eight or twelve, stored as a number, had most likely a zero in
// front.
func problemCardLostZero(at evaluate.Origin, heading string, have, n int) evaluate.Problem {
	return warningAt("X113", at, fmt.Sprintf("%s ở cột “%s” lưu dạng số và có %d chữ số: có lẽ Excel đã làm mất số 0 ở đầu; vẫn đọc như đã ghi", cellsCounted(n), heading, have),
		fmt.Sprintf("nếu thẻ có %d chữ số: định dạng ô là Văn bản (Text) rồi ghi lại, thêm số 0 ở đầu", have+1))
}

// problemCrossed is about one row whose identity number has not the length of one
// while its card number has.
func problemCrossed(at evaluate.Origin, identity, card string, n int) evaluate.Problem {
	return errorAt("X112", at, fmt.Sprintf("số ở cột “%s” dài %d chữ số, còn số ở cột “%s” cùng dòng dài 12 chữ số như số định danh: có lẽ ghi đổi chỗ cho nhau", identity, n, card),
		"đối chiếu với căn cước và thẻ Đảng; nếu đúng là đổi chỗ thì đổi lại nội dung hai ô")
}

// problemBirthYears is about a row that tells the year of birth twice.
func problemBirthYears(at, date evaluate.Origin, year, heading string) evaluate.Problem {
	p := errorAt("X149", at, fmt.Sprintf("năm sinh ghi ở đây khác năm của cột “%s” cùng dòng (%s)", heading, year), "đối chiếu với căn cước, sửa ô sai hoặc để trống ô này")
	p.Related = append(p.Related, evaluate.Related{At: date, Note: heading})
	return p
}

// problemSwapped is about a sheet on which every identity number contradicts the
// year of birth beside it and every card number agrees with it.
func problemSwapped(at evaluate.Origin, identity, card string, n int) evaluate.Problem {
	return warningAt("X112", at, fmt.Sprintf("cột “%s” và cột “%s” có lẽ ghi đổi chỗ cho nhau: cả %d dòng đều có năm sinh khớp với số ở cột “%s”, không khớp với số ở cột “%s”",
		identity, card, n, card, identity), "đối chiếu một người với căn cước; nếu đúng là đổi chỗ thì đổi lại nội dung hai cột")
}

func problemCrossedOut(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X173", at, fmt.Sprintf("%d dòng có họ tên bị gạch ngang, vẫn được đọc như các dòng khác", n), "nếu người này không còn thì xóa hẳn dòng, hoặc ghi ở cột tình trạng sinh hoạt; nếu vẫn còn thì bỏ gạch ngang")
}

func problemScientific(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X114", at, fmt.Sprintf("số ở cột “%s” đã bị Excel đổi thành dạng khoa học (E+), có thể mất chữ số", heading),
		"định dạng ô là Văn bản (Text) rồi ghi lại đủ các chữ số")
}

// problemNoStoredValue is about n cells of a column.
func problemNoStoredValue(at evaluate.Origin, n int) evaluate.Problem {
	message := "ô có công thức nhưng tệp không lưu kết quả"
	if n > 1 {
		message = fmt.Sprintf("%d ô có công thức nhưng tệp không lưu kết quả", n)
	}
	return errorAt("X115", at, message, "mở bằng Excel cho công thức tính xong rồi lưu lại, hoặc ghi thẳng giá trị")
}

func problemErrorValue(at evaluate.Origin, raw string) evaluate.Problem {
	return errorAt("X116", at, fmt.Sprintf("ô chứa lỗi công thức %s", clip(raw, quoteLimit)), "sửa công thức hoặc ghi thẳng giá trị")
}

// problemMerged is about joined cells; across tells that they are of one row.
func problemMerged(at evaluate.Origin, area string, across bool) evaluate.Problem {
	if across {
		return errorAt("X117", at, fmt.Sprintf("các ô %s bị gộp ngang trong vùng dữ liệu, không rõ giá trị thuộc cột nào", area), "bỏ gộp ô (Unmerge) và ghi giá trị cho từng cột")
	}
	return errorAt("X117", at, fmt.Sprintf("các ô %s bị gộp trong vùng dữ liệu, không rõ giá trị thuộc dòng nào", area), "bỏ gộp ô (Unmerge) và ghi giá trị cho từng dòng")
}

func problemSameMember(at, first evaluate.Origin, by string) evaluate.Problem {
	p := errorAt("X118", at, fmt.Sprintf("dòng này trùng với một dòng khác trong tệp (cùng %s)", by), "xóa dòng ghi trùng, hoặc sửa lại số hay ngày sinh cho đúng")
	p.Related = []evaluate.Related{{At: first, Note: "dòng kia ở đây"}}
	return p
}

func problemNamesakes(at, first evaluate.Origin) evaluate.Problem {
	p := warningAt("X119", at, "hai dòng cùng họ tên trong một chi bộ mà không có số định danh, số thẻ hay ngày sinh để phân biệt",
		"nếu là hai người, ghi thêm ngày sinh hoặc số định danh; nếu là một người, xóa một dòng")
	p.Related = []evaluate.Related{{At: first, Note: "dòng kia ở đây"}}
	return p
}

// problemSameBlock is about n rows pasted a second time; by are the ways in which
// they are known again.
func problemSameBlock(at evaluate.Origin, n int, by []string) evaluate.Problem {
	return errorAt("X118", at, fmt.Sprintf("%d dòng trùng với các dòng khác trong tệp, theo đúng thứ tự (cùng %s); có lẽ đã dán hoặc chép trang hai lần", n, strings.Join(by, " hoặc ")),
		"xóa các dòng (hoặc cả trang) ghi trùng; nếu là những người khác thì sửa lại số hay ngày sinh cho đúng")
}

// problemNamesakeBlock is about n rows of which nobody can say whether they were
// pasted a second time.
func problemNamesakeBlock(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X119", at, fmt.Sprintf("%d dòng cùng họ tên với các dòng khác trong một chi bộ, theo đúng thứ tự, mà không có số định danh, số thẻ hay ngày sinh để phân biệt", n),
		"nếu đã dán hoặc chép trang hai lần, xóa các dòng ghi trùng; nếu là những người khác, ghi thêm ngày sinh hoặc số định danh")
}

func problemForeignFormula(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X161", at, cellsCounted(n)+" lấy giá trị từ một tệp khác; giá trị lưu trong tệp có thể đã cũ", "kiểm tra và ghi thẳng giá trị")
}

func noteNumbersAsText(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X162", at, fmt.Sprintf("cột “%s”: %d ô ghi số dạng chữ (ô định dạng Văn bản, dấu phẩy, %%, 1e1, +7), đã hiểu là số", heading, n), "không cần làm gì nếu số hiểu đúng")
}

func noteDatesAsText(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X163", at, fmt.Sprintf("cột “%s”: %d ô ghi ngày dạng chữ, dạng con số hoặc kèm giờ, đã hiểu là ngày/tháng/năm", heading, n), "không cần làm gì nếu ngày hiểu đúng")
}

func noteOtherSpelling(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %d ô ghi tắt hoặc khác cách viết, đã hiểu theo danh sách", heading, n), "không cần làm gì nếu hiểu đúng")
}

func noteTidied(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X165", at, fmt.Sprintf("cột “%s”: %d ô có dấu cách thừa hoặc bảng mã Unicode tổ hợp, đã chuẩn hóa", heading, n), "không cần làm gì")
}

func noteBlankRows(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X166", at, fmt.Sprintf("%d dòng trống xen giữa các dòng dữ liệu, đã bỏ qua", n), "không cần làm gì")
}

func noteLooseRows(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X167", at, fmt.Sprintf("%d dòng chỉ có chữ, không phải dòng của ai (tiêu đề nhóm, ghi chú, chữ ký), đã bỏ qua", n), "không cần làm gì nếu hiểu đúng")
}

func noteLookAlikes(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X174", at, fmt.Sprintf("cột “%s”: %d ô có chữ cái của bảng chữ khác trông giống chữ Việt (Ð, А, о), đã hiểu là chữ Việt", heading, n),
		"không cần làm gì; gõ lại nếu hiểu sai")
}

func problemNoName(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X196", at, fmt.Sprintf("ô ở cột “%s” không phải là họ tên của một người", heading), "ghi họ và tên vào ô này; kiểm tra xem có dán lệch cột không")
}

// cellsCounted begins a sentence about n cells of a column.
func cellsCounted(n int) string {
	if n == 1 {
		return "ô"
	}
	return fmt.Sprintf("%d ô", n)
}

// problemDoubtfulName says nothing of what is written: it may be a name.
func problemDoubtfulName(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X197", at, fmt.Sprintf("%s ở cột “%s” có phần có lẽ không thuộc họ tên (cách xưng hô, ngoặc, dấu, số); vẫn đọc nguyên như đã ghi", cellsCounted(n), heading),
		"chỉ ghi họ và tên một người, để khớp với các tệp khác; nếu họ tên đúng là như vậy thì không cần làm gì")
}

func problemSeveralNames(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X196", at, fmt.Sprintf("ô ở cột “%s” ghi họ tên nhiều người", heading), "mỗi dòng ghi một người: tách ra, thêm dòng cho từng người")
}

func noteAddressed(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X198", at, fmt.Sprintf("cột “%s”: %d ô có số thứ tự, chữ “đồng chí” hoặc chức vụ kèm họ tên, chỉ lấy họ tên", heading, n), "không cần làm gì nếu họ tên đọc đúng")
}

// problemNamesBelow is about n names below the table with nothing beside.
func problemNamesBelow(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X167", at, fmt.Sprintf("%d họ tên đứng dưới bảng mà cả dòng không ghi gì khác, không được đọc", n),
		"nếu là người phải xếp loại thì ghi vào các dòng của bảng, đủ các ô; nếu là tên người ký thì không cần làm gì")
}

func noteSplitName(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X148", at, fmt.Sprintf("cột “%s” gộp tiêu đề qua nhiều cột: %d họ tên đã ghép lại từ các cột ấy", heading, n), "không cần làm gì nếu họ tên đọc đúng")
}

func noteSubtotals(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X172", at, fmt.Sprintf("%d dòng cộng, tổng số, bình quân xen trong bảng, đã bỏ qua", n), "không cần làm gì; các số ấy được tính lại từ từng dòng")
}

func noteNameForCode(at evaluate.Origin, heading, code string, n int) evaluate.Problem {
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %d ô ghi tên của chính tổ chức gửi tệp này thay cho mã, đã hiểu là %s", heading, n, evaluate.QuoteCode(code)), "không cần làm gì nếu hiểu đúng")
}

func noteHeadingAgain(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X189", at, fmt.Sprintf("%d dòng chép lại tiêu đề của bảng, đã bỏ qua", n), "không cần làm gì; các dòng dưới đó vẫn được đọc")
}

func noteHiddenRows(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X173", at, fmt.Sprintf("%d dòng đang bị ẩn hoặc bị lọc, vẫn được đọc như các dòng khác", n), "nếu các dòng này đã bỏ thì xóa hẳn rồi gửi lại")
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

func noteMergedOne(at evaluate.Origin, area string) evaluate.Problem {
	return noteAt("X187", at, fmt.Sprintf("các ô %s gộp với nhau trong một dòng, đã đọc là giá trị của ô đầu", area), "không cần làm gì nếu hiểu đúng")
}

// problemStatusUnknown is about n people of whom a roster says one word.
func problemStatusUnknown(at evaluate.Origin, raw string, n int) evaluate.Problem {
	message := fmt.Sprintf("chưa biết nghĩa của trạng thái hoạt động: %s; để trống tình trạng sinh hoạt", evaluate.QuotePhrase(raw))
	if n > 1 {
		message += fmt.Sprintf(" (%d người)", n)
	}
	return warningAt("X170", at, message, "ghi tình trạng sinh hoạt của từng người ấy trong mẫu của chi bộ")
}

func noteLeftRoster(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X171", at, fmt.Sprintf("%d người trong danh sách đã rời, mất hoặc ra khỏi Đảng, không đưa vào", n), "không cần làm gì nếu đúng")
}

// CodeInfo is one problem code and what it stands for, for the table of codes.
type CodeInfo struct {
	Code  evaluate.Code
	Title string
}

// Codes lists every code this package reports, in order.
func Codes() []CodeInfo {
	return []CodeInfo{
		{"X101", "không mở được tệp"}, {"X102", "tệp rỗng"}, {"X103", "tệp quá lớn"},
		{"X104", "không phải số trong cột số (chữ, TRUE/FALSE, ngày), chữ bị đổi thành ngày"}, {"X105", "số lẻ hơn bước cho phép"}, {"X106", "số ngoài khoảng cho phép"},
		{"X107", "ngày không có trong lịch (31/02), hoặc trước năm 1900"}, {"X108", "không phải ngày đầy đủ"},
		{"X109", "giá trị không có trong danh sách chọn"}, {"X110", "ô bắt buộc để trống"},
		{"X111", "giá trị hiểu được nhiều nghĩa"}, {"X112", "số định danh không đúng dạng, hoặc đổi chỗ với số thẻ"},
		{"X113", "số định danh, số thẻ bị mất số 0 ở đầu"}, {"X114", "số định danh, số thẻ bị Excel đổi thành dạng khoa học"},
		{"X115", "công thức không lưu kết quả"}, {"X116", "ô chứa lỗi công thức"}, {"X117", "ô gộp trong vùng dữ liệu"},
		{"X118", "một người ghi hai lần trong tệp"}, {"X119", "trùng họ tên, không có gì để phân biệt"},
		{"X120", "không phải bảng tính"}, {"X121", "Excel cũ (.xls)"}, {"X122", "tệp có mật khẩu mở"},
		{"X123", "HTML, CSV hay văn bản đổi tên thành .xlsx"}, {"X124", "định dạng văn phòng khác (.ods, .xlsb, .docx)"},
		{"X125", "nội dung nén phình ra bất thường"}, {"X126", "gói tệp hỏng hoặc bị cắt"}, {"X127", "một phần của tệp hỏng hoặc thiếu"},
		{"X128", "trang tính bị cắt ngang"}, {"X129", "trang tính có cấu trúc hỏng"}, {"X130", "dòng, ô trùng hoặc sai thứ tự trong tệp"},
		{"X131", "ô trỏ tới đoạn chữ không có"}, {"X132", "quá nhiều dòng trống"}, {"X133", "quá nhiều dòng dữ liệu"},
		{"X134", "dữ liệu ở quá xa bên phải"}, {"X135", "số ô đọc được không khớp"}, {"X136", "nội dung khác thường, không đọc được"},
		{"X137", "tệp tạm ~$ của Excel"}, {"X138", "còn nhiều vấn đề nữa"},
		{"X140", "không có hàng tiêu đề"}, {"X141", "thiếu cột bắt buộc"}, {"X142", "cột lặp lại"}, {"X143", "cột không biết, có dữ liệu"},
		{"X144", "tiêu đề hiểu được nhiều nghĩa"}, {"X145", "cột của nơi khác cung cấp"}, {"X146", "trang tính bị bỏ qua"},
		{"X147", "tiêu đề không khớp dấu của mẫu"}, {"X148", "họ tên tách ở nhiều cột, đã ghép lại"}, {"X149", "ngày sinh và năm sinh trong một dòng khác nhau"},
		{"X150", "không có dấu của mẫu và không nhận ra được"}, {"X151", "sai phiên bản mẫu"}, {"X152", "tệp của cơ quan khác"},
		{"X153", "tệp của kỳ khác"}, {"X154", "dòng của tổ chức khác"}, {"X155", "các dấu của mẫu khác nhau"},
		{"X156", "loại tệp không nhập được ở đây"}, {"X157", "tệp không có dấu, nhận theo tiêu đề"},
		{"X158", "thiếu trang của mẫu"},
		{"X160", "chưa có dòng dữ liệu"}, {"X161", "giá trị lấy từ tệp khác"}, {"X162", "số dạng chữ, đã hiểu"}, {"X163", "ngày dạng chữ, đã hiểu"},
		{"X164", "viết tắt, tên thay cho mã, đã hiểu"}, {"X165", "dấu cách, bảng mã, đã chuẩn hóa"}, {"X166", "dòng trống xen giữa"}, {"X167", "dòng chỉ có chữ, không phải của ai, đã bỏ qua"},
		{"X170", "trạng thái trong danh sách quốc gia chưa biết nghĩa"}, {"X171", "người đã rời khỏi danh sách"},
		{"X179", "gói nén .zip hỏng hoặc bị cắt"},
		{"X180", "gói nén không phải .zip"},
		{"X181", "gói nén vượt giới hạn"},
		{"X182", "tệp trong gói nén có mật khẩu"},
		{"X183", "tên tệp trong gói nén không an toàn hoặc trùng"},
		{"X184", "gói nén trong gói nén"},
		{"X185", "tệp trong gói nén hỏng"},
		{"X186", "gói nén rỗng"},
		{"X172", "dòng cộng, tổng số, bình quân, đã bỏ qua"},
		{"X173", "dòng bị ẩn, bị lọc hoặc bị gạch ngang, vẫn đọc"},
		{"X174", "chữ cái của bảng chữ khác, đã hiểu"},
		{"X175", "cột, trang mang tên khác, đã hiểu"},
		{"X176", "ô là công thức, dùng kết quả lưu"},
		{"X187", "ô gộp trong một dòng, đã hiểu"},
		{"X177", "mẫu phiên bản cũ, vẫn đọc được"},
		{"X178", "cột của mẫu cũ không còn mà có dữ liệu"},
		{"X188", "không rõ trang ghi về loại nào"}, {"X189", "dòng tiêu đề lặp lại, đã bỏ qua"},
		{"X190", "một dấu của mẫu khác hai dấu kia"},
		{"X193", "giá trị của mẫu cũ chưa chuyển sang mẫu này"},
		{"X194", "gói tệp có phần mà mục lục không kể đến"},
		{"X196", "không phải là họ tên"}, {"X197", "họ tên có phần có lẽ không phải tên"}, {"X198", "cách xưng hô, số thứ tự, chức vụ kèm họ tên, đã bỏ"},
		{"E393", "không rõ dòng của trang xem xét là của ai"}, {"E394", "ghi lý do, số, ngày mà không ghi mức quyết định"},
	}
}
