package campaign

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Questions about writing templates, and about rows that a template had.

// problemNoSuchBranch is about people under one branch, as their rows name it, told
// once with all their cells; several tells that the list has more than one
// organization of that name, divided that more than one follows it.
func problemNoSuchBranch(at []evaluate.Origin, branch string, several, divided bool) evaluate.Problem {
	p := evaluate.Problem{Severity: evaluate.Warning, Code: "X191", At: at[0], Cells: cellsOnSheet(at[0], at),
		Message: "danh sách tổ chức không có " + quoteOrg(branch) + " nên người này không ghi được vào mẫu nào",
		Hint: "chi bộ đã sáp nhập hoặc đổi tên thì ghi mã hoặc tên cũ, đúng như tệp này ghi, vào cột Tổ chức tiền thân của chi bộ mới trong " + OrgListName +
			"; còn lại thì ghi đúng mã hoặc tên chi bộ, hoặc thêm chi bộ vào danh sách"}
	switch {
	case several:
		p.Message = quoteOrg(branch) + " là tên của nhiều tổ chức trong danh sách, không rõ là chi bộ nào nên người này không ghi được vào mẫu nào"
		p.Hint = "ghi mã chi bộ thay cho tên, hoặc ghi thêm đảng bộ cấp trên sau tên chi bộ (Chi bộ …, Đảng bộ …)"
	case divided:
		p.Message = quoteOrg(branch) + " không còn trong danh sách, và nhiều tổ chức ghi nó là tổ chức tiền thân, không rõ người này về đâu nên không ghi được vào mẫu nào"
		p.Hint = "lập một danh sách có các cột Họ và tên, Số định danh cá nhân (không có thì Ngày sinh), Mã chi bộ; ghi mã chi bộ mới của từng người ở đó, rồi xuất mẫu lần nữa với --from danh sách ấy"
	}
	if len(at) > 1 {
		p.Message += fmt.Sprintf(" (%d người cùng chi bộ)", len(at))
	}
	return p
}

// problemStruckOff is about the people whom a branch that the list has no more, and that
// nobody followed, reported, or its template named.
func problemStruckOff(at []evaluate.Origin, branch string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X191", At: at[0], Cells: cellsOnSheet(at[0], at),
		Message: "danh sách tổ chức không còn " + quoteOrg(branch) + ", và không rõ tổ chức nào kế tiếp nó; " + peopleWord(len(at)) + " ở báo cáo, ở mẫu xuất lần trước của nó không ghi được vào mẫu nào",
		Hint: "đã sáp nhập, đổi tên, đổi mã thì ghi mã cũ vào cột Tổ chức tiền thân của chi bộ mới trong " + OrgListName +
			" (tên cũ cũng được nếu chỉ một tổ chức từng mang tên ấy); đã giải thể thì lập một danh sách có các cột Họ và tên, Số định danh cá nhân (không có thì Ngày sinh), Mã chi bộ, Tình trạng: ai về chi bộ khác thì ghi mã chi bộ ấy, ai đã mất, chuyển đi, ra khỏi Đảng thì ghi ở Tình trạng; rồi xuất mẫu lần nữa với --from danh sách ấy; nêu nhầm tệp thì rút bằng --not-from"}
}

// noteNoSuchBranch is about people under one branch whom another source has in a branch of
// the list.
func noteNoSuchBranch(at []evaluate.Origin, branch string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: "X191", At: at[0], Cells: cellsOnSheet(at[0], at),
		Message: "danh sách tổ chức không có " + quoteOrg(branch) + " (hoặc có nhiều tổ chức cùng tên); " + peopleWord(len(at)) + " ở đó vẫn được ghi vào mẫu, theo chi bộ mà tệp khác ghi",
		Hint:    "không cần làm gì nếu chi bộ ấy đã đúng; người đã chuyển đến nơi khác thì ghi mã chi bộ mới rồi xuất mẫu lần nữa"}
}

// problemNoSuchPost is about people of an earlier workbook whose collective and
// unit the list does not have.
func problemNoSuchPost(at []evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X191", At: at[0], Cells: cellsOnSheet(at[0], at),
		Message: "người ở tập thể, cơ quan, đơn vị không có trong danh sách, không ghi được vào mẫu nào",
		Hint:    "ghi đúng mã tập thể, mã đơn vị, hoặc thêm vào " + OrgListName}
}

// problemStaleBody is about people whom templates name with a collective or unit that
// the list does not have, beside one that it has.
func problemStaleBody(at []evaluate.Origin, code string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X191", At: at[0], Cells: cellsOnSheet(at[0], at),
		Message: "đã ghi vào mẫu cùng " + quoteOrg(code) + ", nhưng danh sách không có tập thể, cơ quan, đơn vị này",
		Hint: "đã sáp nhập hoặc đổi tên thì ghi mã hoặc tên cũ vào cột tiền thân của tập thể, đơn vị mới trong " + OrgListName +
			" rồi xuất mẫu lại; còn lại thì sửa ô ấy trong mẫu"}
}

