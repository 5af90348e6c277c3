package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"unsafe"
)

// unprivileged cmd args… runs a command that must respect file rights even when
// the tests run as root, as they do in containers: all capabilities are given
// up for good before the command replaces this process.
func unprivileged(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: unprivileged command [args…]")
	}
	path, err := exec.LookPath(args[0])
	if err != nil {
		return err
	}
	runtime.LockOSThread()
	const noNewPrivs = 38 // PR_SET_NO_NEW_PRIVS: what is given up does not come back with exec
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, noNewPrivs, 1, 0, 0, 0, 0); errno != 0 {
		return errno
	}
	header := struct{ version, pid uint32 }{version: 0x20080522}
	var none [2]struct{ effective, permitted, inheritable uint32 }
	if _, _, errno := syscall.RawSyscall(syscall.SYS_CAPSET, uintptr(unsafe.Pointer(&header)), uintptr(unsafe.Pointer(&none)), 0); errno != 0 {
		return errno
	}
	return syscall.Exec(path, args, os.Environ())
}
