package transcript

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// coding is how the characters of a file lie in its bytes.
type coding int

const (
	narrow    coding = iota // UTF-8, or Windows-1252 where it is none
	lowFirst                // UTF-16, the low byte first
	highFirst               // UTF-16, the high byte first
)

// codingOf tells the coding by the beginning of a file, and how many bytes its byte-order mark
// takes: by the mark, else UTF-16 by its zero bytes.
func codingOf(raw []byte, notes *remarks) (c coding, mark int) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		return narrow, 3
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return lowFirst, 2
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return highFirst, 2
	}
	if low, ok := zeroBytes(raw); ok {
		notes.add(0, "the file was read as UTF-16 without a byte-order mark")
		return lowFirst + coding(low), 0
	}
	return narrow, 0
}

// decode turns bytes of a file into text.
func (c coding) decode(raw []byte, notes *remarks) string {
	if c == narrow {
		return fromUTF8(raw, notes)
	}
	return fromUTF16(raw, int(c-lowFirst))
}

// lines makes \n of every line end, and drops what is no talk: control characters and scripts.
func lines(text string, notes *remarks) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return strings.Split(dropScripts(clean(text), notes), "\n")
}

// container names the well-known kinds of file that people send in place of text.
func container(raw []byte) string {
	kinds := []struct{ magic, what string }{
		{"PK\x03\x04", "a Word document or zip archive"},
		{"%PDF-", "a PDF"},
		{"\xD0\xCF\x11\xE0", "an old Office document"},
		{"\x1F\x8B", "a compressed file"},
		{"\x89PNG", "a picture"},
		{"ID3", "a sound recording"},
		{"RIFF", "a sound or video recording"},
		{"{\\rtf", "a rich text document"},
	}
	for _, k := range kinds {
		if bytes.HasPrefix(raw, []byte(k.magic)) {
			return k.what
		}
	}
	if len(raw) > 11 && string(raw[4:8]) == "ftyp" {
		return "a video recording"
	}
	return ""
}

// zeroBytes tells UTF-16 without a mark: Latin text has a zero in every second byte. The
// answer is the place of the low byte in each pair.
func zeroBytes(raw []byte) (low int, ok bool) {
	head := raw[:min(len(raw), 4096)&^1]
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i&1]++
		}
	}
	pairs := len(head) / 2
	switch {
	case zero[1]*10 > pairs*7 && zero[0]*10 < pairs:
		return 0, true
	case zero[0]*10 > pairs*7 && zero[1]*10 < pairs:
		return 1, true
	}
	return 0, false
}

func fromUTF16(raw []byte, low int) string {
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i+low])|uint16(raw[i+1-low])<<8)
	}
	return string(utf16.Decode(units))
}

// fromUTF8 reads UTF-8. Where bytes are not UTF-8, the file is either Windows-1252 or UTF-8
// with damage: it is the second if more good many-byte characters stand in it than bad bytes.
func fromUTF8(raw []byte, notes *remarks) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	good, bad := 0, 0
	for b := raw; len(b) > 0; {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	if good > bad {
		notes.add(0, fmt.Sprintf("%d bytes are not UTF-8 and were replaced by �", bad))
		return strings.ToValidUTF8(string(raw), "�")
	}
	notes.add(0, "the file is not UTF-8 and was read as Windows-1252")
	var b strings.Builder
	for _, c := range raw {
		b.WriteRune(windows1252(c))
	}
	return b.String()
}

// windows1252 follows the table of the WHATWG Encoding Standard for 0x80–0x9F.
func windows1252(c byte) rune {
	const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
	if c < 0x80 || c > 0x9F {
		return rune(c)
	}
	n := 0
	for _, r := range upper {
		if n == int(c-0x80) {
			return r
		}
		n++
	}
	return utf8.RuneError
}

// binaryAt finds the first control character if there are more than one in two hundred.
func binaryAt(text string) int {
	first, n, all := -1, 0, 0
	for _, r := range text {
		if control(r) || r == utf8.RuneError {
			if n++; first < 0 {
				first = all
			}
		}
		all++
	}
	if n*200 > all {
		return first
	}
	return -1
}

func control(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' || r == 0x7F
}

// clean drops control characters and the marks that turn the direction of the text that
// follows: in a name they could make one person look like another.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case control(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF, r >= 0x80 && r <= 0x9F:
			return -1
		case r == '\f', r == '\v', r == 0x2028, r == 0x2029:
			return '\n'
		}
		return r
	}, text)
}
