package rules

import (
	"strconv"

	"github.com/xeploai/xeploai/evaluate"
)

// setFile is one decoded file of the sets folder, before the sets it extends
// are laid under it.
type setFile struct {
	spec   evaluate.RuleSetSpec
	digest string // SHA-256 of the file
}

func (s *setFile) ref() string { return s.spec.ID + "@" + s.spec.Edition }

// decodeSet reads one rule set. A set that extends another need not say what it
// leaves as it is.
func (d *decoder) decodeSet(root node) evaluate.RuleSetSpec {
	f := d.fields(root, "sets", setKeys())
	f.schema()
	out := evaluate.RuleSetSpec{At: f.at, ID: f.text("id"), Edition: f.text("edition"), Extends: f.maybe("extends"), Supersedes: f.maybe("supersedes"), Local: f.flag("local"),
		Title: f.maybe("title"), Columns: f.factIDs("columns")}
	if out.Extends == "" && f.mapping {
		for _, key := range centralKeys() {
			f.need(key)
		}
	}
	if out.InheritedStanding = evaluate.Standing(f.maybeChoice("inherited_standing", inheritedStandings()...)); out.InheritedStanding != "" {
		f.need("extends")
	}
	out.Kind = evaluate.Kind(f.maybeChoice("kind", kinds()...))
	out.Track = evaluate.Track(f.maybeChoice("track", tracks()...))
	out.Granularity = evaluate.Granularity(f.maybeChoice("granularity", granularities()...))
	d.setInForce(f, &out)
	d.setSources(f, &out)
	d.setParts(f, &out)
	return out
}

func (d *decoder) setInForce(f fields, out *evaluate.RuleSetSpec) {
	n, ok := f.get("in_force")
	if !ok {
		return
	}
	g := d.fields(n, "in_force", inForceKeys())
	g.need("from")
	if from := g.period("from"); from != nil {
		out.From = *from
	}
	out.To = g.period("to")
	for _, item := range g.list("except") {
		out.Except = append(out.Except, d.periodPart(item, out.Granularity))
	}
}

// periodPart reads the number of a quarter or month. A local set may leave the
// length of its periods to the set it extends.
func (d *decoder) periodPart(n node, g evaluate.Granularity) int {
	most := 12
	switch g {
	case evaluate.Quarterly:
		most = 4
	case evaluate.Yearly, evaluate.Term:
		most = 0
	}
	i, err := strconv.Atoi(d.scalar(n, "except"))
	if err != nil || i < 1 || i > most {
		d.fail(problemNumber(n.at, "except", n.text))
	}
	return i
}

func (d *decoder) setSources(f fields, out *evaluate.RuleSetSpec) {
	if n, ok := f.get("sources"); ok {
		d.named(n, "sources")
		for _, p := range n.pairs {
			g := d.fields(p.value, p.key, sourceKeys())
			out.Sources = append(out.Sources, evaluate.Source{ID: p.key, Number: g.text("number"), Title: g.maybe("title"), Date: g.date("date")})
		}
	}
	if n, ok := f.get("groups"); ok {
		d.named(n, "groups")
		for _, p := range n.pairs {
			g := d.fields(p.value, p.key, factGroupKeys())
			g.need("facts")
			out.Groups = append(out.Groups, evaluate.GroupSpec{At: p.at, ID: p.key, Label: g.text("label"), Facts: g.factIDs("facts")})
		}
	}
	for _, n := range f.list("scale") {
		g := d.fields(n, "scale", rungKeys())
		out.Scale = append(out.Scale, evaluate.Rung{At: g.at, ID: g.text("rung"), Label: g.text("label"), Short: g.maybe("short"),
			Statutory: evaluate.Statutory(g.maybeChoice("statutory", statutoryGrades()...))})
	}
}

// named demands a mapping whose keys are ids chosen by the author, each once.
func (d *decoder) named(n node, key string) {
	var ids []string
	for _, p := range n.pairs {
		ids = append(ids, p.key)
	}
	d.keyed(n, key, ids)
}

