package campaign

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// The problems of two cells that cannot both be right: of one person, and of a body and
// those who belong to it.

func problemDisagree(at, other evaluate.Origin) evaluate.Problem {
	return question("E363", at, "hai tệp ghi khác nhau cho cùng một dữ kiện; giá trị ở đây chưa được dùng",
		"thống nhất lại rồi nhập tệp đã sửa kèm --replace", second(other, "giá trị còn lại ở đây"))
}

// problemApart is about a cell and that of another workbook which says otherwise; matters
// tells whether anybody may be graded otherwise by it.
func problemApart(heading string, at, other evaluate.Origin, matters bool) evaluate.Problem {
	message := fmt.Sprintf("cột “%s” ghi khác ở hai tệp về cùng một đối tượng", heading)
	if matters {
		message += "; nếu hai cách ghi ra hai mức khác nhau thì phải chờ"
	}
	return question("E363", at, message, "thống nhất lại rồi nhập tệp đã sửa kèm --replace", second(other, "tệp kia ghi ở đây"))
}

// problemProposedApart is about two proposals of one level, in two workbooks.
func problemProposedApart(heading string, at, other evaluate.Origin) evaluate.Problem {
	return question("E363", at, fmt.Sprintf("cột “%s” ghi khác ở hai tệp về cùng một đối tượng: hai nơi đề nghị khác nhau nên phải xem xét, quyết định", heading),
		"thống nhất lại rồi nhập tệp đã sửa kèm --replace, hoặc ghi quyết định ở trang Xem xét", second(other, "tệp kia ghi ở đây"))
}

// noteNamesApart is about cells that only name or remark otherwise than another workbook.
func noteNamesApart(n *apartNames) evaluate.Problem {
	p := evaluate.Problem{Severity: evaluate.Note, Code: "E363", At: n.at[0],
		Message: fmt.Sprintf("cột “%s” ghi khác ở hai tệp về cùng một đối tượng; chỉ dùng để ghi nhận nên không ai phải chờ, chữ ở tệp kia được giữ", n.heading),
		Hint:    "không cần làm gì nếu hai cách ghi chỉ một người, một việc; ghi sai thì sửa rồi nhập lại tệp kèm --replace",
		Related: secondsBySheet(n.other, "tệp kia ghi ở đây", "")}
	p.Cells = cellsOnSheet(p.At, n.at)
	return p
}

// problemContested is about two decisions on one subject: here and there are their
// grades.
func problemContested(at, other evaluate.Origin, here, there string) evaluate.Problem {
	return question("E363", at, fmt.Sprintf("hai quyết định khác nhau về cùng một trường hợp: “%s” ở đây, “%s” ở ô kia; chưa quyết định nào được dùng", here, there),
		"hỏi lại cấp có thẩm quyền quyết định nào đứng, sửa ô còn lại cho giống trong chính tệp có ô ấy rồi nhập lại kèm --replace",
		second(other, fmt.Sprintf("quyết định “%s” ở đây", there)))
}

// problemContradicts names every cell that says it; there are at least two.
func problemContradicts(heading string, said []saying) evaluate.Problem {
	p := question("E363", said[0].at, fmt.Sprintf("cột “%s” ghi khác nhau về cùng một người ở các trang, các chức vụ; chưa rõ chỗ nào đúng", heading),
		"thống nhất lại rồi nhập tệp đã sửa kèm --replace")
	for _, s := range said[1:] {
		p.Related = append(p.Related, evaluate.Related{At: s.at, Note: "chỗ này ghi khác, hoặc cũng ghi", Mutual: true})
	}
	return p
}

// problemPostsDiffer is about figures of two posts, of which the member's row has none of
// its own.
func problemPostsDiffer(heading string, at, other evaluate.Origin) evaluate.Problem {
	return question("E363", at, fmt.Sprintf("cột “%s” ghi khác nhau ở hai chức vụ của cùng một người, còn dòng đảng viên để trống; chưa rõ tính cho đảng viên theo chức vụ nào, nếu mức xếp loại khác nhau thì đảng viên này phải chờ", heading),
		"ghi ở dòng đảng viên trong tệp của cơ quan phụ trách số phiếu tính cho đảng viên, hoặc sửa ô ghi sai, rồi nhập lại kèm --replace", second(other, "chỗ này ghi khác"))
}

