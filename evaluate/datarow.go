package evaluate

import (
	"cmp"
	"slices"
)

// DataRows flattens the report into codes, ordered by kind, organization and
// subject id, so that neither row nor file order shows.
func (r *Report) DataRows() []DataRow {
	rows := map[Kind][]int{}
	for _, k := range Kinds() {
		_, results := r.Of(k)
		for row := range results {
			rows[k] = append(rows[k], row)
		}
	}
	return r.DataRowsOf(rows)
}

// DataRowsOf is DataRows for the given population rows of each kind.
func (r *Report) DataRowsOf(rows map[Kind][]int) []DataRow {
	var out []DataRow
	for _, k := range Kinds() {
		pop, results := r.Of(k)
		for _, row := range rows[k] {
			out = append(out, r.dataRow(k, pop, row, &results[row]))
		}
	}
	slices.SortStableFunc(out, func(a, b DataRow) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Base, b.Base), cmp.Compare(a.Org, b.Org), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func (r *Report) dataRow(k Kind, pop *Population, row int, res *Result) DataRow {
	s := pop.Subjects[row]
	rs := res.Rules
	d := DataRow{Kind: k, ID: s.ID, Person: s.Person, Outcome: res.Outcome, RuleSet: rs.Ref(),
		Computed: rs.Spec.Scale.Rung(res.Walk.Rank).ID, Proposed: rs.Spec.Scale.Rung(res.Proposed).ID,
		Decided: rs.Spec.Scale.Rung(res.Decided).ID}
	if res.Outcome == Graded {
		rung := rs.Spec.Scale.Rung(res.Rank)
		d.Rung, d.Grade = rung.ID, rung.Statutory
	}
	if s.Org >= 0 {
		t := r.Inputs.Tree
		d.Org, d.Level, d.OrgType = t.Orgs[s.Org].Code, t.Orgs[s.Org].Level, t.Orgs[s.Org].Type
		if b := t.Base(s.Org); b >= 0 {
			d.Base, d.OrgType = t.Orgs[b].Code, t.Orgs[b].Type
		}
	}
	if w := res.Walk.Because; w >= 0 {
		rule := &rs.Rules[w]
		if rule.Role == RoleNotRated && res.Outcome == NotRated {
			d.Class, d.Because = rule.Class, rule.CountsAs
		}
		if rule.Role == RoleBar && res.Outcome == Graded && res.Rank == 0 {
			d.Because = rule.CountsAs
		}
	}
	return d
}
