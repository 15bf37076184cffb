package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"throughline/internal/discovery/candidate"
	"throughline/internal/transcript"
)

func TestWhatIsPrintedPieceByPieceIsOneJSONObject(t *testing.T) {
	for _, file := range []string{"../../testdata/tour/discovery-call.vtt", "../../testdata/calls/dev-farm.txt", "wordy"} {
		if file == "wordy" { // nothing is found in it: the lists are empty, not absent
			file = filepath.Join(t.TempDir(), "wordy.txt")
			if err := os.WriteFile(file, []byte("Hello. Nice weather.\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		call, _, err := transcript.Read(f, file)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		var want, got bytes.Buffer
		if err := printJSON(&want, candidate.Find(call, candidate.Options{})); err != nil {
			t.Fatal(err)
		}
		if err := (discoverCommand{File: file, JSON: true}).Run(context.Background(), &Parts{Out: &got, Err: &bytes.Buffer{}}); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%s: printed\n%s\nwant\n%s", file, got.String(), want.String())
		}
	}
}

func TestAFileLargerThanAPieceIsHeardToItsEnd(t *testing.T) {
	file := filepath.Join(t.TempDir(), "long.txt")
	filler := strings.Repeat("Ann Lee: Yes.\nBob Ray: Thanks, see you there on the day.\n", 95_000)
	if err := os.WriteFile(file, []byte(filler+"Ann Lee: We need the report within five seconds.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, notes bytes.Buffer
	if err := (discoverCommand{File: file, Ours: []string{"Bob Ray"}}).Run(context.Background(), &Parts{Out: &out, Err: &notes}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "within five seconds") || !strings.Contains(notes.String(), "MB heard") {
		t.Errorf("printed %q, told %q", out.String(), notes.String())
	}
}

func TestASpillGivesBackWhatWasWrittenAndLeavesNoFile(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var s spill
	var want strings.Builder
	for i := range 70 {
		line := strings.Repeat(string(rune('a'+i%26)), 50_000)
		want.WriteString(line)
		if _, err := s.Write([]byte(line)); err != nil {
			t.Fatal(err)
		}
	}
	var got bytes.Buffer
	if err := s.copyTo(&got); err != nil || got.String() != want.String() {
		t.Errorf("%d bytes of %d came back, error %v", got.Len(), want.Len(), err)
	}
	if s.memory.Len() > spillBytes {
		t.Errorf("%d bytes were held in memory", s.memory.Len())
	}
	s.close()
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) != 0 {
		t.Errorf("%v was left", left)
	}
}
