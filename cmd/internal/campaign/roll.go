package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Facts that tell which branch grades a member who is not where the list says.
// They are ids of the vocabulary, like the operands of derived facts.
const (
	factStatus  evaluate.FactID = "activity_status"
	factComment evaluate.FactID = "other_place_comment"
	factMonths  evaluate.FactID = "months_at_old_place"

	statusNormal    = "normal"              // of whoever takes part like others
	statusElsewhere = "temporary_elsewhere" // the official branch's word for a member active elsewhere
	statusMovedIn   = "moved_in"            // the receiving branch's word for a member who came
	commentGiven    = "yes"
)

// entry is one row of a branch workbook on the way to becoming a subject.
type entry struct {
	person
	org      int // tree position, -1 for an organization the list does not have
	drop     bool
	foreign  bool               // known in another branch, and asked about
	misnamed bool               // reported under somebody else's number, and asked about
	merged   bool               // came with a branch that his follows: no transfer, whatever his row says
	meant    *person            // of a misnamed row: whom it means but for one slip
	twins    []*entry           // the person's rows in other reports, where it is asked which counts
	places   []evaluate.Related // where other branches, rosters or templates name him
	holds    []evaluate.Problem
	doubts   []evaluate.Doubt // about facts of the row that a list knows otherwise
	notes    []evaluate.Problem
}

func (e *entry) hold(p evaluate.Problem) { e.holds = append(e.holds, p) }

// status is the state that the row gives, "" for none.
func (p *person) status() string { return p.in.table.find(factStatus).code(p.row) }

func (e *entry) hasComment() bool {
	return e.in.table.find(factComment).code(e.row) == commentGiven
}

// roll is everybody the branches report, in the order of the tree.
type roll struct {
	ids     identityFacts
	entries []*entry
	tree    *evaluate.Tree
	after   map[string][]string      // what followed organizations, see followed
	days    []*evaluate.FactDef      // that last
	named   map[dayNamed][]*entry    // nil before the first question
	comment evaluate.Num             // months at the old place from which its comment is due
	divided map[[2]string]bool       // whether the first goes on beside the second, which followed it
	reports *directory               // of the entries, nil before it is first asked which branch goes on
	left    *leavers                 // of whom the reports say that they are gone
	spoken  map[evaluate.Origin]bool // listed people whom a question about a number names
	// wrong are the questions about reports most of which is of another branch, by the
	// branch they claim: its own people are missing for that one reason.
	wrong map[string]evaluate.Problem
	// beside are the people whom reports name where nobody reads, by branch.
	beside map[string]*directory
}

func (r *roll) people() []person {
	return personsOf(r.entries)
}

// settle finds people reported more than once and decides where each is graded:
// the official branch grades who is active elsewhere for a time, the receiving
// branch grades who moved. What that does not decide is a question.
func (r *roll) settle() {
	d := newDirectory(r.people())
	met := make([]bool, len(r.entries))
	for i := range r.entries {
		if !met[i] {
			if same := r.same(d, i, met); len(same) > 1 {
				r.settleGroup(same)
			}
		}
	}
	r.namesakes(d)
}

// askComments holds whose grade waits for another branch's comment.
func (r *roll) askComments() {
	for _, e := range r.entries {
		if !e.drop {
			r.needComment(e)
		}
	}
}

// same lists the entries that share an identity or card number with entry i,
// directly or through another, and may be one person's.
func (r *roll) same(d *directory, i int, met []bool) []*entry {
	met[i] = true
	queue := []int{i}
	for k := 0; k < len(queue); k++ {
		p := r.entries[queue[k]].person
		for _, other := range slices.Concat(d.byIdentity.of(p.identity), d.byCard.of(p.card)) {
			if !met[other] && !otherPeople(p, r.entries[other].person) {
				met[other] = true
				queue = append(queue, other)
			}
		}
	}
	slices.Sort(queue)
	out := make([]*entry, len(queue))
	for k, q := range queue {
		out[k] = r.entries[q]
	}
	return out
}

