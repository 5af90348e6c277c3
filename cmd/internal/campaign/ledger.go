package campaign

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"

	"github.com/xeploai/xeploai/excel"
)

// ledger remembers the hash of every workbook of ours, so that one somebody has
// worked in is told apart. It is a file of lines: what a run writes is appended
// as it happens, and the end of the run writes the file anew, without what is
// over. After a kill all lines stand, and all contents they name are ours.
type ledger struct {
	folder Folder
	mu     sync.Mutex
	sums   map[string][]string // label → sha256 of what may lie there
	lines  *os.File            // opened by the first note
}

func (f Folder) ledger() string { return f.kept("outputs.jsonl") }

// ledgerLine is one workbook on its way to its place, or in it.
type ledgerLine struct {
	Path string `json:"path"` // label
	Sum  string `json:"sha256"`
}

func (l *ledger) open(f Folder) error {
	l.folder, l.sums = f, map[string][]string{}
	b, err := os.ReadFile(f.ledger())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failKept(f.ledger(), err)
	}
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		var line ledgerLine
		if json.Unmarshal(lines.Bytes(), &line) == nil { // a kill may have cut one short
			l.sums[line.Path] = append(l.sums[line.Path], line.Sum)
		}
	}
	return nil
}

// note records that contents of ours are about to take a workbook's place.
func (l *ledger) note(label, sum string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lines == nil {
		var err error
		if l.lines, err = os.OpenFile(l.folder.ledger(), os.O_CREATE|os.O_WRONLY|os.O_APPEND, fileMode); err != nil {
			return saveFailure(l.folder.ledger(), err)
		}
	}
	line, err := json.Marshal(ledgerLine{label, sum})
	if err != nil {
		return err
	}
	// The leading break closes off a line that a kill cut short.
	if _, err := l.lines.Write(slices.Concat([]byte("\n"), line, []byte("\n"))); err != nil {
		return saveFailure(l.folder.ledger(), err)
	}
	l.sums[label] = append(l.sums[label], sum)
	return nil
}

// settled records that the contents noted last took their place; until then
// those before may still lie there.
func (l *ledger) settled(label string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if sums := l.sums[label]; len(sums) > 0 {
		l.sums[label] = sums[len(sums)-1:]
	}
}

// edited tells whether the workbook that lies there is none that we wrote. A result workbook
// in which no cell was changed is ours, whatever program saved it again.
func (l *ledger) edited(label, path string) (bool, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	now, err := fileSum(path)
	l.mu.Lock()
	ours := slices.Contains(l.sums[label], now)
	l.mu.Unlock()
	return !ours && err == nil && !excel.AsWritten(path), err
}

// close writes the ledger anew. Should that fail, its lines say no less.
func (l *ledger) close() error {
	if l.lines == nil {
		return nil
	}
	if err := l.lines.Close(); err != nil {
		return saveFailure(l.folder.ledger(), err)
	}
	return Save(l.folder.ledger(), func(w io.Writer) error {
		enc := json.NewEncoder(w)
		for _, label := range slices.Sorted(maps.Keys(l.sums)) {
			for _, sum := range l.sums[label] {
				if err := enc.Encode(ledgerLine{label, sum}); err != nil {
					return err
				}
			}
		}
		return nil
	}, nil)
}