// problemIdle is about the state of a member that fits nobody who leads, and the rows of
// leaders about him.
func problemIdle(at evaluate.Origin, posts []evaluate.Origin, state string) evaluate.Problem {
	return question("E327", at, fmt.Sprintf("ô này ghi “%s”, mà người này có dòng ở trang lãnh đạo; chưa rõ tình trạng có còn đúng không, nếu mức xếp loại khác nhau thì người này phải chờ", state),
		"nếu tình trạng còn từ danh sách cũ thì sửa ô này; nếu người này không còn giữ chức vụ thì bỏ dòng ở trang lãnh đạo; nếu cả hai đều đúng thì ghi rõ trong năm chưa kiểm điểm ở chi bộ; rồi nhập lại kèm --replace",
		secondsBySheet(posts, "dòng lãnh đạo của người ấy", "")...)
}

// problemHeadDenied is about the cell that says what a leader's post is, and the cells
// of the row that say otherwise.
func problemHeadDenied(f *evaluate.Frame, row, lead int, against []toldPost) evaluate.Problem {
	def := &f.Schema.Facts[lead]
	var said []string
	for _, t := range against {
		said = append(said, fmt.Sprintf("cột “%s” ghi “%s”", f.Schema.Facts[t.fact].Heading, t.words))
	}
	other, _ := def.CodeIndex(against[0].code)
	p := question("E326", f.Origin(row, lead), fmt.Sprintf("cột “%s” ghi “%s”, nhưng %s, tức là “%s”; chưa rõ chỗ nào đúng, nếu mức xếp loại khác nhau thì người này phải chờ",
		def.Heading, f.Show(lead, f.Value(row, lead)), strings.Join(said, ", "), def.Choices[other].Label),
		"sửa ô ghi sai rồi nhập lại kèm --replace; nếu chức danh là của một chức vụ khác thì ghi chức danh của chức vụ ở chính dòng này")
	for _, t := range against {
		p.Related = append(p.Related, second(t.at, "chỗ này ghi khác"))
	}
	return p
}

func problemTwoHeads(at, other evaluate.Origin, org string) evaluate.Problem {
	return question(codeHeaded, at, fmt.Sprintf("ô này ghi đứng đầu tổ chức đảng %s, mà theo ô kia người khác đứng đầu tổ chức ấy; nếu tính hay không tính tổ chức ấy ra hai kết quả thì người này phải chờ", evaluate.QuoteCode(org)),
		"sửa ô ghi sai rồi nhập lại tệp kèm --replace; hai người thay nhau trong kỳ thì giữ nguyên, cấp có thẩm quyền quyết định mức nếu còn phải chờ", second(other, "người kia ở đây"))
}

func problemHeadedApart(at, place evaluate.Origin, org, where string) evaluate.Problem {
	return question(codeHeaded, at, fmt.Sprintf("ô này ghi đứng đầu tổ chức đảng %s, mà chức vụ và người này thuộc %s, không nằm trong tổ chức ấy; nếu tính hay không tính tổ chức ấy ra hai kết quả thì người này phải chờ", evaluate.QuoteCode(org), evaluate.QuoteCode(where)),
		"sửa ô ghi sai (mã đứng đầu, tập thể, đơn vị hoặc chi bộ) rồi nhập lại tệp kèm --replace; người ấy đúng là đứng đầu tổ chức này thì sửa chi bộ, tập thể hoặc đơn vị cho khớp", second(place, "nơi của chức vụ, của người này"))
}

// problemWhichCommittee is about the cell that names no committee of the organization that
// its row heads, and the rows of the list with those that it has.
func problemWhichCommittee(at evaluate.Origin, org string, places []evaluate.Origin) evaluate.Problem {
	return question("E318", at, fmt.Sprintf("người này đứng đầu tổ chức đảng %s, nơi có %d cấp ủy trong danh sách, mà không dòng nào của người ấy ghi cấp ủy nào; chưa rõ mức của cấp ủy nào giới hạn người này, nếu mức xếp loại khác nhau thì người này phải chờ", evaluate.QuoteCode(org), len(places)),
		"ghi mã cấp ủy mà người này đứng đầu vào ô này (giữ cả mã đang ghi), hoặc thêm một dòng cho chức vụ ấy, rồi nhập lại kèm --replace",
		seconds(places, "một cấp ủy của tổ chức ấy trong danh sách")...)
}

