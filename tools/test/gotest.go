package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// event is one line of `go test -json`, as `go doc test2json` and
// `go help buildjson` describe it.
type event struct {
	Action  string  `json:"Action"`
	Package string  `json:"Package"` // none with build-output
	Test    string  `json:"Test"`
	Output  string  `json:"Output"`
	Elapsed float64 `json:"Elapsed"` // seconds
}

// goTest runs the go command, shows what failed while it runs, and counts.
// Failing tests are in the tally; the error is for a run that could not be had.
func goTest(ctx context.Context, arguments []string, environment ...string) (tally, error) {
	command := exec.CommandContext(ctx, "go", arguments...)
	command.Env = append(os.Environ(), environment...)
	command.Stderr = os.Stderr
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGINT) }
	command.WaitDelay = 20 * time.Second
	out, err := command.StdoutPipe()
	if err != nil {
		return tally{}, err
	}
	if err := command.Start(); err != nil {
		return tally{}, fmt.Errorf("start go: %w", err)
	}
	counted := newReport(os.Stdout)
	lines := bufio.NewReader(out)
	for {
		line, readErr := lines.ReadBytes('\n')
		var e event
		if json.Unmarshal(line, &e) == nil {
			counted.add(e)
		} else if len(line) > 0 {
			fmt.Print(string(line)) // go says some things in plain text
		}
		if readErr != nil {
			break
		}
	}
	err = command.Wait()
	result := counted.end()
	var failed *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return result, errors.New("interrupted before the end")
	case errors.As(err, &failed) && result.failed > 0:
		return result, nil // already counted
	case err != nil:
		return result, fmt.Errorf("go %s: %w", arguments[0], err)
	}
	return result, nil
}
