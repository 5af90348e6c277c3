package campaign

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// What a workbook named for templates said is kept until it is taken back, the latest of
// each path: a list named later may say that somebody is gone whom it has, which is told,
// and when that list is taken back, the others are heard again as if they were named again,
// those named last first, so that what it displaced stands as they say.

func (f Folder) named() string { return f.kept("named") }

func (f Folder) namedPath(label string) string {
	return filepath.Join(f.named(), shortSum(label)+".kept")
}

// rememberNamed adds to the workbooks named what is kept of those named in earlier runs.
func (c *Campaign) rememberNamed(n *named) error {
	files, err := listFiles(c.Folder.named(), ".kept")
	if err != nil {
		return err
	}
	before, err := c.readAll(files)
	if err != nil {
		return err
	}
	turn := len(n.books)
	for _, k := range before {
		turn = max(turn, len(n.books)+k.Receipt.Turn)
	}
	for i, k := range n.books {
		n.copies = append(n.copies, k.copied()) // reading them together changes them
		n.copies[i].Receipt.Turn = turn - i     // the first named is followed
	}
	before = slices.DeleteFunc(before, func(k *kept) bool {
		back := n.back != nil && n.back(namedList{Path: k.Receipt.Path})
		if back {
			n.withdrawn = append(n.withdrawn, k)
		}
		return back || !c.isBound(k) || slices.ContainsFunc(n.books, func(b *kept) bool { return b.Receipt.Path == k.Receipt.Path })
	})
	slices.SortFunc(before, func(x, y *kept) int { return cmp.Compare(y.Receipt.Turn, x.Receipt.Turn) })
	if n.back == nil {
		n.before = before
		return nil
	}
	n.books = append(slices.Clone(n.books), before...)
	for _, k := range before {
		for kind, names := range k.Receipt.Called {
			for code, of := range names {
				for _, name := range of {
					n.called.note(kind, code, name)
				}
			}
		}
	}
	return nil
}

// isBound tells whether the vocabulary has not outgrown a workbook.
func (c *Campaign) isBound(k *kept) bool {
	return !slices.ContainsFunc(k.Tables, func(t table) bool {
		tied, _ := bind(&t, c.Library.Vocabulary.Schema(t.Kind))
		return tied == nil
	})
}

// copied is the workbook with values of its own.
func (k *kept) copied() *kept {
	out := *k
	out.Tables = slices.Clone(k.Tables)
	for i := range out.Tables {
		rows := make([]int, k.Tables[i].len())
		for row := range rows {
			rows[row] = row
		}
		out.Tables[i].columns = k.Tables[i].pick(rows).columns
	}
	return &out
}

// keepNamed keeps the workbooks named, and no longer those that are taken back.
func (m *templateMaker) keepNamed() error {
	if err := makeFolder(m.Folder.named()); err != nil {
		return err
	}
	for _, k := range m.copies {
		if err := saveKept(m.Folder.namedPath(k.Receipt.Path), k); err != nil {
			return err
		}
	}
	for _, k := range m.withdrawn {
		if err := os.Remove(m.Folder.namedPath(k.Receipt.Path)); err != nil {
			return saveFailure(m.Folder.namedPath(k.Receipt.Path), err)
		}
	}
	return nil
}

// takenRow is somebody whom a template loses because a workbook is taken back that gave
// him, alone or with others who are heard again; left tells that it listed him as gone.
type takenRow struct {
	person
	alone, left bool
	by          string // the path of that workbook
}

// heardAgain finds whom the workbooks named and those taken in know.
func (m *templateMaker) heardAgain() *knownRows {
	ids := identityOf(m.Library.Vocabulary.Schema(evaluate.Member))
	books := slices.Concat(m.named, m.books)
	var rows []knownRow
	for _, k := range books {
		rows = append(rows, m.membersIn(k, ids)...)
	}
	for _, row := range m.goneRows(books, ids) {
		rows = append(rows, knownRow{person: row.person})
	}
	return newKnownRows(rows)
}

