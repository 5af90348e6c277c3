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
	days  []*evaluate.FactDef
	ids   identityFacts
}

// compare holds what the workbook that is followed knows of somebody against another row.
func (s *sourcesApart) compare(first *kept, p, other person) {
	if s.by[first] == nil {
		s.by[first], s.order = newAgainst(), append(s.order, first)
	}
	s.by[first].compare(&entry{person: p}, []person{other}, s.days, s.ids, true)
}

func (s *sourcesApart) problems() (out []evaluate.Problem) {
	for _, first := range s.order {
		g := s.by[first]
		for _, def := range s.days {
			out = append(out, problemsOfFact("E363", def.ID, g.apart[def.ID], fmt.Sprintf("cột “%s” ghi khác tệp nêu sau về cùng người; mẫu theo tệp nêu trước", def.Heading),
				"đối chiếu, sửa tệp ghi sai hoặc đổi thứ tự các --from rồi xuất mẫu lần nữa")...)
		}
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
	}
	return out
}
