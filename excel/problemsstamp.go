package excel

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of what a workbook says it is for: versions, stamps, titles and names (X15x).

// problemStampMismatch is about a heading over another column's hidden stamp. Whether the
// figures moved with it nobody can know from here, and the hint must not lead to figures of
// another column.
func problemStampMismatch(at evaluate.Origin, heading, stamped string) evaluate.Problem {
	return errorAt("X147", at, fmt.Sprintf("tiêu đề “%s” không khớp với cột “%s” mà mẫu đã đánh dấu", heading, stamped),
		"xem số liệu bên dưới là của cột nào: của “"+heading+"” (tiêu đề và số liệu cùng bị chuyển chỗ) thì chuyển cả tiêu đề và số liệu về chỗ cũ; của “"+stamped+"” (chỉ tiêu đề bị gõ, dán đè) thì chỉ trả lại tiêu đề; không rõ thì chép dữ liệu vào mẫu mới")
}

func problemNotRecognised(at evaluate.Origin) evaluate.Problem {
	return errorAt("X150", at, "tệp không có dấu của mẫu và không có cột mã chi bộ (mã tổ chức)",
		"dùng mẫu do cơ quan tổ chức gửi, hoặc thêm cột “Mã chi bộ”, ghi mã chi bộ (hoặc tên chi bộ, đúng như trong danh sách tổ chức) cho từng dòng")
}

// problemSeveralOrganizations is about a report without stamps whose rows name several.
func problemSeveralOrganizations(at evaluate.Origin, codes []string, kind BookKind) evaluate.Problem {
	quoted := make([]string, len(codes))
	for i, code := range codes {
		quoted[i] = evaluate.QuoteCode(code)
	}
	hint := "mỗi chi bộ một tệp: chép dòng của từng chi bộ vào mẫu của chi bộ ấy rồi gửi lại; cùng một chi bộ mà mã ghi khác nhau thì sửa mã cho đúng như trong danh sách tổ chức"
	if kind == BaseBook {
		hint = "chép dữ liệu vào mẫu của chính tổ chức gửi tệp; hoặc ghi vào ô đầu một dòng trên hàng tiêu đề cột như mẫu đã ghi: “" + labelUnit + ": tên tổ chức gửi (mã tổ chức)" + titleJoint + labelPeriod + ": …”"
	}
	return errorAt("X150", at, fmt.Sprintf("tệp không có dấu của mẫu và có dòng của %d tổ chức (%s), không rõ là báo cáo của tổ chức nào", len(codes), someCodes(quoted)), hint)
}

// problemNoOnePlace is about a list without a column of branches whose title does not
// name just one.
func problemNoOnePlace(said titleSaid) evaluate.Problem {
	const column = "thêm cột “Mã chi bộ” ghi cho từng dòng, hoặc một dòng chỉ ghi tên chi bộ ngay trên những người của chi bộ ấy, hoặc tách mỗi chi bộ một trang"
	none := "không có cột “Mã chi bộ” và "
	switch {
	case len(said.codes) > 1:
		return errorAt("X150", said.at, none+fmt.Sprintf("tiêu đề, tên trang ghi tên %d chi bộ (%s), không rõ ai ở chi bộ nào", len(said.codes), someCodes(said.codes)), column)
	case len(said.several) > 0:
		return errorAt("X150", said.at, none+fmt.Sprintf("tên chi bộ ở tiêu đề là tên của nhiều tổ chức (%s), không rõ là chi bộ nào", someCodes(said.several)),
			"ghi mã chi bộ vào cột “Mã chi bộ” cho từng dòng, hoặc ghi thêm đảng bộ cấp trên vào tiêu đề (Chi bộ …, Đảng bộ …)")
	case len(said.codes) == 1:
		return errorAt("X150", said.at, none+fmt.Sprintf("tiêu đề, tên trang ghi tên chi bộ %s và một chi bộ mà danh sách tổ chức không có, không rõ ai ở chi bộ nào", someCodes(said.codes)), column)
	default:
		return errorAt("X150", said.at, none+"tiêu đề ghi tên một chi bộ mà danh sách tổ chức không có",
			"sửa tên chi bộ ở tiêu đề cho đúng như trong danh sách tổ chức, hoặc thêm cột “Mã chi bộ” cho từng dòng; chi bộ mới thì thêm vào danh sách tổ chức trước")
	}
}

