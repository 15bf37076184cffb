package table

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Place is a cell of a text file: the physical line where its record begins and its column, both from 1.
type Place struct{ Line, Column int }

// NotWritten is a cell that kept what it holds, with the reason as a sentence.
type NotWritten struct {
	Place
	Why string
}

// Rewrite copies the file with words in some of its empty cells. Delimiter, quotes, line ends,
// encoding, byte order mark and every other cell stay as they are. The words are written as they
// are given: see [Neutralise].
func (t *Table) Rewrite(w io.Writer, words map[Place]string) ([]NotWritten, error) {
	if _, err := t.src.Seek(0, io.SeekStart); err != nil {
		return nil, fmt.Errorf("go back to the file's start: %w", err)
	}
	raw, err := io.ReadAll(t.src)
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	body, coded, err := t.scannable(raw[t.start:])
	if err != nil {
		return nil, err
	}
	r := rewriter{t: t, body: body, words: words, letters: coded}
	r.walk()
	if r.written == 0 {
		_, err = w.Write(raw)
		return r.left, err
	}
	out := r.out.Bytes()
	if u := t.wide(); u != nil {
		if out, err = u.NewEncoder().Bytes(out); err != nil {
			return nil, fmt.Errorf("write the text: %w", err)
		}
	}
	if _, err := w.Write(raw[:t.start]); err != nil {
		return nil, err
	}
	_, err = w.Write(out)
	return r.left, err
}

// wide is the encoding whose letters take two bytes.
func (t *Table) wide() encoding.Encoding {
	switch t.Encoding {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// scannable gives the text in which delimiters are single bytes, and how words are written in it:
// UTF-16 is decoded where that can be taken back, all else stays as it is.
func (t *Table) scannable(raw []byte) ([]byte, *encoding.Encoder, error) {
	if u := t.wide(); u != nil {
		text, err := u.NewDecoder().Bytes(raw)
		if err != nil {
			return nil, nil, fatal(0, "The file's letters cannot be read. Save it again as UTF-8.")
		}
		if again, err := u.NewEncoder().Bytes(text); err != nil || !bytes.Equal(again, raw) {
			return nil, nil, fatal(0, "The file holds letters that are damaged, so it cannot be written without changing them. Save it again as UTF-8.")
		}
		return text, nil, nil
	}
	switch t.Encoding {
	case Windows1252:
		return raw, charmap.Windows1252.NewEncoder(), nil
	case Latin1:
		return raw, charmap.ISO8859_1.NewEncoder(), nil
	}
	return raw, nil, nil
}

// rewriter copies records.
type rewriter struct {
	t       *Table
	body    []byte
	letters *encoding.Encoder // nil for UTF-8
	words   map[Place]string
	out     bytes.Buffer
	left    []NotWritten
	written int
}

func (r *rewriter) walk() {
	wanted := map[int][]Place{}
	for at := range r.words {
		wanted[at.Line] = append(wanted[at.Line], at)
	}
	s := scanner{delim: r.t.Delimiter, row: r.t.row, limits: r.t.limits}
	r.out.Write(r.body[:r.t.declare])
	line := 1 + bytes.Count(r.body[:r.t.declare], []byte{r.t.row})
	for at := r.t.declare; at < len(r.body); {
		n, d := s.next(r.body[at:], true)
		if d != sound { // the reader passed over this line too
			n = len(firstLine(r.body[at:], r.t.row))
			n = min(n+1, len(r.body)-at)
		}
		record := r.body[at : at+n]
		if places := wanted[line]; len(places) > 0 && d == sound {
			delete(wanted, line)
			r.record(&s, record, places)
		} else {
			r.out.Write(record)
		}
		line += bytes.Count(record, []byte{r.t.row})
		at += n
	}
	for _, places := range wanted {
		for _, p := range places {
			r.keep(p, "The file has no such row.")
		}
	}
	slices.SortFunc(r.left, func(a, b NotWritten) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
}

func (r *rewriter) keep(p Place, why string) { r.left = append(r.left, NotWritten{p, why}) }

// record writes one record with words in some of its cells.
func (r *rewriter) record(s *scanner, p []byte, places []Place) {
	slices.SortFunc(places, func(a, b Place) int { return a.Column - b.Column })
	quotes := bytes.HasPrefix(bytes.TrimLeft(p, " "), []byte{'"'})
	column, end := 0, false
	for i := 0; !end; {
		column++
		var next int
		next, end, _ = s.cell(p, i, true)
		cell, rest := p[i:next], 0
		if !end {
			rest = 1
		} else if bytes.HasSuffix(cell, []byte{s.row}) {
			rest = 1
			if bytes.HasSuffix(cell, []byte{'\r', s.row}) {
				rest = 2
			}
		}
		cell, after := cell[:len(cell)-rest], cell[len(cell)-rest:]
		for len(places) > 0 && places[0].Column == column {
			cell = r.cell(places[0], cell, quotes)
			places = places[1:]
		}
		r.out.Write(cell)
		if end { // cells behind the last one of a short record
			for ; len(places) > 0; places = places[1:] {
				if filled := r.cell(places[0], nil, quotes); len(filled) > 0 {
					for ; column < places[0].Column; column++ {
						r.out.WriteByte(s.delim)
					}
					r.out.Write(filled)
				}
			}
		}
		r.out.Write(after)
		i = next
	}
}

// cell is what a cell holds afterwards: the words where it was empty.
func (r *rewriter) cell(at Place, was []byte, quotes bool) []byte {
	if strings.Trim(string(was), "\" \t\u00A0") != "" {
		r.keep(at, "Something stands there already.")
		return was
	}
	words, err := r.coded(r.words[at])
	if err != nil {
		r.keep(at, fmt.Sprintf("The file is written in %s, which cannot write some of these letters.", r.t.Encoding))
		return was
	}
	r.written++
	special := bytes.ContainsAny(words, "\"\r\n"+string(r.t.Delimiter)) || bytes.HasPrefix(words, []byte{' '}) || bytes.HasSuffix(words, []byte{' '})
	if !special && !quotes && !bytes.ContainsRune(was, '"') {
		return words
	}
	return append(append([]byte{'"'}, bytes.ReplaceAll(words, []byte{'"'}, []byte(`""`))...), '"')
}

// coded is the words in the bytes of the file, with line ends as it has them.
func (r *rewriter) coded(words string) ([]byte, error) {
	words = strings.ReplaceAll(words, "\r\n", "\n")
	if r.t.row == '\r' {
		words = strings.ReplaceAll(words, "\n", "\r")
	}
	if r.letters == nil {
		return []byte(words), nil
	}
	out, err := r.letters.Bytes([]byte(words))
	if err != nil {
		return nil, errors.Join(err)
	}
	return out, nil
}
