package layout

// lattice is the drawing as points on the grid, for finding ways between boxes.
type lattice struct {
	x0, y0, w, h int
	wall         []bool   // inside a box, or nearer to it than a line may run
	dear         []uint8  // extra price of a step here: words, names of frames
	across, down []uint16 // lines on the step to the right, and downwards
	corner       []uint8  // lines that turn here
}

const maxPoints = 1_200_000

// newLattice covers the boxes with a margin for lines around them; nil when
// that is too large.
func newLattice(area Rect) *lattice {
	const margin = 8 * Grid
	g := &lattice{x0: floorDiv(area.X-margin, Grid) * Grid, y0: floorDiv(area.Y-margin, Grid) * Grid}
	g.w, g.h = (area.right()+margin-g.x0)/Grid+1, (area.bottom()+margin-g.y0)/Grid+1
	if g.w <= 0 || g.h <= 0 || g.w > maxPoints || g.h > maxPoints || g.w*g.h > maxPoints {
		return nil
	}
	n := g.w * g.h
	g.wall, g.dear, g.corner = make([]bool, n), make([]uint8, n), make([]uint8, n)
	g.across, g.down = make([]uint16, n), make([]uint16, n)
	return g
}

func (g *lattice) at(x, y int) int   { return (y-g.y0)/Grid*g.w + (x-g.x0)/Grid }
func (g *lattice) place(i int) Point { return Point{g.x0 + i%g.w*Grid, g.y0 + i/g.w*Grid} }
func (g *lattice) snapX(x int) int   { return g.x0 + floorDiv(x-g.x0+Grid/2, Grid)*Grid }
func (g *lattice) snapY(y int) int   { return g.y0 + floorDiv(y-g.y0+Grid/2, Grid)*Grid }
func (g *lattice) holds(p Point) bool {
	return p.X >= g.x0 && p.Y >= g.y0 && p.X < g.x0+g.w*Grid && p.Y < g.y0+g.h*Grid
}

// each calls do for the points in an area.
func (g *lattice) each(r Rect, do func(i int)) {
	for y := max(g.y0, g.y0+(r.Y-g.y0+Grid-1)/Grid*Grid); y <= min(r.bottom(), g.y0+(g.h-1)*Grid); y += Grid {
		for x := max(g.x0, g.x0+(r.X-g.x0+Grid-1)/Grid*Grid); x <= min(r.right(), g.x0+(g.w-1)*Grid); x += Grid {
			do(g.at(x, y))
		}
	}
}

func (g *lattice) block(r Rect) {
	g.each(Rect{r.X - Grid/2, r.Y - Grid/2, r.W + Grid, r.H + Grid}, func(i int) { g.wall[i] = true })
}

func (g *lattice) price(r Rect, extra uint8) {
	g.each(r, func(i int) { g.dear[i] = max(g.dear[i], extra) })
}

// edgeOf makes it dear to run along the border of a frame, where a line would
// be taken for the border; crossing it costs little.
func (g *lattice) edgeOf(r Rect) {
	g.price(Rect{r.X - Grid + 1, r.Y, 2*Grid - 2, r.H}, 12)
	g.price(Rect{r.right() - Grid + 1, r.Y, 2*Grid - 2, r.H}, 12)
	g.price(Rect{r.X, r.Y - Grid + 1, r.W, 2*Grid - 2}, 12)
	g.price(Rect{r.X, r.bottom() - Grid + 1, r.W, 2*Grid - 2}, 12)
}

// draw marks the steps of a finished line.
func (g *lattice) draw(path []int) {
	for n := 1; n < len(path); n++ {
		a, b := min(path[n-1], path[n]), max(path[n-1], path[n])
		if b-a == 1 {
			g.across[a]++
		} else {
			g.down[a]++
		}
		if n+1 < len(path) && path[n+1]-path[n] != path[n]-path[n-1] {
			g.corner[path[n]]++
		}
	}
}

// lines counts what runs through an area.
func (g *lattice) lines(r Rect) int {
	n := 0
	g.each(r, func(i int) { n += int(g.across[i]) + int(g.down[i]) })
	return n
}
