package evaluate

// Derived facts: what needs arithmetic beyond the closed list of operators.
// Each is a small named function of other facts of the same row; a blank
// operand makes the result blank, that is unknown.
func derivation(name string) (least int, ok bool) {
	switch name {
	case "difference":
		return 2, true
	case "sum":
		return 1, true
	}
	return 0, false
}

// combine takes one more operand into a derivation that begins with its first.
func combine(function string, sofar, x Num) Num {
	if function == "difference" {
		return sofar.Sub(x)
	}
	return sofar.Add(x)
}

func checkDerivation(s *Schema, f *FactDef) []Problem {
	least, ok := derivation(f.Derived.Function)
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
	var out Num
	for i, id := range d.Of {
		pos, ok := f.Schema.index[id]
		if !ok {
			return Value{}
		}
		v := f.Known(row, pos)
		if v.IsBlank() {
			return Value{}
		}
		if i == 0 {
			out = v.Number()
		} else {
			out = combine(d.Function, out, v.Number())
		}
	}
	v, _ := NumberValue(out)
	return v
}
