package campaign

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch's template bears no number twice, or it is refused however well it is filled in
// (X118). Whoever shares a number with a row that is not certainly his is the same person
// where enough besides is the same; else he has a row of his own, without that number.

// agreed is how much of number, card, name, birth date and a lasting day is the same in
// rows of one person; of number and birth date, each of which few share, both will do.
const agreed = 3

// bearer is the one standing in the branch of a row who, by a number and enough besides,
// is its person though something of who he is differs; -1 for none. One list that has two
// rows under the number means two people.
func (m *templateMaker) bearer(j *joining, own *directory, p person) (in *filledIn, index int) {
	if len(own.byIdentity.of(p.identity)) > 1 || len(own.byCard.of(p.card)) > 1 {
		return nil, -1
	}
	index = -1
	for _, s := range []*filledIn{j.filledIn, m.filledIn} {
		for _, i := range s.candidates(p) {
			q := s.people[i]
			if q.branch != p.branch || q.in.table == p.in.table || !sharesNumber(p, q) || !isBearer(p, q, j.apart.days) {
				continue
			}
			if index >= 0 {
				return nil, -1
			}
			in, index = s, i
		}
	}
	return in, index
}

func isBearer(p, q person, days []*evaluate.FactDef) bool {
	number, born := p.identity != "" && p.identity == q.identity, p.birth != 0 && p.birth == q.birth
	same := 0
	for _, is := range []bool{number, born, p.card != "" && p.card == q.card, p.name != "" && !otherName(p.name, q.name), sharesDay(p, q, days)} {
		if is {
			same++
		}
	}
	return same >= agreed || number && born
}

// bornAs is that two workbooks know differently who somebody is.
type bornAs struct {
	file string // of the workbook that is followed
	what string // headings
}

// differing names what two rows say differently of who somebody is.
func differing(p, q person, s *evaluate.Schema) string {
	var out []string
	for _, by := range []struct {
		role    evaluate.Role
		differs bool
	}{
		{evaluate.RoleName, excel.Letters(p.name) != excel.Letters(q.name)},
		{evaluate.RoleIdentity, p.identity != "" && q.identity != "" && p.identity != q.identity},
		{evaluate.RoleCard, p.card != "" && q.card != "" && p.card != q.card},
		{evaluate.RoleBirth, bornApart(p, q)},
	} {
		if i := s.ByRole(by.role); by.differs && i >= 0 {
			out = append(out, "“"+s.Facts[i].Heading+"”")
		}
	}
	return strings.Join(out, ", ")
}

func problemOtherwise(way bornAs, at, other []evaluate.Origin) evaluate.Problem {
	out := question("E345", at[0], fmt.Sprintf("cột %s ghi khác tệp nêu sau về người cùng số định danh hoặc số thẻ Đảng, phần còn lại khớp; mẫu ghi một dòng, theo tệp nêu trước", way.what),
		"đối chiếu với giấy tờ, sửa tệp ghi sai hoặc đổi thứ tự các --from rồi xuất mẫu lần nữa; nếu là hai người thì thêm dòng còn thiếu vào mẫu",
		secondsBySheet(other, "bên kia ghi ở đây", "")...)
	out.Cells = cellsOnSheet(out.At, at)
	return out
}

// sharedNumber is that two people of one branch stand under one number.
type sharedNumber struct{ file, heading string }

// partNumbers takes from the later of two rows of a branch a number that both bear: whose
// it is nobody can say.
func (m *templateMaker) partNumbers() {
	known := m.known[evaluate.Member]
	s := known.frame.Schema
	name := s.ByRole(evaluate.RoleName)
	var told cellPairs[sharedNumber]
	for _, role := range []evaluate.Role{evaluate.RoleIdentity, evaluate.RoleCard} {
		fact, first := s.ByRole(role), map[[2]string]int{}
		for row := range known.frame.Len() {
			number := digits(known.frame.Text(row, fact))
			if role == evaluate.RoleCard {
				number = excel.FoldCard(known.frame.Text(row, fact))
			}
			if number == "" {
				continue
			}
			key := [2]string{known.orgs[row], number}
			before, met := first[key]
			if !met {
				first[key] = row
				continue
			}
			at, here := known.frame.Origin(row, fact), known.frame.Origin(before, fact)
			told.add(sharedNumber{here.File, s.Facts[fact].Heading}, here, at)
			known.frame.Clear(row, fact)
			m.doubled[known.frame.Origin(row, name)] = true
		}
	}
	m.warnings = append(m.warnings, told.tell(problemNumberOfTwo)...)
}

func problemNumberOfTwo(way sharedNumber, at, other []evaluate.Origin) evaluate.Problem {
	out := question("E344", at[0], fmt.Sprintf("“%s” ở đây cũng ghi cho người khác cùng chi bộ, chưa rõ là một người hay số của ai; mẫu ghi cả hai dòng, dòng sau để trống số ấy", way.heading),
		"đối chiếu với giấy tờ, sửa tệp ghi sai rồi xuất mẫu lần nữa; một người thì xóa dòng thừa trong mẫu",
		secondsBySheet(other, "số ấy cũng ghi ở đây", "")...)
	out.Cells = cellsOnSheet(out.At, at)
	return out
}
