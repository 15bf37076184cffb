package layout

// fit finds room for the boxes that have no place yet and moves nothing else.
func (p *plan) fit() {
	if len(p.boxes) > maxBoxes {
		p.fitBelow()
		return
	}
	for {
		key := p.mostTied()
		if key == "" {
			break
		}
		p.at[key] = p.room(p.size[key])
	}
}

// mostTied gives the box without a place that has the most placed neighbours.
func (p *plan) mostTied() string {
	best, most := "", -1
	for _, b := range p.boxes {
		if _, placed := p.at[b.Key]; placed {
			continue
		}
		if n := len(p.neighbours(b.Key)); n > most {
			best, most = b.Key, n
		}
	}
	return best
}

// neighbours gives the areas of the placed boxes that edges tie to this one.
func (p *plan) neighbours(key string) []Rect {
	var out []Rect
	for _, e := range p.edges {
		other := ""
		switch key {
		case e.From:
			other = e.To
		case e.To:
			other = e.From
		}
		if r, ok := p.at[other]; ok && r.W > 0 {
			out = append(out, r)
		}
	}
	return out
}

// room is the place for a new box: below the lowest of its frame, near its
// neighbours. Another is taken when the frame, grown to hold the box there,
// would run over what is not in it.
func (p *plan) room(b Box) Rect {
	p.wrap()
	content := p.content(b.In)
	want := p.meanOf(p.neighbours(b.Key), content)
	low := Point{snap(want.X - b.W/2), content.bottom() + boxGap}
	if b.In != "" && content.W > 0 {
		// Inside a frame the new one keeps to the columns that are there.
		low.X = min(max(low.X, content.X), max(content.X, snap(content.right()-b.W)))
	}
	full := map[string]bool{}
	for _, f := range p.frames {
		full[f.Key] = p.content(f.Key).W > 0
	}
	best, least := Rect{}, -1
	for _, at := range p.candidates(b, content, low) {
		r := Rect{at.X, at.Y, b.W, b.H}
		if !p.free(r, b.In, full) {
			continue
		}
		cost := abs(r.middle().X-want.X) + abs(at.Y-low.Y)
		if least < 0 || cost < least {
			best, least = r, cost
		}
	}
	if least < 0 {
		all := p.everything()
		p.notice = "Some new boxes found no room near their neighbours; tidy up to lay the view out afresh."
		return Rect{low.X, max(low.Y, all.bottom()+boxGap), b.W, b.H}
	}
	return best
}

// candidates are places below the content, in its holes, and beside it.
func (p *plan) candidates(b Box, content Rect, low Point) []Point {
	out := []Point{low}
	stepX, stepY := Grid*4, Grid*4
	span := content.around(Rect{low.X, low.Y, b.W, b.H})
	span = Rect{span.X - b.W - layerGap*2, span.Y, span.W + 2*b.W + layerGap*4, span.H + b.H}
	for span.W/stepX*(span.H/stepY) > 4_000 {
		stepX, stepY = stepX*2, stepY*2
	}
	for y := span.Y; y <= span.bottom(); y += stepY {
		for x := span.X; x <= span.right(); x += stepX {
			out = append(out, Point{snap(x), snap(y)})
		}
	}
	return out
}

// free tells whether a box can stand there: it touches no other, and the
// frames around it, grown to hold it, run over nothing that is not in them. full
// names the frames with something in them.
func (p *plan) free(r Rect, frame string, full map[string]bool) bool {
	for _, o := range p.boxes {
		if at, ok := p.at[o.Key]; ok && r.meets(at, Grid*2) {
			return false
		}
	}
	inside := map[string]bool{}
	for f := frame; f != ""; f = p.home[f] {
		inside[f] = true
		grown := Rect{r.X - framePad, r.Y - frameTop, r.W + 2*framePad, r.H + frameTop + framePad}
		if was := p.at[f]; was.W > 0 && full[f] {
			grown = grown.around(was)
		}
		for _, o := range p.boxes {
			if at, ok := p.at[o.Key]; ok && p.within(o.Key, f) == "" && grown.meets(at, Grid) {
				return false
			}
		}
	}
	for _, f := range p.frames {
		if at := p.at[f.Key]; !inside[f.Key] && full[f.Key] && r.meets(at, Grid*2) {
			return false
		}
	}
	return true
}

// content is the area of what is placed in a frame.
func (p *plan) content(frame string) Rect {
	var all Rect
	for _, k := range p.kids[frame] {
		r, ok := p.at[k]
		if p.isFrame(k) {
			r = p.content(k)
		}
		if ok && r.W > 0 {
			all = all.around(r)
		}
	}
	return all
}

func (p *plan) everything() Rect {
	var all Rect
	for _, r := range p.at {
		if r.W > 0 {
			all = all.around(r)
		}
	}
	return all
}

func (p *plan) meanOf(list []Rect, otherwise Rect) Point {
	if len(list) == 0 {
		list = []Rect{otherwise}
	}
	var sum Point
	for _, r := range list {
		sum.X, sum.Y = sum.X+r.middle().X, sum.Y+r.middle().Y
	}
	return Point{sum.X / len(list), sum.Y / len(list)}
}

// fitBelow sets new boxes of a very large view in rows below the old ones.
func (p *plan) fitBelow() {
	var fresh []string
	all := p.everything()
	for _, b := range p.boxes {
		if _, ok := p.at[b.Key]; !ok {
			fresh = append(fresh, b.Key)
			p.at[b.Key] = Rect{0, 0, b.W, b.H}
		}
	}
	p.rows(fresh)
	for _, k := range fresh {
		p.shift(k, all.X, all.bottom()+boxGap)
	}
	p.notice = "This view is very large; new boxes stand in rows below the others."
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
