package rules

import (
	"maps"
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// factsFile is one decoded facts.yaml.
type factsFile struct {
	facts  []evaluate.FactDef
	limits []evaluate.Limit
	taken  map[kindFact]kindFact // facts of another kind's declaration → that one
	lists  map[string][]evaluate.Choice
}

// factDecoder knows the shared lists of choices while facts are read.
type factDecoder struct {
	*decoder
	lists map[string][]evaluate.Choice
}

// decodeFacts reads the vocabulary: shared lists, then facts and limits of each
// kind. Facts keep the written order, which is the column order. earlier holds
// what the files before this one declared.
func (d *decoder) decodeFacts(root node, earlier factsFile) factsFile {
	f := d.fields(root, "facts.yaml", factsKeys())
	f.schema()
	out := factsFile{lists: map[string][]evaluate.Choice{}, taken: maps.Clone(earlier.taken)}
	if out.taken == nil {
		out.taken = map[kindFact]kindFact{}
	}
	maps.Copy(out.lists, earlier.lists)
	fd := factDecoder{decoder: d, lists: out.lists}
	if n, ok := f.get("lists"); ok {
		d.named(n, "lists")
		for _, p := range n.pairs {
			out.lists[p.key] = fd.choices(p.value)
		}
	}
	for _, p := range root.pairs {
		if f.pair(p.key) == nil || p.key == "schema" || p.key == "lists" {
			continue
		}
		kind := evaluate.Kind(p.key)
		k := d.fields(p.value, p.key, kindFactsKeys())
		for _, n := range k.list("facts") {
			if taken, from, ok := d.asIn(n, kind, earlier.facts, out.facts); ok {
				out.facts = append(out.facts, taken...)
				for _, f := range taken {
					out.taken[kindFact{kind, f.ID}] = out.root(kindFact{from, f.ID})
				}
			} else {
				out.facts = append(out.facts, fd.fact(n, kind))
			}
		}
		for _, n := range k.list("limits") {
			out.limits = append(out.limits, d.limit(n, kind))
		}
	}
	return out
}

// asIn takes facts over from another kind: the same thing about the same person
// keeps one id, one heading and one list of values. earlier and here are the
// facts declared before this item, in other files and in this one. ok is false
// for an item that declares a fact of its own; of is the kind they are taken from.
func (d *decoder) asIn(n node, kind evaluate.Kind, earlier, here []evaluate.FactDef) (out []evaluate.FactDef, of evaluate.Kind, ok bool) {
	if !slices.ContainsFunc(n.pairs, func(p pair) bool { return p.key == "as_in" }) {
		return nil, "", false
	}
	f := d.fields(n, "facts", takenKeys())
	from := f.choice("as_in", kinds()...)
	f.need("ids")
	for _, item := range f.list("ids") {
		id := d.scalar(item, "ids")
		declared := findFact(earlier, from, id)
		if declared == nil {
			declared = findFact(here, from, id)
		}
		if declared == nil {
			d.fail(problemCaseFact(item.at, id, knownFacts(slices.Concat(earlier, here), from)))
			continue
		}
		fact := *declared
		fact.Kind, fact.At = kind, item.at
		out = append(out, fact)
	}
	return out, evaluate.Kind(from), true
}

func (d *factDecoder) fact(n node, kind evaluate.Kind) evaluate.FactDef {
	f := d.fields(n, "facts", factKeys())
	out := evaluate.FactDef{
		At: f.at, Kind: kind, ID: evaluate.FactID(f.text("id")), Heading: f.text("heading"), Group: f.maybe("group"),
		Aliases: f.texts("aliases"), Hint: f.maybe("hint"), Unit: f.maybe("unit"), Min: f.maybeNumber("min"),
		Max: f.maybeNumber("max"), Ordered: f.flag("ordered"), Blank: f.maybe("blank"), Required: f.flag("required"),
		Supplier: evaluate.Supplier(f.choice("supplier", suppliers()...)), Role: evaluate.Role(f.maybeChoice("role", roles()...)),
		Level: f.whole("level"), ProposedBy: evaluate.OrgLevel(f.maybeChoice("proposed_by", orgLevels()...)), Identity: f.flag("identity"), Width: f.whole("width"),
		GivenBy: evaluate.Relation(f.maybeChoice("given_by", relations()...)), LeadsTo: evaluate.Relation(f.maybeChoice("leads_to", relations()...)),
		PerPost: f.flag("per_post"), Personal: f.flag("personal"), Lasting: f.flag("lasting"), Prose: f.flag("prose"),
		NotAfter: f.maybeChoice("not_after", evaluate.DayPeriodEnd, evaluate.DayReference), NotBefore: evaluate.FactID(f.maybe("not_before")),
	}
	switch f.choice("type", factTypes()...) {
	case "text":
		out.Type = evaluate.TextFact
	case "number":
		out.Type = evaluate.NumberFact
	case "date":
		out.Type = evaluate.DateFact
	case "choice":
		out.Type = evaluate.ChoiceFact
	}
	if step := f.maybeNumber("step"); step != nil {
		out.Step = *step
	}
	if c, ok := f.get("choices"); ok {
		out.Choices = d.choices(c)
	}
	if n, ok := f.get("needs"); ok {
		g := d.fields(n, "needs", needKeys())
		out.Needs = &evaluate.Need{At: g.at, Fact: evaluate.FactID(g.text("fact")), When: g.maybe("when"), Denied: g.maybe("denied"), Implies: g.maybe("implies")}
	}
	if n, ok := f.get("idle"); ok {
		g := d.fields(n, "idle", idleKeys())
		out.Idle = &evaluate.Idle{At: g.at, Code: g.text("code"), Otherwise: g.text("otherwise"), Fact: evaluate.FactID(g.maybe("fact")), Answer: g.maybe("answer")}
	}
	if n, ok := f.get("tells"); ok {
		out.Tells = d.tells(n)
	}
	if n, ok := f.get("tally"); ok {
		g := d.fields(n, "tally", tallyKeys())
		out.Tally = &evaluate.Tally{Of: evaluate.Relation(g.choice("of", relations()...)), Grade: evaluate.Statutory(g.choice("grade", statutoryGrades()...)), OrBetter: g.flag("or_better"), Among: evaluate.FactID(g.maybe("among"))}
	}
	if n, ok := f.get("gravest"); ok {
		out.Gravest = d.gravest(n)
	}
	if n, ok := f.get("same_as"); ok {
		g := d.fields(n, "same_as", sameAsKeys())
		out.SameAs = &evaluate.SameAs{At: g.at, Of: evaluate.Relation(g.choice("of", relations()...)), Fact: evaluate.FactID(g.maybe("fact")), Grade: g.flag("grade"),
			Only: evaluate.FactID(g.maybe("only")), Is: g.maybe("is")}
		if !out.SameAs.Grade {
			g.need("fact")
		}
		if out.SameAs.Only != "" || out.SameAs.Is != "" { // neither says anything alone
			g.need("only")
			g.need("is")
		}
	}
	if n, ok := f.get("ballot"); ok {
		out.Ballot = d.ballot(n)
	}
	if n, ok := f.get("derived"); ok {
		g := d.fields(n, "derived", derivedKeys())
		out.Derived = &evaluate.Derivation{Function: g.text("function"), Of: g.factIDs("of")}
	}
	return out
}

// gravest reads whose rows a record speaks of.
func (d *factDecoder) gravest(n node) *evaluate.Gravest {
	f := d.fields(n, "gravest", gravestKeys())
	f.need("of")
	out := &evaluate.Gravest{At: f.at, Case: f.maybe("case"), Beyond: f.flag("beyond")}
	for _, item := range f.list("of") {
		r := d.fields(item, "of", rowsOfKeys())
		out.Of = append(out.Of, evaluate.RowsOf{At: r.at, Kind: evaluate.Kind(r.choice("kind", kinds()...)), By: evaluate.Relation(r.choice("by", words(evaluate.GravestBy())...)),
			Fact: evaluate.FactID(r.text("fact")), Among: d.codeTests(r, "among"), When: d.codeTests(r, "when"), Called: r.text("called")})
	}
	return out
}

func (d *factDecoder) codeTests(f fields, key string) (out []evaluate.CodeTest) {
	for _, item := range f.list(key) {
		t := d.fields(item, key, codeTestKeys())
		out = append(out, evaluate.CodeTest{Fact: evaluate.FactID(t.text("fact")), OneOf: t.texts("one_of"), NoneOf: t.texts("none_of"), Seat: t.flag("seat")})
	}
	return out
}

// tells reads what the words of a text say of a choice.
func (d *factDecoder) tells(n node) *evaluate.Tells {
	f := d.fields(n, "tells", tellsKeys())
	f.need("words")
	out := &evaluate.Tells{At: f.at, Fact: evaluate.FactID(f.text("fact")), Acting: f.texts("acting"), Unsure: f.texts("unsure"), Branch: f.texts("branch")}
	for _, item := range f.list("words") {
		w := d.fields(item, "words", tellingKeys())
		w.need("begins")
		out.Words = append(out.Words, evaluate.TellingWords{Means: w.text("means"), Denies: w.texts("denies"), Committee: w.flag("committee"), Begins: w.texts("begins")})
	}
	return out
}

// findFact is the declaration of a kind's fact, nil where it has none.
func findFact(facts []evaluate.FactDef, kind, id string) *evaluate.FactDef {
	for i := range facts {
		if f := &facts[i]; string(f.Kind) == kind && string(f.ID) == id {
			return f
		}
	}
	return nil
}

// knownFacts names the facts of one kind, for hints.
func knownFacts(facts []evaluate.FactDef, kind string) []string {
	var out []string
	for i := range facts {
		if string(facts[i].Kind) == kind {
			out = append(out, string(facts[i].ID))
		}
	}
	return out
}

// choices reads a list of values, or the name of a shared list.
func (d *factDecoder) choices(n node) []evaluate.Choice {
	if n.shape == scalarNode {
		list, ok := d.lists[n.text]
		if !ok {
			d.fail(problemChoice(n.at, "choices", n.text, slices.Sorted(maps.Keys(d.lists))))
		}
		return list
	}
	if n.shape != listNode {
		d.fail(problemShape(n.at, "choices", shapeList))
	}
	var out []evaluate.Choice
	for _, item := range n.items {
		f := d.fields(item, "choices", choiceKeys())
		out = append(out, evaluate.Choice{Code: f.text("code"), Label: f.text("label"),
			Aliases: f.texts("aliases"), NotApplicable: f.flag("not_applicable"), Passing: f.flag("passing"), Personal: f.flag("personal"), Sole: f.flag("sole"), Seat: f.flag("seat"), Leads: f.flag("leads")})
	}
	return out
}

func (d *decoder) limit(n node, kind evaluate.Kind) evaluate.Limit {
	f := d.fields(n, "limits", limitKeys())
	out := evaluate.Limit{At: f.at, ID: f.text("id"), Kind: kind, Sum: f.factIDs("sum"), Message: f.text("message")}
	most := f.text("at_most")
	if number, err := evaluate.ParseNum(most); err == nil {
		out.Most = &number
	} else {
		out.AtMost = evaluate.FactID(most)
	}
	return out
}

// over adds a later file's vocabulary to this one: a fact or limit of a later
// layer replaces the one of the same id in its place, others are added at the
// end. Within a layer nothing replaces anything, so that a thing declared in two
// files is reported and does not hang on their names.
func (v *factsFile) over(later factsFile) {
	v.lists, v.taken = later.lists, later.taken
	v.facts = slices.Clone(v.facts)
	at := map[kindFact]int{}
	for i, f := range v.facts {
		at[kindFact{f.Kind, f.ID}] = i
	}
	for _, f := range later.facts {
		key := kindFact{f.Kind, f.ID}
		if i, ok := at[key]; ok && v.facts[i].At.Layer != f.At.Layer {
			v.facts[i] = f
			continue
		}
		at[key] = len(v.facts)
		v.facts = append(v.facts, f)
	}
	for _, l := range later.limits {
		v.limits = replaceOrAdd(v.limits, l, func(o evaluate.Limit) bool { return o.Kind == l.Kind && o.ID == l.ID && o.At.Layer != l.At.Layer })
	}
}
