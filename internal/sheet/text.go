package sheet

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"throughline/internal/table"
)

// readText reads a text file: delimited rows where most lines have the same
// number of cells, else lines.
func readText(src io.ReaderAt, size int64, l Limits) (*Book, error) {
	t, err := table.OpenRows(io.NewSectionReader(src, 0, size), table.Options{})
	if err != nil {
		return nil, asFault(err)
	}
	rows, err := isRows(t)
	if err != nil {
		return nil, err
	}
	if rows {
		p := newPurse(Delimited, l)
		s, err := readRows(p, t)
		if err != nil {
			return nil, err
		}
		p.book.Sheets = append(p.book.Sheets, s)
		return whole(p.book)
	}
	r, err := t.Text()
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, l.Text+1))
	if err != nil {
		return nil, fmt.Errorf("read the text: %w", err)
	}
	return readPasted(string(text), l)
}

// isRows looks at the first records. Commas stand in sentences too, and no two
// sentences have the same number of them for long.
func isRows(t *table.Table) (bool, error) {
	widths := map[int]int{}
	n, marked := 0, 0
	for rec, err := range t.Records(nil) {
		var f *table.Fault
		if errors.As(err, &f) {
			if f.Fatal {
				break
			}
			continue
		}
		if err != nil {
			return false, err
		}
		if cells := rec.Cells; t.Delimiter == '|' && strings.TrimSpace(cells[0]) == "" && len(cells) > 2 {
			marked++ // | a | b |: a table of Markdown
		}
		widths[len(rec.Cells)]++
		if n++; n == 300 {
			break
		}
	}
	most, width := 0, 0
	for w, c := range widths {
		if c > most || c == most && w > width {
			most, width = c, w
		}
	}
	if width < 2 || marked*2 > n {
		return false, nil
	}
	need := 0.5
	if t.Delimiter == ',' && width < 4 {
		need = 0.8
	}
	return n > 1 && float64(most) >= need*float64(n) || n == 1 && width > 2 && t.Delimiter == '\t', nil
}

// readRows reads delimited text into one sheet.
func readRows(p *purse, t *table.Table) (Sheet, error) {
	s := Sheet{Shape: Grid}
	number := 0
	for rec, err := range t.Records(nil) {
		var f *table.Fault
		if errors.As(err, &f) {
			p.note(fmt.Sprintf("line %d", f.Line), f.Reason)
			if f.Fatal {
				break
			}
			number++
			continue
		}
		if err != nil {
			return s, err
		}
		number += rec.Blanks + 1
		row := Row{Number: number, Line: rec.Line}
		for i, text := range rec.Cells {
			if text = strings.TrimSpace(strings.Trim(text, "\uFEFF")); text == "" {
				continue
			}
			if i >= maxColumns || !p.pays(text) {
				p.note(fmt.Sprintf("line %d", rec.Line), "The file holds more cells or text than are read; what comes behind was left out. Divide the list, or delete what is not needed.")
				s.Cut = true
				break
			}
			row.Cells = append(row.Cells, Cell{Column: i + 1, Text: text})
			s.Width = max(s.Width, i+1)
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
		if s.Cut {
			break
		}
	}
	return s, nil
}
