package assets

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tsc runs the TypeScript compiler, which only looks: esbuild drops types unread.
func tsc(t *testing.T, arguments ...string) (said string, err error) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Fatal("Node.js is not on this machine: install the Debian package nodejs (apt-get install nodejs npm)")
	}
	program, err := filepath.Abs("../../../node_modules/.bin/tsc")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		t.Fatalf("the TypeScript compiler is not here: run `make modules` (`make test` does): %v", err)
	}
	out, err := exec.CommandContext(t.Context(), program, arguments...).CombinedOutput()
	return string(out), err
}

func TestTheIslandsKeepTheirTypes(t *testing.T) {
	if said, err := tsc(t, "--project", "."); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
	wrong := filepath.Join(t.TempDir(), "wrong.ts")
	if err := os.WriteFile(wrong, []byte("document.querySelector(\"main\").remove();\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := tsc(t, "--noEmit", "--strict", "--ignoreConfig", wrong); err == nil || !strings.Contains(said, "possibly 'null'") {
		t.Errorf("a wrong type is taken: %v %s", err, said)
	}
}
