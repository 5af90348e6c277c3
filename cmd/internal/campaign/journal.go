package campaign

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// Entry is one line of the journal: what was done, when, to which organization.
// It names no person and no file of the sender, whose name may be a person's.
type Entry struct {
	At     time.Time       `json:"at"`
	Did    string          `json:"did"` // init, template, taken_back, graded, summarized, closed, reopened, regraded, or an ImportOutcome
	Kind   string          `json:"kind,omitempty"`
	Org    string          `json:"organization,omitempty"`
	Digest string          `json:"digest,omitempty"`
	Codes  []evaluate.Code `json:"codes,omitempty"`
	Count  int             `json:"count,omitempty"`
	// Changed counts the cells and rows that a file sent again changed.
	Changed int      `json:"changed,omitempty"`
	Rules   []string `json:"rules,omitempty"`
	Why     string   `json:"why,omitempty"` // the clerk's own words; they are asked to name nobody
}

// record appends entries to the journal, in one write forced to disk. The
// journal is only ever appended to; a line that an earlier crash cut short is
// closed off first, so that it spoils no line but itself.
func (f Folder) record(entries ...Entry) (err error) {
	if len(entries) == 0 {
		return nil
	}
	file, err := os.OpenFile(f.journal(), os.O_CREATE|os.O_RDWR|os.O_APPEND, fileMode)
	if err != nil {
		return saveFailure(f.journal(), err)
	}
	defer func() {
		if cerr := file.Close(); err == nil && cerr != nil {
			err = saveFailure(f.journal(), cerr)
		}
	}()
	var b bytes.Buffer
	if cut, err := endsMidLine(file); err != nil {
		return saveFailure(f.journal(), err)
	} else if cut {
		b.WriteByte('\n')
	}
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, e := range entries {
		e.At = e.At.UTC().Truncate(time.Second)
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	if _, err := file.Write(b.Bytes()); err != nil {
		return saveFailure(f.journal(), err)
	}
	if err := file.Sync(); err != nil {
		return saveFailure(f.journal(), err)
	}
	return nil
}

func endsMidLine(file *os.File) (bool, error) {
	end, err := file.Seek(0, io.SeekEnd)
	if err != nil || end == 0 {
		return false, err
	}
	last := make([]byte, 1)
	if _, err := file.ReadAt(last, end-1); err != nil {
		return false, err
	}
	return last[0] != '\n', nil
}

// Journal returns all whole lines, oldest first. A line that cannot be read is
// left out and counted.
func (f Folder) Journal() (entries []Entry, broken int, err error) {
	file, err := os.Open(f.journal())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e Entry
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			broken++
			continue
		}
		entries = append(entries, e)
	}
	return entries, broken, lines.Err()
}
