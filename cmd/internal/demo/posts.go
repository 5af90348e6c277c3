package demo

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// post is one person's place in a collective, at the head of a unit, or both.
type post struct {
	person           int // position in world.people
	collective, unit string
	org              int // organization whose collective or unit it is
	title            string
	role             string // head, deputy, other
	party            string // post in the committee that the collective is
	charge           []string
	quality          quality
}

// staff fills the posts of every body with people of the office, who are
// members somewhere below it.
func (w *world) staff() {
	taken := map[int]bool{}
	d := newDice(w.opt, "leaders")
	for i := range w.bodies {
		b := &w.bodies[i]
		at := w.orgIndex(b.Org)
		seats, people := w.seats(b), w.candidates(at)
		// A small place gives some people two posts.
		slices.SortStableFunc(people, func(i, j int) int { return w.turn(taken, i) - w.turn(taken, j) })
		for k, p := range seats[:min(len(seats), len(people))] {
			p.person, p.org, p.quality = people[k], at, leaderQuality(d)
			if w.isBranch(b.Org) && p.party != "" {
				if p.person = w.sits(b.Org, p.party, people); p.person < 0 {
					continue
				}
			}
			taken[p.person] = true
			w.people[p.person].hold(p.role)
			w.posts = append(w.posts, p)
		}
		if b.Kind == evaluate.Collective {
			b.Size = len(seats)
		}
	}
}

// isBranch tells whether an organization reports members of its own.
func (w *world) isBranch(org string) bool {
	return slices.ContainsFunc(w.layout.branches, func(b branch) bool { return w.layout.orgs[b.org].Code == org })
}

// sits is who holds a post on the committee of a branch, by the branch's own report too;
// where that is nobody among the candidates, one of them who holds none takes it. -1 for
// nobody.
func (w *world) sits(org, party string, candidates []int) int {
	now := -1
	for i := range w.people {
		if p := &w.people[i]; p.post == party && w.codeOf(p) == org {
			now = i
		}
	}
	if now >= 0 && slices.Contains(candidates, now) {
		return now
	}
	at := slices.IndexFunc(candidates, func(i int) bool { return w.people[i].post == "none" && w.codeOf(&w.people[i]) == org })
	if at < 0 {
		return -1
	}
	if now >= 0 {
		w.people[now].post = "none"
	}
	w.people[candidates[at]].post = party
	return candidates[at]
}

// hold gives a person a post: the branch knows of it too, and names the highest.
func (p *person) hold(role string) {
	p.posted = true
	if ranks := []string{"none", "other", "deputy", "head"}; slices.Index(ranks, role) > slices.Index(ranks, p.leader) {
		p.leader = role
	}
}

// turn is when somebody is asked to take a post: first those whose tasks are
// counted, then the others, last those who have a post.
func (w *world) turn(taken map[int]bool, i int) int {
	switch {
	case taken[i]:
		return 2
	case !w.people[i].counted():
		return 1
	}
	return 0
}

func leaderQuality(d dice) quality {
	return draw(d, []weighted[quality]{{solid, 650}, {star, 220}, {fair, 100}, {torn, 30}})
}

// seats are the posts a body has.
func (w *world) seats(b *evaluate.Body) []post {
	root := w.layout.orgs[0].Code
	agency := root + codeAgency
	switch {
	case b.Name == bodyCouncil:
		return []post{{collective: b.Code, title: titleCouncil, role: "head"}, {collective: b.Code, title: titleCouncil, role: "other"}}
	case b.Superior == agency && b.Kind == evaluate.Collective:
		return leadership(b, titleChair, titleDeputyChair)
	case b.Kind == evaluate.Collective && strings.HasSuffix(b.Code, codeLeadership):
		return leadership(b, titleDivision, titleDeputyDivision)
	case b.Kind == evaluate.Collective:
		return []post{{collective: b.Code, title: titleSecretary, role: "head", party: "secretary"},
			{collective: b.Code, title: titleDeputySecretary, role: "deputy", party: "deputy_secretary"},
			{collective: b.Code, title: titleCommittee, role: "other", party: "committee_member"}}
	case w.bodyIndex(b.Code+codeLeadership) >= 0:
		return nil // who leads it sits in that collective
	case b.Superior == agency:
		return []post{{unit: b.Code, title: titleDivision, role: "head"}, {unit: b.Code, title: titleDeputyDivision, role: "deputy"}}
	}
	return []post{{unit: b.Code, title: titleUnit, role: "head"}, {unit: b.Code, title: titleDeputyUnit, role: "deputy"}}
}

