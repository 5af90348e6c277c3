package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// CaseView is a worked case as people read it.
type CaseView struct {
	Name     string
	Number   string // in the sources
	Mark     string // how sure the case is, in words; "" where the text itself says it
	Given    []string
	Expected []string
	At       string
}

// ShowCases describes the worked cases of one set that a committee would read, in
// the order of their files: those with a number in the sources, and of the others
// each that is the first to show a rule, a grade or a ceiling at work. The rest
// proves edges and blanks; rules test plays them all. A set of an office's own shows
// every case: whoever signs it wants to see what was tried.
func ShowCases(lib *evaluate.Library, rs *evaluate.RuleSet, layers ...Layer) []CaseView {
	cases, _ := readCases(layers)
	if rs.Spec.At.Layer == BuiltinLayer {
		cases = chosenCases(rs, cases)
	}
	return showCases(lib, rs, cases)
}

func chosenCases(rs *evaluate.RuleSet, cases []caseSpec) []caseSpec {
	var out []caseSpec
	shown := map[string]bool{}
	for i := range cases {
		if c := &cases[i]; c.ref == rs.Ref() && (showsNew(c, shown) || c.number != "") {
			out = append(out, *c)
		}
	}
	return out
}

// showsNew tells whether a case demands something no case before it did, and
// notes what it demands.
func showsNew(c *caseSpec, shown map[string]bool) bool {
	fresh := false
	for _, e := range c.expect {
		var at []string
		switch e.key {
		case "fires", "fails", "grade", "not_rated", "suggests", "problem":
			at = e.values
		case "cap":
			at = []string{e.cap["id"]}
		}
		for _, id := range at {
			fresh = fresh || !shown[e.key+" "+id]
			shown[e.key+" "+id] = true
		}
	}
	return fresh
}

func showCases(lib *evaluate.Library, rs *evaluate.RuleSet, cases []caseSpec) []CaseView {
	w := caseWords{viewer{lib: lib, rs: rs}}
	var out []CaseView
	for i := range cases {
		c := &cases[i]
		if c.ref != rs.Ref() {
			continue
		}
		v := CaseView{Name: c.name, Number: c.number, Given: w.given(c), At: c.at.String()}
		if c.mark != "" && c.mark != string(evaluate.Quoted) {
			v.Mark = evaluate.PhraseStanding(evaluate.Standing(c.mark))
		}
		for _, e := range c.expect {
			v.Expected = append(v.Expected, w.expected(e))
		}
		out = append(out, v)
	}
	return out
}

// caseWords puts the situations and demands of a set's cases into words.
type caseWords struct{ viewer }

func (w caseWords) given(c *caseSpec) []string {
	sc := &c.scene
	out := w.facts(sc.facts, w.rs.Schema())
	out = append(out, w.lines(sc.lines)...)
	if sc.score != nil {
		out = append(out, labelGivenScore(*sc.score))
	}
	if o := sc.org; o != nil {
		out = append(out, labelGivenOrg(w.org(o)))
	}
	home := w.lib.Vocabulary.Schema(evaluate.Organization)
	out = w.related(out, labelRelation(evaluate.Members), sc.members, w.lib.Vocabulary.Schema(evaluate.Member))
	out = w.related(out, labelRelation(evaluate.Children), sc.children, home)
	for _, key := range stagedRelations() {
		rel := evaluate.Relation(key)
		out = w.related(out, labelRelation(rel), sc.related[rel], w.lib.Vocabulary.Schema(evaluate.RelationKind(rel)))
	}
	out = w.related(out, labelGivenGroup, sc.group, w.rs.Schema())
	if sc.uplift {
		out = append(out, labelGivenUplift)
	}
	out = append(out, w.facts(sc.upliftBy, home)...)
	if len(c.switches) > 0 {
		out = append(out, labelGivenSwitches(w.switched(c.switches)))
	}
	return append(out, labelGivenDay(c.reference))
}

// switched lists the rules that switches turn on.
func (w caseWords) switched(names []string) []string {
	var out []string
	for i := range w.rs.Rules {
		if r := &w.rs.Rules[i]; r.Switch != "" && slices.Contains(names, r.Switch) {
			out = append(out, r.ID)
		}
	}
	return out
}

// facts says one thing a fact; what stands under the same heading of the form
// is said together.
func (w caseWords) facts(facts []givenFact, schema *evaluate.Schema) []string {
	var out []string
	group := ""
	for _, g := range facts {
		def := fact(schema, g.id)
		value := blankOr(strings.Trim(operand(def, g.text), "“”"))
		switch {
		case def.Group == "":
			out = append(out, def.Heading+": "+value)
		case def.Group == group:
			out[len(out)-1] += ", " + def.Heading + " " + value
		default:
			out = append(out, def.Group+": "+def.Heading+" "+value)
		}
		group = def.Group
	}
	return out
}

