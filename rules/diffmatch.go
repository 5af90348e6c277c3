package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// entry is a rule, line or source for comparing: what it is called, what it
// says, and details by name in the order they are shown. An exception, relief or
// uplift has the rule it belongs to as parent; facts are what a rule tests.
type entry struct {
	id, text string
	details  []said
	parent   string
	facts    []string
}

type said struct{ what, words string }

func (e entry) names() []string {
	var out []string
	for _, s := range e.details {
		out = append(out, s.what)
	}
	return out
}

func (e entry) get(what string) string {
	for _, s := range e.details {
		if s.what == what {
			return s.words
		}
	}
	return ""
}

// entriesOf are the rules of a section; exceptions, relief and uplifts follow
// the rule they belong to.
func entriesOf(v SetView, key string) (title string, out []entry) {
	for _, s := range v.Sections {
		if s.Key != key {
			continue
		}
		title = s.Title
		for i := range s.Rules {
			out = append(out, ruleEntry(&s.Rules[i], ""))
			for j := range s.Rules[i].Parts {
				out = append(out, ruleEntry(&s.Rules[i].Parts[j], s.Rules[i].ID))
			}
		}
	}
	return title, out
}

func ruleEntry(r *RuleView, parent string) entry {
	id := r.ID
	if parent != "" && !strings.HasPrefix(id, parent+"-") {
		id = parent + "/" + id
	}
	return entry{id: id, text: r.Text, parent: parent, facts: r.tested, details: []said{{"condition", r.Condition}, {"scope", r.Scope}, {"effect", r.Effect}, {"cite", r.Cite},
		{"standing", r.StandingLabel}, {"switch", labelSwitch(r.Switch, r.Off)}, {"note", r.Note}}}
}

func sourceEntries(v SetView) []entry {
	var out []entry
	for _, s := range v.Sources {
		out = append(out, entry{id: s.Number, text: s.Title, details: []said{{"date", s.Date}}})
	}
	return out
}

func scaleEntries(v SetView) []entry {
	var out []entry
	for i, r := range v.Scale {
		out = append(out, entry{id: r.ID, text: r.Label, details: []said{{"short", r.Short}, {"statutory", r.Statutory}, {"place", labelPlace(i)}}})
	}
	return out
}

// entryPair is an entry of either side, or both where they are the same rule.
type entryPair struct{ a, b *entry }

// pairEntries finds for each entry its counterpart: the one with its id, else
// with its text, else with a condition that no other has, else the one most like
// it. Exceptions and relief are paired after the rules they belong to, and only
// with those of its counterpart: alone, such a part looks like many a rule. The
// order is that of the new side, what is gone stands at the end.
func pairEntries(a, b []entry) []entryPair {
	m := matcher{a: a, b: b, of: make([]int, len(b)), used: make([]bool, len(a))}
	for _, part := range []bool{false, true} {
		m.match(part, func(x, y entry) bool { return x.id == y.id })
		m.match(part, func(x, y entry) bool { return x.text != "" && fold(x.text) == fold(y.text) })
		m.match(part, func(x, y entry) bool {
			c := x.get("condition")
			return c != "" && c == y.get("condition") && onlyOne(a, c) && onlyOne(b, c)
		})
		m.matchBest(part)
	}
	var out []entryPair
	for j := range b {
		p := entryPair{b: &b[j]}
		if m.of[j] > 0 {
			p.a = &a[m.of[j]-1]
		}
		out = append(out, p)
	}
	for i := range a {
		if !m.used[i] {
			out = append(out, entryPair{a: &a[i]})
		}
	}
	return out
}

// matcher gathers the counterparts found so far.
type matcher struct {
	a, b []entry
	of   []int // by entry of b: index in a, plus one
	used []bool
}

// open tells whether two entries may still become a pair.
func (m *matcher) open(i, j int, part bool) bool {
	x, y := &m.a[i], &m.b[j]
	if m.of[j] > 0 || m.used[i] || (x.parent != "") != part || (y.parent != "") != part {
		return false
	}
	return !part || m.counterparts(x.parent, y.parent)
}

// counterparts tells whether two rules have been paired.
func (m *matcher) counterparts(x, y string) bool {
	for j := range m.b {
		if m.b[j].id == y && m.of[j] > 0 {
			return m.a[m.of[j]-1].id == x
		}
	}
	return false
}

func (m *matcher) match(part bool, fits func(x, y entry) bool) {
	for j := range m.b {
		for i := range m.a {
			if m.open(i, j, part) && fits(m.a[i], m.b[j]) {
				m.of[j], m.used[i] = i+1, true
			}
		}
	}
}