// problemTypeDenied is about the cell that says what a collective is, and the cell of the
// organization list that names the unit it leads, "" for none.
func problemTypeDenied(at, list evaluate.Origin, given, unit string) evaluate.Problem {
	says, mend := "không ghi tập thể này lãnh đạo cơ quan, đơn vị nào", "ghi mã đơn vị mà tập thể này lãnh đạo vào "+OrgListName+"; nếu tập thể không lãnh đạo đơn vị nào được xếp loại thì ghi “không” ở ô ấy; nếu là cấp ủy thì sửa loại tập thể trong báo cáo (nhập lại kèm --replace)"
	if unit != "" {
		says = "ghi tập thể này lãnh đạo đơn vị " + evaluate.QuoteCode(unit)
		mend = "sửa ô ghi sai: loại tập thể trong báo cáo (nhập lại kèm --replace), hoặc mã đơn vị trong " + OrgListName + " (cấp ủy thì để trống)"
	}
	return question("E387", at, fmt.Sprintf("ô này ghi “%s”, nhưng danh sách tổ chức %s; chưa rõ chỗ nào đúng, nếu mức xếp loại khác nhau thì phải chờ", given, says),
		mend, second(list, "danh sách ghi ở đây"))
}

func problemFewerListed(at evaluate.Origin, size, listed, seats int) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: "E388", At: at,
		Message: fmt.Sprintf("tập thể có %d thành viên theo danh sách, nhưng mới có %d người ghi thuộc tập thể này%s", size, listed, bySeats(seats)),
		Hint:    "nhập thêm báo cáo của các thành viên còn lại, ghi mã tập thể vào dòng của họ, hoặc sửa số thành viên; trước đó điều kiện về thành viên chỉ tính trên người đã ghi"}
}

// problemNobodyListed is about a collective of the list and the workbook that would name its
// leaders.
func problemNobodyListed(at, report evaluate.Origin, b *evaluate.Body) evaluate.Problem {
	return question("E388", at, fmt.Sprintf("chưa ai ghi thuộc tập thể %s, dù đã nhận báo cáo của %s: lãnh đạo của tập thể ấy chưa ai được xếp loại", evaluate.QuoteCode(b.Code), evaluate.QuoteCode(b.Org)),
		fmt.Sprintf("ghi lãnh đạo của tập thể ấy ở trang %s, mã tập thể %s, rồi nhập lại kèm --replace; tệp chưa có trang ấy thì xuất mẫu của %s lần nữa (template %s); lãnh đạo của tập thể ấy đều do nơi khác xếp loại thì để nguyên: không ai phải chờ vì điều này, vẫn khóa sổ được", sheetTitle(evaluate.Leader), evaluate.QuoteCode(b.Code), evaluate.QuoteCode(b.Org), b.Org),
		second(report, "báo cáo đã nhận"))
}

// problemSeatWithoutRow is about the cells by which people lead a committee among whose
// leaders no row is theirs; label is what the first of them says.
func problemSeatWithoutRow(cells []evaluate.Origin, label string, b *evaluate.Body) evaluate.Problem {
	code, who, whose := evaluate.QuoteCode(b.Code), "", "người ấy"
	if len(cells) > 1 {
		who, whose = fmt.Sprintf(", %s nữa cùng lãnh đạo", peopleWord(len(cells)-1)), "những người ấy"
	}
	p := question(codeMissed, cells[0], fmt.Sprintf("báo cáo của chi bộ ghi người này là “%s”%s, nhưng ở trang lãnh đạo không có dòng nào của %s cho tập thể %s; vì thế chưa xếp loại ai ở chức vụ này và mức của tập thể ấy chưa giới hạn ai", label, who, whose, code),
		"thêm dòng ở trang lãnh đạo, mã tập thể ghi "+code+", rồi nhập lại kèm --replace; chức vụ ghi ở ô này sai thì sửa ô này; đợt này không xếp loại chức vụ này thì giữ nguyên",
		second(b.At, "tập thể ấy trong danh sách tổ chức"))
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}

