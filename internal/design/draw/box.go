package draw

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"throughline/internal/design/layout"
)

func (c *canvas) frames(d Diagram) {
	for _, f := range d.Picture.Frames {
		r := d.Layout.Frames[f.Key]
		paint, width, dash := c.ink("post"), "1.5", `stroke-dasharray="7 5"`
		if f.Group {
			paint, width, dash = c.ink("control"), "1.2", `stroke-dasharray="2 4"`
		}
		c.put(`<rect class="c4-frame" x="%d" y="%d" width="%d" height="%d" rx="12" fill="%s" stroke="%s" stroke-width="%s" %s/>`,
			r.X, r.Y, r.W, r.H, c.ink("sunken"), paint, width, dash)
		name := fit(clean(f.Name), 13, true, float64(r.W-32))
		kind := fit(clean(f.Kind), 11, false, float64(r.W-32))
		href := d.href(f.Key)
		if f.Group {
			href, paint = "", c.ink("ink-2")
		}
		c.put(`<g><title>%s</title>`, esc(f.Name))
		c.link(href, name+", "+kind, "c4-frame-name", current(d.Picked == f.Key))
		c.put(`<text x="%d" y="%d" font-size="13" font-weight="600" fill="%s">%s</text>`, r.X+16, r.Y+23, paint, esc(name))
		c.put(`<text x="%d" y="%d" font-size="11" fill="%s">%s</text>`, r.X+16, r.Y+38, c.ink("ink-3"), esc(kind))
		c.unlink(href)
		c.put(`</g>`)
	}
}

// link opens an anchor, or a group where there is no address.
func (c *canvas) link(href, name, class, more string) {
	if href == "" {
		c.put(`<g class="%s">`, class)
		return
	}
	c.put(`<a class="%s" href="%s" aria-label="%s"%s>`, class, esc(safe(href)), esc(name), more)
}

// current marks the link of what is looked at.
func current(picked bool) string {
	if picked {
		return ` aria-current="true"`
	}
	return ""
}

func (c *canvas) unlink(href string) {
	if href == "" {
		c.put(`</g>`)
		return
	}
	c.put(`</a>`)
}

// safe lets only addresses of pages through: of our own, or with http.
func safe(href string) string {
	low := strings.ToLower(strings.TrimSpace(href))
	colon := strings.IndexByte(low, ':')
	if colon < 0 || strings.ContainsAny(low[:colon], "/?#") || strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") {
		return href
	}
	return "#"
}

func (c *canvas) boxes(d Diagram) {
	for _, b := range d.Picture.Boxes {
		r, state := d.Layout.Boxes[b.Key], d.state(b.Key)
		href := d.href(b.Key)
		picked, cut := d.Picked == b.Key, b.inscription().cut
		if cut { // all of it, around the link: inside it would belong to the link's name
			c.put(`<g><title>%s</title>`, esc(b.Name+" ["+b.kind()+"] "+b.Description))
		}
		place := fmt.Sprintf(` data-element="%s" data-x="%d" data-y="%d"`, esc(b.Key), r.X, r.Y) // what a hand needs to move it
		c.link(href, b.spoken(state, d.Marks[b.Key].Requirements), "c4-box c4-"+strings.ReplaceAll(state.Words(), " ", "-"), place+current(picked))
		c.outline(r, b.Shape, state, picked)
		c.words(r, b, state)
		c.badge(r, state, d.Marks[b.Key].Requirements)
		c.unlink(href)
		if cut {
			c.put(`</g>`)
		}
	}
}

// spoken is the name of a box for those who hear it: what stands in it, as whoever speaks to a
// machine says what they see, and then how far it is.
func (b Box) spoken(state State, requirements int) string {
	in := b.inscription()
	s := strings.Join(in.name, " ") + ", " + in.kind
	if len(in.text) > 0 {
		s += ", " + strings.Join(in.text, " ")
	}
	switch {
	case state == Missing: // its badge is a mark and no number
	case requirements > 99:
		s += ", 99+ requirements satisfied"
	case requirements > 0:
		s += ", " + count(requirements, "requirement") + " satisfied"
	}
	return s + ", " + state.Words()
}

// kind is the second line of a box: what it is, made of what or whose.
func (b Box) kind() string {
	switch {
	case b.Technology != "":
		return b.Kind + ": " + clean(b.Technology)
	case b.Group != "":
		return b.Kind + ", " + clean(b.Group)
	}
	return b.Kind
}

