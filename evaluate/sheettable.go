package evaluate

// SheetCase is one line of the table that says which score sheet a subject takes:
// the first one that holds decides.
type SheetCase struct {
	// Fact is the choice that is asked, -1 in the line for everybody else.
	Fact int
	// Codes are the choices that take the sheet.
	Codes []int
	Sheet *Sheet
	// Profile is the position of the profile the line is, as EithersWanted asks for it.
	Profile int
}

// SheetTable is the table by which a row's own cells choose its score sheet, as
// far as the facts can be seen: what the office alone may order is left out. It is
// nil where one sheet serves all, where somebody takes none, or where a line asks more
// than a choice that can be seen: then a row cannot be told what it owes by comparing cells.
func (rs *RuleSet) SheetTable(seen func(fact int) bool) []SheetCase {
	if len(rs.Sheets) < 2 {
		return nil
	}
	var out []SheetCase
	for i, p := range rs.profiles {
		if p.sheet < 0 {
			return nil
		}
		line := SheetCase{Fact: -1, Sheet: rs.Sheets[p.sheet], Profile: i}
		if p.rule >= 0 {
			n, ok := rs.Rules[p.rule].when.(*factNode)
			if !ok || n.op != OpEquals && n.op != OpOneOf || rs.schema.Facts[n.fact].Type != ChoiceFact {
				return nil
			}
			if line.Fact, line.Codes = n.fact, n.codes; !seen(n.fact) {
				if rs.Spec.Profiles[i].Override {
					continue
				}
				return nil
			}
		}
		out = append(out, line)
	}
	return out
}

// Most gives, for every fact that holds points of a line, the most it may have.
func (s *Sheet) Most(schema *Schema) map[int]Num {
	out := map[int]Num{}
	for i := range s.lines {
		s.lines[i].maxima(s.Spec, schema, out)
	}
	return out
}
