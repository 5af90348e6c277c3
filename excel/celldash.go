package excel

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// A dash alone is what people put where they have nothing to say: it says what a blank
// says there.

// dashes are the signs that are typed for it.
const dashes = "-–—−"

// isDash tells whether a text is nothing but dashes.
func isDash(raw string) bool {
	s := tidy(raw)
	return s != "" && strings.Trim(s, dashes) == ""
}

// mayBeDash tells whether a column may be left blank. Where cells name others, as in
// lists of ours, a dash says that there are none (SaysNone), and numbers of people have
// words of their own.
func (c *readColumn) mayBeDash() bool {
	d := c.def
	return !c.required && !isListKind(d.Kind) && d.LeadsTo == "" && !slices.Contains([]evaluate.Role{evaluate.RoleName, evaluate.RoleIdentity, evaluate.RoleCard}, d.Role)
}

// blankMeans is what a blank of a fact says, "" for nothing.
func blankMeans(d *evaluate.FactDef) string {
	for _, c := range d.Choices {
		if c.Code == d.Blank {
			return "“" + c.Label + "”"
		}
	}
	return d.Blank
}
