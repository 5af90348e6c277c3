package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Matters about organizations that the list does not have, or has no more (E349).

// problemUnknownOrg is about a code that the list does not have.
func problemUnknownOrg(at evaluate.Origin, code string) evaluate.Problem {
	return question("E349", at, "danh sách tổ chức không có mã này: "+evaluate.QuoteCode(code),
		"thêm tổ chức vào "+OrgListName+", hoặc sửa mã trong báo cáo rồi nhập lại")
}

// problemUnlistedPlace is about rows of one workbook on organizations, units or collectives
// that the list does not have, with those that followed them, if any; own tells that its own
// report has them.
func problemUnlistedPlace(rows []formerRow, own bool) evaluate.Problem {
	p := problemUnknownOrg(rows[0].at, rows[0].written)
	codes, now, cells := codesOfFormer(rows)
	if len(now) == 0 {
		return p
	}
	all := strings.Join(now, ", ")
	if p.Message = fmt.Sprintf("dòng này ghi mã cũ %s, nay là %s theo %s; dòng này chưa được dùng", codes, all, OrgListName); len(rows) > 1 {
		p.Message = fmt.Sprintf("%d dòng ghi mã cũ (%s), nay là %s theo %s; các dòng này chưa được dùng", len(rows), codes, all, OrgListName)
		p.Cells = cellsOnSheet(cells[0], cells)
	}
	p.Hint = "ghi mã " + strings.Join(now, " hoặc ") + " vào ô này rồi nhập lại kèm --replace"
	switch {
	case own:
		p.Hint = "gửi, nhập báo cáo theo mẫu của " + all + " (chép những gì còn đúng sang đó)"
	case len(rows) > 1:
		p.Hint = "ghi lại bằng mã mới (" + all + "), mỗi mã một dòng, rồi nhập lại kèm --replace"
	}
	p.Hint += "; mã cũ vẫn còn báo cáo riêng thì thêm vào " + OrgListName
	return p
}

// formerNamed bounds how many old codes a message repeats.
const formerNamed = 5

// codesOfFormer are the old codes of rows, quoted, those that they have now, and the cells.
func codesOfFormer(rows []formerRow) (quoted string, now []string, cells []evaluate.Origin) {
	var codes []string
	for _, r := range rows {
		cells = append(cells, r.at)
		if code := evaluate.QuoteCode(r.written); !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
		for _, code := range r.now {
			if !slices.Contains(now, code) {
				now = append(now, code)
			}
		}
	}
	return strings.Join(atMost(codes, formerNamed), ", "), atMost(now, formerNamed), cells
}

// atMost are the first of several, and a sign that there are more.
func atMost(list []string, n int) []string {
	if len(list) <= n {
		return list
	}
	return append(slices.Clone(list[:n]), "…")
}

// noteFormerRows says that rows under old codes were read under the new ones.
func noteFormerRows(rows []formerRow) evaluate.Problem {
	codes, now, cells := codesOfFormer(rows)
	p := evaluate.Problem{Severity: evaluate.Note, Code: "E349", At: cells[0],
		Message: fmt.Sprintf("dòng này ghi mã cũ %s, nay là %s theo %s; được đọc theo mã mới", codes, strings.Join(now, ", "), OrgListName),
		Hint:    "không cần làm gì nếu danh sách tổ chức đúng"}
	if len(rows) > 1 {
		p.Message = fmt.Sprintf("%d dòng ghi mã cũ (%s), nay là %s theo %s; được đọc theo mã mới", len(rows), codes, strings.Join(now, ", "), OrgListName)
		p.Cells = cellsOnSheet(cells[0], cells)
	}
	return p
}

// hintUndated is how to say that organizations are others under new codes; own tells that it
// is said of a report, else of rows in others'.
func hintUndated(now string, own bool) string {
	then := "rồi nhập lại tệp này, nó được đọc là báo cáo của " + now
	if !own {
		then = "các dòng ấy được đọc theo mã mới"
	}
	return "nếu chỉ là đổi mã, đổi tên trong kỳ thì ghi ngày đổi vào cột “Ngày thành lập” của " + now + " trong " + OrgListName + ", " + then + "; nếu không thì "
}

// hintPresentBearer is what answers where a report is of the one that has the code now.
func hintPresentBearer(code string) string {
	return "; nếu là báo cáo của chính tổ chức nay mang mã " + evaluate.QuoteCode(code) + " thì để tên trong tệp và trong " + OrgListName + " giống nhau"
}

