package campaign

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// What a damaged workbook may cost import at most.
const (
	mutatedTime   = 5 * time.Second
	mutatedMemory = 512 << 20
)

// specimen is a good workbook in a campaign of its own, and its parts.
type specimen struct {
	*Campaign
	whole  []byte
	parts  []zipPart
	digest string
}

type zipPart struct {
	name string
	data []byte
}

func newSpecimen(t testing.TB) *specimen {
	t.Helper()
	c := benchCampaign(t, filepath.Join(t.TempDir(), "campaign"), 1)
	file := fillTemplates(t, c, 6)[0]
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	s := &specimen{Campaign: c, whole: whole}
	zr, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		s.parts = append(s.parts, zipPart{f.Name, b})
	}
	got := s.take(t, whole)
	if got.Outcome != Accepted || got.digest == "" {
		t.Fatalf("the specimen itself is %s: %v", got.Outcome, got.Problems)
	}
	s.digest = got.digest
	return s
}

// take imports bytes as a file of the inbox, within the bounds.
func (s *specimen) take(t testing.TB, b []byte) Imported {
	t.Helper()
	benchReset(t, s.Campaign)
	path := filepath.Join(s.Folder.Inbox(), "tep.xlsx")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	b = nil
	debug.FreeOSMemory() // what the test itself took is not import's
	memory, start := watchMemory(), time.Now()
	report, err := s.Import(ImportOptions{Paths: []string{path}, Replace: true})
	took, peak := time.Since(start), memory()
	if err != nil {
		t.Fatalf("import failed instead of judging: %v", err)
	}
	if took > mutatedTime || peak > mutatedMemory {
		t.Errorf("took %s and %.0f MiB", took, peak/(1<<20))
	}
	got := report.Files[0]
	if worst, any := evaluate.Worst(got.Problems); got.Outcome == Rejected && (!any || worst != evaluate.Error || got.Returned == "") {
		t.Errorf("refused without a word or a copy: %v", got.Problems)
	}
	return got
}

// noSilence demands that what was accepted says the same as before, or that
// something is told.
func (s *specimen) noSilence(t testing.TB, got Imported) {
	t.Helper()
	switch got.Outcome {
	case Accepted, Replaced, Known:
		if got.digest != s.digest && len(got.Problems) == 0 {
			t.Error("other contents were accepted in silence")
		}
	}
}

