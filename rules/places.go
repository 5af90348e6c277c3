package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// places remembers where the keys of mappings stand, so that a mistake found
// later in a typed rule is told at its own key and not where its item begins.
// Mappings are only kept; they are indexed when the first mistake asks, since
// most readings have none and every command reads all rules.
type places struct {
	kept  []keptMapping
	index map[keyOf]keyPlace // nil until somebody asks
}

// keptMapping is a mapping of a file as it stands there.
type keptMapping struct {
	at    evaluate.Origin
	pairs []pair
}

// keyOf is a key of the mapping that begins at a place.
type keyOf struct {
	at  evaluate.Origin
	key string
}

// keyPlace is where a key and its value stand.
type keyPlace struct{ key, value evaluate.Origin }

func (m *places) note(n node) {
	if m == nil {
		return // nobody will ask
	}
	m.kept, m.index = append(m.kept, keptMapping{n.at, n.pairs}), nil
}

// add takes over what another reading kept.
func (m *places) add(o *places) { m.kept, m.index = append(m.kept, o.kept...), nil }

// lookup finds the places of one key of one mapping.
func (m *places) lookup(k keyOf) (keyPlace, bool) {
	if m.index == nil {
		m.index = map[keyOf]keyPlace{}
		for _, n := range m.kept {
			for _, p := range n.pairs {
				m.index[keyOf{n.at, p.key}] = keyPlace{p.at, p.value.at}
			}
		}
	}
	p, ok := m.index[k]
	return p, ok
}

// find follows a dotted key down from a mapping as far as it is written. at is
// the mapping and key the last step was looked up in; known tells that at least
// the first was there.
func (m *places) find(from evaluate.Origin, key string) (at keyOf, found keyPlace, known bool) {
	for _, k := range strings.Split(key, ".") {
		at = keyOf{from, k}
		p, ok := m.lookup(at)
		if !ok {
			break
		}
		found, known, from = p, true, p.value
	}
	return at, found, known
}
