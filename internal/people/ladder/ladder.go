// Package ladder finds ways through the levels of both roles: which steps lead from one place to
// another, how long a track is, and how the time of a move compares with what is usual.
package ladder

import (
	"slices"

	"throughline/internal/people/guide"
)

// Company is what a way may use beside promotions.
type Company struct {
	Small  bool // exits that only small companies have
	Switch bool // moves between the two roles
}

// Way is the shortest way from one place to another, the moves in order; nil if there is none.
func Way(g *guide.Guide, from, to string, c Company) []guide.Move {
	came := map[string]*guide.Move{from: nil}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, m := range steps(g, queue[0], c) {
			if _, seen := came[m.To]; !seen {
				came[m.To] = &m
				queue = append(queue, m.To)
			}
		}
	}
	var way []guide.Move
	for at := came[to]; at != nil; at = came[at.From] {
		way = append(way, *at)
	}
	slices.Reverse(way)
	return way
}

// steps are the moves that lead away from a place; a switch leads both ways.
func steps(g *guide.Guide, from string, c Company) []guide.Move {
	var out []guide.Move
	for _, m := range g.Moves {
		switch {
		case m.Kind == guide.Switch && !c.Switch, m.Where == "small company" && !c.Small:
		case m.From == from:
			out = append(out, m)
		case m.Kind == guide.Switch && m.To == from:
			m.From, m.To = m.To, m.From
			out = append(out, m)
		}
	}
	return out
}

// Longest is the longest way up a role's technical track: the ids of its places.
func Longest(g *guide.Guide, role string) []string {
	on := map[string]bool{}
	for _, p := range g.Places {
		on[p.ID] = p.Role == role && p.Track == "technical"
	}
	best := map[string][]string{}
	var up func(at string) []string
	up = func(at string) []string { // ends, since a guide's promotions go in no circle
		if way, done := best[at]; done {
			return way
		}
		var longest []string
		for _, m := range steps(g, at, Company{}) {
			if way := up(m.To); on[m.To] && len(way) > len(longest) {
				longest = way
			}
		}
		best[at] = append([]string{at}, longest...)
		return best[at]
	}
	var longest []string
	for _, p := range g.Places {
		if way := up(p.ID); on[p.ID] && len(way) > len(longest) {
			longest = way
		}
	}
	return longest
}

// Next are the moves that lead on from a place, switches included.
func Next(g *guide.Guide, from string) []guide.Move {
	return steps(g, from, Company{Small: true, Switch: true})
}

// When says how years in a role stand to what is usual before a transition: before, within or
// after. It is information; no move is refused by it. Without a usual time it is empty.
func When(t guide.Transition, years float64) string {
	switch {
	case t.Years == nil:
		return ""
	case years < t.Years.From:
		return "before"
	case years <= t.Years.To:
		return "within"
	}
	return "after"
}
