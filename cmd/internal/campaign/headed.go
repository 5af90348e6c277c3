package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// Which Party organization a post heads may be written in the leader's row. Where
// it is not, it follows from what the row is about and from the post in the own
// branch; never from the organization whose workbook the row stands in.

// Facts and codes that tell of it.
const (
	factLeadershipPost evaluate.FactID = "leadership_post"
	factPartyPost      evaluate.FactID = "party_post"

	codeHead      = "head"
	codeSecretary = "secretary"
	codeUpper     = "upper_committee"
)

// headedPost is one leader's row as far as it tells what the post heads.
type headedPost struct {
	lead, party          string // codes, "" when blank
	branchPost           string // what the own branch says of the post there, "" when nothing
	branchCell           evaluate.Origin
	collectives, units   []int
	noCollective, noUnit bool // said to be none
	unsaidCollective     bool // nothing is said, or something nobody knows
	unsaidUnit           bool
	home                 int // tree position of the person's branch, -1 when not known
	// committee is what the title says of the post at the head of a committee.
	committee evaluate.Verdict
}

// headedOrgs are tree positions: those the post heads, those it may; unknown tells
// that it may head one that nobody has named.
type headedOrgs struct {
	sure, perhaps []int
	unknown       bool
	// aside is the branch whose secretary the person is while the row is about a post
	// elsewhere, -1 for none.
	aside int
	// committees are the collectives that the post heads because it heads their organization.
	committees []int
}

// linkHeaded says of every leader which Party organization the post heads.
func (a *assembly) linkHeaded(pops map[evaluate.Kind]*evaluate.Population) {
	pop := pops[evaluate.Leader]
	if pop == nil {
		return
	}
	cell := leadsTo(pop.Frame.Schema, evaluate.HeadedOrg)
	if cell < 0 {
		return
	}
	branches := a.branchesOf(pops[evaluate.Member])
	found, headed := make([]headedOrgs, len(pop.Subjects)), map[string][]int{}
	for row := range pop.Subjects {
		s := &pop.Subjects[row]
		if l := s.Link(evaluate.HeadedOrg); l != nil {
			found[row] = headedOrgs{sure: l.Rows, aside: -1}
		} else {
			found[row] = a.headed(pops, a.headedPost(pop, row, branches))
		}
		headed[s.Person] = append(headed[s.Person], found[row].sure...)
	}
	o := a.ofUnits(pop, pops[evaluate.Collective], branches)
	a.doubtUnits(pops, o)
	a.linkHeadedBodies(pops, o)
	a.ledOtherwise = o.otherwise
	for row := range pop.Subjects {
		if h := &found[row]; h.aside >= 0 && !slices.Contains(headed[pop.Subjects[row].Person], h.aside) {
			h.perhaps = append(h.perhaps, h.aside) // no row of his speaks for that post
		}
	}
	committees := map[int][]int{}
	if bodies := pops[evaluate.Collective]; bodies != nil {
		committees = committeesOf(bodies)
	}
	a.linkHeadedCommittees(pop, found, committees, o)
	heads := a.headships(pops, cell, found, branches)
	a.checkHeaded(pops, cell, found, heads, committees, branches)
	a.tellHeadsOfUnits(pop, o)
	a.tellHeadsOfOrgs(heads)
	for row := range pop.Subjects {
		s, h := &pop.Subjects[row], found[row]
		if codesIn(pop.Frame.Text(row, cell)) != nil || h.unknown {
			continue
		}
		s.Links = append(s.Links, evaluate.Link{Relation: evaluate.HeadedOrg, Rows: h.sure, Perhaps: h.perhaps, At: pop.Frame.Origin(row, cell)})
	}
}

// leadsTo is the fact that names those at the end of a relation, -1 for none.
func leadsTo(s *evaluate.Schema, rel evaluate.Relation) int {
	return slices.IndexFunc(s.Facts, func(d evaluate.FactDef) bool { return d.LeadsTo == rel })
}

// membership is where somebody is a member, and as what.
type membership struct {
	org  int    // tree position, -1 where several branches rate him
	post string // code of the Party post in that branch, "" when blank
	cell evaluate.Origin
}

// branchesOf finds, by person, the branch members are rated in.
func (a *assembly) branchesOf(members *evaluate.Population) map[string]membership {
	out := map[string]membership{}
	if members == nil {
		return out
	}
	post, _ := members.Frame.Schema.Index(factPartyPost)
	for i := range members.Subjects {
		s := &members.Subjects[i]
		if before, twice := out[s.Person]; twice && before.org != s.Org {
			out[s.Person] = membership{org: -1}
		} else {
			out[s.Person] = membership{s.Org, codeOf(members.Frame, i, factPartyPost), members.Frame.Origin(i, post)}
		}
	}
	return out
}

