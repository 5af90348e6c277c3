package rules

import (
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// SetView is a rule set as people read it: flattened, each part with its text,
// its condition in words, its article, how sure we are of it, and who says so.
type SetView struct {
	Ref         string        `json:"ref"`
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Track       string        `json:"track"`
	Granularity string        `json:"granularity"`
	InForce     string        `json:"in_force"`
	SHA256      string        `json:"sha256"`
	Extends     string        `json:"extends,omitempty"`
	Supersedes  string        `json:"supersedes,omitempty"` // edition it stands in the place of
	NotQuoted   int           `json:"not_quoted"`           // parts in force whose standing is not quoted
	Sources     []SourceView  `json:"sources"`
	Scale       []RungView    `json:"scale"` // best first
	Sections    []SectionView `json:"sections"`
	Sheets      []SheetView   `json:"sheets,omitempty"`
}

// RungView is one grade of the set's scale.
type RungView struct {
	ID        string `json:"id"`
	Label     string `json:"label"`
	Short     string `json:"short,omitempty"`
	Statutory string `json:"statutory,omitempty"`
}

// SourceView is one regulation a set rests on.
type SourceView struct {
	Number string `json:"number"`
	Date   string `json:"date,omitempty"`
	Title  string `json:"title,omitempty"`
}

// SectionView is one section of a set, in the order of the walk.
type SectionView struct {
	Key   string     `json:"key"` // as the section is called in rule files; ladder/RUNG for a rung
	Title string     `json:"title"`
	Rules []RuleView `json:"rules"`
}

// RuleView is one rule, band, ceiling or judgement.
type RuleView struct {
	ID            string     `json:"id"`
	Text          string     `json:"text,omitempty"`
	Condition     string     `json:"condition,omitempty"` // in Vietnamese words
	Scope         string     `json:"scope,omitempty"`     // to whom it applies, "" for everybody
	Effect        string     `json:"effect,omitempty"`
	Cite          string     `json:"cite"`
	Standing      string     `json:"standing"`
	StandingLabel string     `json:"standing_label"`
	Note          string     `json:"note,omitempty"`
	Switch        string     `json:"switch,omitempty"` // setting that turns the rule on
	Off           bool       `json:"off,omitempty"`
	Layer         string     `json:"layer"`
	At            string     `json:"at"`
	Parts         []RuleView `json:"parts,omitempty"` // exceptions, relief, conditions of a rung
	tested        []string   // what the condition asks about, sorted
}

// Show describes a set of the library.
func Show(lib *evaluate.Library, rs *evaluate.RuleSet) SetView {
	s := &rs.Spec
	w := &viewer{lib: lib, rs: rs, off: map[string]bool{}}
	for i := range rs.Rules {
		w.off[rs.Rules[i].ID] = rs.Rules[i].Off
	}
	out := SetView{Ref: rs.Ref(), Title: s.Title, Kind: string(s.Kind), Track: string(s.Track), Granularity: string(s.Granularity),
		InForce: labelInForce(s), SHA256: s.SHA256, Extends: s.Extends, Supersedes: s.Supersedes, NotQuoted: rs.NotQuoted()}
	for _, src := range s.Sources {
		v := SourceView{Number: src.Number, Title: src.Title}
		if !src.Date.IsZero() {
			v.Date = src.Date.Vietnamese()
		}
		out.Sources = append(out.Sources, v)
	}
	for _, r := range s.Scale {
		out.Scale = append(out.Scale, RungView{ID: r.ID, Label: r.Label, Short: r.Short, Statutory: string(r.Statutory)})
	}
	out.section("groups", labelGroups, w.groups())
	out.section("profiles", labelProfiles, w.profiles())
	out.section("not_rated", labelNotRated, w.notRated())
	out.section("bars", labelBars, w.bars())
	for i := range s.Ladder {
		out.section("ladder/"+s.Ladder[i].Rung, labelLadder(rungLabel(s.Scale, s.Ladder[i].Rung)), w.ladder(&s.Ladder[i]))
	}
	fall := w.part(s.At, "fall_through", labelFall, s.FallCite, s.FallStand, s.FallNote)
	fall.Effect = labelFallThrough(s.FallThrough, s.Scale)
	out.section("fall_through", labelFall, []RuleView{fall})
	out.section("sanctions", labelSanctions, w.sanctions())
	out.section("rests_on", labelRests, w.rests())
	out.section("notices", labelNotices, w.notices())
	out.section("votes", labelVotes, w.votes())
	out.section("caps", labelCaps, w.caps())
	var dropped []RuleView
	for _, d := range s.Dropped {
		dropped = append(dropped, w.part(d.At, d.ID, d.Text, d.Cite, "", d.Note))
	}
	out.section("drop", labelDropped, dropped)
	out.Sheets = w.sheets()
	return out
}

func (v *SetView) section(key, title string, rules []RuleView) {
	if len(rules) > 0 {
		v.Sections = append(v.Sections, SectionView{Key: key, Title: title, Rules: rules})
	}
}

// viewer puts one set into words.
type viewer struct {
	lib *evaluate.Library
	rs  *evaluate.RuleSet
	off map[string]bool
}

func (w *viewer) part(at evaluate.Origin, id, text string, cite evaluate.Citation, st evaluate.Standing, note string) RuleView {
	v := RuleView{ID: id, Text: text, Cite: w.cite(cite), Standing: string(st), Note: note, Layer: at.Layer, At: at.String()}
	if st != "" {
		v.StandingLabel = evaluate.PhraseStanding(st)
	}
	return v
}

// cite fills in the source's number: parts that no rule set compiles have none.
func (w *viewer) cite(c evaluate.Citation) string {
	for _, s := range w.rs.Spec.Sources {
		if s.ID == c.Source {
			c.Number = s.Number
		}
	}
	return c.String()
}

func (w *viewer) rule(r *evaluate.RuleSpec) RuleView {
	v := w.part(r.At, r.ID, r.Text, r.Cite, r.Standing, r.Note)
	v.Condition, v.tested = w.condition(&r.When, w.rs.Schema()), w.tested(&r.When)
	v.Switch, v.Off = r.Switch, w.off[r.ID]
	if r.AppliesWhen != nil {
		v.Scope = labelScope(w.condition(r.AppliesWhen, w.rs.Schema()))
	}
	return v
}

// groups lists the members of each named group of criteria: conditions name the
// group alone.
func (w *viewer) groups() []RuleView {
	var out []RuleView
	for _, g := range w.rs.Spec.Groups {
		v := w.part(g.At, g.ID, g.Label, evaluate.Citation{}, "", "")
		v.Cite = ""
		v.Condition = w.headings(g.Facts)
		out = append(out, v)
	}
	return out
}

// headings names facts, and the heading over them once where they share it.
func (w *viewer) headings(ids []evaluate.FactID) string {
	over, short, full := "", []string{}, []string{}
	for i, id := range ids {
		f := fact(w.rs.Schema(), id)
		if i == 0 {
			over = f.Group
		} else if f.Group != over {
			over = ""
		}
		short, full = append(short, f.Heading), append(full, f.FullHeading())
	}
	if over != "" {
		return over + " — " + strings.Join(short, "; ")
	}
	return strings.Join(full, "; ")
}

func (w *viewer) profiles() []RuleView {
	var out []RuleView
	for _, p := range w.rs.Spec.Profiles {
		v := w.part(p.At, p.ID, p.Text, p.Cite, p.Standing, "")
		v.Effect, v.Condition = p.Sheet, labelElse
		if p.When != nil {
			v.Condition, v.tested = w.condition(p.When, w.rs.Schema()), w.tested(p.When)
		}
		out = append(out, v)
	}
	return out
}

func (w *viewer) notRated() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.NotRated {
		out = append(out, w.rule(&w.rs.Spec.NotRated[i].RuleSpec))
	}
	return out
}

