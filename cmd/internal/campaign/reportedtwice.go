package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Rows of one person in two reports need not share a number: one of them has none, or a
// wrong digit. Nobody is joined for that, and whoever is graded twice would be counted
// twice, so it is asked.

// noteLikely says of a place that it is most likely, and not certainly, about the person.
const noteLikely = "có lẽ là người này (cùng họ tên, cùng ngày vào Đảng); phần mềm không tự nhận"

// likelyElsewhere is the one row of another branch that is most likely about the person of a row
// though no number joins them: it bears his name, or that without its middle name, and a
// day that lasts, and denies nothing; nil for none. A number may have been mistyped where the birth date, too, is one.
func (r *roll) likelyElsewhere(e *entry) *entry {
	if r.named == nil {
		r.named = map[dayNamed][]*entry{}
		for _, other := range r.entries {
			if other.drop || other.misnamed {
				continue
			}
			for _, k := range r.dayNames(other.person) {
				r.named[k] = append(r.named[k], other)
			}
		}
	}
	var found *entry
	for _, k := range r.dayNames(e.person) {
		for _, other := range r.named[k] {
			if other == found || other.branch == e.branch || !r.isLikely(e.person, other.person) {
				continue
			}
			if found != nil {
				return nil
			}
			found = other
		}
	}
	return found
}

// dayNamed is a day that lasts of somebody of whose name the first and the last word are known.
type dayNamed struct {
	words string
	fact  evaluate.FactID
	day   int64
}

func (r *roll) dayNames(p person) (out []dayNamed) {
	for _, def := range r.days {
		if c := p.in.table.find(def.ID); p.name != "" && c.given(p.row) {
			out = append(out, dayNamed{outerWords(p.name), def.ID, c.number(p.row)})
		}
	}
	return out
}

// isLikely tells of two rows that share a day. A name without its middle name needs the day
// of birth, or the year where no number is another.
func (r *roll) isLikely(p, q person) bool {
	k := kinshipOf(p, q, r.days)
	if k.how != certain {
		return false
	}
	year := !k.corrected && p.year != 0 && p.year == q.year
	return p.name == q.name || excel.Letters(p.name) == excel.Letters(q.name) || (isBorn(p, q) || year) && shortened(p.name, q.name)
}

// isBorn tells whether two rows know one full birth date.
func isBorn(p, q person) bool { return p.birth != 0 && p.birth == q.birth }

// outerWords are the first and the last word of a name, which do without a middle name
// and without marks.
func outerWords(name string) string {
	words := strings.Fields(excel.Letters(name))
	if len(words) == 0 {
		return ""
	}
	return words[0] + " " + words[len(words)-1]
}

// reportedElsewhere is the row of another branch's report that is about the person of a
// row, or most likely is; nil for none, where a number joins the two, or
// where one branch follows the other.
func (r *roll) reportedElsewhere(e *entry, others *knownRows) *entry {
	likely := r.likelyElsewhere(e)
	rows := others.about(e.person)
	if likely != nil {
		rows = append(rows, knownRow{likely.person, likely})
	}
	rows = slices.DeleteFunc(rows, func(k knownRow) bool {
		return k.entry.branch == e.branch || k.entry.drop || k.entry.misnamed || slices.Contains(e.twins, k.entry) || sharesNumber(k.person, e.person)
	})
	if known := r.elsewhere(e, rows); known != nil {
		return known.entry
	}
	return nil
}

// movedIn are the rows of those who came from other branches, to be found by number or by
// name and birth date.
func (r *roll) movedIn() *knownRows {
	var rows []knownRow
	for _, e := range r.entries {
		if !e.drop && !e.misnamed && e.status() == statusMovedIn {
			rows = append(rows, knownRow{e.person, e})
		}
	}
	return newKnownRows(rows)
}

// knownHere tells whether one of the rows knows somebody in the branch that reports him.
func (r *roll) knownHere(e *entry, rows []knownRow) bool {
	return slices.ContainsFunc(rows, func(k knownRow) bool { return k.branch == e.branch })
}

