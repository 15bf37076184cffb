// Storybook serves every part of the look with made-up values:
//
//	go run ./internal/web/look/storybook [-addr 127.0.0.1:8099]
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"

	"throughline/internal/web/look"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8099", "where to listen")
	flag.Parse()
	fmt.Println("http://" + *addr + "/")
	if err := http.ListenAndServe(*addr, look.StoryServer()); err != nil {
		fmt.Fprintln(os.Stderr, "storybook:", err)
		os.Exit(1)
	}
}