// countBack counts those whom a workbook that is taken back gave: who stands in no template
// any more, and who stands there by what others say. Whom it listed as gone, and whom nobody
// else knows, is told where others cannot all be heard again: one may have known him.
func (m *templateMaker) countBack() {
	var rows []knownRow
	if m.filledIn != nil {
		for _, p := range m.filledIn.people {
			rows = append(rows, knownRow{person: p})
		}
		for _, row := range m.gone.rows {
			rows = append(rows, knownRow{person: row.person})
		}
	}
	ids := identityOf(m.Library.Vocabulary.Schema(evaluate.Member))
	standing, said := newKnownRows(rows), newGoneSaid(m.goneRows(m.withdrawn, ids))
	met := map[string]bool{}
	var lost []evaluate.Origin
	for _, p := range m.backRows {
		if p.left {
			m.statesBack++
		}
		switch found := standing.indexesHere(p.person); {
		case len(found) > 0:
			if !met[keyOf(p.person)] {
				met[keyOf(p.person)] = true
				m.restored++
				if branch := rows[found[0]].branch; !slices.Contains(m.restoredIn, branch) {
					m.restoredIn = append(m.restoredIn, branch)
				}
			}
		case !p.left:
			m.peopleBack++
		default:
			at := evaluate.Origin{File: p.by}
			if rows := said.of(p.person); len(rows) > 0 {
				at = rows[0].person.at(ids)
			}
			lost = append(lost, at)
		}
	}
	slices.Sort(m.restoredIn)
	if m.lostBack = len(lost); len(lost) > 0 && m.isUnheard() {
		m.warnings = append(m.warnings, problemGoneTakenBack(lost))
	}
}

// isUnheard tells whether a workbook gave somebody of a template written before and is not
// kept as it was then.
func (m *templateMaker) isUnheard() bool {
	heard := map[namedList]bool{{}: true}
	for _, k := range m.named {
		heard[namedList{k.Receipt.Path, k.Receipt.Digest, m.isEarlier(k)}] = true
	}
	return slices.ContainsFunc(m.prefilled, func(k *kept) bool {
		return k.Receipt.Given != nil && slices.ContainsFunc(k.Receipt.Given.Lists, func(l namedList) bool { return !heard[l] && !m.back(l) })
	})
}

// takenBack tells whether a workbook was named by one of some paths, or lies within one; nil
// for no paths. The workbook need not be there any more.
func (c *Campaign) takenBack(paths []string) func(namedList) bool {
	if len(paths) == 0 {
		return nil
	}
	return func(l namedList) bool {
		return slices.ContainsFunc(paths, func(path string) bool { return isWithin(l.Path, c.Folder.Label(path)) })
	}
}

// isWithin tells whether a label is another or lies in the folder of that name.
func isWithin(label, of string) bool {
	return label == of || strings.HasPrefix(label, strings.TrimSuffix(of, "/")+"/")
}

// neverNamed refuses the first of some paths from which no template has anything: a slip in
// the path must not look like a workbook that is taken back.
func (a *assembly) neverNamed(paths []string) error {
	var known []string
	for _, k := range a.prefilled {
		if k.Receipt.Given != nil {
			for _, l := range k.Receipt.Given.Lists {
				known = append(known, l.Path)
			}
		}
		for i := range k.Tables {
			for _, s := range k.Tables[i].Sources {
				known = append(known, s.File) // of a workbook whose row disputes a report
			}
		}
		known = slices.DeleteFunc(known, func(label string) bool { return label == "" || label == k.Receipt.Path })
	}
	slices.Sort(known)
	known = slices.Compact(known)
	for _, path := range paths {
		label := a.Folder.Label(path)
		if !slices.ContainsFunc(known, func(l string) bool { return isWithin(l, label) }) {
			return failNeverNamed(label, known)
		}
	}
	return nil
}
