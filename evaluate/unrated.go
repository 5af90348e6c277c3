package evaluate

import (
	"fmt"
	"slices"
)

// checkUnrated warns of points and proposals on a row that says itself that its subject is not
// graded: nobody would look at them, and one of the two may be a slip.
func (rs *RuleSet) checkUnrated(f *Frame, row int) []Problem {
	c := &context{frame: f, row: row}
	var not []int
	for _, i := range rs.notRated {
		if r := &rs.Rules[i]; !r.Off && rs.saidByRow(r.when) && (r.applies == nil || rs.saidByRow(r.applies)) && rs.verdict(c, i) == Holds {
			not = append(not, i)
		}
	}
	if len(not) == 0 {
		return nil
	}
	var idle []int
	for i := range rs.schema.Facts {
		if !f.Value(row, i).IsBlank() && rs.isForGrade(i) && f.Origin(row, i).Cell != "" {
			idle = append(idle, i)
		}
	}
	if len(idle) == 0 {
		return nil
	}
	return []Problem{rs.problemIdle(not, idle, f, row)}
}

// isForGrade tells whether a fact is a proposal, or stands on a score sheet.
func (rs *RuleSet) isForGrade(fact int) bool {
	return rs.schema.Facts[fact].Role == RoleProposal ||
		slices.ContainsFunc(rs.Sheets, func(s *Sheet) bool { return slices.Contains(s.facts, fact) })
}

// saidByRow tells whether a condition looks at nothing but the row: at no day of the run and
// at nobody else.
func (rs *RuleSet) saidByRow(n node) bool {
	switch n := n.(type) {
	case *factNode:
		return n.dateRef == "" && rs.schema.Facts[n.fact].GivenBy == ""
	case notNode:
		return rs.saidByRow(n.of)
	case *groupNode:
		for i := range n.tests {
			if !rs.saidByRow(&n.tests[i]) {
				return false
			}
		}
		return true
	}
	return false
}

// problemIdle is about what a row says for a grade that the row itself says is not given.
func (rs *RuleSet) problemIdle(not, facts []int, f *Frame, row int) Problem {
	said, cells := rs.unratedBy(not, f, row)
	p := Problem{Severity: Warning, Code: codeDenied, At: f.Origin(row, facts[0]), Related: cells,
		Message: fmt.Sprintf("%d ô điểm, số liệu, đề nghị ghi cho trường hợp không xếp loại nên không được dùng: %s", len(facts), said),
		Hint:    "đúng là không xếp loại thì không cần làm gì; nếu phải xếp loại thì sửa ô nói là không, rồi nhập lại"}
	for _, fact := range facts {
		if p.Cells = append(p.Cells, f.Origin(row, fact).Cell); len(facts) == 1 {
			p.Cells = nil
		}
	}
	return p
}
