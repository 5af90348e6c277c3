package evaluate

// rival is what another place proposes of a subject in the same column, and its cell.
type rival struct {
	value Value
	at    Origin
}

// AddRival notes that another place gives a proposal of the subject otherwise than the
// frame does, data being what it gives as Data writes it: neither stands above the other, so
// that between them only a decision settles it (readProposals). Anything but a proposal of
// a place is none, and false.
func (f *Frame) AddRival(row, fact int, data string, at Origin) bool {
	def := &f.Schema.Facts[fact]
	v, ok := def.parse(data)
	if !ok || def.Role != RoleProposal || def.Level == 0 {
		return false
	}
	f.addRival(row, fact, v, at)
	return true
}

func (f *Frame) addRival(row, fact int, v Value, at Origin) {
	if f.rivals == nil {
		f.rivals = map[int][]rival{}
	}
	f.rivals[f.at(row, fact)] = append(f.rivals[f.at(row, fact)], rival{v, at})
}

// rivalsOf are the other proposals in a column, for a row.
func (f *Frame) rivalsOf(row, fact int) []rival { return f.rivals[f.at(row, fact)] }
