package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// findStrayLines reports conditions that ask for a line of a score sheet which
// no profile of the set takes: the line of another set's sheet would stand in
// the form as a column of its own beside the sheet that counts. A condition that
// was inherited is told where the local set could mend it, in its profiles.
func (l *loader) findStrayLines(specs []evaluate.RuleSetSpec) {
	owner := map[kindFact]*evaluate.SheetSpec{}
	for _, id := range slices.Sorted(maps.Keys(l.sheets)) {
		for _, f := range l.sheets[id].Facts() {
			owner[kindFact{f.Kind, f.ID}] = l.sheets[id]
		}
	}
	for i := range specs {
		s := &specs[i]
		var mine []*evaluate.SheetSpec
		for _, p := range s.Profiles {
			if sheet := l.sheets[p.Sheet]; sheet != nil {
				mine = append(mine, sheet)
			}
		}
		s.EachCondition(func(k evaluate.Kind, c *evaluate.ConditionSpec) {
			for _, id := range []evaluate.FactID{c.Fact, c.Part, c.Of, c.MonthsSince} {
				sheet := owner[kindFact{k, id}]
				if k == s.Kind && sheet != nil && !slices.Contains(mine, sheet) {
					l.fail(l.strayLine(s, c.At, id, sheet, mine))
				}
			}
		})
	}
}

func (l *loader) strayLine(s *evaluate.RuleSetSpec, at evaluate.Origin, id evaluate.FactID, sheet *evaluate.SheetSpec, mine []*evaluate.SheetSpec) evaluate.Problem {
	rest := strings.TrimPrefix(string(id), string(sheet.FactOf("", "")))
	var same []string
	for _, m := range mine {
		for _, f := range m.Facts() {
			if own := string(m.FactOf("", "")) + rest; own == string(f.ID) && !slices.Contains(same, own) {
				same = append(same, own)
			}
		}
	}
	p := problemStrayLine(at, string(id), sheet.ID, same)
	if at.File == s.At.File {
		return p
	}
	p.Related = []evaluate.Related{{At: at, Note: noteStrayLine}}
	p.At = s.At
	if _, found, known := l.places.find(s.At, "profiles"); known {
		p.At = found.key
	}
	p.Hint = hintStrayLine(p.Hint)
	return p
}
