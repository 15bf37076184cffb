//go:build unix && !linux

package server

import "syscall"

// endWithParent starts a process in a group of its own, as the given user.
// Only Linux can tie its life to the program that started it.
func endWithParent(owner *syscall.Credential) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: owner, Setpgid: true}
}
