package sheettest

import "strings"

// Document packs the body of a Word document: paragraphs and tables.
func Document(body ...string) []byte { return Zip(DocumentParts(body...)) }

// DocumentParts makes the parts of a document, for a test to damage.
func DocumentParts(body ...string) Parts {
	const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	return Parts{
		"_rels/.rels":                  relationships([3]string{"r1", "officeDocument", "word/document.xml"}),
		"word/_rels/document.xml.rels": relationships([3]string{"r1", "styles", "styles.xml"}, [3]string{"r2", "numbering", "numbering.xml"}),
		"word/document.xml":            declaration + `<w:document xmlns:w="` + w + `"><w:body>` + strings.Join(body, "") + `</w:body></w:document>`,
		"word/styles.xml": declaration + `<w:styles xmlns:w="` + w + `"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style></w:styles>`,
		"word/numbering.xml": declaration + `<w:numbering xmlns:w="` + w + `"><w:abstractNum w:abstractNumId="0">` +
			`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
			`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
	}
}

// Paragraph makes a paragraph; a style may be empty, a list too.
func Paragraph(style, list, text string) string {
	var b strings.Builder
	b.WriteString(`<w:p><w:pPr>`)
	if style != "" {
		b.WriteString(`<w:pStyle w:val="` + style + `"/>`)
	}
	if list != "" {
		id, level, _ := strings.Cut(list, "/")
		if level == "" {
			level = "0"
		}
		b.WriteString(`<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr>`)
	}
	b.WriteString(`</w:pPr>`)
	if text != "" {
		b.WriteString(`<w:r><w:t xml:space="preserve">` + Escape(text) + `</w:t></w:r>`)
	}
	return b.String() + `</w:p>`
}

// DocumentTable makes a table; in a cell that begins with § stands an automatic number.
func DocumentTable(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl>`)
	for _, row := range rows {
		b.WriteString(`<w:tr>`)
		for _, text := range row {
			list := ""
			if rest, ok := strings.CutPrefix(text, "§"); ok {
				list, text = "1", rest
			}
			b.WriteString(`<w:tc>` + Paragraph("", list, text) + `</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}
