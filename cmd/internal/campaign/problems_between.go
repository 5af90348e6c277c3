package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Matters between files (E34x, E36x). None refuses a file: each holds the
// subjects concerned until a person has looked, and names both cells.

func question(code evaluate.Code, at evaluate.Origin, message, hint string, related ...evaluate.Related) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Warning, Code: code, At: at, Message: message, Hint: hint, Related: related}
}

func second(at evaluate.Origin, text string) evaluate.Related {
	return evaluate.Related{At: at, Note: text}
}

func seconds(at []evaluate.Origin, text string) []evaluate.Related {
	var out []evaluate.Related
	for _, o := range at {
		out = append(out, second(o, text))
	}
	return out
}

// mutual marks places from which the problem is told in the same words.
func mutual(related []evaluate.Related) []evaluate.Related {
	for i := range related {
		related[i].Mutual = true
	}
	return related
}

// cellsOnSheet names, as ranges, those of some cells of one column that stand on
// the sheet of the first; nil for one alone.
func cellsOnSheet(first evaluate.Origin, cells []evaluate.Origin) []string {
	var rows []int
	for _, at := range cells {
		if at.File == first.File && at.Sheet == first.Sheet && columnOfCell(at.Cell) == columnOfCell(first.Cell) {
			rows = append(rows, int(rowOf(at.Cell)))
		}
	}
	slices.Sort(rows)
	return evaluate.CellsBelow(evaluate.ColumnName(int(columnOfCell(first.Cell))), slices.Compact(rows))
}

// secondsBySheet points to many cells: one place for each sheet, whose note names
// all of them. org is whom they concern, "" where their files tell.
func secondsBySheet(cells []evaluate.Origin, text, org string) (out []evaluate.Related) {
	for _, at := range cells {
		if slices.ContainsFunc(out, func(r evaluate.Related) bool { return r.At.File == at.File && r.At.Sheet == at.Sheet }) {
			continue
		}
		note := text
		if all := cellsOnSheet(at, cells); all != nil {
			note += ": " + strings.Join(all, ", ")
		}
		out = append(out, evaluate.Related{At: at, Note: note, Org: org})
	}
	return out
}

// whereElse adds the places that name somebody elsewhere, or says that there is
// none.
func whereElse(p evaluate.Problem, places []evaluate.Related, text string) evaluate.Problem {
	if len(places) == 1 && places[0].Note == noteLikely { // not certainly his
		p.Related = append(p.Related, places[0])
		return p
	}
	if len(places) == 0 {
		p.Hint += "; chưa tệp nào khác nhắc đến người này ở nơi ấy nên chỉ có ô này"
	}
	for _, r := range places {
		r.Note = text
		p.Related = append(p.Related, r)
	}
	return p
}

// lackedBy adds the sheet on which a row is missing, unless a row of it is named
// already. It has no cell: that is what is wrong.
func lackedBy(p evaluate.Problem, sheet evaluate.Origin) evaluate.Problem {
	if sheet.IsZero() || slices.ContainsFunc(p.Related, func(r evaluate.Related) bool { return r.At.File == sheet.File && r.At.Sheet == sheet.Sheet }) {
		return p
	}
	sheet.Cell = ""
	p.Related = append(p.Related, second(sheet, "tìm ở trang này, không có dòng nào khớp"))
	return p
}

// asksPlace tells whether a question is where somebody belongs, or whether he is one of
// those reported at all.
func asksPlace(code evaluate.Code) bool {
	switch code {
	case codeTwice, codeForeign, codeWrongTemplate, codeUnlisted, codeMisnamed:
		return true
	}
	return false
}

// codeUnlisted is that of somebody reported whom no roster has.
const codeUnlisted evaluate.Code = "E347"

// codeTwice is that of one person on two rows.
const codeTwice evaluate.Code = "E342"

