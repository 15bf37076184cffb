package table

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is how a file's bytes stand for letters.
type Encoding string

// The encodings that are recognised. ISO-8859-1 is told from Windows-1252 only
// by the absence of the bytes 0x80 to 0x9F; where neither has them, both say the same.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
	Latin1      Encoding = "iso-8859-1"
)

// known tells whether a person may ask for e.
func (e Encoding) known() bool {
	switch e {
	case UTF8, UTF16LE, UTF16BE, Windows1252, Latin1:
		return true
	}
	return false
}

// decoded gives r as UTF-8. A byte order mark must already be behind.
func (e Encoding) decoded(r io.Reader) io.Reader {
	switch e {
	case UTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case UTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	case Windows1252:
		return transform.NewReader(r, charmap.Windows1252.NewDecoder())
	case Latin1:
		return transform.NewReader(r, charmap.ISO8859_1.NewDecoder())
	}
	return r
}

// census is what one pass over the raw bytes finds: which encoding they can be
// in, and whether they are text at all.
type census struct {
	size      int64
	multibyte int64 // well-formed UTF-8 sequences of two bytes and more
	malformed int64 // bytes that are no UTF-8
	upper     int64 // bytes 0x80 to 0x9F outside well-formed sequences: letters and quotes of Windows-1252
	control   int64
	nulLine   int // line of the first NUL byte, 0 when there is none
	lines     int
}

// takeCensus reads r to its end.
func takeCensus(r io.Reader) (census, error) {
	var c census
	buf := make([]byte, 64<<10)
	held := 0
	for {
		n, err := r.Read(buf[held:])
		n += held
		done := err != nil
		used := c.add(buf[:n], done)
		held = copy(buf, buf[used:n])
		if errors.Is(err, io.EOF) {
			return c, nil
		}
		if err != nil {
			return c, err
		}
	}
}

// add counts p and returns how much of it is done with: a sequence cut by the
// end of the buffer is left for the next call.
func (c *census) add(p []byte, last bool) int {
	i := 0
	for i < len(p) {
		b := p[i]
		if b < utf8.RuneSelf {
			c.ascii(b)
			i++
			continue
		}
		r, n := utf8.DecodeRune(p[i:])
		if r == utf8.RuneError && n <= 1 {
			if !last && !utf8.FullRune(p[i:]) {
				break
			}
			c.malformed++
			if b < 0xA0 {
				c.upper++
			}
			i++
			continue
		}
		c.multibyte++
		i += n
	}
	c.size += int64(i)
	return i
}

func (c *census) ascii(b byte) {
	switch {
	case b == '\n':
		c.lines++
	case b == 0:
		if c.nulLine == 0 {
			c.nulLine = c.lines + 1
		}
	case b < ' ' && b != '\t' && b != '\r' && b != '\f', b == 0x7f:
		c.control++
	}
}

// encoding decides. A file with more good multi-byte letters than bad bytes is
// UTF-8 that was damaged (its bad rows are refused one by one): in Windows-1252
// such letters come about by chance only.
func (c census) encoding() Encoding {
	switch {
	case c.malformed == 0, c.multibyte >= c.malformed:
		return UTF8
	case c.upper > 0:
		return Windows1252
	}
	return Latin1
}

// mark finds a byte order mark and its length.
func mark(head []byte) (Encoding, int) {
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return UTF8, 3
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return UTF16LE, 2
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return UTF16BE, 2
	}
	return "", 0
}

// unmarkedUTF16 finds UTF-16 without a mark: Latin text in it has a NUL in
// nearly every second byte, and always on the same side.
func unmarkedUTF16(head []byte) Encoding {
	var even, odd int
	for i, b := range head {
		if b == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
		return ""
	case odd > half/2 && even < half/20+1:
		return UTF16LE
	case even > half/2 && odd < half/20+1:
		return UTF16BE
	}
	return ""
}
