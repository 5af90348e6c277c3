package excel

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// mutate changes the bytes from a place on: the place and length are taken as
// shares of what there is, so that small inputs reach everything.
func mutate(b []byte, how byte, at, length uint16, with []byte) []byte {
	i := len(b) * int(at) / (1 << 16)
	j := min(len(b), i+int(length))
	out := append([]byte(nil), b[:i]...)
	switch how % 5 {
	case 0: // cut short
	case 1: // take out
		out = append(out, b[j:]...)
	case 2: // put in
		out = append(append(out, with...), b[i:]...)
	case 3: // write over
		out = append(append(out, with...), b[min(len(b), i+len(with)):]...)
	default: // repeat
		out = append(append(append(out, b[i:j]...), b[i:j]...), b[j:]...)
	}
	return out
}

// FuzzOpen damages a small real workbook, as a file or inside one of its parts:
// there is an answer in bounded time, no panic, and what is accepted is complete
// by the count of the scan.
func FuzzOpen(f *testing.F) {
	small := edited(f, fillTemplate(f, BranchBook, 2), func(e *editor) { e.set("remark", 1, "có chữ chung") })
	whole, err := os.ReadFile(small)
	if err != nil {
		f.Fatal(err)
	}
	base := parts(f, small)
	spec := readSpec(f)
	for i := range base {
		f.Add(byte(i), byte(0), uint16(40000), uint16(0), []byte(nil))
		f.Add(byte(i), byte(3), uint16(50000), uint16(9), []byte("<row r=\"3\">"))
	}
	f.Add(byte(255), byte(1), uint16(30000), uint16(7), []byte("x"))
	f.Add(byte(255), byte(3), uint16(65000), uint16(7), []byte{0})
	f.Fuzz(func(t *testing.T, which, how byte, at, length uint16, with []byte) {
		b := whole
		if which == 255 {
			b = mutate(whole, how, at, length, with)
		} else {
			ps := append([]part(nil), base...)
			i := int(which) % len(ps)
			ps[i].data = mutate(ps[i].data, how, at, length, with)
			b = pack(t, ps)
		}
		path := filepath.Join(t.TempDir(), "mau.xlsx")
		save(t, path, b)
		start := time.Now()
		in, ps := Read(path, spec)
		if d := time.Since(start); d > 20*time.Second {
			t.Fatalf("took %s", d)
		}
		if worst, any := evaluate.Worst(ps); in == nil || any && worst == evaluate.Error {
			if in == nil && !any {
				t.Fatal("refused without a word")
			}
			return
		}
		book, _ := Open(path, DefaultLimits())
		if book == nil {
			t.Fatal("read, but does not open")
		}
		defer book.Close()
		for _, s := range book.sheets {
			if s.scan.fault != noFault {
				t.Errorf("accepted with a broken sheet %s", s.name)
			}
			if isOwnSheet(s.name) {
				continue // nothing is read from it
			}
			rows, err := book.rows(s)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, _, ok := rows.Next(); ok; _, _, ok = rows.Next() {
				n++
			}
			if rows.Err() != nil || n != s.scan.filled {
				t.Errorf("sheet %s: %d rows of %d: %v", s.name, n, s.scan.filled, rows.Err())
			}
			rows.Close()
		}
	})
}
