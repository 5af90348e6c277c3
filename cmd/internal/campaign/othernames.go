package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A row of another role, or of the office, is joined to a person by number. Where the name
// beside that number is another's, nothing of the row is his for certain: it is asked
// whose it is (E345). Through a sheet such names say that a column was sorted by itself,
// and then a name that would pass alone says no more than the others.

// doubted are the rows of one sheet that no number joins to anybody.
type doubted struct {
	rows  map[int][]int // row → whom it may mean, in the directory
	whole *evaluate.Problem
	told  map[int]evaluate.Problem // of rows that are joined, by row
}

// doubtNames compares the rows of a sheet, silent ones too, with the people their numbers
// belong to; says tells of a row whether there is anything to ask about.
func (d *directory) doubtNames(people []person, ids identityFacts, days []*evaluate.FactDef, says func(row int) bool) *doubted {
	out := &doubted{rows: map[int][]int{}, told: map[int]evaluate.Problem{}}
	of := 0
	var others, respelled []misnamed
	var at, respelledAt []int // their rows
	for row, p := range people {
		owner, how := d.ownerOf(p, days)
		if owner == (person{}) {
			continue
		}
		of++
		m := misnamed{entry: &entry{person: p}, owner: owner, how: how}
		switch {
		case how == strange, how == renamed:
			if named := d.bearing(p.branch, p.name); p.name != owner.name && len(named) > 0 {
				m.named = &d.people[named[0]]
			}
			others, at = append(others, m), append(at, row)
		case how == agrees && otherWords(p.name, owner.name):
			respelled, respelledAt = append(respelled, m), append(respelledAt, row)
		}
	}
	if isMost(len(others), of) {
		others, at = append(others, respelled...), append(at, respelledAt...)
		var owners []evaluate.Origin
		for i, m := range others {
			if says(at[i]) {
				owners = append(owners, m.owner.at(ids))
			}
		}
		p := problemOtherNames(ids, others, of, owners)
		out.whole = &p
	} else {
		for i, m := range respelled {
			out.told[respelledAt[i]] = noteOtherWords(ids, []misnamed{m}, knownByReports)
		}
	}
	for i, m := range others {
		if m.isTold() && out.whole == nil {
			out.told[at[i]] = noteRenamed(m.at(ids), m.owner.at(ids), knownByReports)
			continue
		}
		out.rows[at[i]] = d.perhapsMeant(m.person, out.whole != nil)
	}
	return out
}

// isMost tells whether rows with another's name are more than change their names in a year.
func isMost(n, of int) bool { return n > 1 && 2*n > of }

// perhapsMeant are those whose number or whose name stands in a row: of the name, who
// bears it in the branch, else or where a column may have moved, anywhere.
func (d *directory) perhapsMeant(p person, moved bool) []int {
	out := slices.Concat(d.byIdentity.of(p.identity), d.byCard.of(p.card))
	named := d.bearing(p.branch, p.name)
	if moved || len(named) == 0 {
		named = d.names().of(p.name)
	}
	out = append(out, named...)
	slices.Sort(out)
	return slices.Compact(out)
}

// whoIs is the question about a row that may mean somebody; where the names of most of a
// sheet stand beside others' numbers, his own report's before the row's, it is that of the sheet.
func (a *assembly) whoIs(row, who person, ids identityFacts) evaluate.Problem {
	for _, p := range []person{who, row} {
		if moved := a.moved[p.at(ids)]; moved != nil {
			return *moved
		}
	}
	p := problemWeakMatch(row.at(ids), who.at(ids))
	if sharesNumber(row, who) && strangers(row, who) {
		p.Message = "họ tên ở dòng này không phải của người mang số ấy nên chưa chắc dòng này là ai, và dữ kiện ở đây chưa được dùng"
		p.Hint = "xem họ tên hay số bị gõ nhầm, chép lệch dòng; sửa rồi nhập lại kèm --replace"
		p.Related[0].Note = "người mang số ấy ở đây"
	}
	return p
}

// doubtRows looks for rows about posts whose numbers are those of people of other names:
// the members, and where an office or a committee speaks of posts, whom branches have there.
func (p *posts) doubtRows(rows []readRow) {
	var members, reported []person
	if d := p.directories[evaluate.Member]; d != nil {
		members = d.people
	}
	for i := range rows {
		if rows[i].book.Receipt.Kind == excel.BranchBook {
			reported = append(reported, rows[i].who)
		}
	}
	own, others := newDirectory(members), newDirectory(slices.Concat(members, reported))
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].table == rows[0].table {
			n++
		}
		d := others
		if rows[0].book.Receipt.Kind == excel.BranchBook {
			d = own
		}
		p.doubtSheet(rows[:n], d)
		rows = rows[n:]
	}
}

func (p *posts) doubtSheet(rows []readRow, d *directory) {
	people := make([]person, len(rows))
	for i := range rows {
		people[i] = rows[i].who
	}
	doubt := d.doubtNames(people, p.ids, lastingDays(p.schema), func(int) bool { return true })
	for i := range rows {
		if note, told := doubt.told[i]; told {
			p.problems = append(p.problems, note)
		}
		if doubt.rows[i] != nil {
			rows[i].who.doubted = true
			p.moved[people[i].at(p.ids)] = doubt.whole
		}
	}
}