// someCodes names the first of many codes and counts the rest.
func someCodes(codes []string) string {
	const most = 5
	more := ""
	if n := len(codes); n > most+1 {
		codes, more = codes[:most], fmt.Sprintf(" và %d mã khác", n-most)
	}
	return strings.Join(codes, ", ") + more
}

// CodeVersion is that of a workbook whose layout is not the present one.
const CodeVersion evaluate.Code = "X151"

func problemVersion(at evaluate.Origin, got string) evaluate.Problem {
	return errorAt(CodeVersion, at, fmt.Sprintf("tệp làm theo mẫu phiên bản %q, phiên bản hiện dùng là %d", got, TemplateVersion),
		"xin mẫu mới (lệnh template), chép dữ liệu sang rồi gửi lại; dùng bản đã chuyển sẵn sang mẫu mới nếu có gửi kèm")
}

func problemLaterVersion(at evaluate.Origin, got int) evaluate.Problem {
	return errorAt(CodeVersion, at, fmt.Sprintf("tệp làm theo mẫu phiên bản %d, mới hơn phần mềm này (phiên bản %d)", got, TemplateVersion),
		"cập nhật phần mềm rồi nhập lại tệp này; đơn vị gửi tệp không phải làm gì")
}

func noteEarlierLayout(at evaluate.Origin, version int) evaluate.Problem {
	return noteAt("X177", at, fmt.Sprintf("tệp làm theo mẫu phiên bản %d; mọi cột đều còn trong mẫu hiện dùng (%d) nên vẫn được đọc", version, TemplateVersion),
		"không cần làm gì")
}

func problemUnmoved(at evaluate.Origin, n int) evaluate.Problem {
	return errorAt("X193", at, fmt.Sprintf("trang này còn %d giá trị của tệp cũ chưa chuyển sang tệp này", n),
		"chuyển những gì còn cần sang đúng cột, rồi xóa nội dung các dòng ấy (hoặc xóa cả trang) và gửi lại")
}

func problemColumnGone(at evaluate.Origin, heading string) evaluate.Problem {
	return errorAt("X178", at, fmt.Sprintf("cột “%s” của mẫu cũ không còn trong mẫu hiện dùng mà có dữ liệu", clip(heading, quoteLimit)),
		"chuyển những gì còn cần sang cột khác của mẫu mới, hoặc xóa dữ liệu trong cột này, rồi gửi lại")
}

func problemKindUnclear(at evaluate.Origin, columns []string, rows int) evaluate.Problem {
	return errorAt("X188", at, fmt.Sprintf("không rõ trang này ghi về loại nào (đảng viên, tập thể, lãnh đạo …): dấu loại của mẫu không còn và tên trang đã đổi; chưa đọc %d dòng, các cột: %s",
		rows, strings.Join(columns, "; ")), "đặt lại tên trang như trong mẫu, hoặc chép dữ liệu sang mẫu mới")
}

// Workbooks of another office, and of another period.
const (
	CodeOtherOffice evaluate.Code = "X152"
	CodeOtherPeriod evaluate.Code = "X153"
)

func problemOtherOffice(at evaluate.Origin, got, want string) evaluate.Problem {
	return errorAt(CodeOtherOffice, at, fmt.Sprintf("tệp là của cơ quan %q, đợt này là của %q", got, want), "kiểm tra lại tệp gửi đến; dùng mẫu của đợt này")
}

func problemOtherPeriod(at evaluate.Origin, got, want string) evaluate.Problem {
	return errorAt(CodeOtherPeriod, at, fmt.Sprintf("tệp là của kỳ %q, đợt này là kỳ %q", got, want), "gửi tệp của đúng kỳ; không dùng lại tệp của kỳ trước")
}

// problemTitlePeriod is about a workbook without stamps whose title names another
// year.
func problemTitlePeriod(at evaluate.Origin, year, want string) evaluate.Problem {
	return errorAt(CodeOtherPeriod, at, fmt.Sprintf("tiêu đề của trang ghi năm %s, đợt này là kỳ %q; tệp không có dấu của mẫu nên chỉ có tiêu đề cho biết kỳ", year, want),
		"gửi tệp của đúng kỳ; nếu số liệu đúng là của kỳ này thì sửa lại tiêu đề")
}

