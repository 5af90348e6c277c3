package rules

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

type caseTexts struct{ ID, Edition, Reference, Cases string }

// caseTexts plays the situations of a new set's first cases against the files
// just written and puts down what came out.
func (s *scaffold) caseTexts(files []NewFile) caseTexts {
	rs, vocabulary := s.load(files)
	model := s.model()
	var b strings.Builder
	for _, c := range s.firstCases(model, rs) {
		if result, ps := play(&c, rs, vocabulary); len(ps) == 0 && len(result.problems) == 0 {
			b.WriteString(itemText(caseNode(&c, result), "  "))
		}
	}
	return caseTexts{ID: s.ID, Edition: s.Parent.Spec.Edition, Reference: model.reference.String(), Cases: strings.TrimSuffix(b.String(), "\n")}
}

// load compiles the new set over the layers at hand.
func (s *scaffold) load(files []NewFile) (*evaluate.RuleSet, *evaluate.Vocabulary) {
	l := newLoader(s.layers)
	for _, f := range files {
		d := &decoder{file: f.Path, layer: s.ID}
		root, _ := d.parse(f.Data)
		dir, base := path.Split(f.Path)
		l.decode(d, root, dir, base, digestOf(f.Data), true)
	}
	lib, _ := l.library(nil)
	for _, rs := range lib.Sets {
		if rs.Spec.ID == s.ID {
			return rs, lib.Vocabulary
		}
	}
	panic("rules: what was written for the new set " + s.ID + " cannot be read")
}

// model is the situation of the parent's case that ends best among those that
// take the chosen profile, or an empty situation where there is none.
func (s *scaffold) model() caseSpec {
	cases, _ := readCases(s.layers)
	best, rank := caseSpec{reference: s.Parent.Spec.From.Last()}, evaluate.NoRank
	for i := range cases {
		c := &cases[i]
		if c.ref != s.Parent.Ref() || len(c.switches) > 0 || c.scene.group != nil {
			continue
		}
		result, ps := play(c, s.Parent, s.lib.Vocabulary)
		if len(ps) > 0 || len(result.problems) > 0 || result.walk.Outcome != evaluate.Graded || result.walk.Rank <= rank || !s.takes(result) {
			continue
		}
		best, rank = *c, result.walk.Rank
	}
	return best
}

// takes tells whether a played case went by the chosen profile.
func (s *scaffold) takes(p *staged) bool {
	return s.Profile == "" || p.walk.Profile >= 0 && s.Parent.Spec.Profiles[p.walk.Profile].ID == s.Profile
}

// firstCases are the model with the full points of every line, and the same
// with one line left blank; without a sheet the model as it stands.
func (s *scaffold) firstCases(model caseSpec, rs *evaluate.RuleSet) []caseSpec {
	model.number, model.mark, model.period, model.expect = "", "", nil, nil
	if s.Profile == "" {
		model.name = labelCaseParent
		return []caseSpec{model}
	}
	points := fullPoints(s.parentSheet())
	full, blank := model, model
	full.name, blank.name = labelCaseFull, labelCaseBlank
	full.scene.score, blank.scene.score = nil, nil
	full.scene.facts = overlay(model.scene.facts, points, func(g givenFact) string { return string(g.id) })
	blank.scene.facts = slices.Clone(full.scene.facts)
	blank.scene.facts[len(blank.scene.facts)-1].text = ""
	return []caseSpec{full, blank}
}

// fullPoints gives every line of a sheet its maximum.
func fullPoints(spec *evaluate.SheetSpec) []givenFact {
	var out []givenFact
	for _, g := range spec.Groups {
		for _, l := range g.Lines {
			out = append(out, givenFact{id: l.Fact, text: l.Max.String()})
		}
	}
	return out
}

// caseNode writes a case with what came out as its demands.
func caseNode(c *caseSpec, result *staged) node {
	n := mappingOf(pairOf("name", textNode(c.name)))
	add := func(key string, value node) { n.pairs = append(n.pairs, pairOf(key, value)) }
	if c.scene.score != nil {
		add("score", textNode(c.scene.score.String()))
	}
	if len(c.scene.facts) > 0 {
		add("facts", factsNode(c.scene.facts))
	}
	if o := c.scene.org; o != nil {
		add("org", orgNode(o))
	}
	if c.scene.members != nil {
		add("members", relatedNode(c.scene.members))
	}
	if c.scene.children != nil {
		add("children", relatedNode(c.scene.children))
	}
	add("expect", result.expectNode())
	return n
}

func factsNode(facts []givenFact) node {
	n := mappingOf()
	for _, g := range facts {
		n.pairs = append(n.pairs, pairOf(string(g.id), textNode(g.text)))
	}
	return n
}

func orgNode(o *orgScene) node {
	n := mappingOf()
	add := func(key, text string) {
		if text != "" {
			n.pairs = append(n.pairs, pairOf(key, textNode(text)))
		}
	}
	add("level", o.level)
	if !o.founded.IsZero() {
		add("founded", o.founded.String())
	}
	if o.predecessor {
		add("predecessor", "true")
	}
	add("grade", o.grade)
	if len(o.facts) > 0 {
		n.pairs = append(n.pairs, pairOf("facts", factsNode(o.facts)))
	}
	return n
}

func relatedNode(list []relatedScene) node {
	out := node{shape: listNode}
	for _, r := range list {
		n := mappingOf(pairOf("times", textNode(strconv.Itoa(r.times))))
		if r.grade != "" {
			n.pairs = append(n.pairs, pairOf("grade", textNode(r.grade)))
		}
		if r.open != nil {
			n.pairs = append(n.pairs, pairOf("open", textsNode(r.open)))
		}
		if r.notRated {
			n.pairs = append(n.pairs, pairOf("not_rated", textNode("true")))
		}
		if len(r.facts) > 0 {
			n.pairs = append(n.pairs, pairOf("facts", factsNode(r.facts)))
		}
		out.items = append(out.items, n)
	}
	return out
}

// expectNode demands what came out.
func (p *staged) expectNode() node {
	w, n := &p.walk, mappingOf()
	add := func(key string, value node) { n.pairs = append(n.pairs, pairOf(key, value)) }
	switch w.Outcome {
	case evaluate.Graded:
		add("grade", textNode(p.rung(w.Rank)))
	case evaluate.Review:
		add("review", textNode("true"))
	case evaluate.NotRated:
		add("not_rated", textNode(string(p.notRated().Class)))
	default:
		add("undecided", textsNode(words(p.missing)))
	}
	if score, known := w.Score.Known(); known {
		add("score", textNode(score.String()))
	}
	return n
}
