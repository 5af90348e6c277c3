package campaign

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// identityFacts names the facts by which the tool recognises people, found by
// role whatever their id.
type identityFacts struct {
	name, identity, card, birth, year, branch evaluate.FactID
}

func identityOf(s *evaluate.Schema) identityFacts {
	id := func(r evaluate.Role) evaluate.FactID {
		if i := s.ByRole(r); i >= 0 {
			return s.Facts[i].ID
		}
		return ""
	}
	return identityFacts{name: id(evaluate.RoleName), identity: id(evaluate.RoleIdentity),
		card: id(evaluate.RoleCard), birth: id(evaluate.RoleBirth), year: id(evaluate.RoleBirthYear), branch: id(evaluate.RoleBranchCode)}
}

// person is one row of a workbook as far as it says who somebody is.
type person struct {
	in       *binding
	row      int
	branch   string // code of the branch the row speaks of, "" when it does not say
	name     string // folded
	identity string // digits only
	card     string
	birth    int64 // yyyymmdd, 0 when not fully known
	year     int64 // of birth, 0 when not known
	stray    bool  // branch is not his: the row names none, and its workbook is no branch's
	doubted  bool  // his number is that of a person of another name, or may be
}

// at is the cell of the person's name.
func (p *person) at(ids identityFacts) evaluate.Origin { return p.in.table.origin(p.row, ids.name) }

// bornAt is the cell that says when the person was born.
func (p *person) bornAt(ids identityFacts) evaluate.Origin {
	if p.birth == 0 && p.year != 0 {
		return p.in.table.origin(p.row, ids.year)
	}
	return p.in.table.origin(p.row, ids.birth)
}

// personAt reads who a row is about. The branch is the row's own when it names
// one of the tree, else that of the workbook.
func (b *binding) personAt(row int, ids identityFacts, branchOf func(string) string, book string) person {
	t := b.table
	p := person{in: b, row: row, branch: book,
		name:     foldName(t.find(ids.name).text(row)),
		identity: digits(t.find(ids.identity).text(row)),
		card:     excel.FoldCard(t.find(ids.card).text(row))}
	if c := t.find(ids.birth); c.given(row) {
		p.birth, p.year = c.number(row), c.number(row)/10000
	} else if c := t.find(ids.year); c.given(row) {
		p.year = c.number(row)
	}
	if given := t.find(ids.branch).text(row); given != "" {
		p.branch = branchOf(given)
	}
	return p
}

// foldName makes two spellings of one name equal.
func foldName(s string) string { return excel.FoldName(s) }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// bearer is a name within a branch, "" for none.
type bearer struct{ branch, name string }

// directory finds people by their keys.
type directory struct {
	people     []person
	byIdentity index[string]
	byCard     index[string]
	byName     index[bearer]
	strays     index[string] // whoever bears the name and names no branch
	anywhere   index[string] // whoever bears the name, of the first named people
	named      int
}

func newDirectory(people []person) *directory {
	d := &directory{people: make([]person, 0, len(people))}
	for _, p := range people {
		d.add(p)
	}
	return d
}

func (d *directory) add(p person) {
	i := len(d.people)
	d.people = append(d.people, p)
	if p.identity != "" {
		d.byIdentity.add(p.identity, i)
	}
	if p.card != "" {
		d.byCard.add(p.card, i)
	}
	if p.name == "" {
		return
	}
	d.byName.add(bearer{p.branch, p.name}, i)
	if p.stray {
		d.strays.add(p.name, i)
	}
}

// bearing lists whoever bears a name in a branch.
func (d *directory) bearing(branch, name string) []int { return d.byName.of(bearer{branch, name}) }

// match is the answer to "who is this?": somebody, or people it might be.
type match struct {
	sure  int   // index in the directory, -1 for nobody certain
	maybe []int // people a person must choose among
	// same tells that maybe are rows of one person, and certainly this one:
	// somebody who moved or was reported twice.
	same bool
}

// find looks a row up: by identity number, then card number, then exact name
// and birth date within the branch. Anything weaker, and keys that point to
// different people, is a question and never taken.
func (d *directory) find(p person) match {
	var hits []int
	for i, found := range [][]int{d.byIdentity.of(p.identity), d.byCard.of(p.card), d.births(p)} {
		if len(found) == 0 {
			continue
		}
		if len(found) > 1 {
			byNumber := i < 2
			return match{sure: -1, maybe: found, same: byNumber && d.allSame(p, found)}
		}
		if q := d.people[found[0]]; i < 2 && (p.doubted || q.doubted || strangers(p, q)) { // a number alone does not beat the rest
			others := append(slices.Clone(found), d.bearing(p.branch, p.name)...)
			slices.Sort(others)
			return match{sure: -1, maybe: slices.Compact(others)}
		}
		if d.contradicts(p, d.people[found[0]]) {
			return match{sure: -1, maybe: found}
		}
		hits = found
		break
	}
	if len(hits) == 1 {
		return match{sure: hits[0]}
	}
	weak := d.bearing(p.branch, p.name)
	var maybe []int
	for _, i := range weak {
		if p.name != "" && !differ(p, d.people[i]) {
			maybe = append(maybe, i)
		}
	}
	return match{sure: -1, maybe: maybe}
}

