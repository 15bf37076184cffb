package fill

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"throughline/internal/sheet"
)

// edit puts a text in the place of some bytes of a part.
type edit struct {
	from, to int
	with     string
}

// patcher walks over the part of one sheet and gathers the edits that put values into it.
type patcher struct {
	data   []byte
	d      *xml.Decoder
	from   int // where the last token begins
	want   map[int][]Value
	out    *Report
	edits  []edit
	styles []columnStyle
	row    int // number of the row read last
}

// columnStyle is the form of cells that are not there yet, for some columns.
type columnStyle struct {
	first, last int
	style       string
}

// place is a cell in the part.
type place struct {
	column, from, to int
	start            xml.StartElement
	open             int // end of the start tag; to where it closes itself
	formula, filled  bool
}

// patch gives a sheet's part with the values in its cells.
func patch(data []byte, values []Value, out *Report) ([]byte, error) {
	p := &patcher{data: data, d: xml.NewDecoder(bytes.NewReader(data)), want: map[int][]Value{}, out: out}
	for _, v := range values {
		p.want[v.Row] = append(p.want[v.Row], v)
	}
	if err := p.walk(); err != nil {
		return nil, invalid(err)
	}
	for _, n := range slices.Sorted(maps.Keys(p.want)) {
		for _, v := range p.want[n] {
			out.leave(v, missing)
		}
	}
	return apply(data, p.edits), nil
}

// apply makes the edits, which stand in order.
func apply(data []byte, edits []edit) []byte {
	var b bytes.Buffer
	b.Grow(len(data) + 64*len(edits))
	at := 0
	for _, e := range edits {
		b.Write(data[at:e.from])
		b.WriteString(e.with)
		at = e.to
	}
	b.Write(data[at:])
	return b.Bytes()
}

// token gives the next token and remembers where it begins.
func (p *patcher) token() (xml.Token, error) {
	p.from = int(p.d.InputOffset())
	tok, err := p.d.RawToken()
	if _, ok := tok.(xml.Directive); ok {
		return nil, errors.New("it declares entities of its own")
	}
	return tok, err
}

// walk goes through the sheet up to the end of its rows.
func (p *patcher) walk() error {
	for {
		tok, err := p.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "col":
				p.styles = append(p.styles, columnStyle{number(attr(e, "min")), number(attr(e, "max")), attr(e, "style")})
			case "row":
				if err := p.readRow(e); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if e.Name.Local == "sheetData" {
				return nil
			}
		}
	}
}

// readRow reads one row; a wanted one is edited.
func (p *patcher) readRow(e xml.StartElement) error {
	if n := number(attr(e, "r")); n > 0 {
		p.row = n
	} else {
		p.row++
	}
	tagEnd := int(p.d.InputOffset())
	wanted := p.want[p.row]
	delete(p.want, p.row)
	var cells []place
	column := 0
	for {
		tok, err := p.token()
		if err != nil {
			return notEnded(err)
		}
		switch t := tok.(type) {
		case xml.EndElement:
			if len(wanted) > 0 {
				p.fillRow(e, wanted, cells, tagEnd, p.from)
			}
			return nil
		case xml.StartElement:
			c, err := p.readCell(t, &column)
			if err != nil {
				return err
			}
			if t.Name.Local == "c" {
				cells = append(cells, c)
			}
		}
	}
}

// readCell reads an element of a row with all that stands in it.
func (p *patcher) readCell(e xml.StartElement, column *int) (place, error) {
	*column++
	if _, at, ok := sheet.ParseCell(attr(e, "r")); ok {
		*column = at
	}
	c := place{column: *column, from: p.from, start: e.Copy(), open: int(p.d.InputOffset())}
	for depth := 1; depth > 0; {
		tok, err := p.token()
		if err != nil {
			return c, notEnded(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			depth++
			c.formula = c.formula || t.Name.Local == "f"
		case xml.EndElement:
			depth--
		case xml.CharData:
			c.filled = c.filled || strings.TrimSpace(string(t)) != ""
		}
	}
	c.to = int(p.d.InputOffset())
	return c, nil
}

func notEnded(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
