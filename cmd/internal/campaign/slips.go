package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch's row may have one slip, a digit of the number or the name, where all other
// workbooks have the person right. It is asked about at that cell, once: the others, which
// know him by his own number, are joined to the row while it waits, and asked about nowhere.

// meaning is whom a row under another's number, or with another name, means but for that; nil
// where too little else says so.
func (m misnamed) meaning(days []*evaluate.FactDef) *person {
	out := m.person
	switch {
	case m.named != nil && m.named.branch == m.branch && kinshipOf(m.person, *m.named, days).how == certain:
		out.identity = m.named.identity
		if out.card == m.owner.card {
			out.card = m.named.card
		}
	case m.named == nil && m.owner.branch == m.branch && isBorn(m.person, m.owner) && m.identity == m.owner.identity &&
		(m.card != "" && m.card == m.owner.card || sharesDay(m.person, m.owner, days)):
		out.name = m.owner.name
	default:
		return nil
	}
	return &out
}

// swappedWith tells whether each of two rows has the number of the other's person.
func (m misnamed) swappedWith(o misnamed) bool {
	return m.named != nil && o.named != nil && m.owner == *o.named && o.owner == *m.named
}

// joinAsMeant lets whatever else is said of people whose rows have a slip find them, unless
// another row has that number rightly. It goes after all that asks of reports by what they write.
func (r *roll) joinAsMeant() {
	own := map[string]bool{}
	for _, e := range r.entries {
		own[e.identity] = own[e.identity] || e.meant == nil && e.identity != ""
	}
	for _, e := range r.entries {
		if e.meant != nil && !own[e.meant.identity] {
			e.person = *e.meant
		}
	}
}

// numbered are the rows of the other roles, and those of the office and of base committees
// that say anything, by their numbers.
func (a *assembly) numbered() map[string][]person {
	if a.byNumber != nil {
		return a.byNumber
	}
	a.byNumber = map[string][]person{}
	for _, k := range a.books {
		for _, kind := range []evaluate.Kind{evaluate.Member, evaluate.Leader, evaluate.Staff} {
			t := k.table(kind)
			speaks := k.Receipt.Kind == excel.BaseBook || k.Receipt.Kind == excel.OfficeBook || k.Receipt.Kind == excel.BranchBook && kind != evaluate.Member
			if t == nil || !speaks {
				continue
			}
			schema := a.Library.Vocabulary.Schema(kind)
			b, _ := bind(t, schema)
			if b == nil {
				continue // told where they are read
			}
			allowed := k.sender(a.tree).suppliers(kind)
			take := func(fact int) bool { return allowed.supply(&schema.Facts[fact]) }
			ids := identityOf(schema)
			for row := range t.len() {
				if p := b.personAt(row, ids, a.branchOf, ""); p.identity != "" && (kind != evaluate.Member || b.says(row, take)) {
					a.byNumber[p.identity] = append(a.byNumber[p.identity], p)
				}
			}
		}
	}
	return a.byNumber
}

// askSlip asks once about a row whose number a list knows otherwise and no other workbook
// has, and joins by the listed one; of a template only where another workbook has that,
// for a branch may correct it. False where the row is not the only one to differ.
func (a *assembly) askSlip(r *roll, e *entry, known person, byRoster bool) bool {
	other := func(p person) bool { return p.name != e.name || bornApart(p, e.person) }
	own := slices.DeleteFunc(slices.Clone(a.numbered()[e.identity]), other)
	others := slices.DeleteFunc(slices.Clone(a.numbered()[known.identity]), other)
	if slices.ContainsFunc(own, func(p person) bool { return p.at(r.ids).File != e.at(r.ids).File }) ||
		slices.ContainsFunc(r.entries, func(o *entry) bool { return o != e && (o.identity == known.identity || o.identity == e.identity) }) {
		return false
	}
	if !byRoster && len(others) == 0 {
		return false
	}
	at := []evaluate.Origin{known.in.table.origin(known.row, r.ids.identity)}
	for _, p := range others {
		if len(at) < mostNamed {
			at = append(at, p.in.table.origin(p.row, r.ids.identity))
		}
	}
	e.hold(problemSlip(e.in.table.origin(e.row, r.ids.identity), at))
	e.identity = known.identity
	return true
}

func problemSlip(at evaluate.Origin, others []evaluate.Origin) evaluate.Problem {
	return question("E345", at, "số định danh ở dòng này khác số mà danh sách, mẫu ghi sẵn hoặc tệp khác ghi về người cùng họ tên, cùng số thẻ, ngày sinh hoặc ngày vào Đảng; có lẽ gõ nhầm ở đây",
		"đối chiếu với giấy tờ của người ấy: số ở dòng này sai thì sửa ở đây; số này đúng thì sửa ở các nơi kia (danh sách sai thì nhập danh sách mới); rồi nhập lại kèm --replace",
		seconds(others, "số khác ghi ở đây")...)
}
