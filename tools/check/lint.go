package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// The linters are built from the module proxy into bin/, at these versions, so
// that everyone's check says the same.
const (
	lintModule  = "github.com/golangci/golangci-lint/v2/cmd/golangci-lint"
	lintVersion = "v2.15.0"
	vulnModule  = "golang.org/x/vuln/cmd/govulncheck"
	vulnVersion = "v1.9.0"
)

// vulnDatabase is what govulncheck asks.
const vulnDatabase = "https://vuln.go.dev"

func lint(ctx context.Context) (string, error) {
	program, err := installed(ctx, lintModule, lintVersion)
	if err != nil {
		return "", err
	}
	_, err = output(ctx, program, "run", "./...")
	return "", err
}

// vulnerabilities asks govulncheck, or notes that its database does not answer.
func vulnerabilities(ctx context.Context) (string, error) {
	if err := answers(ctx, vulnDatabase+"/index/db.json"); err != nil {
		return fmt.Sprintf("not looked up, %s does not answer: %v", vulnDatabase, err), nil
	}
	program, err := installed(ctx, vulnModule, vulnVersion)
	if err != nil {
		return "", err
	}
	_, err = output(ctx, program, "./...")
	return "", err
}

func answers(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errors.New(response.Status)
	}
	return nil
}

// installed gives the path of a program of a Go module, building it the first time.
func installed(ctx context.Context, module, version string) (string, error) {
	folder, err := filepath.Abs(filepath.Join("bin", "tools", version))
	if err != nil {
		return "", err
	}
	program := filepath.Join(folder, filepath.Base(module))
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	install := exec.CommandContext(ctx, "go", "install", module+"@"+version)
	install.Env = append(os.Environ(), "GOBIN="+folder)
	if out, err := install.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s %s cannot be built from the Go module proxy: %w\n%s", filepath.Base(module), version, err, out)
	}
	return program, nil
}
