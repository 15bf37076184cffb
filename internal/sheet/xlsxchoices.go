package sheet

import (
	"encoding/xml"
	"slices"
	"strings"
)

// choice reads a validation list: in the sheet itself, or in the extension by
// which newer files point to other sheets.
func (r *sheetReader) choice(e xml.StartElement) error {
	c := Choice{}
	cells := attr(e, "sqref")
	for level := r.t.depth; r.t.depth >= level; {
		tok, err := r.t.next()
		if err != nil {
			return err
		}
		inner, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch inner.Name.Local {
		case "formula1":
			c.Source, err = textOf(r.t)
		case "sqref":
			cells, err = textOf(r.t)
		}
		if err != nil {
			return err
		}
	}
	c.Source = strings.TrimSpace(c.Source)
	for _, ref := range strings.Fields(cells) {
		if in, ok := ParseRange(ref); ok && len(c.Cells) < 10_000 {
			c.Cells = append(c.Cells, in)
		}
	}
	if len(c.Cells) > 0 {
		r.s.Choices = append(r.s.Choices, c)
	}
	return nil
}

// maxOptions is how many options of one list are kept.
const maxOptions = 1_000

// resolveChoices finds the options of each list: written out, or in cells of
// this sheet or another, perhaps by a defined name. What would have to be
// computed stays open.
func (w *workbook) resolveChoices() {
	known := map[string][]string{}
	for i := range w.book.Sheets {
		s := &w.book.Sheets[i]
		for j := range s.Choices {
			c := &s.Choices[j]
			key := s.Name + "\x00" + c.Source
			options, ok := known[key]
			if !ok {
				options = w.options(s, c.Source, 16)
				known[key] = options
			}
			c.Options = options
		}
	}
}

// options resolves one source; names may stand for names, up to depth times.
func (w *workbook) options(s *Sheet, source string, depth int) []string {
	source = strings.TrimPrefix(strings.TrimSpace(source), "=")
	if depth == 0 || source == "" {
		return nil
	}
	if inner, ok := strings.CutPrefix(source, `"`); ok && strings.HasSuffix(inner, `"`) {
		var out []string
		for _, o := range strings.Split(strings.TrimSuffix(inner, `"`), ",") {
			if o = strings.TrimSpace(strings.ReplaceAll(o, `""`, `"`)); o != "" && len(out) < maxOptions {
				out = append(out, o)
			}
		}
		return out
	}
	on, cells := s, source
	if name, ref, ok := cutLast(source, "!"); ok {
		name = strings.ReplaceAll(strings.Trim(name, "'"), "''", "'")
		i := slices.IndexFunc(w.book.Sheets, func(x Sheet) bool { return strings.EqualFold(x.Name, name) })
		if i < 0 {
			return nil
		}
		on, cells = &w.book.Sheets[i], ref
	}
	if in, ok := ParseRange(cells); ok {
		return on.texts(in)
	}
	return w.options(s, w.names[strings.ToLower(cells)], depth-1)
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// texts gives what stands in a range, row by row.
func (s *Sheet) texts(in Range) []string {
	var out []string
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if in.Holds(row.Number, c.Column) && c.Text != "" && len(out) < maxOptions {
				out = append(out, c.Text)
			}
		}
	}
	return out
}

// sort puts rows and cells in order; of cells that stand twice the first counts.
func (s *Sheet) sort() {
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return a.Number - b.Number })
	rows := s.Rows[:0]
	for _, row := range s.Rows {
		if n := len(rows); n > 0 && rows[n-1].Number == row.Number {
			rows[n-1].Cells = append(rows[n-1].Cells, row.Cells...)
			continue
		}
		rows = append(rows, row)
	}
	s.Rows = rows
	for i := range s.Rows {
		c := s.Rows[i].Cells
		slices.SortStableFunc(c, func(a, b Cell) int { return a.Column - b.Column })
		s.Rows[i].Cells = slices.CompactFunc(c, func(a, b Cell) bool { return a.Column == b.Column })
	}
}
