package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// reporter is the workbook an organization of a level fills in; "" for none. A
// committee between the office and the base organizations speaks for itself as they
// do.
func reporter(t *evaluate.Tree, i int) excel.BookKind {
	switch l := t.Orgs[i].Level; {
	case l.HasMembers():
		return excel.BranchBook
	case l == evaluate.CommitteeLevel && t.Parent(i) < 0:
		return excel.OfficeBook
	case l == evaluate.BaseCommittee || l == evaluate.SectionLevel || l == evaluate.CommitteeLevel:
		return excel.BaseBook
	}
	return ""
}

// reporting tells who has to report on what in a campaign: by the list of
// organizations, units and collectives, and by what the rule sets in force ask.
type reporting struct {
	tree *evaluate.Tree
	sets map[evaluate.Kind]*evaluate.RuleSet
	// asked tells, by sender and kind, whether asks holds.
	asked map[sender]map[evaluate.Kind]bool
	// exempt are the levels whose organizations the set in force never grades.
	exempt map[evaluate.OrgLevel]bool
}

func newReporting(t *evaluate.Tree, sets map[evaluate.Kind]*evaluate.RuleSet) *reporting {
	r := &reporting{tree: t, sets: sets, asked: map[sender]map[evaluate.Kind]bool{}, exempt: map[evaluate.OrgLevel]bool{}}
	if rs := sets[evaluate.Organization]; rs != nil {
		for _, e := range rs.Excuses() {
			if f := rs.Schema().Facts[e.Fact]; f.ID == evaluate.FactOrgLevel {
				r.exempt[evaluate.OrgLevel(f.Choices[e.Choice].Code)] = true
			}
		}
	}
	for _, from := range []sender{{excel.BranchBook, false}, {excel.BranchBook, true}, {excel.BaseBook, false}, {excel.BaseBook, true}, {excel.OfficeBook, false}} {
		r.asked[from] = map[evaluate.Kind]bool{}
		for _, k := range graded(sets) {
			schema := sets[k].Schema()
			r.asked[from][k] = slices.ContainsFunc(templateFacts(sets, from, k), func(i int) bool { return !schema.Facts[i].Identity })
		}
	}
	return r
}

// of is the workbook an organization has to send; false for none. Where leaders and
// officials alone are graded, as in a month, a branch without units and collectives has
// nothing to say, and nobody waits for it.
func (r *reporting) of(org int) (bookKey, bool) {
	book := reporter(r.tree, org)
	key := bookKey{book, r.tree.Orgs[org].Code}
	return key, book != "" && slices.ContainsFunc(graded(r.sets), func(k evaluate.Kind) bool {
		return r.asks(book, k, org) && r.on(book, k, org)
	})
}

// onMembers tells whether a workbook has a sheet for members. A committee that is no
// base committee knows nothing of them that the office does not.
func (r *reporting) onMembers(book excel.BookKind, org int) bool {
	return book != excel.BaseBook || r.tree.Orgs[org].Level == evaluate.BaseCommittee
}

// on tells whether a workbook has something to say of subjects of a kind, before anybody
// is known. Officials work in units, not in collectives; the office may have some that are
// under no unit of the list.
func (r *reporting) on(book excel.BookKind, k evaluate.Kind, org int) bool {
	orgs := r.spokenOf(book, org)
	switch k {
	case evaluate.Member:
		return r.onMembers(book, org)
	case evaluate.Organization:
		return len(r.speaksOf(book, org)) > 0
	case evaluate.Leader:
		return r.leads(orgs)
	case evaluate.Collective:
		return has(&r.tree.Collectives, orgs)
	}
	return k == evaluate.Staff && (book == excel.OfficeBook || r.sender(book, org).heads) || has(&r.tree.Units, orgs)
}

// leads tells whether one of the organizations has a unit or a collective of its
// own, and so people to report who lead it. The office's sheet stands from the
// first: what it knows of leaders need not wait for their own reports.
func (r *reporting) leads(orgs map[string]bool) bool {
	return has(&r.tree.Units, orgs) || has(&r.tree.Collectives, orgs)
}

// has tells whether bodies belong to one of the organizations.
func has(bodies *evaluate.Bodies, orgs map[string]bool) bool {
	return slices.ContainsFunc(bodies.List, func(b evaluate.Body) bool { return orgs[b.Org] })
}

// speaksForItself tells whether a workbook has rows of its own organization alone:
// what is below a section committee stands in the base committee's, and what is below
// a committee between in those of its base organizations.
func (r *reporting) speaksForItself(book excel.BookKind, org int) bool {
	return book == excel.BranchBook || book == excel.BaseBook && r.tree.Orgs[org].Level != evaluate.BaseCommittee
}

