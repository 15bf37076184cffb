package documents

import (
	"strings"

	"throughline/internal/content"
)

// text is a run of text on one line in which nothing is markup.
func (m *markdown) text(s string) string {
	s = line(s)
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for i, r := range s {
		if r < 128 && marks(s, i, byte(r)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// marks says whether the character at i could begin markup where it stands: of CommonMark, of
// GitHub's tables, strikes, mentions and bare addresses, or of HTML inside of it. Dots, dashes
// and the like are left alone inside a sentence, so that the source stays readable.
func marks(s string, i int, c byte) bool {
	switch c {
	case '\\', '`', '*', '_', '[', ']', '{', '}', '<', '>', '|', '~', '&', '$', '^', '@':
		return true
	case '+', '-', '=':
		return i == 0 // a list, or a line below a heading
	case '#':
		return i == 0 || s[i-1] == ' ' // a heading, and its closing sign
	case '.':
		return numbered(s, i) || i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case ')':
		return numbered(s, i)
	case ':':
		return i == 0 || strings.HasPrefix(s[i:], "://")
	}
	return false
}

// numbered says whether only digits stand before i: a numbered list.
func numbered(s string, i int) bool { return i > 0 && strings.Trim(s[:i], "0123456789") == "" }

// spans are runs of text in their manners, on one line.
func (m *markdown) spans(all []content.Span) string {
	var b strings.Builder
	for _, s := range all {
		join(&b, m.span(s, b.Len() == 0))
	}
	return strings.TrimSpace(b.String())
}

// join sets a run behind another. Where the marks of two would read as one, a space divides them.
func join(b *strings.Builder, run string) {
	if b.Len() > 0 && run != "" && run[0] == b.String()[b.Len()-1] && (run[0] == '`' || run[0] == '*') {
		b.WriteByte(' ')
	}
	b.WriteString(run)
}

func (m *markdown) span(s content.Span, first bool) string {
	text := s.Text
	if s.Key != "" && text == "" {
		text = s.Key
	}
	inside := line(text)
	if inside == "" {
		if text != "" && !first {
			return " "
		}
		return ""
	}
	plainText := plain(text)
	before, after := edge(plainText[:1], first), edge(plainText[len(plainText)-1:], false)
	out := m.text(inside)
	if !first {
		// It does not begin the line, so what only means something there is a letter.
		out = strings.TrimPrefix(m.text("x"+inside), "x")
	}
	switch {
	case s.Code || s.Key != "":
		out = code(inside)
	case s.Strong:
		out = "**" + out + "**"
	}
	if href := safeHref(s.Href); href != "" {
		out = "[" + out + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C").Replace(href) + ">)"
	}
	return before + out + after
}

// edge keeps the space between two runs.
func edge(c string, first bool) string {
	if !first && (c == " " || c == "\n") {
		return " "
	}
	return ""
}

// code is a code span: its fence is longer than any run of backticks in it, and a bar in it is
// escaped, since a table would end its cell there.
func code(s string) string {
	longest, run := 0, 0
	for _, r := range s {
		if r == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}
