package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A branch's template names whom any source knows: its report, the workbooks named, rosters
// taken in, the template written before. A list of the one who came this year would else
// send out a template that names him alone, and nobody would miss the others.

// listSource are workbooks that are heard together: of two of them that disagree the first
// named is followed.
type listSource struct {
	books []*kept
	named bool // with the command
}

// filledIn is whom the templates name so far, each with his frame row and the workbook
// that is followed about him.
type filledIn struct {
	*directory
	row  []int
	book []*kept
	// reported are the branches that have reported; listed those of which some source has
	// named people, true where one was a roster, which lists everybody.
	reported, listed map[string]bool
}

func newFilledIn() *filledIn {
	return &filledIn{directory: newDirectory(nil), reported: map[string]bool{}, listed: map[string]bool{}}
}

func (s *filledIn) add(p person, row int, book *kept) {
	s.directory.add(p)
	s.row, s.book = append(s.row, row), append(s.book, book)
}

// list notes that a workbook has named people of a branch.
func (s *filledIn) list(branch string, book *kept) {
	s.listed[branch] = s.listed[branch] || book.Receipt.Kind == excel.RosterBook
}

// of is the one who certainly is the person of a row of another source, -1 for none. A
// source that has him in another branch is heard of that branch, too, unless this one has
// reported without him and the other reports him.
func (s *filledIn) of(p person, own *directory, days []*evaluate.FactDef) int {
	m, _ := s.findAmong(p, own, days)
	found := []int{m.sure}
	if m.same {
		found = m.maybe
	}
	for _, i := range found {
		if i >= 0 && (s.people[i].branch == p.branch || s.reported[p.branch] && s.reported[s.people[i].branch]) {
			return i
		}
	}
	return -1
}

// joining is one run of addFrom.
type joining struct {
	listSource
	*filledIn                // of this source alone
	shown     map[string]int // the result workbooks of one campaign show one person under one id, however little is known of him
	apart     sourcesApart
	lacked    map[*kept]*lacking
	order     []*kept
}

// lacking is whom a workbook names and what is followed before it does not: a report, or
// a roster.
type lacking struct{ report, roster []person }

// addFrom adds whom workbooks know: somebody known already gets what was still open of
// him, everybody else joins his branch, unless he has left.
func (m *templateMaker) addFrom(s listSource) error {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids := identityOf(schema)
	j := &joining{listSource: s, filledIn: newFilledIn(), shown: map[string]int{}, lacked: map[*kept]*lacking{},
		apart: *newSourcesApart(schema)}
	for _, k := range s.books {
		t := k.table(evaluate.Member)
		if t == nil {
			continue
		}
		tied, lost := bind(t, schema)
		if tied == nil {
			return refuse([]evaluate.Problem{problemStale(k.Receipt.Path, lost)})
		}
		m.join(j, bound{tied, k}, ids)
	}
	m.warnings = append(m.warnings, j.apart.problems()...)
	for _, k := range j.order {
		m.warnings = append(m.warnings, j.lacked[k].problems(ids)...)
	}
	for i, p := range j.people {
		m.filledIn.add(p, j.row[i], j.book[i])
		m.filledIn.list(m.listedAs(p, j.book[i]), j.book[i])
	}
	return nil
}

