package campaign

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Who sits on the committee of a branch its own report says, by the party posts of its
// members; a row among the leaders may say more of him, and need not. A collective is
// answered for by all its members, so that those who have no such row are counted by what
// their rows as members say.

// Whether somebody's violation has nothing to do with the committee that he sits on: of a
// member and of a leader it is asked under names of their own.
const (
	factDisciplineElsewhere evaluate.FactID = "discipline_elsewhere"
	factViolationElsewhere  evaluate.FactID = "violation_elsewhere"
)

// seatMembers are the members who sit on the committee of their branch and have no row
// among the leaders for it, as facts of leaders; nil where there is nobody.
func (a *assembly) seatMembers(pops map[evaluate.Kind]*evaluate.Population) *evaluate.Population {
	members, bodies := pops[evaluate.Member], pops[evaluate.Collective]
	schema := a.Library.Vocabulary.Schema(evaluate.Leader)
	if members == nil || bodies == nil || schema == nil {
		return nil
	}
	committees, listed := committeesOf(bodies), namedFellows(pops[evaluate.Leader])
	out := &evaluate.Population{Frame: evaluate.NewFrame(schema)}
	pass, post := newSharing(members.Frame, out.Frame), seatFact(members.Frame.Schema)
	for row := range members.Subjects {
		s := &members.Subjects[row]
		if s.Org < 0 || !isSeated(members.Frame, row, post) {
			continue
		}
		body, one := sole(committees[s.Org])
		if !one || s.Person != "" && listed[fellowship{body, s.Person}] {
			continue
		}
		to := pass.seat(row)
		out.Subjects = append(out.Subjects, evaluate.Subject{ID: s.ID, Person: s.Person, Org: s.Org, Disputed: s.Disputed, Displaced: s.Displaced})
		link(&out.Subjects[to], evaluate.OwnCollective, []int{body}, members.Frame.Origin(row, post))
	}
	if len(out.Subjects) == 0 {
		return nil
	}
	return out
}

// askSeats tells of those who lead the committee of their branch, by its report, and have
// no row among the leaders for it: nobody is graded for that post, and no rule about heads
// bounds anybody by that committee. Where another row of theirs is bound by it, or perhaps,
// nothing is lost. A campaign in which nobody has a row for such a post does not grade them,
// it seems: it is told once.
func (a *assembly) askSeats(pops map[evaluate.Kind]*evaluate.Population) {
	leaders := pops[evaluate.Leader]
	if a.seated == nil || leaders == nil {
		return
	}
	committees := slices.Concat(slices.Collect(maps.Values(committeesOf(pops[evaluate.Collective])))...)
	bound, led := map[fellowship]bool{}, false
	for row := range leaders.Subjects {
		s := &leaders.Subjects[row]
		l, post := s.Link(evaluate.HeadedBody), codeOf(leaders.Frame, row, factLeadershipPost)
		if l == nil || post != codeHead && post != "" {
			continue
		}
		for _, body := range slices.Concat(l.Rows, l.Perhaps) {
			bound[fellowship{body, s.Person}] = true
			led = led || slices.Contains(committees, body)
		}
	}
	frame, found := a.seated.Frame, map[int][]evaluate.Origin{}
	post, label := seatFact(frame.Schema), map[evaluate.Origin]string{}
	for row := range a.seated.Subjects {
		s := &a.seated.Subjects[row]
		l := s.Link(evaluate.OwnCollective)
		if post < 0 || frame.Value(row, post).IsBlank() || bound[fellowship{l.Rows[0], s.Person}] {
			continue
		}
		if c := &frame.Schema.Facts[post].Choices[frame.Value(row, post).Choice()]; c.Leads {
			found[l.Rows[0]], label[l.At] = append(found[l.Rows[0]], l.At), c.Label
		}
	}
	bodies := slices.Sorted(maps.Keys(found))
	var all []evaluate.Origin
	for _, body := range bodies {
		sortCells(found[body])
		all = append(all, found[body]...)
	}
	if len(bodies) > 1 && !led { // whoever lists none of these posts need not be asked of each
		sortCells(all)
		a.problems = append(a.problems, problemNoSeatHasARow(all, len(bodies)))
		return
	}
	for _, body := range bodies {
		cells := found[body]
		a.problems = append(a.problems, problemSeatWithoutRow(cells, label[cells[0]], &a.tree.Collectives.List[body]))
	}
}

