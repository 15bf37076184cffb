package house

import (
	"encoding/json"
	"os/exec"
	"testing"
)

// modernc.org/libc promises no compatibility between versions: SQLite is sure to
// work only with the one it was generated for.
func TestLibcIsTheOneSQLiteWasBuiltFor(t *testing.T) {
	var sqlite, libc struct{ Version, GoMod string }
	goJSON(t, &sqlite, "list", "-m", "-json", "modernc.org/sqlite")
	goJSON(t, &libc, "list", "-m", "-json", "modernc.org/libc")
	var asks struct {
		Require []struct{ Path, Version string }
	}
	goJSON(t, &asks, "mod", "edit", "-json", sqlite.GoMod)
	for _, r := range asks.Require {
		if r.Path == "modernc.org/libc" {
			if r.Version != libc.Version {
				t.Errorf("modernc.org/sqlite %s asks for modernc.org/libc %s and gets %s: go get modernc.org/libc@%[2]s",
					sqlite.Version, r.Version, libc.Version)
			}
			return
		}
	}
	t.Error("modernc.org/sqlite no longer asks for modernc.org/libc: this test has nothing to hold")
}

func goJSON(t *testing.T, into any, arguments ...string) {
	t.Helper()
	command := exec.Command("go", arguments...)
	command.Dir = root
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go %v: %v", arguments, err)
	}
	if err := json.Unmarshal(out, into); err != nil {
		t.Fatalf("go %v: %v", arguments, err)
	}
}
