package cli

import (
	"io"
	"os"
	"time"
)

// Env is everything from outside, handed in so that tests can hand in others.
type Env struct {
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Now     func() time.Time
	Getenv  func(string) string
	Version string
	// Terminal tells whether talk (standard error) is read by a person.
	Terminal bool
	// Dir is where the user stands.
	Dir string
}

// SystemEnv is the real outside.
func SystemEnv(version string) Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now, Getenv: os.Getenv,
		Version: version, Terminal: isTerminal(os.Stderr), Dir: dir}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