// seatFact is the fact with the posts on the committee of the own branch, -1 for none.
func seatFact(s *evaluate.Schema) int {
	return slices.IndexFunc(s.Facts, func(f evaluate.FactDef) bool {
		return slices.ContainsFunc(f.Choices, func(c evaluate.Choice) bool { return c.Seat })
	})
}

// isSeated tells whether a member's post is one on the committee of his branch.
func isSeated(f *evaluate.Frame, row, post int) bool {
	return post >= 0 && !f.Value(row, post).IsBlank() && f.Schema.Facts[post].Choices[f.Value(row, post).Choice()].Seat
}

// committeesOf finds by tree position the collectives of an organization that are
// committees for certain.
func committeesOf(bodies *evaluate.Population) map[int][]int {
	out := map[int][]int{}
	for row := range bodies.Subjects {
		if typeOf(bodies, row) == collectiveOfParty {
			org := bodies.Subjects[row].Org
			out[org] = append(out[org], row)
		}
	}
	return out
}

// sole is the only one there is.
func sole(rows []int) (row int, one bool) {
	if len(rows) != 1 {
		return -1, false
	}
	return rows[0], true
}

// fellowship is that a person is said to belong to a collective.
type fellowship struct {
	body   int
	person string
}

func namedFellows(leaders *evaluate.Population) map[fellowship]bool {
	out := map[fellowship]bool{}
	for row := 0; leaders != nil && row < len(leaders.Subjects); row++ {
		for _, body := range collectivesOf(&leaders.Subjects[row]) {
			out[fellowship{body, leaders.Subjects[row].Person}] = true
		}
	}
	return out
}

// seat writes what a member's row says, as far as it says the same of a leader, into a row
// of its own. He has no other there that it could be about.
func (s *sharing) seat(from int) int {
	at := s.from.Place(from)
	at.Source = s.source(at.Source)
	to := s.to.Append(at)
	if mine, its := s.from.Schema.ByRole(evaluate.RoleName), s.to.Schema.ByRole(evaluate.RoleName); mine >= 0 && its >= 0 {
		s.to.SetText(to, its, s.from.Text(from, mine))
	}
	s.fill(from, to, scope{onePost: true, oneSheet: true})
	s.elsewhere(from, to)
	return to
}

// tellSeats lets the rows among the leaders for the committee of a branch and the people's
// rows as members say for each other what has to do with it of their violations: both ask
// about that one committee. Of another collective a member's row says nothing.
func (a *assembly) tellSeats(pops map[evaluate.Kind]*evaluate.Population) {
	a.tellSeatsOf(pops, func(string) bool { return true })
}

// reseat tells it once more of members of whom other facts were laid over those taken in.
func (a *assembly) reseat(in *evaluate.Inputs, records []Regraded) {
	who := map[string]bool{}
	for _, r := range records {
		if row := subjectRow(in.Populations[r.Kind], r.ID); r.Kind == evaluate.Member && row >= 0 {
			who[in.Populations[r.Kind].Subjects[row].Person] = true
		}
	}
	if len(who) > 0 {
		a.tellSeatsOf(in.Populations, func(person string) bool { return who[person] })
		in.Seated = a.seatMembers(in.Populations)
	}
}

