package documents

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain drops from a text what would not be text: control characters, and the marks that turn
// the direction of what follows (Unicode TR 36, 'Trojan Source'): letters that are written from
// right to left need none of them.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r':
			return ' '
		case r == utf8.RuneError, unicode.Is(unicode.Cc, r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF, r == 0x2028, r == 0x2029:
			return -1
		}
		return r
	}, s)
}

// line is the text on one line.
func line(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

// safeHref lets only addresses through that open a page or a mail: https, http, mailto, or a
// path without a scheme.
func safeHref(href string) string {
	href = strings.TrimSpace(plain(href))
	if strings.ContainsAny(href, " \n<>\"'`\\") || href == "" {
		return ""
	}
	low := strings.ToLower(href)
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(low, scheme) {
			return href
		}
	}
	if i := strings.IndexAny(low, ":/?#"); i >= 0 && low[i] == ':' || strings.HasPrefix(low, "//") {
		return ""
	}
	return href
}

// slug makes a name for files and anchors: lower-case letters, digits and dashes.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			dash = false
		} else {
			dash = true
		}
		if b.Len() >= 80 {
			break
		}
	}
	return b.String()
}
