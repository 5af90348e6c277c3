package campaign

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/xeploai/xeploai/evaluate"
)

// faulty fails one step of a save, as a broken machine would.
type faulty struct {
	realDisk
	step    string
	err     error
	renames int
}

type faultyFile struct {
	tempFile
	disk *faulty
}

func (f *faulty) fail(step string) error {
	if f.step == step {
		return f.err
	}
	return nil
}

func (f *faulty) Create(dir, pattern string) (tempFile, error) {
	if err := f.fail("create"); err != nil {
		return nil, err
	}
	t, err := f.realDisk.Create(dir, pattern)
	return faultyFile{t, f}, err
}

func (f *faulty) Rename(from, to string) error {
	f.renames++
	if err := f.fail("rename"); err != nil {
		return err
	}
	return f.realDisk.Rename(from, to)
}

func (f *faulty) Wait(time.Duration) {}

func (f faultyFile) Write(p []byte) (int, error) {
	if err := f.disk.fail("write"); err != nil {
		n, _ := f.tempFile.Write(p[:len(p)/2])
		return n, err
	}
	return f.tempFile.Write(p)
}

func (f faultyFile) Sync() error {
	return errors.Join(f.disk.fail("sync"), f.tempFile.Sync())
}

func (f faultyFile) Close() error {
	return errors.Join(f.tempFile.Close(), f.disk.fail("close"))
}

func writing(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func TestSave_faultsLeaveOldState(t *testing.T) {
	rot := errors.New("bit rot")
	cases := []struct {
		step string
		err  error
		code evaluate.Code
	}{
		{"create", &os.PathError{Op: "open", Err: syscall.EACCES}, "C911"},
		{"create", &os.PathError{Op: "open", Err: syscall.EROFS}, "C911"},
		{"create", &os.PathError{Op: "open", Err: syscall.ENOENT}, "C915"},
		{"write", syscall.ENOSPC, "C912"},
		{"write", syscall.EIO, "C919"},
		{"sync", syscall.EDQUOT, "C912"},
		{"close", syscall.ENOSPC, "C912"},
		{"check", rot, "C914"},
		{"rename", &os.LinkError{Op: "rename", Err: syscall.ETXTBSY}, "C910"},
		{"rename", &os.LinkError{Op: "rename", Err: syscall.EACCES}, "C911"},
	}
	for _, c := range cases {
		t.Run(c.step+" "+string(c.code), func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "ket-qua.xlsx")
			if err := Save(path, writing("old"), nil); err != nil {
				t.Fatal(err)
			}
			d := &faulty{step: c.step, err: c.err}
			err := saveOn(d, path, writing("new content"), func(string) error { return d.fail("check") })
			var f *Failure
			if !errors.As(err, &f) || f.Problem.Code != c.code {
				t.Fatalf("err = %v, want code %s", err, c.code)
			}
			if !errors.Is(err, c.err) {
				t.Errorf("the cause %v is lost in %v", c.err, err)
			}
			if f.Problem.Hint == "" || f.Problem.At.File == "" {
				t.Errorf("problem without file or hint: %+v", f.Problem)
			}
			if got, _ := os.ReadFile(path); string(got) != "old" {
				t.Errorf("file = %q, want the old content", got)
			}
			if left, _ := os.ReadDir(dir); len(left) != 1 {
				t.Errorf("temporary file left behind: %v", left)
			}
		})
	}
}

func TestSaveUnforced_waitsForNoDiskAndStillLeavesOldOrNew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.kept")
	if err := saveOn(unforcedDisk{&faulty{step: "sync", err: syscall.EIO}}, path, writing("old"), nil); err != nil {
		t.Fatalf("forced to disk: %v", err)
	}
	for _, step := range []string{"create", "write", "close", "rename"} {
		if err := saveOn(unforcedDisk{&faulty{step: step, err: syscall.ENOSPC}}, path, writing("new"), nil); err == nil {
			t.Errorf("%s: no error", step)
		}
		if got, _ := os.ReadFile(path); string(got) != "old" {
			t.Errorf("%s: file = %q, want the old content", step, got)
		}
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("temporary file left behind: %v", left)
	}
}

func TestSave_waitsForASharingViolation(t *testing.T) {
	d := &faulty{step: "rename", err: syscall.ETXTBSY}
	if err := saveOn(d, filepath.Join(t.TempDir(), "a"), writing("x"), nil); err == nil {
		t.Fatal("no error")
	}
	if d.renames != renameAttempts {
		t.Errorf("renamed %d times, want %d", d.renames, renameAttempts)
	}
}

func TestSave_ownerOnlyAndChecked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	seen := ""
	err := Save(path, writing("nội dung"), func(tmp string) error {
		b, err := os.ReadFile(tmp)
		seen = string(b)
		return err
	})
	if err != nil || seen != "nội dung" {
		t.Fatalf("err = %v, the check saw %q", err, seen)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode = %v, %v", info.Mode(), err)
	}
}

func TestSave_directoryInTheWay(t *testing.T) {
	dir := t.TempDir()
	var f *Failure
	if err := Save(dir, writing("x"), nil); !errors.As(err, &f) || f.Problem.Code != "C913" {
		t.Errorf("err = %v, want C913", err)
	}
}

// The content of the killed writer: one byte repeated, so that a mixture shows.
const killedSize = 1 << 20

func TestMain(m *testing.M) {
	if path := os.Getenv("XEPLOAI_TEST_SAVE_FOREVER"); path != "" {
		saveForever(path)
	}
	os.Exit(m.Run())
}

func saveForever(path string) {
	for i := 0; ; i++ {
		content := bytes.Repeat([]byte{byte('a' + i%26)}, killedSize)
		if err := Save(path, func(w io.Writer) error { _, err := w.Write(content); return err }, nil); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func TestSave_killLeavesOldOrNew(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ket-qua.xlsx")
	if err := Save(path, writing("old"), nil); err != nil {
		t.Fatal(err)
	}
	for round := range 12 {
		cmd := exec.Command(os.Args[0], "-test.run=^$")
		cmd.Env = append(os.Environ(), "XEPLOAI_TEST_SAVE_FOREVER="+path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(15+7*round) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) == "old" {
			continue
		}
		if len(got) != killedSize || bytes.Count(got, got[:1]) != killedSize {
			t.Fatalf("round %d: half a file: %d bytes, %d equal the first", round, len(got), bytes.Count(got, got[:1]))
		}
	}
}
