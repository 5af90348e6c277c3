package campaign

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/xeploai/xeploai/evaluate"
	"github.com/xeploai/xeploai/excel"
)

// What a power cut can make of a kept file that was not forced to disk. Every
// such file is noticed, whoever reads it, and the answer is to import again.
func TestKept_damageAsksForReimport(t *testing.T) {
	f := Folder{Root: t.TempDir()}
	if err := f.Make(); err != nil {
		t.Fatal(err)
	}
	k := book(t, library(t), excel.BranchBook, "A", evaluate.Member, row{"full_name": "Người Mẫu An", "score_i1": "5"})
	if err := f.keep(k); err != nil {
		t.Fatal(err)
	}
	files, err := f.keptFiles()
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	flip := func(at int) []byte {
		b := bytes.Clone(whole)
		b[at] ^= 0x10
		return b
	}
	damaged := map[string][]byte{"empty": nil, "zeros": make([]byte, len(whole)), "torn": whole[:len(whole)/2],
		"last byte lost": whole[:len(whole)-1], "byte too many": append(bytes.Clone(whole), 0)}
	for name, at := range map[string]int{"receipt": 20, "tables": bytes.IndexByte(whole, '\n') + 40, "checksum": len(whole) - 1} {
		damaged[name] = flip(at)
	}
	for name, content := range damaged {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(files[0], content, 0o600); err != nil {
				t.Fatal(err)
			}
			_, receiptErr := f.receipts()
			_, tablesErr := readKept(files[0])
			for _, err := range []error{receiptErr, tablesErr} {
				var failed *Failure
				if !errors.As(err, &failed) || failed.Problem.Code != "C908" || !strings.Contains(failed.Problem.Hint, "nhập lại") {
					t.Errorf("err = %v, want C908 that asks to import again", err)
				}
			}
		})
	}
}
