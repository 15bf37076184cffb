package layout

// layers lays everything out afresh, frame by frame from the inside.
func (p *plan) layers() {
	if len(p.boxes) > maxBoxes || len(p.edges) > maxEdges {
		p.notice = "This view is too large for a drawing in layers; its boxes stand in rows."
	}
	p.layFrame("")
}

// layFrame arranges the content of a frame, each at first from 0,0, and gives
// the size it takes.
func (p *plan) layFrame(frame string) {
	kids := p.kids[frame]
	for _, k := range kids {
		if p.isFrame(k) {
			p.layFrame(k)
			r := p.wrapFrame(k)
			p.shift(k, -r.X, -r.Y)
			continue
		}
		p.at[k] = Rect{0, 0, p.size[k].W, p.size[k].H}
	}
	if p.notice != "" {
		p.rows(kids)
		return
	}
	newLevel(p, frame).place()
}

// rows sets boxes in rows, about as wide as they are high together.
func (p *plan) rows(kids []string) {
	area := 0
	for _, k := range kids {
		area += (p.at[k].W + boxGap) * (p.at[k].H + boxGap)
	}
	width := 0
	for width*width < area*2 {
		width += 100
	}
	x, y, high := 0, 0, 0
	for _, k := range kids {
		r := p.at[k]
		if x > 0 && x+r.W > width {
			x, y, high = 0, y+high+boxGap, 0
		}
		p.shift(k, x, y)
		x += r.W + boxGap
		high = max(high, r.H)
	}
}

// level is the content of one frame as a graph of items and links.
type level struct {
	p      *plan
	items  []string
	index  map[string]int
	links  []link
	rank   []int
	enters []int // edges from outside of the frame
	leaves []int // edges to the outside
	layers [][]int
	inner  map[[2]int]bool // links inside of a column
}

// link joins two items, for all edges between what they hold. The offsets say
// how far down in each the edges end, on average.
type link struct {
	from, to       int
	weight         int
	fromOff, toOff int
	words          int // the widest label
	turned         bool
}

func newLevel(p *plan, frame string) *level {
	l := &level{p: p, items: p.kids[frame], index: map[string]int{}}
	for i, k := range l.items {
		l.index[k] = i
	}
	l.enters, l.leaves = make([]int, len(l.items)), make([]int, len(l.items))
	seen := map[[2]int]int{}
	for _, e := range p.edges {
		if !p.known(e.From) || !p.known(e.To) {
			continue
		}
		a, b := p.within(e.From, frame), p.within(e.To, frame)
		switch {
		case a == "" && b != "":
			l.enters[l.index[b]]++
		case a != "" && b == "":
			l.leaves[l.index[a]]++
		case a != "" && a != b:
			l.join(seen, l.index[a], l.index[b], e)
		}
	}
	for i := range l.links {
		l.links[i].fromOff /= l.links[i].weight
		l.links[i].toOff /= l.links[i].weight
	}
	return l
}

func (l *level) join(seen map[[2]int]int, a, b int, e Edge) {
	i, ok := seen[[2]int{a, b}]
	if !ok {
		i = len(l.links)
		seen[[2]int{a, b}] = i
		l.links = append(l.links, link{from: a, to: b})
	}
	k := &l.links[i]
	k.weight++
	k.fromOff += l.p.at[e.From].middle().Y
	k.toOff += l.p.at[e.To].middle().Y
	k.words = max(k.words, e.LabelW)
}

// place gives each item its column, its turn in the column, and its place.
func (l *level) place() {
	if len(l.items) == 0 {
		return
	}
	l.breakCycles()
	l.rankAll()
	l.fold()
	l.inner = map[[2]int]bool{}
	for _, k := range l.links {
		if l.rank[k.from] == l.rank[k.to] {
			l.inner[[2]int{k.from, k.to}], l.inner[[2]int{k.to, k.from}] = true, true
		}
	}
	o := newOrder(l)
	o.sweep()
	o.gather(l.inner)
	l.coordinates(o)
}
