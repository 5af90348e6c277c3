package excel

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/xeploai/xeploai/evaluate"
)

// What is wrong, or asked, about who the people on a sheet are.

// problemIdentity says what to take out of a number, never what stands there.
func problemIdentity(at evaluate.Origin, heading, number string) evaluate.Problem {
	return errorAt("X112", at, fmt.Sprintf("số ở cột “%s” không đúng dạng (dài %d ký tự, có %d chữ số)", heading, len([]rune(number)), digitsIn(number)),
		notDigits(number)+"ghi 12 chữ số của số định danh (hoặc 9 chữ số của CMND cũ), không có chữ cái; chưa biết thì để trống")
}

// notDigits names what stands in a number beside digits, as a part of a hint.
func notDigits(number string) string {
	rest := strings.Trim(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == ' ' {
			return -1
		}
		return r
	}, number), " ")
	var marks, out []string
	for _, m := range []struct{ name, of string }{{"chấm", "."}, {"phẩy", ","}, {"gạch", dashMarks}, {"nháy", quoteMarks}} {
		if strings.ContainsAny(rest, m.of) {
			marks = append(marks, m.name)
		}
	}
	if strings.ContainsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(".,"+dashMarks+quoteMarks, r) }) {
		marks = append(marks, "khác")
	}
	if len(marks) > 0 {
		out = append(out, "dấu "+strings.Join(marks, ", "))
	}
	if hasLetters(rest) {
		out = append(out, "chữ cái")
	}
	if len(out) == 0 {
		return ""
	}
	return "bỏ " + strings.Join(out, " và ") + "; "
}

// problemNobodysNumber is about a number of one digit over and over, which people
// type where they know none.
func problemNobodysNumber(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X112", at, fmt.Sprintf("số ở cột “%s” chỉ lặp lại một chữ số nên không phải là số của ai", heading), "ghi đúng số trên căn cước, thẻ Đảng; chưa biết thì để trống")
}

func problemLostZero(at evaluate.Origin, heading string, want int) evaluate.Problem {
	return errorAt("X113", at, fmt.Sprintf("số ở cột “%s” không đủ %d chữ số: Excel đã đổi thành số và làm mất số 0 ở đầu", heading, want),
		fmt.Sprintf("định dạng ô là Văn bản (Text) rồi ghi lại, thêm số 0 ở đầu cho đủ %d chữ số", want))
}

// problemCardLostZero is a question: cards bear numbers of any length, but fewer digits
// than the usual eight or twelve, stored as a number, had most likely zeros in front; a
// fraction was the dot that old cards are printed with, and zeros at the end are gone.
func problemCardLostZero(at evaluate.Origin, heading string, have, n int, fraction bool) evaluate.Problem {
	want := identityLength
	if have < oldCardLength {
		want = oldCardLength
	}
	if fraction {
		return warningAt("X113", at, fmt.Sprintf("%s ở cột “%s” lưu dạng số lẻ và có %d chữ số: có lẽ Excel đã hiểu dấu chấm của số thẻ là dấu thập phân và làm mất số 0 ở cuối; vẫn đọc như đã ghi", cellsCounted(n), heading, have),
			"định dạng ô là Văn bản (Text) rồi ghi lại đủ các chữ số như trên thẻ")
	}
	return warningAt("X113", at, fmt.Sprintf("%s ở cột “%s” lưu dạng số và có %d chữ số: có lẽ Excel đã làm mất số 0 ở đầu; vẫn đọc như đã ghi", cellsCounted(n), heading, have),
		fmt.Sprintf("nếu thẻ có %d chữ số: định dạng ô là Văn bản (Text) rồi ghi lại, thêm số 0 ở đầu cho đủ", want))
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
	return warningAt("X173", at, fmt.Sprintf("%d dòng có họ tên bị gạch ngang, vẫn được đọc như các dòng khác", n), "người này không còn thì ghi ở cột tình trạng sinh hoạt, không xóa dòng; vẫn còn thì bỏ gạch ngang")
}

func problemScientific(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X114", at, fmt.Sprintf("số ở cột “%s” đã bị Excel đổi thành dạng khoa học (E+), có thể mất chữ số", heading),
		"định dạng ô là Văn bản (Text) rồi ghi lại đủ các chữ số")
}

