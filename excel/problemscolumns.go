package excel

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems of headings and of the columns below them: X14x.

func problemNoHeader(at evaluate.Origin) evaluate.Problem {
	return errorAt("X140", at, "không tìm thấy hàng có đủ tiêu đề cột mà mẫu có", "ghi các tiêu đề trên cùng một hàng, đúng như của mẫu, ngoài “Họ và tên” phải có thêm cột khác (ví dụ “Năm sinh”, “Ngày sinh”, “Số định danh cá nhân”), hoặc chép dữ liệu vào mẫu mới")
}

func problemMissingColumn(at evaluate.Origin, heading, near string) evaluate.Problem {
	hint := "thêm lại cột này với đúng tiêu đề, hoặc chép dữ liệu vào mẫu mới"
	if near != "" {
		hint = "có phải là cột " + near + "? nếu phải, sửa lại tiêu đề; " + hint
	}
	return errorAt("X141", at, fmt.Sprintf("thiếu cột bắt buộc “%s”", heading), hint)
}

// problemSecondList is about a list beside a sheet of the template that is of the same people
// and has not its columns.
func problemSecondList(at evaluate.Origin, sheet string, lacked []*evaluate.FactDef) evaluate.Problem {
	var headings []string
	for _, def := range lacked {
		headings = append(headings, def.Heading)
	}
	return errorAt("X141", at, fmt.Sprintf("trang này là một danh sách khác bên cạnh trang “%s” của mẫu và thiếu cột bắt buộc %s; không dòng nào ở đây được đọc", sheet, someHeadings(headings)),
		fmt.Sprintf("danh sách riêng của đơn vị thì xóa trang này khỏi tệp (giữ ở tệp khác); ai hay điều gì chưa có ở trang “%s” thì ghi vào trang ấy; rồi gửi lại", sheet))
}

func problemRepeatedColumn(at, first evaluate.Origin, heading string) evaluate.Problem {
	p := errorAt("X142", at, fmt.Sprintf("cột “%s” xuất hiện hai lần", heading), "giữ một cột, xóa hoặc đổi tên cột kia")
	p.Related = []evaluate.Related{{At: first, Note: "lần đầu ở đây"}}
	return p
}

// problemUnknownColumn is about a heading nobody knows; lacking are the headings of
// the template's columns that the sheet has not. One that may be meant makes it an
// error: what was filled in would be lost.
func problemUnknownColumn(at evaluate.Origin, heading, near string, lacking []string) evaluate.Problem {
	message := fmt.Sprintf("không biết cột “%s”, dữ liệu trong cột không được dùng", heading)
	for _, l := range lacking {
		if l == near || near == "" && saysMore(heading, l) {
			return errorAt("X143", at, message+"; tệp lại thiếu cột “"+l+"” của mẫu",
				"nếu là cột “"+l+"” thì sửa lại tiêu đề cho đúng; nếu không thì xóa cột này")
		}
	}
	hint := "nếu cột này chỉ để tham khảo thì không cần làm gì"
	switch {
	case near != "":
		hint = "có phải là cột “" + near + "”? nếu phải, sửa lại tiêu đề cho đúng"
	case len(lacking) > 0:
		message += alsoLacks(lacking)
		hint = "nếu là một trong các cột ấy thì sửa lại tiêu đề cho đúng; " + hint
	}
	return warningAt("X143", at, message, hint)
}

// problemGradesBeside is about n grades in cells that nobody reads, of rows that have none
// in the column that asks for them.
func problemGradesBeside(at evaluate.Origin, n int, empty *evaluate.FactDef) evaluate.Problem {
	aside := "ghi rõ năm ở tiêu đề nếu là mức của năm khác"
	if empty.Role == evaluate.RoleDecision {
		aside += ", ghi rõ là ý kiến của cơ quan nào nếu là ý kiến tham mưu"
	}
	return errorAt("X143", at, fmt.Sprintf("%s ghi mức xếp loại ở cột khác nên không được dùng, còn cột “%s” của các dòng ấy để trống", cellsCounted(n), empty.Heading),
		fmt.Sprintf("nếu đó là mức %s cho từng người thì ghi mức ấy vào cột “%s” (chọn trong danh sách) rồi xóa ở cột kia; nếu chỉ để tham khảo thì cũng xóa, hoặc %s", gradeWord(empty), empty.Heading, aside))
}

// problemGradesDiffer is about n such grades of rows that have another one there.
func problemGradesDiffer(at evaluate.Origin, n int, taken *evaluate.FactDef) evaluate.Problem {
	return warningAt("X143", at, fmt.Sprintf("%s ghi mức xếp loại ở cột không có trong mẫu, khác với mức ở cột “%s” của cùng dòng; mức ở cột “%s” được dùng", cellsCounted(n), taken.Heading, taken.Heading),
		fmt.Sprintf("nếu mức ở cột thêm mới là mức %s thì sửa ở cột “%s”; nếu chỉ để tham khảo thì không cần làm gì", gradeWord(taken), taken.Heading))
}

// gradeWord is what a grade of the column is: proposed or decided.
func gradeWord(def *evaluate.FactDef) string {
	if def.Role == evaluate.RoleDecision {
		return "quyết định"
	}
	return "đề nghị"
}

