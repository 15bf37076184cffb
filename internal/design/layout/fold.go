package layout

import "slices"

// fold turns ranks into columns of a useful shape. A picture should be somewhat
// wider than high, so a long chain shares columns, and a long column is broken.
func (l *level) fold() {
	n := len(l.items)
	ranks := make([][]int, slices.Max(l.rank)+1)
	for i := range n {
		ranks[l.rank[i]] = append(ranks[l.rank[i]], i)
	}
	switch frame := l.middle(); {
	case frame >= 0 && n > 1:
		l.layers = l.beside(frame, ranks)
	case len(l.links) == 0:
		// Nothing says what comes first: about as wide as high.
		high := 1
		for high*high < n {
			high++
		}
		l.layers = chunks(slices.Concat(ranks...), high)
	default:
		l.layers = l.share(ranks)
	}
	for c, layer := range l.layers {
		for _, i := range layer {
			l.rank[i] = c
		}
	}
}

// middle gives the item that the rest stands around: the one the view names,
// else the one frame among boxes; -1 when there is none.
func (l *level) middle() int {
	found := -1
	for i, k := range l.items {
		if k == l.p.center {
			return i
		}
		if l.p.isFrame(k) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// beside sets what gives to the middle on its left and what takes on its right.
func (l *level) beside(frame int, ranks [][]int) [][]int {
	var left, right []int
	for _, i := range slices.Concat(ranks...) {
		switch {
		case i == frame:
		case l.rank[i] < l.rank[frame]:
			left = append(left, i)
		case l.rank[i] > l.rank[frame] || len(left) > len(right):
			right = append(right, i)
		default:
			left = append(left, i)
		}
	}
	return slices.Concat(chunks(left, column), [][]int{{frame}}, chunks(right, column))
}

// share puts neighbouring ranks into one column while there are more columns
// than a picture of this many boxes should have.
func (l *level) share(ranks [][]int) [][]int {
	columns := 1
	for columns*columns < len(l.items) {
		columns++
	}
	columns = max(columns, 2)
	for len(ranks) > columns {
		best := 0
		for c := 1; c+1 < len(ranks); c++ {
			if len(ranks[c])+len(ranks[c+1]) < len(ranks[best])+len(ranks[best+1]) {
				best = c
			}
		}
		ranks[best] = append(ranks[best], ranks[best+1]...)
		ranks = slices.Delete(ranks, best+1, best+2)
	}
	var out [][]int
	for _, r := range ranks {
		out = append(out, chunks(r, column)...)
	}
	return out
}

// chunks breaks a list into even parts of at most so many.
func chunks(list []int, most int) [][]int {
	parts := (len(list) + most - 1) / most
	var out [][]int
	for c := range parts {
		out = append(out, slices.Clone(list[c*len(list)/parts:(c+1)*len(list)/parts]))
	}
	return out
}
