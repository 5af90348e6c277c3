package evaluate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// codeBeyond is about a group's decision that is none of the grades possible for
// somebody of the group.
const codeBeyond Code = "E392"

// beyondNamed is how many of those whom a group's decision does not fit are named.
const beyondNamed = 20

// problemBeyondPossible is about a group's decision; own are the cells of the
// subjects, as many and in their order.
func problemBeyondPossible(at Origin, subjects []string, own []Related) Problem {
	p := Problem{Severity: Warning, Code: codeBeyond, At: at, Related: own[:min(len(own), beyondNamed)],
		Hint: "nếu không định như vậy, ghi quyết định khác ở dòng riêng của trường hợp này rồi nhập lại"}
	whose := subjects[0]
	if len(subjects) == 1 {
		p.Subject = whose
	} else {
		more := ""
		if left := len(subjects) - beyondNamed; left > 0 {
			more = phraseMoreCodes(left)
		}
		whose = fmt.Sprintf("%d trường hợp (%s%s)", len(subjects), strings.Join(subjects[:min(len(subjects), beyondNamed)], ", "), more)
		p.Hint = "nếu không định như vậy, ghi quyết định khác ở dòng riêng của từng trường hợp rồi nhập lại"
	}
	p.Message = "mức ghi trong quyết định chung không thuộc các mức có thể của " + whose + "; quyết định vẫn được dùng"
	return p
}

// beyondPossible gathers by the cell of a group's decision whom it does not fit: one
// entry that does not fit three hundred people is one problem.
type beyondPossible map[Origin][]Problem

func (b *beyondPossible) add(p Problem) {
	if *b == nil {
		*b = beyondPossible{}
	}
	(*b)[p.At] = append((*b)[p.At], p)
}

// problems are one for each decision, with the subjects by their ids.
func (b beyondPossible) problems() []Problem {
	var out []Problem
	for at, ps := range b {
		slices.SortFunc(ps, func(x, y Problem) int { return cmp.Compare(x.Subject, y.Subject) })
		var subjects []string
		var own []Related
		for _, p := range ps {
			subjects, own = append(subjects, p.Subject), append(own, p.Related...)
		}
		out = append(out, problemBeyondPossible(at, subjects, own))
	}
	return out
}
