package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What is true of a person whatever the role cannot be one thing on one sheet and
// another on the next. Who is right the tool does not know: it asks (E363), and
// whoever's grade may hang on the answer waits.

// saying is what one role of a person says of a fact, as a code.
type saying struct {
	code string
	at   evaluate.Origin
}

// holdContradictions lets rows about a person wait where two of them say different
// things of what is true of him whatever the role: those whose rules treat the two
// differently, also where they say nothing themselves. Where no rules do it is told
// all the same, since one of the sheets is wrong. Whoever counts the person by the
// fact does not know either.
func (f *forms) holdContradictions(roles []formRow) {
	schema := f.pops[roles[0].kind].Frame.Schema
	for i := range schema.Facts {
		def := &schema.Facts[i]
		said := f.said(roles, def.ID)
		pairs := contradictions(def, said)
		if len(pairs) == 0 {
			continue
		}
		p, held := problemContradicts(def.Heading, origins(said)), false
		for _, r := range roles {
			s := &f.pops[r.kind].Subjects[r.row]
			s.Disputed = append(s.Disputed, def.ID)
			if slices.ContainsFunc(pairs, func(x [2]string) bool { return f.sets[r.kind].Distinguishes(def.ID, x[0], x[1]) }) {
				f.hold(s, p)
				held = true
			}
		}
		if !held {
			p = asideOnly(p)
			p.Subject = f.pops[roles[0].kind].Subjects[roles[0].row].ID
			f.problems = append(f.problems, p)
		}
	}
}

// said is what the roles of a person say of a fact; those that leave it blank, or
// do not know it, are not among them.
func (f *forms) said(roles []formRow, id evaluate.FactID) (out []saying) {
	for _, r := range roles {
		frame := f.pops[r.kind].Frame
		at, known := frame.Schema.Index(id)
		if !known || frame.Value(r.row, at).IsBlank() {
			continue
		}
		out = append(out, saying{frame.Data(at, frame.Value(r.row, at)), frame.Origin(r.row, at)})
	}
	return out
}

func origins(said []saying) (out []evaluate.Origin) {
	for _, s := range said {
		out = append(out, s.at)
	}
	return out
}

// contradictions are the pairs of codes that cannot both be true of one person: any
// two of a personal fact, and a personal value with any other.
func contradictions(def *evaluate.FactDef, said []saying) (out [][2]string) {
	personal := func(code string) bool {
		i, known := def.CodeIndex(code)
		return def.Personal || known && def.Choices[i].Personal
	}
	for i, s := range said {
		for _, before := range said[:i] {
			if s.code != before.code && (personal(s.code) || personal(before.code)) {
				out = append(out, [2]string{before.code, s.code})
			}
		}
	}
	return out
}
