package drawing

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Read reads an SVG. It fails on what is not well formed, has no box, or is too large.
func Read(svg string) (*Drawing, error) {
	r := reader{d: xml.NewDecoder(strings.NewReader(svg)), out: &Drawing{}}
	for {
		token, err := r.d.Token()
		switch {
		case errors.Is(err, io.EOF):
			if r.out.W <= 0 || r.out.H <= 0 {
				return nil, errors.New("the drawing has no size")
			}
			return r.out, nil
		case err != nil:
			return nil, fmt.Errorf("the drawing is not well formed: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := r.begin(t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			r.end()
		case xml.CharData:
			if n := len(r.manners); n > 0 && r.manners[n-1].text != nil {
				r.manners[n-1].text.Text += string(t)
			}
		}
	}
}

// reader keeps the manner of each open element.
type reader struct {
	d       *xml.Decoder
	out     *Drawing
	manners []manner
	steps   int
}

// manner is what an element hands down to those within.
type manner struct {
	fill, stroke string
	width        float64
	dash         []float64
	size         float64
	anchor       string
	bold, mono   bool
	text         *Words // letters belong to it
	still        bool   // nothing within is drawn: title, desc, defs
}

func (r *reader) begin(e xml.StartElement) error {
	m := manner{fill: "#000000", width: 1, size: 16}
	if n := len(r.manners); n > 0 {
		m = r.manners[n-1]
	}
	at := map[string]string{}
	for _, a := range e.Attr {
		at[a.Name.Local] = a.Value
	}
	m.take(at)
	words := m.text
	m.text = nil
	if len(r.manners) > 64 {
		return errors.New("the drawing is nested too deep")
	}
	if !m.still {
		switch e.Name.Local {
		case "svg":
			r.box(at)
		case "title", "desc", "defs", "marker", "style", "script":
			m.still = true
		case "text", "tspan":
			m.text = words
			if m.text == nil {
				m.text = m.words(at)
			}
			if e.Name.Local == "tspan" {
				break
			}
			if m.text != nil {
				r.out.Marks = append(r.out.Marks, Mark{Words: m.text})
			}
		default:
			if path := outline(e.Name.Local, at); len(path) > 0 {
				r.steps += len(path)
				if s := m.shape(path); s.Fill != nil || s.Stroke != nil {
					r.out.Marks = append(r.out.Marks, Mark{Shape: s})
				}
			}
		}
	}
	if len(r.out.Marks) > maxMarks || r.steps > maxSteps {
		return errors.New("the drawing holds too many shapes")
	}
	r.manners = append(r.manners, m)
	return nil
}

func (r *reader) end() {
	if n := len(r.manners); n > 0 {
		r.manners = r.manners[:n-1]
	}
}

func (r *reader) box(at map[string]string) {
	if v := numbers(at["viewBox"]); len(v) == 4 {
		r.out.X, r.out.Y, r.out.W, r.out.H = v[0], v[1], v[2], v[3]
		return
	}
	r.out.W, r.out.H = number(at["width"]), number(at["height"])
}

// take lays an element's own manner over the one handed down.
func (m *manner) take(at map[string]string) {
	for name, into := range map[string]*string{"fill": &m.fill, "stroke": &m.stroke, "text-anchor": &m.anchor} {
		if v, set := at[name]; set {
			*into = v
		}
	}
	if v, set := at["stroke-width"]; set {
		m.width = number(v)
	}
	if v, set := at["stroke-dasharray"]; set {
		m.dash = numbers(v)
	}
	if v, set := at["font-size"]; set {
		m.size = number(v)
	}
	if v, set := at["font-weight"]; set {
		m.bold = v == "bold" || number(v) >= 600
	}
	if v, set := at["font-family"]; set {
		m.mono = strings.Contains(strings.ToLower(v), "mono")
	}
}

func (m *manner) shape(path []Step) *Shape {
	s := &Shape{Path: path, Fill: colour(m.fill), Stroke: colour(m.stroke), Width: m.width, Dash: m.dash}
	if s.Width <= 0 {
		s.Stroke = nil
	}
	return s
}

func (m *manner) words(at map[string]string) *Words {
	fill := colour(m.fill)
	if fill == nil {
		return nil
	}
	return &Words{X: number(at["x"]), Y: number(at["y"]), Size: m.size, Anchor: m.anchor, Bold: m.bold, Mono: m.mono, Fill: *fill}
}

// colour reads #rgb, #rrggbb, or one of these behind the comma of a variable; nil is none.
func colour(s string) *Colour {
	if rest, is := strings.CutPrefix(s, "var("); is {
		_, rest, _ = strings.Cut(strings.TrimSuffix(rest, ")"), ",")
		s = rest
	}
	hex, is := strings.CutPrefix(strings.TrimSpace(s), "#")
	if !is {
		return nil
	}
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return nil
	}
	return &Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

// number reads a length without a unit, or with px; 0 is what cannot be read.
func number(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || v != v || v > 1e6 || v < -1e6 {
		return 0
	}
	return v
}

func numbers(s string) (out []float64) {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' }) {
		out = append(out, number(f))
	}
	return out
}
