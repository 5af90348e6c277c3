package campaign

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Two lists may know one person, by his number, in two branches. Which is right the
// tool does not know: the list named first is followed and that is told, and so is
// whoever stands in two templates because each branch's only list names him.

// placing is a way in which lists disagree on where people are.
type placing struct {
	here, there string
	both        bool // they stand in the templates of both
	earlier     bool // one of the lists is of another period, since when people move
	reported    bool // there by a report taken in, and here by no report
	open        bool // his state is left open
}

// findTwice finds people whom the templates of two branches name, unless both have
// reported: then their reports are held against each other.
func (m *templateMaker) findTwice(into *cellPairs[placing]) {
	known := m.known[evaluate.Member]
	s := known.frame.Schema
	name, identity, card := s.ByRole(evaluate.RoleName), s.ByRole(evaluate.RoleIdentity), s.ByRole(evaluate.RoleCard)
	first := map[string]int{}
	for row := range known.frame.Len() {
		for _, key := range []string{"identity:" + digits(known.frame.Text(row, identity)), "card:" + excel.FoldCard(known.frame.Text(row, card))} {
			if key == "identity:" || key == "card:" {
				continue
			}
			before, met := first[key]
			if !met {
				first[key] = row
				continue
			}
			here, there := known.orgs[before], known.orgs[row]
			if here != there && !(m.hasReported(bookKey{excel.BranchBook, here}) && m.hasReported(bookKey{excel.BranchBook, there})) {
				way := placing{here: here, there: there, both: true}
				way.open = m.askBoth([2]int{before, row})
				into.add(way, known.frame.Origin(before, name), known.frame.Origin(row, name))
			}
			break
		}
	}
}

// isEarlier tells whether a workbook is of another period.
func (m *templateMaker) isEarlier(k *kept) bool {
	return k.Receipt.Period != "" && k.Receipt.Period != m.terms.period.String()
}

func problemPlacedTwice(p placing, here, there []evaluate.Origin) evaluate.Problem {
	who := peopleWord(len(here))
	what := "mẫu theo tệp nêu trước"
	switch {
	case p.reported:
		what = "mẫu theo báo cáo đã nhận"
	case p.both:
		what = "mẫu của cả hai nơi đều có tên"
	}
	if p.open {
		what += ", tình trạng sinh hoạt để trống cho chi bộ ghi"
	}
	out := question(codeTwice, here[0], fmt.Sprintf("%s ở %q theo tệp này, ở %q theo tệp khác; %s", who, p.here, p.there, what),
		"hỏi lại hai nơi rồi sửa danh sách ghi sai và xuất mẫu lần nữa; ai đã chuyển đi thì nơi cũ giữ dòng, chọn “Không còn: đã chuyển đi”, nơi mới chọn “Chuyển đến trong năm”",
		secondsBySheet(there, "ở "+p.there+" theo ô này", p.there)...)
	out.Cells = cellsOnSheet(out.At, here)
	if p.earlier {
		out.Severity = evaluate.Note
	}
	return out
}
