package rules

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// Counted says in words which subjects a condition of a set counts.
func Counted(lib *evaluate.Library, rs *evaluate.RuleSet, c *evaluate.CountSpec) string {
	w := &viewer{lib: lib, rs: rs}
	return w.condition(&c.Where, lib.Vocabulary.Schema(evaluate.RelationKind(c.Of)))
}

// condition puts a condition into words.
func (w *viewer) condition(s *evaluate.ConditionSpec, schema *evaluate.Schema) string {
	switch {
	case s.IsEmpty():
		return ""
	case s.Fact != "":
		return w.named(schema, s.Fact) + " " + w.compare(schema, s.Fact, s.Compare)
	case s.Part != "":
		return labelShare(fact(schema, s.Part), fact(schema, s.Of), w.compare(nil, "", s.Compare)) + whenNone(s)
	case s.Every != "":
		return labelEvery(w.group(s.Every), w.compareGroup(s))
	case s.Some != "":
		return labelSome(w.group(s.Some), w.compareGroup(s))
	case s.Count != nil:
		return w.count(s)
	case s.MonthsSince != "" && s.Compare != nil:
		return labelMonths(w.named(schema, s.MonthsSince), s.Compare, strings.Join(s.Compare.Values, ""))
	case s.Grade != nil:
		before, after := labelCompare(s.Grade.Op, true)
		return labelGrade(before + w.gradeLabel(s.Grade.Grade, schema) + after)
	case s.Profile != "":
		return labelProfile(w.profileText(s.Profile))
	case s.Points != "":
		return labelPoints(s.Points) + w.partLabel(s.Points) + " " + w.compare(nil, "", s.Compare)
	case s.Not != nil && s.Not.Profile != "":
		return labelNotProfile(w.profileText(s.Not.Profile))
	case s.Not != nil:
		return labelNot(w.condition(s.Not, schema))
	case w.eachAlone(s.FirstKnown):
		return w.condition(&s.FirstKnown[0], schema) + joinEachAlone
	case s.FirstKnown != nil:
		return w.join(s.FirstKnown, joinFirstKnown, schema)
	case s.All != nil:
		return w.join(s.All, joinAll, schema)
	}
	return w.join(s.Any, joinAny, schema)
}

