package blob

import (
	"os"
	"path/filepath"
)

// In is a store of its own inside this one: a workspace's files, or those of one import. name is
// of ours, never of a person's.
func (s Store) In(name string) Store {
	s.Folder = filepath.Join(s.Folder, filepath.Base(filepath.Dir("/"+name)), filepath.Base(name))
	return s
}

// Clear takes all files of the store away.
func (s Store) Clear() error { return os.RemoveAll(s.Folder) }
