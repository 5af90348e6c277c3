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
	hint := "ghi một số bằng chữ số, ví dụ 89,5; " + hintUnknown(def)
	over, under, _ := strings.Cut(raw, "/")
	slash := hasDigits(over) && hasDigits(under)
	switch {
	case slash && def.Unit == unitPoints:
		hint = "25 điểm trên tối đa 30 thì chỉ ghi 25, không ghi 25/30; nếu là phân số thì ghi số thập phân, ví dụ 0,5"
	case slash && def.Role != evaluate.RoleBirthYear:
		hint = "nếu là phân số thì ghi số thập phân, ví dụ 1,5; nếu là số đếm được trên tổng số (như 9/10) thì chỉ ghi số đếm được; chưa biết thì để trống"
	case def.Role == evaluate.RoleBirthYear:
		hint = "chỉ ghi bốn chữ số của năm, ví dụ 1971; biết đủ ngày thì ghi ở cột “Ngày sinh”"
	case def.Unit != unitPoints && def.Unit != unitShare && def.Unit != unitPercent && !def.Step.MultipleOf(evaluate.Int(1)):
		hint = "ghi một số bằng chữ số, ví dụ 1,5; không có thì ghi 0; chưa biết thì để trống"
	case def.Step.MultipleOf(evaluate.Int(1)):
		hint = "ghi một số nguyên bằng chữ số, ví dụ 3; không có thì ghi 0; " + hintUnknown(def)
	}
	if unit := unitWords(def.Unit); len(unit) > 0 && hasLetters(raw) && (hasDigits(raw) || strings.HasPrefix(fold(raw), wordHalf+" ") || saysAndHalf(raw)) {
		hint = "cột này tính bằng " + unit[0] + "; " + hint
	}
	return errorAt("X104", at, fmt.Sprintf("%s không phải là số (cột “%s”)", evaluate.Quote(raw), def.Named()), hint)
}

