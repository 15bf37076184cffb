package layout

import (
	"cmp"
	"slices"
)

// order is the turn of each vertex in its column. Vertices are the items and,
// for links over several columns, a stand-in in each column between.
type order struct {
	layers [][]int
	layer  []int
	turn   []int
	next   [][]tie // to the column after
	prev   [][]tie
	items  int // vertices below this are items
}

// tie joins vertices of neighbouring columns. off is how far down in the other
// vertex it ends, as a share of its height.
type tie struct {
	to     int
	weight int
	off    float64
	ownOff float64 // the same in this vertex
	own    int     // how far down in this vertex, pixels
	far    int     // how far down in the other one, pixels
}

func newOrder(l *level) *order {
	o := &order{items: len(l.items), layer: make([]int, len(l.items))}
	for c, layer := range l.layers {
		o.layers = append(o.layers, slices.Clone(layer))
		for _, i := range layer {
			o.layer[i] = c
		}
	}
	o.next, o.prev = make([][]tie, o.items), make([][]tie, o.items)
	for _, k := range l.links {
		a, b := k.from, k.to
		aOff, bOff := k.fromOff, k.toOff
		if o.layer[a] > o.layer[b] {
			a, b, aOff, bOff = b, a, bOff, aOff
		}
		if o.layer[a] == o.layer[b] {
			continue // folded into one column
		}
		from, fromOff := a, aOff
		for c := o.layer[a] + 1; c < o.layer[b]; c++ {
			v := len(o.layer)
			o.layer = append(o.layer, c)
			o.layers[c] = append(o.layers[c], v)
			o.next, o.prev = append(o.next, nil), append(o.prev, nil)
			o.tie(l, from, v, k.weight, fromOff, 0)
			from, fromOff = v, 0
		}
		o.tie(l, from, b, k.weight, fromOff, bOff)
	}
	o.turn = make([]int, len(o.layer))
	o.number()
	return o
}

func (o *order) tie(l *level, a, b, weight, aOff, bOff int) {
	share := func(v, off int) float64 {
		if v >= o.items {
			return 0
		}
		return float64(off)/float64(max(l.p.at[l.items[v]].H, 1)) - 0.5
	}
	o.next[a] = append(o.next[a], tie{b, weight, share(b, bOff), share(a, aOff), aOff, bOff})
	o.prev[b] = append(o.prev[b], tie{a, weight, share(a, aOff), share(b, bOff), bOff, aOff})
}

func (o *order) number() {
	for _, layer := range o.layers {
		for t, v := range layer {
			o.turn[v] = t
		}
	}
}

const sweeps = 16

// sweep goes over the columns forth and back, sorts each by the mean turn of
// its neighbours, and keeps the order with the fewest crossings.
func (o *order) sweep() {
	best, least := o.copy(), o.crossings()
	for s := range sweeps {
		if s%2 == 0 {
			for c := 1; c < len(o.layers); c++ {
				o.sort(c, o.prev)
			}
		} else {
			for c := len(o.layers) - 2; c >= 0; c-- {
				o.sort(c, o.next)
			}
		}
		if n := o.crossings(); n < least {
			best, least = o.copy(), n
		}
	}
	o.layers = best
	o.number()
}

func (o *order) copy() [][]int {
	c := make([][]int, len(o.layers))
	for i := range c {
		c[i] = slices.Clone(o.layers[i])
	}
	return c
}

func (o *order) sort(c int, ties [][]tie) {
	layer := o.layers[c]
	want := map[int]float64{}
	for t, v := range layer {
		sum, n := 0.0, 0
		for _, k := range ties[v] {
			sum += (float64(o.turn[k.to]) + k.off) * float64(k.weight)
			n += k.weight
		}
		if want[v] = float64(t); n > 0 {
			want[v] = sum / float64(n)
		}
	}
	slices.SortStableFunc(layer, func(a, b int) int { return cmp.Compare(want[a], want[b]) })
	o.number()
}

func (o *order) crossings() int {
	n := 0
	type line struct{ a, b float64 }
	for _, layer := range o.layers {
		var lines []line
		for _, v := range layer {
			for _, k := range o.next[v] {
				lines = append(lines, line{float64(o.turn[v]) + k.ownOff, float64(o.turn[k.to]) + k.off})
			}
		}
		for i := range lines {
			for j := range i {
				if (lines[i].a-lines[j].a)*(lines[i].b-lines[j].b) < 0 {
					n++
				}
			}
		}
	}
	return n
}
