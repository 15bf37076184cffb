package table

import (
	"errors"
	"io"
	"slices"
	"strings"
)

// headerWithin is how many records a header may stand behind: reports put their
// name and filters first.
const headerWithin = 50

// search looks at the first records for a header.
type search struct {
	first, best         []string
	firstLine, bestLine int
	most                int // names known in best
	fault               *Fault
}

// add looks at one record. A row in which the caller's words stand as values is
// no header.
func (s *search) add(rec Record, known func(string) bool) {
	if s.first == nil || len(s.first) == 1 && len(rec.Cells) > 1 {
		s.first, s.firstLine = slices.Clone(rec.Cells), rec.Line
	}
	n := knownAmong(rec.Cells, known)
	if n > s.most && (2*n >= len(rec.Cells) || !readsLikeRow(rec.Cells)) {
		s.best, s.bestLine, s.most = slices.Clone(rec.Cells), rec.Line, n
	}
}

// findHeader takes the record with the most names the caller knows. Where it
// knows none, the first record with more than one cell is the header, unless it
// reads like a row: then the header is missing, which is said and never guessed.
func (t *Table) findHeader(known func(string) bool) error {
	r, err := t.reader()
	if err != nil {
		return err
	}
	var s search
	for range headerWithin {
		rec, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		var f *Fault
		if errors.As(err, &f) && !f.Fatal {
			if s.fault == nil {
				s.fault = f
			}
			continue
		}
		if err != nil {
			return err
		}
		s.add(rec, known)
	}
	return t.settle(s)
}

func (t *Table) settle(s search) error {
	header, line := s.first, s.firstLine
	switch {
	case s.most > 1 || s.most == 1 && !readsLikeRow(s.best):
		header, line = s.best, s.bestLine
	case header == nil && s.fault != nil:
		s.fault.Fatal = true
		return s.fault
	case header == nil:
		return fatal(0, "The file holds no row. Export it again.")
	case readsLikeRow(header):
		f := fatal(line, "The first line reads like a row, not like a header. Put a line with the columns' names first.")
		f.Value = Clip(strings.Join(header, string(rune(t.Delimiter))))
		return f
	}
	t.written = make([]string, len(header))
	for i, c := range header {
		header[i], t.written[i] = name(c), strings.TrimSpace(strings.Trim(c, "\uFEFF"))
	}
	t.Header, t.HeaderLine = header, line
	return nil
}

func knownAmong(cells []string, known func(string) bool) int {
	if known == nil {
		return 0
	}
	n := 0
	for _, c := range cells {
		if known(name(c)) {
			n++
		}
	}
	return n
}

// readsLikeRow finds a cell no header has: a date, a number, an e-mail address.
func readsLikeRow(cells []string) bool {
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" {
			continue
		}
		if strings.Contains(c, "@") && !strings.Contains(c, " ") {
			return true
		}
		if shape, _ := readDate(c); shape {
			return true
		}
		if strings.Trim(c, "0123456789.,'- ") == "" && strings.ContainsAny(c, "0123456789") {
			return true
		}
	}
	return false
}

// name is a header cell as a person would say it.
func name(cell string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Trim(cell, "\uFEFF"), "\u00A0", " ")), " ")
}

// Column is the place of a name in the header, -1 when it does not stand there.
func (t *Table) Column(name string) int { return slices.Index(t.Header, name) }

// Twice lists the names that stand more than once in the header.
func (t *Table) Twice() []string {
	seen := map[string]int{}
	var twice []string
	for _, n := range t.Header {
		if seen[n]++; seen[n] == 2 && n != "" {
			twice = append(twice, n)
		}
	}
	return twice
}
