package excel

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Branches of different communes are called alike: “Chi bộ thôn 1”. The list of one commune
// says in its title whose it is, and not again in every row.

// narrowing tells branches of one name apart by the committees that the title names, down to a
// row that names a committee itself: whether as the heading of those below it or as the sum of
// those above nobody can say.
type narrowing struct {
	committees []string          // folded
	known      map[string]string // what a row's cell means, "" where nothing narrows it
	cells      cellRuns          // that were narrowed
	ended      bool
}

// findCommittees settles what the title says, before any row is read.
func (s *sheetReading) findCommittees() {
	list := s.isPlainList() || s.in.Stamp.Kind == RosterBook && s.in.Stamp.Version == 0
	if s.spec.Places == nil || s.code < 0 || s.head.column(s.code) < 0 || !list || s.head.schema.Kind != evaluate.Member {
		return
	}
	texts := []string{fold(s.where.Sheet)}
	for _, row := range s.rows.rows {
		for _, raw := range row.cells {
			if row.number < s.head.row && hasContent(raw) {
				texts = append(texts, fold(raw))
			}
		}
	}
	for _, text := range texts {
		s.narrowed.committees = append(s.narrowed.committees, namesAfter(text, committeeWord)...)
	}
}

// narrow gives a row whose branch is called as several are the code of the only one of them
// below a committee of the title. Where the only one of that name is another committee's, the
// row is of one that the list has no more: it is nobody's, and says of which committee.
func (s *sheetReading) narrow(f *evaluate.Frame, row, number int) {
	n := &s.narrowed
	if len(n.committees) == 0 || n.ended || s.code < 0 || s.head.column(s.code) < 0 {
		return
	}
	said := f.Text(row, s.code)
	meant, met := n.known[said]
	if !met {
		if n.known == nil {
			n.known = map[string]string{}
		}
		if meant = s.below(said); meant == "" {
			meant = s.goneBelow(said)
		}
		n.known[strings.Clone(said)] = meant
	}
	if meant == "" {
		return
	}
	f.SetText(row, s.code, meant)
	if len(s.spec.Places(meant)) > 0 {
		n.cells.add(gridCell{int32(s.head.column(s.code) + 1), int32(number)})
	}
}

// namesCommittee tells whether some words of a row are the name of a committee of the list,
// with what all are called or without.
func (s *sheetReading) namesCommittee(text string) bool {
	words := strings.Fields(fold(text))
	for i := range words {
		for j := i + 1; j <= len(words); j++ {
			if len(s.spec.Places(committeeWord+" "+strings.Join(words[i:j], " "))) > 0 {
				return true
			}
		}
	}
	return false
}

// goneBelow is the name of a branch with the code of its committee, where some committee of the
// title is on the list and the only branch of that name lies below none; "" otherwise. What is more than a
// name, as a code, or a name with a committee's, speaks for itself.
func (s *sheetReading) goneBelow(name string) string {
	committees := s.narrowed.committees
	if name == "" || s.spec.IsName == nil || !s.spec.IsName(name) || len(s.spec.Places(name)) != 1 {
		return ""
	}
	of := ""
	for _, above := range committees {
		known := s.spec.Places(above)
		if slices.ContainsFunc(committees, func(c string) bool { return len(s.spec.Places(c+", "+above)) > 0 }) {
			continue // the nearer one of the title counts
		}
		if len(s.spec.Places(name+", "+above)) > 0 || len(known) == 1 && known[0] == s.spec.Places(name)[0] {
			return ""
		}
		if len(known) == 1 && of == "" {
			of = known[0]
		}
	}
	if of == "" {
		return ""
	}
	return name + ", " + of
}

// below is the only organization of a name under the committees of the title; "" where the
// name is one organization's alone, or several lie there.
func (s *sheetReading) below(name string) string {
	if name == "" || len(s.spec.Places(name)) < 2 {
		return ""
	}
	var found []string
	for _, above := range s.narrowed.committees {
		if codes := s.spec.Places(name + ", " + above); len(codes) == 1 && !slices.Contains(found, codes[0]) {
			found = append(found, codes[0])
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// noteNarrowed is about cells that name a branch as others of other committees are named.
func noteNarrowed(at evaluate.Origin, heading string, n int) evaluate.Problem {
	return noteAt("X187", at, fmt.Sprintf("cột “%s”: %d ô ghi tên mà nhiều chi bộ cùng có; tiêu đề danh sách ghi tên một đảng bộ nên đã hiểu là chi bộ của đảng bộ ấy", heading, n), "không cần làm gì nếu hiểu đúng")
}
