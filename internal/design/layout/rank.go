package layout

import "slices"

// breakCycles turns as few links around as it easily can, so that all run one
// way: items are lined up, those that mostly give first, those that mostly
// take last (Eades, Lin and Smyth, 1993), and links against the line are turned.
func (l *level) breakCycles() {
	turn := l.lineUp()
	for i := range l.links {
		k := &l.links[i]
		if turn[k.from] > turn[k.to] {
			k.from, k.to, k.fromOff, k.toOff, k.turned = k.to, k.from, k.toOff, k.fromOff, true
		}
	}
}

// lineUp gives each item its turn in the line.
func (l *level) lineUp() []int {
	n := len(l.items)
	in, out := make([]int, n), make([]int, n)
	for _, k := range l.links {
		out[k.from] += k.weight
		in[k.to] += k.weight
	}
	gone := make([]bool, n)
	var first, last []int
	take := func(list *[]int, i int) {
		*list = append(*list, i)
		gone[i] = true
		for _, k := range l.links {
			if k.from == i {
				in[k.to] -= k.weight
			}
			if k.to == i {
				out[k.from] -= k.weight
			}
		}
	}
	for len(first)+len(last) < n {
		best := -1
		for i := range n {
			switch {
			case gone[i]:
			case out[i] == 0 && in[i] > 0:
				take(&last, i)
			case in[i] == 0:
				take(&first, i)
			case best < 0 || out[i]-in[i] > out[best]-in[best]:
				best = i
			}
		}
		if best >= 0 && !gone[best] {
			take(&first, best)
		}
	}
	slices.Reverse(last)
	turn := make([]int, n)
	for t, i := range append(first, last...) {
		turn[i] = t
	}
	return turn
}

// rankAll puts each item one column after the last of those that lead to it,
// then moves the ones that mostly lead on as near to their targets as they may.
func (l *level) rankAll() {
	n := len(l.items)
	l.rank = make([]int, n)
	for range n {
		moved := false
		for _, k := range l.links {
			if l.rank[k.to] <= l.rank[k.from] {
				l.rank[k.to] = l.rank[k.from] + 1
				moved = true
			}
		}
		if !moved {
			break
		}
	}
	top := slices.Max(l.rank)
	for range n {
		moved := false
		for i := range n {
			if to := l.pull(i, top); to > l.rank[i] {
				l.rank[i] = to
				moved = true
			}
		}
		if !moved {
			break
		}
	}
}

// pull gives the column an item would rather stand in, never before its own.
func (l *level) pull(i, top int) int {
	gives, takes, nearest := 0, 0, top+1
	for _, k := range l.links {
		if k.from == i {
			gives += k.weight
			nearest = min(nearest, l.rank[k.to])
		}
		if k.to == i {
			takes += k.weight
		}
	}
	switch {
	case gives == 0 && takes == 0 && l.leaves[i] > l.enters[i]:
		return top
	case gives > takes:
		return nearest - 1
	}
	return l.rank[i]
}
