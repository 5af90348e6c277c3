package cli

import "github.com/xeploai/xeploai/evaluate"

type jsonCap struct {
	Cap          string        `json:"cap"`
	Group        string        `json:"group"`
	Base         int           `json:"base"`
	AsListed     int           `json:"allowed_as_listed"`
	Allowed      int           `json:"allowed"`
	Have         int           `json:"have"`
	Over         int           `json:"over"`
	Candidates   []string      `json:"candidates"`
	Open         int           `json:"open"`
	BaseMost     int           `json:"base_most"`
	AsListedMost int           `json:"allowed_as_listed_most"`
	AllowedMost  int           `json:"allowed_most"`
	HaveMost     int           `json:"have_most"`
	OverMost     int           `json:"over_most"`
	Cite         string        `json:"cite"`
	Standing     string        `json:"standing"`
	Uplifted     bool          `json:"uplifted"`
	OneMore      int           `json:"one_more"`
	Readings     []jsonReading `json:"readings"`
	*jsonProposal
}

// jsonReading is a ceiling on one base.
type jsonReading struct {
	Of           string `json:"of"`
	InForce      bool   `json:"in_force"`
	Base         int    `json:"base"`
	AsListed     int    `json:"allowed_as_listed"`
	Allowed      int    `json:"allowed"`
	Over         int    `json:"over"`
	OneMore      int    `json:"one_more"`
	BaseMost     int    `json:"base_most"`
	AsListedMost int    `json:"allowed_as_listed_most"`
	AllowedMost  int    `json:"allowed_most"`
	OverMost     int    `json:"over_most"`
	OneMoreMost  int    `json:"one_more_most"`
}

// jsonProposal is what the order of merit suggests, by --propose-caps alone.
type jsonProposal struct {
	Proposed []string `json:"proposed"`
	Tied     []string `json:"tied"`
	Choose   int      `json:"choose"`
	Relieved int      `json:"relieved"` // lowered under other ceilings
}

// capObject is one ceiling in one group: by hash and code, never by name.
func (s *gradeStream) capObject(f *evaluate.CapFinding) jsonCap {
	g := s.g
	pop, _ := g.Report.Of(f.Kind)
	ids := func(rows []int) []string {
		out := []string{}
		for _, row := range rows {
			out = append(out, pop.Subjects[row].ID)
		}
		return out
	}
	c := jsonCap{Cap: f.Cap.ID, Group: g.Report.Inputs.Tree.Orgs[f.Org].Code, Base: f.Base.Min, AsListed: f.AsListed.Min,
		Allowed: f.Allowed.Min, Have: f.Have.Min, Over: f.Over.Min, Candidates: ids(f.Candidates), Open: f.Open,
		BaseMost: f.Base.Max, AsListedMost: f.AsListed.Max, AllowedMost: f.Allowed.Max, HaveMost: f.Have.Max, OverMost: f.Over.Max,
		Cite: f.Cap.Cite.String(), Standing: string(f.Cap.Standing), Uplifted: f.Uplifted, OneMore: f.OneMore.Min}
	if f.Group != "" {
		c.Group += "/" + f.Group
	}
	for _, r := range f.Readings {
		c.Readings = append(c.Readings, jsonReading{Of: string(r.Of), InForce: r.InForce, Base: r.Base.Min, AsListed: r.AsListed.Min,
			Allowed: r.Allowed.Min, Over: r.Over.Min, OneMore: r.OneMore.Min, BaseMost: r.Base.Max, AsListedMost: r.AsListed.Max,
			AllowedMost: r.Allowed.Max, OverMost: r.Over.Max, OneMoreMost: r.OneMore.Max})
	}
	if s.proposeCaps {
		c.jsonProposal = &jsonProposal{Proposed: ids(f.Proposed), Tied: ids(f.Tied), Choose: f.Choose, Relieved: f.Relieved}
	}
	return c
}
