package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// sheetReader reads one worksheet part.
type sheetReader struct {
	w         *workbook
	t         *tokens
	s         *Sheet
	row       *Row
	next      int // number of the row behind this one
	column    int // of the last cell read
	protected bool
	unsorted  bool
	unlocked  map[int]int
	far       bool // a place outside of any sheet was met
}

// readTab reads one sheet. A part that is missing or damaged costs this sheet
// and a note, not the whole file, unless it is the only one.
func (w *workbook) readTab(t tab) error {
	s := Sheet{Name: t.name, Part: t.part, Shape: Grid, Hidden: t.hidden, HiddenColumns: map[int]bool{}}
	err := w.within(t.part, func(tokens *tokens) error {
		r := sheetReader{w: w, t: tokens, s: &s, next: 1, unlocked: map[int]int{}}
		return r.read()
	})
	var f *Fault
	if errors.As(err, &f) && len(w.tabs) > 1 {
		w.note(fmt.Sprintf("Sheet %q", clip(t.name)), f.Reason)
		s.Cut, err = true, nil
	}
	if err != nil {
		return err
	}
	w.book.Sheets = append(w.book.Sheets, s)
	return nil
}

func (r *sheetReader) read() error {
	for !r.s.Cut {
		tok, err := r.t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok {
			if err := r.element(e); err != nil {
				return err
			}
		}
	}
	r.endRow()
	if r.unsorted {
		r.note("", "Rows or cells of this sheet do not stand in order in the file; they were put in order.")
		r.s.sort()
	}
	if r.protected {
		r.s.Unlocked = r.unlocked
	}
	for _, row := range r.s.Rows {
		r.s.Width = max(r.s.Width, row.Cells[len(row.Cells)-1].Column)
	}
	return nil
}

func (r *sheetReader) note(place, text string) {
	p := fmt.Sprintf("Sheet %q", clip(r.s.Name))
	if place != "" {
		p += ", " + place
	}
	r.w.note(p, text)
}

// element looks at one start element anywhere in the sheet.
func (r *sheetReader) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "pane":
		if s := attr(e, "state"); s == "frozen" || s == "frozenSplit" {
			if y, err := strconv.ParseFloat(attr(e, "ySplit"), 64); err == nil && y > 0 && y < 100 {
				r.s.Frozen = int(y)
			}
		}
	case "sheetProtection":
		r.protected = yes(attr(e, "sheet"))
	case "col":
		first, last := number(attr(e, "min")), number(attr(e, "max"))
		for c := max(first, 1); yes(attr(e, "hidden")) && c <= last && c <= maxColumns; c++ {
			r.s.HiddenColumns[c] = true
		}
	case "row":
		r.endRow()
		r.startRow(e)
	case "c":
		return r.cell(e)
	case "mergeCell":
		if m, ok := ParseRange(attr(e, "ref")); ok && len(r.s.Merges) < 50_000 {
			r.s.Merges = append(r.s.Merges, m)
		}
	case "dataValidation":
		if attr(e, "type") == "list" && len(r.s.Choices) < 10_000 {
			return r.choice(e)
		}
	}
	return nil
}

func (r *sheetReader) startRow(e xml.StartElement) {
	n := r.next
	if a := attr(e, "r"); a != "" {
		if n = number(a); n < 1 || n > maxRows {
			r.outside()
			n = r.next
		}
	}
	r.unsorted = r.unsorted || n < r.next
	r.row = &Row{Number: n, Hidden: yes(attr(e, "hidden"))}
	r.next, r.column = n+1, 0
}

func (r *sheetReader) endRow() {
	if r.row != nil && len(r.row.Cells) > 0 {
		r.s.Rows = append(r.s.Rows, *r.row)
	}
	r.row = nil
}

func (r *sheetReader) outside() {
	if !r.far {
		r.note("", fmt.Sprintf("Cells stand outside of a sheet's %d rows and %d columns; they were left out.", maxRows, maxColumns))
	}
	r.far = true
}

// cell reads a c element.
func (r *sheetReader) cell(e xml.StartElement) error {
	column := r.column + 1
	if a := attr(e, "r"); a != "" {
		row, c, ok := ParseCell(a)
		if !ok || r.row != nil && row != r.row.Number {
			r.outside()
			return r.t.skip()
		}
		column = c
	}
	if r.row == nil || column > maxColumns {
		r.outside()
		return r.t.skip()
	}
	r.unsorted = r.unsorted || column <= r.column
	r.column = column
	value, formula, err := r.value()
	if err != nil {
		return err
	}
	style := r.w.styles.of(attr(e, "s"))
	if style.unlocked {
		r.unlocked[column]++
	}
	c := Cell{Column: column, Formula: formula, Bold: style.bold, Filled: style.filled}
	c.Text, c.Kind = r.shown(attr(e, "t"), value, style, column)
	if strings.TrimSpace(c.Text) == "" && !formula {
		return nil
	}
	if !r.w.pays(c.Text) {
		r.note(CellName(r.row.Number, column), "The file holds more cells or text than are read; what comes behind this cell was left out. Divide the list, or delete what is not needed.")
		r.s.Cut = true
		return nil
	}
	r.row.Cells = append(r.row.Cells, c)
	return nil
}

// value reads what stands inside a c element.
func (r *sheetReader) value() (value string, formula bool, err error) {
	for level := r.t.depth; r.t.depth >= level; {
		tok, err := r.t.next()
		if err != nil {
			return "", false, err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "v":
			value, err = textOf(r.t)
		case "is":
			value, err = richText(r.t)
		case "f":
			formula = true
			err = r.t.skip()
		default:
			err = r.t.skip()
		}
		if err != nil {
			return "", false, err
		}
	}
	return value, formula, nil
}

// shown gives what a person sees of a stored value.
func (r *sheetReader) shown(kind, value string, s style, column int) (string, Kind) {
	switch kind {
	case "s":
		i := number(strings.TrimSpace(value))
		if i < 0 || i >= len(r.w.shared) {
			r.note(CellName(r.row.Number, column), "The cell points to a text that the file does not hold; it was read as empty.")
			return "", Words
		}
		return r.w.shared[i], Words
	case "str":
		return unescaped(value), Words
	case "inlineStr":
		return value, Words
	case "b":
		if yes(value) {
			return "TRUE", Truth
		}
		return "FALSE", Truth
	case "e":
		return value, Error
	case "d": // a date as ISO 8601 writes it
		return strings.TrimSuffix(value, "T00:00:00"), Day
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return value, Words
	}
	return s.format.shown(v, r.w.epoch)
}
