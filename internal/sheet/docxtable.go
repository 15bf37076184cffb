package sheet

import (
	"encoding/xml"
	"strings"
)

// tableReader reads the rows of one table.
type tableReader struct {
	d    *document
	s    *Sheet
	row  Row
	open map[int]int // merges downwards that go on, by column: where they began in s.Merges
	gone bool        // the row was deleted with changes tracked
}

func (t *tableReader) read() error {
	tokens := t.d.t
	at := 0
	for level := tokens.depth; tokens.depth >= level; {
		tok, err := tokens.next()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "tr":
				at++
				if err := t.tableRow(at); err != nil {
					return err
				}
			case "del", "moveFrom", "Fallback":
				if err := tokens.skip(); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// tableRow reads a tr element.
func (t *tableReader) tableRow(at int) error {
	tokens := t.d.t
	t.row, t.gone = Row{Number: at}, false
	column := 1
	for level := tokens.depth; tokens.depth >= level; {
		tok, err := tokens.next()
		if err != nil {
			return err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "tblHeader":
			v := attr(e, "val")
			t.row.Header = v == "" || yes(v)
		case "gridBefore":
			column += max(0, min(number(attr(e, "val")), maxColumns))
		case "del":
			t.gone = true
		case "tc":
			if column, err = t.tableCell(column); err != nil {
				return err
			}
		}
	}
	if len(t.row.Cells) > 0 && !t.gone {
		t.s.Rows = append(t.s.Rows, t.row)
	}
	return nil
}

// tableCell reads a tc element and gives the column behind it.
func (t *tableReader) tableCell(column int) (int, error) {
	tokens := t.d.t
	span, goesOn, begins, bold := 1, false, false, true
	var lines []string
	for level := tokens.depth; tokens.depth >= level; {
		tok, err := tokens.next()
		if err != nil {
			return column, err
		}
		e, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "gridSpan":
			span = max(1, min(number(attr(e, "val")), 1000))
		case "vMerge":
			begins = attr(e, "val") == "restart"
			goesOn = !begins
		case "p":
			p, err := t.d.paragraph()
			if err != nil {
				return column, err
			}
			if s := strings.TrimSpace(p.number + " " + p.text); s != "" {
				lines = append(lines, s)
				bold = bold && p.bold
			}
		case "del", "moveFrom", "Fallback":
			if err := tokens.skip(); err != nil {
				return column, err
			}
		}
	}
	t.merge(column, span, begins, goesOn)
	if text := strings.Join(lines, "\n"); text != "" && !goesOn && column <= maxColumns {
		if !t.d.pays(text) {
			t.d.cut()
			return column + span, nil
		}
		t.row.Cells = append(t.row.Cells, Cell{Column: column, Text: text, Bold: bold})
	}
	return column + span, nil
}

// merge keeps which cells are one.
func (t *tableReader) merge(column, span int, begins, goesOn bool) {
	i, ok := t.open[column]
	switch {
	case goesOn && ok:
		t.s.Merges[i].LastRow = t.row.Number
		return
	case len(t.s.Merges) >= 50_000:
		return
	}
	delete(t.open, column)
	if begins {
		t.open[column] = len(t.s.Merges)
	}
	if begins || span > 1 {
		t.s.Merges = append(t.s.Merges, Range{t.row.Number, column, t.row.Number, column + span - 1})
	}
}