// join puts a list into words; parts that are lists themselves stand in
// brackets.
func (w *viewer) join(list []evaluate.ConditionSpec, word string, schema *evaluate.Schema) string {
	var out []string
	for i := range list {
		c := &list[i]
		s := w.condition(c, schema)
		if len(c.All)+len(c.Any)+len(c.FirstKnown) > 1 {
			s = "(" + s + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, word)
}

// eachAlone tells whether a first_known says of a combination that each of its
// parts counts alone where only that one is known; the parts need not be told
// twice then.
func (w *viewer) eachAlone(list []evaluate.ConditionSpec) bool {
	if len(list) < 2 {
		return false
	}
	parts := slices.Concat(list[0].All, list[0].Any)
	return slices.EqualFunc(parts, list[1:], func(a, b evaluate.ConditionSpec) bool {
		schema := w.rs.Schema()
		return w.condition(&a, schema) == w.condition(&b, schema)
	})
}

// named is a fact as its column calls it; the line of a score sheet has the
// words of the sheet as well, for a number says nothing to who has no sheet at
// hand.
func (w *viewer) named(schema *evaluate.Schema, id evaluate.FactID) string {
	out := heading(schema, id)
	for _, sheet := range w.rs.Sheets {
		for i := range sheet.Spec.Groups {
			for l := range sheet.Spec.Groups[i].AllLines() {
				if l.Own && l.Fact == id {
					return out + " “" + l.Label + "”"
				}
			}
		}
	}
	return out
}

// partLabel is what the score sheets call a group, criterion or line; "" where
// they differ, or for the total.
func (w *viewer) partLabel(id string) string {
	var labels []string
	note := func(part, label string) {
		if part == id && !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	for _, sheet := range w.rs.Sheets {
		for i := range sheet.Spec.Groups {
			g := &sheet.Spec.Groups[i]
			note(g.ID, g.Label)
			for j := range g.Criteria {
				note(g.Criteria[j].ID, g.Criteria[j].Label)
			}
			for l := range g.AllLines() {
				note(l.ID, l.Label)
			}
		}
	}
	if len(labels) != 1 {
		return ""
	}
	return " “" + labels[0] + "”"
}

func (w *viewer) count(s *evaluate.ConditionSpec) string {
	c := s.Count
	where := w.condition(&c.Where, w.lib.Vocabulary.Schema(evaluate.RelationKind(c.Of)))
	if c.Share != nil {
		return labelCountShare(labelRelation(c.Of), where, w.compare(nil, "", c.Share)) + whenNone(s)
	}
	return labelCountNumber(labelRelation(c.Of), where, w.compare(nil, "", c.Number))
}

func whenNone(s *evaluate.ConditionSpec) string {
	if s.WhenNone == nil {
		return ""
	}
	return labelWhenNone(*s.WhenNone)
}

// compare puts an operator and its operand into words. Without a fact the
// operand is a plain number or share.
func (w *viewer) compare(schema *evaluate.Schema, id evaluate.FactID, c *evaluate.Comparison) string {
	if c == nil {
		return ""
	}
	def := fact(schema, id)
	var shown []string
	for _, v := range c.Values {
		shown = append(shown, operand(def, v))
	}
	switch {
	case c.Op == evaluate.OpOneOf:
		return labelOneOf(shown)
	case c.Op == evaluate.OpAtLeast && shown[0] == "100%":
		return labelWhole
	}
	before, after := labelCompare(c.Op, def.Type == evaluate.ChoiceFact)
	return before + strings.Join(shown, "") + after
}

func operand(def *evaluate.FactDef, text string) string {
	switch {
	case def.Type == evaluate.NumberFact || def.Type == 0:
		return strings.Replace(text, ".", ",", 1)
	case def.Type == evaluate.DateFact:
		return labelDay(text)
	}
	if i, ok := def.CodeIndex(text); ok {
		return "“" + def.Choices[i].Label + "”"
	}
	return text
}

func (w *viewer) compareGroup(s *evaluate.ConditionSpec) string {
	for _, g := range w.rs.Spec.Groups {
		if g.ID == s.Every+s.Some && len(g.Facts) > 0 {
			return w.compare(w.rs.Schema(), g.Facts[0], s.Compare)
		}
	}
	return ""
}

func (w *viewer) group(id string) string {
	for _, g := range w.rs.Spec.Groups {
		if g.ID == id {
			return "“" + g.Label + "”"
		}
	}
	return id
}

func (w *viewer) profileText(id string) string {
	for _, p := range w.rs.Spec.Profiles {
		if p.ID == id {
			return p.Text
		}
	}
	return id
}

// gradeLabel names a grade as the kind it is asked of does: this set's labels are
// those of its own kind only (an organization may be weak, a member may not).
func (w *viewer) gradeLabel(g evaluate.Statutory, schema *evaluate.Schema) string {
	if schema != nil && schema.Kind != w.rs.Spec.Kind {
		for i := range schema.Facts {
			f := &schema.Facts[i]
			if c, ok := f.CodeIndex(string(g)); ok && f.Role == evaluate.RoleDecision {
				return "“" + f.Choices[c].Label + "”"
			}
		}
	}
	if r := w.rs.Scale().RankOf(g); r != evaluate.NoRank {
		return "“" + w.rs.Label(r) + "”"
	}
	return string(g)
}

// fact is the declaration of a fact; for one that is not declared, or none, it
// has no type and its id for a heading.
func fact(schema *evaluate.Schema, id evaluate.FactID) *evaluate.FactDef {
	if schema != nil {
		if i, ok := schema.Index(id); ok {
			return &schema.Facts[i]
		}
	}
	return &evaluate.FactDef{Heading: string(id)}
}

func heading(schema *evaluate.Schema, id evaluate.FactID) string {
	return headed(fact(schema, id))
}

// headed is a full heading without what a line of a score sheet asks: that is quoted
// beside it.
func headed(f *evaluate.FactDef) string {
	bare := *f
	bare.Line = ""
	return bare.FullHeading()
}
