package transcript

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// pieceBytes is how much of a long file is held at once: about fifty hours of talk.
const pieceBytes = 4 << 20

// Piece is a run of a file's segments, with what had to be repaired in them. Read is how many
// bytes of the file were read up to its end.
type Piece struct {
	Transcript
	Warnings []Warning
	Read     int64
}

// Pieces reads a transcript of any length in bounded memory: a few megabytes at a time, cut
// between two cues, else between two lines, else between two words. The first piece tells how the
// file is written; line numbers are those of the file. A name that was to go on from the piece
// before does not. The errors are those of Read, without the one of size; the pieces before an
// error stand.
func Pieces(r io.Reader, name string) iter.Seq2[Piece, error] { return pieces(r, name, pieceBytes) }

func pieces(r io.Reader, name string, size int) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		s := script{name: name}
		buf := make([]byte, 0, size)
		read, words := int64(0), false
		for ended := false; !ended; {
			n, err := io.ReadFull(r, buf[len(buf):size])
			buf, read = buf[:len(buf)+n], read+int64(n)
			if ended = errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); !ended && err != nil {
				yield(Piece{}, fmt.Errorf("%s cannot be read: %w", name, err))
				return
			}
			end := len(buf)
			if !ended {
				end = s.codingOf(buf).cut(buf)
			}
			p, err := s.read(buf[:end])
			if err != nil {
				yield(Piece{}, err)
				return
			}
			buf = append(buf[:0], buf[end:]...)
			p.Read = read - int64(len(buf))
			if len(p.Segments) > 0 {
				words = true
				if !yield(p, nil) {
					return
				}
			}
		}
		if !words {
			yield(Piece{}, s.wordless())
		}
	}
}

// cut is the place at which a piece may end: behind the last blank line of its second half, else
// behind the last line, else behind the last blank, else between two characters.
func (c coding) cut(raw []byte) int {
	for _, end := range []string{"\n\n", "\n\r\n", "\n", "\r", " "} {
		if at := c.behindLast(raw, end); at > len(raw)/2 {
			return at
		}
	}
	if c != narrow {
		return len(raw) &^ 1
	}
	for i := len(raw) - 1; i > len(raw)-5 && i > 0; i-- {
		if raw[i]&0xC0 != 0x80 { // the first byte of the last character
			return i
		}
	}
	return len(raw)
}

// behindLast is the place behind the last of what, 0 if there is none.
func (c coding) behindLast(raw []byte, what string) int {
	if c == narrow {
		if at := bytes.LastIndex(raw, []byte(what)); at >= 0 {
			return at + len(what)
		}
		return 0
	}
	wide := make([]byte, 2*len(what))
	for i := range len(what) {
		wide[2*i+int(c-lowFirst)] = what[i]
	}
	for before := raw; ; {
		at := bytes.LastIndex(before, wide)
		if at < 0 {
			return 0
		}
		if at%2 == 0 {
			return at + len(wide)
		}
		before = raw[:at+len(wide)-1]
	}
}
