// Command check looks at the house without running it: formatting, vet,
// golangci-lint, known vulnerabilities, and whether generated code and docs are
// what their sources give. Each step is one line; what is wrong follows it.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// step is one look. It returns what it saw that a person should know although
// it is no fault ("" for nothing), or what is wrong.
type step struct {
	name string
	look func(ctx context.Context) (note string, err error)
}

// In this order: the quick ones first, and generated files before the linters
// that read them.
var steps = []step{
	{"formatting", formatting},
	{"vet", vet},
	{"types of the islands", types},
	{"generated code and docs", generated},
	{"golangci-lint", lint},
	{"known vulnerabilities", vulnerabilities},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	wrong := 0
	for _, s := range steps {
		start := time.Now()
		note, err := s.look(ctx)
		switch took := time.Since(start).Round(100 * time.Millisecond); {
		case err != nil:
			wrong++
			fmt.Printf("WRONG  %s (%s)\n%v\n", s.name, took, err)
		case note != "":
			fmt.Printf("note   %s (%s): %s\n", s.name, took, note)
		default:
			fmt.Printf("ok     %s (%s)\n", s.name, took)
		}
		if ctx.Err() != nil {
			fmt.Println("interrupted")
			os.Exit(1)
		}
	}
	if wrong > 0 {
		fmt.Printf("%d of %d wrong\n", wrong, len(steps))
		os.Exit(1)
	}
}

// output runs a program and returns all it said; the error holds it too.
func output(ctx context.Context, program string, arguments ...string) (string, error) {
	out, err := exec.CommandContext(ctx, program, arguments...).CombinedOutput()
	said := strings.TrimSpace(string(out))
	if err != nil {
		return said, fmt.Errorf("%s %s: %w\n%s", program, strings.Join(arguments, " "), err, said)
	}
	return said, nil
}
