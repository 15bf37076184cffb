package server

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// Missing reports that PostgreSQL is not on this machine.
type Missing struct{ Program string }

func (m *Missing) Error() string {
	return fmt.Sprintf("PostgreSQL's %q is not on this machine: install the Debian package postgresql (apt-get install postgresql), "+
		"or put the folder of its programs on PATH", m.Program)
}

// Installed says whether the server's programs are on this machine.
func Installed() error {
	for _, name := range []string{"initdb", "postgres"} {
		if _, err := binary(name); err != nil {
			return err
		}
	}
	return nil
}

// binary finds a program of the server: on PATH, else where Debian keeps them,
// the newest version first.
func binary(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, _ := filepath.Glob(filepath.Join("/usr/lib/postgresql", "*", "bin", name))
	if len(found) == 0 {
		return "", &Missing{Program: name}
	}
	slices.SortFunc(found, func(a, b string) int { return version(b) - version(a) })
	return found[0], nil
}

// version is the major version in …/postgresql/15/bin/initdb; 0 when it has none.
func version(path string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path))))
	return n
}
