// Command xeploai grades Party organizations and members from Excel workbooks.
package main

import (
	"os"
	"runtime/debug"

	"github.com/xeploai/xeploai/cmd/internal/cli"
)

// version is the release this source becomes.
const version = "0.1.0"

// memory is the soft limit that keeps the tool usable on an old office PC: above
// it the garbage collector works harder instead of asking for more. GOMEMLIMIT
// in the environment stands above it.
const memory = 540 << 20

// garbage lets the heap grow to five times what is in use before it is swept,
// always below memory: a command lives for a second, and half of what reading
// the rules cost was sweeping. GOGC in the environment stands above it.
const garbage = 400

func main() {
	bound()
	os.Exit(cli.Main(os.Args[1:], cli.SystemEnv(version)))
}

// bound sets the process's limits of memory.
func bound() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}
