package draw

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"throughline/internal/design/layout"
)

// State says how far the design of an element has come.
type State int

// The states, each with its own outline: solid, dashed, grey and square, dotted.
const (
	Unknown State = iota // drafted where it is ours, else External
	Approved
	Drafted
	External
	Missing // something must be there and nothing is designed
)

// Words are how a state is told in text.
func (s State) Words() string {
	return [...]string{"", "approved", "drafted", "not ours", "nothing designed"}[s]
}

// Mark is what is known of an element beside the model.
type Mark struct {
	State        State
	Requirements int // how many it satisfies, shown as its badge
}

// Diagram is a picture ready to be drawn.
type Diagram struct {
	// ID begins the ids in the markup; two diagrams on a page need two.
	ID      string
	Picture Picture
	Layout  layout.Result
	Marks   map[string]Mark
	// Href gives the address of an element's page, "" for none. With a nil
	// Href nothing is a link.
	Href func(key string) string
	// Picked is the key of the element or frame that is looked at, "" for none.
	Picked string
	// Fixed writes the light colours themselves instead of the page's custom
	// properties, for programs that know none.
	Fixed bool
}

func (d Diagram) state(key string) State {
	if s := d.Marks[key].State; s != Unknown {
		return s
	}
	for _, b := range d.Picture.Boxes {
		if b.Key == key && !b.Ours {
			return External
		}
	}
	return Drafted
}

func (d Diagram) name(key string) string {
	for _, b := range d.Picture.Boxes {
		if b.Key == key {
			return b.Name
		}
	}
	for _, f := range d.Picture.Frames {
		if f.Key == key {
			return f.Name
		}
	}
	return key
}

func (d Diagram) inFrame(r layout.Rect) bool {
	for _, f := range d.Layout.Frames {
		x, y := r.X+r.W/2, r.Y+r.H/2
		if x > f.X && x < f.X+f.W && y > f.Y && y < f.Y+f.H {
			return true
		}
	}
	return false
}

func (d Diagram) href(key string) string {
	if d.Href == nil {
		return ""
	}
	return d.Href(key)
}

const (
	sans = "var(--sans, &#34;IBM Plex Sans&#34;, system-ui, sans-serif)"
	mono = "var(--mono, &#34;IBM Plex Mono&#34;, ui-monospace, monospace)"
)

// light holds the tokens of the pages, as a fallback and for Fixed.
var light = map[string]string{
	"surface": "#ffffff", "sunken": "#faf9f6", "hover": "#f1efea", "hairline": "#e6e3dc", "rule": "#cfcbc1",
	"control": "#8b877d", "ink": "#191b1f", "ink-2": "#4a4e57", "ink-3": "#64686f", "selected": "#fdf3d8",
	"pre": "#2746c7", "post": "#0d6e5a", "break": "#bb2a17", "break-soft": "#fdebe6",
}

// canvas writes markup and remembers the first error.
type canvas struct {
	w     *bufio.Writer
	fixed bool
}

func (c *canvas) put(format string, args ...any) {
	fmt.Fprintf(c.w, format+"\n", args...) // a bufio.Writer keeps its first error for Flush
}

// ink gives the value for a colour.
func (c *canvas) ink(token string) string {
	if c.fixed {
		return light[token]
	}
	return "var(--" + token + ", " + light[token] + ")"
}

const (
	margin    = 16
	keyHeight = 44
)

// SVG writes the diagram. Where elements are links the drawing is a group of
// links, else one image: an image may hold nothing that takes the focus.
func SVG(w io.Writer, d Diagram) error {
	c := &canvas{bufio.NewWriter(w), d.Fixed}
	a := d.Layout.Area
	width := max(a.W+2*margin, 560)
	height := a.H + 2*margin + keyHeight
	role := "group"
	if d.Href == nil {
		role = "img"
	}
	id := esc(d.ID)
	c.put(`<svg xmlns="http://www.w3.org/2000/svg" class="%s" role="%s" aria-labelledby="%sc4-title %sc4-desc" viewBox="%d %d %d %d" width="%d" height="%d" font-family="%s">`,
		scaling(width), role, id, id, a.X-margin, a.Y-margin, width, height, width, height, sans)
	c.put(`<title id="%sc4-title">%s</title>`, id, esc(d.Picture.Title))
	c.put(`<desc id="%sc4-desc">%s</desc>`, id, esc(d.describe()))
	c.frames(d)
	c.lines(d)
	c.boxes(d)
	c.sayings(d)
	c.key(d, a.X, a.Y+a.H+margin+10, width-2*margin)
	c.put(`</svg>`)
	return c.w.Flush()
}

// scaling is the class of a drawing: one that is little wider than a page may be shown smaller,
// so that all of it is seen; a larger one keeps its size and is scrolled.
func scaling(width int) string {
	const little = 1_600
	if width <= little {
		return "c4 near"
	}
	return "c4"
}

// describe tells what the picture holds, for those who do not see it.
func (d Diagram) describe() string {
	p := d.Picture
	s := strings.TrimSpace(p.Summary)
	s += fmt.Sprintf(" %s, %s. The same stands in the lists beside the drawing.", count(len(p.Boxes), "element"), count(len(p.Lines), "relationship"))
	return strings.TrimSpace(s)
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
