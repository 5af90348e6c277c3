package campaign

import (
	"github.com/xeploai/xeploai/evaluate"
)

// A sender may put somebody on the template's list of those who are gone, which is not
// read, and take out his row. Whoever then asks where that row is says that he stands there.

// namedBeside finds, by branch, the people whom reports name there.
func (a *assembly) namedBeside(schema *evaluate.Schema, ids identityFacts) map[string]*directory {
	out := map[string]*directory{}
	for _, k := range a.books {
		t := k.beside()
		if t == nil {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue
		}
		d := newDirectory(nil)
		for row := range t.len() {
			d.add(tied.personAt(row, ids, a.branchOf, k.Receipt.Org))
		}
		out[k.Receipt.Org] = d
	}
	return out
}

// lackedBy adds where the row of somebody is missing: the cell beside which he is named,
// else the sheet.
func (r *roll) lackedBy(p evaluate.Problem, who person, sheet evaluate.Origin) evaluate.Problem {
	d := r.beside[who.branch]
	if d == nil {
		return lackedBy(p, sheet)
	}
	m := d.find(who)
	if m.sure >= 0 {
		m.maybe = []int{m.sure}
	}
	if len(m.maybe) == 0 {
		return lackedBy(p, sheet)
	}
	p.Related = append(p.Related, second(d.people[m.maybe[0]].at(r.ids), "người gửi ghi thêm ở đây, trang này không được đọc"))
	return p
}
