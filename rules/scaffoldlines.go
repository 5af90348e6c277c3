package rules

import (
	"slices"

	"github.com/xeploai/xeploai/evaluate"
)

// addLines adds, over a full sheet, as many cases as it takes to show what every
// line can do: one level, row or number of each line a case.
func (s *shown) addLines(full caseSpec) {
	own := s.ownWeights(full)
	for n := 1; n <= maxLineCases; n++ {
		c := full
		c.name = labelCaseLines(n)
		c.scene.lines, c.scene.facts = slices.Clone(full.scene.lines), slices.Clone(full.scene.facts)
		c.write(own)
		before := s.lineGaps()
		taken := map[string]bool{}
		for _, x := range before {
			if !taken[x.line] && len(x.give) > 0 {
				taken[x.line] = true
				c.write(x.give)
			}
		}
		if len(taken) == 0 {
			return
		}
		s.add(c)
		if len(s.lineGaps()) == len(before) {
			return // what is left wants more than values of its own line
		}
	}
}

// maxLineCases bounds how many levels of a line are shown; the rest is the
// office's to prove.
const maxLineCases = 12

// write lays values over the case.
func (c *caseSpec) write(give []givenFact) {
	key := func(g givenFact) string { return string(g.id) }
	for _, g := range give {
		if g.line != "" {
			g.line = ""
			c.scene.lines = overlay(c.scene.lines, []givenFact{g}, key)
		} else {
			c.scene.facts = overlay(c.scene.facts, []givenFact{g}, key)
		}
	}
}

// ownWeights gives each line of the case's sheet the individual weight,
// coefficient and shares that it wants: weights as equal as the lines let them be.
func (s *shown) ownWeights(full caseSpec) []givenFact {
	p, _ := play(&full, s.rs, s.lib.Vocabulary)
	sheet := s.rs.SheetOf(p.frame, p.row)
	if sheet == nil {
		return nil
	}
	var out []givenFact
	put := func(fact evaluate.FactID, n int64, keys ...string) {
		g := givenUnder(sheet.Spec, fact, evaluate.Int(n).String(), keys...)
		if fact != "" && !slices.ContainsFunc(out, func(o givenFact) bool { return o.id == g.id }) {
			out = append(out, g)
		}
	}
	for i := range sheet.Spec.Groups {
		g := &sheet.Spec.Groups[i]
		weights := equalWeights(g)
		for l := range g.AllLines() {
			put(l.Weight, weights[l.ID], l.ID+".weight")
			put(l.Factor, 1, l.ID+".factor")
			rest := int64(100)
			for k := range l.Parts {
				share := rest / int64(len(l.Parts)-k)
				rest -= share
				part := "." + l.Parts[k].ID + "_share"
				put(l.Parts[k].ShareFact, share, l.ID+part, g.ID+part)
			}
		}
	}
	return out
}

// equalWeights divides what the weights of a group must add up to.
func equalWeights(g *evaluate.SheetGroup) map[string]int64 {
	out := map[string]int64{}
	if g.WeightsSum == nil {
		return out
	}
	rest := g.WeightsSum.Floor()
	for rest > 0 {
		before := rest
		for l := range g.AllLines() {
			if l.Weight != "" && rest > 0 && out[l.ID] < l.Max.Floor() {
				out[l.ID]++
				rest--
			}
		}
		if rest == before {
			break // the lines cannot carry as much: the sheet's own check says so
		}
	}
	return out
}

// lineGaps lists what no case chosen so far shows of the new sheet's lines.
func (s *shown) lineGaps() []lineProof {
	seen := sheetsSeen{}
	c := newCoverage(s.rs, s.lib, seen)
	for _, p := range s.played {
		c.see(p)
	}
	var out []lineProof
	for _, sheet := range s.rs.Sheets {
		if x := seen.of(sheet, s.rs.Schema()); x != nil {
			for i := range x.proofs {
				if !x.shown[i] {
					out = append(out, x.proofs[i])
				}
			}
		}
	}
	return out
}
