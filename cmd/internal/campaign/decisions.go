package campaign

import (
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Decisions come back in result workbooks, each row with the id its subject was
// listed by: that id alone says who is meant. What a subject's own row says
// stands above the line of its group.

// ballot is what the result workbooks decide about the subjects of one kind.
type ballot struct {
	*assembly
	pop       *evaluate.Population
	facts     map[int]bool     // those of the authority
	grade     []int            // the facts two workbooks must agree on: decision and relief
	byID      map[string][]int // look-up id → population rows
	contested map[int]bool     // rows that two workbooks decide differently
	laid      map[int]ruling   // population row → the line that decides it
	people    *directory       // who they are by name and number; made when asked
	gone      []ruling         // lines about ids that nobody bears any more
}

// vote is what one workbook says of one subject.
type vote struct {
	own   []ruling
	group *ruling
}

// ruling is one line: of a result list, of a subject or of a group.
type ruling struct {
	bound
	row int
}

// decisions lays over a population what result workbooks decide. Two that decide
// differently put the subject under review.
func (a *assembly) decisions(kind evaluate.Kind, pop *evaluate.Population) error {
	if pop == nil {
		return nil
	}
	schema := pop.Frame.Schema
	lists, err := a.bindDecisions(kind, schema, false)
	if err != nil {
		return err
	}
	reviews, err := a.bindDecisions(kind, schema, true)
	if err != nil {
		return err
	}
	if len(lists)+len(reviews) == 0 {
		return nil
	}
	b := newBallot(a, pop)
	for _, book := range a.books {
		votes := map[int]*vote{}
		for _, t := range lists {
			if t.book == book {
				b.list(votes, t)
			}
		}
		for _, t := range reviews {
			if t.book == book {
				b.review(votes, t)
			}
		}
		b.count(votes)
	}
	b.offerGone(lists)
	b.withdraw()
	a.taken[kind] = map[int]time.Time{}
	for to, line := range b.laid {
		a.taken[kind][to] = line.taken()
	}
	return nil
}

func newBallot(a *assembly, pop *evaluate.Population) *ballot {
	b := &ballot{assembly: a, pop: pop, facts: map[int]bool{}, byID: map[string][]int{}, contested: map[int]bool{}, laid: map[int]ruling{}}
	schema := pop.Frame.Schema
	for i := range schema.Facts {
		b.facts[i] = schema.Facts[i].Supplier == evaluate.SupplyAuthority
	}
	for _, role := range []evaluate.Role{evaluate.RoleDecision, evaluate.RoleDecisionRelief} {
		if i := schema.ByRole(role); i >= 0 {
			b.grade = append(b.grade, i)
		}
	}
	for row := range pop.Subjects {
		id := strings.ToLower(pop.Subjects[row].ID)
		b.byID[id] = append(b.byID[id], row)
	}
	return b
}

func (b *ballot) take(fact int) bool { return b.facts[fact] }

// subject finds the one subject that bears an id.
func (b *ballot) subject(id string) (row int, found bool) {
	rows := b.byID[strings.ToLower(id)]
	if len(rows) != 1 {
		return -1, false
	}
	return rows[0], true
}

// list takes the rows of a result list in which somebody wrote.
func (b *ballot) list(votes map[int]*vote, t bound) {
	t.into(b.pop.Frame)
	ids := identityOf(b.pop.Frame.Schema)
	for row := range t.table.len() {
		if !t.says(row, b.take) {
			continue
		}
		p := t.personAt(row, ids, b.branchOf, "")
		id := t.table.subject(row)
		to, found := b.subject(id)
		switch {
		case id == "":
			b.weak(p, ids)
		case !found:
			b.gone = append(b.gone, ruling{t, row})
		case b.another(p, to):
			b.hold(&b.pop.Subjects[to], unused(problemDecidedApart(p.at(ids), b.nameOf(to))))
		default:
			if b.respelled(p, to) {
				b.problems = append(b.problems, noteRenamed(p.at(ids), b.nameOf(to), knownByReports))
			}
			v := voteOf(votes, to)
			v.own = append(v.own, ruling{t, row})
		}
	}
}

// review takes the lines of the review sheet.
func (b *ballot) review(votes map[int]*vote, t bound) {
	t.into(b.pop.Frame)
	for row := range t.table.len() {
		to, found := b.subject(t.table.subject(row))
		if !found {
			b.gone = append(b.gone, ruling{t, row})
			continue
		}
		v, line := voteOf(votes, to), ruling{t, row}
		if t.table.group(row) != "" {
			v.group = &line
		} else {
			v.own = append(v.own, line)
		}
	}
}

func voteOf(votes map[int]*vote, row int) *vote {
	if votes[row] == nil {
		votes[row] = &vote{}
	}
	return votes[row]
}

// unused marks a problem that keeps a decision from being used.
func unused(p evaluate.Problem) evaluate.Problem {
	p.Unused = true
	return p
}

// another tells whether a row bears the id of one subject and the name or
// numbers of another: somebody sorted a part of the columns.
func (b *ballot) another(p person, to int) bool {
	q := b.personOf(to)
	return p.name != "" && q.name != "" && p.name != q.name && !b.respelled(p, to) || differ(p, q)
}

// respelled tells whether a row names its subject as the branch did before a word of the name
// was corrected: number and birth date stand, and the name is nobody's else.
func (b *ballot) respelled(p person, to int) bool {
	q := b.personOf(to)
	return p.name != "" && q.name != "" && p.name != q.name && p.identity != "" && p.identity == q.identity && p.birth != 0 && p.birth == q.birth &&
		!otherName(p.name, q.name) && len(b.everybody().names().of(p.name)) == 0
}

// personOf is a subject of the population as rows are compared.
func (b *ballot) personOf(row int) person {
	f := b.pop.Frame
	text := func(role evaluate.Role) string { return f.Text(row, f.Schema.ByRole(role)) }
	p := person{row: row, branch: text(evaluate.RoleBranchCode), name: foldName(text(evaluate.RoleName)),
		identity: digits(text(evaluate.RoleIdentity)), card: excel.FoldCard(text(evaluate.RoleCard))}
	if i := f.Schema.ByRole(evaluate.RoleBirth); i >= 0 && !f.Value(row, i).IsBlank() {
		d := f.Value(row, i).Date()
		p.birth, p.year = int64(d.Year)*10000+int64(d.Month)*100+int64(d.Day), int64(d.Year)
	} else if i := f.Schema.ByRole(evaluate.RoleBirthYear); i >= 0 && !f.Value(row, i).IsBlank() {
		p.year, _, _ = f.Value(row, i).Number().Fraction()
	}
	return p
}

// weak asks about a row without an id: a name or a number says who might be
// meant, and a decision is not laid on a guess.
func (b *ballot) weak(p person, ids identityFacts) {
	m := b.everybody().find(p)
	maybe := m.maybe
	if m.sure >= 0 {
		maybe = []int{m.sure}
	}
	for _, to := range maybe {
		b.hold(&b.pop.Subjects[to], unused(problemWeakMatch(p.at(ids), b.nameOf(to))))
	}
	if len(maybe) == 0 {
		b.problems = append(b.problems, unused(problemNobody(p.at(ids), false)))
	}
}

// everybody finds the subjects by name and number.
func (b *ballot) everybody() *directory {
	if b.people == nil {
		people := make([]person, len(b.pop.Subjects))
		for row := range people {
			people[row] = b.personOf(row)
		}
		b.people = newDirectory(people)
	}
	return b.people
}

// nameOf is the cell of a subject's name.
func (b *ballot) nameOf(row int) evaluate.Origin {
	return b.pop.Frame.Origin(row, b.pop.Frame.Schema.ByRole(evaluate.RoleName))
}

// count lays one workbook's votes over the subjects, in their order.
func (b *ballot) count(votes map[int]*vote) {
	decision := b.pop.Frame.Schema.ByRole(evaluate.RoleDecision)
	for to := range b.pop.Subjects {
		v := votes[to]
		if v == nil {
			continue
		}
		own := map[int]bool{}
		for _, line := range v.own {
			b.lay(line, to, b.take)
			for i := range line.table.columns {
				if line.table.columns[i].given(line.row) {
					own[line.fact[i]] = true
				}
			}
		}
		s := &b.pop.Subjects[to]
		switch {
		case own[decision]:
			if s.Under = nil; v.group != nil {
				s.Overruled = append(s.Overruled, b.overruled(*v.group, true))
			}
		case v.group != nil:
			before := b.pop.Frame.Value(to, decision)
			b.lay(*v.group, to, func(fact int) bool { return b.take(fact) && !own[fact] })
			if key := v.group.table.group(v.group.row); before.IsBlank() || len(s.Under) > 0 && !slices.Contains(s.Under, key) {
				s.Under = append(s.Under, key)
			}
		}
	}
}

// lay copies what a line says. What another line says otherwise is not
// overwritten: of the grade, or else the relief, it puts the subject under review;
// of the rest it is told, unless that is only how two contradicting decisions differ.
func (b *ballot) lay(line ruling, to int, take func(int) bool) {
	var differing []int
	decision := b.pop.Frame.Schema.ByRole(evaluate.RoleDecision)
	open := decision >= 0 && b.pop.Frame.Value(to, decision).IsBlank()
	line.overlay(line.row, to, take, func(fact int, _ string) { differing = append(differing, fact) })
	if open && !b.pop.Frame.Value(to, decision).IsBlank() {
		b.laid[to] = line
	}
	problem := func(fact int) evaluate.Problem {
		return problemDisagree(line.table.origin(line.row, b.pop.Frame.Schema.Facts[fact].ID), b.pop.Frame.Origin(to, fact))
	}
	for _, fact := range b.grade {
		if slices.Contains(differing, fact) {
			b.contest(line, to, fact, problem(fact))
			return
		}
	}
	for _, fact := range differing {
		p := problem(fact)
		p.Subject = b.pop.Subjects[to].ID
		b.problems = append(b.problems, p)
	}
}

// contest lets a subject wait between the grade that is decided already and that of
// a line that says otherwise, be it the grade or the relief.
func (b *ballot) contest(line ruling, to, fact int, p evaluate.Problem) {
	b.contested[to] = true
	s, f := &b.pop.Subjects[to], b.pop.Frame
	var grades, labels []string
	if at := f.Schema.ByRole(evaluate.RoleDecision); at >= 0 {
		def := &f.Schema.Facts[at]
		for _, code := range []string{line.table.find(def.ID).code(line.row), f.Data(at, f.Value(to, at))} {
			if i, ok := def.CodeIndex(code); ok {
				grades, labels = append(grades, code), append(labels, def.Choices[i].Label)
			}
		}
		if fact == at && len(labels) == 2 {
			p = problemContested(p.At, p.Related[0].At, labels[0], labels[1])
		}
	}
	b.hold(s, unused(p))
	s.Holds[len(s.Holds)-1].Decided = grades
}

// withdraw takes decisions that contradict each other away again: a person has to
// say which one stands.
func (b *ballot) withdraw() {
	for to := range b.contested {
		b.pop.Subjects[to].Under, b.pop.Subjects[to].Overruled = nil, nil
		clearDecision(b.pop.Frame, to)
	}
}

// clearDecision takes away everything the authority wrote about a subject.
func clearDecision(f *evaluate.Frame, row int) {
	for i := range f.Schema.Facts {
		if f.Schema.Facts[i].Supplier == evaluate.SupplyAuthority {
			f.Clear(row, i)
		}
	}
}
