package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/xeploai/xeploai/evaluate"
)

// CaseReport is what the worked cases showed: how many passed, and how much of
// the rules they exercised.
type CaseReport struct {
	Run, Passed int
	Sets        []SetCoverage // in the library's order
	layers      []string      // whose rules must be proven
}

// Unproven turns what no case ever brought about into problems at the rule, the
// band or the ceiling concerned. An office that has rules of its own answers
// for those alone.
func (r *CaseReport) Unproven() []evaluate.Problem {
	var ps []evaluate.Problem
	for _, g := range r.Never() {
		if slices.Contains(r.layers, g.At.Layer) {
			ps = append(ps, problemUnproven(g))
		}
	}
	return evaluate.SortProblems(ps)
}

// ownLayers names the layers that lie over the built-in one, or that one alone.
func ownLayers(layers []Layer) []string {
	var out []string
	for _, l := range layers {
		if len(layers) == 1 || l.Name != BuiltinLayer {
			out = append(out, l.Name)
		}
	}
	return out
}

// Never lists everything no case ever brought about, over all sets.
func (r *CaseReport) Never() []Gap {
	var out []Gap
	for i := range r.Sets {
		out = append(out, r.Sets[i].Never...)
	}
	return out
}

// RunCases plays every case of the layers against the library's sets. A case
// that fails, or cannot be played, is a problem at its line.
func RunCases(lib *evaluate.Library, layers ...Layer) (CaseReport, []evaluate.Problem) {
	return RunCasesOf(lib, lib.Sets, layers...)
}

// RunCasesOf plays the cases of the sets asked for and wants the proof of those
// only; cases of other sets of the library are passed over.
func RunCasesOf(lib *evaluate.Library, asked []*evaluate.RuleSet, layers ...Layer) (CaseReport, []evaluate.Problem) {
	cases, ps := readCases(layers)
	run := newRunner(lib)
	report := CaseReport{layers: ownLayers(layers)}
	coverage, sheets := map[string]*coverage{}, sheetsSeen{}
	for _, rs := range asked {
		coverage[rs.Ref()] = newCoverage(rs, lib, sheets)
	}
	for i := range cases {
		cs := &cases[i]
		if coverage[cs.ref] == nil && run.sets[cs.ref] != nil {
			continue
		}
		report.Run++
		result, found := run.one(cs)
		if result != nil {
			coverage[result.rules.Ref()].see(result)
		}
		if len(found) == 0 {
			report.Passed++
		}
		ps = append(ps, found...)
	}
	for _, rs := range asked {
		report.Sets = append(report.Sets, coverage[rs.Ref()].report())
	}
	return report, evaluate.SortProblems(ps)
}

// runner finds the rule set of a case, with the switches the case turns on.
type runner struct {
	lib      *evaluate.Library
	sets     map[string]*evaluate.RuleSet
	switched map[string]*evaluate.RuleSet
}

func newRunner(lib *evaluate.Library) *runner {
	r := &runner{lib: lib, sets: map[string]*evaluate.RuleSet{}, switched: map[string]*evaluate.RuleSet{}}
	for _, rs := range lib.Sets {
		r.sets[rs.Ref()] = rs
	}
	return r
}

// one plays and judges a case; the result is nil when it cannot be played.
func (r *runner) one(cs *caseSpec) (*staged, []evaluate.Problem) {
	rs := r.set(cs)
	if rs == nil {
		return nil, []evaluate.Problem{problemCaseSet(cs.at, cs.ref, slices.Sorted(maps.Keys(r.sets)))}
	}
	if ps := strangeSwitches(cs, rs.KnownSwitches()); len(ps) > 0 {
		return nil, ps
	}
	result, ps := play(cs, rs, r.lib.Vocabulary)
	if len(ps) > 0 {
		return nil, ps
	}
	return result, result.judge()
}

// strangeSwitches are those that a case turns on and no rule of its set hangs
// on: the case would pass, or fail, without what it is to prove.
func strangeSwitches(cs *caseSpec, known []string) []evaluate.Problem {
	var ps []evaluate.Problem
	for _, s := range cs.switches {
		if !slices.Contains(known, s) {
			ps = append(ps, problemCaseSwitch(cs.at, s, known))
		}
	}
	return ps
}

func (r *runner) set(cs *caseSpec) *evaluate.RuleSet {
	rs := r.sets[cs.ref]
	if rs == nil || len(cs.switches) == 0 {
		return rs
	}
	key := cs.ref + " " + strings.Join(slices.Sorted(slices.Values(cs.switches)), " ")
	if r.switched[key] == nil {
		r.switched[key] = rebuild(rs, rs.Spec, r.lib.Vocabulary, append(slices.Clone(rs.Switches), cs.switches...))
	}
	return r.switched[key]
}

// rebuild compiles a changed specification of a set over the same sheets.
func rebuild(rs *evaluate.RuleSet, spec evaluate.RuleSetSpec, v *evaluate.Vocabulary, switches []string) *evaluate.RuleSet {
	sheets := map[string]*evaluate.SheetSpec{}
	for _, s := range rs.Sheets {
		sheets[s.Spec.ID] = s.Spec
	}
	out, _ := evaluate.NewRuleSet(spec, sheets, v, switches)
	return out
}
