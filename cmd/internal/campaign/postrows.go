package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// One post is often named whole on one sheet and in part on the other: the cell of
// the collective or the unit is left blank. Such a row is about the post of the
// person that it fits, where there is one; what it leaves open is never guessed.

// readRow is one row about a post.
type readRow struct {
	placeRow
	org  int
	who  person
	post post
	turn turn
	own  bool     // in the workbook of the organization whose collective or unit it is
	keys []string // of the several posts that it may be about
}

// rows reads the rows of all tables, with the posts that other rows name whole.
func (p *posts) rows(tables []bound) []readRow {
	var out []readRow
	for _, b := range tables {
		for row := range b.table.len() {
			r := readRow{placeRow: placeRow{b, row}, org: p.orgOfPost(b, row), post: p.postOf(b, row), who: p.whoAt(b, row)}
			r.turn = p.turnOf(b, r.post, r.org)
			r.own = r.turn == ownRow
			out = append(out, r)
		}
	}
	p.complete(out)
	return out
}

// whoAt reads who a row is about. The branch of a row that names none is that of the
// workbook where it is a branch's; an office or a committee has people of many.
func (p *posts) whoAt(b bound, row int) person {
	who := b.personAt(row, p.ids, p.branchOf, b.book.Receipt.Org)
	org := p.orgOf(b.book.Receipt.Org)
	who.stray = b.table.find(p.ids.branch).text(row) == "" && (org < 0 || !p.tree.Orgs[org].Level.HasMembers())
	return who
}

// complete gives rows that name a post in part the post that fits, of the rows about
// the same person that say more of theirs. No order of rows shows: those that say
// one of two parts look at those that say both, those with a title alone at all.
func (p *posts) complete(rows []readRow) {
	if p.kind != evaluate.Leader {
		return
	}
	whos := make([]person, len(rows))
	for i := range rows {
		whos[i] = rows[i].who
	}
	d := newDirectory(whos)
	for said := 1; said >= 0; said-- {
		for i := range rows {
			if r := &rows[i]; r.post.said() == said && r.turn <= otherRow {
				p.completeRow(r, rows, d, said)
			}
		}
	}
}

func (p *posts) completeRow(r *readRow, rows []readRow, d *directory, said int) {
	var sure, maybe []post
	for _, i := range d.namesakes(r.who) {
		o := &rows[i]
		if o.post.said() <= said || o.turn > otherRow || !o.post.fits(r.post) {
			continue
		}
		switch like(r.who, o.who) {
		case certain:
			sure = addPost(sure, o.post)
		case perhaps:
			maybe = addPost(maybe, o.post)
		}
	}
	if len(sure) == 0 {
		sure = maybe
	}
	switch len(sure) {
	case 0:
	case 1:
		r.post = r.post.with(sure[0])
	default:
		r.turn = rowOfSeveral
		for _, x := range sure {
			r.keys = append(r.keys, x.key())
		}
	}
}

// addPost adds a post unless the list has one of its key.
func addPost(list []post, x post) []post {
	if slices.ContainsFunc(list, func(y post) bool { return y.key() == x.key() }) {
		return list
	}
	return append(list, x)
}

// join lays a row beside the one that became a subject.
func (e *postEntry) join(r *readRow) {
	e.post = e.post.with(r.post)
	e.others = append(e.others, r.placeRow)
}

// heldBy lists the subjects that are certainly, and those that may be, about the
// person of a row.
func (p *posts) heldBy(who person) (sure, maybe []*postEntry) {
	for _, i := range p.known.namesakes(who) {
		switch like(who, p.known.people[i]) {
		case certain:
			sure = append(sure, p.entries[i])
		case perhaps:
			maybe = append(maybe, p.entries[i])
		}
	}
	return sure, maybe
}

// withoutPost places a row that does not name the post: taken where the person has
// one, a question where there are several; false where nobody is known.
func (p *posts) withoutPost(r *readRow) bool {
	switch hits, _ := p.heldBy(r.who); len(hits) {
	case 0:
		return false
	case 1:
		hits[0].join(r)
	default:
		p.askWhich(r.who, hits)
	}
	return true
}

// ofSeveral asks which of several posts a row is about; false where it is not even
// certain whose, and the row is the organization's own: then it is a subject too.
func (p *posts) ofSeveral(r *readRow) bool {
	others := func(e *postEntry) bool { return !slices.Contains(r.keys, e.post.key()) }
	sure, maybe := p.heldBy(r.who)
	if sure = slices.DeleteFunc(sure, others); len(sure) > 0 {
		p.askWhich(r.who, sure)
		return true
	}
	for _, e := range slices.DeleteFunc(maybe, others) {
		e.hold(problemWeakMatch(r.who.at(p.ids), e.at(p.ids)))
	}
	return !r.own
}

// askWhich holds every post that a row may be about; the row is not used.
func (p *posts) askWhich(who person, posts []*postEntry) {
	for _, e := range posts {
		e.hold(problemWhichPost(who.at(p.ids), e.at(p.ids)))
	}
}

// askAlike holds posts of one person that may be one: each leaves open what the other
// names, or they differ in nothing but the words of the title.
func (p *posts) askAlike() {
	for _, e := range p.entries {
		if p.kind != evaluate.Leader || e.post.said() == 2 {
			continue
		}
		sure, _ := p.heldBy(e.person)
		for _, o := range sure {
			if o != e && o.post.key() != e.post.key() && (e.post.fits(o.post) || e.post.near(o.post) && e.post.share(o.post)) {
				e.hold(problemOnePost(e.at(p.ids), o.at(p.ids)))
				o.hold(problemOnePost(o.at(p.ids), e.at(p.ids)))
			}
		}
	}
}