func (d *decoder) setParts(f fields, out *evaluate.RuleSetSpec) {
	for _, n := range f.list("profiles") {
		out.Profiles = append(out.Profiles, d.profile(n))
	}
	for _, n := range f.list("not_rated") {
		rule, g := d.rule(n, "not_rated", notRatedKeys())
		out.NotRated = append(out.NotRated, evaluate.NotRatedSpec{RuleSpec: rule, ReviewDue: g.flag("review_due"), CountsAs: g.maybe("counts_as"),
			Class: evaluate.NotRatedClass(g.choice("class", classes()...))})
	}
	for _, n := range f.list("bars") {
		out.Bars = append(out.Bars, d.bar(n))
	}
	for _, n := range f.list("ladder") {
		out.Ladder = append(out.Ladder, d.rung(n))
	}
	out.FallAt = f.at // a set without one is shown at its head
	if n, ok := f.get("fall_through"); ok {
		g := d.fields(n, "fall_through", fallKeys())
		out.FallThrough, out.FallAt = evaluate.FallThrough(g.text("to")), g.at
		out.FallCite, out.FallStand, out.FallNote = d.cite(g), standing(g), g.maybe("note")
	}
	for _, n := range f.list("sanctions") {
		rule, g := d.rule(n, "sanctions", sanctionKeys())
		out.Sanctions = append(out.Sanctions, evaluate.SanctionSpec{RuleSpec: rule, LowerBy: g.whole("lower_by"), NotAbove: g.maybe("not_above"),
			Forced: g.maybe("forced"), NotAboveFact: evaluate.FactID(g.maybe("not_above_fact")),
			NotAboveOf: evaluate.Relation(g.maybeChoice("not_above_of", words(evaluate.Relations())...))})
	}
	for _, n := range f.list("rests_on") {
		rule, g := d.rule(n, "rests_on", restKeys())
		out.RestsOn = append(out.RestsOn, evaluate.RestSpec{RuleSpec: rule, Of: evaluate.Relation(g.choice("of", relations()...))})
	}
	for _, n := range f.list("notices") {
		notice, _ := d.rule(n, "notices", ruleKeys())
		out.Notices = append(out.Notices, notice)
	}
	for _, n := range f.list("votes") {
		out.Votes = append(out.Votes, d.vote(n))
	}
	if n, ok := f.get("explain_difference"); ok {
		out.ExplainDifference = d.difference(n)
	}
	out.SanctionOrder = convert[evaluate.SanctionEffect](f.choices("sanction_order", words(evaluate.SanctionEffects())...))
	for _, n := range f.list("caps") {
		out.Caps = append(out.Caps, d.capSpec(n))
	}
	for _, n := range f.list("drop") {
		g := d.fields(n, "drop", dropKeys())
		out.Dropped = append(out.Dropped, evaluate.DropSpec{At: g.at, ID: g.text("id"), Cite: d.cite(g), Note: g.maybe("note")})
	}
}

// cite reads a citation; what is missing in it is reported by the rule set's
// check, which names the rule.
func (d *decoder) cite(f fields) evaluate.Citation {
	n, ok := f.get("cite")
	if !ok {
		return evaluate.Citation{}
	}
	g := d.fields(n, "cite", citeKeys())
	return evaluate.Citation{Source: g.maybe("source"), Place: g.maybe("place")}
}

func standing(f fields) evaluate.Standing { return evaluate.Standing(f.maybe("standing")) }

// rule reads what every citable rule has, and returns the fields for what is
// special to its section; keys are those of the section.
func (d *decoder) rule(n node, section string, keys []key) (evaluate.RuleSpec, fields) {
	f := d.fields(n, section, keys)
	out := evaluate.RuleSpec{At: f.at, ID: f.text("id"), Text: f.maybe("text"), Cite: d.cite(f), Standing: standing(f),
		Note: f.maybe("note"), Switch: f.maybe("switch"), DefaultOn: f.maybeChoice("default", "on", "off") == "on"}
	out.When.At = f.at
	if w, ok := f.get("when"); ok {
		out.When = d.condition(w, 0)
	}
	if w, ok := f.get("applies_when"); ok {
		c := d.condition(w, 0)
		out.AppliesWhen = &c
	}
	return out, f
}

