package rules

import (
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// followTexts copies the parent's rules that ask for lines of the sheet being
// copied, so that they ask for the same lines of the copy: nobody fills in the
// parent's any more.
func (s *scaffold) followTexts() string {
	spec := &s.Parent.Spec
	f := follower{scaffold: s, renamed: s.renamedFacts()}
	var bars, notRated, sanctions, rests, notices, caps []evaluate.Origin
	for i := range spec.NotRated {
		notRated = append(notRated, spec.NotRated[i].At)
	}
	for i := range spec.Bars {
		bars = append(bars, spec.Bars[i].At)
	}
	for i := range spec.Sanctions {
		sanctions = append(sanctions, spec.Sanctions[i].At)
	}
	for i := range spec.RestsOn {
		rests = append(rests, spec.RestsOn[i].At)
	}
	for i := range spec.Notices {
		notices = append(notices, spec.Notices[i].At)
	}
	for i := range spec.Caps {
		caps = append(caps, spec.Caps[i].At)
	}
	return f.section("not_rated", notRated) + f.section("bars", bars) + f.ladder(spec.Ladder) +
		f.section("sanctions", sanctions) + f.section("rests_on", rests) + f.section("notices", notices) + f.section("caps", caps)
}

// renamedFacts maps the own facts of the parent's sheet to those of the copy,
// which differ in the prefix alone. Where another profile keeps the parent's
// sheet there are none: those people go on filling it in.
func (s *scaffold) renamedFacts() map[string]string {
	out := map[string]string{}
	if s.Profile == "" {
		return out
	}
	sheet := s.parentSheet()
	if slices.ContainsFunc(s.Parent.Spec.Profiles, func(p evaluate.ProfileSpec) bool { return p.ID != s.Profile && p.Sheet == sheet.ID }) {
		return out
	}
	copied := evaluate.SheetSpec{Prefix: strings.ReplaceAll(s.sheet, "-", "_")}
	from, to := string(sheet.FactOf("", "")), string(copied.FactOf("", ""))
	for _, f := range sheet.Facts() {
		out[string(f.ID)] = to + strings.TrimPrefix(string(f.ID), from)
	}
	return out
}

// following are the parent's cases with what they give for lines of the copied
// sheet given for the copy.
func (s *scaffold) following(models []caseSpec) []caseSpec {
	renamed, out := s.renamedFacts(), slices.Clone(models)
	for i := range out {
		facts := slices.Clone(out[i].scene.facts)
		for j := range facts {
			if to := renamed[string(facts[j].id)]; to != "" {
				facts[j].id = evaluate.FactID(to)
			}
		}
		out[i].scene.facts = facts
	}
	return out
}

// follower writes those parts of the parent that name a renamed fact.
type follower struct {
	*scaffold
	renamed map[string]string
}

func (f *follower) section(key string, places []evaluate.Origin) string {
	if items := f.items(places, "  "); items != "" {
		return key + ":\n" + items
	}
	return ""
}

func (f *follower) ladder(rungs []evaluate.RungSpec) string {
	out := ""
	for i := range rungs {
		var places []evaluate.Origin
		for j := range rungs[i].Needs {
			places = append(places, rungs[i].Needs[j].At)
		}
		if items := f.items(places, "      "); items != "" {
			out += "  - rung: " + rungs[i].Rung + "\n    needs:\n" + items
		}
	}
	if out != "" {
		out = "ladder:\n" + out
	}
	return out
}

func (f *follower) items(places []evaluate.Origin, indent string) string {
	out := ""
	for _, at := range places {
		if n, changed := f.follow(f.nodeAt(at)); changed {
			out += itemText(asExample(n), indent)
		}
	}
	return out
}

// follow puts the new name in the place of every renamed fact.
func (f *follower) follow(n node) (out node, changed bool) {
	n.pairs, n.items = slices.Clone(n.pairs), slices.Clone(n.items)
	if to := f.renamed[n.text]; n.shape == scalarNode && to != "" {
		n.text, changed = to, true
	}
	for i := range n.pairs {
		v, c := f.follow(n.pairs[i].value)
		n.pairs[i].value, changed = v, changed || c
	}
	for i := range n.items {
		v, c := f.follow(n.items[i])
		n.items[i], changed = v, changed || c
	}
	return n, changed
}