// problemTwice is about rows that share a number; apart tells that another number or the
// birth dates differ, which alone may keep them open.
func problemTwice(at evaluate.Origin, others []evaluate.Origin, apart bool) evaluate.Problem {
	message, mend := "cùng một người được báo cáo ở hai nơi", ""
	if apart {
		message, mend = "có lẽ cùng một người được báo cáo ở hai nơi, nhưng số định danh hoặc ngày sinh ở hai dòng khác nhau", "đối chiếu với giấy tờ, ghi số định danh, ngày sinh cho đúng ở cả hai dòng; "
	}
	return question(codeTwice, at, message+", chưa rõ nơi nào xếp loại",
		mend+"ghi đúng tình trạng sinh hoạt (tạm thời nơi khác, chuyển đến trong năm) ở nơi xếp loại, hoặc bỏ dòng thừa, rồi nhập lại tệp đó",
		mutual(seconds(others, "dòng còn lại ở đây"))...)
}

func problemGradedThere(at, there evaluate.Origin) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: "E343", At: at,
		Message: "người này được xếp loại ở chi bộ khác nên dòng này không tính",
		Hint:    "không cần làm gì nếu nơi xếp loại đã đúng", Related: []evaluate.Related{second(there, "xếp loại ở đây")}}
}

func problemNamesakes(at evaluate.Origin, others []evaluate.Origin) evaluate.Problem {
	return question("E344", at, "hai người trùng họ tên trong một chi bộ mà không có số, ngày hay năm sinh để phân biệt",
		"ghi số định danh, số thẻ, ngày sinh hoặc năm sinh cho cả hai rồi nhập lại tệp", mutual(seconds(others, "người trùng họ tên ở đây"))...)
}

func problemWeakMatch(at, candidate evaluate.Origin) evaluate.Problem {
	return question("E345", at, "chưa chắc dòng này là ai: chỉ khớp một phần thông tin, nên dữ kiện ở đây chưa được dùng",
		"ghi số định danh, số thẻ, hoặc họ tên cùng ngày sinh và mã chi bộ giống báo cáo của chi bộ", second(candidate, "có thể là người này"))
}

// problemDecidedApart is about a decision beside the look-up id of one subject and the name or
// number of another.
func problemDecidedApart(at, candidate evaluate.Origin) evaluate.Problem {
	p := problemWeakMatch(at, candidate)
	p.Message = "họ tên hoặc số ở dòng này không phải của người có mã tra cứu ấy nên chưa chắc quyết định là về ai, và chưa được dùng"
	p.Hint = "các cột đã bị sắp xếp riêng thì nhập lại tệp chưa sắp xếp kèm --replace; họ tên đã được chi bộ sửa thì ghi lại quyết định ở dòng của người ấy trong tệp kết quả mới lập, rồi nhập lại kèm --replace"
	return p
}

// problemNobody is about a row that no report has the person of; reported tells that his
// branch has reported, so that nothing more is to come from it.
func problemNobody(at evaluate.Origin, reported bool) evaluate.Problem {
	hint := "kiểm tra số định danh, số thẻ, mã chi bộ; hoặc chờ chi bộ gửi báo cáo"
	if reported {
		hint = "kiểm tra họ tên, số định danh, số thẻ, mã chi bộ ở dòng này; đúng cả mà chi bộ báo cáo thiếu thì đề nghị chi bộ thêm dòng; người ấy không còn ở đây thì xóa những gì đã ghi ở dòng này; rồi nhập lại kèm --replace"
	}
	return question("E346", at, "không tìm thấy người này trong báo cáo của chi bộ nào, nên dữ kiện ở đây chưa được dùng", hint)
}

// problemUnreported is about a leader or an official whom the branch that his row names
// does not report.
func problemUnreported(at evaluate.Origin, branch string) evaluate.Problem {
	return question("E346", at, fmt.Sprintf("dòng này ghi người của chi bộ %q, nhưng báo cáo của chi bộ ấy không có người mang số, họ tên này; những gì ghi ở dòng đảng viên (kỷ luật, mức xếp loại …) vì thế chưa được dùng cho dòng này", branch),
		"kiểm tra số định danh, số thẻ, họ tên; không là đảng viên ở đó thì sửa ô mã chi bộ, chức vụ đảng; rồi nhập lại kèm --replace")
}

