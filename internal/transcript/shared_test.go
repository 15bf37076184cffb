package transcript

import (
	"os"
	"path/filepath"
	"testing"
)

// shared opens the collected data that is not part of the repository.
func shared(t *testing.T) string {
	dir := os.Getenv("THROUGHLINE_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	if _, err := os.Stat(filepath.Join(dir, "calls")); err != nil {
		t.Skipf("data is absent: %s", filepath.Join(dir, "calls"))
	}
	return filepath.Join(dir, "calls")
}

func TestOneCallInFourFormatsGivesTheSameTurns(t *testing.T) {
	dir := filepath.Join(shared(t), "call-formats")
	want := ""
	for _, name := range []string{"discovery.teams.vtt", "discovery.zoom.vtt", "discovery.teams-metadata.vtt", "discovery.plain.txt"} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		got, warned, err := Read(f, name)
		f.Close()
		if err != nil || len(warned) > 0 {
			t.Errorf("%s: %v %v", name, err, warned)
		}
		if want == "" {
			want = spoken(got)
		}
		if len(got.Segments) != 18 || spoken(got) != want {
			t.Errorf("%s: %d turns:\n%s", name, len(got.Segments), spoken(got))
		}
	}
}

func TestOddCaptionFilesAreReadOrRefusedNeverLost(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t), "vtt-conformance", "*", "*.*t"))
	deep, _ := filepath.Glob(filepath.Join(shared(t), "vtt-conformance", "*", "*", "*", "*.vtt"))
	read := 0
	for _, name := range append(files, deep...) {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := Read(f, filepath.Base(name))
		f.Close()
		if err == nil && len(got.Segments) > 0 {
			read++
		} else if base := filepath.Base(name); base != "no_captions.vtt" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if read < 30 {
		t.Errorf("%d files read, want at least 30", read)
	}
}
