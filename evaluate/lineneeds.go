package evaluate

import "slices"

// LineNeed are cells without which a line of a score sheet stays open on some rows, or
// of which some are enough.
type LineNeed struct {
	Facts []int
	// Count is the fact that says how many of them have to be given, -1 where it is all.
	Count int
	// Weight is the fact that has to be more than nothing for the line to be used, -1
	// where it always is.
	Weight int
	// Full is the choice that has the line's points given unasked when it is one of Codes,
	// -1 where they never are.
	Full  int
	Codes []int
}

// Wanted lists, in written order, the facts without which a line of the sheet is open
// whatever else is given: what a blank cell declares, or another statement may replace, is
// not among them.
func (s *Sheet) Wanted(schema *Schema) []int {
	shared := s.shared()
	var out []int
	add := func(facts ...int) {
		for _, f := range facts {
			if f >= 0 && asked(schema, f) && !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	for i := range s.lines {
		switch l := &s.lines[i]; {
		case l.full != nil:
			add(l.full.fact)
		case l.weight >= 0:
			add(l.weight)
			add(slices.DeleteFunc(slices.Clone(l.needs), func(f int) bool { return !shared[f] })...)
		case l.count >= 0:
			add(l.count)
		default:
			add(l.needs...)
		}
	}
	return out
}

// Needs lists, in written order, what a line needs besides where its own row says so.
func (s *Sheet) Needs(schema *Schema) []LineNeed {
	always := s.Wanted(schema)
	var out []LineNeed
	for i := range s.lines {
		l := &s.lines[i]
		need := LineNeed{Count: l.count, Weight: l.weight, Full: -1}
		if l.full != nil {
			need.Full, need.Codes = l.full.fact, l.full.codes
		}
		for _, f := range l.needs {
			if asked(schema, f) && f != l.count && !slices.Contains(always, f) {
				need.Facts = append(need.Facts, f)
			}
		}
		if len(need.Facts) > 0 {
			out = append(out, need)
		}
	}
	return out
}

// NeedsOfAll are Needs of the one score sheet that everybody of the set takes; nil where
// sheets differ, of which SheetTable tells.
func (rs *RuleSet) NeedsOfAll() []LineNeed {
	if len(rs.Sheets) != 1 || slices.ContainsFunc(rs.profiles, func(p profile) bool { return p.sheet < 0 }) {
		return nil
	}
	return rs.Sheets[0].Needs(rs.schema)
}

// shared are the facts that several lines with weights rest on: as the weights make a
// whole, one of these lines is used.
func (s *Sheet) shared() map[int]bool {
	seen, out := map[int]bool{}, map[int]bool{}
	for i := range s.lines {
		if s.lines[i].weight < 0 {
			continue
		}
		for _, f := range s.lines[i].needs {
			out[f], seen[f] = seen[f], true
		}
	}
	return out
}

// asked tells whether a blank cell of a fact is unknown, and nothing stands in for it.
func asked(schema *Schema, fact int) bool {
	f := &schema.Facts[fact]
	return f.Blank == "" && f.GivenBy == "" && f.Derived == nil
}
