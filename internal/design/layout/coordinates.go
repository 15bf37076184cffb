package layout

// coordinates turns columns and turns into places on the grid.
func (l *level) coordinates(o *order) {
	y := l.settle(o)
	x := 0
	for c, layer := range o.layers {
		wide := 0
		for _, v := range layer {
			if v < o.items {
				wide = max(wide, l.p.at[l.items[v]].W)
			}
		}
		for _, v := range layer {
			if v < o.items {
				k := l.items[v]
				l.p.shift(k, snap(x+(wide-l.p.at[k].W)/2), y[v])
			}
		}
		x += wide + l.gap(o, c)
	}
}

// gap is the room between a column and the next: for the words of what crosses
// it, and for the lines that turn there.
func (l *level) gap(o *order, c int) int {
	words, lines := 0, 0
	for _, k := range l.links {
		a, b := min(o.layer[k.from], o.layer[k.to]), max(o.layer[k.from], o.layer[k.to])
		if a <= c && c < b {
			lines += k.weight
			if c == a || c == b-1 {
				words = max(words, k.words)
			}
		}
	}
	turns := min(max(lines-2, 0), 8) * Grid / 2
	return snap(max(layerGap, words+2*Grid) + turns)
}

// settle finds how far down each vertex stands: as near to its neighbours as
// the others of its column let it.
func (l *level) settle(o *order) []int {
	y := make([]int, len(o.layer))
	height := func(v int) int {
		if v < o.items {
			return l.p.at[l.items[v]].H
		}
		return 0
	}
	for _, layer := range o.layers {
		at := 0
		for t, v := range layer {
			y[v] = at
			at += height(v) + l.between(o, layer, t)
		}
	}
	for pass := range 10 {
		for i := range o.layers {
			c := i
			if pass%2 == 1 {
				c = len(o.layers) - 1 - i
			}
			l.align(o, o.layers[c], y, height)
		}
	}
	return y
}

// between is the room kept below a vertex; a passing line needs less than a box.
func (l *level) between(o *order, layer []int, t int) int {
	switch {
	case layer[t] >= o.items:
		return Grid * 3
	case t+1 < len(layer) && l.inner[[2]int{layer[t], layer[t+1]}]:
		return wordGap
	}
	return boxGap
}

// align moves one column: each vertex wants the mean place of its neighbours,
// and blocks of vertices that would overlap move together (pool adjacent
// violators, Ayer and others, 1955), which is the least movement in all.
func (l *level) align(o *order, layer []int, y []int, height func(int) int) {
	type block struct {
		sum, n float64
		size   int
	}
	var blocks []block
	offset := 0
	offsets := make([]int, len(layer))
	for i, v := range layer {
		offsets[i] = offset
		want, n := float64(y[v]), 0.1
		if sum, ties := wanted(o, v, y); ties > 0 {
			want, n = sum/float64(ties), float64(ties)
		}
		blocks = append(blocks, block{(want - float64(offset)) * n, n, 1})
		for len(blocks) > 1 {
			a, b := blocks[len(blocks)-2], blocks[len(blocks)-1]
			if a.sum/a.n <= b.sum/b.n {
				break
			}
			blocks = append(blocks[:len(blocks)-2], block{a.sum + b.sum, a.n + b.n, a.size + b.size})
		}
		offset += height(v) + l.between(o, layer, i)
	}
	i, least := 0, -1<<40
	for _, b := range blocks {
		for range b.size {
			v := layer[i]
			y[v] = max(snap(int(b.sum/b.n)+offsets[i]), least)
			least = y[v] + height(v) + l.between(o, layer, i)
			i++
		}
	}
}

// wanted sums where the neighbours of a vertex would have it.
func wanted(o *order, v int, y []int) (sum float64, weight int) {
	for _, list := range [][]tie{o.prev[v], o.next[v]} {
		for _, k := range list {
			sum += float64(y[k.to]+k.far-k.own) * float64(k.weight)
			weight += k.weight
		}
	}
	return sum, weight
}

// snap rounds to the grid, halves and negatives towards larger numbers.
func snap(v int) int {
	return floorDiv(v+Grid/2, Grid) * Grid
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
