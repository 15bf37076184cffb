package layout

import (
	"cmp"
	"slices"
)

const maxSteps = 2_500_000 // points looked at for all lines of a view together

// router finds ways for all edges of a view, short ones first.
type router struct {
	p      *plan
	g      *lattice
	search *search
	used   map[Point]int // border points taken
	labels []Rect
	drawn  [][]Point // the lines that have their way
	steps  int
}

// route draws every edge: around the boxes where there is time for that,
// straight where there is not.
func (p *plan) route(res *Result) {
	res.Routes = make([]Route, len(p.edges))
	res.Area = p.everything()
	r := &router{p: p, used: map[Point]int{}, steps: maxSteps}
	if len(p.boxes) <= maxBoxes && len(p.edges) <= maxEdges {
		r.g = newLattice(res.Area)
	}
	if r.g != nil {
		r.prepare()
	}
	straight := 0
	paths := make([][]int, len(p.edges))
	for _, i := range r.turns() {
		e := p.edges[i]
		a, b := p.at[e.From], p.at[e.To]
		if path, points := r.way(e, a, b); points != nil {
			paths[i], res.Routes[i].Points = path, points
			r.g.draw(path)
			r.drawn = append(r.drawn, points)
			label, _ := r.words(points, e)
			r.g.price(Rect{label.X - 4, label.Y - 4, label.W + 8, label.H + 8}, 25)
			r.labels = append(r.labels, label)
			continue
		}
		res.Routes[i] = Route{Points: line(a, b), Straight: true}
		if e.From != e.To {
			straight++
		}
	}
	if straight > 0 && p.notice == "" {
		p.notice = "There are more relationships here than can be drawn around the boxes; some run straight."
	}
	res.Notice = p.notice
	r.finish(res)
}

func (r *router) prepare() {
	for _, f := range r.p.frames {
		at := r.p.at[f.Key]
		r.g.edgeOf(at)
		r.g.price(Rect{at.X, at.Y, min(at.W, 24*Grid), frameTop - Grid}, 18)
	}
	for _, b := range r.p.boxes {
		r.g.block(r.p.at[b.Key])
	}
	r.search = newSearch(len(r.g.wall))
}

// turns gives the edges that have both ends, the shortest first.
func (r *router) turns() []int {
	var out []int
	length := map[int]int{}
	for i, e := range r.p.edges {
		a, b := r.p.at[e.From], r.p.at[e.To]
		if !r.p.known(e.From) || !r.p.known(e.To) || a.W == 0 || b.W == 0 {
			continue
		}
		length[i] = max(0, a.X-b.right(), b.X-a.right()) + 3*max(0, a.Y-b.bottom(), b.Y-a.bottom()) + abs(a.middle().Y-b.middle().Y)
		out = append(out, i)
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(length[a], length[b]) })
	return out
}

// finish places all words once more, now that every line is known, and grows
// the area by what stands outside of it.
func (r *router) finish(res *Result) {
	r.labels = nil
	for i := range res.Routes {
		points := res.Routes[i].Points
		if len(points) < 2 {
			continue
		}
		label, _ := r.words(points, r.p.edges[i])
		res.Routes[i].Label = label
		r.labels = append(r.labels, label)
		res.Area = res.Area.around(label)
		for _, at := range points {
			res.Area = res.Area.around(Rect{at.X, at.Y, 1, 1})
		}
	}
}

// port is where a line may leave or reach a box: the border point, the first
// point of the lattice outside, and the direction outwards.
type port struct {
	border Point
	at     int
	dir    int
	price  int
}

// ports lists them; toward tells where the other end is.
func (r *router) ports(a Rect, toward Rect) []port {
	var out []port
	add := func(border, outside Point, dir, off, side int) {
		if !r.g.holds(outside) || r.g.wall[r.g.at(outside.X, outside.Y)] {
			return
		}
		price := off/2 + side + r.used[border]*160
		for _, near := range []Point{{border.X + Grid*(dir/2), border.Y + Grid*(1-dir/2)}, {border.X - Grid*(dir/2), border.Y - Grid*(1-dir/2)}} {
			price += r.used[near] * 12
		}
		out = append(out, port{border, r.g.at(outside.X, outside.Y), dir, price})
	}
	right, left, below, above := sides(a, toward)
	for y := r.g.snapY(a.Y + 2*Grid); y <= a.bottom()-2*Grid; y += Grid {
		off := abs(y - a.middle().Y)
		add(Point{a.right(), y}, Point{r.g.snapX(a.right() + Grid), y}, east, off, right)
		add(Point{a.X, y}, Point{r.g.snapX(a.X - Grid), y}, west, off, left)
	}
	for x := r.g.snapX(a.X + 3*Grid); x <= a.right()-3*Grid; x += Grid {
		off := abs(x - a.middle().X)
		add(Point{x, a.bottom()}, Point{x, r.g.snapY(a.bottom() + Grid)}, south, off, below)
		add(Point{x, a.Y}, Point{x, r.g.snapY(a.Y - Grid)}, north, off, above)
	}
	return out
}

// sides prices each side of a box by where the other end is.
func sides(a, toward Rect) (right, left, below, above int) {
	right, left, below, above = 90, 90, 60, 60
	if toward.X >= a.right() {
		right = 0
	}
	if toward.right() <= a.X {
		left = 0
	}
	over := toward.X < a.right() && a.X < toward.right()
	if toward.Y >= a.bottom() && over {
		below = 0
	}
	if toward.bottom() <= a.Y && over {
		above = 0
	}
	return right, left, below, above
}

// line runs straight between two areas, from border to border.
func line(a, b Rect) []Point {
	p, q := a.middle(), b.middle()
	if p == q {
		return []Point{{a.right(), p.Y}, {a.right() + 2*Grid, p.Y}, {a.right() + 2*Grid, a.bottom() + 2*Grid}, {p.X, a.bottom() + 2*Grid}, {p.X, a.bottom()}}
	}
	return []Point{clip(a, p, q), clip(b, q, p)}
}

// clip goes from the middle of an area towards q as far as its border.
func clip(a Rect, p, q Point) Point {
	dx, dy := float64(q.X-p.X), float64(q.Y-p.Y)
	scale := 1.0
	if dx != 0 {
		scale = min(scale, float64(a.W)/2/abs64(dx))
	}
	if dy != 0 {
		scale = min(scale, float64(a.H)/2/abs64(dy))
	}
	return Point{p.X + int(dx*scale), p.Y + int(dy*scale)}
}

func abs64(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}
