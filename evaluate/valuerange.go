package evaluate

import "slices"

// valueRange is the set of values that meet a comparison: a stretch of numbers or
// days, or some codes of a choice.
type valueRange struct {
	about           string // what is compared; ranges about different things say nothing of each other
	low, high       *Num   // nil: open
	lowOut, highOut bool   // the end itself does not belong to it
	choice          bool
	codes, na       []int    // choices; of those outside, which say that the thing does not exist
	none            *Verdict // shares: what holds over nothing
}

// range_ reads the values that a simple condition accepts; ok is false for
// anything else and for what is written wrongly.
func (b *builder) range_(s *ConditionSpec) (r valueRange, ok bool) {
	switch {
	case s.Compare == nil || s.Compare.Op == OpGiven || len(s.Compare.Values) == 0:
		return r, false
	case s.Fact != "":
		r, ok = b.factRange(s.Fact, s.Compare)
		r.about = "fact " + string(s.Fact)
	case s.Part != "":
		r, ok = readRange(s.Compare)
		r.about, r.none = "share "+string(s.Part)+"/"+string(s.Of), s.WhenNone
	case s.Every+s.Some != "":
		if g := b.groups[s.Every+s.Some]; len(g.Facts) > 0 {
			r, ok = b.factRange(g.Facts[0], s.Compare)
		}
		r.about = "group " + s.Every + "|" + s.Some
	case s.Points != "":
		r, ok = readRange(s.Compare)
		r.about = "points " + s.Points
		if percent(s.Compare.Values[0]) {
			r.about += "%" // of the part's maximum
		}
	case s.MonthsSince != "":
		r, ok = readRange(s.Compare)
		r.about = "months " + string(s.MonthsSince)
	}
	return r, ok
}

func (b *builder) factRange(id FactID, cmp *Comparison) (r valueRange, ok bool) {
	i, ok := b.schema.Index(id)
	if !ok {
		return r, false
	}
	def := &b.schema.Facts[i]
	switch def.Type {
	case NumberFact:
		return readRange(cmp)
	case DateFact:
		d, ok := ParseDate(cmp.Values[0])
		if !ok {
			return r, false
		}
		x := Int(d.number())
		return r.between(cmp.Op, x), true
	case ChoiceFact:
		return choiceRange(def, cmp)
	}
	return r, false
}

func choiceRange(def *FactDef, cmp *Comparison) (r valueRange, ok bool) {
	r.choice = true
	first, ok := def.CodeIndex(cmp.Values[0])
	for k, c := range def.Choices {
		listed := slices.Contains(cmp.Values, c.Code)
		ordered := cmp.Op != OpEquals && cmp.Op != OpOneOf && !c.NotApplicable && holdsCmp(cmp.Op, first-k)
		if listed && (cmp.Op == OpEquals || cmp.Op == OpOneOf) || ordered {
			r.codes = append(r.codes, k)
		} else if c.NotApplicable {
			r.na = append(r.na, k)
		}
	}
	return r, ok
}

// readRange reads a comparison of numbers or percentages.
func readRange(cmp *Comparison) (r valueRange, ok bool) {
	if cmp == nil || len(cmp.Values) != 1 {
		return r, false
	}
	x, err := ParseNum(cmp.Values[0])
	return r.between(cmp.Op, x), err == nil
}

// between is the range on one side of x, or x alone.
func (r valueRange) between(op Op, x Num) valueRange {
	switch op {
	case OpAtLeast:
		r.low = &x
	case OpMoreThan, OpAfter:
		r.low, r.lowOut = &x, true
	case OpAtMost:
		r.high = &x
	case OpLessThan, OpBefore:
		r.high, r.highOut = &x, true
	default:
		r.low, r.high = &x, &x
	}
	return r
}

// met are the codes with which a condition counts as met.
func (r *valueRange) met() []int { return slices.Concat(r.codes, r.na) }

// within tells whether every value of r belongs to o.
func (r *valueRange) within(o *valueRange, strict bool) bool {
	if r.choice {
		accepted := o.codes
		if !strict {
			accepted = o.met()
		}
		return o.choice && !slices.ContainsFunc(r.met(), func(k int) bool { return !slices.Contains(accepted, k) })
	}
	return !o.choice && noneWithin(r.none, o.none, strict) &&
		endWithin(r.low, r.lowOut, o.low, o.lowOut, 1) && endWithin(r.high, r.highOut, o.high, o.highOut, -1)
}

// endWithin compares two ends: side is 1 for lower ends, -1 for upper ones.
func endWithin(r *Num, rOut bool, o *Num, oOut bool, side int) bool {
	if o == nil {
		return true
	}
	if r == nil {
		return false
	}
	c := r.Cmp(*o) * side
	return c > 0 || c == 0 && (rOut || !oOut)
}

// disjoint tells whether no value belongs to both.
func (r *valueRange) disjoint(o *valueRange) bool {
	if r.choice != o.choice || r.none != nil && o.none != nil && r.none.Met() && o.none.Met() {
		return false
	}
	if r.choice {
		return !slices.ContainsFunc(r.met(), func(k int) bool { return slices.Contains(o.met(), k) })
	}
	return apart(r, o) || apart(o, r)
}

// apart tells whether all of r lies above all of o.
func apart(r, o *valueRange) bool {
	if r.low == nil || o.high == nil {
		return false
	}
	c := r.low.Cmp(*o.high)
	return c > 0 || c == 0 && (r.lowOut || o.highOut)
}
