package excel

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// What a roster says of the state of those who are members beside the word itself: since when
// somebody has left or is exempt, and that he is to be struck out.

// rosterStates are what the rows of a roster say of states.
type rosterStates struct {
	since, strike int // 0-based columns, -1 for none
	// meant are the words that were understood as a state of another name, with that name.
	meant map[[2]string]*cellRuns
	// left are the cells that contradict the state of their rows.
	left []evaluate.Origin
	at   []evaluate.Origin // those of the states
}

func (s *sheetReading) findStates() {
	s.said.since, s.said.strike = -1, -1
	if s.in.Stamp.Kind != RosterBook {
		return
	}
	column := func(heading string) int {
		return slices.IndexFunc(s.head.headings, func(h string) bool { return isOneOf(h, []string{heading}) })
	}
	s.said.since, s.said.strike = column(rosterSince), column(rosterStrike)
}

// noteState looks at a state that was understood: under another name, and beside what the row
// says besides. The day may be that since when somebody is exempt, or elsewhere.
func (s *sheetReading) noteState(number int, raw string, state *evaluate.Choice) {
	at := gridCell{int32(s.status + 1), int32(number)}
	own := slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.column == s.status }) // told there
	if word := tidy(raw); !own && state.Code != stateNormal && !isOneOf(word, []string{state.Label}) {
		if s.said.meant == nil {
			s.said.meant = map[[2]string]*cellRuns{}
		}
		way := [2]string{word, state.Label}
		if s.said.meant[way] == nil {
			s.said.meant[way] = &cellRuns{}
		}
		s.said.meant[way].add(at)
	}
	for _, column := range []int{s.said.since, s.said.strike} {
		cell := ""
		if column >= 0 {
			cell = tidy(cellAt(s.line, column))
		}
		if column == s.said.since && state.Code == stateNormal && strings.ContainsAny(cell, "123456789") || column == s.said.strike && isOneOf(cell, strikeWords()) {
			s.said.left = append(s.said.left, s.cellOrigin(column, number))
			s.said.at = append(s.said.at, s.cellOrigin(s.status, number))
		}
	}
}

func (s *sheetReading) reportStates() {
	for _, word := range slices.SortedFunc(maps.Keys(s.said.meant), func(a, b [2]string) int { return strings.Compare(a[0], b[0]) }) {
		s.tell(s.said.meant[word], func(at evaluate.Origin, n int) evaluate.Problem {
			return noteStateMeant(at, strings.TrimRight(tidy(s.head.heading(s.status)), " *"), word[0], word[1], n)
		})
	}
	if len(s.said.left) > 0 {
		s.add(problemStateDenied(s.said.left, s.said.at))
	}
}

// noteStateMeant is about n people whose state a roster calls by another name.
func noteStateMeant(at evaluate.Origin, heading, word, state string, n int) evaluate.Problem {
	return noteAt("X164", at, fmt.Sprintf("cột “%s”: %s ghi “%s”, đã hiểu là “%s”", heading, cellsCounted(n), word, state), "không cần làm gì nếu hiểu đúng")
}

// problemStateDenied is about cells of a roster by which somebody has left, or is to be struck
// out, beside states by which he is a member.
func problemStateDenied(left, states []evaluate.Origin) evaluate.Problem {
	p := warningAt("X171", left[0], fmt.Sprintf("%s ghi ngày rời, mất, miễn sinh hoạt hoặc đề nghị xóa, mà ô trạng thái cùng dòng nói người ấy còn sinh hoạt; vẫn lấy theo ô trạng thái", cellsCounted(len(left))),
		"đã mất, chuyển đi, ra khỏi Đảng hoặc được miễn sinh hoạt thì sửa ô trạng thái; còn sinh hoạt thì xóa ô này; rồi nhập lại danh sách kèm --replace (hoặc lập lại mẫu)")
	var both []string
	for i, at := range left {
		both = append(both, at.Cell)
		if i < mostStatesNamed {
			p.Related = append(p.Related, evaluate.Related{At: states[i], Note: "trạng thái ghi ở đây"})
		}
	}
	if len(left) > 1 {
		p.Cells = both
	}
	return p
}

// mostStatesNamed bounds how many of the states are named beside the cells that deny them.
const mostStatesNamed = 6