// hintNewTemplate names what takes the place of a workbook of an earlier layout:
// moved is the label of its copy in the present one, "" for none; template that of
// the present template of its organization, "" where nobody knows the organization.
// Its sender reads it too, who has no commands.
func hintNewTemplate(moved, template string, written bool) string {
	var ways []string
	if moved != "" {
		ways = append(ways, "dùng bản đã chuyển sẵn sang mẫu hiện dùng: "+moved)
	}
	switch {
	case template == "":
		ways = append(ways, "xin cơ quan mẫu mới, chép dữ liệu sang")
	case written:
		ways = append(ways, "chép dữ liệu sang mẫu hiện dùng: "+template)
	default:
		ways = append(ways, "chép dữ liệu sang mẫu hiện dùng: "+template+" (chưa có, xin cơ quan xuất mẫu)")
	}
	return strings.Join(ways, "; hoặc ") + "; rồi gửi lại"
}

// hintTemplateForSender is hintNewTemplate in the words of the copy that goes back to
// whoever sent the workbook; moved tells that a copy in the present layout goes with it.
func hintTemplateForSender(moved bool) string {
	hint := "xin cơ quan mẫu hiện dùng, chép dữ liệu sang; rồi gửi lại"
	if moved {
		hint = "dùng bản đã chuyển sẵn sang mẫu hiện dùng gửi kèm (tên kết thúc bằng “-mau-moi”); hoặc " + hint
	}
	return hint
}

// hintThisPeriod names what takes the place of a workbook of another period: the template
// and, where comes tells so, a copy of it that goes with the marked one. It says the same
// before there is such a copy. hintThisPeriodForSender is for whoever sent the workbook.
func hintThisPeriod(template string, written, comes bool) string {
	if !written {
		template += " (chưa có, xuất bằng lệnh template)"
	}
	if comes {
		template = "bản “-mau-moi” đi kèm bản trả lại (đã ghi sẵn những người trong tệp này và những gì không đổi; điểm, mức trong tệp này không chép sang), hoặc " + template
	}
	return "gửi lại đơn vị mẫu của kỳ này: " + template + "; số liệu đúng là của kỳ này thì chép sang đó; rồi gửi lại"
}

const hintThisPeriodForSender = "ghi vào mẫu của kỳ này gửi kèm (tên kết thúc bằng “-mau-moi”), đã có sẵn những người trong tệp này và những gì không đổi; số liệu trong tệp này đúng là của kỳ này thì chép sang đó; rồi gửi lại"

func problemPacked(file string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X192", At: evaluate.Origin{File: file},
		Message: "tệp trong gói nén không dùng để ghi sẵn mẫu được", Hint: "giải nén rồi chỉ đến thư mục đã giải nén"}
}

func problemLeftOut(file string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X195", At: evaluate.Origin{File: file},
		Message: "tệp có lỗi nên không dùng để ghi sẵn mẫu; các tệp khác vẫn được dùng",
		Hint:    "sửa các lỗi nêu dưới đây rồi xuất mẫu lại, nếu cần người ghi trong tệp này"}
}

// problemNotFilledFrom is about a workbook that was named for templates and has
// errors; copied is the label of its marked copy, or of the page about a file that cannot
// be opened, in which there is nothing to mend.
func problemNotFilledFrom(file, copied string) evaluate.Problem {
	hint := fmt.Sprintf("bản đánh dấu lỗi: %s; sửa ở đó rồi xuất mẫu lại với --from %q", copied, copied)
	if IsReport(copied) {
		hint = fmt.Sprintf("bảng kê lỗi: %s; lấy lại tệp đúng rồi xuất mẫu lại với tệp ấy", copied)
	}
	return evaluate.Problem{Severity: evaluate.Error, Code: "X195", At: evaluate.Origin{File: file},
		Message: "tệp có lỗi nên không dùng để ghi sẵn mẫu; chưa xuất mẫu nào",
		Hint:    hint}
}

// problemOldTemplate is about a template of an earlier run that no organization
// of the list has any longer.
func problemOldTemplate(file string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X199", At: evaluate.Origin{File: file},
		Message: "mẫu của lần xuất trước; danh sách không còn tổ chức nào có mã và tên ấy nên lần này không xuất lại",
		Hint:    "đừng gửi tệp này; đã bỏ hoặc đổi tên tổ chức thì xóa tệp, khi không còn cảnh báo X191 nào nêu những người ghi trong đó; còn không thì sửa lại " + OrgListName + " rồi xuất mẫu lần nữa"}
}