// problemOfNobody is about a leader whom no report has and whose row names no branch.
func problemOfNobody(at evaluate.Origin) evaluate.Problem {
	return question("E346", at, "không báo cáo đảng viên nào có người mang số, họ tên ở dòng này, và dòng không ghi người của chi bộ nào; những gì ghi ở dòng đảng viên (kỷ luật, mức xếp loại …) vì thế chưa được dùng cho dòng này",
		"là đảng viên ở đây thì sửa số định danh, số thẻ, họ tên, hoặc ghi mã chi bộ của người ấy; không sinh hoạt ở chi bộ nào của đợt này thì ghi “không” ở ô mã chi bộ; rồi nhập lại kèm --replace")
}

// problemAwaited is about people whose branches have not reported yet, each at one cell of
// a sheet.
func problemAwaited(at []evaluate.Origin, branches []string) evaluate.Problem {
	var named []string
	for _, b := range branches[:min(len(branches), branchesNamed)] {
		named = append(named, evaluate.QuoteCode(b))
	}
	where := strings.Join(named, ", ")
	if len(branches) > branchesNamed {
		where += fmt.Sprintf(" … (%d chi bộ)", len(branches))
	}
	p := question("E346", at[0], fmt.Sprintf("chưa nhận được báo cáo của chi bộ %s nên chưa có %s ghi ở đây, và dữ kiện ở các dòng ấy chưa được dùng", where, peopleWord(len(at))),
		"chờ báo cáo của chi bộ; khi đến thì dữ kiện này được dùng")
	p.Cells = cellsOnSheet(at[0], at)
	return p
}

func problemNotOnRoster(at evaluate.Origin) evaluate.Problem {
	return question(codeUnlisted, at, "có trong báo cáo nhưng không có trong danh sách đảng viên đã nhập",
		"ghi hoặc kiểm tra lại số định danh, ngày sinh; hoặc nhập danh sách mới kèm --replace")
}

// problemPerhapsOne is about a reported and a listed row that look alike more than
// any others do. Nobody is joined by likeness: both wait.
func problemPerhapsOne(at, listed evaluate.Origin) evaluate.Problem {
	return question(codeUnlisted, at, "có trong báo cáo nhưng không có trong danh sách đảng viên đã nhập; danh sách có một người gần giống mà chi bộ không báo cáo, có thể là một người ghi khác nhau",
		"nếu là một người thì ghi họ tên, số, ngày sinh cho giống nhau ở nơi ghi sai rồi nhập lại kèm --replace; nếu là hai người thì đề nghị chi bộ bổ sung dòng còn thiếu, hoặc nhập danh sách mới",
		second(listed, "gần giống nhất là người ở đây; phần mềm không tự nhận"))
}

func problemNotReported(at evaluate.Origin) evaluate.Problem {
	return question(codeMissed, at, "có trong danh sách đảng viên nhưng chi bộ không báo cáo",
		"đề nghị chi bộ bổ sung dòng này rồi nhập lại (ai đã mất, chuyển đi, ra khỏi Đảng thì chọn “Không còn: …” ở ô tình trạng sinh hoạt), hoặc sửa danh sách")
}

// branchesNamed is how many organizations a problem names.
const branchesNamed = 3

