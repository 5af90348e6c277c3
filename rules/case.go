package rules

import (
	"maps"
	"path"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// caseSpec is one worked case with its presets filled in.
type caseSpec struct {
	at        evaluate.Origin
	name      string
	number    string // number of the worked case in the sources
	mark      string // standing of the case, where it is not the text's own
	ref       string // id@edition of the rule set
	reference evaluate.Date
	period    *evaluate.Period
	switches  []string
	scene     scene
	expect    []expectation
}

// scene is the situation of a case. Lists that were never written are nil;
// presets are laid under the case by field, facts one by one.
type scene struct {
	facts    []givenFact
	lines    []givenFact // by line of the score sheet
	related  map[evaluate.Relation][]relatedScene
	score    *evaluate.Num
	org      *orgScene
	members  []relatedScene
	children []relatedScene
	group    []relatedScene
	uplift   bool
	upliftBy []givenFact // decisions in these cells of the organization alone
}

// givenFact is a fact as written; an empty text makes it blank.
type givenFact struct {
	at   evaluate.Origin
	id   evaluate.FactID
	line string // the line of the score sheet it was written for
	text string
}

// key is what the case calls it.
func (g givenFact) key() string {
	if g.line != "" {
		return g.line
	}
	return string(g.id)
}

// orgScene is the organization of a case: its own for an organization, the one
// that rates him for a member.
type orgScene struct {
	level       string
	founded     evaluate.Date
	predecessor bool
	grade       string // for a member's organization
	facts       []givenFact
}

// relatedScene is a number of equal subjects beside the one decided.
type relatedScene struct {
	at       evaluate.Origin
	times    int
	grade    string
	open     []string
	notRated bool
	score    *evaluate.Num
	facts    []givenFact
	lines    []givenFact
}

// expectation is one thing a case demands.
type expectation struct {
	at     evaluate.Origin
	key    string
	values []string
	cap    map[string]string // figures of a ceiling, or points of parts of the sheet
}

// readCases decodes the case files of all layers.
func readCases(layers []Layer) ([]caseSpec, []evaluate.Problem) {
	var out []caseSpec
	var ps []evaluate.Problem
	for _, layer := range layers {
		var ignored []evaluate.Problem // Load has reported misplaced files
		names := slices.DeleteFunc(ruleFiles(layer, &ignored), func(name string) bool { return path.Dir(name) != "cases" || !knownPlace(name) })
		for _, f := range openAll(layer, names) {
			if f.ok {
				out = append(out, f.d.decodeCases(f.root)...)
			}
			ps = append(ps, f.d.problems...)
		}
	}
	return out, ps
}

// caseDecoder knows the file's presets while its cases are read.
type caseDecoder struct {
	*decoder
	presets map[string]scene
}

func (d *decoder) decodeCases(root node) []caseSpec {
	f := d.fields(root, "cases", casesKeys())
	f.schema()
	common := caseSpec{ref: f.maybe("rules"), reference: f.date("reference_date"), period: f.period("period"), switches: f.texts("switches")}
	cd := caseDecoder{decoder: d, presets: map[string]scene{}}
	if n, ok := f.get("presets"); ok {
		d.named(n, "presets")
		for _, p := range n.pairs {
			g := d.fields(p.value, p.key, sceneKeys())
			cd.presets[p.key] = cd.scene(g)
		}
	}
	f.need("cases")
	var out []caseSpec
	for _, n := range f.list("cases") {
		before := len(d.problems)
		if cs := cd.caseSpec(n, common); len(d.problems) == before {
			out = append(out, cs) // one that was misread would only fail for the wrong reason
		}
	}
	return out
}

func (d *caseDecoder) caseSpec(n node, common caseSpec) caseSpec {
	f := d.fields(n, "cases", caseKeys())
	out := common
	out.at, out.name, out.number = f.at, f.text("name"), f.maybe("number")
	out.mark = f.maybeChoice("mark", standings()...)
	if ref := f.maybe("rules"); ref != "" {
		out.ref = ref
	}
	if day := f.date("reference_date"); !day.IsZero() {
		out.reference = day
	}
	if p := f.period("period"); p != nil {
		out.period = p
	}
	if f.has("switches") {
		out.switches = f.texts("switches")
	}
	if out.ref == "" {
		d.fail(problemMissing(f.at, "rules"))
	}
	if out.reference.IsZero() {
		d.fail(problemMissing(f.at, "reference_date"))
	}
	out.scene = d.scene(f)
	if e, ok := f.need("expect"); ok {
		out.expect = d.expectations(e)
	}
	return out
}

// scene reads a situation over the presets it names, in the order named.
func (d *caseDecoder) scene(f fields) scene {
	var out scene
	for _, n := range f.list("base") {
		id := d.scalar(n, "base")
		preset, ok := d.presets[id]
		if !ok {
			d.fail(problemPreset(n.at, id, slices.Sorted(maps.Keys(d.presets))))
		}
		out = out.under(preset)
	}
	own := scene{facts: d.facts(f, "facts"), lines: d.facts(f, "lines"), related: map[evaluate.Relation][]relatedScene{}, score: f.maybeNumber("score"), members: d.related(f, "members"),
		children: d.related(f, "children"), group: d.related(f, "group"), uplift: f.flag("uplift"), upliftBy: d.facts(f, "uplift_by")}
	if n, ok := f.get("org"); ok {
		g := d.fields(n, "org", caseOrgKeys())
		own.org = &orgScene{level: g.maybeChoice("level", orgLevels()...), founded: g.date("founded"), predecessor: g.flag("predecessor"),
			grade: g.maybe("grade"), facts: d.facts(g, "facts")}
	}
	for _, key := range stagedRelations() {
		if f.has(key) {
			own.related[evaluate.Relation(key)] = d.related(f, key)
		}
	}
	return out.under(own)
}

// stagedRelations are the relations, beyond members and branches, whose other
// end a case writes down under the relation's own name.
func stagedRelations() []string {
	var out []string
	for _, r := range evaluate.Relations() {
		switch r {
		case evaluate.Members, evaluate.Children, evaluate.Subtree, evaluate.HomeOrg:
		default:
			out = append(out, string(r))
		}
	}
	return out
}

// under lays a later scene over this one.
func (s scene) under(later scene) scene {
	s.facts = overlay(s.facts, later.facts, func(g givenFact) string { return string(g.id) })
	s.lines = overlay(s.lines, later.lines, func(g givenFact) string { return string(g.id) })
	related := maps.Clone(s.related)
	if related == nil {
		related = map[evaluate.Relation][]relatedScene{}
	}
	maps.Copy(related, later.related)
	s.related = related
	if later.score != nil {
		s.score = later.score
	}
	if later.org != nil {
		s.org = later.org
	}
	if later.members != nil {
		s.members = later.members
	}
	if later.children != nil {
		s.children = later.children
	}
	if later.group != nil {
		s.group = later.group
	}
	s.uplift = s.uplift || later.uplift
	s.upliftBy = overlay(s.upliftBy, later.upliftBy, func(g givenFact) string { return string(g.id) })
	return s
}

func (d *caseDecoder) facts(f fields, key string) []givenFact {
	n, ok := f.get(key)
	if !ok {
		return nil
	}
	d.named(n, key)
	var out []givenFact
	for _, p := range n.pairs {
		g := givenFact{at: p.at, id: evaluate.FactID(p.key)}
		if p.value.shape != emptyNode {
			g.text = d.scalar(p.value, p.key)
		}
		out = append(out, g)
	}
	return out
}

func (d *caseDecoder) related(f fields, key string) []relatedScene {
	if !f.has(key) {
		return nil
	}
	out := []relatedScene{}
	for _, n := range f.list(key) {
		g := d.fields(n, key, relatedKeys())
		r := relatedScene{at: g.at, times: 1, grade: g.maybe("grade"), open: g.texts("open"), notRated: g.flag("not_rated"),
			score: g.maybeNumber("score"), facts: d.facts(g, "facts"), lines: d.facts(g, "lines")}
		if g.has("times") {
			r.times = min(g.whole("times"), maxRelated)
		}
		out = append(out, r)
	}
	return out
}

// maxRelated bounds how many equal subjects one line may stand for.
const maxRelated = 10_000

func (d *caseDecoder) expectations(n node) []expectation {
	d.fields(n, "expect", expectationKeys())
	var out []expectation
	for _, p := range n.pairs {
		e := expectation{at: p.at, key: p.key}
		switch {
		case !slices.Contains(expectKeys(), p.key):
			continue
		case p.key == "cap":
			e.cap = d.capFigures(p.value)
		case p.key == "points":
			e.cap = d.partPoints(p.value)
		case p.value.shape == listNode:
			for _, item := range p.value.items {
				e.values = append(e.values, d.scalar(item, p.key))
			}
		case p.value.shape == emptyNode:
			d.fail(problemMissing(p.at, p.key))
		default:
			e.values = []string{d.scalar(p.value, p.key)}
		}
		out = append(out, e)
	}
	if len(out) == 0 {
		d.fail(problemMissing(n.at, "expect"))
	}
	return out
}

// partPoints reads the points expected of parts of the sheet.
func (d *caseDecoder) partPoints(n node) map[string]string {
	d.named(n, "points")
	out := map[string]string{}
	for _, p := range n.pairs {
		out[p.key] = d.scalar(p.value, p.key)
	}
	return out
}

func (d *caseDecoder) capFigures(n node) map[string]string {
	f := d.fields(n, "cap", capFigureKeys())
	f.need("id")
	out := map[string]string{}
	for _, p := range f.pairs {
		out[p.key] = f.text(p.key)
	}
	return out
}
