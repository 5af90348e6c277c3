package cli

import (
	"context"
	"fmt"

	"github.com/xeploai/xeploai/cmd/internal/campaign"
	"github.com/xeploai/xeploai/evaluate"
)

// watcher follows the inbox and tells what arrives, a line a file.
type watcher struct {
	app      *app
	campaign *campaign.Campaign
	taken    *campaign.ImportReport // everything, for the object of --json
	began    bool                   // what lay there at the beginning is told
	told     map[string]bool        // matters between files that stand and were told
}

// follow watches until it is interrupted; what is being taken in then is
// finished first.
func (w *watcher) follow(replace bool) error {
	env := w.app.env
	ctx, stop := context.Background(), func() {}
	if env.Interrupt != nil {
		ctx, stop = env.Interrupt()
	}
	defer stop()
	wait := env.Pause
	if wait == nil {
		wait = pause
	}
	w.taken = &campaign.ImportReport{}
	w.campaign.Progress = nil // would write over the lines
	interval := w.campaign.Config.WatchInterval()
	w.app.talk("%s", messageWatching(w.campaign.Folder.Label(w.campaign.Folder.Inbox()), interval))
	err := w.campaign.Watch(campaign.WatchOptions{Replace: replace, Took: w.took, Asked: w.asked, Held: w.held,
		Wait: func() bool { return wait(ctx, interval) }})
	if err == nil {
		w.app.talk("%s", messageWatched(len(w.taken.Files)))
	}
	return err
}

// took tells one import. Of what lay there at the beginning, files taken in
// long ago are only counted.
func (w *watcher) took(r *campaign.ImportReport) {
	known := 0
	for i := range r.Files {
		f := &r.Files[i]
		if !w.began && f.Outcome == campaign.Known {
			known++
			continue
		}
		w.app.say("%s", messageArrived(w.app.env.Now(), f))
		if f.Outcome == campaign.Newer { // no marked copy says what to do
			w.app.talkProblems(noticeable(f.Problems))
			w.app.talkChanges(*f)
		}
	}
	if known > 0 {
		w.app.talk("%s", messageKnownBefore(known))
	}
	w.began = true
	if w.app.json {
		w.taken.Files = append(w.taken.Files, r.Files...)
		return
	}
	for _, f := range r.Files { // a watch may go on for weeks: only the count is needed
		w.taken.Files = append(w.taken.Files, campaign.Imported{Path: f.Path})
	}
}

// asked tells the matters between files that were not told before.
func (w *watcher) asked(ps []evaluate.Problem) {
	var fresh []evaluate.Problem
	told := map[string]bool{}
	for _, p := range ps {
		key := fmt.Sprint(p.Code, p.At, p.Subject, p.Message)
		if told[key] = true; !w.told[key] {
			fresh = append(fresh, p)
		}
	}
	w.told = told
	w.app.talkMatters(fresh, shownMatters, messageMoreMatters)
}

func (w *watcher) held(p evaluate.Problem) {
	w.app.talkProblem(p, "")
	w.app.talk("  %s", messageTriesAgain)
}
