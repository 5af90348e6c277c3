package demo

import (
	"fmt"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// leastForBodies is how many people an office has that also lists agencies,
// units and collectives; smaller ones are for trying single things.
const leastForBodies = 250

// divisions is how many divisions the office's own agency has.
const divisions = 12

// Sizes at which a committee is graded as a collective of its own.
const (
	branchesForCommittee = 4  // of a base committee
	membersForCommittee  = 20 // of a branch
	committeesApart      = 3  // one branch committee in so many
)

// Codes of bodies: what follows the code of their organization.
const (
	codeCouncil    = ".HD"  // a collective of two
	codeStanding   = ".BTV" // standing committee of the office
	codeAgency     = ".UB"  // the people's committee
	codeLeadership = ".LD"  // leadership of an agency, after its code
	codeCommittee  = ".CU"  // committee of an organization
	codeUnit       = ".DV"  // the agency or unit beside an organization
)

// build lists the agencies, units and collectives beside the organizations that
// are laid out: those of the office itself first, then organization by
// organization.
func (w *world) build() {
	root := w.layout.orgs[0]
	agency := root.Code + codeAgency
	w.collective(root.Code+codeStanding, bodyStanding, root.Code, "")
	w.unit(agency, bodyAgency, root.Code, "")
	w.collective(agency+codeLeadership, leadershipOf(bodyAgency), root.Code, agency)
	w.collective(root.Code+codeCouncil, bodyCouncil, root.Code, "")
	for i := range divisions {
		code, name := w.division(i+1), fmt.Sprintf(bodyDivision, i+1)
		w.unit(code, name, root.Code, agency)
		if slices.Contains(ledTogether(), i+1) {
			w.collective(code+codeLeadership, leadershipOf(name), root.Code, code)
		}
	}
	for i := 1; i < len(w.layout.orgs); i++ {
		w.buildBeside(i)
	}
}

// division is the code of a division of the office's own agency, from 1.
func (w *world) division(n int) string {
	return fmt.Sprintf("%s%s.%02d", w.layout.orgs[0].Code, codeAgency, n)
}

// ledTogether are the divisions whose leadership is a collective of its own.
func ledTogether() []int { return []int{9, 10, 11} }

// buildBeside lists what stands beside one organization.
func (w *world) buildBeside(at int) {
	o := w.layout.orgs[at]
	switch o.Level {
	case evaluate.BaseCommittee:
		if w.branchesOf(at) >= branchesForCommittee {
			w.collective(o.Code+codeCommittee, committeeOf(o.Name), o.Code, "")
		}
	case evaluate.Branch:
		b := w.branchAt(at)
		if b.size >= membersForCommittee && at%committeesApart == 0 && w.bodyIndex(w.baseOf(at)+codeCommittee) >= 0 {
			w.collective(o.Code+codeCommittee, committeeOf(o.Name), o.Code, "")
		}
	}
	if o.Level.IsBase() && o.Type == serviceType {
		w.unit(o.Code+codeUnit, unitOf(o.Name), o.Code, "")
	}
}

// serviceType is the statutory type of organizations in public-service units.
const serviceType = "public_service"

func (w *world) unit(code, name, org, superior string) {
	w.body(evaluate.Unit, code, name, org, superior)
}

func (w *world) collective(code, name, org, superior string) {
	w.body(evaluate.Collective, code, name, org, superior)
}

// body lists a body where its kind is graded.
func (w *world) body(k evaluate.Kind, code, name, org, superior string) {
	if w.sheets[k] == nil || w.sheets[evaluate.Leader] == nil {
		return
	}
	if w.bodyIndex(superior) < 0 {
		superior = "" // units are not graded in the period
	}
	w.bodies = append(w.bodies, evaluate.Body{Kind: k, Code: code, Name: name, Org: org, Superior: superior,
		Founded: evaluate.Date{Year: w.opt.Period.Year - 9, Month: 6, Day: 1}})
}

// bodyIndex is the position of a body, -1 for none.
func (w *world) bodyIndex(code string) int {
	for i := range w.bodies {
		if w.bodies[i].Code == code {
			return i
		}
	}
	return -1
}

// bodiesOf lists the codes of the bodies of a kind, in order.
func (w *world) bodiesOf(k evaluate.Kind) []string {
	var out []string
	for i := range w.bodies {
		if w.bodies[i].Kind == k {
			out = append(out, w.bodies[i].Code)
		}
	}
	return out
}

// branchAt is the branch an organization is, nil when it has no members itself.
func (w *world) branchAt(org int) *branch {
	for i := range w.layout.branches {
		if w.layout.branches[i].org == org {
			return &w.layout.branches[i]
		}
	}
	return nil
}

// baseOf is the code of the base organization above an organization.
func (w *world) baseOf(org int) string {
	o := w.layout.orgs[org]
	for !o.Level.IsBase() && o.Parent != "" {
		o = w.layout.orgs[w.orgIndex(o.Parent)]
	}
	return o.Code
}

func (w *world) orgIndex(code string) int { return w.orgAt[code] }

// branchesOf counts the branches of a base committee.
func (w *world) branchesOf(base int) int {
	n := 0
	for _, b := range w.layout.branches {
		if w.baseOf(b.org) == w.layout.orgs[base].Code {
			n++
		}
	}
	return n
}
