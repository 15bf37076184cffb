package drawing

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"

	"throughline/internal/typeface"
)

// most is how many dots a picture may have.
const most = 24_000_000

// PNG draws the drawing with so many dots to each of its units, on white. One that would take
// too many dots is drawn with fewer.
func (d *Drawing) PNG(scale float64) ([]byte, error) {
	scale = min(scale, math.Sqrt(most/(d.W*d.H)))
	w, h := max(1, int(math.Ceil(d.W*scale))), max(1, int(math.Ceil(d.H*scale)))
	c := canvas{Drawing: d, scale: scale, on: image.NewRGBA(image.Rect(0, 0, w, h))}
	draw.Draw(c.on, c.on.Bounds(), image.White, image.Point{}, draw.Src)
	for _, m := range d.Marks {
		if m.Words != nil {
			if err := c.words(*m.Words); err != nil {
				return nil, err
			}
			continue
		}
		c.shape(*m.Shape)
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&out, c.on)
	return out.Bytes(), err
}

// canvas is what is drawn on.
type canvas struct {
	*Drawing
	scale float64
	on    *image.RGBA
	ink   vector.Rasterizer
}

func (c *canvas) px(x float64) float32 { return float32((x - c.X) * c.scale) }
func (c *canvas) py(y float64) float32 { return float32((y - c.Y) * c.scale) }

// filled paints what steps enclose; only the dots around it are looked at.
func (c *canvas) filled(steps []Step, with Colour) {
	around := c.around(steps)
	if around.Empty() {
		return
	}
	dx, dy := float32(around.Min.X), float32(around.Min.Y)
	x := func(v float64) float32 { return c.px(v) - dx }
	y := func(v float64) float32 { return c.py(v) - dy }
	c.ink.Reset(around.Dx(), around.Dy())
	c.ink.DrawOp = draw.Over
	for _, s := range steps {
		switch s.Op {
		case 'M':
			c.ink.MoveTo(x(s.At[0]), y(s.At[1]))
		case 'L':
			c.ink.LineTo(x(s.At[0]), y(s.At[1]))
		case 'C':
			c.ink.CubeTo(x(s.At[0]), y(s.At[1]), x(s.At[2]), y(s.At[3]), x(s.At[4]), y(s.At[5]))
		case 'Z':
			c.ink.ClosePath()
		}
	}
	c.ink.Draw(c.on, around, image.NewUniform(color.RGBA{with[0], with[1], with[2], 255}), image.Point{})
}

// around are the dots that steps may touch.
func (c *canvas) around(steps []Step) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range steps {
		for i := 0; i < points[s.Op]; i += 2 {
			x0, x1 = min(x0, s.At[i]), max(x1, s.At[i])
			y0, y1 = min(y0, s.At[i+1]), max(y1, s.At[i+1])
		}
	}
	if x0 > x1 {
		return image.Rectangle{}
	}
	box := image.Rect(int(c.px(x0))-1, int(c.py(y0))-1, int(c.px(x1))+2, int(c.py(y1))+2)
	return box.Intersect(c.on.Bounds())
}

// points is how many numbers a step has.
var points = map[byte]int{'M': 2, 'L': 2, 'C': 6}

func (c *canvas) shape(s Shape) {
	if s.Fill != nil {
		c.filled(s.Path, *s.Fill)
	}
	if s.Stroke != nil {
		c.filled(stroked(s.Path, s.Width, s.Dash), *s.Stroke)
	}
}

func (c *canvas) words(w Words) error {
	face := w.Face()
	x, dots := w.Left(), w.Size*c.scale
	for _, r := range w.Text {
		segments, err := face.Outline(r, dots)
		if err != nil {
			return err
		}
		c.filled(letter(segments, x, w.Y, c.scale), w.Fill)
		x += face.Width(string(r), w.Size)
	}
	return nil
}

// Face is the face words are set in.
func (w Words) Face() *typeface.Face {
	switch {
	case w.Mono:
		return typeface.Mono()
	case w.Bold:
		return typeface.Bold()
	}
	return typeface.Sans()
}

// Left is where the first letter begins.
func (w Words) Left() float64 {
	switch w.Anchor {
	case "middle":
		return w.X - w.Face().Width(w.Text, w.Size)/2
	case "end":
		return w.X - w.Face().Width(w.Text, w.Size)
	}
	return w.X
}

// letter is a glyph's outline, which is in dots, in the units of the drawing.
func letter(segments []sfnt.Segment, x, y, scale float64) []Step {
	out := make([]Step, 0, len(segments))
	var last [2]float64
	for _, s := range segments {
		var a [6]float64
		for i := range s.Args {
			a[2*i], a[2*i+1] = x+float64(s.Args[i].X)/64/scale, y+float64(s.Args[i].Y)/64/scale
		}
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out, last = append(out, Step{'M', a}), [2]float64{a[0], a[1]}
		case sfnt.SegmentOpLineTo:
			out, last = append(out, Step{'L', a}), [2]float64{a[0], a[1]}
		case sfnt.SegmentOpQuadTo:
			q := [6]float64{last[0] + 2*(a[0]-last[0])/3, last[1] + 2*(a[1]-last[1])/3, a[2] + 2*(a[0]-a[2])/3, a[3] + 2*(a[1]-a[3])/3, a[2], a[3]}
			out, last = append(out, Step{'C', q}), [2]float64{a[2], a[3]}
		case sfnt.SegmentOpCubeTo:
			out, last = append(out, Step{'C', a}), [2]float64{a[4], a[5]}
		}
	}
	return out
}