// problemNoSeatHasARow is about the cells by which people lead the committees of so many
// branches, of whom none has a row among the leaders for it.
func problemNoSeatHasARow(cells []evaluate.Origin, committees int) evaluate.Problem {
	p := question(codeMissed, cells[0], fmt.Sprintf("báo cáo của %d chi bộ có chi ủy ghi ai là bí thư, phó bí thư (%s), nhưng không ai trong số đó có dòng ở trang lãnh đạo cho chi ủy của mình; vì thế chưa xếp loại ai ở các chức vụ này và mức của các chi ủy ấy chưa giới hạn ai",
		committees, peopleWord(len(cells))),
		"đợt này không xếp loại các chức vụ này thì giữ nguyên; có thì thêm dòng ở trang lãnh đạo, mã tập thể ghi mã chi ủy, rồi nhập lại kèm --replace")
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}

// bySeats says how many are counted by their party posts among the members of a branch.
func bySeats(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", kể cả %d người chỉ ghi chức vụ đảng trong báo cáo của chi bộ", n)
}

// problemMoreListed is about the cell with the size of a collective, and the cells of
// those who name the collective as theirs.
func problemMoreListed(at evaluate.Origin, cells []evaluate.Origin, size, listed, seats int) evaluate.Problem {
	return question("E351", at, fmt.Sprintf("tập thể có %d thành viên theo danh sách, nhưng có tới %d người ghi thuộc tập thể này%s; chưa rõ chỗ nào đúng", size, listed, bySeats(seats)),
		"sửa số thành viên trong "+OrgListName+", hoặc mã tập thể, chức vụ đảng ở dòng của người không thuộc tập thể này rồi nhập lại kèm --replace; người thay nhau trong kỳ thì giữ nguyên, cấp có thẩm quyền quyết định nếu tập thể còn phải chờ", secondsBySheet(cells, "những người ấy ở đây", "")...)
}

// problemUnitDenied is about the unit that the list says a collective leads, "" for none,
// and the one that all its members name as theirs, "" for none; silent tells that the list says nothing.
func problemUnitDenied(at evaluate.Origin, cells []evaluate.Origin, listed, named string, silent bool) evaluate.Problem {
	leads, open := "ghi tập thể này lãnh đạo đơn vị "+evaluate.QuoteCode(listed)+", nhưng", "chưa rõ chỗ nào đúng"
	switch {
	case silent:
		leads, open = "chưa ghi tập thể này lãnh đạo đơn vị nào, trong khi", "chưa rõ mức của tập thể này có giới hạn người đứng đầu đơn vị ấy không"
	case listed == "":
		leads = "ghi tập thể này không lãnh đạo đơn vị nào, nhưng"
	}
	said := "ghi đơn vị của mình là " + evaluate.QuoteCode(named)
	if named == "" {
		said = "ghi không ở đơn vị nào"
	}
	return question("E352", at, fmt.Sprintf("danh sách %s mọi thành viên đều %s; %s", leads, said, open),
		"sửa mã đơn vị trong "+OrgListName+" (không lãnh đạo đơn vị nào thì ghi “không”), hoặc mã đơn vị ở dòng của các thành viên rồi nhập lại kèm --replace", secondsBySheet(cells, "các thành viên ghi ở đây", "")...)
}

// problemTwoUnits is about the unit that a head's row names, his collective, and the unit
// that the list says it leads; headless tells that nobody else could head that one.
func problemTwoUnits(at, collective, list evaluate.Origin, unit, led string, headless bool) evaluate.Problem {
	why := "đơn vị " + evaluate.QuoteCode(unit) + " đã có người đứng đầu khác"
	if headless {
		why = "ngoài người này không ai đứng đầu đơn vị " + evaluate.QuoteCode(led)
	}
	return question("E329", at, fmt.Sprintf("người đứng đầu ghi đơn vị của mình là %s, nhưng tập thể ghi cùng dòng thì theo danh sách tổ chức lãnh đạo đơn vị %s, mà %s; chưa rõ chỗ nào đúng, nếu mức xếp loại khác nhau thì người này phải chờ",
		evaluate.QuoteCode(unit), evaluate.QuoteCode(led), why),
		"sửa mã đơn vị hoặc mã tập thể ở dòng này rồi nhập lại kèm --replace, hoặc sửa mã đơn vị của tập thể trong "+OrgListName+"; đứng đầu cả hai đơn vị thì mỗi chức vụ ghi một dòng",
		second(collective, "tập thể ghi ở đây"), second(list, "danh sách ghi đơn vị của tập thể ở đây"))
}

