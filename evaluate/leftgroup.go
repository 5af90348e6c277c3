package evaluate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// leftNamed is how many of those who have left the group of a decision are named.
const leftNamed = 20

// GatherLeft makes one problem of all about those who have left the group that one line
// decides: the line is one entry, whoever it was about. Each waits by a problem of his own.
func GatherLeft(ps []Problem) (out []Problem) {
	lines := map[Origin][]Problem{}
	for _, p := range ps {
		if p.Code != CodeLeftGroup {
			out = append(out, p)
			continue
		}
		lines[p.At] = append(lines[p.At], p)
	}
	for _, left := range lines {
		out = append(out, problemsLeftGroup(left))
	}
	return SortProblems(out)
}

// problemsLeftGroup is one problem of several at one cell, with the subjects by their ids.
func problemsLeftGroup(left []Problem) Problem {
	if len(left) == 1 {
		return left[0]
	}
	slices.SortFunc(left, func(x, y Problem) int { return cmp.Compare(x.Subject, y.Subject) })
	out := left[0]
	out.Subject, out.Related = "", nil
	var who []string
	for _, p := range left[:min(len(left), leftNamed)] {
		who, out.Related = append(who, p.Subject), append(out.Related, p.Related...)
	}
	more := ""
	if n := len(left) - len(who); n > 0 {
		more = phraseMoreCodes(n)
	}
	out.Message = fmt.Sprintf("quyết định chung của nhóm không còn áp dụng được cho %d trường hợp (%s%s): dữ kiện đã đổi; quyết định chưa được dùng và các trường hợp này phải chờ", len(left), strings.Join(who, ", "), more)
	out.Hint = "cấp có thẩm quyền xem lại: giữ mức đã quyết định hay theo mức tính được nay thì cũng ghi ở dòng riêng của từng trường hợp trong tệp kết quả mới lập, rồi nhập lại kèm --replace"
	return out
}
