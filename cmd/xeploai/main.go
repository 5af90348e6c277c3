// Command xeploai grades Party organizations and members from Excel workbooks.
package main

import (
	"os"

	"github.com/xeploai/xeploai/cmd/internal/cli"
)

// version is the release this source becomes.
const version = "0.1.0"

func main() { os.Exit(cli.Main(os.Args[1:], cli.SystemEnv(version))) }
