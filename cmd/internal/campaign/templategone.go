package campaign

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom one workbook named for templates lists as gone another may list among those to
// be reviewed. The one named first is followed, but that somebody has gone since the
// period of an earlier workbook is no contradiction.

// readLeft gathers whom the workbooks named, the templates written before, rosters, and
// the reports of their branches, list as no longer there.
func (m *templateMaker) readLeft(named []*kept) {
	ids := identityOf(m.Library.Vocabulary.Schema(evaluate.Member))
	before, alive, known := m.sentGone(named, ids), m.aliveIn(named, ids), m.aliveIn(m.before, ids)
	sent := newGoneSaid(m.goneRows(m.prefilled, ids))
	met, listed, reported := newDirectory(nil), newDirectory(nil), m.reportedRows(ids)
	var said []goneRow
	var told cellPairs[disagreement]
	for _, row := range slices.Concat(m.goneRows(named, ids), before.named, m.goneRows(m.books, ids), before.others) {
		row.branch = m.standsIn(row.person)
		again := isAgain(met, row.person) // listed in two workbooks
		met.add(row.person)
		there, back := m.stillReported(&row, reported)
		if row.sent && (again || there != nil && m.isOwnWord(&row) || before.answered(&row, m.tellers(&row), there != nil, &told, ids)) {
			continue
		}
		if there != nil || back {
			switch {
			case back, again:
			case row.sent:
				m.dispute(there.branch, row.person)
			case slices.Contains(named, row.book):
				told.add(disagreement{gone: row.at.File, there: there.at(ids).File, reported: true}, row.at, there.at(ids))
				m.dispute(there.branch, row.person)
			}
			continue
		}
		follow, cell := m.contested(&row, named, alive, ids)
		d := disagreement{gone: row.at.File, there: cell.File, follow: follow, roster: !slices.Contains(named, row.book)}
		if cell.IsZero() && !d.roster && len(sent.of(row.person)) == 0 {
			_, cell = m.contested(&row, m.before, known, ids)
			d.there, d.earlier = cell.File, true
		}
		if !cell.IsZero() && !again {
			told.add(d, row.at, cell)
		}
		if follow {
			continue
		}
		said = append(said, row)
		key := m.keyOfRow(givenGone, row.person)
		by, _ := m.giversOf(row.book, key, slices.Contains(named, row.book))
		m.give(key, by...)
		if isAgain(listed, row.person) {
			continue
		}
		listed.add(row.person)
		if m.orgOf(row.branch) < 0 {
			m.leftUnplaced++
		}
		m.left[row.branch] = append(m.left[row.branch], row.LeftPerson)
	}
	m.gone = newGoneSaid(said)
	m.gone.days = lastingDays(m.Library.Vocabulary.Schema(evaluate.Member))
	m.warnings = append(m.warnings, told.tell(problemGoneOrThere)...)
}

// isAgain tells whether somebody is met already: a row of the same name of his branch in
// another workbook is his where nothing is denied, for both say the same.
func isAgain(met *directory, p person) bool {
	return met.find(p).sure >= 0 || slices.ContainsFunc(met.perhapsNamed(p, nil), func(i int) bool { return file(met.people[i]) != file(p) })
}

// hasLeft tells whether somebody of a workbook, own, is gone for good, or from the branch a row
// puts him in. Which of two people of one name and year of birth has gone that alone does not say.
func (m *templateMaker) hasLeft(p person, own *directory) bool {
	gone := func(q person) bool {
		return slices.ContainsFunc(m.gone.of(q), func(row goneRow) bool { return row.denies(q) })
	}
	if !gone(p) || len(m.gone.indexes(p)) > 0 {
		return gone(p)
	}
	return !slices.ContainsFunc(own.bearing(p.branch, p.name), func(i int) bool { return own.people[i] != p && gone(own.people[i]) })
}

// denies tells whether the row says that somebody is not where another row puts him.
func (row *goneRow) denies(p person) bool {
	return row.branch == p.branch || !excel.MovedAway(row.Status) && sharesNumber(row.person, p)
}

// aliveIn finds, in each of some workbooks, those whom it lists to be reviewed.
func (m *templateMaker) aliveIn(books []*kept, ids identityFacts) []*knownRows {
	out, days := make([]*knownRows, len(books)), lastingDays(m.Library.Vocabulary.Schema(evaluate.Member))
	for i, k := range books {
		out[i] = newKnownRows(m.knownIn(k, ids))
		out[i].days = days
	}
	return out
}

