package rules

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// judgeCap compares the figures of a ceiling in the group named, the first one
// otherwise.
func (p *staged) judgeCap(e expectation) []evaluate.Problem {
	c, groups := p.askedCap(e)
	switch {
	case groups == nil:
		return []evaluate.Problem{problemCaseRule(e.at, e.cap["id"], p.capIDs())}
	case c == nil:
		return []evaluate.Problem{p.failed(e.at, "group", e.cap["group"], strings.Join(groups, ", "))}
	}
	figures := capFigures(c)
	var ps []evaluate.Problem
	for _, key := range slices.Sorted(maps.Keys(e.cap)) {
		if key == "id" || key == "group" {
			continue
		}
		got := saidNone
		if f, ok := figures[key]; ok {
			got = showRange(f)
		}
		if want := e.cap[key]; want != got {
			ps = append(ps, p.failed(e.at, key, want, got))
		}
	}
	return ps
}

// askedCap finds the ceiling in the group that a case asks about, and lists the
// groups there are.
func (p *staged) askedCap(e expectation) (c *evaluate.CapFinding, groups []string) {
	group, named := e.cap["group"]
	for i := range p.caps {
		f := &p.caps[i]
		if f.Cap.ID != e.cap["id"] {
			continue
		}
		groups = append(groups, f.Group)
		if c == nil && (!named || f.Group == group) {
			c = f
		}
	}
	return c, groups
}

// capFigures are the figures of a ceiling by the keys of a case; of the readings
// it is how many each allows.
func capFigures(c *evaluate.CapFinding) map[string]evaluate.Range {
	out := map[string]evaluate.Range{"base": c.Base, "allowed_as_listed": c.AsListed, "allowed": c.Allowed, "have": c.Have,
		"over": c.Over, "one_more": c.OneMore}
	for _, r := range c.Readings {
		out[string(r.Of)] = r.Allowed
	}
	return out
}

// showRange writes a count, or min..max while it is open.
func showRange(r evaluate.Range) string {
	if r.Exact() {
		return strconv.Itoa(r.Min)
	}
	return strconv.Itoa(r.Min) + ".." + strconv.Itoa(r.Max)
}