// hintTwice is for a row of a kind that is known again by something: an organization, unit
// or collective has neither a number nor a birth date, and who holds two posts has two rows.
func hintTwice(k evaluate.Kind, by string) string {
	switch {
	case by == keyLabelName:
		return "giữ lại dòng đúng, xóa dòng kia; nếu dòng này nói về nơi khác thì sửa mã và tên"
	case holdsPost(k) && by != keyLabelSubject:
		return "xóa dòng ghi trùng; một người giữ hai chức vụ thì ghi rõ chức danh, mã tập thể, mã đơn vị ở từng dòng; nếu là hai người thì sửa lại số hay ngày sinh cho đúng"
	}
	return "xóa dòng ghi trùng, hoặc sửa lại số hay ngày sinh cho đúng"
}

func problemSameMember(k evaluate.Kind, at, first evaluate.Origin, by string) evaluate.Problem {
	p := errorAt("X118", at, fmt.Sprintf("dòng này trùng với một dòng khác trong tệp (cùng %s)", by), hintTwice(k, by))
	p.Related = []evaluate.Related{{At: first, Note: "dòng kia ở đây"}}
	return p
}

func problemNamesakes(at, first evaluate.Origin) evaluate.Problem {
	p := warningAt("X119", at, "hai dòng cùng họ tên trong một chi bộ mà không có số định danh, số thẻ hay ngày sinh để phân biệt",
		"nếu là hai người, ghi thêm ngày sinh hoặc số định danh; nếu là một người, xóa một dòng")
	p.Related = []evaluate.Related{{At: first, Note: "dòng kia ở đây"}}
	return p
}

const hintOtherNumber = "nếu là một người, xóa dòng có số sai; nếu là hai người thì không cần làm gì"

// problemOtherNumber is about two rows of one name and birth date whose numbers differ.
func problemOtherNumber(at, first evaluate.Origin) evaluate.Problem {
	p := warningAt("X119", at, "hai dòng cùng họ tên, cùng ngày sinh trong một chi bộ mà số định danh hoặc số thẻ khác nhau: có thể là một người được ghi hai lần, một lần với số sai", hintOtherNumber)
	p.Related = []evaluate.Related{{At: first, Note: "dòng kia ở đây"}}
	return p
}

func problemOtherNumberBlock(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X119", at, fmt.Sprintf("%d dòng cùng họ tên, cùng ngày sinh với các dòng khác trong một chi bộ mà số định danh hoặc số thẻ khác nhau: có thể là những người được ghi hai lần, một lần với số sai", n), hintOtherNumber)
}

// problemSameBlock is about n rows pasted a second time; by are the ways in which
// they are known again.
func problemSameBlock(at evaluate.Origin, n int, by []string) evaluate.Problem {
	return errorAt("X118", at, fmt.Sprintf("%d dòng trùng với các dòng khác trong tệp, theo đúng thứ tự (cùng %s); có lẽ đã dán hoặc chép trang hai lần", n, strings.Join(by, " hoặc ")),
		"xóa các dòng (hoặc cả trang) ghi trùng; nếu là những người khác thì sửa lại số hay ngày sinh cho đúng")
}

const hintDiffering = "đối chiếu các ô khác nhau để biết dòng nào đúng; "

// differingSaid tells of n cells in which rows written twice differ, some of them by name.
func differingSaid(cells []string, n int) string {
	more := ""
	if len(cells) < n {
		more = " …"
	}
	return fmt.Sprintf("; %d ô ghi khác dòng kia: %s%s", n, strings.Join(cells, ", "), more)
}

// problemNamesakeBlock is about n rows of which nobody can say whether they were
// pasted a second time.
func problemNamesakeBlock(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X119", at, fmt.Sprintf("%d dòng cùng họ tên với các dòng khác trong một chi bộ, theo đúng thứ tự, mà không có số định danh, số thẻ hay ngày sinh để phân biệt", n),
		"nếu đã dán hoặc chép trang hai lần, xóa các dòng ghi trùng; nếu là những người khác, ghi thêm ngày sinh hoặc số định danh")
}

// problemLongName is about n names as long as two.
func problemLongName(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X197", at, fmt.Sprintf("%s ở cột “%s” có họ tên dài từ %d chữ: có lẽ là họ tên của hai người; vẫn đọc là một người", cellsCounted(n), heading, longName),
		"nếu là hai người thì mỗi dòng ghi một người, đủ các ô; nếu là một người thì không cần làm gì")
}

func problemNoName(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X196", at, fmt.Sprintf("ô ở cột “%s” không phải là họ tên của một người", heading), "ghi họ và tên vào ô này; kiểm tra xem có dán lệch cột không")
}

