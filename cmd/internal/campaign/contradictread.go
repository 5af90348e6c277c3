package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Rows of one person that contradict each other are one matter with an answer for each
// thing that is said, and his roles are read by each of these together.

// distinguishes tells whether the rules about a kind treat what contradicts itself
// differently.
func (f *forms) distinguishes(k evaluate.Kind, id evaluate.FactID, pairs [][2]saying) bool {
	schema := f.pops[k].Frame.Schema
	i, known := schema.Index(id)
	if !known {
		return false
	}
	for _, x := range pairs {
		for _, one := range x[0].codes(&schema.Facts[i]) {
			for _, other := range x[1].codes(&schema.Facts[i]) {
				if f.sets[k].Distinguishes(id, one, other) {
					return true
				}
			}
		}
	}
	return false
}

// readAs are the readings of a fact in a role by what the rows say that contradict each
// other: one matter for all of these, whoever is right. A row that denies a value says that
// it is one of the others of the list.
func (f *forms) readAs(r formRow, id evaluate.FactID, pairs [][2]saying, said []saying, onePost bool) (out []evaluate.Doubt) {
	pop := f.pops[r.kind]
	i, known := pop.Frame.Schema.Index(id)
	if !known {
		return nil
	}
	def := &pop.Frame.Schema.Facts[i]
	var mine saying
	var codes []string
	here := ""
	if own := f.said([]formRow{r}, id); len(own) > 0 {
		mine, codes = own[0], own[0].codes(def)
		here = codes[0]
	}
	for _, x := range pairs {
		for i, s := range x {
			if s.not != "" && def.Type != evaluate.ChoiceFact {
				return nil // it has no list of what else it may be
			}
			// Of posts the row of one is no word on another.
			if o := x[1-i]; mine.code+mine.not == "" || o.code == mine.code && o.not == mine.not {
				codes = append(codes, s.codes(def)...)
			}
		}
	}
	slices.Sort(codes)
	if here == "" {
		here = codes[0]
	}
	own := evaluate.Doubt{Matter: "said of " + pop.Subjects[r.row].Person + " " + string(id), Given: mine.code, Here: here}
	if mine.code == "" {
		own.Stands = here
	}
	for _, code := range slices.Compact(codes) {
		if code != here {
			own.Answer, own.Other, own.Along = code, code, f.alongside(r, id, code, said, onePost)
			out = append(out, own)
		}
	}
	return out
}

// codes are what a fact may be by a saying: what it says, or every other one of the list
// than the one that it denies.
func (s saying) codes(def *evaluate.FactDef) (out []string) {
	if s.not == "" {
		return []string{s.code}
	}
	if def.Type != evaluate.ChoiceFact {
		return []string{""} // it has no list: anything
	}
	for _, c := range def.Choices {
		if c.Code != s.not {
			out = append(out, c.Code)
		}
	}
	return out
}

// alongside is what a row says of a fact, as it is beside another code of it: nothing beside
// what it denies, no votes where none was held; what the row leaves blank as those say it
// whose word the code is, but for what is asked of each of several posts.
func (f *forms) alongside(r formRow, id evaluate.FactID, code string, said []saying, onePost bool) (out []evaluate.Reading) {
	frame := f.pops[r.kind].Frame
	for i := range frame.Schema.Facts {
		def := &frame.Schema.Facts[i]
		switch denied, about := saysOf(frame.Schema, def, id); {
		case !about:
		case denied == code:
			out = append(out, evaluate.Reading{Fact: def.ID})
		case (onePost || !def.PerPost) && frame.Value(r.row, i).IsBlank():
			if is, one := f.saidBeside(r, def, code, said); one {
				out = append(out, evaluate.Reading{Fact: def.ID, Code: is})
			}
		}
	}
	return out
}

// saysOf tells whether a fact says something of another one, be it by way of a third, and
// which code of that one it denies.
func saysOf(s *evaluate.Schema, def *evaluate.FactDef, of evaluate.FactID) (denied string, about bool) {
	for range s.Facts { // facts that need each other lead nowhere
		n := def.Needs
		switch {
		case n == nil:
			return "", false
		case n.Fact == of:
			return n.Denied, true
		}
		i, known := s.Index(n.Fact)
		if !known {
			return "", false
		}
		def = &s.Facts[i]
	}
	return "", false
}

// saidBeside is what all those say of a fact who say a code of another one, as far as it
// may pass to a role.
func (f *forms) saidBeside(r formRow, def *evaluate.FactDef, code string, said []saying) (is string, one bool) {
	for _, s := range said {
		frame := f.pops[s.role.kind].Frame
		i, known := frame.Schema.Index(def.ID)
		if !known || !passesBetween(def, r.kind, s.role.kind) || s.code != code && (s.not == "" || s.not == code) || frame.Value(s.role.row, i).IsBlank() {
			continue
		}
		if v := frame.Data(i, frame.Value(s.role.row, i)); is != "" && v != is {
			return "", false
		} else {
			is = v
		}
	}
	return is, is != ""
}
