package draw

import (
	"fmt"
	"math"
	"strings"

	"throughline/internal/design/layout"
)

const (
	wordSize  = 11.5
	wordWidth = 94.0
	wordLine  = 14
	techSize  = 10.5
)

// written is the text that stands on a line: up to three lines of what it
// does and how. cut is true when not all is there.
type written struct {
	words []string
	how   string
	cut   bool
}

func (l Line) written() written {
	if len(l.Says) == 0 {
		return written{}
	}
	var t written
	first := l.Says[0].Description
	if more := len(l.Says) - 1; more > 0 && first != "" {
		first += fmt.Sprintf(" +%d", more)
		t.cut = true
	}
	var cut bool
	most := 3
	if l.how() != "" {
		most = 2
	}
	t.words, cut = wrap(first, wordSize, false, wordWidth, most)
	for w, rows := wordWidth-6, len(t.words); !cut && rows > 1 && w > 40; w -= 6 {
		// As narrow as these lines allow, so that no word stands alone below.
		lines, short := wrap(first, wordSize, false, w, rows)
		if short {
			break
		}
		t.words = lines
	}
	t.cut = t.cut || cut
	if how := l.how(); how != "" {
		t.how = fit(how, techSize*1.1, false, wordWidth)
		t.cut = t.cut || t.how != how
	}
	return t
}

// how joins the technologies, each once.
func (l Line) how() string {
	var out []string
	seen := map[string]bool{}
	for _, s := range l.Says {
		if t := clean(s.Technology); t != "" && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return strings.Join(out, ", ")
}

// size is the room that the text of a line takes.
func (l Line) size() (w, h int) {
	t := l.written()
	most := wide(t.how, techSize*1.15, false)
	for _, s := range t.words {
		most = math.Max(most, wide(s, wordSize, false))
	}
	n := len(t.words)
	if t.how != "" {
		n++
	}
	if n == 0 {
		return 0, 0
	}
	return int(most) + 6, n*wordLine + 4
}

// full tells all of a line in one sentence.
func (l Line) full(name func(string) string) string {
	s := name(l.From) + " → " + name(l.To)
	for i, say := range l.Says {
		s += map[bool]string{true: ": ", false: "; "}[i == 0] + say.Description
		if say.Technology != "" {
			s += " (" + say.Technology + ")"
		}
	}
	return s
}

func (c *canvas) lines(d Diagram) {
	c.put(`<g class="c4-lines" fill="none">`)
	for i, l := range d.Picture.Lines {
		r := d.Layout.Routes[i]
		if len(r.Points) < 2 {
			continue
		}
		paint, width, dash := c.ink("control"), "1.5", ""
		if d.state(l.From) == Missing || d.state(l.To) == Missing {
			paint, dash = c.ink("break"), ` stroke-dasharray="2 4"`
		}
		if d.Picked != "" && (d.Picked == l.From || d.Picked == l.To) {
			paint, width = c.ink("ink"), "2.2"
		}
		c.put(`<path class="c4-line" d="%s" stroke="%s" stroke-width="%s"%s/>`, curve(r.Points), paint, width, dash)
		c.put(`<path class="c4-head" d="%s" fill="%s"/>`, head(r.Points), paint)
	}
	c.put(`</g>`)
}

// sayings writes the texts of lines over everything else, each on a piece of
// the ground it stands on, so that no line runs through its letters.
func (c *canvas) sayings(d Diagram) {
	c.put(`<g class="c4-words" text-anchor="middle">`)
	for i, l := range d.Picture.Lines {
		r := d.Layout.Routes[i]
		t := l.written()
		if len(r.Points) < 2 || len(t.words) == 0 && t.how == "" {
			continue
		}
		ground := c.ink("surface")
		if d.inFrame(r.Label) {
			ground = c.ink("sunken")
		}
		c.put(`<g><title>%s</title>`, esc(l.full(d.name)))
		c.put(`<rect x="%d" y="%d" width="%d" height="%d" rx="3" fill="%s"/>`, r.Label.X, r.Label.Y, r.Label.W, r.Label.H, ground)
		x, y := r.Label.X+r.Label.W/2, r.Label.Y+wordLine-2
		for _, s := range t.words {
			c.put(`<text class="c4-says" x="%d" y="%d" font-size="%v" fill="%s">%s</text>`, x, y, wordSize, c.ink("ink-2"), esc(s))
			y += wordLine
		}
		if t.how != "" {
			c.put(`<text class="c4-how" x="%d" y="%d" font-size="%v" font-family="%s" fill="%s">%s</text>`, x, y, techSize, mono, c.ink("ink-3"), esc(t.how))
		}
		c.put(`</g>`)
	}
	c.put(`</g>`)
}

// curve draws a line through corners, each rounded a little, up to just before
// the tip of its head.
func curve(points []layout.Point) string {
	const radius = 7.0
	var b strings.Builder
	fmt.Fprintf(&b, "M%d %d", points[0].X, points[0].Y)
	for i := 1; i < len(points)-1; i++ {
		p, q, n := points[i-1], points[i], points[i+1]
		in, out := math.Min(radius, length(p, q)/2), math.Min(radius, length(q, n)/2)
		x1, y1 := towards(q, p, in)
		x2, y2 := towards(q, n, out)
		fmt.Fprintf(&b, "L%s %sQ%d %d %s %s", num(x1), num(y1), q.X, q.Y, num(x2), num(y2))
	}
	last := points[len(points)-1]
	x, y := towards(last, points[len(points)-2], 5)
	fmt.Fprintf(&b, "L%s %s", num(x), num(y))
	return b.String()
}

// head is the arrow's head at the end of a line.
func head(points []layout.Point) string {
	tip, from := points[len(points)-1], points[len(points)-2]
	bx, by := towards(tip, from, 9)
	d := length(tip, from)
	if d == 0 {
		return ""
	}
	nx, ny := float64(tip.Y-from.Y)/d*4, float64(from.X-tip.X)/d*4
	return fmt.Sprintf("M%d %dL%s %sL%s %sZ", tip.X, tip.Y, num(bx+nx), num(by+ny), num(bx-nx), num(by-ny))
}

func length(a, b layout.Point) float64 {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y))
}

func towards(a, b layout.Point, by float64) (x, y float64) {
	d := length(a, b)
	if d == 0 {
		return float64(a.X), float64(a.Y)
	}
	return float64(a.X) + float64(b.X-a.X)*by/d, float64(a.Y) + float64(b.Y-a.Y)*by/d
}

// num writes a length with at most one digit after the point.
func num(v float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
}
