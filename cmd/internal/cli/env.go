package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
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
	// Interrupt gives a context that ends when the user wants long work to end;
	// stop gives the interrupt back to the system. nil never interrupts.
	Interrupt func() (ctx context.Context, stop func())
	// Pause waits, and tells whether to go on; nil waits by the real clock.
	Pause func(ctx context.Context, d time.Duration) bool
}

// SystemEnv is the real outside.
func SystemEnv(version string) Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now, Getenv: os.Getenv,
		Version: version, Terminal: isTerminal(os.Stderr), Dir: dir, Interrupt: interrupt, Pause: pause}
}

// interrupt listens for Ctrl+C and for the system's wish that we end. A second
// one ends us at once.
func interrupt() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// pause waits by the real clock unless the context ends first.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return ctx.Err() == nil
	}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
