package paper

import (
	"fmt"

	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/drawing"
)

func (s *setter) list(l content.List) {
	style := typography.Item
	list := s.out.Root().Add("L")
	for i, item := range l.Items {
		mark := "•"
		if l.Numbered {
			mark = fmt.Sprintf("%d.", i+1)
		}
		indent := max(typography.Indent, style.Face().Width(fmt.Sprintf("%d. ", len(l.Items)), style.Size))
		if !l.Numbered {
			indent = typography.Indent
		}
		at := box{left + indent, typography.Measure - indent}
		lines := typography.Lines(typography.Atoms(item, style), at.width)
		s.room(style.Before, float64(min(len(lines), 2))*style.Leading)
		e := list.Add("LI")
		label := e.Add("Lbl")
		first := typography.Line{Atoms: typography.Atoms(content.Text(mark), style), Last: true}
		s.line(first, style, left, s.y, label)
		s.flow(lines, style, at, e.Add("LBody"), nil)
	}
	s.gap = typography.Body.After
}

// beside draws the bar left of a text, on its ground.
func (s *setter) beside(bar drawing.Colour, ground *drawing.Colour) func(y, height float64) {
	return func(y, height float64) {
		s.page.As(nil, func() {
			if ground != nil {
				y, height = y-typography.Pad, height+2*typography.Pad
				s.page.Rect(left, y, typography.Measure, height, *ground)
			}
			s.page.Rect(left, y, typography.BarWidth, height, bar)
		})
	}
}

func (s *setter) callout(c content.Callout) {
	style := typography.Callout
	bar, ground := typography.CalloutInk(c.Sort())
	spans := append([]content.Span{{Text: c.Word(), Strong: true}, {Text: " "}}, c.Text...)
	at := box{left + typography.BarWidth + typography.Inset, typography.Measure - typography.BarWidth - 2*typography.Inset}
	lines := typography.Lines(typography.Atoms(spans, style), at.width)
	s.flow(lines, style, at, s.out.Root().Add("P"), s.beside(bar, &ground))
}

func (s *setter) quote(q content.Quote) {
	style, source := typography.Quote, typography.Source
	at := box{left + typography.BarWidth + typography.Inset, typography.Measure - typography.BarWidth - typography.Inset}
	e := s.out.Root().Add("BlockQuote")
	lines := typography.Lines(typography.Atoms(content.Text("“"+q.Words+"”"), style), at.width)
	with := 0.0
	if q.By() != "" {
		with = source.Leading + source.Before
	}
	s.keep(style.Before, float64(min(len(lines), 4))*style.Leading+with)
	s.flow(lines, style, at, e.Add("P"), s.beside(typography.Hairline, nil))
	if q.By() != "" {
		s.paragraph(content.Text(q.By()), source, at, e.Add("P"))
	}
}

func (s *setter) figure(f content.Figure) error {
	e := s.out.Root().Add("Figure").Alt(f.Alt)
	if f.SVG != "" {
		d, err := drawing.Read(f.SVG)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Caption, err)
		}
		scale := typography.DrawingScale(d.W, d.H)
		s.room(0, d.H*scale+typography.Figure.Before+typography.Figure.Leading)
		s.page.As(e, func() { s.page.Drawing(d, left, s.y, scale) })
		s.y += d.H * scale
	}
	s.paragraph(content.Text(f.Caption), typography.Figure, box{left, typography.Full}, e.Add("Caption"))
	if f.SVG == "" && f.Alt != "" {
		s.paragraph(content.Text(f.Alt), typography.Body, box{left, typography.Measure}, s.out.Root().Add("P"))
	}
	return nil
}
