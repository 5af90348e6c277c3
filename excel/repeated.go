package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// repeatedSubjects finds the same subject twice in one workbook: by identity
// number, card number, or exact name and birth date within a branch. Namesakes
// that nothing tells apart are a question, and so are two of one birth date whose numbers
// differ: a corrected number beside the wrong one.
func repeatedSubjects(f *evaluate.Frame) []evaluate.Problem {
	if isListKind(f.Schema.Kind) {
		return nil // the tree says which code stands twice
	}
	k := newKeys(f)
	var ps []repetition
	byID, byCard, byName := map[string]int{}, map[string]int{}, map[string][]int{}
	for row := range f.Len() {
		id, card, name := f.Text(row, k.identity), FoldCard(f.Text(row, k.card)), f.Text(row, k.name)
		post := k.post(row)
		if first, ok := seen(byID, id, post, row); ok {
			ps = append(ps, repetition{row: row, first: first, fact: k.identity, by: keyLabelIdentity})
			continue
		}
		if first, ok := seen(byCard, card, post, row); ok {
			ps = append(ps, repetition{row: row, first: first, fact: k.card, by: keyLabelCard})
			continue
		}
		if name == "" {
			continue
		}
		key := f.Text(row, k.branch) + "\x1f" + FoldName(name) + post
		for _, first := range byName[key] {
			if p, is := k.compare(first, row); is {
				ps = append(ps, p)
				break
			}
		}
		if len(byName[key]) < maxNamesakes {
			byName[key] = append(byName[key], row)
		}
	}
	return blocksOf(f, ps)
}

// repeatedRows finds the same row twice in a result list. There the look-up id
// alone says who is meant: one person whom two branches reported stands on two
// rows with two ids, and each is decided on its own.
func repeatedRows(f *evaluate.Frame, ids []string) []evaluate.Problem {
	var ps []evaluate.Problem
	name, rows := f.Schema.ByRole(evaluate.RoleName), map[string]int{}
	for row := range min(f.Len(), len(ids)) {
		if first, ok := seen(rows, strings.ToLower(ids[row]), "", row); ok {
			ps = append(ps, problemSameMember(f.Schema.Kind, f.Origin(row, name), f.Origin(first, name), keyLabelSubject))
		}
	}
	return ps
}

// maxNamesakes bounds with how many rows of one name each further one is
// compared, so that a sheet of one repeated name takes no longer than another.
const maxNamesakes = 100

func seen(m map[string]int, key, post string, row int) (int, bool) {
	if key == "" {
		return 0, false
	}
	key += post
	first, ok := m[key]
	if !ok {
		m[key] = row
	}
	return first, ok
}

// keys are the positions of the facts that tell subjects apart, -1 where the
// kind has none.
type keys struct {
	frame                                          *evaluate.Frame
	name, identity, card, birth, birthYear, branch int
	posts                                          []int // facts that name the post of somebody who may hold several
	days                                           []int // that do not change from one year to the next
}

// post is the post a row is about, "" where the kind knows none: the same person
// on two rows with two posts is no repetition.
func (k keys) post(row int) string {
	out := ""
	for _, fact := range k.posts {
		out += "\x1f" + fold(k.frame.Text(row, fact))
	}
	return out
}

func newKeys(f *evaluate.Frame) keys {
	s := f.Schema
	var posts, days []int
	for i := range s.Facts {
		if s.Facts[i].Lasting && s.Facts[i].Type == evaluate.DateFact {
			days = append(days, i)
		}
		switch f := &s.Facts[i]; {
		case s.Kind != evaluate.Leader:
		case f.LeadsTo == evaluate.OwnUnit, f.LeadsTo == evaluate.OwnCollective, f.Identity && f.Role == "":
			posts = append(posts, i)
		}
	}
	return keys{frame: f, posts: posts, days: days, name: s.ByRole(evaluate.RoleName), identity: s.ByRole(evaluate.RoleIdentity),
		card: s.ByRole(evaluate.RoleCard), birth: s.ByRole(evaluate.RoleBirth),
		birthYear: s.ByRole(evaluate.RoleBirthYear), branch: s.ByRole(evaluate.RoleBranchCode)}
}

// compare judges two rows of one name in one branch.
func (k keys) compare(first, row int) (repetition, bool) {
	f := k.frame
	switch {
	case k.differ(first, row, k.birth), k.differ(first, row, k.birthYear):
		return repetition{}, false
	case k.differ(first, row, k.identity), k.differ(first, row, k.card):
		return repetition{row: row, first: first, fact: k.name, otherNumber: true}, k.birth >= 0 && !f.Value(row, k.birth).IsBlank() && !f.Value(first, k.birth).IsBlank() &&
			!slices.ContainsFunc(k.days, func(day int) bool { return k.differ(first, row, day) })
	case k.birth >= 0 && !f.Value(row, k.birth).IsBlank() && !f.Value(first, k.birth).IsBlank():
		return repetition{row: row, first: first, fact: k.name, by: keyLabelBirth}, true
	case k.identity < 0 && k.birth < 0: // organizations: one name and one code
		return repetition{row: row, first: first, fact: k.name, by: keyLabelName}, true
	}
	return repetition{row: row, first: first, fact: k.name}, true
}

// differ tells whether both rows give the fact, and not the same.
func (k keys) differ(a, b, fact int) bool {
	if fact < 0 {
		return false
	}
	x, y := k.frame.Value(a, fact), k.frame.Value(b, fact)
	if x.IsBlank() || y.IsBlank() {
		return false
	}
	if fact == k.card {
		return FoldCard(k.frame.Text(a, fact)) != FoldCard(k.frame.Text(b, fact))
	}
	return k.frame.Data(fact, x) != k.frame.Data(fact, y)
}
