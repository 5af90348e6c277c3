package campaign

import (
	"maps"
	"path/filepath"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Whom a template named is kept from the moment it is written, in the form of a
// workbook taken in: a row that somebody clears or deletes in the template would
// else be missed by nobody.

func (f Folder) prefilled() string { return f.kept("prefilled") }

func (f Folder) prefilledPath(org string) string {
	return filepath.Join(f.prefilled(), shortSum(org)+".kept")
}

// keepPrefilled keeps whom and what a template names, with the cells they stand
// in. What an earlier template named stays where the organization has reported
// since, for its report is held against it, and of kinds of which the new one
// names nobody; whom the new one adds to what was reported joins it. Whom it lists as
// gone is always the latest word (readLeft).
func (m *templateMaker) keepPrefilled(spec *excel.TemplateSpec, path string) error {
	facts, reported := m.namedFacts(spec), m.hasReported(bookKey{spec.Stamp.Kind, spec.Stamp.Org})
	var earlier *kept
	for _, k := range m.prefilled {
		if k.Receipt.key() == (bookKey{spec.Stamp.Kind, spec.Stamp.Org}) {
			earlier = k
		}
	}
	if reported {
		maps.DeleteFunc(facts, func(k evaluate.Kind, _ []int) bool {
			return k != evaluate.Member || earlier == nil && len(m.added[spec.Stamp.Org]) == 0
		})
	}
	if len(facts) == 0 && len(spec.Left) == 0 && earlier == nil && len(m.named) == 0 {
		return nil
	}
	in, _ := excel.Read(path, excel.ReadSpec{Vocabulary: m.Library.Vocabulary, People: true, Listed: true, Label: m.Folder.Label(path),
		Facts: map[excel.BookKind]map[evaluate.Kind][]int{spec.Stamp.Kind: facts}})
	if in == nil {
		return nil
	}
	now := keptOf(m.Folder.Label(path), in, nil, m.now())
	whole := now.table(evaluate.Member)
	if reported {
		now.Tables = slices.DeleteFunc(slices.Clone(now.Tables), func(t table) bool { return !t.Left })
	}
	if earlier != nil {
		now.Tables = append(now.Tables, m.standing(earlier, now)...)
	}
	if reported && whole != nil {
		m.keepAdded(now, whole)
	}
	m.keepDisputed(now)
	now.Receipt.Given = m.givenOf(now)
	if earlier != nil {
		m.keepCalled(earlier, now)
	}
	if len(now.Tables) == 0 && earlier == nil {
		return nil
	}
	return saveKept(m.Folder.prefilledPath(spec.Stamp.Org), now)
}

// keepAdded keeps, beside what an earlier template named, the rows of those whom a
// workbook named for the new one adds to what their branch has reported. Whom the
// earlier one named stands in the new file on another row.
func (m *templateMaker) keepAdded(now *kept, whole *table) {
	schema := m.Library.Vocabulary.Schema(evaluate.Member)
	ids, org := identityOf(schema), now.Receipt.Org
	added, there, stands, before := newDirectory(nil), newDirectory(nil), newDirectory(nil), now.table(evaluate.Member)
	for _, p := range m.added[org] {
		added.add(p)
	}
	people := func(t *table) (out []person) {
		if tied, _ := bind(t, schema); tied != nil {
			for row := range t.len() {
				out = append(out, tied.personAt(row, ids, m.branchOf, org))
			}
		}
		return out
	}
	all := people(whole)
	for _, p := range all {
		stands.add(p)
	}
	if before != nil {
		before.Row = slices.Clone(before.Row)
		for row, p := range people(before) {
			there.add(p)
			if at := stands.find(p).sure; at >= 0 && before.origin(row, "").File == whole.origin(at, "").File {
				before.Row[row] = whole.Row[at]
			}
		}
	}
	var rows []int
	for row, p := range all {
		if added.find(p).sure >= 0 && there.find(p).sure < 0 {
			rows = append(rows, row)
		}
	}
	switch more := whole.pick(rows); {
	case len(rows) == 0:
	case before == nil:
		now.Tables = append(now.Tables, more)
	default:
		*before = *before.with(&more)
	}
}

// standing are the tables of an earlier template that a new one does not replace.
func (m *templateMaker) standing(earlier, now *kept) (out []table) {
	for _, t := range earlier.Tables {
		replaced := now.table(t.Kind) != nil
		if t.Left {
			replaced = m.sets[t.Kind] != nil
		}
		if !replaced {
			out = append(out, t)
		}
	}
	return out
}

// namedFacts are, by kind, the facts kept of those a template names. Of members
// only their branch is asked for them; base committees and the office may well
// have nothing to say of most.
func (m *templateMaker) namedFacts(spec *excel.TemplateSpec) map[evaluate.Kind][]int {
	out := map[evaluate.Kind][]int{}
	for i := range spec.Sheets {
		s := &spec.Sheets[i]
		k := s.Schema.Kind
		if s.Prefill != nil && s.Prefill.Len() > 0 && (k != evaluate.Member || spec.Stamp.Kind == excel.BranchBook) {
			out[k] = lastingFacts(m.Library.Vocabulary.Schema(k))
		}
	}
	return out
}

// readPrefilled reads whom the templates named, by the path of what is kept.
func (c *Campaign) readPrefilled() ([]*kept, error) {
	files, err := listFiles(c.Folder.prefilled(), ".kept")
	if err != nil {
		return nil, err
	}
	return c.readAll(files)
}

// standsNow tells whether the organization of a workbook is on the list, or one alone
// followed it.
func (m *templateMaker) standsNow(k *kept) bool { return m.orgOf(m.branchNow(k.Receipt.Org)) >= 0 }

// earlierTemplates are those that name somebody of a kind, of organizations that
// are still on the list or that were followed, of members all, for of those whom nobody
// followed it is told that they stand in no template; as far as the vocabulary has not
// outgrown them.
func (m *templateMaker) earlierTemplates(kind evaluate.Kind) (out []*kept) {
	for _, k := range m.prefilled {
		t := k.table(kind)
		if t == nil || kind != evaluate.Member && !m.standsNow(k) {
			continue
		}
		if tied, _ := bind(t, m.Library.Vocabulary.Schema(kind)); tied != nil {
			out = append(out, k)
		}
	}
	return out
}

// wasSent tells whether a branch was sent a template that named somebody.
func (a *assembly) wasSent(branch string) bool {
	return slices.ContainsFunc(a.prefilled, func(k *kept) bool { return k.Receipt.key() == bookKey{excel.BranchBook, branch} })
}

// hasReported tells whether a workbook of an organization was taken in.
func (a *assembly) hasReported(book bookKey) bool { return a.reportOf(book) != nil }

// haveReported tells whether all organizations that followed one have reported; not of none.
func (a *assembly) haveReported(kind excel.BookKind, followed []string) bool {
	return len(followed) > 0 && !slices.ContainsFunc(followed, func(code string) bool { return !a.hasReported(bookKey{kind, code}) })
}

func (a *assembly) reportOf(book bookKey) *kept {
	for _, k := range a.books {
		if k.Receipt.key() == book {
			return k
		}
	}
	return nil
}

// sheet is where a workbook has its rows of a kind; the whole file where it has
// none.
func (k *kept) sheet(kind evaluate.Kind) evaluate.Origin {
	at := evaluate.Origin{File: k.Receipt.Path}
	if t := k.table(kind); t != nil && len(t.Sources) > 0 {
		at.File, at.Sheet = t.Sources[0].File, t.Sources[0].Sheet
	}
	return at
}

// missPrefilled looks for people whom the template of a branch named and nobody
// reports. They join the roll held, as people of a roster do; branches a roster
// speaks of are judged by the roster. Where the branch reports somebody new who
// looks like the missing one, the row was most likely corrected: that is said,
// and holds nobody. It returns the tables now used.
func (a *assembly) missPrefilled(r *roll, rosters []bound) []bound {
	covered := a.rosterBranches(r.ids, rosters)
	d, missed := r.byNumbers(), newDirectory(nil)
	schema := a.Library.Vocabulary.Schema(evaluate.Member)
	var used []bound
	for _, k := range a.prefilled { // those of branches that ended come last
		branch, t := a.branchNow(k.Receipt.Org), k.table(evaluate.Member)
		report := a.reportOf(bookKey{k.Receipt.Kind, branch})
		if t == nil || covered[branch] || report == nil {
			continue
		}
		tied, _ := bind(t, schema)
		if tied == nil {
			continue // a vocabulary that outgrew it made new templates
		}
		found := make(map[int]bool, t.len())
		var gone []person
		for row := range t.len() {
			p := tied.personAt(row, r.ids, a.branchOf, branch)
			p.branch = a.branchNow(p.branch)
			m := d.find(p)
			if m.sure >= 0 {
				found[m.sure] = true
			}
			for _, i := range m.maybe {
				found[i] = true // a number or a date was corrected
			}
			if again := a.orgOf(k.Receipt.Org) < 0 && missed.find(p).sure >= 0; m.sure < 0 && len(m.maybe) == 0 && !again && !r.spoken[p.at(r.ids)] && !a.left.mayHave(p) {
				gone = append(gone, p)
			}
		}
		for _, p := range gone {
			missed.add(p)
		}
		if len(gone) == 0 {
			continue
		}
		if a.missOf(r, gone, r.newcomers(branch, found), report.sheet(evaluate.Member)) {
			used = append(used, bound{tied, k})
		}
	}
	return used
}

// newcomers are the people of a branch whom its template did not name.
func (r *roll) newcomers(branch string, named map[int]bool) []*entry {
	var out []*entry
	for i, e := range r.entries {
		if e.branch == branch && !named[i] && !e.drop && !e.misnamed {
			out = append(out, e)
		}
	}
	return out
}

// missOf settles the missing people of a branch; any tells whether one joined
// the roll. report is the sheet they are missing from.
func (a *assembly) missOf(r *roll, gone []person, newcomers []*entry, report evaluate.Origin) (any bool) {
	people := make([]person, len(newcomers))
	for i, e := range newcomers {
		people[i] = e.person
	}
	near := newLookout(people)
	for _, p := range gone {
		if wrong, is := r.wrong[p.branch]; is {
			e := &entry{person: p, org: a.orgOf(p.branch)}
			e.hold(wrong)
			r.entries, any = append(r.entries, e), true
			continue
		}
		problem := problemPrefilledGone(p.at(r.ids))
		if like := near.nearest(p); like != nil {
			for _, e := range newcomers {
				if e.person == *like {
					e.notes = append(e.notes, offer(problem, like, r.ids))
				}
			}
			continue
		}
		e := &entry{person: p, org: a.orgOf(p.branch)}
		e.hold(r.lackedBy(problem, p, report))
		r.entries = append(r.entries, e)
		any = true
	}
	return any
}

// rosterBranches are the branches that rosters speak of.
func (a *assembly) rosterBranches(ids identityFacts, rosters []bound) map[string]bool {
	out := map[string]bool{}
	for _, b := range rosters {
		for _, t := range []*table{b.table, b.book.left(evaluate.Member)} {
			if t == nil {
				continue
			}
			for row := range t.len() {
				out[a.branchOf(t.find(ids.branch).text(row))] = true
			}
		}
	}
	return out
}
