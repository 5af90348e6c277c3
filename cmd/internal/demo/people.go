package demo

import "github.com/xeploai/xeploai/evaluate"

// quality is how a subject's year went: what the facts about it will show.
type quality uint8

const (
	solid   quality = iota // does what was asked
	star                   // a candidate for the best grade
	fair                   // done, but late or with gaps
	weak                   // not done, or barred
	torn                   // facts that a person must weigh
	untold                 // something was left blank that matters
	unrated                // the law gives no grade
)

// person is one member as drawn, before anything is written about him.
type person struct {
	branch    int // position in layout.branches
	name      string
	identity  string // "" for none
	card      string
	birth     evaluate.Date
	yearOnly  bool // only the year of birth is known
	category  string
	leader    string // none, head, deputy, other
	post      string // post in the Party
	admitted  evaluate.Date
	status    string
	reviewed  bool
	oldMonths int // months at the old place, of those who moved in
	sick      int // months of sick leave
	maternity int
	quality   quality
	posted    bool // leads a unit or sits in a collective that is graded
	official  bool // graded as an official here
}

// stateGraded tells whether an authority of the state grades the person too.
func (p *person) stateGraded() bool {
	return p.category == "official" || p.category == "civil_servant" || p.category == "public_employee"
}

// counted tells whether somebody keeps count of the person's tasks; nobody
// does for a retiree.
func (p *person) counted() bool {
	switch p.category {
	case "retired", "freelance", "student", "part_time":
		return false
	}
	return true
}

func categories(n nature) []weighted[string] {
	switch n {
	case village:
		return []weighted[string]{{"retired", 480}, {"freelance", 310}, {"part_time", 90}, {"student", 25},
			{"public_employee", 25}, {"contract", 25}, {"enterprise", 45}}
	case agency:
		return []weighted[string]{{"official", 180}, {"civil_servant", 660}, {"public_employee", 60},
			{"part_time", 40}, {"contract", 60}}
	case school, hospital:
		return []weighted[string]{{"public_employee", 920}, {"contract", 80}}
	case police, army:
		return []weighted[string]{{"armed_forces", 950}, {"contract", 50}}
	}
	return []weighted[string]{{"enterprise", 930}, {"contract", 70}}
}

// people draws everybody, branch by branch.
func people(l layout, o Options) []person {
	out := make([]person, 0, o.Members)
	serial := newDice(o, "serials").IntN(100000)
	for b := range l.branches {
		d := newDice(o, "people of "+l.orgs[l.branches[b].org].Code)
		mood := newMood(d)
		names := map[string]bool{}
		for i := range l.branches[b].size {
			p := newPerson(d, l.branches[b], i, o.Period)
			p.branch = b
			for names[p.name] { // namesakes in one branch are a mistake to plant, not an accident
				p.name = newName(d)
			}
			names[p.name] = true
			serial++
			p.identify(d, serial, o.Period)
			p.quality = mood.quality(d, &p, o.Period)
			out = append(out, p)
		}
	}
	return out
}

func newPerson(d dice, b branch, i int, period evaluate.Period) person {
	p := person{name: newName(d), category: draw(d, categories(b.nature)),
		leader: "none", post: "none", status: "normal", reviewed: true}
	p.givePost(d, b, i)
	lo, hi := ages(p.category)
	age := d.between(lo, hi)
	p.birth = d.day(period.Year - age)
	p.admitted = d.day(d.between(p.birth.Year+19, max(p.birth.Year+20, min(p.birth.Year+42, period.Year-2))))
	if p.leader == "none" && p.post == "none" {
		p.giveSituation(d, age, period)
	}
	return p
}

func ages(category string) (lo, hi int) {
	switch category {
	case "retired":
		return 58, 93
	case "student":
		return 21, 24
	case "freelance":
		return 26, 58
	case "part_time":
		return 28, 63
	case "armed_forces":
		return 24, 54
	}
	return 25, 59
}

// givePost makes the first people of a branch its committee and, in agencies
// and the like, those who lead the place.
func (p *person) givePost(d dice, b branch, i int) {
	switch {
	case i == 0:
		p.post = "secretary"
	case b.size < 5:
		return // too few for a committee
	case i == 1:
		p.post = "deputy_secretary"
	case i == 2 && b.size >= 9:
		p.post = "committee_member"
		if d.chance(10) {
			p.status = "suspended_committee"
		}
	}
	if b.nature == village {
		if i < 3 && p.category == "student" {
			p.category = "retired"
		}
		return
	}
	switch {
	case i == 0:
		p.leader = "head"
	case i == 1:
		p.leader = "deputy"
	case i < 6 && d.chance(150):
		p.leader = "other"
	}
	if p.leader != "none" && p.category == "contract" {
		p.category = categories(b.nature)[0].what
	}
}

// giveSituation draws what is not ordinary about somebody's year.
func (p *person) giveSituation(d dice, age int, period evaluate.Period) {
	fresh := evaluate.Date{Year: period.Year, Month: d.between(8, 11), Day: d.between(1, 28)}
	switch {
	case age >= 80 && d.chance(300):
		p.status = "exempt"
	case d.chance(2):
		p.status = "suspended"
	case d.chance(9):
		p.status = "temporary_elsewhere"
	case d.chance(15):
		p.status, p.oldMonths = "moved_in", d.between(1, 10)
	case age < 46 && d.chance(45):
		p.admitted = fresh
	case age < 46 && d.chance(35):
		p.admitted = evaluate.Date{Year: period.Year, Month: d.between(1, 5), Day: d.between(1, 28)}
	case d.chance(3):
		p.reviewed = false
	}
	switch {
	case d.chance(7):
		p.sick = d.between(3, 6)
	case d.chance(20):
		p.sick = d.between(1, 2)
	case age < 40 && p.counted() && d.chance(15):
		p.maternity = 6
	}
}

// identify gives the numbers people are matched by. Most have them all; a few
// have an old short number, only a year of birth, or no number at all.
func (p *person) identify(d dice, serial int, period evaluate.Period) {
	p.identity = identityNumber(p.birth.Year, d.chance(450), serial)
	if probationary := p.admitted.Year == period.Year; !probationary && !d.chance(8) {
		p.card = cardNumber(serial)
	}
	switch {
	case d.chance(12):
		p.identity = p.identity[:3] + p.identity[6:] // nine digits, as on old cards
	case d.chance(8):
		p.identity = ""
	case d.chance(15):
		p.yearOnly = true
	}
}

// mood is how a branch stands as a whole, per mille of its people: failures
// come together, and so do carelessness and doubt.
type mood struct{ star, fair, weak, torn, untold int }

func newMood(d dice) mood {
	m := mood{star: 145, fair: 115}
	switch {
	case d.chance(90):
		m = mood{star: 60, fair: 260, weak: 55}
	case d.chance(120):
		m = mood{star: 230, fair: 70}
	}
	if d.chance(130) {
		m.torn, m.untold = 60, 40
	}
	return m
}

func (m mood) quality(d dice, p *person, period evaluate.Period) quality {
	switch {
	case p.status == "exempt", p.status == "suspended", !p.reviewed:
		return unrated
	case p.admitted.Compare(evaluate.Date{Year: period.Year, Month: 7, Day: 1}) > 0:
		return unrated
	}
	return draw(d, []weighted[quality]{{weak, m.weak}, {star, m.star}, {fair, m.fair}, {torn, m.torn},
		{untold, m.untold}, {solid, 1000 - m.weak - m.star - m.fair - m.torn - m.untold}})
}
