package title

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ad is a labelled advertisement, written for these tests.
type ad struct{ file, side, language, title, text string }

// ads reads the advertisements of a file: '== side | language | title', then the text.
func ads(t *testing.T, name string) []ad {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var out []ad
	for _, part := range strings.Split("\n"+string(raw), "\n== ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		f := strings.SplitN(head, " | ", 3)
		out = append(out, ad{filepath.Base(name), f[0], f[1], f[2], text})
	}
	return out
}

// backOf is how many advertisements of the second author are kept back, of each side and language.
const backOf = 4

// others are the advertisements of a second author, who had not read the signs: some to work with,
// and those that are kept back. Of each side and language, those are kept back whose file names
// have the smallest SHA-256.
func others(t *testing.T) (work, kept []ad) {
	t.Helper()
	files, err := filepath.Glob("testdata/others/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	of := func(file string) []byte { sum := sha256.Sum256([]byte(filepath.Base(file))); return sum[:] }
	slices.SortFunc(files, func(a, b string) int { return bytes.Compare(of(a), of(b)) })
	taken := map[string]int{}
	for _, file := range files {
		a := ads(t, filepath.Join("others", filepath.Base(file)))[0]
		if cell := a.side + a.language; taken[cell] < backOf {
			taken[cell]++
			kept = append(kept, a)
		} else {
			work = append(work, a)
		}
	}
	return work, kept
}
