package documents

import (
	"fmt"
	"strings"

	"throughline/internal/content"
)

// ready is the document for a form that has no markup to escape: its days in words, no
// character in it that is no text, only addresses that are safe to open, only drawings that are
// drawings, figures counted, and every key written out.
func ready(d content.Document) content.Document {
	d = dated(d)
	d.Title, d.About = line(d.Title), line(d.About)
	figures := 0
	var out []content.Block
	for _, b := range d.Blocks {
		switch {
		case b.Heading != nil:
			b.Heading = &content.Heading{Level: min(max(b.Heading.Level, 1), 5), Text: line(b.Heading.Text)}
		case b.Paragraph != nil:
			b.Paragraph = readySpans(b.Paragraph)
		case b.List != nil:
			b.List = &content.List{Numbered: b.List.Numbered, Items: each(b.List.Items, readySpans)}
		case b.Table != nil:
			if len(b.Table.Head) == 0 {
				continue
			}
			b.Table = readyTable(*b.Table)
		case b.Figure != nil:
			figures++
			f := content.Figure{Caption: line(fmt.Sprintf("Figure %d: %s", figures, b.Figure.Caption)), Alt: line(b.Figure.Alt)}
			if drawable(b.Figure.SVG) {
				f.SVG = b.Figure.SVG
			}
			b.Figure = &f
		case b.Callout != nil:
			b.Callout = &content.Callout{Kind: b.Callout.Kind, Text: readySpans(b.Callout.Text)}
		case b.Quote != nil:
			b.Quote = &content.Quote{Words: strings.TrimSpace(plain(b.Quote.Words)), Person: line(b.Quote.Person), Source: line(b.Quote.Source)}
		default:
			continue
		}
		out = append(out, b)
	}
	d.Blocks = out
	return d
}

// readyTable gives every row as many cells as the head has.
func readyTable(t content.Table) *content.Table {
	out := content.Table{Caption: line(t.Caption), Head: each(t.Head, line)}
	for _, row := range t.Rows {
		cells := make([][]content.Span, len(t.Head))
		for i := range cells {
			if i < len(row) {
				cells[i] = readySpans(row[i])
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	return &out
}

func readySpans(all []content.Span) []content.Span {
	return each(all, func(s content.Span) content.Span {
		if s.Text == "" {
			s.Text = s.Key
		}
		s.Text, s.Href = plain(s.Text), safeHref(s.Href)
		return s
	})
}
