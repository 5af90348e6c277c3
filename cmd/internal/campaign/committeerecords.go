package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// What the office records of the committee members of a branch and what is said of each
// of them is one matter in two places too.

// committeeRecord is a fact of an organization that says whether one of its committee is
// in a case, and the fact of members that denies it of each by a code.
type committeeRecord struct {
	of, each evaluate.FactID
	denied   string
	// in tells whether what is said of a member is the case for certain.
	in func(frame *evaluate.Frame, row int) bool
}

func committeeRecords() []committeeRecord {
	// as rules see it, a blank for what it is declared to mean
	says := func(f *evaluate.Frame, row int, id evaluate.FactID, code string) bool {
		i, known := f.Schema.Index(id)
		return known && !f.Known(row, i).IsBlank() && f.Data(i, f.Known(row, i)) == code
	}
	return []committeeRecord{
		{"committee_decline", "concluded_decline", "no", func(f *evaluate.Frame, row int) bool { return says(f, row, "concluded_decline", "yes") }},
		{"committee_duty_discipline", "discipline", "none", func(f *evaluate.Frame, row int) bool {
			d := codeOf(f, row, "discipline")
			return d != "" && d != "none" && says(f, row, "discipline_duty", "yes") && says(f, row, "discipline_elsewhere", "no")
		}},
	}
}

// checkCommittees holds what is recorded of each branch against the members of its
// committee, by the report of the branch. A blank is no statement.
func (a *assembly) checkCommittees(pops map[evaluate.Kind]*evaluate.Population) {
	orgs, members := pops[evaluate.Organization], pops[evaluate.Member]
	if orgs == nil || members == nil || a.sets[evaluate.Organization] == nil {
		return
	}
	committee := map[int][]int{} // by tree position: rows of members
	for row := range members.Subjects {
		switch codeOf(members.Frame, row, factPartyPost) {
		case codeSecretary, codeDeputySecretary, codeCommitteeMember:
			org := members.Subjects[row].Org
			committee[org] = append(committee[org], row)
		}
	}
	for row := range orgs.Subjects {
		s := &orgs.Subjects[row]
		for _, r := range committeeRecords() {
			if rows := committee[s.Org]; s.Org >= 0 && len(rows) > 0 {
				a.checkCommittee(pops, s, row, r, rows)
			}
		}
	}
}

func (a *assembly) checkCommittee(pops map[evaluate.Kind]*evaluate.Population, s *evaluate.Subject, row int, r committeeRecord, rows []int) {
	orgs, members := pops[evaluate.Organization].Frame, pops[evaluate.Member]
	own, known := orgs.Schema.Index(r.of)
	each, asked := members.Frame.Schema.Index(r.each)
	if !known || !asked {
		return
	}
	d := evaluate.Doubt{Fact: r.of, Given: codeOf(orgs, row, r.of)}
	in := slices.DeleteFunc(slices.Clone(rows), func(m int) bool { return !r.in(members.Frame, m) })
	worst := "no"
	switch {
	case d.Given == "no" && len(in) > 0:
		rows, worst = in, "yes"
		for _, m := range in {
			d.Fellows = append(d.Fellows, evaluate.Supposed{Of: evaluate.Members, Row: m, Fact: r.each, Code: r.denied})
			d.Fellows = append(d.Fellows, a.postsOfPerson(pops[evaluate.Leader], members.Subjects[m].Person, r)...)
		}
	case d.Given == "yes" && !slices.ContainsFunc(rows, func(m int) bool { return codeOf(members.Frame, m, r.each) != r.denied }):
		d.Other = "no"
	default:
		return
	}
	var cells []evaluate.Origin
	for _, m := range rows {
		cells = append(cells, members.Frame.Origin(m, each))
	}
	d.Problem = problemRecordDenied(orgs.Origin(row, own), cells, "tổ chức", "cấp ủy viên", &orgs.Schema.Facts[own], d.Given, worst)
	a.doubt(s, d, a.sets[evaluate.Organization].Distinguishes(r.of, "yes", "no"))
}

// postsOfPerson are the rows of somebody among the leaders, as they would be if what is
// said of him were not so: committees count them too.
func (a *assembly) postsOfPerson(leaders *evaluate.Population, who string, r committeeRecord) (out []evaluate.Supposed) {
	if leaders == nil || who == "" {
		return nil
	}
	for row := range leaders.Subjects {
		if leaders.Subjects[row].Person == who {
			out = append(out, evaluate.Supposed{Of: evaluate.Committee, Row: row, Fact: r.each, Code: r.denied})
		}
	}
	return out
}
