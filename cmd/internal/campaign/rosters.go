package campaign

import (
	"cmp"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// A roster is the roster of the branches whose people it lists, whatever its file is
// called. Rosters that share no branch stand side by side; one that shares a branch with
// another is a later version of it there, and of each branch the last one speaks alone.

// cover are the branches a roster lists people of: as it writes them, and where these
// people are since a merger.
type cover struct{ written, now map[string]bool }

// coverOf reads a roster's branches. Those who are gone count too: a branch of which
// everybody is gone is spoken of.
func (a *assembly) coverOf(k *kept) cover {
	written := map[string]bool{}
	column := identityOf(a.Library.Vocabulary.Schema(evaluate.Member)).branch
	for _, t := range []*table{k.table(evaluate.Member), k.left(evaluate.Member)} {
		if t == nil {
			continue
		}
		branch := t.find(column)
		for row := range t.len() {
			if given := branch.text(row); given != "" {
				written[a.branchOf(given)] = true
			}
		}
	}
	return a.covering(written)
}

// covering is what a roster that writes these branches speaks of.
func (a *assembly) covering(written map[string]bool) cover {
	c := cover{written, map[string]bool{}}
	for branch := range written {
		c.now[a.branchNow(branch)] = true
	}
	return c
}

// speaks tells whether a roster speaks of a branch: of it, of the one that follows it, or
// of one that it follows. Two that both went into a third have nothing in common.
func (c cover) speaks(branch, now string) bool {
	return c.written[branch] || c.written[now] || branch == now && c.now[branch]
}

// shared are the branches of one roster that another speaks of, in order.
func (a *assembly) shared(c, other cover) (branches []string) {
	for branch := range c.written {
		if other.speaks(branch, a.branchNow(branch)) {
			branches = append(branches, branch)
		}
	}
	return a.inOrder(branches)
}

// inOrder sorts branches as the list has them.
func (a *assembly) inOrder(branches []string) []string {
	slices.SortFunc(branches, func(x, y string) int {
		return cmp.Or(cmp.Compare(a.position(x), a.position(y)), cmp.Compare(x, y))
	})
	return branches
}

// rowsWhere is a roster without the rows of branches that keep says no to.
func (a *assembly) rowsWhere(k *kept, keep func(branch, now string) bool) *kept {
	out := &kept{Receipt: k.Receipt}
	column := identityOf(a.Library.Vocabulary.Schema(evaluate.Member)).branch
	for i := range k.Tables {
		t := &k.Tables[i]
		branch := t.find(column)
		var rows []int
		for row := range t.len() {
			if of := a.branchOf(branch.text(row)); keep(of, a.branchNow(of)) {
				rows = append(rows, row)
			}
		}
		out.Tables = append(out.Tables, t.pick(rows))
	}
	return out
}

// pick is the table of the rows named, in their order.
func (t *table) pick(rows []int) table {
	out := table{tableRows: tableRows{Kind: t.Kind, Sources: t.Sources, Left: t.Left}}
	for _, row := range rows {
		out.From, out.Row = append(out.From, t.From[row]), append(out.Row, t.Row[row])
		out.Subjects = append(out.Subjects, t.subject(row))
	}
	for i := range t.columns {
		out.columns = append(out.columns, t.columns[i].only(rows, func(int) bool { return true }))
	}
	return out
}

// isLater tells whether a roster was taken in after another with which it shares a branch.
func (r *Receipt) isLater(than *Receipt) bool {
	return cmp.Or(cmp.Compare(r.Turn, than.Turn), r.At.Compare(than.At), cmp.Compare(r.Digest, than.Digest)) > 0
}

// hearRosters leaves to each roster the branches of which none speaks later.
func (a *assembly) hearRosters() {
	covers := map[*kept]cover{}
	for _, k := range a.books {
		if k.Receipt.Kind == excel.RosterBook {
			covers[k] = a.coverOf(k)
		}
	}
	for i, k := range a.books {
		own, is := covers[k]
		if !is {
			continue
		}
		var later []cover
		for other, c := range covers {
			if other.Receipt.isLater(&k.Receipt) && len(a.shared(own, c)) > 0 {
				later = append(later, c)
			}
		}
		if len(later) > 0 {
			a.books[i] = a.rowsWhere(k, func(branch, now string) bool {
				return !slices.ContainsFunc(later, func(c cover) bool { return c.speaks(branch, now) })
			})
		}
	}
}

// called names a branch of a roster in messages: by its code, or as the roster writes it
// where that cannot be somebody's name.
func (a *assembly) called(branch string) string {
	if a.orgOf(branch) >= 0 {
		return branch
	}
	return quoteOrg(branch)
}

// allCalled names several.
func (a *assembly) allCalled(branches []string) (names []string) {
	for _, branch := range branches {
		names = append(names, a.called(branch))
	}
	return names
}
