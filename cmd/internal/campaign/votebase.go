package campaign

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
		called := a.surelyCalled(pop, fact)
		for _, org := range order {
			if !a.doubtfulBase(rs, pop, fact, branches[org]) {
				a.smallBase(pop, fact, branches[org], called[org])
			}
		}
	}
}

// surelyCalled counts by branch whom its meeting certainly had to call. Of those
// about whom a question is open between files it is not certain.
func (a *assembly) surelyCalled(pop *evaluate.Population, fact int) map[int]int {
	out := map[int]int{}
	if surely := pop.Frame.Schema.Facts[fact].Ballot.Surely; surely != nil {
		for row := range pop.Subjects {
			if s := &pop.Subjects[row]; s.Org >= 0 && len(s.Holds) == 0 && surely.Calls(pop.Frame, row, a.terms.reference) {
				out[s.Org]++
			}
		}
	}
	return out
}

// smallBase asks about a number that all rows share, and that is smaller than that
// of those who certainly had to be called. Which number is right nobody can tell
// from the list, so that none is put in its place and nobody waits.
func (a *assembly) smallBase(pop *evaluate.Population, fact int, rows []summoned, called int) {
	if rows[0].n.Cmp(evaluate.Int(int64(called))) >= 0 {
		return
	}
	var cells []evaluate.Origin
	for _, s := range rows {
		cells = append(cells, s.at)
	}
	a.problems = append(a.problems, problemSmallBase(pop.Frame.Schema, fact, rows[0].n, called, cells))
}

// doubtfulBase tells whether there was a question to ask.
func (a *assembly) doubtfulBase(rs *evaluate.RuleSet, pop *evaluate.Population, fact int, rows []summoned) bool {
	slices.SortStableFunc(rows, func(x, y summoned) int {
		return cmp.Or(x.n.Cmp(y.n), cmp.Compare(x.at.File, y.at.File), cmp.Compare(x.at.Sheet, y.at.Sheet), cmp.Compare(rowOf(x.at.Cell), rowOf(y.at.Cell)))
	})
	most := rows[len(rows)-1].n
	fewer := slices.IndexFunc(rows, func(s summoned) bool { return s.n.Cmp(most) == 0 })
	if fewer == 0 {
		return false
	}
	var less, more []evaluate.Origin
	for i, s := range rows {
		if i < fewer {
			less = append(less, s.at)
		} else {
			more = append(more, s.at)
		}
	}
	p := problemDoubtfulBase(pop.Frame.Schema.Facts[fact].Heading, saidNumbers(rows), less, more)
	for _, s := range rows[:fewer] {
		if rs.BaseMatters(pop.Frame, s.row, fact, most) {
			subject := &pop.Subjects[s.row]
			own := p
			own.Subject = subject.ID
			subject.Holds = append(subject.Holds, evaluate.Hold{Problem: own})
		}
	}
	a.problems = append(a.problems, p)
	return true
}

// problemSmallBase names every cell that says the number.
func problemSmallBase(s *evaluate.Schema, fact int, n evaluate.Num, called int, cells []evaluate.Origin) evaluate.Problem {
	surely := s.Facts[fact].Ballot.Surely
	status, _ := s.Index(surely.Status)
	since, _ := s.Index(surely.Since)
	var labels []string
	for _, code := range surely.Codes {
		if i, ok := s.Facts[status].CodeIndex(code); ok {
			labels = append(labels, "“"+s.Facts[status].Choices[i].Label+"”")
		}
	}
	p := question("E386", cells[0], fmt.Sprintf("cột “%s” ghi %s, nhưng báo cáo của chi bộ có %d người chắc chắn phải được triệu tập (%s, %s từ %d tháng trở lên)",
		s.Facts[fact].Heading, evaluate.VietnameseNumber(n), called, strings.Join(labels, " hoặc "), s.Facts[since].Heading, surely.Months),
		"số này gồm mọi đảng viên chính thức phải triệu tập, kể cả người vắng, không phải số có mặt; nếu ghi nhầm thì sửa ở mọi dòng rồi nhập lại kèm --replace; nếu đúng (ví dụ có người đến sau ngày họp) thì không cần làm gì")
	p.Cells = cellsOnSheet(cells[0], cells)
	return p
}

// saidNumbers are the different numbers that rows say, the smallest first as they stand.
func saidNumbers(rows []summoned) string {
	var said []string
	for _, s := range rows {
		if n := evaluate.VietnameseNumber(s.n); !slices.Contains(said, n) {
			said = append(said, n)
		}
	}
	last := len(said) - 1
	return strings.Join(said[:last], ", ") + " và " + said[last]
}

// problemDoubtfulBase names every number and cell; less are those that say fewer than most.
func problemDoubtfulBase(heading, numbers string, less, more []evaluate.Origin) evaluate.Problem {
	p := question("E385", less[0], fmt.Sprintf("cột “%s” ghi khác nhau ở các dòng của cùng một chi bộ (%s), nên chưa rõ kết quả kiểm phiếu tính trên số nào",
		heading, numbers),
		"số này gồm mọi đảng viên chính thức phải triệu tập, kể cả người vắng, không phải số có mặt; ghi giống nhau ở mọi dòng rồi nhập lại kèm --replace; trước đó, trường hợp có kết quả kiểm phiếu đổi theo số này thì chờ",
		secondsBySheet(more, "các dòng ghi số lớn hơn ở đây", "")...)
	p.Cells = cellsOnSheet(less[0], less)
	return p
}
