// Package stories holds what the product does as a person would type it: each file is one
// story, with the commands and what they must say.
package stories

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// programs is the folder with the program that the stories run.
var programs string

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run builds the program once, as it is shipped, and runs the stories on it.
func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "stories-*")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "throughline"), "throughline/cmd/throughline")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "the program does not build: %v\n%s", err, out)
		return 1
	}
	programs = dir
	return m.Run()
}

func TestStories(t *testing.T) {
	inputs, err := filepath.Abs(filepath.Join("..", "testdata", "tour"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 ".",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", programs+string(os.PathListSeparator)+e.Getenv("PATH"))
			e.Setenv("TOUR", inputs)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exit": exit, "bounded": bounded, "large": large},
	})
}

// exit CODE COMMAND… runs a command that must end with just this code.
func exit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE COMMAND…")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if err != nil {
		var ended *exec.ExitError
		if !errors.As(err, &ended) {
			ts.Fatalf("%v", err)
		}
		code = ended.ExitCode()
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("ended with %d, want %s", code, args[0])
	}
}
