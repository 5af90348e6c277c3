package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom a workbook named for templates gives stays in the template when it is written
// again. One that was named by mistake can be taken back: whom it alone gave, and the
// states that it alone gave, are then dropped. So it is kept, by hashes that only the
// office can trace, which workbooks gave whom.

// namedList is a workbook that was named; the zero value stands for reports, rosters
// taken in and templates of which nobody knows who gave whom, which cannot be taken back.
type namedList struct {
	Path   string `json:"path,omitempty"` // label
	Digest string `json:"sha256,omitempty"`
	// Earlier tells that it is of another period.
	Earlier bool `json:"earlier,omitempty"`
}

// givenBy tells who gave those whom a template names.
type givenBy struct {
	Lists []namedList      `json:"lists"`
	Of    map[string][]int `json:"of"` // by a hash of who and what, positions in Lists
}

// giving gathers it while templates are written.
type giving struct {
	back       func(namedList) bool // which workbooks are taken back; nil for none
	by         map[string][]namedList
	rows       map[int][]namedList // by row of the frame of members
	backRows   []takenRow
	peopleBack int
	statesBack int
	lostBack   int // of the states, those of people who stand in no template now
	restored   int // who stand by what others say
	restoredIn []string
	lists      map[namedList]int // how many people and states each gave that nobody else did
	copies     []*kept           // the workbooks named, to be kept
	withdrawn  []*kept           // what is kept of those that are taken back
}

func newGiving(n *named) giving {
	return giving{back: n.back, copies: n.copies, withdrawn: n.withdrawn, by: map[string][]namedList{}, rows: map[int][]namedList{}, lists: map[namedList]int{}}
}

// givenKey tells people of a template apart; kind is of the sheet, or says that a row is
// about somebody gone.
func (a *assembly) givenKey(kind, name, identity, card, branch string) string {
	switch {
	case identity != "":
		name = "identity:" + identity
	case card != "":
		name = "card:" + card
	default:
		name = "name:" + branch + ":" + name
	}
	return a.names.hash("given:" + kind + ":" + name)
}

const givenGone = "gone"

func (a *assembly) keyOfRow(kind string, p person) string {
	if kind == givenGone {
		return a.givenKey(kind, p.name, "", "", p.branch)
	}
	if kind != string(evaluate.Member) {
		p.branch = "" // of posts not all rows name it
	}
	return a.givenKey(kind, p.name, p.identity, p.card, p.branch)
}

// give notes that somebody was given by workbooks.
func (g *giving) give(key string, by ...namedList) {
	for _, l := range by {
		if !slices.Contains(g.by[key], l) {
			g.by[key] = append(g.by[key], l)
		}
	}
}

// giversOf are the workbooks that gave a row: the one that is named itself, those which a
// template remembers, without what is taken back. withdrawn tells that none is left.
func (m *templateMaker) giversOf(k *kept, key string, named bool) (by []namedList, withdrawn bool) {
	switch {
	case named:
		return []namedList{{k.Receipt.Path, k.Receipt.Digest, m.isEarlier(k)}}, false
	case k.Receipt.Given == nil || len(k.Receipt.Given.Of[key]) == 0:
		return []namedList{{}}, false
	}
	for _, i := range k.Receipt.Given.Of[key] {
		if l := k.Receipt.Given.Lists[i]; m.back == nil || l == (namedList{}) || !m.back(l) {
			by = append(by, l)
		}
	}
	return by, len(by) == 0
}

// withdraw takes out of a template written before what only workbooks gave that are taken
// back, and the rows of members to which one of them gave something, where others are heard
// again that know them: nobody knows which gave what. Against a report it stays what was sent.
func (m *templateMaker) withdraw(k *kept, heard *knownRows) *kept {
	if m.back == nil {
		return k
	}
	out := *k
	out.Tables = nil
	for _, t := range k.Tables {
		tied, _ := bind(&t, m.Library.Vocabulary.Schema(t.Kind))
		if tied == nil {
			out.Tables = append(out.Tables, t)
			continue
		}
		kind, ids := string(t.Kind), identityOf(m.Library.Vocabulary.Schema(t.Kind))
		if t.Left {
			kind = givenGone
		}
		var rows []int
		for row := range t.len() {
			p := tied.personAt(row, ids, m.branchOf, k.Receipt.Org)
			p.branch = m.branchNow(p.branch)
			key, by := m.keyOfRow(kind, p), ""
			_, alone := m.giversOf(k, key, false)
			if at := p.at(ids); !alone && at.File != k.Receipt.Path { // a row of the workbook itself that disputes a report
				alone = m.back(namedList{Path: at.File})
			}
			for _, i := range k.Receipt.givers(key) {
				l := k.Receipt.Given.Lists[i]
				switch {
				case alone:
					m.lists[l]++
				case m.back(l):
					m.lists[l] += 0 // it stands in the journal all the same
				default:
					continue
				}
				by = l.Path
			}
			if !alone && (by == "" || kind != string(evaluate.Member) || m.orgOf(k.Receipt.Org) < 0 || m.hasReported(k.Receipt.key()) || len(heard.indexesHere(p)) == 0) {
				rows = append(rows, row)
				continue
			}
			if t.Kind == evaluate.Member {
				m.backRows = append(m.backRows, takenRow{p, alone, t.Left, by})
			} else {
				m.peopleBack++
			}
		}
		if left := t.pick(rows); len(rows) > 0 {
			out.Tables = append(out.Tables, left)
		}
	}
	return &out
}

