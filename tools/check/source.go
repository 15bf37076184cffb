package main

import (
	"context"
	"fmt"
	"strings"
)

// formatting asks gofmt about every Go file that git knows or would take.
func formatting(ctx context.Context) (string, error) {
	files, err := sourceFiles(ctx)
	if err != nil {
		return "", err
	}
	var golang []string
	for _, file := range files {
		if strings.HasSuffix(file, ".go") {
			golang = append(golang, file)
		}
	}
	said, err := output(ctx, "gofmt", append([]string{"-l"}, golang...)...)
	if err == nil && said != "" {
		err = fmt.Errorf("not formatted; run gofmt -w on:\n%s", said)
	}
	return "", err
}

func vet(ctx context.Context) (string, error) {
	_, err := output(ctx, "go", "vet", "./...")
	return "", err
}

// types asks the TypeScript compiler about the islands; the bundler drops types unread.
func types(ctx context.Context) (string, error) {
	if _, err := output(ctx, "make", "--no-print-directory", "modules"); err != nil {
		return "", err
	}
	_, err := output(ctx, "node_modules/.bin/tsc", "--project", "internal/web/assets")
	return "", err
}

// sourceFiles are the files git holds or would take, that exist.
func sourceFiles(ctx context.Context) ([]string, error) {
	said, err := output(ctx, "git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate")
	if err != nil {
		return nil, err
	}
	return existing(strings.Split(said, "\n")), nil
}
