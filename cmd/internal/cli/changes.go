package cli

import "github.com/xeploai/xeploai/cmd/internal/campaign"

// changesShown is how many lines about the changes of one file are printed; JSON has all.
// fewestAlike is how many cells of a column that changed alike make one line.
const (
	changesShown = 20
	fewestAlike  = 5
)

// talkChanges tells what a file sent again changes, cell by cell.
func (a *app) talkChanges(f campaign.Imported) {
	if f.Changed == 0 {
		if f.Outcome == campaign.Newer || f.Outcome == campaign.Replaced {
			a.talk("  %s", messageNothingChanged)
		}
		return
	}
	a.talk("  %s", messageChanged(f.Changed))
	lines, rest := gatherChanges(f.Changes), f.Changed
	for _, l := range lines[:min(len(lines), changesShown)] {
		a.talk("    %s", messageCellChange(l.Change, l.cells))
		rest -= max(1, len(l.cells))
	}
	if rest > 0 {
		left := map[string]int{}
		for _, l := range lines[min(len(lines), changesShown):] {
			left[l.Heading] += max(1, len(l.cells))
		}
		a.talk("    %s", messageMoreChanges(rest, left, f.Outcome == campaign.Newer))
	}
}

// changeLine is one change, or the first of several alike with all their cells.
type changeLine struct {
	campaign.Change
	cells []string
}

// gatherChanges puts together the cells of a column in which one value gave way to the same
// other, in the order of the first of them.
func gatherChanges(cs []campaign.Change) (out []changeLine) {
	alike := func(c campaign.Change) (key campaign.Change, ok bool) {
		c.At.Cell, c.Was.Sheet, c.Was.Cell = "", "", ""
		return c, c.Fact != "" && !c.At.IsZero() && !c.Hidden
	}
	cells := map[campaign.Change][]string{}
	for _, c := range cs {
		if key, ok := alike(c); ok {
			cells[key] = append(cells[key], c.At.Cell)
		}
	}
	for _, c := range cs {
		key, ok := alike(c)
		switch all := cells[key]; {
		case !ok || len(all) < fewestAlike:
			out = append(out, changeLine{Change: c})
		case all[0] == c.At.Cell:
			out = append(out, changeLine{c, all})
		}
	}
	return out
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
