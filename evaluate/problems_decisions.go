package evaluate

import (
	"fmt"
	"slices"
	"strings"
)

// Problems of recorded decisions against bars, bounds, ceilings and the cases
// without a grade. The decision stands in every case.

// Decisions above what a bound or a ceiling allows, or on whom the law does not
// grade.
const (
	codeAboveBound     Code = "E333"
	CodeDecidedOver    Code = "E334"
	codeDecidedUnrated Code = "E335"
)

// codeIdleUplift is a decision to lift a ceiling that lifts none.
const codeIdleUplift Code = "E337"

// problemDecidedUnrated names every rule by which the subject of a decision is not
// graded, and the cells of the subject that these rules look at. What ends such a
// case is its own facts, whatever its class.
func problemDecidedUnrated(at Origin, subject string, rs *RuleSet, not []int, f *Frame, row int) Problem {
	said, cells := rs.unratedBy(not, f, row)
	return Problem{Severity: Warning, Code: codeDecidedUnrated, At: at, Subject: subject, Related: cells,
		Message: "quyết định xếp mức cho trường hợp không xếp loại: " + said + "; quyết định vẫn được giữ nguyên",
		Hint:    "dữ liệu ghi nhầm hoặc nay đã khác (ví dụ nay đã kiểm điểm) thì sửa dữ liệu ấy rồi nhập lại; nếu không thì xóa quyết định ở ô này rồi nhập lại; ghi lý do hay giảm nhẹ không thay được việc này"}
}

// unratedBy are rules by which a subject is not graded, and its cells that they look at.
func (rs *RuleSet) unratedBy(not []int, f *Frame, row int) (said string, cells []Related) {
	var rules []string
	for _, i := range not {
		rules = append(rules, rs.cited(i))
		for _, fact := range testedAlone(rs.Rules[i].when) {
			cell := Related{At: f.Origin(row, fact), Note: "“" + rs.schema.Facts[fact].FullHeading() + "” ở đây"}
			if !cell.At.IsZero() && !slices.Contains(cells, cell) {
				cells = append(cells, cell)
			}
		}
	}
	return strings.Join(rules, "; "), cells
}

// problemDecidedOverElsewhere names the grade that an authority outside the campaign
// gave, and its cell.
func problemDecidedOverElsewhere(at Origin, subject string, rs *RuleSet, grade Rank, f *Frame, row int) Problem {
	fact := rs.schema.ByRole(RoleElsewhere)
	heading := rs.schema.Facts[fact].FullHeading()
	return Problem{Severity: Warning, Code: codeDecidedUnrated, At: at, Subject: subject,
		Message: fmt.Sprintf("quyết định xếp mức khác với mức “%s” mà nơi khác đã xếp (cột “%s”), trong khi nơi khác đã xếp thì không xếp lại ở đợt này; quyết định vẫn được giữ nguyên", rs.Label(grade), heading),
		Hint:    "mức của nơi khác ghi nhầm, hay nơi ấy không có thẩm quyền, thì xóa hoặc sửa ô ấy rồi nhập lại; nếu không thì xóa quyết định ở ô này rồi nhập lại; ghi lý do hay giảm nhẹ không thay được việc này",
		Related: []Related{{At: f.Origin(row, fact), Note: "“" + heading + "” ở đây"}}}
}

// problemNoRelief names the bars above which a decision stands. One that knows no
// relief is told alone: a yes in the column of reliefs means nothing there.
func problemNoRelief(at Origin, subject string, res *Result) Problem {
	rs := res.Rules
	var open, none []string
	bars, _ := rs.barred(&res.Walk)
	for _, i := range bars {
		if rs.knowsRelief(i) {
			open = append(open, rs.cited(i))
		} else {
			none = append(none, rs.cited(i))
		}
	}
	p := Problem{Severity: Warning, Code: codeNoRelief, At: at, Subject: subject}
	if len(none) > 0 {
		p.Message = "quyết định cao hơn mức thấp nhất trong khi có trường hợp bị xếp mức thấp nhất mà quy định không cho xem xét giảm nhẹ: " + strings.Join(none, "; ")
		p.Hint = "ghi “Có” ở cột chấp nhận xem xét giảm nhẹ không thay đổi được; xem lại quyết định, hoặc sửa dữ liệu nếu trường hợp ấy bị ghi nhầm"
		return p
	}
	p.Message = "quyết định cao hơn mức thấp nhất trong khi có trường hợp bị xếp mức thấp nhất, nhưng chưa ghi nhận việc xem xét giảm nhẹ: " + strings.Join(open, "; ")
	p.Hint = "ghi “Có” ở cột chấp nhận xem xét giảm nhẹ nếu cấp có thẩm quyền đã xem xét; nếu không thì xem lại quyết định"
	return p
}