const hintSpelling = "gõ lại họ và tên với bộ gõ đang bật và đặt bảng mã Unicode"

// problemNoSpelling is about a name with what no name holds.
func problemNoSpelling(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X196", at, fmt.Sprintf("ô ở cột “%s” có ký tự mà không họ tên nào có: có lẽ gõ bằng phông chữ cũ (TCVN3, VNI), khi bộ gõ tiếng Việt chưa bật, hoặc chữ bị vỡ khi chép", heading), hintSpelling)
}

// problemOddSpelling is about n names that look so.
func problemOddSpelling(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X197", at, fmt.Sprintf("%s ở cột “%s” có chữ như gõ bằng phông chữ cũ (TCVN3, VNI) hoặc khi bộ gõ tiếng Việt chưa bật; vẫn đọc nguyên như đã ghi", cellsCounted(n), heading),
		hintSpelling+"; nếu họ tên đúng là như vậy thì không cần làm gì")
}

// problemDoubtfulName says nothing of what is written: it may be a name.
func problemDoubtfulName(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X197", at, fmt.Sprintf("%s ở cột “%s” có phần có lẽ không thuộc họ tên (cách xưng hô, ngoặc, dấu, số); vẫn đọc nguyên như đã ghi", cellsCounted(n), heading),
		"chỉ ghi họ và tên một người, để khớp với các tệp khác; nếu họ tên đúng là như vậy thì không cần làm gì")
}

// problemUnlikeName is about n names that may be words for something else.
func problemUnlikeName(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return warningAt("X197", at, fmt.Sprintf("%s ở cột “%s” viết không như họ tên (một chữ, hoặc chữ thường), lại không có số định danh; vẫn đọc là họ tên của một người", cellsCounted(n), heading),
		"là lời ghi (như “đang cập nhật”, “vắng”) thì ghi họ tên người ấy, hoặc xóa dòng nếu không phải của ai; nếu họ tên đúng là như vậy thì không cần làm gì")
}

// problemTwoBirths is about a row that tells twice, in the columns of men and of women,
// when somebody was born.
func problemTwoBirths(at, other evaluate.Origin, heading string) evaluate.Problem {
	p := errorAt("X111", at, fmt.Sprintf("dòng này ghi “%s” ở cả hai cột nam và nữ", heading), "giữ một ô, xóa ô kia")
	p.Related = []evaluate.Related{{At: other, Note: "ô kia"}}
	return p
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

// problemOverSigns is about n rows of facts that stand in the place of the signatures.
func problemOverSigns(at evaluate.Origin, n int) evaluate.Problem {
	return errorAt("X159", at, fmt.Sprintf("%d dòng ghi lên phần ký tên in sẵn dưới bảng, không rõ ô nào là của dòng, ô nào là của phần ký tên", n),
		"bảng hết dòng trống thì chèn thêm: bấm chuột phải vào số của dòng cuối trong bảng, chọn Chèn (Insert) đủ số dòng, rồi chuyển các dòng này lên đó")
}

// noteSplitName is about n names put together, from the columns below one heading or
// from two.
func noteSplitName(at evaluate.Origin, headings []string, n int) evaluate.Problem {
	message := fmt.Sprintf("cột “%s” gộp tiêu đề qua nhiều cột: %d họ tên đã ghép lại từ các cột ấy", headings[0], n)
	if len(headings) > 1 {
		message = fmt.Sprintf("họ tên ghi ở hai cột “%s” và “%s”: %d họ tên đã ghép lại", headings[0], headings[1], n)
	}
	return noteAt("X148", at, message, "không cần làm gì nếu họ tên đọc đúng")
}

// problemGivenAlone is about n rows with a given name and no family name: some people
// have none.
func problemGivenAlone(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X148", at, fmt.Sprintf("%d dòng chỉ ghi tên, không ghi họ và tên đệm", n), "điền họ và tên đệm; nếu người ấy không có họ thì không cần làm gì")
}

// problemFamilyNames is about a column of names headed as that of their first parts,
// with no given names beside it.
func problemFamilyNames(at evaluate.Origin, heading, stamped string) evaluate.Problem {
	return errorAt("X147", at, fmt.Sprintf("tiêu đề “%s” không khớp với cột “%s” mà mẫu đã đánh dấu: cột này phải có cả tên", heading, stamped),
		fmt.Sprintf("ghi đủ họ, tên đệm và tên vào cột này rồi trả lại tiêu đề “%s”; hoặc đặt cột “Tên” ngay bên phải cột này", stamped))
}

// problemGivenApart is about a column of given names that the names of the sheet lack.
func problemGivenApart(at evaluate.Origin, heading, names string) evaluate.Problem {
	return errorAt("X143", at, fmt.Sprintf("cột “%s” có tên mà cột “%s” không có; đọc riêng cột “%s” thì họ tên bị thiếu", heading, names, names),
		fmt.Sprintf("ghi đủ họ, tên đệm và tên vào cột “%s” rồi xóa cột “%s”; hoặc để hai cột liền nhau và đổi tiêu đề “%s” thành “Họ và tên đệm”", names, heading, names))
}

func noteGivenAgain(at evaluate.Origin, heading, names string) evaluate.Problem {
	return noteAt("X143", at, fmt.Sprintf("cột “%s” chép lại tên đã có ở cột “%s”, không được đọc", heading, names), "không cần làm gì")
}

// problemStatusUnknown is about n people of whom a roster says one word.
func problemStatusUnknown(at evaluate.Origin, raw string, n int) evaluate.Problem {
	message := fmt.Sprintf("chưa biết nghĩa của trạng thái hoạt động: %s; để trống tình trạng sinh hoạt", evaluate.QuotePhrase(raw))
	if n > 1 {
		message += fmt.Sprintf(" (%d người)", n)
	}
	return warningAt("X170", at, message, "ghi tình trạng sinh hoạt của từng người ấy trong mẫu của chi bộ")
}

// noteLeftBranch is about n people of whom their branch says that they left.
func noteLeftBranch(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X171", at, fmt.Sprintf("%d người chi bộ ghi không còn sinh hoạt ở đây: không xếp loại, chỉ kê lại ở trang “%s”", n, sheetLeft),
		"không cần làm gì nếu đúng; người bị khai trừ, xóa tên mà cấp có thẩm quyền vẫn xếp loại thì ghi lại tình trạng sinh hoạt khi còn là đảng viên")
}