// contested is the cell of another workbook named, now or in earlier runs, that has somebody whom a row of a
// workbook named, or of a roster taken in, lists as gone, none where that workbook is merely older; follow tells that it was named first.
func (m *templateMaker) contested(row *goneRow, named []*kept, alive []*knownRows, ids identityFacts) (follow bool, cell evaluate.Origin) {
	at := slices.Index(named, row.book)
	if at < 0 && row.book.Receipt.Kind != excel.RosterBook && !slices.Contains(m.named, row.book) {
		return false, evaluate.Origin{} // a report, or answered already
	}
	for i, k := range named {
		if i == at || m.isEarlier(k) && (!m.isEarlier(row.book) || i > at) {
			continue
		}
		if there := row.deniedBy(alive[i]); there != nil {
			return i < at, there.at(ids)
		}
	}
	return false, evaluate.Origin{}
}

// deniedBy is the one of some people who is where the row says that he is not, nil for none.
func (row *goneRow) deniedBy(alive *knownRows) *person {
	for _, i := range alive.indexesHere(row.person) {
		if there := &alive.rows[i].person; row.denies(*there) {
			return there
		}
	}
	return nil
}

// disagreement is that one workbook lists people as gone and another as there.
type disagreement struct {
	gone, there string // files
	follow      bool   // the one that has them
	reported    bool   // that one is a report taken in
	roster      bool   // gone by a roster taken in, which takes somebody out whatever is named
	earlier     bool   // there by a workbook named in an earlier run
	before      bool   // gone by a template written before, which gone told
}

func problemGoneOrThere(d disagreement, gone, there []evaluate.Origin) evaluate.Problem {
	message := "tệp này ghi là không còn sinh hoạt, tệp nêu sau ghi còn; mẫu theo tệp nêu trước, kê ở trang “Không còn sinh hoạt”"
	if d.follow {
		message = "tệp này ghi là không còn sinh hoạt, tệp nêu trước ghi còn; mẫu theo tệp nêu trước, vẫn ghi sẵn để xếp loại"
	}
	hint := "hỏi lại chi bộ rồi sửa tệp ghi sai, hoặc đổi thứ tự các --from, và xuất mẫu lần nữa"
	if d.roster {
		message = "danh sách đã nhập này ghi là không còn sinh hoạt, tệp nêu để ghi sẵn mẫu ghi còn; mẫu theo danh sách, kê ở trang “Không còn sinh hoạt”"
		hint = "hỏi lại chi bộ; còn sinh hoạt thì nhập danh sách đảng viên đã sửa kèm --replace rồi xuất mẫu lần nữa, hoặc để chi bộ tự ghi thêm người ấy"
	}
	if d.earlier {
		message = "tệp này ghi là không còn sinh hoạt, tệp nêu ở lần xuất mẫu trước ghi còn; mẫu theo tệp này, kê ở trang “Không còn sinh hoạt”"
		hint = "không cần làm gì nếu đúng là không còn; tệp này sai thì sửa và xuất mẫu lần nữa với tệp ấy, nêu nhầm tệp thì rút bằng --not-from"
	}
	if d.reported {
		message = "tệp này ghi là không còn sinh hoạt, báo cáo đã nhận của chi bộ vẫn báo cáo; mẫu theo báo cáo, người ấy chờ đến khi hai bên khớp"
		hint = "hỏi lại chi bộ: không còn thật thì chi bộ chọn “Không còn: …” ở dòng ấy rồi gửi lại; tệp này sai thì sửa và xuất mẫu lần nữa với tệp ấy"
	}
	if d.before {
		p := question(codeUnlisted, there[0], peopleWord(len(there))+" ở tệp này ghi còn sinh hoạt, mẫu xuất lần trước kê là không còn sinh hoạt (theo "+cmp.Or(d.gone, "danh sách, báo cáo đã nhập")+"); mẫu nay theo tệp này, ghi sẵn để xếp loại",
			"hỏi lại chi bộ; không còn thật thì sửa tệp này, hoặc nêu tệp ghi không còn trước tệp này, và xuất mẫu lần nữa")
		p.Cells = cellsOnSheet(p.At, there)
		return p
	}
	p := question(codeUnlisted, gone[0], message, hint, secondsBySheet(there, "ghi còn sinh hoạt ở đây", "")...)
	p.Cells = cellsOnSheet(p.At, gone)
	return p
}

// problemPerhapsGone is about people whom nothing but a name in a branch joins with those
// whom another workbook lists as gone.
func problemPerhapsGone(_ string, there, gone []evaluate.Origin) evaluate.Problem {
	p := question("E344", there[0], "cùng họ tên, cùng chi bộ với người tệp khác ghi là không còn sinh hoạt, nhưng thông tin không đủ khớp để biết có là một người; mẫu ghi sẵn người này và vẫn kê người kia ở trang “Không còn sinh hoạt”",
		"một người thì ghi số định danh, số thẻ hoặc ngày sinh giống nhau ở hai tệp rồi xuất mẫu lần nữa, hoặc xóa dòng thừa trong mẫu", secondsBySheet(gone, "ghi không còn sinh hoạt ở đây", "")...)
	p.Cells = cellsOnSheet(p.At, there)
	return p
}
