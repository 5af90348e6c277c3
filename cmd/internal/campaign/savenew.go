package campaign

import (
	"io"
	"os"
	"path/filepath"
)

// NewFile is a file to write where none may be yet.
type NewFile struct {
	Path string
	Data []byte
}

// SaveNew writes files none of which exists: all of them, or none. Folders that
// are missing are made.
func SaveNew(files []NewFile) error {
	var there []string
	for _, f := range files {
		if _, err := os.Lstat(f.Path); err == nil {
			there = append(there, f.Path)
		}
	}
	if len(there) > 0 {
		return FailFileExists(there)
	}
	for i, f := range files {
		err := makeFolder(filepath.Dir(f.Path))
		if err == nil {
			err = Save(f.Path, func(w io.Writer) error { _, err := w.Write(f.Data); return err }, nil)
		}
		if err != nil {
			for _, written := range files[:i] {
				_ = os.Remove(written.Path) // what is left over is reported by the next try
			}
			return err
		}
	}
	return nil
}

// SaveNewWorkbook writes a workbook where no file is yet.
func SaveNewWorkbook(path string, write func(io.Writer) error, check func(tmp string) error) error {
	if _, err := os.Lstat(path); err == nil {
		return FailFileExists([]string{path})
	}
	return Save(path, write, check)
}
