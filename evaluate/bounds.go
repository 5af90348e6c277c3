package evaluate

// bounds is the range a number may still lie in; a nil end is open.
type bounds struct{ low, high *Num }

func exactBounds(x Num) bounds { return bounds{&x, &x} }

// bounds tells where a fact's number lies: at the number itself when it is
// known, else within what the declaration of the fact allows. A derived number
// with a blank operand is bounded by those of its operands: nine tasks done of
// ten cannot be ten on time, however many were late.
func (f *Frame) bounds(row, fact int) bounds {
	if v := f.Known(row, fact); v.Type() == NumberFact {
		return exactBounds(v.Number())
	}
	def := &f.Schema.Facts[fact]
	if def.Derived == nil {
		return bounds{def.Min, def.Max}
	}
	of := make([]bounds, len(def.Derived.Of))
	for i, id := range def.Derived.Of {
		pos, ok := f.Schema.index[id]
		if !ok {
			return bounds{}
		}
		of[i] = f.bounds(row, pos)
	}
	return deriveBounds(def.Derived.Function, of)
}

// deriveBounds is the range of a derivation over ranges of its operands.
func deriveBounds(function string, of []bounds) bounds {
	switch function {
	case "difference":
		out := of[0]
		for _, b := range of[1:] {
			out = bounds{subtract(out.low, b.high), subtract(out.high, b.low)}
		}
		return out
	case "sum":
		zero := Int(0)
		out := bounds{&zero, &zero}
		for _, b := range of {
			out = bounds{plus(out.low, b.low), plus(out.high, b.high)}
		}
		return out
	}
	return bounds{}
}

func plus(a, b *Num) *Num {
	if a == nil || b == nil {
		return nil
	}
	x := a.Add(*b)
	return &x
}

func subtract(a, b *Num) *Num {
	if a == nil || b == nil {
		return nil
	}
	x := a.Sub(*b)
	return &x
}

// evalOpen judges a share of which a part is blank: the verdict is known when
// it is the same at both ends of what the blank may hold.
func (n *shareNode) evalOpen(c *context, part, of Value) Verdict {
	switch {
	case n.op == OpEquals: // holds between the ends, perhaps at neither
		return Unknown
	case !of.IsBlank():
		b := c.frame.bounds(c.row, n.part)
		if b.low == nil || b.high == nil {
			return Unknown
		}
		total := of.Number()
		return agree(verdictOf(holdsCmp(n.op, CmpShare(*b.low, total, n.rate))), verdictOf(holdsCmp(n.op, CmpShare(*b.high, total, n.rate))))
	case !part.IsBlank() && part.Number().Sign() == 0: // none of however many, or of none
		return agree(verdictOf(holdsCmp(n.op, CmpShare(part.Number(), Int(1), n.rate))), n.whenNone)
	}
	return Unknown
}
