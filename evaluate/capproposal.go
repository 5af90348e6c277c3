package evaluate

import (
	"cmp"
	"slices"
)

// CapProposal is what the order of merit would say about a ceiling that is
// exceeded. It is a suggestion; nobody is demoted by it. Those whose grade was
// decided, here or elsewhere, are left out: their grade stands. The proposals of
// all ceilings on one grade go together: whoever stands under several is proposed
// once, and counts in each.
type CapProposal struct {
	// Proposed are population rows that the order puts over the ceiling, weakest
	// last, as few as must be lowered however open grades end, less those proposed
	// under another ceiling already.
	Proposed []int
	// Tied are rows that share one place at the cut; Choose of them must be
	// lowered, and the order does not say which: their merit is equal, or TiedBy,
	// the criterion that would tell, is not known of some of them.
	Tied   []int
	Choose int
	TiedBy *MeritKey
	// Relieved is how many under this ceiling the proposals of others lower.
	Relieved int
	// Firm is how many must be lowered although their grade was decided.
	Firm int
}

// capNeed is one ceiling while proposals are made: whom it may lower, best first,
// and how many it must.
type capNeed struct {
	f       *CapFinding
	free    []int
	places  map[int]MeritPlace // of free
	need    int
	lowered int        // of free, under whichever ceiling
	beside  []*capNeed // the others that share somebody with it, in the order of all
}

// proposeCaps makes the proposals of all ceilings of a set. Those on the same grade
// are looked at together, the narrower first: what it must lower anyway relieves
// the wider.
func proposeCaps(found []CapFinding, results []Result) {
	type grade struct {
		rung, below Rank
		only        string // a choice within the rung stands for itself
	}
	groups := map[grade][]*capNeed{}
	var order []grade
	for i := range found {
		f := &found[i]
		n := &capNeed{f: f, places: map[int]MeritPlace{}, need: f.Over.Min}
		for at, row := range f.Candidates {
			if results[row].free() {
				n.free = append(n.free, row)
				n.places[row] = f.Merit[at]
			}
		}
		if n.need > len(n.free) {
			f.Firm, n.need = n.need-len(n.free), len(n.free)
		}
		key := grade{f.Rung, f.Below, ""}
		if f.Cap.Only != nil {
			key.only = f.Cap.ID
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], n)
	}
	for _, key := range order {
		p := &proposing{needs: groups[key], by: map[int]*capNeed{}, under: map[int][]*capNeed{}}
		p.propose()
	}
}

// proposing is the making of proposals on one grade.
type proposing struct {
	needs []*capNeed
	by    map[int]*capNeed   // population row lowered → the ceiling it is lowered under
	under map[int][]*capNeed // population row → the ceilings it stands under
}

func (p *proposing) propose() {
	slices.SortStableFunc(p.needs, func(a, b *capNeed) int { return cmp.Compare(len(a.free), len(b.free)) })
	for _, n := range p.needs {
		for _, row := range n.free {
			p.under[row] = append(p.under[row], n)
		}
	}
	p.meet()
	// Whoever is added under one ceiling may be one of the tied under another, so
	// ties are found again until nobody is added.
	for before := -1; before < len(p.by); {
		before = len(p.by)
		for _, n := range p.needs {
			n.f.Tied, n.f.Choose, n.f.TiedBy = nil, 0, nil
		}
		for _, n := range p.needs {
			p.cut(n)
		}
	}
	p.prune()
	for _, n := range p.needs {
		for _, row := range n.free {
			if p.by[row] == n {
				n.f.Proposed = append(n.f.Proposed, row)
			}
		}
		n.f.Relieved = n.lowered - len(n.f.Proposed) + p.tiesRelieve(n)
	}
}

// meet tells every ceiling which others share somebody with it: a province has
// hundreds that share nobody, and those have nothing to say to each other.
func (p *proposing) meet() {
	for _, n := range p.needs {
		shared := map[*capNeed]bool{n: true}
		for _, row := range n.free {
			for _, o := range p.under[row] {
				shared[o] = true
			}
		}
		if len(shared) == 1 {
			continue
		}
		for _, o := range p.needs {
			if o != n && shared[o] {
				n.beside = append(n.beside, o)
			}
		}
	}
}

// lower notes, or takes back, that somebody is lowered.
func (p *proposing) lower(row int, n *capNeed) {
	by := 1
	if n == nil {
		by = -1
		delete(p.by, row)
	} else {
		p.by[row] = n
	}
	for _, o := range p.under[row] {
		o.lowered += by
	}
}

// tiesRelieve is how many of the tied of other ceilings are under this one,
// whichever of them are chosen. Ties that share somebody count once, and not at
// all where this one's own tie shares him: he may be chosen for both.
func (p *proposing) tiesRelieve(n *capNeed) int {
	count, seen := 0, map[int]bool{}
	for _, row := range n.f.Tied {
		seen[row] = true
	}
	for _, o := range n.beside {
		if o.f.Choose == 0 || slices.ContainsFunc(o.f.Tied, func(row int) bool { return seen[row] }) {
			continue
		}
		outside := 0
		for _, row := range o.f.Tied {
			if !slices.Contains(p.under[row], n) {
				outside++
			}
		}
		if sure := o.f.Choose - outside; sure > 0 {
			count += sure
			for _, row := range o.f.Tied {
				seen[row] = true
			}
		}
	}
	return count
}

// cut lowers the weakest that a ceiling still needs; where one shared place
// lies across the cut it leaves the choice open.
func (p *proposing) cut(n *capNeed) {
	rest := slices.DeleteFunc(slices.Clone(n.free), func(row int) bool { return p.by[row] != nil })
	relief := p.tiesRelieve(n)
	last := n.choose(rest, n.need-n.lowered-relief)
	// What relieves it may share somebody with its own tie, and then relieves it less.
	for now := p.tiesRelieve(n); now < relief; now = p.tiesRelieve(n) {
		relief = now
		last = n.choose(rest, n.need-n.lowered-relief)
	}
	for _, row := range rest[last:] {
		p.lower(row, n)
	}
}

// choose notes whom a ceiling that needs so many of rest leaves open, and tells from
// where on all of them are lowered.
func (n *capNeed) choose(rest []int, need int) (last int) {
	n.f.Tied, n.f.Choose, n.f.TiedBy = nil, 0, nil
	if need <= 0 {
		return len(rest)
	}
	cut := max(0, len(rest)-need)
	first, last := cut, cut
	for first > 0 && n.sideBySide(rest[first-1], rest[cut]) {
		first--
	}
	for last < len(rest) && n.sideBySide(rest[last], rest[cut]) {
		last++
	}
	if first == cut {
		return cut
	}
	n.f.Tied, n.f.Choose, n.f.TiedBy = slices.Clone(rest[first:last]), last-cut, n.places[rest[cut]].Unknown
	return last
}

// sideBySide tells that the order of merit does not tell two free ones apart.
func (n *capNeed) sideBySide(a, b int) bool {
	return a == b || n.places[a].Place > 0 && n.places[a].Place == n.places[b].Place
}

// prune takes back, the strongest first, whoever no ceiling needs any more because
// others lowered later are under it too.
func (p *proposing) prune() {
	for _, n := range p.needs {
		for _, row := range n.free {
			needed := func(o *capNeed) bool { return o.lowered <= o.need }
			if p.by[row] == n && !slices.ContainsFunc(p.under[row], needed) {
				p.lower(row, nil)
			}
		}
	}
}
