package rules

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/xeploai/xeploai/evaluate"
)

// FactView is one fact as whoever writes rules needs it: the code to write, what
// forms call it, the values it takes and what a blank means.
type FactView struct {
	Kind     string      `json:"kind"`
	ID       string      `json:"id"`
	Heading  string      `json:"heading"`
	Hint     string      `json:"hint,omitempty"`
	Type     string      `json:"type"`
	Unit     string      `json:"unit,omitempty"`
	Step     string      `json:"step,omitempty"`
	Min      string      `json:"min,omitempty"`
	Max      string      `json:"max,omitempty"`
	Ordered  bool        `json:"ordered,omitempty"` // values run from best to worst
	Values   []ValueView `json:"values,omitempty"`
	Blank    string      `json:"blank,omitempty"`   // "" for unknown
	Derived  string      `json:"derived,omitempty"` // how it is computed
	Supplier string      `json:"supplier"`          // in words
	Sheet    string      `json:"sheet,omitempty"`   // the score sheet that declares it
}

// ValueView is one value of a choice.
type ValueView struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// FactQuery says which facts are wanted; what is empty narrows nothing.
type FactQuery struct {
	Kind evaluate.Kind
	// Set: those that the set's rules, columns and score sheets use.
	Set *evaluate.RuleSet
	// Word must stand in the code, the heading, the hint or a value, with or
	// without the marks of Vietnamese.
	Word string
}

// Facts lists facts in the order of their columns. Those that a score sheet
// declares are left out unless a set or a word is asked for: there are thousands.
func Facts(lib *evaluate.Library, q FactQuery) []FactView {
	sheets := map[string]string{} // file → id
	for _, rs := range lib.Sets {
		for _, s := range rs.Sheets {
			sheets[s.Spec.At.File] = s.Spec.ID
		}
	}
	out := []FactView{}
	for _, k := range lib.Vocabulary.Kinds() {
		schema := lib.Vocabulary.Schema(k)
		var used []int
		if q.Set != nil {
			used = q.Set.FactsUsed()
		}
		for i := range schema.Facts {
			f := &schema.Facts[i]
			v := factView(f)
			if path.Base(path.Dir(f.At.File)) == "sheets" {
				v.Sheet = or(sheets[f.At.File], strings.TrimSuffix(path.Base(f.At.File), ".yaml"))
			}
			switch {
			case q.Kind != "" && k != q.Kind:
			case q.Set != nil && (k != q.Set.Spec.Kind || !slices.Contains(used, i)):
			case v.Sheet != "" && q.Set == nil && q.Word == "":
			case v.says(q.Word):
				out = append(out, v)
			}
		}
	}
	return out
}

func factView(f *evaluate.FactDef) FactView {
	v := FactView{Kind: string(f.Kind), ID: string(f.ID), Heading: headed(f), Hint: f.Hint, Type: factType(f.Type), Unit: f.Unit,
		Ordered: f.Ordered, Blank: f.Blank, Supplier: evaluate.PhraseSupplier(f.Kind, f.Supplier)}
	if f.Step.Sign() > 0 {
		v.Step = f.Step.String()
	}
	if f.Min != nil {
		v.Min = f.Min.String()
	}
	if f.Max != nil {
		v.Max = f.Max.String()
	}
	for _, c := range f.Choices {
		v.Values = append(v.Values, ValueView{c.Code, c.Label})
	}
	if d := f.Derived; d != nil {
		v.Derived = d.Function + "(" + strings.Join(words(d.Of), ", ") + ")"
	}
	return v
}

func factType(t evaluate.FactType) string {
	switch t {
	case evaluate.NumberFact:
		return "number"
	case evaluate.ChoiceFact:
		return "choice"
	case evaluate.DateFact:
		return "date"
	}
	return "text"
}

// says tells whether a word stands in what is said of a fact.
func (v *FactView) says(word string) bool {
	texts := []string{v.ID, v.Heading, v.Hint}
	for _, x := range v.Values {
		texts = append(texts, x.Code, x.Label)
	}
	return slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(plainLetters(s), plainLetters(word)) })
}

// plainLetters is a text in small letters without the marks of Vietnamese.
func plainLetters(s string) string {
	s = norm.NFD.String(strings.ToLower(norm.NFC.String(s)))
	return strings.ReplaceAll(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s), "đ", "d")
}
