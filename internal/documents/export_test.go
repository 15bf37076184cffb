package documents

import (
	"fmt"
	"strings"

	"throughline/internal/content"
)

// Lines are all paragraphs and cells of a document on paper in their order, each line of them
// that holds something, with one space between words
// and the marks of lists.
func Lines(d content.Document) (out []string) {
	add := func(s string) {
		for _, l := range strings.Split(s, "\n") {
			if l = strings.Join(strings.Fields(l), " "); l != "" {
				out = append(out, l)
			}
		}
	}
	spans := func(all []content.Span) {
		var b strings.Builder
		for _, s := range all {
			b.WriteString(s.Text)
		}
		add(b.String())
	}
	d = ready(d)
	add(d.Title)
	add(d.About)
	for _, b := range d.Blocks {
		switch {
		case b.Heading != nil:
			add(b.Heading.Text)
		case b.Paragraph != nil:
			spans(b.Paragraph)
		case b.List != nil:
			for i, item := range b.List.Items {
				mark := "• "
				if b.List.Numbered {
					mark = fmt.Sprintf("%d. ", i+1)
				}
				spans(append([]content.Span{{Text: mark}}, item...))
			}
		case b.Table != nil:
			add(b.Table.Caption)
			for _, h := range b.Table.Head {
				add(h)
			}
			for _, row := range b.Table.Rows {
				for _, cell := range row {
					spans(cell)
				}
			}
		case b.Figure != nil:
			add(b.Figure.Caption)
			if b.Figure.SVG == "" {
				add(b.Figure.Alt)
			}
		case b.Callout != nil:
			spans(append([]content.Span{{Text: b.Callout.Word() + " "}}, b.Callout.Text...))
		case b.Quote != nil:
			add("“" + b.Quote.Words + "”")
			add(b.Quote.By())
		}
	}
	return out
}
