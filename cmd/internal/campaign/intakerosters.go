package campaign

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// roster is one that stands while an import runs.
type roster struct {
	receipt Receipt
	all     int    // branches it lists people of
	heard   *kept  // what it says where none speaks later; nil of one of this run
	cover   cover  // of these branches
	fresh   *input // taken in by this run
}

// rosters are those that stand, with the names of places as the list has them.
type rosters struct {
	*assembly
	list []*roster
}

// recallRosters reads the rosters that stand.
func (run *intake) recallRosters(receipts []Receipt) error {
	tree := run.tree
	if tree == nil {
		tree = &evaluate.Tree{} // branches are then known as they are written
	}
	run.rosters = &rosters{assembly: newAssembly(run.Campaign, tree, run.sets, nil)}
	for i := range receipts {
		if receipts[i].Kind != excel.RosterBook {
			continue
		}
		k, err := readKept(receipts[i].file)
		if err != nil {
			return err
		}
		run.rosters.books = append(run.rosters.books, k)
		run.rosters.list = append(run.rosters.list, &roster{receipt: receipts[i], all: len(run.rosters.coverOf(k).written)})
	}
	run.rosters.hearRosters()
	for i, r := range run.rosters.list {
		r.heard = run.rosters.books[i]
		r.cover = run.rosters.coverOf(r.heard)
	}
	return nil
}

// met are the rosters that share a branch with another, the last taken in first.
func (r *rosters) met(c cover) (out []*roster) {
	for _, old := range r.list {
		if len(r.shared(old.cover, c)) > 0 {
			out = append(out, old)
		}
	}
	slices.SortStableFunc(out, func(x, y *roster) int {
		return cmp.Or(-cmp.Compare(x.receipt.Turn, y.receipt.Turn), cmp.Compare(x.receipt.Path, y.receipt.Path))
	})
	return out
}

// take lets a roster speak of its branches, which the others lose.
func (r *rosters) take(f *Imported) {
	for _, old := range f.met {
		f.turn = max(f.turn, old.receipt.Turn+1)
		for _, branch := range r.shared(old.cover, f.cover) {
			delete(old.cover.written, branch)
		}
		old.cover = r.covering(old.cover.written)
	}
	r.list = slices.DeleteFunc(r.list, func(old *roster) bool { return old.receipt.Digest == f.digest })
	own := r.covering(maps.Clone(f.cover.written)) // a later one of this run takes branches away
	r.list = append(r.list, &roster{receipt: Receipt{Path: f.Path, Digest: f.digest, Kind: f.Kind, Org: f.Org, Turn: f.turn}, all: len(own.written), cover: own, fresh: &f.source})
}

// decideRoster settles what becomes of a roster without errors.
func (run *intake) decideRoster(f *Imported) {
	met := run.rosters.met(f.cover)
	same := slices.IndexFunc(run.rosters.list, func(r *roster) bool { return r.receipt.Digest == f.digest })
	if same >= 0 && len(run.rosters.list[same].cover.written) == run.rosters.list[same].all {
		f.Outcome = Known
		return
	}
	f.met = met
	met = slices.DeleteFunc(slices.Clone(met), func(r *roster) bool { return r.receipt.Digest == f.digest })
	names := run.rosters.allCalled(run.rosters.shared(f.cover, coverOfAll(met)))
	more := run.rosters.allCalled(run.rosters.unspoken(f.cover))
	fresh := slices.IndexFunc(met, func(r *roster) bool { return r.fresh != nil })
	switch {
	case len(met) > 0 && !f.named && slices.Contains(run.past[bookKey{f.Kind, ""}], f.digest):
		f.Outcome = Superseded
		f.Problems = append(f.Problems, problemSuperseded(f.Path, met[0].receipt.Path))
	case fresh >= 0:
		f.Outcome, f.beside = Newer, met[fresh].fresh
		f.Problems = append(f.Problems, problemTwoRosters(f.Path, names, more, met[fresh].receipt.Path))
	case len(met) > 0 && !run.opt.Replace:
		f.Outcome, f.again = Newer, true
		f.Problems = append(f.Problems, problemNewerRoster(f.Path, names, more, met))
	case len(met) > 0:
		f.Outcome, f.again = Replaced, true
	default:
		f.Outcome = Accepted
	}
	if f.Outcome == Accepted || f.Outcome == Replaced {
		run.rosters.take(f)
	}
}

// unspoken are the branches of a roster of which none that stands speaks, in order.
func (r *rosters) unspoken(c cover) []string {
	spoken := r.shared(c, coverOfAll(r.list))
	return r.inOrder(slices.DeleteFunc(slices.Collect(maps.Keys(c.written)), func(branch string) bool { return slices.Contains(spoken, branch) }))
}

// coverOfAll is what several rosters speak of together.
func coverOfAll(list []*roster) cover {
	out := cover{map[string]bool{}, map[string]bool{}}
	for _, r := range list {
		for branch := range r.cover.written {
			out.written[branch] = true
		}
		for branch := range r.cover.now {
			out.now[branch] = true
		}
	}
	return out
}

// compareRosters tells what a roster says otherwise than those that stand, of the
// branches that both speak of.
func (run *intake) compareRosters(in *excel.Intake, f *Imported, olds ...*kept) {
	d := &comparison{vocabulary: run.Library.Vocabulary}
	all := keptOf(f.Path, in, nil, run.now())
	for _, old := range olds {
		was, now := run.rosters.coverOf(old), run.rosters.coverOf(all)
		d.rosters(run.rosters.rowsWhere(old, now.speaks), run.rosters.rowsWhere(all, was.speaks))
	}
	f.Changes, f.Changed = d.list, d.all
}

// rosters compares two rosters of the same branches: whoever is gone by one and not by
// the other is one cell changed, not a row gone.
func (d *comparison) rosters(was, now *kept) {
	before, after := was.table(evaluate.Member), now.table(evaluate.Member)
	if before == nil {
		before = &table{tableRows: tableRows{Kind: evaluate.Member}}
	}
	if after == nil {
		after = &table{tableRows: tableRows{Kind: evaluate.Member}}
	}
	d.stayed, d.stood = after.len(), before.len()
	d.compare(before.with(was.left(evaluate.Member)), after.with(now.left(evaluate.Member)))
}

// retire puts rosters aside of whose branches others speak by now: every version that
// was ever taken in stays.
func (run *intake) retire() error {
	for _, r := range run.rosters.list {
		if r.fresh != nil || len(r.cover.written) > 0 || r.all == 0 {
			continue
		}
		if err := run.Folder.keepVersion(r.receipt.key()); err != nil {
			return err
		}
		if err := os.Remove(r.receipt.file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return saveFailure(r.receipt.file, err)
		}
	}
	return nil
}

// heardOf is what rosters that stood before this run say where they speak.
func heardOf(met []*roster) (out []*kept) {
	for _, r := range met {
		if r.heard != nil {
			out = append(out, r.heard)
		}
	}
	return out
}
