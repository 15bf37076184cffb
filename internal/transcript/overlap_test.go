package transcript

import (
	"slices"
	"strings"
	"testing"
)

// Two people who speak at once overlap; nobody's words are lost for it, and the file's own order
// stands.
func TestOverlappingTimesKeepEveryWordAndSayWhichLine(t *testing.T) {
	vtt := func(cues ...string) string { return "WEBVTT\n\n" + strings.Join(cues, "\n\n") + "\n" }
	for _, c := range []struct {
		name, in, want string
		warned         []string
	}{
		{"one within another", vtt("00:10.000 --> 00:30.000\n<v A B>long", "00:15.000 --> 00:20.000\n<v C D>short", "00:30.000 --> 00:31.000\n<v A B>after"),
			"A B|long\nC D|short\nA B|after", []string{"line 7: the time mark overlaps the one before; the words are kept in the order of the file"}},
		{"the end of one over the next", vtt("00:10.000 --> 00:12.500\n<v A B>one", "00:12.000 --> 00:14.000\n<v C D>two", "00:13.999 --> 00:15.000\n<v A B>three"),
			"A B|one\nC D|two\nA B|three", []string{"line 7: the time mark overlaps", "line 10: the time mark overlaps"}},
		{"the same moment twice", vtt("00:10.000 --> 00:12.000\n<v A B>one", "00:10.000 --> 00:12.000\n<v C D>two"), "A B|one\nC D|two", []string{"line 7: the time mark overlaps"}},
		{"side by side", vtt("00:10.000 --> 00:12.000\n<v A B>one", "00:12.000 --> 00:14.000\n<v C D>two"), "A B|one\nC D|two", nil},
		{"subtitles", "1\n00:00:10,000 --> 00:00:12,500\nDana Whitfield: one\n\n2\n00:00:12,000 --> 00:00:14,000\nMara Lindqvist: two\n", "Dana Whitfield|one\nMara Lindqvist|two", []string{"line 7: the time mark overlaps"}},
		{"without speakers", vtt("00:10.000 --> 00:12.500\nOne whole sentence.", "00:12.000 --> 00:14.000\nAnother sentence."), "|One whole sentence.\n|Another sentence.", []string{"line 7: the time mark overlaps"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, warned, err := Read(strings.NewReader(c.in), "call.vtt")
			if err != nil {
				t.Fatal(err)
			}
			if spoken(got) != c.want {
				t.Errorf("read\n%s\nwant\n%s", spoken(got), c.want)
			}
			if !slices.EqualFunc(warned, c.warned, func(w Warning, want string) bool { return strings.HasPrefix(w.String(), want) }) {
				t.Errorf("warned %v, want %q", warned, c.warned)
			}
			for i, s := range got.Segments {
				if s.Start == Unknown || s.End < s.Start {
					t.Errorf("segment %d has lost its times: %v to %v", i, s.Start, s.End)
				}
			}
		})
	}
}
