package table

import "bytes"

// defect says why the scanner could not take a record.
type defect int

const (
	sound defect = iota
	unfinished
	unclosed    // a quoted cell runs to the end of the file
	afterQuote  // something other than a delimiter follows a closing quote
	tooWide     // more columns than the limit
	tooLongCell // a cell over the limit
)

// scanner takes one record from the front of a buffer. It holds the record's
// text and where each cell ends, both used again for the next one.
type scanner struct {
	delim  byte
	row    byte // '\n', or '\r' for files of old Macs
	limits Limits
	text   []byte
	ends   []int
}

// next scans the record at the front of p. It returns how many bytes the record
// takes with its line end; last says that p reaches the end of the file.
// unfinished asks for more bytes. With any other defect n is where it was found.
func (s *scanner) next(p []byte, last bool) (n int, d defect) {
	s.text, s.ends = s.text[:0], s.ends[:0]
	i := 0
	for {
		var end bool
		from := len(s.text)
		i, end, d = s.cell(p, i, last)
		if d != sound {
			return i, d
		}
		if len(s.text)-from > s.limits.FieldBytes {
			return i, tooLongCell
		}
		s.ends = append(s.ends, len(s.text))
		if end {
			return i, sound
		}
		if len(s.ends) >= s.limits.Columns {
			return i, tooWide
		}
	}
}

// cell scans one cell at p[i:] and what ends it; end is true at a line end.
func (s *scanner) cell(p []byte, i int, last bool) (next int, end bool, d defect) {
	q := i
	for q < len(p) && p[q] == ' ' {
		q++
	}
	if q < len(p) && p[q] == '"' {
		return s.quoted(p, q+1, last)
	}
	for j := i; j < len(p); j++ {
		switch p[j] {
		case s.delim:
			s.text = append(s.text, p[i:j]...)
			return j + 1, false, sound
		case s.row:
			s.text = append(s.text, bytes.TrimSuffix(p[i:j], []byte{'\r'})...)
			return j + 1, true, sound
		}
	}
	if !last {
		return len(p), false, unfinished
	}
	s.text = append(s.text, bytes.TrimSuffix(p[i:], []byte{'\r'})...)
	return len(p), true, sound
}

// quoted scans the rest of a quoted cell, i being behind its opening quote.
func (s *scanner) quoted(p []byte, i int, last bool) (next int, end bool, d defect) {
	for {
		j := bytes.IndexByte(p[i:], '"')
		if j < 0 {
			if last {
				return len(p), false, unclosed
			}
			return len(p), false, unfinished
		}
		s.text = append(s.text, p[i:i+j]...)
		i += j + 1
		if i < len(p) && p[i] == '"' {
			s.text = append(s.text, '"')
			i++
			continue
		}
		return s.closed(p, i, last)
	}
}

// closed scans what follows a closing quote: blanks, then a delimiter or a line end.
func (s *scanner) closed(p []byte, i int, last bool) (next int, end bool, d defect) {
	for ; i < len(p); i++ {
		switch {
		case p[i] == s.delim:
			return i + 1, false, sound
		case p[i] == s.row:
			return i + 1, true, sound
		case p[i] == ' ', p[i] == '\r':
		default:
			return i, false, afterQuote
		}
	}
	if !last {
		return i, false, unfinished
	}
	return i, true, sound
}

// cells copies the scanned record out: one string, cut at the ends.
func (s *scanner) cells(into []string) []string {
	all := string(s.text)
	from := 0
	for _, to := range s.ends {
		into = append(into, all[from:to])
		from = to
	}
	return into
}