func (w caseWords) lines(lines []givenFact) []string {
	var out []string
	for _, g := range lines {
		switch {
		case string(g.id) != allLines:
			out = append(out, labelGivenLine(w.lineName(string(g.id)), blankOr(w.lineValue(g))))
		case g.text == noLines:
			out = append(out, labelGivenNoLines)
		default:
			out = append(out, labelGivenAllLines)
		}
	}
	return out
}

// lineName is the number of a line; what stands behind a part of one (a measure,
// a weight, a share) is called by the heading of its column.
func (w caseWords) lineName(key string) string {
	for _, s := range w.rs.Sheets {
		if id, ok := lineFact(s.Spec, key); ok && !s.Has(key) {
			return fact(w.rs.Schema(), id).Heading
		}
	}
	return key
}

// lineValue is the level chosen, or the number.
func (w caseWords) lineValue(g givenFact) string {
	for _, s := range w.rs.Sheets {
		id, _ := lineFact(s.Spec, string(g.id))
		i, ok := w.rs.Schema().Index(id)
		if !ok {
			continue
		}
		if k, ok := w.rs.Schema().Facts[i].CodeIndex(g.text); ok {
			return w.rs.Schema().Facts[i].Choices[k].Label
		}
	}
	return strings.Replace(g.text, ".", ",", 1)
}

func blankOr(text string) string {
	if text == "" {
		return labelBlankFact
	}
	return text
}

func (w caseWords) org(o *orgScene) []string {
	out := w.facts(o.facts, w.lib.Vocabulary.Schema(evaluate.Organization))
	if o.grade != "" {
		out = append(out, w.grade(o.grade))
	}
	if !o.founded.IsZero() {
		out = append(out, labelFoundedOn(o.founded))
	}
	if o.predecessor {
		out = append(out, labelHasPredecessor)
	}
	return out
}

// related adds a sentence about the subjects at the other end of a relation.
func (w caseWords) related(out []string, what string, list []relatedScene, schema *evaluate.Schema) []string {
	if list == nil {
		return out
	}
	var parts []string
	for _, r := range list {
		said := []string{strconv.Itoa(r.times)}
		if r.grade != "" {
			said = append(said, w.grade(r.grade))
		}
		if r.open != nil {
			said = append(said, labelOpen(w.grades(r.open)))
		}
		if r.notRated {
			said = append(said, labelNotRatedOne)
		}
		if r.score != nil {
			said = append(said, labelGivenScore(*r.score))
		}
		parts = append(parts, strings.Join(slices.Concat(said, w.facts(r.facts, schema), w.lines(r.lines)), ", "))
	}
	if len(parts) == 0 {
		parts = []string{labelNobody}
	}
	return append(out, what+": "+strings.Join(parts, "; "))
}

// grade is a rung's label, or that of a statutory grade.
func (w caseWords) grade(code string) string {
	if r, ok := gradeRank(w.rs.Scale(), code); ok {
		return w.rs.Label(r)
	}
	return code
}

func (w caseWords) grades(codes []string) []string {
	var out []string
	for _, c := range codes {
		out = append(out, w.grade(c))
	}
	return out
}

// expected says in words what a case demands.
func (w caseWords) expected(e expectation) string {
	if e.cap != nil {
		return labelExpected(e.key, figures(e.cap))
	}
	values := slices.Clone(e.values)
	for i, v := range values {
		switch e.key {
		case "grade", "at_most", "not", "suggests", "effective", "possible":
			values[i] = w.grade(v)
		case "undecided", "waits_for":
			values[i] = heading(w.rs.Schema(), evaluate.FactID(v))
		case "score":
			values[i] = strings.Replace(v, ".", ",", 1)
		}
	}
	return labelExpected(e.key, strings.Join(values, ", "))
}

// figures are those of a ceiling, or the points of parts of the sheet.
func figures(of map[string]string) string {
	var parts []string
	names := map[string]string{}
	for _, k := range capFigureKeys() {
		names[k.name] = cutHelp(k.help)
	}
	for _, k := range slices.Sorted(maps.Keys(of)) {
		name := names[k]
		if name == "" {
			name = k
		}
		parts = append(parts, name+" "+strings.Replace(of[k], ".", ",", 1))
	}
	return strings.Join(parts, ", ")
}

// cutHelp keeps of a key's explanation what names it.
func cutHelp(help string) string {
	head, _, _ := strings.Cut(help, ";")
	return head
}
