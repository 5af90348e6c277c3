package campaign

import (
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

const keySize = 32

// Init makes a campaign folder: settings with comments, the organization list
// to fill in (with the given organizations, units and collectives already in
// it), an office key. A folder that already holds a campaign is left alone.
func Init(dir string, c Config, orgs []evaluate.Org, bodies []evaluate.Body, now time.Time) (Folder, error) {
	f := Folder{Root: dir}
	if _, err := os.Stat(f.Settings()); err == nil {
		return f, failExists(f.Settings())
	}
	if _, err := c.terms(f.Settings()); err != nil {
		return f, err
	}
	if err := f.Make(); err != nil {
		return f, err
	}
	if err := f.makeKey(); err != nil {
		return f, err
	}
	if _, err := os.Stat(f.OrgList()); errors.Is(err, fs.ErrNotExist) {
		if err := f.writeOrgList(c, orgs, bodies); err != nil {
			return f, err
		}
	}
	// The settings come last: they make the folder a campaign.
	err := Save(f.Settings(), func(w io.Writer) error {
		_, err := io.WriteString(w, SettingsText(c))
		return err
	}, nil)
	if err != nil {
		return f, err
	}
	return f, f.record(Entry{At: now, Did: "init"})
}

func (f Folder) writeOrgList(c Config, orgs []evaluate.Org, bodies []evaluate.Body) error {
	if len(orgs) == 0 {
		orgs = []evaluate.Org{{Code: c.Office.Code, Name: c.Office.Name, Level: evaluate.CommitteeLevel}}
	}
	stamp := excel.Stamp{Version: excel.TemplateVersion, Kind: excel.OrgListBook,
		Office: c.Office.Code, Period: c.Period, Org: c.Office.Code}
	return Save(f.OrgList(), func(w io.Writer) error {
		return excel.WriteOrgList(w, stamp, c.Office, orgs, bodies, excel.OrgTypes())
	}, func(tmp string) error { return excel.Verify(tmp, nil) })
}

// untouched tells whether nothing was ever done in the folder: no journal, nothing
// taken in, nothing graded.
func (f Folder) untouched() bool {
	for _, path := range []string{f.journal(), f.graded()} {
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			return false
		}
	}
	files, err := f.keptFiles()
	return err == nil && len(files) == 0
}

// makeKey makes the office's own key, with which people are named by short
// hashes. It is made once: another key would rename everybody.
func (f Folder) makeKey() error {
	if _, err := os.Stat(f.keyFile()); err == nil {
		return nil
	}
	var key [keySize]byte
	if _, err := rand.Read(key[:]); err != nil {
		return err
	}
	return f.saveKey(key)
}

// SeedKey makes the key of a sample office from a seed, so that equal seeds
// name the invented people alike. It protects nobody: real offices get a random
// key from Init. An existing key stays.
func (f Folder) SeedKey(seed uint64) error {
	if err := makeFolder(f.kept()); err != nil {
		return err
	}
	if _, err := os.Stat(f.keyFile()); err == nil {
		return nil
	}
	return f.saveKey(sha256.Sum256(strconv.AppendUint(nil, seed, 10)))
}

func (f Folder) saveKey(key [keySize]byte) error {
	return Save(f.keyFile(), func(w io.Writer) error { _, err := w.Write(key[:]); return err }, nil)
}

// key reads the office's key. A folder that somebody put together by hand from
// settings and list has none, and makes it before anything was done there; once
// something was, a lost key is never made anew.
func (f Folder) key() ([]byte, error) {
	key, err := os.ReadFile(f.keyFile())
	if errors.Is(err, fs.ErrNotExist) && f.untouched() {
		if err := makeFolder(f.kept()); err != nil {
			return nil, err
		}
		if err := f.makeKey(); err != nil {
			return nil, err
		}
		key, err = os.ReadFile(f.keyFile())
	}
	if err == nil && len(key) != keySize {
		err = errors.New("wrong length")
	}
	if err != nil {
		return nil, failKey(f.keyFile(), err)
	}
	return key, nil
}
