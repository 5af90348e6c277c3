package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
)

// Rows about leaders and officials that agree with somebody's in the name alone are
// nobody's for certain. It is told (E345), and nothing passes between them. A grade
// waits only where it would come out otherwise if the two were one: where an
// official's grade would limit it, or where the rows say different things of what is
// true of a person whatever the role.

// askWho asks who the leaders and officials are that may be the same as others. It
// lists the officials who may be each member or leader.
func (a *assembly) askWho(pops map[evaluate.Kind]*evaluate.Population) map[formRow][]int {
	out := map[formRow][]int{}
	w := &whoIs{assembly: a, pops: pops, officials: map[string]bool{}, members: map[string]bool{}}
	for k, persons := range map[evaluate.Kind]map[string]bool{evaluate.Member: w.members, evaluate.Staff: w.officials} {
		if pops[k] != nil {
			for i := range pops[k].Subjects {
				persons[pops[k].Subjects[i].Person] = true
			}
		}
	}
	for _, to := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		if pops[to] == nil || a.directories[to] == nil {
			continue
		}
		for row := range pops[to].Subjects {
			for _, from := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
				for _, other := range w.perhaps(formRow{to, row}, from) {
					w.ask(formRow{from, other}, formRow{to, row})
					if to == evaluate.Staff {
						out[formRow{from, other}] = append(out[formRow{from, other}], row)
					}
				}
			}
		}
	}
	return out
}

// whoIs compares rows of people in several roles.
type whoIs struct {
	*assembly
	pops               map[evaluate.Kind]*evaluate.Population
	members, officials map[string]bool // by person
}

func (w *whoIs) subject(r formRow) *evaluate.Subject { return &w.pops[r.kind].Subjects[r.row] }

// perhaps lists the rows of a kind that may, and not certainly, be about the person
// of a row.
func (w *whoIs) perhaps(r formRow, of evaluate.Kind) (out []int) {
	d := w.directories[of]
	if w.pops[of] == nil || d == nil || of == evaluate.Member && w.members[w.subject(r).Person] {
		return nil
	}
	who := w.directories[r.kind].people[r.row]
	if d.find(who).same {
		return nil // reported twice, and asked about there
	}
	for _, i := range d.namesakes(who) {
		x := w.subject(formRow{of, i}).Person
		switch y := w.subject(r).Person; {
		case x == y, of == r.kind && i >= r.row, like(who, d.people[i]) == stranger:
		case w.members[x] && w.members[y]: // two members
		case r.kind == evaluate.Staff && w.officials[x]: // he is another official
		default:
			out = append(out, i)
		}
	}
	return out
}

// ask tells that two rows may be about one person, and holds whose grade would come
// out otherwise by what the other says of him.
func (w *whoIs) ask(known, row formRow) {
	at := func(r formRow) evaluate.Origin {
		return w.directories[r.kind].people[r.row].at(identityOf(w.pops[r.kind].Frame.Schema))
	}
	p := problemWeakMatch(at(row), at(known))
	held := false
	for _, r := range [][2]formRow{{known, row}, {row, known}} {
		if w.differs(r[0], r[1]) {
			w.hold(w.subject(r[0]), p)
			held = true
		}
	}
	if !held {
		p.Subject = w.subject(known).ID
		w.tell(p)
	}
}

// differs tells whether rules would grade a row otherwise by what another one says of
// the person whatever the role.
func (w *whoIs) differs(r, other formRow) bool {
	f, g := w.pops[r.kind].Frame, w.pops[other.kind].Frame
	for i := range f.Schema.Facts {
		def := &f.Schema.Facts[i]
		j, known := g.Schema.Index(def.ID)
		if !known {
			continue
		}
		v, x := f.Known(r.row, i), g.Known(other.row, j)
		if v.IsBlank() || x.IsBlank() {
			continue
		}
		said := []saying{{role: r, code: f.Data(i, v)}, {role: other, code: g.Data(j, x)}}
		if len(contradictions(def, said, []formRow{r, other})) > 0 && w.sets[r.kind].Distinguishes(def.ID, said[0].code, said[1].code) {
			return true
		}
	}
	return false
}