// leadership is a head and two deputies of a unit.
func leadership(b *evaluate.Body, head, deputy string) []post {
	out := []post{{title: head, role: "head"}, {title: deputy, role: "deputy"}, {title: deputy, role: "deputy"}}
	for i := range out {
		out[i].collective, out[i].unit = b.Code, b.Superior
	}
	return out
}

// candidates are the people below an organization who may hold a post there:
// those who hold one in their branch, with a number by which every workbook
// knows them, whose year is graded and did not go badly: what is said of them as
// members counts for the post too.
func (w *world) candidates(org int) []int {
	inside := w.layout.orgs[org].Code
	var first, second, rest []int
	for i := range w.people {
		p := &w.people[i]
		code := w.codeOf(p)
		if org > 0 && code != inside && w.baseOf(w.layout.branches[p.branch].org) != inside {
			continue
		}
		switch {
		case len(p.identity) != fullIdentity || p.quality == unrated || p.quality == weak || p.status != "normal":
		case p.post != "none":
			first = append(first, i)
		case p.leader != "none":
			second = append(second, i)
		default:
			rest = append(rest, i)
		}
	}
	return slices.Concat(first, second, rest)
}

// fullIdentity is the length of a personal number; older ones are shorter.
const fullIdentity = 12

// describePosts writes down what all books together would say about the
// holders of posts.
func (w *world) describePosts() {
	d := newDice(w.opt, "posts described")
	for i := range w.posts {
		p, r := &w.posts[i], w.sheets[evaluate.Leader].append()
		p.describe(d, &w.people[p.person], r, w.codeOf(&w.people[p.person]))
		if p.role == "head" && p.unit != "" {
			r.countsOf(w.bodyRow(p.unit))
		}
	}
}

// countsOf lets a head count the tasks of his unit as the unit does. What the unit
// is not asked for keeps its share of the tasks.
func (r row) countsOf(unit row) {
	before, counted := r.count("unit_tasks_assigned")
	assigned, told := unit.count("tasks_assigned")
	if !counted || !told {
		return
	}
	done, _ := unit.count("tasks_done")
	r.number("unit_tasks_assigned", assigned)
	r.number("unit_tasks_done", done)
	for own, theirs := range map[evaluate.FactID]evaluate.FactID{"unit_tasks_late": "tasks_late", "unit_tasks_exceeded": "tasks_exceeded"} {
		n, told := unit.count(theirs)
		if !told {
			n, _ = r.count(own)
			n = min((n*assigned+before-1)/before, done)
		}
		r.number(own, n)
	}
}

func (p *post) describe(d dice, who *person, r row, branch string) {
	who.identityFacts(r, branch)
	r.text("own_collective", orNone(p.collective))
	r.text("own_unit", orNone(p.unit))
	r.text("title", p.title)
	r.choice("category", who.category)
	r.choice("leadership_post", p.role)
	r.choice("party_post", orWord(p.party, "none"))
	r.list("unit_codes_in_charge", p.charge)
	r.choice("activity_status", "normal")
	r.yes("reviewed", true)
	r.number("sick_leave_months", who.sick)
	if who.maternity > 0 {
		r.number("maternity_months", who.maternity)
	}
	q := p.quality
	r.points(d, q)
	r.levels(d, q, memberTaskLevels(), memberOtherLevels())
	r.remedy(d, q)
	r.tasks(d, q, ownTasks(), who.counted())
	r.completion(q, who.counted())
	r.ledTasks(d, q)
	r.choice("unit_basic_targets", "met")
	r.choice("unit_key_targets", q.targets())
	r.choice("area_grade", "none")
	r.yes("confidence_held", false)
	r.number("quarters_failed", 0)
	r.number("quarters_failed_running", 0)
	r.choice("prior_shortcomings", "all_fixed")
	r.choice("proposal_self", q.grade())
	r.choice("proposal_unit", q.grade())
	r.text("cap_group", p.title)
}

// ledTasks counts the tasks of the place that is led; regimes that measure them
// otherwise ask for half of them beyond the plan.
func (r row) ledTasks(d dice, q quality) {
	r.tasks(d, q, unitTasks(), true)
	if assigned, ok := r.count("unit_tasks_assigned"); q == star && ok && r.uses("plan_statement") {
		r.number("unit_tasks_exceeded", (assigned*d.between(55, 70)+99)/100)
	}
}

// targets is how the principal targets came out.
func (q quality) targets() string {
	if q == weak {
		return "missed"
	}
	return "met"
}

func orNone(code string) string { return orWord(code, wordNone) }

func orWord(text, word string) string {
	if text == "" {
		return word
	}
	return text
}
