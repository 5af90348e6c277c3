package demo

import (
	"fmt"
	"math"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// nature says what kind of people a branch has.
type nature uint8

const (
	village nature = iota
	agency
	school
	hospital
	police
	army
	enterprise
)

// office is the fixed part of a period's office.
type office struct {
	code, name, head, superior, place, signer string
	orgType                                   string
	// merged tells that every base organization was formed in the middle of the
	// period out of older ones.
	merged bool
	bases  []blueprint
}

// blueprint is one base organization at full size: a committee with branches,
// or (branches 0) a base branch.
type blueprint struct {
	name, orgType string
	nature        nature
	branches      int
	parts         []part // named branches, taken before numbered ones
	stem          string // name of numbered branches
	section       string // a section committee over the last branches, "" for none
	// served tells that a government, a Front and mass bodies of the same level
	// exist beside the committee.
	served bool
	rank   int // order within the office
}

type part struct {
	name   string
	nature nature
}

// fullBranches and fullMembers are the office at its full size; other sizes
// keep the proportion.
const (
	fullBranches = 300
	fullMembers  = DefaultMembers
)

// branch is one organization that has members.
type branch struct {
	org    int // position in the list of organizations
	nature nature
	size   int
}

// interleave mixes lists evenly, so that any evenly spaced part of the result
// holds something of each; rank remembers the order as given.
func interleave(lists ...[]blueprint) []blueprint {
	total := 0
	for _, l := range lists {
		total += len(l)
	}
	out := make([]blueprint, 0, total)
	taken := make([]int, len(lists))
	for len(out) < total {
		next, behind := 0, math.Inf(1)
		for i, l := range lists {
			if done := float64(taken[i]+1) / float64(len(l)+1); taken[i] < len(l) && done < behind {
				next, behind = i, done
			}
		}
		b := lists[next][taken[next]]
		b.rank = next<<16 + taken[next]
		out = append(out, b)
		taken[next]++
	}
	return out
}

// layout is the organizations of an office and where its people are.
type layout struct {
	orgs     []evaluate.Org
	served   []bool // a government of the same level stands beside it
	branches []branch
}

// layOut makes the organizations for about the given number of people.
func layOut(o office, opt Options) layout {
	d := newDice(opt, "organizations")
	want := max(1, (opt.Members*fullBranches+fullMembers/2)/fullMembers)
	bases := chooseBases(o.bases, want)
	l := layout{}
	l.add(evaluate.Org{Code: o.code, Name: o.name, Level: evaluate.CommitteeLevel, Type: o.orgType,
		Founded: evaluate.Date{Year: 1950, Month: 3, Day: 1}}, true)
	spread(bases, want)
	for i, b := range bases {
		l.addBase(d, o, i, b, opt.Period)
	}
	l.sizes(newDice(opt, "sizes"), opt.Members)
	return l
}

// chooseBases takes all base organizations, or an even choice of them when
// there are too few branches to go round.
func chooseBases(all []blueprint, branches int) []blueprint {
	n := min(len(all), max(1, branches/3))
	out := make([]blueprint, n)
	for i := range out {
		out[i] = all[i*len(all)/n]
	}
	slices.SortFunc(out, func(a, b blueprint) int { return a.rank - b.rank })
	return out
}

// spread gives every committee its share of the branches wanted.
func spread(bases []blueprint, want int) {
	single, weight := 0, 0
	for _, b := range bases {
		if b.branches == 0 {
			single++
		}
		weight += b.branches
	}
	rest, given := max(want-single, 0), 0
	for i, passed := 0, 0; i < len(bases); i++ {
		if bases[i].branches == 0 || weight == 0 {
			continue
		}
		passed += bases[i].branches
		upTo := rest * passed / weight
		bases[i].branches = max(1, upTo-given)
		given = upTo
	}
}

func (l *layout) add(o evaluate.Org, served bool) int {
	l.orgs = append(l.orgs, o)
	l.served = append(l.served, served)
	return len(l.orgs) - 1
}

func (l *layout) addBase(d dice, o office, index int, b blueprint, p evaluate.Period) {
	code := fmt.Sprintf("%s.%02d", o.code, index+1)
	org := evaluate.Org{Code: code, Name: b.name, Parent: o.code, Level: evaluate.BaseCommittee, Type: b.orgType,
		Founded: d.day(d.between(1948, 2010))}
	if o.merged {
		org.Founded = evaluate.Date{Year: p.Year, Month: 7, Day: 1}
		org.Predecessors = []string{fmt.Sprintf("Tổ chức đảng Mẫu cũ %d", index+1)}
	}
	if b.branches == 0 {
		org.Level = evaluate.BaseBranch
		l.branches = append(l.branches, branch{org: l.add(org, b.served), nature: b.nature})
		return
	}
	l.add(org, b.served)
	parent, sectionFrom := code, b.branches
	if b.section != "" && b.branches >= 6 {
		sectionFrom = b.branches - 3
	}
	names := b.branchNames()
	for i := range b.branches {
		if i == sectionFrom {
			parent = code + ".BP"
			l.add(evaluate.Org{Code: parent, Name: b.section, Parent: code, Level: evaluate.SectionLevel,
				Type: b.orgType, Founded: d.day(d.between(1990, min(2015, p.Year-1)))}, false)
		}
		at := l.add(evaluate.Org{Code: fmt.Sprintf("%s.%02d", code, i+1), Name: names[i].name, Parent: parent,
			Level: evaluate.Branch, Type: b.orgType, Founded: d.day(d.between(1960, min(2016, p.Year-1)))}, false)
		l.renew(d, at, p)
		l.branches = append(l.branches, branch{org: at, nature: names[i].nature})
	}
}

// renew makes some branches new in the second half of the period: founded then,
// or merged out of older ones and therefore not new.
func (l *layout) renew(d dice, at int, p evaluate.Period) {
	fresh := evaluate.Date{Year: p.Year, Month: d.between(8, 11), Day: d.between(1, 28)}
	switch {
	case d.chance(8):
		l.orgs[at].Founded = fresh
	case d.chance(12):
		l.orgs[at].Founded = fresh
		l.orgs[at].Predecessors = []string{l.orgs[at].Name + " cũ"}
	}
}

// branchNames mixes the named parts among the numbered branches.
func (b blueprint) branchNames() []part {
	out := make([]part, 0, b.branches)
	named, numbered := 0, 0
	for len(out) < b.branches {
		if len(out)%2 == 1 && named < len(b.parts) {
			out = append(out, b.parts[named])
			named++
			continue
		}
		numbered++
		out = append(out, part{fmt.Sprintf(b.stem, numbered), b.nature})
	}
	return out
}

// sizes shares the people among the branches: some have three members, few are
// large, and together they have exactly the number wanted.
func (l *layout) sizes(d dice, members int) {
	if len(l.branches) == 0 {
		return
	}
	sum := 0
	for i := range l.branches {
		b := &l.branches[i]
		switch {
		case d.chance(60):
			b.size = 3
		case d.chance(120):
			b.size = d.between(4, 9)
		case b.nature == village:
			b.size = d.between(14, 46)
		default:
			b.size = d.between(9, 34)
		}
		sum += b.size
	}
	for i := 0; sum != members; i = (i + 1) % len(l.branches) {
		b := &l.branches[i]
		// The three-member branches stay as they are while others can give or take.
		small := b.size == 3 && len(l.branches) > 1 && members > 3*len(l.branches)
		switch {
		case sum < members && !small:
			b.size++
			sum++
		case sum > members && !small:
			b.size--
			sum--
		}
	}
}

// letterhead is the office as it heads printed forms.
func (o office) letterhead() excel.Office {
	return excel.Office{Code: o.code, Name: o.head, Superior: o.superior, Place: o.place, Signer: o.signer}
}