// problemTitleDiffers is about a template whose title was typed over.
func problemTitleDiffers(at evaluate.Origin, got, want string) evaluate.Problem {
	return errorAt(CodeOtherTitle, at, fmt.Sprintf("ở đây ghi “%s”, còn dấu của mẫu ghi “%s”: không rõ tệp là báo cáo nào", clip(got, quoteLimit), want),
		"nếu là báo cáo theo dấu của mẫu thì sửa lại chỗ này; nếu không thì ghi vào mẫu của đúng đơn vị, đúng kỳ")
}

func problemNameDiffers(at evaluate.Origin, got, others string) evaluate.Problem {
	return errorAt(CodeOtherTitle, at, fmt.Sprintf("ở đây ghi “%s”, còn các chỗ khác của tệp ghi “%s”: không rõ tệp là báo cáo của ai", clip(got, quoteLimit), clip(others, quoteLimit)),
		"nếu chỉ sửa tên thì sửa lại cho giống nhau; nếu là báo cáo của nơi khác thì ghi vào mẫu của nơi ấy")
}

// problemNameOfOther is about a workbook that calls its organization as the list calls
// another.
func problemNameOfOther(at evaluate.Origin, got, code, listed string) evaluate.Problem {
	return errorAt(CodeOtherTitle, at, fmt.Sprintf("tệp ghi tên “%s” là tên của tổ chức khác, còn mã %s của mẫu trong danh sách là “%s”: không rõ tệp là báo cáo của ai", clip(got, quoteLimit), code, clip(listed, quoteLimit)),
		"nếu là báo cáo của tổ chức mang mã ấy thì ghi lại đúng tên; nếu là báo cáo của nơi khác thì ghi vào mẫu của nơi ấy")
}

// problemCodePassed is about a name that the list does not have, beside a code that was
// another organization's before.
func problemCodePassed(at evaluate.Origin, got, code, listed string) evaluate.Problem {
	return errorAt(CodeOtherTitle, at, fmt.Sprintf("tệp ghi tên “%s”, còn mã %s nay là của “%s”, trước đó là của tổ chức khác theo danh sách: không rõ tệp là báo cáo của ai", clip(got, quoteLimit), code, clip(listed, quoteLimit)),
		"ghi vào mẫu mới của tổ chức mình (mã mới); nếu đúng là báo cáo của tổ chức mang mã ấy thì ghi lại tên như trong danh sách")
}

// problemNameNotListed is about a name of an organization that the list does not have.
func problemNameNotListed(at evaluate.Origin, got, code, listed string) evaluate.Problem {
	return warningAt(CodeOtherTitle, at, fmt.Sprintf("tệp ghi tên “%s”, còn mã %s của mẫu trong danh sách là “%s”; vẫn nhận theo mã", clip(got, quoteLimit), code, clip(listed, quoteLimit)),
		"nếu đúng là một tổ chức thì không cần làm gì, hoặc sửa tên trong danh sách tổ chức; nếu là báo cáo của nơi khác thì ghi vào mẫu của nơi ấy")
}

// CodeOtherTitle is that of stamps, covers and titles that name different reports.
const CodeOtherTitle evaluate.Code = "X155"

// CodeOtherOrganization is that of rows that name another organization.
const CodeOtherOrganization evaluate.Code = "X154"

// problemOtherOrganization is about n rows that name one other organization; all
// tells that no row of the sheet names the workbook's own.
//
// Leaving the code blank is never offered: it would make other people's rows the
// workbook's own.
func problemOtherOrganization(at evaluate.Origin, k evaluate.Kind, got, want string, n int, all bool) evaluate.Problem {
	which := "dòng này ghi"
	switch {
	case all && n > 1:
		return errorAt(CodeOtherOrganization, at, fmt.Sprintf("cả %d dòng của trang ghi mã tổ chức khác: %s; tệp được làm cho %q", n, evaluate.QuoteCode(got), want),
			"có lẽ đã dùng nhầm mẫu: lấy mẫu của chính tổ chức mình, chép dữ liệu sang rồi gửi lại; mẫu đúng mà cột mã ghi nhầm thì sửa mã")
	case n > 1:
		which = fmt.Sprintf("%d dòng ghi", n)
	}
	hint := "người của tổ chức khác thì ghi ở mẫu của chính tổ chức ấy và bỏ khỏi tệp này; người của đúng tổ chức gửi tệp mà mã ghi nhầm thì sửa mã"
	if k == evaluate.Organization {
		hint = "dòng nói về chính tổ chức gửi tệp thì ghi lại mã " + want + " ở ô này; nói về tổ chức khác thì ghi ở mẫu của tổ chức ấy, còn ở đây ghi lại dòng của chính mình"
	}
	return errorAt(CodeOtherOrganization, at, fmt.Sprintf("%s mã tổ chức khác: %s; tệp được làm cho %q", which, evaluate.QuoteCode(got), want), hint)
}