// speaksOf lists the organizations a workbook has a row for: a branch and a section
// committee for themselves, and so a committee between; a base committee for itself and
// what is below it, the office for all below it, and for itself where a ceiling over the
// whole campaign may be lifted or its own leaders are bounded by its grade. Whom the set
// never grades has a row only where a decision in it may lift a ceiling.
func (r *reporting) speaksOf(book excel.BookKind, org int) []int {
	itself, lifted := true, []int(nil)
	if book == excel.OfficeBook {
		itself = len(evaluate.UpliftsAbove(r.sets)) > 0 || r.leads(map[string]bool{r.tree.Orgs[org].Code: true})
	}
	if liftFacts(r.sets, r.sender(book, org)) != nil {
		lifted = evaluate.UpliftRows(r.sets, r.tree)
	}
	out := []int{org}
	if !r.speaksForItself(book, org) {
		out = r.tree.Within(org)
	}
	return slices.DeleteFunc(out, func(i int) bool {
		if i == org && book == excel.OfficeBook {
			return !itself
		}
		return r.exempt[r.tree.Orgs[i].Level] && !slices.Contains(lifted, i)
	})
}

// spokenOf are the organizations whose people and bodies a workbook has rows for:
// a branch's, a section committee's and a committee's between the office and the base
// organizations their own, those of everything below otherwise.
func (r *reporting) spokenOf(book excel.BookKind, org int) map[string]bool {
	out := map[string]bool{r.tree.Orgs[org].Code: true}
	if r.speaksForItself(book, org) {
		return out
	}
	for _, i := range r.tree.Within(org) {
		out[r.tree.Orgs[i].Code] = true
	}
	return out
}

// facts are the columns of a sheet that rules give an organization's workbook.
func (r *reporting) facts(book excel.BookKind, k evaluate.Kind, org int) []int {
	return templateFacts(r.sets, r.sender(book, org), k)
}

// sender tells who sends the workbook of an organization, -1 where nobody knows.
func (r *reporting) sender(book excel.BookKind, org int) sender {
	if org < 0 {
		return sender{book: book}
	}
	return senderOf(r.tree, book, r.tree.Orgs[org].Code)
}

// template are the columns of a sheet in the template of an organization, those of all
// organizations where the list does not have it.
func (r *reporting) template(book excel.BookKind, code string, k evaluate.Kind) []int {
	org := -1
	if r.tree != nil {
		org = orgIn(r.tree, code)
	}
	facts := r.facts(book, k, org)
	if org < 0 || facts == nil || r.sets[k] == nil {
		return facts
	}
	return r.proposable(book, k, org, facts)
}

// lifts tells whether a workbook has a sheet of organizations for the sake of decisions
// alone: nobody has to report any, so that nobody waits for it.
func (r *reporting) lifts(book excel.BookKind, org int) bool {
	return r.sets[evaluate.Organization] == nil && r.facts(book, evaluate.Organization, org) != nil && len(evaluate.UpliftRows(r.sets, r.tree)) > 0
}

// proposable leaves out of the columns of an organization's sheet those that only a
// committee of some level proposes, and the votes on that, where the sheet is about
// nobody below such a committee: a district's own workbook has no base committee to
// propose. So are the cells for decisions that lift a ceiling on a level the list lacks,
// and what an organization says of itself, its units and collectives where it has no row.
func (r *reporting) proposable(book excel.BookKind, k evaluate.Kind, org int, facts []int) []int {
	schema, about := r.sets[k].Schema(), r.about(book, k, org)
	others := !slices.Contains(about, org) && slices.Contains([]evaluate.Kind{evaluate.Organization, evaluate.Unit, evaluate.Collective}, k)
	var unused []evaluate.FactID
	if k == evaluate.Organization {
		unused = r.sets[k].UpliftsUnused(r.tree)
	}
	return slices.DeleteFunc(facts, func(i int) bool {
		f := &schema.Facts[i]
		if slices.Contains(unused, f.ID) || others && !f.Identity && f.Supplier == evaluate.SupplyBranch {
			return true
		}
		if f.Ballot != nil {
			if of, ok := schema.Index(f.Ballot.Of); ok {
				f = &schema.Facts[of]
			}
		}
		return f.ProposedBy != "" && !slices.ContainsFunc(about, func(org int) bool { return r.below(k, org, f.ProposedBy) })
	})
}

// about are the organizations, tree positions, whose subjects a sheet may have rows
// for: of units and collectives those that have some.
func (r *reporting) about(book excel.BookKind, k evaluate.Kind, org int) []int {
	if k == evaluate.Organization {
		return r.speaksOf(book, org)
	}
	spoken := r.spokenOf(book, org)
	bodies := map[evaluate.Kind]*evaluate.Bodies{evaluate.Unit: &r.tree.Units, evaluate.Collective: &r.tree.Collectives}[k]
	return slices.DeleteFunc(r.tree.Within(org), func(i int) bool {
		code := r.tree.Orgs[i].Code
		return !spoken[code] || bodies != nil && !has(bodies, map[string]bool{code: true})
	})
}

// below tells whether subjects of a kind in an organization stand below one of a
// level: its people and bodies below itself, too, an organization only below another.
func (r *reporting) below(k evaluate.Kind, org int, level evaluate.OrgLevel) bool {
	if k == evaluate.Organization {
		org = r.tree.Parent(org)
	}
	for ; org >= 0; org = r.tree.Parent(org) {
		if r.tree.Orgs[org].Level == level {
			return true
		}
	}
	return false
}

// asks tells whether the workbook of an organization has anything to ask about
// subjects of a kind beyond who they are.
func (r *reporting) asks(book excel.BookKind, k evaluate.Kind, org int) bool {
	return r.asked[r.sender(book, org)][k]
}
