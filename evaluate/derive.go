package evaluate

// Derived facts: what needs arithmetic beyond the closed list of operators.
// Each is a small named function of other facts of the same row; a blank
// operand makes the result blank, that is unknown.
func derivation(name string) (least int, compute func(xs []Num) Num, ok bool) {
	switch name {
	case "difference":
		return 2, func(xs []Num) Num {
			rest := xs[0]
			for _, x := range xs[1:] {
				rest = rest.Sub(x)
			}
			return rest
		}, true
	case "sum":
		return 1, func(xs []Num) Num {
			var s Num
			for _, x := range xs {
				s = s.Add(x)
			}
			return s
		}, true
	}
	return 0, nil, false
}

func checkDerivation(s *Schema, f *FactDef) []Problem {
	least, _, ok := derivation(f.Derived.Function)
	switch {
	case !ok:
		return []Problem{problemDerivation(f.At, string(f.ID), "không có hàm "+f.Derived.Function)}
	case f.Supplier != SupplyDerived && f.Supplier != "":
		return []Problem{problemDerivation(f.At, string(f.ID), "supplier phải là derived")}
	case f.Type != NumberFact:
		return []Problem{problemDerivation(f.At, string(f.ID), "kết quả phải là số")}
	case len(f.Derived.Of) < least:
		return []Problem{problemDerivation(f.At, string(f.ID), "sai số lượng toán hạng")}
	}
	for _, id := range f.Derived.Of {
		i, ok := s.index[id]
		switch {
		case !ok:
			return []Problem{problemUnknownFact(f.At, id, s)}
		case s.Facts[i].Type != NumberFact || s.Facts[i].Derived != nil:
			return []Problem{problemDerivation(f.At, string(f.ID), "toán hạng "+string(id)+" phải là số nhập vào")}
		}
	}
	return nil
}

// derive computes a derived fact of one row from its operands.
func derive(f *Frame, row int, d *Derivation) Value {
	xs := make([]Num, len(d.Of))
	for i, id := range d.Of {
		pos, ok := f.Schema.index[id]
		if !ok {
			return Value{}
		}
		v := f.Known(row, pos)
		if v.IsBlank() {
			return Value{}
		}
		xs[i] = v.Number()
	}
	_, compute, ok := derivation(d.Function)
	if !ok {
		return Value{}
	}
	v, _ := NumberValue(compute(xs))
	return v
}
