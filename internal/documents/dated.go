package documents

import (
	"slices"

	"throughline/internal/clock"
	"throughline/internal/content"
)

// dated is the document with its days as people write them: 18 Nov 2026. What is exact, a
// quote or a wording, keeps them as they were written.
func dated(d content.Document) content.Document {
	d.Title, d.About, d.Blocks = words(d.Title), words(d.About), slices.Clone(d.Blocks)
	for i, b := range d.Blocks {
		d.Blocks[i] = datedBlock(b)
	}
	return d
}

func words(s string) string { return clock.Dated(s, clock.Date.Words) }

// datedBlock copies what it changes: a document may be drawn twice.
func datedBlock(b content.Block) content.Block {
	b.Paragraph = datedSpans(b.Paragraph)
	if h := b.Heading; h != nil {
		b.Heading = &content.Heading{Level: h.Level, Text: words(h.Text)}
	}
	if l := b.List; l != nil {
		b.List = &content.List{Numbered: l.Numbered, Items: each(l.Items, datedSpans)}
	}
	if t := b.Table; t != nil {
		rows := each(t.Rows, func(cells [][]content.Span) [][]content.Span { return each(cells, datedSpans) })
		b.Table = &content.Table{Caption: words(t.Caption), Head: each(t.Head, words), Rows: rows}
	}
	if f := b.Figure; f != nil {
		b.Figure = &content.Figure{Caption: words(f.Caption), SVG: f.SVG, Alt: words(f.Alt)}
	}
	if c := b.Callout; c != nil {
		b.Callout = &content.Callout{Kind: c.Kind, Text: datedSpans(c.Text)}
	}
	if q := b.Quote; q != nil {
		b.Quote = &content.Quote{Words: q.Words, Person: q.Person, Source: words(q.Source)}
	}
	return b
}

func datedSpans(all []content.Span) []content.Span {
	return each(all, func(s content.Span) content.Span {
		if !s.Exact && !s.Code && s.Key == "" {
			s.Text = words(s.Text)
		}
		return s
	})
}

func each[T any](all []T, f func(T) T) []T {
	if all == nil {
		return nil
	}
	out := make([]T, len(all))
	for i, x := range all {
		out[i] = f(x)
	}
	return out
}
