package campaign

import (
	"io/fs"
	"os"
	"path/filepath"
)

// lock makes the folders that are missing and keeps two runs from writing one
// campaign folder at the same time.
func (f Folder) lock() (release func(), err error) {
	if err := f.Make(); err != nil {
		return nil, err
	}
	release, busy, err := lockFile(f.lockFile())
	switch {
	case busy:
		return nil, failBusy(f.Root, err)
	case err != nil:
		return nil, saveFailure(f.lockFile(), err)
	}
	f.sweep()
	return release, nil
}

// sweep removes temporary files that a killed run left behind. It is called
// under the lock, when nobody else of ours is writing. One that cannot be
// removed does no harm and is tried again by the next run.
func (f Folder) sweep() {
	remove := func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if stale, _ := filepath.Match(tempPattern, d.Name()); stale {
				_ = os.Remove(path)
			}
		}
		return nil
	}
	for _, dir := range []string{f.Templates(), f.Returned(), f.Cleaned(), f.Results(), f.kept()} {
		_ = filepath.WalkDir(dir, remove)
	}
	entries, err := os.ReadDir(f.Root)
	for _, e := range entries {
		_ = remove(filepath.Join(f.Root, e.Name()), e, err)
	}
}
