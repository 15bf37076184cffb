package guide

import "slices"

// circle is a way along promotions and exits that comes back to where it began, nil if there is
// none. Switches lead both ways and are no part of it.
func (g *Guide) circle() []string {
	next := map[string][]string{}
	for _, m := range g.Moves {
		if m.Kind != Switch {
			next[m.From] = append(next[m.From], m.To)
		}
	}
	done := map[string]bool{}
	var way []string
	var visit func(at string) []string
	visit = func(at string) []string {
		if i := slices.Index(way, at); i >= 0 {
			return append(slices.Clone(way[i:]), at)
		}
		if done[at] {
			return nil
		}
		way = append(way, at)
		for _, to := range next[at] {
			if found := visit(to); found != nil {
				return found
			}
		}
		way = way[:len(way)-1]
		done[at] = true
		return nil
	}
	for _, m := range g.Moves {
		if found := visit(m.From); found != nil {
			return found
		}
	}
	return nil
}
