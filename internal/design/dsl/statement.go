package dsl

import "strings"

// statement is one line with the block it opens, if any.
type statement struct {
	tokens   []token
	body     []*statement
	block    bool
	src      *source
	line     int
	from, to int // where its text stands in the source
}

// text gives the statement as written, its block included.
func (s *statement) text() string { return s.src.text[s.from:s.to] }

// word gives word i in lower case, "" past the end.
func (s *statement) word(i int) string {
	if i >= len(s.tokens) {
		return ""
	}
	return strings.ToLower(s.tokens[i].text)
}

// arg gives word i as written, "" past the end.
func (s *statement) arg(i int) string {
	if i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].text
}

// statements reads a file into a tree by its braces.
func statements(src *source) ([]*statement, error) {
	l := &lexer{src: src, line: 1}
	root := &statement{src: src}
	open := []*statement{root}
	for {
		words, from, err := l.next()
		if err != nil {
			return nil, err
		}
		if len(words) == 0 {
			break
		}
		top := open[len(open)-1]
		if first := words[0]; first.text == "}" && !first.quoted {
			if len(words) > 1 {
				return nil, words[1].wrong(src, "expected the end of the line after }, found %s", quote(words[1].text))
			}
			if len(open) == 1 {
				return nil, first.wrong(src, "this } closes nothing")
			}
			top.to = from + 1
			open = open[:len(open)-1]
			continue
		}
		s := &statement{tokens: words, src: src, line: words[0].line, from: from, to: l.lineEnd()}
		if err := s.opens(); err != nil {
			return nil, err
		}
		top.body = append(top.body, s)
		if !s.block {
			continue
		}
		if w := s.word(0); w == "!script" || w == "!plugin" {
			if err := l.skipCode(s); err != nil {
				return nil, err
			}
			continue
		}
		if open = append(open, s); len(open) > maxNesting {
			return nil, s.wrong(0, "blocks stand more than %d deep in each other", maxNesting)
		}
	}
	if len(open) > 1 {
		last := open[len(open)-1]
		return nil, last.wrong(0, "the block that begins here is not closed; expected } before the end of the file")
	}
	return root.body, nil
}

// opens takes the brace from the end of the line and refuses one elsewhere.
func (s *statement) opens() error {
	for i, t := range s.tokens {
		if t.quoted || t.text != "{" {
			continue
		}
		if i < len(s.tokens)-1 {
			return s.wrong(i+1, "expected the end of the line after {, found %s", quote(s.tokens[i+1].text))
		}
		s.block, s.tokens = true, s.tokens[:i]
	}
	return nil
}

// lineEnd is the offset after the last word that was read.
func (l *lexer) lineEnd() int {
	i := l.pos
	for i > 0 && strings.IndexByte(" \t\r\n", l.src.text[i-1]) >= 0 {
		i--
	}
	return i
}

// skipCode steps over a block in another language by counting its braces.
func (l *lexer) skipCode(s *statement) error {
	for depth := 1; !l.end(); {
		switch l.src.text[l.pos] {
		case '\n':
			l.newline()
			continue
		case '{':
			depth++
		case '}':
			depth--
		}
		l.pos++
		if depth == 0 {
			s.to = l.pos
			return nil
		}
	}
	return s.wrong(0, "the block that begins here is not closed; expected }")
}
