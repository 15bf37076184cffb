package paper

import (
	"math"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/pdf"
	"throughline/internal/typeface"
)

// box is where lines stand across the page.
type box struct{ x, width float64 }

// paragraph sets spans, over pages if need be.
func (s *setter) paragraph(spans []content.Span, style typography.Style, at box, e *pdf.Element) {
	s.flow(typography.Lines(typography.Atoms(spans, style), at.width), style, at, e, nil)
}

// flow sets lines so that no single one stands alone on a page. Behind each part that stands on
// one page, ground draws first.
func (s *setter) flow(lines []typography.Line, style typography.Style, at box, e *pdf.Element, ground func(y, height float64)) {
	before := style.Before
	for len(lines) > 0 {
		s.room(before, float64(min(len(lines), 2))*style.Leading)
		n := fits(len(lines), bottom-s.y, style.Leading)
		if n == 0 {
			s.next()
			n = fits(len(lines), bottom-s.y, style.Leading)
		}
		if ground != nil {
			ground(s.y, float64(n)*style.Leading)
		}
		s.lines(lines[:n], style, at, e)
		lines, before = lines[n:], 0
	}
	s.gap = style.After
}

// fits is how many of n lines stand in a height: all, or a part that leaves two for the next
// page, or none if that would be a single one.
func fits(n int, height, leading float64) int {
	most := int(math.Floor(height/leading + 0.001))
	if n <= most {
		return n
	}
	if n-most == 1 {
		most--
	}
	if most < 2 {
		return 0
	}
	return most
}

// lines sets lines from where the setter is, one below the other.
func (s *setter) lines(lines []typography.Line, style typography.Style, at box, e *pdf.Element) {
	for _, l := range lines {
		s.line(l, style, at.x, s.y, e)
		s.y += style.Leading
	}
}

// line sets one line; y is its upper edge.
func (s *setter) line(l typography.Line, style typography.Style, x, y float64, e *pdf.Element) {
	base := y + (style.Leading+style.Size*0.7)/2
	for _, r := range runs(l) {
		owner := e
		if r.Href != "" {
			owner = e.Add("Link")
		}
		s.page.As(owner, func() { s.page.Text(r.Face, r.Size, r.Ink, x, base, r.Text) })
		if r.Href != "" {
			s.page.As(nil, func() { s.page.Rect(x+r.lead, base+1.4, r.Width-r.lead, 0.5, typography.Link) })
			s.page.Link(owner, x, y, r.Width, style.Leading, r.Href)
		}
		x += r.Width
	}
}

// run is what is set at once: atoms of one manner with the spaces between them.
type run struct {
	typography.Atom
	lead float64 // a space in front
}

func runs(l typography.Line) (out []run) {
	for i, a := range l.Atoms {
		space := ""
		if a.Space && i > 0 {
			space = " "
		}
		if n := len(out); n > 0 && out[n-1].Face == a.Face && out[n-1].Size == a.Size && out[n-1].Ink == a.Ink && out[n-1].Href == a.Href {
			out[n-1].Text += space + a.Text
			out[n-1].Width += blank(a.Face, space, a.Size) + a.Width
			continue
		}
		if n := len(out); n > 0 && space != "" && out[n-1].Href == "" && out[n-1].Face != typeface.Mono() {
			// A space of the words before is narrower than one of mono, and never underlined.
			out[n-1].Text += space
			out[n-1].Width += blank(out[n-1].Face, space, out[n-1].Size)
			space = ""
		}
		r := run{Atom: a, lead: blank(a.Face, space, a.Size)}
		r.Text = space + a.Text
		r.Width += r.lead
		out = append(out, r)
	}
	if n := len(out); n > 0 && !l.Last {
		out[n-1].Text += " " // for whoever copies the words or hears them
	}
	return out
}

func blank(face *typeface.Face, s string, size float64) float64 {
	if s == "" {
		return 0
	}
	return face.Width(s, size)
}
