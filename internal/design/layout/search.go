package layout

// Directions of a step. An even half runs across, an odd one down.
const (
	east = iota
	west
	south
	north
)

// search is the memory of a search for a way (A*, Hart, Nilsson and Raphael,
// 1968): for each point and direction the least price so far.
type search struct {
	price []int32
	from  []int32
	mark  []int32
	round int32
	count int32
	open  queue
}

func newSearch(points int) *search {
	return &search{price: make([]int32, points*4), from: make([]int32, points*4), mark: make([]int32, points*4)}
}

// Prices: a step is 10, so a turn is worth a detour of four steps, and a line
// is rather crossed than followed.
const (
	stepPrice   = 10
	turnPrice   = 45
	crossPrice  = 30
	sharePrice  = 400
	cornerPrice = 60
	oneSearch   = 200_000

	// guessWeight in percent: above 100 a way is found much sooner and may be
	// a little longer than the best one.
	guessWeight = 130
)

type queued struct {
	state int32
	guess int32
	turn  int32 // earlier ones first among equals, so that results repeat
}

// queue is a heap with the cheapest on top.
type queue []queued

func (q queue) before(i, j int) bool {
	return q[i].guess < q[j].guess || q[i].guess == q[j].guess && q[i].turn < q[j].turn
}

func (q *queue) push(x queued) {
	*q = append(*q, x)
	h := *q
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h.before(i, up) {
			break
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
}

func (q *queue) pop() queued {
	h := *q
	top := h[0]
	last := len(h) - 1
	h[0] = h[last]
	h = h[:last]
	*q = h
	for i := 0; ; {
		least := i
		for _, c := range [2]int{2*i + 1, 2*i + 2} {
			if c < last && h.before(c, least) {
				least = c
			}
		}
		if least == i {
			return top
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
}

// way finds a line from one area to another: the points of the lattice, and
// the corners from border to border. Nothing when there is no time or no way.
func (r *router) way(e Edge, a, b Rect) ([]int, []Point) {
	if r.g == nil || r.steps <= 0 || a == b {
		return nil, nil
	}
	starts, ends := r.ports(a, b), r.ports(b, a)
	goals := map[int]port{}
	for _, q := range ends {
		// Reached by going against the direction outwards.
		state := q.at*4 + (q.dir ^ 1)
		if old, ok := goals[state]; !ok || q.price < old.price {
			goals[state] = q
		}
	}
	s := r.search
	s.round++
	s.count = 0
	s.open = s.open[:0]
	first := map[int]port{}
	for _, q := range starts {
		state := q.at*4 + q.dir
		first[state] = q
		s.reach(state, -1, q.price, q.price+r.guess(q.at, b))
	}
	limit := min(r.steps, oneSearch)
	best, bestPrice := -1, int32(1<<30)
	for n := 0; len(s.open) > 0 && n < limit; n++ {
		r.steps--
		top := s.open.pop()
		if top.guess >= bestPrice {
			break
		}
		state := int(top.state)
		if q, ok := goals[state]; ok && s.price[state]+int32(q.price) < bestPrice {
			best, bestPrice = state, s.price[state]+int32(q.price)
		}
		r.expand(state, b)
	}
	if best < 0 {
		return nil, nil
	}
	return r.trace(best, first, goals[best])
}

func (s *search) reach(state, from, price, guess int) {
	if s.mark[state] == s.round && s.price[state] <= int32(price) {
		return
	}
	s.mark[state], s.price[state], s.from[state] = s.round, int32(price), int32(from)
	s.count++
	s.open.push(queued{int32(state), int32(guess), s.count})
}

// guess is the least price from a point to an area.
func (r *router) guess(i int, b Rect) int {
	at := r.g.place(i)
	dx := max(0, b.X-at.X, at.X-b.right())
	dy := max(0, b.Y-at.Y, at.Y-b.bottom())
	return max(0, dx+dy-2*Grid) * stepPrice / Grid * guessWeight / 100
}

// expand goes on straight or turns left or right from a point.
func (r *router) expand(state int, b Rect) {
	g, s := r.g, r.search
	i, dir := state/4, state%4
	x, y := i%g.w, i/g.w
	for next := range 4 {
		if next == dir^1 {
			continue
		}
		j, ok := i, false
		switch next {
		case east:
			j, ok = i+1, x+1 < g.w
		case west:
			j, ok = i-1, x > 0
		case south:
			j, ok = i+g.w, y+1 < g.h
		case north:
			j, ok = i-g.w, y > 0
		}
		if !ok || g.wall[j] {
			continue
		}
		price := int(s.price[state]) + stepPrice + int(g.dear[j])
		lane, cross := g.across, g.down
		if next >= south {
			lane, cross = g.down, g.across
		}
		price += int(lane[min(i, j)]) * sharePrice
		back := j - 1
		if next < south {
			back = j - g.w
		}
		if cross[j] > 0 || back >= 0 && cross[back] > 0 {
			price += crossPrice
			if g.corner[j] > 0 {
				price += cornerPrice
			}
		}
		if next != dir {
			price += turnPrice
			if g.across[i]+g.down[i] > 0 || g.corner[i] > 0 {
				price += cornerPrice
			}
		}
		s.reach(j*4+next, state, price, price+r.guess(j, b))
	}
}

// trace walks back from the goal and keeps the corners.
func (r *router) trace(state int, first map[int]port, goal port) ([]int, []Point) {
	var path []int
	begin := state
	for at := state; at >= 0; at = int(r.search.from[at]) {
		path = append(path, at/4)
		begin = at
	}
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	start := first[begin]
	r.used[start.border]++
	r.used[goal.border]++
	points := []Point{start.border}
	for n, i := range path {
		if n > 0 && n+1 < len(path) && path[n]-path[n-1] == path[n+1]-path[n] {
			continue
		}
		points = append(points, r.g.place(i))
	}
	return path, straighten(append(points, goal.border))
}

// straighten drops points that lie on the line between their neighbours.
func straighten(points []Point) []Point {
	out := points[:1]
	for n := 1; n < len(points); n++ {
		if n+1 < len(points) {
			a, b, c := out[len(out)-1], points[n], points[n+1]
			if a.X == b.X && b.X == c.X || a.Y == b.Y && b.Y == c.Y {
				continue
			}
		}
		if points[n] != out[len(out)-1] {
			out = append(out, points[n])
		}
	}
	return out
}