// askTwice asks about a row and one of another report that is most likely about the same
// person. The other waits too, unless name and day of admission alone say so, which may be a
// namesake's; then it is not asked where a roster speaks of his branch, which lacks him (E347).
func (r *roll) askTwice(e, twin *entry, covered bool) {
	if slices.Contains(e.twins, twin) || covered && !isBorn(e.person, twin.person) {
		return
	}
	e.twins = append(e.twins, twin)
	e.hold(problemLikelyTwice(e.at(r.ids), twin.at(r.ids)))
	if isBorn(e.person, twin.person) {
		twin.twins = append(twin.twins, e)
		twin.hold(problemLikelyTwice(twin.at(r.ids), e.at(r.ids)))
	}
}

// isAsked tells whether it is asked already in which branch somebody belongs.
func (e *entry) isAsked() bool {
	return slices.ContainsFunc(e.holds, func(p evaluate.Problem) bool {
		return p.Code == codeTwice || p.Code == codeWrongTemplate || p.Code == codeForeign
	})
}

// holdTwin lets the row of another report wait with somebody who is known in another branch:
// which of the two counts is the same question.
func (r *roll) holdTwin(f foreigner) {
	if f.twin == nil || f.twin.isAsked() {
		return
	}
	f.twin.foreign = true
	p := &f.holds[len(f.holds)-1]
	if f.known.entry == nil {
		p.Related = append(p.Related, evaluate.Related{At: f.twin.at(r.ids), Note: "người ấy được báo cáo ở đây nữa", Org: f.twin.branch, Mutual: true})
	}
	q := *p
	q.At, q.Related = f.twin.at(r.ids), slices.Clone(p.Related)
	for i := range q.Related {
		if q.Related[i].At == q.At {
			q.Related[i].At, q.Related[i].Org = f.at(r.ids), f.branch
		}
	}
	f.twin.hold(q)
}

// reportedRightly tells of a report made in another branch's template that the right branch has
// itself reported those people: copied there, theirs would take the place of what is right.
func reportedRightly(p *evaluate.Problem, ids identityFacts, people []foreigner, branch string) {
	var at []evaluate.Origin
	for _, f := range people {
		rows := f.twins
		if f.twin != nil {
			rows = append(slices.Clone(rows), f.twin)
		}
		if i := slices.IndexFunc(rows, func(e *entry) bool { return e.branch == branch }); i >= 0 {
			at = append(at, rows[i].at(ids))
		}
	}
	if len(at) == 0 {
		return
	}
	p.Message += fmt.Sprintf("; %q đã tự báo cáo %d/%d người ấy", branch, len(at), len(people))
	p.Hint = fmt.Sprintf("không chép sang mẫu của %q, báo cáo của nơi ấy đã có; đề nghị %q gửi báo cáo của chính mình rồi nhập kèm --replace", branch, people[0].branch)
	if len(at) < len(people) {
		p.Hint += fmt.Sprintf("; ai ở báo cáo của %q còn thiếu thì nơi ấy bổ sung", branch)
	}
	p.Hint += "; nếu hai chi bộ đã sáp nhập, ghi tổ chức tiền thân vào " + OrgListName
	p.Related = append(p.Related, secondsBySheet(at, "báo cáo của chính chi bộ ấy có họ ở đây", branch)...)
}

// problemLikelyTwice is about rows of two reports that no number joins.
func problemLikelyTwice(at, other evaluate.Origin) evaluate.Problem {
	return question(codeTwice, at, "có lẽ cùng một người được báo cáo ở hai nơi (cùng họ tên, cùng ngày vào Đảng hoặc ngày sinh, dù số khác nhau hoặc để trống), chưa rõ nơi nào xếp loại",
		"một người thì ghi đúng số định danh ở cả hai dòng và tình trạng sinh hoạt ở nơi xếp loại (tạm thời nơi khác, chuyển đến trong năm), hoặc bỏ dòng thừa; hai người thì ghi đủ số, ngày sinh ở cả hai, hoặc nhập danh sách đảng viên có cả hai; rồi nhập lại tệp đó",
		mutual([]evaluate.Related{second(other, "dòng còn lại ở đây")})...)
}
