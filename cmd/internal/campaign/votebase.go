package campaign

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// summoned is one row's figure of those called to a branch's meeting.
type summoned struct {
	row int
	n   evaluate.Num
	at  evaluate.Origin
}

// doubtfulBases looks at the base of each branch's vote: rows of one meeting that
// name different numbers of those summoned cannot all be right, and the classic
// mistake is to write who was there. It is one question with all cells that name
// fewer; whoever's vote comes out otherwise on the greatest number waits.
func (a *assembly) doubtfulBases(kind evaluate.Kind, pop *evaluate.Population) {
	rs := a.sets[kind]
	if rs == nil || pop == nil {
		return
	}
	for _, fact := range rs.SummonedBases() {
		branches := map[int][]summoned{}
		var order []int
		for row := range pop.Subjects {
			v, org := pop.Frame.Known(row, fact), pop.Subjects[row].Org
			if v.IsBlank() || org < 0 {
				continue
			}
			if branches[org] == nil {
				order = append(order, org)
			}
			branches[org] = append(branches[org], summoned{row, v.Number(), pop.Frame.Origin(row, fact)})
		}
		slices.Sort(order)
		for _, org := range order {
			a.doubtfulBase(rs, pop, fact, branches[org])
		}
	}
}

func (a *assembly) doubtfulBase(rs *evaluate.RuleSet, pop *evaluate.Population, fact int, rows []summoned) {
	slices.SortStableFunc(rows, func(x, y summoned) int {
		return cmp.Or(x.n.Cmp(y.n), cmp.Compare(x.at.File, y.at.File), cmp.Compare(x.at.Sheet, y.at.Sheet), cmp.Compare(rowOf(x.at.Cell), rowOf(y.at.Cell)))
	})
	most := rows[len(rows)-1].n
	fewer := slices.IndexFunc(rows, func(s summoned) bool { return s.n.Cmp(most) == 0 })
	if fewer == 0 {
		return
	}
	var less, more []evaluate.Origin
	for i, s := range rows {
		if i < fewer {
			less = append(less, s.at)
		} else {
			more = append(more, s.at)
		}
	}
	p := problemDoubtfulBase(pop.Frame.Schema.Facts[fact].Heading, rows[0].n, most, less, more)
	for _, s := range rows[:fewer] {
		if rs.BaseMatters(pop.Frame, s.row, fact, most) {
			subject := &pop.Subjects[s.row]
			own := p
			own.Subject = subject.ID
			subject.Holds = append(subject.Holds, evaluate.Hold{Problem: own})
		}
	}
	a.problems = append(a.problems, p)
}

// problemDoubtfulBase names every cell; less are those that say fewer than most.
func problemDoubtfulBase(heading string, least, most evaluate.Num, less, more []evaluate.Origin) evaluate.Problem {
	p := question("E385", less[0], fmt.Sprintf("cột “%s” ghi khác nhau ở các dòng của cùng một chi bộ (%s và %s), nên chưa rõ kết quả kiểm phiếu tính trên số nào",
		heading, evaluate.VietnameseNumber(least), evaluate.VietnameseNumber(most)),
		"số này gồm mọi đảng viên chính thức phải triệu tập, kể cả người vắng, không phải số có mặt; ghi giống nhau ở mọi dòng rồi nhập lại kèm --replace; trước đó, trường hợp có kết quả kiểm phiếu đổi theo số này thì chờ",
		secondsBySheet(more, "các dòng ghi số lớn hơn ở đây", "")...)
	p.Cells = cellsOnSheet(less[0], less)
	return p
}
