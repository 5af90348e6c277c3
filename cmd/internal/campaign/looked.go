package campaign

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/xeploai/xeploai/excel"
)

// A report that lies in the inbox and was never imported is nobody's yet: its sender is
// still waited for, and who waits is to be told that something lies there. So what an
// import has seen in the inbox is kept.

// looked is a file of the inbox as imports saw it.
type looked struct {
	Size int64     `json:"size"`
	At   time.Time `json:"modified"`
	Sums []string  `json:"sha256"` // of all contents met there: copied folders have other times, and what was taken in may be put back
}

func (f Folder) lookedAt() string { return f.kept("looked.json") }

// inboxFile is the label of the file in the inbox in which a label lies, be that itself or
// an archive; "" for one elsewhere.
func inboxFile(label string) string {
	if archive, _, packed := excel.CutArchiveLabel(label); packed {
		label = archive
	}
	if !strings.HasPrefix(label, inboxDir+"/") {
		return ""
	}
	return label
}

// inboxFiles are the files of the inbox among what was found, as they are now.
func (l *listing) inboxFiles() map[string]look {
	out := map[string]look{}
	note := func(label string) {
		if label = inboxFile(label); label == "" || out[label] != (look{}) {
			return
		}
		if info, err := os.Stat(l.folder.path(label)); err == nil {
			out[label] = look{info.Size(), info.ModTime()}
		}
	}
	for label := range l.found {
		note(label)
	}
	for label := range l.archives {
		note(label)
	}
	for _, a := range l.whole {
		note(a.label)
	}
	return out
}

// keepLooked adds what an import has seen, in the state in which it found it, to what
// earlier ones have, and forgets what lies there no more.
func (f Folder) keepLooked(seen map[string]look) error {
	if len(seen) == 0 {
		return nil
	}
	kept, err := f.readLooked()
	if err != nil {
		return err
	}
	for label, was := range seen {
		sum, err := fileSum(f.path(label))
		if err != nil {
			continue // taken away meanwhile
		}
		if info, err := os.Stat(f.path(label)); err == nil && (look{info.Size(), info.ModTime()}) == was {
			sums := kept[label].Sums
			if !slices.Contains(sums, sum) {
				sums = append(sums, sum)
			}
			kept[label] = looked{was.size, was.at, sums}
		}
	}
	for label := range kept {
		if !exists(f.path(label)) {
			delete(kept, label)
		}
	}
	return saveRecord(f.lookedAt(), kept)
}

func (f Folder) readLooked() (map[string]looked, error) {
	kept := map[string]looked{}
	if err := readRecord(f.lookedAt(), &kept); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, failKept(f.lookedAt(), err)
	}
	return kept, nil
}

// unread lists the workbooks and archives of the inbox that no import has seen as they
// are now.
func (f Folder) unread(l *listing) ([]string, error) {
	kept, err := f.readLooked()
	if err != nil {
		return nil, err
	}
	var out []string
	for label, now := range l.inboxFiles() {
		was, met := kept[label]
		if met && was.Size == now.size && was.At.Equal(now.at) {
			continue
		}
		if sum, err := fileSum(f.path(label)); met && err == nil && slices.Contains(was.Sums, sum) {
			continue
		}
		out = append(out, label)
	}
	slices.Sort(out)
	return out, nil
}
