package paper

import (
	"throughline/internal/content"
	"throughline/internal/documents/typography"
	"throughline/internal/pdf"
)

// grid is a table while it is set.
type grid struct {
	*setter
	columns []float64
	cell    typography.Style
	head    [][]typography.Line
	e       *pdf.Element
}

func (s *setter) table(t content.Table) {
	columns, size := typography.Columns(t)
	g := grid{setter: s, columns: columns, cell: typography.Cell(size)}
	bold := g.cell
	bold.Bold, bold.Ink = true, typography.Quiet
	for i, h := range t.Head {
		if !typography.Headed(t) {
			break
		}
		g.head = append(g.head, g.broken(content.Text(h), bold, i))
	}
	var rows [][][]typography.Line
	for _, row := range t.Rows {
		var cells [][]typography.Line
		for i, spans := range row {
			cells = append(cells, g.broken(spans, g.cell, i))
		}
		rows = append(rows, cells)
	}
	first := 0.0
	if len(rows) > 0 {
		first = min(g.height(rows[0]), 200)
	}
	style := typography.Caption
	caption := typography.Lines(typography.Atoms(content.Text(t.Caption), style), typography.Full)
	if t.Caption == "" {
		caption = nil
	}
	s.room(style.Before, float64(len(caption))*style.Leading+style.After+g.height(g.head)+first)
	g.e = s.out.Root().Add("Table")
	if len(caption) > 0 {
		s.lines(caption, style, box{left, typography.Full}, g.e.Add("Caption"))
		s.y += style.After
	}
	g.heads(true)
	for _, row := range rows {
		g.row(row)
	}
	s.y += typography.After
}

func (g *grid) broken(spans []content.Span, style typography.Style, column int) []typography.Line {
	return typography.Lines(typography.Atoms(spans, style), g.columns[column]-2*typography.CellSide)
}

func (g *grid) height(cells [][]typography.Line) float64 {
	if len(cells) == 0 {
		return 0
	}
	n := 1
	for _, c := range cells {
		n = max(n, len(c))
	}
	return float64(n)*g.cell.Leading + 2*typography.CellPad
}

// heads draws the head: the first time as part of the table, on later pages for the eye alone.
func (g *grid) heads(first bool) {
	if len(g.head) == 0 {
		g.rule(typography.Hairline)
		return
	}
	bold := g.cell
	bold.Bold, bold.Ink = true, typography.Quiet
	if first {
		g.cells(g.head, bold, g.e.Add("TR"), "TH")
	} else {
		g.cells(g.head, bold, nil, "")
	}
	g.rule(typography.Rule)
}

func (g *grid) rule(ink [3]uint8) {
	g.page.As(nil, func() { g.page.Rect(left, g.y-0.25, typography.Full, 0.5, ink) })
}

// row draws a row on one page; one that no page holds is cut between lines.
func (g *grid) row(cells [][]typography.Line) {
	height := g.height(cells)
	tr := g.e.Add("TR")
	if g.y+height > bottom && (height < bottom-top-g.height(g.head) || bottom-g.y < 80) {
		g.next()
		g.heads(false)
	}
	for g.y+g.height(cells) > bottom {
		n := max(1, int((bottom-g.y-2*typography.CellPad)/g.cell.Leading))
		upper, lower := make([][]typography.Line, len(cells)), make([][]typography.Line, len(cells))
		for i, c := range cells {
			upper[i], lower[i] = c[:min(n, len(c))], c[min(n, len(c)):]
		}
		g.cells(upper, g.cell, tr, "TD")
		g.next()
		g.heads(false)
		cells = lower
	}
	g.cells(cells, g.cell, tr, "TD")
	g.rule(typography.Hairline)
}

// cells draws what stands beside each other and moves below it.
func (g *grid) cells(cells [][]typography.Line, style typography.Style, tr *pdf.Element, kind string) {
	x := left
	for i, lines := range cells {
		y := g.y + typography.CellPad
		var e *pdf.Element
		if tr != nil {
			e = tr.Add(kind)
		}
		for _, l := range lines {
			// The first column stands flush with the text around it, as the last one does.
			g.line(l, style, x+typography.CellSide*edge(i), y, e)
			y += style.Leading
		}
		x += g.columns[i]
	}
	g.y += g.height(cells)
}

// edge is 0 for the first column, which needs no space on its left.
func edge(column int) float64 {
	if column == 0 {
		return 0
	}
	return 1
}