// keepEnded keeps the templates of organizations that ended, which are written no more and are
// heard for those that followed, without what is taken back and with what workbooks named say of
// people of whom else it would be told each time that they stand in no template.
func (m *templateMaker) keepEnded() error {
	for _, k := range m.prefilled {
		if m.orgOf(k.Receipt.Org) >= 0 || !m.addGone(k) && m.back == nil {
			continue
		}
		if err := saveKept(m.Folder.prefilledPath(k.Receipt.Org), k); err != nil {
			return err
		}
	}
	return nil
}

// addGone adds to the template of an organization that ended, and that not one alone followed,
// the rows of workbooks named about those of its people who are gone.
func (m *templateMaker) addGone(k *kept) (any bool) {
	t, schema := k.table(evaluate.Member), m.Library.Vocabulary.Schema(evaluate.Member)
	if t == nil || m.standsNow(k) || len(m.named) == 0 {
		return false
	}
	tied, _ := bind(t, schema)
	if tied == nil {
		return false
	}
	ids, own := identityOf(schema), newDirectory(nil)
	for row := range t.len() {
		own.add(tied.personAt(row, ids, m.branchOf, k.Receipt.Org))
	}
	before := newGoneSaid(m.goneRows([]*kept{k}, ids))
	for _, p := range own.people {
		if len(before.of(p)) > 0 || !m.hasLeft(p, own) {
			continue
		}
		rows := m.gone.of(p)
		if i := slices.IndexFunc(rows, func(row goneRow) bool { return row.denies(p) && slices.Contains(m.named, row.book) }); i >= 0 {
			k.put(rows[i].in.table.pick([]int{rows[i].row}))
			any = true
		}
	}
	return any
}

func (r *Receipt) givers(key string) []int {
	if r.Given == nil {
		return nil
	}
	return r.Given.Of[key]
}

// recall takes out of the templates written before what is taken back, and remembers who
// gave whom they name.
func (m *templateMaker) recall() {
	m.prefilled = slices.Clone(m.prefilled)
	var heard *knownRows
	if m.back != nil {
		heard = m.heardAgain()
	}
	for i, k := range m.prefilled {
		m.prefilled[i] = m.withdraw(k, heard)
		if k.Receipt.Given != nil {
			for key := range k.Receipt.Given.Of {
				by, _ := m.giversOf(k, key, false)
				m.give(key, by...)
			}
		}
	}
	m.placed = nil // the templates as they were had a say in it
}

// givePosts notes who gave the leaders or officials whom templates name.
func (m *templateMaker) givePosts(p *posts, pop *evaluate.Population, from []*kept) {
	books := map[*binding]*kept{}
	for _, b := range p.tables {
		books[b.binding] = b.book
	}
	f := pop.Frame
	text := func(row int, r evaluate.Role) string { return f.Text(row, f.Schema.ByRole(r)) }
	for row, e := range p.entries {
		of := map[*kept]person{books[e.in]: e.person}
		for _, o := range e.others {
			of[o.book] = p.whoAt(o.bound, o.row)
		}
		key := m.givenKey(string(p.kind), foldName(text(row, evaluate.RoleName)), digits(text(row, evaluate.RoleIdentity)), excel.FoldCard(text(row, evaluate.RoleCard)), "")
		for k, who := range of {
			if k == nil {
				continue
			}
			isNamed := slices.ContainsFunc(from, func(n *kept) bool { return n.Receipt.Path == k.Receipt.Path && n.Receipt.Digest == k.Receipt.Digest })
			by, _ := m.giversOf(k, m.keyOfRow(string(p.kind), who), isNamed)
			m.give(key, by...)
		}
	}
}

// giveRows notes who gave the members of the frame, by what stands in their rows now.
func (m *templateMaker) giveRows() {
	known := m.known[evaluate.Member]
	f := known.frame
	name, identity, card := f.Schema.ByRole(evaluate.RoleName), f.Schema.ByRole(evaluate.RoleIdentity), f.Schema.ByRole(evaluate.RoleCard)
	for row, by := range m.rows {
		m.give(m.givenKey(string(evaluate.Member), foldName(f.Text(row, name)), digits(f.Text(row, identity)), excel.FoldCard(f.Text(row, card)), known.orgs[row]), by...)
	}
}

// givenOf is what is kept of a template: who gave those whom it names.
func (m *templateMaker) givenOf(now *kept) *givenBy {
	out := &givenBy{Of: map[string][]int{}}
	for i := range now.Tables {
		t := &now.Tables[i]
		tied, _ := bind(t, m.Library.Vocabulary.Schema(t.Kind))
		if tied == nil {
			continue
		}
		kind, ids := string(t.Kind), identityOf(m.Library.Vocabulary.Schema(t.Kind))
		if t.Left {
			kind = givenGone
		}
		for row := range t.len() {
			p := tied.personAt(row, ids, m.branchOf, now.Receipt.Org)
			p.branch = m.branchNow(p.branch)
			key := m.keyOfRow(kind, p)
			if len(out.Of[key]) > 0 {
				continue
			}
			for _, l := range m.by[key] {
				at := slices.Index(out.Lists, l)
				if at < 0 {
					at, out.Lists = len(out.Lists), append(out.Lists, l)
				}
				out.Of[key] = append(out.Of[key], at)
			}
		}
	}
	if len(out.Of) == 0 {
		return nil
	}
	return out
}