func (w *viewer) bars() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.Bars {
		b := &w.rs.Spec.Bars[i]
		v := w.rule(&b.RuleSpec)
		for j := range b.Exceptions {
			e := w.rule(&b.Exceptions[j])
			e.Text = labelException(e.Text)
			v.Parts = append(v.Parts, e)
		}
		if b.Relief != nil {
			r := w.rule(b.Relief)
			r.Text = labelRelief(r.Text)
			v.Parts = append(v.Parts, r)
		}
		out = append(out, v)
	}
	return out
}

func (w *viewer) ladder(r *evaluate.RungSpec) []RuleView {
	var out []RuleView
	if r.Band != nil {
		v := w.part(r.Band.At, r.Rung, labelBandText, r.Band.Cite, r.Band.Standing, "")
		v.Condition = labelBand(r.Band)
		out = append(out, v)
	}
	for i := range r.Needs {
		out = append(out, w.rule(&r.Needs[i]))
	}
	for _, j := range r.Judgements {
		v := w.part(j.At, j.ID, j.Text, j.Cite, j.Standing, "")
		v.Condition = labelJudgement
		out = append(out, v)
	}
	return out
}

func (w *viewer) notices() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.Notices {
		out = append(out, w.rule(&w.rs.Spec.Notices[i]))
	}
	return out
}

func (w *viewer) rests() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.RestsOn {
		s := &w.rs.Spec.RestsOn[i]
		v := w.rule(&s.RuleSpec)
		v.Effect = labelRest(s.Of)
		out = append(out, v)
	}
	return out
}

func (w *viewer) sanctions() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.Sanctions {
		s := &w.rs.Spec.Sanctions[i]
		v := w.rule(&s.RuleSpec)
		v.Effect = labelSanction(s, w.rs.Scale(), func(id evaluate.FactID) string { return heading(w.rs.Schema(), id) })
		out = append(out, v)
	}
	return out
}

func (w *viewer) caps() []RuleView {
	var out []RuleView
	for i := range w.rs.Spec.Caps {
		c := &w.rs.Spec.Caps[i]
		v := w.part(c.At, c.ID, c.Text, c.Cite, c.Standing, c.Note)
		v.Condition = labelCap(c, w.rs.Scale(), w.rs.Schema())
		if c.Exclude != nil {
			v.Scope = labelExclude(w.condition(c.Exclude, w.rs.Schema()))
		}
		if c.Only != nil {
			only := labelOnly(w.condition(c.Only, w.rs.Schema()))
			v.Condition = only + "; " + v.Condition
		}
		if c.Uplift != nil {
			v.Parts = append(v.Parts, w.part(c.At, c.ID, labelUplift(c.Uplift), c.Uplift.Cite, c.Uplift.Standing, ""))
		}
		out = append(out, v)
	}
	return out
}
