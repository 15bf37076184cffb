package layout

// words finds the place for the text of a line: on a long level stretch of it,
// off the boxes, off other words, and where few other lines run. The number is
// the price of the place; above boxPrice it covers a box.
func (r *router) words(points []Point, e Edge) (Rect, int) {
	if r.g == nil {
		a, b := points[0], points[len(points)-1]
		return Rect{(a.X + b.X - e.LabelW) / 2, (a.Y + b.Y - e.LabelH) / 2, e.LabelW, e.LabelH}, 0
	}
	best, least := Rect{}, -1
	for n := 1; n < len(points); n++ {
		a, b := points[n-1], points[n]
		for share := 8; share <= 92; share += 6 {
			at := Point{a.X + (b.X-a.X)*share/100, a.Y + (b.Y-a.Y)*share/100}
			for side, shift := range []Point{{}, {0, -e.LabelH/2 - 3}, {0, e.LabelH/2 + 3}, {e.LabelW/2 + 3, 0}, {-e.LabelW/2 - 3, 0}} {
				level := a.Y == b.Y
				if side > 0 && level != (side < 3) {
					continue // above and below a level line, beside an upright one
				}
				label := Rect{at.X + shift.X - e.LabelW/2, at.Y + shift.Y - e.LabelH/2, e.LabelW, e.LabelH}
				price := abs(share-50)/5 + []int{0, 6, 12, 8, 8}[side]
				if level {
					price += max(0, e.LabelW+2*Grid-abs(a.X-b.X)) / 4
				} else {
					price += 20 + max(0, e.LabelH+Grid-abs(a.Y-b.Y))
				}
				for _, more := range []func() int{func() int { return r.cover(label) }, func() int { return r.foreign(label, points) * linePrice }} {
					if least < 0 || price < least {
						price += more()
					}
				}
				if least < 0 || price < least {
					best, least = label, price
				}
			}
		}
	}
	return best, least
}

// Words on a box cannot be read, words on another's line are taken for that one's.
const (
	boxPrice  = 2_000
	linePrice = 400
)

// foreign counts the lines drawn so far, other than its own, that a label would lie on.
func (r *router) foreign(label Rect, own []Point) int {
	n := 0
	for _, points := range r.drawn {
		if len(points) > 0 && &points[0] == &own[0] {
			continue
		}
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			piece := Rect{min(a.X, b.X), min(a.Y, b.Y), abs(a.X - b.X), abs(a.Y - b.Y)}
			if label.meets(piece, 1) {
				n++
				break
			}
		}
	}
	return n
}

// cover is the price of what a label would lie on.
func (r *router) cover(label Rect) int {
	price := 0
	for _, b := range r.p.boxes {
		if label.meets(r.p.at[b.Key], 0) {
			price += boxPrice
		}
	}
	for _, o := range r.labels {
		if label.meets(o, 2) {
			price += boxPrice / 2
		}
	}
	for _, f := range r.p.frames {
		at := r.p.at[f.Key]
		top := Rect{at.X, at.Y, min(at.W, 24*Grid), frameTop - 2*Grid}
		if label.meets(top, 0) {
			price += 200
		}
		for _, x := range []int{at.X, at.right()} {
			if label.X < x && x < label.right() && label.Y < at.bottom() && at.Y < label.bottom() {
				price += 120
			}
		}
		for _, y := range []int{at.Y, at.bottom()} {
			if label.Y < y && y < label.bottom() && label.X < at.right() && at.X < label.right() {
				price += 120
			}
		}
	}
	return price + r.g.lines(label)*10
}