// noteLeftSince is about n states that say since when.
func noteLeftSince(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X171", at, fmt.Sprintf("%s tình trạng sinh hoạt ghi kèm ngày: chỉ đọc cách rời đi, ngày không được dùng", cellsCounted(n)), "không cần làm gì nếu đúng")
}

// problemLeftSaid is about n cells that say something of the year of people who
// left.
func problemLeftSaid(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X171", at, fmt.Sprintf("%s ghi về người không còn sinh hoạt (điểm, số liệu, đề nghị) nên không được dùng", cellsCounted(n)),
		"người ấy đúng là không còn thì không cần làm gì; vẫn xếp loại thì sửa ô tình trạng sinh hoạt")
}

func noteLeftRoster(at evaluate.Origin, n int) evaluate.Problem {
	return noteAt("X171", at, fmt.Sprintf("danh sách ghi %d người đã rời, mất hoặc ra khỏi Đảng: không xếp loại, trong mẫu chỉ kê ở trang “%s”; trừ ai mà báo cáo đã nhận hoặc tệp được theo trước ghi còn sinh hoạt, những người ấy được hỏi riêng (E347)", n, sheetLeft), "không cần làm gì nếu đúng")
}

// problemUnplaced is about n people of a list without a column of branches, above the first
// of its headings of groups.
func problemUnplaced(at evaluate.Origin, column string, n int) evaluate.Problem {
	return errorAt(CodeBlank, at, fmt.Sprintf("phía trên %d người này không có dòng tiêu đề nhóm nào ghi tên chi bộ, và bảng không có cột “%s”: không rõ họ ở chi bộ nào", n, column),
		fmt.Sprintf("chèn ngay trên những người ấy một dòng chỉ ghi mã chi bộ (hoặc tên chi bộ), hoặc thêm cột “%s” rồi ghi ở các dòng ấy", column))
}

// problemStrangeGroups is about n headings of groups that name no branch.
func problemStrangeGroups(at evaluate.Origin, column string, n int) evaluate.Problem {
	return errorAt(CodeBlank, at, fmt.Sprintf("%d dòng tiêu đề nhóm ghi tên không có trong danh sách tổ chức, hoặc là tên của nhiều tổ chức: không rõ những người bên dưới ở chi bộ nào", n),
		fmt.Sprintf("ghi mã chi bộ vào ô tiêu đề nhóm thay cho tên ấy, hoặc thêm cột “%s” rồi ghi ở từng dòng bên dưới", column))
}
