package transcript

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
)

// talk is a call of n turns in one of the written forms.
func talk(form Form, n int) string {
	names := []string{"Dana Whitfield", "Mara Lindqvist"}
	var b strings.Builder
	if form == WebVTT {
		b.WriteString("WEBVTT\n\n")
	}
	for i := range n {
		words := fmt.Sprintf("Turn %d needs 5 s, höchstens – 漢字.", i)
		switch clock := fmt.Sprintf("%02d:%02d", i/60, i%60); form {
		case WebVTT:
			fmt.Fprintf(&b, "00:%s.000 --> 00:%s.900\n<v %s>%s</v>\n\n", clock, clock, names[i%2], words)
		case SubRip:
			fmt.Fprintf(&b, "%d\r\n00:%s,000 --> 00:%s,900\r\n%s: %s\r\n\r\n", i+1, clock, clock, names[i%2], words)
		case Turns:
			fmt.Fprintf(&b, "%s: %s\n", names[i%2], words)
		case Notes:
			fmt.Fprintf(&b, "- %s\n", words)
		}
	}
	return b.String()
}

// inPieces reads all of in, at most size bytes at a time.
func inPieces(in string, size int) (all Transcript, n int, err error) {
	for p, err := range pieces(strings.NewReader(in), "call", size) {
		if err != nil {
			return all, n, err
		}
		all.Form = p.Form
		all.Segments = append(all.Segments, p.Segments...)
		n++
	}
	return all, n, nil
}

func TestAFileReadInPiecesIsTheFileReadWhole(t *testing.T) {
	wide := func(s string) string {
		b := []byte("\xFF\xFE")
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return string(b)
	}
	for _, form := range []Form{WebVTT, SubRip, Turns, Notes} {
		for coding, in := range map[string]string{"UTF-8": talk(form, 80), "UTF-16": wide(talk(form, 80))} {
			whole, _, err := Read(strings.NewReader(in), "call")
			if err != nil {
				t.Fatal(err)
			}
			for _, size := range []int{700, 1000, 1024, 1777, 3001} {
				got, pieces, err := inPieces(in, size)
				if err != nil {
					t.Fatalf("%s, %s, %d bytes a piece: %v", form, coding, size, err)
				}
				if pieces < 2 || got.Form != whole.Form {
					t.Errorf("%s, %s, %d bytes a piece: %d pieces as %s", form, coding, size, pieces, got.Form)
				}
				for i, s := range whole.Segments {
					if i >= len(got.Segments) || got.Segments[i] != s {
						t.Fatalf("%s, %s, %d bytes a piece: segment %d of %d is not %+v", form, coding, size, i, len(got.Segments), s)
					}
				}
				if len(got.Segments) != len(whole.Segments) {
					t.Errorf("%s, %s, %d bytes a piece: %d segments, want %d", form, coding, size, len(got.Segments), len(whole.Segments))
				}
			}
		}
	}
}

func TestOneEndlessLineIsCutBetweenWords(t *testing.T) {
	got, n, err := inPieces(strings.Repeat("größer ", 400), 900)
	if err != nil || n < 4 {
		t.Fatalf("%d pieces, %v", n, err)
	}
	words := 0
	for _, s := range got.Segments {
		for _, w := range strings.Fields(s.Text) {
			if words++; w != "größer" {
				t.Fatalf("a word was cut: %q", w)
			}
		}
	}
	if words != 400 {
		t.Errorf("%d words of 400", words)
	}
	if got, _, err := inPieces(strings.Repeat("ü", 5000), 901); err != nil || strings.Count(spoken(got), "ü") != 5000 {
		t.Errorf("characters were cut or lost: %v", err)
	}
}

func TestPiecesBeforeAFaultStandAndItsPlaceIsNamed(t *testing.T) {
	in := talk(Turns, 60) + strings.Repeat("\x01\x02\x03", 900)
	got, pieces, err := inPieces(in, 1500)
	if err == nil || !strings.Contains(err.Error(), "after line ") || pieces == 0 || len(got.Segments) == 0 {
		t.Errorf("%d pieces with %d segments, error %v", pieces, len(got.Segments), err)
	}
	for in, want := range map[string]string{"": "is empty", " \n ": "is empty", "WEBVTT\n\n1\n": "holds no words", "%PDF-1.7": "is a PDF"} {
		if _, _, err := inPieces(in, 1500); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}
