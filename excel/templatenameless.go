package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// A row of which only the name is missing is somebody's all the same: the counter
// counts it, and the name among what must be filled in.

// telling are the columns by which a row without a name is seen to be somebody's: those
// that must be filled in and those that say who he is; none where names are not typed.
func (c *counting) telling() (out []int) {
	if c.name == 0 || slices.Contains(c.sheet.Locked, c.facts[c.name-1]) {
		return nil
	}
	for i, fact := range c.facts {
		if fact < 0 || i+1 == c.name || slices.Contains(c.sheet.Locked, fact) {
			continue
		}
		if def := &c.sheet.Schema.Facts[fact]; owed(def) || def.Identity && def.Role != evaluate.RoleBranchCode {
			out = append(out, i+1)
		}
	}
	return out
}

// nameless counts the rows without a name, "" where no formula can: as many as the
// column has in which the most of them are filled in.
func (c *counting) nameless() string {
	var counts []string
	for _, col := range c.tell {
		given := c.cells(col) + `,"<>"`
		counts = append(counts, "COUNTIFS("+given+")-COUNTIFS("+c.named()+","+given+")")
	}
	if len(counts) == 0 {
		return ""
	}
	return "MAX(" + strings.Join(counts, ",") + ")"
}

// plusNameless adds the rows without a name to a count.
func (c *counting) plusNameless(count string) string {
	if rows := c.nameless(); rows != "" {
		return "(" + count + "+" + rows + ")"
	}
	return count
}