// problemTypedOver is about n cells of a result workbook that no longer say what was computed;
// alone tells that grades stand there, of rows without a decision.
func problemTypedOver(at evaluate.Origin, n int, heading string, decision *evaluate.FactDef, alone bool) evaluate.Problem {
	message := fmt.Sprintf("cột “%s”: %s khác với điều công cụ đã ghi; cột này chỉ để xem, điều gõ vào không được dùng", heading, cellsCounted(n))
	if alone {
		return errorAt("X145", at, message+fmt.Sprintf(", còn cột “%s” của các dòng ấy để trống", decision.Heading),
			fmt.Sprintf("nếu đó là quyết định thì ghi mức ấy vào cột “%s”, kèm số và ngày của văn bản; rồi xóa trống các ô này", decision.Heading))
	}
	return warningAt("X145", at, message, fmt.Sprintf("điều cần quyết định ghi ở cột “%s”; nếu chỉ ghi để xem thì không cần làm gì", decision.Heading))
}

// problemGradesRemarked is the same of n remarks.
func problemGradesRemarked(at evaluate.Origin, heading, empty string, n int) evaluate.Problem {
	return errorAt("X169", at, fmt.Sprintf("cột “%s”: %s chỉ ghi mức xếp loại, còn cột “%s” để trống ở mọi dòng: có lẽ dán lệch cột; lời ghi không được dùng để xếp loại", heading, cellsCounted(n), empty),
		fmt.Sprintf("chuyển các mức ấy sang cột “%s”; nếu là mức của năm khác thì ghi rõ năm trong cùng ô", empty))
}

// alsoLacks names columns of the template that a sheet has not.
func alsoLacks(headings []string) string {
	return "; tệp lại thiếu cột của mẫu: “" + strings.Join(headings[:min(3, len(headings))], "”, “") + "”"
}

// problemNamelessColumn is about n filled cells of a column without a heading;
// besideNames tells that it follows the names of people, lacking are the headings of
// the template's columns that the sheet has not.
func problemNamelessColumn(at evaluate.Origin, n int, besideNames bool, lacking []string) evaluate.Problem {
	message := fmt.Sprintf("%d ô có dữ liệu trong một cột không có tiêu đề, dữ liệu ấy không được dùng", n)
	switch {
	case besideNames:
		return errorAt("X143", at, message, "nếu là phần tên thì ghi cả họ và tên vào một cột, hoặc gộp ô tiêu đề họ tên qua cả hai cột; nếu không thì ghi tiêu đề cho cột, hoặc xóa cột")
	case len(lacking) > 0:
		return errorAt("X143", at, message+alsoLacks(lacking),
			"ghi lại tiêu đề của cột như trong mẫu; nếu không phải cột của mẫu thì xóa dữ liệu trong cột")
	}
	return warningAt("X143", at, message, "nếu chỉ để tham khảo thì không cần làm gì; nếu phải nhập thì ghi vào cột có tiêu đề của mẫu")
}

func problemAmbiguousColumn(at evaluate.Origin, heading string, could []string) evaluate.Problem {
	return errorAt("X144", at, fmt.Sprintf("tiêu đề “%s” có thể là nhiều cột: %s", heading, strings.Join(could, "; ")),
		"ghi rõ tiêu đề như trong mẫu, kể cả tiêu đề nhóm ở hàng trên")
}

func problemOtherSupplier(at evaluate.Origin, heading string) evaluate.Problem {
	return warningAt("X145", at, fmt.Sprintf("cột “%s” không thuộc loại tệp này, dữ liệu trong cột không được dùng", heading),
		"thông tin này do nơi khác cung cấp trong tệp riêng")
}

func problemSkippedSheet(at evaluate.Origin) evaluate.Problem {
	return warningAt("X146", at, "trang tính không có hàng tiêu đề của mẫu, đã bỏ qua", "nếu trang có dữ liệu cần nhập, thêm tiêu đề cột như trong mẫu")
}

// problemAlienSheet is about a table with some columns of a sheet that the template has not.
func problemAlienSheet(at evaluate.Origin, like string) evaluate.Problem {
	return warningAt("X146", at, fmt.Sprintf("trang tính không phải của mẫu, đã bỏ qua: mẫu này không có trang “%s”", like),
		fmt.Sprintf("bảng riêng của đơn vị thì không cần làm gì; nếu là số liệu của trang “%s” thì đề nghị nơi gửi mẫu gửi mẫu có trang ấy", like))
}

const hintTotal = "ghi điểm vào từng ô; cột “" + labelTotalScore + "” tự cộng, chép lại công thức của cột từ dòng khác"

func problemTotalAlone(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X168", at, fmt.Sprintf("%d ô “%s” ghi số mà các ô điểm của dòng ấy để trống; điểm được tính từ từng ô, số tổng không được đọc", n, labelTotalScore), hintTotal)
}

func problemTotalDiffers(at evaluate.Origin, n int) evaluate.Problem {
	return warningAt("X168", at, fmt.Sprintf("%d ô “%s” ghi số khác với các ô điểm của dòng ấy cộng lại; điểm được tính từ từng ô, số tổng không được đọc", n, labelTotalScore), hintTotal)
}

// problemSortedApart is about columns that were sorted without the others of their rows.
func problemSortedApart(at evaluate.Origin, area, stayed string) evaluate.Problem {
	return warningAt("X139", at, fmt.Sprintf("các ô %s đã được sắp xếp riêng, còn các cột khác (như “%s”) đứng yên: số liệu ở một dòng có thể là của nhiều người; vẫn đọc như đang ghi", area, stayed),
		"đối chiếu vài dòng với bản gốc: nếu lệch thì lấy lại bản chưa sắp xếp, hoặc chép lại cho khớp từng người rồi gửi lại; nếu sắp xếp trước khi điền các cột kia thì không cần làm gì; muốn sắp xếp thì chọn cả bảng")
}
