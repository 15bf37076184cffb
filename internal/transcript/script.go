package transcript

import (
	"bytes"
	"fmt"
)

// script reads the pieces of one file in order.
type script struct {
	name   string
	begun  bool
	coding coding // of the whole file, told by its first piece
	form   Form   // likewise
	line   int    // lines of the pieces before
}

// codingOf is the coding of the file, told by the first piece while that is not read yet.
func (s *script) codingOf(raw []byte) coding {
	if s.begun {
		return s.coding
	}
	c, _ := codingOf(raw, &remarks{})
	return c
}

// read takes the next piece. The first decides what the file is.
func (s *script) read(raw []byte) (Piece, error) {
	var notes remarks
	first := !s.begun
	if first {
		if err := s.begin(&raw, &notes); err != nil {
			return Piece{}, err
		}
	}
	text := s.coding.decode(raw, &notes)
	if at := binaryAt(text); at >= 0 {
		where := ""
		if s.line > 0 {
			where = fmt.Sprintf(" after line %d", s.line)
		}
		return Piece{}, fmt.Errorf("%s is not text: character %d%s is a control byte and there are many of them; export the transcript as WebVTT, SRT or plain text", s.name, at+1, where)
	}
	all := lines(text, &notes)
	if first {
		s.form = formOf(all)
	}
	p := Piece{Transcript: Transcript{Form: s.form}}
	switch s.form {
	case WebVTT, SubRip:
		p.Segments = readCues(all, &notes)
	default:
		p.Form, p.Segments = readPlain(all, s.form, &notes)
		s.form = p.Form
	}
	flagTimes(p.Segments, &notes)
	p.Warnings = notes.list()
	p.shift(s.line)
	s.line += len(all) - 1
	return p, nil
}

// begin looks at the first piece: is it text, and in which coding. The byte-order mark is taken off.
func (s *script) begin(raw *[]byte, notes *remarks) error {
	if len(bytes.TrimSpace(*raw)) == 0 {
		return fmt.Errorf("%s is empty; export the transcript again", s.name)
	}
	if what := container(*raw); what != "" {
		return fmt.Errorf("%s is %s, not text; save it as plain text, WebVTT or SRT first", s.name, what)
	}
	c, mark := codingOf(*raw, notes)
	s.coding, *raw = c, (*raw)[mark:]
	s.begun = true
	return nil
}

// wordless is the error of a file in which nothing was said.
func (s *script) wordless() error {
	return fmt.Errorf("%s holds no words: %d lines were read and none has text to keep", s.name, s.line+1)
}

// shift moves a piece's line numbers behind the lines of the pieces before.
func (p *Piece) shift(lines int) {
	for i := range p.Segments {
		p.Segments[i].Line += lines
	}
	for i := range p.Warnings {
		if p.Warnings[i].Line > 0 {
			p.Warnings[i].Line += lines
		}
	}
}
