package dsl

import (
	"strings"
	"unicode/utf8"
)

// token is one word. Its column counts characters from 1.
type token struct {
	text      string
	quoted    bool
	line, col int
}

// source is one file, decoded.
type source struct {
	name string
	text string
}

// lexer walks over a source and gives one logical line after the other.
type lexer struct {
	src  *source
	pos  int
	line int
	bol  int // offset where the line begins
	// at and col: the offset last asked for and its column. Counting on from
	// there keeps a line of ten megabytes from being counted again and again.
	at, col int
}

// begin gives a token without text at this place.
func (l *lexer) begin() token {
	if l.at < l.bol {
		l.at, l.col = l.bol, 0
	}
	l.col += utf8.RuneCountInString(l.src.text[l.at:l.pos])
	l.at = l.pos
	return token{line: l.line, col: l.col + 1}
}

func (l *lexer) has(prefix string) bool { return strings.HasPrefix(l.src.text[l.pos:], prefix) }

func (l *lexer) end() bool { return l.pos >= len(l.src.text) }

func (l *lexer) newline() {
	l.pos++
	l.line++
	l.bol = l.pos
}

// next gives the words of the next line that has any, and where it begins.
// A backslash at the end of a line joins it with the next one.
func (l *lexer) next() (words []token, from int, err error) {
	from = -1
	for !l.end() {
		c := l.src.text[l.pos]
		switch {
		case c == '\n':
			l.newline()
			if len(words) > 0 {
				return words, from, nil
			}
			continue
		case c == ' ' || c == '\t' || c == '\r':
			l.pos++
			continue
		case l.joins():
			continue
		case l.has("//") || c == '#' && len(words) == 0:
			l.toLineEnd()
			continue
		case l.has("/*"):
			if err := l.comment(); err != nil {
				return nil, 0, err
			}
			continue
		}
		if from < 0 {
			from = l.pos
		}
		w, err := l.word()
		if err != nil {
			return nil, 0, err
		}
		words = append(words, w)
	}
	return words, from, nil
}

func (l *lexer) toLineEnd() {
	for !l.end() && l.src.text[l.pos] != '\n' {
		l.pos++
	}
}

// joins steps over a backslash that ends its line, and over that end.
func (l *lexer) joins() bool {
	if l.src.text[l.pos] != '\\' {
		return false
	}
	i := l.pos + 1
	for i < len(l.src.text) && (l.src.text[i] == ' ' || l.src.text[i] == '\t' || l.src.text[i] == '\r') {
		i++
	}
	if i < len(l.src.text) && l.src.text[i] != '\n' {
		return false
	}
	if l.pos = i; !l.end() {
		l.newline()
	}
	return true
}

func (l *lexer) comment() error {
	start := l.begin()
	n := strings.Index(l.src.text[l.pos+2:], "*/")
	if n < 0 {
		return start.wrong(l.src, "the comment that begins here has no end; expected */")
	}
	for stop := l.pos + 2 + n + 2; l.pos < stop; {
		if l.src.text[l.pos] == '\n' {
			l.newline()
		} else {
			l.pos++
		}
	}
	return nil
}

func (l *lexer) word() (token, error) {
	switch {
	case l.has(`"""`):
		return l.block()
	case l.has(`"`):
		return l.quotation()
	}
	t, from := l.begin(), l.pos
	for !l.end() {
		c := l.src.text[l.pos]
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			break
		}
		if c == '$' && l.has("${") {
			near := l.src.text[l.pos:min(l.pos+maxName, len(l.src.text))]
			if n := strings.IndexAny(near, "}\n"); n > 0 && near[n] == '}' {
				l.pos += n + 1
				continue
			}
		}
		if c == '{' && l.pos > from && l.atLineEnd(l.pos+1) {
			break
		}
		l.pos++
	}
	t.text = l.src.text[from:l.pos]
	return t, nil
}

// atLineEnd tells whether nothing but space or a comment follows.
func (l *lexer) atLineEnd(i int) bool {
	rest := l.src.text[i:]
	n := 0
	for n < len(rest) && (rest[n] == ' ' || rest[n] == '\t' || rest[n] == '\r') {
		n++
	}
	rest = rest[n:]
	return rest == "" || rest[0] == '\n' || n > 0 && (strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/*"))
}

// quotation reads "…". Inside, \" is a quote, \n a new line, and a backslash at
// the end of the line goes on at the first word of the next one.
func (l *lexer) quotation() (token, error) {
	start := l.begin()
	l.pos++
	var b strings.Builder
	for !l.end() {
		switch c := l.src.text[l.pos]; {
		case c == '"':
			l.pos++
			return token{b.String(), true, start.line, start.col}, nil
		case l.has(`\"`):
			b.WriteByte('"')
			l.pos += 2
		case l.has(`\n`):
			b.WriteByte('\n')
			l.pos += 2
		case c == '\\' && l.joins():
			for !l.end() && (l.src.text[l.pos] == ' ' || l.src.text[l.pos] == '\t') {
				l.pos++
			}
		case c == '\n':
			return token{}, start.wrong(l.src, "the quotation that begins here is not closed on its line; expected \"")
		default:
			b.WriteByte(c)
			l.pos++
		}
	}
	return token{}, start.wrong(l.src, "the quotation that begins here is not closed; expected \"")
}

// block reads """…""" and takes away the indent that its lines share.
func (l *lexer) block() (token, error) {
	start := l.begin()
	l.pos += 3
	n := strings.Index(l.src.text[l.pos:], `"""`)
	if n < 0 {
		return token{}, start.wrong(l.src, `the text block that begins here has no end; expected """`)
	}
	inner := l.src.text[l.pos : l.pos+n]
	for stop := l.pos + n; l.pos < stop; {
		if l.src.text[l.pos] == '\n' {
			l.newline()
		} else {
			l.pos++
		}
	}
	l.pos += 3
	return token{dedent(inner), true, start.line, start.col}, nil
}

func dedent(s string) string {
	lines := strings.Split(strings.Trim(s, "\r\n"), "\n")
	if last := len(lines) - 1; strings.TrimSpace(lines[last]) == "" {
		lines = lines[:last]
	}
	indent := -1
	for _, line := range lines {
		if t := strings.TrimLeft(line, " \t"); strings.TrimSpace(t) != "" && (indent < 0 || len(line)-len(t) < indent) {
			indent = len(line) - len(t)
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line[min(max(indent, 0), len(line)):], " \t\r")
	}
	return strings.Join(lines, "\n")
}
