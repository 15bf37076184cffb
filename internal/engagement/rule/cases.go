package rule

import (
	"iter"
	"slices"
)

// edges are the values at which a condition on a fact changes from no to yes or back: the first
// value of each span, and the first behind it.
func (t *Table) edges(fact int) []int64 {
	var out []int64
	add := func(when []Row) {
		for _, row := range when {
			for _, c := range row {
				if c.fact != fact || c.words != 0 {
					continue
				}
				for _, v := range []int64{c.from, c.to + 1} {
					if v > facts[fact].least && v < far {
						out = append(out, v)
					}
				}
			}
		}
	}
	for _, r := range t.Rules {
		add(r.When)
	}
	for _, w := range t.Warnings {
		add(w.When)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// values are one of each kind of value that the rules can tell apart: between two edges all are
// alike.
func (t *Table) values(fact int) []int64 {
	if n := len(facts[fact].words); n > 0 {
		out := make([]int64, n)
		for i := range out {
			out[i] = int64(i)
		}
		return out
	}
	return append([]int64{facts[fact].least}, t.edges(fact)...)
}

// axes are the values to try for each fact: the known one, or all kinds.
func (t *Table) axes(f Facts) [factCount][]int64 {
	var out [factCount][]int64
	for i := range facts {
		if f.known[i] {
			out[i] = []int64{f.value[i]}
		} else {
			out[i] = t.values(i)
		}
	}
	return out
}

// cases are all complete cases that the known facts leave, one of each kind, the last fact
// changing fastest.
func (t *Table) cases(f Facts) iter.Seq[[factCount]int64] {
	axes := t.axes(f)
	return func(yield func([factCount]int64) bool) {
		var at [factCount]int
		for {
			var value [factCount]int64
			for i := range at {
				value[i] = axes[i][at[i]]
			}
			if !yield(value) {
				return
			}
			i := factCount - 1
			for ; i >= 0; i-- {
				if at[i]++; at[i] < len(axes[i]) {
					break
				}
				at[i] = 0
			}
			if i < 0 {
				return
			}
		}
	}
}
