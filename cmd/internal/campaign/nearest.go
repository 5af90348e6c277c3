package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// lookout finds whom a row most likely means among some people, in bounded time.
type lookout struct {
	people []person
	branch map[string][]int     // by branch
	hints  map[lookoutKey][]int // by what two rows of one person share
	days   []*evaluate.FactDef  // that last, and tell people apart where given
}

type lookoutKey struct {
	branch, given, name string
	birth               int64
}

func newLookout(people []person, days ...*evaluate.FactDef) *lookout {
	l := &lookout{people: people, days: days, branch: map[string][]int{}, hints: map[lookoutKey][]int{}}
	for i, p := range people {
		l.branch[p.branch] = append(l.branch[p.branch], i)
		for _, k := range lookoutKeys(p) {
			l.hints[k] = append(l.hints[k], i)
		}
	}
	return l
}

// lookoutKeys are the branch with the given name, and anywhere the whole name and, with the
// birth date, its first and last word: a middle name may be left out.
func lookoutKeys(p person) []lookoutKey {
	name := excel.Letters(p.name)
	given := name[strings.LastIndexByte(name, ' ')+1:]
	if given == "" {
		return nil
	}
	out := []lookoutKey{{branch: p.branch, given: given}, {name: name}}
	if p.birth != 0 {
		out = append(out, lookoutKey{name: outerWords(p.name), birth: p.birth})
	}
	return out
}

// comparedAtMost bounds with how many people a row is compared.
const comparedAtMost = 500

// nearest is the person whom a row most likely means, nil when nobody is near
// enough. He is offered for a human to look at and never taken: whoever typed
// the name or the number alone knows.
func (l *lookout) nearest(p person) *person {
	var among []int
	if b := l.branch[p.branch]; len(b) <= comparedAtMost {
		among = b
	}
	for _, k := range lookoutKeys(p) {
		found := l.hints[k]
		among = slices.Concat(among, found[:min(len(found), comparedAtMost)])
	}
	best, least := -1, unlike+1
	for _, i := range among {
		if d := apart(p, l.people[i], l.days...); d < least || d == least && best >= 0 && i < best {
			best, least = i, d
		}
	}
	if best < 0 {
		return nil
	}
	return &l.people[best]
}

// farNames is how many letters may differ in two spellings of one name.
const farNames = 2

// shortened tells whether one of two names is the other without a middle name: the
// family name and the given name are the same, and what stands between in the one
// stands in the other.
func shortened(a, b string) bool {
	short, long := strings.Fields(excel.Letters(a)), strings.Fields(excel.Letters(b))
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 2 || short[0] != long[0] || short[len(short)-1] != long[len(long)-1] {
		return false
	}
	for _, word := range long {
		if len(short) > 0 && word == short[0] {
			short = short[1:]
		}
	}
	return len(short) == 0
}

// unlike is the distance from which two rows are not near.
const unlike = 5

// apart measures how little two rows look like one person: by the letters of
// the names without their marks, by the digits of the numbers, by birth date, lasting days
// and branch. Names that differ need a number or a birth date in common.
func apart(p, q person, days ...*evaluate.FactDef) int {
	names := excel.LettersApart(p.name, q.name)
	same := 0
	for _, pair := range [][2]string{{p.identity, q.identity}, {p.card, q.card}} {
		switch d := slipsApart(pair[0], pair[1]); {
		case d == 0:
			same += 2
		case d == 1 && len(pair[0]) >= 6:
			same++
		}
	}
	if p.birth != 0 && p.birth == q.birth {
		same++
	}
	if names > farNames && shortened(p.name, q.name) && p.birth != 0 && p.birth == q.birth {
		names = farNames
	}
	if names > farNames && same < 2 {
		return unlike + 1
	}
	d := min(names, 3) + 1 - min(same, 1)
	if same == 0 {
		d += daysTell(p, q, days)
	}
	if p.branch != q.branch {
		d++
	}
	return d
}

// daysTell is how a lasting day that both rows give brings them together, or apart.
func daysTell(p, q person, days []*evaluate.FactDef) int {
	if sharesDay(p, q, days) {
		return -1
	}
	for _, def := range days {
		if p.in.table.find(def.ID).given(p.row) && q.in.table.find(def.ID).given(q.row) {
			return 1
		}
	}
	return 0
}

// slipsApart counts the places in which two numbers of one length differ; -1
// when they cannot be compared.
func slipsApart(a, b string) int {
	if a == "" || len(a) != len(b) {
		return -1
	}
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// offer adds the cell of whoever may be meant to a problem.
func offer(p evaluate.Problem, who *person, ids identityFacts) evaluate.Problem {
	if who != nil {
		p.Related = append(p.Related, second(who.at(ids), "gần giống nhất là người ở đây; phần mềm không tự nhận"))
	}
	return p
}