// problemRosterNowhere is about people of a roster whom nobody reports, under
// organizations that the list does not have, or has several of.
func problemRosterNowhere(at []evaluate.Origin, branches []string) evaluate.Problem {
	var named []string
	for _, b := range branches[:min(len(branches), branchesNamed)] {
		if b != "" {
			named = append(named, quoteOrg(b))
		}
	}
	where := strings.Join(named, ", ")
	if len(branches) > branchesNamed {
		where += " …"
	}
	if where == "" {
		where = "ô để trống"
	}
	p := question("E349", at[0], fmt.Sprintf("%d người trong danh sách đảng viên không báo cáo nào có, mà nơi sinh hoạt ghi ở danh sách (%s) không có trong %s hoặc là tên của nhiều tổ chức: không biết chi bộ nào phải báo cáo", len(at), where, OrgListName),
		"ghi mã chi bộ ở danh sách rồi nhập lại, thêm chi bộ vào "+OrgListName+", hoặc bỏ những người không thuộc cơ quan này khỏi danh sách")
	p.Cells = cellsOnSheet(at[0], at)
	return p
}

func problemTemporaryComment(at evaluate.Origin, there []evaluate.Related) evaluate.Problem {
	return whereElse(question("E360", at, "sinh hoạt tạm thời nơi khác: chờ nhận xét bằng văn bản của nơi đó",
		"khi có nhận xét, ghi Có vào ô này rồi nhập lại"), there, "nơi sinh hoạt tạm thời ở đây")
}

func problemMovedComment(at evaluate.Origin, old []evaluate.Related) evaluate.Problem {
	return whereElse(question("E361", at, "chuyển đến trong năm sau thời gian dài ở nơi cũ: chờ nhận xét của chi bộ cũ",
		"khi có nhận xét, ghi Có vào ô này rồi nhập lại"), old, "nơi cũ ở đây")
}

func problemMonthsUnknown(at evaluate.Origin, old []evaluate.Related) evaluate.Problem {
	return whereElse(question("E362", at, "chuyển đến trong năm nhưng chưa ghi số tháng ở chi bộ cũ và chưa có nhận xét",
		"ghi số tháng ở chi bộ cũ, hoặc ghi Có ở cột nhận xét của nơi khác"), old, "nơi cũ ở đây")
}

// problemNoDecision says that words stand where the number of a decision belongs.
func problemNoDecision(at evaluate.Origin, heading string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: "E336", At: at,
		Message: fmt.Sprintf("cột “%s” chỉ ghi số quyết định; nội dung ô này không phải là số quyết định", heading),
		Hint:    "chưa có quyết định nâng tỷ lệ thì để trống; có rồi thì ghi đủ số của quyết định"}
}

// asideOnly makes a note of a question on whose answer no grade hangs.
func asideOnly(p evaluate.Problem) evaluate.Problem {
	p.Severity = evaluate.Note
	p.Message += "; quy định đang dùng không phân biệt nên không ai phải chờ"
	return p
}

func problemStale(file, fact string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Error, Code: "E364", At: evaluate.Origin{File: file},
		Message: fmt.Sprintf("bảng dữ kiện đã đổi sau khi nhập tệp này (%s không còn)", fact),
		Hint:    "nhập lại tệp này kèm --replace"}
}

func problemNothingTaken(file string) evaluate.Problem {
	return question("E365", evaluate.Origin{File: file}, "chưa nhập báo cáo nào nên chưa có gì để xếp loại",
		"nhập báo cáo trước: xeploai import THƯ_MỤC")
}

func problemGradedElsewhere(at evaluate.Origin) evaluate.Problem {
	return question("E368", at, "cấp ủy này không được xếp loại ở đợt này nên ô này chưa được dùng",
		"dòng của chính cấp ủy chỉ để ghi quyết định nâng tỷ lệ của toàn đợt; xóa ô này")
}

