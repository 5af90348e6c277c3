package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/xeploai/xeploai/excel"
)

// editedDir is where a workbook of ours goes that somebody has worked in.
const editedDir = "da-sua"

// outputs writes the workbooks people work in: templates, results, summary.
// People type into them, so one that no longer is as we wrote it is moved aside
// before a new one takes its name.
type outputs struct {
	folder Folder
	ledger ledger
}

func (f Folder) openOutputs() (*outputs, error) {
	o := &outputs{folder: f}
	return o, o.ledger.open(f)
}

// close puts the ledger in order.
func (o *outputs) close() error { return o.ledger.close() }

// save writes a workbook and tells where an edited one of its name went, "" when
// there was none. The content is hashed on its way, and its hash is in the
// ledger before the workbook is in its place: a kill in between must not make
// our own work look like somebody's.
func (o *outputs) save(path string, write func(io.Writer) error) (aside string, err error) {
	label := o.folder.Label(path)
	edited, err := o.ledger.edited(label, path)
	if err != nil {
		return "", saveFailure(path, err)
	}
	var sum hash.Hash
	err = saveOn(asideDisk{realDisk{}, func() error {
		if err := o.ledger.note(label, hex.EncodeToString(sum.Sum(nil))); err != nil || !edited {
			return err
		}
		var err error
		aside, err = o.moveAside(path)
		return err
	}}, path, func(w io.Writer) error {
		sum = sha256.New()
		return write(io.MultiWriter(w, sum))
	}, func(tmp string) error { return excel.Verify(tmp, nil) })
	if err == nil {
		o.ledger.settled(label)
	}
	return aside, err
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

// moveAside gives an edited workbook a free name in the folder of edited ones.
func (o *outputs) moveAside(path string) (string, error) {
	dir := filepath.Join(filepath.Dir(path), editedDir)
	if err := makeFolder(dir); err != nil {
		return "", err
	}
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(filepath.Base(path), ext)
	o.ledger.mu.Lock()
	defer o.ledger.mu.Unlock()
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
	return o.folder.Label(to), o.folder.moved(o.folder.Label(path), o.folder.Label(to))
}
