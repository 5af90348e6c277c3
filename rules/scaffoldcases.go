package rules

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

type caseTexts struct{ ID, Edition, Cases string }

// caseTexts plays the first cases of a new set against the files just written
// and puts down what came out: a full sheet, a sheet with a blank, and as many
// of the parent's situations as it takes to show every new part at work.
func (s *scaffold) caseTexts(files []NewFile) caseTexts {
	lib, rs := s.load(files)
	models := s.models()
	shown := shown{lib: lib, rs: rs, layer: s.ID}
	for _, c := range s.firstCases(models) {
		shown.add(c)
	}
	if s.Profile != "" {
		shown.addLines(s.firstCases(models)[0])
	}
	for _, c := range s.following(models) {
		if len(shown.gaps()) > 0 && shown.helps(c) {
			shown.add(c)
		}
	}
	var b strings.Builder
	for _, p := range shown.played {
		b.WriteString(itemText(p.caseNode(), "  "))
	}
	return caseTexts{ID: s.ID, Edition: s.Parent.Spec.Edition, Cases: strings.TrimSuffix(b.String(), "\n")}
}

// shown is the cases chosen so far, played.
type shown struct {
	lib    *evaluate.Library
	rs     *evaluate.RuleSet
	layer  string
	played []*staged
}

// add takes a case that can be played without a mistake.
func (s *shown) add(c caseSpec) {
	if p, ps := play(&c, s.rs, s.lib.Vocabulary); len(ps) == 0 && len(p.problems) == 0 {
		if _, known := p.walk.Score.Known(); known { // what expectNode will demand
			c.expect = []expectation{{key: "score"}}
		}
		s.played = append(s.played, p)
	}
}

// gaps lists what no case chosen so far brought about in the new set's own part.
func (s *shown) gaps() []Gap {
	c := newCoverage(s.rs, s.lib, sheetsSeen{})
	for _, p := range s.played {
		c.see(p)
	}
	r := c.report()
	return slices.DeleteFunc(r.Never, func(g Gap) bool { return g.At.Layer != s.layer })
}

// helps tells whether one more case would leave fewer gaps.
func (s *shown) helps(c caseSpec) bool {
	more := shown{s.lib, s.rs, s.layer, slices.Clone(s.played)}
	more.add(c)
	return len(more.gaps()) < len(s.gaps())
}

// load compiles the new set over the layers at hand.
func (s *scaffold) load(files []NewFile) (*evaluate.Library, *evaluate.RuleSet) {
	l := newLoader(s.layers)
	for _, f := range files {
		d := &decoder{file: f.Path, layer: s.ID}
		root, _ := d.parse(f.Data)
		l.decode(d, root, path.Dir(f.Path), path.Base(f.Path), digestOf(f.Data), true)
	}
	lib, _ := l.library(nil)
	for _, rs := range lib.Sets {
		if rs.Spec.ID == s.ID {
			return lib, rs
		}
	}
	panic("rules: what was written for the new set " + s.ID + " cannot be read")
}

// models are the cases of single subjects that the parent and those it extends
// have, without what ties them to their set; the one that best shows the chosen
// profile comes first.
func (s *scaffold) models() []caseSpec {
	cases, _ := readCases(s.layers)
	family := s.family()
	var out []caseSpec
	best, rank := -1, evaluate.NoRank
	for _, c := range cases {
		if !slices.Contains(family, c.ref) || len(c.switches) > 0 || c.scene.group != nil {
			continue
		}
		c.number, c.mark, c.expect = "", "", nil
		p, ok := s.clean(&c)
		if !ok {
			continue
		}
		if p.walk.Outcome == evaluate.Graded && p.walk.Rank > rank && s.takes(p) {
			best, rank = len(out), p.walk.Rank
		} else if best < 0 && s.takes(p) {
			best = len(out)
		}
		out = append(out, c)
	}
	if best > 0 {
		out[0], out[best] = out[best], out[0]
	}
	return out
}

// family lists the parent and the sets it extends.
func (s *scaffold) family() []string {
	out := []string{s.Parent.Ref()}
	for at := s.Parent; at != nil && at.Spec.Extends != ""; {
		ref := at.Spec.Extends
		out, at = append(out, ref), nil
		for _, rs := range s.lib.Sets {
			if rs.Ref() == ref {
				at = rs
			}
		}
	}
	return out
}

