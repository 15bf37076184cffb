package dsl

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// open decodes a file, counts it against the limits and reads its braces.
func (r *reader) open(name string, data []byte) ([]*statement, error) {
	if r.read += len(data); r.read > MaxBytes {
		return nil, &Error{name, 0, 0, "the workspace with all its files is larger than 10 MB; split it"}
	}
	r.w.Sources = append(r.w.Sources, Source{name, data})
	src, err := r.decode(name, data)
	if err != nil {
		return nil, err
	}
	body, err := statements(src)
	if err != nil {
		return nil, err
	}
	if r.counted += countElements(body); r.counted > MaxElements {
		return nil, &Error{name, 0, 0, "the workspace holds more than 50,000 elements; split it"}
	}
	return body, nil
}

// decode takes UTF-8 with or without a mark in front. Other bytes are read as
// ISO 8859-1, with a warning, unless they are no text at all.
func (r *reader) decode(name string, data []byte) (*source, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return nil, &Error{name, 1 + bytes.Count(data[:i], []byte("\n")), 1, "this is not text (it holds a zero byte); save the workspace as UTF-8 text"}
	}
	if utf8.Valid(data) {
		return &source{name, string(data)}, nil
	}
	line := 1 + bytes.Count(data[:firstForeign(data)], []byte("\n"))
	r.warnings = append(r.warnings, Warning{name, line, 1, "the file is not UTF-8; it is read as ISO 8859-1, so look at its letters with accents"})
	var b strings.Builder
	for _, c := range data {
		b.WriteRune(rune(c))
	}
	return &source{name, b.String()}, nil
}

// firstForeign is the offset of the first byte that is not UTF-8.
func firstForeign(data []byte) int {
	i := 0
	for i < len(data) {
		c, n := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && n <= 1 {
			break
		}
		i += n
	}
	return i
}

// countElements counts what looks like an element, before any is made.
func countElements(body []*statement) int {
	n := 0
	for _, s := range body {
		w := s.word(0)
		if s.word(1) == "=" {
			w = s.word(2)
		}
		if _, ok := kindWords[w]; ok || w == "instanceof" || w == "softwaresysteminstance" || w == "containerinstance" {
			n++
		}
		n += countElements(s.body)
	}
	return n
}
