package layout

// All lengths are pixels of the drawing, x to the right and y downwards.
const (
	// Grid is the pitch that boxes and lines are set on at a first layout.
	Grid = 12

	boxGap   = 48  // between boxes of a column
	wordGap  = 72  // the same where lines with words run between them
	layerGap = 72  // between columns at least
	framePad = 36  // between a frame and what is in it
	frameTop = 60  // the same at its top, where its name stands
	column   = 6   // boxes in a column before another is begun
	maxBoxes = 400 // more than these are set in rows, without layers
	maxEdges = 3_000
)

// Point is a place.
type Point struct{ X, Y int }

// Rect is an area by its upper left corner and its size.
type Rect struct{ X, Y, W, H int }

func (r Rect) right() int    { return r.X + r.W }
func (r Rect) bottom() int   { return r.Y + r.H }
func (r Rect) middle() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// meets tells whether two areas come closer than gap.
func (r Rect) meets(o Rect, gap int) bool {
	return r.X < o.right()+gap && o.X < r.right()+gap && r.Y < o.bottom()+gap && o.Y < r.bottom()+gap
}

func (r Rect) around(o Rect) Rect {
	if r.W == 0 && r.H == 0 {
		return o
	}
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.right(), o.right()) - x, max(r.bottom(), o.bottom()) - y}
}

// Box is something of a fixed size. In names the frame it stands in, "" for none.
type Box struct {
	Key  string
	W, H int
	In   string
}

// Frame is drawn around all that names it, and may stand in another frame.
type Frame struct{ Key, In string }

// Edge is a line from one box or frame to another with room for its words.
type Edge struct {
	From, To       string
	LabelW, LabelH int
}

// View is what is to be arranged. Edges and boxes that name nothing are left out.
type View struct {
	// Center names the box or frame that the others stand around, "" for none.
	Center string
	Boxes  []Box
	Frames []Frame
	Edges  []Edge
}

// Route is where one edge runs, and where its words stand.
type Route struct {
	Points   []Point // from border to border; empty when an end is not there
	Label    Rect
	Straight bool // no way around was looked for
}

// Result is a finished arrangement. Routes stand in the order of View.Edges.
type Result struct {
	Boxes  map[string]Rect
	Frames map[string]Rect
	Routes []Route
	Area   Rect // everything with its words
	Notice string
}

// Arrange places the boxes of a view. Those in kept stay exactly there; when
// none is kept, the whole view is laid out in layers. What the result says in
// Boxes is to be stored and given as kept the next time.
func Arrange(view View, kept map[string]Point) Result {
	p := newPlan(view)
	some := false
	for _, b := range p.boxes {
		if at, ok := kept[b.Key]; ok && sane(at) {
			p.at[b.Key] = Rect{at.X, at.Y, b.W, b.H}
			some = true
		}
	}
	if some {
		p.fit()
	} else {
		p.layers()
	}
	p.wrap()
	res := Result{Boxes: map[string]Rect{}, Frames: map[string]Rect{}, Notice: p.notice}
	for _, b := range p.boxes {
		res.Boxes[b.Key] = p.at[b.Key]
	}
	for _, f := range p.frames {
		res.Frames[f.Key] = p.at[f.Key]
	}
	p.route(&res)
	return res
}

// sane refuses places that no screen has, so that sums of them stay numbers.
func sane(p Point) bool {
	const far = 1_000_000
	return p.X > -far && p.X < far && p.Y > -far && p.Y < far
}
