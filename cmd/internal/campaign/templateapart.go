package campaign

import (
	"fmt"

	"github.com/xeploai/xeploai/evaluate"
)

// Two workbooks named for templates may know otherwise what does not change of a person.
// The one named first is followed, and that is told: a card that lost its zeros in last
// period's results would else go from year to year.

// sourcesApart are those people, by the workbook that was named first.
type sourcesApart struct {
	order []*kept
	by    map[*kept]*against
	maybe map[*kept][]contrary // those who stand in a template twice, being perhaps one
	other cellPairs[bornAs]    // those who are one by a number, and called otherwise
	days  []*evaluate.FactDef
	ids   identityFacts
}

func newSourcesApart(schema *evaluate.Schema) *sourcesApart {
	return &sourcesApart{by: map[*kept]*against{}, maybe: map[*kept][]contrary{}, days: lastingDays(schema), ids: identityOf(schema)}
}

// compare holds what the workbook that is followed knows of somebody against another row.
func (s *sourcesApart) compare(first *kept, p, other person) {
	s.of(first).compare(&entry{person: p}, []person{other}, s.days, s.ids, false)
	s.compareState(first, p, other)
}

// compareState holds in what state it has somebody against another row.
func (s *sourcesApart) compareState(first *kept, p, other person) {
	if mine, theirs := p.status(), other.status(); mine != "" && theirs != "" && mine != theirs && !(isAway(mine) && isAway(theirs)) {
		g := s.of(first)
		g.apart[factStatus] = append(g.apart[factStatus], contrary{&entry{person: p}, other})
	}
}

// doubt keeps somebody who is perhaps, and not certainly, the person of another row.
func (s *sourcesApart) doubt(first *kept, p, other person) {
	s.of(first)
	s.maybe[first] = append(s.maybe[first], contrary{&entry{person: p}, other})
}

// otherwise keeps somebody whom another row calls otherwise.
func (s *sourcesApart) otherwise(first *kept, p, other person) {
	schema := p.in.target.Schema
	s.other.add(bornAs{first.Receipt.Path, differing(p, other, schema)}, p.at(s.ids), other.at(s.ids))
}

func (s *sourcesApart) of(first *kept) *against {
	if s.by[first] == nil {
		s.by[first], s.order = newAgainst(), append(s.order, first)
	}
	return s.by[first]
}

func (s *sourcesApart) problems() (out []evaluate.Problem) {
	for _, first := range s.order {
		g := s.by[first]
		for _, def := range s.days {
			out = append(out, problemsOfFact("E363", def.ID, g.apart[def.ID], fmt.Sprintf("cột “%s” ghi khác tệp nêu sau về cùng người; mẫu theo tệp nêu trước", def.Heading),
				"đối chiếu, sửa tệp ghi sai hoặc đổi thứ tự các --from rồi xuất mẫu lần nữa")...)
		}
		out = append(out, problemsOfFact("E363", factStatus, g.apart[factStatus], "tình trạng sinh hoạt ở tệp này khác tệp nêu sau hoặc danh sách đã nhập về cùng người; mẫu theo tệp này",
			"hỏi lại chi bộ nay những người ấy thế nào; tệp này sai thì sửa, hoặc nêu tệp kia trước ở --from, rồi xuất mẫu lần nữa")...)
		var short, other []contrary
		for _, x := range g.apart[s.ids.card] {
			switch {
			case lostZeros(x.card, x.known.card):
				short = append(short, x)
			case !lostZeros(x.known.card, x.card): // the whole one is followed
				other = append(other, x)
			}
		}
		out = append(out, problemsOfFact("X113", s.ids.card, short, "số thẻ Đảng ở tệp này thiếu số 0 ở đầu so với tệp nêu sau; mẫu theo tệp nêu trước nên mang số thiếu",
			"nêu tệp có số đủ ở --from trước, hoặc sửa tệp này, rồi xuất mẫu lần nữa")...)
		out = append(out, problemsOfFact("E363", s.ids.card, other, "số thẻ Đảng ở tệp này khác tệp nêu sau về cùng người; mẫu theo tệp nêu trước",
			"đối chiếu với thẻ, sửa tệp ghi sai hoặc đổi thứ tự các --from rồi xuất mẫu lần nữa")...)
		out = append(out, problemsOfFact("E345", s.ids.identity, g.apart[s.ids.identity], "số định danh ở tệp này khác tệp nêu sau về cùng người (họ tên, chi bộ và thông tin khác đều khớp); mẫu ghi một dòng, theo tệp nêu trước",
			"đối chiếu với giấy tờ, sửa tệp ghi sai hoặc đổi thứ tự các --from rồi xuất mẫu lần nữa; nếu là hai người thì thêm dòng còn thiếu vào mẫu")...)
		out = append(out, problemsOfFact("E344", s.ids.name, s.maybe[first], "có thể là một người với người cùng họ tên, cùng chi bộ ở tệp khác, nhưng thông tin không đủ khớp để biết chắc; mẫu ghi cả hai dòng",
			"một người thì ghi số định danh, số thẻ hoặc ngày sinh giống nhau ở hai tệp rồi xuất mẫu lần nữa, hoặc xóa dòng thừa trong mẫu")...)
	}
	return append(out, s.other.tell(problemOtherwise)...)
}