// allSame tells whether rows that share a number with a row are all about its
// person: nothing they say differs, and no number of it leads to anybody else.
func (d *directory) allSame(p person, found []int) bool {
	for _, others := range [][]int{found, d.byIdentity.of(p.identity), d.byCard.of(p.card)} {
		for _, i := range others {
			if differ(p, d.people[i]) || !slices.Contains(found, i) {
				return false
			}
		}
	}
	for _, i := range found[1:] {
		if differ(d.people[found[0]], d.people[i]) {
			return false
		}
	}
	return true
}

// candidates lists, in order, whoever shares a number or the name and birth date
// with a row.
func (d *directory) candidates(p person) []int {
	out := slices.Concat(d.byIdentity.of(p.identity), d.byCard.of(p.card), d.births(p))
	slices.Sort(out)
	return slices.Compact(out)
}

// namesakes lists, in order, whoever shares a number or the name with a row; in the
// branch, unless one of the two rows names none.
func (d *directory) namesakes(p person) []int {
	out := slices.Concat(d.byIdentity.of(p.identity), d.byCard.of(p.card), d.bearing(p.branch, p.name))
	if p.stray {
		out = append(out, d.names().of(p.name)...)
	} else {
		out = append(out, d.strays.of(p.name)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// names finds people by name whatever their branch; it is made when first asked for.
func (d *directory) names() *index[string] {
	for i := d.named; i < len(d.people); i++ {
		if name := d.people[i].name; name != "" {
			d.anywhere.add(name, i)
		}
	}
	d.named = len(d.people)
	return &d.anywhere
}

// findAnywhere is find that asks about namesakes too of whom one names no branch.
func (d *directory) findAnywhere(p person) match {
	m := d.find(p)
	if m.sure >= 0 || len(m.maybe) > 0 {
		return m
	}
	for _, i := range d.namesakes(p) {
		if like(p, d.people[i]) == perhaps {
			m.maybe = append(m.maybe, i)
		}
	}
	return m
}

// sameness tells how far two rows are about one person.
type sameness int

const (
	stranger sameness = iota
	perhaps
	certain
)

// like compares two rows as a directory would.
func like(p, q person) sameness {
	switch m := newDirectory([]person{q}).find(p); {
	case m.sure >= 0:
		return certain
	case len(m.maybe) > 0, (p.stray || q.stray) && p.name != "" && p.name == q.name && !differ(p, q):
		return perhaps
	}
	return stranger
}

// births lists who bears the name in the branch and was born on the same day.
func (d *directory) births(p person) (out []int) {
	if p.name == "" || p.birth == 0 {
		return nil
	}
	for _, i := range d.bearing(p.branch, p.name) {
		if d.people[i].birth == p.birth {
			out = append(out, i)
		}
	}
	return out
}

// contradicts tells whether the keys of a row point elsewhere too: the number
// says one person, the card another, or both give numbers of one kind that
// differ.
func (d *directory) contradicts(p, q person) bool {
	for _, owners := range [][]int{d.byIdentity.of(p.identity), d.byCard.of(p.card)} {
		if len(owners) > 0 && !slices.ContainsFunc(owners, func(i int) bool { return d.people[i] == q }) {
			return true
		}
	}
	return differ(p, q)
}

// differ tells whether two rows cannot be about one person: identity numbers
// of the same length that differ (a 9-digit and a 12-digit number may both be
// one person's), or dates or years of birth that differ.
func differ(p, q person) bool {
	if p.identity != "" && q.identity != "" && len(p.identity) == len(q.identity) && p.identity != q.identity {
		return true
	}
	return bornApart(p, q) && (p.identity == "" || p.identity != q.identity)
}

// names gives people short ids that only the office can trace back.
type names struct {
	key  []byte
	used map[string]int
}

// id hashes the strongest key of a person; people without any are told apart
// by their order. The hash is short enough to type and long enough not to meet
// another among a hundred thousand.
func (n *names) id(p person) string { return n.next(keyOf(p)) }

// post is the id of one post of a person.
func (n *names) post(k evaluate.Kind, p person, post string) string {
	return n.next(string(k) + ":" + keyOf(p) + ":" + post)
}

// keyOf is the strongest key of a person, as text.
func keyOf(p person) string {
	switch {
	case p.identity != "":
		return "identity:" + p.identity
	case p.card != "":
		return "card:" + p.card
	}
	return "name:" + p.branch + ":" + p.name + ":" + strconv.FormatInt(cmp.Or(p.birth, p.year), 10)
}

func (n *names) next(text string) string {
	n.used[text]++
	if k := n.used[text]; k > 1 {
		text += "#" + strconv.Itoa(k)
	}
	return n.hash(text)
}

func (n *names) hash(text string) string {
	mac := hmac.New(sha256.New, n.key)
	mac.Write([]byte(text))
	return strings.ToLower(base32.StdEncoding.EncodeToString(mac.Sum(nil))[:10])
}
