package campaign

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/xeploai/xeploai/excel"
)

// A report that lies in the inbox and was never imported is nobody's yet: its sender is
// still waited for, and who waits is to be told that something lies there. So what
// imports have seen is kept.

// looked is a file as imports saw it.
type looked struct {
	Size int64     `json:"size"`
	At   time.Time `json:"modified"`
	Sums []string  `json:"sha256"` // of all contents met there: copied folders have other times, files are moved, and what was taken in may be put back
}

func (f Folder) lookedAt() string { return f.kept("looked.json") }

// fileOf is the label of the file in which a label lies, be that itself or an archive.
func fileOf(label string) string {
	if archive, _, packed := excel.CutArchiveLabel(label); packed {
		return archive
	}
	return label
}

// files are the files among what was found, as they are now.
func (l *listing) files() map[string]look {
	out := map[string]look{}
	note := func(label string) {
		if label = fileOf(label); out[label] != (look{}) {
			return
		}
		if info, err := os.Stat(l.folder.lies(label)); err == nil {
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
// earlier ones have.
func (f Folder) keepLooked(seen map[string]look) error {
	kept := f.readLooked()
	for label, was := range seen {
		if kept[label].is(was) {
			continue
		}
		sum, err := fileSum(f.lies(label))
		if err != nil {
			continue // taken away meanwhile
		}
		if info, err := os.Stat(f.lies(label)); err == nil && (look{info.Size(), info.ModTime()}) == was {
			sums := kept[label].Sums
			if !slices.Contains(sums, sum) {
				sums = append(sums, sum)
			}
			kept[label] = looked{was.size, was.at, sums}
		}
	}
	return saveRecord(f.lookedAt(), kept)
}

func (l looked) is(now look) bool { return len(l.Sums) > 0 && l.Size == now.size && l.At.Equal(now.at) }

// readLooked is what was seen; where that cannot be read nothing was, for it is a mere
// memory, and everything then is looked at again.
func (f Folder) readLooked() map[string]looked {
	kept := map[string]looked{}
	if err := readRecord(f.lookedAt(), &kept); err != nil || kept == nil {
		return map[string]looked{}
	}
	return kept
}

// unread lists the workbooks and archives of the inbox that no import has seen as they
// are now, here or elsewhere.
func (f Folder) unread(inbox *listing) (out []string, err error) {
	kept := f.readLooked()
	met := map[string]bool{}
	for _, l := range kept {
		for _, sum := range l.Sums {
			met[sum] = true
		}
	}
	for label, now := range inbox.files() {
		if kept[label].is(now) {
			continue
		}
		sum, err := fileSum(f.lies(label))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err == nil && !met[sum] {
			out = append(out, label)
		}
	}
	slices.Sort(out)
	return out, nil
}
