package draw

import "throughline/internal/design/layout"

// key explains the outlines that occur, and the badge.
func (c *canvas) key(d Diagram, x, y, width int) {
	type sign struct {
		shape Shape
		state State
		text  string
	}
	var signs []sign
	has := map[State]bool{}
	shapes := map[Shape]bool{}
	badges := false
	for _, b := range d.Picture.Boxes {
		has[d.state(b.Key)] = true
		shapes[b.Shape] = true
		badges = badges || d.Marks[b.Key].Requirements > 0
	}
	for _, s := range []State{Approved, Drafted, External, Missing} {
		if has[s] {
			signs = append(signs, sign{Plain, s, s.Words()})
		}
	}
	if shapes[Round] {
		signs = append(signs, sign{Round, External, "people"})
	}
	if shapes[Store] {
		signs = append(signs, sign{Store, External, "keeps data"})
	}
	c.put(`<g class="c4-key" font-size="12">`)
	c.put(`<path d="M%d %dh%d" stroke="%s"/>`, x, y-8, width, c.ink("hairline"))
	at := x
	for _, s := range signs {
		c.outline(layout.Rect{X: at, Y: y + 4, W: 22, H: 16}, s.shape, s.state, false)
		c.put(`<text x="%d" y="%d" fill="%s">%s</text>`, at+30, y+16, c.ink("ink-2"), s.text)
		at += 30 + int(wide(s.text, 12, false)) + 22
	}
	if badges {
		c.put(`<circle cx="%d" cy="%d" r="9" fill="%s"/>`, at+9, y+12, c.ink("post"))
		c.put(`<text x="%d" y="%d" font-size="10.5" font-weight="600" text-anchor="middle" fill="%s">2</text>`, at+9, y+16, c.ink("surface"))
		c.put(`<text x="%d" y="%d" fill="%s">requirements it satisfies</text>`, at+26, y+16, c.ink("ink-2"))
	}
	c.put(`</g>`)
}
