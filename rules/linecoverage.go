package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// sheetCoverage is what the cases showed of the lines of one score sheet that an
// office typed itself. Built-in sheets are proven otherwise: their tests change
// every number and want a case to notice.
type sheetCoverage struct {
	spec     *evaluate.SheetSpec
	proofs   []lineProof
	shown    []bool // by proof
	reported bool
}

// sheetsSeen keeps one coverage a sheet, whatever sets share it.
type sheetsSeen map[string]*sheetCoverage

// of returns the coverage of a sheet, nil for a built-in one.
func (m sheetsSeen) of(s *evaluate.Sheet, schema *evaluate.Schema) *sheetCoverage {
	if s == nil || s.Spec.At.Layer == BuiltinLayer {
		return nil
	}
	c := m[s.Spec.ID]
	if c == nil {
		c = &sheetCoverage{spec: s.Spec, proofs: lineProofs(s.Spec, schema)}
		c.shown = make([]bool, len(c.proofs))
		m[s.Spec.ID] = c
	}
	return c
}

// see notes what one played case shows: only where it demands points that the
// line is part of, else a wrong number would go unseen.
func (c *sheetCoverage) see(p *staged) {
	total, parts := demandedPoints(p.spec)
	if !total && len(parts) == 0 {
		return
	}
	r := &lineReader{staged: p, explicit: c.explicit(p.spec)}
	for i := range c.proofs {
		x := &c.proofs[i]
		if !c.shown[i] && (total || c.within(x.line, parts)) {
			c.shown[i] = x.shows(r)
		}
	}
}

// demandedPoints tells whether a case demands the total, and points of what parts.
func demandedPoints(cs *caseSpec) (total bool, parts []string) {
	for _, e := range cs.expect {
		total = total || e.key == "score"
		if e.key == "points" {
			for part := range e.cap {
				parts = append(parts, part)
			}
		}
	}
	return total, parts
}

// within tells whether a line, criterion or group is one of the parts, or lies
// in one.
func (c *sheetCoverage) within(line string, parts []string) bool {
	if slices.Contains(parts, line) {
		return true
	}
	for i := range c.spec.Groups {
		g := &c.spec.Groups[i]
		for j := range g.Criteria {
			k := &g.Criteria[j]
			if k.ID == line || slices.ContainsFunc(k.Lines, func(l evaluate.SheetLine) bool { return l.ID == line }) {
				return slices.Contains(parts, k.ID) || slices.Contains(parts, g.ID)
			}
		}
	}
	return false
}

// explicit are the facts that the case or its presets state one by one.
func (c *sheetCoverage) explicit(cs *caseSpec) map[evaluate.FactID]bool {
	out := map[evaluate.FactID]bool{}
	for _, g := range cs.scene.facts {
		out[g.id] = true
	}
	for _, g := range cs.scene.lines {
		if id, ok := lineFact(c.spec, string(g.id)); ok && string(g.id) != allLines {
			out[id] = true
		}
	}
	return out
}

// gaps lists what was never shown, once for all sets that share the sheet.
func (c *sheetCoverage) gaps(ref string) []Gap {
	if c.reported {
		return nil
	}
	c.reported = true
	var out []Gap
	for i := range c.proofs {
		if x := &c.proofs[i]; !c.shown[i] {
			out = append(out, Gap{At: x.at, Ref: ref, Rule: x.line, What: x.what, Edge: x.detail, Example: x.hint()})
		}
	}
	return out
}
