package browsertest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
)

// PathVariable names the Chromium to use when it is not on PATH.
const PathVariable = "THROUGHLINE_TEST_CHROMIUM"

// Chromium finds the browser's program.
func Chromium() (string, error) {
	if path := os.Getenv(PathVariable); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("Chromium is not on this machine: install the Debian package chromium " +
		"(apt-get install chromium), or set " + PathVariable + " to its program; " +
		SkipVariable + "=1 leaves the browser tests out")
}

// Root is the repository's root: the nearest folder upwards that holds go.mod.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod in this folder or above it: run this inside the repository")
		}
		dir = parent
	}
}
