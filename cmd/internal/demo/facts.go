package demo

import (
	"fmt"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// sheet is the facts about all subjects of one kind. Facts that the rule set in
// force does not use are left out when they are set, so that the code that
// fills in need not know the regime.
type sheet struct {
	rules  *evaluate.RuleSet
	frame  *evaluate.Frame
	used   []bool
	errors []error
}

// newSheet begins the sheet of a kind under sets that are in force together.
func newSheet(sets map[evaluate.Kind]*evaluate.RuleSet, k evaluate.Kind) *sheet {
	rs := sets[k]
	s := &sheet{rules: rs, frame: evaluate.NewFrame(rs.Schema()), used: make([]bool, len(rs.Schema().Facts))}
	for _, i := range evaluate.FactsCollected(sets, k) {
		s.used[i] = true
	}
	return s
}

// row is one subject being described.
type row struct {
	*sheet
	at int
}

// row is a subject described already.
func (s *sheet) row(at int) row { return row{s, at} }

func (s *sheet) append() row {
	return row{s, s.frame.Append(evaluate.Place{Source: -1})}
}

// position finds a fact that is in use; unknown facts are those of other
// regimes and vocabularies.
func (r row) position(id evaluate.FactID) (int, bool) {
	i, ok := r.frame.Schema.Index(id)
	return i, ok && r.used[i]
}

func (r row) uses(id evaluate.FactID) bool {
	_, ok := r.position(id)
	return ok
}

func (r row) text(id evaluate.FactID, s string) {
	if i, ok := r.position(id); ok && s != "" {
		r.frame.SetText(r.at, i, s)
	}
}

// list sets a text that names several; nobody named is said in a word.
func (r row) list(id evaluate.FactID, names []string) {
	r.text(id, orNone(strings.Join(names, "; ")))
}

func (r row) number(id evaluate.FactID, n int) {
	if i, ok := r.position(id); ok {
		v, _ := evaluate.NumberValue(evaluate.Int(int64(n)))
		r.frame.Set(r.at, i, v)
	}
}

// count is the whole number that was set; ok is false when the fact is not in use
// or blank.
func (r row) count(id evaluate.FactID) (n int, ok bool) {
	i, ok := r.position(id)
	if !ok || r.frame.Value(r.at, i).IsBlank() {
		return 0, false
	}
	whole, ok := r.frame.Value(r.at, i).Number().Int64()
	return int(whole), ok
}

func (r row) date(id evaluate.FactID, d evaluate.Date) {
	if i, ok := r.position(id); ok && !d.IsZero() {
		r.frame.Set(r.at, i, evaluate.DateValue(d))
	}
}

// label is the word that a column offers for a choice, whether or not the column
// is asked for here.
func (r row) label(id evaluate.FactID, code string) string {
	schema := r.frame.Schema
	if i, ok := schema.Index(id); ok {
		if c, ok := schema.Facts[i].CodeIndex(code); ok {
			return schema.Facts[i].Choices[c].Label
		}
	}
	return ""
}

// choice sets a choice by its code. A code the vocabulary lost is remembered as
// an error: the office would otherwise be silently poorer.
func (r row) choice(id evaluate.FactID, code string) {
	i, ok := r.position(id)
	if !ok {
		return
	}
	c, ok := r.frame.Schema.Facts[i].CodeIndex(code)
	if !ok {
		r.errors = append(r.errors, fmt.Errorf("fact %s has no choice %q", id, code))
		return
	}
	r.frame.Set(r.at, i, evaluate.ChoiceValue(c))
}

func (r row) yes(id evaluate.FactID, yes bool) {
	code := "no"
	if yes {
		code = "yes"
	}
	r.choice(id, code)
}

// blank takes a fact away again.
func (r row) blank(id evaluate.FactID) {
	if i, ok := r.position(id); ok {
		r.frame.Set(r.at, i, evaluate.Value{})
	}
}