func problemAboveBound(at Origin, subject string, rs *RuleSet, b Bounded, granted bool) Problem {
	p := Problem{Severity: Warning, Code: codeAboveBound, At: at, Subject: subject,
		Message: fmt.Sprintf("quyết định cao hơn giới hạn %s mà chưa ghi nhận việc xem xét giảm nhẹ: %s", rs.Label(b.Most), rs.cited(b.Rule)),
		Hint:    "ghi “Có” ở cột chấp nhận xem xét giảm nhẹ nếu cấp có thẩm quyền đã xem xét và nêu lý do; nếu không thì xem lại quyết định"}
	if granted {
		id := rs.Rules[b.Rule].ID
		p.Message = fmt.Sprintf("quyết định cao hơn giới hạn %s, và việc giảm nhẹ đã ghi chưa rõ là cho quy định nào: %s", rs.Label(b.Most), rs.cited(b.Rule))
		p.Hint = "quyết định này vượt nhiều quy định; cấp có thẩm quyền đã xem xét cả giới hạn này thì ghi mã " + id + " vào cột lý do, nếu không thì xem lại quyết định"
	}
	return p
}

func problemDecidedOver(at Origin, subject, group string, f *CapFinding) Problem {
	granted, hint := "chưa có quyết định nâng tỷ lệ", "ghi số quyết định nâng tỷ lệ ở dòng của tổ chức ấy nếu đã có"
	switch {
	case f.Uplifted:
		granted, hint = "đã tính cả quyết định nâng tỷ lệ", "xem lại các quyết định của nhóm"
	case f.Cap.Uplift == nil:
		granted, hint = "quy định không có việc nâng tỷ lệ", "xem lại các quyết định của nhóm"
	}
	return Problem{Severity: Warning, Code: CodeDecidedOver, At: at, Subject: subject,
		Message: fmt.Sprintf("các quyết định ở nhóm %s làm số được xếp %s là %s, vượt tỷ lệ khống chế (được %s; %s; %s)", group, f.Rules.Label(f.Rung),
			phraseRange(f.Have), phraseRange(f.Allowed), f.Cap.Cite, granted),
		Hint: hint + "; quyết định vẫn được giữ nguyên"}
}

// mostPlacesTold bounds how many organizations a sentence lists.
const mostPlacesTold = 3

func problemIdleUplift(at Origin, heading string, places []string) Problem {
	p := Problem{Severity: Warning, Code: codeIdleUplift, At: at}
	if len(places) == 0 {
		p.Message = fmt.Sprintf("quyết định ghi ở ô này không nâng tỷ lệ nào: đợt này không có ai thuộc tỷ lệ mà cột “%s” hỏi", heading)
		p.Hint = "kiểm tra quyết định là cho ai; ghi vào cột của đúng loại ấy, hoặc xóa"
		return p
	}
	row, more := "dòng của ", ""
	if len(places) > 1 {
		row = "dòng riêng của từng tổ chức: "
	}
	if n := len(places) - mostPlacesTold; n > 0 {
		places, more = places[:mostPlacesTold], fmt.Sprintf(" và %d tổ chức khác", n)
	}
	where := row + strings.Join(places, ", ") + more
	p.Message = fmt.Sprintf("quyết định ghi ở ô này không nâng tỷ lệ nào: tỷ lệ mà cột “%s” hỏi không tính riêng cho tổ chức ở dòng này mà ghi ở %s", heading, where)
	p.Hint = "nếu quyết định là cho nơi ấy thì chuyển sang " + where + "; nếu không thì xóa"
	return p
}

// ProblemUpliftUnasked tells of a decision in a cell that lifts a ceiling under
// other sets only; asked are the headings of the cells that those in force ask for.
func ProblemUpliftUnasked(at Origin, asked []string) Problem {
	p := Problem{Severity: Warning, Code: codeIdleUplift, At: at,
		Message: "quyết định ghi ở ô này không nâng tỷ lệ nào: bộ quy tắc của đợt này không hỏi cột này",
		Hint:    "quy tắc của đợt này không có tỷ lệ nào được nâng theo quyết định; xóa ô này"}
	if len(asked) > 0 {
		p.Hint = "quyết định là cho ai thì ghi vào cột của loại ấy: “" + strings.Join(asked, "”, “") + "”"
	}
	return p
}

// phraseGroup names an organization and a group of similar position in it. The
// group was typed by somebody, so it is repeated only where that is safe: a label
// that a column offers for choice names nobody, and neither do words that stand in
// the rows of several subjects (shared), as long as they hold no long number.
func phraseGroup(org, group string, s *Schema, shared bool) string {
	shown := ""
	switch {
	case group == "":
		return org
	case s.isLabel(group), shared && digitsIn(group) <= 2:
		shown = fmt.Sprintf("%q", group)
	default:
		shown = Quote(group)
	}
	if org == "" {
		return shown
	}
	return org + ", nhóm " + shown
}

// digitsIn counts the digits of a text.
func digitsIn(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// isLabel tells whether a text is a label of some choice of the schema.
func (s *Schema) isLabel(text string) bool {
	for i := range s.Facts {
		for _, c := range s.Facts[i].Choices {
			if foldGroup(c.Label) == foldGroup(text) {
				return true
			}
		}
	}
	return false
}

// phraseRange is a count, or both its ends while it may still move.
func phraseRange(r Range) string {
	if r.Exact() {
		return fmt.Sprint(r.Min)
	}
	return fmt.Sprintf("%d–%d", r.Min, r.Max)
}
