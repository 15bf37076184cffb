package word

import (
	"throughline/internal/content"
	"throughline/internal/documents/typography"
)

// table writes a table whose head comes again on each page and whose rows stay whole.
func (w *writer) table(t content.Table) {
	if t.Caption != "" {
		w.paragraph("TableCaption", "", content.Text(t.Caption))
	}
	columns, size := typography.Columns(t)
	w.put(`<w:tbl><w:tblPr><w:tblStyle w:val="ThroughlineTable"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="%d" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`,
		twips(typography.Full), bit(typography.Headed(t)))
	for _, c := range columns {
		w.put(`<w:gridCol w:w="%d"/>`, twips(c))
	}
	w.put(`</w:tblGrid>`)
	if typography.Headed(t) {
		w.put(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for i, h := range t.Head {
			w.cell(i, columns[i], `<w:pStyle w:val="TableHead"/><w:keepNext/>`, content.Text(h), size)
		}
		w.put(`</w:tr>`)
	}
	for _, row := range t.Rows {
		w.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, spans := range row {
			w.cell(i, columns[i], `<w:pStyle w:val="TableText"/>`, spans, size)
		}
		w.put(`</w:tr>`)
	}
	w.put(`</w:tbl><w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>`)
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// cell writes one cell; the first of a row stands flush with the text around the table.
func (w *writer) cell(column int, width float64, style string, spans []content.Span, size float64) {
	flush := ""
	if column == 0 {
		flush = `<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>`
	}
	w.put(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr><w:p><w:pPr>%s`, twips(width), flush, style)
	if size != typography.Largest {
		w.put(`<w:spacing w:line="%d" w:lineRule="atLeast"/>`, twips(typography.Cell(size).Leading))
	}
	w.put(`</w:pPr>`)
	w.spans(spans, size, typography.Largest)
	w.put(`</w:p></w:tc>`)
}
