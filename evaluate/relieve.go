package evaluate

import "strings"

// A recorded relief is a bare yes. It is that of a bar where the decision stands
// above one, and that of a bound where the decision stands above this bound alone;
// of several it says nothing, and the reason must name each it is meant for.

// unrelieved are the bounds below a decision that no relief is recorded for.
func (rs *RuleSet) unrelieved(w *Walk, decided Rank, barred bool, f *Frame, row int) []Bounded {
	var over []Bounded
	for _, b := range w.Bounds {
		if decided > b.Most {
			over = append(over, b)
		}
	}
	granted := len(over) > 0 && rs.reliefGranted(f, row)
	if granted && len(over) == 1 && !(barred && decided > 0) {
		return nil
	}
	var out []Bounded
	for _, b := range over {
		if !granted || !rs.reasonNames(f, row, rs.Rules[b.Rule].ID) {
			out = append(out, b)
		}
	}
	return out
}

// reasonNames tells whether the reason of a decision names a rule by its id.
func (rs *RuleSet) reasonNames(f *Frame, row int, id string) bool {
	reason := rs.schema.ByRole(RoleDecisionReason)
	if reason < 0 {
		return false
	}
	inID := func(r rune) bool {
		return r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	}
	for _, word := range strings.FieldsFunc(strings.ToUpper(f.Text(row, reason)), func(r rune) bool { return !inID(r) }) {
		if word == strings.ToUpper(id) {
			return true
		}
	}
	return false
}
