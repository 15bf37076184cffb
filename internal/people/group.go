package people

import (
	"fmt"
	"slices"
)

// smallest is the least number of people over whom a statistic is shown; settable where the law
// asks for another. Ours.
const smallest = 5

// MayShow says why a statistic over a group is not shown; nil if it may be. It is withheld for
// fewer than five people, and where it would differ from one that was shown already by fewer than
// five: the two together would tell what those few have.
func MayShow(group []string, shown [][]string) error {
	if len(group) < smallest {
		return fmt.Errorf("withheld: %d people are fewer than %d", len(group), smallest)
	}
	for _, before := range shown {
		if n := apart(group, before); n > 0 && n < smallest {
			return fmt.Errorf("withheld: beside what was shown before it would tell of %d people alone", n)
		}
	}
	return nil
}

// apart is the larger of the numbers of people that only one of two groups holds, where the
// groups meet at all.
func apart(a, b []string) int {
	only := func(x, y []string) (n int) {
		for _, id := range x {
			if !slices.Contains(y, id) {
				n++
			}
		}
		return n
	}
	if only(a, b) == len(a) {
		return 0 // nobody is in both
	}
	return max(only(a, b), only(b, a))
}
