package table

import (
	"bytes"
	"errors"
	"io"
)

// Record is one row of a file. Cells is used again for the next record: keep
// the strings, not the slice.
type Record struct {
	Line   int      // physical line where it begins, from 1
	Cells  []string // as written, quotes taken off
	Blanks int      // empty lines directly before it
	Offset int64    // bytes of decoded text read so far: progress on a long file
}

// reader streams the records of decoded text.
type reader struct {
	src      io.Reader
	scan     scanner
	trial    scanner // tries whether a line is a row of its own, after a fault
	width    int     // columns of the header, 0 while it is looked for
	damaged  bool    // the file holds bytes that are no UTF-8: look at each record
	buf      []byte
	from, to int
	ended    bool
	skipping bool // drop bytes up to the next line end
	line     int
	gone     int64
	faults   int
	cells    []string
}

func newReader(src io.Reader, delim, row byte, limits Limits) *reader {
	s := scanner{delim: delim, row: row, limits: limits}
	return &reader{src: src, scan: s, trial: s, buf: make([]byte, 64<<10), line: 1}
}

// next gives the next record that is not blank. A *Fault is one row's unless it
// is Fatal; io.EOF ends; any other error is the source's.
func (r *reader) next() (Record, error) {
	blanks := 0
	for {
		if err := r.dropLine(); err != nil {
			return Record{}, err
		}
		if r.from == r.to && r.ended {
			return Record{}, io.EOF
		}
		n, d := r.scan.next(r.buf[r.from:r.to], r.ended)
		if d == unfinished {
			if r.to-r.from < r.scan.limits.RecordBytes {
				if err := r.fill(); err != nil {
					return Record{}, err
				}
				continue
			}
			d = tooLongCell
		}
		if d != sound {
			return Record{}, r.refuse(n, d)
		}
		line := r.line
		r.pass(n)
		if len(bytes.TrimSpace(r.scan.text)) == 0 {
			blanks++
			continue
		}
		if r.damaged && !bytesAreText(r.scan.text) {
			return Record{}, r.counted(&Fault{Line: line, Value: Clip(string(r.scan.text)),
				Reason: "This row holds bytes that are not UTF-8 like the rest of the file. Save the file again in one encoding."})
		}
		r.cells = r.scan.cells(r.cells[:0])
		return Record{Line: line, Cells: r.cells, Blanks: blanks, Offset: r.gone}, nil
	}
}

// fill reads until the buffer is full or the source ends, making room first.
func (r *reader) fill() error {
	if r.from > 0 {
		r.to = copy(r.buf, r.buf[r.from:r.to])
		r.from = 0
	}
	if r.to == len(r.buf) {
		r.buf = append(r.buf, make([]byte, len(r.buf))...)
	}
	for r.to < len(r.buf) && !r.ended {
		n, err := r.src.Read(r.buf[r.to:])
		r.to += n
		if errors.Is(err, io.EOF) {
			r.ended = true
		} else if err != nil {
			return err
		}
	}
	return nil
}

// pass moves behind n bytes and counts their lines.
func (r *reader) pass(n int) {
	r.line += bytes.Count(r.buf[r.from:r.from+n], []byte{r.scan.row})
	r.from += n
	r.gone += int64(n)
}

// dropLine drops what is left of a line that was refused.
func (r *reader) dropLine() error {
	for r.skipping {
		if i := bytes.IndexByte(r.buf[r.from:r.to], r.scan.row); i >= 0 {
			r.pass(i + 1)
			r.skipping = false
			return nil
		}
		r.pass(r.to - r.from)
		if r.ended {
			r.skipping = false
			return nil
		}
		if err := r.fill(); err != nil {
			return err
		}
	}
	return nil
}

// bytesAreText is false for damaged UTF-8.
func bytesAreText(p []byte) bool { return bytes.Equal(bytes.ToValidUTF8(p, nil), p) }
