package excel

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// askedFacts are the facts that a template of the campaign has columns for on the
// sheet, in the order of the vocabulary: all that may stand there where nobody knows,
// and all there are in a list of organizations. It is worked out once it is needed,
// which is seldom.
func (s *sheetReading) askedFacts() []int {
	if s.asked != nil {
		return s.asked
	}
	schema := s.head.schema
	asked, _ := s.allowed(schema.Kind)
	if isListKind(schema.Kind) {
		for i := range schema.Facts {
			asked = append(asked, i)
		}
	} else if s.spec.Template != nil {
		if of := s.spec.Template(s.in.Stamp.Kind, s.in.Stamp.Org, schema.Kind); of != nil {
			asked = of
		}
	}
	s.asked = slices.DeleteFunc(slices.Sorted(slices.Values(asked)), func(f int) bool { return schema.Facts[f].Supplier == evaluate.SupplyDerived })
	return s.asked
}

// allowed are the facts that may stand on a sheet of the workbook; expected is false
// where it has no such sheet.
func (r *reader) allowed(k evaluate.Kind) (facts []int, expected bool) {
	book := r.in.Stamp.Kind
	facts, expected = r.spec.Facts[book][k]
	if expected && book.Reports() && r.spec.Heads != nil && r.spec.Heads(r.in.Stamp.Org) {
		facts = slices.Compact(slices.Sorted(slices.Values(slices.Concat(facts, r.spec.Facts[OfficeBook][k]))))
	}
	return facts, expected
}

// settleHeadings decides what a heading means that rules of other kinds or years use
// for other columns: one of the template's is meant where there is just one.
func (s *sheetReading) settleHeadings() {
	h := s.head
	if s.spec.Template == nil {
		return
	}
	h.clashes = slices.DeleteFunc(h.clashes, func(c headerClash) bool {
		if c.fact >= 0 {
			return false
		}
		asked := s.askedAmong(c.could)
		if len(asked) != 1 {
			return false
		}
		h.facts[c.column] = asked[0]
		h.matched++
		return true
	})
	for i := range h.clashes {
		if asked := s.askedAmong(h.clashes[i].could); len(asked) > 0 {
			h.clashes[i].could = asked
		}
	}
}

func (s *sheetReading) askedAmong(facts []int) []int {
	var out []int
	for _, f := range facts {
		if slices.Contains(s.askedFacts(), f) {
			out = append(out, f)
		}
	}
	return out
}

// untaken are the columns of the template that are not read, in the order of the
// vocabulary.
func (s *sheetReading) untaken() []int {
	return slices.DeleteFunc(slices.Clone(s.askedFacts()), func(fact int) bool {
		return s.othersTell(&s.head.schema.Facts[fact]) || slices.ContainsFunc(s.columns, func(c readColumn) bool { return c.fact == fact })
	})
}

// absent are the headings of the template's columns that the sheet has not. An
// earlier layout need not have them, nor a list of people, nor a result workbook.
func (s *sheetReading) absent() []string {
	if s.spec.People || s.isEarlier() || s.in.Stamp.Kind == ResultBook || isListKind(s.head.schema.Kind) {
		return nil
	}
	var out []string
	for _, f := range s.untaken() {
		out = append(out, s.head.schema.Facts[f].Heading)
	}
	return out
}
