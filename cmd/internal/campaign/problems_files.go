package campaign

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Problems and notes about whole files that come in, and of several that speak of one place.

func note(code evaluate.Code, file, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: code, At: evaluate.Origin{File: file}, Message: message, Hint: hint}
}

// CodeNoSpreadsheet is that of a file in a folder that is passed over.
const CodeNoSpreadsheet evaluate.Code = "C930"

func problemNoSpreadsheet(file string) evaluate.Problem {
	return note(CodeNoSpreadsheet, file, "tệp này không phải bảng tính nên được bỏ qua", "nếu đây là báo cáo, lưu lại dạng .xlsx")
}

// CodeNamelessWorkbook is that of a workbook passed over for its name.
const CodeNamelessWorkbook evaluate.Code = "C932"

func problemNamelessWorkbook(file string) evaluate.Problem {
	p := note(CodeNamelessWorkbook, file, "tệp này là bảng tính Excel, nhưng tên tệp không có đuôi .xlsx nên chưa được đọc",
		"nếu đây là báo cáo, đổi đuôi tên tệp thành .xlsx rồi nhập lại; nếu là bản lưu cũ, chuyển ra khỏi thư mục")
	p.Severity = evaluate.Warning
	return p
}

// problemHiddenWorkbook is about one whose name begins with a dot.
func problemHiddenWorkbook(file string) evaluate.Problem {
	p := note(CodeNamelessWorkbook, file, "tệp này là bảng tính Excel, nhưng tên tệp bắt đầu bằng dấu chấm (tệp ẩn) nên chưa được đọc",
		"nếu đây là báo cáo, bỏ dấu chấm ở đầu tên tệp rồi nhập lại; nếu là bản lưu tạm của phần mềm khác, chuyển ra khỏi thư mục")
	p.Severity = evaluate.Warning
	return p
}

func problemNotTaken(file string) evaluate.Problem {
	return note("C931", file, "tệp này không phải báo cáo gửi về nên không nhập", "danh sách tổ chức được đọc thẳng từ "+OrgListName)
}

func fileError(code evaluate.Code, file, message, hint string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: code, At: evaluate.Origin{File: file}, Message: message, Hint: hint}
}

func problemNewerFile(file, org, before string) evaluate.Problem {
	p := fileError("E340", file, fmt.Sprintf("đã nhận một tệp khác của tổ chức %q; tệp này chưa được nhập", org),
		"nếu tệp này mới hơn và đúng hơn, nhập lại kèm --replace")
	if file == before {
		p.Message = fmt.Sprintf("tệp của tổ chức %q đã đổi nội dung từ khi được nhận; nội dung mới chưa được nhập", org)
		return p
	}
	p.Related = []evaluate.Related{{At: evaluate.Origin{File: before}, Note: "tệp đã nhận"}}
	return p
}

// problemNewerRoster is about a roster that speaks of branches of which others stand, and
// perhaps of more of which none does.
func problemNewerRoster(file string, branches, more []string, met []*roster) evaluate.Problem {
	added := ""
	if len(more) > 0 {
		added = fmt.Sprintf("%d chi bộ mới được nhận thêm, ", len(more))
	}
	p := fileError("E340", file, fmt.Sprintf("đã nhận danh sách đảng viên khác về %s; tệp này chưa được nhập", someOf(branches)),
		"nếu tệp này mới hơn và đúng hơn, nhập lại kèm --replace: từ đó các chi bộ ấy theo tệp này, "+added+"các chi bộ khác vẫn theo danh sách đã nhận")
	for _, old := range met {
		if old.receipt.Path == file {
			p.Message = fmt.Sprintf("danh sách đảng viên về %s đã đổi nội dung từ khi được nhận; nội dung mới chưa được nhập", someOf(branches))
			continue
		}
		p.Related = append(p.Related, evaluate.Related{At: evaluate.Origin{File: old.receipt.Path}, Note: "danh sách đã nhận"})
	}
	p.Message += besidesNew(more)
	return p
}

