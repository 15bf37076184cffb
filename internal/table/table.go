package table

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// Options say what is known beforehand. The zero value finds everything out.
type Options struct {
	Encoding  Encoding               // empty: found out
	Delimiter byte                   // 0: found out
	Known     func(name string) bool // tells a column name of the caller's; finds a header that stands late or in another language
	Limits    Limits
}

// Table is an opened file of delimited text: its form is known, its rows are
// read by [Table.Records], as often as wanted.
type Table struct {
	Header     []string // the names, trimmed
	HeaderLine int
	Encoding   Encoding
	Delimiter  byte
	Size       int64 // bytes

	written []string // the header's cells as written, without a byte order mark
	src     io.ReadSeeker
	start   int64 // bytes of the byte order mark
	declare int   // bytes of a line `sep=;`, decoded
	row     byte
	damaged bool
	limits  Limits
}

// Skipped counts what [Table.Records] left out without a word.
type Skipped struct {
	Headers int // the header standing again among the rows
}

// Open finds out a file's encoding, delimiter and header. It reads the whole
// file once. What cannot be read as delimited text is a *Fault that says why.
func Open(src io.ReadSeeker, o Options) (*Table, error) {
	t, err := OpenRows(src, o)
	if err != nil {
		return nil, err
	}
	if err := t.findHeader(o.Known); err != nil {
		return nil, err
	}
	return t, nil
}

// OpenRows is Open for a file of which nobody knows whether it has a header, or
// several: [Table.Records] then gives every row, and none counts as the header.
func OpenRows(src io.ReadSeeker, o Options) (*Table, error) {
	t := &Table{src: src, limits: o.Limits.filled(), Encoding: o.Encoding, Delimiter: o.Delimiter}
	if o.Delimiter != 0 && !isDelimiter(o.Delimiter) {
		return nil, fatal(0, "The delimiter %q is not known. Use a comma, semicolon, tab or pipe.", o.Delimiter)
	}
	if o.Encoding != "" && !o.Encoding.known() {
		return nil, fatal(0, "The encoding %q is not known. Use utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-1.", o.Encoding)
	}
	if err := t.findEncoding(); err != nil {
		return nil, err
	}
	if err := t.findDelimiter(); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *Table) findEncoding() error {
	if _, err := t.src.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("read the file's start: %w", err)
	}
	head := make([]byte, 4096)
	n, err := io.ReadFull(t.src, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("read the file's start: %w", err)
	}
	head = head[:n]
	if n == 0 {
		return fatal(0, "The file is empty. Export it again.")
	}
	if s := foreign(head); s != "" {
		return fatal(0, "%s", s)
	}
	marked, length := mark(head)
	if marked == "" {
		marked = unmarkedUTF16(head)
	}
	t.start = int64(length)
	if _, err := t.src.Seek(t.start, io.SeekStart); err != nil {
		return fmt.Errorf("read the file's start: %w", err)
	}
	c, err := takeCensus(t.src)
	if err != nil {
		return fmt.Errorf("read the file: %w", err)
	}
	t.Size = t.start + c.size
	if t.Encoding == "" {
		t.Encoding = marked
	}
	if t.Encoding == UTF16LE || t.Encoding == UTF16BE {
		return nil
	}
	if c.nulLine > 0 {
		return fatal(c.nulLine, "A NUL byte stands here, so this is not a text file, or it is damaged. Export it again as CSV.")
	}
	if c.control > 16 && c.control > c.size/100 {
		return fatal(0, "This is a binary file, not delimited text. Export the rows as CSV.")
	}
	if t.Encoding == "" {
		t.Encoding = c.encoding()
	}
	t.damaged = t.Encoding == UTF8 && c.malformed > 0
	return nil
}

// text gives the file's text from its start.
func (t *Table) text() (io.Reader, error) {
	if _, err := t.src.Seek(t.start, io.SeekStart); err != nil {
		return nil, fmt.Errorf("go back to the file's start: %w", err)
	}
	return t.Encoding.decoded(t.src), nil
}

// Text gives the whole file decoded, from its start, for a reader that finds no
// rows in it.
func (t *Table) Text() (io.Reader, error) { return t.text() }

func (t *Table) findDelimiter() error {
	text, err := t.text()
	if err != nil {
		return err
	}
	sample := make([]byte, sampled)
	n, err := io.ReadFull(text, sample)
	whole := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !whole {
		return fmt.Errorf("read the file's start: %w", err)
	}
	sample = sample[:n]
	if strings.TrimSpace(string(sample)) == "" && whole {
		return fatal(0, "The file holds only blanks. Export it again.")
	}
	t.row = rowEnd(sample)
	declared, length := declaredDelimiter(sample, t.row)
	t.declare = length
	if t.Delimiter == 0 {
		t.Delimiter = declared
	}
	if t.Delimiter == 0 {
		t.Delimiter = findDelimiter(sample[length:], t.row, whole, t.limits)
	}
	return nil
}

func (t *Table) reader() (*reader, error) {
	text, err := t.text()
	if err != nil {
		return nil, err
	}
	r := newReader(text, t.Delimiter, t.row, t.limits)
	r.width, r.damaged, r.skipping = len(t.Header), t.damaged, t.declare > 0
	return r, nil
}

// Records reads the rows behind the header. With a record that cannot be read
// comes a *Fault, and reading goes on unless it is Fatal; any other error ends
// it. The header standing again is left out and counted in skipped, which may be nil.
func (t *Table) Records(skipped *Skipped) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		r, err := t.reader()
		if err != nil {
			yield(Record{}, err)
			return
		}
		var f *Fault // outside the loop, or every row would cost one
		for {
			rec, err := r.next()
			if errors.Is(err, io.EOF) {
				return
			}
			bad := errors.As(err, &f)
			switch {
			case err != nil && !bad:
				yield(Record{}, fmt.Errorf("read the file: %w", err))
				return
			case bad && f.Line <= t.HeaderLine && !f.Fatal, err == nil && rec.Line <= t.HeaderLine:
				continue
			case err == nil && t.isHeader(rec.Cells):
				if skipped != nil {
					skipped.Headers++
				}
				continue
			}
			if !yield(rec, err) || bad && f.Fatal {
				return
			}
		}
	}
}

func (t *Table) isHeader(cells []string) bool {
	return len(cells) == len(t.Header) && len(cells) > 1 &&
		slices.EqualFunc(cells, t.written, func(a, b string) bool { return strings.TrimSpace(a) == b })
}

// Whole refuses a record that has not as many cells as the header: a cut file, a
// line break or a delimiter without quotes. An empty cell too many counts: it
// may be the last of a row whose cells all stand one place off.
func (t *Table) Whole(rec Record) *Fault {
	have, want := len(rec.Cells), len(t.Header)
	if have == want {
		return nil
	}
	reason := fmt.Sprintf("The row has %d of %d columns; the file may be cut off, or a cell may hold a line break without quotes.", have, want)
	if have > want {
		reason = fmt.Sprintf("The row has %d columns, the header %d; a cell may hold the delimiter without quotes.", have, want)
	}
	return &Fault{Line: rec.Line, Value: Clip(strings.Join(rec.Cells, string(rune(t.Delimiter)))), Reason: reason}
}
