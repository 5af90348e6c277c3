package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// fields is a mapping whose keys have been checked. Its readers report what is
// missing or misshapen and return a zero value, so that a decoder reads on and
// finds the next mistake too.
type fields struct {
	d       *decoder
	at      evaluate.Origin
	mapping bool
	pairs   []pair // few enough to be looked through
}

// fields demands a mapping with keys of a table. Every mapping of every rule
// file passes through here or, where the author chooses the keys, through named.
func (d *decoder) fields(n node, what string, keys []key) fields {
	return d.keyed(n, what, names(keys))
}

// keyed demands a mapping and reports unknown and repeated keys.
func (d *decoder) keyed(n node, what string, allowed []string) fields {
	f := fields{d: d, at: n.at}
	if n.shape != mappingNode {
		d.fail(problemShape(n.at, what, shapeMapping))
		return f
	}
	f.mapping, f.pairs = true, make([]pair, 0, len(n.pairs))
	d.places.note(n)
	for _, p := range n.pairs {
		switch first := f.pair(p.key); {
		case first != nil:
			d.fail(problemRepeatedKey(p.at, first.at, p.key))
		case slices.Contains(allowed, p.key):
			f.pairs = append(f.pairs, p)
		case n.flow && p.value.shape == emptyNode:
			d.fail(problemComma(p.at, p.key))
		default:
			d.fail(problemUnknownKey(p.at, p.key, allowed))
		}
	}
	return f
}

// pair finds an allowed key, nil where it was not written.
func (f fields) pair(key string) *pair {
	for i := range f.pairs {
		if f.pairs[i].key == key {
			return &f.pairs[i]
		}
	}
	return nil
}

// has tells whether the key was written with a value.
func (f fields) has(key string) bool {
	p := f.pair(key)
	return p != nil && p.value.shape != emptyNode
}

// where is the place of a key, or of the mapping when the key is missing.
func (f fields) where(key string) evaluate.Origin {
	if p := f.pair(key); p != nil {
		return p.at
	}
	return f.at
}

// get returns the value of a key; ok is false when it is missing or empty.
func (f fields) get(key string) (node, bool) {
	p := f.pair(key)
	if p == nil {
		return node{}, false
	}
	return p.value, p.value.shape != emptyNode
}

// need is get for a key that must be there.
func (f fields) need(key string) (node, bool) {
	n, ok := f.get(key)
	if !ok && f.mapping {
		p := problemMissing(f.where(key), key)
		p.Key = key
		f.d.fail(p)
	}
	return n, ok
}

// maybe reads an optional text.
func (f fields) maybe(key string) string {
	n, ok := f.get(key)
	if !ok {
		return ""
	}
	return f.d.scalar(n, key)
}

// text reads a required text.
func (f fields) text(key string) string {
	n, ok := f.need(key)
	if !ok {
		return ""
	}
	return f.d.scalar(n, key)
}

func (d *decoder) scalar(n node, key string) string {
	if n.shape != scalarNode {
		d.fail(problemShape(n.at, key, shapeScalar))
	}
	return n.text
}

// list reads an optional list.
func (f fields) list(key string) []node {
	n, ok := f.get(key)
	if !ok {
		return nil
	}
	if n.shape != listNode {
		f.d.fail(problemShape(n.at, key, shapeList))
	}
	return n.items
}

// texts reads an optional list of texts.
func (f fields) texts(key string) []string {
	var out []string
	for _, n := range f.list(key) {
		out = append(out, f.d.scalar(n, key))
	}
	return out
}

// choice reads a required value of a closed list.
func (f fields) choice(key string, allowed ...string) string {
	n, ok := f.need(key)
	if !ok {
		return ""
	}
	return f.oneOf(n, key, allowed)
}

// maybeChoice reads an optional value of a closed list.
func (f fields) maybeChoice(key string, allowed ...string) string {
	n, ok := f.get(key)
	if !ok {
		return ""
	}
	return f.oneOf(n, key, allowed)
}

func (f fields) oneOf(n node, key string, allowed []string) string {
	s := f.d.scalar(n, key)
	if n.shape == scalarNode && !slices.Contains(allowed, s) {
		f.d.fail(problemChoice(n.at, key, s, allowed))
		return ""
	}
	return s
}

// choices reads an optional list whose values come from a closed list.
func (f fields) choices(key string, allowed ...string) []string {
	var out []string
	for _, n := range f.list(key) {
		out = append(out, f.oneOf(n, key, allowed))
	}
	return out
}

// flag reads an optional true or false.
func (f fields) flag(key string) bool {
	return f.maybeChoice(key, "true", "false") == "true"
}

// number reads a required number.
func (f fields) number(key string) evaluate.Num {
	n, ok := f.need(key)
	if !ok {
		return evaluate.Num{}
	}
	return f.d.num(n, key)
}

// maybeNumber reads an optional number.
func (f fields) maybeNumber(key string) *evaluate.Num {
	n, ok := f.get(key)
	if !ok {
		return nil
	}
	x := f.d.num(n, key)
	return &x
}

func (d *decoder) num(n node, key string) evaluate.Num {
	s := d.scalar(n, key)
	x, err := evaluate.ParseNum(s)
	if err != nil && n.shape == scalarNode {
		d.fail(problemNumber(n.at, key, s))
	}
	return x
}

// whole reads an optional whole number, 0 when missing.
func (f fields) whole(key string) int {
	x := f.maybeNumber(key)
	if x == nil {
		return 0
	}
	i, ok := x.Int64()
	if !ok || i < 0 || i > 1_000_000 {
		n, _ := f.get(key)
		f.d.fail(problemNumber(n.at, key, n.text))
		return 0
	}
	return int(i)
}

// date reads an optional day.
func (f fields) date(key string) evaluate.Date {
	n, ok := f.get(key)
	if !ok {
		return evaluate.Date{}
	}
	s := f.d.scalar(n, key)
	day, ok := evaluate.ParseDate(s)
	if !ok && n.shape == scalarNode {
		f.d.fail(problemDate(n.at, key, s))
	}
	return day
}

// period reads an optional assessment period.
func (f fields) period(key string) *evaluate.Period {
	n, ok := f.get(key)
	if !ok {
		return nil
	}
	s := f.d.scalar(n, key)
	p, ok := evaluate.ParsePeriod(s)
	if !ok {
		f.d.fail(problemPeriod(n.at, key, s))
		return nil
	}
	return &p
}

// schema demands the version of the file format.
func (f fields) schema() { f.choice("schema", "1") }

// factIDs reads an optional list of fact ids.
func (f fields) factIDs(key string) []evaluate.FactID { return convert[evaluate.FactID](f.texts(key)) }
