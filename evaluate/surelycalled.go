package evaluate

// wrong says what is wrong with the declaration, "" when nothing is or there is none.
func (c *SurelyCalled) wrong(s *Schema, count BallotCount) string {
	if c == nil {
		return ""
	}
	status, ok := s.index[c.Status]
	since, dated := s.index[c.Since]
	switch {
	case count != BallotsSummoned:
		return "surely chỉ đi cùng count: summoned"
	case !ok || s.Facts[status].Type != ChoiceFact || len(c.Codes) == 0:
		return "surely.fact phải là một dữ kiện lựa chọn, kèm one_of"
	case !dated || s.Facts[since].Type != DateFact || c.Months <= 0:
		return "surely.since phải là một ngày, kèm months là số tháng dương"
	}
	for _, code := range c.Codes {
		if _, known := s.Facts[status].CodeIndex(code); !known {
			return "surely.one_of: " + code + " không phải là giá trị của " + string(c.Status)
		}
	}
	return ""
}

// Calls tells whether a subject certainly had to be called: both facts are stated
// and say so.
func (c *SurelyCalled) Calls(f *Frame, row int, reference Date) bool {
	status, since := f.Schema.index[c.Status], f.Schema.index[c.Since]
	v, day := f.Known(row, status), f.Known(row, since)
	if v.IsBlank() || day.IsBlank() || day.Date().AddMonths(c.Months).Compare(reference) > 0 {
		return false
	}
	for _, code := range c.Codes {
		if i, ok := f.Schema.Facts[status].CodeIndex(code); ok && i == v.Choice() {
			return true
		}
	}
	return false
}