// problemUnitHasHead is about the unit that a head names whose collective does not lead it,
// that collective, and the cells by which the unit has another head.
func problemUnitHasHead(at, collective evaluate.Origin, unit string, heads []evaluate.Origin) evaluate.Problem {
	return question("E329", at, fmt.Sprintf("người đứng đầu ghi đơn vị của mình là %s, mà đơn vị ấy đã có người đứng đầu khác, còn tập thể ghi cùng dòng không phải tập thể lãnh đạo đơn vị ấy; chưa rõ người này có đứng đầu đơn vị ấy không, nếu mức xếp loại khác nhau thì người này phải chờ",
		evaluate.QuoteCode(unit)),
		"sửa mã đơn vị hoặc chức vụ ở dòng ghi sai rồi nhập lại kèm --replace; hai người thay nhau trong kỳ thì giữ nguyên, cấp có thẩm quyền quyết định mức nếu còn phải chờ",
		append([]evaluate.Related{second(collective, "tập thể ghi ở đây")}, secondsBySheet(heads, "người đứng đầu khác ở đây", "")...)...)
}

// problemRecordDenied is about what the office records of a collective's members, of
// those who lead a unit or of a branch's committee, and the cells of their own rows that
// say otherwise; given and worst are codes of the record, worst the gravest that the
// rows say.
func problemRecordDenied(at evaluate.Origin, cells []evaluate.Origin, of evaluate.Kind, rows string, def *evaluate.FactDef, given, worst string) evaluate.Problem {
	label := func(code string) string {
		i, _ := def.CodeIndex(code)
		return def.Choices[i].Label
	}
	written, hint := "ghi “"+label(cmp.Or(given, def.Blank))+"”", "sửa ô ghi sai rồi nhập lại kèm --replace"
	if given == "" {
		written, hint = "để trống, tức là “"+label(def.Blank)+"”", "ghi ô còn trống, hoặc sửa dòng ghi sai, rồi nhập lại kèm --replace"
	}
	return question("E328", at, fmt.Sprintf("cột “%s” của %s %s, nhưng các dòng %s ghi nặng nhất là “%s”; chưa rõ chỗ nào đúng", def.Heading, strings.ToLower(sheetTitle(of)), written, rows, label(worst)), hint, secondsBySheet(cells, "các dòng ấy ghi ở đây", "")...)
}

// problemRecordMissing is problemRecordDenied where nobody who is to record it has a row
// for the subject, so that there is no cell of a record to name.
func problemRecordMissing(cells []evaluate.Origin, of evaluate.Kind, code, rows string, def *evaluate.FactDef, worst string) evaluate.Problem {
	label := func(code string) string {
		i, _ := def.CodeIndex(code)
		return def.Choices[i].Label
	}
	return question("E328", cells[0], fmt.Sprintf("các dòng %s ghi nặng nhất là “%s”, nhưng %s chưa có dòng nào ghi cột “%s” của %s %s, tức là “%s”; chưa rõ chỗ nào đúng",
		rows, label(worst), evaluate.PhraseSupplier(of, def.Supplier), def.Heading, strings.ToLower(sheetTitle(of)), evaluate.QuoteCode(code), label(def.Blank)),
		fmt.Sprintf("ghi cột ấy ở dòng %s, trang %s trong %s, hoặc sửa dòng ghi sai, rồi nhập lại kèm --replace", evaluate.QuoteCode(code), sheetTitle(of), evaluate.PhraseSupplier(of, def.Supplier)),
		secondsBySheet(cells, "các dòng ấy ghi ở đây", "")...)
}
