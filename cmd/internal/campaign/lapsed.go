package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// A decision is never dropped because the data under it changed. Whom it may be about
// now, when its group or its id is gone, waits until a person says it again.

// unbind turns group decisions on subjects that no longer fall under them into
// questions that these wait for, so that no sheet shows them as recorded; found are
// the problems of the report, of which the questions are returned, one for each line that
// decides.
func unbind(report *evaluate.Report, found []evaluate.Problem) (questions []evaluate.Problem) {
	told := map[string]evaluate.Problem{}
	for _, p := range found {
		if p.Code == evaluate.CodeLeftGroup {
			told[p.Subject] = p
			questions = append(questions, p)
		}
	}
	for kind, results := range report.Results {
		pop, _ := report.Of(kind)
		for row := range results {
			if !results[row].Unbound {
				continue
			}
			s, f := &pop.Subjects[row], pop.Frame
			decision := f.Schema.ByRole(evaluate.RoleDecision)
			s.Holds = append(s.Holds, evaluate.Hold{Problem: told[s.ID], Decided: []string{f.Data(decision, f.Value(row, decision))}, Lapsed: true})
			clearDecision(f, row)
		}
	}
	return evaluate.GatherLeft(questions)
}

// enrolled are whom a result workbook listed when it was written, by look-up id.
type enrolled map[string]person

// enrolment names a workbook among those that one file of kept facts speaks for.
type enrolment struct {
	book    *kept
	kind    evaluate.Kind
	file    string
	carried bool
}

// enrolments are whom all result workbooks listed, in the order they are read.
type enrolments struct {
	of    map[enrolment]enrolled
	order []enrolment
}

// with is whom the workbook listed that a row of it is in, or else one that its file
// of kept facts speaks for too and that lists the id.
func (e *enrolments) with(id string, of enrolment) enrolled {
	if _, there := e.of[of][id]; there {
		return e.of[of]
	}
	for _, key := range e.order {
		if _, there := e.of[key][id]; there && key.book == of.book {
			return e.of[key]
		}
	}
	return nil
}

func enrolmentOf(book *kept, t *table, row int) enrolment {
	return enrolment{book, t.Kind, t.origin(row, "").File, t.Carried}
}

// decisionsAstray are the decisions that had nobody to stand on when matters between
// files were last looked for.
func (f Folder) decisionsAstray() []evaluate.Problem {
	var m mattersRecord
	if readRecord(f.matters(), &m) != nil {
		return nil
	}
	return slices.DeleteFunc(m.Problems(), func(p evaluate.Problem) bool { return p.Code != evaluate.CodeSubjectGone })
}

// offerGone asks about decisions on ids that nobody bears any more, as when a number
// or a code was corrected: whoever their row may be about now, and was not listed
// beside it, waits until a person decides again. Where nobody can be named the
// question stands alone.
func (b *ballot) offerGone(lists []bound) {
	if len(b.gone) == 0 {
		return
	}
	listed := b.listings(lists)
	decision := decisionFact(b.pop.Frame.Schema)
	told := map[evaluate.Origin]int{} // cell → position among the problems
	for _, line := range b.gone {
		at, code := line.table.origin(line.row, decision), line.table.find(decision).code(line.row)
		id := strings.ToLower(line.table.subject(line.row))
		was := listed.with(id, enrolmentOf(line.book, line.table, line.row))
		var related []evaluate.Related
		if line.table.Review {
			related = append(related, second(line.table.listed(line.row, decision), relatedListed))
		}
		perhaps := b.perhaps(was[id], was)
		if b.answered(line, perhaps, code) {
			continue
		}
		if len(perhaps) == 0 || code == "" {
			p := problemSubjectGone(at, related...)
			if first, again := told[at]; again {
				b.problems[first] = joinRelated(b.problems[first], p)
				continue
			}
			told[at] = len(b.problems)
			b.problems = append(b.problems, p)
			continue
		}
		for _, to := range perhaps {
			if _, decided := b.laid[to]; decided {
				b.against(line, to, related)
				continue
			}
			s := &b.pop.Subjects[to]
			b.hold(s, problemSubjectMoved(at, append(slices.Clone(related), second(b.nameOf(to), relatedPerhaps))...))
			s.Holds[len(s.Holds)-1].Decided, s.Holds[len(s.Holds)-1].Lapsed = []string{code}, true
		}
	}
}

// answered tells whether a person has decided since about somebody whom a line on an
// id that is gone may mean; the line is named beside that decision. One without a
// grade asks nothing of whoever is decided.
func (b *ballot) answered(gone ruling, perhaps []int, code string) (answered bool) {
	for _, to := range perhaps {
		stands, decided := b.laid[to]
		if !decided || code != "" && !b.answers(stands, gone) {
			continue
		}
		if answered = true; code != "" {
			s := &b.pop.Subjects[to]
			s.Overruled = append(s.Overruled, b.overruled(gone, false))
		}
	}
	return answered
}

// listings gathers whom each result workbook listed.
func (b *ballot) listings(lists []bound) *enrolments {
	ids := identityOf(b.pop.Frame.Schema)
	out := &enrolments{of: map[enrolment]enrolled{}}
	for _, t := range lists {
		for row := range t.table.len() {
			id := strings.ToLower(t.table.subject(row))
			if id == "" {
				continue
			}
			key := enrolmentOf(t.book, t.table, row)
			if out.of[key] == nil {
				out.of[key], out.order = enrolled{}, append(out.order, key)
			}
			out.of[key][id] = t.personAt(row, ids, b.branchOf, "")
		}
	}
	return out
}

// perhaps are the subjects that a row may be about whose id is gone, population rows:
// those who share a number with it, or else the name and birth date, or else the name
// within the branch, or within the base organization. Whoever was listed beside the
// row is somebody else.
func (b *ballot) perhaps(who person, listed enrolled) []int {
	if who.name == "" && who.identity == "" && who.card == "" {
		return nil
	}
	likely := make([][]int, 4)
	for to := range b.pop.Subjects {
		if _, beside := listed[strings.ToLower(b.pop.Subjects[to].ID)]; beside {
			continue
		}
		q := b.personOf(to)
		switch sameName := who.name != "" && who.name == q.name; {
		case who.identity != "" && who.identity == q.identity || who.card != "" && who.card == q.card:
			likely[0] = append(likely[0], to)
		case sameName && who.birth != 0 && who.birth == q.birth:
			likely[1] = append(likely[1], to)
		case sameName && b.orgOf(q.branch) == b.orgOf(who.branch):
			likely[2] = append(likely[2], to)
		case sameName && b.baseOf(q.branch) == b.baseOf(who.branch) && !differ(who, q):
			likely[3] = append(likely[3], to)
		}
	}
	i := slices.IndexFunc(likely, func(rows []int) bool { return len(rows) > 0 })
	if i < 0 {
		return nil
	}
	return likely[i]
}

// baseOf is the base organization of a branch, -1 for one that is not listed.
func (b *ballot) baseOf(branch string) int {
	if i := b.orgOf(branch); i >= 0 {
		return b.tree.Base(i)
	}
	return -1
}
