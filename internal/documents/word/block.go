package word

import (
	"strings"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/opc"
)

// headings are the styles of headings by their level; ours begin below the title.
var headings = []string{"Heading1", "Heading2", "Heading3", "Heading4", "Heading5"}

func (w *writer) block(b content.Block) error {
	switch {
	case b.Heading != nil:
		w.paragraph(headings[b.Heading.Level-1], "", content.Text(b.Heading.Text))
	case b.Paragraph != nil:
		w.paragraph("BodyText", "", b.Paragraph)
	case b.List != nil:
		w.list(*b.List)
	case b.Table != nil:
		w.table(*b.Table)
	case b.Figure != nil:
		return w.figure(*b.Figure)
	case b.Callout != nil:
		style := map[string]string{"break": "CalloutBreak", "missing": "CalloutMissing", "note": "CalloutNote"}[b.Callout.Sort()]
		w.paragraph(style, "", append([]content.Span{{Text: b.Callout.Word(), Strong: true}, {Text: " "}}, b.Callout.Text...))
	case b.Quote != nil:
		with := ""
		if b.Quote.By() != "" {
			with = `<w:keepNext/>`
		}
		w.paragraph("Quote", with, content.Text("“"+b.Quote.Words+"”"))
		if b.Quote.By() != "" {
			w.paragraph("QuoteSource", "", content.Text(b.Quote.By()))
		}
	}
	return nil
}

// paragraph writes a paragraph of a style; more stands among its properties.
func (w *writer) paragraph(style, more string, spans []content.Span) {
	w.put(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, style, more)
	w.spans(spans, typography.Body.Size, typography.Body.Size)
	w.put(`</w:p>`)
}

// spans writes runs of text. In a size other than that of the style, which a table of many
// columns has, each run says its own.
func (w *writer) spans(all []content.Span, size, ofStyle float64) {
	for _, s := range all {
		manner, own := "", ""
		if size != ofStyle {
			own = sized(size)
		}
		switch {
		case s.Code || s.Key != "":
			manner = `<w:rStyle w:val="Code"/>`
			if size != typography.Body.Size {
				own = mono + sized(typography.Mono(size))
			}
		case s.Strong:
			manner = `<w:rStyle w:val="Strong"/>`
		case s.Href != "":
			manner = `<w:rStyle w:val="Hyperlink"/>`
		}
		run := letters(s.Text, manner+own)
		if s.Href != "" {
			run = `<w:hyperlink r:id="` + w.out.Link(main, "hyperlink", s.Href) + `" w:history="1">` + run + `</w:hyperlink>`
		}
		w.body.WriteString(run)
	}
}

// mono says the face of code once more: in a table LibreOffice takes that of the paragraph before
// that of the run's style.
const mono = `<w:rFonts w:ascii="IBM Plex Mono" w:hAnsi="IBM Plex Mono" w:cs="IBM Plex Mono"/>`

func sized(size float64) string {
	return `<w:sz w:val="` + halves(size) + `"/><w:szCs w:val="` + halves(size) + `"/>`
}

// letters is a run of one manner; the end of a line in it is one in Word.
func letters(text, manner string) string {
	if text == "" {
		return ""
	}
	if manner != "" {
		manner = `<w:rPr>` + manner + `</w:rPr>`
	}
	return `<w:r>` + manner + `<w:t xml:space="preserve">` +
		strings.ReplaceAll(opc.Escape(strings.ReplaceAll(text, "\n", "\uE000")), "\uE000", `</w:t><w:br/><w:t xml:space="preserve">`) + `</w:t></w:r>`
}