func (s *specimen) packed(t testing.TB, change func(i int, p zipPart) []zipPart) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for i, p := range s.parts {
		for _, q := range change(i, p) {
			w, err := zw.Create(q.name)
			if err == nil {
				_, err = w.Write(q.data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// edit changes the text of the parts whose names begin so.
func (s *specimen) edit(t testing.TB, prefix string, change func(string) string) []byte {
	t.Helper()
	changed := false
	out := s.packed(t, func(_ int, p zipPart) []zipPart {
		if strings.HasPrefix(p.name, prefix) {
			after := change(string(p.data))
			changed = changed || after != string(p.data)
			p.data = []byte(after)
		}
		return []zipPart{p}
	})
	if !changed {
		t.Fatalf("%s is unchanged", prefix)
	}
	return out
}

func swapped(old, new string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, new, 1) }
}

// A bounded walk through what mail, memory sticks and crafted files do to a
// workbook. The walk is the same every time; FuzzImport goes on at random.
func TestImportOfDamagedWorkbooks(t *testing.T) {
	s := newSpecimen(t)
	n := len(s.whole)
	cases := map[string]func() []byte{} // made one by one: some are large
	for i := range 60 {
		at := i * n / 60
		cases[fmt.Sprintf("bit flipped at %d", at)] = func() []byte {
			b := slices.Clone(s.whole)
			b[at] ^= byte(1 << (i % 8))
			return b
		}
	}
	for i := range 16 {
		at := (i*n + n/2) / 16
		cases[fmt.Sprintf("cut at %d", at)] = func() []byte { return s.whole[:at] }
		cases[fmt.Sprintf("begins at %d", at)] = func() []byte { return s.whole[at:] }
		cases[fmt.Sprintf("a hole at %d", at)] = func() []byte {
			return slices.Concat(s.whole[:at], make([]byte, 300), s.whole[min(n, at+300):])
		}
	}
	for i, p := range s.parts {
		cases["without "+p.name] = func() []byte {
			return s.packed(t, func(k int, q zipPart) []zipPart {
				if k == i {
					return nil
				}
				return []zipPart{q}
			})
		}
		cases["half of "+p.name] = func() []byte {
			return s.packed(t, func(k int, q zipPart) []zipPart {
				if k == i {
					q.data = q.data[:len(q.data)/2]
				}
				return []zipPart{q}
			})
		}
		cases["twice "+p.name] = func() []byte {
			return s.packed(t, func(k int, q zipPart) []zipPart {
				if k == i {
					return []zipPart{q, q}
				}
				return []zipPart{q}
			})
		}
		cases["contents of the next in "+p.name] = func() []byte {
			return s.packed(t, func(k int, q zipPart) []zipPart {
				if k == i {
					q.data = s.parts[(i+1)%len(s.parts)].data
				}
				return []zipPart{q}
			})
		}
	}
	const members = "xl/worksheets/sheet2.xml"
	for name, edit := range map[string]struct {
		part   string
		change func() func(string) string
	}{
		"absurd dimension": {members, func() func(string) string {
			return swapped("<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`)
		}},
		"row far down": {members, func() func(string) string {
			return swapped("</sheetData>", `<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`)
		}},
		"row beyond": {members, func() func(string) string {
			return swapped("</sheetData>", `<row r="4294967297"><c r="A4294967297"><v>1</v></c></row></sheetData>`)
		}},
		"cell far right": {members, func() func(string) string {
			return swapped("</sheetData>", `<row r="900"><c r="XFD900"><v>1</v></c></row></sheetData>`)
		}},
		"cell beyond": {members, func() func(string) string {
			return swapped("</sheetData>", `<row r="900"><c r="ZZZZZ900"><v>1</v></c></row></sheetData>`)
		}},
		"columns beyond": {members, func() func(string) string { return swapped("<cols>", `<cols><col min="1" max="99999999" width="9"/>`) }},
		"joined everywhere": {members, func() func(string) string {
			return swapped("</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)
		}},
		"a million rows": {members, func() func(string) string {
			return swapped("</sheetData>", strings.Repeat("<row/>", 1_000_000)+"</sheetData>")
		}},
		"deep nesting": {members, func() func(string) string {
			return swapped("<sheetData>", strings.Repeat("<x>", 100_000)+strings.Repeat("</x>", 100_000)+"<sheetData>")
		}},
		"entities": {members, func() func(string) string {
			return swapped("<worksheet", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet`)
		}},
		"styles beyond": {members, func() func(string) string { return swapped(`s="`, `s="99999999`) }},
		"a bomb in a sheet": {members, func() func(string) string {
			return swapped("</sheetData>", "</sheetData>"+strings.Repeat(" ", 300<<20))
		}},
		"a bomb in the texts": {"xl/styles.xml", func() func(string) string { return swapped(">", ">"+strings.Repeat(" ", 64<<20)) }},
		"a wrong name of a sheet": {"xl/workbook.xml", func() func(string) string {
			return swapped(`name="Đảng viên"`, `name="`+strings.Repeat("Đ", 5000)+`"`)
		}},
	} {
		cases[name] = func() []byte {
			return s.edit(t, edit.part, edit.change())
		}
	}
	accepted := 0
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		t.Run(name, func(t *testing.T) {
			got := s.take(t, cases[name]())
			s.noSilence(t, got)
			if got.Outcome == Accepted {
				accepted++
			}
		})
	}
	if accepted == len(cases) || accepted == 0 {
		t.Errorf("%d of %d accepted: nothing was tried", accepted, len(cases))
	}
}

// FuzzImport damages the specimen at random, as a file or inside a part:
//
//	go test ./cmd/internal/campaign -run '^$' -fuzz FuzzImport -fuzztime 1m -fuzzminimizetime 1x
func FuzzImport(f *testing.F) {
	s := newSpecimen(f)
	for i := range s.parts {
		f.Add(byte(i), uint16(30000), uint16(5), []byte("<row r=\"3\">"))
	}
	f.Add(byte(255), uint16(60000), uint16(1), []byte{0})
	f.Fuzz(func(t *testing.T, which byte, at, length uint16, with []byte) {
		damage := func(b []byte) []byte {
			i := len(b) * int(at) / (1 << 16)
			return slices.Concat(b[:i], with, b[min(len(b), i+int(length)):])
		}
		if which == 255 {
			// The container has checksums: whatever passes says the same.
			s.noSilence(t, s.take(t, damage(s.whole)))
			return
		}
		// Inside a part another value may be as good as the first.
		s.take(t, s.packed(t, func(k int, p zipPart) []zipPart {
			if k == int(which)%len(s.parts) {
				p.data = damage(p.data)
			}
			return []zipPart{p}
		}))
	})
}
