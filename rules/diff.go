package rules

import "strings"

// SetDiff says in words what one set has changed against another. It compares
// what Show says of both, so that the words are those people know.
type SetDiff struct {
	From     string        `json:"from"` // id@edition
	To       string        `json:"to"`
	General  []Change      `json:"general"`
	Sections []SectionDiff `json:"sections"`
}

// SectionDiff is what changed in one section; sections without a change are
// left out.
type SectionDiff struct {
	Key   string     `json:"key"`
	Title string     `json:"title"`
	Rules []RuleDiff `json:"rules"`
}

// RuleDiff is one rule, line or source that is new, gone or changed.
type RuleDiff struct {
	Kind   DiffKind `json:"kind"`
	ID     string   `json:"id"`
	FromID string   `json:"from_id,omitempty"` // where it had another
	Text   string   `json:"text"`
	// Changes are the details of a change; for what is new or gone they say
	// what it demanded.
	Changes []Change `json:"changes,omitempty"`
}

// DiffKind tells what happened to a rule.
type DiffKind string

// What may happen to a rule.
const (
	Added   DiffKind = "added"
	Removed DiffKind = "removed"
	Changed DiffKind = "changed"
)

// Change is one detail before and after; one of them is "" where the detail is
// new or gone.
type Change struct {
	What  string `json:"what"`
	Label string `json:"label"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

// Count tells how many rules are new, gone and changed.
func (d *SetDiff) Count() (added, removed, changed int) {
	for _, s := range d.Sections {
		for _, r := range s.Rules {
			switch r.Kind {
			case Added:
				added++
			case Removed:
				removed++
			default:
				changed++
			}
		}
	}
	return added, removed, changed
}

// Diff compares two sets.
func Diff(a, b SetView) SetDiff {
	out := SetDiff{From: a.Ref, To: b.Ref}
	out.General = changes([]detail{{"title", a.Title, b.Title}, {"kind", a.Kind, b.Kind}, {"track", a.Track, b.Track},
		{"granularity", a.Granularity, b.Granularity}, {"in_force", a.InForce, b.InForce}, {"extends", a.Extends, b.Extends}, {"supersedes", a.Supersedes, b.Supersedes}})
	out.section("sources", labelSources, sourceEntries(a), sourceEntries(b))
	out.section("scale", labelScale, scaleEntries(a), scaleEntries(b))
	for _, key := range sectionKeys(a, b) {
		title, from := entriesOf(a, key)
		later, to := entriesOf(b, key)
		if later != "" {
			title = later
		}
		out.section(key, title, from, to)
	}
	for _, p := range pairSheets(a.Sheets, b.Sheets) {
		out.section("sheets/"+p.id, labelSheet(p.title), p.from, p.to)
	}
	return out
}

func (d *SetDiff) section(key, title string, a, b []entry) {
	s := SectionDiff{Key: key, Title: title}
	for _, p := range pairEntries(a, b) {
		if r, differs := p.diff(); differs {
			s.Rules = append(s.Rules, r)
		}
	}
	if len(s.Rules) > 0 {
		d.Sections = append(d.Sections, s)
	}
}

// sectionKeys lists the sections of both sets in the order of the walk.
func sectionKeys(a, b SetView) []string {
	var out []string
	seen := map[string]bool{}
	for _, group := range []string{"groups", "profiles", "not_rated", "bars", "ladder/", "fall_through", "sanctions", "rests_on", "notices", "votes", "caps", "drop"} {
		for _, v := range []SetView{a, b} {
			for _, s := range v.Sections {
				if strings.HasPrefix(s.Key, group) && !seen[s.Key] {
					seen[s.Key] = true
					out = append(out, s.Key)
				}
			}
		}
	}
	return out
}

// detail is something said of a rule on both sides.
type detail struct{ what, from, to string }

// changes keeps the details that differ.
func changes(details []detail) []Change {
	out := []Change{}
	for _, d := range details {
		if d.from != d.to {
			out = append(out, Change{What: d.what, Label: labelDetail(d.what), From: d.from, To: d.to})
		}
	}
	return out
}

// diff says what a pair of entries shows.
func (p entryPair) diff() (RuleDiff, bool) {
	switch {
	case p.a == nil:
		return RuleDiff{Kind: Added, ID: p.b.id, Text: p.b.text, Changes: p.changes()}, true
	case p.b == nil:
		return RuleDiff{Kind: Removed, ID: p.a.id, Text: p.a.text, Changes: p.changes()}, true
	}
	out := RuleDiff{Kind: Changed, ID: p.b.id, Text: p.b.text, Changes: p.changes()}
	if p.a.id != p.b.id {
		out.FromID = p.a.id
	}
	return out, len(out.Changes) > 0
}

func (p entryPair) changes() []Change {
	var a, b entry
	var names []string
	if p.a != nil {
		a, names = *p.a, p.a.names()
	}
	if p.b != nil {
		b, names = *p.b, p.b.names()
	}
	var details []detail
	if p.a != nil && p.b != nil {
		details = append(details, detail{"text", a.text, b.text})
	}
	for _, what := range names {
		details = append(details, detail{what, a.get(what), b.get(what)})
	}
	return changes(details)
}