// outline draws the shape; its line tells the state, its colour repeats it.
func (c *canvas) outline(r layout.Rect, shape Shape, state State, picked bool) {
	fill, stroke, dash, round := c.ink("surface"), c.ink("post"), "", 7
	switch state {
	case Drafted:
		dash = ` stroke-dasharray="6 3"`
	case External:
		fill, stroke, round = c.ink("hover"), c.ink("control"), 0
	case Missing:
		fill, stroke, dash = c.ink("break-soft"), c.ink("break"), ` stroke-dasharray="2 4"`
	}
	width := "1.6"
	if picked {
		fill, stroke, width = c.ink("selected"), c.ink("ink"), "2.8"
	}
	paint := `fill="` + fill + `" stroke="` + stroke + `" stroke-width="` + width + `"` + dash
	switch shape {
	case Store:
		const lid = 9
		x, y, w, h := r.X, r.Y+lid/2, r.W, r.H-lid
		c.put(`<path class="c4-shape" d="M%d %dc0 -%d %d -%d %d 0v%dc0 %d -%d %d -%d 0z" %s/>`, x, y, lid, w, lid, w, h, lid, w, lid, w, paint)
		c.put(`<path class="c4-lid" d="M%d %dc0 %d %d %d %d 0" fill="none" stroke="%s" stroke-width="1.2"/>`, x, y, lid, w, lid, w, stroke)
	case Round:
		c.put(`<rect class="c4-shape" x="%d" y="%d" width="%d" height="%d" rx="%d" %s/>`, r.X, r.Y, r.W, r.H, min(r.H/2, 26), paint)
	default:
		c.put(`<rect class="c4-shape" x="%d" y="%d" width="%d" height="%d" rx="%d" %s/>`, r.X, r.Y, r.W, r.H, round, paint)
	}
}

const (
	nameSize = 13.5
	kindSize = 11.0
	textSize = 11.5
)

// inscription is what stands in a box. What does not fit is cut, and stands whole in the title.
type inscription struct {
	name, text []string
	kind       string
	cut        bool
}

func (b Box) inscription() inscription {
	room := float64(BoxWidth - 18)
	if b.Shape == Round {
		room = float64(BoxWidth - 26)
	}
	in := inscription{kind: b.kind()}
	var cut1, cut2 bool
	in.name, cut1 = wrap(b.Name, nameSize, true, room, 2)
	if wide(in.kind, kindSize, false) > room { // what says more than the outline does
		in.kind = cmp.Or(clean(b.Technology), clean(b.Group), in.kind)
	}
	in.kind = fit(in.kind, kindSize, false, room)
	in.text, cut2 = wrap(b.Description, textSize, false, room, 4-len(in.name))
	in.cut = cut1 || cut2 || in.kind != b.kind()
	return in
}

// words sets name, kind and purpose in the middle of a box.
func (c *canvas) words(r layout.Rect, b Box, state State) {
	in := b.inscription()
	ink, quiet := c.ink("ink"), c.ink("ink-2")
	if state == Missing {
		ink = c.ink("break")
	}
	high := len(in.name)*17 + 15
	if len(in.text) > 0 {
		high += 5 + len(in.text)*14
	}
	x, y := r.X+r.W/2, r.Y+(r.H-high)/2
	if b.Shape == Store {
		y += 6
	}
	c.put(`<g text-anchor="middle">`)
	for _, s := range in.name {
		y += 17
		c.put(`<text class="c4-name" x="%d" y="%d" font-size="%v" font-weight="600" fill="%s">%s</text>`, x, y-4, nameSize, ink, esc(s))
	}
	y += 15
	c.put(`<text class="c4-kind" x="%d" y="%d" font-size="%v" fill="%s">%s</text>`, x, y-4, kindSize, c.ink("ink-3"), esc(in.kind))
	y += 5
	for _, s := range in.text {
		y += 14
		c.put(`<text class="c4-text" x="%d" y="%d" font-size="%v" fill="%s">%s</text>`, x, y-4, textSize, quiet, esc(s))
	}
	c.put(`</g>`)
}

// badge counts requirements at the upper right corner: filled where approved,
// hollow where not, a diamond where something is missing.
func (c *canvas) badge(r layout.Rect, state State, n int) {
	x, y := r.X+r.W-14, r.Y
	text := strconv.Itoa(n)
	if n > 99 {
		text = "99+"
	}
	switch {
	case state == Missing:
		c.put(`<path class="c4-badge" d="M%d %dl11 11l-11 11l-11 -11z" fill="%s"/>`, x, y-11, c.ink("break"))
		text = "!"
	case n == 0:
		return
	case state == Approved:
		c.put(`<circle class="c4-badge" cx="%d" cy="%d" r="10.5" fill="%s"/>`, x, y, c.ink("post"))
	default:
		c.put(`<circle class="c4-badge" cx="%d" cy="%d" r="10.5" fill="%s" stroke="%s" stroke-width="1.6"/>`, x, y, c.ink("surface"), c.ink("post"))
		c.put(`<text class="c4-count" x="%d" y="%d" font-size="11" font-weight="600" text-anchor="middle" fill="%s">%s</text>`, x, y+4, c.ink("post"), text)
		return
	}
	c.put(`<text class="c4-count" x="%d" y="%d" font-size="11" font-weight="600" text-anchor="middle" fill="%s">%s</text>`, x, y+4, c.ink("surface"), text)
}