func (r *roll) settleGroup(same []*entry) {
	keep := r.placeOf(same)
	apart := slices.ContainsFunc(same[1:], func(e *entry) bool { return differ(same[0].person, e.person) })
	for i, e := range same {
		switch {
		case keep == nil:
			var others []evaluate.Origin
			e.twins = slices.Concat(same[:i], same[i+1:])
			for _, other := range e.twins {
				others = append(others, other.at(r.ids))
			}
			e.hold(problemTwice(e.at(r.ids), others, apart))
		case keep != e:
			e.drop = true
			keep.merged = keep.merged || r.follows(keep.org, e)
			keep.places = append(keep.places, evaluate.Related{At: e.at(r.ids), Org: e.branch})
			keep.notes = append(keep.notes, problemGradedThere(e.at(r.ids), keep.at(r.ids)))
		}
	}
}

// placeOf is the entry under which one person reported in two places is
// graded, nil when that is a question.
func (r *roll) placeOf(same []*entry) *entry {
	if len(same) != 2 || differ(same[0].person, same[1].person) {
		return nil
	}
	a, b := same[0], same[1]
	for _, pair := range [][2]*entry{{a, b}, {b, a}} {
		here, there := pair[0], pair[1]
		if r.follows(here.org, there) && !r.goesOn(there.branch, here.branch) {
			return here
		}
		if here.org < 0 || here.org == there.org {
			continue
		}
		s, t := here.status(), there.status()
		if (s == statusElsewhere || s == statusMovedIn) && t != statusElsewhere && t != statusMovedIn {
			return here
		}
	}
	return nil
}

// follows tells whether the organization names the other entry's as one it was
// merged or renamed from: its members then are neither transfers nor twice.
func (r *roll) follows(org int, there *entry) bool {
	return org >= 0 && slices.Contains(r.after[excel.Words(there.branch)], r.tree.Orgs[org].Code)
}

// namesakes holds people of one branch who bear one name and have no key that
// tells them apart.
func (r *roll) namesakes(d *directory) {
	for i, e := range r.entries {
		if e.drop || e.name == "" {
			continue
		}
		var others []evaluate.Origin
		for _, k := range d.bearing(e.branch, e.name) {
			other := r.entries[k]
			if k == i || other.drop || told(e.person, other.person) {
				continue
			}
			if others = append(others, other.at(r.ids)); len(others) == mostNamed {
				break
			}
		}
		if len(others) > 0 {
			e.hold(problemNamesakes(e.at(r.ids), others))
		}
	}
}

// mostNamed bounds how many namesakes a question names.
const mostNamed = 20

// told tells whether two rows of one name are certainly two people.
func told(p, q person) bool {
	sameLength := len(p.identity) == len(q.identity)
	return (p.identity != "" && q.identity != "" && sameLength && p.identity != q.identity) ||
		(p.card != "" && q.card != "" && p.card != q.card) || bornApart(p, q)
}

// otherPlaces are where others name somebody who is not, or was not, where he is reported.
func (r *roll) otherPlaces(e *entry) []evaluate.Related {
	if other := r.likelyElsewhere(e); len(e.places) == 0 && other != nil {
		return []evaluate.Related{{At: other.at(r.ids), Org: other.branch, Note: noteLikely}}
	}
	return e.places
}

// needComment holds a member whose grade waits for another branch's comment.
func (r *roll) needComment(e *entry) {
	if e.hasComment() {
		return
	}
	t := e.in.table
	switch e.status() {
	case statusElsewhere:
		e.hold(problemTemporaryComment(t.origin(e.row, factComment), r.otherPlaces(e)))
	case statusMovedIn:
		if e.merged {
			return
		}
		months := t.find(factMonths)
		if !months.given(e.row) {
			e.hold(problemMonthsUnknown(t.origin(e.row, factMonths), r.otherPlaces(e)))
			return
		}
		if i := slices.IndexFunc(t.columns, func(c column) bool { return c.Fact == factMonths }); e.in.value(i, e.row).Number().Cmp(r.comment) >= 0 {
			e.hold(problemMovedComment(t.origin(e.row, factComment), r.otherPlaces(e)))
		}
	}
}
