package transcript

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzRead(f *testing.F) {
	for _, s := range []string{"WEBVTT\n\n00:01.000 --> 00:02.000\n<v A B>one <c.x>two</c>", "1\n00:00:01,0 --> 00:00:02,0\nA B: x\n\n", "A: b\nC: d\nA: <script>x",
		"[00:01] A: b\n00:02 C: &lt;b&gt;", "\xFF\xFEA\x00:\x00 \x00b\x00", "a\xE9b", "Name  0:03\nwords", "{\"spokenText\":\"<b>\"}", "00:xx --> \n<v \n<"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, warned, err := Read(bytes.NewReader(in), "f")
		if err != nil {
			return
		}
		if len(got.Segments) == 0 || len(warned) > maxWarnings+1 {
			t.Fatalf("%d segments, %d warnings and no error", len(got.Segments), len(warned))
		}
		line := 0
		for _, s := range got.Segments {
			if s.Text == "" || !utf8.ValidString(s.Text+s.Speaker) || s.Text != fold(s.Text) {
				t.Fatalf("text %q, speaker %q", s.Text, s.Speaker)
			}
			if s.Start < Unknown || s.End < Unknown || s.Line < line {
				t.Fatalf("start %d, end %d, line %d after %d", s.Start, s.End, s.Line, line)
			}
			if low := strings.ToLower(s.Text + s.Speaker); strings.Contains(low, "<script") || strings.Contains(low, "</") {
				t.Fatalf("markup kept: %q", s.Text)
			}
			line = s.Line
		}
	})
}
