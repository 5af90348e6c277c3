package campaign

import (
	"slices"

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
	post    post
	others  []placeRow
	earlier bool // of a workbook that only says who there was
}

type postDirectory struct {
	directory
	entries []int
}

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
	rows := p.rows(tables)
	p.doubtRows(rows)
	for _, turn := range []turn{ownRow, otherRow, rowWithoutPost, rowOfSeveral} {
		for i := range rows {
			if rows[i].turn == turn {
				p.take(&rows[i])
			}
		}
	}
	p.askAlike()
	p.askLeft()
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
	rowOfSeveral
)

func (p *posts) turnOf(b bound, post post, org int) turn {
	switch {
	case p.kind == evaluate.Leader && post.key() == "":
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

func (a *assembly) bodyCode(rel evaluate.Relation, i int) string {
	if rel == evaluate.OwnCollective {
		return a.tree.Collectives.List[i].Code
	}
	return a.tree.Units.List[i].Code
}

// take makes a row a subject, or lays it beside the one it is about.
func (p *posts) take(r *readRow) {
	switch {
	case r.turn == rowWithoutPost && p.withoutPost(r), r.turn == rowOfSeveral && p.ofSeveral(r):
		return
	}
	d := p.directoryOf(r.post)
	switch m := d.findAnywhere(r.who); {
	case m.sure >= 0:
		p.entries[d.entries[m.sure]].join(r)
		return
	case len(m.maybe) > 0:
		for _, i := range m.maybe {
			e := p.entries[d.entries[i]]
			e.hold(p.whoIs(r.who, e.person, p.ids))
		}
		if r.turn != ownRow {
			return
		}
	}
	e := p.enter(r.who, r.org, r.post)
	if moved := p.moved[r.who.at(p.ids)]; moved != nil {
		e.hold(*moved)
	}
}

// directoryOf are those who hold a post.
func (p *posts) directoryOf(post post) *postDirectory {
	d := p.byPost[post.key()]
	if d == nil {
		d = &postDirectory{directory: *newDirectory(nil)}
		p.byPost[post.key()] = d
	}
	return d
}

// enter makes a row a subject.
func (p *posts) enter(who person, org int, post post) *postEntry {
	d := p.directoryOf(post)
	d.add(who)
	d.entries = append(d.entries, len(p.entries))
	p.known.add(who)
	e := &postEntry{entry: entry{person: who, org: org}, post: post}
	p.entries = append(p.entries, e)
	return e
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
		id := p.names.post(p.kind, e.person, e.post.key())
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
		o.overlay(o.row, row, func(int) bool { return true }, func(int, string) {})
		return
	}
	allowed := o.book.sender(p.tree).suppliers(p.kind)
	p.overlay(pop, o.bound, o.row, row, func(fact int) bool {
		def := &pop.Frame.Schema.Facts[fact]
		// What the post is whoever knows it may say, where the first row does not.
		return allowed.supply(def) || namesPost(def) && pop.Frame.Value(row, fact).IsBlank()
	})
}

// personID is the id of a person who may be a member too. Whoever has neither number
// nor birth date is one person with nobody else: whether he is, is asked (askWho).
func (a *assembly) personID(p person) string {
	if d := a.directories[evaluate.Member]; d != nil {
		m := d.find(p)
		if m.sure >= 0 {
			return a.memberIDs[m.sure]
		}
		// A number that may be another's makes nobody that other.
		p.doubted = p.doubted || !m.same && slices.ContainsFunc(m.maybe, func(i int) bool { return keyOf(d.people[i]) == keyOf(p) })
	}
	switch {
	case p.doubted:
		return a.names.hash("doubted:" + keyOf(p) + ":" + p.name)
	case p.identity != "" || p.card != "":
		return a.names.hash(keyOf(p))
	case p.birth != 0 && !p.stray:
		return a.names.hash("person:" + keyOf(p)) // no member's, although one may have that key
	}
	return a.names.next("person:" + keyOf(p))
}
