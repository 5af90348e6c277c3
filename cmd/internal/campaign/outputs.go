package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/xeploai/xeploai/excel"
)

// editedDir is where a workbook of ours goes that somebody has worked in.
const editedDir = "da-sua"

// outputs writes the workbooks people work in: templates, results, summary.
// People type into them, so one that no longer is as we wrote it is moved aside
// before a new one takes its name.
type outputs struct {
	folder Folder
	mu     sync.Mutex
	sums   map[string]string // label → sha256 of what we wrote
}

func (f Folder) ledger() string { return f.kept("outputs.json") }

func (f Folder) openOutputs() (*outputs, error) {
	o := &outputs{folder: f, sums: map[string]string{}}
	b, err := os.ReadFile(f.ledger())
	if errors.Is(err, fs.ErrNotExist) {
		return o, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &o.sums)
	}
	if err != nil {
		return nil, failKept(f.ledger(), err)
	}
	return o, nil
}

// close remembers what was written. Should a crash come first, the next run
// takes our own files for edited ones and moves them aside: too much is kept,
// never too little.
func (o *outputs) close() error {
	return Save(o.folder.ledger(), func(w io.Writer) error { return json.NewEncoder(w).Encode(o.sums) }, nil)
}

// save writes a workbook and tells where an edited one of its name went, "" when
// there was none. The content is hashed on its way.
func (o *outputs) save(path string, write func(io.Writer) error) (aside string, err error) {
	label := o.folder.Label(path)
	o.mu.Lock()
	before := o.sums[label]
	o.mu.Unlock()
	edited, err := editedSince(path, before)
	if err != nil {
		return "", saveFailure(path, err)
	}
	var sum hash.Hash
	err = saveOn(asideDisk{realDisk{}, func() error {
		if !edited {
			return nil
		}
		var err error
		aside, err = o.moveAside(path)
		return err
	}}, path, func(w io.Writer) error {
		sum = sha256.New()
		return write(io.MultiWriter(w, sum))
	}, func(tmp string) error { return excel.Verify(tmp, nil) })
	if err != nil {
		return aside, err
	}
	o.mu.Lock()
	o.sums[label] = hex.EncodeToString(sum.Sum(nil))
	o.mu.Unlock()
	return aside, nil
}

// asideDisk moves the edited file away in the last moment, when the new one
// already is whole and checked.
type asideDisk struct {
	realDisk
	before func() error
}

func (d asideDisk) Rename(from, to string) error {
	if err := d.before(); err != nil {
		return err
	}
	return d.realDisk.Rename(from, to)
}

func editedSince(path, sum string) (bool, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	now, err := fileSum(path)
	return now != sum, err
}

// moveAside gives an edited workbook a free name in the folder of edited ones.
func (o *outputs) moveAside(path string) (string, error) {
	dir := filepath.Join(filepath.Dir(path), editedDir)
	if err := makeFolder(dir); err != nil {
		return "", err
	}
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(filepath.Base(path), ext)
	o.mu.Lock()
	defer o.mu.Unlock()
	to := filepath.Join(dir, base+ext)
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = filepath.Join(dir, fmt.Sprintf("%s (%d)%s", base, n, ext))
	}
	if err := os.Rename(path, to); err != nil {
		return "", err
	}
	return o.folder.Label(to), nil
}
