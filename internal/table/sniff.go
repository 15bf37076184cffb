package table

import (
	"bytes"
	"strings"
)

// sampled is how much decoded text is looked at to find delimiter and line end.
const sampled = 64 << 10

// rowEnd is what ends a row: a line feed, or a carriage return in a file that
// has no line feed at all.
func rowEnd(sample []byte) byte {
	if bytes.IndexByte(sample, '\n') < 0 && bytes.IndexByte(sample, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// declaredDelimiter reads the line `sep=;` that spreadsheets put first, and the
// number of bytes it takes.
func declaredDelimiter(sample []byte, row byte) (delim byte, n int) {
	line := firstLine(sample, row)
	text := strings.Trim(string(line), "\"\r ")
	if len(text) == 5 && strings.EqualFold(text[:4], "sep=") && isDelimiter(text[4]) {
		return text[4], min(len(line)+1, len(sample))
	}
	return 0, 0
}

const delimiters = ",;\t|"

func isDelimiter(b byte) bool { return strings.IndexByte(delimiters, b) >= 0 }

// findDelimiter takes the one under which most records have the same number of
// columns, more than one; between equals the one that gives more columns.
// A file of one column has none, and is read with commas.
func findDelimiter(sample []byte, row byte, whole bool, limits Limits) byte {
	best, most, widest := byte(','), 0, 0
	for i := range len(delimiters) {
		agree, width := agreement(sample, delimiters[i], row, whole, limits)
		if agree > most || agree == most && width > widest {
			best, most, widest = delimiters[i], agree, width
		}
	}
	return best
}

// agreement counts the records that have the commonest number of columns over one.
func agreement(sample []byte, delim, row byte, whole bool, limits Limits) (agree, width int) {
	s := scanner{delim: delim, row: row, limits: limits}
	widths := map[int]int{}
	for len(sample) > 0 {
		n, d := s.next(sample, whole)
		switch {
		case d == sound:
			widths[len(s.ends)]++
		case d == tooWide || d == unfinished && len(s.ends) > 0 && len(widths) == 0:
			return 1, len(s.ends)
		default:
			if d == unfinished {
				n = len(sample)
			} else if i := bytes.IndexByte(sample, row); i >= 0 {
				n = i + 1
			} else {
				n = len(sample)
			}
		}
		sample = sample[n:]
	}
	for w, c := range widths {
		if w > 1 && (c > agree || c == agree && w > width) {
			agree, width = c, w
		}
	}
	return agree, width
}
