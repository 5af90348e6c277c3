package campaign

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// disk is what Save asks of the file system: the seam through which tests make
// it fail at every step.
type disk interface {
	// Create makes a new file with a name of its own in dir, readable by its
	// owner alone.
	Create(dir, pattern string) (tempFile, error)
	Rename(from, to string) error
	Remove(name string) error
	SyncDir(dir string) error
	Wait(time.Duration)
}

type tempFile interface {
	io.Writer
	Name() string
	Sync() error
	Close() error
}

// Save writes a file so that path holds either what it held before or the
// whole new content, whatever happens in between: a temporary file in the same
// folder is written, forced to disk, checked and renamed. The check is handed
// the temporary file's path and may be nil. On failure the temporary file is
// removed; a failure that a person can mend is a *Failure.
func Save(path string, write func(io.Writer) error, check func(tmp string) error) error {
	return saveOn(realDisk{}, path, write, check)
}

// saveUnforced is Save without forcing the file to disk: enough against a
// killed process, not against a power cut, which may leave the newest files
// empty, torn or missing. It is for what can be made again from its inputs and
// carries a checksum that is verified on reading. Thousands of such files are
// saved in one run, and waiting for the disk takes longer than everything else;
// whoever saves them forces their folder to disk once at the end.
func saveUnforced(path string, write func(io.Writer) error) error {
	return saveOn(unforcedDisk{realDisk{}}, path, write, nil)
}

func saveOn(d disk, path string, write func(io.Writer) error, check func(tmp string) error) (err error) {
	if info, statErr := os.Stat(path); statErr == nil && info.IsDir() {
		return failIsDirectory(path)
	}
	dir := filepath.Dir(path)
	tmp, err := d.Create(dir, tempPattern)
	if err != nil {
		return saveFailure(path, err)
	}
	closed := false
	defer func() {
		if err != nil {
			if !closed {
				_ = tmp.Close()
			}
			_ = d.Remove(tmp.Name())
		}
	}()
	if err := write(tmp); err != nil {
		return saveFailure(path, err)
	}
	if err := tmp.Sync(); err != nil {
		return saveFailure(path, err)
	}
	closed = true
	if err := tmp.Close(); err != nil {
		return saveFailure(path, err)
	}
	if check != nil {
		if err := check(tmp.Name()); err != nil {
			return failCheck(path, err)
		}
	}
	if err := renamePatiently(d, tmp.Name(), path); err != nil {
		return saveFailure(path, err)
	}
	if err := d.SyncDir(dir); err != nil {
		return saveFailure(path, err)
	}
	return nil
}

// The pattern of temporary names; leftovers of a killed run match it too and
// are never taken for workbooks because they have no such extension.
const tempPattern = ".xeploai-*.tmp"

// Attempts at a rename that meets a sharing violation: virus scanners and
// indexers hold a fresh file for a moment, Excel holds it for good.
const (
	renameAttempts = 5
	renamePause    = 100 * time.Millisecond
)

func renamePatiently(d disk, from, to string) error {
	err := d.Rename(from, to)
	for i := 1; i < renameAttempts && err != nil && heldElsewhere(err); i++ {
		d.Wait(renamePause)
		err = d.Rename(from, to)
	}
	return err
}

// saveFailure puts the cause of a failed write in words. An error that already
// is in words passes unchanged.
func saveFailure(path string, err error) error {
	var known *Failure
	switch {
	case errors.As(err, &known):
		return err
	case heldElsewhere(err):
		return failOpenElsewhere(path, err)
	case diskFull(err):
		return failDiskFull(path, err)
	case readOnly(err):
		return failReadOnly(path, err)
	case errors.Is(err, fs.ErrNotExist):
		return failFolderMissing(path, err)
	}
	return failWrite(path, fmt.Errorf("save %s: %w", filepath.Base(path), err))
}

type realDisk struct{}

func (realDisk) Create(dir, pattern string) (tempFile, error) { return os.CreateTemp(dir, pattern) }
func (realDisk) Rename(from, to string) error                 { return os.Rename(from, to) }
func (realDisk) Remove(name string) error                     { return os.Remove(name) }
func (realDisk) Wait(d time.Duration)                         { time.Sleep(d) }

func (realDisk) SyncDir(dir string) error { return syncDir(dir) }

// unforcedDisk leaves it to the system when bytes reach the disk.
type unforcedDisk struct{ disk }

func (d unforcedDisk) Create(dir, pattern string) (tempFile, error) {
	f, err := d.disk.Create(dir, pattern)
	return unforcedFile{f}, err
}

func (unforcedDisk) SyncDir(string) error { return nil }

type unforcedFile struct{ tempFile }

func (unforcedFile) Sync() error { return nil }
