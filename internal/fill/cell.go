package fill

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"

	"throughline/internal/sheet"
)

// fillRow makes the edits of one row. open is the end of its start tag and end the begin of its
// end tag; both are the same where the row closes itself.
func (p *patcher) fillRow(e xml.StartElement, wanted []Value, cells []place, open, end int) {
	slices.SortStableFunc(wanted, func(a, b Value) int { return a.Column - b.Column })
	closed := p.data[open-2] == '/'
	var inside []edit
	for _, v := range wanted {
		i := slices.IndexFunc(cells, func(c place) bool { return c.column == v.Column })
		if i >= 0 {
			c := cells[i]
			if why := c.keeps(v); why != "" {
				p.out.leave(v, why)
				continue
			}
			inside = append(inside, edit{c.from, c.to, cell(c.start, v)})
			p.out.Filled++
			continue
		}
		at := end
		if j := slices.IndexFunc(cells, func(c place) bool { return c.column > v.Column }); j >= 0 {
			at = cells[j].from
		}
		inside = append(inside, edit{at, at, cell(p.newCell(e, v.Column), v)})
		p.out.Filled++
	}
	if closed && len(inside) > 0 { // <row …/> opens up
		inside[0].with = ">" + inside[0].with
		inside[0].from = open - 2
		inside[0].to = open
		for i := range inside[1:] {
			inside[i+1].from, inside[i+1].to = open, open
		}
		inside[len(inside)-1].with += "</" + qualified(e.Name) + ">"
	}
	slices.SortStableFunc(inside, func(a, b edit) int { return a.from - b.from })
	p.edits = append(p.edits, inside...)
}

// keeps says why what stands in a cell stays.
func (c place) keeps(v Value) string {
	switch {
	case c.formula:
		return computes
	case c.filled && !v.Over:
		return taken
	}
	return ""
}

// newCell is a cell that is not in the file, in the form that its row or column gives it.
func (p *patcher) newCell(row xml.StartElement, column int) xml.StartElement {
	e := xml.StartElement{Name: xml.Name{Space: row.Name.Space, Local: "c"}}
	style := ""
	if custom := attr(row, "customFormat"); custom == "1" || custom == "true" {
		style = attr(row, "s")
	}
	for _, c := range p.styles {
		if style == "" && column >= c.first && column <= c.last {
			style = c.style
		}
	}
	if style != "" {
		e.Attr = []xml.Attr{{Name: xml.Name{Local: "s"}, Value: style}}
	}
	return e
}

// cell writes a cell that holds a text: its form stays, its value goes.
func cell(e xml.StartElement, v Value) string {
	var b strings.Builder
	name := qualified(e.Name)
	b.WriteString("<" + name + ` r="` + sheet.CellName(v.Row, v.Column) + `"`)
	for _, a := range e.Attr {
		switch qualified(a.Name) {
		case "r", "t", "cm", "vm":
			continue
		}
		b.WriteString(" " + qualified(a.Name) + `="`)
		_ = xml.EscapeText(&b, []byte(a.Value))
		b.WriteString(`"`)
	}
	prefix := strings.TrimSuffix(name, "c")
	b.WriteString(` t="inlineStr"><` + prefix + `is><` + prefix + `t xml:space="preserve">`)
	_ = xml.EscapeText(&b, []byte(plain(v.Text))) // a strings.Builder takes everything
	b.WriteString(`</` + prefix + `t></` + prefix + `is></` + name + `>`)
	return b.String()
}

// qualified is a name as the part writes it.
func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// escaped looks like the way in which workbooks write letters that XML forbids (ECMA-376, 22.9.2.19).
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// plain is a text as a cell can hold it: letters that XML forbids are left out, and what only
// looks like an escape stays what it looks like.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r < ' ' && r != '\n' && r != '\t', r == 0xFFFE, r == 0xFFFF, r == 0xFFFD:
			return -1
		}
		return r
	}, s)
	return escaped.ReplaceAllStringFunc(s, func(m string) string { return "_x005F" + m })
}
