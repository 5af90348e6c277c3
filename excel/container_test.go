package excel

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
)

// zipped is a container of small files; streamed ones have their sizes behind
// them.
func zipped(t testing.TB, comment string, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i, name := range names {
		var err error
		if i%2 == 0 {
			f, e := w.Create(name)
			if e == nil {
				_, e = f.Write([]byte(name + name))
			}
			err = e
		} else {
			_, err = w.CreateRaw(&zip.FileHeader{Name: name})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetComment(comment); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSurplusOfContainers(t *testing.T) {
	one, two := zipped(t, "", "a", "b", "c"), zipped(t, "", "x")
	glue := func(bs ...[]byte) []byte { return bytes.Join(bs, nil) }
	for name, c := range map[string]struct {
		data []byte
		want surplus
	}{
		"one":                 {one, noSurplus},
		"one with a comment":  {zipped(t, "gói của chi bộ", "a", "b"), noSurplus},
		"empty":               {zipped(t, ""), noSurplus},
		"two":                 {glue(one, two), hiddenFiles},
		"two, the last empty": {glue(one, zipped(t, "")), hiddenFiles},
		"one in a comment":    {zipped(t, string(two), "a"), hiddenFiles},
		"bytes behind":        {glue(one, []byte("thừa")), strayBytes},
		"zeros before":        {glue(make([]byte, 512), one), strayBytes},
		"no container":        {[]byte("PK không phải gói"), noSurplus},
	} {
		if got := surplusOf(bytes.NewReader(c.data), int64(len(c.data))); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// The larger end record may claim any length, less than none included: a
// container nobody can follow is left to others to refuse, and crashes nothing.
func TestSurplusOfAbsurdSizes(t *testing.T) {
	le := binary.LittleEndian
	for _, length := range []uint64{1 << 63, 1<<64 - 1, 1<<63 - 1, 1 << 40} {
		for _, offset := range []uint64{0, 1 << 63, 1<<63 - 1} {
			record := le.AppendUint32(nil, zipEnd64)
			record = append(record, make([]byte, end64Size-len(record))...)
			le.PutUint64(record[40:], length)
			le.PutUint64(record[48:], offset)
			locator := append(le.AppendUint32(nil, zipLocator), make([]byte, locatorSize-4)...)
			end := append(le.AppendUint32(nil, zipEnd), make([]byte, endSize-4)...)
			data := slices.Concat(record, locator, end)
			if got := surplusOf(bytes.NewReader(data), int64(len(data))); got != noSurplus {
				t.Errorf("length %d, offset %d: %d", length, offset, got)
			}
		}
	}
}

// Two workbooks in one file: which is meant nobody can say. Stray bytes are told.
func TestGluedFiles(t *testing.T) {
	a, err := os.ReadFile(fillTemplate(t, BranchBook, 3))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(fillTemplate(t, BranchBook, 5))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data     []byte
		severity evaluate.Severity
	}{"two workbooks": {append(bytes.Clone(a), b...), evaluate.Error}, "bytes behind": {append(bytes.Clone(a), "thừa"...), evaluate.Warning}} {
		path := filepath.Join(t.TempDir(), "a.xlsx")
		save(t, path, c.data)
		in, ps := Read(path, readSpec(t))
		if len(ps) != 1 || ps[0].Code != codeSurplus || ps[0].Severity != c.severity || (in == nil) != (c.severity == evaluate.Error) {
			explain(t, ps)
			t.Errorf("%s: %s", name, codesOf(ps))
		}
	}
	path := filepath.Join(t.TempDir(), "a.zip")
	save(t, path, append(zipped(t, "", "một.xlsx"), zipped(t, "", "hai.xlsx")...))
	if open, _, ps := OpenArchive(path, "a.zip", DefaultArchiveLimits()); open != nil || codesOf(ps) != "X194" {
		t.Errorf("two archives: %s", codesOf(ps))
	}
	save(t, path, append(zipped(t, "", "một.xlsx"), "thừa"...))
	open, _, ps := OpenArchive(path, "a.zip", DefaultArchiveLimits())
	if open == nil || len(open.Names()) != 1 || codesOf(ps) != "X194" {
		t.Fatalf("bytes behind an archive: %s", codesOf(ps))
	}
	open.Close()
}