// matchBest pairs what is most alike first, as long as it is alike enough.
func (m *matcher) matchBest(part bool) {
	type candidate struct {
		i, j  int
		alike float64
	}
	var list []candidate
	for j := range m.b {
		for i := range m.a {
			if s := likeness(&m.a[i], &m.b[j]); s >= similar && m.open(i, j, part) {
				list = append(list, candidate{i, j, s})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y candidate) int { return cmp.Compare(y.alike, x.alike) })
	for _, c := range list {
		if m.open(c.i, c.j, part) {
			m.of[c.j], m.used[c.i] = c.i+1, true
		}
	}
}

// similar is how alike two entries must be to be taken for the same rule under
// another id, from 0 to 1.
const similar = 0.6

// likeness is how far two entries say the same: by their words alone where
// nothing is tested, otherwise also by the facts they test and, a little, by the
// article. Rules that test nothing in common are not the same, however alike
// their words, short of saying the same.
func likeness(x, y *entry) float64 {
	text := alike(x.text, y.text)
	if len(x.facts) == 0 && len(y.facts) == 0 {
		return text
	}
	const words, facts, cite, nearlySame = 0.55, 0.4, 0.05, 0.9
	out := words*text + facts*shared(x.facts, y.facts)
	if x.get("cite") == y.get("cite") {
		out += cite
	}
	if text >= nearlySame {
		return max(out, text)
	}
	return out
}

// shared is the part of two lists that stands in both.
func shared(a, b []string) float64 {
	common := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			common++
		}
	}
	if common == 0 {
		return 0
	}
	return float64(common) / float64(len(a)+len(b)-common)
}

// onlyOne tells whether a condition stands in one entry alone.
func onlyOne(list []entry, condition string) bool {
	n := 0
	for _, e := range list {
		if e.get("condition") == condition {
			n++
		}
	}
	return n == 1
}

// fold leaves of a text what its words are.
func fold(s string) string {
	return strings.Join(wordsOf(s), " ")
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// alike is the share of words that two texts have in common.
func alike(a, b string) float64 {
	x, y := wordsOf(a), wordsOf(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	common, rest := 0, slices.Clone(y)
	for _, w := range x {
		if i := slices.Index(rest, w); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
			common++
		}
	}
	return float64(common) / float64(len(x)+len(y)-common)
}

// sheetPair is a score sheet of both sets.
type sheetPair struct {
	id, title string
	from, to  []entry
}

// pairSheets finds for each score sheet its counterpart: the one with its id,
// else the one that serves the same profile.
func pairSheets(a, b []SheetView) []sheetPair {
	var out []sheetPair
	used := map[string]bool{}
	for _, y := range b {
		p := sheetPair{id: y.ID, title: y.Title, to: sheetEntries(y)}
		for _, fits := range []func(x SheetView) bool{func(x SheetView) bool { return x.ID == y.ID }, func(x SheetView) bool { return shareAny(x.Profiles, y.Profiles) }} {
			if i := slices.IndexFunc(a, func(x SheetView) bool { return !used[x.ID] && fits(x) }); i >= 0 && p.from == nil {
				p.from, used[a[i].ID] = sheetEntries(a[i]), true
			}
		}
		out = append(out, p)
	}
	for _, x := range a {
		if !used[x.ID] {
			out = append(out, sheetPair{id: x.ID, title: x.Title, from: sheetEntries(x)})
		}
	}
	return out
}

func shareAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func sheetEntries(v SheetView) []entry {
	out := []entry{{text: v.Title, details: []said{{"max", v.Max}, {"how", v.How}, {"cite", v.Cite}, {"standing", v.StandingLabel}, {"note", v.Note}}}}
	for _, r := range v.Rows {
		if r.Cite == v.Cite {
			r.Cite = "" // said of the sheet already
		}
		if r.Standing == v.Standing {
			r.StandingLabel = ""
		}
		out = append(out, entry{id: r.ID, text: r.Label, details: []said{{"max", r.Max}, {"how", r.How}, {"cite", r.Cite}, {"standing", r.StandingLabel}, {"note", r.Note}}})
	}
	return out
}

// Brief cuts from both sides of a change what they have in common, and leaves
// so much that it still reads: "từ 50% trở lên", "từ 30% trở lên".
func (c Change) Brief() (from, to string) {
	x, y := strings.Fields(c.From), strings.Fields(c.To)
	start := 0
	for start < min(len(x), len(y)) && x[start] == y[start] {
		start++
	}
	end := 0
	for end < min(len(x), len(y))-start && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	const lead, tail = 1, 2 // words kept before and behind
	start, end = max(0, start-lead), max(0, end-tail)
	if start < 4 {
		start = 0
	}
	if end < 4 {
		end = 0
	}
	return cutWords(x, start, end), cutWords(y, start, end)
}

func cutWords(w []string, start, end int) string {
	s := strings.Join(w[start:len(w)-end], " ")
	if start > 0 {
		s = "… " + s
	}
	if end > 0 {
		s += " …"
	}
	return s
}
