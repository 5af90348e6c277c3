package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
)

type statusOptions struct {
	all      bool // list also those with whom all is well
	workbook bool
	watch    bool
	replace  bool // with watch: a newer file may replace the accepted one
}

func newStatus(a *app) *cobra.Command {
	opt := statusOptions{}
	cmd := &cobra.Command{Use: "status", Aliases: []string{"tinh-trang"}, Short: helpStatus, Example: exampleStatus, Args: arguments(0, 0)}
	cmd.RunE = a.run(func([]string) (output, error) {
		if !opt.watch && (opt.replace || cmd.Flags().Changed("interval")) {
			return nil, usageError{errors.New(messageOnlyWatching)}
		}
		c, err := a.open(cmd.Flags())
		if err != nil {
			return nil, err
		}
		return a.runStatus(c, opt)
	})
	cmd.Flags().BoolVar(&opt.all, "all", false, helpStatusAll)
	cmd.Flags().BoolVar(&opt.workbook, "xlsx", false, helpStatusXlsx)
	cmd.Flags().BoolVar(&opt.watch, "watch", false, helpStatusWatch)
	cmd.Flags().BoolVar(&opt.replace, "replace", false, helpWatchReplace)
	cmd.Flags().Int("interval", 0, helpInterval)
	return cmd
}

// runStatus follows the inbox first, where that is wanted, and then says how
// things stand.
func (a *app) runStatus(c *campaign.Campaign, opt statusOptions) (output, error) {
	out := statusOutput{all: opt.all}
	if opt.watch {
		w := &watcher{app: a, campaign: c}
		if err := w.follow(opt.replace); err != nil {
			return nil, err
		}
		out.watched = w.taken
	}
	var err error
	if out.s, err = c.Status(); err != nil {
		return nil, err
	}
	if opt.workbook && len(out.s.Broken) == 0 {
		w, err := c.WriteStatus(out.s)
		if err != nil {
			return nil, err
		}
		out.written = []campaign.Written{w}
	}
	return out, nil
}

type statusOutput struct {
	s       *campaign.Status
	all     bool
	written []campaign.Written // the workbook, where it was wanted
	watched *campaign.ImportReport
}

// Whoever has not sent, or has to repair, is somebody to wait for.
func (o statusOutput) status() status {
	if len(o.s.Alarms)+len(o.s.Notices)+len(o.s.Unsettled)+len(o.s.Exceeded) > 0 {
		return status{waiting: true}
	}
	if slices.ContainsFunc(o.s.Orgs, func(r campaign.OrgStatus) bool { return len(r.Beside) > 0 }) || len(o.s.LeftOut)+len(o.s.Unread) > 0 {
		return status{waiting: true}
	}
	open := o.s.Matters != nil && len(o.s.Matters.List) > 0 && o.s.Closed == nil
	return status{waiting: open || o.s.Count(campaign.StateReceived) < len(o.s.Orgs) || len(o.s.Refused) > 0}
}

func (o statusOutput) text(a *app) {
	a.statusTree(o.s, o.wanted)
	for _, r := range o.s.Refused {
		a.say("%s", messageRefused(r, o.s.Count(campaign.StateMissing) > 0))
	}
	if len(o.s.LeftOut) > 0 {
		a.say("%s", messageLeftOut(o.s.LeftOut))
	}
	if len(o.s.Unread) > 0 {
		a.say("%s", messageUnread(o.s.Unread))
	}
	if len(o.s.Settled) > 0 {
		a.say("%s", messageSettled(o.s.Settled))
	}
	if len(o.s.Skipped) > 0 {
		a.say("%s", messageSkipped(o.s.Skipped))
	}
	o.matters(a)
	a.talkProblems(o.s.Alarms)
	a.talkProblems(o.s.Broken)
	a.talkProblems(o.s.Notices)
	a.talkProblems(o.s.List)
	a.talkProblems(o.s.Unsettled)
	a.talkProblems(o.s.DecidedSince)
	for i := range o.s.Regraded {
		a.say("%s", messageRegradedLine(&o.s.Regraded[i]))
	}
	a.talkProblems(o.s.Exceeded)
	if len(o.s.Broken) == 0 {
		a.sayLeft(o.s.Left)
		a.say("%s", messageStatus(o.s))
	}
	if o.s.Closed != nil {
		a.say("%s", messageLocked(o.s))
	}
	a.talkEdited(o.written)
	for _, w := range o.written {
		a.say("%s", messageStatusBook(w.Path))
	}
}

// matters tells what has to be looked at between the files taken in: the first of
// many, or all with --all.
func (o statusOutput) matters(a *app) {
	if o.s.Matters == nil {
		return
	}
	shown := shownMatters
	if o.all {
		shown = len(o.s.Matters.List)
	}
	a.talkMatters(o.s.Matters.Problems(), shown, messageMoreMattersListed)
}

// wanted tells whether an organization is listed: everybody, or those to chase
// and whose report the last grading does not know.
func (o statusOutput) wanted(s *campaign.OrgStatus) bool {
	return o.all || s.AskedOf() != "" || len(s.Beside) > 0 || s.Matters > 0 || s.Changed && !o.s.GradedAt.IsZero()
}

// The most letters on a line: of a name with its place in the tree, of a state
// with the counts of those below.
const (
	nameWidth  = 44
	stateWidth = 40
)

// statusTree prints the organizations wanted, with those above them.
func (a *app) statusTree(s *campaign.Status, want func(*campaign.OrgStatus) bool) {
	columns := []column{{title: headCode}, {title: headOrg}, {title: headState}, {title: headDue}, {title: headChanged}, {title: headFile, width: 50}}
	var rows [][]any
	for i, shown := range s.Shown(want) {
		if !shown {
			continue
		}
		l := &s.Lines[i]
		var state []string
		due, changed, path := "", "", ""
		if o := s.Report(l); o != nil {
			state = append(state, text.WrapSoft(o.Word(), stateWidth))
			if want(o) { // of one that only leads to others its own state is enough
				due, path = messageDue(o), o.File()
				if o.Changed {
					changed = wordChanged
				}
			}
		}
		for _, words := range []string{l.BelowWord(), l.TroubleWord()} {
			if words != "" {
				state = append(state, text.WrapSoft(words, stateWidth)) // each begins a line, which wrapping all at once would undo
			}
		}
		rows = append(rows, []any{l.Org, indented(l.Name, l.Depth), strings.Join(state, "\n"), due, changed, path})
	}
	if len(rows) > 0 {
		a.table(filledColumns(columns, rows))
	}
}

// indented sets a name in by its depth, further lines too.
func indented(name string, depth int) string {
	in := strings.Repeat("  ", depth)
	return in + strings.ReplaceAll(text.WrapSoft(name, max(nameWidth-len(in), nameWidth/2)), "\n", "\n"+in)
}

// filledColumns leaves out columns that say nothing in any row.
func filledColumns(columns []column, rows [][]any) ([]column, [][]any) {
	var kept []column
	out := make([][]any, len(rows))
	for i, c := range columns {
		filled := false
		for _, r := range rows {
			filled = filled || r[i] != ""
		}
		if !filled {
			continue
		}
		kept = append(kept, c)
		for n, r := range rows {
			out[n] = append(out[n], r[i])
		}
	}
	return kept, out
}
