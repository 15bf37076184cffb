package draw

import (
	"html"
	"strings"
	"unicode"
)

// wide gives about how wide a text is in pixels. Without the font at hand it
// goes by classes of letters, a little on the wide side.
func wide(s string, size float64, bold bool) float64 {
	em := 0.0
	for _, c := range s {
		switch {
		case unicode.Is(unicode.Mn, c) || c == 0x200d || c == 0xfe0f:
		case c > 0x1f000 || unicode.Is(unicode.Han, c) || unicode.Is(unicode.Hiragana, c) || unicode.Is(unicode.Katakana, c) || unicode.Is(unicode.Hangul, c):
			em += 1.1
		case strings.ContainsRune("iljtfr.,:;'|!()[]/ ", c):
			em += 0.34
		case strings.ContainsRune("mwMW@%", c):
			em += 0.88
		case unicode.IsUpper(c) || unicode.IsDigit(c):
			em += 0.64
		default:
			em += 0.56
		}
	}
	if bold {
		em *= 1.05
	}
	return em * size
}

// wrap breaks a text into at most so many lines of a width, and tells whether
// something was cut.
func wrap(s string, size float64, bold bool, width float64, most int) (lines []string, cut bool) {
	line := ""
	words := strings.Fields(clean(s))
	for i, w := range words {
		try := w
		if line != "" {
			try = line + " " + w
		}
		if wide(try, size, bold) <= width {
			line = try
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		if len(lines) == most {
			return ended(lines, size, bold, width), true
		}
		if line = w; wide(w, size, bold) > width {
			if len(lines)+1 == most || i == len(words)-1 && most == 1 {
				return append(lines, fit(w, size, bold, width)), true
			}
			head, tail := split(w, size, bold, width)
			lines, line = append(lines, head), tail
			if wide(line, size, bold) > width {
				return append(lines, fit(line, size, bold, width)), true
			}
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	if len(lines) > most {
		return ended(lines[:most], size, bold, width), true
	}
	return lines, false
}

// ended shows by … that the last line is not the end.
func ended(lines []string, size float64, bold bool, width float64) []string {
	last := len(lines) - 1
	lines[last] = fit(lines[last]+" …", size, bold, width)
	return lines
}

// fit cuts a text to a width and ends it with ….
func fit(s string, size float64, bold bool, width float64) string {
	if wide(s, size, bold) <= width {
		return strings.Replace(s, " …", "…", 1)
	}
	head, _ := split(strings.TrimSuffix(s, " …"), size, bold, width-wide("…", size, bold))
	return strings.TrimRight(head, " ,.;:-") + "…"
}

// split takes as many letters as go into a width, at least one.
func split(s string, size float64, bold bool, width float64) (head, tail string) {
	sum := 0.0
	for i, c := range s {
		sum += wide(string(c), size, bold)
		if sum > width && i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// clean leaves out what XML cannot hold and what turns the direction of text
// around, and makes each run of space one. Cut far above what can be shown.
func clean(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c == '\n' || c == '\t' || c == '\r':
			b.WriteByte(' ')
		case c < 0x20 || c == 0x7f || c == 0xfffd || c == 0xfffe || c == 0xffff:
		case c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f:
		default:
			b.WriteRune(c)
		}
		if b.Len() > 8_000 {
			break
		}
	}
	return b.String()
}

// esc makes a text safe in markup and in attributes.
func esc(s string) string { return html.EscapeString(clean(s)) }
