package cli

import (
	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// resultObject is one subject's result: by hash, never by name.
func resultObject(g *campaign.Grading, k evaluate.Kind, row int, full bool) jsonResult {
	e := g.Report.Explain(k, row)
	res := e.Result
	rs, scale := res.Rules, res.Rules.Scale()
	out := jsonResult{Kind: string(k), ID: e.Subject.ID, Person: orNull(e.Subject.Person), Outcome: res.Outcome.String(),
		Computed: orNull(scale.Rung(res.Walk.Rank).ID), Proposed: orNull(scale.Rung(res.Proposed).ID),
		Decided: orNull(scale.Rung(res.Decided).ID), Suggested: orNull(scale.Rung(res.Suggested).ID),
		Possible: []string{}, MayBeNone: res.MayBeNone, Cause: res.Cause.String()}
	if e.Subject.Org >= 0 {
		out.Organization = orNull(g.Report.Inputs.Tree.Orgs[e.Subject.Org].Code)
	}
	if res.Outcome == evaluate.Graded {
		rung := scale.Rung(res.Rank)
		out.Grade, out.Rung, out.Label = orNull(string(rung.Statutory)), orNull(rung.ID), orNull(rung.Label)
	}
	if res.Outcome != evaluate.NotRated {
		for _, r := range res.Possible.Ranks() {
			out.Possible = append(out.Possible, scale.Rung(r).ID)
		}
	}
	out.Reasons = reasonsOf(&e, rs, full)
	if res.Decided != evaluate.NoRank {
		for _, o := range e.Subject.Overruled {
			out.Overruled = append(out.Overruled, jsonOverruled{o.Grade, o.At.String(), o.Group, o.Regraded})
		}
	}
	return out
}

func reasonsOf(e *evaluate.Explanation, rs *evaluate.RuleSet, full bool) []jsonReason {
	out := []jsonReason{}
	step := func(s evaluate.Step) {
		if (s.Relevant || full) && !s.Rule.Off {
			out = append(out, reasonObject(s, rs.Schema()))
		}
	}
	for _, list := range [][]evaluate.Step{e.Profiles, e.NotRated, e.Bars} {
		for _, s := range list {
			step(s)
		}
	}
	for i := range e.Rungs {
		r := &e.Rungs[i]
		if b := bandReason(e, r); b != nil && (full || r.Given || i+1 < len(e.Rungs) && e.Rungs[i+1].Given && r.Band != evaluate.Holds) {
			out = append(out, *b)
		}
		for _, s := range r.Needs {
			step(s)
		}
	}
	for _, s := range e.Sanction {
		step(s)
	}
	for _, list := range [][]evaluate.Step{e.Rests, e.Notices, e.Votes} {
		for _, s := range list {
			step(s)
		}
	}
	return out
}

func reasonObject(s evaluate.Step, schema *evaluate.Schema) jsonReason {
	r := jsonReason{Rule: s.Rule.ID, Verdict: s.Verdict.String(), Cite: s.Rule.Cite.String(), Standing: string(s.Rule.Standing), Facts: []jsonFact{}}
	for _, o := range s.Seen {
		f := jsonFact{Fact: string(o.Fact), At: o.At.String(), Counted: o.Codes(evaluate.Holds), Open: o.Codes(evaluate.Unknown)}
		if i, ok := schema.Index(o.Fact); !o.Blank && (!ok || speaksOfNobody(&schema.Facts[i], o.Data)) {
			f.Value = &o.Data
		}
		if o.Counted == nil {
			for _, p := range o.Parties {
				if p.ID != "" {
					f.Related = append(f.Related, jsonRelated{string(p.Kind), p.ID})
				}
			}
		}
		r.Facts = append(r.Facts, f)
	}
	return r
}

// speaksOfNobody tells whether a fact's value may stand in an object: a word of
// its list, a day, or a number too short to be somebody's.
func speaksOfNobody(f *evaluate.FactDef, data string) bool {
	return !f.Identity && (f.Type == evaluate.ChoiceFact || evaluate.Quotable(data))
}

// bandReason is the band of a rung told like a rule; nil where the set has no
// bands.
func bandReason(e *evaluate.Explanation, r *evaluate.RungStep) *jsonReason {
	band := r.Spec.Band
	if band == nil {
		return nil
	}
	out := &jsonReason{Rule: r.Rung.ID + ".band", Verdict: r.Band.String(), Cite: band.Cite.String(), Standing: string(band.Standing), Facts: []jsonFact{}}
	f := jsonFact{Fact: "score"}
	if x, ok := e.Result.Walk.Score.Known(); ok && e.Result.Walk.Score.Given {
		text := x.String()
		f.Value = &text
	}
	out.Facts = append(out.Facts, f)
	return out
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
