package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// factTitle is what a person is called; it tells posts apart where neither a
// collective nor a unit does.
const factTitle evaluate.FactID = "title"

// namesPost tells whether a fact says which post a row is about.
func namesPost(f *evaluate.FactDef) bool {
	return f.LeadsTo == evaluate.OwnCollective || f.LeadsTo == evaluate.OwnUnit || f.ID == factTitle
}

// post is what a row says of the post it is about. An empty part is open: the cell
// is blank, which is not the same as a word for "none".
type post struct {
	collective, unit postPart
	title            string // folded
}

// postPart is what a row says of its collective or unit.
type postPart struct {
	codes string // sorted and joined, "" for none
	said  bool
}

// postOf reads the post of a row: its collectives and units, in whatever order
// they were written, and its title.
func (p *posts) postOf(b bound, row int) post {
	if p.kind != evaluate.Leader {
		return post{} // an official has one state grade, whatever the post
	}
	body := func(rel evaluate.Relation) postPart {
		codes := codesIn(b.table.find(p.leads[rel]).text(row))
		var out []string
		for _, code := range codes {
			if i, ok := p.registers[rel].find(code); ok {
				code = p.bodyCode(rel, i)
			}
			out = append(out, code)
		}
		slices.Sort(out)
		return postPart{strings.Join(slices.Compact(out), ";"), codes != nil}
	}
	return post{body(evaluate.OwnCollective), body(evaluate.OwnUnit), foldName(b.table.find(factTitle).text(row))}
}

// key names the post: by collective and unit, or else by its title.
func (x post) key() string {
	if x.collective.codes+x.unit.codes != "" {
		return x.collective.codes + "|" + x.unit.codes
	}
	return x.title
}

// said is how much of collective and unit a row says.
func (x post) said() (n int) {
	for _, part := range []postPart{x.collective, x.unit} {
		if part.said {
			n++
		}
	}
	return n
}

// fits tells whether two rows of one person may be about one post as far as
// collective, unit and title go: none contradicts the other row's, and something
// that both name is the same.
func (x post) fits(y post) bool {
	return x.near(y) && (x.title == "" || y.title == "" || x.title == y.title) && (x.share(y) || x.title != "" && x.title == y.title)
}

// near tells whether collective and unit do not contradict each other.
func (x post) near(y post) bool {
	agree := func(a, b postPart) bool { return !a.said || !b.said || a == b }
	return agree(x.collective, y.collective) && agree(x.unit, y.unit)
}

// share tells whether both name one collective or one unit.
func (x post) share(y post) bool {
	same := func(a, b postPart) bool { return a.codes != "" && a == b }
	return same(x.collective, y.collective) || same(x.unit, y.unit)
}

// with is the post as two rows about it name it together.
func (x post) with(y post) post {
	if !x.collective.said {
		x.collective = y.collective
	}
	if !x.unit.said {
		x.unit = y.unit
	}
	if x.title == "" {
		x.title = y.title
	}
	return x
}
