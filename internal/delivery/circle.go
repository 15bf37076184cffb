package delivery

import (
	"strings"

	"throughline/internal/clock"
	"throughline/internal/problem"
)

var never clock.Instant

// noCircle refuses tasks that wait for each other, and says the circle in words.
func noCircle(all []Task) error {
	loop := circle(all)
	if loop == nil {
		return nil
	}
	words := make([]string, 0, len(loop)+1)
	for _, t := range append(loop, loop[0]) {
		words = append(words, t.said())
	}
	return problem.Refuse("These tasks would wait for each other: %s. Take one of the dependencies out.", strings.Join(words, " waits for "))
}

// circle finds tasks that wait for each other, each for the next and the last for the first.
func circle(all []Task) []Task {
	at := make(map[string]int, len(all))
	for i, t := range all {
		at[t.ID] = i
	}
	const fresh, open, closed = 0, 1, 2
	seen := make([]int, len(all))
	var path []int
	var found []Task
	var visit func(i int) bool
	visit = func(i int) bool {
		seen[i] = open
		path = append(path, i)
		for _, id := range all[i].DependsOn {
			j, ok := at[id]
			if !ok || seen[j] == closed {
				continue
			}
			if seen[j] == fresh {
				if visit(j) {
					return true
				}
				continue
			}
			for k := len(path) - 1; k >= 0; k-- {
				if path[k] == j {
					for _, n := range path[k:] {
						found = append(found, all[n])
					}
					return true
				}
			}
		}
		seen[i] = closed
		path = path[:len(path)-1]
		return false
	}
	for i := range all {
		if seen[i] == fresh && visit(i) {
			return found
		}
	}
	return nil
}
