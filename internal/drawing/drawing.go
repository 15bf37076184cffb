package drawing

// Drawing is a picture of shapes, the later above the earlier. Units are those of its box.
type Drawing struct {
	X, Y, W, H float64 // the part that is shown
	Marks      []Mark
}

// Mark is a shape or a line of letters: exactly one is set.
type Mark struct {
	Shape *Shape
	Words *Words
}

// Shape is a path with its paint.
type Shape struct {
	Path   []Step
	Fill   *Colour
	Stroke *Colour
	Width  float64
	Dash   []float64
}

// Words are letters on one line.
type Words struct {
	Text   string
	X, Y   float64 // of the anchor, on the line
	Size   float64
	Anchor string // start, middle or end
	Bold   bool
	Mono   bool
	Fill   Colour
}

// Step is one stroke of a path: Op is M (one point), L (one), C (three) or Z (none).
type Step struct {
	Op byte
	At [6]float64
}

// Colour is red, green and blue.
type Colour [3]uint8

// Limits of one drawing: what is beyond them is no drawing of ours.
const (
	maxMarks = 20_000
	maxSteps = 200_000
)
