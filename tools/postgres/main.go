// Command postgres starts a throw-away PostgreSQL for development and prints
// the variable that lets `go test` find it. It runs until interrupted.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"throughline/internal/store/storetest"
	"throughline/internal/store/storetest/server"
)

func main() {
	port := flag.Int("port", 0, "port on loopback; 0 takes a free one")
	flag.Parse()
	if err := run(*port); err != nil {
		fmt.Fprintln(os.Stderr, "postgres:", err)
		os.Exit(1)
	}
}

func run(port int) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	postgres, err := server.Start(ctx, server.Options{Port: port})
	if err != nil {
		return err
	}
	fmt.Printf("export %s='%s'\n", storetest.ServerVariable, postgres.URL())
	fmt.Fprintln(os.Stderr, "PostgreSQL runs until Ctrl-C; its data is thrown away then.")
	<-ctx.Done()
	return postgres.Stop()
}
