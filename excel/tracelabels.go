package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// traceCells are a row of results in the words people read, in the order of
// dataFields. Codes of organizations, subjects and sets stay codes; a word that nobody
// has is left as the code it is.
func traceCells(spec *SummarySpec, d *evaluate.DataRow) []any {
	scale := spec.Scales[d.RuleSet]
	grade := func(rung string) string {
		if r, ok := scale.Rank(rung); ok {
			return scale.Rung(r).Label
		}
		return rung
	}
	statutory := string(d.Grade)
	if r := scale.RankOf(d.Grade); d.Grade != "" && r != evaluate.NoRank {
		statutory = scale.Rung(r).Label
	}
	level := ""
	if d.Level != "" {
		level = levelLabel(d.Level)
	}
	values := []string{kindLabel(d.Kind), d.ID, d.Person, d.Org, d.Base, orgTypeLabel(d.OrgType), level, outcomeLabel(d.Outcome),
		classLabel(d.Class), becauseLabel(d.Because), statutory, grade(d.Rung), grade(d.Computed), grade(d.Proposed), grade(d.Decided), d.RuleSet}
	cells := make([]any, len(values))
	for i, v := range values {
		cells[i] = text(v)
	}
	return cells
}

func orgTypeLabel(code string) string {
	types := OrgTypes()
	if i := slices.IndexFunc(types, func(t OrgType) bool { return t.Code == code }); i >= 0 {
		return types[i].Label
	}
	return code
}

func outcomeLabel(o evaluate.Outcome) string {
	switch o {
	case evaluate.Graded:
		return labelGraded
	case evaluate.NotRated:
		return labelNotRated
	case evaluate.Review:
		return labelReviewShort
	}
	return labelUndecidedShort
}

func classLabel(c evaluate.NotRatedClass) string {
	switch c {
	case evaluate.Exempt:
		return labelExempt
	case evaluate.Deferred:
		return labelDeferred
	}
	return string(c)
}
