package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// generated writes all generated files again and says which were out of date.
// Compared is the working tree before and after, so it does not matter what is
// committed; what it wrote is right and only has to be committed.
func generated(ctx context.Context) (string, error) {
	before, err := prints(ctx)
	if err != nil {
		return "", err
	}
	if _, err := output(ctx, "make", "--no-print-directory", "generate"); err != nil {
		return "", err
	}
	after, err := prints(ctx)
	if err != nil {
		return "", err
	}
	changed := map[string]bool{}
	for file, print := range after {
		if before[file] != print {
			changed[file] = true
		}
	}
	for file := range before {
		if _, still := after[file]; !still {
			changed[file] = true
		}
	}
	if len(changed) == 0 {
		return "", nil
	}
	return "", fmt.Errorf("were out of date and are written again; commit them:\n%s",
		strings.Join(slices.Sorted(maps.Keys(changed)), "\n"))
}

// prints are the hashes of all source files.
func prints(ctx context.Context) (map[string][sha256.Size]byte, error) {
	files, err := sourceFiles(ctx)
	if err != nil {
		return nil, err
	}
	found := map[string][sha256.Size]byte{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		found[file] = sha256.Sum256(text)
	}
	return found, nil
}

// existing leaves out what git still lists but is deleted, folders and links.
func existing(files []string) []string {
	return slices.DeleteFunc(files, func(file string) bool {
		info, err := os.Lstat(file)
		return err != nil || !info.Mode().IsRegular()
	})
}
