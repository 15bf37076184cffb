package server

import "syscall"

// endWithParent starts a process in a group of its own, as the given user, and
// has the kernel end it when the program that started it dies, however it dies.
func endWithParent(owner *syscall.Credential) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: owner, Setpgid: true, Pdeathsig: syscall.SIGQUIT}
}
