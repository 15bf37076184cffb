package edition

import "sort"

// moved marks the rows of the newer list that stand elsewhere: those outside of
// the longest run that both lists have in the same order.
func (m *match) moved() []bool {
	moved := make([]bool, len(m.newer))
	var ends []int // rows of newer that end the best run of each length
	before := make([]int, len(m.newer))
	for is, was := range m.was {
		before[is] = -1
		if was < 0 {
			continue
		}
		moved[is] = true
		n := sort.Search(len(ends), func(k int) bool { return m.was[ends[k]] > was })
		if n > 0 {
			before[is] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, is)
		} else {
			ends[n] = is
		}
	}
	if len(ends) > 0 {
		for is := ends[len(ends)-1]; is >= 0; is = before[is] {
			moved[is] = false
		}
	}
	return moved
}

// goneAfter gives the rows that are gone, by the older row before them that is
// still there; -1 stands for the beginning.
func (m *match) goneAfter() map[int][]Change {
	out := map[int][]Change{}
	last := -1
	for was := range m.older {
		if m.is[was] >= 0 {
			last = was
			continue
		}
		out[last] = append(out[last], Change{Kind: Gone, Was: was, Is: -1})
	}
	return out
}
