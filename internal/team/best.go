package team

import (
	"cmp"
	"slices"
)

// sortBest puts the cheapest first; of equals who has more room, then by id.
func sortBest(all []Best) {
	slices.SortFunc(all, func(a, b Best) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(b.Free, a.Free), cmp.Compare(a.Person, b.Person))
	})
}
