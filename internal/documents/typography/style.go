package typography

import (
	"math"

	"throughline/internal/drawing"
	"throughline/internal/typeface"
)

// Points are 1/72 inch; MM is one millimetre.
const MM = 72 / 25.4

// The page.
const (
	PageWidth  = 595.28
	PageHeight = 841.89
	Side       = 22 * MM
	Top        = 20 * MM
	Bottom     = 22 * MM
	Foot       = 12 * MM // of the line at the foot, from below
	Full       = PageWidth - 2*Side
	Measure    = 140 * MM // of text
)

// Colours, those of the pages in light.
var (
	Ink      = drawing.Colour{0x19, 0x1b, 0x1f}
	Quiet    = drawing.Colour{0x4a, 0x4e, 0x57}
	Hairline = drawing.Colour{0xd9, 0xd5, 0xcc}
	Rule     = drawing.Colour{0x8b, 0x87, 0x7d}
	Ground   = drawing.Colour{0xf5, 0xf4, 0xf0}
	Link     = drawing.Colour{0x27, 0x46, 0xc7}
	Red      = drawing.Colour{0xbb, 0x2a, 0x17}
	RedSoft  = drawing.Colour{0xfd, 0xeb, 0xe6}
	Brown    = drawing.Colour{0x8a, 0x52, 0x00}
)

// Style is how a paragraph is set.
type Style struct {
	Bold          bool
	Size, Leading float64
	Before, After float64
	Ink           drawing.Colour
}

// Face is the style's usual face.
func (s Style) Face() *typeface.Face {
	if s.Bold {
		return typeface.Bold()
	}
	return typeface.Sans()
}

// The styles. The space between two paragraphs is the larger of what is after the one and before
// the other, as Word has it.
var (
	Title   = Style{true, 21, 28, 0, 3, Ink}
	About   = Style{false, 10, 14.5, 0, 10, Quiet}
	Body    = Style{false, 10, 14.5, 0, 7, Ink}
	Item    = Style{false, 10, 14.5, 0, 3, Ink}
	Callout = Style{false, 10, 14.5, 13, 17, Ink}
	Quote   = Style{false, 10, 14.5, 6, 0, Ink}
	Source  = Style{false, 8.5, 12, 3, 9, Quiet}
	Caption = Style{true, 8.5, 12, 8, 4, Ink}
	Figure  = Style{false, 8.5, 12, 6, 12, Quiet}
	AtFoot  = Style{false, 8, 11, 0, 0, Quiet}
)

// Heading is the style of a heading; 1 is a chapter.
func Heading(level int) Style {
	switch level {
	case 1:
		return Style{true, 14, 18.5, 20, 6, Ink}
	case 2:
		return Style{true, 11.5, 15.5, 14, 4, Ink}
	}
	return Style{true, 10, 14, 11, 3, Ink}
}

// The insets.
const (
	Indent   = 14.0 // of an item behind its mark
	BarWidth = 3.0  // beside callouts and quotes
	Inset    = 11.0 // of their text from the bar
	Pad      = 5.0  // of its ground above and below the text of a callout, within those spaces
	CellSide = 4.0  // beside and
	CellPad  = 3.2  // above and below the text of a cell
	After    = 10.0 // a table
)

// Mono is the size of letters in mono beside others of a size: a little smaller, in half points
// as Word has them.
func Mono(size float64) float64 { return math.Round(size*0.92*2) / 2 }

// Cell is the style of a table's cells in a size.
func Cell(size float64) Style { return Style{false, size, size * 1.4, 0, 0, Ink} }

// CalloutInk is the bar and the ground of a callout.
func CalloutInk(sort string) (bar, ground drawing.Colour) {
	switch sort {
	case "break":
		return Red, RedSoft
	case "missing":
		return Brown, Ground
	}
	return Rule, Ground
}

// DrawingScale is how much a drawing of a size is enlarged to stand on the page, in points for
// each of its units: no larger than on the screen, no wider or higher than the page.
func DrawingScale(w, h float64) float64 {
	return min(0.75, Full/w, (PageHeight-Top-Bottom)*0.8/h)
}