// problemSilentTemplate is about a template of an organization that has nothing to
// report by what is graded now.
func problemSilentTemplate(file string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: "X199", At: evaluate.Origin{File: file},
		Message: "mẫu của lần xuất trước; theo những đối tượng được xếp loại bây giờ thì tổ chức này không có gì phải báo cáo nên lần này không xuất lại",
		Hint:    "đừng gửi tệp này, có thể xóa tệp; nếu tổ chức ấy vẫn phải báo cáo thì sửa mục kinds trong " + SettingsName + ", hoặc thêm tập thể, cơ quan, đơn vị của tổ chức vào " + OrgListName + ", rồi xuất mẫu lần nữa"}
}

func problemPrefilledGone(at evaluate.Origin) evaluate.Problem {
	return question(codeMissed, at, "có trong mẫu ghi sẵn gửi chi bộ nhưng chi bộ không báo cáo",
		"đề nghị chi bộ giữ dòng này rồi gửi lại; ai đã mất, chuyển đi, ra khỏi Đảng thì chọn “Không còn: …” ở ô tình trạng sinh hoạt của dòng, không xóa dòng")
}

// problemReportLacks is about people whom a workbook named for templates knows and the
// reports of their branches do not.
func problemReportLacks(at []evaluate.Origin, branches []string) evaluate.Problem {
	p := question(codeMissed, at[0], peopleWord(len(at))+" ở tệp này không có trong báo cáo đã nhận của "+someOf(branches)+"; mẫu ghi thêm dòng",
		"gửi lại mẫu để chi bộ bổ sung; ai không còn ở chi bộ ấy thì ghi trạng thái của người ấy vào tệp này rồi xuất mẫu lần nữa; nêu nhầm tệp thì rút bằng --not-from")
	p.Cells = cellsOnSheet(p.At, at)
	return p
}

// problemRosterLacks is about people whom an earlier template or a roster taken in knows
// and the roster that is followed does not.
func problemRosterLacks(at []evaluate.Origin, branches []string) evaluate.Problem {
	p := question(codeUnlisted, at[0], peopleWord(len(at))+" ở tệp này không có trong danh sách đảng viên được theo về "+someOf(branches)+"; mẫu vẫn ghi sẵn",
		"hỏi lại chi bộ; ai không còn ở chi bộ ấy thì ghi trạng thái của người ấy vào danh sách rồi xuất mẫu lần nữa, hoặc để chi bộ chọn “Không còn: …”; nêu nhầm tệp thì rút bằng --not-from")
	p.Cells = cellsOnSheet(p.At, at)
	return p
}

// problemGoneTakenBack is about people whom a workbook that was taken back listed as gone
// and nobody else knows.
func problemGoneTakenBack(at []evaluate.Origin) evaluate.Problem {
	p := question(codeUnlisted, at[0], peopleWord(len(at))+" tệp đã rút này ghi là không còn sinh hoạt mà không tệp, báo cáo nào khác còn lưu có tên, nên không đứng trong mẫu nào",
		"không phải đảng viên của mình thì không cần làm gì; còn lại thì nêu danh sách có người ấy ở --from và xuất mẫu lần nữa")
	p.Cells = cellsOnSheet(p.At, at)
	return p
}

func peopleWord(n int) string {
	if n == 1 {
		return "một người"
	}
	return fmt.Sprintf("%d người", n)
}

// problemPrefilledPost is about a post that a template named and no report does.
func problemPrefilledPost(at evaluate.Origin) evaluate.Problem {
	return question(codeMissed, at, "có dòng trong mẫu ghi sẵn đã gửi nhưng báo cáo không còn dòng này",
		"đề nghị nơi báo cáo bổ sung dòng này rồi nhập lại; ai không còn giữ chức vụ thì vẫn giữ dòng và nói rõ ở cột Ghi chú, để cấp có thẩm quyền quyết định")
}

// problemPrefilledElsewhere is about a post of which another report still speaks.
func problemPrefilledElsewhere(at, there evaluate.Origin) evaluate.Problem {
	return question(codeMissed, at, "có dòng trong mẫu ghi sẵn đã gửi nhưng báo cáo của nơi ấy không còn dòng này; nơi khác có báo cáo",
		"nếu nơi ấy còn dữ kiện phải cho về người này, đề nghị bổ sung dòng rồi nhập lại", second(there, "báo cáo ở đây"))
}

// problemPrefilledPlace is about a row for an organization, a unit or a
// collective; own tells whether the report is the one that speaks for it.
func problemPrefilledPlace(at evaluate.Origin, own bool) evaluate.Problem {
	message, hint := "có dòng trong mẫu ghi sẵn đã gửi nhưng báo cáo không còn dòng này", "đề nghị nơi báo cáo bổ sung dòng này rồi nhập lại; nơi đã giải thể thì bỏ khỏi "+OrgListName
	if !own {
		message += "; báo cáo của chính nơi được xếp loại vẫn được dùng"
		hint = "nếu còn dữ kiện phải cho ở dòng này, đề nghị bổ sung rồi nhập lại"
	}
	return question(codeMissed, at, message, hint)
}

// codeMissed is that of somebody whom a list or a template has and no report.
const codeMissed evaluate.Code = "E348"
