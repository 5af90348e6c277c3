package campaign

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Names inside a campaign folder. Those people handle are Vietnamese.
const (
	SettingsName = "xeploai.yaml"
	OrgListName  = "to-chuc.xlsx"
	templatesDir = "mau"
	inboxDir     = "nhan-ve"
	returnedDir  = "tra-lai"
	cleanedDir   = "da-nhan"
	resultsDir   = "ket-qua"
	keptDir      = ".xeploai"
)

// Rights of what we make: a campaign holds personal data (design §9).
const (
	folderMode fs.FileMode = 0o700
	fileMode   fs.FileMode = 0o600
)

// Folder is a campaign folder.
type Folder struct{ Root string }

// Settings is the settings file.
func (f Folder) Settings() string { return filepath.Join(f.Root, SettingsName) }

// OrgList is the workbook listing the organizations of the office.
func (f Folder) OrgList() string { return filepath.Join(f.Root, OrgListName) }

// Templates is where template workbooks are written.
func (f Folder) Templates() string { return filepath.Join(f.Root, templatesDir) }

// Inbox is where the files sent back are laid for `run`.
func (f Folder) Inbox() string { return filepath.Join(f.Root, inboxDir) }

// Returned is where marked copies and reports of refused files are written.
func (f Folder) Returned() string { return filepath.Join(f.Root, returnedDir) }

// Cleaned is where accepted workbooks that still bore our marks are written
// without them.
func (f Folder) Cleaned() string { return filepath.Join(f.Root, cleanedDir) }

// Results is where result and summary workbooks are written.
func (f Folder) Results() string { return filepath.Join(f.Root, resultsDir) }

func (f Folder) kept(parts ...string) string {
	return filepath.Join(append([]string{f.Root, keptDir}, parts...)...)
}

func (f Folder) facts() string    { return f.kept("facts") }
func (f Folder) versions() string { return f.kept("versions") }
func (f Folder) refused() string  { return f.kept("refused") }
func (f Folder) journal() string  { return f.kept("journal.jsonl") }
func (f Folder) keyFile() string  { return f.kept("office.key") }
func (f Folder) lockFile() string { return f.kept("lock") }
func (f Folder) graded() string   { return f.kept("graded.json") }
func (f Folder) matters() string  { return f.kept("matters.json") }
func (f Folder) closing() string  { return f.kept("closed.json") }
func (f Folder) regraded() string { return f.kept("regraded") }

// Make creates the folders that are missing.
func (f Folder) Make() error {
	for _, dir := range []string{f.Root, f.Templates(), f.Inbox(), f.Returned(), f.Results(),
		f.kept(), f.facts(), f.refused(), f.prefilled()} {
		if err := makeFolder(dir); err != nil {
			return err
		}
	}
	return nil
}

func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return saveFailure(dir, err)
	}
	return nil
}

// Label is the name of a path in problems, receipts and JSON: relative to the
// campaign, with forward slashes, so that it does not depend on where the
// command was given.
func (f Folder) Label(path string) string {
	root, err1 := filepath.Abs(f.Root)
	abs, err2 := filepath.Abs(path)
	if err1 != nil || err2 != nil {
		return filepath.ToSlash(path)
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

// Find returns the campaign folder that dir belongs to: dir itself or the
// nearest folder above it with a settings file.
func Find(dir string) (Folder, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return Folder{}, err
	}
	if _, err := os.Stat(abs); errors.Is(err, fs.ErrNotExist) {
		return Folder{}, failPathMissing(dir, err)
	}
	for at := abs; ; at = filepath.Dir(at) {
		if info, err := os.Stat(filepath.Join(at, SettingsName)); err == nil && !info.IsDir() {
			return Folder{Root: at}, nil
		}
		if at == filepath.Dir(at) {
			return Folder{}, failNoCampaign(dir)
		}
	}
}
