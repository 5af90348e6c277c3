package campaign

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Windows error numbers the standard library does not name.
const (
	errSharingViolation syscall.Errno = 32
	errLockViolation    syscall.Errno = 33
	errHandleDiskFull   syscall.Errno = 39
	errDiskFull         syscall.Errno = 112
	errWriteProtect     syscall.Errno = 19
)

// heldElsewhere tells that another program, as a rule Excel, has the file open.
// A rename over a file opened without delete sharing is refused as "access
// denied", which is why that number is tried again before it counts as
// read-only.
func heldElsewhere(err error) bool {
	return errors.Is(err, errSharingViolation) || errors.Is(err, errLockViolation) || isRenameDenied(err)
}

func isRenameDenied(err error) bool {
	var link *os.LinkError
	return errors.As(err, &link) && errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}

func diskFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull)
}

func readOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, errWriteProtect)
}

// syncDir does nothing: Windows has no such call, and renames are journalled.
func syncDir(string) error { return nil }

// lockFile takes the lock of a campaign folder by opening a file that shares
// nothing; the system releases it when the process ends, however it ends.
func lockFile(path string) (release func(), busy bool, err error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, false, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, errors.Is(err, errSharingViolation), err
	}
	return func() { _ = syscall.CloseHandle(h) }, false, nil
}