// tellSeatsOf is tellSeats for some of the people alone.
func (a *assembly) tellSeatsOf(pops map[evaluate.Kind]*evaluate.Population, who func(person string) bool) {
	members, leaders, bodies := pops[evaluate.Member], pops[evaluate.Leader], pops[evaluate.Collective]
	if members == nil || leaders == nil || bodies == nil {
		return
	}
	seats := map[fellowship]int{} // row of the member
	committees, post := committeesOf(bodies), seatFact(members.Frame.Schema)
	for row := range members.Subjects {
		s := &members.Subjects[row]
		if body, one := sole(committees[s.Org]); one && s.Org >= 0 && s.Person != "" && who(s.Person) && isSeated(members.Frame, row, post) {
			seats[fellowship{body, s.Person}] = row
		}
	}
	pass, back := newSharing(members.Frame, leaders.Frame), newSharing(leaders.Frame, members.Frame)
	mine, its, both := pass.asksElsewhere()
	for row := range leaders.Subjects {
		l := leaders.Subjects[row].Link(evaluate.OwnCollective)
		if !both || l == nil || len(l.Rows) != 1 || len(l.Perhaps) > 0 {
			continue
		}
		from, sits := seats[fellowship{l.Rows[0], leaders.Subjects[row].Person}]
		switch own := leaders.Frame.Value(row, its); {
		case !sits:
		case own.IsBlank():
			pass.elsewhere(from, row)
		case members.Frame.Value(from, mine).IsBlank():
			back.say(row, its, own, from, mine)
		default:
			a.contradictSeats(pops, formRow{evaluate.Member, from}, formRow{evaluate.Leader, row})
		}
	}
}

// contradictSeats asks about a person of whom one row says that a violation has nothing to
// do with the committee and the other denies it: whoever counts him by either does not know.
func (a *assembly) contradictSeats(pops map[evaluate.Kind]*evaluate.Population, rows ...formRow) {
	var said []saying
	asked := map[evaluate.Kind]evaluate.FactID{evaluate.Member: factDisciplineElsewhere, evaluate.Leader: factViolationElsewhere}
	for _, r := range rows {
		f := pops[r.kind].Frame
		i, _ := f.Schema.Index(asked[r.kind])
		said = append(said, saying{role: r, code: codeOf(f, r.row, asked[r.kind]), at: f.Origin(r.row, i)})
	}
	if said[0].agrees(said[1]) {
		return
	}
	first := pops[rows[0].kind]
	heading, _ := first.Frame.Schema.Index(asked[rows[0].kind])
	p, counted := problemContradicts(first.Frame.Schema.Facts[heading].Heading, said), false
	p.Subject = first.Subjects[rows[0].row].ID
	for _, r := range rows {
		s := &pops[r.kind].Subjects[r.row]
		s.Disputed = append(s.Disputed, asked[r.kind])
		for _, k := range []evaluate.Kind{evaluate.Collective, evaluate.Organization} {
			counted = counted || a.sets[k] != nil && a.sets[k].CountsApart(pops[r.kind].Frame.Schema, asked[r.kind], said[0].code, said[1].code)
		}
	}
	if !counted {
		p = asideOnly(p)
	}
	a.problems = append(a.problems, p)
}

// elsewhere passes whether the violation of somebody who sits on a committee has nothing
// to do with it, where that is not said: what is given, and where nobody could know of the
// violation when the row was written, what a blank is declared to mean.
func (s *sharing) elsewhere(from, to int) {
	mine, its, both := s.asksElsewhere()
	if !both || !s.to.Value(to, its).IsBlank() {
		return
	}
	v := s.from.Value(from, mine)
	if v.IsBlank() && s.to.Known(to, its).IsBlank() {
		v = s.from.Known(from, mine)
	}
	if !v.IsBlank() {
		s.say(from, mine, v, to, its)
	}
}

// say writes a value of one row's fact into a fact of another row that has its code.
func (s *sharing) say(from, mine int, v evaluate.Value, to, its int) {
	if code, same := s.to.Schema.Facts[its].CodeIndex(s.from.Data(mine, v)); same {
		at := s.from.PlaceOf(from, mine)
		at.Source = s.source(at.Source)
		s.to.SetFrom(to, its, evaluate.ChoiceValue(code), at)
	}
}

// asksElsewhere finds that question of a member and of a leader.
func (s *sharing) asksElsewhere() (mine, its int, both bool) {
	mine, asked := s.from.Schema.Index(factDisciplineElsewhere)
	its, known := s.to.Schema.Index(factViolationElsewhere)
	return mine, its, asked && known
}