// problemAndHalf is about a number that ends in “rưỡi” where that cannot be read.
func problemAndHalf(at evaluate.Origin, def *evaluate.FactDef, raw string) evaluate.Problem {
	p, and := problemNotNumber(at, def, raw), "; "
	if !takesHalves(def) {
		and = ", mà cột này không ghi nửa; "
	}
	p.Hint = "“rưỡi” là thêm một nửa" + and + p.Hint
	return p
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

func problemTruth(at evaluate.Origin, def *evaluate.FactDef, shown string) evaluate.Problem {
	return errorAt("X104", at, fmt.Sprintf("ô chứa giá trị đúng/sai của Excel (%s), không phải là số (cột “%s”)", shown, def.Named()),
		"ghi một số bằng chữ số; "+hintUnknown(def))
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

// problemNotDate says of a birthday alone where a year by itself belongs: in the cell itself
// where a list is read so.
func problemNotDate(at evaluate.Origin, def *evaluate.FactDef, raw string, orYear bool) evaluate.Problem {
	message := "%s không phải là ngày đầy đủ (cột “%s”)"
	hint := "ghi đủ ngày/tháng/năm với bốn chữ số của năm, ví dụ 05/09/2025"
	if strings.ContainsFunc(raw, unicode.IsLetter) {
		message, hint = "%s không phải là ngày ghi bằng chữ số (cột “%s”)", hint+", không ghi tên tháng hay chữ khác"
	}
	switch {
	case def.Role != evaluate.RoleBirth:
	case orYear:
		hint += "; chỉ biết năm sinh thì ghi riêng năm (bốn chữ số) ở ô này"
	default:
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
		return errorAt(CodeBlank, at, fmt.Sprintf("cột “%s” bắt buộc ghi, ô đang trống", heading), "điền giá trị vào ô này")
	}
	return errorAt(CodeBlank, at, fmt.Sprintf("cột “%s” bắt buộc ghi, %d ô đang trống", heading, n), "điền giá trị vào từng ô ấy")
}

// problemBlankRow is about a row in which several columns are empty.
func problemBlankRow(at evaluate.Origin, headings []string) evaluate.Problem {
	return errorAt(CodeBlank, at, fmt.Sprintf("dòng này còn trống %d ô bắt buộc: %s", len(headings), someHeadings(headings)), "điền các ô ấy; nếu là dòng thừa (tiêu đề nhóm, chữ gõ nhầm) thì xóa hẳn dòng")
}

// problemBlankRows is about n rows that say nothing, or none of what each must.
func problemBlankRows(at evaluate.Origin, n int, headings []string) evaluate.Problem {
	return errorAt(CodeBlank, at, fmt.Sprintf("%d dòng đều còn trống các ô bắt buộc: %s", n, someHeadings(headings)), "")
}

func someHeadings(headings []string) string {
	shown := headings[:min(len(headings), headingsShown)]
	out := "“" + strings.Join(shown, "”, “") + "”"
	if len(shown) < len(headings) {
		out += " …"
	}
	return out
}

// hintBlankRow is for a row of a sheet on which a column of states may say that somebody
// left: a row that was filled in for him must stay.
func hintBlankRow(states string, o rowOwner) string {
	states = strings.TrimSpace(strings.TrimRight(tidy(states), " *"))
	switch {
	case o.gone != "":
		return fmt.Sprintf("lời ghi ở dòng này nói người ấy không còn: chọn “%s” ở cột “%s” rồi để nguyên các ô khác, giữ lại dòng; nếu vẫn còn thì điền các ô ấy", o.gone, states)
	case o.rest:
		return "nếu chữ ở đây là phần còn lại của họ tên ở dòng ngay trên (bảng chép từ Word xuống dòng) thì ghép cả dòng này vào dòng trên rồi xóa dòng này; nếu là một người khác thì ghi đủ họ tên, điền các ô ấy"
	case o.identified:
		return fmt.Sprintf("điền các ô ấy; nếu người này đã mất, đã chuyển đi, không còn sinh hoạt ở đây thì giữ lại dòng, chọn “%s…” ở cột “%s”", labelNoLonger, states)
	}
	return fmt.Sprintf("điền các ô ấy; nếu là người không còn sinh hoạt ở đây thì giữ lại dòng, chọn “%s…” ở cột “%s”; chỉ dòng thừa không của ai (tiêu đề nhóm, chữ gõ nhầm) mới xóa hẳn", labelNoLonger, states)
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

// problemNoSuchDays is about n days of a column that are in the calendar month first
// alone.
func problemNoSuchDays(at evaluate.Origin, heading string, n int) evaluate.Problem {
	message := fmt.Sprintf("ô ghi tháng trước ngày sau (cột “%s”)", heading)
	if n > 1 {
		message = fmt.Sprintf("cột “%s” có %d ô ghi tháng trước ngày sau", heading, n)
	}
	return errorAt("X107", at, message, "ghi lại theo ngày/tháng/năm, ví dụ 21/09/2025")
}

// problemDaysExchanged is about n days of a column that a program set to month first
// seems to have made of what was typed day first, and texts of the others.
func problemDaysExchanged(at evaluate.Origin, heading string, n, texts int, sure bool) evaluate.Problem {
	message := fmt.Sprintf("cột “%s”: %d ô là ngày mà ngày và tháng đều từ 12 trở xuống, còn %d ô có ngày sau 12 lại là chữ; có lẽ máy đặt kiểu tháng/ngày/năm đã đảo ngày với tháng ở các ô không phải là chữ", heading, n, texts)
	if !sure {
		return warningAt("X111", at, message, "so các ô này với giấy tờ và sửa ô bị đảo; nếu các ngày đều đúng thì không cần làm gì")
	}
	return errorAt("X111", at, message, "định dạng cả cột là Văn bản (Text) rồi ghi lại mọi ô theo giấy tờ, như 05/09/2025")
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

// problemMerged is about n areas of joined cells, of which the first is given.
func problemMerged(at evaluate.Origin, first gridArea, n int) evaluate.Problem {
	area := "các ô " + first.from.String() + ":" + first.to.String()
	if first.from.row == first.to.row {
		if n > 1 {
			area = fmt.Sprintf("%d dòng có các ô ở cột %s–%s", n, columnName(int(first.from.col)), columnName(int(first.to.col)))
		}
		return errorAt("X117", at, area+" bị gộp ngang trong vùng dữ liệu, không rõ giá trị thuộc cột nào", "bỏ gộp ô (Unmerge) và ghi giá trị cho từng cột")
	}
	if n > 1 {
		area = fmt.Sprintf("%d chỗ ô ở các dòng %d–%d", n, first.from.row, first.to.row)
	}
	return errorAt("X117", at, area+" bị gộp trong vùng dữ liệu, không rõ giá trị thuộc dòng nào", "bỏ gộp ô (Unmerge) và ghi giá trị cho dòng của từng người; các dòng của cùng một người thì dồn vào dòng đầu, xóa dòng còn lại")
}

func problemForeignFormula(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X161", at, cellsCounted(n)+" lấy giá trị từ một tệp khác; giá trị lưu trong tệp có thể đã cũ", "kiểm tra và ghi thẳng giá trị")
}

// cellsCounted begins a sentence about n cells of a column.
func cellsCounted(n int) string {
	if n == 1 {
		return "ô"
	}
	return fmt.Sprintf("%d ô", n)
}
