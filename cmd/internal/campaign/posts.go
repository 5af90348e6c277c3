package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A person may hold several posts, and each is a subject of its own: the same
// person, another collective or unit, another authority. posts gathers leaders or
// officials from the workbooks that speak of them.
type posts struct {
	*assembly
	kind    evaluate.Kind
	schema  *evaluate.Schema
	ids     identityFacts
	leads   map[evaluate.Relation]evaluate.FactID // facts that name collective and unit
	title   evaluate.FactID
	tables  []bound
	entries []*postEntry
	// earlier are workbooks that only say who there was, for a template.
	earlier map[*kept]bool
	known   *directory // everybody of entries, at the same positions
	byPost  map[string]*postDirectory
}

// postEntry is one row that became a subject, with the further rows about it.
type postEntry struct {
	entry
	post    string
	others  []placeRow
	earlier bool // of a workbook that only says who there was
}

type postDirectory struct {
	directory
	entries []int
}

// factTitle is what a person is called; it tells posts apart where neither a
// collective nor a unit does.
const factTitle evaluate.FactID = "title"

// people builds the population of leaders or of officials. The row in the report
// of the organization whose collective or unit it is comes first; what base
// committees and the office say of the same post is laid over it, and somebody of
// whom only they speak is taken from there.
func (a *assembly) people(k evaluate.Kind) (*evaluate.Population, error) {
	p, err := a.postsOf(k)
	if err != nil {
		return nil, err
	}
	return p.populate(), nil
}

// postsOf gathers the posts of a kind: those reported, and those missed.
func (a *assembly) postsOf(k evaluate.Kind) (*posts, error) {
	schema := a.Library.Vocabulary.Schema(k)
	tables, err := a.bind(k, schema, excel.BranchBook, excel.BaseBook, excel.OfficeBook)
	if err != nil {
		return nil, err
	}
	p := &posts{assembly: a, kind: k, schema: schema, ids: identityOf(schema), leads: map[evaluate.Relation]evaluate.FactID{},
		tables: tables, known: newDirectory(nil), byPost: map[string]*postDirectory{}, earlier: map[*kept]bool{}}
	for i := range schema.Facts {
		if f := &schema.Facts[i]; f.LeadsTo != "" {
			p.leads[f.LeadsTo] = f.ID
		}
	}
	for _, turn := range []turn{ownRow, otherRow, rowWithoutPost} {
		for _, b := range tables {
			for row := range b.table.len() {
				if org := p.orgOfPost(b, row); p.turnOf(b, row, org) == turn {
					p.take(b, row, org, turn)
				}
			}
		}
	}
	p.missPrefilled()
	return p, nil
}

// turn says when a row is looked at: first those of the organization itself, last
// those that leave open which post they are about.
type turn int

const (
	ownRow turn = iota
	otherRow
	rowWithoutPost
)

func (p *posts) turnOf(b bound, row, org int) turn {
	switch {
	case p.kind == evaluate.Leader && p.postOf(b, row) == "":
		return rowWithoutPost
	case org >= 0 && p.tree.Orgs[org].Code == b.book.Receipt.Org:
		return ownRow
	}
	return otherRow
}

// orgOfPost is the organization a row's collective or unit stands under, else
// the one whose workbook it is.
func (p *posts) orgOfPost(b bound, row int) int {
	for _, at := range []struct {
		rel    evaluate.Relation
		bodies *evaluate.Bodies
	}{{evaluate.OwnCollective, &p.tree.Collectives}, {evaluate.OwnUnit, &p.tree.Units}} {
		for _, code := range codesIn(b.table.find(p.leads[at.rel]).text(row)) {
			if i, ok := p.registers[at.rel].find(code); ok {
				return at.bodies.Org(i)
			}
		}
	}
	return p.orgOf(b.book.Receipt.Org)
}

// postOf names the post of a row: its collectives and units, in whatever order
// they were written, or else its title.
func (p *posts) postOf(b bound, row int) string {
	if p.kind != evaluate.Leader {
		return "" // an official has one state grade, whatever the post
	}
	body := func(rel evaluate.Relation) string {
		var out []string
		for _, code := range codesIn(b.table.find(p.leads[rel]).text(row)) {
			if i, ok := p.registers[rel].find(code); ok {
				code = p.bodyCode(rel, i)
			}
			out = append(out, code)
		}
		slices.Sort(out)
		return strings.Join(slices.Compact(out), ";")
	}
	if c, u := body(evaluate.OwnCollective), body(evaluate.OwnUnit); c+u != "" {
		return c + "|" + u
	}
	return foldName(b.table.find(factTitle).text(row))
}

