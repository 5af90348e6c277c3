package campaign

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A file in an archive is watched after the closing like any other: packed anew
// it is the same, with other contents it is not, and put away it is no news.
func TestMarksOfArchivedFiles(t *testing.T) {
	s := newSpecimen(t)
	benchReset(t, s.Campaign)
	archive := filepath.Join(s.Folder.Inbox(), "goi.zip")
	pack := func(names ...string) {
		var b bytes.Buffer
		zw := zip.NewWriter(&b)
		for _, n := range names {
			w, err := zw.Create(n)
			if err == nil {
				_, err = w.Write(s.whole)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := zw.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(archive, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const label = "nhan-ve/goi.zip!thu/tep.xlsx"
	pack("thu/tep.xlsx")
	m, err := s.mark(label)
	if err != nil || m.Digest != s.digest {
		t.Fatalf("mark %+v, %v; want %s", m, err, s.digest)
	}
	for _, c := range []struct {
		name          string
		pack          []string
		differs, here bool
	}{
		{"as it was", []string{"thu/tep.xlsx"}, false, true},
		{"packed anew with more", []string{"khac.xlsx", "thu/tep.xlsx"}, false, true},
		{"gone from the archive", []string{"khac.xlsx"}, true, true},
	} {
		pack(c.pack...)
		if differs, here, err := s.differs(label, m); differs != c.differs || here != c.here || err != nil {
			t.Errorf("%s: %v %v %v", c.name, differs, here, err)
		}
	}
	if err := os.Remove(archive); err != nil {
		t.Fatal(err)
	}
	if differs, here, err := s.differs(label, m); differs || here || err != nil {
		t.Errorf("put away: %v %v %v", differs, here, err)
	}
}