// problemUnknownNamed is about a code that the list does not know; likely is the one that
// it may mean, "" for none, now are those that followed what it meant; comma tells that it
// stands beside others with commas between.
func problemUnknownNamed(at evaluate.Origin, code, likely string, now []string, comma bool) evaluate.Problem {
	const several = "nhiều mã thì cách nhau bằng dấu chấm phẩy"
	hint := "sửa mã theo " + OrgListName + " (đơn vị, tập thể, tổ chức đảng) hoặc số định danh của người đã báo cáo, " + several + ", rồi nhập lại tệp"
	if comma {
		hint = several + "; sửa mã theo " + OrgListName + " (đơn vị, tập thể, tổ chức đảng) hoặc số định danh của người đã báo cáo, rồi nhập lại tệp"
	}
	if len(now) > 0 {
		hint = "mã cũ, nay là " + strings.Join(now, ", ") + " theo " + OrgListName + ": ghi mã mới vào ô này; " + hint
	} else if likely != "" {
		hint = "có phải là " + evaluate.QuoteCode(likely) + "? " + hint
	}
	return question("E374", at, "ô này ghi một mã hoặc số không có trong danh sách: "+evaluate.QuoteCode(code), hint)
}

// codeHeaded is about the code of an organization that a post is said to head.
const codeHeaded evaluate.Code = "E377"

func problemWhichPost(at, candidate evaluate.Origin) evaluate.Problem {
	return question("E375", at, "người này giữ nhiều chức vụ và dòng này không ghi rõ chức vụ nào, nên dữ kiện ở đây chưa được dùng",
		"ghi mã tập thể, mã đơn vị vào dòng này rồi nhập lại tệp", second(candidate, "một trong các chức vụ ở đây"))
}

// problemOnePost is about two rows of one person that may be one post.
func problemOnePost(at, other evaluate.Origin) evaluate.Problem {
	return question("E375", at, "hai dòng về một người, một dòng để trống mã tập thể hoặc mã đơn vị mà dòng kia ghi; chưa rõ là một chức vụ hay hai",
		"một chức vụ thì ghi mã tập thể, mã đơn vị, chức danh giống nhau ở hai dòng; hai chức vụ thì ghi đủ mã ở cả hai, nơi không có thì ghi “không”; rồi nhập lại tệp", mutual([]evaluate.Related{second(other, "dòng kia ở đây")})...)
}

func problemOwnVoice(at, own evaluate.Origin) evaluate.Problem {
	p := question("E366", at, "cột này do chính tổ chức đó tự ghi trong báo cáo của mình; giá trị ở đây chưa được dùng",
		"xóa ô này, và để tổ chức đó ghi trong báo cáo của mình")
	if own.IsZero() {
		p.Message += " (báo cáo ấy chưa nhận)"
	} else {
		p.Related = append(p.Related, second(own, "ô của chính tổ chức đó ở đây"))
	}
	return p
}

// relatedListed points to the subject's own row on the review sheet.
const relatedListed = "trường hợp ấy ở dòng này"

// relatedPerhaps points to somebody who may be the one a decision was about.
const relatedPerhaps = "có lẽ nay là trường hợp này"

func problemSubjectGone(at evaluate.Origin, related ...evaluate.Related) evaluate.Problem {
	return question(evaluate.CodeSubjectGone, at, "quyết định ghi cho một trường hợp không còn trong đợt này (không còn mã tra cứu ấy), nên chưa được dùng",
		"xem lại báo cáo của nơi ấy (có thể đã bỏ dòng); nếu người ấy đúng là không còn thuộc đợt này, xóa quyết định ấy trong chính tệp có ô này rồi nhập lại kèm --replace", related...)
}

// problemSubjectMoved is problemSubjectGone where somebody may be the one who was
// meant.
func problemSubjectMoved(at evaluate.Origin, related ...evaluate.Related) evaluate.Problem {
	return question(evaluate.CodeSubjectGone, at, "quyết định ghi cho một trường hợp không còn trong đợt này (không còn mã tra cứu ấy), nên chưa được dùng; trường hợp có lẽ được nói đến phải chờ",
		"có thể số định danh, mã đơn vị hoặc chi bộ đã được sửa; nếu đúng là trường hợp ấy, ghi lại quyết định ở dòng của nó trong tệp kết quả mới lập rồi nhập lại kèm --replace", related...)
}