// besidesNew counts the branches of a roster left out of which no other speaks.
func besidesNew(branches []string) string {
	if len(branches) == 0 {
		return ""
	}
	return fmt.Sprintf("; %d chi bộ nữa ở tệp này (%s) chưa có danh sách nào và cũng chưa được nhập", len(branches), someOf(branches))
}

// problemTwoRosters is about a roster that speaks of branches of which the same run has
// taken in another.
func problemTwoRosters(file string, branches, more []string, first string) evaluate.Problem {
	p := fileError("E341", file, fmt.Sprintf("trong lần nhập này có hai danh sách đảng viên khác nhau về %s; chỉ tệp đầu được nhập", someOf(branches))+besidesNew(more),
		"giữ lại một tệp; nếu tệp này mới đúng, nhập riêng nó kèm --replace")
	p.Related = []evaluate.Related{{At: evaluate.Origin{File: first}, Note: "tệp được nhập"}}
	return p
}

// someOf names the first of a list of branches and counts the rest.
func someOf(branches []string) string {
	const most = 5
	if n := len(branches); n > most+1 {
		return fmt.Sprintf("%s và %d chi bộ nữa", strings.Join(branches[:most], ", "), n-most)
	}
	return strings.Join(branches, ", ")
}

// problemSameReport is about a file whose rows stand otherwise than in the one taken in.
func problemSameReport(file string) evaluate.Problem {
	return note("E340", file, "so với tệp đã nhận không dữ kiện nào khác, chỉ khác thứ tự các dòng, cách viết họ tên, số thẻ, hoặc những ô không đổi dữ kiện nào: là báo cáo đã nhận từ trước",
		"không cần làm gì; muốn lấy cách viết trong tệp này thì nhập lại kèm --replace")
}

func problemCarried(file string, n int, first evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E353", At: evaluate.Origin{File: file},
		Message: fmt.Sprintf("%d dòng quyết định đã nhận trước đây được giữ nguyên, vì tệp này lúc lập không mang các quyết định ấy và để trống ở đó", n),
		Hint:    "nếu muốn rút một quyết định: chạy xeploai grade, xóa quyết định ấy trong tệp kết quả mới lập rồi nhập lại tệp đó kèm --replace",
		Related: []evaluate.Related{{At: first, Note: "quyết định đầu tiên được giữ ở đây"}}}
}

// problemDecidedElsewhere says that rows left blank here have a decision that was
// written in another workbook, and stands.
// blank are the cells here, decided those that say it.
func problemDecidedElsewhere(blank, decided []evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "E355", At: blank[0], Cells: cellsOnSheet(blank[0], blank),
		Message: fmt.Sprintf("%d trường hợp để trống quyết định ở tệp này nhưng quyết định vẫn đứng, vì được ghi ở tệp kết quả khác", len(blank)),
		Hint:    "muốn rút một quyết định thì xóa ở tệp đã ghi nó (tệp mới lập sau lần xeploai grade gần nhất) rồi nhập lại tệp ấy kèm --replace",
		Related: secondsBySheet(decided, "quyết định ghi ở đây", "")}
}

func problemSuperseded(file, now string) evaluate.Problem {
	p := note("E367", file, "tệp này đã nhận trước đây và đã được tệp khác thay, nên không nhập lại",
		"để khỏi nhầm, chuyển tệp cũ ra khỏi thư mục; muốn lấy lại đúng bản cũ này thì nhập riêng nó kèm --replace")
	if now != "" {
		p.Related = []evaluate.Related{{At: evaluate.Origin{File: now}, Note: "tệp đang dùng"}}
	}
	return p
}

func problemTwoFiles(file, org, first string) evaluate.Problem {
	p := fileError("E341", file, fmt.Sprintf("trong lần nhập này có hai tệp khác nhau của tổ chức %q; chỉ tệp đầu được nhập", org),
		"giữ lại một tệp; nếu tệp này mới đúng, nhập riêng nó kèm --replace")
	p.Related = []evaluate.Related{{At: evaluate.Origin{File: first}, Note: "tệp được nhập"}}
	return p
}
