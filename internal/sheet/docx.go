package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// document is a Word document while it is read.
type document struct {
	*purse
	t         *tokens
	part      string
	styles    paragraphStyles
	numbering numbering
	heading   string // the last one met
	text      Sheet  // what stands outside of tables
	tables    int
	full      bool
}

// readDocument reads the tables of a document, a sheet each under the name of
// the heading above it, and all other paragraphs as one sheet of lines. Inserted
// text counts, deleted text does not: what a reader sees with all changes taken.
func readDocument(p *purse, parts *parts, main string) (*Book, error) {
	d := &document{purse: p, part: main, text: Sheet{Part: main, Shape: Lines}}
	targets, err := relations(parts, main)
	if err != nil {
		return nil, err
	}
	for _, r := range targets {
		if !parts.has(r.target) || r.kind != "styles" && r.kind != "numbering" {
			continue
		}
		t, err := parts.open(r.target)
		if err != nil {
			return nil, err
		}
		if r.kind == "styles" {
			d.styles, err = readParagraphStyles(t)
		} else {
			d.numbering, err = readNumbering(t)
		}
		t.src.Close()
		if err != nil {
			return nil, err
		}
	}
	if d.t, err = parts.open(main); err != nil {
		return nil, err
	}
	defer d.t.src.Close()
	if err := d.read(); err != nil {
		return nil, err
	}
	if len(d.text.Rows) > 0 {
		d.text.count()
		p.book.Sheets = append(p.book.Sheets, d.text)
	}
	return p.book, nil
}

// read walks over the body.
func (d *document) read() error {
	for !d.full {
		tok, err := d.t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "p":
			err = d.line()
		case "tbl":
			err = d.tableSheet()
		case "Fallback", "del", "moveFrom":
			err = d.t.skip()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// line adds a paragraph outside of tables.
func (d *document) line() error {
	p, err := d.paragraph()
	if err != nil || p.text == "" {
		return err
	}
	row := Row{Number: len(d.text.Rows) + 1, Level: p.level, Indent: p.indent}
	number, text := p.number, p.text
	if number == "" {
		if m := markOf(p.text); m.number != "" {
			number, text = m.number, m.text
		}
	}
	if p.level > 0 {
		d.heading = strings.TrimSpace(number + " " + text)
	}
	if !d.pays(p.text) {
		d.cut()
		return nil
	}
	if number != "" {
		row.Cells = append(row.Cells, Cell{Column: 1, Text: number})
	}
	row.Cells = append(row.Cells, Cell{Column: 2, Text: text, Bold: p.bold})
	d.text.Rows = append(d.text.Rows, row)
	return nil
}

func (d *document) cut() {
	if !d.full {
		d.note("", "The document holds more text or tables than are read; its end was left out. Divide it, or paste the list.")
	}
	d.full = true
}

// tableSheet reads a table into a sheet of its own.
func (d *document) tableSheet() error {
	d.tables++
	s := Sheet{Name: d.heading, Part: d.part, Shape: Table, Table: d.tables}
	t := tableReader{d: d, s: &s, open: map[int]int{}}
	if err := t.read(); err != nil {
		return err
	}
	if len(d.book.Sheets) >= d.limits.Sheets {
		d.cut()
		return nil
	}
	s.count()
	d.book.Sheets = append(d.book.Sheets, s)
	return nil
}
