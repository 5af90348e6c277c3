package campaign

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Change is one cell in which a file sent again differs from what was taken in
// before; a row that is new or gone has no Fact. Old and New are masked as cells
// are in messages: texts that may name somebody are told by their length.
type Change struct {
	Fact    evaluate.FactID
	Heading string
	At      evaluate.Origin // in the new file; zero for a row that is gone
	Was     evaluate.Origin // in the file taken in before; zero for a new row
	Old     string          // "" for a blank cell
	New     string
	Hidden  bool // both say something, in texts of which one may name somebody
}

// changesListed bounds the list of one file; a pasted column changes every row.
const changesListed = 1000

// comparison gathers the changes between two workbooks.
type comparison struct {
	vocabulary *evaluate.Vocabulary
	// placeNow is what a place of a kind is called now, the code of one that was renamed.
	placeNow func(evaluate.Kind, string) string
	stands   map[evaluate.Origin]bool
	// stayed is how many of the rows now compared are about somebody who has not left:
	// of those behind them nothing but the state is read.
	stayed int
	// stood is how many of the rows before were read whole.
	stood int
	list  []Change
	all   int
}

// changesFrom lists what a workbook changes of an accepted one, in the order of
// its rows, and counts all changes. A cell that goes on to stand is not changed by
// a blank one, nor a code by that which the list has for the same place now.
func (c *Campaign) changesFrom(old *kept, in *excel.Intake, stands map[evaluate.Origin]bool, placeNow func(evaluate.Kind, string) string) (list []Change, all int) {
	d := &comparison{vocabulary: c.Library.Vocabulary, placeNow: placeNow, stands: stands}
	kinds := sortedKinds(in.Frames)
	for i := range old.Tables {
		if k := old.Tables[i].Kind; !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		was, now := old.table(k), &table{tableRows: tableRows{Kind: k}}
		if was == nil {
			was = &table{tableRows: tableRows{Kind: k}}
		}
		if old.Receipt.Kind == excel.BranchBook {
			was = was.with(old.left(k))
		}
		if f := in.Frames[k]; f != nil {
			t := tableOf(k, f)
			now = &t
		}
		d.stayed, d.stood = now.len(), was.len() // a row filled in again is told cell by cell
		if in.Left != nil && in.Left.Schema.Kind == k && in.Stamp.Kind == excel.BranchBook {
			t := tableOf(k, in.Left)
			t.Left, t.Subjects = true, in.LeftAs
			now = now.with(&t)
		}
		d.compare(was, now)
	}
	return d.list, d.all
}

func (d *comparison) add(c Change) {
	if d.all++; len(d.list) < changesListed {
		d.list = append(d.list, c)
	}
}

// compare pairs the rows of one kind and compares them fact by fact, in the order
// of the vocabulary.
func (d *comparison) compare(was, now *table) {
	schema := d.vocabulary.Schema(now.Kind)
	if schema == nil {
		return
	}
	ids := identityOf(schema)
	before := d.pairRows(was, now, ids)
	left := map[int]bool{}
	for row := range now.len() {
		old := before[row]
		if old < 0 {
			d.add(Change{At: now.origin(row, ids.name)})
			continue
		}
		left[old] = true
		d.compareRow(schema, was, now, old, row)
	}
	for row := range was.len() {
		if !left[row] {
			d.add(Change{Was: was.origin(row, ids.name)})
		}
	}
}

func (d *comparison) compareRow(schema *evaluate.Schema, was, now *table, old, row int) {
	for i := range schema.Facts {
		def := &schema.Facts[i]
		a, b := was.find(def.ID), now.find(def.ID)
		unread := row >= d.stayed || d.stands[was.origin(old, def.ID)]
		if listed(def) || a.data(old) == b.data(row) || unread && !b.given(row) || old >= d.stood && !a.given(old) || bothTexts(a, old, b, row) && d.sameAs(def, a.text(old), b.text(row)) {
			continue
		}
		d.add(changeOf(def, word{a, old, was.origin(old, def.ID)}, word{b, row, now.origin(row, def.ID)}))
	}
}

// changeOf is the change of a fact from one cell to another. Two texts are hidden unless
// neither can name anybody, as codes cannot.
func changeOf(def *evaluate.FactDef, was, now word) Change {
	c := Change{Fact: def.ID, Heading: def.Heading, At: now.at, Was: was.at, Old: was.in.shown(was.row, def), New: now.in.shown(now.row, def)}
	said := c.Old + c.New
	c.Hidden = bothTexts(was.in, was.row, now.in, now.row) && (def.Identity && def.Role != evaluate.RoleBranchCode || evaluate.WithoutHidden(said) != said)
	return c
}

// listed tells whether the list alone says a fact of a place.
func listed(def *evaluate.FactDef) bool {
	return !slices.Contains(personKinds(), def.Kind) && def.Supplier == evaluate.SupplyTree
}

