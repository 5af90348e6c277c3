package campaign

import (
	"fmt"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Of two decisions about one subject one may stand above the other: an own row above
// a group's line, one written later above one on an id that nobody bears any more.
// The other is named beside it and never forgotten.

// overruled is a line as explanations name it beside the decision that stands.
func (b *ballot) overruled(line ruling, group bool) evaluate.Overruled {
	def := func(role evaluate.Role) (*evaluate.FactDef, *column) {
		i := b.pop.Frame.Schema.ByRole(role)
		if i < 0 {
			return nil, nil
		}
		return &b.pop.Frame.Schema.Facts[i], line.table.find(b.pop.Frame.Schema.Facts[i].ID)
	}
	out := evaluate.Overruled{Group: group}
	if grade, in := def(evaluate.RoleDecision); grade != nil {
		out.Grade, out.Label, out.At = in.code(line.row), in.shown(line.row, grade), line.table.origin(line.row, grade.ID)
	}
	if _, in := def(evaluate.RoleDecisionNumber); in.given(line.row) {
		out.Number = evaluate.QuoteDocument(in.text(line.row))
	}
	if day, in := def(evaluate.RoleDecisionDate); day != nil {
		out.Date = in.shown(line.row, day)
	}
	return out
}

// answers tells whether a decision that stands may answer the question that one on
// an id that is gone asks: it was neither taken in nor signed earlier.
func (b *ballot) answers(stands, gone ruling) bool {
	return !stands.takenBefore(gone) && !b.signedBefore(stands, gone)
}

// takenBefore tells whether a line is known to have been taken in before another.
func (r ruling) takenBefore(o ruling) bool {
	if r.book == o.book && r.table.Carried != o.table.Carried {
		return r.table.Carried
	}
	return r.taken().Before(o.taken())
}

// taken is when the workbook of a line was taken in.
func (r ruling) taken() time.Time {
	if r.table.Carried {
		return r.table.Taken
	}
	return r.book.Receipt.At
}

// signedBefore tells whether both lines name a day and that of the first is earlier.
func (b *ballot) signedBefore(first, second ruling) bool {
	i := b.pop.Frame.Schema.ByRole(evaluate.RoleDecisionDate)
	if i < 0 {
		return false
	}
	id := b.pop.Frame.Schema.Facts[i].ID
	x, y := first.table.find(id), second.table.find(id)
	return x.given(first.row) && y.given(second.row) && x.number(first.row) < y.number(second.row)
}

// against lets a subject wait between the decision that stands on it and a later one
// that may be about it too, though its id is gone; of one grade nothing is asked.
func (b *ballot) against(gone ruling, to int, related []evaluate.Related) {
	stands := b.laid[to]
	later, earlier := b.overruled(gone, false), b.overruled(stands, stands.table.group(stands.row) != "")
	s := &b.pop.Subjects[to]
	if later.Grade == earlier.Grade {
		s.Overruled = append(s.Overruled, later)
		return
	}
	b.contested[to] = true
	b.hold(s, problemLaterGone(later, earlier, append(related, second(b.nameOf(to), relatedPerhaps))))
	s.Holds[len(s.Holds)-1].Decided = []string{later.Grade, earlier.Grade}
}

// problemLaterGone is about a decision on an id that is gone, where somebody whom it
// may mean is decided otherwise by an earlier one.
func problemLaterGone(later, earlier evaluate.Overruled, related []evaluate.Related) evaluate.Problem {
	return question(evaluate.CodeSubjectGone, later.At, fmt.Sprintf("quyết định %s ghi cho một mã tra cứu không còn trong đợt này, có lẽ về chính trường hợp mà một quyết định trước đó xếp mức khác: %s; chưa quyết định nào được dùng", later, earlier),
		"hỏi lại cấp có thẩm quyền quyết định nào đứng rồi ghi lại quyết định ấy ở dòng của trường hợp này trong tệp kết quả mới lập; nếu là người khác, xóa quyết định trong chính tệp có ô này; rồi nhập lại kèm --replace",
		append([]evaluate.Related{second(earlier.At, "quyết định trước đó ở đây")}, related...)...)
}
