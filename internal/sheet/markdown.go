package sheet

import (
	"regexp"
	"strings"
)

// markdownTable counts the lines of a table with pipes that begins here: a
// header, a rule of dashes, rows. 0 where none begins.
func markdownTable(all []line) int {
	if len(all) < 2 || !strings.Contains(all[0].text, "|") || !isRuleLine(all[1].text) {
		return 0
	}
	n := 2
	for n < len(all) && strings.Contains(all[n].text, "|") {
		n++
	}
	return n
}

// isRuleLine finds | --- | :---: |.
func isRuleLine(s string) bool {
	s = strings.TrimSpace(s)
	return strings.Contains(s, "|") && strings.Contains(s, "-") && strings.Trim(s, "|-: \t") == ""
}

func isRule(cell string) bool {
	return len(cell) > 2 && strings.Trim(cell, "-:") == ""
}

// splitPipes cuts a row at pipes that no backslash stands before.
func splitPipes(s string) []string {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(s, "|")
	if strings.HasSuffix(s, "|") && !strings.HasSuffix(s, `\|`) {
		s = s[:len(s)-1]
	}
	var out []string
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i] == '|' {
			out, start = append(out, s[start:i]), i+1
		}
	}
	out = append(out, s[start:])
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], `\|`, "|")
	}
	return out
}

var (
	linked = regexp.MustCompile(`!?\[([^\]\n]*)\]\([^)\s]*\)`)
	broken = regexp.MustCompile(`(?i)<br\s*/?>`)
	tagged = regexp.MustCompile(`(?i)</?(b|i|u|em|strong|span|sub|sup|p|div|a)(\s[^<>]*)?>`)
)

// inline takes the marks of emphasis, links and line breaks off a text.
func inline(s string) string {
	if strings.ContainsAny(s, "<") {
		s = tagged.ReplaceAllString(broken.ReplaceAllString(s, "\n"), "")
	}
	if strings.Contains(s, "](") {
		s = linked.ReplaceAllString(s, "$1")
	}
	for _, mark := range []string{"**", "__", "`"} {
		if strings.Count(s, mark)%2 == 0 {
			s = strings.ReplaceAll(s, mark, "")
		}
	}
	return strings.TrimSpace(s)
}