// clean plays a case under the parent, without its points where those are what
// is wrong with it.
func (s *scaffold) clean(c *caseSpec) (*staged, bool) {
	p, ps := play(c, s.Parent, s.lib.Vocabulary)
	if len(ps) == 0 && len(p.problems) > 0 {
		c.scene = s.withoutPoints(c.scene)
		p, ps = play(c, s.Parent, s.lib.Vocabulary)
	}
	return p, len(ps) == 0 && len(p.problems) == 0
}

// withoutPoints leaves out what any of the parent's sheets counts.
func (s *scaffold) withoutPoints(sc scene) scene {
	points := map[evaluate.FactID]bool{}
	for _, sheet := range s.Parent.Sheets {
		for i := range sheet.Spec.Groups {
			for l := range sheet.Spec.Groups[i].AllLines() {
				points[l.Fact] = true
			}
		}
	}
	sc.score, sc.lines = nil, nil
	sc.facts = slices.DeleteFunc(slices.Clone(sc.facts), func(g givenFact) bool { return points[g.id] })
	return sc
}

// reference is the day most of the cases look back from.
func (s *scaffold) reference(models []caseSpec) evaluate.Date {
	if len(models) > 0 {
		return models[0].reference
	}
	return s.Parent.Spec.From.Last()
}

// takes tells whether a played case went by the chosen profile.
func (s *scaffold) takes(p *staged) bool {
	return s.Profile == "" || p.walk.Profile >= 0 && s.Parent.Spec.Profiles[p.walk.Profile].ID == s.Profile
}

// firstCases are the best model with the full points of every line, and the
// same with one line left blank; without a sheet the model as it stands.
func (s *scaffold) firstCases(models []caseSpec) []caseSpec {
	model := caseSpec{reference: s.reference(models)}
	if len(models) > 0 {
		model = models[0]
	}
	if s.Profile == "" {
		model.name = labelCaseParent
		return []caseSpec{model}
	}
	full, blank := model, model
	full.name, blank.name = labelCaseFull, labelCaseBlank
	full.scene = s.withoutPoints(model.scene)
	full.scene.lines = []givenFact{{id: allLines, text: "full"}}
	blank.scene = full.scene
	blank.scene.lines = append(slices.Clone(full.scene.lines), givenFact{id: firstLine(s.parentSheet())})
	return []caseSpec{full, blank}
}

// firstLine is the id of a sheet's first line.
func firstLine(spec *evaluate.SheetSpec) evaluate.FactID {
	for i := range spec.Groups {
		for l := range spec.Groups[i].AllLines() {
			return evaluate.FactID(l.ID)
		}
	}
	return ""
}

// caseNode writes a played case with what came out as its demands. Each states
// the day and, where the parent's case did, the period it looks back on.
func (p *staged) caseNode() node {
	c := p.spec
	n := mappingOf(pairOf("name", textNode(c.name)))
	add := func(key string, value node) { n.pairs = append(n.pairs, pairOf(key, value)) }
	add("reference_date", textNode(c.reference.String()))
	if c.period != nil {
		add("period", textNode(c.period.String()))
	}
	if c.scene.score != nil {
		add("score", textNode(c.scene.score.String()))
	}
	if len(c.scene.facts) > 0 {
		add("facts", factsNode(c.scene.facts))
	}
	if len(c.scene.lines) > 0 {
		add("lines", factsNode(c.scene.lines))
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
	for _, key := range stagedRelations() {
		if list, ok := c.scene.related[evaluate.Relation(key)]; ok {
			add(key, relatedNode(list))
		}
	}
	add("expect", p.expectNode())
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
		if r.score != nil {
			n.pairs = append(n.pairs, pairOf("score", textNode(r.score.String())))
		}
		if len(r.facts) > 0 {
			n.pairs = append(n.pairs, pairOf("facts", factsNode(r.facts)))
		}
		if len(r.lines) > 0 {
			n.pairs = append(n.pairs, pairOf("lines", factsNode(r.lines)))
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
