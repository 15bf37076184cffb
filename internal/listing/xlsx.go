package listing

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"throughline/internal/opc"
	"throughline/internal/sheet"
	"throughline/internal/table"
)

const (
	spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	kinds       = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	longest     = 32767 // letters in a cell
	widest      = 60    // letters of a column as it is first shown
)

// The styles of cells, by their place in the part of styles.
const (
	plain = iota
	bold
	day
	moment
	quoted // a text that looks like a formula, marked as one that is none
	wrapped
)

// XLSX writes a list as a workbook of one sheet: the head stands still and filters, columns are
// as wide as their words.
func XLSX(l List) ([]byte, error) {
	p := opc.New()
	p.Relate("", "officeDocument", "xl/workbook.xml")
	first := p.Relate("xl/workbook.xml", "worksheet", "xl/worksheets/sheet1.xml")
	p.Relate("xl/workbook.xml", "styles", "xl/styles.xml")
	last := sheet.Letters(max(1, len(l.Heads))) + strconv.Itoa(len(l.Rows)+1)
	p.Add("xl/workbook.xml", kinds+"sheet.main+xml", opc.XML(`<workbook `+spreadsheet+` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="`+opc.Escape(sheetName(l.Name))+`" sheetId="1" r:id="`+first+`"/></sheets></workbook>`))
	p.Add("xl/styles.xml", kinds+"styles+xml", opc.XML(styles))
	var b strings.Builder
	b.WriteString(`<worksheet ` + spreadsheet + `><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i := range l.Heads {
		fmt.Fprintf(&b, `<col min="%d" max="%[1]d" width="%d" customWidth="1"/>`, i+1, l.width(i))
	}
	b.WriteString(`</cols><sheetData><row r="1">`)
	for i, h := range l.Heads {
		text(&b, i, 1, h, bold)
	}
	b.WriteString(`</row>`)
	for n, row := range l.Rows {
		fmt.Fprintf(&b, `<row r="%d">`, n+2)
		for i, c := range row {
			c.write(&b, i, n+2)
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData><autoFilter ref="A1:` + last + `"/></worksheet>`)
	p.Add("xl/worksheets/sheet1.xml", kinds+"worksheet+xml", opc.XML(b.String()))
	return p.Bytes()
}

// width is that of a column's longest word, with some room.
func (l List) width(column int) int {
	n := utf8.RuneCountInString(l.Heads[column]) + 3 // the mark of the filter
	for _, row := range l.Rows {
		n = max(n, utf8.RuneCountInString(row[column].Text)+1)
	}
	return min(n, widest)
}

// sheetName is one that Excel takes: 31 letters, none of those it keeps for itself.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 31 {
		s = string(r[:31])
	}
	if strings.TrimSpace(s) == "" {
		return "List"
	}
	return s
}

func (c Cell) write(b *strings.Builder, column, row int) {
	at := sheet.Letters(column+1) + strconv.Itoa(row)
	switch c.Kind {
	case Number:
		fmt.Fprintf(b, `<c r="%s"><v>%s</v></c>`, at, strconv.FormatFloat(c.Number, 'g', -1, 64))
	case Day:
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%d</v></c>`, at, day, int(serial(c.When)))
	case Moment:
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%s</v></c>`, at, moment, strconv.FormatFloat(serial(c.When), 'f', 10, 64))
	case Text:
		style := plain
		switch {
		case table.Neutralise(c.Text) != c.Text:
			style = quoted
		case len(c.Text) > widest || strings.Contains(c.Text, "\n"):
			style = wrapped
		}
		text(b, column, row, c.Text, style)
	case Nothing:
	}
}

// serial is a time of the wall in days since the end of 1899, as workbooks count.
func serial(t time.Time) float64 {
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, time.UTC)
	return wall.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}

func text(b *strings.Builder, column, row int, s string, style int) {
	if len(s) > longest {
		s = s[:longest-4]
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
		s += "…"
	}
	fmt.Fprintf(b, `<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, sheet.Letters(column+1), row, style, opc.Escape(s))
}

const styles = `<styleSheet ` + spreadsheet + `><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
