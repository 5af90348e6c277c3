package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// places remembers where the keys of mappings stand, so that a mistake found
// later in a typed rule is told at its own key and not where its item begins.
type places map[keyOf]keyPlace

// keyOf is a key of the mapping that begins at a place.
type keyOf struct {
	at  evaluate.Origin
	key string
}

// keyPlace is where a key and its value stand.
type keyPlace struct{ key, value evaluate.Origin }

func (m places) note(n node) {
	if m == nil {
		return // nobody will ask
	}
	for _, p := range n.pairs {
		m[keyOf{n.at, p.key}] = keyPlace{p.at, p.value.at}
	}
}

// find follows a dotted key down from a mapping as far as it is written. at is
// the mapping and key the last step was looked up in; known tells that at least
// the first was there.
func (m places) find(from evaluate.Origin, key string) (at keyOf, found keyPlace, known bool) {
	for _, k := range strings.Split(key, ".") {
		at = keyOf{from, k}
		p, ok := m[at]
		if !ok {
			break
		}
		found, known, from = p, true, p.value
	}
	return at, found, known
}
