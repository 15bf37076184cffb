package sheet

import (
	"strings"

	"throughline/internal/table"
)

// ReadText reads what somebody pasted: rows copied out of a spreadsheet, tables
// of Markdown, a numbered or bulleted list, a mail. Each table becomes a sheet;
// all other lines become one sheet of lines.
func ReadText(text string, l Limits) (*Book, error) {
	l = l.filled()
	if int64(len(text)) > l.Text {
		return nil, fault("", "The text has %d MB, more than %d MB. Paste it in parts.", len(text)>>20, l.Text>>20)
	}
	if strings.TrimSpace(text) == "" {
		return nil, fault("", "There is no text. Paste the list, or choose a file.")
	}
	if strings.ContainsRune(text, '\t') {
		t, err := table.OpenRows(strings.NewReader(text), table.Options{Encoding: table.UTF8, Delimiter: '\t'})
		if err != nil {
			return nil, asFault(err)
		}
		if rows, err := isRows(t); err == nil && rows {
			p := newPurse(Pasted, l)
			s, err := readRows(p, t)
			if err != nil {
				return nil, err
			}
			p.book.Sheets = append(p.book.Sheets, s)
			return whole(p.book)
		}
	}
	return readPasted(text, l)
}

// line is one line of a text on its way into a sheet.
type line struct {
	number int // physical, from 1
	text   string
	quoted bool
}

func readPasted(text string, l Limits) (*Book, error) {
	p := newPurse(Pasted, l)
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u00A0", " ", "\uFEFF", "", "\x00", "").
		Replace(strings.ToValidUTF8(text, "\uFFFD"))
	var all []line
	for i, t := range strings.Split(text, "\n") {
		all = append(all, line{number: i + 1, text: strings.TrimRight(t, " \f\v")})
	}
	own, quoted := p.mail(all)
	p.lines(own, "")
	p.lines(quoted, "Quoted from an earlier mail")
	for i := range p.book.Sheets {
		p.book.Sheets[i].count()
	}
	return whole(p.book)
}

// lines puts tables into sheets of their own, and the rest into one.
func (p *purse) lines(all []line, name string) {
	var rest []line
	heading := ""
	for i := 0; i < len(all); {
		if n := markdownTable(all[i:]); n > 0 {
			p.table(all[i:i+n], heading, splitPipes)
			rest = append(rest, line{number: all[i].number})
			i += n
			continue
		}
		if n := tabbed(all[i:]); n > 0 {
			p.table(all[i:i+n], heading, func(s string) []string { return strings.Split(s, "\t") })
			rest = append(rest, line{number: all[i].number})
			i += n
			continue
		}
		if m := markOf(all[i].text); m.level > 0 {
			heading = m.text
		}
		rest = append(rest, all[i])
		i++
	}
	s := Sheet{Name: name, Shape: Lines}
	p.listing(&s, rest)
	if len(s.Rows) > 0 && len(p.book.Sheets) < p.limits.Sheets {
		p.book.Sheets = append(p.book.Sheets, s)
	}
}

// tabbed counts the lines of a block with tabs, two at least.
func tabbed(all []line) int {
	n := 0
	for n < len(all) && strings.Contains(strings.TrimSpace(all[n].text), "\t") {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

// table makes a sheet of a block of lines.
func (p *purse) table(block []line, name string, split func(string) []string) {
	if len(p.book.Sheets) >= p.limits.Sheets {
		return
	}
	s := Sheet{Name: name, Shape: Table, Table: 1}
	for _, o := range p.book.Sheets {
		if o.Shape == Table {
			s.Table++
		}
	}
	for i, l := range block {
		row := Row{Number: i + 1, Line: l.number}
		for c, text := range split(l.text) {
			if text = inline(text); text == "" || isRule(text) {
				continue
			}
			if c >= maxColumns || !p.pays(text) {
				s.Cut = true
				break
			}
			row.Cells = append(row.Cells, Cell{Column: c + 1, Text: text})
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	if len(s.Rows) > 0 {
		p.book.Sheets = append(p.book.Sheets, s)
	}
}

// count finds how wide a sheet is.
func (s *Sheet) count() {
	for _, row := range s.Rows {
		if n := len(row.Cells); n > 0 {
			s.Width = max(s.Width, row.Cells[n-1].Column)
		}
	}
}
