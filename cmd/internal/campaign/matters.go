package campaign

import "github.com/xeploai/xeploai/evaluate"

// matters are what grading would ask about between the files that stand: whoever
// sent them is easier to ask on the day they come in. What keeps them from being
// put together at all is left to grading to tell.
func (c *Campaign) matters() []evaluate.Problem {
	_, ps, err := c.Inputs()
	if err != nil {
		return nil
	}
	var out []evaluate.Problem
	for _, p := range ps {
		if p.Severity > evaluate.Note && !IsListWarning(p) {
			out = append(out, p)
		}
	}
	return out
}