// sameAs tells whether two texts say the same of who somebody is, as people are told
// apart: capitals and the place of a tone mark make no other name, dots no other card. Where
// they name places, the old code of one is the new one.
func (d *comparison) sameAs(def *evaluate.FactDef, a, b string) bool {
	switch def.Role {
	case evaluate.RoleName:
		return foldName(a) == foldName(b)
	case evaluate.RoleCard:
		return excel.FoldCard(a) == excel.FoldCard(b)
	case evaluate.RoleIdentity:
		return digits(a) == digits(b)
	}
	k := placeNamedBy(def)
	if def.Role == evaluate.RoleBranchCode {
		k = evaluate.Organization // of people; those of places are paired by it
	}
	return k != "" && slices.Equal(d.placesNow(k, codesIn(a)), d.placesNow(k, codesIn(b)))
}

// placesNow are what places are called now.
func (d *comparison) placesNow(k evaluate.Kind, called []string) (out []string) {
	for _, c := range called {
		out = append(out, d.placeNow(k, c))
	}
	return out
}

// pairRows finds for each new row the old one about the same subject, -1 for
// none: by the strongest key first, then by name among what is left. A place is whom its
// code names.
func (d *comparison) pairRows(was, now *table, ids identityFacts) []int {
	out := make([]int, now.len())
	for i := range out {
		out[i] = -1
	}
	taken := make([]bool, was.len())
	for _, key := range []func(*table, int) string{
		func(t *table, row int) string { return digits(t.find(ids.identity).text(row)) },
		func(t *table, row int) string { return excel.FoldCard(t.find(ids.card).text(row)) },
		func(t *table, row int) string {
			if c := t.find(ids.birth); c.given(row) {
				return foldName(t.find(ids.name).text(row)) + strconv.FormatInt(c.number(row), 10)
			}
			return ""
		},
		func(t *table, row int) string {
			if code := t.find(ids.branch).text(row); !slices.Contains(personKinds(), t.Kind) {
				return foldName(d.placeNow(t.Kind, code))
			}
			return ""
		},
		func(t *table, row int) string {
			return foldName(t.find(ids.branch).text(row)) + "\x1f" + foldName(t.find(ids.name).text(row))
		},
	} {
		free := map[string][]int{}
		for row := range was.len() {
			if k := key(was, row); k != "" && !taken[row] {
				free[k] = append(free[k], row)
			}
		}
		for row := range out {
			k := key(now, row)
			if out[row] >= 0 || k == "" || len(free[k]) == 0 {
				continue
			}
			out[row], free[k] = free[k][0], free[k][1:]
			taken[out[row]] = true
		}
	}
	return out
}

// data is a row's value in a form that can be compared, "" when blank.
func (c *column) data(row int) string {
	switch {
	case !c.given(row):
		return ""
	case c.Type == evaluate.TextFact:
		return c.text(row)
	case c.Type == evaluate.ChoiceFact:
		return c.code(row)
	}
	x := c.fraction(row)
	return strconv.FormatInt(x.n, 10) + "/" + strconv.FormatInt(x.d, 10)
}

// bothTexts tells whether two cells give texts.
func bothTexts(a *column, i int, b *column, j int) bool {
	return a.given(i) && b.given(j) && a.Type == evaluate.TextFact && b.Type == evaluate.TextFact
}

// shown is a row's value as people read it, texts masked.
func (c *column) shown(row int, def *evaluate.FactDef) string {
	if !c.given(row) {
		return ""
	}
	switch c.Type {
	case evaluate.TextFact:
		if def.Role == evaluate.RoleBranchCode {
			return evaluate.QuoteCode(c.text(row))
		}
		return evaluate.Quote(c.text(row))
	case evaluate.ChoiceFact:
		if i, ok := def.CodeIndex(c.code(row)); ok {
			return def.Choices[i].Label
		}
		return c.code(row)
	case evaluate.DateFact:
		n := int(c.number(row))
		return fmt.Sprintf("%02d/%02d/%d", n%100, n/100%100, n/10000)
	}
	f := c.fraction(row)
	x, ok := evaluate.Ratio(f.n, f.d)
	if !ok {
		return ""
	}
	return evaluate.VietnameseNumber(x)
}

// keepVersion puts what stands aside before it is replaced: every version that
// was ever taken in stays, under the digest of its contents.
func (f Folder) keepVersion(k bookKey) error {
	path := f.keptPath(k)
	receipt, _, err := openKept(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := makeFolder(f.versions()); err != nil {
		return err
	}
	to := f.versionPath(k, receipt.Digest)
	if _, err := os.Stat(to); err == nil {
		return nil
	}
	from, err := os.Open(path)
	if err != nil {
		return failKept(path, err)
	}
	defer from.Close()
	return saveUnforced(to, func(w io.Writer) error {
		_, err := io.Copy(w, from)
		return err
	})
}