func (d *decoder) profile(n node) evaluate.ProfileSpec {
	f := d.fields(n, "profiles", profileKeys())
	out := evaluate.ProfileSpec{At: f.at, ID: f.text("id"), Text: f.text("text"), Cite: d.cite(f), Standing: standing(f),
		Sheet: f.maybe("sheet"), Override: f.flag("override")}
	if w, ok := f.get("when"); ok {
		c := d.condition(w, 0)
		out.When = &c
	}
	return out
}

func (d *decoder) bar(n node) evaluate.BarSpec {
	rule, f := d.rule(n, "bars", barKeys())
	out := evaluate.BarSpec{RuleSpec: rule, CountsAs: f.maybe("counts_as")}
	for _, e := range f.list("exceptions") {
		r, _ := d.rule(e, "exceptions", ruleKeys())
		out.Exceptions = append(out.Exceptions, r)
	}
	if r, ok := f.get("relief"); ok {
		relief, _ := d.rule(r, "relief", ruleKeys())
		out.Relief = &relief
	}
	return out
}

func (d *decoder) rung(n node) evaluate.RungSpec {
	f := d.fields(n, "ladder", ladderKeys())
	out := evaluate.RungSpec{At: f.at, Rung: f.text("rung"), Cite: d.cite(f)}
	if b, ok := f.get("band"); ok {
		g := d.fields(b, "band", bandKeys())
		out.Band = &evaluate.BandSpec{At: g.at, From: g.maybeNumber("from"), FromExcluded: g.flag("from_excluded"),
			To: g.maybeNumber("to"), ToIncluded: g.flag("to_included"), Cite: d.cite(g), Standing: standing(g)}
	}
	for _, item := range f.list("needs") {
		r, _ := d.rule(item, "needs", ruleKeys())
		out.Needs = append(out.Needs, r)
	}
	for _, item := range f.list("judgements") {
		g := d.fields(item, "judgements", judgementKeys())
		out.Judgements = append(out.Judgements, evaluate.JudgementSpec{At: g.at, ID: g.text("id"), Text: g.text("text"),
			Cite: d.cite(g), Standing: standing(g)})
	}
	return out
}

func (d *decoder) capSpec(n node) evaluate.CapSpec {
	f := d.fields(n, "caps", capKeys())
	out := evaluate.CapSpec{At: f.at, ID: f.text("id"), Text: f.maybe("text"), Cite: d.cite(f), Standing: standing(f), Note: f.maybe("note"),
		Rung: f.text("rung"), Below: f.maybe("below"), Rate: f.number("rate"), By: evaluate.FactID(f.maybe("by")), DefaultBy: evaluate.FactID(f.maybe("default_by")),
		Base:     evaluate.CapBase(f.choice("base", capBases()...)),
		Rounding: f.choice("rounding", roundings()...), Within: f.choice("within", capScopes()...)}
	if w, ok := f.get("exclude"); ok {
		c := d.condition(w, 0)
		out.Exclude = &c
	}
	if w, ok := f.get("only"); ok {
		c := d.condition(w, 0)
		out.Only = &c
	}
	if u, ok := f.get("uplift"); ok {
		g := d.fields(u, "uplift", upliftKeys())
		out.Uplift = &evaluate.UpliftSpec{Rate: g.number("rate"), GrantedBy: evaluate.FactID(g.text("granted_by")), Text: g.maybe("text"),
			Cite: d.cite(g), Standing: standing(g)}
	}
	for _, item := range f.list("merit") {
		g := d.fields(item, "merit", meritKeys())
		out.Merit = append(out.Merit, evaluate.MeritKey{Score: g.flag("score"), Points: g.maybe("points"), Fact: evaluate.FactID(g.maybe("fact")), Ascending: g.flag("ascending")})
	}
	return out
}
