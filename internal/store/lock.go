package store

import (
	"os"
	"syscall"

	"throughline/internal/problem"
)

// hold takes the folder's lock, or says that another process has it. The lock goes with
// the process, however it ends.
func hold(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, problem.Refuse("Another Throughline has this data folder open (%s). Stop it first, or name another folder.", path)
	}
	return f, nil
}
