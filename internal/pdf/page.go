package pdf

import (
	"bytes"
	"fmt"

	"throughline/internal/drawing"
	"throughline/internal/typeface"
)

// Page is one sheet; y runs down from its top.
type Page struct {
	W, H float64

	doc         *Document
	object      int
	content     bytes.Buffer
	marked      []*Element // the owner of each marked piece, in order
	annotations []int
}

// Page adds a page.
func (d *Document) Page(w, h float64) *Page {
	p := &Page{W: w, H: h, doc: d, object: d.objects.reserve()}
	d.pages = append(d.pages, p)
	return p
}

// As draws something as a piece of an element; nil is what a reader does not need to hear:
// lines, grounds, the page's number.
func (p *Page) As(e *Element, draw func()) {
	if e == nil {
		p.content.WriteString("/Artifact BMC\n")
	} else {
		fmt.Fprintf(&p.content, "/%s << /MCID %d >> BDC\n", e.kind, len(p.marked))
		e.kids = append(e.kids, kid{page: p, mark: len(p.marked)})
		p.marked = append(p.marked, e)
	}
	draw()
	p.content.WriteString("EMC\n")
}

// Text sets letters on a line that is y below the top.
func (p *Page) Text(face *typeface.Face, size float64, ink drawing.Colour, x, y float64, s string) {
	f := p.doc.font(face)
	fmt.Fprintf(&p.content, "BT /%s %s Tf %s rg %s %s Td %s Tj ET\n", f.name, num(size), rgb(ink), num(x), num(p.H-y), f.encode(s))
}

// Rect fills a rectangle.
func (p *Page) Rect(x, y, w, h float64, ink drawing.Colour) {
	fmt.Fprintf(&p.content, "%s rg %s %s %s %s re f\n", rgb(ink), num(x), num(p.H-y-h), num(w), num(h))
}

// Drawing draws a picture with its top left corner at x, y, so much larger than it says.
func (p *Page) Drawing(d *drawing.Drawing, x, y, scale float64) {
	fmt.Fprintf(&p.content, "q %s 0 0 %s %s %s cm 1 j\n", num4(scale), num4(-scale), num(x-d.X*scale), num(p.H-y+d.Y*scale))
	for _, m := range d.Marks {
		if w := m.Words; w != nil {
			f := p.doc.font(w.Face())
			fmt.Fprintf(&p.content, "BT /%s %s Tf %s rg 1 0 0 -1 %s %s Tm %s Tj ET\n", f.name, num(w.Size), rgb(w.Fill), num(w.Left()), num(w.Y), f.encode(w.Text))
			continue
		}
		p.shape(*m.Shape)
	}
	p.content.WriteString("Q\n")
}

// shape paints a path (8.5).
func (p *Page) shape(s drawing.Shape) {
	paint := "n"
	switch {
	case s.Fill != nil && s.Stroke != nil:
		paint = "B"
	case s.Fill != nil:
		paint = "f"
	case s.Stroke != nil:
		paint = "S"
	}
	if s.Fill != nil {
		fmt.Fprintf(&p.content, "%s rg ", rgb(*s.Fill))
	}
	if s.Stroke != nil {
		fmt.Fprintf(&p.content, "%s RG %s w [", rgb(*s.Stroke), num(s.Width))
		for _, d := range s.Dash {
			fmt.Fprintf(&p.content, "%s ", num(max(d, 0.1)))
		}
		p.content.WriteString("] 0 d ")
	}
	for _, step := range s.Path {
		a := step.At
		switch step.Op {
		case 'M':
			fmt.Fprintf(&p.content, "%s %s m ", num(a[0]), num(a[1]))
		case 'L':
			fmt.Fprintf(&p.content, "%s %s l ", num(a[0]), num(a[1]))
		case 'C':
			fmt.Fprintf(&p.content, "%s %s %s %s %s %s c ", num(a[0]), num(a[1]), num(a[2]), num(a[3]), num(a[4]), num(a[5]))
		case 'Z':
			p.content.WriteString("h ")
		}
	}
	p.content.WriteString(paint + "\n")
}

func rgb(c drawing.Colour) string {
	return fmt.Sprintf("%s %s %s", num4(float64(c[0])/255), num4(float64(c[1])/255), num4(float64(c[2])/255))
}

// num4 writes a factor, which wants more digits than a place.
func num4(v float64) string { return fmt.Sprintf("%.4f", v) }
