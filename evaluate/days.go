package evaluate

// What FactDef.NotAfter may name.
const (
	// DayPeriodEnd is the last day of the period.
	DayPeriodEnd = "period_end"
	// DayReference is the day to which months are counted.
	DayReference = "reference_date"
)

// LatestDay is the last day that the fact may name in a period; ok is false
// where the vocabulary sets none.
func (f *FactDef) LatestDay(period Period, reference Date) (latest Date, ok bool) {
	switch f.NotAfter {
	case DayPeriodEnd:
		return period.Last(), true
	case DayReference:
		return reference, true
	}
	return Date{}, false
}

// checkDays finds bounds of days that the declaration cannot have.
func checkDays(s *Schema, f *FactDef) []Problem {
	var ps []Problem
	if f.NotAfter != "" && f.Type != DateFact && !f.isYear() {
		ps = append(ps, problemWrongType(f.At, string(f.ID), wantDate))
	}
	if f.NotBefore == "" {
		return ps
	}
	switch i, ok := s.index[f.NotBefore]; {
	case !ok:
		ps = append(ps, problemUnknownFact(f.At, f.NotBefore, s))
	case f.Type != DateFact:
		ps = append(ps, problemWrongType(f.At, string(f.ID), wantDate))
	case s.Facts[i].Type != DateFact:
		ps = append(ps, problemWrongType(f.At, string(f.NotBefore), wantDate))
	}
	return ps
}

// isYear tells whether a number can be the year of a day.
func (f *FactDef) isYear() bool { return f.Type == NumberFact && f.Step.whole() && f.Unit == "" }

// CheckDays finds the days of a row that cannot be: later than the vocabulary
// allows in this period, or before the day (or the year, where only that is
// known) of another fact of the same row.
// Each is an Error at its cell.
func CheckDays(f *Frame, row int, period Period, reference Date) []Problem {
	var ps []Problem
	for _, i := range f.Schema.days {
		def := &f.Schema.Facts[i]
		v := f.Value(row, i)
		if v.IsBlank() {
			continue
		}
		if latest, ok := def.LatestDay(period, reference); ok && later(v, latest) {
			ps = append(ps, problemDayTooLate(f.Origin(row, i), def.FullHeading(), f.Show(i, v), latest))
		}
		first, ok := f.Schema.index[def.NotBefore]
		if !ok {
			continue
		}
		if at, before := f.beforeDay(row, v.Date(), first); before {
			ps = append(ps, problemDaysReversed(f.Origin(row, i), f.Origin(row, at), def.FullHeading(), f.Schema.Facts[at].FullHeading(), f.Value(row, at) == v))
		}
	}
	return ps
}

// CheckAllDays is CheckDays of all rows. Where two columns have their days in the wrong order
// in most rows that fill both, each of these problems says that they may be exchanged.
func CheckAllDays(f *Frame, period Period, reference Date) []Problem {
	var ps []Problem
	exchanged := map[Origin]string{}
	for _, i := range f.Schema.days {
		if first, ok := f.Schema.index[f.Schema.Facts[i].NotBefore]; ok {
			f.findExchanged(i, first, exchanged)
		}
	}
	for row := range f.Len() {
		for _, p := range CheckDays(f, row, period, reference) {
			if hint := exchanged[p.At]; hint != "" && p.Code == codeDaysReversed {
				p.Hint = hint
			}
			ps = append(ps, p)
		}
	}
	return ps
}

// findExchanged adds what to say of the cells of a day that lie before those of another, if
// they are most of several.
func (f *Frame) findExchanged(day, first int, out map[Origin]string) {
	var reversed []Origin
	both := 0
	for row := range f.Len() {
		a, b := f.Value(row, day), f.Value(row, first)
		if a.IsBlank() || b.IsBlank() {
			continue
		}
		both++
		if a.Date().Compare(b.Date()) < 0 {
			reversed = append(reversed, f.Origin(row, day))
		}
	}
	if n := len(reversed); n > 1 && 2*n > both {
		hint := hintExchanged(f.Schema.Facts[day].FullHeading(), f.Schema.Facts[first].FullHeading(), n, both)
		for _, at := range reversed {
			out[at] = hint
		}
	}
}

// beforeDay tells whether a day lies before that of a fact, or is the very day somebody
// was born, and which fact says so: of somebody whose day of birth is not known the year is compared, which
// leaves open what happened within that year.
func (f *Frame) beforeDay(row int, day Date, first int) (at int, before bool) {
	born := f.Schema.Facts[first].Role == RoleBirth
	if v := f.Value(row, first); !v.IsBlank() {
		order := day.Compare(v.Date())
		return first, order < 0 || order == 0 && born
	}
	if !born {
		return first, false
	}
	at = f.Schema.ByRole(RoleBirthYear)
	if at < 0 || f.Value(row, at).IsBlank() || f.Value(row, at).Type() != NumberFact {
		return first, false
	}
	return at, Int(int64(day.Year)).Cmp(f.Value(row, at).Number()) < 0
}

// later tells whether a day, or a year, lies after a day.
func later(v Value, day Date) bool {
	if v.Type() == NumberFact {
		return v.Number().Cmp(Int(int64(day.Year))) > 0
	}
	return v.Date().Compare(day) > 0
}
