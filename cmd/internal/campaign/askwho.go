package campaign

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Rows about leaders and officials that agree with somebody's in the name alone are
// nobody's for certain. It is told (E345), and nothing passes between them. A grade
// waits only where it would come out otherwise if the two were one: where an
// official's grade would limit it, or where the rows say different things of what is
// true of a person whatever the role. A number that is another's, or nobody's and one
// digit from his, is a mistake of its row, which waits until it is mended.

// askWho asks who the leaders and officials are that may be the same as others. It
// lists the officials who may be each member or leader.
func (a *assembly) askWho(pops map[evaluate.Kind]*evaluate.Population) map[formRow][]int {
	out := map[formRow][]int{}
	w := &roles{assembly: a, pops: pops, officials: map[string]bool{}, members: map[string]bool{}, branches: map[string]evaluate.Origin{}, books: map[*table]*kept{}, unknown: map[string]bool{}, reports: map[string]bool{}}
	for _, b := range a.bookOf(evaluate.Member) {
		if b.Receipt.Kind == excel.BranchBook {
			w.reports[b.Receipt.Org] = true
		}
	}
	for _, k := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		maps.Copy(w.books, a.bookOf(k))
	}
	for k, persons := range map[evaluate.Kind]map[string]bool{evaluate.Member: w.members, evaluate.Staff: w.officials} {
		if pops[k] != nil {
			for i := range pops[k].Subjects {
				persons[pops[k].Subjects[i].Person] = true
			}
		}
	}
	if d := a.directories[evaluate.Member]; d != nil {
		for i := range d.people {
			if _, met := w.branches[d.people[i].branch]; !met {
				w.branches[d.people[i].branch] = d.people[i].at(identityOf(pops[evaluate.Member].Frame.Schema))
			}
		}
	}
	for _, to := range []evaluate.Kind{evaluate.Leader, evaluate.Staff} {
		if pops[to] == nil || a.directories[to] == nil {
			continue
		}
		for row := range pops[to].Subjects {
			for _, from := range []evaluate.Kind{evaluate.Member, evaluate.Leader} {
				others := w.perhaps(formRow{to, row}, from)
				if from == evaluate.Member && len(others) == 0 {
					w.askUnreported(formRow{to, row})
				}
				for _, other := range others {
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

// roles compares rows of people in several roles.
type roles struct {
	*assembly
	pops               map[evaluate.Kind]*evaluate.Population
	members, officials map[string]bool            // by person
	branches           map[string]evaluate.Origin // that report members, with the first row of each
	books              map[*table]*kept
	around             *lookout        // of the members, made when first asked
	reports            map[string]bool // branches whose reports were taken in
	unknown            map[string]bool // persons who are told to be nobody's members
}

func (w *roles) subject(r formRow) *evaluate.Subject { return &w.pops[r.kind].Subjects[r.row] }

// perhaps lists the rows of a kind that may, and not certainly, be about the person
// of a row.
func (w *roles) perhaps(r formRow, of evaluate.Kind) (out []int) {
	d := w.directories[of]
	if w.pops[of] == nil || d == nil || of == evaluate.Member && w.members[w.subject(r).Person] {
		return nil
	}
	who := w.directories[r.kind].people[r.row]
	if d.find(who).same {
		return nil // reported twice, and asked about there
	}
	for _, i := range d.alikeTo(who) {
		x := w.subject(formRow{of, i}).Person
		switch y := w.subject(r).Person; {
		case x == y, of == r.kind && i >= r.row, like(who, d.people[i]) == stranger && !mistyped(who, d.people[i], of):
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
func (w *roles) ask(known, row formRow) {
	a, b := w.directories[row.kind].people[row.row], w.directories[known.kind].people[known.row]
	p := w.whoIs(a, b, identityOf(w.pops[row.kind].Frame.Schema))
	held := false
	for _, r := range [][2]formRow{{known, row}, {row, known}} {
		if w.differs(r[0], r[1]) || r[0] == row && (a.doubted || wrongNumber(a, b)) {
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
func (w *roles) differs(r, other formRow) bool {
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

// alikeTo lists, in order, whoever shares a number or the name with a row, and anywhere
// whoever bears its name under a number one digit away.
func (d *directory) alikeTo(p person) []int {
	out := d.namesakes(p)
	for _, i := range d.names().of(p.name) {
		if oneDigit(p, d.people[i]) && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// oneDigit tells whether numbers of two rows differ in one digit.
func oneDigit(p, q person) bool {
	return slipsApart(p.identity, q.identity) == 1 || slipsApart(p.card, q.card) == 1
}

// mistyped tells whether a row may have somebody's number wrong: the name is the same, and
// the number all but a digit. The name alone is enough of a member in the branch that the
// row names, unless both their numbers are others.
func mistyped(p, q person, of evaluate.Kind) bool {
	if p.name == "" || p.name != q.name || bornApart(p, q) {
		return false
	}
	return oneDigit(p, q) || of == evaluate.Member && !p.stray && p.branch == q.branch && (slipsApart(p.identity, q.identity) < 0 || slipsApart(p.card, q.card) < 0)
}

// wrongNumber tells whether the number of a row is the other's, of another name, or one
// digit away from it.
func wrongNumber(p, q person) bool {
	return sharesNumber(p, q) && strangers(p, q) || p.name == q.name && oneDigit(p, q)
}
