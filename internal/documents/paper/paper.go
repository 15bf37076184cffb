// Package paper sets a document on pages and writes them as PDF. How it looks is said in package
// typography. The documents it takes are made ready by package documents: no text in them holds
// what is no text, and every address is one that may be opened.
package paper

import (
	"fmt"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/drawing"
	"throughline/internal/pdf"
)

const (
	left   = typography.Side
	top    = typography.Top
	bottom = typography.PageHeight - typography.Bottom
)

// Write gives the PDF of a document, and how many pages it has.
func Write(d content.Document, language string) (file []byte, pages int, err error) {
	s := &setter{out: pdf.New(d.Title, d.About, language)}
	s.next()
	s.head(d)
	for i := range d.Blocks {
		if err := s.block(d.Blocks, i); err != nil {
			return nil, 0, err
		}
	}
	s.feet(d)
	return s.out.Bytes(), s.out.Pages(), nil
}

// setter is where the next line goes.
type setter struct {
	out   *pdf.Document
	pages []*pdf.Page
	page  *pdf.Page
	y     float64 // from the top of the page
	gap   float64 // wanted below what was set last

}

// next begins a page.
func (s *setter) next() {
	s.page = s.out.Page(typography.PageWidth, typography.PageHeight)
	s.pages = append(s.pages, s.page)
	s.y, s.gap = top, 0
}

// room makes place for so much height, on the next page if need be, below the larger space
// of those that the styles above and below ask for. It leaves none at the top of a page.
func (s *setter) room(before, height float64) {
	s.keep(before, height)
	if s.y > top {
		s.y += max(before, s.gap)
	}
	s.gap = 0
}

// keep begins a page if there is no room for so much height on this one.
func (s *setter) keep(before, height float64) {
	if s.y > top && s.y+max(before, s.gap)+height > bottom {
		s.next()
	}
}

func (s *setter) head(d content.Document) {
	e := s.out.Root().Add("H1")
	s.paragraph(content.Text(d.Title), typography.Title, box{left, typography.Full}, e)
	s.out.Outline(1, d.Title, s.page, top)
	if d.About != "" {
		s.paragraph(content.Text(d.About), typography.About, box{left, typography.Full}, s.out.Root().Add("P"))
	}
}

// block sets one block; those behind it say how much must stand with a heading.
func (s *setter) block(all []content.Block, i int) error {
	b := all[i]
	switch {
	case b.Heading != nil:
		s.heading(*b.Heading, least(all[i+1:]))
	case b.Paragraph != nil:
		s.paragraph(b.Paragraph, typography.Body, box{left, typography.Measure}, s.out.Root().Add("P"))
	case b.List != nil:
		s.list(*b.List)
	case b.Table != nil:
		s.table(*b.Table)
	case b.Figure != nil:
		return s.figure(*b.Figure)
	case b.Callout != nil:
		s.callout(*b.Callout)
	case b.Quote != nil:
		s.quote(*b.Quote)
	}
	return nil
}

func (s *setter) heading(h content.Heading, with float64) {
	style := typography.Heading(h.Level)
	lines := typography.Lines(typography.Atoms(content.Text(h.Text), style), typography.Full)
	s.room(style.Before, float64(len(lines))*style.Leading+style.After+with)
	e := s.out.Root().Add(fmt.Sprintf("H%d", min(h.Level+1, 6)))
	s.out.Outline(h.Level+1, h.Text, s.page, s.y)
	s.lines(lines, style, box{left, typography.Full}, e)
	s.gap = style.After
}

// least is how much of what follows a heading must stand on its page.
func least(rest []content.Block) float64 {
	if len(rest) == 0 {
		return 0
	}
	b := rest[0]
	switch {
	case b.Heading != nil:
		style := typography.Heading(b.Heading.Level)
		return style.Before + style.Leading + style.After + least(rest[1:])
	case b.Table != nil:
		return typography.Caption.Before + typography.Caption.Leading + 60
	case b.Figure != nil:
		height := typography.Figure.Before + typography.Figure.Leading
		if d, err := drawing.Read(b.Figure.SVG); err == nil {
			height += d.H * typography.DrawingScale(d.W, d.H)
		}
		return height
	}
	return 2 * typography.Body.Leading
}

// feet writes the foot of each page, now that their number is known.
func (s *setter) feet(d content.Document) {
	style := typography.AtFoot
	y := typography.PageHeight - typography.Foot
	for i, p := range s.pages {
		number := fmt.Sprintf("Page %d of %d", i+1, len(s.pages))
		width := style.Face().Width(number, style.Size)
		name := fitting(d.Title, typography.Full-width-20, style)
		p.As(nil, func() {
			p.Rect(left, y-14, typography.Full, 0.5, typography.Hairline)
			p.Text(style.Face(), style.Size, style.Ink, left, y, name)
			p.Text(style.Face(), style.Size, style.Ink, left+typography.Full-width, y, number)
		})
	}
}

// fitting is a text cut to a width, with a mark where it is cut.
func fitting(text string, width float64, style typography.Style) string {
	if style.Face().Width(text, style.Size) <= width {
		return text
	}
	room := width - style.Face().Width("…", style.Size)
	for i, r := range text {
		if room -= style.Face().Width(string(r), style.Size); room < 0 {
			return text[:i] + "…"
		}
	}
	return text
}
