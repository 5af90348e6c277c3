package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What is true of a person whatever the role cannot be one thing on one sheet and
// another on the next. Who is right the tool does not know: it asks (E363), and
// whoever's grade may hang on the answer waits.

// saying is what one role of a person says of a fact.
type saying struct {
	role formRow
	code string
	// not is the one code that the row denies where it leaves the fact itself blank:
	// it counts votes, so that a vote was held.
	not string
	at  evaluate.Origin
}

// agrees tells whether both can be true of one thing.
func (s saying) agrees(o saying) bool {
	switch {
	case s.not != "":
		return o.not != "" || o.code != s.not
	case o.not != "":
		return s.code != o.not
	}
	return s.code == o.code
}

// holdContradictions lets rows about a person wait where two of them say different
// things of what is true of him whatever the role: those whose rules treat the two
// differently, also where they say nothing themselves. Where no rules do it is told
// all the same, since one of the sheets is wrong. Whoever counts the person by the
// fact does not know either.
func (f *forms) holdContradictions(roles []formRow) {
	schema, onePost := f.pops[roles[0].kind].Frame.Schema, postsAmong(roles) == 1
	for i := range schema.Facts {
		def := &schema.Facts[i]
		said := f.said(roles, def.ID)
		pairs := contradictions(def, said, roles)
		if len(pairs) == 0 {
			continue
		}
		asked := roles
		if def.PerPost { // a post that is not concerned is graded by its own row
			said, asked = concerned(said, pairs)
		}
		p, held := problemContradicts(def.Heading, said), false
		for _, r := range asked {
			s := &f.pops[r.kind].Subjects[r.row]
			s.Disputed = append(s.Disputed, def.ID)
			if f.distinguishes(r.kind, def.ID, pairs) {
				f.wait(s, def.ID, f.readAs(r, def.ID, pairs, said, onePost), p)
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

// wait lets a subject wait between what the rows say of a fact, its own first, or for a
// person where that cannot be read.
func (f *forms) wait(s *evaluate.Subject, fact evaluate.FactID, doubts []evaluate.Doubt, p evaluate.Problem) {
	if len(doubts) == 0 {
		f.hold(s, p)
		return
	}
	p.Subject = s.ID
	f.tell(p)
	for _, d := range doubts {
		d.Fact, d.Problem = fact, p
		s.Doubts = append(s.Doubts, d)
	}
}

// said is what the roles of a person say of a fact; those that leave it blank and deny
// nothing of it, or do not know it, are not among them.
func (f *forms) said(roles []formRow, id evaluate.FactID) (out []saying) {
	for _, r := range roles {
		frame := f.pops[r.kind].Frame
		at, known := frame.Schema.Index(id)
		if !known {
			continue
		}
		if v := frame.Value(r.row, at); !v.IsBlank() {
			out = append(out, saying{role: r, code: frame.Data(at, v), at: frame.Origin(r.row, at)})
		} else if by, code, denies := frame.Denies(r.row, at); denies {
			out = append(out, saying{role: r, not: code, at: frame.Origin(r.row, by)})
		}
	}
	return out
}

// concerned are the sayings that contradict another, and whose they are.
func concerned(said []saying, pairs [][2]saying) (out []saying, roles []formRow) {
	for _, s := range said {
		if slices.ContainsFunc(pairs, func(p [2]saying) bool { return p[0] == s || p[1] == s }) {
			out, roles = append(out, s), append(roles, s.role)
		}
	}
	return out, roles
}

// contradictions are the sayings that cannot both be true of one person: any two of a
// personal fact, and a personal value with any other.
func contradictions(def *evaluate.FactDef, said []saying, roles []formRow) (out [][2]saying) {
	if def.PerPost {
		return contradictPosts(def, said, roles)
	}
	for i, s := range said {
		for _, before := range said[:i] {
			if !s.agrees(before) && (def.Personal || personal(def, s.code) || personal(def, before.code)) {
				out = append(out, [2]saying{before, s})
			}
		}
	}
	return out
}

// contradictPosts are the contradictions about what is asked of each post. Two posts may
// well differ: corruption under one of them, a vote on one. But the row of the member
// speaks of all of them together. A personal value there denies it of each post; and
// where the fact is personal, one of the posts must be what the member is said to be.
// How an agency sees its official is its own matter.
func contradictPosts(def *evaluate.FactDef, said []saying, roles []formRow) (out [][2]saying) {
	var posts []saying
	for _, s := range said {
		if s.role.kind == evaluate.Leader {
			posts = append(posts, s)
		}
	}
	for _, m := range said {
		if m.role.kind != evaluate.Member {
			continue
		}
		none := def.Personal && len(posts) == postsAmong(roles) && !slices.ContainsFunc(posts, m.agrees)
		for _, p := range posts {
			if !m.agrees(p) && (none || personal(def, m.code)) {
				out = append(out, [2]saying{m, p})
			}
		}
	}
	return out
}

// postsAmong is how many of a person's roles are posts.
func postsAmong(roles []formRow) (n int) {
	for _, r := range roles {
		if r.kind == evaluate.Leader {
			n++
		}
	}
	return n
}

// personal tells whether a code is true of a person whatever the role.
func personal(def *evaluate.FactDef, code string) bool {
	i, known := def.CodeIndex(code)
	return known && def.Choices[i].Personal
}

// askIdle asks about a member in a state that fits nobody who leads, while leaders are
// listed with him. The state may stand from an older roster, so his grade waits where it
// hangs on it; a leader's row that says the same of him is an answer.
func (f *forms) askIdle(roles []formRow) {
	m := roles[0]
	if m.kind != evaluate.Member {
		return
	}
	frame := f.pops[m.kind].Frame
	for i := range frame.Schema.Facts {
		def := &frame.Schema.Facts[i]
		if def.Idle == nil || frame.Value(m.row, i).IsBlank() || frame.Data(i, frame.Value(m.row, i)) != def.Idle.Code {
			continue
		}
		if len(f.said(roles[1:], def.ID)) > 0 {
			continue // the same, or a contradiction that is told as one
		}
		if def.Idle.Fact != "" && codeOf(frame, m.row, def.Idle.Fact) == def.Idle.Answer {
			continue
		}
		var posts []evaluate.Origin
		for _, r := range roles[1:] {
			if pop := f.pops[r.kind]; r.kind == evaluate.Leader && !missed(&pop.Subjects[r.row]) {
				posts = append(posts, pop.Frame.Origin(r.row, pop.Frame.Schema.ByRole(evaluate.RoleName)))
			}
		}
		if len(posts) > 0 {
			f.doubt(&f.pops[m.kind].Subjects[m.row], evaluate.Doubt{Fact: def.ID, Given: def.Idle.Code, Other: def.Idle.Otherwise,
				Problem: problemIdle(frame.Origin(m.row, i), posts, frame.Show(i, frame.Value(m.row, i)))}, f.sets[m.kind].Distinguishes(def.ID, def.Idle.Code, def.Idle.Otherwise))
		}
	}
}
