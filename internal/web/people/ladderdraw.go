package people

import (
	"fmt"

	"throughline/internal/people/guide"
	"throughline/internal/people/ladder"
)

// graph is the ladders drawn: the SE's steps to the left of the seam, the SA's to the right, each
// as high as promotions lead it; management beside the technical track, exits at the far right.
type graph struct {
	width, height int
	boxes         []box
	edges         []edge
}

type box struct {
	id, name, class string
	x, y            int
	picked          bool
}

type edge struct{ d, class string }

// Sizes of the graph in its own units.
const (
	boxWide   = 156
	boxTall   = 38
	column    = 196
	row       = 72
	graphEdge = 20
)

func (v *ladderView) graph() graph {
	top := 0
	for _, s := range v.steps {
		top = max(top, s.Rank)
	}
	g := graph{width: 2*graphEdge + 4*column + boxWide, height: 2*graphEdge + top*row + boxTall}
	taken := map[[2]int]bool{}
	where := map[string][2]int{}
	for _, s := range v.steps {
		at := [2]int{columnOf(s), s.Rank}
		for taken[at] { // two steps of one column and rank stand one above the other
			at[1]--
		}
		taken[at] = true
		x, y := graphEdge+at[0]*column, graphEdge+(top-at[1])*row
		where[s.ID] = [2]int{x, y}
		g.boxes = append(g.boxes, box{id: s.ID, name: s.Name, class: roleSide(v.g, s.Role) + " " + s.Track, x: x, y: y, picked: v.at != nil && v.at.ID == s.ID})
	}
	for _, m := range v.g.Moves {
		e := edge{d: way(where[m.From], where[m.To], m.Kind), class: m.Kind}
		if v.at != nil && (m.From == v.at.ID || m.Kind == guide.Switch && m.To == v.at.ID) {
			e.class += " onwards"
		}
		g.edges = append(g.edges, e)
	}
	return g
}

// columnOf is a step's place from left to right.
func columnOf(s ladder.Step) int {
	switch {
	case s.Role == "":
		return 4
	case s.Role == "se" && s.Track == "management":
		return 0
	case s.Role == "se":
		return 1
	case s.Track == "management":
		return 3
	}
	return 2
}

// way is the line between two boxes: straight up, across, or out of a side and into the next
// column. An exit rises only in the gap before its column, so that it runs through no box.
func way(from, to [2]int, kind string) string {
	left, right, middle := from[0], from[0]+boxWide, from[1]+boxTall/2
	up, into := to[0]+boxWide/2, to[1]+boxTall
	switch {
	case kind == guide.Switch:
		return fmt.Sprintf("M%d %dH%d", right, middle, to[0])
	case from[0] == to[0]:
		return fmt.Sprintf("M%d %dV%d", from[0]+boxWide/2, from[1], into)
	case kind == guide.Exit:
		end := to[1] + boxTall/2
		return fmt.Sprintf("M%d %dH%dC%d %d %d %d %d %d", right, middle, to[0]-36, to[0]-10, middle, to[0]-30, end, to[0], end)
	case to[0] < from[0]:
		return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", left, middle, left-30, middle, up, into+40, up, into)
	}
	return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", right, middle, right+30, middle, up, into+40, up, into)
}

// seamAt is between the two roles.
func (g graph) seamAt() int { return graphEdge + column + boxWide + (column-boxWide)/2 }
