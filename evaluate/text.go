package evaluate

import (
	"fmt"
	"strings"
)

// conditionText is the canonical written form of a condition: equal texts ask
// the same. It serves comparison only; people read RuleSpec.Text.
func conditionText(s *ConditionSpec) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%s/%s|%s|%s|%s|%s|%s", s.Fact, s.Part, s.Of, s.Every, s.Some, s.MonthsSince, s.Profile, s.Points)
	if s.Compare != nil {
		fmt.Fprintf(&b, "|%s%q", s.Compare.Op, s.Compare.Values)
	}
	if s.WhenNone != nil {
		fmt.Fprintf(&b, "|none=%s", *s.WhenNone)
	}
	if s.Grade != nil {
		fmt.Fprintf(&b, "|grade %s %s", s.Grade.Op, s.Grade.Grade)
	}
	if c := s.Count; c != nil {
		fmt.Fprintf(&b, "|count %s(%s)", c.Of, conditionText(&c.Where))
		for _, cmp := range []*Comparison{c.Share, c.Number} {
			if cmp != nil {
				fmt.Fprintf(&b, "%s%q", cmp.Op, cmp.Values)
			}
			b.WriteByte(';')
		}
	}
	for _, list := range [][]ConditionSpec{s.All, s.Any, s.FirstKnown} {
		b.WriteByte('[')
		for i := range list {
			b.WriteString(conditionText(&list[i]))
			b.WriteByte(',')
		}
		b.WriteByte(']')
	}
	if s.Not != nil {
		b.WriteString("!(" + conditionText(s.Not) + ")")
	}
	return b.String()
}

// collectFirsts gathers every first_known node below n.
func collectFirsts(n node, out *[]*firstNode) {
	switch n := n.(type) {
	case *firstNode:
		*out = append(*out, n)
		for _, m := range n.of {
			collectFirsts(m, out)
		}
	case allNode:
		for _, m := range n {
			collectFirsts(m, out)
		}
	case anyNode:
		for _, m := range n {
			collectFirsts(m, out)
		}
	case notNode:
		collectFirsts(n.of, out)
	}
}
