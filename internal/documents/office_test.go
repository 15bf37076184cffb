//go:build office

// The tests of this file want LibreOffice, which takes some 400 MB: `make office` runs them, and
// fails where it is missing. `make test` does not build them; there the same files pass our own
// check of their parts.

package documents_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"throughline/internal/account"
	"throughline/internal/clock"
	"throughline/internal/content"
	"throughline/internal/documents"
	"throughline/internal/sample"
	"throughline/internal/wiring"
)

// TestLibreOfficeReadsEveryWordFileAsItIsMeant converts each document of each sample deal and
// compares all its words, paragraph by paragraph and cell by cell, and how many pages it has.
func TestLibreOfficeReadsEveryWordFileAsItIsMeant(t *testing.T) {
	for _, program := range []string{"soffice", "pdfinfo"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is missing: install the Debian packages libreoffice-writer and poppler-utils", program)
		}
	}
	dir := t.TempDir()
	all := map[string]content.Document{}
	for prefix, docs := range sampleDocuments(t) {
		for _, d := range docs {
			name := prefix + "-" + d.Name
			all[name] = d
			for _, form := range documents.Forms {
				file, err := form.Draw(d)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, name+"."+form.Ending), file, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for _, to := range []string{"pdf", "txt:Text (encoded):UTF8"} {
		files, _ := filepath.Glob(filepath.Join(dir, "*.docx"))
		convert := exec.CommandContext(t.Context(), "soffice", append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", to, "--outdir", filepath.Join(dir, "read")}, files...)...)
		if out, err := convert.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	for name, d := range all {
		t.Run(name, func(t *testing.T) {
			got, err := os.ReadFile(filepath.Join(dir, "read", name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			is, want := lines(string(got)), documents.Lines(d)
			for i := range max(len(is), len(want)) {
				if i >= len(is) || i >= len(want) || is[i] != want[i] {
					t.Fatalf("line %d of %d and %d: LibreOffice has %q, we mean %q", i+1, len(is), len(want), at(is, i), at(want, i))
				}
			}
			ours, theirs := pages(t, filepath.Join(dir, name+".pdf")), pages(t, filepath.Join(dir, "read", name+".pdf"))
			if ours != theirs {
				t.Errorf("LibreOffice makes %s pages of it, we say %s", theirs, ours)
			}
		})
	}
}

func at(all []string, i int) string {
	if i < len(all) {
		return all[i]
	}
	return "nothing"
}

// lines are all that hold something, without the marks of lists.
func lines(s string) (out []string) {
	for _, l := range strings.Split(strings.TrimPrefix(s, "\uFEFF"), "\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func pages(t *testing.T, file string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "pdfinfo", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range bytes.Split(out, []byte("\n")) {
		if n, is := bytes.CutPrefix(l, []byte("Pages:")); is {
			return string(bytes.TrimSpace(n))
		}
	}
	t.Fatalf("%s says no number of pages", file)
	return ""
}

// sampleDocuments are those of all deals of the sample, by the deal's prefix.
func sampleDocuments(t *testing.T) map[string][]content.Document {
	t.Helper()
	ctx := context.Background()
	h, err := wiring.Open(ctx, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Journal.DB.Close() })
	workspace, err := sample.Make(ctx, h)
	if err != nil {
		t.Fatal(err)
	}
	r := h.Journal.Reader(workspace)
	out := map[string][]content.Document{}
	for _, prefix := range []string{"CHS", "LFS", "LUM", "MDG", "NWF", "ORC", "TPD"} {
		d, err := account.Find(ctx, r, prefix)
		if err != nil {
			t.Fatal(err)
		}
		th, err := h.Thread(ctx, r, d.ID, clock.Now(ctx).In(time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		if out[d.Prefix], err = documents.Of(ctx, h, r, &th); err != nil {
			t.Fatal(err)
		}
	}
	return out
}
