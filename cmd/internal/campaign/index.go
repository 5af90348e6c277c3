package campaign

// index finds rows by a key. Most keys are one row's, and a list for each would take
// more than the key. The zero index is empty.
type index[K comparable] struct {
	sole map[K]int32   // the row of a key, severalRows where more is to be looked at
	more map[K][]int32 // the rows of a key that several have, in the order they were added
}

const severalRows = -1

func (x *index[K]) add(key K, row int) {
	switch other, met := x.sole[key]; {
	case !met:
		if x.sole == nil {
			x.sole = map[K]int32{}
		}
		x.sole[key] = int32(row)
	case other == severalRows:
		x.more[key] = append(x.more[key], int32(row))
	default:
		if x.more == nil {
			x.more = map[K][]int32{}
		}
		x.more[key] = []int32{other, int32(row)}
		x.sole[key] = severalRows
	}
}

// of lists the rows of a key, in the order they were added; the list is the caller's.
func (x *index[K]) of(key K) []int {
	sole, met := x.sole[key]
	switch {
	case !met:
		return nil
	case sole != severalRows:
		return []int{int(sole)}
	}
	out := make([]int, len(x.more[key]))
	for i, row := range x.more[key] {
		out[i] = int(row)
	}
	return out
}
