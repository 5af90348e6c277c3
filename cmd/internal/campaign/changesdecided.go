package campaign

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// Result workbooks are compared by whom they decide about: the rows of a workbook
// written since have moved from the review sheet to the lists, and one line of a
// group has become a cell of each of its people.

// word is what a workbook says of one fact of a subject.
type word struct {
	in  *column
	row int
	at  evaluate.Origin
}

// words are what workbooks decide about one kind of subjects, by look-up id.
type words struct {
	schema *evaluate.Schema
	own    map[string]map[evaluate.FactID]word
	group  map[string]map[evaluate.FactID]word
	listed map[string]func(evaluate.FactID) evaluate.Origin // cell of a fact in the lists
	order  []string
}

// wordsOf gathers the decisions of a workbook about a kind. Of two rows about one
// subject the first says what holds, those carried over from earlier workbooks last.
func wordsOf(schema *evaluate.Schema, books ...*kept) *words {
	w := &words{schema: schema, own: map[string]map[evaluate.FactID]word{}, group: map[string]map[evaluate.FactID]word{},
		listed: map[string]func(evaluate.FactID) evaluate.Origin{}}
	for _, carried := range []bool{false, true} {
		for _, k := range books {
			for i := range k.Tables {
				if t := &k.Tables[i]; t.Kind == schema.Kind && t.Carried == carried {
					w.add(t)
				}
			}
		}
	}
	return w
}

func (w *words) add(t *table) {
	for row := range t.len() {
		id := strings.ToLower(t.subject(row))
		if id == "" {
			continue // nobody knows who is meant, which is told by itself
		}
		if w.own[id] == nil {
			w.own[id], w.group[id] = map[evaluate.FactID]word{}, map[evaluate.FactID]word{}
			w.order = append(w.order, id)
		}
		if !t.Review && !t.Carried && w.listed[id] == nil {
			w.listed[id] = func(f evaluate.FactID) evaluate.Origin { return t.origin(row, f) }
		}
		to := w.own[id]
		if t.group(row) != "" {
			to = w.group[id]
		}
		for f := range authorityFacts(t, row, w.schema) {
			if _, said := to[f]; !said {
				to[f] = word{t.find(f), row, t.origin(row, f)}
			}
		}
	}
}

// of is what is decided of one fact of a subject: its own rows stand above the line
// of a group, and where they name the grade they alone count.
func (w *words) of(id string, fact evaluate.FactID) (word, bool) {
	own := w.own[id]
	if said, ok := own[fact]; ok {
		return said, true
	}
	if _, decided := own[decisionFact(w.schema)]; decided {
		return word{}, false
	}
	said, ok := w.group[id][fact]
	return said, ok
}

// changesDecided lists what a result workbook decides otherwise than the one that
// stands, once for each cell that somebody wrote. others are the further result
// workbooks that stand: what they decide is not new because this one shows it.
func (c *Campaign) changesDecided(old *kept, in *excel.Intake, stands map[evaluate.Origin]bool, others []*kept) (list []Change, all int) {
	d := &comparison{vocabulary: c.Library.Vocabulary, stands: stands}
	now := keptOf(old.Receipt.Path, in, nil, c.now())
	told := map[Change]bool{}
	for _, k := range evaluate.Kinds() {
		schema := d.vocabulary.Schema(k)
		if schema == nil {
			continue
		}
		was, is, beside := wordsOf(schema, old), wordsOf(schema, now), wordsOf(schema, others...)
		for _, id := range is.order {
			d.decided(was, is, beside, id, told)
		}
		for _, id := range was.order {
			if is.own[id] == nil {
				d.decided(was, is, beside, id, told)
			}
		}
	}
	return d.list, d.all
}

// decided compares what is decided about one subject, fact by fact.
func (d *comparison) decided(was, is, beside *words, id string, told map[Change]bool) {
	for i := range is.schema.Facts {
		def := &is.schema.Facts[i]
		if def.Supplier != evaluate.SupplyAuthority {
			continue
		}
		a, before := was.of(id, def.ID)
		b, after := is.of(id, def.ID)
		b2, elsewhere := beside.of(id, def.ID)
		switch {
		case a.in.data(a.row) == b.in.data(b.row):
			continue
		case before && !after && d.stands[a.at]:
			continue
		case !before && elsewhere && b2.in.data(b2.row) == b.in.data(b.row):
			continue
		}
		c := changeOf(def, a, b)
		if listed := is.listed[id]; !after && listed != nil {
			c.At = listed(def.ID)
		}
		if !told[c] {
			told[c] = true
			d.add(c)
		}
	}
}

// otherBooks are the result workbooks of other organizations that stood when the
// run began, whatever it has taken in meanwhile.
func (run *intake) otherBooks(org string) ([]*kept, error) {
	books, err := run.stood()
	return slices.DeleteFunc(slices.Clone(books), func(k *kept) bool { return k.Receipt.Org == org }), err
}

// resultBooks reads the result workbooks of receipts: one that was replaced since
// lies among the versions.
func (f Folder) resultBooks(receipts []Receipt) ([]*kept, error) {
	var out []*kept
	for i := range receipts {
		r := &receipts[i]
		if r.Kind != excel.ResultBook {
			continue
		}
		k, err := readKept(f.keptPath(r.key()))
		if err == nil && k.Receipt.Digest != r.Digest {
			k, err = readKept(f.versionPath(r.key(), r.Digest))
		}
		if err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, nil
}