func (a *assembly) bodyCode(rel evaluate.Relation, i int) string {
	if rel == evaluate.OwnCollective {
		return a.tree.Collectives.List[i].Code
	}
	return a.tree.Units.List[i].Code
}

// take makes a row a subject, or lays it beside the one it is about.
func (p *posts) take(b bound, row, org int, turn turn) {
	who := b.personAt(row, p.ids, p.branchOf, b.book.Receipt.Org)
	post := p.postOf(b, row)
	if turn == rowWithoutPost && p.withoutPost(b, row, who) {
		return
	}
	d := p.directoryOf(post)
	switch m := d.find(who); {
	case m.sure >= 0:
		e := p.entries[d.entries[m.sure]]
		e.others = append(e.others, placeRow{b, row})
		return
	case len(m.maybe) > 0:
		for _, i := range m.maybe {
			e := p.entries[d.entries[i]]
			e.hold(problemWeakMatch(who.at(p.ids), e.at(p.ids)))
		}
		if turn != ownRow {
			return
		}
	}
	p.enter(who, org, post)
}

// directoryOf are those who hold a post.
func (p *posts) directoryOf(post string) *postDirectory {
	d := p.byPost[post]
	if d == nil {
		d = &postDirectory{directory: *newDirectory(nil)}
		p.byPost[post] = d
	}
	return d
}

// enter makes a row a subject.
func (p *posts) enter(who person, org int, post string) *postEntry {
	d := p.directoryOf(post)
	d.add(who)
	d.entries = append(d.entries, len(p.entries))
	p.known.add(who)
	e := &postEntry{entry: entry{person: who, org: org}, post: post}
	p.entries = append(p.entries, e)
	return e
}

// withoutPost places a row that does not name the post: taken where the person has
// one, a question where there are several; false where nobody is known.
func (p *posts) withoutPost(b bound, row int, who person) bool {
	var hits []*postEntry
	for _, i := range p.known.candidates(who) {
		if one := newDirectory([]person{p.known.people[i]}); one.find(who).sure >= 0 {
			hits = append(hits, p.entries[i])
		}
	}
	switch len(hits) {
	case 0:
		return false
	case 1:
		hits[0].others = append(hits[0].others, placeRow{b, row})
	default:
		for _, e := range hits {
			e.hold(problemWhichPost(who.at(p.ids), e.at(p.ids)))
		}
	}
	return true
}

// populate copies the rows into one frame and lays the others over them.
func (p *posts) populate() *evaluate.Population {
	frame := evaluate.NewFrame(p.schema)
	pop := &evaluate.Population{Frame: frame}
	for _, b := range p.tables {
		b.into(frame)
	}
	people := make([]person, 0, len(p.entries))
	branch := p.schema.ByRole(evaluate.RoleBranchCode)
	for _, e := range p.entries {
		row := e.in.append(e.row)
		if branch >= 0 && frame.Value(row, branch).IsBlank() && !e.earlier {
			frame.SetText(row, branch, e.branch)
		}
		id := p.names.post(p.kind, e.person, e.post)
		pop.Subjects = append(pop.Subjects, evaluate.Subject{ID: id, Person: p.personID(e.person), Org: e.org})
		for _, q := range e.holds {
			p.hold(&pop.Subjects[row], q)
		}
		for _, q := range e.notes {
			q.Subject = id
			p.problems = append(p.problems, q)
		}
		people = append(people, e.person)
		for _, o := range e.others {
			p.layOver(pop, o, row)
		}
	}
	p.directories[p.kind] = newDirectory(people)
	return pop
}

// layOver lays a further row over the one it is about.
func (p *posts) layOver(pop *evaluate.Population, o placeRow, row int) {
	if p.earlier[o.book] {
		o.overlay(o.row, row, func(int) bool { return true }, func(int) {})
		return
	}
	allowed := bookSuppliers()[o.book.Receipt.Kind][p.kind]
	p.overlay(pop, o.bound, o.row, row, func(fact int) bool { return allowed.supply(&pop.Frame.Schema.Facts[fact]) })
}

// personID is the id of a person who may be a member too.
func (a *assembly) personID(p person) string {
	if d := a.directories[evaluate.Member]; d != nil {
		if m := d.find(p); m.sure >= 0 {
			return a.memberIDs[m.sure]
		}
	}
	return a.names.hash(keyOf(p))
}
