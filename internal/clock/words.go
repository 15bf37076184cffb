package clock

import (
	"regexp"
	"strings"
)

// Words writes a date for a person: 18 Nov 2026; nothing for none.
func (d Date) Words() string {
	if d == "" || !d.Valid() {
		return string(d)
	}
	return d.Time().Format("2 Jan 2006")
}

// iso is a day as machines write it.
var iso = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// Dated writes the days inside a sentence as people do, by their Words or another writing of a
// date. What only holds a day, such as notes-2026-11-18.txt or an address, stays.
func Dated(sentence string, write func(Date) string) string {
	var b strings.Builder
	end := 0
	for _, at := range iso.FindAllStringIndex(sentence, -1) {
		d := Date(sentence[at[0]:at[1]])
		if !d.Valid() || joins(sentence, at[0]-1) || joins(sentence, at[1]) {
			continue
		}
		b.WriteString(sentence[end:at[0]])
		b.WriteString(write(d))
		end = at[1]
	}
	return b.String() + sentence[end:]
}

// joins says whether the byte at i makes one word with what stands beside it. A full stop does
// only before something more.
func joins(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i]
	if c == '.' {
		return i+1 < len(s) && word(s[i+1])
	}
	return c == '-' || c == '/' || c == '_' || c == '=' || word(c)
}

func word(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