// problemSheetOfOther is about a sheet of another organization's workbook; name is what the
// list calls it, "" where it has none of that code.
func problemSheetOfOther(at evaluate.Origin, got, name, want string) evaluate.Problem {
	if name != "" {
		name = " (" + clip(name, quoteLimit) + ")"
	}
	return errorAt(CodeOtherOrganization, at, fmt.Sprintf("cả trang này là của tổ chức khác%s: %s; tệp được làm cho %q", name, evaluate.QuoteCode(got), want),
		fmt.Sprintf("mỗi tổ chức một tệp riêng: bỏ trang này khỏi tệp, gửi riêng tệp của %[1]s (không còn tệp ấy thì chép dữ liệu của trang này sang mẫu của %[1]s); những người ở đây đúng là của %[2]s thì chép sang trang của chính %[2]s trong tệp này", got, want))
}

func problemStampDiffers(at evaluate.Origin, words []string) evaluate.Problem {
	return errorAt(CodeOtherTitle, at, "các dấu của mẫu trong tệp ghi khác nhau ở "+strings.Join(words, ", "), "tệp đã bị ghép từ hai mẫu; đề nghị nơi gửi mẫu gửi lại mẫu của đơn vị mình, chép dữ liệu vào mẫu ấy rồi gửi về")
}

func warningWrittenTwice(at evaluate.Origin) evaluate.Problem {
	return warningAt(CodeOtherTitle, evaluate.Origin{File: at.File, Sheet: at.Sheet}, "tệp ghép từ hai lần lập mẫu của cùng đơn vị, cùng kỳ; mọi trang vẫn được đọc",
		"xem các trang có đủ những người, những dòng mà mẫu lập sau ghi sẵn không, thiếu ai thì ghi thêm dòng rồi gửi lại; đủ rồi thì không cần làm gì")
}

func problemStampOutvoted(at evaluate.Origin, key string) evaluate.Problem {
	return warningAt("X190", at, fmt.Sprintf("một trong ba dấu của mẫu ghi khác hai dấu kia ở %s; đã theo hai dấu giống nhau", stampWord(key)), "kiểm tra tệp có đúng là của đơn vị này không")
}

// stampWord is what people call an entry of the stamp.
func stampWord(key string) string {
	switch key {
	case "kind":
		return "loại tệp"
	case "office":
		return "cơ quan"
	case "period":
		return "kỳ"
	case "org":
		return "mã tổ chức"
	case "version":
		return "phiên bản mẫu"
	case "sheets":
		return "các trang của mẫu"
	}
	return "dấu kiểm tra của lần lập tệp"
}

func problemWrongBook(at evaluate.Origin, kind BookKind) evaluate.Problem {
	return errorAt("X156", at, fmt.Sprintf("tệp là %s, không nhập được ở đây", bookWord(kind)), "chỉ nhập các tệp mẫu đã điền, tệp kết quả có quyết định và danh sách đảng viên")
}

func problemPlainList(at evaluate.Origin) evaluate.Problem {
	return errorAt("X156", at, "đây là danh sách đảng viên, không có cột nào về năm đánh giá, nên không phải báo cáo của chi bộ",
		"danh sách chỉ dùng để ghi sẵn mẫu (xeploai template --from); nếu là báo cáo thì chép dữ liệu vào mẫu rồi gửi lại")
}

func problemUnstamped(at evaluate.Origin, kind BookKind) evaluate.Problem {
	return noteAt("X157", at, "tệp không có dấu của mẫu; nhận ra nhờ tiêu đề cột là "+bookWord(kind), "nên dùng mẫu do cơ quan tổ chức gửi")
}

// noteTitledOrganization is about a workbook without stamps whose titles say whose it is.
func noteTitledOrganization(at evaluate.Origin, code string) evaluate.Problem {
	return noteAt("X157", at, "tệp không có dấu của mẫu; dòng dưới tiêu đề cho biết là báo cáo của tổ chức mã "+code, "không cần làm gì nếu hiểu đúng")
}

// CodeBlank is that of required cells without a value.
const CodeBlank evaluate.Code = "X110"

// CodeSheetGone is that of a workbook without a sheet that its template has.
const CodeSheetGone evaluate.Code = "X158"
