// Package drawing reads a drawing from SVG into plain shapes and letters, for papers that do not
// know SVG, and draws it as a picture of dots.
//
// It knows what our own drawings hold: g, a, path (all commands but arcs), rect, circle, line,
// polyline, polygon and text, with plain colours. A colour of the pages, var(--ink, #191b1f), is
// taken by what stands behind the comma. Everything else is passed over.
package drawing
