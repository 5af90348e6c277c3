package campaign

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// cellPairs are cells that two sources say different things in, here and there, gathered
// by the way in which they do so: each way is told once, in the order they are met.
type cellPairs[K comparable] struct {
	order []K
	at    map[K][2][]evaluate.Origin
}

func (c *cellPairs[K]) add(way K, here, there evaluate.Origin) {
	if c.at == nil {
		c.at = map[K][2][]evaluate.Origin{}
	}
	cells, met := c.at[way]
	if !met {
		c.order = append(c.order, way)
	}
	for i, cell := range []evaluate.Origin{here, there} {
		if !slices.Contains(cells[i], cell) { // a third source says again what the second said
			cells[i] = append(cells[i], cell)
		}
	}
	c.at[way] = cells
}

// tell tells of each way with its cells.
func (c *cellPairs[K]) tell(as func(way K, here, there []evaluate.Origin) evaluate.Problem) (out []evaluate.Problem) {
	for _, way := range c.order {
		out = append(out, as(way, c.at[way][0], c.at[way][1]))
	}
	return out
}
