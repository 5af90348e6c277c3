package evaluate

import (
	"fmt"
	"strings"
)

// phraseOf says whose fact is meant.
func phraseOf(code, heading string) string { return heading + " của " + code }

// phraseNought says of a number that it is none and a share of it is asked for.
func phraseNought(shown string) string { return " (ghi " + shown + ", chưa tính được tỷ lệ)" }

// phraseNobodyRated says that a share of others is asked for and nobody is rated whom it
// could be taken of.
func phraseNobodyRated(shown string) string {
	return " (" + shown + ": không ai được xếp loại nên chưa tính được tỷ lệ)"
}

// phraseDecides is the place of what no cell can tell.
const phraseDecides = "chờ cấp có thẩm quyền quyết định"

// phraseParty names another subject by its name and by what to ask about it with.
func (r *Report) phraseParty(p *Party) string {
	name := p.Name(r.Inputs.Tree)
	switch {
	case name == "":
		return p.ID
	case p.ID == "":
		return name
	case p.Perhaps:
		return fmt.Sprintf("%s (%s), chưa chắc là người này", name, p.ID)
	}
	return fmt.Sprintf("%s (%s)", name, p.ID)
}

// waitsNamed is how many of the facts that another subject waits for a line names.
const waitsNamed = 3

// phraseItself says what another subject waits for itself.
func phraseItself(facts []string, review bool) string {
	switch {
	case review:
		return ", chưa có mức: chờ cấp có thẩm quyền xem xét, quyết định"
	case len(facts) == 0:
		return ", " + phraseOpen
	}
	more := ""
	if n := len(facts) - waitsNamed; n > 0 {
		facts, more = facts[:waitsNamed], fmt.Sprintf(" và %d mục khác", n)
	}
	return ", chưa có mức, còn chờ: " + strings.Join(facts, "; ") + more
}