func (a *assembly) headedPost(pop *evaluate.Population, row int, branches map[string]membership) headedPost {
	p := headedPost{lead: codeOf(pop.Frame, row, factLeadershipPost), party: codeOf(pop.Frame, row, factPartyPost)}
	if pop.Subjects[row].About(factLeadershipPost) {
		p.lead = "" // head or not, and nobody knows
	}
	if pop.Subjects[row].About(factPartyPost) {
		p.party = ""
	}
	p.collectives, p.noCollective, p.unsaidCollective = a.bodiesNamed(pop.Frame, row, evaluate.OwnCollective)
	p.units, p.noUnit, p.unsaidUnit = a.bodiesNamed(pop.Frame, row, evaluate.OwnUnit)
	home, member := -1, false
	if b, ok := branches[pop.Subjects[row].Person]; ok {
		home, member, p.branchPost, p.branchCell = b.org, true, b.post, b.cell
	}
	if !member {
		// The row's own branch, which is that of the workbook where none is written: only
		// a branch has members of its own.
		home = -1
		if i := pop.Frame.Schema.ByRole(evaluate.RoleBranchCode); i >= 0 {
			home = a.orgOf(pop.Frame.Text(row, i))
		}
	}
	if home >= 0 && !a.tree.Orgs[home].Level.HasMembers() {
		home = -1
	}
	p.home = home
	p.committee = evaluate.Unknown
	if !pop.Subjects[row].About(factLeadershipPost) { // else the title may be what is wrong
		p.committee = titleHeadsCommittee(pop.Frame, row)
	}
	return p
}

// bodiesNamed are the collectives or units that a row names, as positions in the
// organization list.
func (a *assembly) bodiesNamed(f *evaluate.Frame, row int, rel evaluate.Relation) (out []int, none, unsaid bool) {
	i := leadsTo(f.Schema, rel)
	if i < 0 {
		return nil, false, true
	}
	codes := codesIn(f.Text(row, i))
	for _, code := range codes {
		at, ok := a.registers[rel].find(code)
		if !ok {
			unsaid = true
			continue
		}
		out = append(out, at)
	}
	return out, codes != nil && len(codes) == 0, unsaid || codes == nil
}

// headed works out what a post heads: the organization of a committee the row puts
// him at the head of, and his own branch where he is its secretary.
func (a *assembly) headed(pops map[evaluate.Kind]*evaluate.Population, p headedPost) headedOrgs {
	out := headedOrgs{aside: -1}
	add := func(org int, v evaluate.Verdict) {
		switch {
		case v == evaluate.Holds && !slices.Contains(out.sure, org):
			out.sure = append(out.sure, org)
		case v == evaluate.Unknown && !slices.Contains(out.perhaps, org):
			out.perhaps = append(out.perhaps, org)
		}
	}
	for _, c := range p.collectives {
		add(a.tree.Collectives.Org(c), a.headsCommittee(pops[evaluate.Collective], p, c))
	}
	mayHead := p.lead == codeHead || p.lead == ""
	out.unknown = p.unsaidCollective && mayHead
	switch p.party {
	case codeSecretary:
		switch {
		case p.home < 0: // unless the row says which branch's committee he leads
			out.unknown = out.unknown || len(out.sure) == 0
		case a.aboutElsewhere(p):
			if len(out.sure) == 0 || p.branchPost == codeSecretary {
				out.aside = p.home
			} // else the row means the committee that it names
		case p.unsaidCollective || p.unsaidUnit:
			add(p.home, evaluate.Unknown)
		default:
			add(p.home, evaluate.Holds)
		}
	case codeUpper: // the head of nothing listed may lead a committee that is not either
		out.unknown = out.unknown || mayHead && p.noCollective && p.noUnit
	case "":
		if mayHead && p.home >= 0 {
			add(p.home, evaluate.Unknown)
		}
		out.unknown = out.unknown || mayHead && p.home < 0
	}
	out.perhaps = slices.DeleteFunc(out.perhaps, func(org int) bool { return slices.Contains(out.sure, org) })
	if slices.Contains(out.sure, out.aside) {
		out.aside = -1
	}
	return out
}

// headsCommittee tells whether the post leads a collective that is a committee. In
// the own branch the Party post says so; above it the title, and where that leaves it
// open, being head of nothing else.
func (a *assembly) headsCommittee(pop *evaluate.Population, p headedPost, c int) evaluate.Verdict {
	kind := typeOf(pop, c)
	if kind == collectiveOfAgency {
		return evaluate.Fails
	}
	org, out := a.tree.Collectives.Org(c), evaluate.Unknown
	own := org == p.home || p.home < 0 && a.tree.Orgs[org].Level.HasMembers()
	switch {
	case own && p.party == codeSecretary:
		out = evaluate.Holds
	case own && p.party != "", p.lead != codeHead && p.lead != "", p.committee == evaluate.Fails && p.party != codeSecretary:
		return evaluate.Fails
	case p.committee == evaluate.Holds && p.lead == codeHead && len(p.collectives) == 1:
		out = evaluate.Holds
	case !own && p.lead == codeHead && p.noUnit && len(p.collectives) == 1:
		out = evaluate.Holds
	}
	if kind == "" {
		return evaluate.Unknown
	}
	return out
}

// aboutElsewhere tells whether the row names a collective or unit, and none of the
// person's own branch.
func (a *assembly) aboutElsewhere(p headedPost) bool {
	for _, c := range p.collectives {
		if a.tree.Collectives.Org(c) == p.home {
			return false
		}
	}
	for _, u := range p.units {
		if a.tree.Units.Org(u) == p.home {
			return false
		}
	}
	return len(p.collectives)+len(p.units) > 0
}
