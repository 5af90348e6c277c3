package campaign

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// defaultWatchSeconds is how long the inbox is left alone between two looks: a
// program that writes a workbook is done in that time, or has made it longer.
const defaultWatchSeconds = 10

// WatchInterval is the time between two looks at the inbox.
func (c Config) WatchInterval() time.Duration {
	if c.WatchSeconds > 0 {
		return time.Duration(c.WatchSeconds) * time.Second
	}
	return defaultWatchSeconds * time.Second
}

// WatchOptions says how to follow the inbox.
type WatchOptions struct {
	Replace bool // as of ImportOptions
	// Wait waits until the next look is due; false ends the watch.
	Wait func() bool
	// Took is handed what was taken in, in the order it came.
	Took func(*ImportReport)
	// Asked is handed the matters between the files that stand, whenever files were
	// taken in and the inbox has come to rest since.
	Asked func([]evaluate.Problem)
	// Held is told once, whenever it becomes so, why files have to wait.
	Held func(evaluate.Problem)
}

// look is what tells, without opening it, whether a file is still the same.
type look struct {
	size int64
	at   time.Time
}

// watch is a watch in progress.
type watch struct {
	*Campaign
	opt  WatchOptions
	seen map[string]look // at the last look, by path
	done map[string]look // handed to import as they were
	held evaluate.Code   // what was told last, "" when nothing holds
	owed bool            // something was taken in that was not looked at between files
}

// Watch follows the inbox until Wait ends it and takes in what arrives, as
// Import does. A file is read when two looks in a row find it alike, so that
// one still being copied is left alone, and again when it changes. What another
// command of ours holds up waits for the next look.
func (c *Campaign) Watch(opt WatchOptions) error {
	w := &watch{Campaign: c, opt: opt, done: map[string]look{}}
	if err := c.Folder.refuseClosed(); err != nil {
		return err
	}
	if err := makeFolder(c.Folder.Inbox()); err != nil {
		return err
	}
	for {
		if err := w.round(); err != nil {
			return err
		}
		if !opt.Wait() {
			return w.last()
		}
	}
}

// round looks once and takes in what has come to rest.
func (w *watch) round() error {
	now, err := glance(w.Folder)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		// A folder on the network goes and comes back.
		w.hold(ProblemOf(failPathMissing(w.Folder.Inbox(), err)))
		return nil
	}
	if err != nil {
		return err
	}
	if w.held != codeBusy { // the folder is back
		w.held = ""
	}
	var ready []string
	for path, l := range now {
		if before, known := w.seen[path]; known && before == l && w.done[path] != l {
			ready = append(ready, path)
		}
	}
	rests := maps.Equal(w.seen, now)
	w.seen = now
	if len(ready) == 0 {
		if rests && w.owed {
			return w.ask()
		}
		return nil
	}
	slices.Sort(ready)
	report, err := w.Import(ImportOptions{Paths: []string{w.Folder.Inbox()}, Replace: w.opt.Replace, only: w.labels(ready)})
	if w.waits(err) {
		return nil
	}
	if err != nil {
		return err
	}
	w.held = ""
	for _, path := range ready {
		w.done[path] = now[path]
	}
	w.owed = w.owed || report.Count(Accepted)+report.Count(Replaced) > 0
	w.opt.Took(report)
	return nil
}

// ask looks for matters between files. That puts all of them together, so it is
// done for many that arrived, not for each.
func (w *watch) ask() error {
	found, err := w.askBetween()
	if w.waits(err) {
		return nil
	}
	if err != nil {
		return err
	}
	w.held, w.owed = "", false
	w.opt.Asked(found)
	return nil
}

// last ends the watch with what is still owed. Who closed the campaign meanwhile,
// or works in it, does not keep it from ending.
func (w *watch) last() error {
	if !w.owed {
		return nil
	}
	var f *Failure
	if err := w.ask(); !errors.As(err, &f) {
		return err
	}
	return nil
}

// waits tells whether another command works here, for which files wait.
func (w *watch) waits(err error) bool {
	var f *Failure
	busy := errors.As(err, &f) && f.Problem.Code == codeBusy
	if busy {
		w.hold(f.Problem)
	}
	return busy
}

// hold tells why files wait, once.
func (w *watch) hold(p evaluate.Problem) {
	if w.held != p.Code {
		w.held = p.Code
		w.opt.Held(p)
	}
}

func (w *watch) labels(paths []string) map[string]bool {
	out := map[string]bool{}
	for _, p := range paths {
		out[w.Folder.Label(p)] = true
	}
	return out
}

// glance notes size and time of every file in the inbox. Hidden files, and those
// by which Excel marks an open workbook, are passed over.
func glance(f Folder) (map[string]look, error) {
	found := map[string]look{}
	root := f.Inbox()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path != root && errors.Is(err, fs.ErrNotExist):
			return nil // gone since its folder was read
		case err != nil:
			return err
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir() || excel.IsLockFile(path):
			return nil
		}
		info, err := os.Stat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil {
			found[path] = look{info.Size(), info.ModTime()}
		}
		return err
	})
	return found, err
}