// problemUndated is about rows under the old codes of what may have been renamed, but for the
// day since when.
func problemUndated(rows []formerRow) evaluate.Problem {
	p, first := problemUnlistedPlace(rows, false), rows[0].at
	_, now, cells := codesOfFormer(rows)
	p.Hint = hintUndated(strings.Join(now, ", "), false) + p.Hint
	p.Related = secondsBySheet(slices.DeleteFunc(cells, func(at evaluate.Origin) bool { return at.File == first.File && at.Sheet == first.Sheet }), "ghi mã cũ ở đây", "")
	return p
}

// placeAnswered makes a note of the row that an organization's own report has of it, once
// those that followed have reported: theirs stand.
func placeAnswered(p evaluate.Problem, now []string) evaluate.Problem {
	p.Severity = evaluate.Note
	p.Message += ", vì báo cáo của " + strings.Join(now, ", ") + " đã nhận"
	p.Hint = "không cần làm gì"
	return p
}

// problemUnlistedBranch is about the people of a branch that the list does not have, with
// those of the list that followed it, if any; lacking tells that all these have reported
// without them.
func problemUnlistedBranch(cells []evaluate.Origin, code string, now []string, lacking bool) evaluate.Problem {
	p := problemUnknownOrg(cells[0], code)
	if len(cells) > 1 {
		p.Message += fmt.Sprintf(" (%d người)", len(cells))
	}
	all, old := strings.Join(now, ", "), "báo cáo của chi bộ cũ "+evaluate.QuoteCode(code)
	switch {
	case len(now) == 0:
	case lacking:
		p.Message = fmt.Sprintf("%s, nay là %s theo %s; báo cáo của %s không có %s ở đó nên chưa ai xếp loại", old, all, OrgListName, all, peopleWord(len(cells)))
		p.Hint = "đề nghị " + all + " thêm dòng (ai đã mất, chuyển đi, ra khỏi Đảng thì chọn “Không còn: …” ở ô tình trạng sinh hoạt), rồi nhập lại kèm --replace; mã này vẫn còn báo cáo riêng thì thêm vào " + OrgListName
	default:
		p.Message = fmt.Sprintf("%s, nay là %s theo %s; %s ở đó chưa được xếp loại theo báo cáo này", old, all, OrgListName, peopleWord(len(cells)))
		p.Hint = "gửi, nhập báo cáo theo mẫu của " + all + " (chép các dòng ấy sang đó); mã này vẫn còn báo cáo riêng thì thêm vào " + OrgListName
	}
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}

// problemStruckOffMissed is about people whom the template of a branch named that the list has no
// more, and whom nobody reports; now are those that followed it.
func problemStruckOffMissed(cells []evaluate.Origin, code string, now []string) evaluate.Problem {
	why := "không rõ tổ chức nào kế tiếp nó"
	if len(now) > 0 {
		why = "nay là " + strings.Join(now, ", ") + ", đã báo cáo"
	}
	p := question("E349", cells[0], fmt.Sprintf("%s có trong mẫu ghi sẵn của chi bộ %s không có trong báo cáo nào, nên chưa nơi nào xếp loại; %s không còn chi bộ ấy, %s", peopleWord(len(cells)), evaluate.QuoteCode(code), OrgListName, why),
		"đã sáp nhập, đổi mã thì ghi mã cũ vào cột Tổ chức tiền thân của chi bộ mới trong "+OrgListName+", xuất mẫu lần nữa; đã về chi bộ khác thì chi bộ ấy ghi thêm dòng, gửi lại; ai không còn thì ghi ở một danh sách có các cột Họ và tên, Số định danh cá nhân (không có thì Ngày sinh), Mã chi bộ, Tình trạng rồi xuất mẫu lần nữa với --from danh sách ấy; nêu nhầm tệp khi xuất mẫu thì rút bằng --not-from")
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}

// hintTakeAgain is what answers for the report of an organization that has another code
// now, taken in under the old one.
func hintTakeAgain(now string) string {
	return "nhập lại tệp này, nó được đọc là báo cáo của " + now + "; hoặc gửi, nhập báo cáo theo mẫu của " + now
}

// noteNewCode says that a workbook of an old code was read as the report of the new one.
func noteNewCode(at evaluate.Origin, code, now string) evaluate.Problem {
	return evaluate.Problem{Severity: evaluate.Note, Code: "E349", At: at,
		Message: fmt.Sprintf("báo cáo này làm theo mẫu mang mã cũ %s, nay là %s theo %s; được đọc là báo cáo của %s", evaluate.QuoteCode(code), now, OrgListName, now),
		Hint:    "không cần làm gì nếu danh sách tổ chức đúng"}
}
