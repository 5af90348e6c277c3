package cli

import "github.com/xeploai/xeploai/cmd/internal/campaign"

// changesShown is how many changes of one file are printed; all are in JSON.
const changesShown = 20

// talkChanges tells what a file sent again changes, cell by cell.
func (a *app) talkChanges(f campaign.Imported) {
	if f.Changed == 0 {
		if f.Outcome == campaign.Newer || f.Outcome == campaign.Replaced {
			a.talk("  %s", messageNothingChanged)
		}
		return
	}
	a.talk("  %s", messageChanged(f.Changed))
	for _, c := range f.Changes[:min(len(f.Changes), changesShown)] {
		a.talk("    %s", messageCellChange(c))
	}
	if rest := f.Changed - changesShown; rest > 0 {
		a.talk("    %s", messageMoreChanges(rest))
	}
}

// jsonChange names nobody: the cell says who it is.
type jsonChange struct {
	At      string `json:"at,omitempty"`
	Was     string `json:"was,omitempty"`
	Fact    string `json:"fact,omitempty"`
	Heading string `json:"heading,omitempty"`
	Old     string `json:"old"`
	New     string `json:"new"`
}

func jsonChanges(cs []campaign.Change) []jsonChange {
	out := make([]jsonChange, 0, len(cs))
	for _, c := range cs {
		out = append(out, jsonChange{c.At.String(), c.Was.String(), string(c.Fact), c.Heading, c.Old, c.New})
	}
	return out
}