// join adds the people of one workbook.
func (m *templateMaker) join(j *joining, b bound, ids identityFacts) {
	known := m.known[evaluate.Member]
	b.into(known.frame)
	nowhere := unknownPlaces{hidden: b.book.Receipt.Kind == excel.ResultBook}
	elsewhere := nowhere
	own, claimed := newDirectory(nil), map[person]bool{}
	var said []string // of each row its branch, as it is named
	var astray []bool // of each row whether another source says where he is now
	var strange []person
	for row := range b.table.len() {
		p := b.personAt(row, ids, m.branchOf, b.book.Receipt.Org)
		there := m.standsIn(p)
		placed := m.orgOf(there) >= 0 && m.orgOf(m.branchNow(p.branch)) < 0
		if placed {
			elsewhere.add(p.branch, p)
		}
		said, astray = append(said, p.branch), append(astray, placed)
		p.branch = there
		own.add(p)
	}
	for row, p := range own.people {
		if m.hasLeft(p, own) {
			continue
		}
		if m.orgOf(p.branch) < 0 {
			if m.lost.find(p).sure < 0 { // else another workbook told of him
				nowhere.add(p.branch, p)
			}
			continue
		}
		by, _ := m.giversOf(b.book, m.keyOfRow(string(evaluate.Member), p), j.named)
		asked := !j.named && p.status() == "" && slices.ContainsFunc(by, func(l namedList) bool { return l.Earlier }) // when the template was written
		id := b.table.subject(row)
		found, _ := j.findAmong(p, own, j.apart.days)
		sure := found.sure
		if at, met := j.shown[id]; sure < 0 && met && id != "" {
			sure = at
		}
		if sure >= 0 {
			j.shown[id], claimed[j.people[sure]] = sure, true
			if q := &j.people[sure]; q.branch != p.branch {
				way := placing{here: q.branch, there: p.branch, earlier: m.isEarlier(b.book) || m.isEarlier(j.book[sure])}
				way.open = way.earlier && m.askState(j.row[sure], p.status())
				m.twice.add(way, q.at(ids), p.at(ids))
			}
			j.apart.compare(j.book[sure], j.people[sure], p)
			if bornApart(j.people[sure], p) || otherName(j.people[sure].name, p.name) {
				j.apart.otherwise(j.book[sure], j.people[sure], p)
			}
			m.rows[j.row[sure]] = append(m.rows[j.row[sure]], by...)
			b.overlay(row, j.row[sure], m.takes(b, row, j.row[sure], said[row], j.people[sure].branch), func(int, string) {})
			continue
		}
		if at := m.filledIn.of(p, own, j.apart.days); at >= 0 {
			claimed[m.filledIn.people[at]] = true
			m.rows[m.filledIn.row[at]] = append(m.rows[m.filledIn.row[at]], by...)
			if asked && !m.filledIn.reported[p.branch] {
				m.askState(m.filledIn.row[at], "")
			}
			if j.named {
				m.reportedElsewhere(p, m.filledIn.people[at], b.book, ids)
			}
			if !m.filledIn.reported[m.filledIn.people[at].branch] { // a report's blanks are its own
				if b.book.Receipt.Kind == excel.RosterBook {
					j.apart.compareState(m.filledIn.book[at], m.filledIn.people[at], p)
				}
				b.overlay(row, m.filledIn.row[at], m.takes(b, row, m.filledIn.row[at], said[row], p.branch), func(int, string) {})
			}
			continue
		}
		if in, at := m.bearer(j, own, p); at >= 0 {
			q := in.people[at]
			m.rows[in.row[at]] = append(m.rows[in.row[at]], by...)
			j.apart.otherwise(in.book[at], q, p)
			claimed[q] = true
			if !in.reported[q.branch] {
				b.overlay(row, in.row[at], m.takes(b, row, in.row[at], said[row], q.branch), func(int, string) {})
			}
			continue
		}
		j.shown[id] = len(j.people)
		strange = append(strange, p)
		to := m.appendLasting(b, row, said[row], p.branch)
		m.rows[to] = append(m.rows[to], by...)
		j.add(p, to, b.book)
		if i := known.frame.Schema.ByRole(evaluate.RoleBranchCode); i >= 0 {
			known.frame.SetText(to, i, p.branch)
		}
		known.orgs = append(known.orgs, p.branch)
		m.lackedBefore(j, p, b.book, j.named || astray[row])
	}
	for _, p := range own.people {
		j.list(m.listedAs(p, b.book), b.book) // whom a later workbook of the run adds, this one lacks
	}
	for _, p := range strange {
		m.doubtTwice(j, p, claimed)
	}
	for _, p := range strange {
		for _, row := range m.gone.perhaps(p) {
			m.maybeGone.add(file(p), p.at(ids), row.person.at(ids))
			m.doubled[p.at(ids)] = true
		}
	}
	m.tellStrangers(&nowhere, ids)
	m.warnings = append(m.warnings, elsewhere.problems(ids, noteNoSuchBranch)...)
}

// doubtTwice tells of somebody added who is perhaps one of those of another workbook.
func (m *templateMaker) doubtTwice(j *joining, p person, claimed map[person]bool) {
	for _, s := range []*filledIn{j.filledIn, m.filledIn} {
		for _, i := range s.perhapsNamed(p, j.apart.days) {
			if s.people[i].in.table != p.in.table && !claimed[s.people[i]] {
				j.apart.doubt(s.book[i], s.people[i], p)
				m.doubled[p.at(j.apart.ids)] = true
				return
			}
		}
	}
}

// listedAs is the branch of which a workbook lists somebody: one that ended lists nobody
// else of the branch that followed it.
func (m *templateMaker) listedAs(p person, book *kept) string {
	if r := book.Receipt; r.Kind == excel.BranchBook && m.orgOf(r.Org) < 0 {
		return r.Org
	}
	return p.branch
}

// lackedBefore notes somebody added to a branch whose people another source has listed; named
// tells that a workbook named for templates has him there, or had when they were written last.
func (m *templateMaker) lackedBefore(j *joining, p person, book *kept, named bool) {
	as := m.listedAs(p, book)
	roster, listed := m.filledIn.listed[as]
	first, beside := j.listed[as] // by a workbook named before
	if roster = roster || first || m.filledIn.listed[p.branch]; !roster && !listed && !beside && !m.filledIn.reported[p.branch] {
		return
	}
	m.kept[p.branch]++
	if j.lacked[book] == nil {
		j.lacked[book], j.order = &lacking{}, append(j.order, book)
	}
	switch l := j.lacked[book]; {
	case m.filledIn.reported[p.branch] && named:
		if j.named || len(m.named) > 0 { // told when it was named
			l.report = append(l.report, p)
		}
		m.added[p.branch] = append(m.added[p.branch], p)
	case roster && !m.filledIn.reported[p.branch]: // of others the reports are asked
		l.roster = append(l.roster, p)
	}
}

func (l *lacking) problems(ids identityFacts) (out []evaluate.Problem) {
	for _, of := range []struct {
		people []person
		tell   func(at []evaluate.Origin, branches []string) evaluate.Problem
	}{{l.report, problemReportLacks}, {l.roster, problemRosterLacks}} {
		var at []evaluate.Origin
		var branches []string
		for _, p := range of.people {
			at = append(at, p.at(ids))
			if !slices.Contains(branches, p.branch) {
				branches = append(branches, p.branch)
			}
		}
		if len(at) > 0 {
			out = append(out, of.tell(at, branches))
		}
	}
	return out
}
