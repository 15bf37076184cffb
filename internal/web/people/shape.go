package people

import (
	"strconv"
	"strings"

	"throughline/internal/people/guide"
)

// shape is the drawn profile of both roles: each skill a line, the SE's weight to the left of the
// seam and the SA's to the right, their ends joined. Beside each outline stands the other role's,
// mirrored, so that what differs shows on both sides.
type shape struct {
	height          int
	lines           []shapeLine
	left, right     string // outlines
	leftOf, rightOf string // the other role's, mirrored
}

type shapeLine struct {
	name     string
	y        int // of the bar's upper edge
	se, sa   int // weights
	seX, saX int // where the bars begin and end
}

// Sizes of the shape in its own units: it is drawn 360 wide, for a phone.
const (
	seam    = 180
	unit    = 30 // of a weight
	gap     = 3  // between a bar and the seam
	rowTall = 46
	barTall = 18
	barTop  = 22
	topWord = 24 // room for the names of the roles
)

func shapeOf(g *guide.Guide) shape {
	s := shape{height: topWord + rowTall*len(g.Skills) + 8}
	var left, right, leftOf, rightOf []string
	for i, sk := range g.Skills {
		l := shapeLine{name: short(sk.Name), y: topWord + i*rowTall + barTop, se: g.Weight("se", sk.ID), sa: g.Weight("sa", sk.ID)}
		l.seX, l.saX = seam-gap-l.se*unit, seam+gap+l.sa*unit
		middle := l.y + barTall/2
		left, right = append(left, point(l.seX, middle)), append(right, point(l.saX, middle))
		leftOf, rightOf = append(leftOf, point(2*seam-l.saX, middle)), append(rightOf, point(2*seam-l.seX, middle))
		s.lines = append(s.lines, l)
	}
	s.left, s.right, s.leftOf, s.rightOf = strings.Join(left, " "), strings.Join(right, " "), strings.Join(leftOf, " "), strings.Join(rightOf, " ")
	return s
}

func point(x, y int) string { return strconv.Itoa(x) + "," + strconv.Itoa(y) }

// short is a skill's name without what explains it.
func short(name string) string {
	name, _, _ = strings.Cut(name, ":")
	return name
}

// words say the shape to whoever does not see it.
func (s shape) words() string {
	var out []string
	for _, l := range s.lines {
		out = append(out, l.name+" "+strconv.Itoa(l.se)+" and "+strconv.Itoa(l.sa))
	}
	return "Weights of the skills, the Solutions Engineer's and the Solutions Architect's, 1 to 5: " + strings.Join(out, "; ") + ". The table beside it says the same."
}

// weightsNote says where the weights come from.
func weightsNote(g *guide.Guide) string {
	if g.Own() {
		return "0 to 5, by your own guide"
	}
	return "1 to 5, by the words of the text"
}

// byLevel is what a skill weighs level by level.
func byLevel(g *guide.Guide, w guide.Weight) string {
	var out []string
	for _, l := range g.Levels {
		out = append(out, strconv.Itoa(w.Levels[l.ID]))
	}
	return strings.Join(out, ", ")
}

func at(n int) string { return strconv.Itoa(n) }
