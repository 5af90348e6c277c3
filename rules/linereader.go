package rules

import "github.com/xeploai/xeploai/evaluate"

// lineReader is what a case itself wrote down of one subject: values that `all`
// filled in, or that a blank stands for, show nothing about a single line.
type lineReader struct {
	*staged
	explicit map[evaluate.FactID]bool
}

func (r *lineReader) value(id evaluate.FactID) (evaluate.Value, bool) {
	i, ok := r.frame.Schema.Index(id)
	if !ok {
		return evaluate.Value{}, false
	}
	v := r.frame.Known(r.row, i)
	derived := r.frame.Schema.Facts[i].Derived != nil
	return v, !v.IsBlank() && (derived || r.explicit[id])
}

func (r *lineReader) number(id evaluate.FactID) (evaluate.Num, bool) {
	v, ok := r.value(id)
	if !ok || v.Type() != evaluate.NumberFact {
		return evaluate.Num{}, false
	}
	return v.Number(), true
}

// chose tells whether the case took the level of that number.
func (r *lineReader) chose(id evaluate.FactID, level int) bool {
	v, ok := r.value(id)
	return ok && v.Type() == evaluate.ChoiceFact && v.Choice() == level
}

// measure is the measured percentage or number, before anything comes off it.
func (r *lineReader) measure(m *evaluate.Measure) (evaluate.Num, bool) {
	if m.Fact != "" {
		if v, ok := r.value(m.Fact); ok && len(m.Levels) > 0 {
			return m.Levels[v.Choice()].Points, true
		}
		return r.number(m.Fact)
	}
	part, ok := r.number(m.Part)
	whole, given := r.number(m.Of)
	share, some := part.Div(whole)
	return share.Mul(evaluate.Int(100)), ok && given && some
}
