//go:build !linux

package main

import (
	"fmt"
	"os"
	"os/exec"
)

// unprivileged cmd args… runs a command as the person who runs the tests, who is
// no superuser here.
func unprivileged(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: unprivileged command [args…]")
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := cmd.Run()
	if cmd.ProcessState != nil {
		os.Exit(cmd.ProcessState.ExitCode())
	}
	return err
}
