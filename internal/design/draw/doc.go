// Package draw shows an architecture model as our own SVG and as lists.
//
// A Picture is what one view shows: the context of a system, its containers,
// or what runs where. Arranged by package layout and given the state of each
// element it becomes a Diagram, which SVG draws and Rows repeats in words. The
// drawing has no style element and no script, so it stands under a strict
// content security policy; its colours are custom properties of the page with
// a fallback for a file on its own. The package is pure.
package draw
