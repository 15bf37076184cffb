// Command test runs the tests of the house, all of them: it sees to it that
// PostgreSQL, Chromium and axe-core are there, starts a PostgreSQL that is thrown
// away afterwards, runs `go test` and ends with the line "N passed, N failed".
// A tool that cannot be had is a failure with a sentence, never tests left out.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"throughline/internal/store/storetest"
	"throughline/internal/store/storetest/server"
)

func main() {
	run := flag.String("run", "", "run only the tests whose name fits this regular expression")
	timeout := flag.Duration("timeout", 15*time.Minute, "how long the tests of one package may take")
	flag.Parse()
	packages := flag.Args()
	if len(packages) == 0 {
		packages = []string{"./..."}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	result, err := test(ctx, packages, *run, *timeout)
	stop()
	if err != nil {
		fmt.Println("test:", err)
		result.failed++
	}
	fmt.Printf("%d passed, %d failed\n", result.passed, result.failed)
	if result.failed > 0 {
		os.Exit(1)
	}
}

// test is the whole run. The result holds what was counted until an error.
func test(ctx context.Context, packages []string, run string, timeout time.Duration) (result tally, err error) {
	if err := seeToTools(ctx); err != nil {
		return result, err
	}
	postgres, err := server.Start(ctx, server.Options{})
	if err != nil {
		return result, err
	}
	defer func() {
		if stopped := postgres.Stop(); err == nil {
			err = stopped
		}
	}()
	return goTest(ctx, append([]string{"test", "-json", "-timeout", timeout.String(), "-run", run}, packages...),
		storetest.ServerVariable+"="+postgres.URL())
}
